"""Tables that a script can filter: the form above each, in the page's language.

What lives here: what a table can be filtered by (its attribute ``data-guide-filter``, a JSON object with all
words of the form), the form made of it, and reading the directive that makes a Markdown table filterable.
What does not: the filtering (``client/filter.js``); without it the table is a plain table. The form stands in
the page from the start, so that nothing moves when the script comes; where no script runs it is not shown.

The directive stands on the line before the table and names the columns to filter by,
as in the table's head; ``Label: section`` filters by the h2 that a row's first link
leads to::

    <!-- guide:filter Tema: section | Källa | Hur ofta -->

A cell with commas holds several values. Each row gets one attribute ``data-<key>`` a
field, with the keys of its values; the same keys stand in the page's address.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from itertools import count
from typing import Any

from guide.tools.lists import entries_of
from guide.tools.slugs import slugify
from guide.words import words_of

DIRECTIVE = "filter"
SECTION = "section"
LONGEST = 200
"""So many letters of what is typed are looked for, as in the address (``client/address.js``)."""
_MARKER = "data-guide-filter"
_FILTERABLE = re.compile(rf'(?P<before><div [^>]*class="table-box"[^>]*>\s*<table[^>]*?) {_MARKER}="(?P<given>[^"]*)"')
_SEARCH_FIELD = f'<input type="search" {{}} autocomplete="off" maxlength="{LONGEST}">'


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to filter by."""

    key: str
    """Name in the row's attribute and in the address."""
    label: str
    """Label of the select."""
    options: Mapping[str, str]
    """Key of each value, and the words for it, in the order of the select."""


def settings_of(fields: Iterable[Field], kind: str, language: str, text: str = "") -> str:
    """Give the attribute's value: fields and words; ``kind`` names what is counted (a key of ``filter-counts``).

    ``text`` is the label of a field for words that rows must hold, or "" for no such field.
    """
    words = words_of(language)
    counts = words.section("filter-counts")
    listed = [{"key": field.key, "label": field.label, "options": list(field.options.items())} for field in fields]
    given = {**words.section("filter"), "count": counts.get(kind, counts["rows"]), "text": text, "fields": listed}
    return json.dumps({key: value for key, value in given.items() if value}, ensure_ascii=False, separators=(",", ":"))


# The form -------------------------------------------------------------------


def with_forms(html: str) -> str:
    """Put the form above each filterable table; its attribute keeps what is counted, in words."""
    numbers = count()
    return _FILTERABLE.sub(lambda found: _with_form(found, next(numbers)), html)


def _with_form(found: re.Match[str], number: int) -> str:
    given = json.loads(unescape(found["given"]))
    table = f'{found["before"]} {_MARKER}="{escape(given["count"])}"'
    rows = found.string[found.end() : found.string.find("</table>", found.end())].count("<tr") - 1
    return _form(given, f"guide-filter-{number}-", given["count"].format(rows, rows)) + "\n" + table


def _form(given: Mapping[str, Any], ids: str, counted: str) -> str:
    text = given.get("text")
    fields = [_field(text, "words", ids, _SEARCH_FIELD)] if text else []
    for field in given["fields"]:
        options = [("", given["all"]), *field["options"]]
        chosen = "".join(f'<option value="{escape(value)}">{escape(shown)}</option>' for value, shown in options)
        # A browser that remembers what was chosen would say one thing in the field and show another in the table.
        attributes = 'autocomplete="off"'
        fields.append(_field(field["label"], field["key"], ids, f"<select {{}} {attributes}>{chosen}</select>"))
    return (
        f'<form class="guide-filter guide-js" aria-label="{escape(given["name"])}">{"".join(fields)}'
        f'<div class="guide-filter__foot"><p class="guide-filter__count" role="status">{escape(counted)}</p>'
        f'<button type="button" class="guide-filter__reset" disabled="">{escape(given["reset"])}</button></div></form>'
    )


def _field(label: str, name: str, ids: str, element: str) -> str:
    own = escape(ids + name)
    attributes = f'class="guide-filter__select" id="{own}" name="{escape(name)}"'
    return (
        f'<div class="guide-filter__field"><label for="{own}">{escape(label)}</label>{element.format(attributes)}</div>'
    )


# Markdown tables ------------------------------------------------------------


def columns_named(value: str) -> list[tuple[str, str]]:
    """Give label and column of each entry of a directive.

    >>> columns_named("Tema: section | Källa")
    [('Tema', 'section'), ('Källa', 'Källa')]
    """
    return [_label_and_column(entry) for entry in entries_of(value, "|")]


def _label_and_column(entry: str) -> tuple[str, str]:
    label, _, column = entry.rpartition(":")
    return (label.strip(), SECTION) if label.strip() and column.strip() == SECTION else (entry, entry)


def marker(value: str, kind: str, language: str) -> str:
    """Give the empty element that tells ``put_into`` about the table after it."""
    given = json.dumps([value, kind, language], ensure_ascii=False)
    return f'<div {_MARKER}="{escape(given)}" markdown="1"></div>'


def put_into(root: etree.Element) -> bool:
    """Make the tables that follow a marker filterable, and take the markers out; say whether there was any."""
    sections, found = _section_of_each_id(root), False
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == "div" and child.get(_MARKER):
                following = list(parent)[list(parent).index(child) + 1 :]
                parent.remove(child)
                if following and following[0].tag == "table":
                    _make_filterable(following[0], json.loads(child.get(_MARKER, "")), sections)
                    found = True
    return found


def _make_filterable(table: etree.Element, given: Sequence[str], sections: Mapping[str, tuple[str, str]]) -> None:
    value, kind, language = given
    heads = [_text(cell) for cell in table.iterfind("thead/tr/th")]
    rows = table.findall("tbody/tr")
    fields = []
    for label, column in columns_named(value):
        if column != SECTION and column not in heads:
            continue
        key = SECTION if column == SECTION else slugify(column)
        found: dict[str, str] = {}
        for row in rows:
            values = _section_of(row, sections) if column == SECTION else _values(row[heads.index(column)])
            row.set(f"data-{key}", " ".join(values))
            found.update(values)
        in_order = found if column == SECTION else dict(sorted(found.items(), key=lambda item: item[1].casefold()))
        fields.append(Field(key, label, in_order))
    table.set(_MARKER, settings_of(fields, kind, language))


def _values(cell: etree.Element) -> dict[str, str]:
    texts = [text.strip() for text in _text(cell).split(",")]
    return {slugify(text): text[:1].upper() + text[1:] for text in texts if slugify(text)}


def _section_of(row: etree.Element, sections: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    link = row.find(".//a")
    section = sections.get((link.get("href") or "").removeprefix("#")) if link is not None else None
    return dict([section]) if section else {}


def _section_of_each_id(root: etree.Element) -> dict[str, tuple[str, str]]:
    """Give, for the id of each heading, id and text of the h2 that it stands under (or is)."""
    found: dict[str, tuple[str, str]] = {}
    section = ("", "")
    for element in root.iter():
        if element.tag == "h2":
            section = (element.get("id", ""), _text(element))
        if element.tag in {"h2", "h3"} and section[0]:
            found[element.get("id", "")] = section
    return found


def _text(element: etree.Element) -> str:
    """Give the text of a cell or heading, without references to notes."""
    parts = [element.text or ""]
    for child in element:
        parts.append("" if child.tag == "sup" else _text(child))
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())
