"""How far an allowance reaches."""

from __future__ import annotations

from pathlib import Path

from guides import TERMS, Edits, findings


def test_an_allowance_in_yaml_covers_the_next_line(tmp_path: Path) -> None:
    allowed = TERMS.replace("- id", "# allow: term-page-missing — sidan kommer i mars\n- id")
    assert [each.id for each in findings(tmp_path / "a", {"data/glossary.yml": allowed})] == ["allowance-unneeded"]
    assert findings(tmp_path / "b", {"data/glossary.yml": allowed.replace("culture.md", "none.md")}) == []


def test_an_allowance_does_not_reach_past_its_paragraph(tmp_path: Path) -> None:
    edits: Edits = {
        "docs/sv/index.md": ("Här börjar", "<!-- allow: leftover-todo — x -->\nTODO ett.\n\nTODO Här börjar")
    }
    found = [(each.id, each.position.line) for each in findings(tmp_path, edits)]
    assert [each for each in found if each[0] == "leftover-todo"] == [("leftover-todo", 12)]


def test_only_leaves_allowances_of_other_checks_alone(tmp_path: Path) -> None:
    edits: Edits = {"docs/sv/index.md": ("Här börjar", "<!-- allow: leftover-todo — x -->\nTODO Här börjar")}
    assert findings(tmp_path, edits, only=["link-missing-page", "allowance-unneeded"]) == []
