"""The entries of the data files: sources, terms, quizzes, addresses, words for the search.

What lives here: shapes, which say what a file may hold and are what is read from it. What does
not: reading the files (``reading/``) and judging how the entries hang together (``checks/``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import GenericAlias
from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, StrictInt, WithJsonSchema, create_model
from pydantic.dataclasses import dataclass as shape
from pydantic.json_schema import SkipJsonSchema

from guide.model.claims import ClaimEntry, ClaimsFile
from guide.model.discussion import Discussion
from guide.model.figures import Figure
from guide.model.place import Position
from guide.model.shapes import (
    ABSENT,
    STRICT,
    TEXTS,
    Hyphened,
    InLanguages,
    Kebab,
    Parts,
    Rooted,
    Shape,
    SiteAddress,
    Text,
)
from guide.model.sheets import Sheet
from guide.model.tools import ActionPlan, Assessment, IndicatorPicker
from guide.model.vocabularies import (
    CSL_DATES,
    CSL_NAMES,
    CSL_NUMBERS,
    CSL_TEXTS,
    CSL_TYPES,
    ChangeKind,
    Frequency,
    NoOriginal,
    SourceKind,
    Titled,
    Undated,
)

Placed = SkipJsonSchema[Position]
"""Where an entry starts: known to the reader, not written in the file."""
Named = SkipJsonSchema[str]
"""What stands before the colon of an entry: its key, not written in it again."""

# Sources --------------------------------------------------------------------


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

    @property
    def custom(self) -> Mapping[str, Any]:
        """What the guide knows of it beside CSL, as written; empty where that is nothing."""
        custom = self.entry.get("custom")
        return custom if isinstance(custom, Mapping) else {}


class OwnFacts(Shape):
    """What the guide knows of a source beside CSL."""

    kind: SourceKind
    """What it is, for the list of sources."""
    seen: Text = ""
    """What was seen of it: the whole, the abstract …"""
    abstract: dict[str, Text] = Field(default_factory=dict)
    """One sentence on what it is, by language."""
    copy_at: Annotated[Text, Field(alias="copy")] = ""
    """Where the copy is that was seen."""
    titled: Titled = ABSENT
    """Why the title is a description of ours in square brackets."""
    undated: Undated = ABSENT
    """Why it has no date."""
    no_original: Annotated[NoOriginal, Field(alias="no-original")] = ABSENT
    """Why the address is that of a copy."""


_NumberOrText = Annotated[Any, WithJsonSchema({"type": ["string", "number"]})]


class CslName(Hyphened):
    """Somebody."""

    family: Text = ""
    given: Text = ""
    literal: Text = ""
    """The whole name, where it is not that of a person."""
    suffix: Text = ""
    dropping_particle: Text = ""
    non_dropping_particle: Text = ""


class CslDate(Hyphened):
    """A day, a month or a year."""

    date_parts: tuple[tuple[_NumberOrText, ...], ...] = ()
    """[[year, month, day]], the last one or two of them left out where not known."""
    raw: Text = ""
    literal: Text = ""
    season: _NumberOrText = ""
    circa: _NumberOrText = ""


def _csl_item() -> Any:
    """Give the shape of an entry, with the variables of CSL 1.0.2."""
    variables: dict[str, Any] = {
        **dict.fromkeys(CSL_TEXTS, (Text, "")),
        **dict.fromkeys(CSL_NUMBERS, (_NumberOrText, "")),
        **dict.fromkeys(CSL_NAMES, (tuple[CslName, ...], ())),
        **dict.fromkeys(CSL_DATES, (CslDate, ABSENT)),
    }
    own: dict[str, Any] = {
        "id": (Kebab, ...),
        "type": (Literal[CSL_TYPES], ...),
        "title": (Text, ...),
        "custom": (OwnFacts, ABSENT),
    }
    return create_model("CslItem", __base__=Shape, **own, **variables)


CslItem = _csl_item()


# Terms ----------------------------------------------------------------------


@shape(frozen=True, config=STRICT)
class TermText:
    """A glossary term in one language."""

    term: Text
    """The term."""
    definition: Text
    """One or two sentences."""
    forms: tuple[Text, ...] = ()
    """Other forms of the word that running text uses."""
    tooltip: StrictBool = True
    """Its first use on a page shows the definition; False for everyday words."""


@shape(frozen=True, config=STRICT)
class Term(InLanguages):
    """One glossary entry."""

    id: Kebab
    """Its anchor on the glossary page, never changed."""
    texts: Annotated[dict[str, TermText], Field(alias=TEXTS)]
    """The term in each language."""
    position: Placed
    """Where the entry starts."""
    page: Text = ""
    """Page (path within a language) that explains it, or ""."""
    source: Text = ""
    """What the definition rests on, as pages cite it: ``key#claim`` or ``key``, or ""."""

    @property
    def source_key(self) -> str:
        """Citation key of the source, or ""."""
        return self.source.partition("#")[0]


