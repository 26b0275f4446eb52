"""Checks of sentences against the claims that they lean on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from guide.checks.findings import Finding, Rule, shortened
from guide.checks.registry import source_check
from guide.language.leaning import Around, Use, folded, missing_limits, says_any, uses_on
from guide.language.readability import split_sentences
from guide.model.claims import Claim
from guide.model.guide import Guide
from guide.model.page import Citation, Page
from guide.model.vocabularies import ClaimKind, Level
from guide.tools.texts import per_page
from guide.words import words_of

LIMIT = Rule(
    "claim-limit",
    "Limit that a use leaves out",
    "A passage leans on a claim without what the ledger says that no use may drop.",
    "A finding without its limit is a false statement.",
    "say the limit where the claim is used, or allow it with the reason why no reader can be misled",
)
LEVEL = Rule(
    "claim-level",
    "Claim told at another level",
    "The sentence speaks of another level of trust or steering than the claim, and of none that is its own.",
    "What a government asks of an agency becomes what a manager asks of staff.",
    "say whose trust or steering the claim is about, or lean on another claim",
)
EFFECT = Rule(
    "claim-effect",
    "Association told as an effect",
    "The claim says that two things go together; the sentence says that one brings the other about.",
    "The reader acts on a cause that nobody has shown.",
    "say that they go together (samband, hänger ihop; associated, goes with)",
)
QUOTATION = Rule(
    "quotation-differs",
    "Quotation that is not letter for letter the ledger's",
    "A passage quotes a source in words that the claims it cites do not hold.",
    "Words are put into somebody's mouth.",
    "quote as the claim's words have it, or write it without quotation marks",
)
ABSENCE = Rule(
    "absence-unsupported",
    "“Not seen” without what was looked for",
    "The guide says that it has not seen something, and cites no claim that says what was looked for, where and when.",
    "Nobody can tell whether there is nothing or nobody looked.",
    "add a claim of kind absence to data/claims/sought.yml and cite it in the same section",
)
_QUOTED = re.compile(r"[“”]([^“”]+)”")
_FEWEST_QUOTED_WORDS = 4
_LEFT_OUT = re.compile(r"\[[^\]]*\]|…|\.\.\.")
SPHERES: Mapping[Level, str] = {
    Level.CITIZEN: "public",
    Level.GOVERNMENT: "political",
    Level.COUNCIL: "political",
    Level.PROVIDERS: "political",
    Level.AGENCY: "workplace",
    Level.MANAGER: "workplace",
    Level.TEAM: "workplace",
}
"""Where a level belongs: among the public, in the political chain, or at work. Words tell these three apart."""


@source_check(LIMIT, LEVEL, EFFECT)
def sentences(guide: Guide) -> Iterator[Finding]:
    """Each use beside its claim."""
    for page in guide.pages:
        yield from _sentences_on(page, [(use.citation, use.claim) for use in uses_on(page, guide)])


@per_page
def _sentences_on(page: Page, leaning: Sequence[tuple[Citation, Claim]]) -> Iterator[Finding]:
    spheres, around = _spheres(page.language), Around(page)
    for citation, claim in leaning:
        use = Use(page, citation, claim)
        for limit in missing_limits(use, around):
            yield LIMIT.at(use.citation.position, f'"{use.claim.reference}" without its limit "{limit}"')
        yield from _level(use, around, spheres)
        yield from _effect(use)


def _spheres(language: str) -> Mapping[str, Sequence[str]]:
    """Give the beginnings of words that tell of each sphere."""
    return {name: words.split(" | ") for name, words in words_of(language).section("spheres").items()}


def _level(use: Use, around: Around, spheres: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    if use.claim.level not in SPHERES or use.claim.kind == ClaimKind.ABSENCE:
        return
    own = SPHERES[use.claim.level]
    if says_any(f"{around.headings(use.citation)} {use.citation.whole}", spheres.get(own, [])):
        return
    others = [name for name, words in spheres.items() if says_any(use.sentence, words)]
    if others:
        message = f'"{use.claim.reference}" is about {use.claim.level} ({own}), the sentence about {", ".join(others)}'
        yield LEVEL.at(use.citation.position, message)


def _effect(use: Use) -> Iterator[Finding]:
    if use.claim.kind != ClaimKind.ASSOCIATION:
        return
    locale, sentence = words_of(use.page.language).locale, use.sentence
    if says_any(sentence, locale.association_words):
        return
    for word in locale.effect_words:
        if says_any(sentence, [word]):
            message = f'"{use.claim.reference}" is an association, the sentence says "{word}"'
            yield EFFECT.at(use.citation.position, message)
            return


@source_check(QUOTATION)
def quotations(guide: Guide) -> Iterator[Finding]:
    """What stands between quotation marks in a sentence that cites a claim."""
    for page in guide.pages if guide.claims is not None else ():
        for quotation, citations in _quoted_on(page):
            allowed = [text for each in citations for text in _quotable(each, page.language, guide)]
            if not _holds(allowed, quotation):
                shown = shortened(quotation, 60)
                yield QUOTATION.at(citations[0].position, f"”{shown}” is in no claim that is cited here")


@per_page
def _quoted_on(page: Page) -> Iterator[tuple[str, list[Citation]]]:
    """Give what a page quotes in sentences that cite something, with what they cite."""
    for sentence, citations in _citing_sentences(page).items():
        for quotation in _QUOTED.findall(sentence):
            if len(quotation.split()) >= _FEWEST_QUOTED_WORDS:
                yield quotation, citations


def _citing_sentences(page: Page) -> dict[str, list[Citation]]:
    found: dict[str, list[Citation]] = {}
    for citation in page.citations:
        found.setdefault(split_sentences(citation.text)[-1], []).append(citation)
    return found


def _quotable(citation: Citation, language: str, guide: Guide) -> Iterator[str]:
    """Give the words that a citation lets its sentence quote: those of the claim, and the source's title."""
    claim, source = guide.claim_by_reference.get(citation.written), guide.source_by_id.get(citation.key)
    yield claim.words.get(language, "") if claim else ""
    yield source.title if source else ""


def _holds(allowed: list[str], quotation: str) -> bool:
    """Say whether every part of a quotation, between what it leaves out, stands in one of the texts."""
    parts = [_bare(part) for part in _LEFT_OUT.split(quotation)]
    return any(all(part in _bare(text) for part in parts) for text in allowed if text)


def _bare(text: str) -> str:
    return folded(text).strip(" .,;:!?\"'")


@source_check(ABSENCE)
def absences(guide: Guide) -> Iterator[Finding]:
    """What the guide says it has not seen."""
    for page in guide.pages if guide.claims is not None else ():
        absences = (use for use in uses_on(page, guide) if use.claim.kind == ClaimKind.ABSENCE)
        yield from _absences_on(page, {use.citation.section for use in absences})


@per_page
def _absences_on(page: Page, sought: Collection[str]) -> Iterator[Finding]:
    not_seen = words_of(page.language).locale.not_seen
    for passage in page.passages:
        if passage.section and passage.section not in sought and says_any(passage.text, not_seen):
            sentence = next(each for each in split_sentences(passage.text) if says_any(each, not_seen))
            shown = shortened(sentence, 80)
            yield ABSENCE.at(passage.position, f'"{shown}"')
