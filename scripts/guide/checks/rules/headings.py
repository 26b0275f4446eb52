"""Checks of headings, ids and sections."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.checks.causes import gone
from guide.checks.findings import Finding, Rule, Severity, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.page import Heading, Page, Section
from guide.model.place import Position
from guide.tools.slugs import is_kebab

NO_H1 = Rule(
    "h1-missing",
    "No main heading",
    "The page has no # heading.",
    "Screen readers and search engines do not learn what the page is about.",
    "begin the page with one # heading",
)
TWO_H1 = Rule(
    "h1-twice",
    "Two main headings",
    "The page has more than one # heading.",
    "The page seems to be about two things, and the table of contents loses its order.",
    "make it a ## heading",
)
H1_NOT_FIRST = Rule(
    "h1-not-first",
    "Something stands before the main heading",
    "The first thing on the page is not its # heading.",
    "The reader meets a text before knowing what it is about.",
    "move the # heading to the top",
)
SKIPPED = Rule(
    "heading-level-skipped",
    "A heading level is skipped",
    "A heading is two levels or more below the one above it.",
    "Who moves by headings believes that a part is missing (WCAG 1.3.1).",
    "use the next level",
)
TOO_DEEP = Rule(
    "heading-too-deep",
    "Heading too deep",
    "The heading's level is deeper than the guide uses.",
    "The text is cut too fine to read, and the heading is in no table of contents.",
    "use a higher level, a list or a page of its own",
)
EMPTY_HEADING = Rule(
    "heading-empty",
    "Heading without text",
    "A heading has no text.",
    "It is read out as “heading” and nothing more.",
    "write the heading or take it away",
)
NO_ID = Rule(
    "heading-without-id",
    "Heading without an explicit id",
    "A ## or ### heading has no {#id}.",
    "Links to it break as soon as somebody edits the heading, and switching language loses the place.",
    "put {#english-kebab-case} after the heading, the same in both languages",
)
BAD_ID = Rule(
    "heading-id-malformed",
    "Badly formed id",
    "The id is not lower-case English words joined by hyphens.",
    "Addresses with other letters are hard to say, to type and to keep alike in two languages.",
    "use a–z, 0–9 and -, beginning with a letter",
)
ID_TWICE = Rule(
    "id-twice",
    "The same id twice on a page",
    "Two headings or elements of the page have the same id.",
    "A link can lead to the first only.",
    "give the second another id",
)
# What is shortened at the end of a heading: m.m., bl.a., e.g., etc., Inc.
_ENDS_SHORT = re.compile(r"\.\.$|(?<!\w)(?:\w{1,2}\.)+\w{1,2}\.$|(?<!\w)(?:etc|osv|dvs|Inc|Ltd|Co|Corp|Jr|Sr)\.$")
FORM = Rule(
    "heading-form",
    "Heading with a full stop, link, note or bold",
    "The heading ends with a full stop or holds a link, a citation, an image or bold.",
    "The table of contents, the search and the menus show headings as plain text.",
    "write the heading as plain words; put links and notes in the text below",
    Severity.WARNING,
)
SECTION_MISSING = Rule(
    "section-missing",
    "Required section missing",
    "Pages of this type have a section that this page lacks.",
    "Readers who know one page of the kind do not find what they look for on the next.",
    "add the section with its id",
)
SECTION_EMPTY = Rule(
    "section-empty",
    "Section without content",
    "Nothing stands between a heading and the next.",
    "The reader follows a promise into nothing.",
    "write the section or take its heading away",
)
SECTION_ORDER = Rule(
    "section-order",
    "Required sections in the wrong order",
    "The sections that pages of this type have stand in another order.",
    "Readers who know one page of the kind look in the wrong place on the next.",
    "put the sections in the order of the page type",
)


@source_check(NO_H1, TWO_H1, H1_NOT_FIRST)
def main_heading(guide: Guide) -> Iterator[Finding]:
    """One h1, first."""
    for page in guide.pages:
        h1 = [heading for heading in page.headings if heading.level == 1]
        if not h1:
            if guide.settings.schema.explicit_ids or not page.front.text("title"):
                yield NO_H1.at(page.first_block or page.front.position, "the page has no # heading")
            continue
        for heading in h1[1:]:
            yield TWO_H1.at(heading.position, f'a second # heading: "{heading.text}"')
        if page.first_block is not None and page.first_block < h1[0].position:
            yield H1_NOT_FIRST.at(page.first_block, "this stands before the # heading")


@source_check(SKIPPED, TOO_DEEP, EMPTY_HEADING, FORM)
def levels(guide: Guide) -> Iterator[Finding]:
    """Levels and texts of headings."""
    deepest = guide.settings.schema.deepest_heading
    for page in guide.pages:
        above = 1
        for heading in page.headings:
            if heading.level > above + 1:
                message = f'"{heading.text}" is level {heading.level}, below level {above}'
                yield SKIPPED.at(heading.position, message, hint=f"use level {above + 1} ({'#' * (above + 1)})")
            elif heading.level > deepest:
                yield TOO_DEEP.at(
                    heading.position, f'"{heading.text}" is level {heading.level}; the deepest is {deepest}'
                )
            above = heading.level
            if not heading.text and not heading.marked_up:
                yield EMPTY_HEADING.at(heading.position, "the heading has no text")
            elif guide.settings.schema.explicit_ids:
                yield from _form(heading)


def _form(heading: Heading) -> Iterator[Finding]:
    if heading.text.endswith(".") and not _ENDS_SHORT.search(heading.text):
        yield FORM.at(heading.position, f'"{heading.text}" ends with a full stop')
    for kind in sorted(heading.marked_up):
        yield FORM.at(heading.position, f'"{heading.text}" holds {"an image" if kind == "image" else f"a {kind}"}')


@source_check(NO_ID, BAD_ID, ID_TWICE)
def ids(guide: Guide) -> Iterator[Finding]:
    """Ids of headings and elements."""
    demanded = guide.settings.schema.explicit_ids
    for page in guide.pages:
        questions = {question.position for question in page.questions}
        for heading in page.headings:
            if demanded and heading.level > 1 and not heading.explicit and heading.position not in questions:
                yield NO_ID.at(heading.position, f'the heading "{heading.text}" has no id')
            elif demanded and heading.explicit and not is_kebab(heading.id):
                yield BAD_ID.at(heading.position, f'the id "{heading.id}" is badly formed')
        yield from _repeated(page)


def _repeated(page: Page) -> Iterator[Finding]:
    places = [(heading.id, heading.position) for heading in page.headings if heading.explicit]
    places += [(identifier.id, identifier.position) for identifier in page.identifiers]
    first: dict[str, Position] = {}
    for identity, position in sorted(places, key=lambda place: place[1]):
        if identity in page.generated_anchors:
            yield ID_TWICE.at(position, f'the id "{identity}" is also that of an entry in the generated list')
        elif identity in first:
            yield ID_TWICE.at(position, f'the id "{identity}" is already that of line {first[identity].line}')
        first.setdefault(identity, position)


@source_check(SECTION_MISSING, SECTION_ORDER)
def required_sections(guide: Guide) -> Iterator[Finding]:
    """Sections that the page type demands."""
    for page in guide.pages:
        required = guide.settings.schema.sections.get(page.type, ())
        if not required:
            continue
        present = [heading.id for heading in page.headings if heading.level == 2]
        for identity in required:
            if identity not in present:
                near = nearest(identity, [each for each in present if each not in required])
                message = f'a page of type "{page.type}" has a section "{identity}"'
                yield SECTION_MISSING.at(
                    page.front.at("type"),
                    message,
                    hint=f"add ## … {{#{identity}}}",
                    suggestion=near,
                    cause=gone(guide, page.path, identity),
                )
        yield from _order(page, required, present)


def _order(page: Page, required: tuple[str, ...], present: list[str]) -> Iterator[Finding]:
    found = [identity for identity in present if identity in required]
    expected = [identity for identity in required if identity in found]
    for heading_id, due in zip(dict.fromkeys(found), expected, strict=False):
        if heading_id != due:
            heading = next(each for each in page.headings if each.id == heading_id)
            message = f'section "{heading_id}" stands where "{due}" is due'
            yield SECTION_ORDER.at(heading.position, message, hint=f"order: {', '.join(required)}")
            return


@source_check(SECTION_EMPTY)
def empty_sections(guide: Guide) -> Iterator[Finding]:
    """Headings with nothing below them."""
    for page in guide.pages:
        for index, section in enumerate(page.sections):
            if index and not section.has_content and not _has_filled_part(page.sections, index):
                yield SECTION_EMPTY.at(section.position, f'nothing stands under "{section.title}"')


def _has_filled_part(sections: tuple[Section, ...], index: int) -> bool:
    for part in sections[index + 1 :]:
        if part.level <= sections[index].level:
            return False
        if part.has_content:
            return True
    return False
