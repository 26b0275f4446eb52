"""Checks of the discussion guide: ``data/tools/discussion.yml``, whole in every language, with agendas that add up."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.entries import languages, leading_nowhere, same_name, twice
from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.model.discussion import PLAIN_LENGTH, Agenda, Discussion, Topic
from guide.model.guide import Guide
from guide.pages.discussion import minutes_to_read

LONGEST_READING = 10
"""More minutes than this nobody in a management team reads before a meeting."""

FORM = Rule(
    "discussion-form",
    "Discussion guide without what it needs",
    "An entry lacks its id, a language or a text, a topic has not as many questions in each language as the agendas "
    f"ask for, an agenda names a part that is not there, or none is of {PLAIN_LENGTH} minutes.",
    "The agenda has a hole in it, or the languages ask different things.",
    "write it as data/schemas/discussion.json has it, in every language",
)
TWICE = Rule(
    "discussion-twice",
    "The same id twice in the discussion guide",
    "Two topics, roles or parts have the same id, or two agendas the same length.",
    "Only one of them can be chosen.",
    "give one of them another id",
)
MINUTES = Rule(
    "discussion-minutes",
    "Minutes that do not add up",
    "The parts of an agenda take more or fewer minutes than the meeting.",
    "The group runs out of time where it should decide.",
    "change the minutes of a part",
)
LINK = Rule(
    "discussion-link",
    "Discussion guide that leads nowhere",
    "A page, or a section on it, that a topic leads to is not in the guide in one of the languages.",
    "The group meets without having read anything.",
    "write the path of a page within a language, such as steps/leadership.md or steps/leadership.md#why",
)
READING = Rule(
    "discussion-reading",
    "More to read than anybody does before a meeting",
    f"What a topic asks all to read takes more than {LONGEST_READING} minutes in one of the languages.",
    "Nobody has read it.",
    "name a section in place of a page, or one page fewer",
)


@source_check(FORM, TWICE, MINUTES, LINK, READING)
def discussions(guide: Guide) -> Iterator[Finding]:
    """The discussion guide, where there is one."""
    for found in guide.discussions:
        for entries in (found.roles, found.parts, found.topics):
            yield from twice(TWICE, entries)
            for entry in entries:
                yield from languages(FORM, guide, entry, entry.texts)
        yield from same_name(TWICE, ((str(agenda.minutes), agenda) for agenda in found.agendas))
        if found.plain is None:
            yield FORM.at(found.position, f"there is no agenda of {PLAIN_LENGTH} minutes")
        for agenda in found.agendas:
            yield from _agenda(found, agenda)
        for topic in found.topics:
            yield from _questions(found, topic)
            yield from _links(guide, topic)


def _agenda(found: Discussion, agenda: Agenda) -> Iterator[Finding]:
    whole = sum(step.minutes for step in agenda.steps)
    if whole != agenda.minutes:
        yield MINUTES.at(agenda.position, f"the parts of the agenda of {agenda.minutes} minutes take {whole}")
    for step in agenda.steps:
        if found.part(step) is None:
            suggestion = nearest(step.part, [part.id for part in found.parts])
            yield FORM.at(agenda.position, f'no part "{step.part}"', suggestion=suggestion)


def _questions(found: Discussion, topic: Topic) -> Iterator[Finding]:
    asked = max((number for agenda in found.agendas for step in agenda.steps for number in step.questions), default=0)
    for code, text in topic.texts.items():
        if len(text.questions) != asked:
            message = f'"{topic.id}" has {len(text.questions)} questions in {code}, the agendas ask {asked}'
            yield FORM.at(topic.position, message)


def _links(guide: Guide, topic: Topic) -> Iterator[Finding]:
    for language in guide.settings.languages:
        for reference in (*topic.reading, topic.case):
            yield from leading_nowhere(LINK, guide, (topic.id, topic.position), reference, language.code)
        minutes = minutes_to_read(guide, language.code, topic.reading)
        if minutes > LONGEST_READING:
            yield READING.at(topic.position, f'"{topic.id}": the reading takes {minutes} minutes in {language.code}')
