"""The commands ``mark-translated`` and ``mark-reviewed``: what an editor has read, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from guide.commands.command import CLEAN, command, read_guide_of
from guide.language.translations import marked, paths_named, write_records
from guide.model.data import DATA_FILES
from guide.model.guide import Guide
from guide.tools.days import today
from guide.tools.errors import CannotRunError
from guide.tools.files import write_whole


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
    print(mark(guide, [*guide.paths, *recorded] if every else paths_named(guide, pages)))
    return CLEAN


def mark(guide: Guide, paths: Sequence[str]) -> str:
    """Mark the pages at ``paths`` as the same in all languages; give what to say of it."""
    records = marked(guide, paths)
    file = guide.settings.data_files.get("translations", "data/translations.json")
    write_records(records, guide.settings.root / file)
    return f"marked {len(set(paths) & records.keys())} of {len(records)} pages in {file}"


_ABOUT_REVIEWS = "# When somebody last read each page through in all languages: guide mark-reviewed PAGE writes it.\n"


@command("mark-reviewed")
@click.argument("pages", nargs=-1, metavar="[PAGE]…")
@click.option("--all", "every", is_flag=True, help="Every page.")
def mark_reviewed(config: Path, pages: tuple[str, ...], every: bool) -> int:
    """Mark pages as read through today.

    Readers see the day at the end of the page. Read it first, in all languages, with its sources.
    """
    guide = read_guide_of(config)
    if not pages and not every:
        raise CannotRunError("no page is named — write the path of a page, or --all")
    day = today()
    named = guide.paths if every else paths_named(guide, pages)
    days = {path: review.day for path, review in guide.review_by_path.items() if path in guide.paths}
    file = guide.settings.data_files.get("reviews", f"data/{DATA_FILES['reviews'].name}")
    write_whole(reviews_as_yaml({**days, **dict.fromkeys(named, day)}), guide.settings.root / file)
    print(f"marked {len(named)} pages as reviewed on {day} in {file}")
    return CLEAN


def reviews_as_yaml(days: Mapping[str, date]) -> str:
    """Give the file of reviews: the pages in the order of their paths, each with its day."""
    return _ABOUT_REVIEWS + "".join(f"{path}: {day}\n" for path, day in sorted(days.items()))
