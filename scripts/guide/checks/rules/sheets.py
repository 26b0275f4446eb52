"""Checks of the sheets to fill in: ``data/tools/sheets.yml``, whole in every language, found from a step and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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


@source_check(FORM, TWICE, LINK)
def sheets(guide: Guide) -> Iterator[Finding]:
    """The sheets to fill in, and the pages that ask for them."""
    yield from _twice(guide.sheets)
    for found in guide.sheets:
        yield from _twice((*found.boxes, *found.columns))
        yield from _sheet(guide, found)
        yield from _found(guide, found)
    for page in guide.pages:
        yield from _unknown(guide, page)


def _twice(entries: Iterable[Sheet | Box]) -> Iterator[Finding]:
    by_id: dict[str, Sheet | Box] = {}
    for entry in entries:
        first = by_id.setdefault(entry.id, entry)
        if first is not entry:
            yield TWICE.at(entry.position, f'"{entry.id}" is already the id of line {first.position.line}')
        chosen = [choice.id for choice in entry.choices] if isinstance(entry, Box) else []
        for choice in sorted({each for each in chosen if chosen.count(each) > 1}):
            yield TWICE.at(entry.position, f'"{entry.id}" has "{choice}" twice')


def _sheet(guide: Guide, found: Sheet) -> Iterator[Finding]:
    if not found.boxes and not found.columns:
        yield FORM.at(found.position, f'"{found.id}" has neither boxes nor columns')
    yield from _languages(guide, found, found.texts)
    for code, text in found.texts.items():
        if found.columns and not text.row:
            yield FORM.at(found.position, f'"{found.id}" has columns but no name of a row in {code}')
    for box in (*found.boxes, *found.columns):
        yield from _languages(guide, box, box.texts)
        for choice in box.choices:
            yield from _languages(guide, box, choice.texts)
        for code, said in box.texts.items():
            offered = [each.texts[code] for each in box.choices if code in each.texts]
            if offered and said.example not in offered:
                message = f'"{box.id}": the example "{said.example}" cannot be chosen in {code}'
                yield FORM.at(box.position, message, suggestion=nearest(said.example, offered))


def _languages(guide: Guide, entry: Sheet | Box, texts: Iterable[str]) -> Iterator[Finding]:
    codes, there = [language.code for language in guide.settings.languages], list(texts)
    for code in codes:
        if code not in there:
            yield FORM.at(entry.position, f'"{entry.id}" lacks a text in {code}')
    for code in there:
        if code not in codes:
            yield FORM.at(entry.position, f'"{entry.id}": unknown key "{code}"', suggestion=nearest(code, codes))


def _found(guide: Guide, found: Sheet) -> Iterator[Finding]:
    """Tell where a sheet has no page, or page and step do not know each other."""
    path, _, anchor = found.step.partition("#")
    for language in guide.settings.languages:
        step = guide.page_by_key.get((language.code, path))
        page = guide.page_that_shows(language.code, Directive.SHEET, f"{Directive.SHEET} {found.id}")
        if step is None:
            message = f'"{found.id}": no page "{path}" in {language.code}'
            yield LINK.at(found.position, message, suggestion=nearest(path, guide.paths))
        elif anchor and anchor not in step.anchors:
            message = f'"{found.id}": {step.file} has no section "{anchor}"'
            yield LINK.at(found.position, message, suggestion=nearest(anchor, step.anchors))
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
