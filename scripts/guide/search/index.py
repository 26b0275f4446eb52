"""The index of one language: every term with the units it stands in, and how much it weighs there.

What lives here: weighing (BM25F, https://doi.org/10.1561/1500000019) and the form
in which the index travels. What does not: ranking, which needs the query
(``scripts/guide/client/search/ranking.js``), and files (``files.py``).

The form is made to be small when compressed and quick to read: sorted terms as
"shared prefix + rest", the units of each term as gaps, and the weight of each
as one of a few levels, each kind in a text of its own; so do the wordings that each
term stands in. What a first hit need not wait for comes apart from it, and after it:
other wordings of sections, the words of short answers and descriptions, the telling
words of the texts, what is shown of each.
"""

from __future__ import annotations

import math
import posixpath
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Page
from guide.search import analysis, compounds
from guide.search.units import Kind, Unit, themes_of, units_of
from guide.words import words_of

Fields = Mapping[str, Sequence[str]]
Postings = Mapping[str, Sequence[tuple[int, int]]]
"""Term → (unit's number, level 1 to LEVELS), both rising."""
Texts = Sequence[Sequence[frozenset[str]]]
"""For every unit, short texts as the terms they hold."""
FORMAT = 4
"""Number of the form; the engine refuses any other."""
LEVELS = 3
"""Levels of weight that are told apart."""

_SATURATION = 2.5
_PART = 0.5
# Of the terms that only a unit's body holds, so many are looked for, the most telling ones. With all of them, or with
# every sentence, queries fared the same but for one in a hundred (decision 4), and a language weighed 5 to 25 kB more.
_MOST_OF_BODY = 64
# Field → (weight, how much its length counts). Other wordings travel whole, so that the engine can
# compare them with the query; it counts their words itself.
_FIELDS: Mapping[str, tuple[float, float]] = {
    "title": (5.0, 0.3),
    "lead": (2.0, 0.5),
    "context": (1.5, 0.3),
    "body": (1.0, 0.75),
    # A word that editors gathered weighs as one that two of a question's wordings hold.
    "words": (10 / 3, 0.0),
}
# One character for a number; JSON would have to escape the two that are left out.
_DIGITS = "".join(chr(code) for code in range(35, 127) if code != 92)
_MORE = "!"
# Fields whose every word is kept: one that comes with the index, and those that come after it.
_FIRST = "title"
_WHOLE = ("lead", "words")


@dataclass(frozen=True, slots=True)
class Index:
    """The index of one language before it is written."""

    language: str
    """Language code."""
    units: tuple[Unit, ...]
    """What can be found, in the order of their numbers."""
    postings: Postings
    """Where terms stand in titles."""
    later: Postings
    """Where others stand in leads, those that editors gathered, and the most telling of those in a body only."""


def build_index(guide: Guide, language: str) -> Index:
    """Index every unit of a language."""
    units = units_of(guide, language)
    fields = [_fields(unit, language) for unit in units]
    split = _compounds_in(fields, language)
    lengths = _average_lengths(fields)
    weights = [_weights(unit_fields, lengths, split, language) for unit_fields in fields]
    places = Counter(term for unit_weights in weights for term in unit_weights)
    postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
    later: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (unit_fields, unit_weights) in enumerate(zip(fields, weights, strict=True)):
        first = {analysis.term(word, language) for word in unit_fields[_FIRST]}
        whole = {analysis.term(word, language) for name in _WHOLE for word in unit_fields[name]} - first
        rest = _telling(unit_weights.keys() - first - whole, unit_weights, places, len(units))
        for places_of, terms in ((postings, first), (later, [*whole, *rest[:_MOST_OF_BODY]])):
            for term in terms:
                places_of[term].append((number, _level(unit_weights[term])))
    return Index(language, units, dict(sorted(postings.items())), dict(sorted(later.items())))


def _telling(terms: Iterable[str], weights: Mapping[str, float], places: Mapping[str, int], units: int) -> list[str]:
    """Order a unit's terms by how well they tell it from other units.

    That of long texts only the first are kept is document-centric pruning
    (https://doi.org/10.1145/1183614.1183644).
    """
    return sorted(terms, key=lambda term: (-weights[term] * math.log(1 + units / places[term]), term))


