"""How a page leans on a claim: the sentence that cites it, and which of its limits are said there.

What lives here: pairing citations with claims, and looking for words in the sentence, the passage
and the section around a citation. What does not: the claims (``model/claims.py``), and what becomes
of a limit that is missing: a finding (``checks/rules/uses.py``) or a mark (``commands/uses.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from guide.language.readability import split_sentences
from guide.model.claims import Claim, Limit
from guide.model.guide import Guide
from guide.model.page import Citation, Page
from guide.model.vocabularies import Reach


@dataclass(frozen=True, slots=True)
class Use:
    """One citation of a claim."""

    page: Page
    """The page."""
    citation: Citation
    """The citation."""
    claim: Claim
    """What it cites."""

    @property
    def sentence(self) -> str:
        """The sentence that the citation stands behind, or in."""
        return split_sentences(self.citation.text)[-1]


def uses(guide: Guide) -> Iterator[Use]:
    """Give every citation of a claim that the ledger has, page by page."""
    for page in guide.pages:
        yield from uses_on(page, guide)


def uses_on(page: Page, guide: Guide) -> Iterator[Use]:
    """Give every citation on a page of a claim that the ledger has."""
    for citation in page.citations:
        claim = guide.claim_by_reference.get(citation.written)
        if claim is not None:
            yield Use(page, citation, claim)


def missing_limits(use: Use, around: Around) -> list[str]:
    """Give the limits of the claim that are not said where they must be, as readers see them."""
    language = use.page.language
    return [
        limit.said[language][0]
        for limit in use.claim.limits
        if language in limit.said and not says_any(around.text(use.citation, limit.within), limit.said[language])
    ]


def unsaid(claim: Claim, language: str) -> list[Limit]:
    """Give the limits that the claim's own statement leaves out."""
    says = claim.says.get(language, "")
    return [limit for limit in claim.limits if language in limit.said and not says_any(says, limit.said[language])]


class Around:
    """What a reader of a page has read when a citation comes."""

    def __init__(self, page: Page) -> None:
        """Take the page."""
        self.page = page
        self.above = _sections_above(page)
        self.titles = {heading.id: heading.text for heading in page.headings}
        self.texts: dict[str, list[tuple[int, str]]] = {}
        for index, passage in enumerate(page.passages):
            self.texts.setdefault(passage.section, []).append((index, passage.text))

    def text(self, citation: Citation, reach: Reach) -> str:
        """Give the text within reach of a citation."""
        if reach == Reach.PASSAGE:
            return citation.whole
        if reach == Reach.PAGE:
            return " ".join([self.page.title, *(passage.text for passage in self.page.passages)])
        return " ".join([self.headings(citation), *self._before(citation), citation.whole])

    def headings(self, citation: Citation) -> str:
        """Give the page's title and the headings that a citation stands under."""
        return " ".join([self.page.title, *(self.titles.get(each, "") for each in self._chain(citation))])

    def _before(self, citation: Citation) -> Iterator[str]:
        for section in self._chain(citation):
            for index, text in self.texts.get(section, ()):
                if index < citation.passage:
                    yield text

    def _chain(self, citation: Citation) -> tuple[str, ...]:
        return self.above.get(citation.section, (citation.section,))


def _sections_above(page: Page) -> Mapping[str, tuple[str, ...]]:
    """Give, for each heading, the ids of the headings that it stands under and its own."""
    found: dict[str, tuple[str, ...]] = {}
    chain: list[tuple[int, str]] = []
    for heading in page.headings:
        chain = [each for each in chain if each[0] < heading.level]
        chain.append((heading.level, heading.id))
        found[heading.id] = tuple(identity for _, identity in chain)
    return found


def says_any(text: str, phrases: Iterable[str]) -> bool:
    """Say whether a text has any of the phrases, each from the beginning of a word.

    >>> says_any("Bara i kommunerna, delvis", ["region", "kommun"])
    True
    >>> says_any("det har förändrats", ["ändrat"])
    False
    """
    return _says_any(text, tuple(phrases))


@lru_cache(maxsize=50_000)
def _says_any(text: str, phrases: tuple[str, ...]) -> bool:
    plain = folded(text)
    return any(_phrase(folded(phrase)).search(plain) for phrase in phrases)


@cache
def _phrase(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(phrase)}")


@cache
def folded(text: str) -> str:
    """Give a text as it is compared: lower case, straight quotation marks, single spaces, plain hyphens."""
    return " ".join(text.casefold().translate(_PLAIN).split())


_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "‑": "-", "\xad": None})
