"""The whole guide, read once, with the look-ups that checks and builders share.

What lives here: the shape. What does not: reading it (``reading/guide.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from guide.model.claims import Claim
from guide.model.data import (
    Indicator,
    MarkedPair,
    Published,
    Quiz,
    ReadClaims,
    Redirect,
    ShortAddress,
    Source,
    SynonymGroup,
    Term,
    Wordings,
)
from guide.model.page import Page
from guide.model.place import Allowance, Problem, TextFile
from guide.model.settings import Settings


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
    indicators: tuple[Indicator, ...] = ()
    """Indicators, in file order."""
    marked: tuple[MarkedPair, ...] | None = None
    """Records of equal translations; None when the guide keeps none."""
    claims: tuple[Claim, ...] | None = None
    """What the sources say, in the order of files; None when the guide keeps no ledger of it."""
    broken_claims: frozenset[str] = frozenset()
    """Claims, as ``key#claim``, that are written but cannot be used."""
    readings: tuple[ReadClaims, ...] = ()
    """Which pages were read with which claims."""
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
    def page_with_list(self) -> Mapping[tuple[str, str], Page]:
        """Pages by language and what they ask for to be put in; the first of those that ask for the same."""
        found: dict[tuple[str, str], Page] = {}
        for page in self.pages:
            for asked in page.expands:
                found.setdefault((page.language, asked), page)
        return found

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
    def paths(self) -> tuple[str, ...]:
        """Paths within a language, each once, in order."""
        return tuple(dict.fromkeys(page.path for page in self.pages))

    def nav_order(self, language: str) -> Mapping[str, int]:
        """Give the place of each page in a language's nav, by its path; pages in no nav have none."""
        shown = (entry for entry in self.settings.nav if entry.language in ("", language))
        return {entry.href: number for number, entry in enumerate(shown)}

    def page_of_indicator(self, indicator: Indicator, language: str) -> Page | None:
        """Give the page of a language that shows an indicator, or None."""
        shows = {"indicators", f"indicators {indicator.section}"}
        return next((page for page in self.pages if page.language == language and shows & page.expands), None)

    def counterparts(self, page: Page) -> tuple[Page, ...]:
        """Give the same page in the other languages that have it."""
        codes = (language.code for language in self.settings.languages if language.code != page.language)
        found = (self.page_by_key.get((code, page.path)) for code in codes)
        return tuple(other for other in found if other is not None)
