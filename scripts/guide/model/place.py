"""Places in files, and what is said of them.

What lives here: a position as editors count, what a reader could not make sense of, what a
writer has allowed, and what the bytes of a file are like. What does not: pages and data.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Position(NamedTuple):
    """A place in a file, as editors count: from 1."""

    path: str
    """The file, relative to the folder of mkdocs.yml, with forward slashes."""
    line: int = 1
    """Line, from 1."""
    column: int = 1
    """Column, from 1."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What a reader could not make sense of; a check turns it into a finding."""

    code: str
    """Id of the finding it becomes (an id in the catalogue)."""
    position: Position
    """Where."""
    message: str
    """What is wrong, in plain language."""
    hint: str = ""
    """What to do about it, when there is more to say than the catalogue's own hint."""
    suggestion: str = ""
    """The nearest existing name, where the fault looks like a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """A finding that the writer has allowed at its place: ``<!-- allow: id — reason -->``."""

    id: str
    """Id of the allowed finding."""
    reason: str
    """Why it is right here; empty when the writer gave none."""
    position: Position
    """Where the allowance stands."""
    last_line: int
    """Last line that it covers (it starts at its own line)."""


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A place that is still to be written: ``TODO: what``."""

    position: Position
    """Where."""
    what: str
    """What belongs there."""
    lines: frozenset[int]
    """Its line, and those that begin what it is part of: the heading, the entry."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """What the bytes of one text file are like, before anybody reads their meaning."""

    path: str
    """Relative to the folder of mkdocs.yml."""
    not_utf8_at: Position | None = None
    """The first byte that is not UTF-8."""
    has_bom: bool = False
    """Starts with a byte order mark."""
    line_ends: frozenset[str] = frozenset()
    """The kinds of line end in it: "LF", "CRLF", "CR"."""
    decomposed: tuple[Position, ...] = ()
    """Letters written as base letter + combining mark (first of each line)."""
    invisible: tuple[tuple[Position, str], ...] = ()
    """Control and zero-width characters: where, and their Unicode name."""
    odd: tuple[tuple[Position, str], ...] = ()
    """Ligatures, signs of private fonts, letters of another alphabet …: where, and what."""
    merge_markers: tuple[Position, ...] = ()
    """Lines left by a merge that was not finished."""
    unwritten: tuple[Unwritten, ...] = ()
    """Places that are still to be written."""
