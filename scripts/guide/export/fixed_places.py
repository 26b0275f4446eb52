"""Files that programs look for at fixed places: robots.txt, llms.txt, security.txt, how to search, a manifest.

What lives here: what they say. What does not: the sitemap (``addresses/sitemap.py``), the pictures that the manifest
names (``icons.py``), and the pages that llms.txt leads to (``twins``).

All but the manifest name whole addresses, and a guide without an address has none of them. Programs look for robots.txt
and security.txt at the root of a host: for a guide in a folder of its host, whoever runs the host copies them there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from guide.addresses.cards import section_page
from guide.addresses.redirects import absolute_address
from guide.addresses.sitemap import FILE as SITEMAP
from guide.export.icons import SIZES, icon_file
from guide.export.twins.twin import twin_file
from guide.export.twins.writing import plain
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.vocabularies import Directive
from guide.tools.xmltext import add, file_text, root

ROBOTS, LLMS, SECURITY, MANIFEST = "robots.txt", "llms.txt", ".well-known/security.txt", "site.webmanifest"
"""Where they stand in the site."""
OPEN_SEARCH = "http://a9.com/-/spec/opensearch/1.1/"
"""Namespace of the format."""
_GROUND = "#0b4a45"
_START = "index.md"
_SHORT_NAME = 16
"""Letters that a name may have in a list of searches (OpenSearch 1.1, ShortName)."""
_VALID = timedelta(days=364)
"""How long security.txt holds: less than a year (RFC 9116, 2.5.5)."""


def search_address(guide: Guide, language: str) -> str:
    """Give where the description of the search in a language stands in the site, or "" where there is none."""
    has_search = guide.settings.site_url and guide.page_that_shows(language, Directive.QUESTIONS)
    return f"opensearch-{language}.xml" if has_search else ""


def write_fixed_places(guide: Guide, site_dir: Path, history: Mapping[str, date]) -> None:
    """Write the files into a site; ``history`` has the day on which each source was last changed."""
    files = {MANIFEST: manifest(guide)}
    if guide.settings.site_url:
        files |= {ROBOTS: robots(guide), LLMS: llms(guide), SECURITY: security(guide, history)}
        files |= {search_address(guide, each.code): search(guide, each.code) for each in guide.settings.languages}
    for name, text in files.items():
        if name and text:
            (site_dir / name).parent.mkdir(parents=True, exist_ok=True)
            (site_dir / name).write_text(text, encoding="utf-8", newline="\n")


def robots(guide: Guide) -> str:
    """Give robots.txt (RFC 9309): everything may be read, and where the sitemap is."""
    sitemap = absolute_address(SITEMAP, guide.settings.site_url)
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"


def manifest(guide: Guide) -> str:
    """Give the manifest (W3C, Web Application Manifest): name, colours and pictures for a home screen."""
    start = guide.page_by_key.get((guide.settings.default_language.code, _START))
    icons = [{"src": icon_file(size), "sizes": f"{size}x{size}", "type": "image/png"} for size in SIZES]
    told = {
        "name": guide.settings.site_name,
        "short_name": guide.settings.site_name,
        "description": start.front.text("description") if start else "",
        "lang": guide.settings.default_language.code,
        "start_url": "./",
        "scope": "./",
        # The reader keeps address and buttons: links lead to many other sites.
        "display": "browser",
        "theme_color": _GROUND,
        "background_color": _GROUND,
        "icons": icons,
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def security(guide: Guide, history: Mapping[str, date]) -> str:
    """Give security.txt (RFC 9116); "" where nobody is named to write to, or no day to count from is known.

    It holds for so long from the last change: the same sources give the same file, and a guide that nobody looks after
    any more ceases to promise an answer.
    """
    contact = guide.settings.contact
    if not contact or not history:
        return ""
    lines = [
        f"Contact: {contact if '://' in contact else f'mailto:{contact}'}",
        f"Expires: {max(history.values()) + _VALID}T00:00:00Z",
        f"Preferred-Languages: {', '.join(language.code for language in guide.settings.languages)}",
        f"Canonical: {absolute_address(SECURITY, guide.settings.site_url)}",
    ]
    return "\n".join(lines) + "\n"


def search(guide: Guide, language: str) -> str:
    """Give the description by which a browser can search the guide (OpenSearch 1.1); "" where none takes questions."""
    asked_on = guide.page_that_shows(language, Directive.QUESTIONS)
    start = guide.page_by_key.get((language, _START))
    if asked_on is None or start is None:
        return ""
    site, made = guide.settings.site_url, root(OPEN_SEARCH, "OpenSearchDescription", {})
    add(made, "ShortName", guide.settings.site_name[:_SHORT_NAME])
    add(made, "Description", start.front.text("description"))
    add(made, "Url", type="text/html", template=f"{absolute_address(asked_on.address, site)}?q={{searchTerms}}")
    add(made, "Image", absolute_address(icon_file(SIZES[0]), site), width=str(SIZES[0]), height=str(SIZES[0]))
    add(made, "Language", language)
    add(made, "InputEncoding", "UTF-8")
    return file_text(made)


# llms.txt ----------------------------------------------------------------------------------------


def llms(guide: Guide) -> str:
    """Give llms.txt (https://llmstxt.org): what the guide is, and its pages as Markdown, by language and section."""
    code = guide.settings.default_language.code
    starts = [guide.page_by_key.get((each.code, _START)) for each in guide.settings.languages]
    about = "\n".join(f"> {plain(start.front.text('description'))}" for start in starts if start)
    lines = [f"# {plain(guide.settings.site_name)}", "", about]
    for language in guide.settings.languages:
        lines += _sections(guide, language.code, "" if language.code == code else f" ({language.code})")
    return "\n".join(lines) + "\n"


def _sections(guide: Guide, language: str, mark: str) -> Iterator[str]:
    order = guide.nav_order(language)
    own = [page for page in guide.pages if page.language == language and not page.is_for_print]
    own.sort(key=lambda page: order.get(page.path, len(order)))
    fronts = {page.source: section_page(page, guide) or page for page in own}
    for front in dict.fromkeys(each.source for each in fronts.values()):
        yield from ("", f"## {plain(guide.page_by_source[front].title)}{mark}", "")
        yield from (_line(page, guide) for page in own if fronts[page.source].source == front)


def _line(page: Page, guide: Guide) -> str:
    address = absolute_address(twin_file(page), guide.settings.site_url)
    return f"- [{plain(page.title)}]({address}): {plain(page.front.text('description'))}"
