"""A language that the project has no words for: a words file, a stemmer's name and the texts are all it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

import norwegian
from guide.addresses import list as address_list
from guide.addresses.short import Shorts, page_html
from guide.checks.report import as_lines
from guide.checks.running import check_sources
from guide.language.readability import limit_of, measured
from guide.model.guide import Guide
from guide.pages.cases import cases
from guide.pages.page import page_markdown
from guide.pages.references import sort_key
from guide.pages.search_dialog import search_words
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.search.files import scripts_of
from guide.words import words_of
from guides import findings


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """The Norwegian guide."""
    return read_guide(load_settings(norwegian.write(tmp_path)))


def test_it_is_read_and_checked_without_a_finding(guide: Guide) -> None:
    assert [page.language for page in guide.pages] == ["nb"] * len(guide.pages)
    assert as_lines(check_sources(guide)) == ""


def test_no_page_says_anything_in_swedish_or_english(guide: Guide) -> None:
    made = {}
    for page in guide.pages:
        text = (guide.settings.docs_dir / page.source).read_text(encoding="utf-8").split("---\n", 2)[2]
        made[page.path] = page_markdown(text, page, guide)
    assert [word for text in made.values() for word in norwegian.foreign_words_in(text)] == []
    assert "## Noter {#notes}" in made["cases/sveits.md"]
    assert "**Hva man vet: [ikke vist]" in made["cases/sveits.md"]
    assert "## Test deg selv {#" in made["cases/sveits.md"]
    assert "Ærlig, Åse og Meier (2020)" in made["about/sources.md"]
    assert "Årsmelding fra kontoret. Kontrollert 2026-11-02. Brukes i: " in made["about/sources.md"]
    assert "<span>1 spørsmål</span>" in made["faq.md"]
    assert "Les mer om ordet: [Ofte stilte](../faq.md)." in made["concepts/glossary.md"]


def test_a_country_that_the_check_accepts_is_shown(guide: Guide) -> None:
    table = cases(guide, guide.page_by_key["nb", "cases/index.md"])
    assert ">Staten, Sveits<br>2018–2020</td>" in table
    assert "[[&quot;CH&quot;,&quot;Sveits&quot;]]" in table


def test_what_is_so_of_the_language_is_asked_of_its_words_file(guide: Guide) -> None:
    page = guide.page_by_key["nb", "cases/sveits.md"]
    assert measured(page) is not None and limit_of(page, guide) == 50
    assert sort_key("zoo", "nb") < sort_key("ærlig", "nb") < sort_key("ønske", "nb") < sort_key("åpen", "nb")
    assert address_list.as_csv(guide, "nb").startswith("Slags;Overskrift;Kortadresse;")
    assert '"stop":"alle at av' in scripts_of(guide, "nb")["index"]


def test_short_addresses_and_the_search_speak_it(guide: Guide) -> None:
    assert all("Les på norsk: " in page_html(short, guide, "x.js") for short in Shorts(guide).all)
    assert search_words("nb", ["sv"])["many-in-other"] == "{} sider på svensk"


def test_a_word_that_it_lacks_is_a_finding_and_the_page_shows_the_key(tmp_path: Path) -> None:
    file = norwegian.write(tmp_path, {"words/nb.yml": ("  heading: Noter\n", "")})
    guide = read_guide(load_settings(file))
    assert [(each.id, each.position.path) for each in check_sources(guide)] == [("word-missing", "words/nb.yml")]
    page = guide.page_by_key["nb", "cases/sveits.md"]
    assert "## notes.heading {#notes}" in page_markdown("# Sveits\n", page, guide)


def test_a_language_without_a_words_file_is_a_finding_and_no_error(tmp_path: Path) -> None:
    """Bug: ``nb`` in mkdocs.yml gave no finding, and then a KeyError."""
    found = findings(
        tmp_path,
        {"mkdocs.yml": ("        - locale: sv\n", "        - locale: nb\n        - locale: sv\n")},
        only={"words-file-missing"},
    )
    assert [each.message for each in found] == ['the language "nb" has no words']
    assert "scripts/guide/words/nb.yml" in found[0].hint and "sv.yml" in found[0].hint


def test_the_words_of_one_guide_are_not_those_of_the_next(tmp_path: Path) -> None:
    load_settings(norwegian.write(tmp_path / "a"))
    assert words_of("nb")["header.menu"] == "Menyen"
    load_settings(norwegian.write(tmp_path / "b", {"mkdocs.yml": ("    words: words\n", "")}))
    assert words_of("nb").file is None
