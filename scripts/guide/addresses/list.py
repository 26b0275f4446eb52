"""The list of the guide's addresses: for readers as a table, for course systems as files.

What lives here: the table on the page "Link to the guide", ``addresses.json`` with its
JSON Schema, a CSV file per language, and a QR code for each address. What does not:
which address a page has (``short.py``).

``addresses.json`` is a promise to other systems: keys may be added to it, but none is
taken away or given another meaning without a new ``version``.
"""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from pathlib import Path
from typing import Any

import segno

from guide.addresses.open_data import as_open_data
from guide.addresses.published import Place
from guide.addresses.redirects import absolute_address
from guide.addresses.short import Short, Shorts, address_at, address_in, description_of, title_of
from guide.model.guide import Guide
from guide.words import words_of

FILE = "addresses.json"
"""Where the list stands in the site."""
SCHEMA = "addresses.schema.json"
"""Where its schema stands."""
VERSION = 1
"""Version of the form of the list."""

_SCHEMA_SOURCE = Path(__file__).with_name(SCHEMA)


def csv_file(language: str) -> str:
    """Give where the list of one language stands in the site."""
    return f"addresses-{language}.csv"


def qr_file(name: str) -> str:
    """Give where the QR code of a short address stands in the site."""
    return f"assets/qr/{name}.svg"


def in_nav_order(guide: Guide) -> list[Short]:
    """Give the addresses as the nav orders their pages, each page before its questions."""
    language = guide.settings.default_language.code
    order = guide.nav_order(language)

    def key(short: Short) -> tuple[int, bool]:
        path = next(iter(short.places.values())).page.path
        return order.get(path, len(order)), short.is_question

    return sorted((short for short in Shorts(guide).listed() if short.places), key=key)


# Files ----------------------------------------------------------------------


def write_list(guide: Guide, site_dir: Path) -> None:
    """Write the list's files, and the QR codes, into a freshly built site."""
    shorts = in_nav_order(guide)
    (site_dir / FILE).write_text(as_json(guide), encoding="utf-8")
    (site_dir / SCHEMA).write_bytes(_SCHEMA_SOURCE.read_bytes())
    for language in guide.settings.languages:
        # The byte order mark is how spreadsheet programs know UTF-8.
        text = as_csv(guide, language.code)
        (site_dir / csv_file(language.code)).write_text(text, encoding="utf-8-sig", newline="")
    for short in shorts:
        file = site_dir / qr_file(short.id)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(qr_svg(address_at(short.id, guide)))


@lru_cache(maxsize=2048)
def qr_svg(address: str) -> bytes:
    """Give the QR code (ISO/IEC 18004, error correction M) of an address as an SVG file, black on white."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", scale=8, light="#fff", xmldecl=False)
    return out.getvalue()


def as_json(guide: Guide) -> str:
    """Give ``addresses.json``."""
    return as_open_data(guide, SCHEMA, VERSION, "entries", [_entry(short, guide) for short in in_nav_order(guide)])


def _entry(short: Short, guide: Guide) -> dict[str, Any]:
    first = next(iter(short.places.values())).page
    return {
        "id": short.id,
        "kind": "question" if short.is_question else "page",
        "type": first.type or "page",
        "address": address_at(short.id, guide),
        "qr": absolute_address(qr_file(short.id), guide.settings.site_url),
        "languages": {
            code: {
                "title": title_of(place),
                "description": description_of(place),
                "url": _whole(place, guide),
                "address": address_in(code, short.id, guide),
            }
            for code, place in short.places.items()
        },
    }


def _whole(place: Place, guide: Guide) -> str:
    return absolute_address(place.page.address, guide.settings.site_url) + (
        f"#{place.fragment}" if place.fragment else ""
    )


def as_csv(guide: Guide, language: str) -> str:
    """Give one language's list as CSV (RFC 4180), with the heading in that language."""
    out, words = io.StringIO(), words_of(language)
    writer = csv.writer(out, delimiter=words.locale.list_separator)
    heads = words.section("addresses")
    writer.writerow(heads[name] for name in ("kind", "title", "short", "about", "full", "qr"))
    for short in in_nav_order(guide):
        place = short.places.get(language)
        if place is not None:
            kind = heads["question" if short.is_question else "page"]
            qr = absolute_address(qr_file(short.id), guide.settings.site_url)
            address = address_at(short.id, guide)
            writer.writerow([kind, title_of(place), address, description_of(place), _whole(place, guide), qr])
    return out.getvalue()
