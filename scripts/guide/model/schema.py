"""What a page must have: front matter, sections, lengths and limits, and how settings change them.

What lives here: the shape of the front matter of each page type, and the demands that a guide can
set otherwise in ``extra.guide``. What does not: the lists of values (``vocabularies.py``) and
judging a page (``checks/rules/frontmatter.py``, ``checks/rules/headings.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field as Value
from pydantic import StrictBool, StrictFloat, StrictInt, StringConstraints, create_model

from guide.model.claims import Reference
from guide.model.shapes import ABSENT, FORMS, SHARED, Country, Sentence, Shape, Slug, Text
from guide.model.vocabularies import SECTIONS, CalloutKind, Outcome, PageType, Role, Sector, Size, Theme

# The front matter -----------------------------------------------------------


class Evidence(Shape):
    """How well the page's claim is known."""

    supports: Annotated[tuple[Reference, ...], SHARED] = ()
    """Claims of the ledger, as the page cites them, that speak for it."""
    opposes: Annotated[tuple[Reference, ...], SHARED] = ()
    """Claims of the ledger that speak against it."""
    reason: Annotated[Sentence, StringConstraints(min_length=30, max_length=300)]
    """What the reader should know of these claims: one sentence in the page's language, quoted."""


class CaseFacts(Shape):
    """The facts of a case."""

    country: Annotated[Country, SHARED]
    """ISO 3166-1 code, such as SE."""
    sector: Annotated[Sector, SHARED]
    """Part of the public sector."""
    organisation: Annotated[Text, StringConstraints(min_length=2, max_length=80)]
    """Its name."""
    size: Annotated[Size, SHARED]
    """Staff: small < 1 000, medium 1 000–10 000, large > 10 000; unknown where no source was seen."""
    years: Annotated[Text, StringConstraints(min_length=4, max_length=40)]
    """Quoted, such as "2012–2016"."""
    themes: Annotated[tuple[Theme, ...], Value(min_length=1), SHARED]
    """What it is about."""
    outcome: Annotated[Outcome, SHARED]
    """How it has turned out so far."""


class Readability(Shape):
    """Why the page may be harder to read than others."""

    reason: Annotated[Sentence, StringConstraints(min_length=30, max_length=300)]
    """One sentence, quoted."""


class SearchOptions(Shape):
    """What MkDocs' own search does with the page."""

    exclude: StrictBool = False
    boost: StrictFloat = 1


class Front(Shape):
    """Front matter of any page."""

    title: Annotated[Text, StringConstraints(min_length=3, max_length=60)]
    """Used in nav, search and browser tab; unique in the language."""
    description: Annotated[Sentence, StringConstraints(min_length=50, max_length=160)]
    """One sentence on one line, for search results; unique in the language."""
    slug: Slug
    """Address: lower-case ASCII words joined by -, parts by /; å ä ö become a a o."""
    type: Annotated[Text, SHARED]
    """Page type; it decides which sections the page must have."""
    readability: Readability = ABSENT
    """Why the page may be harder to read than others."""
    template: Text = ""
    """Template of the theme (read by MkDocs)."""
    hide: Annotated[tuple[Text, ...], Value(min_length=1)] = ()
    """Parts that the theme leaves out: navigation, toc (read by Material)."""
    search: SearchOptions = ABSENT
    """What MkDocs' own search does with the page."""


class StartFront(Front):
    """Front matter of the start page, which needs no address of its own."""

    slug: Slug = ""


class EvidenceFront(Front):
    """Front matter of a page that says how well its claim is known."""

    evidence: Evidence
    """How well the page's claim is known; shown below its title."""


class CaseFront(EvidenceFront):
    """Front matter of a case."""

    case: CaseFacts
    """The facts, for the table of cases."""


FRONTS: Mapping[str, type[Front]] = {
    PageType.START: StartFront,
    PageType.BENEFIT: EvidenceFront,
    PageType.PITFALL: EvidenceFront,
    PageType.CASE: CaseFront,
}
"""Page types that need another front matter than the common one."""


# What settings can change ---------------------------------------------------


# Pages that people work from are easy to medium; those that explain law, history and studies may be medium. Those that
# are easy reading are as easy as books for children are (LIX below 30) or talk (Flesch from 80), but for their terms.
_READING_LIMITS = {
    "lix": {"": 50, "step": 45, "pitfall": 45, "faq": 45, "role": 45, "start": 45, "easy": 30},
    "flesch": {"": 50, "step": 60, "pitfall": 60, "faq": 60, "role": 60, "start": 60, "easy": 80},
}


