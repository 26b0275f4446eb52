"""Checks of the self-assessment: ``data/tools/assessment.yml``, whole in every language, its pages there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.checks.causes import gone
from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.tools import FEWEST, VARIANTS, Assessment, Dimension, Statement

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


@source_check(FORM, TWICE, LINK)
def assessments(guide: Guide) -> Iterator[Finding]:
    """The self-assessment, where there is one."""
    for found in guide.assessments:
        yield from _twice(found.dimensions)
        yield from _twice(found.statements)
        for dimension in found.dimensions:
            yield from _texts(guide, dimension)
            yield from _links(guide, dimension)
            count = len(found.statements_of(dimension))
            if count < FEWEST:
                yield FORM.at(dimension.position, f'"{dimension.id}" has {count} statements, {FEWEST} are the fewest')
        for statement in found.statements:
            yield from _texts(guide, statement)
            yield from _statement(found, statement)


def _twice(entries: Iterable[Dimension | Statement]) -> Iterator[Finding]:
    by_id: dict[str, Dimension | Statement] = {}
    for entry in entries:
        first = by_id.setdefault(entry.id, entry)
        if first is not entry:
            yield TWICE.at(entry.position, f'"{entry.id}" is already the id of line {first.position.line}')


def _texts(guide: Guide, entry: Dimension | Statement) -> Iterator[Finding]:
    codes = [language.code for language in guide.settings.languages]
    for code in codes:
        if code not in entry.texts:
            yield FORM.at(entry.position, f'"{entry.id}" lacks its text in {code}')
    for code in entry.texts:
        if code not in codes:
            known = [*codes, "dimension", "pages", "id"]
            message = f'"{entry.id}": unknown key "{code}"'
            yield FORM.at(entry.position, message, suggestion=nearest(code, known))


def _statement(found: Assessment, statement: Statement) -> Iterator[Finding]:
    ids = [dimension.id for dimension in found.dimensions]
    if statement.dimension not in ids:
        message = f'"{statement.id}": no dimension "{statement.dimension}"'
        yield FORM.at(statement.position, message, suggestion=nearest(statement.dimension, ids))
    for name in VARIANTS:
        there = [code for code, text in statement.texts.items() if name in text.variants]
        if there and len(there) < len(statement.texts):
            yield FORM.at(statement.position, f'"{statement.id}" has a wording for {name} in {there[0]} only')


def _links(guide: Guide, dimension: Dimension) -> Iterator[Finding]:
    for reference in dimension.pages:
        path, _, anchor = reference.partition("#")
        for language in guide.settings.languages:
            page = guide.page_by_key.get((language.code, path))
            if page is None:
                message = f'"{dimension.id}": no page "{path}" in {language.code}'
                near = nearest(path, guide.paths)
                yield LINK.at(dimension.position, message, suggestion=near, cause=gone(guide, path))
            elif anchor and anchor not in page.anchors:
                message = f'"{dimension.id}": {page.file} has no section "{anchor}"'
                near, cause = nearest(anchor, page.anchors), gone(guide, path, anchor)
                yield LINK.at(dimension.position, message, suggestion=near, cause=cause)
