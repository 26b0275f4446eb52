"""Checks of slides: ``data/slides.yml``, whole in every language and with notes from a section that exists."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.causes import gone
from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.model.data import Deck, Slide
from guide.model.guide import Guide
from guide.model.page import Page

LONGEST_LINE, LONGEST_TITLE = 80, 45
"""Letters of a line and of a title: what fits a slide in large print."""

FORM = Rule(
    "slide-form",
    "Slide without what it needs",
    "The entry lacks its section, its title or one to five lines in a language, has another number of lines in another "
    f"language, or has a line of more than {LONGEST_LINE} letters or a title of more than {LONGEST_TITLE}.",
    "The slide is left out, says less in one language, or is too full to be read from the back of a room.",
    "write see, and title and lines in every language; what needs more words is said, and stands on the page",
)
TWICE = Rule(
    "slides-twice",
    "Two decks for one page",
    "Two entries are for the same page.",
    "Only the first is made.",
    "put all slides for a page under one entry",
)
PAGE = Rule(
    "slides-page-missing",
    "Slides for a missing page",
    "The slides are for a page that is not in the guide.",
    "Nobody finds them.",
    "write the path of a page within a language, such as training/path-new-manager.md",
)
SEE = Rule(
    "slide-see-missing",
    "Slide without notes",
    "The section that the facilitator's notes are taken from is not on the page, in one of the languages, or its lists "
    "have fewer items than the slide says.",
    "The facilitator has nothing to say, and the build stops.",
    "write the id of a section on the page, and the number of an item of its list",
)


@source_check(FORM, TWICE, PAGE, SEE)
def slides(guide: Guide) -> Iterator[Finding]:
    """Every deck and slide."""
    by_page: dict[str, Deck] = {}
    for deck in guide.decks:
        other = by_page.setdefault(deck.page, deck)
        if other is not deck:
            yield TWICE.at(deck.position, f'"{deck.page}" has slides on line {other.position.line} too')
        pages = [page for page in guide.pages if page.path == deck.page]
        if not pages:
            message, near = f'no page "{deck.page}"', nearest(deck.page, guide.paths)
            yield PAGE.at(deck.position, message, suggestion=near, cause=gone(guide, deck.page))
        for slide in deck.slides:
            yield from _form(guide, slide)
            for page in pages:
                yield from _see(guide, page, slide)


def _form(guide: Guide, slide: Slide) -> Iterator[Finding]:
    codes = [language.code for language in guide.settings.languages]
    for code in codes:
        if code not in slide.texts:
            yield FORM.at(slide.position, f"the slide lacks its title and lines in {code}")
    for code, text in slide.texts.items():
        if code not in codes:
            known = [*codes, "see", "item"]
            yield FORM.at(slide.position, f'unknown key "{code}"', suggestion=nearest(code, known))
        if len(text.title) > LONGEST_TITLE:
            yield FORM.at(slide.position, f'the title "{text.title}" has {len(text.title)} letters')
        for line in text.lines:
            if len(line) > LONGEST_LINE:
                yield FORM.at(slide.position, f'the line "{line}" has {len(line)} letters')
    if len({len(text.lines) for text in slide.texts.values()}) > 1:
        yield FORM.at(slide.position, "the slide has different numbers of lines in the languages")


def _see(guide: Guide, page: Page, slide: Slide) -> Iterator[Finding]:
    ids = [heading.id for heading in page.headings]
    if slide.see not in ids:
        message = f'{page.file} has no section "{slide.see}"'
        cause = gone(guide, page.path, slide.see)
        yield SEE.at(slide.position, message, suggestion=nearest(slide.see, ids), cause=cause)
        return
    items = next((each.items for each in page.lists if each.section == slide.see and each.depth == 0), 0)
    if slide.item > items:
        yield SEE.at(slide.position, f"the list in #{slide.see} of {page.file} has {items} items, not {slide.item}")
