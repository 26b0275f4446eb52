"""Small guides under git, for what shows beside an earlier commit."""

from __future__ import annotations

import subprocess
from pathlib import Path


def commit(folder: Path) -> None:
    """Commit all that a folder holds, as a repository that is made where there is none."""
    if not (folder / ".git").exists():
        _git(folder, "init", "--quiet")
    _git(folder, "add", ".")
    who = ("-c", "user.name=Writer", "-c", "user.email=writer@guide.example", "-c", "commit.gpgsign=false")
    _git(folder, *who, "commit", "--quiet", "--allow-empty", "-m", "x")


def _git(folder: Path, *command: str) -> None:
    subprocess.run(["git", *command], cwd=folder, check=True)
