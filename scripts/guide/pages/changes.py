"""What readers are told of the guide's own age: changes, and who answers for it.

What lives here: the list of changes and the line on the publisher, as Markdown, and what each page says at its end.
What does not: the feed (``export/feed.py``), and where the days come from (``reading/``).
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

from guide.model.data import Change
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.vocabularies import Directive
from guide.pages.references import relative_link
from guide.words import words_of

FEED = "feed.xml"
"""Name of the feed of a language; it stands beside the page of changes."""


@dataclass(frozen=True, slots=True)
class PageDates:
    """What a page says at its end of its age."""

    reviewed: date | None
    """When somebody last read it through."""
    changed: date | None
    """When its text was last changed; None where there is no history to ask."""


def dates_of(source: str, guide: Guide, history: Mapping[str, date]) -> PageDates:
    """Give the days of the page at ``source``; a page that was changed after its review is due for another."""
    page = guide.page_by_source.get(source)
    review = guide.review_by_path.get(page.path) if page else None
    return PageDates(review.day if review else None, history.get(source))


def page_of_changes(guide: Guide, language: str) -> Page | None:
    """Give the page of a language that lists the changes, or None."""
    return guide.page_that_shows(language, Directive.CHANGES)


def feed_address(guide: Guide, language: str) -> str:
    """Give where the feed of a language stands in the site, or "" where no page lists changes.

    A guide without an address has none either: what is read elsewhere must say where it is from.
    """
    page = page_of_changes(guide, language)
    if page is None or not guide.settings.site_url:
        return ""
    return f"{page.address.removesuffix('.html').rstrip('/')}/{FEED}".lstrip("/")


def changes(guide: Guide, page: Page) -> str:
    """Give the changes as a Markdown list, the newest first, and the link to the feed that tells of them."""
    return "\n".join([*(_item(change, guide, page) for change in guide.changes), "", _link_to_feed(guide, page)])


def _link_to_feed(guide: Guide, page: Page) -> str:
    address = feed_address(guide, page.language)
    if not address:
        return ""
    folder = page.address if page.address.endswith("/") else posixpath.dirname(page.address)
    href = escape(posixpath.relpath(address, folder or "."))
    return f'<a href="{href}" type="application/atom+xml">{words_of(page.language)["dates.subscribe"]}</a>'


def _item(change: Change, guide: Guide, page: Page) -> str:
    words = words_of(page.language)
    day = f'<time datetime="{change.date}">{change.date}</time>'
    kind = words.name_of("changes", change.kind)
    return f"- **{day} · {kind}.** {change.texts.get(page.language, '')} {_links(change, guide, page)}".rstrip()


def _links(change: Change, guide: Guide, page: Page) -> str:
    found = (guide.page_by_key.get((page.language, path)) for path in change.pages)
    return " · ".join(f"[{other.title}]({relative_link(page, other.path)})" for other in found if other is not None)


def publisher(guide: Guide, page: Page) -> str:
    """Give who publishes the guide and how to reach them, as Markdown; that nobody is named yet is said too."""
    words, settings = words_of(page.language), guide.settings
    if not settings.publisher:
        return words["publisher.none"]
    name = escape(settings.publisher)
    if not settings.contact:
        return words["publisher.named"].format(name)
    href = settings.contact if "://" in settings.contact else f"mailto:{settings.contact}"
    return f"{words['publisher.named'].format(name)} [{words['publisher.contact']}]({href})."
