"""Checks of indicators: ``data/indicators.yml``, whole in every language and shown on a page.

Their links, citations and words are checked as those of any page, since they are part of one.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.entries import twice
from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.model.data import INDICATOR_FIELDS, Indicator
from guide.model.guide import Guide
from guide.model.page import Comment
from guide.model.vocabularies import Directive, Frequency
from guide.reading.indicators import OWN_KEYS
from guide.tools.slugs import is_kebab

FORM = Rule(
    "indicator-form",
    "Indicator without what it needs",
    "The entry lacks its id, a language or one of a language's fields, has one that is unknown, or a text of several "
    "paragraphs.",
    "The reader gets the measure without its definition or its warning, or in one language only.",
    "write every field that the other entries have, in every language, each as one paragraph; id in kebab-case",
)
TWICE = Rule(
    "indicator-twice",
    "The same indicator twice",
    "Two indicators have the same id.",
    "Links to the second lead to the first.",
    "give one of them another id",
)
SECTION = Rule(
    "indicator-section",
    "Indicator that no page shows",
    "The indicator's section is not among those that the page shows, or the page asks for a section that no indicator "
    "belongs to.",
    "The reader never sees the indicator, or meets an empty section.",
    "let section be the name in <!-- guide:indicators name --> on the page, in every language",
)
FREQUENCY = Rule(
    "indicator-frequency",
    "Unknown frequency",
    "The indicator's frequency is not one that the guide has words for.",
    "The table shows a code instead of how often to measure.",
    f"write one of {', '.join(Frequency)}",
)


@source_check(FORM, TWICE, SECTION, FREQUENCY)
def indicators(guide: Guide) -> Iterator[Finding]:
    """Every indicator, and every place that shows some."""
    yield from twice(TWICE, guide.indicators)
    for indicator in guide.indicators:
        yield from _own(guide, indicator)
        yield from _texts(guide, indicator)
    yield from _empty(guide)


def _own(guide: Guide, indicator: Indicator) -> Iterator[Finding]:
    place, name = indicator.position, indicator.id
    if not is_kebab(name):
        yield FORM.at(place, f'the id "{name}" is not in kebab-case' if name else "an indicator has no id")
    if indicator.frequency not in set(Frequency):
        suggestion = nearest(indicator.frequency, Frequency)
        yield FREQUENCY.at(place, f'"{name}": no frequency "{indicator.frequency}"', suggestion=suggestion)
    for language in guide.settings.languages:
        if guide.page_of_indicator(indicator, language.code) is None:
            shown = {_section_of(comment) for comment in _asking(guide)}
            message = f'"{name}": no page in {language.code} shows the section "{indicator.section}"'
            yield SECTION.at(place, message, suggestion=nearest(indicator.section, shown))


def _texts(guide: Guide, indicator: Indicator) -> Iterator[Finding]:
    codes = [language.code for language in guide.settings.languages]
    for code in codes:
        fields = indicator.texts.get(code, {})
        lacking = [name for name in INDICATOR_FIELDS if name not in fields or not fields[name].text]
        if lacking:
            what = f"{', '.join(lacking)} in {code}" if fields else f"the language {code}"
            yield FORM.at(indicator.position, f'"{indicator.id}" lacks {what}')
        for name, text in fields.items():
            if name not in INDICATOR_FIELDS:
                message = f'"{indicator.id}": unknown field "{name}" in {code}'
                yield FORM.at(text.position, message, suggestion=nearest(name, INDICATOR_FIELDS))
            elif "\n" in text.text:
                yield FORM.at(text.position, f'"{indicator.id}": {name} in {code} is more than one paragraph')
    for code in indicator.texts.keys() - set(codes):
        message = f'"{indicator.id}": unknown key "{code}"'
        yield FORM.at(indicator.position, message, suggestion=nearest(code, [*codes, *OWN_KEYS]))


def _empty(guide: Guide) -> Iterator[Finding]:
    sections = {indicator.section for indicator in guide.indicators}
    for comment in _asking(guide):
        section = _section_of(comment)
        if section and section not in sections:
            message = f'no indicator has the section "{section}"'
            yield SECTION.at(comment.position, message, suggestion=nearest(section, sections))


def _asking(guide: Guide) -> Iterator[Comment]:
    """Every instruction that asks for indicators."""
    for page in guide.pages:
        for comment in page.comments:
            if comment.name == "guide" and comment.value.split()[:1] == [Directive.INDICATORS]:
                yield comment


def _section_of(comment: Comment) -> str:
    return comment.value.removeprefix(Directive.INDICATORS).strip()
