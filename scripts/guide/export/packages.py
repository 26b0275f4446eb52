"""Writing the course packages of a built site.

What lives here: which files are written where. What does not: what is in them.
"""

from __future__ import annotations

from pathlib import Path

from guide.export.archive import write_archive
from guide.export.cartridge.package import VERSIONS, cartridge
from guide.export.course import read_courses
from guide.export.downloads import file_name, fill_lists
from guide.export.scorm import package as scorm
from guide.model.guide import Guide


def write_packages(guide: Guide, site_dir: Path) -> list[Path]:
    """Write every path's packages into ``site_dir`` and list them on the pages; give the files.

    Raises ArticleError where the site lacks a page. A guide without paths gets nothing.
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
    fill_lists(guide, site_dir)
    return written
