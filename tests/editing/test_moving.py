"""A page of the guide itself is renamed, in a copy of it: links, data and records follow, and nothing is found."""

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
