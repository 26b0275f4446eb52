"""Checks of the ledger of claims: that it is whole, still true, and read by those who lean on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from guide.checks.causes import gone
from guide.checks.findings import Finding, Rule, Severity, nearest
from guide.checks.registry import source_check
from guide.language.leaning import unsaid, uses
from guide.model.claims import Claim
from guide.model.guide import Guide
from guide.model.place import Position
from guide.model.vocabularies import ClaimKind
from guide.tools.days import today

FORM = Rule(
    "claim-form",
    "Claim without what it needs",
    "A file in data/claims/ does not fit its shape, or a claim lacks a language or leaves out its own limit.",
    "The reader gets half a claim, or none.",
    "write the keys as the neighbouring files do",
)
UNKNOWN = Rule(
    "claim-unknown",
    "Citation of an unknown claim",
    "[^key#claim] names a claim that the ledger does not have.",
    "The reader gets no word of what the source says.",
    "write the id of a claim in data/claims/, or add the claim",
)
MISSING = Rule(
    "claim-missing",
    "Citation without its claim",
    "The citation names a source and not which of its claims it leans on.",
    "Nobody sees whether the source says what the sentence says.",
    "write [^key#claim]; add the claim in data/claims/ if it is new",
)
UNUSED = Rule(
    "claim-unused",
    "Claim that nothing cites",
    "The ledger holds a claim that no page and no glossary term leans on.",
    "The source's entry promises a use that is not there.",
    "cite it where it belongs, or take it away",
    Severity.WARNING,
)
STRANGER = Rule(
    "claim-of-no-source",
    "Claims of an unknown source",
    "A file in data/claims/ has the name of no entry in the bibliography.",
    "The claims can be read nowhere.",
    "name the file after the entry's id, or add the entry",
)
SUPERSEDED = Rule(
    "claim-superseded",
    "Earlier finding where a later one is known",
    "A passage leans on a finding that a later one has superseded, and the section does not cite the later one.",
    "The reader takes an interim finding for the outcome.",
    "say what the later finding says, and cite it in the same section",
)
LAW_PAST = Rule(
    "law-past",
    "Law that is no longer in force",
    "The last day in force of a claim about law has passed.",
    "The reader is told what the law was as if it were what it is.",
    "state what the law says now, or allow it with the reason why the former law is told",
)
LAW_UNCHECKED = Rule(
    "law-unchecked",
    "Law that nobody has checked for a year",
    "A claim about law was last checked more than twelve months ago, or in the future.",
    "Law changes, and the guide would not know.",
    "look the provision up, mend the claim if it has changed, and write today's date",
    Severity.WARNING,
)
CHANGED = Rule(
    "claim-changed",
    "Claim that has changed since its use was read",
    "The ledger states the claim otherwise than when somebody last read this page with it.",
    "The page may say what the source no longer is taken to say.",
    "read every sentence that leans on it (guide uses KEY#CLAIM), then run: guide mark-read KEY#CLAIM",
)
UNRECORDED = Rule(
    "claim-unrecorded",
    "Use of a claim that nobody has marked as read",
    "A page leans on a claim, and no record says that somebody has read the two beside each other.",
    "When the claim is changed, nobody will be told that this page leans on it.",
    "read the sentences beside the claim (guide uses KEY#CLAIM), then run: guide mark-read KEY#CLAIM",
    Severity.WARNING,
)
FORGOTTEN = Rule(
    "claim-record-forgotten",
    "Record of a use that is gone",
    "The records name a page or a claim on it that is not there.",
    "Records that nobody trusts are not kept.",
    "run: guide mark-read --all, which takes old records away",
    Severity.WARNING,
)
VERDICT = Rule(
    "evidence-claim",
    "Verdict on a claim that the page does not cite",
    "The block evidence names a claim that the ledger does not have, or that the page itself never cites.",
    "What is known is counted from claims that the reader of the page cannot see.",
    "name claims that the page cites, as key#claim",
)
_A_YEAR = timedelta(days=366)


@source_check(UNKNOWN, MISSING)
def citations(guide: Guide) -> Iterator[Finding]:
    """Every citation names a claim that there is."""
    if guide.claims is None:
        return
    for page in guide.pages:
        for citation in page.citations:
            if citation.key in guide.source_by_id:
                yield from _named(citation.key, citation.claim, citation.position, guide)
    for term in guide.terms:
        if term.source_key in guide.source_by_id:
            yield from _named(term.source_key, term.source.partition("#")[2], term.position, guide)


def _named(key: str, claim: str, place: Position, guide: Guide) -> Iterator[Finding]:
    own = [each.id for each in guide.claims_by_source.get(key, ())]
    reference = f"{key}#{claim}"
    if not claim:
        hint = f"write one of {', '.join(f'{key}#{each}' for each in own)}" if own else f"write data/claims/{key}.yml"
        yield MISSING.at(place, f'"{key}" is cited without a claim', hint=hint)
    elif claim not in own and reference not in guide.broken_claims:
        yield UNKNOWN.at(place, f'"{reference}": no such claim', suggestion=nearest(claim, own))


@source_check(UNUSED, STRANGER)
def ledger(guide: Guide) -> Iterator[Finding]:
    """Every claim belongs to a source and to a use."""
    used = {citation.written for page in guide.pages for citation in page.citations}
    used |= {term.source for term in guide.terms}
    strangers: dict[str, Claim] = {}
    for claim in guide.claims or ():
        if claim.source not in guide.source_by_id:
            strangers.setdefault(claim.source, claim)
        elif claim.reference not in used:
            yield UNUSED.at(claim.position, f'nothing cites "{claim.reference}"')
    for key, claim in strangers.items():
        place = Position(claim.position.path)
        yield STRANGER.at(place, f'no source "{key}"', suggestion=nearest(key, guide.source_by_id))


_NEEDS: Mapping[ClaimKind, str] = {
    ClaimKind.RULE: "law",
    ClaimKind.QUOTATION: "words",
    ClaimKind.ABSENCE: "sought",
}
"""What a claim of a kind cannot do without."""


@source_check(FORM)
def statements(guide: Guide) -> Iterator[Finding]:
    """Every claim has what its kind needs, and is stated in every language, with its limits."""
    for claim in guide.claims or ():
        key = _NEEDS.get(claim.kind)
        if key and not getattr(claim, key):
            yield FORM.at(claim.position, f'"{claim.id}" is of kind {claim.kind} and has no {key}')
        for language in guide.settings.languages:
            code = language.code
            if code not in claim.says:
                yield FORM.at(claim.position, f'"{claim.id}" has no says in {code}')
            for limit in claim.limits:
                if code not in limit.said:
                    yield FORM.at(claim.position, f'a limit of "{claim.id}" is not said in {code}')
            for limit in unsaid(claim, code) if code in claim.says else ():
                message = f'"{claim.id}" leaves out its own limit "{limit.said[code][0]}" in {code}'
                yield FORM.at(claim.position, message, hint="say the limit in the claim, or change the limit")


@source_check(VERDICT)
def verdicts(guide: Guide) -> Iterator[Finding]:
    """The claims that a page's verdict is counted from."""
    for page in guide.pages if guide.claims is not None else ():
        cited = {citation.written for citation in page.citations}
        for key in ("supports", "opposes"):
            named = page.front.value("evidence", key)
            for index, reference in enumerate(named if isinstance(named, list) else ()):
                if reference not in cited:
                    place = page.front.at("evidence", key, index)
                    near = nearest(str(reference), cited)
                    yield VERDICT.at(place, f'the page does not cite "{reference}"', suggestion=near)


