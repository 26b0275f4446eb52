"""The part "Test yourself" at the end of a page.

What lives here: the quiz as HTML that works without a script (question, options, answer in
a ``details``). What does not: reading quizzes (``reading/quizzes.py``) and answering by
radio buttons (the client's script).
"""

from __future__ import annotations

import json
from html import escape

from guide.model.data import QUIZ_ANCHOR, QuizQuestion
from guide.model.guide import Guide
from guide.model.page import Page
from guide.words import words_of

_LETTERS = "ABCDEFGHIJ"


# The part of a page ---------------------------------------------------------


def quiz_part(page: Page, guide: Guide) -> str:
    """Give the heading and the questions of a page's quiz as Markdown and HTML, or ""."""
    quiz = guide.quiz_by_page.get(page.path)
    questions = [question for question in quiz.questions if page.language in question.texts] if quiz else []
    if not questions:
        return ""
    words = words_of(page.language).section("quiz")
    given = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    lines = [
        f"## {words['heading']} {{#{QUIZ_ANCHOR}}}",
        "",
        f'<div class="guide-quiz" data-guide-quiz="{escape(given)}">',
    ]
    lines.append(f"<p>{escape(words['nothing-sent'])}</p>")
    for number, question in enumerate(questions, start=1):
        lines += _question_lines(question, number, page)
    return "\n".join([*lines, "</div>", ""])


def _question_lines(question: QuizQuestion, number: int, page: Page) -> list[str]:
    text, words = question.texts[page.language], words_of(page.language).section("quiz")
    letter = _LETTERS[question.correct : question.correct + 1]
    section = next((heading.text for heading in page.headings if heading.id == question.see), "")
    see = f'{words["see"]} <a href="#{escape(question.see)}">{escape(section)}</a>.' if section else ""
    return [
        f'<div class="guide-quiz__question" data-correct="{question.correct}">',
        f'<p class="guide-quiz__ask"><strong>{number}.</strong> {escape(text.question)}</p>',
        '<ol class="guide-quiz__options" type="A">',
        *(f"<li>{escape(option)}</li>" for option in text.options),
        "</ol>",
        f"<details><summary>{escape(words['show'])}</summary>",
        f"<p><strong>{escape(words['right-answer'].format(letter))}</strong> "
        f"{escape(text.explanation)} {see}</p></details>",
        "</div>",
    ]
