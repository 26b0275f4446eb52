"""The management team's discussion guide: every topic with the agenda of an hour, as text that needs no script.

What lives here: the topics with what to read and how long that takes, the hour's agenda, the roles, and the fields to
choose by. What does not: agendas of other lengths, which the reader's own browser makes (``client/discussion.js``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from math import ceil
from typing import Any

from guide.addresses.published import Place, file_of
from guide.addresses.redirects import href_to
from guide.model.discussion import PLAIN_LENGTH, Adds, Discussion, Step, Topic, TopicText
from guide.model.guide import Guide
from guide.model.page import Page
from guide.words import Words, words_of

_WORDS_A_MINUTE = 200
_READ = frozenset({"paragraph", "cell", "heading"})


def discussion(guide: Guide, page: Page) -> str:
    """Give the guide in the page's language, with all that the script needs in ``data-guide-discussion``; or ""."""
    found = next(iter(guide.discussions), None)
    if found is None:
        return ""
    words = words_of(page.language)
    lines = [
        f'<div class="guide-tool" data-guide-discussion="{escape(_given(found, page.language, words))}">',
        *_choices(found, page.language, words),
        "<div data-plain>",
        *_roles(found, page.language, words),
        *(line for each in found.topics for line in _topic(guide, found, each, page, words)),
        "</div></div>",
    ]
    return "\n".join(lines)


def minutes_to_read(guide: Guide, language: str, references: Iterable[str]) -> int:
    """Give how many minutes pages and sections take to read, of their words, rounded up."""
    words = sum(_words_of(guide, language, reference) for reference in references)
    return max(1, ceil(words / _WORDS_A_MINUTE))


def _words_of(guide: Guide, language: str, reference: str) -> int:
    path, _, anchor = reference.partition("#")
    page = guide.page_by_key.get((language, path))
    sections = _sections(page, anchor) if page else frozenset()
    shown = page.passages if page else ()
    return sum(
        len(each.text.split()) for each in shown if each.kind in _READ and (each.section in sections or not anchor)
    )


def _sections(page: Page, anchor: str) -> frozenset[str]:
    """Give the ids of a section and of those below it."""
    found: list[str] = []
    level = 0
    for section in page.sections:
        if section.id == anchor:
            level = section.level
        elif level and section.level <= level:
            break
        if level:
            found.append(section.id)
    return frozenset(found)


def _given(found: Discussion, language: str, words: Words) -> str:
    given: dict[str, Any] = {
        "parts": {
            each.id: {"name": each.texts[language].name, "text": each.texts[language].text, "adds": each.adds}
            for each in found.parts
            if language in each.texts
        },
        "agendas": {
            each.minutes: [
                {"part": step.part, "minutes": step.minutes, "questions": step.questions} for step in each.steps
            ]
            for each in found.agendas
        },
        "words": words.section("discussion"),
    }
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))


def _choices(found: Discussion, language: str, words: Words) -> Iterator[str]:
    """Give what only a script can use: topic, length and start."""
    topics = "".join(
        f'<option value="{each.id}">{escape(each.texts[language].name)}</option>'
        for each in found.topics
        if language in each.texts
    )
    lengths = "".join(
        f'<option value="{each.minutes}"{" selected" if each.minutes == PLAIN_LENGTH else ""}>'
        f"{escape(words['discussion.minutes'].replace('{}', str(each.minutes)))}</option>"
        for each in found.agendas
    )
    yield '<form class="guide-assessment__who guide-js" autocomplete="off">'
    yield f'<label>{escape(words["discussion.topic"])} <select name="topic">{topics}</select></label>'
    yield f'<label>{escape(words["discussion.length"])} <select name="length">{lengths}</select></label>'
    yield f'<label>{escape(words["discussion.start"])} <input type="time" name="start"></label></form>'


def _roles(found: Discussion, language: str, words: Words) -> Iterator[str]:
    yield f"<p><strong>{escape(words['discussion.roles'])}</strong></p><ul data-roles>"
    for each in found.roles:
        text = each.texts.get(language)
        if text:
            yield f"<li><strong>{escape(text.name)}:</strong> {escape(text.text)}</li>"
    yield "</ul>"


def _topic(guide: Guide, found: Discussion, topic: Topic, page: Page, words: Words) -> Iterator[str]:
    text = topic.texts.get(page.language)
    if text is None:
        return
    minutes = str(minutes_to_read(guide, page.language, topic.reading))
    yield f'<section data-topic="{topic.id}"><h3>{escape(text.name)}</h3><p data-why>{escape(text.why)}</p>'
    read = words["discussion.read"].replace("{}", minutes)
    yield f"<p data-time><strong>{escape(read)}</strong></p><ul data-reading>"
    yield from (f"<li>{_link(guide, reference, page)}</li>" for reference in topic.reading)
    yield f"</ul><p data-before><strong>{escape(words['discussion.before'])}</strong> {escape(text.before)}</p><dl>"
    at, shown = 0, set[int]()
    for step in found.plain.steps if found.plain else ():
        yield from _step(found, step, at, text, page.language, words)
        at += step.minutes
        shown.update(step.questions)
    case = _link(guide, topic.case, page, "data-case")
    yield f"</dl><p><strong>{escape(words['discussion.longer'])}</strong> {case}</p>"
    rest = [(number, each) for number, each in enumerate(text.questions, 1) if number not in shown]
    if rest:
        yield f"<ul>{''.join(map(_question, rest))}</ul>"
    yield "</section>"


def _step(found: Discussion, step: Step, at: int, text: TopicText, language: str, words: Words) -> Iterator[str]:
    part = found.part(step)
    said = part.texts.get(language) if part else None
    if part is None or said is None:
        return
    time = words["discussion.at"].replace("{}", str(at), 1).replace("{}", str(at + step.minutes), 1)
    yield f"<dt>{escape(time)} {escape(said.name)}</dt><dd>{escape(said.text)}"
    if part.adds == Adds.SAY:
        yield f" <span data-say>{escape(text.say)}</span>"
    if part.adds == Adds.DECISION:
        yield f" <span data-decision>{escape(text.decision)}</span>"
    asked = [(number, text.questions[number - 1]) for number in step.questions if number <= len(text.questions)]
    if asked:
        yield f"<ul>{''.join(map(_question, asked))}</ul>"
    yield "</dd>"


def _question(numbered: tuple[int, str]) -> str:
    return f'<li data-question="{numbered[0]}">{escape(numbered[1])}</li>'


def _link(guide: Guide, reference: str, page: Page, mark: str = "") -> str:
    path, _, anchor = reference.partition("#")
    goal = guide.page_by_key.get((page.language, path))
    if goal is None:
        return escape(reference)
    section = next((each.text for each in goal.headings if anchor and each.id == anchor), "")
    name = f"{section} ({goal.title})" if section else goal.title
    return f'<a href="{escape(href_to(Place(goal, anchor), file_of(page)))}"{mark and f" {mark}"}>{escape(name)}</a>'
