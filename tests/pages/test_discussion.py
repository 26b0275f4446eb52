"""What the discussion guide becomes on its page."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import html
from markdown import Markdown

from guide.model.guide import Guide
from guide.pages.discussion import minutes_to_read
from guide.pages.page import features_put_into, page_markdown
from guides import DISCUSSION, Edit, read

EDITS: dict[str, Edit] = {
    "data/tools/discussion.yml": DISCUSSION,
    "docs/sv/steps/index.md": ("# ", "<!-- guide:discussion -->\n\n# "),
    "docs/en/steps/index.md": ("# ", "<!-- guide:discussion -->\n\n# "),
}


def built(guide: Guide, language: str = "sv") -> html.HtmlElement:
    page = guide.page_by_key[(language, "steps/index.md")]
    text = page_markdown("# Titel\n\nText.\n\n<!-- guide:discussion -->\n\nEfter.", page, guide)
    made = Markdown(extensions=["attr_list", "md_in_html", "footnotes", "toc"]).convert(text)
    return html.fragment_fromstring(made, create_parent="main")


def test_every_topic_stands_there_with_the_agenda_of_an_hour(tmp_path: Path) -> None:
    tree = built(read(tmp_path, EDITS))
    (section,) = tree.xpath("//section[@data-topic='limits']")
    assert [each.text_content() for each in section.xpath(".//dt")] == ["0–5 min: Start", "5–60 min: Slut"]
    assert " ".join(section.xpath("string(.//dd[1])").split()) == "Läs: Säg <b>. Hur?"
    assert section.xpath("string(.//*[@data-decision])") == "En sak."
    assert [each.get("data-question") for each in section.xpath(".//li[@data-question]")] == ["1", "2"]
    assert section.xpath(".//dl//li[@data-question='2']") == [], "an hour is too short for the second"
    assert tree.xpath("//main/p")[-1].text == "Efter."


def test_readings_and_case_are_links_with_the_time_they_take(tmp_path: Path) -> None:
    guide = read(tmp_path, EDITS)
    section = built(guide).xpath("//section")[0]
    assert [(each.get("href"), each.text) for each in section.xpath(".//a")] == [
        ("../fallgropar/otydliga-granser/", "Otydliga gränser"),
        ("tillitskultur/#why", "Varför (Tillitskultur)"),
    ]
    assert section.xpath("string(.//*[@data-time])") == "Läs före mötet, 1 min:"


def test_a_section_is_shorter_than_its_page(tmp_path: Path) -> None:
    words = f"\n{'Ett ord till. ' * 200}\n\n## "
    guide = read(tmp_path, {**EDITS, "docs/sv/pitfalls/vague.md": ("\n## ", words)})
    assert minutes_to_read(guide, "sv", ["pitfalls/vague.md"]) > 3
    assert minutes_to_read(guide, "sv", ["pitfalls/vague.md#discuss"]) == 1
    assert minutes_to_read(guide, "sv", ["pitfalls/gone.md"]) == 1


def test_the_script_is_given_the_other_agendas(tmp_path: Path) -> None:
    tree = built(read(tmp_path, EDITS), "en")
    (given,) = (json.loads(each) for each in tree.xpath("//@data-guide-discussion"))
    assert given["agendas"]["90"][0] == {"part": "talk", "minutes": 80, "questions": [1, 2]}
    assert given["parts"]["talk"] == {"name": "Talk", "text": "Talk.", "adds": "case"}
    assert [each.get("value") for each in tree.xpath("//select[@name='length']/option[@selected]")] == ["60"]


def test_its_script_is_asked_for_only_where_it_stands(tmp_path: Path) -> None:
    guide = read(tmp_path, EDITS)
    has = {page.source for page in guide.pages if "discussion" in features_put_into(page, guide)}
    assert has == {"sv/steps/index.md", "en/steps/index.md"}
    without = read(tmp_path / "without", {key: value for key, value in EDITS.items() if key.startswith("docs")})
    assert built(without).xpath("//form") == []
