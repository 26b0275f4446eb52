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
from math import ceil

from guide.model.claims import Claim
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.vocabularies import ClaimKind, Grade, Known, SourceKind
from guide.pages.references import kind_of, relative_address, relative_link
from guide.words import words_of

GRADES_PAGE = "about/evidence-grades.md"
_GRADE_OF = {
    SourceKind.EVALUATION: Grade.EVALUATION,
    SourceKind.PEER_REVIEWED: Grade.PEER_REVIEWED,
    SourceKind.OFFICIAL: Grade.OFFICIAL,
    SourceKind.OWN_REPORT: Grade.OWN_REPORT,
}
_COLUMNS = (Known.NOT_SHOWN, Known.MIXED, Known.ASSOCIATION, Known.EFFECT)
_CELL, _LEFT, _TOP, _LINE, _GAP = 78, 104, 30, 19, 4
_A_LINE_HOLDS = 3


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
    """Draw a row for each grade that occurs, a column for what is known, and in each cell the numbers of its pages."""
    words, drawn, top = words_of(page.language), list[str](), _TOP
    for column, known in enumerate(_COLUMNS):
        drawn.append(_label(_LEFT + _CELL * (column + 0.5), 18, words.name_of("known-short", known), "middle"))
    for grade in Grade:
        cells = [[number for number, _, each in found if each == Verdict(known, grade)] for known in _COLUMNS]
        if any(cells):
            lines = max(2, *(ceil(len(numbers) / _A_LINE_HOLDS) for numbers in cells))
            height = lines * _LINE + 2 * _GAP
            drawn += _row(cells, words.name_of("grade-short", grade).split(" / "), top, height)
            top += height + _GAP
    return (
        f'<figure class="fig fig--narrow"><svg viewBox="0 0 {_LEFT + _CELL * len(_COLUMNS)} {top}" role="img" '
        f'aria-labelledby="evidence-t evidence-d"><title id="evidence-t">{words["evidence.picture"]}</title>'
        f'<desc id="evidence-d">{words["evidence.picture-text"]}</desc>{"".join(drawn)}</svg>'
        f"<figcaption>{words['evidence.picture']}</figcaption></figure>"
    )


def _row(cells: Sequence[Sequence[int]], label: Sequence[str], top: float, height: float) -> Iterator[str]:
    first = top + height / 2 + 5 - 7.5 * (len(label) - 1)
    for line, text in enumerate(label):
        yield _label(0, first + 15 * line, text, "start")
    for column, numbers in enumerate(cells):
        left = _LEFT + _CELL * column
        yield f'<rect class="fig-box" x="{left}" y="{top}" width="{_CELL - _GAP}" height="{height:g}" rx="4"/>'
        for place, number in enumerate(numbers):
            line, in_line = divmod(place, _A_LINE_HOLDS)
            x = left + (_CELL - _GAP) / _A_LINE_HOLDS * (in_line + 0.5)
            yield _label(x, top + _GAP + 14 + _LINE * line, str(number), "middle")


def _label(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text class="fig-text-small" x="{x:g}" y="{y:g}" text-anchor="{anchor}">{escape(text)}</text>'


def _table(found: Sequence[tuple[int, Page, Verdict]], page: Page) -> str:
    words = words_of(page.language)
    heads = (words["evidence.page"], words["evidence.known"], words["evidence.source"])
    lines = ['<div class="table-box" role="group" aria-labelledby="overview"><table class="guide-table">']
    lines.append("<thead><tr>" + "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead><tbody>")
    for number, other, each in found:
        link = f'<a href="{relative_address(page, other)}">{escape(other.title)}</a>'
        known, grade = words.name_of("known", each.known), words.name_of("grade", each.grade)
        lines.append(
            f'<tr><th scope="row">{number}. {link}</th><td>{_capital(known)}</td><td>{_capital(grade)}</td></tr>'
        )
    return "\n".join([*lines, "</tbody></table></div>"])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
