"""The action plan as a form that works, and prints, without a script.

What lives here: questions with room to write, rows for what is stopped and tried and for milestones, and suggestions.
What does not: saving, opening and taking the plan along, which the reader's own browser does
(``client/action-plan.js``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, NamedTuple

from guide.addresses.published import Place, file_of
from guide.addresses.redirects import href_to
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.tools import ActionPlan, Dimension, PlanPart
from guide.words import Words, words_of

_ROWS = 3
"""Rows of each kind: a plan of more than three things to stop and try is no plan to start small by."""
_TOUCHED = ("stop", "try")
_MEASURES = "plan-measures"


class _Column(NamedTuple):
    """A field of a row."""

    name: str
    label: str
    """Key of its word."""
    kind: str = "text"


_ACTION = (_Column("what", "what", "area"), _Column("who", "who"), _Column("by", "by", "date"), _Column("sign", "sign"))
_MILESTONE = (_Column("by", "when", "date"), _Column("holds", "holds", "area"), _Column("decision", "decision"))


def action_plan(guide: Guide, page: Page) -> str:
    """Give the form in the page's language, with all that the script needs in ``data-guide-plan``; or ""."""
    found = next(iter(guide.action_plans), None)
    if found is None:
        return ""
    words = words_of(page.language)
    questions = {part: [each for each in found.questions if each.part == part] for part in PlanPart}

    def part(name: PlanPart) -> Iterator[str]:
        asked = [(each.id, each.texts[page.language]) for each in questions[name] if page.language in each.texts]
        return _part(words[f"plan.{name}"], (_question(*each) for each in asked))

    follow_up = _field("follow-up", _Column("", "follow-up", "date"), words)
    lines = [
        f'<div class="guide-tool" data-guide-plan="{escape(_given(found, page.language, words))}">',
        *_suggestions(guide, found, page, words),
        '<form class="guide-plan" autocomplete="off">',
        *part(PlanPart.GOAL),
        *_rows("stop", _ACTION, words, words["plan.stop-says"]),
        *_rows("try", _ACTION, words),
        *part(PlanPart.LIMITS),
        *_rows("milestones", _MILESTONE, words, words["plan.milestones-says"]),
        *part(PlanPart.SUPPORT),
        *_part("", [follow_up]),
        _measures(guide, page.language),
        "</form></div>",
    ]
    return "\n".join(lines)


def _given(found: ActionPlan, language: str, words: Words) -> str:
    given: dict[str, Any] = {
        "version": found.version,
        "questions": [
            {"id": each.id, "part": each.part, "ask": each.texts[language]}
            for each in found.questions
            if language in each.texts
        ],
        "words": words.section("plan"),
    }
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))


def _part(name: str, fields: Iterator[str] | Sequence[str], says: str = "") -> Iterator[str]:
    legend = f"<legend>{escape(name)}</legend>" if name else ""
    yield f'<fieldset class="guide-assessment__dimension guide-plan__part">{legend}'
    if says:
        yield f"<p>{escape(says)}</p>"
    yield from fields
    yield "</fieldset>"


def _question(identity: str, ask: str) -> str:
    return f'<label class="guide-plan__field">{escape(ask)} <textarea name="q-{identity}" rows="1"></textarea></label>'


def _rows(kind: str, columns: Sequence[_Column], words: Words, says: str = "") -> Iterator[str]:
    name = words[f"plan.{kind}"]

    def rows() -> Iterator[str]:
        for number in range(1, _ROWS + 1):
            label = words["plan.row"].replace("{}", name, 1).replace("{}", str(number), 1)
            fields = "".join(_field(f"{kind}-{number}-{column.name}", column, words) for column in columns)
            yield f'<div class="guide-plan__row" role="group" aria-label="{escape(label)}">{fields}</div>'

    yield from _part(name, rows(), says)


def _field(name: str, column: _Column, words: Words) -> str:
    label = escape(words[f"plan.{column.label}"])
    if column.kind == "area":
        field = f'<textarea name="{name}" rows="1"></textarea>'
    elif column.kind == "date":
        field = f'<input type="date" name="{name}">'
    else:
        offers = f' list="{_MEASURES}"' if column.name == "sign" else ""
        field = f'<input type="text" name="{name}"{offers}>'
    return f'<label class="guide-plan__field guide-plan__field--{column.kind}">{label} {field}</label>'


def _measures(guide: Guide, language: str) -> str:
    """Give the names of the indicators, which a browser offers while somebody writes how it will be seen."""
    names = (each.texts[language]["name"].text for each in guide.indicators if "name" in each.texts.get(language, {}))
    return (
        f'<datalist id="{_MEASURES}">' + "".join(f'<option value="{escape(name)}">' for name in names) + "</datalist>"
    )


# What can be put into a plan ------------------------------------------------


def _suggestions(guide: Guide, found: ActionPlan, page: Page, words: Words) -> Iterator[str]:
    dimensions = [each for one in guide.assessments for each in one.dimensions if page.language in each.texts]
    yield f'<div class="guide-plan__suggestions"><p><strong>{escape(words["plan.suggestions"])}.</strong> '
    yield f"{escape(words['plan.suggestions-say'])}</p>"
    for dimension in dimensions:
        name = escape(dimension.texts[page.language].name)
        yield f'<details data-dimension="{dimension.id}"><summary>{name}</summary><ul>'
        yield from _of_dimension(guide, found, dimension, page, words)
        yield "</ul></details>"
    yield "</div>"


def _of_dimension(guide: Guide, found: ActionPlan, dimension: Dimension, page: Page, words: Words) -> Iterator[str]:
    own = [each for each in found.suggestions if each.dimension == dimension.id and page.language in each.texts]
    first = [(dimension.texts[page.language].action, dimension.pages[0], each.indicator) for each in own[:1]]
    for text, path, indicator in (*first, *((each.texts[page.language], each.page, each.indicator) for each in own)):
        more = " ".join(
            f"{escape(words[f'plan.{word}'])} {link}."
            for word, link in (("more", _link(guide, path, page)), ("measure", _indicator(guide, indicator, page)))
            if link
        )
        yield f"<li><span data-suggests>{escape(text)}</span> {more}</li>"


def _link(guide: Guide, reference: str, page: Page) -> str:
    path, _, anchor = reference.partition("#")
    goal = guide.page_by_key.get((page.language, path))
    return _to(Place(goal, anchor), goal.title, page) if goal else ""


def _indicator(guide: Guide, identity: str, page: Page) -> str:
    indicator = next((each for each in guide.indicators if each.id == identity), None)
    goal = guide.page_of_indicator(indicator, page.language) if indicator else None
    return (
        _to(Place(goal, identity), indicator.texts[page.language]["name"].text, page, " data-measure")
        if indicator and goal
        else ""
    )


def _to(place: Place, text: str, page: Page, marked: str = "") -> str:
    return f'<a href="{escape(href_to(place, file_of(page)))}"{marked}>{escape(text)}</a>'