@shape(frozen=True, config=STRICT)
class Redirect:
    """An address that once was published, and where it leads now."""

    old: Annotated[SiteAddress, Field(alias="from")]
    """Former address, from the site's root: "/steg/gammalt/" or "/steg/gammalt/#id"."""
    new: Annotated[SiteAddress, Field(alias="to")]
    """Present address, in the same form."""
    position: Placed
    """Where the entry stands."""


@shape(frozen=True, config=STRICT)
class Published:
    """One page in the ledger of published addresses."""

    address: Named
    """Address from the site's root: "/steg/tillitskultur/"."""
    position: Placed
    """Where the entry stands."""
    language: str = ""
    """Language of the page, or "" when the ledger does not say."""
    page: str = ""
    """Path of the page within its language when it was published, or ""."""
    anchors: tuple[str, ...] = ()
    """Published anchors."""


@shape(frozen=True, config=STRICT)
class ShortAddress:
    """One short address that has been published, and where it led when it was."""

    id: Named
    """What stands after "/l/"."""
    to: Annotated[dict[str, SiteAddress], Field(min_length=1)]
    """Language → address from the site's root, in the form of the ledger: "/steg/ledarskap/"."""
    position: Placed
    """Where the entry stands."""
    page: str = ""
    """Path of the page within its language."""
    anchor: str = ""
    """Id of the question on it, or "" for the page as a whole."""


QUIZ_ANCHOR = "quiz"
"""Id of the heading above a page's quiz."""


@shape(frozen=True, config=STRICT)
class QuizText:
    """A question of a quiz in one language."""

    question: Text
    """The question."""
    options: Annotated[tuple[Text, ...], Field(min_length=2, max_length=8)]
    """What one chooses among, in the same order in every language."""
    explanation: Text
    """Why the right one is right."""


@shape(frozen=True, config=STRICT)
class QuizQuestion(InLanguages):
    """One question of a quiz, in every language."""

    id: Kebab
    """Its name, unique in the file."""
    texts: Annotated[dict[str, QuizText], Field(alias=TEXTS)]
    """The question in each language."""
    correct: Annotated[StrictInt, Field(ge=0)]
    """Index of the right option, from 0."""
    see: Text
    """Id of the section on the page that explains it."""
    position: Placed
    """Where the entry starts."""


@shape(frozen=True, config=STRICT)
class Quiz:
    """The questions at the end of one page."""

    page: Text
    """Path of the page within a language."""
    questions: Annotated[tuple[QuizQuestion, ...], Field(min_length=1)]
    """Its questions, in order."""
    position: Placed
    """Where the entry starts."""


# Slides ---------------------------------------------------------------------


@shape(frozen=True, config=STRICT)
class SlideText:
    """A slide in one language."""

    title: Text
    """Its title."""
    lines: Annotated[tuple[Text, ...], Field(min_length=1, max_length=5)]
    """What stands below the title, one short line each."""


@shape(frozen=True, config=STRICT)
class Slide(InLanguages):
    """One slide, in every language."""

    see: Text
    """Id of the section on the page that the facilitator's notes are taken from."""
    texts: Annotated[dict[str, SlideText], Field(alias=TEXTS)]
    """The slide in each language."""
    position: Placed
    """Where the entry starts."""
    item: Annotated[StrictInt, Field(ge=0)] = 0
    """Number of the item in the section's list that the notes are, from 1; 0 for the whole section."""


@shape(frozen=True, config=STRICT)
class Deck:
    """The slides of one page."""

    page: Text
    """Path of the page within a language."""
    slides: Annotated[tuple[Slide, ...], Field(min_length=1)]
    """Its slides, in order."""
    position: Placed
    """Where the entry starts."""


