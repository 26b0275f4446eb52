"""How hard a page's prose is to read: LIX for Swedish, Flesch Reading Ease for English.

What lives here: which passages count, sentences, words, syllables and the two measures.
What does not: the limits (``model/schema.py``), the finding (``checks/rules/readability.py``) and
the table that is printed (``commands/proofread.py``).

LIX (Björnsson, *Läsbarhet*, 1968) is words per sentence plus the share of words with
more than six letters: easy below 40, medium to 50, hard above. Flesch Reading Ease
(Flesch, "A new readability yardstick", 1948) weighs words per sentence and syllables
per word: plain English from 60, fairly hard below 50. LIX can be counted for English
too, but its scale was made for Swedish, and editors of English know Flesch's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from guide.model.guide import Guide
from guide.model.page import Page, Passage
from guide.words import words_of

_ENDS = ".!?…"
_CLOSING = "\"'”’»)]"
# The end of a sentence, and the letter after the space.
_END = re.compile(rf"[{re.escape(_ENDS)}][{re.escape(_CLOSING)}]*\s+(?=(\S))")
_AROUND = _ENDS + _CLOSING + ",:;([“«„–—-/"
_LONG = 6
_VOWELS = frozenset("aeiouy")
# Two vowels that are said apart ("criteria", "idea", "situation"), and where the same pair is one sound ("nation").
_APART = ("ia", "io", "iu", "eo", "ua", "iet", "dea", "create", "being", "doing", "going", "seeing")
_ONE_SOUND = ("tia", "cia", "tio", "cio", "sio", "gio", "xio", "gua", "qua", "sua", "geo", "peo")
_SUFFIXES = ("ments", "ment", "ful", "less", "ness", "ly", "thing", "one", "body", "line", "where", "times", "ty")


@dataclass(frozen=True, slots=True)
class Counts:
    """What the measures are made of."""

    sentences: int
    """Sentences; a list item or a paragraph ends one even without a full stop."""
    words: int
    """Words and numbers."""
    long_words: int
    """Words with more than six letters."""
    syllables: int
    """Syllables, as far as English spelling tells."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of readability."""

    name: str
    """Its name."""
    of: Callable[[Counts], float]
    """Its value."""
    harder_is_higher: bool
    """A higher value means a harder text."""

    def exceeds(self, value: float, limit: float) -> bool:
        """Tell whether a text of ``value`` is harder than ``limit`` allows, in whole points as they are shown."""
        return round(value) > limit if self.harder_is_higher else round(value) < limit


def lix(counts: Counts) -> float:
    """Give Björnsson's readability index."""
    return counts.words / counts.sentences + 100 * counts.long_words / counts.words


def flesch(counts: Counts) -> float:
    """Give Flesch's Reading Ease."""
    return 206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words


MEASURES: Mapping[str, Measure] = {
    "lix": Measure("LIX", lix, harder_is_higher=True),
    "flesch": Measure("Flesch", flesch, harder_is_higher=False),
}
"""The measures, by the name that words files call them by."""


def measure_of(language: str) -> Measure | None:
    """Give the measure of a language, or None for one that has none."""
    return MEASURES.get(words_of(language).locale.readability)


def measured(page: Page) -> float | None:
    """Give the measure of a page's prose, or None for a page without prose or a language without a measure."""
    measure = measure_of(page.language)
    counts = counted(prose(page, words_of(page.language)["read-more.opening"]))
    return measure.of(counts) if measure and counts.words else None


def limit_of(page: Page, guide: Guide) -> int | None:
    """Give the limit for pages of this type and language, or None when there is none."""
    limits = guide.settings.schema.reading_limits.get(words_of(page.language).locale.readability, {})
    return limits.get(page.type, limits.get(""))


def prose(page: Page, links_only: str = "") -> Iterator[str]:
    """Give the running text: paragraphs and list items.

    Headings, table cells and quotations are no prose of the guide's own, and a
    paragraph that opens with ``links_only`` ("Läs mer:") is a list of links.
    """
    for passage in page.passages:
        if _is_prose(passage) and not (links_only and passage.text.startswith(links_only)):
            yield passage.text


