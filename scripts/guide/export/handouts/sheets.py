"""The sheets of a guide: every handout that a page marks, in each language, as it was built.

What lives here: finding the marked parts in built pages. What does not: how they are marked
(``pages/handouts.py``), and the files that are made of them (``document.py``, ``sheet.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.addresses.published import file_of
from guide.addresses.short import Shorts, address_in
from guide.export.article import (
    ArticleError,
    address_on_web,
    article_of,
    heading_of,
    site_name_of,
)
from guide.export.handouts.content import Block, blocks_below, blocks_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.downloads import ATTRIBUTE
from guide.pages.handouts import Handout, handouts_on, place_name, title_of
from guide.pages.paths import course_name
from guide.reading.history import days_of_change

SUFFIX = ".docx"
"""What the Word document of a sheet ends in."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A handout in one language, as it is printed."""

    name: str
    """What its files are called, before the language."""
    title: str
    """Its title."""
    language: str
    """Language code."""
    page_title: str
    """The title of the page that it is a part of."""
    site_name: str
    """What the guide is called."""
    address: str
    """The short address of its page in its language, which lasts."""
    date: str
    """The day that the text of its page was last changed, or "" where it is not known."""
    pages: int
    """How many pages of A4 it takes."""
    copies: int
    """How many copies stand on a page."""
    kits: tuple[str, ...]
    """Names of the pages in whose kits it is, its own first; "all" among them for all."""
    blocks: tuple[Block, ...]
    """What stands on it."""


def read_sheets(guide: Guide, site_dir: Path) -> list[Sheet]:
    """Give every handout of a built guide. Raises ArticleError where a page lacks what it marks."""
    shorts, dates = Shorts(guide), days_of_change(guide.settings.docs_dir)
    return [
        _sheet(
            handout,
            page,
            guide,
            site_dir,
            address_in(page.language, shorts.id_of(page.path), guide),
            str(dates.get(page.source, "")),
        )
        for page in guide.pages
        for handout in handouts_on(page)
    ]


def _sheet(handout: Handout, page: Page, guide: Guide, site_dir: Path, address: str, date: str) -> Sheet:
    article, url = article_of(page, site_dir), address_on_web(page, guide)
    headings = [_heading(article, part, page) for part in handout.parts]
    blocks = list(_of_parts(headings, url)) if headings else blocks_of(_table_below(handout, article, page), url)
    return Sheet(
        name=handout.id,
        title=title_of(handout, page),
        language=page.language,
        page_title=page.title,
        site_name=site_name_of(site_dir / file_of(page)),
        address=address,
        date=date,
        pages=handout.pages,
        copies=handout.copies,
        kits=(course_name(page), *handout.kits),
        blocks=tuple(blocks),
    )


def _of_parts(headings: list[Any], url: str) -> Iterator[Block]:
    """Give what belongs to each heading; where there are several, each below its own heading."""
    for heading in headings:
        if len(headings) > 1:
            yield from blocks_of([heading], url)
        yield from blocks_below(heading, url)


def _heading(article: Any, anchor: str, page: Page) -> Any:
    heading = heading_of(article, anchor)
    if heading is None:
        raise ArticleError(f"{page.file}: the built page lacks #{anchor} — build the site anew")
    return heading


def _table_below(handout: Handout, article: Any, page: Page) -> list[Any]:
    place = article.find(f'.//*[@{ATTRIBUTE}="{place_name(handout.id)}"]')
    table = place.getnext() if place is not None else None
    if table is None:
        raise ArticleError(f"{page.file}: the built page has no table for {handout.id} — build the site anew")
    return [table]
