"""Printing books and sheets with a browser.

What lives here: Chromium through Playwright, which makes tagged PDFs with bookmarks.
What does not: the documents that are printed (``book.py``, ``sheet.py``). Playwright and pikepdf are
imported when a PDF is asked for: a build does not need them.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from playwright.sync_api import Browser

from guide.export.downloads import PDF_SUFFIX, file_name
from guide.export.handouts.sheets import Sheet
from guide.export.print.book import Book, document
from guide.export.print.sheet import sheet_document, sheet_foot
from guide.model.guide import Guide
from guide.tools.errors import CannotRunError
from guide.words import words_of

_ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
# A whole guide is hundreds of pages; a slow machine may need minutes for it.
_PATIENCE = 600_000


def print_books(wanted: Iterable[Book], guide: Guide, site_dir: Path) -> list[Path]:
    """Print books into ``site_dir``; give the files. Raises ArticleError and CannotRunError."""
    day = today()
    jobs = (
        _Job(book.name, book.language, book.title, document(book, guide, site_dir, day), _footer(book))
        for book in wanted
    )
    return _print_all(jobs, site_dir)


def print_sheets(wanted: Iterable[Sheet], site_dir: Path) -> list[Path]:
    """Print handouts into ``site_dir``; give the files. Raises CannotRunError."""
    jobs = (
        _Job(
            sheet.name,
            sheet.language,
            sheet.title,
            sheet_document(sheet),
            _foot(f"<span>{sheet_foot(sheet)}</span>", "15mm", "10px"),
        )
        for sheet in wanted
    )
    return _print_all(jobs, site_dir)


@dataclass(frozen=True, slots=True)
class _Job:
    """One file to print."""

    name: str
    """What it is called, before the language."""
    language: str
    """Language code."""
    title: str
    """Its title."""
    html: str
    """What is printed."""
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
    from guide.export.print.finishing import finish

    target = site_dir / file_name(job.name, job.language, PDF_SUFFIX)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "book.html"
        source.write_text(job.html, encoding="utf-8")
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
            footer_template=job.foot,
        )
        page.close()
    finish(target, job.html, job.language, job.title)
    return target


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
