"""Tables as they are published: in a box, and on a narrow screen as rows with a label at each value.

What lives here: the box and the labels that a table needs so that its style sheet may lay
it out as it likes, for tables of Markdown (trees) and for those that the guide writes
(text). What does not: the widths (``docs/assets/css``), its roles (``client/page/tables.js``)
and filtering (``filters``).

On a phone a table is shown as stacked rows, each value below its column's name (WCAG 2.2,
1.4.10 Reflow), unless it has two columns of short words. Some browsers then no longer tell
assistive technology that it is a table; a script gives it its roles, for ARIA in HTML allows
none to be written on the parts of a table. A table of figures stays one, for columns are to
be compared: its first column stays in sight, and a line says that it can be moved.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Sequence
from html import escape

_STACKED, _FIGURES = "guide-table guide-table--stacked", "guide-table guide-table--figures"
_FEW, _ON_A_LINE = 2, 20
"""So many columns stand beside each other on any screen, where their longest words have so many letters together."""
_FIGURE = re.compile(r"[<>≤≥±–−+-]?\s?\d[\d\s.,:–−-]*(?:%|\w{1,3}\.?)?")
"""A number, a span or a share, with a short unit: "1 200", "3–5", "45 %", "12 kr"."""


def boxed(table: etree.Element, heading_id: str | None, cue: str) -> etree.Element:
    """Give the box for a table of a page, which takes its place; ``cue`` is the line for a table that can be moved."""
    box = etree.Element("div", {"class": "table-box"})
    if heading_id:
        box.set("role", "group")
        box.set("aria-labelledby", heading_id)
    box.tail, table.tail = table.tail, None
    heads = table.findall("thead/tr/th")
    for cell in heads:
        cell.set("scope", "col")
    if len(heads) <= _FEW and _letters(table) <= _ON_A_LINE:
        table.set("class", "guide-table")
    elif _is_of_figures(table):
        table.set("class", _FIGURES)
        box.set("data-cue", cue)
    else:
        _stack(table, [_name_of(cell) for cell in heads])
    box.append(table)
    return box


def _letters(table: etree.Element) -> int:
    """Give how many letters a line must hold for the longest word of each column."""
    rows = [[_name_of(cell) for cell in row] for row in table.iter("tr")]
    return sum(
        max(len(word) for text in column for word in text.split() or [""]) for column in zip(*rows, strict=False)
    )


def _is_of_figures(table: etree.Element) -> bool:
    texts = [_name_of(cell) for row in table.iterfind("tbody/tr") for cell in list(row)[1:]]
    found = [text for text in texts if text]
    return bool(found) and all(_FIGURE.fullmatch(text) for text in found)


def _name_of(cell: etree.Element) -> str:
    """Give the text of a cell without its notes."""
    parts = [cell.text or ""]
    for child in cell:
        parts += ["" if child.tag == "sup" else _name_of(child), child.tail or ""]
    return " ".join("".join(parts).split())


def _stack(table: etree.Element, labels: Sequence[str]) -> None:
    table.set("class", _STACKED)
    for row in table.iterfind("tbody/tr"):
        for label, cell in zip(labels, row, strict=False):
            if label:
                cell.set("data-label", label)


# Tables that the guide writes -----------------------------------------------


def written(labels: Sequence[str], rows: Iterable[str], box: str, table: str = "", kind: str = "") -> str:
    """Give a stacked table in its box, as HTML without empty lines.

    ``rows`` come from ``row``; ``box`` and ``table`` hold attributes, as HTML; ``kind`` is a class of the table's own.
    """
    heads = "".join(f'<th scope="col">{label}</th>' for label in labels)
    lines = [
        f'<div class="table-box" {box}>'
        f'<table class="{" ".join(filter(None, (_STACKED, kind)))}"{table and f" {table}"}>',
        f"<thead><tr>{heads}</tr></thead>",
        "<tbody>",
        *rows,
        "</tbody></table></div>",
    ]
    return "\n".join(lines)


def row(labels: Sequence[str], cells: Sequence[str], attributes: str = "") -> str:
    """Give a row of such a table: the first cell (HTML) is its header; ``attributes`` are the row's, as HTML."""
    first, *others = (escape(label) for label in labels)
    head, *values = cells
    html = f'<th scope="row" data-label="{first}">{head}</th>' + "".join(
        f'<td data-label="{label}">{value}</td>' for label, value in zip(others, values, strict=True)
    )
    return f"<tr{attributes and f' {attributes}'}>{html}</tr>"
