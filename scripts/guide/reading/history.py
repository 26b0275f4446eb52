"""When each source came and when it was last changed, out of git.

What lives here: one question to git, and its answer as days. What does not: what readers are told
(``pages/changes.py``), and when a page was last read through, which an editor says (``data.py``).
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

_DAY = "\x01"
"""Begins a line with a commit's day; no path in git's answer begins with it."""


class History(NamedTuple):
    """Days of commits, by the path of the file that they changed within the docs folder."""

    first: Mapping[str, date]
    """Since when each file is where it is."""
    last: Mapping[str, date]
    """When it was last changed."""


def history_of(docs_dir: Path) -> History:
    """Give the days of the first and the last commit of each file.

    Empty where there is nothing to know: no git, no repository, or a clone that was cut short, in which
    every file would seem to be of the last day. Nothing is raised for that.
    """
    if _ask(docs_dir, "rev-parse", "--is-shallow-repository").strip() != "false":
        return History({}, {})
    # --relative gives paths from the docs folder; -z would part them otherwise than lines, and quote none.
    log = _ask(docs_dir, "-c", "core.quotePath=false", "log", f"--format={_DAY}%as", "--name-only", "--relative", ".")
    first: dict[str, date] = {}
    last: dict[str, date] = {}
    day: date | None = None
    for line in log.splitlines():
        if line.startswith(_DAY):
            day = date.fromisoformat(line.removeprefix(_DAY))
        elif line and day is not None:
            last.setdefault(line, day)
            first[line] = day
    return History(first, last)


def days_of_change(docs_dir: Path) -> Mapping[str, date]:
    """Give the day of the last commit that changed each file; empty where there is nothing to know."""
    return history_of(docs_dir).last


def last_committed(root: Path, path: str) -> str:
    """Give what the last commit has of a file; "" where there is no repository, or it does not have the file."""
    if not _in_repository(root):
        return ""
    return _ask(root, "show", f"HEAD:./{path}")


def ever_taken_out(root: Path, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give each line that a commit up to the last one took out of a file, after the file's path.

    What branches added and took out again before they were merged was never published, and is passed over.
    """
    if not paths or not _in_repository(root):
        return
    log = _ask(
        *(root, "-c", "core.quotePath=false", "log", "--format=", "--patch", "--unified=0", "--no-ext-diff"),
        *("--no-renames", "--relative", "--first-parent", "--diff-merges=first-parent", "--", *paths),
    )
    path = ""
    for line in log.splitlines():
        if line.startswith("--- "):
            path = line.removeprefix("--- ").removeprefix("a/").rstrip("\t")
        elif line.startswith("-"):
            yield path, line[1:]


def _in_repository(root: Path) -> bool:
    return any((folder / ".git").exists() for folder in (root, *root.parents))


def _ask(folder: Path, *question: str) -> str:
    """Give what git answers, or "" where it does not."""
    git = shutil.which("git")
    if git is None:
        return ""
    try:
        answer = subprocess.run([git, *question], cwd=folder, capture_output=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.decode("utf-8", "replace")
