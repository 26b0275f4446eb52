"""Learning paths and workshops: which pages they are, and what they are called in files."""

from __future__ import annotations

from pathlib import PurePosixPath

from guide.model.guide import Guide
from guide.model.page import Page

PATH = "path"
"""The page type that becomes a course."""
WORKSHOP = "workshop"
"""The page type of one sitting."""

_PREFIX = "path-"


def course_name(page: Page) -> str:
    """Give the name of a path in files: ``training/path-new-manager.md`` is "new-manager"."""
    return PurePosixPath(page.path).stem.removeprefix(_PREFIX)


def path_pages(guide: Guide) -> list[Page]:
    """Give the pages that become courses, in the order of the nav, the default language first."""
    return _in_order(guide, PATH)


def kit_pages(guide: Guide) -> list[Page]:
    """Give the pages that have a kit to print, paths before workshops, the default language first."""
    return [*_in_order(guide, PATH), *_in_order(guide, WORKSHOP)]


def _in_order(guide: Guide, kind: str) -> list[Page]:
    order = {(entry.language, entry.href): number for number, entry in enumerate(guide.settings.nav)}
    codes = [language.code for language in guide.settings.languages]
    pages = [page for page in guide.pages if page.type == kind]
    return sorted(
        pages, key=lambda page: (codes.index(page.language), order.get((page.language, page.path), 0), page.path)
    )
