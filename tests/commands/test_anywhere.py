"""Where the commands work: on Windows' line ends, in any folder, with or without git."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import guides
from guide.commands.main import main

_ATTRIBUTES = Path(__file__).parents[2] / ".gitattributes"


def _git(folder: Path, *arguments: str) -> None:
    author = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.safecrlf=false")
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.mark.skipif(shutil.which("git") is None, reason="clones")
@pytest.mark.parametrize(("attributes", "found"), [(True, 0), (False, 1)])
def test_a_fresh_clone_on_windows_has_no_finding(attributes: bool, found: int, tmp_path: Path) -> None:
    """Git for Windows turns line feeds into CRLF, unless .gitattributes says otherwise."""
    origin = guides.write(tmp_path / "origin", guides.WHOLE, {})
    if attributes:
        shutil.copy(_ATTRIBUTES, origin)
    _git(origin, "init", "-q")
    _git(origin, "add", "-A")
    _git(origin, "commit", "-qm", "all")
    _git(tmp_path, "clone", "-q", "-c", "core.autocrlf=true", "origin", "clone")
    assert main(["check", "--config", str(tmp_path / "clone/mkdocs.yml")]) == found


def test_a_command_finds_the_guide_from_a_folder_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = guides.write(tmp_path / "Å ä ö", guides.WHOLE, {})
    monkeypatch.chdir(root / "docs/sv/steps")
    assert main(["check"]) == 0
    assert main(["new", "term", "calm"]) == 0
    assert "TODO:" in (root / "data/glossary.yml").read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    assert main(["check"]) == 2
    assert "cannot read it" in capsys.readouterr().err
