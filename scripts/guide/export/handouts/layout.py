"""How a sheet is laid out on A4: wide columns to write in, and rows as high as the paper allows.

What lives here: millimetres, the same for every format. What does not: the formats.

A label takes a third of the width where there is one answer, less where there are more. How
high the rows can be is reckoned from how long the texts are; ``tests/integration/test_paper.py``
prints every sheet and counts its pages.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from guide.export.handouts.content import Block, Card, Heading, Listing, Paragraph, Runs, Table, text_of_runs
from guide.export.handouts.sheets import Sheet

PAGE = (210, 297)
"""Width and height of A4 (ISO 216)."""
MARGIN = 15
"""At the sides and above."""
FOOT = 20
"""Below, with the line that says where the sheet comes from."""
WIDTH = PAGE[0] - 2 * MARGIN
"""What can be written on."""

CARDS_ON_A_PAGE = 2
"""Cards are half a page high."""

_LABEL = 1 / 3
_LABEL_OF_MORE = 0.3
_FIRST_OF_EQUALS = 1.25
_HIGHEST, _LOWEST, _STEP = 70.0, 7.0, 0.5
_LINE, _LETTER, _PADDING = 4.8, 1.9, 2.0
_SPARE = 6.0
"""What a page keeps free, since letters are not equally wide everywhere."""
_HEAD, _SMALL_HEAD = 22.0, 16.0
"""Title, address and QR code: above a sheet, and above slips that are cut apart."""
_SMALL_TITLE, _HEADING = 4.0, 11.0


def column_widths(table: Table) -> list[float]:
    """Give the width of each column in millimetres; together they are as wide as the page."""
    count = len(table.head)
    writable = [is_writable(table, column) for column in range(count)]
    if not any(writable):
        weights = [_weight(table, column) for column in range(count)]
    elif count == 2 and not writable[0]:
        weights = [_LABEL, 1 - _LABEL]
    elif not writable[0]:
        weights = [_LABEL_OF_MORE, *([(1 - _LABEL_OF_MORE) / (count - 1)] * (count - 1))]
    else:
        weights = [_FIRST_OF_EQUALS, *([1.0] * (count - 1))]
    return [WIDTH * weight / sum(weights) for weight in weights]


def is_writable(table: Table, column: int) -> bool:
    """Say whether a column is there to be written in: its cells are empty, or hold the number of their row ("1.")."""
    texts = [text_of_runs(row[column]) for row in table.rows if column < len(row)]
    numbered = enumerate(texts, 1)
    return bool(texts) and all(text.strip() in ("", f"{number}.") for number, text in numbered)


def narrowest_answer(sheets: Iterable[Sheet]) -> float | None:
    """Give the width in millimetres of the narrowest column to write in, or None where there is nothing to write."""
    tables = [block for sheet in sheets for block in sheet.blocks if isinstance(block, Table)]
    widths = [
        width for table in tables for column, width in enumerate(column_widths(table)) if is_writable(table, column)
    ]
    return min(widths, default=None)


def has_room(table: Table) -> bool:
    """Say whether there is something to write in a table."""
    return any(is_writable(table, column) for column in range(len(table.head)))


def row_height(sheet: Sheet) -> float:
    """Give how high, in millimetres, each row is that is written in: as high as its pages allow."""
    return next((height for height in _from_high_to_low() if _pages(sheet, height) <= sheet.pages), _LOWEST)


def _from_high_to_low() -> Iterator[float]:
    steps = round((_HIGHEST - _LOWEST) / _STEP)
    yield from (_HIGHEST - _STEP * step for step in range(steps + 1))


def _pages(sheet: Sheet, row: float) -> int:
    """Give how many pages a sheet takes with rows of a height."""
    room = PAGE[1] - MARGIN - FOOT - _SPARE
    if sheet.copies > 1:
        one = _SMALL_TITLE + sum(_heights(repeated(sheet), row))
        return math.ceil(sheet.copies / max(1, (room - _SMALL_HEAD) // one))
    pages, used = 1, _HEAD
    for group in together(sheet.blocks):
        height = sum(_heights(group, row))
        if used + height > room:
            pages, used = pages + 1, 0.0
        used += height
    return pages


def repeated(sheet: Sheet) -> Sequence[Block]:
    """Give what stands on each copy of a sheet that holds several: its tables, without what explains them."""
    return [block for block in sheet.blocks if isinstance(block, Table)]


def together(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Give blocks in groups that stand on one page: headings and what introduces a table with that table."""
    group: list[Block] = []
    for place, block in enumerate(blocks):
        group.append(block)
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if not leads(block, following):
            yield group
            group = []


def leads(block: Block, following: Block | None) -> bool:
    """Say whether a block belongs on the same page as the one that follows."""
    if following is None or isinstance(block, Table | Card):
        return False
    return isinstance(block, Heading) or isinstance(following, Table | Listing | Card)


def _heights(blocks: Iterable[Block], row: float) -> Iterator[float]:
    """Give how high each block is about to be, its rows ``row`` millimetres at least."""
    for block in blocks:
        match block:
            case Heading():
                yield _HEADING
            case Paragraph(runs):
                yield _lines(runs, WIDTH) * _LINE + _PADDING
            case Listing(items):
                yield sum(_lines(item, WIDTH - 8) * _LINE + 1 for item in items) + _PADDING
            case Card(front, back):
                yield sum(_heights([*front, *back], row)) + 8
            case Table():
                yield _table_height(block, row)


def _table_height(table: Table, row: float) -> float:
    widths, least = column_widths(table), row if has_room(table) else 0.0
    heights = [max(least, _row_height(cells, widths)) for cells in table.rows]
    return _row_height(table.head, widths) + sum(heights) + 3


def _row_height(cells: Sequence[Runs], widths: Sequence[float]) -> float:
    return max(_lines(cell, width - 4) for cell, width in zip(cells, widths, strict=False)) * _LINE + _PADDING


def _lines(runs: Runs, width: float) -> int:
    return max(1, math.ceil(len(text_of_runs(runs)) * _LETTER / width))


def _weight(table: Table, column: int) -> float:
    """Give a weight to a column that is read: the square root, so that a short one is not crushed by a long one."""
    cells = [row[column] for row in table.rows if column < len(row)]
    return math.sqrt(max(len(text_of_runs(cell)) for cell in [table.head[column], *cells]) + 8)
