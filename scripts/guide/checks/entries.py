"""What is asked of the entries of any data file: an id of their own, a text in every language, pages that are there.

What lives here: the questions, for a rule that the caller names. What does not: the rules (``rules/``), and what one
file alone must hold.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

from guide.checks.causes import gone
from guide.checks.findings import Finding, Rule, nearest
from guide.model.guide import Guide
from guide.model.place import Position


class Entry(Protocol):
    """Anything that has an id and stands somewhere."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def position(self) -> Position:
        """Where it starts."""


class _Placed(Protocol):
    @property
    def position(self) -> Position: ...


def twice(rule: Rule, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find ids that an entry before has; no id is another fault."""
    return same_name(rule, ((entry.id, entry) for entry in entries if entry.id))


def same_name(rule: Rule, entries: Iterable[tuple[str, _Placed]]) -> Iterator[Finding]:
    """Find names that stand for an entry before; each entry comes with its name."""
    first: dict[str, _Placed] = {}
    for name, entry in entries:
        if first.setdefault(name, entry) is not entry:
            yield rule.at(entry.position, f'"{name}" is already the id of line {first[name].position.line}')


def languages(
    rule: Rule, guide: Guide, entry: Entry, there: Collection[str], *, what: str = "its text", keys: Iterable[str] = ()
) -> Iterator[Finding]:
    """Find languages that ``what`` is lacking in among those that are ``there``, and keys that are no language.

    ``keys`` are the other keys of such an entry, one of which may have been meant.
    """
    codes = [language.code for language in guide.settings.languages]
    for code in codes:
        if code not in there:
            yield rule.at(entry.position, f'"{entry.id}" lacks {what} in {code}')
    for code in there:
        if code not in codes:
            near = nearest(code, [*codes, *keys])
            yield rule.at(entry.position, f'"{entry.id}": unknown key "{code}"', suggestion=near)


def leading_nowhere(
    rule: Rule, guide: Guide, named: tuple[str, Position], reference: str, code: str
) -> Iterator[Finding]:
    """Find where a reference (a path within a language, with or without ``#id``) leads to nothing in a language.

    ``named`` is what the entry that leads there is called, and where it starts.
    """
    name, place = named
    path, _, anchor = reference.partition("#")
    page = guide.page_by_key.get((code, path))
    if page is None:
        message, near = f'"{name}": no page "{path}" in {code}', nearest(path, guide.paths)
        yield rule.at(place, message, suggestion=near, cause=gone(guide, path))
    elif anchor and anchor not in page.anchors:
        message, near = f'"{name}": {page.file} has no section "{anchor}"', nearest(anchor, page.anchors)
        yield rule.at(place, message, suggestion=near, cause=gone(guide, path, anchor))
