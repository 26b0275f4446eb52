"""A course as one page: its steps with readings, sheets to fill in and questions, which a platform keeps account of.

What lives here: the page and the files beside it, the same for SCORM 1.2, SCORM 2004 and cmi5. What does
not: what the page does (``course.js`` of ``client``), and what each format wants beside it (``scorm/``, ``cmi5/``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from guide.client.bundling import bundle
from guide.export.course import Course, KnowledgeCheck, Step
from guide.export.handouts import sheets as handouts
from guide.export.sayings import asked, explanation, link, version_line
from guide.model.data import QuizQuestion
from guide.words import words_of

ENTRY = "index.html"
"""The page."""
_STYLE, _SCRIPT = "course.css", "course.js"
_SHEETS = "sheets"
_LETTERS = "ABCDEFGHIJ"
_SAID = ("progress", "answered", "all-done", "no-platform")


def page_files(course: Course, platform: str, sheets: Mapping[str, bytes]) -> dict[str, str | bytes]:
    """Give the page and all that it needs, by path in the package.

    ``platform`` is what the page speaks with: "scorm-1.2", "scorm-2004" or "cmi5". ``sheets`` holds the
    sheets to fill in as Word documents, by name; those that are not there are left out.
    """
    style = Path(__file__).with_name(_STYLE).read_text(encoding="utf-8")
    files: dict[str, str | bytes] = {ENTRY: _page(course, platform, sheets), _STYLE: style, _SCRIPT: bundle(_SCRIPT)}
    for step in course.steps:
        files.update({_sheet_file(each.name): sheets[each.name] for each in step.sheets if each.name in sheets})
    return files


def _sheet_file(name: str) -> str:
    return f"{_SHEETS}/{name}{handouts.SUFFIX}"


def _page(course: Course, platform: str, sheets: Mapping[str, bytes]) -> str:
    words = words_of(course.language).section("course")
    steps = "".join(_step(step, course.language, sheets) for step in course.steps)
    said = "".join(f' data-{key}="{escape(words[key])}"' for key in _SAID)
    return (
        f'<!doctype html>\n<html lang="{course.language}" data-platform="{platform}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(course.title, quote=False)}</title>\n"
        f'<link rel="stylesheet" href="{_STYLE}">\n<script src="{_SCRIPT}" defer></script>\n</head>\n<body>\n<main>\n'
        f"<h1>{escape(course.title, quote=False)}</h1>\n{course.lead}\n"
        f"<p>{link(course.url, words['whole-path'])}. {words['new-tab']}</p>\n"
        f'<p class="version">{version_line(course)}</p>\n'
        f'<p class="status" role="status" id="status"{said}></p>\n'
        f'<ol class="steps">\n{steps}</ol>\n{_closing(course)}'
        f"<footer><p>{words['credit'].format(link(course.url, 'Tillitsguiden'))}</p></footer>\n"
        "</main>\n</body>\n</html>\n"
    )


def _step(step: Step, language: str, sheets: Mapping[str, bytes]) -> str:
    words = words_of(language).section("course")
    title = escape(step.title, quote=False)
    # The name of the box says which step it marks, for whoever hears it alone.
    return (
        f"<li>\n<h2>{title}</h2>\n{step.html}\n{_sheets(step, words, sheets)}"
        f"<p>{link(step.url, words['step-in-the-guide'])}</p>\n"
        f"{''.join(_check(check, language) for check in step.checks)}"
        f'<p class="mark"><input type="checkbox" id="{step.id}" disabled> '
        f'<label for="{step.id}">{words["done"].format(title)}</label></p>\n</li>\n'
    )


def _sheets(step: Step, words: Mapping[str, str], sheets: Mapping[str, bytes]) -> str:
    links = ", ".join(
        f'<a href="{_sheet_file(each.name)}" download>{escape(each.title, quote=False)}</a>'
        for each in step.sheets
        if each.name in sheets
    )
    return f"<p>{words['sheets']}: {links}</p>\n" if links else ""


def _check(check: KnowledgeCheck, language: str) -> str:
    title = words_of(language)["course.quiz"].format(escape(check.title, quote=False))
    questions = "".join(_question(question, check, language) for question in asked(check, language))
    return f"<h3>{title}</h3>\n{questions}" if questions else ""


def _question(question: QuizQuestion, check: KnowledgeCheck, language: str) -> str:
    text, words = question.texts[language], words_of(language).section("quiz")
    options = "".join(
        f'<label><input type="radio" name="{question.id}" value="{number}"> '
        f"<span>{letter}. {escape(option, quote=False)}</span></label>\n"
        for number, (letter, option) in enumerate(zip(_LETTERS, text.options, strict=False))
    )
    why = explanation(question, check, language)
    said = "".join(
        f'<p data-verdict="{verdict}" hidden><strong>{words[verdict]}</strong> {why}</p>\n'
        for verdict in ("right", "wrong")
    )
    return (
        f'<form class="question" data-correct="{question.correct}">\n<fieldset>\n'
        f"<legend>{escape(text.question, quote=False)}</legend>\n{options}</fieldset>\n"
        f'<button type="submit">{words["answer"]}</button>\n<div role="status">\n{said}</div>\n</form>\n'
    )


def _closing(course: Course) -> str:
    return "".join(_closing_parts(course))


def _closing_parts(course: Course) -> Iterator[str]:
    for anchor in ("discuss", "bring"):
        part = course.sections.get(anchor)
        if part is not None:
            title, text = escape(part.title, quote=False), part.html
            yield f"<section>\n<h2>{title}</h2>\n{text}\n</section>\n"
