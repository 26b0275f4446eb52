"""The JSON Schemas for editors: up to date, met by the guide's own files, and as strict as the check."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import guides
from guide.checks.running import check_sources
from guide.commands.main import main
from guide.commands.schemas import data_file, files, front_matter, mkdocs_yml, vs_code, with_lists
from guide.model.data import DATA_FILES, INDICATOR_FIELDS
from guide.model.guide import Guide
from guide.model.vocabularies import (
    ClaimKind,
    Directive,
    Extent,
    Frequency,
    Grade,
    Known,
    NoOriginal,
    Outcome,
    PageType,
    Role,
    Sector,
    Size,
    SourceKind,
    Speaker,
    Theme,
    Titled,
    Undated,
)
from guide.pages import page as page_parts
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.tools.yaml import read_yaml
from guide.words import words_of

ROOT = Path(__file__).parents[2]
TERM: dict[str, Any] = {
    "id": "trust",
    "sv": {"term": "tillit", "definition": "Att våga."},
    "en": {"term": "trust", "definition": "To dare."},
}
QUESTION: dict[str, Any] = {
    "id": "first",
    **{code: {"question": "?", "options": ["a", "b"], "explanation": "Så."} for code in ("sv", "en")},
    "correct": 1,
    "see": "why",
}
INDICATOR: dict[str, Any] = {
    "id": "case-time",
    "section": "efficiency",
    "frequency": "monthly",
    **{code: dict.fromkeys(INDICATOR_FIELDS, "Så.") for code in ("sv", "en")},
}
FAULTY: list[tuple[str, Any, Any]] = [
    ("bibliography", [{"id": "a", "type": "book", "title": "T"}], [{"id": "a", "type": "boook", "title": "T"}]),
    ("bibliography", [{"id": "a", "type": "book", "title": "T"}], [{"id": "a", "type": "book"}]),
    (
        "bibliography",
        [{"id": "a", "type": "book", "title": "T", "DOI": "1"}],
        [{"id": "a", "type": "book", "doi": "1"}],
    ),
    ("glossary", [TERM], [{key: value for key, value in TERM.items() if key != "en"}]),
    ("glossary", [TERM], [{**TERM, "pages": "a.md"}]),
    ("glossary", [TERM], [{**TERM, "id": "Trust"}]),
    ("glossary", [TERM], [{**TERM, "sv": {**TERM["sv"], "tooltip": "no"}}]),
    ("redirects", [{"from": "/a/", "to": "/steg/"}], [{"from": "a", "to": "/steg/"}]),
    ("redirects", [{"from": "/a/", "to": "/steg/"}], [{"form": "/a/", "to": "/steg/"}]),
    ("ledger", {"/a/": {"language": "sv"}}, {"/a/": {"languages": "sv"}}),
    ("ledger", {"/a/": {"language": "sv"}}, {"a": {"language": "sv"}}),
    ("short_addresses", {"faq": {"page": "faq.md", "to": {"sv": "/f/"}}}, {"faq": {"page": "faq.md", "to": {}}}),
    ("indicators", [INDICATOR], [{key: value for key, value in INDICATOR.items() if key != "en"}]),
    ("indicators", [INDICATOR], [{**INDICATOR, "sv": {**INDICATOR["sv"], "mislead": "Så."}}]),
    ("quizzes", [{"page": "a.md", "questions": [QUESTION]}], [{"page": "a.md", "questions": []}]),
    (
        "quizzes",
        [{"page": "a.md", "questions": [QUESTION]}],
        [{"page": "a.md", "questions": [{**QUESTION, "correct": -1}]}],
    ),
    ("translations", {"a.md": {"_page": {"sv": "1"}}}, {"a.md": {"_page": "1"}}),
    ("synonyms", {"sv": [["chef", "boss"]]}, {"sv": [["chef"]]}),
    ("synonyms", {"en": [["true", "real"]]}, {"en": [[True, "real"]]}),
    ("wordings", {"sv": {"faq.md": "a | b"}}, {"sv": {"faq.md": " | "}}),
    ("search_words", {"sv": {"faq.md": "a b"}}, {"sv": {"faq.md": 3}}),
]


@cache
def _validator(schema: str) -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema))
    return jsonschema.Draft202012Validator(json.loads(schema))


def _errors(schema: dict[str, Any], value: Any) -> list[str]:
    return [error.message for error in _validator(json.dumps(schema)).iter_errors(value)]


def _value(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    # Editors hold a date against the schema as the text that it is written as.
    return json.loads(text if path.suffix == ".json" else json.dumps(read_yaml(text).value, default=str))


def test_what_is_made_of_the_shapes_is_up_to_date() -> None:
    assert main(["schemas", "--check", "--config", str(ROOT / "mkdocs.yml")]) == 0


def test_a_file_that_is_not_up_to_date_is_named_and_can_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guides.write(tmp_path, guides.WHOLE, {"REFERENCE.md": "Boxes: <!-- list: boxes -->`note`<!-- end -->.\n"})
    config = str(tmp_path / "mkdocs.yml")
    assert main(["schemas", "--check", "--config", config]) == 1
    assert "REFERENCE.md:1:1: not up to date" in capsys.readouterr().out
    assert main(["schemas", "--config", config]) == 0
    assert main(["schemas", "--check", "--config", config]) == 0
    assert "`note`, `tip`, `example`" in (tmp_path / "REFERENCE.md").read_text(encoding="utf-8")


def test_contributing_has_every_list() -> None:
    text = (ROOT / "REFERENCE.md").read_text(encoding="utf-8")
    bare = text
    while "<!-- list: " in bare:
        before, _, after = bare.partition("<!-- list: ")
        bare = before + after.partition("<!-- end -->")[2]
    for name in PageType:
        assert f"`{name}`" in text
    for vocabulary in (Grade, Outcome):
        assert not any(f"`{value}`" in bare for value in vocabulary), "a vocabulary is written by hand"
    assert with_lists("<!-- list: sizes --><!-- end -->").count("`") == 2 * len(Size)


@pytest.mark.parametrize("role", DATA_FILES)
def test_the_guides_own_data_fits_the_schema(role: str, guide: Guide) -> None:
    path = guide.settings.data_files.get(role)
    if path is None:
        assert role == "redirects"
    else:
        found = sorted((ROOT / path).iterdir()) if (ROOT / path).is_dir() else [ROOT / path]
        schema = data_file(role, guide.settings)
        assert [(each.name, _errors(schema, _value(each))) for each in found] == [(each.name, []) for each in found]


def test_the_guides_own_pages_and_settings_fit_the_schema(guide: Guide) -> None:
    schema = front_matter(guide.settings.schema)
    assert [(page.file, _errors(schema, dict(page.front.values))) for page in guide.pages[::9]] == [
        (page.file, []) for page in guide.pages[::9]
    ]
    assert _errors(mkdocs_yml(), _value(ROOT / "mkdocs.yml")) == []


@pytest.mark.parametrize(("role", "right", "wrong"), FAULTY)
def test_a_planted_fault_fits_neither_the_schema_nor_the_check(
    role: str, right: Any, wrong: Any, guide: Guide, tmp_path: Path
) -> None:
    schema = data_file(role, guide.settings)
    assert _errors(schema, right) == []
    assert _errors(schema, wrong) != []
    for number, value in enumerate((right, wrong)):
        root = guides.write(tmp_path / str(number), guides.WHOLE, {f"data/{DATA_FILES[role].name}": json.dumps(value)})
        found = check_sources(read_guide(load_settings(root / "mkdocs.yml")), {DATA_FILES[role].rule})
        assert bool(found) == bool(number), found


@pytest.mark.parametrize(
    "change",
    [
        {"type": "sektion"},
        {"slug": "Å"},
        {"title": 5},
        {"discription": "x"},
        {"type": "case"},
        {"evidence": {"supports": ["sou-2018-47#first"], "reason": "Bygger på vad chefer sagt oss själva."}},
        {"description": "Stegen tar er från beslut till vardag, i den ordning som brukar fungera"},
    ],
    ids=str,
)
def test_a_fault_in_front_matter_does_not_fit_the_schema(change: dict[str, Any], guide: Guide) -> None:
    page = guide.page_by_key["sv", "steps/index.md"]
    schema = front_matter(guide.settings.schema)
    assert _errors(schema, dict(page.front.values)) == []
    assert _errors(schema, {**page.front.values, **change}) != []


def test_a_country_is_completed_and_checked_by_its_code(guide: Guide) -> None:
    schema = front_matter(guide.settings.schema)
    case = dict(guide.page_by_key["sv", "cases/mandal.md"].front.values)
    assert _errors(schema, {**case, "case": {**case["case"], "country": "CH"}}) == []
    assert _errors(schema, {**case, "case": {**case["case"], "country": "EU"}}) != []


def test_a_setting_that_does_not_exist_does_not_fit_the_schema() -> None:
    assert _errors(mkdocs_yml(), {"extra": {"guide": {"fields": {"author": {"kind": "text"}}}}}) == []
    for option in ({"kind": "txt"}, {"pattern": "slugg"}, {"unique": True}):
        assert _errors(mkdocs_yml(), {"extra": {"guide": {"fields": {"author": option}}}}) != []


def test_vs_code_knows_the_schema_of_every_file(guide: Guide) -> None:
    known = vs_code(guide.settings)
    named = {*known["yaml.schemas"], *(each["url"].removeprefix("./") for each in known["json.schemas"])}
    written = {path for path in files(guide.settings) if path.startswith("data/schemas/")}
    assert named == written - {"data/schemas/front-matter.json"}


def test_every_value_has_a_word_in_every_language() -> None:
    tables = {
        **{
            "grade": Grade,
            "known": Known,
            "sector": Sector,
            "size": Size,
            "themes": Theme,
            "outcome": Outcome,
            "roles": Role,
        },
        **{"kind": SourceKind, "frequency": Frequency, "claim-kind": ClaimKind, "whose": Speaker, "seen": Extent},
        **{"titled": Titled, "undated": Undated, "no-original": NoOriginal},
    }
    for code in ("sv", "en"):
        for name, vocabulary in tables.items():
            words = words_of(code).vocabulary(name)
            assert list(words) == list(vocabulary)
            assert all(words.values())


def test_every_instruction_has_its_list() -> None:
    elsewhere = {Directive.INDICATORS, Directive.INDICATORS_TABLE, Directive.ANSWERS}
    assert {*page_parts.LISTS, *page_parts.NAMED, *elsewhere} == set(Directive)
