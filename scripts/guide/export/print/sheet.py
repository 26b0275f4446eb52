"""A sheet as a printable HTML document of its own.

What lives here: blocks to HTML. What does not: what they say (``handouts/sheets.py``), how wide they
are (``handouts/layout.py``), and the browser (``printing.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from guide.addresses.open_data import LICENCE
from guide.export.handouts.content import Block, Card, Heading, Listing, Paragraph, Run, Runs, Table
from guide.export.handouts.layout import WIDTH, column_widths, has_room, leads, repeated, row_height
from guide.export.handouts.sheets import Sheet
from guide.words import words_of

_STYLE = Path(__file__).with_name("sheet.css")
_CARDS_ON_A_PAGE = 2


def sheet_document(sheet: Sheet) -> str:
    """Give a sheet as one HTML document that needs no other file."""
    height = row_height(sheet)
    title = escape(sheet.title, quote=False)
    if sheet.copies > 1:
        body = f'<div class="copy"><h2>{title}</h2>{"".join(_blocks(repeated(sheet), height))}</div>\n' * sheet.copies
    else:
        body = f"<h1>{title}</h1>\n{''.join(_blocks(sheet.blocks, height))}"
    return (
        f'<!doctype html>\n<html lang="{sheet.language}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def sheet_foot(sheet: Sheet) -> str:
    """Give what stands at the foot of each page, as HTML."""
    words = words_of(sheet.language)
    above = f"{escape(sheet.site_name)}: {escape(sheet.page_title)}"
    if sheet.date:
        above += " · " + escape(words["sheet.text-of"].format(sheet.date))
    plain = 'style="color: inherit"'
    below = f'<a {plain} href="{escape(sheet.address)}">{escape(sheet.address)}</a>'
    below += f' · <a {plain} href="{LICENCE}">CC BY 4.0</a>'
    if sheet.pages > 1:
        number, total = '<span class="pageNumber"></span>', '<span class="totalPages"></span>'
        below += " · " + words["book.page"].format(number, total)
    return f"{above}<br>{below}"


def _blocks(blocks: Sequence[Block], height: float) -> Iterator[str]:
    cards = 0
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        match block:
            case Heading(level, runs):
                cards = 0
                yield f"<h{level}>{_html(runs)}</h{level}>\n"
            case Paragraph(runs, kind):
                kinds = f"{kind} leads" if leads(block, following) else kind
                yield f'<p class="{kinds.strip()}">{_html(runs)}</p>\n'
            case Listing(items, is_numbered):
                tag = "ol" if is_numbered else "ul"
                yield f"<{tag}>{''.join(f'<li>{_html(item)}</li>' for item in items)}</{tag}>\n"
            case Table():
                yield _table(block, height)
            case Card(inner):
                is_first = cards % _CARDS_ON_A_PAGE == 0
                is_last = not any(isinstance(later, Card) for later in blocks[place + 1 :])
                kind = ("first" if is_first else "second") + (" last" if is_last else "")
                yield f'<div class="card {kind}">{"".join(_blocks(inner, height))}</div>\n'
                cards += 1


def _table(table: Table, height: float) -> str:
    columns = "".join(f'<col style="width: {100 * width / WIDTH:.2f}%">' for width in column_widths(table))
    head = "".join(f'<th scope="col">{_html(cell)}</th>' for cell in table.head)
    high = f' style="height: {height:.1f}mm"' if has_room(table) else ""
    rows = "".join(f"<tr{high}>{''.join(f'<td>{_html(cell)}</td>' for cell in row)}</tr>\n" for row in table.rows)
    return f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table>\n"


def _html(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    html = escape(run.text, quote=False).replace("\n", "<br>")
    if run.language:
        html = f'<span lang="{escape(run.language)}">{html}</span>'
    if run.is_italic:
        html = f"<em>{html}</em>"
    if run.is_bold:
        html = f"<strong>{html}</strong>"
    return f'<a href="{escape(run.link)}">{html}</a>' if run.link else html
