"""Checks of the words that the guide does not use: ``data/words-to-avoid.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from guide.checks.findings import Finding, Rule
from guide.checks.registry import source_check
from guide.checks.rules.language import without_quotations
from guide.language.leaning import folded
from guide.model.data import AvoidedWord
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.place import Position
from guide.tools.texts import per_page

AVOIDED = Rule(
    "word-to-avoid",
    "Word that the guide does not use",
    "The text holds a word or phrase that the guide's list of words to avoid has.",
    "The same thing has two names, the reader stumbles, or an association sounds like an effect.",
    "write what the list says; within quotation marks anything may stand",
)


@source_check(AVOIDED)
def avoided(guide: Guide) -> Iterator[Finding]:
    """Every word of the list in the prose of its language, and in tools to fill in."""
    for page in guide.pages:
        words = [word for language, word in guide.avoided_words if language == page.language]
        if words:
            yield from _on_page(page, words)
    for assessment in guide.assessments:
        for texts, position in assessment.passages():
            for code, text in texts.items():
                yield from _in_passage(
                    text, position, [word for language, word in guide.avoided_words if language == code]
                )


@per_page
def _on_page(page: Page, words: list[AvoidedWord]) -> Iterator[Finding]:
    # One look at all of them first: that any is there is rare.
    any_of_them = _pattern(tuple(phrase for word in words for phrase in word.avoid))
    for passage in page.passages:
        if not passage.quoted and any_of_them.search(folded(passage.text)):
            yield from _in_passage(passage.text, passage.position, words)


def _in_passage(said: str, position: Position, words: Iterable[AvoidedWord]) -> Iterator[Finding]:
    text = folded(without_quotations(said))
    for word in words:
        for phrase in word.not_in:
            text = text.replace(folded(phrase), " ")
        found = _pattern(word.avoid).search(text)
        if found is not None:
            because = f" ({word.why})" if word.why else ""
            yield AVOIDED.at(position, f'"{found[0]}"{because}', hint=f"write {word.write}")


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Give what finds any of the phrases as whole words, the longest first."""
    longest_first = sorted(map(folded, phrases), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
