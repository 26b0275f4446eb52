"""What a page must have, as data: front-matter fields, page types, required sections, lengths.

What lives here: the two ready schemas, "guide" (Tillitsguiden's) and "plain" (any
MkDocs guide), and how a settings block changes them. What does not: judging a page
against its schema (``checks/rules/frontmatter.py``, ``checks/rules/headings.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

GRADES = ("evaluation", "peer-reviewed", "own-report", "experience", "unconfirmed")
ROLES = (
    "politician",
    "top-manager",
    "middle-manager",
    "first-line-manager",
    "staff",
    "hr",
    "controller",
    "union",
)
CALLOUT_KINDS = ("note", "tip", "example", "question", "warning")


@dataclass(frozen=True, slots=True)
class Field:
    """What one front-matter key may hold."""

    kind: str = "text"
    """"text", "list" (of text), "mapping", "boolean", "number", "date" or "any"."""
    required: bool = False
    """Must be there (on the page types below, or on all)."""
    types: tuple[str, ...] = ()
    """Page types that may have it; empty means all."""
    not_types: tuple[str, ...] = ()
    """Page types that need not have it."""
    shortest: int = 0
    """Fewest characters (or list items)."""
    longest: int = 0
    """Most characters; 0 means no limit."""
    choices: tuple[str, ...] = ()
    """Allowed values, of the text or of each list item; empty means any."""
    pattern: str = ""
    """Name of a form: "slug", "country", "sentence" or ""."""
    unique: bool = False
    """No two pages of a language share it."""
    shared: bool = False
    """The languages must agree on it."""
    fields: Mapping[str, Field] = field(default_factory=dict)
    """For a mapping: its own keys."""


@dataclass(frozen=True, slots=True)
class PageType:
    """One kind of page."""

    sections: tuple[str, ...] = ()
    """Heading ids that must be there, in this order."""


@dataclass(frozen=True, slots=True)
class Schema:
    """Everything that is demanded of pages."""

    fields: Mapping[str, Field]
    """Front-matter keys."""
    page_types: Mapping[str, PageType]
    """Page types by name; empty: pages have no type."""
    open_front_matter: bool
    """Keys that the schema does not know are allowed."""
    explicit_ids: bool
    """Every h2 and h3 carries an explicit id."""
    deepest_heading: int
    """Deepest heading level."""
    widest_table: int
    """Most columns of a table; 0 means no limit."""
    longest_short_answer: int
    """Most words in a question's short answer."""
    fewest_other_ways: int
    """Fewest other ways to ask a question; 0: the FAQ need not give any."""
    most_other_ways: int
    """Most other ways to ask a question."""
    roles: tuple[str, ...]
    """Who may ask a question; empty: the FAQ does not say."""
    most_read_more: int
    """Most links in a question's last paragraph; 0: the paragraph is not demanded."""
    callout_kinds: tuple[str, ...]
    """Kinds of box that the style sheet knows; empty: any."""
    plain_html: bool
    """Raw HTML is limited to figures."""
    faq_type: str
    """Page type whose h3 are questions."""
    reading_limits: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """How hard the prose may be: by measure (``language/readability.py``) its limit for each page type, and
    under "" for all other types. LIX may not be above its limit, Flesch Reading Ease not below."""


