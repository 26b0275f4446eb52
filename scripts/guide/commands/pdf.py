"""The ``pdf`` command: learning paths and the whole guide, printed from a built site."""

from __future__ import annotations

import argparse
from pathlib import Path

from guide.export.article import ArticleError
from guide.export.downloads import FOLDER, fill_lists, size_in_words
from guide.export.print.book import books
from guide.export.print.printing import print_books
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.tools.errors import CannotRunError


def pdf_options(parser: argparse.ArgumentParser) -> None:
    """Options of ``pdf``."""
    parser.add_argument("--site-dir", type=Path, metavar="DIR", help="the built site; default: site/ beside mkdocs.yml")
    parser.add_argument("--only", default="", metavar="NAME,…", help="only these: whole-guide, new-manager …")


def run_pdf(arguments: argparse.Namespace) -> int:
    """Print the paths and the whole guide of a built site as PDF."""
    guide = read_guide(load_settings(arguments.config))
    site_dir: Path = (arguments.site_dir or guide.settings.site_dir).resolve()
    if not (site_dir / "index.html").is_file():
        raise CannotRunError(f"{site_dir}: there is no built site — run make build first")
    wanted = books(guide, site_dir)
    only = {name.strip() for name in arguments.only.split(",") if name.strip()}
    unknown = only - {book.name for book in wanted}
    if unknown:
        known = ", ".join(sorted({book.name for book in wanted}))
        raise CannotRunError(f'no PDF is called "{min(unknown)}" — choose among {known}')
    try:
        written = print_books([book for book in wanted if not only or book.name in only], guide, site_dir)
    except ArticleError as error:
        raise CannotRunError(str(error)) from None
    fill_lists(guide, site_dir)
    for file in written:
        print(f"{FOLDER}/{file.name}: {size_in_words(file.stat().st_size)}")
    return 0
