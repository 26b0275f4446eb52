"""Faults in what the search is made of, each with a twin that is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.checks.running import rules_by_concern
from guides import Fault, assert_found, assert_silent, findings, site_findings

SYNONYMS = "data/search/synonyms.yml"
WORDINGS = "data/search/wordings.yml"

FAULTS = [
    Fault(
        "synonym-leads-nowhere",
        {SYNONYMS: "sv:\n  - [häst, springare]\n"},
        {SYNONYMS: "sv:\n  - [chef, springare]\n"},
        f"{SYNONYMS}:2",
        "häst, springare",
    ),
    Fault(
        "synonym-same-word",
        {SYNONYMS: "sv:\n  - [chef, boss, chefer]\n"},
        {SYNONYMS: "sv:\n  - [chef, boss, ledare]\n"},
        f"{SYNONYMS}:2",
        '"chef" and "chefer"',
    ),
    Fault(
        "synonym-covered",
        {SYNONYMS: "sv:\n  - [chef, boss, ledare]\n  - [ledare, chef]\n"},
        {SYNONYMS: "sv:\n  - [chef, boss, ledare]\n  - [tillit, tilltro]\n"},
        f"{SYNONYMS}:3",
    ),
    Fault(
        "synonym-stop-word",
        {SYNONYMS: "sv:\n  - [chef, över]\n"},
        {SYNONYMS: "sv:\n  - [chef, den som är över]\n"},
        f"{SYNONYMS}:2",
        '"över"',
    ),
    Fault(
        "search-language-unknown",
        {SYNONYMS: "fi:\n  - [luottamus, usko]\n"},
        {SYNONYMS: "en:\n  - [trust, faith]\n"},
        f"{SYNONYMS}:2",
        '"fi"',
    ),
    Fault(
        "search-language-unknown",
        {WORDINGS: "fi:\n  faq.md#what-is-trust: mitä on luottamus\n"},
        {WORDINGS: "sv:\n  faq.md#what-is-trust: vad är tilltro\n"},
        f"{WORDINGS}:2",
        '"fi"',
    ),
    Fault(
        "wording-leads-nowhere",
        {WORDINGS: "sv:\n  faq.md#what-is-trustt: vad är tilltro\n"},
        {WORDINGS: "sv:\n  faq.md#what-is-trust: vad är tilltro\n"},
        f"{WORDINGS}:2",
        'did you mean "what-is-trust"',
    ),
    Fault(
        "wording-leads-nowhere",
        {WORDINGS: "sv:\n  step/culture.md: bygga tillit\n"},
        {WORDINGS: "sv:\n  steps/culture.md: bygga tillit\n"},
        f"{WORDINGS}:2",
        'did you mean "steps/culture.md"',
    ),
    Fault(
        "wording-twice",
        {WORDINGS: "sv:\n  steps/culture.md#why: första steget\n"},
        {WORDINGS: "sv:\n  steps/culture.md#why: sista steget\n"},
        f"{WORDINGS}:2",
        "faq.md#how-to-begin",
    ),
]
SITE_FAULTS = [
    Fault(
        "search-hit-to-nowhere",
        {"steg/tillitskultur/index.html": ('id="signs"', 'id="sign"')},
        {"steg/tillitskultur/index.html": ('id="signs"', 'class="x" id="signs"')},
        "docs/sv/steps/culture.md:1",
        "/steg/tillitskultur/#signs",
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_planted_fault_is_found(fault: Fault, tmp_path: Path) -> None:
    assert_found(fault, findings, tmp_path)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_clean_twin_is_silent(fault: Fault, tmp_path: Path) -> None:
    assert_silent(fault, findings, tmp_path)


@pytest.mark.parametrize("fault", SITE_FAULTS, ids=str)
def test_planted_fault_of_the_site_is_found(fault: Fault, tmp_path: Path) -> None:
    assert_found(fault, site_findings, tmp_path)


@pytest.mark.parametrize("fault", SITE_FAULTS, ids=str)
def test_clean_twin_of_the_site_is_silent(fault: Fault, tmp_path: Path) -> None:
    assert_silent(fault, site_findings, tmp_path)


def test_every_finding_of_the_search_is_planted() -> None:
    planted = {fault.id for fault in (*FAULTS, *SITE_FAULTS)}
    assert planted == {rule.id for rule in rules_by_concern()["Search"]}


@pytest.mark.parametrize(
    ("path", "text"),
    [(SYNONYMS, "sv:\n  - [ensam]\n"), (SYNONYMS, "sv: ["), (WORDINGS, "- a\n"), (WORDINGS, "sv:\n  faq.md:\n")],
)
def test_a_list_that_cannot_be_read_is_a_finding_with_its_mend(path: str, text: str, tmp_path: Path) -> None:
    found = [finding for finding in findings(tmp_path, {path: text}) if finding.id == "data-unreadable"]
    assert [finding.position.path for finding in found] == [path]
