"""A page as read from its source: headings, links, citations, passages … each with its place.

What lives here: shapes. What a guide has tens of thousands of (passages, links …) is a named
tuple, which takes a quarter of the time to make. What does not: reading a page
(``reading/page.py``) and judging it (``checks/``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from guide.model.place import Allowance, Position, Problem
from guide.model.targets import Target
from guide.model.vocabularies import PageType

EASY_FOLDER = "easy/"
"""The folder of easy reading, within that of a language; a page below it has the path of the page that it makes
easier."""


class Heading(NamedTuple):
    """One heading."""

    level: int
    """1–6."""
    text: str
    """Its plain text."""
    id: str
    """Its anchor: the explicit id, or the one Python-Markdown makes of the text."""
    explicit: bool
    """The writer gave the id (``{#id}``)."""
    position: Position
    """Where it stands."""
    marked_up: frozenset[str] = frozenset()
    """Kinds of markup in it that a heading should not carry: "link", "citation", "bold", "image"."""


class Link(NamedTuple):
    """One link in running text or in raw HTML."""

    text: str
    """What is shown; the alternative text where an image is the link."""
    href: str
    """The address as written."""
    target: Target
    """The address taken apart and resolved against the page."""
    position: Position
    """Where it starts."""
    section: str
    """Id of the heading it stands under ("" before the first)."""
    language: str | None = None
    """The other language that the writer says it leads to (``{hreflang=en}``)."""
    is_autolink: bool = False
    """Written as a bare address in angle brackets."""


@dataclass(frozen=True, slots=True)
class Image:
    """One image."""

    alt: str | None
    """Its alternative text; None when the attribute is missing (raw HTML)."""
    src: str
    """The address as written."""
    target: Target
    """The address taken apart and resolved against the page."""
    position: Position
    """Where it stands."""
    section: str
    """Id of the heading it stands under."""
    is_decoration: bool = False
    """Marked as decoration (``role=presentation``, ``aria-hidden``, or alt="" in raw HTML)."""


class Citation(NamedTuple):
    """A reference ``[^key#claim]`` to the bibliography and its ledger of claims (or ``[^key]`` to a footnote)."""

    key: str
    """Key of the source."""
    position: Position
    """Where it stands."""
    section: str
    """Id of the heading it stands under."""
    after: str = ""
    """The character before it ("" at the start of a block)."""
    before: str = ""
    """The character after it ("" at the end of a block)."""
    claim: str = ""
    """What of the source is cited, or ""."""
    passage: int = -1
    """Index of the passage that it stands in, among those of the page."""
    text: str = ""
    """What the passage says before it, as plain text."""
    whole: str = ""
    """All of the passage; in a table, all cells of the row."""

    @property
    def written(self) -> str:
        """What stands between ``[^`` and ``]``."""
        return f"{self.key}#{self.claim}" if self.claim else self.key


@dataclass(frozen=True, slots=True)
class Definition:
    """A footnote definition ``[^key]: …`` or a link reference definition ``[label]: …``."""

    label: str
    """Key or label."""
    position: Position
    """Where it stands."""


class Abbreviation(NamedTuple):
    """What a short form stands for: ``*[HSL]: hälso- och sjukvårdslagen``."""

    short: str
    """The short form."""
    text: str
    """What it stands for; "" where nothing is written."""
    position: Position
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """An id that raw HTML or an attribute list gives an element."""

    id: str
    """The id."""
    position: Position
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class IdReference:
    """A place in raw HTML that points to an id on the same page (``aria-labelledby``, ``url(#…)``)."""

    id: str
    """The id it points to."""
    attribute: str
    """The attribute that points."""
    position: Position
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element written as raw HTML."""

    tag: str
    """Tag name, lower case."""
    attributes: Mapping[str, str]
    """Its attributes."""
    position: Position
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment: a note, or an instruction to the guide's own tools."""

    name: str
    """The word before the colon ("also", "roles", "allow", "guide"); "" when there is none."""
    value: str
    """What follows the colon; the whole comment when there is none."""
    position: Position
    """Where it starts."""
    section: str
    """Id of the heading it stands under."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table."""

    rows: int
    """Rows, the header among them."""
    columns: int
    """Columns of the header."""
    position: Position
    """Where it starts."""
    section: str
    """Id of the heading it stands under."""
    ragged: tuple[Position, ...] = ()
    """Rows with another number of cells than the header."""
    glued: bool = False
    """Text stands directly above it, so that Python-Markdown reads both as one paragraph."""
    unnamed: tuple[int, ...] = ()
    """Columns (from 1) whose head is empty."""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """One list."""

    ordered: bool
    """Numbered."""
    items: int
    """Number of items."""
    depth: int
    """0 for a list of its own, 1 for a list in a list item, and so on."""
    position: Position
    """Where it starts."""
    section: str
    """Id of the heading it stands under."""
    indent: int
    """Columns from the marker of the item it is nested in to its own marker (0 at depth 0)."""
    glued: bool = False
    """Text stands directly above it, so that Python-Markdown does not see a list."""
    marker: str = "-"
    """The sign before its items, or after their numbers."""


@dataclass(frozen=True, slots=True)
class Callout:
    """A box: ``!!! note "Title"``."""

    kind: str
    """The word after the marker."""
    title: str | None
    """The title between quotation marks; None when there is none."""
    position: Position
    """Where it starts."""
    folded: bool = False
    """Written ``???``: it is opened by the reader."""


class Block(NamedTuple):
    """One block of a page, or the end of one that holds others."""

    kind: str
    """"paragraph", "heading 2", "list of 3 from 1", "item", "quotation", "box note" …; "end" closes the last."""
    position: Position
    """Where it starts."""
    section: str
    """Id of the heading it stands under."""
    text: str = ""
    """What is written in it, marks and all; "" where it holds others."""


class Misread(NamedTuple):
    """A stretch that the builder reads otherwise than the text means in CommonMark."""

    position: Position
    """Where it starts."""
    last_line: int
    """Line that its last block starts on."""
    written: str
    """The line as written."""
    read: str
    """What it means."""
    built: str
    """What is built."""


class Italic(NamedTuple):
    """A run in italics: emphasis, a title, words of another language."""

    text: str
    """Its text."""
    language: str = ""
    """The language that the writer says it is in (``*styrkedjan*{lang=sv}``), or ""."""


class Passage(NamedTuple):
    """A run of prose: one paragraph, heading, table cell or list item, as plain text without code."""

    text: str
    """Its text, with white space as single spaces."""
    kind: str
    """"paragraph", "heading", "cell", "term", "title"."""
    position: Position
    """Where it starts."""
    section: str
    """Id of the heading it stands under."""
    quoted: bool = False
    """Inside a blockquote, or marked as another language: may keep its original language."""
    italics: tuple[Italic, ...] = ()
    """What stands in italics in it."""


class Section(NamedTuple):
    """A heading with what stands between it and the next heading of any level."""

    id: str
    """The heading's id; "_page" for front-matter texts and what stands under the h1."""
    level: int
    """The heading's level."""
    title: str
    """The heading's text."""
    position: Position
    """Where the heading stands."""
    digest: str
    """Fingerprint of the content, blind to how its lines are broken."""
    has_content: bool
    """Something stands between this heading and the next."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the FAQ."""

    id: str
    """Its anchor; "" when the writer gave none."""
    text: str
    """The question."""
    also: tuple[str, ...]
    """Other ways to ask it."""
    roles: tuple[str, ...]
    """Who is most likely to ask."""
    short_answer: str
    """First paragraph."""
    words: int
    """Words in the short answer."""
    theme: str
    """Id of its theme: of the h2 it stands under ("" when there is none), or "theme-" and the name of a page that is
    one theme."""
    read_more: str
    """Last paragraph, when it is not the short answer."""
    read_more_links: int
    """Links in the last paragraph."""
    position: Position
    """Where the heading stands."""
    also_position: Position | None
    """Where ``also:`` stands."""
    roles_position: Position | None
    """Where ``roles:`` stands."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The YAML block at the top of a page."""

    values: Mapping[str, Any]
    """Parsed values; empty when there is no block or it is broken."""
    positions: Mapping[tuple[str | int, ...], tuple[int, int]]
    """Line and column of each key, by its path: ``("case", "country")``."""
    position: Position
    """Where the block starts (line 1)."""
    exists: bool = False
    """There is a block."""
    problem: Problem | None = None
    """Why it could not be read."""
    repeated: tuple[tuple[str, int, int], ...] = ()
    """Keys written twice: name, line, column."""

    def at(self, *key: str | int) -> Position:
        """Give the place of a key, or of the nearest one above it, or of the block."""
        path: tuple[str | int, ...] = key
        while path:
            if path in self.positions:
                return Position(self.position.path, *self.positions[path])
            path = path[:-1]
        return self.position

    def value(self, *key: str) -> Any:
        """Give the value of a key, or None where there is none."""
        found: Any = self.values
        for part in key:
            found = found.get(part) if isinstance(found, Mapping) else None
        return found

    def text(self, key: str) -> str:
        """Give the value of a top-level key when it is text, else ""."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""


@dataclass(frozen=True)
class Page:
    """One Markdown page in one language."""

    language: str
    """Language code of the folder it stands in."""
    path: str
    """Path relative to its language's folder: the same page has the same path in every language."""
    source: str
    """Path relative to the docs folder: ``sv/steps/leadership.md``."""
    file: str
    """Path relative to the folder of mkdocs.yml: what findings say."""
    front: FrontMatter
    """Front matter."""
    address: str
    """Where the page is published, relative to the site's root: "steg/ledarskap/"; "" for the root."""
    headings: tuple[Heading, ...] = ()
    """All headings in order."""
    sections: tuple[Section, ...] = ()
    """Stretches between headings in order; the first is "_page"."""
    links: tuple[Link, ...] = ()
    """Links in order."""
    images: tuple[Image, ...] = ()
    """Images in order."""
    citations: tuple[Citation, ...] = ()
    """Citations in order."""
    footnotes: tuple[Definition, ...] = ()
    """Footnote definitions."""
    references: tuple[Definition, ...] = ()
    """Link reference definitions."""
    repeated_references: tuple[Definition, ...] = ()
    """Link reference definitions of a label that has one already."""
    abbreviations: tuple[Abbreviation, ...] = ()
    """What short forms stand for."""
    used_references: frozenset[str] = frozenset()
    """Labels of the definitions that a link uses."""
    undefined_references: tuple[Definition, ...] = ()
    """``[text][label]`` without a definition of the label."""
    identifiers: tuple[Identifier, ...] = ()
    """Ids given outside headings."""
    id_references: tuple[IdReference, ...] = ()
    """Pointers to ids in raw HTML."""
    elements: tuple[Element, ...] = ()
    """Elements of raw HTML."""
    comments: tuple[Comment, ...] = ()
    """HTML comments."""
    tables: tuple[Table, ...] = ()
    """Tables."""
    lists: tuple[ListBlock, ...] = ()
    """Lists."""
    callouts: tuple[Callout, ...] = ()
    """Boxes."""
    blocks: tuple[Block, ...] = ()
    """All blocks in order."""
    indented_code: tuple[Position, ...] = ()
    """Code that is code because its lines are indented."""
    unbalanced: tuple[tuple[Position, str], ...] = ()
    """Tags of raw HTML without their end, or their beginning: where, and the tag."""
    misread: tuple[Misread, ...] = ()
    """What the builder makes something else of."""
    shallow: tuple[Position, ...] = ()
    """Later blocks of a list item that are indented by less than four columns."""
    passages: tuple[Passage, ...] = ()
    """Prose, for checks of language."""
    questions: tuple[Question, ...] = ()
    """Questions, when the page belongs to the FAQ."""
    markdown: str = ""
    """What stands below the front matter, with what was put in before the page was read."""
    allowances: tuple[Allowance, ...] = ()
    """Findings allowed here."""
    first_block: Position | None = None
    """The first thing in the body that is not a comment."""
    expands: frozenset[str] = frozenset()
    """Lists that the builder writes into the page: "glossary", "sources", "cases", "addresses"."""
    generated_anchors: frozenset[str] = frozenset()
    """Ids that these lists, and a quiz, give the built page."""

    @property
    def title(self) -> str:
        """Front-matter title, or the first h1."""
        first = next((heading.text for heading in self.headings if heading.level == 1), "")
        return self.front.text("title") or first

    @property
    def type(self) -> str:
        """Front-matter type, or ""."""
        return self.front.text("type")

    @property
    def slug(self) -> str:
        """Front-matter slug, or ""."""
        return self.front.text("slug")

    @property
    def is_for_print(self) -> bool:
        """Say whether it only shows again what stands on other pages: no search finds it, and no sitemap names it."""
        return self.type == PageType.PRINT

    @property
    def is_easy(self) -> bool:
        """Say whether it is easy reading: what another page says, in short sentences."""
        return self.type == PageType.EASY

    @property
    def is_found_elsewhere(self) -> bool:
        """Say whether a search leads to another page that says this: an easy page is a step from the whole one."""
        return self.is_for_print or (self.is_easy and self.path != f"{EASY_FOLDER}index.md")

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every id that the built page answers to."""
        return (
            frozenset(heading.id for heading in self.headings)
            | frozenset(identifier.id for identifier in self.identifiers)
            | self.generated_anchors
        )
