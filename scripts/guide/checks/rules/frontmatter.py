"""Checks of front matter against the schema, and of slugs, titles and descriptions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from guide.addresses.published import Addresses, public_address
from guide.checks.findings import Finding, Rule, Severity, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.place import Position
from guide.model.schema import Front, Schema
from guide.reading.shapes import Fault, fit

MISSING = Rule(
    "front-matter-missing",
    "No front matter",
    "The page does not begin with a block between two --- lines.",
    "Without it the page has no address, title or description of its own.",
    "begin the file with ---, the keys title, description, slug and type, and ---",
)
BROKEN = Rule(
    "front-matter-broken",
    "Front matter that cannot be read",
    "The block is not valid YAML, or is not closed.",
    "Title, address and type are lost, and the block may show on the page.",
    "mend the line; put texts with a colon between quotation marks",
)
KEY_MISSING = Rule(
    "front-matter-key-missing",
    "A required key is missing",
    "The front matter lacks a key that pages of this type have.",
    "Something that the reader should see is not there.",
    "add the key",
)
KEY_UNKNOWN = Rule(
    "front-matter-key-unknown",
    "Unknown key",
    "The key is not one that the guide knows; it may be misspelt.",
    "Nothing happens, silently.",
    "spell the key right or take it away",
)
KEY_TWICE = Rule(
    "front-matter-key-twice",
    "The same key twice",
    "The front matter gives one key two values.",
    "The last wins, and nobody sees that the first was lost.",
    "take one away",
)
MISPLACED = Rule(
    "front-matter-key-misplaced",
    "A key on the wrong type of page",
    "The key belongs to other types of pages.",
    "It has no effect here, or shows something that does not fit.",
    "take it away, or change the page's type",
)
WRONG_KIND = Rule(
    "front-matter-wrong-type",
    "A value of the wrong kind",
    "The value is, for instance, a number or list where text is due.",
    "The build stops, or shows something odd.",
    "write the kind of value that the key takes; quote numbers that are text",
)
EMPTY = Rule(
    "front-matter-empty",
    "A key without a value",
    "The key is there, its value is not.",
    "Something that the reader should see is not there.",
    "write the value or take the key away",
)
VALUE = Rule(
    "front-matter-value",
    "A value that is not one of those allowed",
    "The value is not in the key's list, or has not the key's form.",
    "Filters, icons and texts that depend on it do not work.",
    "write one of the allowed values",
)
LENGTH = Rule(
    "front-matter-length",
    "A text that is too short or too long",
    "The text (title and description aside) has fewer or more characters than its place holds.",
    "It is cut off, or says too little.",
    "shorten or lengthen it",
    Severity.WARNING,
)
SLUG_FORM = Rule(
    "slug-malformed",
    "Badly formed slug",
    "The slug is not lower-case ASCII words joined by - and /.",
    "Addresses with å, ä, ö, spaces or capitals break when they are copied.",
    "use a–z, 0–9, - and /",
)
SLUG_TAKEN = Rule(
    "slug-taken",
    "Two pages at one address",
    "Another page is published at the same address.",
    "One of the pages overwrites the other and cannot be read.",
    "give one of the pages another slug",
)
SLUG_CHANGED = Rule(
    "slug-changed",
    "Changed address without a redirect",
    "The page has been published at another address, from which nothing leads here.",
    "Links from courses and other sites break.",
    "take the former slug back, or add a redirect from the former address",
)
TITLE_TWICE = Rule(
    "title-duplicate",
    "Two pages with one title",
    "Another page in the language has the same title.",
    "The reader cannot tell them apart in the menu, the search or the browser's tabs.",
    "give one of them another title",
)
TITLE_LONG = Rule(
    "title-too-long",
    "Title too long",
    "The title has more characters than menus and search results show.",
    "It is cut off where it matters.",
    "shorten it",
    Severity.WARNING,
)
TITLE_SHORT = Rule(
    "title-too-short",
    "Title too short",
    "The title has too few characters to say anything.",
    "Out of its place it does not tell what the page is about.",
    "write what the page is about",
    Severity.WARNING,
)
DESCRIPTION_TWICE = Rule(
    "description-duplicate",
    "Two pages with one description",
    "Another page in the language has the same description.",
    "Search results look alike.",
    "write what is particular to this page",
)
DESCRIPTION_LONG = Rule(
    "description-too-long",
    "Description too long",
    "The description has more characters than a search result shows.",
    "It is cut off in the middle of a sentence.",
    "shorten it",
    Severity.WARNING,
)
DESCRIPTION_SHORT = Rule(
    "description-too-short",
    "Description too short",
    "The description has too few characters to help somebody choose.",
    "Search engines put a sentence of their own in its place.",
    "write one sentence on what the reader gets",
    Severity.WARNING,
)
SENTENCE = Rule(
    "front-matter-sentence",
    "A text that is not one sentence on one line",
    "The text has a line break or does not end as a sentence.",
    "It stands by itself in search results and boxes, and looks broken.",
    "write one sentence, with its full stop",
    Severity.WARNING,
)
BAD_TYPE = Rule(
    "page-type-unknown",
    "Unknown page type",
    "The type is not one of the guide's page types.",
    "No section is checked, and the page gets no template.",
    "write one of the page types",
)
_RULES: Mapping[str, Rule] = {
    "missing": KEY_MISSING,
    "unknown": KEY_UNKNOWN,
    "empty": EMPTY,
    "type": WRONG_KIND,
    "long": LENGTH,
    "short": LENGTH,
    "slug": SLUG_FORM,
    "sentence": SENTENCE,
}
"""What each kind of fault is called; all others are a value that has not the key's form."""
_LENGTHS: Mapping[tuple[str, str], Rule] = {
    ("title", "long"): TITLE_LONG,
    ("title", "short"): TITLE_SHORT,
    ("description", "long"): DESCRIPTION_LONG,
    ("description", "short"): DESCRIPTION_SHORT,
}


