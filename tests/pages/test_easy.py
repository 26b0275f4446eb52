"""Easy reading: which page leads to which, its lines, and what the search knows of it."""

from __future__ import annotations

import runpy
from pathlib import Path

from markdown import markdown

from guide.pages.easy import line_by_line, other_wording
from guide.pages.page import page_markdown
from guide.search.units import units_of
from guides import read

PLANTED = runpy.run_path(str(Path(__file__).parents[1] / "checks" / "faults" / "easy.py"))


def test_a_page_and_its_easy_wording_lead_to_each_other(tmp_path: Path) -> None:
    guide = read(tmp_path, PLANTED["easy"]())
    for language in ("sv", "en"):
        whole, easy = (guide.page_by_key[language, f"{folder}steps/culture.md"] for folder in ("", "easy/"))
        assert other_wording(whole, guide) is easy
        assert other_wording(easy, guide) is whole
        assert other_wording(guide.page_by_key[language, "steps/index.md"], guide) is None


def test_a_page_in_the_folder_that_is_no_easy_reading_is_none(tmp_path: Path) -> None:
    edits = {path: str(text).replace("type: easy", "type: topic") for path, text in PLANTED["easy"]().items()}
    guide = read(tmp_path, edits)
    assert other_wording(guide.page_by_key["sv", "steps/culture.md"], guide) is None


def test_a_line_stays_a_line(tmp_path: Path) -> None:
    text = "# H\n\nEtt.\nTvå.\n\n1. Tre.\n    Fyra.\n2. Fem.\n\nSex."
    html = "".join(markdown("\n".join(line_by_line(text.splitlines()))).split())
    assert html == "<h1>H</h1><p>Ett.<br/>Två.</p><ol><li>Tre.<br/>Fyra.</li><li>Fem.</li></ol><p>Sex.</p>"
    guide = read(tmp_path, PLANTED["easy"]())
    easy, whole = (guide.page_by_key["sv", f"{folder}steps/culture.md"] for folder in ("easy/", ""))
    assert page_markdown("Ett.\nTvå.", easy, guide).startswith("Ett.  \nTvå.")
    assert page_markdown("Ett.\nTvå.", whole, guide).startswith("Ett.\nTvå.")


def test_a_search_finds_the_whole_page_and_the_start_of_easy_reading(tmp_path: Path) -> None:
    edits = PLANTED["easy"]()
    start = PLANTED["easy"](
        "index.md",
        *(
            PLANTED[code].replace("culture", "a").replace("Culture", "A").replace("kultur", "b")
            for code in ("SV", "EN")
        ),
    )
    guide = read(tmp_path, {**start, **edits})
    found = {unit.page.path for unit in units_of(guide, "sv")}
    assert "easy/index.md" in found and "steps/culture.md" in found
    assert "easy/steps/culture.md" not in found
