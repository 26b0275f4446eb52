"""What a kit holds: the running order on one page, the page's own sheets, those for every kit, cards last.

What lives here: from built pages and their sheets to kits in one language. What does not: how they are printed
(``print/bundle.py``) and packed (``package.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from guide.addresses.published import file_of
from guide.addresses.short import Shorts, address_in
from guide.export.article import ArticleError, address_on_web, article_of, heading_of, lead_of, site_name_of
from guide.export.handouts.content import Block, Card, Heading, Paragraph, blocks_below, blocks_of, text_of_runs
from guide.export.handouts.sheets import Sheet
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.handouts import EVERY_KIT
from guide.pages.paths import PATH, WORKSHOP, course_name, kit_pages
from guide.reading.history import days_of_change
from guide.words import words_of

RUNNING_ORDER = "running-order"
"""Name of the sheet that says what happens when."""
_TOP = 3
"""Level of the headings whose parts are too much for one page."""
_SECTIONS = {PATH: ("aim", "time-and-preparation", "bring"), WORKSHOP: ("preparation", "how-to")}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Kit:
    """All that is printed for a path or a workshop, in one language."""

    name: str
    """What its files are called, before the language."""
    language: str
    """Language code."""
    title: str
    """The title of its page."""
    site_name: str
    """What the guide is called."""
    address: str
    """The short address of its page, which lasts."""
    date: str
    """The day that the text of its page was last changed, or "" where it is not known."""
    sheets: tuple[Sheet, ...]
    """What it holds, in order: the running order first, cards last."""


def read_kits(guide: Guide, sheets: Sequence[Sheet], site_dir: Path) -> list[Kit]:
    """Give the kit of every path and workshop; ``sheets`` are all sheets of the guide. Raises ArticleError."""
    shorts, dates = Shorts(guide), days_of_change(guide.settings.docs_dir)
    kits = []
    for page in kit_pages(guide):
        # In the kit's language whatever the reader's browser prefers.
        address = address_in(page.language, shorts.id_of(page.path), guide)
        order = _running_order(page, guide, site_dir, address, str(dates.get(page.source, "")))
        own = [each for each in sheets if each.language == page.language and _is_in(each, course_name(page))]
        # Those of the page before those for every kit; cards, which are printed on both sides, last.
        own.sort(key=lambda sheet: (has_cards(sheet), sheet.kits[0] != course_name(page)))
        kits.append(
            Kit(
                name=course_name(page),
                language=page.language,
                title=page.title,
                site_name=order.site_name,
                address=address,
                date=order.date,
                sheets=(order, *own),
            )
        )
    return kits


def has_cards(sheet: Sheet) -> bool:
    """Say whether a sheet holds cards to cut out."""
    return any(isinstance(block, Card) for block in sheet.blocks)


def how_used(sheet: Sheet) -> str:
    """Give what a sheet says of how it is used, "One per person.", or "": its first sentence, if it is short.

    >>> from dataclasses import replace
    >>> from guide.export.handouts.content import Run
    >>> text = Paragraph((Run("One per person. Write S for alone."),))
    >>> bare = Sheet("n", "T", "en", "P", "G", "", "", 1, 1, (), (text,))
    >>> how_used(bare), how_used(replace(bare, blocks=(Heading(2, (Run("Goal"),)),)))
    ('One per person.', '')
    """
    first = sheet.blocks[0] if sheet.blocks else None
    if sheet.name == RUNNING_ORDER or not isinstance(first, Paragraph):
        return ""
    sentence, mark, _ = f"{text_of_runs(first.runs)} ".partition(". ")
    return f"{sentence}." if mark and len(sentence) < _LONGEST else ""


def _is_in(sheet: Sheet, kit: str) -> bool:
    return kit in sheet.kits or EVERY_KIT in sheet.kits


def _running_order(page: Page, guide: Guide, site_dir: Path, address: str, date: str) -> Sheet:
    return Sheet(
        name=RUNNING_ORDER,
        title=words_of(page.language)["kit.running-order"],
        language=page.language,
        page_title=page.title,
        site_name=site_name_of(site_dir / file_of(page)),
        address=address,
        date=date,
        pages=1,
        copies=1,
        kits=(course_name(page),),
        blocks=tuple(_order_of(page, guide, site_dir)),
    )


def _order_of(page: Page, guide: Guide, site_dir: Path) -> Iterator[Block]:
    """Give what a page says of times and preparations: its lead, and the start of some of its sections."""
    article, url = article_of(page, site_dir), address_on_web(page, guide)
    yield from blocks_of(lead_of(article), url)
    for anchor in _SECTIONS[page.type]:
        heading = heading_of(article, anchor)
        if heading is None:
            raise ArticleError(f"{page.file}: the built page lacks #{anchor} — build the site anew")
        yield from blocks_of([heading], url)
        yield from takewhile(_is_above_parts, blocks_below(heading, url))


def _is_above_parts(block: Block) -> bool:
    return not (isinstance(block, Heading) and block.level >= _TOP)
