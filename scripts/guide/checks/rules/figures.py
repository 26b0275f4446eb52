"""Checks that the languages give the same figures, and deny the same things."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from guide.checks.findings import Finding, Rule, shortened
from guide.checks.registry import source_check
from guide.language.readability import split_sentences
from guide.model.guide import Guide
from guide.model.page import Page, Passage
from guide.model.place import Position
from guide.tools.texts import per_page, per_text
from guide.words import words_of

FIGURES = Rule(
    "translation-figures",
    "Figures that differ between the languages",
    "A passage gives a number or a year in one language that its counterpart does not give.",
    "The guide contradicts itself, and one of the two is wrong.",
    "look in the source, and write the same figure in both",
)
NEGATION = Rule(
    "translation-negation",
    "Denied in one language only",
    "A sentence says not, no or never in one language, and its counterpart has no word that denies.",
    "The languages may say the opposite of each other.",
    "read both; write the same, or allow it with the reason why they mean the same",
)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
_PAIR = "2"
_IN_WORDS = 100
"""Up to here a language may write a number as a word where another has figures."""
_KINDS = frozenset({"paragraph", "heading", "cell", "title", "term"})


@source_check(FIGURES, NEGATION)
def passages(guide: Guide) -> Iterator[Finding]:
    """Passages beside their counterparts, and claims and figures beside themselves."""
    default = guide.settings.default_language.code
    for page in guide.pages:
        if page.language == default:
            for other in guide.counterparts(page):
                yield from _on_pages(page, other)
    yield from _in_data(guide)
    for figure in guide.figures:
        said = {code: " ".join(text.passages()) for code, text in figure.texts.items()}
        for code in said.keys() - {default}:
            lacks, has = _differing(said.get(default, ""), said[code], default, code, cited=False)
            differ = lacks | has
            if differ:
                yield FIGURES.at(figure.position, f'"{figure.name}": {", ".join(sorted(differ))} in one language only')
    for claim in guide.claims or ():
        own = figures_in(claim.says.get(default, ""), default)
        for code in claim.says.keys() - {default}:
            differ = own ^ figures_in(claim.says[code], code)
            if differ:
                yield FIGURES.at(claim.position, f'"{claim.id}": {", ".join(sorted(differ))} in one language only')


@per_page
def _on_pages(page: Page, other: Page) -> Iterator[Finding]:
    for here, there in pairs_of_passages(page, other):
        yield from _compare(here, there, page, other)


def data_texts(guide: Guide) -> Iterator[tuple[Mapping[str, str], Position]]:
    """Give the texts of the data files that say the same in every language, each with its place."""
    for term in guide.terms:
        yield {code: text.definition for code, text in term.texts.items()}, term.position
    for source in guide.sources:
        abstract = source.custom.get("abstract")
        if isinstance(abstract, dict):
            yield {code: text for code, text in abstract.items() if isinstance(text, str)}, source.position
    for quiz in guide.quizzes:
        for question in quiz.questions:
            yield {code: text.question for code, text in question.texts.items()}, question.position
            yield {code: text.explanation for code, text in question.texts.items()}, question.position
            for number in range(max((len(text.options) for text in question.texts.values()), default=0)):
                options = {code: text.options[number : number + 1] for code, text in question.texts.items()}
                yield {code: each[0] for code, each in options.items() if each}, question.position
    for deck in guide.decks:
        for slide in deck.slides:
            yield {code: text.title for code, text in slide.texts.items()}, slide.position
            yield {code: ". ".join(text.lines) for code, text in slide.texts.items()}, slide.position
    for assessment in guide.assessments:
        yield from assessment.passages()


def _in_data(guide: Guide) -> Iterator[Finding]:
    """Texts of the data files beside themselves in the other languages."""
    default = guide.settings.default_language.code
    for texts, position in data_texts(guide):
        said = texts.get(default, "")
        for code in texts.keys() - {default}:
            lacks, has = _differing(said, texts[code], default, code, cited=False)
            differ = lacks | has
            if said and differ:
                yield FIGURES.at(position, f'"{shortened(texts[code], 60)}": {", ".join(sorted(differ))} in one only')
            for sentence, counterpart in _sentence_pairs(said, texts[code]) if said else ():
                denied = _denied_in_one(sentence, counterpart, default, code)
                if denied:
                    yield NEGATION.at(position, f'"{shortened(counterpart, 80)}": only {denied} denies')


def pairs_of_passages(page: Page, other: Page) -> Iterator[tuple[list[Passage], list[Passage]]]:
    """Give passages with their counterparts: one by one where a section has as many of both, else all of it."""
    own, twin = _by_section(page), _by_section(other)
    for section in [each for each in own if each in twin]:
        here, there = own[section], twin[section]
        if [each.kind for each in here] == [each.kind for each in there]:
            yield from (([a], [b]) for a, b in zip(here, there, strict=True))
        else:
            yield here, there


def _by_section(page: Page) -> Mapping[str, list[Passage]]:
    """Give the passages by the id of their heading; that of the page itself differs between languages, and is ""."""
    tops = {heading.id for heading in page.headings if heading.level == 1}
    found: dict[str, list[Passage]] = {}
    for passage in page.passages:
        if passage.kind in _KINDS:
            found.setdefault("" if passage.section in tops else passage.section, []).append(passage)
    return found


def _compare(here: list[Passage], there: list[Passage], page: Page, other: Page) -> Iterator[Finding]:
    said, told = (" ".join(each.text for each in passages) for passages in (here, there))
    lacks, has = _differing(said, told, page.language, other.language, cited=_cites(page, here))
    if lacks or has:
        where = f"{page.file}:{here[0].position.line}"
        parts = [
            f"{verb} {', '.join(sorted(figures))}, which {where} {contrary}"
            for verb, contrary, figures in (("lacks", "has", lacks), ("has", "lacks", has))
            if figures
        ]
        yield FIGURES.at(there[0].position, f"the passage {'; '.join(parts)}")
    if len(here) == len(there) == 1:
        for sentence, counterpart in _sentence_pairs(said, told):
            denied = _denied_in_one(sentence, counterpart, page.language, other.language)
            if denied:
                shown = shortened(counterpart, 80)
                where = f"{page.file}:{here[0].position.line}"
                yield NEGATION.at(there[0].position, f'"{shown}" and {where}: only {denied} denies')


def _differing(
    said: str, told: str, language: str, other: str, *, cited: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """Give what only the one and only the other has of numbers.

    A number in words counts where the other has another in its place, and in passages that cite a source;
    "half a year" for "six months" in a piece of advice is no contradiction. Nor is "both" for "two". Of a language
    whose words for numbers nobody has given, a small number may stand in words.

    >>> _differing("The 8th of 250", "Osmý z 250", "en", "cs", cited=True)
    (frozenset(), frozenset())
    """
    own, twin = figures_in(said, language), figures_in(told, other)
    if not all(words_of(each).locale.number_words for each in (language, other)):
        own, twin = (frozenset(each for each in found if not _may_be_words(each)) for found in (own, twin))
    words = words_in(said, language), words_in(told, other)
    lacks, has = (own | words[0]) - (twin | words[1]), (twin | words[1]) - (own | words[0])
    if lacks and has:
        return lacks, has
    if cited:
        return lacks - ({_PAIR} - own), has - ({_PAIR} - twin)
    return lacks & own, has & twin


def _may_be_words(figure: str) -> bool:
    return figure.isdecimal() and int(figure) <= _IN_WORDS


def _cites(page: Page, passages: list[Passage]) -> bool:
    places = {passage.position for passage in passages}
    return any(
        0 <= each.passage < len(page.passages) and page.passages[each.passage].position in places
        for each in page.citations
    )


def _sentence_pairs(said: str, told: str) -> list[tuple[str, str]]:
    own, twin = split_sentences(said), split_sentences(told)
    return list(zip(own, twin, strict=True)) if len(own) == len(twin) else [(said, told)]


@per_text
def figures_in(text: str, language: str) -> frozenset[str]:
    """Give the numbers of a text as figures, without separators and with a point before decimals.

    >>> sorted(figures_in("År 2018 hade 2 av 1 250 (0,5 procent) två chefer.", "sv"))
    ['0.5', '1250', '2', '2018']
    """
    if words_of(language).locale.decimal_sign == ",":
        plain = re.sub(r"(?<=\d)[   ](?=\d{3}(?!\d))", "", text)
        plain = re.sub(r"(?<=\d),(?=\d)", ".", plain)
    else:
        plain = re.sub(r"(?<=\d)[,  ](?=\d{3}(?!\d))", "", text)
    return frozenset(each.rstrip(".") for each in _FIGURE.findall(plain))


@per_text
def words_in(text: str, language: str) -> frozenset[str]:
    """Give the numbers that a text has in words, as figures.

    >>> sorted(words_in("Tre av fyra, ett trettiotal", "sv"))
    ['3', '30', '4']
    """
    known = _number_words(words_of(language).locale.number_words)
    return frozenset(known[word] for word in _WORD.findall(text.casefold()) if word in known)


def _denied_in_one(sentence: str, counterpart: str, language: str, other: str) -> str:
    """Give the language that denies what the other neither denies nor turns, or ""."""
    denied, counter = denies(sentence, language), denies(counterpart, other)
    known = all(words_of(each).locale.negations for each in (language, other))
    if denied == counter or not known:
        return ""
    # A word that turns what is said counts only where the sentence that denies has none of its own to match it.
    turned, turning = turns(sentence, language), turns(counterpart, other)
    if denied:
        return language if turning <= turned else ""
    return other if turned <= turning else ""


def denies(text: str, language: str) -> bool:
    """Say whether a text has a word that denies."""
    return _count(text, language, words_of(language).locale.negations) > 0


def turns(text: str, language: str) -> int:
    """Count the words of a text that can stand for a denial: without, few, missing."""
    return _count(text, language, words_of(language).locale.turning_words)


@per_text
def _count(text: str, language: str, words: Collection[str]) -> int:
    if not words:
        return 0
    folded, idioms = text.casefold(), words_of(language).locale.not_denials
    if idioms:
        folded = _any_of(idioms).sub(" ", folded)
    return len(_any_of(frozenset(words)).findall(folded))


@cache
def _number_words(written: tuple[str, ...]) -> Mapping[str, str]:
    pairs = (each.partition(" = ") for each in written)
    return {word: figure for word, _, figure in pairs}


@cache
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    forms = (re.escape(word).replace(r"\*", r"\w*").replace("_", r"\s+") for word in sorted(words))
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")
