"""Faults in the words of a language, each with a twin that is right."""

from __future__ import annotations

from pathlib import Path

import norwegian
from guide.checks.findings import Finding
from guide.checks.running import check_sources
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guides import Edits, Fault

NB = "words/nb.yml"
_LINES = norwegian.WORDS.splitlines()


class NorwegianFault(Fault):
    """A fault in the small guide in Norwegian, whose words are its own."""

    def findings(self, folder: Path, edits: Edits) -> list[Finding]:
        """Check the guide as edited."""
        return check_sources(read_guide(load_settings(norwegian.write(folder, edits))))


def _at(line: str) -> str:
    return f"{NB}:{_LINES.index(line) + 1}"


FAULTS = [
    NorwegianFault(
        "words-file-missing",
        {NB: None, "words/nn.yml": norwegian.WORDS},
        {"words/nn.yml": norwegian.WORDS},
        f"mkdocs.yml:{norwegian.MKDOCS[: norwegian.MKDOCS.index('- index.md')].count(chr(10)) + 1}",
        "write words/nb.yml with the keys of",
    ),
    NorwegianFault(
        "words-file-wrong",
        {NB: ("menu: Menyen", "menu: no")},
        {NB: ("menu: Menyen", 'menu: "no"')},
        _at("  menu: Menyen"),
        "between quotation marks",
    ),
    NorwegianFault(
        "words-file-wrong", {NB: "a: [b\n"}, {NB: norwegian.WORDS + "# a: [b\n"}, f"{NB}:2", "not valid YAML"
    ),
    NorwegianFault("words-file-wrong", {NB: "- a\n"}, {NB: "---\n" + norwegian.WORDS}, f"{NB}:1", "no sections"),
    NorwegianFault("words-file-wrong", {NB: b"\xff"}, {NB: norwegian.WORDS.encode()}, f"{NB}:1", "UTF-8"),
    NorwegianFault(
        "words-file-wrong",
        {NB: ("  menu: Menyen\n", "  menu: Menyen\n  menu: Meny\n")},
        {NB: ("  menu: Menyen\n", "  menu: Menyen # menu: Meny\n")},
        f"{NB}:{_LINES.index('  menu: Menyen') + 2}",
        "again",
    ),
    NorwegianFault(
        "words-file-wrong",
        {NB: ("readability: lix", "readability: lics")},
        {NB: ("readability: lix", "readability: flesch")},
        _at("  readability: lix"),
        "write one of lix, flesch",
    ),
    NorwegianFault(
        "words-file-wrong",
        {NB: ("stemmer: norwegian", "stemmer: norwegain")},
        {NB: ("stemmer: norwegian", "stemmer: danish")},
        _at("  stemmer: norwegian"),
        "norwegian",
    ),
    NorwegianFault(
        "words-file-wrong",
        {NB: ("writes-compounds: true", "writes-compounds: ja")},
        {NB: ("writes-compounds: true", "writes-compounds: false")},
        _at("  writes-compounds: true"),
        "true or false",
    ),
    NorwegianFault(
        "word-missing",
        {NB: ("  menu: Menyen\n", "")},
        {NB: ("  menu: Menyen\n", "  menu: Meny\n")},
        _at("header:"),
        '"header.menu" is missing (sv.yml: "Meny")',
    ),
    NorwegianFault(
        "word-missing",
        {NB: ("  stemmer: norwegian\n", "")},
        {NB: ("  stemmer: norwegian\n", '  stemmer: ""\n')},
        _at("language:"),
        '"language.stemmer"',
    ),
    NorwegianFault(
        "word-empty",
        {NB: ("menu: Menyen", "menu:")},
        {NB: ("menu: Menyen", "menu: M")},
        _at("  menu: Menyen"),
    ),
    NorwegianFault(
        "word-empty",
        {NB: ('decimal-sign: ","', 'decimal-sign: ""')},
        {NB: ("letters: æøå", 'letters: ""')},
        _at('  decimal-sign: ","'),
    ),
    NorwegianFault(
        "word-unknown",
        {NB: ("  menu: Menyen\n", "  menu: Menyen\n  serch: Søk\n")},
        {NB: ("  menu: Menyen\n", "  menu: Menyen\n  # serch: Søk\n")},
        f"{NB}:{_LINES.index('  menu: Menyen') + 2}",
        'did you mean "header.search"',
    ),
    NorwegianFault(
        "word-unknown",
        {NB: ("  stemmer: norwegian\n", "  stemmer: norwegian\n  stemer: norwegian\n")},
        {NB: ("  stemmer: norwegian\n", "  stemmer: danish\n")},
        f"{NB}:{_LINES.index('  stemmer: norwegian') + 2}",
        'did you mean "stemmer"',
    ),
    NorwegianFault(
        "word-placeholder",
        {NB: ("Tilbake til teksten, note {}", "Tilbake til teksten")},
        {NB: ("Tilbake til teksten, note {}", "Note {}, tilbake til teksten")},
        _at("  back: Tilbake til teksten, note {}"),
    ),
    NorwegianFault(
        "word-placeholder",
        {NB: ("search-other: Søk på {language} også", "search-other: Søk på {språk} også")},
        {NB: ("search-other: Søk på {language} også", "search-other: Også på {language}")},
        _at("  search-other: Søk på {language} også"),
    ),
    NorwegianFault(
        "vocabulary-word-missing",
        {"mkdocs.yml": ("    data: data\n", "    data: data\n    roles: [staff, chaplain]\n")},
        {"mkdocs.yml": ("    data: data\n", "    data: data\n    roles: [staff, union]\n")},
        _at("  roles:"),
        '"chaplain"',
    ),
]
