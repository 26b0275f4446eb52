"""One fault, one finding: an id or a page that is gone is told once, with every place that it was known in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import guides
from figure_guides import GRID, showing
from guide.checks.causes import by_cause
from guide.checks.report import as_lines
from guide.checks.rules.links import MISSING_ANCHOR, MISSING_PAGE
from guide.commands.main import main
from guide.model.place import Position
from guides import Edits

_PUBLISHED = json.dumps(
    {
        "/steg/tillitskultur/": {"language": "sv", "page": "steps/culture.md", "anchors": ["why"]},
        "/en/steps/culture-of-trust/": {"language": "en", "page": "steps/culture.md", "anchors": ["why"]},
        "/vanliga-fragor/": {"language": "sv", "page": "faq.md", "anchors": ["how-to-begin"]},
    }
)
_DATA: Edits = {
    "data/addresses.json": _PUBLISHED,
    "data/quizzes.yml": guides.QUIZZES,
    "data/redirects.yml": None,
    **showing(GRID),
}


def _lines(folder: Path, capsys: pytest.CaptureFixture[str], **changed: tuple[str, str]) -> list[str]:
    """Check a marked guide after ``docs/LANGUAGE/PAGE`` (LANGUAGE_PAGE) was edited."""
    config = ["--config", str(guides.write(folder, guides.WHOLE, _DATA) / "mkdocs.yml")]
    assert main(["mark-translated", "--all", *config]) == 0
    assert main(["check", *config]) == 0
    for name, (old, new) in changed.items():
        file = folder / "docs" / name.replace("__", "/").replace("_md", ".md")
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    capsys.readouterr()
    assert main(["check", *config]) == 1
    return capsys.readouterr().out.splitlines()


def test_an_id_changed_in_both_languages_is_one_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit = ("{#why}", "{#why-so}")
    lines = _lines(tmp_path, capsys, sv__steps__culture_md=edit, en__steps__culture_md=edit)
    assert len(lines) == 1
    for place in ("sv/index.md:13", "en/index.md:13", "addresses.json:1", "quizzes.yml:3", "fields.yml:1", "json:"):
        assert place in lines[0]


def test_an_id_changed_in_one_language_is_one_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = _lines(tmp_path, capsys, sv__steps__culture_md=("{#why}", "{#why-so}"))
    assert [line.split()[1] for line in lines] == ["translation-headings"]
    assert "sv/index.md:13" in lines[0]


def test_two_ids_changed_are_two_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    why, order = ("{#why}", "{#why-so}"), ("{#signs}", "{#sign}")
    edits = {f"{code}__steps__culture_md": why for code in ("sv", "en")}
    lines = _lines(tmp_path, capsys, **edits)
    assert len(lines) == 1
    for code in ("sv", "en"):
        file = tmp_path / f"docs/{code}/steps/culture.md"
        file.write_text(file.read_text("utf-8").replace(*order), "utf-8")
    main(["check", "--config", str(tmp_path / "mkdocs.yml")])
    ids = [line.split()[1] for line in capsys.readouterr().out.splitlines()]
    assert ids.count("section-missing") == 2


def test_a_page_that_is_gone_is_one_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = ["--config", str(guides.write(tmp_path, guides.WHOLE, _DATA) / "mkdocs.yml")]
    assert main(["mark-translated", "--all", *config]) == 0
    (tmp_path / "docs/sv/steps/culture.md").unlink()
    capsys.readouterr()
    assert main(["check", *config]) == 1
    ids = [line.split()[1] for line in capsys.readouterr().out.splitlines()]
    assert ids.count("page-one-language") == 1
    assert not {"link-missing-page", "nav-target-missing", "address-lost"}.intersection(ids)


def test_a_copy_left_by_a_file_service_is_one_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ("faq (1).md", "faq-DESKTOP-7.md", "Kopia av faq.md", "faq.sync-conflict-2.md")
    edits: Edits = {f"docs/{code}/{name}": guides.FAQ_SV for name in names for code in ("sv", "en")}
    root = guides.write(tmp_path, guides.WHOLE, edits)
    assert main(["check", "--config", str(root / "mkdocs.yml")]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(edits)
    assert all(" file-copy " in line for line in lines)


def test_what_has_no_cause_or_another_stands_by_itself() -> None:
    one = MISSING_ANCHOR.at(Position("a.md"), "gone", cause="x.md#a")
    same = MISSING_ANCHOR.at(Position("b.md", 4), "gone", cause="x.md#a")
    other = MISSING_ANCHOR.at(Position("b.md", 5), "gone", cause="x.md#b")
    none = MISSING_PAGE.at(Position("b.md", 6), "gone")
    found = by_cause([one, same, other, none])
    assert [finding.position for finding in found] == [each.position for each in (one, other, none)]
    assert found[0].also == (("link-missing-anchor", Position("b.md", 4)),)
    assert "[from the same: link-missing-anchor b.md:4]\n" in as_lines([one, same])
