"""Checks of the action plan: ``data/tools/action-plan.yml``, whole in every language, what it leads to there."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.entries import languages, leading_nowhere, twice
from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.tools import ActionPlan, PlanSuggestion

FORM = Rule(
    "plan-form",
    "Action plan without what it needs",
    "An entry lacks its id, a language, or the part or dimension that it belongs to.",
    "A question is not asked or a suggestion not given, or in one language only.",
    "write it as data/schemas/action-plan.json has it, in every language",
)
TWICE = Rule(
    "plan-twice",
    "The same id twice in the action plan",
    "Two questions or two suggestions have the same id.",
    "What is written in one field stands in the other too.",
    "give one of them another id",
)
LINK = Rule(
    "plan-link",
    "Suggestion that leads nowhere",
    "The page, the section on it, the dimension or the indicator of a suggestion is not in the guide in one of the "
    "languages.",
    "The reader gets an idea and cannot read how it is done.",
    "write the path of a page such as steps/leadership.md#start-now, and ids of assessment.yml and indicators.yml",
)


@source_check(FORM, TWICE, LINK)
def action_plans(guide: Guide) -> Iterator[Finding]:
    """The action plan, where there is one."""
    for found in guide.action_plans:
        yield from twice(TWICE, found.questions)
        yield from twice(TWICE, found.suggestions)
        for question in found.questions:
            yield from languages(FORM, guide, question, question.texts)
        for suggestion in found.suggestions:
            yield from languages(FORM, guide, suggestion, suggestion.texts)
            for language in guide.settings.languages:
                named = suggestion.id, suggestion.position
                yield from leading_nowhere(LINK, guide, named, suggestion.page, language.code)
            yield from _ids(guide, suggestion)
        yield from _dimensions(guide, found)


def _ids(guide: Guide, suggestion: PlanSuggestion) -> Iterator[Finding]:
    dimensions = [each.id for found in guide.assessments for each in found.dimensions]
    indicators = [each.id for each in guide.indicators]
    for kind, name, known in (
        ("dimension", suggestion.dimension, dimensions),
        ("indicator", suggestion.indicator, indicators),
    ):
        if name not in known:
            message = f'"{suggestion.id}": no {kind} "{name}"'
            yield LINK.at(suggestion.position, message, suggestion=nearest(name, known))


def _dimensions(guide: Guide, found: ActionPlan) -> Iterator[Finding]:
    """A dimension without a suggestion: whoever comes from the self-assessment with it would find nothing."""
    with_some = {suggestion.dimension for suggestion in found.suggestions}
    for dimension in (each for one in guide.assessments for each in one.dimensions):
        if dimension.id not in with_some:
            yield FORM.at(found.position, f'the dimension "{dimension.id}" has no suggestion')
