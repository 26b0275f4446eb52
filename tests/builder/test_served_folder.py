"""The folder that a server keeps its sites in: where it stands, and what becomes of those that were left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from guide.builder.served_folder import folder_in_memory, take_away_leftovers

pytest.importorskip("fcntl")


def served_elsewhere(temporary: Path) -> tuple[subprocess.Popen[str], Path]:
    """Begin a process that holds a folder until it is ended; give both."""
    script = (
        "from guide.builder.served_folder import served_folder\n"
        "with served_folder() as folder:\n"
        "    (folder / '0').mkdir(); print(folder, flush=True); input()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        env={**os.environ, "TMPDIR": str(temporary)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


def test_the_folder_of_a_server_that_was_killed_goes_and_that_of_a_living_one_stays(tmp_path: Path) -> None:
    killed, left = served_elsewhere(tmp_path)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert (left / "0").is_dir()
    living, kept = served_elsewhere(tmp_path)
    another, own = served_elsewhere(tmp_path)
    try:
        assert set(tmp_path.iterdir()) == {kept, own}
        take_away_leftovers(tmp_path)
        assert (kept / "0").is_dir() and (own / "0").is_dir()
    finally:
        living.communicate("\n")
        another.communicate("\n")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_whose_server_has_not_yet_locked_it_stays_and_so_does_anything_else(tmp_path: Path) -> None:
    begun, other = tmp_path / "guide-served-a", tmp_path / "another"
    for folder in (begun, other):
        folder.mkdir()
    (begun / "lock-next").touch()
    (other / "lock").touch()
    take_away_leftovers(tmp_path)
    assert begun.is_dir() and other.is_dir()


def test_what_is_served_stands_in_memory_where_there_is_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)
    free = SimpleNamespace(free=2 << 30)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: free)
    assert folder_in_memory(tmp_path) == tmp_path
    # The size that containers give it, as a rule.
    free.free = 64 << 20
    assert folder_in_memory(tmp_path) is None


def test_who_names_a_folder_for_such_files_gets_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=2 << 30))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert folder_in_memory(tmp_path) is None


def test_elsewhere_than_on_linux_there_is_no_such_folder(tmp_path: Path) -> None:
    assert folder_in_memory(tmp_path / "none") is None
