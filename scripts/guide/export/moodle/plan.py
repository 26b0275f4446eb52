"""What a path becomes in Moodle: sections, and the activities in each.

What lives here: which activities there are, in order. What does not: how a backup writes them
(``backup.py``, ``activities.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guide.export.course import Course, KnowledgeCheck, Section, Step
from guide.export.handouts import sheets as handouts
from guide.export.sayings import link, version_line
from guide.words import words_of


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page to read; done when it has been opened."""

    title: str
    html: str
    is_hidden: bool = False
    """Only teachers see it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the guide, in a new window; the learner marks it as read."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to fill in, as a file."""

    title: str
    file_name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Test:
    """A quiz; done when it has been answered."""

    title: str
    check: KnowledgeCheck


Activity = TextPage | Link | Sheet | Test


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the course."""

    title: str
    activities: tuple[Activity, ...]


def parts_of(course: Course, sheets: Mapping[str, bytes]) -> list[Part]:
    """Give the sections of the course; ``sheets`` are the Word documents, by name."""
    words = words_of(course.language).section("course")
    return [
        Part(words["start"], tuple(_opening(course, words))),
        *(Part(step.title, tuple(_step(step, course.language, sheets))) for step in course.steps),
        Part(words["closing"], tuple(_section_pages(course, ("discuss", "bring")))),
    ]


def _opening(course: Course, words: Mapping[str, str]) -> Iterator[Activity]:
    yield TextPage(words["about"], f"{course.lead}<p>{version_line(course)}</p>")
    yield from _section_pages(course, ("aim", "time-and-preparation"))
    yield Link(words["whole-path"], course.url)
    # Objections and how to answer them are for whoever leads: Moodle shows the page to teachers only.
    guidance = course.sections.get("for-the-facilitator")
    if guidance is not None:
        yield TextPage(guidance.title, _read_on(guidance, words["section-in-the-guide"]), is_hidden=True)


def _section_pages(course: Course, anchors: tuple[str, ...]) -> Iterator[Activity]:
    more = words_of(course.language)["course.section-in-the-guide"]
    for anchor in anchors:
        section = course.sections.get(anchor)
        if section is not None:
            yield TextPage(section.title, _read_on(section, more))


def _step(step: Step, language: str, sheets: Mapping[str, bytes]) -> Iterator[Activity]:
    words = words_of(language).section("course")
    yield TextPage(words["session"], _read_on(step, words["step-in-the-guide"]))
    for reading in step.readings:
        yield Link(reading.title, reading.url)
    for sheet in step.sheets:
        if sheet.name in sheets:
            yield Sheet(sheet.title, f"{sheet.name}-{language}{handouts.SUFFIX}", sheets[sheet.name])
    for check in step.checks:
        yield Test(words["quiz"].format(check.title), check)


def _read_on(said: Step | Section, more: str) -> str:
    return f"{said.html}<p>{link(said.url, more)}</p>"
