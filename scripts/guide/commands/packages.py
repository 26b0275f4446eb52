"""The ``packages`` command: the course packages of a built site, written again."""

from __future__ import annotations

import argparse
from pathlib import Path

from guide.export.downloads import FOLDER, size_in_words
from guide.export.packages import write_packages
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings


def packages_options(parser: argparse.ArgumentParser) -> None:
    """Options of ``packages``."""
    parser.add_argument("--site-dir", type=Path, metavar="DIR", help="the built site; default: site/ beside mkdocs.yml")


def run_packages(arguments: argparse.Namespace) -> int:
    """Write the course packages of a built site."""
    guide = read_guide(load_settings(arguments.config))
    site_dir: Path = (arguments.site_dir or guide.settings.site_dir).resolve()
    written = write_packages(guide, site_dir)
    total = size_in_words(sum(file.stat().st_size for file in written))
    print(f"Wrote {len(written)} packages, {total} in all, to {site_dir / FOLDER}")
    return 0
