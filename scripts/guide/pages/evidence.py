"""How well a page's claim is known: what is known, and how good the best source is, never one word for both.

What lives here: the verdict, counted from the claims that the page's front matter names; its box below
the page's lead; and the overview of all pages with a verdict. What does not: the claims
(``data/claims/``), the editor's reason (front matter) and what the words mean (``about/evidence-grades.md``).

The two dimensions are those of the Education Endowment Foundation's toolkit for schools: what
research finds, and how far it can be trusted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from guide.model.claims import Claim
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.vocabularies import ClaimKind, Grade, Known, SourceKind
from guide.pages import tables
from guide.pages.references import kind_of, relative_address, relative_link
from guide.words import words_of

GRADES_PAGE = "about/evidence-grades.md"
_GRADE_OF = {
    SourceKind.EVALUATION: Grade.EVALUATION,
    SourceKind.PEER_REVIEWED: Grade.PEER_REVIEWED,
    SourceKind.LAW: Grade.OFFICIAL,
    SourceKind.OFFICIAL: Grade.OFFICIAL,
    SourceKind.OWN_REPORT: Grade.OWN_REPORT,
}
KNOWN_ORDER = (Known.NOT_SHOWN, Known.MIXED, Known.ASSOCIATION, Known.EFFECT)
"""What can be known, the least first."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How well a page's claim is known."""

    known: Known
    """What is known."""
    grade: Grade
    """How good the best source is."""


NOTHING = Verdict(Known.NOT_SHOWN, Grade.UNCONFIRMED)
"""What is known where nothing is."""
_ORDER = list(Grade)


def verdict(page: Page, guide: Guide) -> Verdict | None:
    """Give the verdict of a page with the block ``evidence``, or None for any other page.

    An effect is known where a claim of effect supports it and none opposes it; an association likewise. Where
    claims oppose them the results are mixed, and where there are only descriptions nothing is shown.
    """
    block = page.front.values.get("evidence")
    if not isinstance(block, dict):
        return None
    supports, opposes = (_claims(block.get(key), guide) for key in ("supports", "opposes"))
    kinds = {claim.kind for claim in supports} & {ClaimKind.EFFECT, ClaimKind.ASSOCIATION}
    if kinds and opposes:
        known = Known.MIXED
    elif ClaimKind.EFFECT in kinds:
        known = Known.EFFECT
    else:
        known = Known.ASSOCIATION if kinds else Known.NOT_SHOWN
    grades = (_grade(claim, page, guide) for claim in [*supports, *opposes])
    return Verdict(known, min(grades, key=_ORDER.index, default=Grade.UNCONFIRMED))


def _claims(names: object, guide: Guide) -> Sequence[Claim]:
    found = (guide.claim_by_reference.get(str(name)) for name in (names if isinstance(names, list) else ()))
    return [claim for claim in found if claim is not None]


def _grade(claim: Claim, page: Page, guide: Guide) -> Grade:
    source = guide.source_by_id.get(claim.source)
    kind = kind_of(source, page.language) if source else SourceKind.OTHER
    return _GRADE_OF.get(SourceKind(kind), Grade.EXPERIENCE)


def evidence(page: Page, guide: Guide) -> str:
    """Give the box with the verdict and the reason for it, or ""."""
    found = verdict(page, guide)
    if found is None:
        return ""
    words, link = words_of(page.language), relative_link(page, GRADES_PAGE)
    known = f"[{words.name_of('known', found.known)}]({link}#{found.known})"
    grade = f"[{words.name_of('grade', found.grade)}]({link}#{found.grade})"
    reason = page.front.value("evidence", "reason") or ""
    return (
        f'<div class="guide-evidence guide-evidence--{found.known}" markdown="1">\n\n'
        f"**{words['evidence.known']}: {known}. {words['evidence.source']}: {grade}.** {reason}\n\n</div>"
    )


# The overview ---------------------------------------------------------------


def overview(guide: Guide, page: Page) -> str:
    """Give all pages of one language with a verdict: a picture of both dimensions, and the same as a table."""
    found = list(_with_verdicts(guide, page.language))
    return f"{_picture(found, page)}\n\n{_table(found, page)}" if found else ""


def _with_verdicts(guide: Guide, language: str) -> Iterator[tuple[int, Page, Verdict]]:
    order = guide.nav_order(language)
    judged = ((page, verdict(page, guide)) for page in guide.pages if page.language == language)
    found = [(page, each) for page, each in judged if each is not None]
    found.sort(key=lambda pair: (order.get(pair[0].path, len(order)), pair[0].path))
    for number, (page, each) in enumerate(found, 1):
        yield number, page, each


def _picture(found: Sequence[tuple[int, Page, Verdict]], page: Page) -> str:
    """Give a row for each grade that occurs, a column for what is known, and in each cell the numbers of its pages."""
    words = words_of(page.language)
    heads = "".join(f'<th scope="col">{words.name_of("known-short", known)}</th>' for known in KNOWN_ORDER)
    lines = [f'<figure class="fig"><table class="fig-grid"><thead><tr>{heads}</tr></thead>']
    for grade in Grade:
        cells = [[str(number) for number, _, each in found if each == Verdict(known, grade)] for known in KNOWN_ORDER]
        if any(cells):
            boxes = "".join(f'<td class="fig-box">{" ".join(numbers)}</td>' for numbers in cells)
            name = f"{words['evidence.source']}: {words.name_of('grade', grade)}"
            lines.append(
                f'<tbody><tr><th scope="rowgroup" colspan="{len(KNOWN_ORDER)}">{name}</th></tr><tr>{boxes}</tr></tbody>'
            )
    caption = f"<strong>{words['evidence.picture']}.</strong> {words['evidence.picture-text']}"
    return "".join([*lines, f"</table><figcaption>{caption}</figcaption></figure>"])


def _table(found: Sequence[tuple[int, Page, Verdict]], page: Page) -> str:
    words = words_of(page.language)
    labels = (words["evidence.page"], words["evidence.known"], words["evidence.source"])
    rows = []
    for number, other, each in found:
        link = f'<a href="{relative_address(page, other)}">{escape(other.title)}</a>'
        known, grade = words.name_of("known", each.known), words.name_of("grade", each.grade)
        rows.append(tables.row(labels, (f"{number}. {link}", _capital(known), _capital(grade))))
    return tables.written(labels, rows, 'role="group" aria-labelledby="overview"')


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