# Indicators -----------------------------------------------------------------


class IndicatorText(Hyphened):
    """An indicator in one language: paragraphs of Markdown."""

    name: Text
    """What it is called."""
    shows: Text
    """What it shows, in the table of them all."""
    source_in_brief: Text
    """Where it comes from, in that table."""
    definition: Text
    """What is counted, and how."""
    source: Text
    """Where the figures are."""
    how_often: Text
    """How often to measure."""
    says: Text
    """What it tells."""
    misleads: Text
    """When it misleads."""


class IndicatorEntry(Shape):
    """An indicator as it is written; it is read as an ``Indicator``, whose texts know their places."""

    id: Kebab
    """Its anchor on the page, never changed."""
    section: Text
    """Id of the heading that it stands under."""
    frequency: Frequency
    """How often it is measured."""
    texts: Annotated[dict[str, IndicatorText], Field(alias=TEXTS)]
    """The indicator in each language."""


INDICATOR_FIELDS = tuple(name.replace("_", "-") for name in IndicatorText.model_fields)
"""All that an indicator has in each language; ``shows`` and ``source-in-brief`` stand in the table of them all."""
INDICATOR_PARTS = INDICATOR_FIELDS[INDICATOR_FIELDS.index("definition") :]
"""What is told of each indicator, in the order of its page."""


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
    """How often it is measured: a ``Frequency``."""
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
class ReadClaims:
    """Fingerprints of the claims that a page leans on, when somebody last read the page with them beside it."""

    page: str
    """Path of the page within a language."""
    claims: Mapping[str, str]
    """``key#claim`` → fingerprint."""
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
    """How readers ask for one question, section or page: other wordings of it, or single words."""

    language: str
    """Language of the wordings."""
    path: str
    """Page, as its path within a language."""
    anchor: str
    """Id on the page; "" for the page itself."""
    texts: tuple[str, ...]
    """The wordings, or the words."""
    position: Position
    """Where the entry stands."""


# Changes --------------------------------------------------------------------


@shape(frozen=True, config=STRICT)
class Change(InLanguages):
    """What an editor tells readers of a change that concerns them."""

    id: Kebab
    """Its name in the feeds, never changed."""
    date: date
    """The day it was published."""
    kind: ChangeKind
    """What was done."""
    texts: Annotated[dict[str, Text], Field(alias=TEXTS)]
    """One or two sentences in each language."""
    position: Placed
    """Where the entry starts."""
    pages: tuple[Text, ...] = ()
    """Pages (paths within a language) that it concerns; none where it concerns the whole guide."""


@dataclass(frozen=True, slots=True)
class Review:
    """When somebody last read a page through, in all its languages."""

    page: str
    """Path of the page within a language."""
    day: date
    """The day."""
    position: Position
    """Where the record stands."""


# Words ----------------------------------------------------------------------


