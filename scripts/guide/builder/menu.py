"""The menu of a section that has very many pages: those around the page that is shown.

What lives here: which pages of a section its menu names. What does not: the nav itself, which MkDocs makes of
mkdocs.yml, and the menu's form, which is the theme's.

A menu of hundreds of pages helps nobody to find one; the section's own page lists them all. And were
each page to name all the others, twice as many pages would make a guide four times as large.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

MOST = 60
"""So many pages of a section its menu names at most, beside the section's own page."""


class Menus:
    """The sections that are narrowed while a page is written."""

    def __init__(self) -> None:
        """Narrow nothing yet."""
        self._whole: list[tuple[Section, list[StructureItem]]] = []

    def narrow(self, page: Page) -> None:
        """Leave of each section that a page stands in what its menu names."""
        self.restore()
        beside: StructureItem = page
        for section in page.ancestors:
            if isinstance(section, Section):
                self._whole.append((section, section.children))
                section.children = around(beside, section.children)
            beside = section

    def restore(self) -> None:
        """Give each section its pages back."""
        for section, children in self._whole:
            section.children = children
        self._whole.clear()


def around(item: StructureItem, items: Sequence[StructureItem]) -> list[StructureItem]:
    """Give the items nearest to one of them, in their order, and the section's own page where it has one."""
    if len(items) <= MOST:
        return list(items)
    at = next((number for number, each in enumerate(items) if each is item), 0)
    start = max(0, min(at - MOST // 2, len(items) - MOST))
    # It stands first, as a rule: were all looked at, each page would look at all others.
    own = islice((each for each in items[:start] if isinstance(each, Page) and each.is_index), 1)
    return [*own, *items[start : start + MOST]]
