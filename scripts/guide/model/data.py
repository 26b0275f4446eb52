"""The entries of the data files: sources, terms, quizzes, addresses, words for the search.

What lives here: shapes. What does not: reading the files (``reading/``) and judging the
entries (``checks/``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guide.model.place import Position


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


QUIZ_ANCHOR = "quiz"
"""Id of the heading above a page's quiz."""


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


FREQUENCIES = ("preferably-never", "monthly", "quarterly", "twice-a-year", "yearly", "every-other-year")
"""How often an indicator is measured."""

INDICATOR_PARTS = ("definition", "source", "how-often", "says", "misleads")
"""What is told of each indicator, in the order of its page."""
INDICATOR_FIELDS = ("name", "shows", "source-in-brief", *INDICATOR_PARTS)
"""All that an indicator has in each language; ``shows`` and ``source-in-brief`` stand in the table of them all."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text in a data file: Markdown that becomes part of a page."""

    text: str
    """The text; a line break in it parts paragraphs."""
    position: Position
    """Where its field starts."""
    places: tuple[tuple[int, Position], ...] = ()
    """Where each of its lines is written: index of the line's first letter in the text, and its place."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator, in every language."""

    id: str
    """Its anchor on the page."""
    section: str
    """Id of the heading that it stands under."""
    frequency: str
    """How often it is measured: a key of ``FREQUENCIES``."""
    texts: Mapping[str, Mapping[str, WrittenText]]
    """Language → field → text; only what is written."""
    position: Position
    """Where the entry starts."""


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """Fingerprints of a page's sections when its languages were last marked as saying the same."""

    page: str
    """Path of the page within a language."""
    sections: Mapping[str, Mapping[str, str]]
    """Section id → language → fingerprint."""
    position: Position
    """Where the record stands."""


@dataclass(frozen=True, slots=True)
class SynonymGroup:
    """One entry: words that find what the others find."""

    language: str
    """Language of the words."""
    words: tuple[str, ...]
    """Words or phrases, as written."""
    position: Position
    """Where the entry stands."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """Other wordings of one question, section or page."""

    language: str
    """Language of the wordings."""
    path: str
    """Page, as its path within a language."""
    anchor: str
    """Id on the page; "" for the page itself."""
    texts: tuple[str, ...]
    """The wordings."""
    position: Position
    """Where the entry stands."""
