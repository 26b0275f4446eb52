"""The sitemap: every page that search engines are to find, each with the same page in the other languages.

What lives here: ``sitemap.xml``, and the same file packed. What does not: which address a page has
(``page_address.py``), and whether the file holds (``checks/rules/built.py``).

It says nothing of when a page changed: the day of a build says nothing of the page, a copy of the
repository that was fetched without its history does not know, and the same sources shall give the
same file on any day.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from html import escape
from pathlib import Path

from guide.addresses.redirects import absolute_address
from guide.model.guide import Guide
from guide.model.page import Page

FILE = "sitemap.xml"
"""Where the sitemap stands in the site."""


def write_sitemap(guide: Guide, site_dir: Path) -> None:
    """Write the sitemap into a built site; nothing for a site without an address, as a sitemap names whole ones."""
    if guide.settings.site_url:
        content = sitemap(guide).encode("utf-8")
        (site_dir / FILE).write_bytes(content)
        # Without a time in its head, which would differ from build to build.
        (site_dir / f"{FILE}.gz").write_bytes(gzip.compress(content, mtime=0))


def sitemap(guide: Guide) -> str:
    """Give the sitemap (https://www.sitemaps.org/protocol.html), the pages in the order of their files."""
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
            *(line for language in guide.settings.languages for line in _entries(guide, language.code)),
            "</urlset>\n",
        ]
    )


def _entries(guide: Guide, language: str) -> Iterator[str]:
    for page in guide.pages:
        if page.language != language or page.is_for_print:
            continue
        yield f"<url>\n<loc>{_address(page, guide)}</loc>"
        for code in (each.code for each in guide.settings.languages):
            twin = guide.page_by_key.get((code, page.path))
            if twin is not None:
                href = _address(twin, guide)
                yield f'<xhtml:link rel="alternate" hreflang="{escape(code)}" href="{href}"/>'
        yield "</url>"


def _address(page: Page, guide: Guide) -> str:
    return escape(absolute_address(page.address, guide.settings.site_url))
