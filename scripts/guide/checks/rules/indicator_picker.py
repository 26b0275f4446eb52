"""Checks of the indicator picker: ``data/tools/indicator-picker.yml``, whole in every language, each set balanced."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.entries import languages, twice
from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.place import Position
from guide.model.tools import FEWEST_MEASURES, SECTORS, IndicatorPicker, Purpose

FORM = Rule(
    "picker-form",
    "Indicator picker without what it needs",
    "An entry lacks its id, a language or its indicators, two have the same id, or an indicator stands in two "
    "perspectives or in none.",
    "A purpose cannot be chosen, or a set looks balanced and is not.",
    "write it as data/schemas/indicator-picker.json has it, with every indicator in one perspective",
)
LINK = Rule(
    "picker-link",
    "Indicator picker with an unknown indicator",
    "An id is not that of an indicator in data/indicators.yml.",
    "The set has one measure fewer than it should, and nobody sees which.",
    "write the id of an indicator",
)
BALANCE = Rule(
    "picker-balance",
    "Purpose without a balanced set",
    f"For some sector, a purpose has fewer than {FEWEST_MEASURES} measures, or none from a perspective.",
    "The reader gets a set that forgets somebody: those who do the work, or those it is for.",
    "add an indicator that the sector can take to the purpose",
)


@source_check(FORM, LINK, BALANCE)
def indicator_pickers(guide: Guide) -> Iterator[Finding]:
    """The indicator picker, where there is one."""
    for found in guide.indicator_pickers:
        for group in (found.perspectives, found.purposes):
            yield from twice(FORM, group)
            for entry in group:
                yield from languages(FORM, guide, entry, entry.texts, what="its name")
        yield from _ids(guide, found)
        yield from _perspectives(guide, found)
        for purpose in found.purposes:
            yield from _balance(found, purpose)


def _ids(guide: Guide, found: IndicatorPicker) -> Iterator[Finding]:
    known = [each.id for each in guide.indicators]
    named: list[tuple[str, Position]] = [(each.indicator, each.position) for each in found.only]
    named += [(name, each.position) for each in found.perspectives for name in each.indicators]
    named += [(name, each.position) for each in found.purposes for name in each.indicators]
    for name, position in named:
        if name not in known:
            yield LINK.at(position, f'no indicator "{name}"', suggestion=nearest(name, known))


def _perspectives(guide: Guide, found: IndicatorPicker) -> Iterator[Finding]:
    for indicator in guide.indicators:
        within = [each for each in found.perspectives if indicator.id in each.indicators]
        if not within:
            yield FORM.at(found.position, f'the indicator "{indicator.id}" stands in no perspective')
        elif len(within) > 1:
            message = f'"{indicator.id}" stands in "{within[0].id}" too'
            yield FORM.at(within[1].position, message)


def _balance(found: IndicatorPicker, purpose: Purpose) -> Iterator[Finding]:
    for sector in SECTORS:
        possible = [name for name in purpose.indicators if found.is_for(name, sector)]
        if len(possible) < FEWEST_MEASURES:
            yield BALANCE.at(purpose.position, f'"{purpose.id}" has {len(possible)} measures for {sector}')
        for perspective in found.perspectives:
            if not set(possible) & set(perspective.indicators):
                message = f'"{purpose.id}" has none of "{perspective.id}" for {sector}'
                yield BALANCE.at(purpose.position, message)
