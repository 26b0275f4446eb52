"""Faults in quizzes, each with a twin that is right; and what a quiz becomes on its page."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from markdown import Markdown

from guide.pages.page import page_markdown
from guide.pages.quizzes import quiz_part
from guide.reading.data import read_quizzes
from guides import Fault, assert_found, assert_silent, findings, read

FILE = "data/quizzes.yml"
QUIZ = """- page: steps/culture.md
  questions:
    - id: culture-first
      sv: {question: "Vem börjar?", options: ["Ingen", "Chefen <b>"], explanation: "Chefer visar vägen."}
      en: {question: "Who begins?", options: ["Nobody", "The manager"], explanation: "Managers show the way."}
      correct: 1
      see: why
    - id: culture-then
      sv: {question: "Och sedan?", options: ["Alla", "Få"], explanation: "Alla är med."}
      en: {question: "And then?", options: ["All", "Few"], explanation: "All take part."}
      correct: 0
      see: what-to-do
"""


def planted(identity: str, old: str, new: str, line: int, says: str = "") -> Fault:
    assert old in QUIZ
    return Fault(identity, {FILE: QUIZ.replace(old, new, 1)}, {FILE: QUIZ}, f"{FILE}:{line}", says)


FAULTS = [
    planted("quiz-form", "id: culture-first", "id: Culture first", 3, "kebab-case"),
    planted("quiz-form", 'explanation: "Managers show the way."', "", 3, "in en"),
    planted("quiz-form", '["Nobody", "The manager"]', '["Nobody", "The manager", "All"]', 3, "different numbers"),
    planted("quiz-form", '["Nobody", "The manager"]', '["Nobody", "Nobody"]', 3, "same option twice"),
    planted("quiz-form", "correct: 1", "correct: 2", 3, "correct"),
    planted("quiz-form", "correct: 1", "corect: 1", 6, 'did you mean "correct"'),
    planted("quiz-twice", "culture-then", "culture-first", 8, "line 3"),
    planted("quiz-page-missing", "steps/culture.md", "steps/cultur.md", 1, "steps/culture.md"),
    planted("quiz-see-missing", "see: why", "see: whi", 3, 'did you mean "why"'),
    Fault("quiz-twice", {FILE: QUIZ + QUIZ.replace("culture-", "more-")}, {FILE: QUIZ}, f"{FILE}:13", "line 1"),
    Fault("quiz-form", {FILE: "- page: steps/culture.md\n"}, {FILE: QUIZ}, f"{FILE}:1", "no questions"),
    Fault("data-unreadable", {FILE: "page: x\n"}, {FILE: QUIZ}, f"{FILE}:1", "list of quizzes"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_planted_fault_is_found(fault: Fault, tmp_path: Path) -> None:
    assert_found(fault, findings, tmp_path)


def test_a_whole_quiz_is_silent(tmp_path: Path) -> None:
    assert_silent(FAULTS[0], findings, tmp_path)


def test_odd_yaml_is_no_crash() -> None:
    for text in ("- 3\n- {page: 3, questions: 4}\n", "- {questions: [1, {sv: 2, correct: true}]}\n", "", "- [\n"):
        found, problems = read_quizzes(text, FILE)
        assert found or problems or not text


def part(tmp_path: Path, language: str = "sv") -> html.HtmlElement:
    guide = read(tmp_path, {FILE: QUIZ})
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
    guide = read(tmp_path / "again", {FILE: QUIZ})
    assert {page.language for page in guide.pages if "quiz" in page.anchors} == {"sv", "en"}
    assert {page.path for page in guide.pages if "quiz" in page.anchors} == {"steps/culture.md"}


def test_a_page_without_a_quiz_has_no_such_heading(tmp_path: Path) -> None:
    guide = read(tmp_path, {FILE: QUIZ})
    assert quiz_part(guide.page_by_key[("sv", "steps/index.md")], guide) == ""
