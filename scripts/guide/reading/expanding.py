"""Instructions that stand for text of the page itself, put in before the page is read.

What lives here: ``<!-- guide:indicators-table -->`` and ``<!-- guide:indicators section -->`` become
the Markdown that a writer would have written, and every letter keeps the place where it was
written, in the page or in ``data/indicators.yml``. So all that reads a page (headings, links,
citations, spelling, search, records of translation) sees the whole of it, and its findings point
to the line to change. What does not: instructions for lists that are only built (``pages/page.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guide.model.data import INDICATOR_PARTS, Indicator, WrittenText
from guide.model.place import Position
from guide.model.vocabularies import Directive
from guide.words import words_of

_INSTRUCTION = re.compile(
    rf"\s*<!--\s*guide:\s*({Directive.INDICATORS_TABLE}|{Directive.INDICATORS})(?:\s+(\S+))?\s*-->\s*"
)
_COLUMNS = ("name", "shows", "source-in-brief", "frequency")
_Places = Sequence[tuple[int, Position]]
_Line = tuple[str, _Places]


@dataclass(frozen=True, slots=True)
class Expanded:
    """The lines of a page, with what its instructions stand for."""

    lines: list[str]
    """The lines."""
    places: list[_Places]
    """For each line: from which column on (from 0) it is written where."""
    instructions: list[tuple[str, Position]]
    """What was put in, and where the page asks for it."""

    def at(self, line: int, column: int) -> Position:
        """Give where a letter is written; line and column count from 0."""
        places = self.places[min(line, len(self.places) - 1)]
        begin, place = next((each for each in reversed(places) if each[0] <= column), places[0])
        return place._replace(column=place.column + column - begin)


def expand(written: Iterable[str], file: str, language: str, indicators: Sequence[Indicator]) -> Expanded:
    """Put indicators in where the lines of a page ask for them; ``file`` is what findings call the page."""
    found = Expanded([], [], [])
    for number, line in enumerate(written, 1):
        here = Position(file, number)
        match = _INSTRUCTION.fullmatch(line) if "guide:" in line else None
        lines: Iterable[_Line] = [(line, ((0, here),))]
        if match is not None:
            name, section = match[1], match[2] or ""
            found.instructions.append((f"{name} {section}".strip(), here))
            shown = [each for each in indicators if language in each.texts and section in ("", each.section)]
            lines = _table(shown, language, here) if name == Directive.INDICATORS_TABLE else _entries(shown, language)
        for text, places in lines:
            found.lines.append(text)
            found.places.append(places)
    return found


def _table(shown: Sequence[Indicator], language: str, here: Position) -> Iterator[_Line]:
    if shown:
        yield _line(here, f"| {' | '.join(_label(name, language) for name in _COLUMNS)} |")
        yield _line(here, f"|{' --- |' * len(_COLUMNS)}")
    for each in shown:
        name, shows, source = (_field(each, column, language) for column in _COLUMNS[:3])
        often = words_of(language).name_of("frequency", each.frequency)
        yield _line(each.position, "| [", name, f"](#{each.id}) | ", shows, " | ", source, " | ", often, " |")


def _entries(shown: Sequence[Indicator], language: str) -> Iterator[_Line]:
    for number, each in enumerate(shown):
        if number:
            yield _line(each.position)
        name = _field(each, "name", language)
        at = name.places[0][1] if name.places else name.position
        yield _line(at, "### ", name, f" {{#{each.id}}}")
        for part in INDICATOR_PARTS:
            text = _field(each, part, language)
            if text.text:
                at = text.position
                yield from (_line(at), _line(at, _label(part, language)), _line(at, ":   ", text))


def _label(name: str, language: str) -> str:
    return words_of(language)[f"indicators.{name}"]


def _field(indicator: Indicator, name: str, language: str) -> WrittenText:
    return indicator.texts[language].get(name, WrittenText("", indicator.position))


def _line(at: Position, *parts: str | WrittenText) -> _Line:
    """Join parts to a line; what the guide itself adds stands ``at`` the entry or field."""
    line = ""
    places: list[tuple[int, Position]] = [(0, at)]
    for part in parts:
        if isinstance(part, str):
            places.append((len(line), at))
            line += part
        else:
            places += [(len(line) + begin, place) for begin, place in part.places]
            line += part.text.replace("\n", " ")
    return line, places
