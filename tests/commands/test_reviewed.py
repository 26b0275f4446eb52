"""The command that records that a page has been read through."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

import guides
from guide.commands.main import main
from guides import WHOLE

TODAY = datetime.now().astimezone().date()


def _guide(folder: Path, reviews: str) -> Path:
    return guides.write(folder, WHOLE, {"data/reviews.yml": reviews})


def test_a_page_is_marked_with_today_and_the_others_keep_their_days(tmp_path: Path) -> None:
    root = _guide(tmp_path, "gone.md: 2026-01-01\nindex.md: 2026-01-02\nfaq.md: 2026-01-03\n")
    assert main(["mark-reviewed", "faq.md", "--config", str(root / "mkdocs.yml")]) == 0
    lines = (root / "data/reviews.yml").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == [f"faq.md: {TODAY}", "index.md: 2026-01-02"]


def test_every_page_can_be_marked_and_an_unknown_one_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _guide(tmp_path, "index.md: 2026-01-02\n")
    config = ["--config", str(root / "mkdocs.yml")]
    assert main(["mark-reviewed", "fag.md", *config]) == 2
    assert "fag.md" in capsys.readouterr().err
    assert main(["mark-reviewed", *config]) == 2
    assert main(["mark-reviewed", "--all", *config]) == 0
    assert (root / "data/reviews.yml").read_text(encoding="utf-8").count(str(TODAY)) == 8
