"""What can be found: every question, section, page, term of the glossary, as units of text.

What lives here: from the model to units. What does not: analysis, weights and the
form of the index (``index.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from guide.model.data import Wordings
from guide.model.guide import Guide
from guide.model.page import Page, Passage, Question, Section
from guide.tools.lists import entries_of
from guide.words import words_of

_PAGE = "_page"
_LONGEST_TEXT = 150
_NOT_FOUND_TYPES = frozenset({"sources"})
_BODY_KINDS = frozenset({"paragraph", "cell", "term"})
_GLOSSARY = "glossary"


class Kind(StrEnum):
    """What a unit is; the value is its letter in the index."""

    QUESTION = "q"
    SECTION = "s"
    SUBSECTION = "u"
    PAGE = "p"
    TERM = "t"


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that a search can lead to."""

    kind: Kind
    """What it is."""
    page: Page
    """The page it stands on."""
    anchor: str
    """Its id on the page; "" for the page itself."""
    title: str
    """The question, the heading, the page's title, the term."""
    text: str
    """What a hit shows below the title: the short answer, or how the section begins."""
    also: tuple[str, ...] = ()
    """Other wordings of the title, which weigh nearly as much and are not shown."""
    context: tuple[str, ...] = ()
    """Titles that it stands under."""
    lead: str = ""
    """Text that weighs more than the body: the short answer, the description."""
    body: tuple[str, ...] = ()
    """The rest of its text."""
    words: tuple[str, ...] = ()
    """Words that readers use for it and that do not stand in it."""

    @property
    def place(self) -> str:
        """Where it stands in the sources: "path#id", or the path of a page."""
        return f"{self.page.path}#{self.anchor}" if self.anchor else self.page.path


def units_of(guide: Guide, language: str) -> tuple[Unit, ...]:
    """Give every unit of a language, page by page, with the wordings and words that editors have gathered."""
    wordings, words = _by_place(guide.wordings, language), _by_place(guide.search_words, language)
    found = []
    for page in guide.pages:
        for unit in _page_units(page, guide) if page.language == language else ():
            place = page.path, unit.anchor
            found.append(replace(unit, also=unit.also + wordings.get(place, ()), words=words.get(place, ())))
    return tuple(found)


def _by_place(entries: Iterable[Wordings], language: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for entry in entries:
        if entry.language == language:
            found[entry.path, entry.anchor] = found.get((entry.path, entry.anchor), ()) + entry.texts
    return found


def themes_of(guide: Guide, language: str) -> tuple[tuple[str, str], ...]:
    """Give each theme of the FAQ with its address, from the root of the site."""
    return tuple(
        (theme.title, theme.page.address + (f"#{theme.anchor}" if theme.anchor else ""))
        for theme in guide.themes[language]
        if theme.id
    )


def _page_units(page: Page, guide: Guide) -> Iterator[Unit]:
    passages = _by_section(page)
    also = {entry.anchor: entry.texts for entry in wordings_on(page)}
    if page.is_found_elsewhere:
        return
    questions = {question.id: question for question in page.questions if question.id}
    titles = {theme.id: theme.title for theme in guide.themes[page.language]}
    yield _whole_page(page, passages, also)
    if page.type in _NOT_FOUND_TYPES:
        return
    above = ""
    for section in page.sections:
        if section.id == _PAGE:
            continue
        if section.level == 2:
            above = section.title
        body = tuple(passage.text for passage in passages.get(section.id, ()) if passage.kind in _BODY_KINDS)
        context = (page.title, above) if section.level > 2 else (page.title,)
        if section.id in questions:
            question = questions[section.id]
            yield _question(question, page, titles[question.theme], body)
        else:
            yield _section(section, page, context, body, also.get(section.id, ()))
    if _GLOSSARY in page.expands:
        yield from _terms(page, guide)


def _by_section(page: Page) -> Mapping[str, list[Passage]]:
    found: dict[str, list[Passage]] = {}
    own = {heading.id for heading in page.headings if heading.level == 1}
    for passage in page.passages:
        found.setdefault(_PAGE if passage.section in own else passage.section or _PAGE, []).append(passage)
    return found


def wordings_on(page: Page) -> Iterator[Wordings]:
    """Give the other wordings that a writer gave a page, its questions and its sections, each where they stand."""
    own = {heading.id for heading in page.headings if heading.level == 1}
    for comment in page.comments:
        if comment.name == "also":
            anchor = "" if comment.section in own else comment.section
            yield Wordings(page.language, page.path, anchor, entries_of(comment.value, "|"), comment.position)


def _whole_page(page: Page, passages: Mapping[str, list[Passage]], also: Mapping[str, tuple[str, ...]]) -> Unit:
    heading = next((heading.text for heading in page.headings if heading.level == 1), "")
    other = (heading,) if heading and heading != page.title else ()
    return Unit(
        kind=Kind.PAGE,
        page=page,
        anchor="",
        title=page.title,
        text=page.front.text("description"),
        also=(*other, *also.get("", ())),
        lead=page.front.text("description"),
        body=tuple(passage.text for passage in passages.get(_PAGE, ()) if passage.kind in _BODY_KINDS),
    )


def _question(question: Question, page: Page, theme: str, body: tuple[str, ...]) -> Unit:
    rest = tuple(text for text in body if text not in (question.short_answer, question.read_more))
    return Unit(
        kind=Kind.QUESTION,
        page=page,
        anchor=question.id,
        title=question.text,
        text=question.short_answer,
        also=question.also,
        context=(theme,),
        lead=question.short_answer,
        body=rest,
    )


def _section(
    section: Section, page: Page, context: tuple[str, ...], body: tuple[str, ...], also: tuple[str, ...]
) -> Unit:
    return Unit(
        kind=Kind.SECTION if section.level == 2 else Kind.SUBSECTION,
        page=page,
        anchor=section.id,
        title=section.title,
        text=beginning(body),
        also=also,
        context=context,
        body=body,
    )


def _terms(page: Page, guide: Guide) -> Iterator[Unit]:
    asks = words_of(page.language).locale.asks_for_meaning
    for term in guide.terms:
        text = term.texts.get(page.language)
        if text is not None:
            yield Unit(
                kind=Kind.TERM,
                page=page,
                anchor=term.id,
                title=text.term,
                text=beginning([text.definition]),
                also=(*text.forms, *(asked.replace("{}", text.term) for asked in asks)),
                lead=text.definition,
            )


def beginning(texts: Iterable[str]) -> str:
    """Give how a text begins: whole sentences as long as they fit, or the first one cut at a word."""
    text = next((text for text in texts if len(text.split()) > 3), "")
    if len(text) <= _LONGEST_TEXT:
        return text
    end = max(text.rfind(mark, 0, _LONGEST_TEXT) for mark in (". ", "? "))
    if end > _LONGEST_TEXT // 3:
        return text[: end + 1]
    return text[: text.rfind(" ", 0, _LONGEST_TEXT)].rstrip(",;:–") + " …"
