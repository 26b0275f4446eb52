"""A kit as one printable HTML document: contents with page numbers, then every sheet on pages of its own.

What lives here: the first page, and what comes between the sheets. What does not: which sheets (``kits/kit.py``), a
sheet (``sheet.py``), and the browser (``printing.py``), which tells on which page each sheet begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape

from guide.addresses.open_data import LICENCE
from guide.export.kits.kit import Kit, has_cards, how_used
from guide.export.print.sheet import address_in_print, print_document, qr_image, sheet_head, sheet_part
from guide.words import words_of

NOTES = "notes"
"""Id of the page to write on, which stands before cards that would else begin on the back of a leaf."""

_LINES = 24


def kit_title(kit: Kit) -> str:
    """Give the title of a kit."""
    return f"{kit.title} – {words_of(kit.language)['kit.title']}"


def kit_document(kit: Kit, pages: Mapping[str, int]) -> str:
    """Give a kit as one HTML document; ``pages`` says on which page each id stood when it was printed before."""
    parts = list(_parts(kit, pages))
    first = _first_page(kit, [(name, title, use) for name, title, use, _ in parts], pages)
    return print_document(kit_title(kit), kit.language, first + "".join(html for *_, html in parts))


def kit_foot(kit: Kit) -> str:
    """Give what stands at the foot of each page, as HTML."""
    words = words_of(kit.language)
    number, total = '<span class="pageNumber"></span>', '<span class="totalPages"></span>'
    said = f"{escape(kit.site_name)}: {escape(kit_title(kit))} · CC BY 4.0"
    return f"<span>{said}</span><span>{words['book.page'].format(number, total)}</span>"


def _parts(kit: Kit, pages: Mapping[str, int]) -> Iterator[tuple[str, str, str, str]]:
    """Give id, title, how it is used, and HTML of each part."""
    words = words_of(kit.language).section("kit")
    for sheet in kit.sheets:
        if has_cards(sheet) and _wants_notes(pages, sheet.name):
            head = sheet_head(replace(sheet, title=words["notes"]), "")
            lines = (
                f'<section class="sheet" id="{NOTES}">{head}<div class="lines">{"<i></i>" * _LINES}</div></section>\n'
            )
            yield NOTES, words["notes"], "", lines
        use = words["both-sides"] if has_cards(sheet) else how_used(sheet)
        yield sheet.name, sheet.title, use, sheet_part(sheet)


def _wants_notes(pages: Mapping[str, int], cards: str) -> bool:
    """Say whether a page is needed before the cards, so that their fronts are on odd pages."""
    is_on_back = pages.get(cards, 1) % 2 == 0
    return is_on_back != (NOTES in pages)


def _first_page(kit: Kit, parts: list[tuple[str, str, str]], pages: Mapping[str, int]) -> str:
    words = words_of(kit.language).section("kit")
    rows = "".join(
        f'<tr><td><a href="#{escape(name)}">{escape(title, quote=False)}</a></td>'
        f'<td>{escape(use, quote=False)}</td><td class="number">{pages.get(name, "")}</td></tr>\n'
        for name, title, use in parts
    )
    advice = [words["print-size"], words["print-choose"], words["print-first"]]
    if any(has_cards(sheet) for sheet in kit.sheets):
        advice.append(words["print-cards"])
    text_of = words_of(kit.language)["sheet.text-of"].format(kit.date) + " " if kit.date else ""
    newest = words_of(kit.language)["book.latest"].format(address_in_print(kit.address))
    licence = words_of(kit.language)["book.licence"].format(f'<a href="{LICENCE}">CC BY 4.0</a>')
    return (
        f'<section class="contents"><header class="head"><div><p class="page">{escape(kit.site_name)}</p>'
        f"<h1>{escape(kit.title, quote=False)}</h1>\n<p>{words['subtitle']}</p>"
        f'<p class="address">{address_in_print(kit.address)}</p></div>{qr_image(kit.address, kit.language)}</header>\n'
        f'<h2>{words_of(kit.language)["book.contents"]}</h2>\n<table><thead><tr><th scope="col">{words["sheet"]}</th>'
        f'<th scope="col">{words["use"]}</th><th scope="col" class="number">{words["page"]}</th></tr></thead>\n'
        f"<tbody>{rows}</tbody></table>\n<h2>{words['print']}</h2>\n"
        f"<ol>{''.join(f'<li>{escape(each, quote=False)}</li>' for each in advice)}</ol>\n"
        f'<p class="licence">{text_of}{newest} {licence}</p></section>\n'
    )
