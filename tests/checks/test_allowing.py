"""Allowances that should not be there, each with a twin that is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from guides import TERMS, Edits, Fault, assert_found, assert_silent, findings

FAULTS = [
    Fault(
        "allowance-without-reason",
        {"docs/sv/index.md": ("Här börjar", "<!-- allow: leftover-todo -->\nTODO Här börjar")},
        {"docs/sv/index.md": ("Här börjar", "<!-- allow: leftover-todo — ordet förklaras -->\nTODO Här börjar")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "allowance-unneeded",
        {"docs/sv/index.md": ("Här börjar", "<!-- allow: leftover-todo — ordet förklaras -->\nHär börjar")},
        {"docs/sv/index.md": ("Här börjar", "Här (TODO) <!-- allow: leftover-todo — ordet förklaras --> börjar")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "allowance-unknown",
        {"docs/sv/index.md": ("Här börjar", "<!-- allow: leftover-todoo — ordet förklaras -->\nTODO Här börjar")},
        {"docs/sv/index.md": ("title: Start", "# allow: title-too-short — ett tecken räcker\ntitle: S")},
        "docs/sv/index.md:9",
        'did you mean "leftover-todo"',
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_planted_fault_is_found(fault: Fault, tmp_path: Path) -> None:
    assert_found(fault, findings, tmp_path)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_clean_twin_is_silent(fault: Fault, tmp_path: Path) -> None:
    assert_silent(fault, findings, tmp_path)


def test_an_allowance_in_yaml_covers_the_next_line(tmp_path: Path) -> None:
    allowed = TERMS.replace("- id", "# allow: term-page-missing — sidan kommer i mars\n- id")
    assert [each.id for each in findings(tmp_path / "a", {"data/glossary.yml": allowed})] == ["allowance-unneeded"]
    assert findings(tmp_path / "b", {"data/glossary.yml": allowed.replace("culture.md", "none.md")}) == []


def test_an_allowance_does_not_reach_past_its_paragraph(tmp_path: Path) -> None:
    edits: Edits = {
        "docs/sv/index.md": ("Här börjar", "<!-- allow: leftover-todo — x -->\nTODO ett.\n\nTODO Här börjar")
    }
    assert [(each.id, each.position.line) for each in findings(tmp_path, edits)] == [("leftover-todo", 12)]


def test_only_leaves_allowances_of_other_checks_alone(tmp_path: Path) -> None:
    edits: Edits = {"docs/sv/index.md": ("Här börjar", "<!-- allow: leftover-todo — x -->\nTODO Här börjar")}
    assert findings(tmp_path, edits, only=["link-missing-page", "allowance-unneeded"]) == []
