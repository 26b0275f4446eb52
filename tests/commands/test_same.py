"""The command that says with one key that the languages mean the same."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

import guides
from guide.commands.main import main

_STEPS = "docs/sv/steps/index.md"


def _guide(folder: Path, typo: str = "Stegen byger") -> list[str]:
    """Write a guide that is marked, then mend a typo in Swedish; give its --config."""
    guides.write(folder, guides.WHOLE, {_STEPS: ("Stegen bygger", typo)})
    config = ["--config", str(folder / "mkdocs.yml")]
    assert main(["mark-translated", "--all", *config]) == 0
    if (folder / ".git").exists():
        subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
        author = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *author, "commit", "-qm", "all"], cwd=folder, check=True)
    (folder / _STEPS).write_text(guides.STEPS_SV, "utf-8")
    assert main(["check", *config]) == 1
    return config


def _answer(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setattr(click, "getchar", lambda: key)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)


@pytest.mark.skipif(shutil.which("git") is None, reason="shows what was changed since the last commit")
def test_one_key_says_so_after_what_was_changed_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    config = _guide(tmp_path)
    capsys.readouterr()
    _answer(monkeypatch, "y")
    assert main(["same", *config]) == 0
    told = capsys.readouterr().out
    assert "Stegen [byger → bygger] på varandra." in told
    assert "docs/en/steps/index.md:12  Order" in told
    assert main(["check", *config]) == 0
    assert main(["same", *config]) == 0
    assert "Nothing is due" in capsys.readouterr().out


def test_another_key_leaves_it_and_a_named_page_is_not_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = _guide(tmp_path)
    _answer(monkeypatch, "n")
    assert main(["same", *config]) == 1
    assert main(["check", *config]) == 1
    assert main(["same", "steps/index.md", *config]) == 0
    assert main(["check", *config]) == 0
    assert main(["same", "steps/none.md", *config]) == 2
    assert 'no page "steps/none.md"' in capsys.readouterr().err


def test_a_page_that_is_not_written_cannot_be_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = _guide(tmp_path)
    assert main(["new", "question", "faq.md#why-now", *config]) == 0
    assert main(["same", "faq.md", *config]) == 2
    assert "faq.md has 12 places that are still to be written" in capsys.readouterr().err


def test_where_nobody_can_answer_the_pages_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = _guide(tmp_path)
    assert main(["same", *config]) == 2
    assert "guide same steps/index.md" in capsys.readouterr().err
