"""What a sheet to fill in becomes on its page."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import html
from markdown import Markdown

from guide.model.guide import Guide
from guide.pages.page import features_put_into, page_markdown
from guides import SHEETS_EDITS, read


def built(guide: Guide, instruction: str, language: str = "sv") -> html.HtmlElement:
    page = guide.page_by_key[(language, "steps/index.md")]
    text = page_markdown(f"# Titel\n\nText.\n\n<!-- guide:{instruction} -->\n\nEfter.", page, guide)
    made = Markdown(extensions=["attr_list", "md_in_html", "footnotes", "tables", "toc"]).convert(text)
    return html.fragment_fromstring(made, create_parent="main")


def test_every_box_has_a_label_of_its_own_and_rows_are_named_groups(tmp_path: Path) -> None:
    tree = built(read(tmp_path, SHEETS_EDITS), "sheet map")
    assert [each.text for each in tree.xpath("//legend")] == [f"Beslut {number}" for number in range(1, 5)]
    fields = tree.xpath("//textarea | //select")
    assert len(fields) == 1 + 4 * 2
    for field in fields:
        assert field.get("id") == field.get("name")
        assert len(tree.xpath("//label[@for=$id]", id=field.get("id"))) == 1
    assert len({field.get("id") for field in fields}) == len(fields)
    assert tree.xpath("//main/p")[-1].text == "Efter.", "Markdown goes on after it"


def test_what_the_boxes_ask_for_is_said_once_for_rows_and_in_each_card(tmp_path: Path) -> None:
    guide = read(tmp_path, SHEETS_EDITS)
    rows = built(guide, "sheet map")
    assert [" ".join(each.text_content().split()) for each in rows.xpath("//li")] == ["Vad: Kort.", "Vem? Välj."]
    assert [each.text for each in rows.xpath("//small")] == ["Vilka."]
    cards = built(guide, "sheet card")
    assert cards.xpath("//li") == []
    described = [each.get("aria-describedby") for each in cards.xpath("//textarea")]
    assert [cards.get_element_by_id(each).text for each in described] == ["Vad.", "Vad."]


def test_a_choice_can_be_left_open_and_ringed_on_paper(tmp_path: Path) -> None:
    tree = built(read(tmp_path, SHEETS_EDITS), "sheet map")
    (first, *_) = tree.xpath("//select")
    assert [each.get("value") for each in first.xpath("option")] == ["", "alone", "manager"]
    assert first.getnext().text == "själv / chef & <b>"
    assert first.getnext().get("class") == "guide-on-paper"


def test_the_script_is_given_the_sheet_and_the_words_of_its_language(tmp_path: Path) -> None:
    guide = read(tmp_path, SHEETS_EDITS)
    (given,) = (json.loads(each) for each in built(guide, "sheet map", "en").xpath("//@data-guide-sheet"))
    assert (given["id"], given["version"], given["most"], given["layout"]) == ("map", 1, 4, "rows")
    assert given["boxes"] == [{"id": "team", "name": "Team", "choices": {}}]
    assert given["columns"][1]["choices"] == {"alone": "alone", "manager": "manager"}
    assert given["words"]["separator"] == ","
    (swedish,) = (json.loads(each) for each in built(guide, "sheet map").xpath("//@data-guide-sheet"))
    assert swedish["words"]["separator"] == ";"
    assert "Rita <b>." in built(guide, "sheet map").xpath("string(//form/p)")


def test_the_example_is_a_table_that_says_that_it_is_made_up(tmp_path: Path) -> None:
    tree = built(read(tmp_path, SHEETS_EDITS), "sheet-example map")
    assert tree.xpath("string(//main/p[2])") == "Påhittat exempel: ett lag."
    cells = [[each.text_content() for each in row.xpath("td")] for row in tree.xpath("//tbody/tr")]
    assert cells == [["Lag", "Alla"], ["Vad", "a | b"], ["Vem?", "själv"]]


def test_its_script_is_asked_for_only_where_it_stands(tmp_path: Path) -> None:
    guide = read(tmp_path, SHEETS_EDITS)
    has = {page.source for page in guide.pages if "sheet" in features_put_into(page, guide)}
    assert has == {"sv/steps/index.md", "en/steps/index.md"}
    assert built(guide, "sheet nothing").xpath("//form") == []
