"""Faults in the words of a language, each with a twin that is right."""

from __future__ import annotations

from pathlib import Path

import pytest

import norwegian
from guide.checks.findings import Finding
from guide.checks.running import check_sources, rules_by_concern
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guides import Edits, Fault, assert_found, assert_silent

NB = "words/nb.yml"
_LINES = norwegian.WORDS.splitlines()


def _at(line: str) -> str:
    return f"{NB}:{_LINES.index(line) + 1}"


FAULTS = [
    Fault(
        "words-file-missing",
        {NB: None, "words/nn.yml": norwegian.WORDS},
        {"words/nn.yml": norwegian.WORDS},
        f"mkdocs.yml:{norwegian.MKDOCS[: norwegian.MKDOCS.index('- index.md')].count(chr(10)) + 1}",
        "write words/nb.yml with the keys of",
    ),
    Fault(
        "words-file-wrong",
        {NB: ("menu: Menyen", "menu: no")},
        {NB: ("menu: Menyen", 'menu: "no"')},
        _at("  menu: Menyen"),
        "between quotation marks",
    ),
    Fault("words-file-wrong", {NB: "a: [b\n"}, {NB: norwegian.WORDS + "# a: [b\n"}, f"{NB}:2", "not valid YAML"),
    Fault("words-file-wrong", {NB: "- a\n"}, {NB: "---\n" + norwegian.WORDS}, f"{NB}:1", "no sections"),
    Fault("words-file-wrong", {NB: b"\xff"}, {NB: norwegian.WORDS.encode()}, f"{NB}:1", "UTF-8"),
    Fault(
        "words-file-wrong",
        {NB: ("  menu: Menyen\n", "  menu: Menyen\n  menu: Meny\n")},
        {NB: ("  menu: Menyen\n", "  menu: Menyen # menu: Meny\n")},
        f"{NB}:{_LINES.index('  menu: Menyen') + 2}",
        "again",
    ),
    Fault(
        "words-file-wrong",
        {NB: ("readability: lix", "readability: lics")},
        {NB: ("readability: lix", "readability: flesch")},
        _at("  readability: lix"),
        "write one of lix, flesch",
    ),
    Fault(
        "words-file-wrong",
        {NB: ("writes-compounds: true", "writes-compounds: ja")},
        {NB: ("writes-compounds: true", "writes-compounds: false")},
        _at("  writes-compounds: true"),
        "true or false",
    ),
    Fault(
        "word-missing",
        {NB: ("  menu: Menyen\n", "")},
        {NB: ("  menu: Menyen\n", "  menu: Meny\n")},
        _at("header:"),
        '"header.menu" is missing (sv.yml: "Meny")',
    ),
    Fault(
        "word-missing",
        {NB: ("  stemmer: norwegian\n", "")},
        {NB: ("  stemmer: norwegian\n", '  stemmer: ""\n')},
        _at("language:"),
        '"language.stemmer"',
    ),
    Fault(
        "word-empty",
        {NB: ("menu: Menyen", "menu:")},
        {NB: ("menu: Menyen", "menu: M")},
        _at("  menu: Menyen"),
    ),
    Fault(
        "word-empty",
        {NB: ('decimal-sign: ","', 'decimal-sign: ""')},
        {NB: ("letters: æøå", 'letters: ""')},
        _at('  decimal-sign: ","'),
    ),
    Fault(
        "word-unknown",
        {NB: ("  menu: Menyen\n", "  menu: Menyen\n  serch: Søk\n")},
        {NB: ("  menu: Menyen\n", "  menu: Menyen\n  # serch: Søk\n")},
        f"{NB}:{_LINES.index('  menu: Menyen') + 2}",
        'did you mean "header.search"',
    ),
    Fault(
        "word-unknown",
        {NB: ("  stemmer: norwegian\n", "  stemmer: norwegian\n  stemer: norwegian\n")},
        {NB: ("  stemmer: norwegian\n", "  stemmer: danish\n")},
        f"{NB}:{_LINES.index('  stemmer: norwegian') + 2}",
        'did you mean "stemmer"',
    ),
    Fault(
        "word-placeholder",
        {NB: ("Tilbake til teksten, note {}", "Tilbake til teksten")},
        {NB: ("Tilbake til teksten, note {}", "Note {}, tilbake til teksten")},
        _at("  back: Tilbake til teksten, note {}"),
    ),
    Fault(
        "word-placeholder",
        {NB: ("search-other: Søk på {language} også", "search-other: Søk på {språk} også")},
        {NB: ("search-other: Søk på {language} også", "search-other: Også på {language}")},
        _at("  search-other: Søk på {language} også"),
    ),
    Fault(
        "vocabulary-word-missing",
        {"mkdocs.yml": ("    data: data\n", "    data: data\n    roles: [staff, chaplain]\n")},
        {"mkdocs.yml": ("    data: data\n", "    data: data\n    roles: [staff, union]\n")},
        _at("  roles:"),
        '"chaplain"',
    ),
]


def _findings(folder: Path, edits: Edits) -> list[Finding]:
    return check_sources(read_guide(load_settings(norwegian.write(folder, edits))))


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_planted_fault_is_found(fault: Fault, tmp_path: Path) -> None:
    assert_found(fault, _findings, tmp_path)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_clean_twin_is_silent(fault: Fault, tmp_path: Path) -> None:
    assert_silent(fault, _findings, tmp_path)


def test_every_finding_of_the_words_is_planted() -> None:
    assert {fault.id for fault in FAULTS} == {rule.id for rule in rules_by_concern()["Words of the interface"]}
