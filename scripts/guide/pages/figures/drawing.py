"""Drawings where lines and shapes say something: networks, circles that overlap, charts (inline SVG).

What lives here: where everything stands on a sheet of 330 units, which is as wide as a phone's
column, so that its text is as large as that of the page. What does not: colours (``guide.css``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from guide.model.figures import Chart, Figure, FigureText, Line
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.figures.measuring import LINE, lines
from guide.words import words_of

SHEET = 330
"""Width of a drawing."""
COLUMN = SHEET / 12
"""Width of one of the columns on which the boxes of a network stand."""
INSET = 6
"""Between the edge of a box and its text."""
CIRCLE_TEXT = 100
"""Room for a line of text in one circle only."""
CENTRE_TEXT = 82
"""Room for a line of text where all circles overlap."""
MOST_LINES = 3
"""Most lines of text in a box of a network."""
_GAP, _BETWEEN = 8, 34
_RADIUS, _CENTRES = 100, ((105, 102), (225, 102), (165, 198))
_CHART_TOP, _CHART_HEIGHT = 34, 150


def sheet(figure: Figure, text: FigureText, height: float, drawn: Sequence[str], says: str = "") -> str:
    """Give a drawing with its name (that of the caption) and what it says."""
    said = escape(" ".join(part for part in (text.says, says) if part), quote=False)
    return (
        f'<svg viewBox="0 0 {SHEET} {height:g}" role="img" aria-labelledby="fig-{figure.name} fig-{figure.name}-says">'
        f'<desc id="fig-{figure.name}-says">{said}</desc>{"".join(drawn)}</svg>'
    )


# Networks -------------------------------------------------------------------


def network(figure: Figure, text: FigureText, _guide: Guide, _page: Page) -> str:
    """Give boxes with arrows between them."""
    boxes = network_boxes(figure, text)
    head = f"fig-{figure.name}-arrow"
    drawn = [
        f'<defs><marker id="{head}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
        'orient="auto"><path class="fig-head" d="M0 0L10 5L0 10z"/></marker></defs>'
    ]
    for line in figure.lines:
        start, end = (boxes[number - 1] for number in line.between)
        drawn.append(_joined(start, end, head if line.arrow else ""))
        drawn += _beside(start, end, line, text)
    for number, (box, part) in enumerate(zip(boxes, text.parts, strict=False), 1):
        drawn += _box(box, part.name, number in figure.accent)
    return sheet(figure, text, max(box[1] + box[3] for box in boxes) + 2, drawn)


_Box = tuple[float, float, float, float]


def network_boxes(figure: Figure, text: FigureText) -> Sequence[_Box]:
    """Give left, top, width and height of each box; a row is as high as the most lines in it need."""
    rows: dict[int, int] = {}
    for place, part in zip(figure.places, text.parts, strict=False):
        broken = lines(part.name, place.wide * COLUMN - _GAP - 2 * INSET)
        rows[place.row] = max(rows.get(place.row, 1), len(broken))
    tops, top = dict[int, float](), 2.0
    for row in sorted(rows):
        tops[row] = top
        top += rows[row] * LINE + 18 + _BETWEEN
    return [
        (
            place.column * COLUMN + _GAP / 2,
            tops[place.row],
            place.wide * COLUMN - _GAP,
            rows[place.row] * LINE + 18,
        )
        for place in figure.places[: len(text.parts)]
    ]


def _box(box: _Box, text: str, accent: bool) -> Iterator[str]:
    left, top, wide, high = box
    kind = "-accent" if accent else ""
    yield f'<rect class="fig-box{kind}" x="{left:g}" y="{top:g}" width="{wide:g}" height="{high:g}" rx="4"/>'
    broken = lines(text, wide - 2 * INSET)
    first = top + high / 2 + 5 - (len(broken) - 1) * LINE / 2
    for number, line in enumerate(broken):
        yield label(left + wide / 2, first + number * LINE, line, on_accent=accent)


def _joined(start: _Box, end: _Box, head: str) -> str:
    (x1, y1), (x2, y2) = _ends(start, end)
    arrow = f' marker-end="url(#{head})"' if head else ""
    return f'<path class="fig-line" d="M{x1:g} {y1:g}L{x2:g} {y2:g}"{arrow}/>'


def _ends(start: _Box, end: _Box) -> tuple[tuple[float, float], tuple[float, float]]:
    """Give where a line leaves a box and reaches another: straight down or up where one stands over the other."""
    left, right = max(start[0], end[0]), min(start[0] + start[2], end[0] + end[2])
    if left < right:
        x = (left + right) / 2
        over = start[1] < end[1]
        return ((x, start[1] + start[3]), (x, end[1])) if over else ((x, start[1]), (x, end[1] + end[3]))
    first, second = start[1] + start[3] / 2, end[1] + end[3] / 2
    if start[0] < end[0]:
        return (start[0] + start[2], first), (end[0], second)
    return (start[0], first), (end[0] + end[2], second)


def _beside(start: _Box, end: _Box, line: Line, text: FigureText) -> Iterator[str]:
    """Give the words of a line: the first half of their lines above it, the others below."""
    if not 0 < line.label <= len(text.labels):
        return
    (x1, y1), (x2, y2) = _ends(start, end)
    broken = lines(text.labels[line.label - 1], abs(x2 - x1) - 4 or SHEET)
    above = (len(broken) + 1) // 2
    for number, each in enumerate(broken):
        shift = (number - above) * LINE + 11 if number < above else (number - above) * LINE + LINE
        yield label((x1 + x2) / 2, (y1 + y2) / 2 + shift, each)


# Circles --------------------------------------------------------------------


def circles(figure: Figure, text: FigureText, _guide: Guide, _page: Page) -> str:
    """Give three circles that overlap, with what they make together in the middle."""
    drawn = [f'<circle class="fig-line" cx="{x}" cy="{y}" r="{_RADIUS}"/>' for x, y in _CENTRES]
    outer = ((64, 64), (266, 64), (165, 238))
    for (x, y), part in zip(outer, text.parts, strict=False):
        drawn.append(label(x, y, part.name, bold=True))
        drawn += [label(x, y + LINE * n, each) for n, each in enumerate(lines(part.text, CIRCLE_TEXT), 1)]
    middle = lines(" ".join(text.labels[:1]), CENTRE_TEXT)
    drawn.append('<circle class="fig-box-accent" cx="165" cy="134" r="45"/>')
    first = 139 - (len(middle) - 1) * LINE / 2
    drawn += [label(165, first + LINE * n, each, on_accent=True) for n, each in enumerate(middle)]
    return sheet(figure, text, 300, drawn)


# Charts ---------------------------------------------------------------------


def chart(figure: Figure, text: FigureText, _guide: Guide, page: Page) -> str:
    """Give bars, or points on a line; what it says is every value."""
    values = figure.chart
    numbers = [number_of(each, page.language) for each in values.values]
    numbered = zip(range(values.first, values.first + len(numbers)), numbers, strict=True)
    says = " ".join(f"{position}: {number}." for position, number in numbered)
    if values.drawn_as == "bars":
        drawn, height = list(_bars(values, text, numbers)), _CHART_TOP + _CHART_HEIGHT + 26
        if values.unsure and len(text.labels) > 1:
            drawn += _legend(text.labels[1], height + 8)
            height += 8 + LINE * (len(lines(text.labels[1], SHEET - 40)))
    else:
        drawn, height = list(_points(values, text, page.language)), _CHART_TOP + _CHART_HEIGHT + 28
    return sheet(figure, text, height, drawn, says)


def number_of(value: float, language: str) -> str:
    """Give a number as the language writes it: one decimal, or none where there is none."""
    text = f"{value:g}" if value == int(value) and abs(value) >= 100 else f"{value:.1f}".removesuffix(".0")
    return text.replace(".", words_of(language).locale.decimal_sign)


def _unsure(values: Chart, position: int) -> bool:
    return bool(values.unsure) and values.unsure[0] <= position <= values.unsure[-1]


def _bars(values: Chart, text: FigureText, numbers: Sequence[str]) -> Iterator[str]:
    bottom, pitch = _CHART_TOP + _CHART_HEIGHT, SHEET / len(numbers)
    scale = _CHART_HEIGHT / (max(values.values) - values.base)
    for number, value in enumerate(values.values):
        position, high = values.first + number, (value - values.base) * scale
        left, middle, top = pitch * number + 2, pitch * (number + 0.5), bottom - high
        kind = "-accent" if values.change and position >= values.change else ""
        guess = ' stroke-dasharray="4 3" fill-opacity="0.35"' if _unsure(values, position) else ""
        yield (f'<rect class="fig-box{kind}" x="{left:g}" y="{top:g}" width="{pitch - 4:g}" height="{high:g}"{guess}/>')
        if position in values.marked:
            shown = f"({position})" if _unsure(values, position) else str(position)
            first, last = number == 0 or position == values.change, number == len(numbers) - 1
            anchor = "start" if first else "end" if last else "middle"
            at = {"start": left + 2, "middle": middle, "end": left + pitch - 4}[anchor]
            yield label(at, bottom + 20, shown, anchor)
            # Its figure is wider than the bar, and stands over the higher one of those that it reaches.
            beside = values.values[max(number - 1, 0) : number + 1] if last else values.values[number : number + 2]
            yield label(at, bottom - (max(beside) - values.base) * scale - 7, numbers[number], anchor)
    if values.change and text.labels:
        x = pitch * (values.change - values.first)
        yield f'<path class="fig-line" stroke-dasharray="4 4" d="M{x:g} 4V{bottom}"/>'
        yield label(x + 6, 16, text.labels[0], "start")


def _legend(text: str, top: float) -> Iterator[str]:
    yield (
        f'<rect class="fig-box" x="2" y="{top:g}" width="22" height="14" stroke-dasharray="4 3" fill-opacity="0.35"/>'
    )
    for number, line in enumerate(lines(text, SHEET - 40)):
        yield label(34, top + 12 + number * LINE, line, "start")


def _points(values: Chart, text: FigureText, language: str) -> Iterator[str]:
    bottom, left, most = _CHART_TOP + _CHART_HEIGHT, 26.0, max([*values.values, *values.marked])
    scale = _CHART_HEIGHT / (most - values.base)
    step = (SHEET - left - 14) / (len(values.values) - 1)
    spots = [(left + 7 + step * n, bottom - (value - values.base) * scale) for n, value in enumerate(values.values)]
    yield f'<path class="fig-line" d="M{left:g} {_CHART_TOP - 6}V{bottom}H{SHEET}"/>'
    for tick in values.marked:
        yield label(left - 6, bottom - (tick - values.base) * scale + 5, number_of(tick, language), "end")
    if values.middle:
        y = bottom - (values.middle - values.base) * scale
        yield f'<path class="fig-line" stroke-dasharray="6 5" d="M{left:g} {y:g}H{SHEET}"/>'
        yield label(SHEET, y - 8, " ".join(text.labels[:1]), "end")
    for (x1, y1), (x2, y2) in pairwise(spots):
        yield f'<path class="fig-line" d="M{x1:g} {y1:g}L{x2:g} {y2:g}"/>'
    change = values.change - values.first
    for number, (x, y) in enumerate(spots):
        kind = "-accent" if values.change and number >= change else ""
        yield f'<circle class="fig-box{kind}" cx="{x:g}" cy="{y:g}" r="4.5"/>'
    if values.change:
        x = (spots[change - 1][0] + spots[change][0]) / 2
        yield f'<path class="fig-line" stroke-dasharray="2 4" d="M{x:g} {_CHART_TOP - 6}V{bottom}"/>'
        for each, middle in zip(text.across, ((left + x) / 2, (x + SHEET) / 2), strict=False):
            yield label(middle, bottom + 20, each)


def label(x: float, y: float, text: str, anchor: str = "middle", *, bold: bool = False, on_accent: bool = False) -> str:
    """Give a line of text."""
    kind, weight = "-on-accent" if on_accent else "", ' font-weight="700"' if bold else ""
    return (
        f'<text class="fig-text{kind}" x="{x:g}" y="{y:g}" text-anchor="{anchor}"{weight}>'
        f"{escape(text, quote=False)}</text>"
    )
