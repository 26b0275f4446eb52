"""What packages of every kind say in the same words: which version they are, and why an answer is right.

What lives here: those lines, as HTML. What does not: the words themselves (``words/``), and where the
lines stand in each format.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from guide.export.article import BESIDE
from guide.export.course import Course, KnowledgeCheck
from guide.model.data import QuizQuestion
from guide.words import words_of


def link(url: str, text: str) -> str:
    """Give a link that opens beside the platform."""
    return f'<a {BESIDE} href="{escape(url)}">{escape(text, quote=False)}</a>'


def version_line(course: Course) -> str:
    """Give which version it is and where one sees whether there is a newer one."""
    words = words_of(course.language).section("course")
    version = f"{words['version'].format(course.version)} " if course.version else ""
    return f"{version}{link(course.newest_url, words['newest'])}."


def asked(check: KnowledgeCheck, language: str) -> Iterator[QuizQuestion]:
    """Give the questions of a quiz that there are in a language."""
    return (question for question in check.quiz.questions if language in question.texts)


def explanation(question: QuizQuestion, check: KnowledgeCheck, language: str) -> str:
    """Give why the right answer is right, and where one reads more."""
    text = escape(question.texts[language].explanation, quote=False)
    return f"{text} {words_of(language)['course.see'].format(link(check.see[question.id], check.title))}"
