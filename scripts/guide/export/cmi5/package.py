"""cmi5: a course as one page that tells a store of experiences (xAPI) what the learner has done.

What lives here: the course structure. What does not: the page (``interactive/page.py``) and what it tells
(``course/cmi5.js`` of ``client``). Followed: cmi5 Specification Profile for xAPI, 1st Edition, 13 and 14.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guide.export.course import Course
from guide.export.interactive.page import ENTRY, page_files
from guide.tools.xmltext import add, file_text, root

SUFFIX = "-cmi5.zip"
"""What its files are called after the course's name and language."""
NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"


def cmi5(course: Course, sheets: Mapping[str, bytes]) -> dict[str, str | bytes]:
    """Give the files of the package, the course structure first; ``sheets`` are the Word documents, by name."""
    return {"cmi5.xml": _structure(course), **page_files(course, "cmi5", sheets)}


def _structure(course: Course) -> str:
    """Give the structure: one course of one unit, which is met when the page says that all is done."""
    about = course.page.front.text("description")
    version = f" ({course.version})" if course.version else ""
    top = root(NAMESPACE, "courseStructure", {})
    whole = add(top, "course", id=course.url)
    _add_texts(whole, course.title, f"{about}{version}", course.language)
    unit = add(top, "au", id=f"{course.url}#steps", moveOn="Completed", launchMethod="AnyWindow")
    _add_texts(unit, course.title, about, course.language)
    add(unit, "url", ENTRY)
    return file_text(top)


def _add_texts(parent: Any, title: str, about: str, language: str) -> None:
    add(add(parent, "title"), "langstring", title, lang=language)
    add(add(parent, "description"), "langstring", about, lang=language)