@source_check(SUPERSEDED)
def superseded(guide: Guide) -> Iterator[Finding]:
    """Earlier findings stand only beside later ones."""
    for claim in guide.claims or ():
        later = claim.superseded_by
        if later and later not in guide.claim_by_reference and later not in guide.broken_claims:
            near = nearest(later, guide.claim_by_reference)
            yield UNKNOWN.at(claim.position, f'"{claim.id}" is superseded by "{later}": no such claim', suggestion=near)
    for use in uses(guide):
        later = use.claim.superseded_by
        section = use.citation.section
        if later and later not in {each.written for each in use.page.citations if each.section == section}:
            yield SUPERSEDED.at(use.citation.position, f'"{use.claim.reference}" is superseded by "{later}"')


@source_check(LAW_PAST, LAW_UNCHECKED)
def law(guide: Guide) -> Iterator[Finding]:
    """Claims about law are law today."""
    this_day = today()
    for claim in guide.claims or ():
        if claim.law is None:
            continue
        if claim.law.in_force_to and claim.law.in_force_to < this_day:
            message = f"{claim.law.provision} was in force until {claim.law.in_force_to.isoformat()}"
            yield LAW_PAST.at(claim.position, message)
        elif not this_day - _A_YEAR <= claim.law.checked <= this_day:
            message = f"{claim.law.provision} was checked on {claim.law.checked.isoformat()}"
            yield LAW_UNCHECKED.at(claim.position, message)


@source_check(CHANGED, UNRECORDED, FORGOTTEN)
def readings(guide: Guide) -> Iterator[Finding]:
    """Every use has been read with the claim as it now is."""
    if guide.claims is None:
        return
    records = {record.page: record for record in guide.readings}
    told: set[tuple[str, str]] = set()
    for use in uses(guide):
        reference, page = use.claim.reference, use.page
        known = records[page.path].claims.get(reference) if page.path in records else None
        if known is not None and known != use.claim.digest:
            where = f"{use.claim.position.path}:{use.claim.position.line}"
            yield CHANGED.at(use.citation.position, f'"{reference}" has been changed ({where})')
        elif known is None and (page.path, reference) not in told:
            told.add((page.path, reference))
            yield UNRECORDED.at(use.citation.position, f'nobody has marked "{reference}" as read here')
    cited: dict[str, set[str]] = {}
    for page in guide.pages:
        cited.setdefault(page.path, set()).update(each.written for each in page.citations)
    for record in guide.readings:
        for reference in record.claims.keys() - cited.get(record.page, set()):
            # A page that is gone takes all its records with it; a rewritten one is marked anew as a whole.
            cause = f"records of {record.page}" if record.page in cited else gone(guide, record.page)
            yield FORGOTTEN.at(record.position, f'{record.page} does not cite "{reference}"', cause=cause)
        if not record.claims and record.page not in cited:
            yield FORGOTTEN.at(record.position, f'there is no page "{record.page}"')
