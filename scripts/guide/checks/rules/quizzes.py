"""Checks of quizzes: ``data/quizzes.yml``, whole in every language and explained by a section that exists."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.causes import gone
from guide.checks.entries import twice
from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.model.data import QUIZ_ANCHOR, Quiz, QuizQuestion
from guide.model.guide import Guide
from guide.model.page import Page

FORM = Rule(
    "quiz-form",
    "Question of a quiz without what it needs",
    "The entry lacks its id, a language, two options or more, an explanation or the right answer, or the languages "
    "have different numbers of options.",
    "The question is not shown, or no answer to it is right.",
    "write id, question, options and explanation in every language; correct counts the options from 0",
)
TWICE = Rule(
    "quiz-twice",
    "The same quiz twice",
    "Two questions have the same id, or two quizzes are for the same page.",
    "Only one of them is shown, or course packages mix them up.",
    "give one of the questions another id; put all questions for a page under one entry",
)
PAGE = Rule(
    "quiz-page-missing",
    "Quiz for a missing page",
    "The quiz is for a page that is not in the guide, or that has a heading of its own with the id quiz.",
    "Nobody sees the questions, or a link to them leads elsewhere.",
    "write the path of a page within a language, such as steps/leadership.md",
)
SEE = Rule(
    "quiz-see-missing",
    "Answer that leads nowhere",
    "The section that explains the answer is not on the page, in one of the languages.",
    "The reader who answered wrong is not shown where to read.",
    "write the id of a section on the quiz's page",
)


@source_check(FORM, TWICE, PAGE, SEE)
def quizzes(guide: Guide) -> Iterator[Finding]:
    """Every quiz and question."""
    yield from twice(TWICE, (question for quiz in guide.quizzes for question in quiz.questions))
    by_page: dict[str, Quiz] = {}
    for quiz in guide.quizzes:
        other = by_page.setdefault(quiz.page, quiz)
        if other is not quiz:
            yield TWICE.at(quiz.position, f'"{quiz.page}" has a quiz on line {other.position.line} too')
        yield from _page(guide, quiz)
        for question in quiz.questions:
            yield from _question(guide, question)
            yield from _see(guide, quiz, question)


def _pages(guide: Guide, quiz: Quiz) -> list[Page]:
    return [page for page in guide.pages if page.path == quiz.page]


def _page(guide: Guide, quiz: Quiz) -> Iterator[Finding]:
    pages = _pages(guide, quiz)
    if not pages:
        message, near = f'no page "{quiz.page}"', nearest(quiz.page, guide.paths)
        yield PAGE.at(quiz.position, message, suggestion=near, cause=gone(guide, quiz.page))
    for page in pages:
        if any(heading.id == QUIZ_ANCHOR for heading in page.headings):
            yield PAGE.at(quiz.position, f'{page.file} has a heading of its own with the id "{QUIZ_ANCHOR}"')


def _question(guide: Guide, question: QuizQuestion) -> Iterator[Finding]:
    place, name = question.position, question.id
    counts = set()
    for language in guide.settings.languages:
        text = question.texts.get(language.code)
        counts.add(len(text.options) if text is not None else 0)
        if text is None:
            yield FORM.at(place, f'"{name}" lacks its question, options and explanation in {language.code}')
        elif len(set(text.options)) < len(text.options):
            yield FORM.at(place, f'"{name}" has the same option twice in {language.code}')
    if len(counts) > 1:
        yield FORM.at(place, f'"{name}" has different numbers of options in the languages')
    if question.correct >= min(counts, default=0):
        yield FORM.at(place, f'"{name}": "correct" is not the index of an option')
    for code in question.texts:
        if guide.settings.language(code) is None:
            codes = [language.code for language in guide.settings.languages]
            message = f'"{name}": unknown key "{code}"'
            yield FORM.at(place, message, suggestion=nearest(code, [*codes, "correct", "see", "id"]))


def _see(guide: Guide, quiz: Quiz, question: QuizQuestion) -> Iterator[Finding]:
    for page in _pages(guide, quiz):
        ids = [heading.id for heading in page.headings]
        if question.see not in ids:
            message = f'"{question.id}": {page.file} has no section "{question.see}"'
            cause = gone(guide, quiz.page, question.see)
            yield SEE.at(question.position, message, suggestion=nearest(question.see, ids), cause=cause)
