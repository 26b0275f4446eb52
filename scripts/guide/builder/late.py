"""What stands in a page before it can be known: the addresses of the search indexes and of the style sheets.

What lives here: the marks that pages hold in their place, and putting one in place of the other. The
addresses change with every text, as they tell what stands in the files. Were they part of a page, each edit
would write every page anew. What does not: writing pages (``pages.py``) and sheets (``styles.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from guide.model.guide import Guide
from guide.model.site import BuiltPage
from guide.search.files import index_path, texts_path
from guide.tools.texts import per_page

Addresses = Mapping[str, str]
"""What is known by now, by its mark."""


def index_mark(name: str, language: str) -> str:
    """Give what stands in a page for the address of a search index until that is known."""
    return f"search-{name}-of-{language}.address"


def addresses_of_indexes(guide: Guide) -> Addresses:
    """Give the address of every search index, by its mark."""
    return {
        index_mark(name, language.code): path(guide, language.code)
        for language in guide.settings.languages
        for name, path in (("index", index_path), ("texts", texts_path))
    }


def filled(html: bytes, addresses: Addresses) -> bytes:
    """Give a page with addresses in place of their marks."""
    for mark, address in addresses.items():
        html = html.replace(mark.encode(), address.encode())
    return html


def with_marks(html: bytes, addresses: Addresses) -> bytes:
    """Give a page with marks in place of addresses: what was written before they were known."""
    return filled(html, {address: mark for mark, address in addresses.items()})


def read_as_filled(page: BuiltPage, addresses: Addresses) -> BuiltPage:
    """Give what stands on a page, read from its text with marks, as if it had been read with addresses."""
    own = {mark: addresses[mark] for mark in _marks_on(page, tuple(addresses))}
    return _with_addresses(page, own)[0] if own else page


@per_page
def _marks_on(page: BuiltPage, marks: tuple[str, ...]) -> Iterator[str]:
    """Give the marks that references on a page end with."""
    references = [each.address for each in page.references if each.address.endswith(marks)]
    yield from (mark for mark in marks if any(mark in each for each in references))


@per_page
def _with_addresses(page: BuiltPage, addresses: Addresses) -> Iterator[BuiltPage]:
    marks = tuple(addresses)
    references = (
        each._replace(address=filled(each.address.encode(), addresses).decode())
        if each.address.endswith(marks)
        else each
        for each in page.references
    )
    yield replace(page, references=tuple(references))


def fill_site(site_dir: Path, addresses: Addresses) -> None:
    """Put texts in place of others, wherever they stand in the pages of a site."""
    changed = {former: latter for former, latter in addresses.items() if former != latter}
    for file in site_dir.rglob("*.html") if changed else ():
        html = file.read_bytes()
        latest = filled(html, changed)
        if latest != html:
            file.write_bytes(latest)
