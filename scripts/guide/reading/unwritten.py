"""Places that are still to be written: ``TODO: what``, as `guide new` leaves them.

What lives here: finding them in the text of one file, and what stands around each. What does not: leaving them
(``editing/skeletons.py``), and saying so (``checks/rules/language.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guide.model.place import Position, Unwritten

_SUFFIXES = (".md", ".markdown", ".yml", ".yaml", ".json")
# What is to be written is told up to the end of the text: a quotation mark, a cell, a comment or an id.
_MARK = re.compile(r"\bTODO: ?(?P<what>\S[^\"|\n]*?)(?=\s*(?:\"|\||-->|\{#|$))", re.MULTILINE)


def unwritten(text: str, path: str) -> tuple[Unwritten, ...]:
    """Give the places in a page or a data file that are still to be written."""
    if "TODO:" not in text or not path.lower().endswith(_SUFFIXES):
        return ()
    lines = text.split("\n")
    return tuple(
        Unwritten(Position(path, number, found.start() + 1), found["what"], frozenset(_around(lines, number)))
        for number, line in enumerate(lines, 1)
        for found in _MARK.finditer(line)
    )


def _around(lines: Sequence[str], number: int) -> Iterator[int]:
    """Give the line, and those above it that begin what it is part of: less indented, or the heading it stands under.

    A fault of a section or an entry is told at its first line.
    """
    yield number
    indent = _indent(lines[number - 1])
    for above in range(number - 1, 0, -1):
        line = lines[above - 1]
        if re.match(r"#{1,6} ", line):
            yield above
            return
        if line.strip() and line.strip() != "---" and _indent(line) < indent:
            yield above
            indent = _indent(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
