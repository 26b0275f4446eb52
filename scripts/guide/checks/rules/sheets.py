"""Checks of the sheets to fill in: ``data/tools/sheets.yml``, whole in every language, found from a step and back."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.entries import languages, leading_nowhere, twice
from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.sheets import Box, Sheet
from guide.model.vocabularies import Directive

FORM = Rule(
    "sheet-form",
    "Sheet without what it needs",
    "An entry lacks its id, a language or a text, a sheet has neither boxes nor columns, its rows have no name, "
    "or what a box shows as chosen cannot be chosen in it.",
    "A reader gets an empty form, or one in the other language.",
    "write it as data/schemas/sheets.json has it, in every language",
)
TWICE = Rule(
    "sheet-twice",
    "The same id twice in a sheet",
    "Two sheets, two boxes of a sheet or two choices of a box have the same id.",
    "What a reader writes in one is saved as what stands in the other.",
    "give one of them another id",
)
LINK = Rule(
    "sheet-link",
    "Sheet that nobody finds",
    "A sheet is on no page in one of the languages, a page asks for a sheet that is not there, the section that a "
    "sheet belongs to is not in the guide, or the step's page and the sheet's do not lead to each other.",
    "A reader of the step never sees the sheet, and one with the sheet not what it is for.",
    "write <!-- guide:sheet ID --> on the sheet's page, and links between it and the step",
)

_WHAT = "a text"


@source_check(FORM, TWICE, LINK)
def sheets(guide: Guide) -> Iterator[Finding]:
    """The sheets to fill in, and the pages that ask for them."""
    yield from twice(TWICE, guide.sheets)
    for found in guide.sheets:
        yield from twice(TWICE, (*found.boxes, *found.columns))
        yield from _sheet(guide, found)
        yield from _found(guide, found)
    for page in guide.pages:
        yield from _unknown(guide, page)


def _choices_twice(box: Box) -> Iterator[Finding]:
    chosen = [choice.id for choice in box.choices]
    for choice in sorted({each for each in chosen if chosen.count(each) > 1}):
        yield TWICE.at(box.position, f'"{box.id}" has "{choice}" twice')


def _sheet(guide: Guide, found: Sheet) -> Iterator[Finding]:
    if not found.boxes and not found.columns:
        yield FORM.at(found.position, f'"{found.id}" has neither boxes nor columns')
    yield from languages(FORM, guide, found, found.texts, what=_WHAT)
    for code, text in found.texts.items():
        if found.columns and not text.row:
            yield FORM.at(found.position, f'"{found.id}" has columns but no name of a row in {code}')
    for box in (*found.boxes, *found.columns):
        yield from _choices_twice(box)
        yield from languages(FORM, guide, box, box.texts, what=_WHAT)
        for choice in box.choices:
            yield from languages(FORM, guide, box, choice.texts, what=_WHAT)
        for code, said in box.texts.items():
            offered = [each.texts[code] for each in box.choices if code in each.texts]
            if offered and said.example not in offered:
                message = f'"{box.id}": the example "{said.example}" cannot be chosen in {code}'
                yield FORM.at(box.position, message, suggestion=nearest(said.example, offered))


def _found(guide: Guide, found: Sheet) -> Iterator[Finding]:
    """Tell where a sheet has no page, or page and step do not know each other."""
    path = found.step.partition("#")[0]
    for language in guide.settings.languages:
        step = guide.page_by_key.get((language.code, path))
        page = guide.page_that_shows(language.code, Directive.SHEET, f"{Directive.SHEET} {found.id}")
        yield from leading_nowhere(LINK, guide, (found.id, found.position), found.step, language.code)
        if page is None:
            yield LINK.at(found.position, f'no page in {language.code} shows "{found.id}"')
        elif step is not None:
            for here, there in ((page, step), (step, page)):
                if not any(link.target.path == there.source for link in here.links):
                    yield LINK.at(found.position, f'"{found.id}": {here.file} does not lead to {there.file}')


def _unknown(guide: Guide, page: Page) -> Iterator[Finding]:
    for comment in page.comments:
        name, _, choice = comment.value.partition(" ")
        asks = comment.name == "guide" and name in {Directive.SHEET, Directive.SHEET_EXAMPLE}
        if asks and choice.strip() not in guide.sheet_by_id:
            suggestion = nearest(choice.strip(), guide.sheet_by_id)
            yield LINK.at(comment.position, f'no sheet "{choice.strip()}"', suggestion=suggestion)
