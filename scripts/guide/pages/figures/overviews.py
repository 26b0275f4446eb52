"""Figures that follow from front matter: the strength of what is known, and the cases on a grid.

What lives here: these two. What does not: the verdicts that they show (``pages/evidence.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from guide.model.figures import Figure, FigureText
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.vocabularies import Known, Outcome, PageType
from guide.pages.evidence import KNOWN_ORDER, NOTHING, Verdict, verdict
from guide.pages.figures.boxes import row_group
from guide.pages.references import relative_address
from guide.words import words_of

_FULL = len(KNOWN_ORDER) - 1


def strength(_figure: Figure, _text: FigureText, guide: Guide, page: Page) -> str:
    """Give each benefit with a bar as long as what is known of it, the best known first."""
    words = words_of(page.language)
    found = sorted(_judged(guide, page, PageType.BENEFIT), key=lambda pair: -KNOWN_ORDER.index(pair[1].known))
    lines = ['<table class="fig-grid"><tbody>']
    for other, each in found:
        lines.append(
            f'<tr><th scope="row">{_linked(page, other, other.title)}</th><td>{_bar(each.known)}'
            f"{words.name_of('known-short', each.known)}</td></tr>"
        )
    return "".join([*lines, "</tbody></table>"])


def _bar(known: Known) -> str:
    """Draw as many filled fields as what is known reaches; the words beside it say the same."""
    filled = KNOWN_ORDER.index(known)
    fields = "".join(
        f'<rect class="fig-{"box-accent" if number < filled else "line"}" x="{1 + 41 * number}" y="1" width="38" '
        'height="9" rx="2"/>'
        for number in range(_FULL)
    )
    return f'<svg viewBox="0 0 {41 * _FULL} 11" aria-hidden="true">{fields}</svg>'


def cases(_figure: Figure, _text: FigureText, guide: Guide, page: Page) -> str:
    """Give all cases on a grid: how each turned out, and what is known; each leads to its page."""
    words = words_of(page.language)
    found = _judged(guide, page, PageType.CASE)
    known = [each for each in KNOWN_ORDER if any(verdict.known == each for _, verdict in found)]
    heads = "".join(
        f'<th scope="col">{words["cases.known"]}: {words.name_of("known-short", each).lower()}</th>' for each in known
    )
    lines = [f'<table class="fig-grid"><thead><tr>{heads}</tr></thead>']
    for outcome in Outcome:
        inside = [(case, each) for case, each in found if _outcome(case) == outcome]
        if inside:
            cells = "".join(_cell([case for case, own in inside if own.known == each], page) for each in known)
            name = f"{words['cases.outcome']}: {words.name_of('outcome', outcome)}"
            lines.append(row_group(name, len(known), cells))
    return "".join([*lines, "</table>"])


def _cell(found: Sequence[Page], page: Page) -> str:
    names = "".join(f"<li>{_linked(page, case, case.title.partition(':')[0])}</li>" for case in found)
    inside = f'<ul class="fig-parts">{names}</ul>' if names else "–"
    return f'<td class="fig-box">{inside}</td>'


def _judged(guide: Guide, page: Page, kind: PageType) -> list[tuple[Page, Verdict]]:
    order = guide.nav_order(page.language)
    pages = [each for each in guide.pages if each.language == page.language and each.type == kind]
    pages.sort(key=lambda each: (order.get(each.path, len(order)), each.title))
    return [(each, verdict(each, guide) or NOTHING) for each in pages]


def _outcome(case: Page) -> str:
    return case.front.value("case", "outcome") or Outcome.UNCLEAR


def _linked(page: Page, other: Page, shown: str) -> str:
    return f'<a href="{escape(relative_address(page, other))}">{escape(shown, quote=False)}</a>'
