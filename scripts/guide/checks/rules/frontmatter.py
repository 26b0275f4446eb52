"""Checks of front matter against the schema, and of slugs, titles and descriptions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guide.addresses.published import Addresses, address_of
from guide.checks.findings import Finding, Rule, Severity, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.place import Position
from guide.model.schema import Field, Schema
from guide.tools.slugs import as_slug, is_one_line_sentence, is_slug
from guide.words.countries import is_country

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
_KINDS: Mapping[str, tuple[type, ...]] = {
    "text": (str,),
    "list": (list,),
    "mapping": (dict,),
    "boolean": (bool,),
    "number": (int, float),
    "date": (date,),
    "any": (object,),
}


@source_check(MISSING, BROKEN, KEY_TWICE)
def blocks(guide: Guide) -> Iterator[Finding]:
    """The block itself."""
    for page in guide.pages:
        front = page.front
        if not front.exists:
            if any(field.required for field in guide.settings.schema.fields.values()):
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
    """Keys and values, against the schema."""
    for page in guide.pages:
        if page.front.exists and page.front.problem is None:
            yield from _Values(page, guide.settings.schema).findings()


class _Values:
    """Holds one page's front matter against the schema."""

    def __init__(self, page: Page, schema: Schema) -> None:
        self.page = page
        self.front = page.front
        self.schema = schema

    def findings(self) -> Iterator[Finding]:
        """Findings of the whole block."""
        types = self.schema.page_types
        if types and isinstance(self.front.values.get("type"), str) and self.page.type and self.page.type not in types:
            message = f'no page type "{self.page.type}"'
            mend = f"write one of {', '.join(types)}"
            yield BAD_TYPE.at(self.front.at("type"), message, mend=mend, suggestion=nearest(self.page.type, types))
        yield from self._mapping(self.front.values, self.schema.fields, (), self.schema.open_front_matter)

    def _mapping(
        self, values: Mapping[str, Any], fields: Mapping[str, Field], path: tuple[str, ...], is_open: bool
    ) -> Iterator[Finding]:
        for name, field in fields.items():
            applies = not field.types or self.page.type in field.types
            if name not in values:
                if field.required and applies and self.page.type not in field.not_types:
                    missing = ".".join([*path, name])
                    yield KEY_MISSING.at(self.front.at(*path), f'"{missing}" is missing', mend=f'add "{missing}"')
            elif not applies:
                message = f'"{name}" belongs to pages of type {", ".join(field.types)}'
                yield MISPLACED.at(self.front.at(*path, name), message)
            else:
                yield from self._value(values[name], field, (*path, name))
        for name in values if not is_open else ():
            if name not in fields:
                known = [each for each in fields if each not in values]
                yield KEY_UNKNOWN.at(
                    self.front.at(*path, name), f'unknown key "{name}"', suggestion=nearest(str(name), known)
                )

    def _value(self, value: Any, field: Field, path: tuple[str, ...]) -> Iterator[Finding]:
        name, position = ".".join(path), self.front.at(*path)
        kinds = _KINDS.get(field.kind, (object,))
        if value is None or value in ("", [], {}) or (isinstance(value, str) and not value.strip()):
            yield EMPTY.at(position, f'"{name}" has no value')
        elif not isinstance(value, kinds) or (isinstance(value, bool) and field.kind not in {"boolean", "any"}):
            yield WRONG_KIND.at(position, f'"{name}" must be {field.kind}, not {_kind_name(value)}')
        elif field.kind == "mapping" and isinstance(value, dict):
            yield from self._mapping(value, field.fields, path, not field.fields)
        elif field.kind == "list" and isinstance(value, list):
            yield from self._list(value, field, path)
        elif isinstance(value, str):
            yield from self._text(value, field, path)

    def _list(self, value: list[Any], field: Field, path: tuple[str, ...]) -> Iterator[Finding]:
        for index, item in enumerate(value):
            position = self.front.at(*path, index)
            if not isinstance(item, str):
                yield WRONG_KIND.at(position, f'"{".".join(path)}" must be a list of texts')
            elif field.choices and item not in field.choices:
                yield self._not_a_choice(item, field, path)

    def _not_a_choice(self, value: str, field: Field, path: tuple[str, ...]) -> Finding:
        message = f'"{".".join(path)}": "{value}" is not an allowed value'
        mend = f"write one of {', '.join(field.choices)}"
        return VALUE.at(self.front.at(*path), message, mend=mend, suggestion=nearest(value, field.choices))

    def _text(self, value: str, field: Field, path: tuple[str, ...]) -> Iterator[Finding]:
        position, name = self.front.at(*path), ".".join(path)
        if field.choices and value not in field.choices:
            yield self._not_a_choice(value, field, path)
        if field.pattern == "slug" and not is_slug(value):
            yield SLUG_FORM.at(position, f'the slug "{value}" is badly formed', suggestion=as_slug(value))
        if field.pattern == "country" and not is_country(value):
            yield VALUE.at(position, f'"{name}": "{value}" is not a country code', mend="write an ISO code such as SE")
        if field.pattern == "sentence" and not is_one_line_sentence(value):
            yield SENTENCE.at(position, f'"{name}" is not one sentence on one line')
        yield from self._length(value, field, path)

    def _length(self, value: str, field: Field, path: tuple[str, ...]) -> Iterator[Finding]:
        name, length = ".".join(path), len(value.strip())
        long = {"title": TITLE_LONG, "description": DESCRIPTION_LONG}.get(name, LENGTH)
        short = {"title": TITLE_SHORT, "description": DESCRIPTION_SHORT}.get(name, LENGTH)
        if field.longest and length > field.longest:
            yield long.at(self.front.at(*path), f'"{name}" has {length} characters; at most {field.longest} are shown')
        elif length < field.shortest:
            yield short.at(
                self.front.at(*path), f'"{name}" has {length} characters; it needs at least {field.shortest}'
            )


def _kind_name(value: Any) -> str:
    names = {bool: "yes/no", int: "a number", float: "a number", str: "text", list: "a list", dict: "a mapping"}
    return names.get(type(value), "a date" if isinstance(value, date) else type(value).__name__)


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
        present = address_of(page)
        message = f'the page was published at "{entry.address}" and is now at "{present}"'
        mend = f"add {{from: {entry.address}, to: {present}}} to the redirects"
        yield SLUG_CHANGED.at(page.front.at("slug"), message, mend=mend)
