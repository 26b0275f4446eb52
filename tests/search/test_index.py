"""What can be found, how it is weighed, and the form in which the index travels."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import guides
from guide.reading.data import read_search_words, read_synonyms, read_wordings
from guide.search import files
from guide.search.index import _DIGITS, FORMAT, LEVELS, Index, _numbers, as_data, build_index, texts_as_data
from guide.search.units import Kind, Unit, beginning, themes_of, units_of
from question_guides import SPLIT

WORDINGS = "sv:\n  faq.md#what-is-trust: har vi tilltro | tro på folk\n  steps/culture.md#why: varför bry sig\n"
SYNONYMS = "sv:\n  - [chef, boss]\nen:\n  - [trust, confidence]\n"


def _index(folder: Path, language: str = "sv", edits: guides.Edits | None = None) -> Index:
    return build_index(guides.read(folder, edits), language)


def _unit(index: Index, path: str, anchor: str) -> Unit:
    return next(unit for unit in index.units if unit.page.path == path and unit.anchor == anchor)


def test_units_are_pages_sections_questions_and_terms(tmp_path: Path) -> None:
    units = units_of(guides.read(tmp_path), "sv")
    kinds = {(unit.page.path, unit.anchor): unit.kind for unit in units}
    assert kinds["faq.md", "what-is-trust"] is Kind.QUESTION
    assert kinds["faq.md", "theme-basics"] is Kind.SECTION
    assert kinds["steps/culture.md", "why"] is Kind.SECTION
    assert kinds["steps/culture.md", ""] is Kind.PAGE
    assert kinds["concepts/glossary.md", "trust"] is Kind.TERM
    assert {unit.page.language for unit in units} == {"sv"}


def test_a_question_shows_its_short_answer_and_a_section_how_it_begins(tmp_path: Path) -> None:
    index = _index(tmp_path)
    assert _unit(index, "faq.md", "what-is-trust").text == "Tillit är att våga lita på någon."
    assert _unit(index, "steps/culture.md", "why").text == "Den som känner sig betrodd tar större ansvar."


def test_other_wordings_come_from_the_page_and_from_the_list(tmp_path: Path) -> None:
    index = _index(tmp_path, edits={"data/search/wordings.yml": WORDINGS})
    also = _unit(index, "faq.md", "what-is-trust").also
    assert "vad betyder tillit" in also
    assert "har vi tilltro" in also
    assert _unit(index, "steps/culture.md", "why").also == ("varför bry sig",)


def test_other_wordings_of_a_page_stand_above_its_first_section(tmp_path: Path) -> None:
    heading = "# Fem steg mot tillit\n"
    edits = {"docs/sv/steps/index.md": (heading, f"{heading}\n<!-- also: hela\n  vägen | i ordning || -->\n")}
    also = _unit(_index(tmp_path, edits=edits), "steps/index.md", "").also
    assert also == ("Fem steg mot tillit", "hela vägen", "i ordning")


def test_a_page_is_found_by_its_heading_where_that_is_not_its_title(tmp_path: Path) -> None:
    def other_names(edits: guides.Edits, folder: str) -> tuple[str, ...]:
        return _unit(_index(tmp_path / folder, edits=edits), "steps/index.md", "").also

    file = "docs/sv/steps/index.md"
    assert other_names({}, "another") == ("Fem steg mot tillit",)
    assert other_names({file: ("# Fem steg mot tillit", "# Steg för steg")}, "the-same") == ()
    assert other_names({file: ("# Fem steg mot tillit\n", "")}, "none") == ()


def test_themes_of_the_faq(tmp_path: Path) -> None:
    assert themes_of(guides.read(tmp_path / "one"), "en") == (("The basics", "en/faq/#theme-basics"),)
    assert themes_of(guides.read(tmp_path / "many", SPLIT), "en") == (("The basics", "en/faq/the-basics/"),)


def test_questions_are_found_on_the_page_of_their_theme_and_never_on_the_one_for_print(tmp_path: Path) -> None:
    units = units_of(guides.read(tmp_path, SPLIT), "sv")
    (found,) = [unit for unit in units if unit.anchor == "what-is-trust"]
    assert (found.kind, found.page.path, found.context) == (Kind.QUESTION, "faq/basics.md", ("Grunderna",))
    assert [unit for unit in units if unit.page.path == "faq/all.md"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kort text som ryms hel.", "Kort text som ryms hel."),
        ("En mening med sina ord. " * 3 + "x" * 150, ("En mening med sina ord. " * 3).strip()),
        ("ord " * 60, "ord " * 37 + "…"),
        ("Nej", ""),
    ],
)
def test_how_a_text_begins(text: str, expected: str) -> None:
    assert beginning([text]) == expected


def test_a_word_of_the_title_weighs_more_than_one_of_the_body(tmp_path: Path) -> None:
    index = _index(tmp_path)
    faq = next(number for number, unit in enumerate(index.units) if unit.anchor == "what-is-trust")
    levels = dict(index.postings["tillit"])
    later = dict(index.later["tillit"])
    body = [later.get(number, 0) for number, unit in enumerate(index.units) if unit.anchor == "how-to-begin"]
    assert levels[faq] > max(body)
    assert all(1 <= level <= LEVELS for found in index.postings.values() for _, level in found)


def test_the_parts_of_a_compound_are_indexed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.search.index._MOST_OF_BODY", 100)
    text = "Frånvaro är ett tal. Sjuk är ett ord."
    index = _index(
        tmp_path,
        edits={
            "docs/sv/steps/index.md": ("Stegen bygger på varandra.", text + " Sjukfrånvaro nämns här."),
            "docs/sv/steps/culture.md": ("Börja smått.", text),
        },
    )
    order = next(number for number, unit in enumerate(index.units) if unit.anchor == "order")
    for term in ("sjukfranvaro", "franvaro", "sjuk"):
        assert order in dict([*index.postings.get(term, ()), *index.later.get(term, ())]), term


def test_of_the_terms_that_only_a_body_holds_the_telling_ones_come_later(tmp_path: Path) -> None:
    rare = [f"ord{number}" for number in range(90)]
    edit = ("Börja smått.", f"Ledarskap. {' '.join(rare)}.")
    index = _index(tmp_path, edits={"docs/sv/steps/culture.md": edit})
    numbers = [number for number, unit in enumerate(index.units) if unit.page.path == "steps/culture.md"]
    held = [sum(number in dict(found) for found in index.later.values()) for number in numbers]
    assert max(held) == 64
    assert not set(rare) & set(index.postings)


def _read_numbers(text: str) -> list[int]:
    """The other direction, as client/search/data.js reads them."""
    found, digits, more = [], [], 0
    for character in text:
        if character == "!":
            more += 1
            continue
        digits.append(_DIGITS.index(character))
        if len(digits) > more:
            found.append(functools.reduce(lambda value, digit: value * len(_DIGITS) + digit, digits))
            digits, more = [], 0
    return found


def _texts_of(data: Mapping[str, Any], kind: str) -> list[tuple[int, set[str]]]:
    """Each text of a kind as the number of its unit and its terms, read back from the data."""
    terms: list[str] = []
    for shared, rest in zip(_read_numbers(data["shared"]), data["rests"].split(" "), strict=True):
        terms.append((terms[-1] if terms else "")[:shared] + rest)
    found: list[tuple[int, set[str]]] = []
    for unit, count in enumerate(_read_numbers(data[f"{kind}PerUnit"])):
        found += [(unit, set()) for _ in range(count)]
    gaps = iter(_read_numbers(data[f"{kind}Gaps"]))
    for term, count in zip(terms, _read_numbers(data[f"{kind}Counts"]), strict=True):
        number = -1
        for _ in range(count):
            number += next(gaps) + 1
            found[number][1].add(term)
    return found


def test_wordings_of_questions_come_first_and_those_of_sections_after(tmp_path: Path) -> None:
    guide = guides.read(tmp_path, {"data/search/wordings.yml": WORDINGS})
    index = build_index(guide, "sv")
    number = {(unit.page.path, unit.anchor): at for at, unit in enumerate(index.units)}
    first, after = as_data(index, guide), texts_as_data(index, guide)
    question, section = number["faq.md", "what-is-trust"], number["steps/culture.md", "why"]
    assert (question, {"tro", "pa", "folk"}) in _texts_of(first, "also")
    assert question not in {unit for unit, _ in _texts_of(after, "also")}
    assert (section, {"varfor", "bry", "sig"}) in _texts_of(after, "also")
    assert section not in {unit for unit, _ in _texts_of(first, "also")}


def test_words_of_titles_come_first_and_those_of_short_answers_after_and_whole(tmp_path: Path) -> None:
    rare = [f"ord{number}" for number in range(90)]
    edit = {"docs/sv/faq.md": ("Tillit är att våga lita på någon.", f"Tillit {' '.join(rare)}.")}
    index = _index(tmp_path, edits=edit)
    number = next(number for number, unit in enumerate(index.units) if unit.anchor == "what-is-trust")
    assert number in dict(index.postings["tillit"]) and number not in dict(index.later.get("tillit", ()))
    assert [term for term in rare if number not in dict(index.later.get(term, ()))] == []


def test_numbers_as_text() -> None:
    assert _numbers([0, 1, 90]) == "#$~"
    assert _numbers([91, 8280]) == "!$#!~~"
    assert _numbers([8281, 753_570, 753_571]) == "!!$##!!~~~!!!$###"
    assert '"' not in _numbers(range(91)) and "\\" not in _numbers(range(91))


def test_the_data_holds_what_the_engine_needs(tmp_path: Path) -> None:
    groups = SYNONYMS.replace("en:", "  - [häst, springare]\nen:")
    guide = guides.read(tmp_path, {"data/search/synonyms.yml": groups})
    index = build_index(guide, "sv")
    data, after = as_data(index, guide), texts_as_data(index, guide)
    assert data["format"] == FORMAT
    assert len(data["kinds"]) == len(data["anchors"]) == len(data["titles"]) == len(index.units)
    assert after["synonyms"] == ["chef|boss"], "a group that leads nowhere waits for a text that has one of its words"
    assert ["Vanliga frågor", "vanliga-fragor/", ""] in data["pages"]
    assert ["Tillitskultur", "steg/tillitskultur/", "Steg för steg"] in data["pages"]
    assert after["texts"] == [unit.text for unit in index.units]
    assert "texts" not in data


def test_files_are_named_after_their_content_and_older_ones_go(tmp_path: Path) -> None:
    guide = guides.read(tmp_path / "one")
    other = guides.read(tmp_path / "other", {"docs/sv/steps/index.md": ("Stegen bygger", "Delarna bygger")})
    site = tmp_path / "site"
    files.write_search(guide, site)
    before = files.texts_path(guide, "sv")
    files.write_search(other, site)
    written = {path.relative_to(site).as_posix() for path in site.rglob("*.js")}
    expected = {path(other, language) for path in (files.index_path, files.texts_path) for language in ("sv", "en")}
    assert written == expected
    assert before not in written
    assert files.index_path(guide, "en") == files.index_path(other, "en")


def test_a_file_hands_over_its_data(tmp_path: Path) -> None:
    guide = guides.read(tmp_path)
    script = files.scripts_of(guide, "sv")["index"]
    assert script.startswith("guideSearchIndex({") and script.endswith("});\n")
    assert json.loads(script.removeprefix("guideSearchIndex(").removesuffix(");\n"))["language"] == "sv"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("sv: [", "not valid YAML"),
        ("- [a, b]\n", "a list of groups for each language"),
        ("sv:\n  - [ensam]\n", "two or more words"),
        ("sv:\n  - {a: b}\n", "two or more words"),
        ("sv:\n  - [a, '']\n", "two or more words"),
    ],
)
def test_synonyms_that_cannot_be_read_are_problems(text: str, says: str) -> None:
    groups, problems = read_synonyms(text, "data/search/synonyms.yml")
    assert groups == ()
    assert says in problems[0].message


def test_synonyms_keep_their_place() -> None:
    groups, problems = read_synonyms(SYNONYMS, "s.yml")
    assert problems == ()
    assert [(group.language, group.words, group.position.line) for group in groups] == [
        ("sv", ("chef", "boss"), 2),
        ("en", ("trust", "confidence"), 4),
    ]
    assert read_synonyms("", "s.yml") == ((), ())


@pytest.mark.parametrize(
    ("text", "says"),
    [("sv: {", "not valid YAML"), ("sv: [a]\n", "where wordings lead"), ("sv:\n  faq.md#x:\n", "has no wordings")],
)
def test_wordings_that_cannot_be_read_are_problems(text: str, says: str) -> None:
    found, problems = read_wordings(text, "w.yml")
    assert found == ()
    assert says in problems[0].message


def test_wordings_keep_their_place() -> None:
    found, problems = read_wordings(WORDINGS, "w.yml")
    assert problems == ()
    assert [(entry.path, entry.anchor, entry.texts, entry.position.line) for entry in found] == [
        ("faq.md", "what-is-trust", ("har vi tilltro", "tro på folk"), 2),
        ("steps/culture.md", "why", ("varför bry sig",), 3),
    ]


WORDS = "sv:\n  faq.md#what-is-trust: hästar springare\n  steps/culture.md#why: hästens\n"


def test_words_that_readers_use_keep_their_place() -> None:
    found, problems = read_search_words(WORDS, "w.yml")
    assert problems == ()
    assert [(entry.path, entry.anchor, entry.texts, entry.position.line) for entry in found] == [
        ("faq.md", "what-is-trust", ("hästar", "springare"), 2),
        ("steps/culture.md", "why", ("hästens",), 3),
    ]
    found, problems = read_search_words("sv:\n  faq.md#x:\n", "w.yml")
    assert (found, problems[0].message) == ((), '"faq.md#x" has no words')


def test_words_that_readers_use_are_looked_for_after_the_first_hits(tmp_path: Path) -> None:
    index = _index(tmp_path, edits={"data/search/words.yml": WORDS})
    assert _unit(index, "faq.md", "what-is-trust").words == ("hästar", "springare")
    places = {(unit.page.path, unit.anchor): at for at, unit in enumerate(index.units)}
    assert "hast" not in index.postings
    assert {at for at, _ in index.later["hast"]} == {
        places["faq.md", "what-is-trust"],
        places["steps/culture.md", "why"],
    }


def test_a_gathered_word_is_kept_though_the_text_is_long(tmp_path: Path) -> None:
    long = "docs/sv/steps/culture.md"
    text = " ".join(f"Ord{letter}{other}." for letter in "abcdefghijkl" for other in "bcdfghjklm")
    edits = {"data/search/words.yml": WORDS, long: ("## Varför {#why}\n", f"## Varför {{#why}}\n\n{text}\n")}
    index = _index(tmp_path, edits=edits)
    number = next(at for at, unit in enumerate(index.units) if unit.anchor == "why")
    assert number in {at for at, _ in index.later["hast"]}
    held = [term for term, found in index.later.items() if number in {at for at, _ in found}]
    assert len(held) == 65
