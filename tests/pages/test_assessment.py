"""What the self-assessment becomes on its page."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import html
from markdown import Markdown

from guide.model.guide import Guide
from guide.pages.page import features_put_into, page_markdown
from guides import ASSESSMENT, read

DIRECTIVE = "<!-- guide:assessment -->"
EDITS = {
    "data/tools/assessment.yml": ASSESSMENT,
    "docs/sv/steps/index.md": ("# ", f"{DIRECTIVE}\n\n# "),
    "docs/en/steps/index.md": ("# ", f"{DIRECTIVE}\n\n# "),
}


def built(guide: Guide, language: str = "sv") -> html.HtmlElement:
    text = page_markdown(
        f"# Titel\n\nText.\n\n{DIRECTIVE}\n\nEfter.", guide.page_by_key[(language, "steps/index.md")], guide
    )
    made = Markdown(extensions=["attr_list", "md_in_html", "footnotes", "toc"]).convert(text)
    return html.fragment_fromstring(made, create_parent="main")


def test_every_statement_is_a_named_group_of_six_boxes(tmp_path: Path) -> None:
    tree = built(read(tmp_path, EDITS))
    groups = tree.xpath("//*[@role='radiogroup']")
    names = [tree.get_element_by_id(group.get("aria-labelledby")).text_content() for group in groups]
    assert names == ["1. Chefer pratar.", "2. Vi frågar.", "3. Vi lyssnar."]
    for group in groups:
        radios = group.xpath(".//input[@type='radio']")
        assert [radio.get("value") for radio in radios] == ["1", "2", "3", "4", "5", "0"]
        assert len({radio.get("name") for radio in radios}) == 1
        assert len({radio.get("aria-label") for radio in radios}) == 6
    assert len(tree.xpath("//textarea")) == 1, "room for what one sees"
    assert tree.xpath("//main/p")[-1].text == "Efter."


def test_other_wordings_stand_by_for_the_script_and_texts_are_escaped(tmp_path: Path) -> None:
    tree = built(read(tmp_path, EDITS), "en")
    wordings = [json.loads(each) for each in tree.xpath("//@data-wordings")]
    assert wordings == [{"manager": "I talk."}]
    (given,) = (json.loads(each) for each in tree.xpath("//@data-guide-assessment"))
    assert given["version"] == 1
    assert given["dimensions"] == [{"id": "culture", "name": "Culture", "statements": ["first", "second", "third"]}]
    swedish = built(read(tmp_path / "again", EDITS))
    assert "Fråga <b>." in swedish.xpath("string(//*[@data-dimension='culture'])")


def test_each_dimension_leads_to_its_pages_and_sections(tmp_path: Path) -> None:
    links = built(read(tmp_path, EDITS)).xpath("//*[@data-dimension='culture']//a")
    assert [link.get("href") for link in links] == [
        "tillitskultur/",
        "tillitskultur/#why",
        "../fallgropar/otydliga-granser/",
    ]
    assert links[1].text == "Varför"


def test_its_script_and_styles_are_asked_for_only_where_it_stands(tmp_path: Path) -> None:
    guide = read(tmp_path, EDITS)
    has = {page.source for page in guide.pages if "assessment" in features_put_into(page, guide)}
    assert has == {"sv/steps/index.md", "en/steps/index.md"}
    without = read(tmp_path / "without", {key: value for key, value in EDITS.items() if key.startswith("docs")})
    assert not any("assessment" in features_put_into(page, without) for page in without.pages)
    assert built(without).xpath("//form") == []
