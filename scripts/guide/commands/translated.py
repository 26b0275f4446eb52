"""The ``mark-translated`` command: pages that say the same in all languages."""

from __future__ import annotations

from pathlib import Path

import click

from guide.commands.command import CLEAN, command, read_guide_of
from guide.language.translations import marked, paths_named, write_records
from guide.tools.errors import CannotRunError


@command("mark-translated")
@click.argument("pages", nargs=-1, metavar="[PAGE]…")
@click.option("--all", "every", is_flag=True, help="Every page.")
def mark_translated(config: Path, pages: tuple[str, ...], every: bool) -> int:
    """Mark pages as the same in all languages.

    A page is named by its path, such as steps/leadership.md.
    """
    guide = read_guide_of(config)
    if not pages and not every:
        raise CannotRunError("no page is named — write the path of a page, or --all")
    recorded = [pair.page for pair in guide.marked or ()]
    paths = [*guide.paths, *recorded] if every else paths_named(guide, pages)
    records = marked(guide, paths)
    file = guide.settings.data_files.get("translations", "data/translations.json")
    write_records(records, guide.settings.root / file)
    print(f"marked {len(set(paths) & records.keys())} of {len(records)} pages in {file}")
    return CLEAN
