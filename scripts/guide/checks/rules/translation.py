"""Checks that the languages say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from guide.checks.causes import gone
from guide.checks.findings import Finding, Rule, Severity, nearest
from guide.checks.registry import source_check
from guide.model.data import MarkedPair
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.place import Position

ONE_LANGUAGE = Rule(
    "page-one-language",
    "Page in one language only",
    "The page has no counterpart with the same path in another language.",
    "Who switches language meets a page-not-found.",
    "write the page in the other language, under the same path",
)
HEADINGS = Rule(
    "translation-headings",
    "Headings that differ between the languages",
    "A heading id is in one language only, or the order or level differs.",
    "Switching language loses the place, and a part of the guide is missing for some readers.",
    "give both languages the same headings in the same order",
)
IDS = Rule(
    "translation-ids",
    "Ids that differ between the languages",
    "An id outside headings is in one language only.",
    "A link that works in one language breaks in the other.",
    "give both languages the same ids",
)
TABLES = Rule(
    "translation-tables",
    "Tables that differ between the languages",
    "A section has other tables, rows or columns in one language than in the other.",
    "Some readers miss a row of facts.",
    "give both languages the same tables",
)
CITATIONS = Rule(
    "translation-citations",
    "Citations that differ between the languages",
    "A section cites other sources in one language than in the other, or one of them more often.",
    "A claim has its source for some readers only.",
    "cite the same sources as often in the same sections",
)
QUESTIONS = Rule(
    "translation-questions",
    "FAQ questions that differ between the languages",
    "A question is in one language only, or its roles differ.",
    "Some readers do not get the answer, or not in the right selection.",
    "give both languages the same questions with the same roles",
)
FRONT_MATTER = Rule(
    "translation-front-matter",
    "Facts in the front matter that differ between the languages",
    "A key that must say the same in both languages does not.",
    "The guide contradicts itself.",
    "write the same value in both",
)
STALE = Rule(
    "translation-stale",
    "Translation older than its original",
    "A section of the original has been changed since both were marked as saying the same; the translation has not.",
    "The languages say different things.",
    "bring the translation up to date, then mark the page",
)
UNRECORDED = Rule(
    "translation-unrecorded",
    "Translation that nobody has marked",
    "The guide keeps records of which translations are up to date, and this page or section is not among them.",
    "When the original changes, nobody will be told.",
    "read both through, then mark the page",
    Severity.WARNING,
)
EDITED = Rule(
    "translation-record-edited",
    "Record of a translation that nobody made by marking",
    "The records of translations have another fingerprint than the last commit, and it is that of no text.",
    "A section that differs between the languages counts as read.",
    "mark the page: records are made by the command, and never by hand or by merging lines",
)
FORGOTTEN = Rule(
    "translation-forgotten",
    "Record of a page or section that is gone",
    "The records of translations name a page or section that does not exist.",
    "Records that nobody trusts are not kept.",
    "mark the page again, which takes the old record away",
    Severity.WARNING,
)


@source_check(ONE_LANGUAGE)
def pages_in_one_language(guide: Guide) -> Iterator[Finding]:
    """Pages without their twin."""
    for page in guide.pages:
        for language in guide.settings.languages:
            if (language.code, page.path) not in guide.page_by_key:
                paths = [each.path for each in guide.pages if each.language == language.code]
                near = nearest(page.path, [path for path in paths if (page.language, path) not in guide.page_by_key])
                hint = f"write {guide.settings.docs_path}/{language.folder or '…'}/{page.path}"
                message = f"the page is not there in {language.code}"
                yield ONE_LANGUAGE.at(
                    page.front.position, message, hint=hint, suggestion=near, cause=gone(guide, page.path)
                )


def _pairs(guide: Guide) -> Iterator[tuple[Page, Page]]:
    """Each page of the default language with each of its twins."""
    for page in guide.pages:
        if page.language == guide.settings.default_language.code:
            for other in guide.counterparts(page):
                yield page, other


@source_check(HEADINGS)
def headings(guide: Guide) -> Iterator[Finding]:
    """Ids, order and levels of headings."""
    if not guide.settings.schema.explicit_ids:
        yield from _counts_of_headings(guide)
        return
    for page, other in _pairs(guide):
        questions = {question.id for each in (page, other) for question in each.questions}
        own = [
            (heading.id, heading.level) for heading in page.headings if heading.explicit and heading.id not in questions
        ]
        twin = [
            (heading.id, heading.level)
            for heading in other.headings
            if heading.explicit and heading.id not in questions
        ]
        if own == twin:
            continue
        cause = _renamed(guide, page, set(dict(own)), set(dict(twin)))
        yield from _missing_headings(guide, page, other, dict(own), dict(twin), cause)
        yield from _missing_headings(guide, other, page, dict(twin), dict(own), cause)
        yield from _levels(page, other, dict(own))
        if sorted(own) == sorted(twin):
            here, there = next((a, b) for a, b in zip(own, twin, strict=True) if a != b)
            position = next(heading.position for heading in other.headings if heading.id == there[0])
            yield HEADINGS.at(position, f'"{there[0]}" stands where {page.file} has "{here[0]}"')


def _counts_of_headings(guide: Guide) -> Iterator[Finding]:
    """For guides without explicit ids: the levels in order must be the same."""
    for page, other in _pairs(guide):
        own, twin = ([heading.level for heading in each.headings] for each in (page, other))
        if own != twin:
            message = f"{len(twin)} headings, {page.file} has {len(own)}, or their levels differ"
            yield HEADINGS.at(other.front.position, message)


def _renamed(guide: Guide, page: Page, own: set[str], twin: set[str]) -> str:
    """Name the cause where one id stands for another in one language: the id that was there before."""
    if len(own - twin) != 1 or len(twin - own) != 1:
        return ""
    known = set(guide.settings.schema.sections.get(page.type, ()))
    known |= {section for record in guide.marked or () if record.page == page.path for section in record.sections}
    former = next(iter((own ^ twin) & known or twin - own))
    return gone(guide, page.path, former)


def _missing_headings(
    guide: Guide, page: Page, other: Page, own: Mapping[str, int], twin: Mapping[str, int], renamed: str
) -> Iterator[Finding]:
    """Headings of ``page`` that ``other`` lacks or has at another level."""
    for heading in page.headings:
        if not heading.explicit or heading.id not in own:
            continue
        if heading.id not in twin:
            near = nearest(heading.id, [identity for identity in twin if identity not in own])
            message = f'no heading with the id "{heading.id}", which {page.file}:{heading.position.line} has'
            cause = renamed or gone(guide, page.path, heading.id)
            yield HEADINGS.at(_where_missing(page, other, heading.id), message, suggestion=near, cause=cause)


def _levels(page: Page, other: Page, own: Mapping[str, int]) -> Iterator[Finding]:
    """Headings that ``other`` has at another level than ``page``."""
    for heading in other.headings:
        if own.get(heading.id, heading.level) != heading.level:
            message = f'"{heading.id}" is level {heading.level}, in {page.file} level {own[heading.id]}'
            yield HEADINGS.at(heading.position, message)


def _where_missing(page: Page, other: Page, identity: str) -> Position:
    """The heading in ``other`` after which the missing one belongs."""
    place = other.headings[0].position if other.headings else other.front.position
    known = {heading.id: heading.position for heading in other.headings}
    for heading in page.headings:
        if heading.id == identity:
            break
        place = known.get(heading.id, place)
    return place


@source_check(IDS)
def ids(guide: Guide) -> Iterator[Finding]:
    """Ids outside headings."""
    for page, other in _pairs(guide):
        yield from _missing_ids(page, other)
        yield from _missing_ids(other, page)


def _missing_ids(page: Page, other: Page) -> Iterator[Finding]:
    for identifier in page.identifiers:
        if identifier.id not in other.anchors:
            yield IDS.at(identifier.position, f'the id "{identifier.id}" is not in {other.file}')


@source_check(TABLES)
def tables(guide: Guide) -> Iterator[Finding]:
    """Tables, section by section."""
    yield from _by_section(
        guide,
        TABLES,
        "table of (rows × columns)",
        lambda page: [(table.section, f"{table.rows} × {table.columns}") for table in page.tables],
    )


@source_check(CITATIONS)
def citations(guide: Guide) -> Iterator[Finding]:
    """Citations, section by section."""
    yield from _by_section(
        guide,
        CITATIONS,
        "citation of",
        lambda page: [(citation.section, citation.written) for citation in page.citations],
    )


def _by_section(
    guide: Guide, rule: Rule, what: str, items: Callable[[Page], list[tuple[str, str]]]
) -> Iterator[Finding]:
    """Compare what sections hold; sections that one language lacks are not told again."""
    for page, other in _pairs(guide):
        own, twin = _counted(items(page), page), _counted(items(other), other)
        for section in sorted(_section_ids(page) & _section_ids(other)):
            here, there = own.get(section, Counter()), twin.get(section, Counter())
            said = [
                f"{verb} the {what} {', '.join(_more_of(more, less))}, which {page.file} {contrary}"
                for verb, contrary, more, less in (("lacks", "has", here, there), ("has", "lacks", there, here))
                if more - less
            ]
            if said:
                yield rule.at(_section_position(other, section), f'section "{section}" {"; ".join(said)}')


def _more_of(more: Counter[str], less: Counter[str]) -> list[str]:
    """Name what the one has more of, and say of what both have that it is one more."""
    return [name + (" once more" if less[name] else "") for name in sorted((more - less).elements())]


def _section_ids(page: Page) -> set[str]:
    return {"_page", *(heading.id for heading in page.headings if heading.level > 1)}


def _counted(items: list[tuple[str, str]], page: Page) -> dict[str, Counter[str]]:
    tops = {"", *(heading.id for heading in page.headings if heading.level == 1)}
    counts: dict[str, Counter[str]] = {}
    for section, name in items:
        counts.setdefault("_page" if section in tops else section, Counter())[name] += 1
    return counts


def _section_position(page: Page, section: str) -> Position:
    return next((each.position for each in page.sections if each.id == section), page.front.position)


@source_check(QUESTIONS)
def questions(guide: Guide) -> Iterator[Finding]:
    """FAQ questions and their roles."""
    for page, other in _pairs(guide):
        own = {question.id: question for question in page.questions if question.id}
        twin = {question.id: question for question in other.questions if question.id}
        for missing, here, there in ((own.keys() - twin.keys(), own, other), (twin.keys() - own.keys(), twin, page)):
            for identity in sorted(missing):
                message = f'the question "{identity}" is not in {there.file}'
                yield QUESTIONS.at(here[identity].position, message)
        for identity in sorted(own.keys() & twin.keys()):
            if set(own[identity].roles) != set(twin[identity].roles):
                position = twin[identity].roles_position or twin[identity].position
                yield QUESTIONS.at(position, f'the roles of "{identity}" are not those of {page.file}')
        shared = [identity for identity in own if identity in twin]
        turned = next((b for a, b in zip(shared, [i for i in twin if i in own], strict=True) if a != b), None)
        if turned is not None:
            yield QUESTIONS.at(
                twin[turned].position, f'the question "{turned}" stands in another place than in {page.file}'
            )


@source_check(FRONT_MATTER)
def shared_values(guide: Guide) -> Iterator[Finding]:
    """Front-matter keys that the languages must agree on."""
    for page, other in _pairs(guide):
        for path in guide.settings.schema.shared:
            here, there = page.front.value(*path), other.front.value(*path)
            if here is not None and there is not None and here != there:
                message = f'"{".".join(path)}" is "{there}", in {page.file} "{here}"'
                yield FRONT_MATTER.at(other.front.at(*path), message)


@source_check(STALE, UNRECORDED)
def stale(guide: Guide) -> Iterator[Finding]:
    """Sections whose original has been changed since the last marking."""
    if guide.marked is None:
        return
    records = {pair.page: pair for pair in guide.marked}
    for page, other in _pairs(guide):
        record = records.get(page.path)
        hint = f"then run: guide same {page.path}"
        if record is None:
            yield UNRECORDED.at(
                other.front.position, "nobody has marked it as up to date", hint=f"read both through, {hint}"
            )
        else:
            yield from _stale_sections(guide, page, other, record, hint)


def _stale_sections(guide: Guide, page: Page, other: Page, record: MarkedPair, hint: str) -> Iterator[Finding]:
    twin = {section.id: section for section in other.sections}
    # One id gone and one come is one id changed.
    former, present = record.sections.keys() - twin.keys(), twin.keys() - record.sections.keys()
    renamed = gone(guide, page.path, next(iter(former))) if len(former) == len(present) == 1 else ""
    for section in page.sections:
        translated = twin.get(section.id)
        marked = record.sections.get(section.id)
        if translated is None:
            continue
        if marked is None or not {page.language, other.language} <= marked.keys():
            message = f'nobody has marked the section "{section.id}" as up to date'
            yield UNRECORDED.at(translated.position, message, hint=f"read both through, {hint}", cause=renamed)
        elif section.digest != marked[page.language] and translated.digest == marked[other.language]:
            message = f'section "{section.id}" is older than {section.position.path}:{section.position.line}'
            yield STALE.at(translated.position, message, hint=f"bring it up to date, {hint}")


@source_check(EDITED)
def edited(guide: Guide) -> Iterator[Finding]:
    """Fingerprints that are new since the last commit, and not those of the texts as they are."""
    before = {pair.page: pair.sections for pair in guide.marked_before}
    digests = {
        (page.path, section.id, page.language): section.digest for page in guide.pages for section in page.sections
    }
    for record in guide.marked or () if before else ():
        for section, prints in record.sections.items():
            then = before.get(record.page, {}).get(section, {})
            for language, digest in prints.items():
                if digest not in (then.get(language), digests.get((record.page, section, language), digest)):
                    hint = f"run: make translated PAGE={record.page}"
                    message = f'"{record.page}": the fingerprint of "{section}" in {language} is that of no text'
                    yield EDITED.at(record.position, message, hint=hint)


@source_check(FORGOTTEN)
def forgotten(guide: Guide) -> Iterator[Finding]:
    """Records that belong to nothing."""
    for record in guide.marked or ():
        page = guide.page_by_key.get((guide.settings.default_language.code, record.page))
        if page is None:
            hint = f"run: guide same {record.page}"
            message = f'there is no page "{record.page}"'
            yield FORGOTTEN.at(record.position, message, hint=hint, cause=gone(guide, record.page))
            continue
        missing = record.sections.keys() - {section.id for section in page.sections}
        for identity in sorted(missing):
            hint = f"run: guide same {record.page}"
            message, cause = f'{page.file} has no section "{identity}"', gone(guide, record.page, identity)
            yield FORGOTTEN.at(record.position, message, hint=hint, cause=cause)
