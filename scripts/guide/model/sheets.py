"""Sheets that readers fill in on a page: the decision map, the handover card and their like.

What lives here: shapes, which say what ``data/tools/sheets.yml`` may hold and are what is read from it. What does not:
what a sheet becomes on a page (``pages/sheets.py``), what is made of what is filled in (``client/sheet``) and judging
how the entries hang together (``checks/rules/sheets.py``).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictInt
from pydantic.dataclasses import dataclass as shape
from pydantic.json_schema import SkipJsonSchema

from guide.model.place import Position
from guide.model.shapes import STRICT, TEXTS, InLanguages, Kebab, Text

Placed = SkipJsonSchema[Position]
"""Where an entry starts: known to the reader, not written in the file."""


class Layout(StrEnum):
    """How the parts that come again and again are laid out."""

    ROWS = "rows"
    """A row of a table: what the boxes ask for is explained once, above them."""
    CARDS = "cards"
    """A card of its own, which can be cut out: each box explains itself."""


@shape(frozen=True, config=STRICT)
class Choice(InLanguages):
    """One of the things that can be chosen in a box."""

    id: Kebab
    """Its name in saved files, never changed."""
    texts: Annotated[dict[str, Text], Field(alias=TEXTS)]
    """What is chosen, in each language: a word or two, which can be ringed on paper."""


@shape(frozen=True, config=STRICT)
class BoxText:
    """A box in one language."""

    name: Text
    """What is written in it: its label, and the head of its column."""
    help: Text
    """How to fill it in, in a sentence or two."""
    example: Text
    """What somebody might write; what is chosen, where it is chosen from a list."""


@shape(frozen=True, config=STRICT)
class Box(InLanguages):
    """A box to write in, or to choose in."""

    id: Kebab
    """Its name in saved files, never changed."""
    texts: Annotated[dict[str, BoxText], Field(alias=TEXTS)]
    """The box in each language."""
    position: Placed
    """Where the entry starts."""
    lines: Annotated[StrictInt, Field(ge=1, le=12)] = 2
    """How many lines there are to write on."""
    choices: tuple[Choice, ...] = ()
    """What can be chosen; none where it is written."""


@shape(frozen=True, config=STRICT)
class SheetText:
    """A sheet in one language."""

    title: Text
    """What it is called."""
    purpose: Text
    """What it is for, in a sentence that stands above it on paper too."""
    example: Text
    """Whose the example is: "a home care team, made up"."""
    row: Text = ""
    """What one of its rows or cards is called, in the singular: "decision". Needed where it has any."""


@shape(frozen=True, config=STRICT)
class Sheet(InLanguages):
    """A sheet to fill in."""

    id: Kebab
    """Its name in saved files and in the instruction on its page, never changed."""
    version: Annotated[StrictInt, Field(ge=1)]
    """Raised when a box comes, goes or changes its meaning: readers are told so of what they saved before."""
    step: Text
    """The section that it belongs to: a path within a language, with or without ``#id``. Either leads to the other."""
    texts: Annotated[dict[str, SheetText], Field(alias=TEXTS)]
    """The sheet in each language."""
    position: Placed
    """Where the entry starts."""
    boxes: tuple[Box, ...] = ()
    """What is filled in once."""
    columns: tuple[Box, ...] = ()
    """What is filled in in every row or card."""
    layout: Layout = Layout.ROWS
    """What the rows look like."""
    rows: Annotated[StrictInt, Field(ge=1, le=20)] = 1
    """How many rows or cards it holds; as many are there on paper."""
