"""The list of the guide's addresses: for readers as a table, for course systems as files.

What lives here: the table on the page "Link to the guide", ``addresses.json`` with its
JSON Schema, a CSV file per language, and a QR code for each address. What does not:
which address a page has (``shortlinks.py``).

``addresses.json`` is a promise to other systems: keys may be added to it, but none is
taken away or given another meaning without a new ``version``.
"""

from __future__ import annotations

import csv
import io
import json
import posixpath
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

import segno

from guide import filtering, labels
from guide.model import Guide, Page
from guide.published import Place
from guide.redirects import absolute_address, href_to
from guide.shortlinks import Short, Shorts, address_at, title_of

FILE = "addresses.json"
"""Where the list stands in the site."""
SCHEMA = "addresses.schema.json"
"""Where its schema stands."""
VERSION = 1
"""Version of the form of the list."""

_SCHEMA_SOURCE = Path(__file__).with_name(SCHEMA)
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# Spreadsheet programs part columns by what the language of the computer uses in lists.
_SEPARATORS = {"sv": ";"}


def csv_file(language: str) -> str:
    """Give where the list of one language stands in the site."""
    return f"addresses-{language}.csv"


def qr_file(name: str) -> str:
    """Give where the QR code of a short address stands in the site."""
    return f"assets/qr/{name}.svg"


def description_of(place: Place) -> str:
    """Give a page's description, or a question's short answer."""
    answers = {question.id: question.short_answer for question in place.page.questions}
    return answers.get(place.fragment) or place.page.front.text("description")


def in_nav_order(guide: Guide) -> list[Short]:
    """Give the addresses as the nav orders their pages, each page before its questions."""
    language = guide.settings.default_language.code
    order = {entry.href: number for number, entry in enumerate(guide.settings.nav) if entry.language in ("", language)}

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
    base = guide.settings.site_url
    value = {
        "$schema": absolute_address(SCHEMA, base),
        "version": VERSION,
        "site": base,
        "licence": _LICENCE,
        "languages": [language.code for language in guide.settings.languages],
        "entries": [_entry(short, guide) for short in in_nav_order(guide)],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


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
    out = io.StringIO()
    writer = csv.writer(out, delimiter=_SEPARATORS.get(language, ","))
    writer.writerow(labels.ADDRESSES[name][language] for name in ("kind", "title", "short", "about", "full", "qr"))
    for short in in_nav_order(guide):
        place = short.places.get(language)
        if place is not None:
            kind = labels.ADDRESSES["question" if short.is_question else "page"][language]
            qr = absolute_address(qr_file(short.id), guide.settings.site_url)
            address = address_at(short.id, guide)
            writer.writerow([kind, title_of(place), address, description_of(place), _whole(place, guide), qr])
    return out.getvalue()


# The table ------------------------------------------------------------------


def table(guide: Guide, page: Page) -> str:
    """Give the links to the files and the table of every address, as HTML that a script can filter."""
    language, words = page.language, labels.ADDRESSES
    up = posixpath.relpath(".", posixpath.dirname(_file_of(page)) or ".")
    kinds = {kind: words[kind][language] for kind in ("page", "question")}
    settings = filtering.settings_of(
        [filtering.Field("kind", words["kind"][language], kinds)], "addresses", language, text=words["find"][language]
    )
    heads = "".join(f'<th scope="col">{words[name][language]}</th>' for name in ("title", "short", "about"))
    lines = [
        f"<ul>{''.join(_downloads(language, up))}</ul>",
        "",
        f'<div class="table-box" role="group" aria-label="{words["all"][language]}">'
        f'<table class="guide-table guide-addresses" data-guide-filter="{escape(settings)}">',
        f"<thead><tr>{heads}</tr></thead>",
        "<tbody>",
    ]
    lines += [_row(short, page, guide, up) for short in in_nav_order(guide) if language in short.places]
    return "\n".join([*lines, "</tbody></table></div>"])


def _downloads(language: str, up: str) -> Iterator[str]:
    words = labels.ADDRESSES
    for name, file in (("csv", csv_file(language)), ("json", FILE), ("schema", SCHEMA)):
        yield f'<li><a href="{up}/{file}">{words[name][language]}</a></li>'


def _row(short: Short, page: Page, guide: Guide, up: str) -> str:
    place, words = short.places[page.language], labels.ADDRESSES
    address, title = address_at(short.id, guide), escape(title_of(place))
    kind = "question" if short.is_question else "page"
    code = words["qr-of"][page.language].format(title)
    image = f'<img src="{up}/{qr_file(short.id)}" alt="{code}" loading="lazy" width="180" height="180">'
    return (
        f'<tr data-kind="{kind}"><th scope="row"><a href="{escape(href_to(place, _file_of(page)))}">{title}</a></th>'
        f'<td><a href="{escape(_short_href(short, guide, up))}">{_shown(address)}</a>'
        f'<details><summary aria-label="{code}">{words["qr"][page.language]}</summary>{image}</details></td>'
        f"<td>{escape(description_of(place))}</td></tr>"
    )


def _short_href(short: Short, guide: Guide, up: str) -> str:
    path = address_at(short.id, guide).removeprefix(absolute_address("", guide.settings.site_url))
    return f"{up}/{path}"


def _shown(address: str) -> str:
    """Give an address as people write it, without the scheme, as HTML that may break after its signs."""
    bare = address.partition("://")[2].removesuffix("/") or address
    return escape(bare).replace("/", "/<wbr>").replace("-", "-<wbr>")


def _file_of(page: Page) -> str:
    return page.address if page.address.endswith(".html") else f"{page.address}index.html"
