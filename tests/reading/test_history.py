"""When each source was last changed: what git knows, and silence where it knows nothing."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

from guide.reading.history import days_of_change

_WHO = ("-c", "user.name=Writer", "-c", "user.email=writer@guide.example", "-c", "commit.gpgsign=false")


def _commit(repository: Path, day: str, **texts: str) -> None:
    for name, text in texts.items():
        path = repository / "docs" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for command in (("add", "."), (*_WHO, "commit", "--quiet", "-m", "x", f"--date={day}T12:00:00+01:00")):
        subprocess.run(["git", *command], cwd=repository, check=True)


def _repository(folder: Path) -> Path:
    folder.mkdir()
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    _commit(folder, "2026-01-02", **{"sv/första": "1", "sv/other": "1"})
    _commit(folder, "2026-03-04", **{"sv/första": "2"})
    return folder


def test_each_file_has_the_day_of_its_last_commit(tmp_path: Path) -> None:
    found = days_of_change(_repository(tmp_path / "r") / "docs")
    assert found == {"sv/första.md": date(2026, 3, 4), "sv/other.md": date(2026, 1, 2)}


def test_where_there_is_no_repository_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    assert days_of_change(tmp_path / "docs") == {}
    assert days_of_change(tmp_path / "missing") == {}


def test_a_clone_that_was_cut_short_is_not_believed(tmp_path: Path) -> None:
    whole, short = _repository(tmp_path / "r"), tmp_path / "short"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", whole.as_uri(), str(short)], check=True)
    assert days_of_change(short / "docs") == {}
