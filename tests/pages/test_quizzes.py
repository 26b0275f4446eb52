"""What a quiz becomes on its page."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from markdown import Markdown

from guide.pages.page import page_markdown
from guide.pages.quizzes import quiz_part
from guides import QUIZZES, read

EDITS = {"data/quizzes.yml": QUIZZES}


def part(tmp_path: Path, language: str = "sv") -> html.HtmlElement:
    guide = read(tmp_path, EDITS)
    text = page_markdown("# Titel\n\nText.", guide.page_by_key[(language, "steps/culture.md")], guide)
    made = Markdown(extensions=["attr_list", "md_in_html", "footnotes", "toc"]).convert(text)
    return html.fragment_fromstring(made, create_parent="main")


def test_a_quiz_reads_without_a_script(tmp_path: Path) -> None:
    tree = part(tmp_path)
    questions = tree.find_class("guide-quiz__question")
    assert [item.text_content() for item in questions[0].iter("li")] == ["Ingen", "Chefen <b>"]
    answer = questions[0].find("details/p")
    assert answer.text_content() == "Rätt svar: B. Chefer visar vägen. Läs mer under Varför."
    assert answer.find("a").get("href") == "#why"
    assert questions[1].find("details/p/strong").text == "Rätt svar: A."


def test_a_quiz_stands_before_the_notes_and_is_an_anchor(tmp_path: Path) -> None:
    assert [heading.get("id") for heading in part(tmp_path, "en").iter("h2")] == ["quiz", "notes"]
    guide = read(tmp_path / "again", EDITS)
    assert {page.language for page in guide.pages if "quiz" in page.anchors} == {"sv", "en"}
    assert {page.path for page in guide.pages if "quiz" in page.anchors} == {"steps/culture.md"}


def test_a_page_without_a_quiz_has_no_such_heading(tmp_path: Path) -> None:
    guide = read(tmp_path, EDITS)
    assert quiz_part(guide.page_by_key[("sv", "steps/index.md")], guide) == ""