def _level(weight: float) -> int:
    return max(1, min(LEVELS, round(LEVELS * weight / (weight + _SATURATION))))


def _terms_of(guide: Guide, language: str) -> frozenset[str]:
    """Give every term that stands in some unit of a language, the parts of compounds among them."""
    units = units_of(guide, language)
    fields = [_fields(unit, language) for unit in units]
    words = {word for unit_fields in fields for found in unit_fields.values() for word in found}
    also = {term for unit in units for text in unit.also for term in analysis.terms(text, language)}
    parts = {part for found in _compounds_in(fields, language).values() for part in found}
    return frozenset(analysis.term(word, language) for word in words) | also | parts


def _fields(unit: Unit, language: str) -> dict[str, list[str]]:
    """The unit's words by field, stop words left out."""
    texts: Mapping[str, Iterable[str]] = {
        "title": [unit.title],
        "lead": [unit.lead],
        "context": unit.context,
        "body": unit.body,
        "words": unit.words,
    }
    stop = words_of(language).locale.stop_words
    return {
        name: [word for text in found for word in analysis.words(text) if word not in stop]
        for name, found in texts.items()
    }


def _compounds_in(fields: Sequence[Fields], language: str) -> Mapping[str, tuple[str, ...]]:
    """Give the parts, as terms, of every compound, in a language that writes them together."""
    if not words_of(language).locale.writes_compounds:
        return {}
    known: Counter[str] = Counter()
    seen: set[str] = set()
    for unit_fields in fields:
        here = {word for found in unit_fields.values() for word in found}
        seen |= here
        known.update({analysis.term(word, language) for word in here})

    # A word that stands in one place only may be a slip; as a part it would cut other words wrongly.
    def is_known(part: str) -> bool:
        return known[analysis.term(part, language)] > 1

    parts = {word: compounds.split(word, is_known) for word in sorted(seen)}
    return {word: tuple(analysis.term(part, language) for part in found) for word, found in parts.items() if found}


def _average_lengths(fields: Sequence[Fields]) -> Mapping[str, float]:
    averages = {}
    for name in _FIELDS:
        lengths = [len(unit_fields[name]) for unit_fields in fields if unit_fields[name]]
        averages[name] = sum(lengths) / len(lengths) if lengths else 1.0
    return averages


def _weights(
    fields: Fields, lengths: Mapping[str, float], split: Mapping[str, tuple[str, ...]], language: str
) -> Mapping[str, float]:
    """Give BM25F's weighted frequency of each term of one unit."""
    weights: dict[str, float] = defaultdict(float)
    for name, (weight, length_counts) in _FIELDS.items():
        words = fields[name]
        each = weight / (1 - length_counts + length_counts * len(words) / lengths[name]) if words else 0.0
        for word in words:
            weights[analysis.term(word, language)] += each
            for part in split.get(word, ()):
                weights[part] += each * _PART
    return weights


# The form in which it travels ------------------------------------------------


def as_data(index: Index, guide: Guide) -> Mapping[str, Any]:
    """Give the index as plain data for the browser."""
    pages = _pages(index.units)
    numbers = {page.source: number for number, page in enumerate(pages)}
    return {
        "format": FORMAT,
        "language": index.language,
        "levels": LEVELS,
        "stop": " ".join(sorted(words_of(index.language).locale.stop_words)),
        "pages": [[page.title, page.address, _section_title(page, guide)] for page in pages],
        "kinds": "".join(unit.kind for unit in index.units),
        "perPage": _numbers(_counts(numbers[unit.page.source] for unit in index.units)),
        "anchors": [unit.anchor for unit in index.units],
        "titles": ["" if not unit.anchor else unit.title for unit in index.units],
        **_terms_as_data(index.postings, _wordings(index, _first_wordings)),
        "themes": [list(theme) for theme in themes_of(guide, index.language)],
    }


def texts_as_data(index: Index, guide: Guide) -> Mapping[str, Any]:
    """Give what the first hits need not wait for: what is shown of each, and what else is looked for."""
    return {
        "language": index.language,
        "levels": LEVELS,
        **_terms_as_data(index.later, _wordings(index, _later_wordings)),
        "texts": [unit.text for unit in index.units],
        "synonyms": _synonyms_as_data(guide, index.language),
    }


