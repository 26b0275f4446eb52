"""When each file was last changed, by git.

What lives here: one question to git. What does not: what is done with the days. Where there is no
git, no history or only a part of it (a shallow clone), nothing is known, and nothing is wrong.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

_PATIENCE = 30
_DAY = "\x01"
"""Begins the line that names a day: no file name begins so."""


def last_changed(folder: Path) -> Mapping[str, str]:
    """Give the day (ISO 8601) of each file's last commit, by its path relative to ``folder``; {} if it is not known."""
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
        return MappingProxyType({})
    found: dict[str, str] = {}
    day = ""
    log = _git(
        folder, "-c", "core.quotePath=false", "log", "--relative", "--name-only", f"--format={_DAY}%cs", "--", "."
    )
    for line in log.splitlines():
        if line.startswith(_DAY):
            day = line.removeprefix(_DAY)
        elif line:
            found.setdefault(line, day)
    return MappingProxyType(found)


def _git(folder: Path, *arguments: str) -> str:
    """Give what git says, or "" when it says nothing."""
    program = shutil.which("git")
    if program is None:
        return ""
    try:
        done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, timeout=_PATIENCE, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
