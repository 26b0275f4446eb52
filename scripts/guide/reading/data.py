"""The guide's data files: bibliography, glossary, redirects, ledger, short addresses, records of translation.

What lives here: from text to the model's dataclasses, with the place of every
entry, and what cannot be read as a problem. What does not: judging entries
(``checks/rules/data.py``), and opening files (``guide.py``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from guide.model.data import MarkedPair, Published, Redirect, ShortAddress, Source, Term, TermText
from guide.model.place import Position, Problem
from guide.tools.slugs import is_slug
from guide.tools.yaml import YamlDocument, YamlError, read_yaml

_UNREADABLE = "data-unreadable"


def read_bibliography(text: str, path: str) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Read CSL-JSON: an array of entries, each an object with an id."""
    try:
        starts = _json_array(text)
    except _JsonError as error:
        return (), (Problem(_UNREADABLE, Position(path, error.line, error.column), error.message),)
    sources: list[Source] = []
    problems: list[Problem] = []
    for entry, line, column in starts:
        position = Position(path, line, column)
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str) or not entry["id"]:
            problems.append(Problem("source-form", position, 'an entry has no "id"'))
            continue
        sources.append(
            Source(
                id=entry["id"],
                type=_text(entry, "type"),
                title=_text(entry, "title"),
                url=_text(entry, "URL"),
                language=_text(entry, "language"),
                entry=entry,
                position=position,
            )
        )
    return tuple(sources), tuple(problems)


def read_glossary(text: str, path: str) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """Read the glossary: a YAML list of entries, each with an id and a text for each language."""
    document, problems = _yaml_list(text, path)
    terms: list[Term] = []
    for index, entry in enumerate(document.value or []):
        position = Position(path, *document.positions.get((index,), (1, 1)))
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
            problems.append(Problem("glossary-form", position, 'an entry has no "id"'))
            continue
        texts: dict[str, TermText] = {}
        for key, value in entry.items():
            if key in {"id", "page", "source"}:
                continue
            if isinstance(value, dict):
                forms = value.get("forms")
                texts[str(key)] = TermText(
                    _text(value, "term"),
                    _text(value, "definition"),
                    _texts(forms) if forms else (),
                    value.get("tooltip") is not False,
                )
            else:
                message = f'"{entry["id"]}": "{key}" is neither a language with term and definition, nor page or source'
                problems.append(
                    Problem("glossary-form", Position(path, *document.positions[(index, str(key))]), message)
                )
        terms.append(Term(entry["id"], texts, _text(entry, "page"), _text(entry, "source"), position))
    return tuple(terms), tuple(problems)


def read_redirects(text: str, path: str) -> tuple[tuple[Redirect, ...], tuple[Problem, ...]]:
    """Read redirects: a YAML list of ``{from: /old/, to: /new/#id}``, or a mapping ``/old/: /new/``."""
    try:
        document = read_yaml(text)
    except YamlError as error:
        return (), (Problem(_UNREADABLE, Position(path, error.line, error.column), f"not valid YAML: {error.message}"),)
    pairs: list[tuple[Any, Any, tuple[int, int]]] = []
    value = document.value
    if isinstance(value, dict):
        pairs = [(old, new, document.positions.get((str(old),), (1, 1))) for old, new in value.items()]
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            old, new = (entry.get("from"), entry.get("to")) if isinstance(entry, dict) else (None, None)
            pairs.append((old, new, document.positions.get((index,), (1, 1))))
    elif value is not None:
        return (), (Problem("redirect-form", Position(path), "the file must hold a list of redirects"),)
    redirects: list[Redirect] = []
    problems: list[Problem] = []
    for old, new, place in pairs:
        position = Position(path, *place)
        if not _is_site_address(old) or not _is_site_address(new):
            problems.append(
                Problem("redirect-form", position, 'a redirect needs "from" and "to", each starting with "/"')
            )
        else:
            redirects.append(Redirect(old, new, position))
    return tuple(redirects), tuple(problems)


def read_ledger(text: str, path: str) -> tuple[tuple[Published, ...], tuple[Problem, ...]]:
    """Read the ledger: ``{"/address/": {"language": …, "page": …, "anchors": […]}}``, maybe under "pages"."""
    try:
        value = _json(text)
    except _JsonError as error:
        return (), (Problem(_UNREADABLE, Position(path, error.line, error.column), error.message),)
    pages = value.get("pages", value) if isinstance(value, dict) else None
    if not isinstance(pages, dict):
        return (), (
            Problem(_UNREADABLE, Position(path), "the ledger must be an object with an entry for each address"),
        )
    found: list[Published] = []
    for address, entry in pages.items():
        if address.startswith("/") and isinstance(entry, dict):
            position = Position(path, _line_of(text, json.dumps(address, ensure_ascii=False)))
            anchors = _texts(entry.get("anchors"))
            found.append(Published(address, _text(entry, "language"), _text(entry, "page"), anchors, position))
    return tuple(found), ()