@shape(frozen=True, config=STRICT)
class AvoidedWord:
    """Words that the guide does not use, and what it writes in their place."""

    avoid: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The words or phrases, each in every form that is meant."""
    write: Text
    """What to write in their place."""
    position: Placed
    """Where the entry starts."""
    why: Text = ""
    """Why, where that is not plain."""
    not_in: Annotated[tuple[Text, ...], Field(alias="not-in")] = ()
    """Phrases within which a word may stand, such as a title or an established term."""


# The files ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DataFile:
    """What one data file holds."""

    name: str
    """Its name in the data folder, where settings give no other; that of a folder for one file a source."""
    whole: Any
    """The shape of the file."""
    entry: Any
    """The shape of one entry of it."""
    holds: str
    """What it must hold, in words: "a list of terms"."""
    rule: str = "data-unreadable"
    """Id of the finding that a faulty entry becomes."""
    key: str = ""
    """What the entry calls the key that it has in the file."""
    says: str = ""
    """What is said of any faulty entry, in place of what the shape says; {} is its key."""
    hint: str = ""
    """What to do about it."""


_Group = Annotated[tuple[Text, ...], Field(min_length=2)]
_Fingerprints = dict[str, dict[str, str]]
_Claims = dict[str, str]
DATA_FILES: Mapping[str, DataFile] = {
    "bibliography": DataFile(
        "bibliography.json", GenericAlias(list, CslItem), CslItem, "an array of entries", "source-form"
    ),
    "glossary": DataFile("glossary.yml", list[Term], Term, "a list of entries", "glossary-form"),
    "redirects": DataFile(
        *("redirects.yml", list[Redirect], Redirect, "a list of redirects", "redirect-form"),
        hint="write {from: /former/, to: /present/}",
    ),
    "ledger": DataFile(
        *("addresses.json", dict[Rooted, Published], Published, "an object with an entry for each address"),
        key="address",
    ),
    "short_addresses": DataFile(
        *("short-addresses.json", dict[Kebab, ShortAddress], ShortAddress, "an object with an entry for each id"),
        key="id",
        says='"{}" needs an id in kebab-case, "page", and "to" with an address for each language',
    ),
    "indicators": DataFile(
        "indicators.yml", list[IndicatorEntry], IndicatorEntry, "a list of indicators", "indicator-form"
    ),
    "quizzes": DataFile("quizzes.yml", list[Quiz], Quiz, "a list of quizzes", "quiz-form"),
    "slides": DataFile("slides.yml", list[Deck], Deck, "a list of decks", "slide-form"),
    "assessment": DataFile(
        *("tools/assessment.yml", Assessment, Assessment, "the self-assessment", "assessment-form"),
        hint="write it as data/schemas/assessment.json has it",
    ),
    "sheets": DataFile("tools/sheets.yml", list[Sheet], Sheet, "a list of sheets", "sheet-form"),
    "discussion": DataFile(
        *("tools/discussion.yml", Discussion, Discussion, "the discussion guide", "discussion-form"),
        hint="write it as data/schemas/discussion.json has it",
    ),
    "action_plan": DataFile(
        *("tools/action-plan.yml", ActionPlan, ActionPlan, "the action plan", "plan-form"),
        hint="write it as data/schemas/action-plan.json has it",
    ),
    "indicator_picker": DataFile(
        *("tools/indicator-picker.yml", IndicatorPicker, IndicatorPicker, "the indicator picker", "picker-form"),
        hint="write it as data/schemas/indicator-picker.json has it",
    ),
    "translations": DataFile(
        *("translations.json", dict[str, _Fingerprints], _Fingerprints, "page → section → language → fingerprint")
    ),
    "claims": DataFile(
        "claims",
        ClaimsFile,
        ClaimEntry,
        "the claims of one source",
        "claim-form",
        hint="write it as data/schemas has it",
    ),
    "figures": DataFile(
        *("figures", Figure, Figure, "a figure", "figure-form", "name"), hint="write it as data/schemas has it"
    ),
    "readings": DataFile("readings.json", dict[str, _Claims], _Claims, "page → claim → fingerprint"),
    "changes": DataFile("changes.yml", list[Change], Change, "a list of changes, the newest first", "change-form"),
    "reviews": DataFile("reviews.yml", dict[str, date], date, "page → day, such as  faq.md: 2026-11-28"),
    "avoided_words": DataFile(
        *("words-to-avoid.yml", dict[str, list[AvoidedWord]], AvoidedWord, "a list of words for each language"),
        hint="write, below the language's code, entries such as  - {avoid: [whilst], write: while}",
    ),
    "synonyms": DataFile(
        *("search/synonyms.yml", dict[str, list[_Group]], _Group, "a list of groups for each language"),
        says="a group must be a list of two or more words",
        hint="write a list of groups for each language, such as  - [medarbetare, anställd]",
    ),
    "wordings": DataFile(
        *(
            "search/wordings.yml",
            dict[str, dict[str, Parts]],
            Parts,
            "where wordings lead and the wordings, for each language",
        ),
        says='"{}" has no wordings',
        hint="write, below the language's code, lines such as  faq.md#is-it-proven: finns det bevis | funkar det",
    ),
    "search_words": DataFile(
        *(
            "search/words.yml",
            dict[str, dict[str, Text]],
            Text,
            "where words lead and the words, for each language",
        ),
        says='"{}" has no words',
        hint="write, below the language's code, lines such as  faq.md#is-it-proven: evidens bluff hokuspokus",
    ),
}
"""The data files by the setting that names each."""
