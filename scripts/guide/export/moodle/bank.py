"""All questions of the guide as a file for a question bank: Moodle XML, and GIFT.

What lives here: the two forms, with a category for each page. What does not: the questions of a course that is
restored (``questions.py``). Followed: Moodle XML format and GIFT format, as Moodle's documentation and its
own importers (``question/format``) have them. GIFT is also read by other platforms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from guide.export.course import KnowledgeCheck, version_of_quizzes
from guide.export.lasting import Lasting
from guide.export.sayings import asked, explanation
from guide.model.data import QuizQuestion
from guide.model.guide import Guide
from guide.tools.xmltext import file_text, tree
from guide.words import words_of

XML_SUFFIX, GIFT_SUFFIX = "-questions.xml", "-questions.gift.txt"
"""What the files are called after their name and language."""
_IN_XML = {"format": "html"}
# Signs that mean something in GIFT ("Special characters"), each written with a backslash before it.
_MARKED = str.maketrans({sign: f"\\{sign}" for sign in "\\~=#{}:"})


@dataclass(frozen=True, slots=True)
class Bank:
    """All questions in one language."""

    language: str
    title: str
    """What the guide is called in it."""
    version: str
    """The day that the questions were last changed, or "" where it is not known."""
    checks: tuple[KnowledgeCheck, ...]


def read_bank(guide: Guide, language: str) -> Bank:
    """Give the questions of a guide in one language, in the order of the file."""
    lasting = Lasting(guide)
    found = []
    for quiz in guide.quizzes:
        page = guide.page_by_key.get((language, quiz.page))
        if page is not None:
            see = {each.id: lasting.of_page(page, each.see) for each in quiz.questions}
            found.append(KnowledgeCheck(page.title, quiz, see))
    title = words_of(language)["course.questions"]
    return Bank(language, title, version_of_quizzes(guide), tuple(found))


def moodle_xml(bank: Bank) -> str:
    """Give the questions as Moodle XML."""
    top = tree("quiz")
    for check in bank.checks:
        top.append(_category(bank, check))
        top.extend(_question(question, check, bank.language) for question in asked(check, bank.language))
    return file_text(top)


def _category(bank: Bank, check: KnowledgeCheck) -> Any:
    made = tree("question", type="category")
    made.append(tree("category", {"text": f"$course$/top/{_path(bank)}/{_name(check.title)}"}))
    return made


def _path(bank: Bank) -> str:
    return _name(f"{bank.title} {bank.version}".strip())


def _name(text: str) -> str:
    """Give a part of a category's path: there, a slash of its own is written twice."""
    return text.replace("/", "//")


def _question(question: QuizQuestion, check: KnowledgeCheck, language: str) -> Any:
    text = question.texts[language]
    made = tree("question", type="multichoice")
    made.append(tree("name", {"text": question.id}))
    made.append(tree("questiontext", {"text": f"<p>{escape(text.question, quote=False)}</p>"}, **_IN_XML))
    made.append(tree("generalfeedback", {"text": f"<p>{explanation(question, check, language)}</p>"}, **_IN_XML))
    settings = {"defaultgrade": 1, "penalty": 0.3333333, "hidden": 0, "single": "true", "shuffleanswers": "true"}
    for name, value in {**settings, "answernumbering": "ABCD"}.items():
        made.append(tree(name))
        made[-1].text = str(value)
    for number, option in enumerate(text.options):
        fraction = 100 if number == question.correct else 0
        made.append(tree("answer", {"text": escape(option, quote=False)}, fraction=fraction, **_IN_XML))
    return made


def gift(bank: Bank) -> str:
    """Give the questions as GIFT."""
    return "\n".join(_gift_lines(bank))


def _gift_lines(bank: Bank) -> Iterator[str]:
    yield f"// {bank.title} {bank.version}".rstrip()
    for check in bank.checks:
        yield from ("", f"$CATEGORY: $course$/top/{_path(bank)}/{_name(check.title)}", "")
        for question in asked(check, bank.language):
            text = question.texts[bank.language]
            yield f"::{_in_gift(question.id)}::[html]{_in_gift(escape(text.question, quote=False))} {{"
            yield from _gift_options(text.options, question.correct)
            yield f"####{_in_gift(f'<p>{explanation(question, check, bank.language)}</p>')}"
            yield from ("}", "")


def _gift_options(options: Sequence[str], correct: int) -> Iterator[str]:
    for number, option in enumerate(options):
        yield f"{'=' if number == correct else '~'}{_in_gift(escape(option, quote=False))}"


def _in_gift(text: str) -> str:
    return text.translate(_MARKED)
