"""The ``pdf`` command: handouts, kits, learning paths and the whole guide, printed from a built site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from guide.commands.command import CLEAN, command, names_in, read_guide_of, site_option, with_address
from guide.export.article import ArticleError
from guide.export.downloads import FOLDER, KIT_PDF_SUFFIX, file_name, fill_lists, size_in_words
from guide.export.handouts.layout import narrowest_answer
from guide.export.handouts.sheets import read_sheets
from guide.export.kits.kit import read_kits
from guide.export.kits.package import write_kits
from guide.export.print.book import books
from guide.export.print.printing import print_books, print_kits, print_sheets
from guide.tools.errors import CannotRunError

_KIT = "{}-kit"
"""What a kit is called among the names that can be chosen."""


@command("pdf")
@site_option
@click.option("--only", default="", metavar="NAME,…", help="Only these: whole-guide, new-manager-kit, action-plan …")
def pdf(config: Path, site: Path | None, only: str) -> int:
    """Print handouts, kits, paths and the whole guide as PDF."""
    guide = with_address(read_guide_of(config))
    site_dir = (site or guide.settings.site_dir).resolve()
    if not (site_dir / "index.html").is_file():
        raise CannotRunError(f"{site_dir}: there is no built site — run make build first")
    try:
        bound, sheets = books(guide, site_dir), read_sheets(guide, site_dir)
        kits = read_kits(guide, sheets, site_dir)
        known = (
            {book.name for book in bound} | {sheet.name for sheet in sheets} | {_KIT.format(kit.name) for kit in kits}
        )
        names = names_in(only) or known
        if unknown := names - known:
            raise CannotRunError(f'no PDF is called "{min(unknown)}" — choose among {", ".join(sorted(known))}')
        written = print_sheets([sheet for sheet in sheets if sheet.name in names], site_dir)
        written += print_kits([kit for kit in kits if _KIT.format(kit.name) in names], site_dir)
        written += print_books([book for book in bound if book.name in names], guide, site_dir)
        written += write_kits(kits, site_dir)
        fill_lists(guide, site_dir)
    except ArticleError as error:
        raise CannotRunError(str(error)) from None
    widths = {file_name(kit.name, kit.language, KIT_PDF_SUFFIX): narrowest_answer(kit.sheets) for kit in kits}
    for file in written:
        print(_line(file, widths))
    return CLEAN


def _line(file: Path, widths: Mapping[str, float | None]) -> str:
    """Say of a file how large it is, of a PDF how many pages, and of a kit how wide its answers are."""
    from guide.export.print.finishing import page_count

    path = f"{FOLDER}/{file.name}"
    said = [size_in_words(file.stat().st_size)]
    if file.suffix == ".pdf":
        said.append(f"{page_count(file)} pages")
    if width := widths.get(path):
        said.append(f"answers at least {width:.0f} mm wide")
    return f"{path}: {', '.join(said)}"
