"""Quizzes: from ``data/quizzes.yml`` to the part "Test yourself" at the end of a page.

What lives here: reading the file, and the part as HTML that works without a script
(question, options, answer in a ``details``). What does not: judging the entries
(``checks/quizzes.py``) and answering by radio buttons (``client/quiz.js``).

An entry is ``{page: steps/leadership.md, questions: [{id: …, sv: {question: …,
options: […], explanation: …}, en: {…}, correct: 1, see: what-to-do}]}``; ``correct``
is an index from 0, ``see`` the id of the section that explains the answer.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from guide import labels
from guide.model import Guide, Page, Position, Problem, Quiz, QuizQuestion, QuizText
from guide.yamltext import YamlDocument, YamlError, read_yaml

ANCHOR = "quiz"
"""Id of the heading."""

_OWN_KEYS = frozenset({"id", "correct", "see"})
_LETTERS = "ABCDEFGHIJ"


# Reading --------------------------------------------------------------------


def read_quizzes(text: str, path: str) -> tuple[tuple[Quiz, ...], tuple[Problem, ...]]:
    """Read the file; what an entry lacks is left empty, for the check to find."""
    try:
        document = read_yaml(text)
    except YamlError as error:
        place = Position(path, error.line, error.column)
        return (), (Problem("data-unreadable", place, f"not valid YAML: {error.message}"),)
    entries = document.value or []
    if not isinstance(entries, list):
        return (), (Problem("data-unreadable", Position(path), "the file must hold a list of quizzes"),)
    return tuple(_quiz(entry, index, document, path) for index, entry in enumerate(entries)), ()


def _quiz(entry: Any, index: int, document: YamlDocument, path: str) -> Quiz:
    found = entry if isinstance(entry, dict) else {}
    questions = found.get("questions")
    listed = questions if isinstance(questions, list) else []
    return Quiz(
        page=_text(found, "page"),
        questions=tuple(
            _question(each, Position(path, *document.positions.get((index, "questions", number), (1, 1))))
            for number, each in enumerate(listed)
        ),
        position=Position(path, *document.positions.get((index,), (1, 1))),
    )


def _question(entry: Any, position: Position) -> QuizQuestion:
    found = entry if isinstance(entry, dict) else {}
    correct = found.get("correct")
    return QuizQuestion(
        id=_text(found, "id"),
        texts={str(key): _quiz_text(value) for key, value in found.items() if key not in _OWN_KEYS},
        correct=correct if isinstance(correct, int) and not isinstance(correct, bool) else -1,
        see=_text(found, "see"),
        position=position,
    )


def _quiz_text(value: Any) -> QuizText:
    found = value if isinstance(value, dict) else {}
    options = found.get("options")
    listed = [str(option).strip() for option in options] if isinstance(options, list) else []
    return QuizText(_text(found, "question"), tuple(listed), _text(found, "explanation"))


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return value.strip() if isinstance(value, str) else ""


# The part of a page ---------------------------------------------------------


def quiz_part(page: Page, guide: Guide) -> str:
    """Give the heading and the questions of a page's quiz as Markdown and HTML, or ""."""
    quiz = guide.quiz_by_page.get(page.path)
    questions = [question for question in quiz.questions if page.language in question.texts] if quiz else []
    if not questions:
        return ""
    words = {name: labels.QUIZ[name][page.language] for name in labels.QUIZ}
    given = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    lines = [f"## {words['heading']} {{#{ANCHOR}}}", "", f'<div class="guide-quiz" data-guide-quiz="{escape(given)}">']
    lines.append(f"<p>{escape(words['nothing-sent'])}</p>")
    for number, question in enumerate(questions, start=1):
        lines += _question_lines(question, number, page)
    return "\n".join([*lines, "</div>", ""])


def _question_lines(question: QuizQuestion, number: int, page: Page) -> list[str]:
    text, words = question.texts[page.language], labels.QUIZ
    letter = _LETTERS[question.correct : question.correct + 1]
    section = next((heading.text for heading in page.headings if heading.id == question.see), "")
    see = f'{words["see"][page.language]} <a href="#{escape(question.see)}">{escape(section)}</a>.' if section else ""
    return [
        f'<div class="guide-quiz__question" data-correct="{question.correct}">',
        f'<p class="guide-quiz__ask"><strong>{number}.</strong> {escape(text.question)}</p>',
        '<ol class="guide-quiz__options" type="A">',
        *(f"<li>{escape(option)}</li>" for option in text.options),
        "</ol>",
        f"<details><summary>{escape(words['show'][page.language])}</summary>",
        f"<p><strong>{escape(words['right-answer'][page.language].format(letter))}</strong> "
        f"{escape(text.explanation)} {see}</p></details>",
        "</div>",
    ]
