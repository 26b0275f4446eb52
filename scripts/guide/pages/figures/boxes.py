"""Pictures of boxes with text, as HTML: grids, paths, strips, columns, cards, frames and timelines.

What lives here: the elements, so that a screen reader meets a list, a table or names with values, and
everybody else the picture. What does not: the look (``guide.css``), and what is drawn (``drawing.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from guide.model.figures import Figure, FigurePart, FigureText
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.references import relative_address

_DOWN, _UP, _BACK = "↓", "↑", "↻"


def grid(figure: Figure, text: FigureText, guide: Guide, page: Page) -> str:
    """Give boxes between two axes, as a table."""
    heads = "".join(f'<th scope="col">{_plain(each)}</th>' for each in text.across)
    lines = [f'<table class="fig-grid"><thead><tr>{heads}</tr></thead>']
    for row, label in enumerate(text.down):
        first = row * len(text.across)
        cells = "".join(
            f'<td class="{_look(figure, number)}">{_inside(figure, number, guide, page, part)}</td>'
            for number, part in enumerate(text.parts[first : first + len(text.across)], first + 1)
        )
        lines.append(row_group(_plain(label), len(text.across), cells))
    return "".join([*lines, "</table>"])


def row_group(label: str, columns: int, cells: str) -> str:
    """Give a row of a grid below its name, which stands over all of it: so the boxes have the phone's whole width."""
    return f'<tbody><tr><th scope="rowgroup" colspan="{columns}">{label}</th></tr><tr>{cells}</tr></tbody>'


def path(figure: Figure, text: FigureText, guide: Guide, page: Page) -> str:
    """Give boxes one below the other, with what leads from each to the next; any others stand below, side by side."""
    items, last = [], len(text.arrows) + 1
    for number, part in enumerate(text.parts[:last], 1):
        box = f'<div class="{_look(figure, number)}">{_inside(figure, number, guide, page, part)}</div>'
        between = text.arrows[number - 1] if number <= len(text.arrows) else None
        said = [(_DOWN, between.down), (_UP, between.up)] if between else []
        items.append(f"<li>{box}{''.join(_arrow(sign, each) for sign, each in said if each)}</li>")
    rest = _side_by_side(figure, guide, page, text.parts[last:], last + 1)
    back = _arrow(_BACK, text.back) if text.back else ""
    return f'<ol class="fig-parts fig-parts--path">{"".join(items)}</ol>{back}{rest}'


def strip(figure: Figure, text: FigureText, guide: Guide, page: Page) -> str:
    """Give boxes side by side, with one above and one below them where the figure has these."""
    items = [
        f'<li class="{_look(figure, number)}">{_inside(figure, number, guide, page, part)}</li>'
        for number, part in enumerate(text.parts, 1)
    ]
    over, under = (f'<p class="fig-box-accent">{_plain(each)}</p>' if each else "" for each in (text.over, text.under))
    back = _arrow(_BACK, text.back) if text.back else ""
    return f'{over}<ol class="fig-parts fig-parts--wide">{"".join(items)}</ol>{back}{under}'


def columns(figure: Figure, text: FigureText, guide: Guide, page: Page) -> str:
    """Give boxes with lists, side by side."""
    return _side_by_side(figure, guide, page, text.parts, 1)


def card(_figure: Figure, text: FigureText, _guide: Guide, _page: Page) -> str:
    """Give a filled-in card: names and values, below its heading."""
    rows = ""
    for part in text.parts:
        values = "".join(f"<dd>{_plain(each)}</dd>" for each in (part.text, *part.lines) if each)
        rows += f"<div><dt>{_plain(part.name)}</dt>{values}</div>"
    head = f"<p><strong>{_plain(text.over)}</strong></p>" if text.over else ""
    return f'<div class="guide-card">{head}<dl class="fig-card">{rows}</dl></div>'


def frame(figure: Figure, text: FigureText, guide: Guide, page: Page) -> str:
    """Give frames inside each other, the first one outermost."""
    made = ""
    for number, part in reversed(list(enumerate(text.parts, 1))):
        made = f'<div class="{_look(figure, number)}">{_inside(figure, number, guide, page, part)}{made}</div>'
    return made


def timeline(_figure: Figure, text: FigureText, _guide: Guide, _page: Page) -> str:
    """Give years in the middle, and what happened in two places beside them, as a table."""
    here, there = text.across
    lines = [
        f'<table class="fig-grid"><thead><tr><th scope="col">{_plain(here)}</th><td></td>'
        f'<th scope="col">{_plain(there)}</th></tr></thead><tbody>'
    ]
    lines += [
        f'<tr><td>{_plain(part.text)}</td><th scope="row" class="fig-box-accent">{_plain(part.name)}</th>'
        f"<td>{_plain(part.aside)}</td></tr>"
        for part in text.parts
    ]
    return "".join([*lines, "</tbody></table>"])


def link(figure: Figure, number: int, guide: Guide, page: Page, shown: str) -> str:
    """Give what is shown of a box, as a link where the box leads to a page or a section."""
    path, _, anchor = (figure.to[number - 1] if number <= len(figure.to) else "").partition("#")
    goal = guide.page_by_key.get((page.language, path))
    if goal is None or (goal is page and not anchor):
        return shown
    address = "" if goal.path == page.path else relative_address(page, goal)
    return f'<a href="{escape(address)}{f"#{anchor}" if anchor else ""}">{shown}</a>'


def _side_by_side(figure: Figure, guide: Guide, page: Page, parts: Sequence[FigurePart], first: int) -> str:
    items = [
        f'<div class="{_look(figure, number)}">{_inside(figure, number, guide, page, part)}</div>'
        for number, part in enumerate(parts, first)
    ]
    return f'<div class="fig-parts fig-parts--wide">{"".join(items)}</div>' if items else ""


def _inside(figure: Figure, number: int, guide: Guide, page: Page, part: FigurePart) -> str:
    name = f"<strong>{link(figure, number, guide, page, _plain(part.name))}</strong>"
    text = f'<span class="fig-said">{_plain(part.text)}</span>' if part.text else ""
    aside = f'<span class="fig-aside">{_plain(part.aside)}</span>' if part.aside else ""
    items = "".join(f"<li>{_plain(each)}</li>" for each in part.lines)
    return " ".join(each for each in (name, aside, text, f"<ul>{items}</ul>" if items else "") if each)


def _look(figure: Figure, number: int) -> str:
    return "fig-box-accent" if number in figure.accent else "fig-box"


def _arrow(sign: str, text: str) -> str:
    return f'<p class="fig-arrow"><span aria-hidden="true">{sign}</span> {_plain(text)}</p>'


def _plain(text: str) -> str:
    return escape(text, quote=False)
