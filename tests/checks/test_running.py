"""What is told when a file cannot be opened: that, and not all that follows from it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.checks import running
from guide.checks.findings import Finding
from guide.checks.registry import SourceCheck
from guide.checks.running import check_sources, check_sources_here
from guide.model.guide import Guide
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.tools import processes
from guides import WHOLE, write


@pytest.mark.parametrize("unreadable", ["data/bibliography.json", "data/glossary.yml", "docs/sv/steps/culture.md"])
def test_a_file_that_cannot_be_opened_is_told_of_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unreadable: str
) -> None:
    root = write(tmp_path / "guide", WHOLE, {})
    read_bytes = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path == root / unreadable:
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    (told,) = check_sources(read_guide(load_settings(root / "mkdocs.yml")))
    assert told.position.path == unreadable
    assert (told.id, told.message) == ("data-unreadable", "cannot read the file: Permission denied")


def test_what_is_learnt_of_the_sources_stays_in_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check deals its rules out among processes, and what those remember of pages goes with them."""
    ran: list[int] = []

    def notes_where(guide: Guide) -> Iterator[Finding]:
        ran.append(os.getpid())
        yield from ()

    monkeypatch.setattr(running, "SOURCE_CHECKS", [SourceCheck((), notes_where)] * 8)
    monkeypatch.setattr(processes, "WORTH_SPREADING", 1)
    root = write(tmp_path / "guide", WHOLE, {})
    check_sources_here(read_guide(load_settings(root / "mkdocs.yml")))
    assert ran == [os.getpid()] * 8
