"""Writing the course packages, handouts and slides of a built site.

What lives here: which files are written where. What does not: what is in them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from guide.export.archive import write_archive
from guide.export.cartridge.package import VERSIONS, cartridge
from guide.export.course import read_courses
from guide.export.downloads import file_name, fill_lists
from guide.export.handouts import document
from guide.export.handouts.sheets import read_sheets
from guide.export.kits.kit import read_kits
from guide.export.kits.package import write_kits
from guide.export.scorm import package as scorm
from guide.export.slides import presentation
from guide.export.slides.decks import read_decks
from guide.model.guide import Guide

# While the guide is served, each saved page is a build in the same process, and hardly any sheet has changed.
_docx_of = cache(document.docx_of)
_pptx_of = cache(presentation.pptx_of)


def write_packages(guide: Guide, site_dir: Path) -> list[Path]:
    """Write packages, handouts and slides into ``site_dir`` and list them on the pages; give the files.

    Raises ArticleError where the site lacks a page. A guide without paths, handouts and slides gets nothing.
    """
    written: list[Path] = []
    for course in read_courses(guide, site_dir):
        for version in VERSIONS:
            target = site_dir / file_name(course.name, course.language, version.suffix)
            write_archive(target, cartridge(course, version))
            written.append(target)
        target = site_dir / file_name(course.name, course.language, scorm.SUFFIX)
        write_archive(target, scorm.scorm(course))
        written.append(target)
    sheets = read_sheets(guide, site_dir)
    for sheet in sheets:
        target = site_dir / file_name(sheet.name, sheet.language, document.SUFFIX)
        written.append(_written(target, _docx_of(sheet)))
    for deck in read_decks(guide, site_dir):
        target = site_dir / file_name(deck.name, deck.language, presentation.SUFFIX)
        written.append(_written(target, _pptx_of(deck)))
    written += write_kits(read_kits(guide, sheets, site_dir), site_dir)
    fill_lists(guide, site_dir)
    return written


def _written(target: Path, data: bytes) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return target
