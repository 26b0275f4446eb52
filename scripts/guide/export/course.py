"""A learning path as a course: its steps, what is read, discussed and tested in each.

What lives here: from a page of type ``path`` (as built) and the quizzes to a course
in one language. What does not: the formats it is packed in (``cartridge/``,
``scorm/``).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

from guide.export.article import (
    BESIDE,
    ArticleError,
    address_on_web,
    article_of,
    heading_of,
    lead_of,
    links_in,
    part_below,
    plain_html,
    text_of,
)
from guide.export.lasting import Lasting
from guide.model.data import Quiz
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.downloads import ATTRIBUTE
from guide.pages.handouts import handouts_on, place_name, title_of
from guide.pages.paths import course_name, path_pages
from guide.reading.history import days_of_change


@dataclass(frozen=True, slots=True)
class Reading:
    """A place in the guide to read."""

    title: str
    """What it is called, standing alone."""
    url: str
    """Its lasting address."""
    page: Page
    """The page it stands on."""


@dataclass(frozen=True, slots=True)
class KnowledgeCheck:
    """The quiz of one page in the course's language."""

    title: str
    """What it is called."""
    quiz: Quiz
    """Its questions."""
    see: Mapping[str, str]
    """Where one reads more about each question, by its id: a lasting address."""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet to fill in, which is a file of its own."""

    name: str
    """What its files are called, before the language."""
    title: str
    """What it is called."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path."""

    id: str
    """Its anchor: "step-1"."""
    title: str
    """Its heading."""
    url: str
    """Its lasting address."""
    elements: tuple[Any, ...]
    """What to read, do and discuss, as built."""
    readings: tuple[Reading, ...]
    """What it links to in the guide, in order, each once."""
    sheets: tuple[Worksheet, ...]
    """The sheets that are filled in during it."""
    checks: tuple[KnowledgeCheck, ...]
    """Quizzes on what it links to, each in the first step that links there."""

    @property
    def html(self) -> str:
        """What to read, do and discuss, as plain HTML."""
        return plain_html(self.elements, self.url, BESIDE)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the path that is no step."""

    title: str
    """Its heading."""
    url: str
    """Its lasting address."""
    elements: tuple[Any, ...]
    """What it says, as built."""

    @property
    def html(self) -> str:
        """What it says, as plain HTML."""
        return plain_html(self.elements, self.url, BESIDE)


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
    """Its lasting address."""
    lead_elements: tuple[Any, ...]
    """First paragraph, as built."""
    steps: tuple[Step, ...]
    """Its steps."""
    sections: dict[str, Section]
    """Its other sections by id: "aim", "discuss", "bring", "for-the-facilitator" …"""
    version: str = ""
    """The day that its texts were last changed, as 2026-11-28; "" where it is not known."""

    @property
    def identifier(self) -> str:
        """What platforms know it by, the same in every version."""
        return f"tillitsguiden-{self.name}-{self.language}"

    @property
    def short_title(self) -> str:
        """Its title without what follows the colon: "New manager"."""
        return self.title.partition(":")[0].strip()

    @property
    def newest_url(self) -> str:
        """Where it says which version is the newest, and where that is fetched."""
        return f"{self.url}#downloads"

    @property
    def checks(self) -> tuple[KnowledgeCheck, ...]:
        """All its quizzes."""
        return tuple(check for step in self.steps for check in step.checks)

    @property
    def lead(self) -> str:
        """First paragraph, as plain HTML."""
        return plain_html(self.lead_elements, self.url, BESIDE)

    @property
    def language(self) -> str:
        """Language code."""
        return self.page.language


def read_courses(guide: Guide, site_dir: Path) -> list[Course]:
    """Give every course. Raises ArticleError where a page of a path has not been built."""
    lasting, versions = Lasting(guide), versions_of(guide)
    return [_CourseReader(page, guide, site_dir, lasting).course(versions[page.source]) for page in path_pages(guide)]


def versions_of(guide: Guide) -> Mapping[str, str]:
    """Give the version of each path's packages, by the page's source: the last day that text in them was changed.

    A change to any quiz counts for every path. Where git does not know, SOURCE_DATE_EPOCH says it
    (reproducible-builds.org); else there is none.
    """
    days, tested = days_of_change(guide.settings.docs_dir), version_of_quizzes(guide)
    return {
        # Days as ISO 8601 writes them sort as they come.
        page.source: max(days[page.source].isoformat(), tested) if page.source in days else _day_of_build()
        for page in path_pages(guide)
    }


def version_of_quizzes(guide: Guide) -> str:
    """Give the day that the questions were last changed, in the same way."""
    file = guide.settings.root / guide.settings.data_files.get("quizzes", "")
    day = days_of_change(file.parent).get(file.name) if file.is_file() else None
    return day.isoformat() if day is not None else _day_of_build()


def _day_of_build() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch.isdecimal() else ""


class _CourseReader:
    """Takes one built path apart."""

    def __init__(self, page: Page, guide: Guide, site_dir: Path, lasting: Lasting) -> None:
        self.page = page
        self.guide = guide
        self.lasting = lasting
        self.article = article_of(page, site_dir)
        self.built_at = address_on_web(page, guide)
        self.url = lasting.of_page(page)
        self.tested: set[str] = set()

    def course(self, version: str) -> Course:
        heading = next(self.article.iter("h1"), None)
        course = Course(
            name=course_name(self.page),
            page=self.page,
            title=text_of(heading) if heading is not None else self.page.title,
            url=self.url,
            lead_elements=tuple(lead_of(self.article)),
            steps=tuple(self.steps()),
            sections={each.id: self.section(each.id) for each in self.page.headings if each.level == 2},
            version=version,
        )
        # Only now, when it is known where each link leads on the built page.
        for link in self.article.iter("a"):
            if link.get("href"):
                link.set("href", self.lasting.of(urljoin(self.built_at, link.get("href"))))
        return course

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
            sheets=tuple(self.sheets(parts)),
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
            url = urljoin(self.built_at, href)
            page = self.lasting.page_at(url)
            if page is not None and page is not self.page:
                title = self.reading_title(page, unquote(urldefrag(url).fragment))
                yield Reading(title, self.lasting.of(url), page)

    def reading_title(self, page: Page, fragment: str) -> str:
        """Give a title that says where one comes also in a list of links: "Section (Page)"."""
        heading = next((each for each in page.headings if each.id == fragment and each.level > 1), None)
        return f"{heading.text} ({page.title})" if heading is not None else page.title

    def sheets(self, parts: list[Any]) -> Iterator[Worksheet]:
        places = {place.get(ATTRIBUTE) for part in parts for place in part.iter() if place.get(ATTRIBUTE)}
        for handout in handouts_on(self.page):
            if place_name(handout.id) in places:
                yield Worksheet(handout.id, title_of(handout, self.page))

    def checks(self, readings: tuple[Reading, ...]) -> Iterator[KnowledgeCheck]:
        for reading in readings:
            quiz = self.guide.quiz_by_page.get(reading.page.path)
            if quiz is not None and quiz.page not in self.tested:
                self.tested.add(quiz.page)
                see = {each.id: self.lasting.of_page(reading.page, each.see) for each in quiz.questions}
                yield KnowledgeCheck(reading.page.title, quiz, see)
