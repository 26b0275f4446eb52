"""What a sheet says: headings, paragraphs, lists and tables, free of HTML and of any file format.

What lives here: from a built article to blocks, which every format is made of, so that PDF and
DOCX say the same. What does not: how wide and how high things are (``layout.py``), and the formats
(``document.py``, ``sheet.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin

from guide.export.article import HEADINGS, is_aside, part_below

_TEXT_BLOCKS = frozenset({"p", "dt", "dd", "figcaption", "summary"})
_SKIPPED = frozenset({"svg", "script", "style", "button", "form", "img", "nav"})


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one manner."""

    text: str
    """The text; a line break is "\\n"."""
    is_bold: bool = False
    """Strong."""
    is_italic: bool = False
    """Emphasised, or of another language."""
    link: str = ""
    """Where it leads, in full, or ""."""
    language: str = ""
    """Its language, where it is not that of the sheet."""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a sheet."""

    level: int
    """From 2."""
    runs: Runs
    """What it says."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Runs
    """What it says."""
    kind: str = ""
    """"term" and "definition" for the two of a definition list, "quote", or "" for plain text."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, one level deep."""

    items: tuple[Runs, ...]
    """What its items say."""
    is_numbered: bool
    """Its items have numbers."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row is its head."""

    head: tuple[Runs, ...]
    """The cells of its head."""
    rows: tuple[tuple[Runs, ...], ...]
    """The cells of each row."""


@dataclass(frozen=True, slots=True)
class Card:
    """A box that is cut out: it never goes over two pages."""

    blocks: tuple[Heading | Paragraph | Listing | Table, ...]
    """What stands on its front."""
    back: tuple[Heading | Paragraph | Listing | Table, ...] = ()
    """What stands on its back, for who leads the talk: the note that is folded on the screen."""
    anchor: str = ""
    """The id of its heading."""


Block = Heading | Paragraph | Listing | Table | Card


def text_of_runs(runs: Iterable[Run]) -> str:
    """Give the bare text."""
    return "".join(run.text for run in runs)


def blocks_of(elements: Iterable[Any], base: str) -> list[Block]:
    """Give what elements of an article say; links are made absolute against ``base``."""
    return list(_Reader(base).blocks(elements))


def blocks_below(heading: Any, base: str) -> list[Block]:
    """Give what belongs to a heading, without the heading."""
    return blocks_of(part_below(heading), base)


@dataclass(frozen=True)
class _Reader:
    base: str

    def blocks(self, elements: Iterable[Any]) -> Iterator[Block]:
        for element in elements:
            if isinstance(element.tag, str) and element.tag not in _SKIPPED and not is_aside(element):
                yield from self.block(element)

    def block(self, element: Any) -> Iterator[Block]:
        if element.tag in HEADINGS:
            yield Heading(HEADINGS.index(element.tag) + 1, self.runs(element))
        elif element.tag in _TEXT_BLOCKS:
            kind = {"dt": "term", "dd": "definition", "summary": "term"}.get(element.tag, "")
            if runs := self.runs(element):
                yield Paragraph(runs, "term" if "admonition-title" in (element.get("class") or "") else kind)
        elif element.tag in ("ul", "ol"):
            yield Listing(tuple(self.runs(item) for item in element.iter("li")), element.tag == "ol")
        elif element.tag == "blockquote":
            for block in self.blocks(element):
                yield replace(block, kind="quote") if isinstance(block, Paragraph) else block
        elif element.tag == "table":
            yield self.table(element)
        elif "guide-card" in (element.get("class") or "").split():
            yield self.card(element)
        else:
            yield from self.blocks(element)

    def card(self, element: Any) -> Card:
        notes = [child for child in element if child.tag == "details"]
        front = self.blocks(child for child in element if child.tag != "details")
        heading = next(element.iter(*HEADINGS), None)
        return Card(
            tuple(block for block in front if not isinstance(block, Card)),
            tuple(block for block in self.blocks(notes) if not isinstance(block, Card)),
            heading.get("id", "") if heading is not None else "",
        )

    def table(self, element: Any) -> Table:
        rows = [tuple(self.runs(cell) for cell in row.iter("th", "td")) for row in element.iter("tr")]
        return Table(rows[0], tuple(rows[1:]))

    def runs(self, element: Any) -> Runs:
        """Give the text of an element, with white space as single spaces and none at the ends."""
        return _tidied(list(self.pieces(element, Run(""))))

    def pieces(self, element: Any, manner: Run) -> Iterator[Run]:
        yield replace(manner, text=element.text or "")
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _SKIPPED and not is_aside(child):
                if child.tag == "br":
                    yield replace(manner, text="\n")
                yield from self.pieces(child, self.manner(child, manner))
            yield replace(manner, text=child.tail or "")

    def manner(self, element: Any, around: Run) -> Run:
        language = element.get("lang") or around.language
        found = replace(around, language=language)
        if element.tag in ("strong", "b"):
            return replace(found, is_bold=True)
        if element.tag in ("em", "i", "cite"):
            return replace(found, is_italic=True)
        if element.tag == "a" and element.get("href") and "guide-term" not in (element.get("class") or ""):
            return replace(found, link=urljoin(self.base, element.get("href")))
        return found


def _tidied(pieces: Sequence[Run]) -> Runs:
    """Join pieces of the same manner, with one space where there is white space."""
    found: list[Run] = []
    for piece in pieces:
        text = piece.text if piece.text == "\n" else _spaced(piece.text)
        before = found[-1].text if found else " "
        if text.startswith(" ") and before.endswith((" ", "\n")):
            text = text[1:]
        if not text:
            continue
        if found and replace(found[-1], text="") == replace(piece, text=""):
            found[-1] = replace(found[-1], text=before + text)
        else:
            found.append(replace(piece, text=text))
    while found and not found[-1].text.rstrip():
        found.pop()
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(found)


def _spaced(text: str) -> str:
    """Give text with each run of white space as one space; no-break spaces stay."""
    if not text:
        return ""
    one_line = text.replace("\n", " ").replace("\t", " ")
    inner = " ".join(word for word in one_line.split(" ") if word)
    before, after = " " * one_line.startswith(" "), " " * one_line.endswith(" ")
    return f"{before}{inner}{after}" if inner else " "
