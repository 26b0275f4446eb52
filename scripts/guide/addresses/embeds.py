"""Parts of the guide that other sites can show by themselves: ``/b/<language>/<id>/``, a light page each.

What lives here: which questions, terms, figures, self-tests and tools there are, and their addresses. What does not:
the pages at these addresses (``export/embeds.py``), and the list of them for readers (``pages/embed_table.py``).

A question has the id of its short address; the others are named by what they are in ``data/``: "term-trust",
"figure-five-steps", "quiz-steps-leadership" (the self-test of that page), "tool-self-assessment" (the tool on the page
of that name).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from guide.addresses.published import Place
from guide.addresses.redirects import absolute_address
from guide.addresses.short import Shorts
from guide.model.data import QUIZ_ANCHOR
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.vocabularies import Directive
from guide.words import words_of

FOLDER = "b"
"""Folder of the site that they stand in."""


class Kind(StrEnum):
    """What a part is."""

    QUESTION = "question"
    TERM = "term"
    FIGURE = "figure"
    QUIZ = "quiz"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page that can be shown by itself."""

    kind: Kind
    id: str
    """What its address ends in."""
    name: str
    """What it is called in the data: the id of the question or term, the name of the figure; "" for the others."""
    title: str
    """What readers call it: the question, the term, the figure's title."""
    place: Place
    """Where it stands in the guide."""


def parts_of(guide: Guide, language: str) -> Iterator[Part]:
    """Give every part of a language: questions, terms, figures, self-tests and tools, each in an order of its own."""
    shorts = Shorts(guide)
    for theme in guide.themes[language]:
        for question in theme.questions:
            name = shorts.id_of(theme.page.path, question.id)
            if name:
                yield Part(Kind.QUESTION, name, question.id, question.text, Place(theme.page, question.id))
    yield from _terms(guide, language)
    yield from _figures(guide, language)
    yield from _quizzes(guide, language, shorts)
    yield from _tools(guide, language)


def _terms(guide: Guide, language: str) -> Iterator[Part]:
    page = guide.page_that_shows(language, Directive.GLOSSARY)
    for term in guide.terms if page is not None else ():
        if page is not None and language in term.texts:
            yield Part(Kind.TERM, f"term-{term.id}", term.id, term.texts[language].term, Place(page, term.id))


def _figures(guide: Guide, language: str) -> Iterator[Part]:
    for figure in guide.figures:
        shown = [place for page in guide.pages if page.language == language for place in _shown(figure.name, page)]
        if shown and language in figure.texts:
            # Where it is explained rather than on the start page.
            place = min(shown, key=lambda place: place.page.path == "index.md")
            yield Part(Kind.FIGURE, f"figure-{figure.name}", figure.name, figure.texts[language].title, place)


def _shown(name: str, page: Page) -> Iterator[Place]:
    for comment in page.comments:
        if comment.name == "guide" and comment.value.split() == [Directive.FIGURE, name]:
            place = Place(page, comment.section)
            yield place if place.exists else Place(page, "")


def _quizzes(guide: Guide, language: str, shorts: Shorts) -> Iterator[Part]:
    for quiz in guide.quizzes:
        page = guide.page_by_key.get((language, quiz.page))
        if page is not None and any(language in question.texts for question in quiz.questions):
            title = f"{words_of(language)['quiz.heading']}: {page.title}"
            yield Part(Kind.QUIZ, f"quiz-{shorts.id_of(page.path)}", "", title, Place(page, QUIZ_ANCHOR))


def _tools(guide: Guide, language: str) -> Iterator[Part]:
    for page in guide.pages:
        if page.language == language and guide.tools_on(page):
            yield Part(Kind.TOOL, f"tool-{PurePosixPath(page.path).stem}", "", page.title, Place(page, ""))


def part_file(part: Part, guide: Guide) -> str:
    """Give the file in the site where a part stands by itself: "b/sv/faq-what-is-it/index.html"."""
    bare = f"{FOLDER}/{part.place.page.language}/{part.id}"
    return f"{bare}/index.html" if guide.settings.use_directory_urls else f"{bare}.html"


def part_address(part: Part, guide: Guide) -> str:
    """Give the address of a part by itself, with the guide's host."""
    return absolute_address(part_file(part, guide).removesuffix("index.html"), guide.settings.site_url)
