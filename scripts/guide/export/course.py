"""A learning path as a course: its steps, what is read, discussed and tested in each.

What lives here: from a page of type ``path`` (as built) and the quizzes to a course
in one language. What does not: the formats it is packed in (``cartridge/``,
``scorm/``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

from guide.export.article import (
    ArticleError,
    address_on_web,
    article_of,
    heading_of,
    lead_of,
    links_in,
    part_below,
    plain_html,
    site_root,
    text_of,
)
from guide.model.data import Quiz
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.paths import course_name, path_pages


@dataclass(frozen=True, slots=True)
class Reading:
    """A place in the guide to read."""

    title: str
    """What it is called, standing alone."""
    url: str
    """Its canonical address."""
    page: Page
    """The page it stands on."""


@dataclass(frozen=True, slots=True)
class KnowledgeCheck:
    """The quiz of one page in the course's language."""

    title: str
    """What it is called."""
    quiz: Quiz
    """Its questions."""
    url: str
    """Canonical address of the page it asks about."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path."""

    id: str
    """Its anchor: "step-1"."""
    title: str
    """Its heading."""
    url: str
    """Its canonical address."""
    elements: tuple[Any, ...]
    """What to read, do and discuss, as built."""
    readings: tuple[Reading, ...]
    """What it links to in the guide, in order, each once."""
    checks: tuple[KnowledgeCheck, ...]
    """Quizzes on what it links to, each in the first step that links there."""

    @property
    def html(self) -> str:
        """What to read, do and discuss, as plain HTML."""
        return plain_html(self.elements, self.url)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the path that is no step."""

    title: str
    """Its heading."""
    url: str
    """Its canonical address."""
    elements: tuple[Any, ...]
    """What it says, as built."""

    @property
    def html(self) -> str:
        """What it says, as plain HTML."""
        return plain_html(self.elements, self.url)


@dataclass(frozen=True, slots=True)
class Course:
    """A whole path in one language."""

    name: str
    """What its files are called: "new-manager"."""
    page: Page
    """The page of the path."""
    title: str
    """Its h1."""
    url: str
    """Its canonical address."""
    lead_elements: tuple[Any, ...]
    """First paragraph, as built."""
    steps: tuple[Step, ...]
    """Its steps."""
    sections: dict[str, Section]
    """Its other sections by id: "aim", "discuss", "bring", "for-the-facilitator" …"""

    @property
    def lead(self) -> str:
        """First paragraph, as plain HTML."""
        return plain_html(self.lead_elements, self.url)

    @property
    def language(self) -> str:
        """Language code."""
        return self.page.language


def read_courses(guide: Guide, site_dir: Path) -> list[Course]:
    """Give every course. Raises ArticleError where a page of a path has not been built."""
    return [_CourseReader(page, guide, site_dir).course() for page in path_pages(guide)]


class _CourseReader:
    """Takes one built path apart."""

    def __init__(self, page: Page, guide: Guide, site_dir: Path) -> None:
        self.page = page
        self.guide = guide
        self.article = article_of(page, site_dir)
        self.url = address_on_web(page, guide)
        self.tested: set[str] = set()

    def course(self) -> Course:
        heading = next(self.article.iter("h1"), None)
        return Course(
            name=course_name(self.page),
            page=self.page,
            title=text_of(heading) if heading is not None else self.page.title,
            url=self.url,
            lead_elements=tuple(lead_of(self.article)),
            steps=tuple(self.steps()),
            sections={each.id: self.section(each.id) for each in self.page.headings if each.level == 2},
        )

    def steps(self) -> Iterator[Step]:
        """Give the h3 parts of the section "steps"."""
        section = ""
        for heading in self.page.headings:
            section = heading.id if heading.level == 2 else section
            if heading.level == 3 and section == "steps":
                yield self.step(heading.id)

    def step(self, anchor: str) -> Step:
        heading, parts = self.part(anchor)
        readings = tuple(self.readings(parts))
        return Step(
            id=anchor,
            title=text_of(heading),
            url=f"{self.url}#{anchor}",
            elements=tuple(parts),
            readings=readings,
            checks=tuple(self.checks(readings)),
        )

    def section(self, anchor: str) -> Section:
        heading, parts = self.part(anchor)
        return Section(text_of(heading), f"{self.url}#{anchor}", tuple(parts))

    def part(self, anchor: str) -> tuple[Any, list[Any]]:
        heading = heading_of(self.article, anchor)
        if heading is None:
            raise ArticleError(f"{self.page.file}: the built page lacks #{anchor} — build the site anew")
        return heading, part_below(heading)

    def readings(self, parts: list[Any]) -> Iterator[Reading]:
        for href in links_in(parts):
            url = urljoin(self.url, href)
            bare, fragment = urldefrag(url)
            page = self.guide_page(bare)
            if page is not None and page is not self.page:
                yield Reading(self.reading_title(page, unquote(fragment)), url, page)

    def guide_page(self, url: str) -> Page | None:
        root = site_root(self.guide)
        return self.guide.page_by_address.get(unquote(url.removeprefix(root))) if url.startswith(root) else None

    def reading_title(self, page: Page, fragment: str) -> str:
        """Give a title that says where one comes also in a list of links: "Section (Page)"."""
        heading = next((each for each in page.headings if each.id == fragment and each.level > 1), None)
        return f"{heading.text} ({page.title})" if heading is not None else page.title

    def checks(self, readings: tuple[Reading, ...]) -> Iterator[KnowledgeCheck]:
        for reading in readings:
            quiz = self.guide.quiz_by_page.get(reading.page.path)
            if quiz is not None and quiz.page not in self.tested:
                self.tested.add(quiz.page)
                yield KnowledgeCheck(reading.page.title, quiz, address_on_web(reading.page, self.guide))
