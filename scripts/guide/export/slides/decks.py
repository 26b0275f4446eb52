"""Decks in one language: short lines for the wall, and the page's own text as notes for who leads.

What lives here: from ``data/slides.yml`` and built pages to titles, lines and notes. What does not: the
file (``presentation.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
    lead_of,
    site_name_of,
    text_of,
)
from guide.export.handouts.content import (
    Block,
    Card,
    Heading,
    Listing,
    Paragraph,
    Runs,
    Table,
    blocks_below,
    text_of_runs,
)
from guide.model.data import Deck, Slide
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.paths import course_name

SUFFIX = ".pptx"
"""What the file of a deck ends in."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One slide in one language."""

    title: str
    """Its title."""
    lines: tuple[str, ...]
    """What stands below it."""
    notes: str
    """What the facilitator says and does: paragraphs parted by line breaks."""


@dataclass(frozen=True, slots=True)
class Presentation:
    """The slides of a page in one language."""

    name: str
    """What its file is called, before the language."""
    language: str
    """Language code."""
    title: str
    """The h1 of the page."""
    site_name: str
    """What the guide is called."""
    address: str
    """The short address of the page in its language, which lasts."""
    lead: str
    """What the page is about: the notes of the first slide."""
    slides: tuple[Shown, ...]
    """All slides but the first."""


def read_decks(guide: Guide, site_dir: Path) -> list[Presentation]:
    """Give the slides of every page that has some. Raises ArticleError where a page lacks a section."""
    shorts = Shorts(guide)
    return [
        _presentation(
            guide.deck_by_page[page.path],
            page,
            guide,
            site_dir,
            address_in(page.language, shorts.id_of(page.path), guide),
        )
        for page in guide.pages
        if page.path in guide.deck_by_page
    ]


def _presentation(deck: Deck, page: Page, guide: Guide, site_dir: Path, address: str) -> Presentation:
    article, url = article_of(page, site_dir), address_on_web(page, guide)
    heading = next(article.iter("h1"), None)
    return Presentation(
        name=course_name(page),
        language=page.language,
        title=text_of(heading) if heading is not None else page.title,
        site_name=site_name_of(site_dir / file_of(page)),
        address=address,
        lead=" ".join(text_of(element) for element in lead_of(article)),
        slides=tuple(_shown(slide, article, page, url) for slide in deck.slides),
    )


def _shown(slide: Slide, article: Any, page: Page, url: str) -> Shown:
    heading = heading_of(article, slide.see)
    if heading is None:
        raise ArticleError(f"{page.file}: the built page lacks #{slide.see} — build the site anew")
    text, blocks = slide.texts[page.language], blocks_below(heading, url)
    said = [_item(blocks, slide.item)] if slide.item else _said(blocks)
    return Shown(text.title, text.lines, "\n".join([text_of(heading), *said]))


def _item(blocks: Sequence[Block], number: int) -> str:
    listing = next(block for block in blocks if isinstance(block, Listing))
    return text_of_runs(listing.items[number - 1])


def _said(blocks: Iterable[Block]) -> Iterator[str]:
    """Give blocks as lines of plain text."""
    for block in blocks:
        match block:
            case Heading(_, runs) | Paragraph(runs, _):
                yield text_of_runs(runs)
            case Listing(items, is_numbered):
                yield from (_with_mark(item, number, is_numbered) for number, item in enumerate(items, 1))
            case Table(_, rows):
                yield from (" · ".join(text for cell in row if (text := text_of_runs(cell))) for row in rows)
            case Card(front, back):
                yield from _said([*front, *back])


def _with_mark(item: Runs, number: int, is_numbered: bool) -> str:
    return f"{f'{number}.' if is_numbered else '•'} {text_of_runs(item)}"
