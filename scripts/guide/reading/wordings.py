"""Other wordings: how readers ask for a question or a section, as editors gather them.

What lives here: the shape of ``data/search/wordings.yml`` and reading it. What does
not: the wordings that stand in the pages (``<!-- also: … -->``), and finding
entries that lead nowhere (``checks/rules/search.py``).

The file holds, for each language, where wordings lead ("path#id" of the sources)
and the wordings, divided by bars::

    sv:
      faq.md#is-it-proven: finns det bevis | funkar det verkligen
      measure/indicators.md#case-time: väntetid på beslut
"""

from __future__ import annotations

from guide.model.data import Wordings
from guide.model.place import Position, Problem
from guide.tools.yaml import YamlError, read_yaml

_UNREADABLE = "data-unreadable"
_MEND = "write, below the language's code, lines such as  faq.md#is-it-proven: finns det bevis | funkar det"


def read_wordings(text: str, path: str) -> tuple[tuple[Wordings, ...], tuple[Problem, ...]]:
    """Read the file; an entry without wordings becomes a problem."""
    try:
        document = read_yaml(text)
    except YamlError as error:
        position = Position(path, error.line, error.column)
        return (), (Problem(_UNREADABLE, position, f"not valid YAML: {error.message}"),)
    value = document.value or {}
    if not isinstance(value, dict) or not all(isinstance(entries, dict) for entries in value.values()):
        message = "the file must hold, for each language, where wordings lead and the wordings"
        return (), (Problem(_UNREADABLE, Position(path), message, _MEND),)
    found: list[Wordings] = []
    problems: list[Problem] = []
    for language, entries in value.items():
        for target, given in entries.items():
            position = Position(path, *document.positions.get((str(language), str(target)), (1, 1)))
            texts = tuple(" ".join(part.split()) for part in str(given or "").split("|") if part.strip())
            page, _, anchor = str(target).partition("#")
            if texts:
                found.append(Wordings(str(language), page, anchor, texts, position))
            else:
                problems.append(Problem(_UNREADABLE, position, f'"{target}" has no wordings', _MEND))
    return tuple(found), tuple(problems)
