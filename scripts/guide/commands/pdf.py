"""The ``pdf`` command: handouts, learning paths and the whole guide, printed from a built site."""

from __future__ import annotations

from pathlib import Path

import click

from guide.commands.command import CLEAN, command, names_in, read_guide_of, site_option, with_address
from guide.export.article import ArticleError
from guide.export.downloads import FOLDER, fill_lists, size_in_words
from guide.export.handouts.sheets import read_sheets
from guide.export.print.book import books
from guide.export.print.printing import print_books, print_sheets
from guide.tools.errors import CannotRunError


@command("pdf")
@site_option
@click.option("--only", default="", metavar="NAME,…", help="Only these: whole-guide, new-manager, action-plan …")
def pdf(config: Path, site: Path | None, only: str) -> int:
    """Print the handouts, the paths and the whole guide as PDF."""
    guide = with_address(read_guide_of(config))
    site_dir = (site or guide.settings.site_dir).resolve()
    if not (site_dir / "index.html").is_file():
        raise CannotRunError(f"{site_dir}: there is no built site — run make build first")
    try:
        bound, sheets = books(guide, site_dir), read_sheets(guide, site_dir)
        known = {book.name for book in bound} | {sheet.name for sheet in sheets}
        names = names_in(only) or known
        if unknown := names - known:
            raise CannotRunError(f'no PDF is called "{min(unknown)}" — choose among {", ".join(sorted(known))}')
        written = print_sheets([sheet for sheet in sheets if sheet.name in names], site_dir)
        written += print_books([book for book in bound if book.name in names], guide, site_dir)
        fill_lists(guide, site_dir)
    except ArticleError as error:
        raise CannotRunError(str(error)) from None
    for file in written:
        print(f"{FOLDER}/{file.name}: {size_in_words(file.stat().st_size)}")
    return CLEAN
