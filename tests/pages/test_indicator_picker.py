"""What the indicator picker becomes on its page."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import html
from markdown import Markdown

from guide.model.guide import Guide
from guide.pages.page import features_put_into, page_markdown
from guides import read
from picker_guides import FILE, with_picker

DIRECTIVE = "<!-- guide:indicator-picker -->"
PAGE = "pitfalls/vague.md"


def built(guide: Guide, language: str = "sv") -> html.HtmlElement:
    page = guide.page_by_key[(language, PAGE)]
    text = page_markdown(f"# Titel\n\nText.\n\n{DIRECTIVE}\n\nEfter.", page, guide)
    made = Markdown(extensions=["attr_list", "md_in_html", "footnotes", "toc"]).convert(text)
    return html.fragment_fromstring(made, create_parent="main")


def test_every_measure_stands_there_once_without_marks_and_leads_to_its_sources(tmp_path: Path) -> None:
    tree = built(read(tmp_path, with_picker()))
    measures = tree.xpath("//details[@data-measure]")
    assert [each.get("data-measure") for each in measures] == ["engagement", "sick-leave", "third", "fourth", "fifth"]
    (definition,) = measures[0].xpath(".//*[@data-field='definition']")
    assert definition.text == "Ett index från noll till hundra. Mer om det i kulturen ni har."
    assert measures[0].xpath(".//a/@href") == ["../../steg/#engagement"]
    assert len(measures[0].xpath(".//dt")) == len(measures[0].xpath(".//dd")) == 6
    assert tree.xpath("//main/p")[-1].text == "Efter."


def test_purposes_are_listed_by_perspective(tmp_path: Path) -> None:
    (purpose,) = built(read(tmp_path, with_picker())).xpath("//*[@class='guide-no-js']/details")
    assert purpose.xpath("string(summary)") == "Pröva <b>"
    assert next(item.text_content() for item in purpose.xpath(".//li")) == "Resultat: Engagemang"


def test_the_script_is_given_what_it_chooses_from(tmp_path: Path) -> None:
    edits = with_picker("[state, region, municipality]", "[state]")
    (given,) = (json.loads(each) for each in built(read(tmp_path, edits), "en").xpath("//@data-guide-picker"))
    assert given["counts"] == [5, 6, 7, 8]
    assert given["purposes"][0]["name"] == "Try <b>"
    first = given["measures"][0]
    assert first == {
        "id": "engagement",
        "perspective": "results",
        "names": ["Engagemang", "Engagement"],
        "name": "Engagement",
        "sectors": ["state"],
    }


def test_its_script_is_asked_for_only_where_it_stands(tmp_path: Path) -> None:
    edits = {**with_picker(), f"docs/sv/{PAGE}": ("\n# ", f"\n{DIRECTIVE}\n\n# ")}
    guide = read(tmp_path, edits)
    assert [page.source for page in guide.pages if "indicator-picker" in features_put_into(page, guide)] == [
        f"sv/{PAGE}"
    ]
    without = read(tmp_path / "without", {name: text for name, text in edits.items() if name != FILE})
    assert not any("indicator-picker" in features_put_into(page, without) for page in without.pages)
    assert built(without).xpath("//details[@data-measure]") == []
