"""The places on pages where the lists of files to download go.

What lives here: places in Markdown, which are empty, or say that the guide has no address and so no files. What
does not: filling them, when files and their sizes are known (``export/downloads.py``).
"""

from __future__ import annotations

from html import escape

from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.paths import PATH, WORKSHOP, course_name
from guide.words import words_of

ATTRIBUTE = "data-guide-downloads"
"""Names the place: the value is the path whose files are listed there, or "" for all files."""


def place_for_all(guide: Guide, page: Page) -> str:
    """Give the place for the list of all files, for ``<!-- guide:downloads -->``."""
    return place_named("", guide, page)


def part_with_files(page: Page, guide: Guide) -> str:
    """Give the part of a page that lists its own files, as Markdown; "" where it has none."""
    if not has_files(page, guide):
        return ""
    place = place_named(course_name(page), guide, page)
    return f"## {words_of(page.language)['downloads.heading']} {{#downloads}}\n\n{place}"


def has_files(page: Page, guide: Guide) -> bool:
    """Say whether a page has files of its own: a kit, course packages, slides."""
    return page.type in (PATH, WORKSHOP) or page.path in guide.deck_by_page


def place_named(name: str, guide: Guide, page: Page) -> str:
    """Give the place on a page where the files of this name are listed."""
    # Nothing is made for a guide without an address, and readers are told why.
    none = "" if guide.settings.site_url else f"<p>{words_of(page.language)['downloads.no-address']}</p>"
    return f'<section class="guide-downloads" {ATTRIBUTE}="{escape(name)}">{none}</section>'