@source_check(MISSING, BROKEN, KEY_TWICE)
def blocks(guide: Guide) -> Iterator[Finding]:
    """The block itself."""
    for page in guide.pages:
        front = page.front
        if not front.exists and guide.settings.schema.front_matter:
            yield MISSING.at(front.position, "the page has no front matter")
        elif front.problem is not None:
            yield BROKEN.at(front.problem.position, front.problem.message)
        for name, line, column in front.repeated:
            yield KEY_TWICE.at(Position(page.file, line, column), f'"{name}" stands here again')


@source_check(
    KEY_MISSING, KEY_UNKNOWN, MISPLACED, WRONG_KIND, EMPTY, VALUE, LENGTH, SENTENCE, BAD_TYPE, SLUG_FORM,
    TITLE_LONG, TITLE_SHORT, DESCRIPTION_LONG, DESCRIPTION_SHORT,
)  # fmt: skip
def values(guide: Guide) -> Iterator[Finding]:
    """Keys and values, against the shape that the page's type has."""
    for page in guide.pages:
        if page.front.exists and page.front.problem is None:
            yield from _values(page, guide.settings.schema)


def _values(page: Page, schema: Schema) -> Iterator[Finding]:
    front, types = page.front, schema.fronts
    if page.type and page.type not in types:
        hint = f"write one of {', '.join(types)}"
        suggestion = nearest(page.type, types)
        yield BAD_TYPE.at(front.at("type"), f'no page type "{page.type}"', hint=hint, suggestion=suggestion)
    for fault in fit(types.get(page.type, Front), front.values).faults:
        yield _finding(page, fault, [name for name, shape in types.items() if fault.name in shape.model_fields])


def _finding(page: Page, fault: Fault, types: list[str]) -> Finding:
    """Say what a fault is; ``types`` are the page types that know the key."""
    position, name = page.front.at(*fault.path), fault.name
    if fault.kind == "missing":
        return KEY_MISSING.at(page.front.at(*fault.path[:-1]), f'"{name}" is missing', hint=f'add "{name}"')
    if fault.kind == "unknown" and types:
        return MISPLACED.at(position, f'"{name}" belongs to pages of type {", ".join(types)}')
    rule = _LENGTHS.get((name, fault.kind)) or _RULES.get(fault.kind, VALUE)
    says = f'unknown key "{fault.path[-1]}"' if fault.kind == "unknown" else f'"{name}" {fault.says}'
    return rule.at(position, says, hint=fault.hint, suggestion=fault.suggestion)


@source_check(TITLE_TWICE, DESCRIPTION_TWICE)
def unique_texts(guide: Guide) -> Iterator[Finding]:
    """Titles and descriptions that two pages of a language share."""
    for key, rule in (("title", TITLE_TWICE), ("description", DESCRIPTION_TWICE)):
        first: dict[tuple[str, str], Page] = {}
        for page in guide.pages:
            text = " ".join(page.front.text(key).split()).casefold()
            if not text:
                continue
            other = first.setdefault((page.language, text), page)
            if other is not page:
                yield rule.at(page.front.at(key), f"{other.file} has the same {key}")


@source_check(SLUG_TAKEN)
def shared_addresses(guide: Guide) -> Iterator[Finding]:
    """Pages published at one address."""
    places: dict[str, list[Page]] = defaultdict(list)
    for page in guide.pages:
        places[page.address].append(page)
    for address, pages in places.items():
        for page in pages[1:]:
            yield SLUG_TAKEN.at(page.front.at("slug"), f'{pages[0].file} is published at "/{address}" too')


@source_check(SLUG_CHANGED)
def changed_slugs(guide: Guide) -> Iterator[Finding]:
    """Published pages that have moved and left nothing behind."""
    addresses = Addresses(guide)
    for entry in guide.ledger:
        page = guide.page_by_key.get((entry.language, entry.page))
        if page is None or addresses.destination(entry.address) is not None:
            continue
        present = public_address(page)
        message = f'the page was published at "{entry.address}" and is now at "{present}"'
        hint = f"add {{from: {entry.address}, to: {present}}} to the redirects"
        yield SLUG_CHANGED.at(page.front.at("slug"), message, hint=hint)
