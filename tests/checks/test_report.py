"""Findings as text, JSON, SARIF and GitHub annotations."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from guide.checks.findings import Finding, Replacement
from guide.checks.report import FORMATS, as_json, as_lines, as_sarif, as_terminal_text, one_line, summary
from guide.checks.rules.links import MISSING_PAGE, TO_ITSELF
from guide.checks.running import all_rules
from guide.model.place import Position

SCHEMA = json.loads((Path(__file__).parents[1] / "support" / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))

FIRST = MISSING_PAGE.at(Position("docs/sv/å b.md", 4, 7), 'link to "x.md": no such page', suggestion="y.md")
SECOND = TO_ITSELF.at(Position("docs/sv/å b.md", 9), "100 % of it\nleads: here, there", hint="take it away")
ALSO = replace(FIRST, also=(("link-to-itself", Position("docs/en/å b.md", 2, 5)),))
THIRD = MISSING_PAGE.at(Position("mkdocs.yml", 1), "x", fix=Replacement("mkdocs.yml", 1, "a", "b"))


def test_a_line_says_place_id_what_suggestion_and_mend() -> None:
    assert one_line(FIRST) == (
        'docs/sv/å b.md:4:7: link-missing-page link to "x.md": no such page; did you mean "y.md"?'
        " — write the path of a page that exists, relative to this file"
    )


def test_text_is_one_line_for_each_finding_whatever_it_says() -> None:
    assert as_lines([FIRST, SECOND]).count("\n") == 2
    assert "\033" not in as_lines([MISSING_PAGE.at(Position("a"), "\033[31mred\r")])


def test_a_terminal_gets_groups_colours_and_a_sum() -> None:
    text = as_terminal_text([FIRST, SECOND, THIRD])
    assert text.count("å b.md") == 1
    assert "\033[31mlink-missing-page" in text and "\033[33mlink-to-itself" in text
    assert text.endswith("3 findings in 2 files; CHECKS.md explains each id. 1 fixable with --fix.\n")
    assert "No findings" in as_terminal_text([])


def test_the_sum_counts_in_words() -> None:
    assert summary([FIRST]) == "1 finding in 1 file; CHECKS.md explains each id."


def test_json_holds_everything() -> None:
    rows = json.loads(as_json([FIRST, THIRD]))
    assert rows[0] == {
        "id": "link-missing-page",
        "severity": "error",
        "file": "docs/sv/å b.md",
        "line": 4,
        "column": 7,
        "message": 'link to "x.md": no such page',
        "hint": "write the path of a page that exists, relative to this file",
        "suggestion": "y.md",
        "fixable": False,
        "explained": "CHECKS.md#link-missing-page",
        "also": [],
    }
    assert rows[1]["fixable"] and rows[1]["suggestion"] is None


@pytest.mark.parametrize("findings", [[], [FIRST], [ALSO, SECOND, THIRD]], ids=len)
def test_sarif_is_valid_by_its_schema(findings: list[Finding]) -> None:
    log = json.loads(as_sarif(findings, all_rules()))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    results = log["runs"][0]["results"]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in results] == [finding.id for finding in findings]


def test_other_places_of_the_same_cause_are_told() -> None:
    place = {"id": "link-to-itself", "file": "docs/en/å b.md", "line": 2, "column": 5}
    assert one_line(replace(ALSO, cause="x")).endswith("[from the same: link-to-itself docs/en/å b.md:2]")
    also = replace(ALSO, cause="")
    assert json.loads(as_json([also]))[0]["also"] == [place]
    located = json.loads(as_sarif([also], all_rules()))["runs"][0]["results"][0]["relatedLocations"]
    assert located[0]["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 5}


def test_sarif_names_files_as_addresses() -> None:
    log = json.loads(as_sarif([FIRST], all_rules()))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "docs/sv/%C3%A5%20b.md"
    assert place["region"] == {"startLine": 4, "startColumn": 7}


def test_github_annotations_keep_to_their_line() -> None:
    assert FORMATS["github"]([SECOND], all_rules()) == (
        "::warning file=docs/sv/å b.md,line=9,col=1,title=link-to-itself"
        "::100 %25 of it leads: here, there — take it away\n"
    )
