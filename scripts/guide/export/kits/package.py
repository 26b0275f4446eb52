"""A kit as a zip file: what to read first, the PDF, the sheets as Word documents, the slides.

What lives here: which files are in it and what they are called, in order of use. What does not: how they are made; it
takes those that stand in the site. The PDFs need a browser and a command of their own (``guide pdf``), so a kit of a
build alone has none, and says so in what is read first.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from guide.export.archive import write_archive
from guide.export.downloads import KIT_PDF_SUFFIX, KIT_SUFFIX, PDF_SUFFIX, file_name
from guide.export.handouts import sheets
from guide.export.handouts.sheets import Sheet
from guide.export.kits.kit import RUNNING_ORDER, Kit
from guide.export.slides import decks
from guide.tools.slugs import as_slug
from guide.words import words_of

_RETURN = "\r\n"
"""Ends a line of what is read first, in every editor."""


def write_kits(kits: Sequence[Kit], site_dir: Path) -> list[Path]:
    """Write the zip file of each kit from the files in ``site_dir``; give them."""
    return [_write(kit, site_dir) for kit in kits]


def _write(kit: Kit, site_dir: Path) -> Path:
    words = words_of(kit.language).section("kit-zip")
    held: dict[str, str | bytes] = {}
    lines: list[str] = []

    def add(name: str, file: Path, what: str) -> None:
        if file.is_file():
            held[name] = file.read_bytes()
            lines.append(f"- {name}: {what}")

    own = as_slug(kit.title)
    add(f"{own}.pdf", site_dir / file_name(kit.name, kit.language, KIT_PDF_SUFFIX), words["pdf"])
    has_pdf = bool(held)
    add(f"{own}-{words['text-name']}.pdf", site_dir / file_name(kit.name, kit.language, PDF_SUFFIX), words["text"])
    slides = site_dir / file_name(kit.name, kit.language, decks.SUFFIX)
    add(f"{own}{decks.SUFFIX}", slides, words["slides"])
    for number, sheet in enumerate(kit.sheets, 1):
        held[f"{words['folder']}/{number:02}-{as_slug(sheet.title)}{sheets.SUFFIX}"] = _word(sheet, site_dir)
    lines.append(f"- {words['folder']}/: {words['sheets'].format(len(kit.sheets))}")
    if not has_pdf:
        lines += ["", words["no-pdf"]]
    about = [f"{kit.title} – {words_of(kit.language)['kit.title']}", "", *_start(kit), "", *lines, "", *_end(kit)]
    target = site_dir / file_name(kit.name, kit.language, KIT_SUFFIX)
    # The byte order mark is how old editors know UTF-8.
    write_archive(target, {f"{words['read-first']}.txt": f"\ufeff{_RETURN.join(about)}{_RETURN}", **held})
    return target


def _start(kit: Kit) -> list[str]:
    words = words_of(kit.language)
    return [*words["kit-zip.start"].split("\n"), "", f"{words['book.contents']}:"]


def _end(kit: Kit) -> list[str]:
    words = words_of(kit.language)
    text_of = [words["sheet.text-of"].format(kit.date)] if kit.date else []
    return [*text_of, words["book.latest"].format(kit.address), words["book.licence"].format("CC BY 4.0")]


def _word(sheet: Sheet, site_dir: Path) -> bytes:
    """Give the Word document of a sheet; the running order has no file of its own in the site."""
    if sheet.name == RUNNING_ORDER:
        # Imported here, as in packages.py: most builds write no Word document.
        from guide.export.handouts.document import docx_of

        return docx_of(sheet)
    return (site_dir / file_name(sheet.name, sheet.language, sheets.SUFFIX)).read_bytes()
