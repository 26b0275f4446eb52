"""Writing the packages of a built site, and the command that does it.

What lives here: which files are written where. What does not: what is in them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from guide.model import Guide
from guide.packages import downloads, scorm
from guide.packages.archive import write_archive
from guide.packages.cartridge import VERSIONS, cartridge
from guide.packages.course import read_courses
from guide.settings import load_settings
from guide.sources import read_guide


def write_packages(guide: Guide, site_dir: Path) -> list[Path]:
    """Write every path's packages into ``site_dir`` and list them on the pages; give the files.

    Raises ArticleError where the site lacks a page. A guide without paths gets nothing.
    """
    written: list[Path] = []
    for course in read_courses(guide, site_dir):
        for version in VERSIONS:
            target = site_dir / downloads.file_name(course.name, course.language, version.suffix)
            write_archive(target, cartridge(course, version))
            written.append(target)
        target = site_dir / downloads.file_name(course.name, course.language, scorm.SUFFIX)
        write_archive(target, scorm.scorm(course))
        written.append(target)
    downloads.fill_lists(guide, site_dir)
    return written


def packages_options(parser: argparse.ArgumentParser) -> None:
    """Options of ``packages``."""
    parser.add_argument("--site-dir", type=Path, metavar="DIR", help="the built site; default: site/ beside mkdocs.yml")


def run_packages(arguments: argparse.Namespace) -> int:
    """Write the course packages of a built site."""
    guide = read_guide(load_settings(arguments.config))
    site_dir: Path = (arguments.site_dir or guide.settings.site_dir).resolve()
    written = write_packages(guide, site_dir)
    total = downloads.size_in_words(sum(file.stat().st_size for file in written), "en")
    print(f"Wrote {len(written)} packages, {total} in all, to {site_dir / downloads.FOLDER}")
    return 0
