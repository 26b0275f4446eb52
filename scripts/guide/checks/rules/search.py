"""Checks of what the search is made of: synonyms that do something, hits that lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from guide.checks.causes import gone
from guide.checks.findings import Finding, Rule, Severity, nearest
from guide.checks.registry import site_check, source_check
from guide.model.data import SynonymGroup
from guide.model.guide import Guide
from guide.model.place import Position
from guide.model.site import Site
from guide.search import analysis
from guide.search.index import phrase_terms
from guide.search.units import Kind, Unit, units_of, wordings_on
from guide.tools.texts import per_data, per_page, per_text
from guide.words import words_of

SAME_WORD = Rule(
    "synonym-same-word",
    "Two synonyms that the search takes for one word",
    "Two words of a group differ only by an ending, so that the search knows them as one already.",
    "The entry looks as if it did something.",
    "keep one of the two",
    Severity.WARNING,
)
COVERED = Rule(
    "synonym-covered",
    "Group of synonyms that another group holds",
    "Every word of the group stands in another group of the same language.",
    "An editor who mends one of them leaves the other.",
    "take the smaller group away",
    Severity.WARNING,
)
STOP_WORD = Rule(
    "synonym-stop-word",
    "Synonym that the search passes over",
    "The word is so common that the search leaves it out.",
    "A reader who writes it finds nothing by it.",
    "write the word with the words around it, or take it away",
    Severity.WARNING,
)
WORDING_NOWHERE = Rule(
    "wording-leads-nowhere",
    "Other wording that leads nowhere",
    "The entry names a page or an id that the guide does not have, or a question on the page that only lists it.",
    "The wordings are never found.",
    "write the path of a page within a language and an id on it, such as faq.md#what-is-it",
)
WORDING_IDLE = Rule(
    "wording-adds-nothing",
    "Other wording that adds nothing",
    "The wording holds the same words, in any order and form, as the title or another wording of the same place.",
    "The list grows, and nobody is helped to find the answer.",
    "take the wording away, or ask in words that are not there yet",
    Severity.WARNING,
)
WORDINGS_MANY = Rule(
    "wordings-too-many",
    "Too many other wordings",
    "A question, section or page has more other wordings, in page and list together, than the schema allows.",
    "Nobody can review them, and what stands in all of them drowns what tells one answer from another.",
    "keep those that differ most; put words that only the others hold into the list of words",
    Severity.WARNING,
)
WORDS_MANY = Rule(
    "search-words-too-many",
    "Too many words for the search",
    "A question, section or page has more words in the list of words than the schema allows.",
    "Nobody can review them, and the place comes up for what it does not answer.",
    "keep the words that tell this answer from others",
    Severity.WARNING,
)
WORD_HELD = Rule(
    "search-word-held",
    "Word for the search that stands there already",
    "A word of the list stands, in any form, in the title, the short answer or another wording of the place.",
    "The entry looks as if it did something.",
    "take the word away",
    Severity.WARNING,
)
WORDING_TWICE = Rule(
    "wording-twice",
    "The same other wording at two places",
    "A wording leads to two questions or sections.",
    "The search cannot tell which answer is meant.",
    "keep the wording where its answer is",
    Severity.WARNING,
)
QUERY_NOWHERE = Rule(
    "query-leads-nowhere",
    "Query whose answer is not there",
    "A query of the search's test material names a page or an id that the guide does not have.",
    "The search is measured against an answer that it cannot give.",
    "write the path of a page within a language and an id on it, or take the query away",
    Severity.WARNING,
)
UNKNOWN_LANGUAGE = Rule(
    "search-language-unknown",
    "Words for the search in a language that the guide does not have",
    "The list stands under a code that is not one of the guide's languages.",
    "No search uses it.",
    "write the code of one of the guide's languages",
)
HIT_NOWHERE = Rule(
    "search-hit-to-nowhere",
    "Hit of the search that leads nowhere",
    "The search offers a page or a heading that the built site does not have.",
    "The reader who chose the right hit meets a page-not-found, or the top of a page.",
    "build the site again; if the finding stays, the heading's {#id} is not what the page is built with",
)


@source_check(SAME_WORD, COVERED, STOP_WORD, UNKNOWN_LANGUAGE)
def synonyms(guide: Guide) -> Iterator[Finding]:
    """Entries of the list of synonyms that do nothing."""
    codes = {language.code for language in guide.settings.languages}
    for code in dict.fromkeys(group.language for group in guide.synonyms):
        groups = [group for group in guide.synonyms if group.language == code]
        if code not in codes:
            yield UNKNOWN_LANGUAGE.at(groups[0].position, f'the guide has no language "{code}"')
        else:
            yield from _without_effect(guide.synonyms, code)


@per_data
def _without_effect(synonyms: Sequence[SynonymGroup], code: str) -> Iterator[Finding]:
    groups = [group for group in synonyms if group.language == code]
    written = [[phrase_terms(word, code) for word in group.words] for group in groups]
    members = [frozenset(terms) for terms in written]
    for group, terms, own in zip(groups, written, members, strict=True):
        yield from _words(group, terms)
        if any(own < other for other in members):
            yield COVERED.at(group.position, f'"{", ".join(group.words)}" stand together in another group')


def _words(group: SynonymGroup, terms: Sequence[str]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for word, term in zip(group.words, terms, strict=True):
        if word.lower() in words_of(group.language).locale.stop_words:
            yield STOP_WORD.at(group.position, f'"{word}" is a word that the search leaves out')
        if first.setdefault(term, word) is not word:
            yield SAME_WORD.at(group.position, f'"{first[term]}" and "{word}" are one word to the search')


@source_check(WORDING_NOWHERE, UNKNOWN_LANGUAGE)
def wordings(guide: Guide) -> Iterator[Finding]:
    """Entries of the lists of other wordings, and of words, that lead nowhere."""
    codes = {language.code for language in guide.settings.languages}
    for entry in (*guide.wordings, *guide.search_words):
        page = guide.page_by_key.get((entry.language, entry.path))
        if entry.language not in codes:
            yield UNKNOWN_LANGUAGE.at(entry.position, f'the guide has no language "{entry.language}"')
        elif page is None:
            suggestion = nearest(entry.path, guide.paths)
            message, cause = f'no page "{entry.path}"', gone(guide, entry.path)
            yield WORDING_NOWHERE.at(entry.position, message, suggestion=suggestion, cause=cause)
        elif entry.anchor and entry.anchor not in page.anchors:
            suggestion = nearest(entry.anchor, page.anchors)
            message = f'"{entry.path}" has no id "{entry.anchor}"'
            cause = gone(guide, entry.path, entry.anchor)
            yield WORDING_NOWHERE.at(entry.position, message, suggestion=suggestion, cause=cause)
        elif (answer := guide.answered_elsewhere(page, entry.anchor)) is not None:
            message = f'"{entry.path}" only lists "{entry.anchor}"'
            yield WORDING_NOWHERE.at(entry.position, message, suggestion=f"{answer.path}#{entry.anchor}")


@source_check(WORDING_IDLE, WORDINGS_MANY, WORDS_MANY, WORD_HELD)
def too_much(guide: Guide) -> Iterator[Finding]:
    """What editors gathered for the search and nobody is helped by."""
    wordings = _wordings_by_place(guide)
    words = {(entry.language, entry.path, entry.anchor): entry.position for entry in guide.search_words}
    for language in guide.settings.languages:
        for unit in _units(guide, language.code):
            place = language.code, unit.page.path, unit.anchor
            yield from _wordings_of(unit, guide, wordings.get(place, ()))
            if place in words:
                yield from _words_of(unit, guide, words[place])


_Place = tuple[str, str, str]


def _wordings_by_place(guide: Guide) -> Mapping[_Place, Sequence[tuple[str, Position]]]:
    """Give the wordings that editors wrote, in a page and in the list, with where each stands."""
    found: dict[_Place, list[tuple[str, Position]]] = {}
    on_pages = (entry for page in guide.pages for entry in wordings_on(page))
    for entry in (*on_pages, *guide.wordings):
        place = entry.language, entry.path, entry.anchor
        found.setdefault(place, []).extend((text, entry.position) for text in entry.texts)
    return found


def _wordings_of(unit: Unit, guide: Guide, wordings: Sequence[tuple[str, Position]]) -> Iterator[Finding]:
    most, language = guide.settings.schema.most_other_ways, unit.page.language
    if len(wordings) > most:
        message = f'"{unit.title}" has {len(wordings)} other wordings; at most {most}'
        yield WORDINGS_MANY.at(wordings[-1][1], message)
    held = {_terms(unit.title, language): unit.title}
    for text, position in wordings:
        terms = _terms(text, language)
        if terms in held:
            yield WORDING_IDLE.at(position, f'"{text}" says what "{held[terms]}" says')
        held.setdefault(terms, text)


def _words_of(unit: Unit, guide: Guide, position: Position) -> Iterator[Finding]:
    most, language = guide.settings.schema.most_search_words, unit.page.language
    if len(unit.words) > most:
        yield WORDS_MANY.at(position, f'"{unit.title}" has {len(unit.words)} words for the search; at most {most}')
    held = frozenset[str]().union(*(_terms(text, language) for text in (unit.title, unit.lead, *unit.also)))
    for word in unit.words:
        terms = _terms(word, language)
        if terms <= held:
            yield WORD_HELD.at(position, f'"{word}" stands in "{unit.title}", or in what belongs to it, already')
        held |= terms


@per_text
def _terms(text: str, language: str) -> frozenset[str]:
    return frozenset(analysis.term(word, language) for word in analysis.words(text))


@source_check(QUERY_NOWHERE)
def queries(guide: Guide) -> Iterator[Finding]:
    """Answers that the test material of the search expects."""
    anchors = {path: frozenset[str]() for path in guide.paths}
    for page in guide.pages:
        anchors[page.path] |= page.anchors
    for answer, position in guide.answers_to_queries:
        path, _, anchor = answer.partition("#")
        if path not in anchors:
            yield QUERY_NOWHERE.at(position, f'no page "{path}"', suggestion=nearest(path, guide.paths))
        elif anchor and anchor not in anchors[path]:
            near = nearest(anchor, anchors[path])
            yield QUERY_NOWHERE.at(position, f'"{path}" has no id "{anchor}"', suggestion=near)


@per_page
def _units(guide: Guide, language: str) -> Iterable[Unit]:
    # Asked for of the sources, and again of the site that is built of them.
    return units_of(guide, language)


@source_check(WORDING_TWICE)
def repeated_wordings(guide: Guide) -> Iterator[Finding]:
    """Wordings of the list that also lead to another question or section."""
    with_wordings = {entry.language for entry in guide.wordings}
    for language in guide.settings.languages:
        if language.code not in with_wordings:
            continue
        first: dict[str, Unit] = {}
        for unit in _units(guide, language.code):
            if unit.kind not in (Kind.TERM, Kind.PAGE):
                for text in unit.also:
                    first.setdefault(text.casefold(), unit)
        for entry in guide.wordings:
            for text in entry.texts if entry.language == language.code else ():
                other = first.get(text.casefold())
                if other is not None and (other.page.path, other.anchor) != (entry.path, entry.anchor):
                    yield WORDING_TWICE.at(entry.position, f'"{text}" also leads to "{other.place}"')


@site_check(HIT_NOWHERE)
def hits(guide: Guide, site: Site) -> Iterator[Finding]:
    """Every unit of the search's index, in the built site."""
    for language in guide.settings.languages:
        for unit in _units(guide, language.code):
            address = unit.page.address
            page = site.page_by_path.get(address if address.endswith(".html") else f"{address}index.html")
            if page is None or (unit.anchor and unit.anchor not in page.ids):
                hit = f"/{address}#{unit.anchor}" if unit.anchor else f"/{address}"
                yield HIT_NOWHERE.at(unit.page.front.position, f'the search leads to "{hit}", which is not in the site')
