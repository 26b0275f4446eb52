"""Addresses in packages that keep leading right: the short ones, in the language of the package.

What lives here: from the address of a built page to the one that a package carries. What does not:
which ids there are and what answers at them (``addresses/short.py``).
"""

from __future__ import annotations

from urllib.parse import quote, unquote, urldefrag

from guide.addresses.short import Shorts, address_at
from guide.export.article import site_root
from guide.model.guide import Guide
from guide.model.page import Page


class Lasting:
    """The lasting address of every page and question of a guide."""

    def __init__(self, guide: Guide) -> None:
        """Ask once which short addresses there are."""
        self._guide = guide
        self._shorts = Shorts(guide)
        self._root = site_root(guide)

    def page_at(self, url: str) -> Page | None:
        """Give the page of the guide that answers at a whole address, or None."""
        bare, _ = urldefrag(url)
        if not bare.startswith(self._root):
            return None
        return self._guide.page_by_address.get(unquote(bare.removeprefix(self._root)))

    def of_page(self, page: Page, anchor: str = "") -> str:
        """Give the address of a page, or of a place on it; the language is fixed, whatever browser asks.

        >>> # https://example.org/l/steps-leadership/?lang=sv#checklist
        """
        own = self._shorts.id_of(page.path, anchor) if anchor else ""
        name = own or self._shorts.id_of(page.path)
        fragment = f"#{quote(anchor)}" if anchor and not own else ""
        return f"{address_at(name, self._guide)}?lang={page.language}{fragment}"

    def of(self, url: str) -> str:
        """Give the address to carry for any link: short for a page of the guide, as it is for all else."""
        page = self.page_at(url)
        return self.of_page(page, unquote(urldefrag(url).fragment)) if page is not None else url
