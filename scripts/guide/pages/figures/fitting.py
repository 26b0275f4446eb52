"""What does not fit in its box: measured before any browser has drawn it.

What lives here: the room that each kind of figure gives its texts on the narrowest screen where they
stand side by side, a phone of 360 px, or a wide page for boxes that share its width. What does not: the
measures of letters (``measuring.py``) and the finding (``checks/rules/drawings.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from guide.model.figures import Figure, FigureKind, FigurePart, FigureText
from guide.pages.figures.drawing import CENTRE_TEXT, CIRCLE_TEXT, INSET, MOST_LINES, SHEET, network_boxes
from guide.pages.figures.measuring import BOLD, SIZE, lines, widest_word, width

_PHONE, _PAGE, _EDGES, _GAP, _TEXT = 328.0, 680.0, 18.0, 6.0, 14.5
_CARD_NAMES, _CARD_EDGES, _YEAR = 104.0, 40.0, 76.0
_TIGHT = 10.0
_LONGEST = {"name": 40, "text": 110, "aside": 60}
_LONGEST_LINE, _LONGEST_LABEL, _LONGEST_CAPTION = 80, 75, 420


def too_long(figure: Figure, text: FigureText) -> Iterator[str]:
    """Give what is said of each text that its box does not hold."""
    yield from _lengths(text)
    for (words, weight), room in _ROOMS.get(figure.kind, _none)(figure, text):
        word = widest_word(words)
        needs = width(word, _TEXT) * weight
        if needs > room:
            yield f'"{word}" needs {needs:.0f} px, and its box has {room:.0f}'
    yield from _drawn(figure, text)


def _lengths(text: FigureText) -> Iterator[str]:
    if len(text.caption) > _LONGEST_CAPTION:
        yield f"the caption has {len(text.caption)} characters, more than {_LONGEST_CAPTION}"
    for part in text.parts:
        for name, most in _LONGEST.items():
            if len(getattr(part, name)) > most:
                yield f'{name} of "{part.name}" has {len(getattr(part, name))} characters, more than {most}'
        for line in part.lines:
            if len(line) > _LONGEST_LINE:
                yield f'"{line[:30]}…" has {len(line)} characters, more than {_LONGEST_LINE}'
    for arrow in text.arrows:
        for said in (arrow.down, arrow.up):
            if len(said) > _LONGEST_LABEL:
                yield f'"{said[:30]}…" has {len(said)} characters, more than {_LONGEST_LABEL}'


_Words = tuple[str, float]
_Rooms = Iterator[tuple[_Words, float]]


def _none(_figure: Figure, _text: FigureText) -> _Rooms:
    yield from ()


def _all(part: FigurePart) -> Iterator[_Words]:
    """Give what stands in a box; its name is bold."""
    yield part.name, BOLD
    yield from ((each, 1.0) for each in (part.text, part.aside, *part.lines))


def _grid(_figure: Figure, text: FigureText) -> _Rooms:
    room = _share(_PHONE, max(len(text.across), 1)) + _TIGHT
    yield from ((words, room) for part in text.parts for words in _all(part))


def _side_by_side(_figure: Figure, text: FigureText) -> _Rooms:
    room = _share(_PAGE, max(len(text.parts), 1))
    yield from ((words, room) for part in text.parts for words in _all(part))


def _share(whole: float, count: int) -> float:
    """Give the room for text in one of so many boxes side by side."""
    return (whole - _GAP * (count - 1)) / count - _EDGES


def _timeline(_figure: Figure, text: FigureText) -> _Rooms:
    room = (_PHONE - _YEAR) / 2
    yield from (((words, 1.0), room) for part in text.parts for words in (part.text, part.aside))


def _card(_figure: Figure, text: FigureText) -> _Rooms:
    for part in text.parts:
        name, *others = _all(part)
        yield name, _CARD_NAMES
        yield from ((words, _PHONE - _CARD_NAMES - _CARD_EDGES) for words in others)


_ROOMS: Mapping[FigureKind, Callable[[Figure, FigureText], _Rooms]] = {
    FigureKind.GRID: _grid,
    FigureKind.STRIP: _side_by_side,
    FigureKind.COLUMNS: _side_by_side,
    FigureKind.TIMELINE: _timeline,
    FigureKind.CARD: _card,
}


def _drawn(figure: Figure, text: FigureText) -> Iterator[str]:
    """What a drawing does not hold."""
    if figure.kind is FigureKind.NETWORK:
        for box, part in zip(network_boxes(figure, text), text.parts, strict=False):
            yield from _broken(part.name, box[2] - 2 * INSET, MOST_LINES)
    elif figure.kind is FigureKind.CIRCLES:
        for part in text.parts:
            yield from _broken(part.text, CIRCLE_TEXT, MOST_LINES)
        for label in text.labels:
            yield from _broken(label, CENTRE_TEXT, 2)
    elif figure.kind is FigureKind.CHART and figure.chart is not None:
        for label in text.labels[:1]:
            yield from _on_one_line(label, SHEET * _right_of_change(figure) - 6)
        for label in text.across:
            yield from _on_one_line(label, SHEET / 2)


def _right_of_change(figure: Figure) -> float:
    """Give how much of a chart lies to the right of its change, where the label of the change stands."""
    chart = figure.chart
    return 1 - max(chart.change - chart.first, 0) / len(chart.values) if chart.change else 1


def _broken(words: str, room: float, most: int) -> Iterator[str]:
    made: Sequence[str] = lines(words, room)
    if len(made) > most:
        yield f'"{words}" needs {len(made)} lines, and its place has {most}'
    for line in made:
        yield from _on_one_line(line, room)


def _on_one_line(words: str, room: float) -> Iterator[str]:
    if width(words, SIZE) > room:
        yield f'"{words}" needs {width(words, SIZE):.0f} of the drawing, and its place has {room:.0f}'
