"""The ``mark-translated`` command: pages that say the same in all languages."""

from __future__ import annotations

import argparse

from guide.commands.command import CLEAN, read_guide_of
from guide.language.translations import marked, paths_named, write_records
from guide.tools.errors import CannotRunError


def mark_options(parser: argparse.ArgumentParser) -> None:
    """Options of ``mark-translated``."""
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="path such as steps/leadership.md")
    parser.add_argument("--all", action="store_true", help="every page")


def run_mark(arguments: argparse.Namespace) -> int:
    """Mark pages as saying the same in all languages."""
    guide = read_guide_of(arguments)
    if not arguments.pages and not arguments.all:
        raise CannotRunError("no page is named — write the path of a page, or --all")
    recorded = [pair.page for pair in guide.marked or ()]
    paths = [*guide.paths, *recorded] if arguments.all else paths_named(guide, arguments.pages)
    records = marked(guide, paths)
    file = guide.settings.data_files.get("translations", "data/translations.json")
    write_records(records, guide.settings.root / file)
    print(f"marked {len(set(paths) & records.keys())} of {len(records)} pages in {file}")
    return CLEAN
