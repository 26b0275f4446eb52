"""The whole guide, read once, with the look-ups that checks and builders share.

What lives here: the shape. What does not: reading it (``reading/guide.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from guide.model.claims import Claim
from guide.model.data import (
    AvoidedWord,
    Change,
    Deck,
    Indicator,
    MarkedPair,
    Published,
    Quiz,
    ReadClaims,
    Redirect,
    Review,
    ShortAddress,
    Source,
    SynonymGroup,
    Term,
    Wordings,
)
from guide.model.discussion import Discussion
from guide.model.figures import Figure
from guide.model.page import Page, Question
from guide.model.place import Allowance, Position, Problem, TextFile
from guide.model.settings import Settings
from guide.model.sheets import Sheet
from guide.model.tools import ActionPlan, Assessment, IndicatorPicker
from guide.model.vocabularies import Directive

Place = tuple[Page, str]
"""A page that leans on a source, and the id of the section where it does."""


class Theme(NamedTuple):
    """A theme of the FAQ: a page of its own, or a stretch of one page."""

    id: str
    """ "theme-basics"."""
    title: str
    """What it is called."""
    page: Page
    """Where its questions are answered."""
    questions: tuple[Question, ...]
    """Its questions in order."""

    @property
    def anchor(self) -> str:
        """Its id on the page; "" where it is the whole page."""
        return self.id if any(heading.id == self.id for heading in self.page.headings) else ""


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
    decks: tuple[Deck, ...] = ()
    """Slides, in file order."""
    indicators: tuple[Indicator, ...] = ()
    """Indicators, in file order."""
    figures: tuple[Figure, ...] = ()
    """Figures, in the order of their names."""
    assessments: tuple[Assessment, ...] = ()
    """The self-assessment; none where the guide has none."""
    sheets: tuple[Sheet, ...] = ()
    """The sheets to fill in, in file order."""
    discussions: tuple[Discussion, ...] = ()
    """The management team's discussion guide; none where the guide has none."""
    action_plans: tuple[ActionPlan, ...] = ()
    """The action plan; none where the guide has none."""
    indicator_pickers: tuple[IndicatorPicker, ...] = ()
    """The indicator picker; none where the guide has none."""
    committed: Mapping[str, tuple[str, frozenset[str]]] = field(default_factory=dict)
    """What the last commit has of records that only grow: path → role and what is recorded; empty without git."""
    templates: frozenset[str] = frozenset()
    """Templates in the theme's overrides, relative to their folder."""
    pages_of_pdf: Mapping[str, int] = field(default_factory=dict)
    """How many pages each PDF among the assets has, by its path; without those that could not be opened."""
    pages_in_templates: tuple[tuple[str, Position], ...] = ()
    """Pages that the theme's overrides name, by their path within a language, and where."""
    answers_to_queries: tuple[tuple[str, Position], ...] = ()
    """Where queries of the search's test material should lead, and where it says so."""
    marked: tuple[MarkedPair, ...] | None = None
    """Records of equal translations; None when the guide keeps none."""
    marked_before: tuple[MarkedPair, ...] = ()
    """The same records as the last commit has them; empty without git."""
    claims: tuple[Claim, ...] | None = None
    """What the sources say, in the order of files; None when the guide keeps no ledger of it."""
    broken_claims: frozenset[str] = frozenset()
    """Claims, as ``key#claim``, that are written but cannot be used."""
    readings: tuple[ReadClaims, ...] = ()
    """Which pages were read with which claims."""
    changes: tuple[Change, ...] = ()
    """What editors tell of changes, in file order: the newest first."""
    reviews: tuple[Review, ...] = ()
    """When each page was last read through."""
    avoided_words: tuple[tuple[str, AvoidedWord], ...] = ()
    """Words that the guide does not use, each after its language."""
    synonyms: tuple[SynonymGroup, ...] = ()
    """Words that find each other in the search, in file order."""
    wordings: tuple[Wordings, ...] = ()
    """Other wordings of questions and sections, for the search, in file order."""
    search_words: tuple[Wordings, ...] = ()
    """Words that readers use for questions and sections, beside those that stand there, in file order."""
    problems: tuple[Problem, ...] = ()
    """What the readers of data files could not make sense of."""
    linked_folders: tuple[str, ...] = ()
    """Folders in the docs folder that are links to others, by their path."""
    unopened: frozenset[str] = frozenset()
    """Files that are there and could not be opened, by their path."""
    copies: Mapping[str, str] = field(default_factory=dict)
    """Files that are left out, as they are copies of another beside them: path → name of that."""
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
    def unfinished(self) -> frozenset[str]:
        """Files with places that are still to be written, by their path."""
        return frozenset(file.path for file in self.files if file.unwritten)

    @cached_property
    def asset_set(self) -> frozenset[str]:
        """Assets, for looking up."""
        return frozenset(self.assets)

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """Bibliography by key."""
        return {source.id: source for source in self.sources}

    @cached_property
    def places_citing(self) -> Mapping[str, Mapping[str, Mapping[str, Sequence[Place]]]]:
        """For each language, source and claim of it ("" for none), the places that cite it, each once."""
        found: dict[str, dict[str, dict[str, list[Place]]]] = {}
        for page in self.pages:
            of_language = found.setdefault(page.language, {})
            own = {heading.id for heading in page.headings if heading.level > 1}
            cited = ((each.key, each.claim, each.section if each.section in own else "") for each in page.citations)
            for key, claim, section in dict.fromkeys(cited):
                of_language.setdefault(key, {}).setdefault(claim, []).append((page, section))
        return found

    @cached_property
    def claim_by_reference(self) -> Mapping[str, Claim]:
        """Claims by ``key#claim``."""
        return {claim.reference: claim for claim in self.claims or ()}

    @cached_property
    def claims_by_source(self) -> Mapping[str, tuple[Claim, ...]]:
        """Claims by citation key, in the order of their file."""
        found: dict[str, tuple[Claim, ...]] = {}
        for claim in self.claims or ():
            found[claim.source] = (*found.get(claim.source, ()), claim)
        return found

    @cached_property
    def quiz_by_page(self) -> Mapping[str, Quiz]:
        """Quizzes by the page they stand on; the first where two name one page."""
        found: dict[str, Quiz] = {}
        for quiz in self.quizzes:
            found.setdefault(quiz.page, quiz)
        return found

    @cached_property
    def review_by_path(self) -> Mapping[str, Review]:
        """Reviews by the page's path within a language."""
        return {review.page: review for review in self.reviews}

    @cached_property
    def figure_by_name(self) -> Mapping[str, Figure]:
        """Figures by the name that pages call them by."""
        return {figure.name: figure for figure in self.figures}

    @cached_property
    def sheet_by_id(self) -> Mapping[str, Sheet]:
        """Sheets to fill in by the id that pages call them by."""
        return {sheet.id: sheet for sheet in self.sheets}

    @cached_property
    def deck_by_page(self) -> Mapping[str, Deck]:
        """Slides by the page they are for; the first where two name one page."""
        found: dict[str, Deck] = {}
        for deck in self.decks:
            found.setdefault(deck.page, deck)
        return found

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Paths within a language, each once, in order."""
        return tuple(dict.fromkeys(page.path for page in self.pages))

    @cached_property
    def themes(self) -> Mapping[str, tuple[Theme, ...]]:
        """Themes of the FAQ by language, in the order of the nav."""
        return {language.code: tuple(self._themes(language.code)) for language in self.settings.languages}

    def _themes(self, language: str) -> Iterator[Theme]:
        order = self.nav_order(language)
        pages = (page for page in self.pages if page.language == language and page.questions)
        for page in sorted(pages, key=lambda page: order.get(page.path, len(order))):
            titles = {heading.id: heading.text for heading in page.headings if heading.level == 2}
            whole = next((heading.text for heading in page.headings if heading.level == 1), page.title)
            for name in dict.fromkeys(question.theme for question in page.questions):
                questions = tuple(question for question in page.questions if question.theme == name)
                yield Theme(name, titles.get(name, whole), page, questions)

    @cached_property
    def page_of_question(self) -> Mapping[tuple[str, str], Page]:
        """The page that answers a question, by language and the question's id; the first where two share one."""
        found: dict[tuple[str, str], Page] = {}
        for language, themes in self.themes.items():
            for theme in themes:
                for question in (each for each in theme.questions if each.id):
                    found.setdefault((language, question.id), theme.page)
        return found

    def answered_elsewhere(self, page: Page, anchor: str) -> Page | None:
        """Give the page that answers a question which ``page`` only lists (its id is there too), or None."""
        if Directive.QUESTIONS not in page.expands:
            return None
        goal = self.page_of_question.get((page.language, anchor))
        return goal if goal is not page else None

    def nav_order(self, language: str) -> Mapping[str, int]:
        """Give the place of each page in a language's nav, by its path; pages in no nav have none."""
        shown = (entry for entry in self.settings.nav if entry.language in ("", language))
        return {entry.href: number for number, entry in enumerate(shown)}

    def page_of_indicator(self, indicator: Indicator, language: str) -> Page | None:
        """Give the page of a language that shows an indicator, or None."""
        return self.page_that_shows(language, Directive.INDICATORS, f"{Directive.INDICATORS} {indicator.section}")

    def tools_on(self, page: Page) -> frozenset[Directive]:
        """Give the instructions by which a page shows tools to fill in; none for a tool without data in the guide."""
        found = {tool for tool, data in self._data_of_tools.items() if data and tool in page.expands}
        if any(f"{Directive.SHEET} {sheet.id}" in page.expands for sheet in self.sheets):
            found.add(Directive.SHEET)
        return frozenset(found)

    @cached_property
    def _data_of_tools(self) -> Mapping[Directive, Sequence[object]]:
        return {
            Directive.ASSESSMENT: self.assessments,
            Directive.GROUP_PICTURE: self.assessments,
            Directive.DISCUSSION: self.discussions,
            Directive.ACTION_PLAN: self.action_plans,
            Directive.INDICATOR_PICKER: self.indicator_pickers,
        }

    def page_that_shows(self, language: str, *instructions: str) -> Page | None:
        """Give the first page of a language that has any of the instructions (``guide:…``), or None."""
        found = [place for each in instructions if (place := self._first_with.get((language, each))) is not None]
        return self.pages[min(found)] if found else None

    @cached_property
    def _first_with(self) -> Mapping[tuple[str, str], int]:
        """Where among the pages the first of a language stands that has an instruction."""
        found: dict[tuple[str, str], int] = {}
        for place, page in enumerate(self.pages):
            for each in page.expands:
                found.setdefault((page.language, each), place)
        return found

    def counterparts(self, page: Page) -> tuple[Page, ...]:
        """Give the same page in the other languages that have it."""
        codes = (language.code for language in self.settings.languages if language.code != page.language)
        found = (self.page_by_key.get((code, page.path)) for code in codes)
        return tuple(other for other in found if other is not None)
