"""The feed of changes of each language: Atom (RFC 4287).

What lives here: the file. What does not: the changes (``data/changes.yml``) and their page (``pages/changes.py``).
"""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from guide.addresses.published import file_of
from guide.addresses.redirects import absolute_address
from guide.export.article import site_name_of
from guide.model.data import Change
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.changes import feed_address, page_of_changes
from guide.tools.xmltext import add, file_text, root
from guide.words import words_of

ATOM = "http://www.w3.org/2005/Atom"
"""Namespace of the format."""
MOST = 50
"""How many changes a feed holds; all of them stand on the page."""


def write_feeds(guide: Guide, site_dir: Path) -> None:
    """Write the feed of each language that has a page of changes and something to tell, when the page is there."""
    for language in guide.settings.languages:
        page = page_of_changes(guide, language.code)
        if page is not None and guide.changes:
            file = site_dir / feed_address(guide, language.code)
            name = site_name_of(site_dir / file_of(page)) or page.title
            file.write_text(feed(guide, page, name), encoding="utf-8")


def feed(guide: Guide, page: Page, site_name: str) -> str:
    """Give the feed of the language of ``page``, on which the same changes are listed."""
    site, language = guide.settings.site_url, page.language
    newest = max(change.date for change in guide.changes)
    made = root(ATOM, "feed", {})
    made.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    own = absolute_address(feed_address(guide, language), site)
    add(made, "id", own)
    add(made, "title", f"{site_name}: {page.title}")
    add(made, "updated", _moment(newest))
    add(made, "link", rel="self", type="application/atom+xml", href=own)
    add(made, "link", rel="alternate", type="text/html", href=absolute_address(page.address, site))
    add(add(made, "author"), "name", guide.settings.publisher or site_name)
    for change in guide.changes[:MOST]:
        _entry(made, change, guide, page)
    return file_text(made)


def _entry(made: Any, change: Change, guide: Guide, page: Page) -> None:
    site, language = guide.settings.site_url, page.language
    pages = [other for path in change.pages if (other := guide.page_by_key.get((language, path)))]
    kind, text = words_of(language).name_of("changes", change.kind), change.texts.get(language, "")
    entry = add(made, "entry")
    # A name that stays, whatever becomes of the page: RFC 4287, 4.2.6.
    add(entry, "id", f"{absolute_address(feed_address(guide, language), site)}#{change.id}")
    add(entry, "title", ": ".join(filter(None, (kind, ", ".join(other.title for other in pages)))))
    add(entry, "updated", _moment(change.date))
    about = pages[0] if pages else page
    add(entry, "link", rel="alternate", type="text/html", href=absolute_address(about.address, site))
    links = "".join(
        f'<li><a href="{escape(absolute_address(other.address, site))}">{escape(other.title)}</a></li>'
        for other in pages
    )
    add(entry, "content", f"<p>{escape(text)}</p>{f'<ul>{links}</ul>' if links else ''}", type="html")


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
