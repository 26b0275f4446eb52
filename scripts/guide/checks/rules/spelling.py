"""Checks of spelling, of the project's own word lists, and of words in italics that lack their language.

They run in ``make spell`` and in the tests, not in every build: a name that no
dictionary has is no reason to withhold a whole guide, and building needs no Hunspell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from guide.checks.findings import Finding, Rule, Severity
from guide.checks.registry import requested_check
from guide.language.spelling import Spelling, order
from guide.model.guide import Guide
from guide.model.place import Position

SPELLING = Rule(
    "spelling",
    "Word that is not in the dictionary",
    "Neither the language's dictionary nor the project's word list has the word (``make spell``).",
    "A misspelt word makes the reader doubt the rest, and the search does not find it.",
    "spell it right, or add it to data/words-sv.txt or data/words-en.txt when it is a name or a term",
)
LIST_ORDER = Rule(
    "word-list-order",
    "Word list out of order",
    "A word stands before one that comes earlier in the alphabet, or stands there twice.",
    "Two editors who add the same word do not see it.",
    "run: make spell TIDY=1",
    Severity.WARNING,
)
LIST_NOT_NEEDED = Rule(
    "word-list-not-needed",
    "Word of a word list that is not needed",
    "The guide does not use the word, or the dictionary has it by now.",
    "The list lets a misspelling pass that looks like the word.",
    "run: make spell TIDY=1",
    Severity.WARNING,
)
UNMARKED = Rule(
    "italics-unmarked-language",
    "Words of another language that are not marked",
    "A run in italics is in another language of the guide, and no attribute says which (``make spell``).",
    "Screen readers say it with the wrong voice (WCAG 3.1.2), and browsers offer to translate it wrongly.",
    "write the language after it: *styrkedjan*{lang=sv}",
)
RULES = (SPELLING, LIST_ORDER, LIST_NOT_NEEDED, UNMARKED)
_MOST_SUGGESTIONS = 30


@requested_check(*RULES)
def spelling(guide: Guide) -> Iterator[Finding]:
    """Unknown words, and the word lists; raises DictionaryMissingError."""
    found = Spelling(guide)
    yield from _unknown(found)
    for run in found.unmarked():
        yield UNMARKED.at(run.position, f'"{run.text}" in italics is not marked with its language, {run.language}')
    for entry, why in found.not_needed():
        yield LIST_NOT_NEEDED.at(entry.position, f'"{entry.word}" {why}')
    for speller in found.spellers.values():
        before = ""
        for entry in speller.own:
            if order(entry.word) <= order(before):
                yield LIST_ORDER.at(entry.position, f'"{entry.word}" stands after "{before}"')
            before = entry.word


def _unknown(spelling: Spelling) -> Iterator[Finding]:
    places: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for unknown in spelling.unknown():
        places[unknown.language, unknown.word].append(unknown.position)
    for number, ((language, word), positions) in enumerate(places.items()):
        # Looking for a suggestion takes far longer than looking a word up.
        suggestion = spelling.spellers[language].suggestion(word) if number < _MOST_SUGGESTIONS else ""
        for position in positions:
            yield SPELLING.at(position, f'"{word}" is not in the dictionary', suggestion=suggestion)
