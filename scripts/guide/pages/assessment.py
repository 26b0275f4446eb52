"""The self-assessment as a form that works, and prints, without a script.

What lives here: the statements with boxes to tick and room to write, and what to do about each dimension. What does
not: the profile, which the reader's own browser makes of the answers (``client/assessment.js``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from guide.addresses.published import Place, file_of
from guide.addresses.redirects import href_to
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.tools import FEWEST, LANGUAGES, Assessment, Dimension, Statement
from guide.model.vocabularies import Directive
from guide.words import Words, words_of

_STEPS = ("1", "2", "3", "4", "5", "?")
"""What one can answer; the last is that one does not know."""
_UNSURE = _STEPS[-1]
_ROLES = ("staff", "manager")
_SECTORS = ("any", "state", "region", "municipality")


def assessment(guide: Guide, page: Page) -> str:
    """Give the form in the page's language, with all that the script needs in ``data-guide-assessment``; or ""."""
    found = next(iter(guide.assessments), None)
    if found is None:
        return ""
    words = words_of(page.language)
    lines = [
        f'<div class="guide-tool" data-guide-assessment="{escape(_given(guide, found, page, words))}">',
        '<form class="guide-assessment" autocomplete="off">',
        *_choices(words),
        f'<p class="guide-assessment__key">{escape(words["assessment.key"])}</p>',
        *(line for each in found.dimensions for line in _dimension(found, each, page.language, words)),
        "</form>",
        f'<div class="guide-assessment__advice"><p><strong>{escape(words["assessment.advice"])}</strong></p>',
        *(line for each in found.dimensions for line in _advice(guide, each, page, words)),
        "</div></div>",
    ]
    return "\n".join(lines)


def language_number(guide: Guide, language: str) -> int:
    """Give the number by which a code names a language (``client/assessment/code.js``)."""
    codes = [each.code for each in guide.settings.languages]
    return min(codes.index(language), LANGUAGES - 1)


def _given(guide: Guide, found: Assessment, page: Page, words: Words) -> str:
    language = page.language
    dimensions = [
        {"id": each.id, "name": each.texts[language].name, "statements": [one.id for one in found.statements_of(each)]}
        for each in found.dimensions
        if language in each.texts
    ]
    given: dict[str, Any] = {"version": found.version, "fewest": FEWEST, "dimensions": dimensions}
    given["language"] = language_number(guide, language)
    plan = guide.page_that_shows(language, Directive.ACTION_PLAN) if guide.action_plans else None
    given["plan"] = href_to(Place(plan, ""), file_of(page)) if plan else ""
    given["words"] = words.section("assessment")
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))


def _choices(words: Words) -> Iterator[str]:
    """Give what only a script can use: who answers, and where, which choose between the wordings."""
    yield '<div class="guide-assessment__who guide-js">'
    for name, values in (("role", _ROLES), ("sector", _SECTORS)):
        options = "".join(
            f'<option value="{value}">{escape(words[f"assessment.{value}"])}</option>' for value in values
        )
        yield f'<label>{escape(words[f"assessment.{name}"])} <select name="{name}">{options}</select></label>'
    yield "</div>"


def _dimension(found: Assessment, dimension: Dimension, language: str, words: Words) -> Iterator[str]:
    text = dimension.texts.get(language)
    if text is None:
        return
    yield f'<fieldset class="guide-assessment__dimension"><legend>{escape(text.name)}</legend>'
    for statement in found.statements_of(dimension):
        yield from _statement(statement, found.statements.index(statement) + 1, language, words)
    label = escape(words["assessment.note"])
    field = f'<textarea name="note-{dimension.id}" rows="2"></textarea>'
    yield f'<label class="guide-assessment__note">{label} {field}</label></fieldset>'


def _statement(statement: Statement, number: int, language: str, words: Words) -> Iterator[str]:
    text = statement.texts.get(language)
    if text is None:
        return
    anchor, variants = f"statement-{statement.id}", text.variants
    given = json.dumps(variants, ensure_ascii=False, separators=(",", ":"))
    data = f' data-wordings="{escape(given)}"' if variants else ""
    yield f'<div class="guide-assessment__statement" role="radiogroup" aria-labelledby="{anchor}">'
    yield f'<p id="{anchor}">{number}. <span{data}>{escape(text.text)}</span></p>'
    yield '<div class="guide-assessment__steps">'
    for step in _STEPS:
        value, name = ("0", "assessment.unsure") if step == _UNSURE else (step, f"assessment.step-{step}")
        label = escape(f"{step}: {words[name]}" if step != _UNSURE else words[name])
        yield (
            f'<label><input type="radio" name="{statement.id}" value="{value}" aria-label="{label}">'
            f'<span aria-hidden="true">{step}</span></label>'
        )
    yield "</div></div>"


def _advice(guide: Guide, dimension: Dimension, page: Page, words: Words) -> Iterator[str]:
    text = dimension.texts.get(page.language)
    if text is None:
        return
    yield f'<div data-dimension="{dimension.id}"><p><strong>{escape(text.name)}.</strong> {escape(text.low)}</p>'
    yield f"<p><strong>{escape(words['assessment.first'])}</strong> {escape(text.action)}</p><ul>"
    yield from (f"<li>{_link(guide, reference, page)}</li>" for reference in dimension.pages)
    yield "</ul></div>"


def _link(guide: Guide, reference: str, page: Page) -> str:
    path, _, anchor = reference.partition("#")
    goal = guide.page_by_key.get((page.language, path))
    if goal is None:
        return escape(reference)
    title = next((each.text for each in goal.headings if anchor and each.id == anchor), goal.title)
    return f'<a href="{escape(href_to(Place(goal, anchor), file_of(page)))}">{escape(title)}</a>'
