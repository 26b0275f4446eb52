"""Checks of the prose: leftovers of editing, untranslated and mixed-up language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from guide.checks.findings import Finding, Rule, Severity, shortened
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.page import Page, Passage
from guide.model.targets import Kind
from guide.tools.texts import per_page, per_text
from guide.words import words_of

TODO = Rule(
    "leftover-todo",
    "Reminder to the writer",
    "The text holds TODO, FIXME, XXX or TBD; `guide new` writes TODO: and what belongs there.",
    "The reader sees that the page is not finished, and does not trust the rest.",
    "write it in place of the word, or take both away",
)
PLACEHOLDER = Rule(
    "leftover-placeholder",
    "Placeholder text",
    "The text holds “lorem ipsum” or another stand-in.",
    "The reader meets a text without meaning.",
    "write the real text",
)
UNTRANSLATED = Rule(
    "untranslated-sentence",
    "Sentence that is not translated",
    "A sentence is the same, word by word, on the page in the other language.",
    "Half of the readers cannot read it.",
    "translate it; quote it as a blockquote if it must keep its language",
)
MIXED = Rule(
    "mixed-language",
    "Paragraph in another language",
    "Most small words of the paragraph belong to another of the guide's languages.",
    "Readers cannot read it, and screen readers say it with the wrong voice (WCAG 3.1.2).",
    "translate it; quote it as a blockquote if it must keep its language",
)
REPEATED = Rule(
    "word-twice",
    "A word twice in a row",
    "The same word stands twice, one after the other.",
    "It looks careless.",
    "delete one of the two",
    Severity.WARNING,
)
_REMINDERS = ("TODO", "FIXME", "XXX", "TBD", "TKTK")
# Thirty in Roman numerals follows what is counted: kapitel XXX, Louis XXX.
_ROMAN = re.compile(r"(?<=[^\W\d_] )XXX(?=[\s,.;)]|$)")
_ANY_REMINDER = re.compile("|".join(_REMINDERS))
# Stand-ins in Latin, which is nobody's language; those of each language stand in its words file.
_PLACEHOLDERS = ("lorem ipsum", "dolor sit amet")
_QUOTATION_MARKS = {"“": "”", "”": "”", '"': '"', "«": "»", "„": "“"}
_ANY_QUOTATION_MARK = re.compile("[" + "".join(_QUOTATION_MARKS) + "]")
_FEWEST_WORDS = 8
_FEWEST_IN_SENTENCE = 6
_CATALOGUED = re.compile(r"[A-ZÅÄÖ]{2,}[- ]?\d")
"""How a number in a catalogue begins: CWE-79, ISO 9001."""


@source_check(TODO)
def unwritten(guide: Guide) -> Iterator[Finding]:
    """Places in pages and data files that are still to be written, each with what belongs there."""
    for file in guide.files:
        for place in file.unwritten:
            yield TODO.at(place.position, f"still to be written: {shortened(place.what, 120)}")


@source_check(TODO, PLACEHOLDER, REPEATED)
def leftovers(guide: Guide) -> Iterator[Finding]:
    """What editing leaves behind."""
    for page in guide.pages:
        yield from _leftovers(page)


@per_page
def _leftovers(page: Page) -> Iterator[Finding]:
    any_placeholder = _any_placeholder(page.language)
    may_be_repeated = words_of(page.language).locale.may_be_repeated
    for passage in page.passages:
        # Here and below one look at all the words comes first: that any of them is there is rare.
        if _ANY_REMINDER.search(passage.text):
            for reminder in _reminders(passage.text):
                yield TODO.at(passage.position, f'"{reminder}" in the text')
        folded = passage.text.casefold()
        if any_placeholder.search(folded):
            placeholder = next(each for each in _placeholders(page.language) if each in folded)
            yield PLACEHOLDER.at(passage.position, f'"{placeholder}" in the text')
        if not passage.quoted:
            yield from _repeated(passage, folded, may_be_repeated)


def _placeholders(language: str) -> tuple[str, ...]:
    return (*_PLACEHOLDERS, *words_of(language).locale.placeholders)


def _any_placeholder(language: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _placeholders(language))))


def _reminders(text: str) -> list[str]:
    """Give the reminders that are words of ``text``."""
    others = text.replace("TODO:", "")  # told of with what belongs there
    words = {word.strip(".,:;()[]!?–—\"'“”") for word in _ROMAN.sub("", others).split()}
    return sorted(words.intersection(_REMINDERS))


def _repeated(passage: Passage, folded: str, may_be: frozenset[str]) -> Iterator[Finding]:
    words = folded.split()
    # A quick look at all pairs first: does any word begin with the whole of the one before?
    if not any(map(str.startswith, words[1:], words)):
        return
    for word, following in pairwise(passage.text.split()):
        same = word.casefold() == following.rstrip(".,:;!?").casefold()
        if same and word.isalpha() and word.casefold() not in may_be:
            yield REPEATED.at(passage.position, f'"{word} {following}"')


@source_check(UNTRANSLATED)
def untranslated(guide: Guide) -> Iterator[Finding]:
    """Sentences that stand in both languages."""
    default = guide.settings.default_language.code
    for page in guide.pages:
        original = guide.page_by_key.get((default, page.path)) if page.language != default else None
        if original is not None:
            yield from _same_sentences(page, original)


@per_page
def _same_sentences(page: Page, original: Page) -> Iterator[Finding]:
    passages = original.passages
    known = {each for passage in passages for each in _sentences(passage) if _is_long_enough(each, passage)}
    # The title of a document elsewhere keeps its language.
    known -= {link.text.casefold().strip(" .!?:") for link in page.links if link.target.kind == Kind.EXTERNAL}
    for passage in page.passages if known else ():
        # What stands in a catalogue keeps its name.
        for sentence in _sentences(passage) if not _CATALOGUED.match(passage.text) else ():
            if sentence in known and _is_long_enough(sentence, passage):
                shown = shortened(sentence, 60)
                yield UNTRANSLATED.at(passage.position, f'"{shown}" is the same in {original.language}')


def _sentences(passage: Passage) -> list[str]:
    if passage.quoted or passage.kind not in {"paragraph", "heading", "title"}:
        return []
    folded = without_quotations(passage.text).casefold().replace("! ", ". ").replace("? ", ". ")
    return [sentence.strip(" .!?:") for sentence in folded.split(". ")]


def _is_long_enough(sentence: str, passage: Passage) -> bool:
    """Say whether a sentence has so many words that it is hardly the same in two languages by chance."""
    return len(sentence.split()) >= (_FEWEST_IN_SENTENCE if passage.kind == "paragraph" else 4)


@source_check(MIXED)
def mixed(guide: Guide) -> Iterator[Finding]:
    """Paragraphs in another of the guide's languages."""
    codes = [language.code for language in guide.settings.languages]
    for page in guide.pages:
        if _small_words(page.language):
            yield from _foreign_on(page, [code for code in codes if code != page.language])


