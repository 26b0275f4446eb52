"""Checks of handouts: ``<!-- guide:handout … -->``, which makes a part of a page a file of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.handouts import EVERY_KIT, Handout, handouts_on, table_below
from guide.pages.paths import course_name, kit_pages, path_pages

FORM = Rule(
    "handout-form",
    "Handout that holds nothing",
    "<!-- guide:handout … --> is not written as it should be, names a heading that the page lacks or a kit "
    "that is none, or has no heading above it and no table below it.",
    "The reader gets no sheet, or the build stops.",
    "write it below the sheet's heading, or above its table with a title: "
    "<!-- guide:handout handover-card | Handover card -->",
)
TWICE = Rule(
    "handout-twice",
    "Two files of one name",
    "Two handouts of a language have the same name, or a handout is called as a learning path or the whole guide is.",
    "One file would be written over the other.",
    "give the handout a name that nothing else has",
)
LANGUAGES = Rule(
    "handout-language",
    "Handout in one language only",
    "The page marks a handout that the same page in another language does not mark, or in another way.",
    "Readers of one language get no sheet, or another one.",
    "write the same instruction on the page in every language; only its title differs",
)
WHOLE_GUIDE = "whole-guide"


@source_check(FORM, TWICE, LANGUAGES)
def handouts(guide: Guide) -> Iterator[Finding]:
    """Every handout."""
    taken = {(page.language, course_name(page)): page.file for page in path_pages(guide)}
    kits = [(each.language, course_name(each)) for each in kit_pages(guide)]
    for page in guide.pages:
        for handout in handouts_on(page):
            yield from _form(handout, page)
            yield from _kits(handout, [name for language, name in kits if language == page.language])
            first = taken.setdefault((page.language, handout.id), f"line {handout.position.line} of {page.file}")
            own = f"line {handout.position.line} of {page.file}"
            if handout.id and (first != own or handout.id == WHOLE_GUIDE):
                yield TWICE.at(handout.position, f'"{handout.id}" is already the name of a file ({first})')
            yield from _languages(handout, page, guide)


def _form(handout: Handout, page: Page) -> Iterator[Finding]:
    if handout.fault:
        yield FORM.at(handout.position, handout.fault)
        return
    ids = [heading.id for heading in page.headings if heading.level > 1]
    for part in handout.parts:
        if part not in ids:
            yield FORM.at(handout.position, f'no heading has the id "{part}"', suggestion=nearest(part, ids))
    if not handout.parts:
        if table_below(handout, page) is None:
            yield FORM.at(handout.position, "no heading stands above the instruction and no table below it")
        elif not handout.title:
            yield FORM.at(handout.position, "the sheet has no title: write it after a |")


def _kits(handout: Handout, names: Sequence[str]) -> Iterator[Finding]:
    for name in handout.kits:
        if name not in (EVERY_KIT, *names):
            yield FORM.at(handout.position, f'no kit is called "{name}"', suggestion=nearest(name, names))


def _languages(handout: Handout, page: Page, guide: Guide) -> Iterator[Finding]:
    for other in guide.counterparts(page):
        twins = [each for each in handouts_on(other) if each.id == handout.id]
        same = [each for each in twins if _shape(each) == _shape(handout)]
        if not same:
            how = "marks it in another way" if twins else "does not mark it"
            yield LANGUAGES.at(handout.position, f'"{handout.id}": {other.file} {how}')


def _shape(handout: Handout) -> tuple[tuple[str, ...], int, int, tuple[str, ...], bool]:
    return handout.parts, handout.pages, handout.copies, handout.kits, bool(handout.title)