def _is_prose(passage: Passage) -> bool:
    return passage.kind == "paragraph" and not passage.quoted


def counted(texts: Iterable[str]) -> Counts:
    """Count sentences, words, long words and syllables; no text gives zeros."""
    sentences = words = long_words = syllables = 0
    pieces: Counter[str] = Counter()
    for text in texts:
        own = text.split()
        if any(_weight(piece) is not None for piece in own):
            sentences += sentences_in(text)
            pieces.update(own)
    # Each different piece is weighed once: most of a text is the same few hundred words.
    for piece, times in pieces.items():
        weight = _weight(piece)
        if weight is not None:
            is_long, number = weight
            words += times
            long_words += times * is_long
            syllables += times * number
    return Counts(sentences, words, long_words, syllables)


def sentences_in(text: str) -> int:
    """Count sentences: ends before white space and a new beginning, and the end of the text.

    >>> sentences_in("Det är 78,3 procent. Se 3.2 i planen! Varför?")
    3
    """
    return 1 + sum(not beginning.islower() for beginning in _END.findall(text))


def split_sentences(text: str) -> list[str]:
    """Give the sentences of a text; a text without any gives itself.

    >>> split_sentences("Det är 78,3 procent. Se 3.2 i planen! Varför?")
    ['Det är 78,3 procent.', 'Se 3.2 i planen!', 'Varför?']
    """
    ends = [match.end() for match in _END.finditer(text) if not match[1].islower()]
    return [text[start:end].strip() for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]


@cache
def _weight(piece: str) -> tuple[bool, int] | None:
    """Give whether what stands between two spaces is a long word, and its syllables; None when it is no word."""
    word = piece.strip(_AROUND)
    if not any(map(str.isalnum, word)):
        return None
    return sum(map(str.isalpha, word)) > _LONG, syllables_of(word)


@cache
def syllables_of(word: str) -> int:
    """Count the syllables of an English word from its spelling.

    Initials are spelt out (one each, "HR" is two), and a number counts one for each
    digit, which is about what reading it aloud takes.

    >>> [syllables_of(word) for word in ("trust", "people", "agency", "evaluation", "HR", "wanted", "asked")]
    [1, 2, 3, 5, 2, 2, 1]
    """
    if word.isupper() and len(word) <= 4:
        return len(word)
    parts = "".join(character if character.isalnum() else " " for character in word.replace("’", "").replace("'", ""))
    return max(1, sum(_syllables_of_part(part.lower()) for part in parts.split()))


def _syllables_of_part(part: str) -> int:
    if part.isdecimal():
        return len(part)
    groups = sum(is_vowel for is_vowel, _ in groupby(part, _VOWELS.__contains__))
    apart = sum(map(part.count, _APART)) - sum(map(part.count, _ONE_SOUND))
    return max(1, groups + apart - _silent(part))


def _silent(part: str) -> int:
    """Count an e that is written and not said: at the end, and before a suffix ("man-age-ment", "some-thing")."""
    suffix = next((each for each in _SUFFIXES if part.endswith(each) and len(part) > len(each) + 3), "")
    return _silent_end(part) + (_silent_end(part.removesuffix(suffix)) if suffix else 0)


def _silent_end(part: str) -> int:
    stem, last = (part[:-1], part[-1]) if part[-2:] in {"ed", "es"} else (part, "")
    if len(stem) < 3 or stem[-1] != "e" or stem[-2] in _VOWELS:
        return 0
    if stem[-2] == "l" and stem[-3] not in _VOWELS | {"l"} and last != "d":
        return 0
    hisses = stem[-2] in "sxzcg" or stem[-3:-1] in {"sh", "ch"}
    said = (last == "d" and stem[-2] in "td") or (last == "s" and hisses)
    return int(not said)