@per_page
def _foreign_on(page: Page, others: list[str]) -> Iterator[Finding]:
    for passage in page.passages:
        if not passage.quoted:
            yield from _foreign(page, passage, others)


def _small_words(language: str) -> frozenset[str]:
    return words_of(language).locale.small_words


def _foreign(page: Page, passage: Passage, others: list[str]) -> Iterator[Finding]:
    if passage.text.count(" ") < _FEWEST_WORDS - 1:
        return
    text = passage.text
    for italic in passage.italics:
        # The title of a book keeps its language.
        text = text.replace(italic.text, " ")
    words = [word.strip(".,:;()[]!?–—…\"'") for word in without_quotations(text).casefold().split()]
    if len(words) < _FEWEST_WORDS:
        return
    own = _small_words(page.language)
    for code in others:
        foreign = _count(words, _small_words(code) - own)
        if foreign >= 3 and foreign > 2 * _count(words, own):
            yield MIXED.at(passage.position, f"the paragraph seems to be in {code}, not {page.language}")
            return


def _count(words: list[str], small: frozenset[str]) -> int:
    return sum(map(small.__contains__, words))


@per_text
def without_quotations(text: str) -> str:
    """Take out what stands between quotation marks: it may keep its language."""
    if not _ANY_QUOTATION_MARK.search(text):
        return text
    kept, quoting = [], ""
    for character in text:
        if quoting:
            quoting = "" if character == quoting else quoting
        elif character in _QUOTATION_MARKS and (
            character == "“" or _QUOTATION_MARKS[character] in text.partition(character)[2]
        ):
            quoting = _QUOTATION_MARKS[character]
        else:
            kept.append(character)
    return "".join(kept)
