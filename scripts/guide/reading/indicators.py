"""Indicators: from ``data/indicators.yml`` to the model.

What lives here: reading the file, with the place of every line of every text. What does not:
judging the entries (``checks/rules/indicators.py``) and what they become on a page (``expanding.py``).

An entry is ``{id: case-time, section: efficiency, frequency: monthly, sv: {name: …, shows: …,
definition: …}, en: {…}}``; ``INDICATOR_FIELDS`` names the fields of a language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from guide.model.data import Indicator, WrittenText
from guide.model.place import Position, Problem
from guide.tools.yaml import KeyPath, YamlDocument, YamlError, read_yaml

OWN_KEYS = ("id", "section", "frequency")
"""What an entry holds once, for all languages."""

_UNREADABLE = "data-unreadable"
_WORD = re.compile(r"\S+")
# What opens a block of text in YAML: > or |, with what it does to the last line break, or a comment.
_BLOCK = re.compile(r"[|>][-+0-9]*\s*(#.*)?$")


def read_indicators(text: str, path: str) -> tuple[tuple[Indicator, ...], tuple[Problem, ...]]:
    """Read the file; what an entry lacks is left empty, for the check to find."""
    try:
        document = read_yaml(text)
    except YamlError as error:
        position = Position(path, error.line, error.column)
        return (), (Problem(_UNREADABLE, position, f"not valid YAML: {error.message}"),)
    if document.value is not None and not isinstance(document.value, list):
        return (), (Problem(_UNREADABLE, Position(path), "the file must hold a list of indicators"),)
    reader = _Reader(document, path, text.split("\n"))
    problems = [
        Problem(_UNREADABLE, Position(path, line, column), f'"{name}" stands twice in one entry')
        for name, line, column in document.repeated
    ]
    return tuple(reader.indicator(entry, index) for index, entry in enumerate(document.value or ())), tuple(problems)


class _Reader:
    """Makes entries; every value is asked for its place."""

    def __init__(self, document: YamlDocument, path: str, lines: Sequence[str]) -> None:
        self.document, self.path, self.lines = document, path, lines

    def indicator(self, entry: Any, index: int) -> Indicator:
        found = entry if isinstance(entry, dict) else {}
        own = {key: found.get(key) for key in OWN_KEYS}
        return Indicator(
            **{key: value if isinstance(value, str) else "" for key, value in own.items()},
            texts={
                str(language): {
                    str(name): self._text(value, (index, str(language), str(name)))
                    for name, value in (fields if isinstance(fields, dict) else {}).items()
                }
                for language, fields in found.items()
                if language not in OWN_KEYS
            },
            position=Position(self.path, *self.document.positions.get((index,), (1, 1))),
        )

    def _text(self, value: Any, key: KeyPath) -> WrittenText:
        text = value.strip() if isinstance(value, str) else ""
        position = Position(self.path, *self.document.positions.get(key, (1, 1)))
        return WrittenText(text, position, tuple(self._places(text, key)))

    def _places(self, text: str, key: KeyPath) -> list[tuple[int, Position]]:
        """Give where each line of the file has its first word in the text: both hold the same words in order."""
        words = [match.start() for match in _WORD.finditer(text)]
        line, column = self.document.value_positions.get(key, (1, 1))
        begin = column - 1
        if _BLOCK.match(self.lines[line - 1][begin:]):
            line, begin = line + 1, 0
        places: list[tuple[int, Position]] = []
        while words and line <= len(self.lines):
            written = list(_WORD.finditer(self.lines[line - 1], begin))
            if written:
                opening = self.lines[line - 1][written[0].start()] in "\"'" and not places and text[0] not in "\"'"
                places.append((words[0], Position(self.path, line, written[0].start() + 1 + opening)))
            words, line, begin = words[len(written) :], line + 1, 0
        return places
