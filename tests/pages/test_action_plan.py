"""What the action plan becomes on its page."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import html
from markdown import Markdown

from guide.model.guide import Guide
from guide.pages.page import features_put_into, page_markdown
from guides import read
from plan_guides import FILE, with_plan

DIRECTIVE = "<!-- guide:action-plan -->"
PAGE = "pitfalls/vague.md"


def built(guide: Guide, language: str = "sv") -> html.HtmlElement:
    page = guide.page_by_key[(language, PAGE)]
    text = page_markdown(f"# Titel\n\nText.\n\n{DIRECTIVE}\n\nEfter.", page, guide)
    made = Markdown(extensions=["attr_list", "md_in_html", "footnotes", "toc"]).convert(text)
    return html.fragment_fromstring(made, create_parent="main")


def test_every_field_has_a_label_and_a_name_of_its_own(tmp_path: Path) -> None:
    tree = built(read(tmp_path, with_plan()))
    fields = tree.xpath("//form//input | //form//textarea")
    names = [field.get("name") for field in fields]
    assert len(names) == len(set(names)) == 2 + 2 * 3 * 4 + 3 * 3 + 1
    assert all(field.getparent().tag == "label" and field.getparent().text.strip() for field in fields)
    assert {field.get("type") for field in fields if field.get("name").endswith(("-by", "follow-up"))} == {"date"}
    groups = [group.get("aria-label") for group in tree.xpath("//form//*[@role='group']")]
    assert len(groups) == len(set(groups)) == 9
    assert groups[0] == "Vi slutar med, rad 1"
    assert tree.xpath("//main/p")[-1].text == "Efter."


def test_texts_are_escaped_and_the_script_is_given_the_questions(tmp_path: Path) -> None:
    tree = built(read(tmp_path, with_plan()), "en")
    (given,) = (json.loads(each) for each in tree.xpath("//@data-guide-plan"))
    assert given["version"] == 1
    assert given["questions"][0] == {"id": "goal", "part": "goal", "ask": "Goal <b>?"}
    assert tree.xpath("//form//label")[0].text.strip() == "Goal <b>?"
    assert tree.xpath("//*[@data-suggests]")[1].text == "Ask <i>the team</i>."


def test_suggestions_lead_to_their_page_and_measure(tmp_path: Path) -> None:
    (part,) = built(read(tmp_path, with_plan())).xpath("//details[@data-dimension='culture']")
    assert [each.text for each in part.xpath(".//*[@data-suggests]")] == ["Fråga <b>.", "Fråga <i>gruppen</i>."]
    links = [(link.text, link.get("href")) for link in part.xpath(".//li[2]//a")]
    assert [href for _, href in links] == ["../../steg/tillitskultur/#why", "../../steg/#sick-leave"]
    assert links[1][0] == "Sjukfrånvaro"
    assert part.xpath(".//li[2]//a[@data-measure]/text()") == ["Sjukfrånvaro"]


def test_browsers_are_offered_the_names_of_the_indicators(tmp_path: Path) -> None:
    tree = built(read(tmp_path, with_plan()))
    assert tree.xpath("//datalist/option/@value") == ["Engagemang", "Sjukfrånvaro"]
    assert set(tree.xpath("//input/@list")) == set(tree.xpath("//datalist/@id"))


def test_its_script_is_asked_for_only_where_it_stands(tmp_path: Path) -> None:
    edits = {**with_plan(), "docs/sv/pitfalls/vague.md": ("\n# ", f"\n{DIRECTIVE}\n\n# ")}
    guide = read(tmp_path, edits)
    assert [page.source for page in guide.pages if "action-plan" in features_put_into(page, guide)] == [
        "sv/pitfalls/vague.md"
    ]
    without = read(tmp_path / "without", {name: text for name, text in edits.items() if name != FILE})
    assert not any("action-plan" in features_put_into(page, without) for page in without.pages)
    assert built(without).xpath("//form") == []
