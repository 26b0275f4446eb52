"""``indicators.json``: valid against its schema, in plain text, with addresses that lead to the indicator."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from guide.model.data import INDICATOR_FIELDS
from guide.model.guide import Guide
from guide.pages import indicators
from guide.words import words_of
from guides import read
from indicator_guides import with_data

SCHEMA = json.loads(Path(indicators.__file__).with_name(indicators.SCHEMA).read_text(encoding="utf-8"))


def test_the_file_holds_every_indicator_and_its_schema_holds(tmp_path: Path) -> None:
    guide = read(tmp_path, with_data())
    value = json.loads(indicators.as_json(guide))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(value, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert [entry["id"] for entry in value["indicators"]] == ["engagement", "sick-leave"]
    first = value["indicators"][0]
    assert [source["id"] for source in first["sources"]] == ["sou-2018-47"]
    assert value["indicators"][1]["sources"] == []
    assert first["languages"]["sv"] == {
        "url": "https://guide.example/steg/#engagement",
        "section": "Medarbetarna",
        "frequency": "Årligen",
        "name": "Engagemang",
        "shows": "Hur folk mår",
        "source-in-brief": "Egen enkät",
        "definition": "Ett index från noll till hundra. Mer om det i kulturen ni har.",
        "source": "En egen enkät.",
        "how-often": "Varje år, på hösten.",
        "says": "Hur engagerade folk är.",
        "misleads": "Skillnaderna kan vara små.",
    }
    assert first["languages"]["en"]["url"] == "https://guide.example/en/steps/#engagement"


def test_the_schema_finds_a_fault(tmp_path: Path) -> None:
    value = json.loads(indicators.as_json(read(tmp_path, with_data("    misleads: Differences can be small.\n", ""))))
    with pytest.raises(jsonschema.ValidationError, match="misleads"):
        jsonschema.validate(value, SCHEMA)


def test_a_frequency_without_words_is_no_crash(tmp_path: Path) -> None:
    value = json.loads(indicators.as_json(read(tmp_path, with_data("frequency: yearly", "frequency: often"))))
    assert value["indicators"][0]["languages"]["sv"]["frequency"] == "often"


def test_the_guides_own_file_is_valid(guide: Guide) -> None:
    value = json.loads(indicators.as_json(guide))
    jsonschema.validate(value, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert len(value["indicators"]) == 27
    texts = " ".join(
        text for entry in value["indicators"] for each in entry["languages"].values() for text in each.values()
    )
    assert "[^" not in texts and "](" not in texts and "*" not in texts


def test_a_guide_without_indicators_has_no_such_file(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    indicators.write_indicators(read(tmp_path / "a"), tmp_path / "site")
    assert not list((tmp_path / "site").iterdir())
    indicators.write_indicators(read(tmp_path / "b", with_data()), tmp_path / "site")
    assert {file.name for file in (tmp_path / "site").iterdir()} == {indicators.FILE, indicators.SCHEMA}


def test_every_field_has_its_words_and_the_schema_describes_no_other() -> None:
    assert {*INDICATOR_FIELDS, "frequency"} == set(words_of("sv").section("indicators"))
    described = SCHEMA["$defs"]["indicator"]["properties"]["languages"]["additionalProperties"]
    assert (
        set(described["required"])
        == set(described["properties"])
        <= {"url", "section", *words_of("sv").section("indicators")}
    )
