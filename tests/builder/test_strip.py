"""The strip of findings: what it says on which page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guide.builder.strip import Told, parts
from guide.checks.findings import Finding, Severity
from guide.model.guide import Guide
from guide.model.place import Position
from guides import read

SOURCE = "docs/sv/steps/culture.md"
FILE = "steg/tillitskultur/index.html"


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return read(tmp_path_factory.mktemp("guide"))


def told(guide: Guide, file: str, *places: tuple[str, int]) -> Any:
    findings = [Finding("an-id", Severity.ERROR, Position(path, line), "what", "do") for path, line in places]
    return json.loads(Told(guide, findings).on_page(file))


def test_a_finding_below_a_heading_links_to_it_and_one_above_all_to_nothing(guide: Guide) -> None:
    page = guide.page_by_source["sv/steps/culture.md"]
    heading = next(each for each in page.headings if each.level == 2)
    line = heading.position.line
    found = told(guide, FILE, (SOURCE, line - 1), (SOURCE, line), (SOURCE, line + 1))["findings"]
    assert [each["href"] for each in found] == ["", f"#{heading.id}", f"#{heading.id}"]
    assert found[1] == {"place": f"{SOURCE}:{line}", "href": f"#{heading.id}", "said": "an-id: what — do"}


def test_findings_elsewhere_are_counted_and_those_in_the_built_page_are_its_own(guide: Guide) -> None:
    found = told(guide, FILE, (SOURCE, 1), (f"site/{FILE}", 30), ("data/glossary.yml", 2), ("mkdocs.yml", 1))
    assert found["heading"] == "Fynd här: 2. På andra ställen: 2."
    assert [each["place"] for each in found["findings"]] == [f"{SOURCE}:1", f"site/{FILE}:30"]


def test_findings_of_one_cause_are_one_on_each_page_that_has_any_of_them(guide: Guide) -> None:
    other = "docs/sv/faq.md"
    places = [(other, 3), (SOURCE, 1), (SOURCE, 2), ("docs/en/faq.md", 4)]
    same = [Finding("an-id", Severity.ERROR, Position(*place), "gone", "mend", cause="a#b") for place in places]
    alone = Finding("another-id", Severity.ERROR, Position(other, 9), "what", "do")
    found = json.loads(Told(guide, [*same, alone]).on_page(FILE))
    assert found["heading"] == "Fynd här: 1. På andra ställen: 1."
    (finding,) = found["findings"]
    assert finding["place"] == f"{SOURCE}:1"
    rest = "docs/sv/faq.md:3, docs/sv/steps/culture.md:2, docs/en/faq.md:4"
    assert finding["said"] == f"an-id: gone — mend [from the same: an-id {rest}]"


def test_it_speaks_the_language_of_the_page_and_of_a_guide_without_findings_says_nothing(guide: Guide) -> None:
    english = next(page.address for page in guide.pages if page.source == "en/steps/culture.md")
    assert told(guide, f"{english}index.html", (SOURCE, 1))["heading"] == "Findings here: 0. Elsewhere: 1."
    assert told(guide, "404.html", (SOURCE, 1))["heading"] == "Fynd här: 0. På andra ställen: 1."
    assert told(guide, FILE) == {"heading": "", "findings": []}


def test_script_and_style_are_files_of_the_server(tmp_path: Path) -> None:
    kinds = {address: kind for address, (kind, text) in parts().items() if "guide-findings" in text}
    assert kinds == {"/livereload/findings.js": "text/javascript", "/livereload/findings.css": "text/css"}