class Field(Shape):
    """A front-matter key of a guide's own."""

    kind: Literal["text", "list", "mapping", "boolean", "number", "date", "any"] = "text"
    """What it holds; a list is of texts."""
    required: StrictBool = False
    """Must be there (on the page types below, or on all)."""
    types: tuple[Text, ...] = ()
    """Page types that may have it; empty means all."""
    shortest: StrictInt = 0
    """Fewest characters (or list items)."""
    longest: StrictInt = 0
    """Most characters (or list items); 0 means no limit."""
    choices: tuple[Text, ...] = ()
    """Allowed values, of the text or of each list item; empty means any."""
    pattern: Literal["slug", "kebab", "sentence", "address", "country", ""] = ""
    """Form of the text."""
    shared: StrictBool = False
    """The languages must agree on it."""
    fields: dict[str, Field] = Value(default_factory=dict)
    """For a mapping: its own keys."""


class Schema(Shape):
    """Everything that is demanded of pages; each can be set otherwise in ``extra.guide``."""

    page_types: dict[str, tuple[Text, ...]] = Value(default_factory=dict)
    """Page types of the guide's own, or other sections for a known one: ids of headings, in order."""
    fields: dict[str, Field] = Value(default_factory=dict)
    """Front-matter keys of the guide's own."""
    front_matter: StrictBool = True
    """Every page begins with front matter."""
    plain_names: StrictBool = True
    """Names of files are lower-case English words joined by hyphens."""
    explicit_ids: StrictBool = True
    """Every h2 and h3 carries an explicit id."""
    deepest_heading: StrictInt = 3
    """Deepest heading level."""
    widest_table: StrictInt = 4
    """Most columns of a table; 0 means no limit."""
    longest_short_answer: StrictInt = 50
    """Most words in a question's short answer."""
    fewest_other_ways: StrictInt = 4
    """Fewest other ways to ask a question; 0: the FAQ need not give any."""
    most_other_ways: StrictInt = 8
    """Most other ways to ask a question, and most other wordings of anything that the search leads to."""
    most_search_words: StrictInt = 48
    """Most words for the search, beside those that stand there, of a question, section or page."""
    roles: tuple[str, ...] = tuple(Role)
    """Who may ask a question; empty: the FAQ does not say."""
    longest_easy_sentence: StrictInt = 15
    """Most words of a sentence on a page of easy reading; 0 means no limit."""
    most_read_more: StrictInt = 4
    """Most links in a question's last paragraph; 0: the paragraph is not demanded."""
    callout_kinds: tuple[str, ...] = tuple(CalloutKind)
    """Kinds of box that the style sheet knows; empty: any."""
    plain_html: StrictBool = True
    """Raw HTML is limited to figures."""
    faq_type: str = PageType.FAQ
    """Page type whose deepest headings are questions: h2 on a page of one theme, h3 where themes are h2."""
    reading_limits: Mapping[str, Mapping[str, StrictInt]] = _READING_LIMITS
    """How hard the prose may be: by measure (``language/readability.py``) its limit for each page type, and
    under "" for all other types. LIX may not be above its limit, Flesch Reading Ease not below."""

    @cached_property
    def sections(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the headings that a page must have, in order, by page type."""
        return {**{str(each): SECTIONS.get(each, ()) for each in PageType}, **self.page_types}

    @cached_property
    def fronts(self) -> Mapping[str, type[Front]]:
        """The shape of the front matter, by page type."""
        return {name: self._front(name) for name in self.sections}

    @cached_property
    def shared(self) -> tuple[tuple[str, ...], ...]:
        """Front-matter keys on which the languages of a page must agree, as paths."""
        return tuple(dict.fromkeys(path for front in self.fronts.values() for path in _shared(front)))

    def _front(self, page_type: str) -> type[Front]:
        front = FRONTS.get(page_type, Front)
        own = {key: field for key, field in self.fields.items() if not field.types or page_type in field.types}
        return create_model(front.__name__, __base__=front, **_keys(own)) if own else front


def _keys(fields: Mapping[str, Field]) -> dict[str, Any]:
    return {key: (_annotation(field), ... if field.required else ABSENT) for key, field in fields.items()}


def _annotation(field: Field) -> Any:
    text: Any = Country if field.pattern == "country" else Text
    if field.choices:
        text = Literal[field.choices]
    elif field.pattern in FORMS:
        text = Annotated[text, StringConstraints(pattern=FORMS[field.pattern])]
    kinds: dict[str, Any] = {
        "text": text,
        "list": tuple[text, ...],
        "mapping": create_model("Own", __base__=Shape, **_keys(field.fields)) if field.fields else dict[str, Any],
        "boolean": StrictBool,
        "number": StrictFloat,
        "date": date,
        "any": Any,
    }
    limits: dict[str, Any] = {"min_length": field.shortest} if field.shortest else {}
    if field.longest:
        limits["max_length"] = field.longest
    made = Annotated[kinds[field.kind], Value(**limits)] if limits else kinds[field.kind]
    return Annotated[made, SHARED] if field.shared else made


def _shared(front: type[Shape]) -> Iterator[tuple[str, ...]]:
    for name, field in front.model_fields.items():
        if SHARED in field.metadata:
            yield (name,)
        elif isinstance(field.annotation, type) and issubclass(field.annotation, Shape):
            yield from ((name, *path) for path in _shared(field.annotation))
