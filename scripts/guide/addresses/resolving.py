"""From a link's target to what is there: the one place that knows how sources refer to each other.

What lives here: looking up pages and files the way MkDocs and the i18n plugin do,
and writing a link from one page to another. What does not: findings.
"""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit

from guide.model.guide import Guide
from guide.model.page import Page


def page_at(guide: Guide, path: str) -> Page | None:
    """Give the page at a docs path."""
    return guide.page_by_source.get(path)


def page_in_other_case(guide: Guide, path: str) -> Page | None:
    """Give the page whose path differs from ``path`` in upper and lower case only."""
    return guide.page_by_folded_source.get(path.casefold())


def has_file(guide: Guide, path: str, origin: Page) -> bool:
    """Say whether there is a file at a docs path; files outside language folders may be named from inside."""
    if path in guide.asset_set:
        return True
    language = guide.settings.language(origin.language)
    prefix = f"{language.folder}/" if language is not None and language.folder else ""
    return bool(prefix) and path.startswith(prefix) and path[len(prefix) :] in guide.asset_set


def page_at_address(guide: Guide, path: str, origin: Page) -> Page | None:
    """Give the page that a built address or a half-written path means: "../faq", "/en/faq/", "faq.html"."""
    bare = path.strip("/")
    stem = bare.removesuffix("index.html").removesuffix(".html").strip("/")
    for candidate in (f"{stem}.md", f"{stem}/index.md", f"{origin.language}/{stem}.md"):
        page = guide.page_by_source.get(candidate.lstrip("/"))
        if page is not None:
            return page
    for address in (f"{stem}/" if stem else "", f"{stem}.html", bare):
        page = guide.page_by_address.get(address)
        if page is not None:
            return page
    return None


def href_from(origin: Page, page: Page, fragment: str = "") -> str:
    """Write a link from ``origin`` to ``page`` as writers do."""
    path = posixpath.relpath(page.source, posixpath.dirname(origin.source) or ".")
    return f"{path}#{fragment}" if fragment else path


def path_on_site(site_url: str, address: str) -> str | None:
    """Give the path within the site at ``site_url`` of a whole address, or None when it is on another site."""
    base = urlsplit(site_url)
    parts = urlsplit(address)
    if not base.netloc or parts.netloc.lower() != base.netloc.lower():
        return None
    root = base.path if base.path.endswith("/") else base.path + "/"
    if parts.path == root.rstrip("/"):
        return ""
    return parts.path[len(root) :] if parts.path.startswith(root) else None