def read_short_addresses(text: str, path: str) -> tuple[tuple[ShortAddress, ...], tuple[Problem, ...]]:
    """Read short addresses: ``{"faq-why": {"page": "faq.md", "anchor": "why", "to": {"sv": "/fragor/#why"}}}``."""
    try:
        value = _json(text)
    except _JsonError as error:
        return (), (Problem(_UNREADABLE, Position(path, error.line, error.column), error.message),)
    if not isinstance(value, dict):
        return (), (Problem(_UNREADABLE, Position(path), "the file must hold an object with an entry for each id"),)
    found: list[ShortAddress] = []
    problems: list[Problem] = []
    for name, entry in value.items():
        position = Position(path, _line_of(text, json.dumps(name, ensure_ascii=False)))
        to = entry.get("to") if isinstance(entry, dict) else None
        if to is None or not is_slug(name) or "/" in name or not _are_addresses(to):
            message = f'"{name}" needs an id in kebab-case, "page", and "to" with an address for each language'
            problems.append(Problem(_UNREADABLE, position, message))
        else:
            found.append(ShortAddress(name, _text(entry, "page"), _text(entry, "anchor"), to, position))
    return tuple(found), tuple(problems)


def read_translations(text: str, path: str) -> tuple[tuple[MarkedPair, ...], tuple[Problem, ...]]:
    """Read the records: ``{"page.md": {"section-id": {"sv": "fingerprint", "en": "fingerprint"}}}``."""
    try:
        value = _json(text)
    except _JsonError as error:
        return (), (Problem(_UNREADABLE, Position(path, error.line, error.column), error.message),)
    if not isinstance(value, dict) or not all(_is_record(record) for record in value.values()):
        return (), (
            Problem(_UNREADABLE, Position(path), "the records must be page → section → language → fingerprint"),
        )
    pairs = []
    for page, sections in value.items():
        position = Position(path, _line_of(text, json.dumps(page, ensure_ascii=False)))
        pairs.append(MarkedPair(page, sections, position))
    return tuple(pairs), ()


class _JsonError(ValueError):
    """JSON that cannot be read."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message, self.line, self.column = message, line, column


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise _JsonError(f"not valid JSON: {error.msg}", error.lineno, error.colno) from None
    except (RecursionError, ValueError):
        raise _JsonError("not valid JSON: nested too deep or a number too long", 1, 1) from None


def _json_array(text: str) -> list[tuple[Any, int, int]]:
    """Parse an array, giving each item with the line and column that it starts at."""
    if not isinstance(_json(text), list):
        raise _JsonError("the file must hold an array of entries", 1, 1)
    decoder = json.JSONDecoder()
    items: list[tuple[Any, int, int]] = []
    at = _after_space(text, text.index("[") + 1)
    line, counted = 1, 0
    while text[at] != "]":
        line, counted = line + text.count("\n", counted, at), at
        item, end = decoder.raw_decode(text, at)
        items.append((item, line, at - (text.rfind("\n", 0, at) + 1) + 1))
        at = _after_space(text, end)
        if text[at] == ",":
            at = _after_space(text, at + 1)
    return items


def _after_space(text: str, at: int) -> int:
    while text[at] in " \t\r\n":
        at += 1
    return at


def _yaml_list(text: str, path: str) -> tuple[YamlDocument, list[Problem]]:
    try:
        document = read_yaml(text)
    except YamlError as error:
        position = Position(path, error.line, error.column)
        return YamlDocument(), [Problem(_UNREADABLE, position, f"not valid YAML: {error.message}")]
    if document.value is not None and not isinstance(document.value, list):
        return YamlDocument(), [Problem(_UNREADABLE, Position(path), "the file must hold a list of entries")]
    return document, []


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _is_site_address(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("/") and not value.startswith("//") and " " not in value


def _are_addresses(to: Any) -> bool:
    return isinstance(to, dict) and bool(to) and all(map(_is_site_address, to.values()))


def _is_record(record: Any) -> bool:
    return isinstance(record, dict) and all(
        isinstance(prints, dict) and all(isinstance(item, str) for item in prints.values())
        for prints in record.values()
    )


def _line_of(text: str, quoted: str) -> int:
    at = text.find(quoted)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1
