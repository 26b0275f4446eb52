"""A sheet as a printable HTML document of its own, or as a part of a kit.

What lives here: blocks to HTML, with a head that says title, address and QR code. What does not: what they say
(``handouts/sheets.py``), how wide they are (``handouts/layout.py``), kits (``bundle.py``), and the browser
(``printing.py``).
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from guide.addresses.list import qr_svg
from guide.addresses.open_data import LICENCE
from guide.export.handouts.content import Block, Card, Heading, Listing, Paragraph, Run, Runs, Table, text_of_runs
from guide.export.handouts.layout import (
    CARDS_ON_A_PAGE,
    WIDTH,
    column_widths,
    has_room,
    leads,
    repeated,
    row_height,
)
from guide.export.handouts.sheets import Sheet
from guide.words import words_of

_STYLE = Path(__file__).with_name("sheet.css")


def sheet_document(sheet: Sheet) -> str:
    """Give a sheet as one HTML document that needs no other file."""
    return print_document(sheet.title, sheet.language, sheet_part(sheet))


def print_document(title: str, language: str, body: str) -> str:
    """Give what is printed as one HTML document, with the style of sheets."""
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title, quote=False)}</title>\n"
        f"<style>{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def sheet_part(sheet: Sheet) -> str:
    """Give a sheet as a part of a document, its title the heading of the first level."""
    height = row_height(sheet)
    cards = list(_cards_of(sheet.blocks))
    if cards:
        return _card_pages(sheet, cards)
    if sheet.copies > 1:
        title = escape(sheet.title, quote=False)
        copy = f'<div class="copy"><h2>{title}</h2>{"".join(_blocks(repeated(sheet), height))}</div>\n'
        body = f"{sheet_head(sheet, 'small')}{copy * sheet.copies}"
    else:
        body = f"{sheet_head(sheet, '')}{''.join(_blocks(sheet.blocks, height))}"
    return f'<section class="sheet" id="{escape(sheet.name)}">{body}</section>\n'


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


def qr_image(address: str, language: str) -> str:
    """Give the QR code of an address as HTML."""
    data = base64.b64encode(qr_svg(address)).decode("ascii")
    alternative = words_of(language)["sheet.qr"].format(address)
    return f'<img class="qr" alt="{escape(alternative)}" src="data:image/svg+xml;base64,{data}">'


def address_in_print(address: str) -> str:
    """Give an address as one types it, as a link."""
    shown = address.partition("://")[2].rstrip("/")
    return f'<a href="{escape(address)}">{escape(shown)}</a>'


def sheet_head(sheet: Sheet, kind: str) -> str:
    """Give title, address and QR code of a sheet; ``kind`` is "small", or nothing."""
    return (
        f'<header class="{f"head {kind}".strip()}"><div><p class="page">{escape(sheet.page_title, quote=False)}</p>'
        f"<h1>{escape(sheet.title, quote=False)}</h1>"
        f'<p class="address">{address_in_print(sheet.address)}</p></div>{qr_image(sheet.address, sheet.language)}'
        "</header>\n"
    )


# Cards ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _ThemeCard:
    """A card, and the theme that it stands under."""

    theme: str
    card: Card


def _cards_of(blocks: Sequence[Block]) -> Iterator[_ThemeCard]:
    theme = ""
    for block in blocks:
        if isinstance(block, Heading):
            theme = text_of_runs(block.runs)
        elif isinstance(block, Card):
            yield _ThemeCard(theme, block)


def _card_pages(sheet: Sheet, cards: Sequence[_ThemeCard]) -> str:
    """Give two cards a page, and what stands on their backs on the page after.

    A page that is turned along its long edge keeps what is above and what is below, so each back stands at the
    height of its front.
    """
    words, parts = words_of(sheet.language).section("kit"), []
    leaves = [cards[start : start + CARDS_ON_A_PAGE] for start in range(0, len(cards), CARDS_ON_A_PAGE)]
    for number, leaf in enumerate(leaves, 1):
        for side in ("front", "back"):
            said = f"{sheet.title}: {words[side].format(number, len(leaves))}"
            is_first = number == 1 and side == "front"
            head = f'<{"h1" if is_first else "p"} class="strip">{escape(said)}</{"h1" if is_first else "p"}>'
            sides = (_front(each) if side == "front" else _back(each, sheet) for each in leaf)
            name = f' id="{escape(sheet.name)}"' if is_first else ""
            parts.append(f'<section class="sheet cards {side}"{name}>{head}{"".join(sides)}</section>\n')
    return "".join(parts)


def _front(each: _ThemeCard) -> str:
    theme = f'<p class="theme">{escape(each.theme, quote=False)}</p>' if each.theme else ""
    return f'<div class="card">{theme}{"".join(_blocks(each.card.blocks, 0))}</div>'


def _back(each: _ThemeCard, sheet: Sheet) -> str:
    title = next((block for block in each.card.blocks if isinstance(block, Heading)), None)
    heading = f'<p class="of">{_html(title.runs)}</p>' if title else ""
    address = f"{sheet.address}#{each.card.anchor}" if each.card.anchor else sheet.address
    foot = f'<div class="more">{qr_image(address, sheet.language)}<p>{address_in_print(address)}</p></div>'
    return f'<div class="card"><div>{heading}{"".join(_blocks(each.card.back, 0))}</div>{foot}</div>'


# Blocks ---------------------------------------------------------------------


def _blocks(blocks: Sequence[Block], height: float) -> Iterator[str]:
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        match block:
            case Heading(level, runs):
                yield f"<h{level}>{_html(runs)}</h{level}>\n"
            case Paragraph(runs, kind):
                kinds = f"{kind} leads" if leads(block, following) else kind
                yield f'<p class="{kinds.strip()}">{_html(runs)}</p>\n'
            case Listing(items, is_numbered):
                tag = "ol" if is_numbered else "ul"
                yield f"<{tag}>{''.join(f'<li>{_html(item)}</li>' for item in items)}</{tag}>\n"
            case Table():
                yield _table(block, height)
            case Card(front, back):
                yield "".join(_blocks([*front, *back], height))


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
