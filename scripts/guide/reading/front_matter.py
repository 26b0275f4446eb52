"""The YAML block at the top of a page.

What lives here: finding and reading it, with the place of every key. What does not: what it
must hold (``model/schema.py``) and judging it (``checks/rules/frontmatter.py``).
"""

from __future__ import annotations

from collections.abc import Sequence

from guide.model.page import (
    FrontMatter,
)
from guide.model.place import Position, Problem
from guide.tools.yaml import YamlError, read_yaml


def read_front_matter(lines: Sequence[str], file: str) -> tuple[FrontMatter, int]:
    """Give the front matter and the number of lines it takes, fences included."""
    position = Position(file)
    if not lines or lines[0].rstrip() != "---":
        return FrontMatter({}, {}, position), 0
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), None)
    if end is None:
        problem = Problem("front-matter-broken", position, "the front matter has no closing ---")
        return FrontMatter({}, {}, position, True, problem), 0
    try:
        document = read_yaml("\n".join(lines[1:end]), first_line=2)
    except YamlError as error:
        place = Position(file, error.line, error.column)
        problem = Problem("front-matter-broken", place, f"the front matter is not valid YAML: {error.message}")
        return FrontMatter({}, {}, position, True, problem), end + 1
    if document.value is not None and not isinstance(document.value, dict):
        problem = Problem("front-matter-broken", Position(file, 2), "the front matter is not a list of keys and values")
        return FrontMatter({}, {}, position, True, problem), end + 1
    repeated = tuple(document.repeated)
    return FrontMatter(document.value or {}, document.positions, position, True, None, repeated), end + 1
