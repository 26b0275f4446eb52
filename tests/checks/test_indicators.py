"""What checks say of indicators, beside the planted faults (``faults/indicators.py``)."""

from __future__ import annotations

from pathlib import Path

from guides import findings
from indicator_guides import FILE, PAGE, PAGES, with_data

CLEAN = with_data()


def test_whole_indicators_are_silent(tmp_path: Path) -> None:
    assert findings(tmp_path, CLEAN) == []


def test_a_cell_that_is_written_on_the_line_of_the_tables_head_in_another_file_is_no_column(tmp_path: Path) -> None:
    """The table's head is on line 20 of the page; "Egen enkät" on line 20 of the data."""
    path = f"docs/sv/{PAGE}"
    text = str(PAGES[path]).replace("Källa | Hur", "Egen enkät | Hur")
    edits = {**CLEAN, FILE: "#\n" * 13 + str(CLEAN[FILE]), path: text}
    assert "filter-wrong" in {each.id for each in findings(tmp_path, edits)}


def test_a_finding_is_allowed_where_it_is_written(tmp_path: Path) -> None:
    said = with_data("source: A survey of your own.", "source: TODO ask. # allow: leftover-todo — we do ask")
    assert findings(tmp_path, said) == []


def test_a_language_that_lacks_an_indicator_differs_from_the_other(tmp_path: Path) -> None:
    """The two pages are compared as if a writer had written them."""
    found = {each.id for each in findings(tmp_path, with_data("hundred.[^sou-2018-47]", "hundred."))}
    assert found == {"translation-citations"}
