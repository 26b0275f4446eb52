"""Synonyms: groups of words that readers use for the same thing, as editors write them.

What lives here: the shape of ``data/search/synonyms.yml`` and reading it. What does
not: finding entries that do nothing (``checks/rules/search.py``), and using them
(``index.py`` and the browser).

The file holds a list for each language; an entry is a list of words or short
phrases, each of which finds what the others find::

    sv:
      - [medarbetare, anställd, personal]
      - [kpi, nyckeltal, mått]
"""

from __future__ import annotations

from guide.model.data import SynonymGroup
from guide.model.place import Position, Problem
from guide.tools.yaml import YamlError, read_yaml

_UNREADABLE = "data-unreadable"
_MEND = "write a list of groups for each language, such as  - [medarbetare, anställd]"


def read_synonyms(text: str, path: str) -> tuple[tuple[SynonymGroup, ...], tuple[Problem, ...]]:
    """Read the list; what is not a group of two or more words becomes a problem."""
    try:
        document = read_yaml(text)
    except YamlError as error:
        position = Position(path, error.line, error.column)
        return (), (Problem(_UNREADABLE, position, f"not valid YAML: {error.message}"),)
    value = document.value
    if value is None:
        return (), ()
    if not isinstance(value, dict) or not all(isinstance(entries, list) for entries in value.values()):
        message = "the file must hold a list of groups for each language"
        return (), (Problem(_UNREADABLE, Position(path), message, _MEND),)
    groups: list[SynonymGroup] = []
    problems: list[Problem] = []
    for language, entries in value.items():
        for index, entry in enumerate(entries):
            position = Position(path, *document.positions.get((str(language), index), (1, 1)))
            words = _words(entry)
            if words:
                groups.append(SynonymGroup(str(language), words, position))
            else:
                problems.append(Problem(_UNREADABLE, position, "a group must be a list of two or more words", _MEND))
    return tuple(groups), tuple(problems)


def _words(entry: object) -> tuple[str, ...]:
    """Give the words of an entry; () when it is not a list of two or more."""
    if not isinstance(entry, list) or len(entry) < 2 or not all(isinstance(word, str | int) for word in entry):
        return ()
    words = tuple(str(word).strip() for word in entry)
    return words if all(words) else ()