GUIDE = Schema(
    fields={
        "title": Field(required=True, shortest=3, longest=60, unique=True),
        "description": Field(required=True, shortest=50, longest=160, unique=True, pattern="sentence"),
        "slug": Field(required=True, not_types=("start",), pattern="slug", unique=True),
        "type": Field(required=True, shared=True),
        "evidence": Field(
            "mapping",
            required=True,
            types=("benefit", "pitfall", "case"),
            fields={
                "grade": Field(required=True, choices=GRADES, shared=True),
                "reason": Field(required=True, shortest=30, longest=300, pattern="sentence"),
            },
        ),
        "case": Field(
            "mapping",
            required=True,
            types=("case",),
            fields={
                "country": Field(required=True, pattern="country", shared=True),
                "sector": Field(required=True, choices=("state", "region", "municipality", "other"), shared=True),
                "organisation": Field(required=True, shortest=2, longest=80),
                "size": Field(required=True, choices=("small", "medium", "large", "unknown"), shared=True),
                "years": Field(required=True, shortest=4, longest=40),
                "themes": Field(
                    "list",
                    required=True,
                    shortest=1,
                    choices=("culture", "leadership", "systems", "employeeship", "measurement"),
                    shared=True,
                ),
                "outcome": Field(required=True, choices=("promising", "mixed", "criticised", "unclear"), shared=True),
            },
        ),
        "readability": Field(
            "mapping", fields={"reason": Field(required=True, shortest=30, longest=300, pattern="sentence")}
        ),
        # Read by MkDocs and Material themselves.
        "template": Field(),
        "hide": Field("list"),
        "search": Field("mapping", fields={"exclude": Field("boolean"), "boost": Field("number")}),
    },
    page_types={
        "start": PageType(),
        "section": PageType(),
        "topic": PageType(),
        "benefit": PageType(("what-changes", "why-it-works", "how-you-notice", "what-holds-back", "what-is-known")),
        "step": PageType(
            ("why", "what-to-do", "who-does-what", "first-90-days", "checklist", "signs", "common-mistakes")
        ),
        "pitfall": PageType(("how-it-looks", "why-it-happens", "what-to-do", "discuss")),
        "case": PageType(
            (
                "context",
                "what-was-done",
                "what-is-claimed",
                "what-is-confirmed",
                "what-is-not-confirmed",
                "what-to-learn",
            )
        ),
        "role": PageType(("what-it-asks", "first-steps", "hard-situations", "phrases")),
        "path": PageType(("aim", "time-and-preparation", "steps", "discuss", "bring", "for-the-facilitator")),
        "workshop": PageType(("purpose", "preparation", "how-to", "material", "after")),
        "faq": PageType(),
        "glossary": PageType(),
        "indicators": PageType(),
        "sources": PageType(),
        "about": PageType(),
    },
    open_front_matter=False,
    explicit_ids=True,
    deepest_heading=3,
    widest_table=4,
    longest_short_answer=50,
    fewest_other_ways=4,
    most_other_ways=8,
    roles=ROLES,
    most_read_more=4,
    callout_kinds=CALLOUT_KINDS,
    plain_html=True,
    faq_type="faq",
    # Pages that people work from are easy to medium; those that explain law, history and studies may be medium.
    reading_limits={
        "lix": {"": 50, "step": 45, "pitfall": 45, "faq": 45, "role": 45, "start": 45},
        "flesch": {"": 50, "step": 60, "pitfall": 60, "faq": 60, "role": 60, "start": 60},
    },
)
PLAIN = Schema(
    fields={
        "title": Field(shortest=1, longest=100, unique=True),
        "description": Field(shortest=20, longest=300, unique=True),
        "slug": Field(pattern="slug", unique=True),
        "template": Field(),
        "hide": Field("list"),
        "search": Field("mapping", fields={"exclude": Field("boolean"), "boost": Field("number")}),
    },
    page_types={},
    open_front_matter=True,
    explicit_ids=False,
    deepest_heading=6,
    widest_table=0,
    longest_short_answer=0,
    fewest_other_ways=0,
    most_other_ways=0,
    roles=(),
    most_read_more=0,
    callout_kinds=(),
    plain_html=False,
    faq_type="faq",
)
READY = {"guide": GUIDE, "plain": PLAIN}


class SchemaError(ValueError):
    """A settings block that changes the schema in a way it cannot be changed."""


def adapted(schema: Schema, changes: Mapping[str, Any]) -> Schema:
    """Give ``schema`` with the block's ``page_types``, ``fields`` and single numbers laid over it.

    ``page_types: {howto: [prerequisites, steps]}`` adds or replaces types;
    ``fields: {author: {required: true, longest: 40}}`` adds or replaces keys;
    any other name is one of the schema's own. Raises SchemaError.
    """
    simple: dict[str, Any] = {}
    for name, value in changes.items():
        if name == "page_types":
            simple[name] = {**schema.page_types, **_page_types(value)}
        elif name == "fields":
            simple[name] = {**schema.fields, **_fields(value)}
        else:
            simple[name] = _same_kind(name, value, getattr(schema, name, None))
    return replace(schema, **simple)


def _page_types(value: Any) -> dict[str, PageType]:
    if not isinstance(value, dict) or not all(isinstance(sections, list) for sections in value.values()):
        raise SchemaError("page_types must give a list of section ids for each type")
    return {str(name): PageType(tuple(str(section) for section in sections)) for name, sections in value.items()}


def _fields(value: Any) -> dict[str, Field]:
    if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()):
        raise SchemaError("fields must give a mapping for each key")
    made: dict[str, Field] = {}
    for name, item in value.items():
        options: dict[str, Any] = {
            key: tuple(option) if isinstance(option, list) else option for key, option in item.items()
        }
        if "fields" in options:
            options["fields"] = _fields(options["fields"])
        try:
            made[str(name)] = Field(**options)
        except TypeError:
            raise SchemaError(f'fields: "{name}" has an option that is not known') from None
    return made


def _same_kind(name: str, value: Any, present: Any) -> Any:
    if present is None:
        raise SchemaError(f'"{name}" is not a setting')
    if isinstance(present, tuple) and isinstance(value, list):
        return tuple(str(item) for item in value)
    if isinstance(value, type(present)) and not (isinstance(value, bool) and not isinstance(present, bool)):
        return value
    raise SchemaError(f'"{name}" must be of the same kind as {present!r}')
