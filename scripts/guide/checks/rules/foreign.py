"""Checks for words left in the other language: a sentence, a cell, a label, an address, a way to ask.

What lives here: texts whose words only the other language's texts have. What does not: whole paragraphs, and
sentences that are the same in both (``language.py``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from guide.checks.findings import Finding, Rule, shortened
from guide.checks.registry import source_check
from guide.checks.rules.figures import data_texts, pairs_of_passages
from guide.checks.rules.language import without_quotations
from guide.language.readability import split_sentences
from guide.model.data import Wordings
from guide.model.guide import Guide
from guide.model.page import Marked, Page, Passage
from guide.model.place import Position
from guide.tools.texts import per_data, per_page, per_text
from guide.words import words_of
from guide.words.countries import is_language
from guide.words.files import WordsFile

LEFT = Rule(
    "left-untranslated",
    "Words left in the other language",
    "A sentence, heading, cell, name or explanation consists of words that only the other language's texts have.",
    "Readers cannot read it, and a screen reader says it with the wrong voice.",
    "translate it; write *word*{lang=sv} (the language's code) where the original is meant",
)
MARKED = Rule(
    "language-marked-wrong",
    "Words marked with a language that they are not in",
    "lang names no language, or another of the world's than the words are in.",
    "A screen reader says the words with the wrong voice (WCAG 3.1.2).",
    "write the code of the language (ISO 639-1): sv for Swedish, en for English",
)
NAMES = Rule(
    "translation-names",
    "A name that differs between the languages",
    "A passage names somebody by one first name, or one surname, and its counterpart by another.",
    "One of the two is wrong.",
    "look in the source, and write the same name in both",
)
# How many passages of a language must have a word for it to be one of its ordinary words, and of how many words the
# other must be known for it to mean something that this is none of them.
_ORDINARY, _KNOWN = 3, 1000
_AFTER_COLON = re.compile(r": ([^\W\d_]{2,}(?:[’'-][^\W\d_]+)*)")
_FOLD = str.maketrans("åäöæøéü", "aaoaoeu")
_LETTERS = re.compile(r"[^\W\d_]{2,}(?:[’'-][^\W\d_]+)*")


# A name may begin with the word that ends the pair before it.
_FULL_NAME = re.compile(r"(?<![\w-])([A-ZÅÄÖØ][a-zåäöæøéü]+)(?= ([A-ZÅÄÖØ][a-zåäöæøéü]+)(?![\w-]))")


@source_check(LEFT, MARKED, NAMES)
def left(guide: Guide) -> Iterator[Finding]:
    """Texts whose words stand on the pages of another language, and nowhere else on those of their own."""
    for page in guide.pages:
        for each in page.marked:
            if not is_language(each.language.partition("-")[0]):
                yield MARKED.at(each.position, f'no language has the code "{each.language}"')
    if len(guide.settings.languages) < 2:
        return
    words = _Words(guide)
    for page in guide.pages:
        yield from _on_page(page, words)
        if page.language == guide.settings.default_language.code and guide.settings.schema.explicit_ids:
            for other in guide.counterparts(page):
                yield from words.names(page, other)
    for text, language, position in _elsewhere(guide):
        yield from words.left(text, language, position)
    for language in dict.fromkeys(entry.language for entry in guide.wordings):
        yield from _left_in(guide.wordings, words.rare(_words_in(guide.wordings, language), language))


def _on_page(page: Page, words: _Words) -> Iterator[Finding]:
    yield from _left_on(page, words.rare(_words_on(page), page.language))
    yield from words.left_slug(page)
    for each in page.marked:
        yield from words.marked(each)


@per_page
def _left_on(page: Page, rare: _Rare) -> Iterator[Finding]:
    for sentence, position in _sentences_on(page):
        yield from _left(sentence, rare, position)
    for question in page.questions:
        place = question.also_position or question.position
        yield from _left_wordings(question.also, rare, place)
        yield from _left_asking(question.also, page.language, rare.codes, place)


@per_page
def _sentences_on(page: Page) -> Iterator[tuple[str, Position]]:
    for passage in page.passages:
        if not passage.quoted and passage.kind != "html":
            for sentence in split_sentences(_own_words(passage)):
                # Who somebody is, and where to write to them, is the same in every language.
                if "@" not in sentence:
                    yield sentence, passage.position


@per_page
def _words_on(page: Page) -> Iterator[str]:
    """Give the words that are looked for, each once."""
    texts = [
        *(sentence for sentence, _ in _sentences_on(page)),
        *(text for each in page.questions for text in each.also),
    ]
    yield from dict.fromkeys(word for text in texts for word in _no_names(text)[0])


def _elsewhere(guide: Guide) -> Iterator[tuple[str, str, Position]]:
    """Give text, language and place of what readers meet beside the pages' own texts."""
    yield from guide.settings.nav_sections
    for texts, position in data_texts(guide):
        for language, text in texts.items():
            yield text, language, position
    for each in guide.settings.languages:
        file = words_of(each.code).file
        if file is not None:
            path = guide.settings.relative(file.path)
            yield from ((word, each.code, Position(path, *file.place_of(key))) for key, word in file.values.items())


