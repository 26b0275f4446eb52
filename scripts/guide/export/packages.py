"""Writing the course packages, handouts and slides of a built site.

What lives here: which files are written where. What does not: what is in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from guide.export.archive import write_archive
from guide.export.cartridge import package as cartridge
from guide.export.cmi5 import package as cmi5
from guide.export.course import Course, read_courses
from guide.export.downloads import WHOLE_GUIDE, file_name, fill_lists
from guide.export.handouts import sheets as handouts
from guide.export.handouts.sheets import Sheet, read_sheets
from guide.export.kits.kit import read_kits
from guide.export.kits.package import write_kits
from guide.export.moodle import backup, bank
from guide.export.scorm import package as scorm
from guide.export.slides import decks
from guide.export.slides.decks import Presentation, read_decks
from guide.model.guide import Guide
from guide.tools.processes import spread


def write_packages(guide: Guide, site_dir: Path) -> list[Path]:
    """Write packages, handouts and slides into ``site_dir`` and list them on the pages; give the files.

    Raises ArticleError where the site lacks a page. A guide without paths, handouts and slides gets nothing.
    """
    written: list[Path] = []
    sheets = read_sheets(guide, site_dir)
    named = ((sheet.name, sheet.language) for sheet in sheets)
    documents = dict(zip(named, spread(_docx_of, sheets), strict=True))
    for course in read_courses(guide, site_dir):
        own = {name: data for (name, language), data in documents.items() if language == course.language}
        for suffix, files in _packages_of(course, own):
            target = site_dir / file_name(course.name, course.language, suffix)
            write_archive(target, files)
            written.append(target)
    written += _write_banks(guide, site_dir)
    for (name, language), data in documents.items():
        written.append(_written(site_dir / file_name(name, language, handouts.SUFFIX), data))
    shown = list(read_decks(guide, site_dir))
    for deck, data in zip(shown, spread(_pptx_of, shown), strict=True):
        written.append(_written(site_dir / file_name(deck.name, deck.language, decks.SUFFIX), data))
    written += write_kits(read_kits(guide, sheets, site_dir), site_dir)
    fill_lists(guide, site_dir)
    return written


def _packages_of(course: Course, sheets: Mapping[str, bytes]) -> Iterator[tuple[str, Mapping[str, str | bytes]]]:
    """Give the suffix and the files of each kind of package; ``sheets`` are Word documents, by name."""
    for version in cartridge.VERSIONS:
        yield version.suffix, cartridge.cartridge(course, version, sheets)
    for edition in scorm.VERSIONS:
        yield edition.suffix, scorm.scorm(course, edition, sheets)
    yield cmi5.SUFFIX, cmi5.cmi5(course, sheets)
    yield backup.SUFFIX, backup.backup(course, sheets)


def _write_banks(guide: Guide, site_dir: Path) -> Iterator[Path]:
    """Write the questions of the whole guide, where it has any, in each language."""
    for language in guide.settings.languages if guide.quizzes else ():
        questions = bank.read_bank(guide, language.code)
        for suffix, text in ((bank.XML_SUFFIX, bank.moodle_xml), (bank.GIFT_SUFFIX, bank.gift)):
            target = site_dir / file_name(WHOLE_GUIDE, language.code, suffix)
            yield _written(target, text(questions).encode("utf-8"))


def _written(target: Path, data: bytes) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return target


# What writes these is imported when one is asked for: most commands, and most builds, write none.
def _docx_of(sheet: Sheet) -> bytes:
    from guide.export.handouts.document import docx_of

    return docx_of(sheet)


def _pptx_of(deck: Presentation) -> bytes:
    from guide.export.slides.presentation import pptx_of

    return pptx_of(deck)
