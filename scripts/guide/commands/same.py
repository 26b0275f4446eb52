"""The command ``same``: the languages mean the same, said with one key.

What lives here: showing what was changed, the question and its answer. What does not: the record
(``language/translations.py``), what is due (``checks/rules/translation.py``) and the change (``editing/changed.py``).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from guide.checks.running import check_sources
from guide.commands.command import CLEAN, FINDINGS, command, read_guide_of
from guide.commands.translated import mark
from guide.editing.changed import changed_words, lines_of
from guide.editing.sources import Sources
from guide.language.translations import paths_named
from guide.model.guide import Guide
from guide.model.page import Page
from guide.reading.history import last_committed
from guide.tools.errors import CannotRunError

_DUE = ("translation-stale", "translation-unrecorded")


@command("same")
@click.argument("pages", nargs=-1, metavar="[PAGE]…")
def same(config: Path, pages: tuple[str, ...]) -> int:
    """Say that the languages mean the same.

    Without a page each one that is due is shown with what was changed in it, and one key answers. A page is named by
    its path, such as steps/leadership.md.
    """
    guide = read_guide_of(config)
    if pages:
        print(mark(guide, [_finished(guide, path) for path in paths_named(guide, pages)]))
        return CLEAN
    due = _due(guide)
    if not due:
        print("Nothing is due: each page is marked as saying the same in all languages.")
        return CLEAN
    if not sys.stdin.isatty():
        raise CannotRunError(f"nobody is there to answer — name the pages: guide same {' '.join(due)}")
    answered = [path for path, sections in due.items() if _is_same(guide, path, sections)]
    if answered:
        print(mark(guide, answered))
    return CLEAN if len(answered) == len(due) else FINDINGS


def _finished(guide: Guide, path: str) -> str:
    """Give the path back; refuse a page that is not written, as nobody can have read it. Raises CannotRunError."""
    left = [file for file in guide.files if file.unwritten and file.path in {p.file for p in _pages(guide, path)}]
    if left:
        count = sum(len(file.unwritten) for file in left)
        raise CannotRunError(f"{path} has {count} places that are still to be written — guide check names them")
    return path


def _pages(guide: Guide, path: str) -> list[Page]:
    return [page for page in guide.pages if page.path == path]


def _due(guide: Guide) -> dict[str, set[int]]:
    """Give the written pages that are due, each with the lines of its sections in the language that is behind."""
    by_file = {page.file: page for page in guide.pages}
    found: dict[str, set[int]] = {}
    for finding in check_sources(guide, _DUE):
        page = by_file.get(finding.position.path)
        if page is not None and not any(each.file in guide.unfinished for each in _pages(guide, page.path)):
            found.setdefault(page.path, set()).add(finding.position.line)
    return found


def _is_same(guide: Guide, path: str, lines: set[int]) -> bool:
    """Show what was changed on a page, and ask."""
    print(f"\n{path}")
    pages = _pages(guide, path)
    behind = {section.id for page in pages for section in page.sections if section.position.line in lines}
    for page in pages:
        for line in _shown(guide, page, behind):
            print(f"  {line}")
    print("Do the languages mean the same? y/n ", end="", flush=True)
    key = click.getchar()
    print(key)
    return key in "yYjJ"


def _shown(guide: Guide, page: Page, sections: set[str]) -> Iterator[str]:
    """Give what was changed in sections since the last commit, or only where they stand."""
    sources = Sources(guide.settings.root)
    new, old = sources.text(page.file), last_committed(guide.settings.root, page.file)
    for section in page.sections:
        if section.id in sections:
            yield f"{page.file}:{section.position.line}  {section.title}".rstrip()
            changes = changed_words(old, new, *lines_of(page, section)) if old else []
            yield from (f"    {change}" for change in changes)
