"""The style sheets of a build, cut to its pages, with what earlier builds have found out.

What lives here: what is kept of the rules and of each page, so that neither is parsed again. What does not:
the cutting (``client/stylesheet.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from guide.addresses.published import file_of
from guide.builder.hook import style_sources
from guide.builder.kept import Caches, digest
from guide.builder.late import Addresses, with_marks
from guide.client.style_rules import Names, StyleError
from guide.client.stylesheet import MAIN, Kind, kinds_in, names_asked, placeholder, sheets_for
from guide.export.downloads import pages_with_lists
from guide.model.guide import Guide
from guide.tools.markup import parse_page

Kinds = frozenset[Kind]
"""The kinds of elements that pages hold."""


class Styles:
    """The rules of one build, and what is known of pages."""

    def __init__(self, config: MkDocsConfig, caches: Caches) -> None:
        """Read the sheets; what is wrong with them is told by ``warnings``."""
        self._sources = style_sources(config)
        self.key = digest(list(self._sources.items()))
        self._cache = caches.of("styles")
        self.warnings: list[str] = []
        asked: Names | None = self._kept(self.key, lambda: names_asked(self._sources))
        self._asked = asked or frozenset()

    def kinds_on(self, html: bytes, tree: Any) -> Kinds:
        """Give the kinds of elements on a parsed page that has a mark in place of the address of its sheet."""
        return kinds_in(tree, self._asked) if placeholder(MAIN).encode() in html else frozenset()

    def kinds_on_lists(self, guide: Guide, site_dir: Path, addresses: Addresses) -> Kinds:
        """Give the kinds of elements on the pages of a site that lists of files have been filled into."""
        kinds: set[Kind] = set()
        for page in pages_with_lists(guide):
            file = site_dir / file_of(page)
            html = with_marks(file.read_bytes(), addresses) if file.is_file() else b""
            key = self.key_of(sha256(html).hexdigest())
            kinds |= self._kept(key, partial(self._kinds_in_text, html))
        return frozenset(kinds)

    def _kinds_in_text(self, html: bytes) -> Kinds:
        return self.kinds_on(html, parse_page(html))

    def key_of(self, html_key: str) -> str:
        """Give the key of a page's kinds, from one of its text."""
        return digest(html_key, self.key)

    def sheets(self, kinds: Kinds) -> Mapping[str, str]:
        """Give the sheets, by name; none where they cannot be read."""
        key = digest(self.key, sorted((sorted(own), sorted(above)) for own, above in kinds))
        sheets: Mapping[str, str] | None = self._kept(key, lambda: sheets_for(kinds, self._sources))
        return sheets or {}

    def _kept(self, key: str, find: Callable[[], Any]) -> Any:
        found = self._cache.get(key)
        if found is None:
            try:
                found = find()
            except StyleError as broken:
                self.warnings.append(str(broken))
                return None
            self._cache.put(key, found)
        return found
