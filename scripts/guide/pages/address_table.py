"""The table of every address, on the page "Link to the guide".

What lives here: the table and the links to the files, as HTML that a script can filter. What
does not: the files themselves (``addresses/list.py``).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from html import escape

from guide.addresses.list import FILE, SCHEMA, csv_file, in_nav_order, qr_file
from guide.addresses.redirects import absolute_address, href_to
from guide.addresses.short import Short, address_at, description_of, title_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages import filters as filtering
from guide.pages import tables
from guide.words import words_of

# The table ------------------------------------------------------------------


def table(guide: Guide, page: Page) -> str:
    """Give the links to the files and the table of every address, as HTML that a script can filter."""
    language, words = page.language, words_of(page.language).section("addresses")
    if not guide.settings.site_url:
        return f"<p>{words['no-address']}</p>"
    up = posixpath.relpath(".", posixpath.dirname(_file_of(page)) or ".")
    kinds = {kind: words[kind] for kind in ("page", "question")}
    settings = filtering.settings_of(
        [filtering.Field("kind", words["kind"], kinds)], "addresses", language, text=words["find"]
    )
    labels = [words[name] for name in ("title", "short", "about")]
    rows = (_row(short, page, guide, up, labels) for short in in_nav_order(guide) if language in short.places)
    box, filtered = f'role="group" aria-label="{words["all"]}"', f'data-guide-filter="{escape(settings)}"'
    return "\n".join(
        [
            f"<ul>{''.join(_downloads(language, up))}</ul>",
            "",
            tables.written(labels, rows, box, filtered, "guide-addresses"),
        ]
    )


def _downloads(language: str, up: str) -> Iterator[str]:
    words = words_of(language).section("addresses")
    for name, file in (("csv", csv_file(language)), ("json", FILE), ("schema", SCHEMA)):
        yield f'<li><a href="{up}/{file}">{words[name]}</a></li>'


def _row(short: Short, page: Page, guide: Guide, up: str, labels: Sequence[str]) -> str:
    place, words = short.places[page.language], words_of(page.language).section("addresses")
    address, title = address_at(short.id, guide), escape(title_of(place))
    code = words["qr-of"].format(title)
    image = f'<img src="{up}/{qr_file(short.id)}" alt="{code}" loading="lazy" width="180" height="180">'
    cells = (
        f'<a href="{escape(href_to(place, _file_of(page)))}">{title}</a>',
        f'<a href="{escape(_short_href(short, guide, up))}">{_shown(address)}</a>'
        f'<details><summary aria-label="{code}">{words["qr"]}</summary>{image}</details>',
        escape(description_of(place)),
    )
    return tables.row(labels, cells, f'data-kind="{"question" if short.is_question else "page"}"')


def _short_href(short: Short, guide: Guide, up: str) -> str:
    path = address_at(short.id, guide).removeprefix(absolute_address("", guide.settings.site_url))
    return f"{up}/{path}"


def _shown(address: str) -> str:
    """Give an address as people write it, without the scheme, as HTML that may break after its signs."""
    bare = address.partition("://")[2].removesuffix("/") or address
    return escape(bare).replace("/", "/<wbr>").replace("-", "-<wbr>")


def _file_of(page: Page) -> str:
    return page.address if page.address.endswith(".html") else f"{page.address}index.html"
