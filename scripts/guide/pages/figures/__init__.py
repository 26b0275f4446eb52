"""Figures as a part of a page: from ``data/figures/`` to HTML and inline SVG.

What lives here: what stands for ``<!-- guide:figure NAME -->``. ``boxes`` makes pictures of boxes
with text as HTML, since such text wraps and grows as the reader wants; ``drawing`` draws where lines or
shapes say something (SVG); ``overviews`` makes what follows from front matter; ``measuring`` tells how
much text a box holds. What does not: the words (``data/figures``) and the look (``guide.css``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from guide.model.figures import Figure, FigureKind, FigureText
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.figures import boxes, drawing, overviews

_MADE: Mapping[FigureKind, Callable[[Figure, FigureText, Guide, Page], str]] = {
    FigureKind.GRID: boxes.grid,
    FigureKind.PATH: boxes.path,
    FigureKind.STRIP: boxes.strip,
    FigureKind.COLUMNS: boxes.columns,
    FigureKind.CARD: boxes.card,
    FigureKind.FRAME: boxes.frame,
    FigureKind.TIMELINE: boxes.timeline,
    FigureKind.NETWORK: drawing.network,
    FigureKind.CIRCLES: drawing.circles,
    FigureKind.CHART: drawing.chart,
    FigureKind.STRENGTH: overviews.strength,
    FigureKind.CASES: overviews.cases,
}


def figure(guide: Guide, page: Page, name: str) -> str:
    """Give a figure as HTML without a blank line; "" where there is none of that name in the page's language."""
    found = guide.figure_by_name.get(name)
    text = found.texts.get(page.language) if found is not None else None
    if found is None or text is None:
        return ""
    caption = f" {escape(text.caption, quote=False)}" if text.caption else ""
    return (
        f'<figure class="fig">{_MADE[found.kind](found, text, guide, page)}'
        f'<figcaption><strong id="fig-{name}">{escape(text.title, quote=False)}.</strong>{caption}</figcaption>'
        "</figure>"
    )
