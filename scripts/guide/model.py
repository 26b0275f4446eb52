"""The content model: what a guide consists of, as small frozen dataclasses and named tuples.

What a guide has tens of thousands of (places, passages, links …) is a named tuple: it
takes a quarter of the time to make, and to hand over from one process to another.

What lives here: the shapes that every check and builder reads, and the look-ups
over them. What does not: reading files (``sources.py``, ``data.py``, ``site.py``),
and judging what was read (``checks/``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from guide.search.synonyms import SynonymGroup
    from guide.search.wordings import Wordings
    from guide.settings import Settings
    from guide.targets import Target


class Position(NamedTuple):
    """A place in a file, as editors count: from 1."""

    path: str
    """The file, relative to the folder of mkdocs.yml, with forward slashes."""
    line: int = 1
    """Line, from 1."""
    column: int = 1
    """Column, from 1."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What a reader could not make sense of; a check turns it into a finding."""

    code: str
    """Id of the finding it becomes (an id in the catalogue)."""
    position: Position
    """Where."""
    message: str
    """What is wrong, in plain language."""
    mend: str = ""
    """What to do about it, when there is more to say than the catalogue's own mend."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """A finding that the writer has allowed at its place: ``<!-- allow: id — reason -->``."""

    id: str
    """Id of the allowed finding."""
    reason: str
    """Why it is right here; empty when the writer gave none."""
    position: Position
    """Where the allowance stands."""
    last_line: int
    """Last line that it covers (it starts at its own line)."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """What the bytes of one text file are like, before anybody reads their meaning."""

    path: str
    """Relative to the folder of mkdocs.yml."""
    not_utf8_at: Position | None = None
    """The first byte that is not UTF-8."""
    has_bom: bool = False
    """Starts with a byte order mark."""
    line_ends: frozenset[str] = frozenset()
    """The kinds of line end in it: "LF", "CRLF", "CR"."""
    decomposed: tuple[Position, ...] = ()
    """Letters written as base letter + combining mark (first of each line)."""
    invisible: tuple[tuple[Position, str], ...] = ()
    """Control and zero-width characters: where, and their Unicode name."""
    merge_markers: tuple[Position, ...] = ()
    """Lines left by a merge that was not finished."""


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
    """A reference ``[^key]`` to the bibliography (or to a footnote)."""

    key: str
    """Key as written."""
    position: Position
    """Where it stands."""
    section: str
    """Id of the heading it stands under."""
    after: str = ""
    """The character before it ("" at the start of a block)."""
    before: str = ""
    """The character after it ("" at the end of a block)."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A footnote definition ``[^key]: …`` or a link reference definition ``[label]: …``."""

    label: str
    """Key or label."""
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


