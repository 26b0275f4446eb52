"""The command ``rename``: a page gets another name or address, and all that names it follows.

What lives here: its options, and what it prints. What does not: the changes (``editing/moving.py``).
"""

from __future__ import annotations

from pathlib import Path

import click

from guide.checks.report import as_lines
from guide.checks.running import check_sources
from guide.commands.command import CLEAN, FINDINGS, command, read_guide_of
from guide.editing.moving import Move
from guide.editing.sources import Sources
from guide.language.translations import paths_named
from guide.tools.errors import CannotRunError

_MOST_NAMED = 20


@command("rename")
@click.argument("page")
@click.argument("new", required=False, metavar="[NEW]")
@click.option("--slug", "slugs", multiple=True, metavar="CODE=SLUG", help="Address, as --slug sv=steg/ledarskap.")
def rename(config: Path, page: str, new: str | None, slugs: tuple[str, ...]) -> int:
    """Give a page another name, another address, or both.

    PAGE and NEW are paths such as steps/leadership.md. Links, nav, data, records and easy reading follow; a published
    address that the page leaves gets a redirect.
    """
    guide = read_guide_of(config)
    path = paths_named(guide, [page])[0]
    wanted = dict(each.partition("=")[::2] for each in slugs)
    if not new and not wanted:
        raise CannotRunError(
            f"say what is to change — guide rename {path} steps/new-name.md, or guide rename {path} --slug sv=steg/namn"
        )
    sources = Sources(guide.settings.root)
    move = Move(guide, sources, path, new or path, wanted)
    moved = move.worked_out()
    sources.write(moved.files, moved.gone)
    called = f"{path} is {new} now" if new else path
    print(
        "\n".join([f"{called}: {moved.links} links written anew, {len(moved.files)} files changed", *moved.redirects])
    )
    _tell_of_others(move.named_elsewhere())
    found = check_sources(read_guide_of(config))
    print(as_lines(found) or "Checked: no findings. Commit it as it is.\n", end="")
    return FINDINGS if found else CLEAN


def _tell_of_others(places: list[str]) -> None:
    if places:
        more = f" and {len(places) - _MOST_NAMED} more" if len(places) > _MOST_NAMED else ""
        print(f"named by its old path in files that no command changes: {', '.join(places[:_MOST_NAMED])}{more}")
