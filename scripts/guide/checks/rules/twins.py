"""Checks that the two languages hold the same, in the same order: blocks, links, notes, units, answers, quotations.

What lives here: what stands in a section and its passages, side by side. What does not: headings, tables and
records of translation (``translation.py``), and figures and denials (``figures.py``), and words left in
the other language (``foreign.py``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from guide.checks.findings import Finding, Rule, Severity, shortened
from guide.checks.registry import source_check
from guide.checks.rules.figures import figures_in, pairs_of_passages, words_in
from guide.model.guide import Guide
from guide.model.page import Link, Page, Passage
from guide.model.place import Position
from guide.model.targets import Kind
from guide.tools.texts import per_page, per_text
from guide.words import words_of

BLOCKS = Rule(
    "translation-blocks",
    "Blocks that differ between the languages",
    "A section has other paragraphs, lists, items, boxes, quotations or code in one language than in the other.",
    "Some readers miss a paragraph or a step, or meet advice as a warning.",
    "give both languages the same blocks in the same order, or allow it with the reason why one needs more words",
)
LINKS = Rule(
    "translation-links",
    "Links that lead elsewhere in the other language",
    "The links of a section do not lead to the same places, in the same order, in both languages.",
    "One of the two sends its readers to the wrong page or section.",
    "give both languages the same links in the same order",
)
ORDER = Rule(
    "translation-order",
    "Notes, pictures or lists in another order",
    "A section has the same citations, pictures or instructions (<!-- guide:… -->) in another order, or one more.",
    "A claim gets the source of another.",
    "put them in the same order in both languages, each where what it belongs to is said",
)
UNITS = Rule(
    "translation-units",
    "A figure with another unit in the other language",
    "A passage gives a figure with a unit, a month or a size (million) that its counterpart does not give it.",
    "Per cent become percentage points, months become years.",
    "look in the source, and write the same unit in both",
)
ANSWER = Rule(
    "translation-answer",
    "Yes in one language, no in the other",
    "A passage begins with a word for yes in one language and with one for no, or neither, in the other.",
    "The languages give opposite answers.",
    "begin both with the same answer",
)
QUOTATIONS = Rule(
    "translation-quotations",
    "Quotation in one language only",
    "A passage without a note quotes something in one language and nothing in the other.",
    "Words that somebody said stand as the guide's own, or the other way round.",
    "quote the same in both",
    Severity.WARNING,
)
_ABSENT = "nothing"


def _pairs(guide: Guide) -> Iterator[tuple[Page, Page]]:
    """Each page of the default language with each of its twins, where sections can be told by their ids."""
    if not guide.settings.schema.explicit_ids:
        return
    for page in guide.pages:
        if page.language == guide.settings.default_language.code:
            for other in guide.counterparts(page):
                yield page, other


class _Item(NamedTuple):
    """Something that stands in a section."""

    section: str
    position: Position
    what: str


def _compare(rule: Rule, page: Page, other: Page, items: Callable[[Page], Sequence[_Item]]) -> Iterator[Finding]:
    """Tell of the first thing in each section that both have and that is not the same."""
    own, twin = _by_section(page, items(page)), _by_section(other, items(other))
    shared = {heading.id for heading in page.headings} & {heading.id for heading in other.headings} | {""}
    for section in [each for each in dict.fromkeys([*own, *twin]) if each in shared]:
        here, there = own.get(section, []), twin.get(section, [])
        if [each.what for each in here] != [each.what for each in there]:
            yield _first_difference(rule, page, other, section, here, there)


def _first_difference(
    rule: Rule, page: Page, other: Page, section: str, here: Sequence[_Item], there: Sequence[_Item]
) -> Finding:
    same = 0
    while same < min(len(here), len(there)) and here[same].what == there[same].what:
        same += 1
    has = there[same].what if same < len(there) else _ABSENT
    meant = here[same].what if same < len(here) else _ABSENT
    position = there[same].position if same < len(there) else there[-1].position if there else _start(other, section)
    origin = here[same].position if same < len(here) else here[-1].position if here else _start(page, section)
    return rule.at(position, f"{has}, where {page.file}:{origin.line} has {meant}")


def _start(page: Page, section: str) -> Position:
    return next((each.position for each in page.headings if each.id == section), page.front.position)


def _by_section(page: Page, items: Sequence[_Item]) -> Mapping[str, list[_Item]]:
    """Gather by the id of the heading; that of the page itself differs between languages, and is ""."""
    tops = {heading.id for heading in page.headings if heading.level == 1}
    found: dict[str, list[_Item]] = {}
    for item in items:
        found.setdefault("" if item.section in tops else item.section, []).append(item)
    return found


@source_check(BLOCKS)
def blocks(guide: Guide) -> Iterator[Finding]:
    """Blocks, section by section. Tables and what is in them have a check of their own."""
    for page, other in _pairs(guide):
        yield from _other_blocks(page, other)


@per_page
def _other_blocks(page: Page, other: Page) -> Iterator[Finding]:
    yield from _compare(BLOCKS, page, other, _blocks)


def _blocks(page: Page) -> list[_Item]:
    return [
        _Item(block.section, block.position, _named(block.kind))
        for block in page.blocks
        if block.kind != "cell" and not block.kind.startswith("heading")
    ]


def _named(kind: str) -> str:
    if kind.startswith("table"):
        return "a table"
    if kind == "end":
        return "the end of a list, box or quotation"
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


@source_check(LINKS)
def links(guide: Guide) -> Iterator[Finding]:
    """Where links lead, section by section."""
    codes = frozenset(language.code for language in guide.settings.languages)
    for page, other in _pairs(guide):
        if any(_is_broken(link, guide) for each in (page, other) for link in each.links):
            # A link that leads nowhere is told of as such, and once mended leads where its counterpart does.
            continue
        yield from _compare(LINKS, page, other, lambda each: [_link(link, each, codes) for link in each.links])


def _is_broken(link: Link, guide: Guide) -> bool:
    return link.target.kind == Kind.PAGE and link.target.path not in guide.page_by_source


def _link(link: Link, page: Page, codes: frozenset[str]) -> _Item:
    target = link.target
    if target.kind == Kind.EXTERNAL:
        where = re.sub(r"\w+", lambda word: "…" if word[0].casefold() in codes else word[0], link.href)
    else:
        path = target.path.removeprefix(f"{page.language}/")
        where = f"{path}#{target.fragment}" if target.fragment else path or link.href
    return _Item(link.section, link.position, f'a link to "{where}"')


@source_check(ORDER)
def order(guide: Guide) -> Iterator[Finding]:
    """Citations, pictures and instructions; that one language lacks a citation is told elsewhere."""
    for page, other in _pairs(guide):
        yield from _other_order(page, other)


@per_page
def _other_order(page: Page, other: Page) -> Iterator[Finding]:
    # The section of the page itself has another id in each language.
    here, there = (_by_section(each, _citations(each)) for each in (page, other))
    if all(
        Counter(each.what for each in here.get(section, ())) == Counter(each.what for each in there.get(section, ()))
        for section in {*here, *there}
    ):
        yield from _compare(ORDER, page, other, _citations)
    yield from _compare(ORDER, page, other, _pictures)


def _citations(page: Page) -> list[_Item]:
    return [_Item(each.section, each.position, f"the note {each.written}") for each in page.citations]


def _pictures(page: Page) -> list[_Item]:
    found = [_Item(each.section, each.position, "a picture") for each in page.images]
    for comment in page.comments:
        if comment.name == "guide":
            # What follows the name is the writer's own words in a filter, and a name in all the others.
            words = comment.value.partition("|")[0].split()[:2]
            name = words[0] if words and words[0] == "filter" else " ".join(words)
            found.append(_Item(comment.section, comment.position, f"<!-- guide:{name} -->"))
    return sorted(found, key=lambda each: each.position)


# Passage by passage ---------------------------------------------------------


@source_check(UNITS, ANSWER, QUOTATIONS)
def passages(guide: Guide) -> Iterator[Finding]:
    """Units, answers and quotations."""
    for page, other in _pairs(guide):
        yield from _other_passages(page, other)


@per_page
def _other_passages(page: Page, other: Page) -> Iterator[Finding]:
    cited = {each.passage for each in page.citations}
    cited_at = {page.passages[number].position for number in cited if 0 <= number < len(page.passages)}
    for here, there in pairs_of_passages(page, other):
        if len(here) == len(there) == 1:
            yield from _units(here[0], there[0], page, other)
            yield from _answer(here[0], there[0], page, other)
            if here[0].position not in cited_at:
                yield from _quotations(here[0], there[0], page)


def _units(here: Passage, there: Passage, page: Page, other: Page) -> Iterator[Finding]:
    own, twin = units_in(here.text, page.language), units_in(there.text, other.language)
    for figure in own.keys() & twin.keys():
        if own[figure].isdisjoint(twin[figure]):
            written = f"{page.file}:{here.position.line} has {', '.join(sorted(own[figure]))}"
            message = f"{figure} {', '.join(sorted(twin[figure]))}, where {written}"
            yield UNITS.at(there.position, message)
            return
    months = months_in(here.text, page.language), months_in(there.text, other.language)
    if all(months) and months[0] != months[1]:
        names = (", ".join(sorted(each)) for each in months)
        written = f"{page.file}:{here.position.line} names {next(names)}"
        yield UNITS.at(there.position, f"it names {next(names)}, where {written}")


@per_text
def months_in(text: str, language: str) -> frozenset[str]:
    """Give the months that a text names with a year or a day beside them, or as in "in June", by their numbers.

    >>> sorted(months_in("Lagen kom i juni 2018 och den 3 maj.", "sv"))
    ['month 5', 'month 6']
    """
    names = {
        name: what for name, what in _meanings(words_of(language).locale.units).items() if what.startswith("month ")
    }
    if not names or not _NUMBER.search(text):
        return frozenset()
    beside = re.compile(rf"(?:\d\.? )({'|'.join(names)})(?!\w)|(?<!\w)({'|'.join(names)})(?: \d)", re.IGNORECASE)
    return frozenset(names[(found[1] or found[2]).casefold()] for found in beside.finditer(text))


@per_text
def units_in(text: str, language: str) -> Mapping[str, frozenset[str]]:
    """Give the figures of a text with the units that follow them, as the words file names these.

    >>> dict(units_in("Det tar 3 månader, 31 procent.", "sv"))
    {'3': frozenset({'month'}), '31': frozenset({'%'})}
    """
    units = words_of(language).locale.units
    found: dict[str, set[str]] = {}
    if units and _NUMBER.search(text):
        for match in _with_units(units, language).finditer(text.casefold()):
            unit = _meanings(units)[match["unit"]]
            for figure in (*figures_in(match["number"], language), *words_in(match["number"], language)):
                found.setdefault(figure, set()).add(unit)
    return {figure: frozenset(names) for figure, names in found.items()}


_NUMBER = re.compile(r"\d|[^\W\d_]{2,}")


@cache
def _with_units(units: tuple[str, ...], language: str) -> re.Pattern[str]:
    words = [each.partition(" = ")[0] for each in words_of(language).locale.number_words]
    numbers = "|".join(["\\d[\\d.,   ]*", *map(re.escape, words)])
    names = "|".join(re.escape(name) for name in sorted(_meanings(units), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<number>{numbers})(?:\s|-)?(?P<unit>{names})(?!\w)")


@cache
def _meanings(lines: tuple[str, ...]) -> Mapping[str, str]:
    """Give what each word means, out of a words file's lines of words, commas between them, " = " and the meaning."""
    found: dict[str, str] = {}
    for line in lines:
        names, _, meaning = line.partition(" = ")
        found.update(dict.fromkeys((name.strip() for name in names.split(",")), meaning.strip()))
    return found


