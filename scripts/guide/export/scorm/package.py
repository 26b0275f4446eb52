"""SCORM 1.2: a course as one page that lists the steps and reports when all are done.

What lives here: the manifest and the page. What does not: what the page does
(``scorm.css``, and ``scorm.js`` of ``client``). Followed: ADL SCORM 1.2, Content
Aggregation Model 2.3 (manifest) and Run-Time Environment 3.3–3.4 (``scorm.js``). The
schemas are not packed: the manifest names none, and their licence is not ours to give.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from guide.client.bundling import bundle
from guide.export.article import plain_html
from guide.export.course import Course, Step
from guide.tools.xmltext import add, file_text, root
from guide.words import words_of

CONTENT_PACKAGING = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
SUFFIX = ".zip"
_STYLE, _SCRIPT = "scorm.css", "scorm.js"
_ENTRY = "index.html"
_BESIDE = 'target="_blank" rel="noopener noreferrer"'


def scorm(course: Course) -> dict[str, str]:
    """Give the files of the package, the manifest first."""
    style = Path(__file__).with_name(_STYLE).read_text(encoding="utf-8")
    return {"imsmanifest.xml": _manifest(course), _ENTRY: _page(course), _STYLE: style, _SCRIPT: bundle(_SCRIPT)}


def _manifest(course: Course) -> str:
    identifier = f"tillitsguiden-{course.name}-{course.language}"
    top = root(CONTENT_PACKAGING, "manifest", {"adlcp": ADL}, identifier=identifier, version="1.2")
    metadata = add(top, "metadata")
    add(metadata, "schema", "ADL SCORM")
    add(metadata, "schemaversion", "1.2")
    organizations = add(top, "organizations", default="organization")
    organization = add(organizations, "organization", identifier="organization")
    add(organization, "title", course.title)
    add(add(organization, "item", identifier="item", identifierref="resource"), "title", course.title)
    resource = add(add(top, "resources"), "resource", identifier="resource", type="webcontent", href=_ENTRY)
    resource.set(f"{{{ADL}}}scormtype", "sco")
    for file in (_ENTRY, _STYLE, _SCRIPT):
        add(resource, "file", href=file)
    return file_text(top)


def _page(course: Course) -> str:
    words = words_of(course.language).section("course")
    steps = "".join(_step(step, words) for step in course.steps)
    said = "".join(f' data-{key}="{escape(words[key])}"' for key in ("progress", "all-done", "no-platform"))
    return (
        f'<!doctype html>\n<html lang="{course.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(course.title, quote=False)}</title>\n"
        '<link rel="stylesheet" href="scorm.css">\n<script src="scorm.js" defer></script>\n</head>\n<body>\n<main>\n'
        f"<h1>{escape(course.title, quote=False)}</h1>\n{_outward(course.lead_elements, course.url)}\n"
        f"<p>{_link(course.url, words['whole-path'])}. {words['new-tab']}</p>\n"
        f'<p class="status" role="status" id="status"{said}></p>\n'
        f'<ol class="steps">\n{steps}</ol>\n{_closing(course, words)}'
        f"<footer><p>{words['credit'].format(_link(course.url, 'Tillitsguiden'))}</p></footer>\n"
        "</main>\n</body>\n</html>\n"
    )


def _step(step: Step, words: dict[str, str]) -> str:
    title = escape(step.title, quote=False)
    # The name of the box says which step it marks, for whoever hears it alone.
    return (
        f"<li>\n<h2>{title}</h2>\n{_outward(step.elements, step.url)}\n"
        f"<p>{_link(step.url, words['step-in-the-guide'])}</p>\n"
        f'<p class="mark"><input type="checkbox" id="{step.id}"> '
        f'<label for="{step.id}">{words["done"].format(title)}</label></p>\n</li>\n'
    )


def _closing(course: Course, words: dict[str, str]) -> str:
    parts = [course.sections[anchor] for anchor in ("discuss", "bring") if anchor in course.sections]
    return "".join(
        f"<section>\n<h2>{escape(part.title, quote=False)}</h2>\n{_outward(part.elements, part.url)}\n</section>\n"
        for part in parts
    )


def _outward(elements: Sequence[Any], url: str) -> str:
    """Give elements with links that open beside the platform: inside its frame the learner would lose the page."""
    return plain_html(elements, url, _BESIDE)


def _link(url: str, text: str) -> str:
    return f'<a {_BESIDE} href="{escape(url)}">{escape(text, quote=False)}</a>'