def _own_words(passage: Passage) -> str:
    text = passage.text
    for italic in passage.italics:
        text = text.replace(italic.text, " ")
    return without_quotations(text)


@per_text
def _vocabulary(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words that a text writes small, and all of its words, as if written small."""
    found = frozenset(_LETTERS.findall(text))
    return frozenset(filter(str.islower, found)), frozenset(map(str.casefold, found))


@per_text
def _no_names(text: str) -> tuple[list[str], int]:
    """Give the words of a sentence but those that may be names, and how many words it has.

    A capital letter within a sentence begins a name, and names have their language everywhere.
    """
    words = _LETTERS.findall(text)
    begins = {0, *(words.index(each) for each in _AFTER_COLON.findall(text))}
    return [word.casefold() for place, word in enumerate(words) if place in begins or word.islower()], len(words)


@per_data
def _words_in(wordings: Sequence[Wordings], language: str) -> Iterator[str]:
    """Give the words that are looked for in ways to ask of one language, each once."""
    texts = (text for entry in wordings for text in entry.texts if entry.language == language)
    yield from dict.fromkeys(word for text in texts for word in _no_names(text)[0])


@per_data
def _left_in(wordings: Sequence[Wordings], rare: _Rare) -> Iterator[Finding]:
    for entry in wordings:
        if entry.language == rare.language:
            yield from _left_wordings(entry.texts, rare, entry.position)


class _Vocabulary(NamedTuple):
    """The words of a page's passages, or of what buttons and labels say in a language."""

    small: frozenset[str]
    """Words that are written small."""
    said: tuple[str, ...]
    """All words of each passage, as if written small: a word stands here as often as there are passages with it."""
    folded_small: frozenset[str]
    """Those that are written small, as an address writes them."""
    folded_own: frozenset[str]
    """All of them, as an address writes them."""


@per_page
def _vocabulary_on(page: Page) -> Iterator[_Vocabulary]:
    own = [_vocabulary(_own_words(passage)) for passage in page.passages if not passage.quoted]
    yield _gathered((small for small, _ in own), (found for _, found in own))


@per_page
def _vocabulary_of_labels(file: WordsFile) -> Iterator[_Vocabulary]:
    # What buttons and labels say belongs to the language as well as what its pages say.
    found = [set(_LETTERS.findall(text)) for text in file.values.values()]
    small = ((word for word in words if word.islower()) for words in found)
    yield _gathered(small, ([word.casefold() for word in words] for words in found))


def _gathered(small: Iterable[Iterable[str]], found: Iterable[Iterable[str]]) -> _Vocabulary:
    written_small, said = frozenset(chain.from_iterable(small)), tuple(chain.from_iterable(found))
    folded = (frozenset(word.translate(_FOLD) for word in words) for words in (written_small, frozenset(said)))
    return _Vocabulary(written_small, said, *folded)


class _Rare(NamedTuple):
    """All that is known of words which hardly any passage of their language has."""

    language: str
    """The language that they stand in."""
    codes: tuple[str, ...]
    """The languages of the guide."""
    default: str
    """The default language."""
    is_known: bool
    """So many words of the language are known that it means something that these are rare."""
    words: Mapping[str, tuple[int, tuple[tuple[bool, int], ...]]]
    """For each word the number of passages in its language, and for each of the languages whether it writes the word
    small, and the number of passages there."""


class _Words:
    """How many passages of each language hold a word, and which words each writes small."""

    def __init__(self, guide: Guide) -> None:
        self.default = guide.settings.default_language.code
        found: dict[str, list[_Vocabulary]] = {}
        for language in guide.settings.languages:
            file = words_of(language.code).file
            found[language.code] = [*_vocabulary_of_labels(file)] if file else []
        for page in guide.pages:
            found.setdefault(page.language, []).extend(_vocabulary_on(page))
        self.codes = tuple(found)
        self.small = {code: frozenset().union(*(each.small for each in own)) for code, own in found.items()}
        self.counts = {code: Counter(chain.from_iterable(each.said for each in own)) for code, own in found.items()}
        self.ordinary = {
            code: frozenset(word for word, times in counts.items() if times > 1) for code, counts in self.counts.items()
        }
        self.folded_small = {
            code: frozenset().union(*(each.folded_small for each in own)) for code, own in found.items()
        }
        self.folded_own = {code: frozenset().union(*(each.folded_own for each in own)) for code, own in found.items()}

    def rare(self, words: Iterable[str], language: str) -> _Rare:
        """Give what is known of those words that are rare in their language."""
        counts = self.counts.get(language)
        if counts is None:  # Told of elsewhere (search-language-unknown).
            return _Rare(language, self.codes, self.default, is_known=False, words={})
        ordinary = self.ordinary[language]
        rare = {word: self._known_of(word, language) for word in words if word not in ordinary}
        return _Rare(language, self.codes, self.default, len(counts) >= _KNOWN, rare)

    def _known_of(self, word: str, language: str) -> tuple[int, tuple[tuple[bool, int], ...]]:
        beside = tuple((word in self.small[code], self.counts[code][word]) for code in self.codes)
        return self.counts[language][word], beside

    def left(self, text: str, language: str, position: Position) -> Iterator[Finding]:
        """One text that stands on no page."""
        yield from _left(text, self.rare(_no_names(text)[0], language), position)

    def marked(self, marked: Marked) -> Iterator[Finding]:
        """Words that another of the guide's languages has, and the one that is named has not."""
        found = [word for word in _LETTERS.findall(marked.text) if word.islower()]
        named = marked.language.partition("-")[0]
        if not found or len(found) < len(_LETTERS.findall(marked.text)):
            return
        for code, small in self.small.items():
            counts = self.counts.get(named, Counter[str]())
            sure = len(found) > 1 or self.counts[code][found[0].casefold()] >= _ORDINARY
            if code != named and sure and all(word in small and not counts[word] for word in found):
                yield MARKED.at(
                    marked.position, f'"{shortened(marked.text, 40)}" is marked {named}, and seems to be {code}'
                )
                return

    def names(self, page: Page, other: Page) -> Iterator[Finding]:
        """Names of two words, of which one is the same in both languages."""
        for position, words, message in _other_names(page, other):
            # An ordinary word may only begin a sentence.
            if not any(word.casefold() in small for word in words for small in self.small.values()):
                yield NAMES.at(position, message)

    def left_slug(self, page: Page) -> Iterator[Finding]:
        """The words of an address, which have no å, ä and ö."""
        words = re.findall(r"[a-z]{2,}", page.slug)
        for code, small in self.folded_small.items():
            foreign = [word for word in words if word in small and word not in self.folded_own[page.language]]
            if code != page.language and foreign and 2 * len(foreign) >= len(words):
                yield LEFT.at(page.front.at("slug"), f'"{page.slug}" seems to be in {code}, not {page.language}')
                return


def _left(text: str, rare: _Rare, position: Position) -> Iterator[Finding]:
    """One text."""
    code = _language_of(text, rare)
    if code:
        yield LEFT.at(position, f'"{shortened(text, 60)}" seems to be in {code}, not {rare.language}')


def _language_of(text: str, known: _Rare) -> str:
    """Give the language that a text is in, where that is another than it should be; "" where it is not."""
    words, number = _no_names(text)
    rare = [word for word in words if word in known.words]
    if not rare or 2 * len(rare) < number:
        return ""
    for place, code in enumerate(known.codes):
        letters = set(words_of(code).locale.letters) - set(words_of(known.language).locale.letters)
        foreign = [word for word in rare if known.words[word][1][place][0] or not letters.isdisjoint(word)]
        # A word alone is told only where the other language has it often: some are the same in both.
        alone = number == 1 and known.is_known and _is_ordinary(text, known.words[rare[0]][1][place][1])
        enough = len(foreign) > 1 or alone
        here = sum(known.words[word][0] for word in foreign)
        there = sum(known.words[word][1][place][1] for word in foreign)
        # A text that stands in both as often is the original where it is in the default language.
        likelier = there > here or (there == here and known.language != known.default)
        if code != known.language and enough and likelier and 2 * len(foreign) >= number:
            return code
    return ""


def _is_ordinary(word: str, times: int) -> bool:
    return not _LETTERS.findall(word)[0].isupper() and times >= _ORDINARY


def _left_wordings(wordings: Sequence[str], rare: _Rare, position: Position) -> Iterator[Finding]:
    """Ways to ask: some hold words of another language, as people ask; most do not."""
    found = [wording for wording in wordings if _language_of(wording, rare)]
    if found and 2 * len(found) >= len(wordings):
        yield LEFT.at(position, f'"{shortened(found[0], 60)}" seems not to be in {rare.language}')


def _left_asking(wordings: Sequence[str], language: str, codes: Sequence[str], position: Position) -> Iterator[Finding]:
    """Ways to ask, of which one is all in another language, its small words too."""
    for wording in wordings:
        if _is_whole(wording, language, codes):
            yield LEFT.at(position, f'"{shortened(wording, 60)}" seems not to be in {language}')


def _is_whole(text: str, language: str, codes: Sequence[str]) -> bool:
    """Say whether a text has small words of another language, and none of its own."""
    words = text.casefold().split()
    own = words_of(language).locale.small_words
    others = (words_of(code).locale.small_words - own for code in codes if code != language)
    return own.isdisjoint(words) and any(sum(word in small for word in words) > 1 for small in others)


@per_page
def _other_names(page: Page, other: Page) -> Iterator[tuple[Position, tuple[str, str], str]]:
    """Give where two names share one word, the two words that differ, and what is said of it."""
    for here, there in pairs_of_passages(page, other):
        if len(here) == len(there) == 1 and here[0].text != there[0].text:
            yield from _names_in(here[0], there[0], page)


def _names_in(here: Passage, there: Passage, page: Page) -> Iterator[tuple[Position, tuple[str, str], str]]:
    twins = _FULL_NAME.findall(there.text)
    for first, last in _FULL_NAME.findall(here.text) if twins else ():
        for other_first, other_last in twins:
            if (first == other_first) != (last == other_last):
                one, two = (last, other_last) if first == other_first else (first, other_first)
                if one not in there.text and two not in here.text:
                    where = f"{page.file}:{here.position.line} has {first} {last}"
                    yield there.position, (one, two), f"{other_first} {other_last}, where {where}"
