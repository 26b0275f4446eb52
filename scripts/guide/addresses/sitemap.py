"""The sitemap: every page that search engines are to find, each with the same page in the other languages.

What lives here: ``sitemap.xml``, and the same file packed. What does not: which address a page has
(``page_address.py``), and whether the file holds (``checks/rules/built.py``).

It says when the text of a page was last changed, as the history of its source has it: the day of a build says nothing
of the page, and the same sources shall give the same file on any day. A copy of the repository that was fetched
without its history does not know, and says nothing.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from datetime import date
from html import escape
from pathlib import Path

from guide.addresses.redirects import absolute_address
from guide.model.guide import Guide
from guide.model.page import Page

FILE = "sitemap.xml"
"""Where the sitemap stands in the site."""


def write_sitemap(guide: Guide, site_dir: Path, history: Mapping[str, date]) -> None:
    """Write the sitemap into a built site; nothing for a site without an address, as a sitemap names whole ones."""
    if guide.settings.site_url:
        content = sitemap(guide, history).encode("utf-8")
        (site_dir / FILE).write_bytes(content)
        # Without a time in its head, which would differ from build to build.
        (site_dir / f"{FILE}.gz").write_bytes(gzip.compress(content, mtime=0))


def sitemap(guide: Guide, history: Mapping[str, date]) -> str:
    """Give the sitemap (https://www.sitemaps.org/protocol.html), the pages in the order of their files.

    ``history`` has the day on which each source was last changed.
    """
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
            *(line for language in guide.settings.languages for line in _entries(guide, language.code, history)),
            "</urlset>\n",
        ]
    )


def _entries(guide: Guide, language: str, history: Mapping[str, date]) -> Iterator[str]:
    for page in guide.pages:
        if page.language != language or page.is_for_print:
            continue
        yield f"<url>\n<loc>{_address(page, guide)}</loc>"
        changed = history.get(page.source)
        if changed is not None:
            yield f"<lastmod>{changed.isoformat()}</lastmod>"
        codes = [each.code for each in guide.settings.languages]
        for code in codes:
            twin = guide.page_by_key.get((code, page.path))
            if twin is not None:
                href = _address(twin, guide)
                yield f'<xhtml:link rel="alternate" hreflang="{escape(code)}" href="{href}"/>'
                # Readers of any other language get the first one's page, as the pages themselves say.
                if code == codes[0]:
                    yield f'<xhtml:link rel="alternate" hreflang="x-default" href="{href}"/>'
        yield "</url>"


def _address(page: Page, guide: Guide) -> str:
    return escape(absolute_address(page.address, guide.settings.site_url))
