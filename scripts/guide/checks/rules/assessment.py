"""Checks of the self-assessment: ``data/tools/assessment.yml``, whole in every language, its pages there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from guide.checks.entries import languages, leading_nowhere, twice
from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.tools import FEWEST, VARIANTS, Assessment, Statement

FORM = Rule(
    "assessment-form",
    "Self-assessment without what it needs",
    "An entry lacks its id, a language or a text, a statement belongs to no dimension, a dimension has fewer than "
    f"{FEWEST} statements, or a statement has a wording for somebody in one language only.",
    "A statement is not asked, counts nowhere, or asks another thing in the other language.",
    "write it as data/schemas/assessment.json has it, in every language",
)
TWICE = Rule(
    "assessment-twice",
    "The same id twice in the self-assessment",
    "Two dimensions or two statements have the same id.",
    "An answer to one is counted as an answer to both.",
    "give one of them another id",
)
LINK = Rule(
    "assessment-link",
    "Self-assessment that leads nowhere",
    "A page, or a section on it, that a dimension leads to is not in the guide in one of the languages.",
    "The reader who needs it most has nothing to read.",
    "write the path of a page within a language, such as steps/leadership.md or steps/leadership.md#why",
)

_KEYS = ("dimension", "pages", "id")


@source_check(FORM, TWICE, LINK)
def assessments(guide: Guide) -> Iterator[Finding]:
    """The self-assessment, where there is one."""
    for found in guide.assessments:
        yield from twice(TWICE, found.dimensions)
        yield from twice(TWICE, found.statements)
        for dimension in found.dimensions:
            yield from languages(FORM, guide, dimension, dimension.texts, keys=_KEYS)
            named = dimension.id, dimension.position
            for reference, language in product(dimension.pages, guide.settings.languages):
                yield from leading_nowhere(LINK, guide, named, reference, language.code)
            count = len(found.statements_of(dimension))
            if count < FEWEST:
                yield FORM.at(dimension.position, f'"{dimension.id}" has {count} statements, {FEWEST} are the fewest')
        for statement in found.statements:
            yield from languages(FORM, guide, statement, statement.texts, keys=_KEYS)
            yield from _statement(found, statement)


def _statement(found: Assessment, statement: Statement) -> Iterator[Finding]:
    ids = [dimension.id for dimension in found.dimensions]
    if statement.dimension not in ids:
        message = f'"{statement.id}": no dimension "{statement.dimension}"'
        yield FORM.at(statement.position, message, suggestion=nearest(statement.dimension, ids))
    for name in VARIANTS:
        there = [code for code, text in statement.texts.items() if name in text.variants]
        if there and len(there) < len(statement.texts):
            yield FORM.at(statement.position, f'"{statement.id}" has a wording for {name} in {there[0]} only')
