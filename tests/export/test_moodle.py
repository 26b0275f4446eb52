"""A path as a course for Moodle, and the questions for its bank, read by a reader of the test's own.

What Moodle makes of a backup is seen where Moodle is (``make lms``). Here the backup is read as Moodle's
restore does: every number that is named must be there, and every file be what its name says.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html

from guide.export.course import Course, Worksheet, read_courses
from guide.export.moodle.backup import backup
from guide.export.moodle.bank import Bank, gift, moodle_xml, read_bank
from guide.model.guide import Guide
from moodle_backups import faults_of

SHEETS = {"first-sheet": b"PK as Word has it"}
Files = Mapping[str, str | bytes]


@pytest.fixture(scope="module")
def course(made: tuple[Guide, Path]) -> Course:
    english = next(course for course in read_courses(*made) if course.language == "en")
    first, *others = english.steps
    with_sheet = replace(first, sheets=(Worksheet("first-sheet", "A & b"),))
    return replace(english, steps=(with_sheet, *others), version="2026-11-28")


@pytest.fixture(scope="module")
def files(course: Course) -> Files:
    return backup(course, SHEETS)


def parsed(files: Files, name: str) -> etree._Element:
    text = files[name]
    return etree.fromstring(text.encode() if isinstance(text, str) else text)


def test_everything_that_the_backup_names_is_there(files: Files) -> None:
    assert faults_of(files) == []


@pytest.mark.parametrize(
    ("name", "what", "instead", "fault"),
    [
        ("moodle_backup.xml", "activities/page_1<", "activities/page_99<", "activities/page_99"),
        ("sections/section_2/section.xml", "<sequence>", "<sequence>99,", "99"),
        ("files.xml", hashlib.sha1(SHEETS["first-sheet"]).hexdigest(), "0" * 40, "0" * 40),
        ("completion.xml", "<moduleinstance>1<", "<moduleinstance>99<", "99"),
    ],
)
def test_a_backup_that_names_what_is_not_there_is_seen(
    files: Files, name: str, what: str, instead: str, fault: str
) -> None:
    text = str(files[name])
    assert what in text
    assert any(fault in said for said in faults_of({**files, name: text.replace(what, instead, 1)}))


def test_sections_have_the_names_of_the_steps_and_the_course_a_short_one(files: Files) -> None:
    names = [parsed(files, name).findtext("name") for name in files if re.fullmatch(r"sections/.*/section\.xml", name)]
    assert names == ["Start here", "One & only", "Two", "Discuss and bring back"]
    settings = parsed(files, "course/course.xml")
    assert (settings.findtext("shortname"), settings.findtext("fullname")) == ("New", "New: one & all")
    assert settings.findtext("enablecompletion") == "1"


def test_a_quiz_tells_at_once_what_is_right_and_why(files: Files) -> None:
    (name,) = [name for name in files if name.endswith("/quiz.xml")]
    quiz = parsed(files, name)[0]
    assert quiz.findtext("preferredbehaviour") == "immediatefeedback"
    # Bits of mod_quiz: while answering, at once, later, and after it has closed.
    assert {quiz.findtext(f"review{what}") for what in ("attempt", "correctness", "marks", "generalfeedback")} == {
        str(0x11110)
    }
    (question,) = parsed(files, "questions.xml").iter("question")
    assert question.findtext("questiontext") == "<p>Which &lt; &amp; one?</p>"
    said = html.fragment_fromstring(question.findtext("generalfeedback", ""))
    assert said.text_content() == "Because <so>. Read more: What."
    assert said.xpath("a/@href") == ["https://example.org/little/l/en/concepts-what/#core"]
    right = [
        answer.findtext("answertext")
        for answer in question.iter("answer")
        if answer.findtext("fraction") == "1.0000000"
    ]
    assert right == ["Maybe"]


def test_whoever_has_read_the_pages_and_answered_the_quizzes_has_completed_the_course(files: Files) -> None:
    criteria = [
        (each.findtext("module"), each.findtext("moduleinstance"))
        for each in parsed(files, "completion.xml").iter("course_completion_criteria")
    ]
    kinds = [kind for kind, _ in criteria]
    assert kinds.count("quiz") == 1 and kinds.count("page") == 7 and len(kinds) == 8
    for kind, number in criteria:
        module = parsed(files, f"activities/{kind}_{number}/module.xml")
        assert module.findtext("completion") == "2"
        assert (module.findtext("completionview"), module.findtext("completiongradeitemnumber")) == (
            ("0", "0") if kind == "quiz" else ("1", "$@NULL@$")
        )


def test_what_is_for_the_leader_is_hidden_from_learners_and_counts_for_nobody(files: Files) -> None:
    hidden = [name for name in files if name.endswith("/module.xml") and parsed(files, name).findtext("visible") == "0"]
    (name,) = hidden
    assert parsed(files, name).findtext("completion") == "0"
    assert "Say it." in str(files[name.replace("module.xml", "page.xml")])


def test_readings_open_in_a_new_window_at_addresses_that_last(files: Files) -> None:
    links = [parsed(files, name)[0] for name in files if name.endswith("/url.xml")]
    assert {link.findtext("display") for link in links} == {"3"}
    assert all(link.findtext("externalurl", "").startswith("https://example.org/little/l/") for link in links)


def test_a_file_is_the_same_whenever_it_is_made_and_says_its_day(course: Course, files: Files) -> None:
    assert backup(course, SHEETS) == files
    about = parsed(files, "moodle_backup.xml")
    assert about.findtext("information/backup_date") == "1795824000"
    undated = backup(replace(course, version=""), SHEETS)
    assert parsed(undated, "moodle_backup.xml").findtext("information/backup_date") == "0"
    assert faults_of(undated) == []


@pytest.fixture(scope="module")
def bank(made: tuple[Guide, Path]) -> Bank:
    return replace(read_bank(made[0], "en"), version="2026-11-28")


def test_moodle_xml_has_a_category_for_each_page_and_one_right_answer_a_question(bank: Bank) -> None:
    category, question = etree.fromstring(moodle_xml(bank).encode())
    assert category.get("type") == "category"
    assert category.findtext("category/text") == "$course$/top/Questions from Tillitsguiden 2026-11-28/What"
    assert (question.get("type"), question.findtext("single")) == ("multichoice", "true")
    assert question.findtext("name/text") == "what-now"
    assert "Because &lt;so&gt;." in question.findtext("generalfeedback/text", "")
    assert {text.get("format") for text in question.iter("questiontext", "generalfeedback", "answer")} == {"html"}
    answers = [(answer.get("fraction"), answer.findtext("text")) for answer in question.iter("answer")]
    assert answers == [("0", "Yes &amp; no"), ("0", "No"), ("100", "Maybe")]


def test_gift_has_the_same_questions_and_its_own_signs_only_where_it_means_them(bank: Bank) -> None:
    text = gift(bank)
    assert "$CATEGORY: $course$/top/Questions from Tillitsguiden 2026-11-28/What\n" in text
    bare = re.sub(r"\\.", "", text)
    assert [bare.count(sign) for sign in "{}=~"] == [1, 1, 1, 2]
    inside = text[text.index("::what-now::") :]
    assert inside.startswith(
        "::what-now::[html]Which &lt; &amp; one? {\n~Yes &amp; no\n~No\n=Maybe\n####<p>Because &lt;so&gt;."
    )
    assert 'href\\="https\\://example.org/' in inside


@pytest.mark.parametrize("sign", list("\\~=#{}:"))
def test_a_sign_of_gift_in_a_text_is_marked(bank: Bank, sign: str) -> None:
    (check,) = bank.checks
    titled = replace(bank, checks=(replace(check, title=f"A {sign} b"),))
    assert f">A \\{sign} b</a>" in gift(titled)
