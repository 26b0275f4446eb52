"""The editor's commands on a copy of the guide itself: what is begun is all that is found, a rename leaves nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide.commands.main import main

_ROOT = Path(__file__).parents[2]


@pytest.fixture
def config(tmp_path: Path) -> str:
    """A copy of the sources, without a repository, in a folder with a space and å in its name."""
    root = tmp_path / "Min guide på svenska"
    for folder in ("docs", "data", "overrides"):
        shutil.copytree(_ROOT / folder, root / folder)
    (root / "scripts").mkdir()
    for name in ("mkdocs.yml", "scripts/mkdocs_hook.py"):
        shutil.copy(_ROOT / name, root / name)
    return str(root / "mkdocs.yml")


def _ids(config: str, capsys: pytest.CaptureFixture[str]) -> set[str]:
    capsys.readouterr()
    main(["check", "--config", config])
    return {line.split(": ")[1].split()[0] for line in capsys.readouterr().out.splitlines()}


def test_all_that_is_new_is_found_and_nothing_else(config: str, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ("case", "kiruna", "--title", "sv=Kiruna", "--title", "en=Kiruna"),
        ("page", "steps/open-doors.md"),
        ("page", "easy/concepts/critique.md"),
        ("question", "faq/basics.md#why-now"),
        ("source", "kommun-2024#fewer-forms"),
        ("term", "calm-feedback"),
        ("figure", "two-roads", "--like", "five-steps"),
    ):
        assert main(["new", *arguments, "--config", config]) == 0
    left = {"leftover-todo", "page-orphan", "translation-unrecorded", "review-missing", "figure-unused"}
    assert _ids(config, capsys) == left


def test_a_renamed_page_leaves_no_finding(config: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [
        "steps/leadership.md",
        "roles/leading.md",
        "--slug",
        "sv=roller/att-leda",
        "--slug",
        "en=roles/leading",
    ]
    assert main(["rename", *arguments, "--config", config]) == 0
    told = capsys.readouterr().out
    assert "redirect /steg/ledarskap/ → /roller/att-leda/" in told
    assert "Checked: no findings." in told