@dataclass(frozen=True, slots=True)
class Callout:
    """A box: ``!!! note "Title"``."""

    kind: str
    """The word after the marker."""
    title: str | None
    """The title between quotation marks; None when there is none."""
    position: Position
    """Where it starts."""


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
    in_list: bool = False
    """Inside a list."""
    italics: tuple[str, ...] = ()
    """What stands in italics in it: emphasis, titles, words of another language."""


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
    """Id of the h2 it stands under ("" when there is none)."""
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

    def text(self, key: str) -> str:
        """Give the value of a top-level key when it is text, else ""."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""


@dataclass(frozen=True)
class Page:
    """One Markdown page in one language."""

    language: str
    """Language code of the folder (or file-name suffix) it stands in."""
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
    shallow: tuple[Position, ...] = ()
    """Later blocks of a list item that are indented by less than four columns."""
    passages: tuple[Passage, ...] = ()
    """Prose, for checks of language."""
    questions: tuple[Question, ...] = ()
    """Questions, when the page is the FAQ."""
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

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every id that the built page answers to."""
        return (
            frozenset(heading.id for heading in self.headings)
            | frozenset(identifier.id for identifier in self.identifiers)
            | self.generated_anchors
        )


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the bibliography (CSL-JSON, https://docs.citationstyles.org/)."""

    id: str
    """Citation key."""
    type: str
    """CSL type: report, webpage, article-journal …"""
    title: str
    """Title in its original language."""
    url: str
    """Address, or ""."""
    language: str
    """Language code of the source, or ""."""
    entry: Mapping[str, Any]
    """The whole entry as written."""
    position: Position
    """Where the entry starts."""


@dataclass(frozen=True, slots=True)
class TermText:
    """A glossary term in one language."""

    term: str
    """The term."""
    definition: str
    """One or two sentences."""
    forms: tuple[str, ...] = ()
    """Other forms of the word that running text uses."""
    tooltip: bool = True
    """Its first use on a page shows the definition; False for everyday words."""


@dataclass(frozen=True, slots=True)
class Term:
    """One glossary entry."""

    id: str
    """Its anchor on the glossary page."""
    texts: Mapping[str, TermText]
    """The term in each language."""
    page: str
    """Page (path within a language) that explains it, or ""."""
    source: str
    """Citation key, or ""."""
    position: Position
    """Where the entry starts."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that once was published, and where it leads now."""

    old: str
    """Former address, from the site's root: "/steg/gammalt/" or "/steg/gammalt/#id"."""
    new: str
    """Present address, in the same form."""
    position: Position
    """Where the entry stands."""


@dataclass(frozen=True, slots=True)
class Published:
    """One page in the ledger of published addresses."""

    address: str
    """Address from the site's root: "/steg/tillitskultur/"."""
    language: str
    """Language of the page, or "" when the ledger does not say."""
    page: str
    """Path of the page within its language when it was published, or ""."""
    anchors: tuple[str, ...]
    """Published anchors."""
    position: Position
    """Where the entry stands."""


@dataclass(frozen=True, slots=True)
class ShortAddress:
    """One short address that has been published, and where it led when it was."""

    id: str
    """What stands after "/l/"."""
    page: str
    """Path of the page within its language."""
    anchor: str
    """Id of the question on it, or "" for the page as a whole."""
    to: Mapping[str, str]
    """Language → address from the site's root, in the form of the ledger: "/steg/ledarskap/"."""
    position: Position
    """Where the entry stands."""


@dataclass(frozen=True, slots=True)
class QuizText:
    """A question of a quiz in one language."""

    question: str
    """The question."""
    options: tuple[str, ...]
    """What one chooses among."""
    explanation: str
    """Why the right one is right."""


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """One question of a quiz, in every language."""

    id: str
    """Its name, unique in the file."""
    texts: Mapping[str, QuizText]
    """The question in each language."""
    correct: int
    """Index of the right option, from 0; -1 where the entry does not say."""
    see: str
    """Id of the section on the page that explains it."""
    position: Position
    """Where the entry starts."""


@dataclass(frozen=True, slots=True)
class Quiz:
    """The questions at the end of one page."""

    page: str
    """Path of the page within a language."""
    questions: tuple[QuizQuestion, ...]
    """Its questions, in order."""
    position: Position
    """Where the entry starts."""


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One page (or outside link) in the navigation."""

    title: str
    """Title in the nav, or "" when the page's own is used."""
    href: str
    """As written: a path within the language's folder, or an address."""
    language: str
    """Language whose nav it is; "" for a nav that all languages share."""
    position: Position
    """Where it stands in mkdocs.yml."""


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """Fingerprints of a page's sections when its languages were last marked as saying the same."""

    page: str
    """Path of the page within a language."""
    sections: Mapping[str, Mapping[str, str]]
    """Section id → language → fingerprint."""
    position: Position
    """Where the record stands."""


@dataclass(frozen=True)
class Guide:
    """The whole guide, read once."""

    settings: Settings
    """Settings of the guide."""
    pages: tuple[Page, ...] = ()
    """Every page of every language, ordered by source path."""
    assets: tuple[str, ...] = ()
    """Every other file in the docs folder, relative to it."""
    mentions: str = ""
    """Text of style sheets, scripts, templates and mkdocs.yml: where assets may be named."""
    files: tuple[TextFile, ...] = ()
    """Every text file that was read."""
    sources: tuple[Source, ...] = ()
    """Bibliography, in file order."""
    terms: tuple[Term, ...] = ()
    """Glossary, in file order."""
    redirects: tuple[Redirect, ...] = ()
    """Redirects, in file order."""
    ledger: tuple[Published, ...] = ()
    """Published addresses."""
    short_addresses: tuple[ShortAddress, ...] = ()
    """Short addresses that have been published, in file order."""
    quizzes: tuple[Quiz, ...] = ()
    """Quizzes, in file order."""
    marked: tuple[MarkedPair, ...] | None = None
    """Records of equal translations; None when the guide keeps none."""
    synonyms: tuple[SynonymGroup, ...] = ()
    """Words that find each other in the search, in file order."""
    wordings: tuple[Wordings, ...] = ()
    """Other wordings of questions and sections, for the search, in file order."""
    problems: tuple[Problem, ...] = ()
    """What the readers of data files could not make sense of."""
    data_allowances: tuple[Allowance, ...] = field(default=())
    """Findings allowed in data files and mkdocs.yml."""

    @cached_property
    def page_by_source(self) -> Mapping[str, Page]:
        """Pages by path relative to the docs folder."""
        return {page.source: page for page in self.pages}

    @cached_property
    def page_by_key(self) -> Mapping[tuple[str, str], Page]:
        """Pages by language and path within it."""
        return {(page.language, page.path): page for page in self.pages}

    @cached_property
    def page_by_address(self) -> Mapping[str, Page]:
        """Pages by published address ("" is the root); the first where two share one."""
        found: dict[str, Page] = {}
        for page in self.pages:
            found.setdefault(page.address, page)
        return found

    @cached_property
    def page_by_folded_source(self) -> Mapping[str, Page]:
        """Pages by source path in lower case."""
        return {page.source.casefold(): page for page in self.pages}

    @cached_property
    def asset_set(self) -> frozenset[str]:
        """Assets, for looking up."""
        return frozenset(self.assets)

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """Bibliography by key."""
        return {source.id: source for source in self.sources}

    @cached_property
    def term_by_id(self) -> Mapping[str, Term]:
        """Glossary by id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def quiz_by_page(self) -> Mapping[str, Quiz]:
        """Quizzes by the page they stand on; the first where two name one page."""
        found: dict[str, Quiz] = {}
        for quiz in self.quizzes:
            found.setdefault(quiz.page, quiz)
        return found

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Paths within a language, each once, in order."""
        return tuple(dict.fromkeys(page.path for page in self.pages))

    def counterparts(self, page: Page) -> tuple[Page, ...]:
        """Give the same page in the other languages that have it."""
        codes = (language.code for language in self.settings.languages if language.code != page.language)
        found = (self.page_by_key.get((code, page.path)) for code in codes)
        return tuple(other for other in found if other is not None)
