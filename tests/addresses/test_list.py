"""The list of addresses: valid against its schema, whole in every form, with a QR code for each."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from lxml import etree, html

from guide.addresses import list as address_list
from guide.addresses.short import Shorts
from guide.model.guide import Guide
from guide.pages.address_table import table
from guide.pages.filters import with_forms
from guides import read

SCHEMA = json.loads(Path(address_list.__file__).with_name("addresses.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def little(tmp_path: Path) -> Guide:
    return read(tmp_path)


def test_the_json_holds_every_address_and_its_schema_holds(little: Guide) -> None:
    value = json.loads(address_list.as_json(little))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(value, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert {entry["id"] for entry in value["entries"]} == {short.id for short in Shorts(little).listed()}
    entry = next(entry for entry in value["entries"] if entry["id"] == "faq-what-is-trust")
    assert entry["kind"] == "question"
    assert entry["address"] == "https://guide.example/l/faq-what-is-trust/"
    assert entry["languages"]["sv"] == {
        "title": "Vad är tillit?",
        "description": "Tillit är att våga lita på någon.",
        "url": "https://guide.example/vanliga-fragor/#what-is-trust",
        "address": "https://guide.example/l/sv/faq-what-is-trust/",
    }


def test_the_schema_finds_a_fault(little: Guide) -> None:
    value = json.loads(address_list.as_json(little))
    value["entries"][0]["id"] = "Not an id"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value, SCHEMA)


def test_pages_stand_in_the_order_of_the_menu_with_their_questions(little: Guide) -> None:
    ids = [short.id for short in address_list.in_nav_order(little)]
    assert ids[:3] == ["start", "steps", "steps-culture"]
    assert ids[ids.index("faq") :][1:3] == ["faq-what-is-trust", "faq-how-to-begin"]


@pytest.mark.parametrize(("language", "separator", "head"), [("sv", ";", "Slag"), ("en", ",", "Kind")])
def test_the_csv_opens_in_spreadsheets_of_its_language(
    little: Guide, tmp_path: Path, language: str, separator: str, head: str
) -> None:
    address_list.write_list(little, tmp_path)
    data = (tmp_path / f"addresses-{language}.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data and b"\r\r\n" not in data
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))
    assert rows[0][0] == head
    assert len(rows) == 1 + len(list(Shorts(little).listed()))
    assert {len(row) for row in rows} == {6}


def test_each_has_a_qr_code(little: Guide, tmp_path: Path) -> None:
    address_list.write_list(little, tmp_path)
    for short in Shorts(little).listed():
        tree = etree.parse(tmp_path / f"assets/qr/{short.id}.svg")
        assert tree.getroot().tag.endswith("svg")
    assert (tmp_path / "addresses.json").is_file() and (tmp_path / "addresses.schema.json").is_file()


def test_the_table_links_each_by_its_short_address(little: Guide) -> None:
    page = little.page_by_key[("sv", "steps/culture.md")]
    tree = html.fragment_fromstring(table(little, page), create_parent="main")
    rows = tree.findall(".//tbody/tr")
    assert len(rows) == len(list(Shorts(little).listed()))
    question = next(row for row in rows if "Vad är tillit?" in row.text_content())
    links = [link.get("href") for link in question.iter("a")]
    assert links == ["../../vanliga-fragor/#what-is-trust", "../../l/faq-what-is-trust/"]
    image = question.find(".//details/img")
    assert (image.get("loading"), image.get("alt")) == ("lazy", "QR-kod: Vad är tillit?")
    assert question.get("data-kind") == "question"
    form = html.fragment_fromstring(with_forms(table(little, page)), create_parent="main").find("form")
    assert form.find(".//label").text == "Ord i tabellen"
    assert form.find(".//input").get("maxlength") == "200"