def _answer(here: Passage, there: Passage, page: Page, other: Page) -> Iterator[Finding]:
    if not all(words_of(each.language).locale.answers for each in (page, other)):
        return
    own, twin = _answered(here.text, page.language), _answered(there.text, other.language)
    pairs = (own, there, twin, other.language), (twin, here, own, page.language)
    for answer, counterpart, its, language in pairs:
        # "In Sweden, yes" answers too; in a table people answer as one does ("They do").
        if answer and (its or counterpart.kind == "paragraph") and not _says(answer, counterpart.text, language):
            message = f"it answers {twin or 'neither yes nor no'}, {page.file}:{here.position.line} {own or 'neither'}"
            yield ANSWER.at(there.position, message)
            return


def _says(answer: str, text: str, language: str) -> bool:
    """Say whether the first words of a text hold an answer."""
    answers = _meanings(words_of(language).locale.answers)
    return any(answers.get(word) == answer for word in re.findall(r"\w+", text.casefold())[:6])


def _answered(text: str, language: str) -> str:
    """Give "yes" or "no" where a text begins with that, or ""."""
    # "No. 4" is a number.
    first = re.match(r"\W*(\w+)(?!\. ?[#\d])(?=[,.:;!–— ])", text)
    if first is None or text[first.end() : first.end() + 1] not in ",.:;!":
        return ""
    return _meanings(words_of(language).locale.answers).get(first[1].casefold(), "")


def _quotations(here: Passage, there: Passage, page: Page) -> Iterator[Finding]:
    own, twin = (_QUOTATION.findall(each.text) for each in (here, there))
    if bool(own) != bool(twin) and any(" " in each for each in own + twin):
        where = f"{page.file}:{here.position.line}"
        parts = (where, "here") if own else ("here", where)
        message = "{} is quoted {}, and nothing {}".format(shortened((own or twin)[0], 60), *parts)
        yield QUOTATIONS.at(there.position, message)


_QUOTATION = re.compile(r"[“”][^“”]+[“”]")