def _pages(units: Sequence[Unit]) -> list[Page]:
    return list({unit.page.source: unit.page for unit in units}.values())


def _section_title(page: Page, guide: Guide) -> str:
    """Give the title of the section of the guide that a page stands in, "" for one that stands by itself."""
    folder = posixpath.dirname(page.path)
    for path in (f"{folder}/index.md", f"{folder}.md") if folder else ():
        index = guide.page_by_key.get((page.language, path))
        if index is not None:
            return index.title if index is not page else ""
    return ""


def _counts(numbers: Iterable[int]) -> list[int]:
    return list(Counter(numbers).values())


def _first_wordings(unit: Unit) -> Sequence[str]:
    """Give the wordings that come with the index."""
    return unit.also if unit.kind is Kind.QUESTION else ()


def _later_wordings(unit: Unit) -> Sequence[str]:
    return () if unit.kind is Kind.QUESTION else unit.also


def _wordings(index: Index, of: Callable[[Unit], Sequence[str]]) -> Texts:
    """Give, for every unit, the terms of each of its other wordings."""
    return [
        [frozenset(analysis.term(word, index.language) for word in analysis.words(text)) for text in of(unit)]
        for unit in index.units
    ]


def _terms_as_data(postings: Postings, wordings: Texts) -> Mapping[str, str]:
    """Give terms with the units they stand in, and with the wordings, numbered through all units."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(chain.from_iterable(wordings)):
        for term in held:
            places[term].append(number)
    terms = sorted({*postings, *places})
    units = [postings.get(term, ()) for term in terms]
    shared, rests = _front_coded(terms)
    return {
        "shared": _numbers(shared),
        "rests": " ".join(rests),
        "counts": _numbers(len(found) for found in units),
        "gaps": _numbers(gap for found in units for gap in _gaps(number for number, _ in found)),
        "weights": "".join(str(level) for found in units for _, level in found),
        "alsoPerUnit": _numbers(len(found) for found in wordings),
        "alsoCounts": _numbers(len(places.get(term, ())) for term in terms),
        "alsoGaps": _numbers(gap for term in terms for gap in _gaps(places.get(term, ()))),
    }


def _front_coded(terms: Iterable[str]) -> tuple[list[int], list[str]]:
    """Give, for each term, how many letters it shares with the one before it, and the rest of it."""
    before = ""
    shared: list[int] = []
    rests: list[str] = []
    for term in terms:
        same = len(posixpath.commonprefix([before, term]))
        shared.append(same)
        rests.append(term[same:])
        before = term
    return shared, rests


def _gaps(numbers: Iterable[int]) -> Iterator[int]:
    """Give, for rising numbers, how many are left out before each."""
    last = -1
    for number in numbers:
        yield number - last - 1
        last = number


def _numbers(numbers: Iterable[int]) -> str:
    """Write numbers as text: one character for a small one; a larger one says how many more digits it has.

    >>> _numbers([0, 1, 200, 9000])
    '#$!%5!!$*v'
    """
    return "".join(_number(number) for number in numbers)


def _number(number: int) -> str:
    base = len(_DIGITS)
    digits = _DIGITS[number % base]
    while number := number // base:
        digits = _DIGITS[number % base] + digits
    return _MORE * (len(digits) - 1) + digits


def _synonyms_as_data(guide: Guide, language: str) -> list[str]:
    """Give each group of a language as terms: words of a phrase by space, members by bar.

    A group of which the guide has no word is left out; it waits for a text that has one.
    """
    known = _terms_of(guide, language)
    groups = [
        list(dict.fromkeys(phrase_terms(word, language) for word in group.words))
        for group in guide.synonyms
        if group.language == language
    ]
    return ["|".join(group) for group in groups if any(known.issuperset(phrase.split()) for phrase in group)]


def phrase_terms(phrase: str, language: str) -> str:
    """Give a word or phrase as terms; stop words stay, since a phrase is recognised as a whole."""
    return " ".join(analysis.term(word, language) for word in analysis.words(phrase))
