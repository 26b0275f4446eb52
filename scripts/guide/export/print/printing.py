"""Printing books and sheets with a browser.

What lives here: Chromium through Playwright, which makes tagged PDFs with bookmarks.
What does not: the documents that are printed (``book.py``, ``sheet.py``). Playwright and pikepdf are
imported when a PDF is asked for: a build does not need them.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from guide.export.downloads import KIT_PDF_SUFFIX, PDF_SUFFIX, file_name
from guide.export.handouts.sheets import Sheet
from guide.export.kits.kit import Kit
from guide.export.print.book import Book, document
from guide.export.print.bundle import kit_document, kit_foot, kit_title
from guide.export.print.sheet import sheet_document, sheet_foot
from guide.model.guide import Guide
from guide.tools.errors import CannotRunError
from guide.words import words_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
# A whole guide is hundreds of pages; a slow machine may need minutes for it.
_PATIENCE = 600_000
_MOST_ROUNDS = 4
"""A page of contents may push what follows by a page once, and a page before cards once more."""


def print_books(wanted: Iterable[Book], guide: Guide, site_dir: Path) -> list[Path]:
    """Print books into ``site_dir``; give the files. Raises ArticleError and CannotRunError."""
    day = today()
    jobs = (
        _Job(
            file_name(book.name, book.language, PDF_SUFFIX),
            book.language,
            book.title,
            partial(document, book, guide, site_dir, day),
            _footer(book),
        )
        for book in wanted
    )
    return _print_all(jobs, site_dir)


def print_sheets(wanted: Iterable[Sheet], site_dir: Path) -> list[Path]:
    """Print handouts into ``site_dir``; give the files. Raises CannotRunError."""
    jobs = (
        _Job(
            file_name(sheet.name, sheet.language, PDF_SUFFIX),
            sheet.language,
            sheet.title,
            partial(_same, sheet_document(sheet)),
            _foot(f"<span>{sheet_foot(sheet)}</span>", "15mm", "10px"),
        )
        for sheet in wanted
    )
    return _print_all(jobs, site_dir)


def print_kits(wanted: Iterable[Kit], site_dir: Path) -> list[Path]:
    """Print kits into ``site_dir``; give the files. Raises CannotRunError."""
    jobs = (
        _Job(
            file_name(kit.name, kit.language, KIT_PDF_SUFFIX),
            kit.language,
            kit_title(kit),
            partial(kit_document, kit),
            _foot(kit_foot(kit), "15mm", "9px"),
        )
        for kit in wanted
    )
    return _print_all(jobs, site_dir)


def _same(html: str, _pages: Mapping[str, int]) -> str:
    return html


@dataclass(frozen=True, slots=True)
class _Job:
    """One file to print."""

    path: str
    """Where it stands in the site."""
    language: str
    """Language code."""
    title: str
    """Its title."""
    html: Callable[[Mapping[str, int]], str]
    """Gives what is printed, when told on which page each id that is linked to stands."""
    foot: str
    """What stands at the foot of each page."""


def _print_all(jobs: Iterable[_Job], site_dir: Path) -> list[Path]:
    from playwright.sync_api import sync_playwright

    from guide.tools.browser import BrowserNotFoundError, find_browser

    try:
        program = find_browser()
    except BrowserNotFoundError as missing:
        raise CannotRunError(str(missing)) from None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(program), args=list(_ARGUMENTS))
        try:
            return [_print(job, site_dir, browser) for job in jobs]
        finally:
            browser.close()


def _print(job: _Job, site_dir: Path, browser: Browser) -> Path:
    """Print a file, and again as long as its contents name other pages than those that it has.

    Chromium cannot write the number of the page that a link leads to (``target-counter`` of CSS).
    """
    from guide.export.print.finishing import finish, pages_of_ids

    target = site_dir / job.path
    target.parent.mkdir(parents=True, exist_ok=True)
    pages: Mapping[str, int] = {}
    for _ in range(_MOST_ROUNDS):
        html = job.html(pages)
        _print_once(html, job.foot, target, browser)
        found = pages_of_ids(target)
        if found == pages or html == job.html(found):
            break
        pages = found
    finish(target, html, job.language, job.title)
    return target


def _print_once(html: str, foot: str, target: Path, browser: Browser) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "book.html"
        source.write_text(html, encoding="utf-8")
        # Without script: the book is whole as it is, and nothing can add buttons or fetch anything.
        page = browser.new_page(java_script_enabled=False)
        page.set_default_timeout(_PATIENCE)
        page.goto(source.as_uri())
        page.pdf(
            path=target,
            tagged=True,
            outline=True,
            prefer_css_page_size=True,
            print_background=True,
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=foot,
        )
        page.close()


def _footer(book: Book) -> str:
    number, total = '<span class="pageNumber"></span>', '<span class="totalPages"></span>'
    page = words_of(book.language)["book.page"].format(number, total)
    return _foot(f"<span>{escape(book.title, quote=False)}</span><span>{page}</span>", "18mm", "8px")


def _foot(inner: str, margin: str, size: str) -> str:
    style = f"font: {size} sans-serif; color: #444; width: 100%; margin: 0 {margin}; display: flex;"
    return f'<div style="{style} justify-content: space-between;">{inner}</div>'


def today() -> str:
    """Give the date that is printed: today, or what SOURCE_DATE_EPOCH says (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return moment.date().isoformat()
