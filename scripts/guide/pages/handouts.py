"""Handouts: the parts of pages that are printed and filled in, each a file of its own.

What lives here: reading the instruction that marks one, and the place where its files are
listed. What does not: what is made of it (``export/handouts``), and judging it
(``checks/rules/handouts.py``).

The instruction names the file, and may say how many pages and copies a file has, and which kits hold it::

    <!-- guide:handout half-day-decision-list -->
    <!-- guide:handout action-plan pages=2 parts=goal-and-area,stop-and-try | Action plan -->

    <!-- guide:handout evaluation kits=all -->
    <!-- guide:handout one-sheet kits=new-manager,working-team | One sheet -->

On the line below a heading it stands for all that belongs to the heading; with ``parts`` for
what belongs to those headings; anywhere else for the table that follows. It is in the kit of its own
page, and in those that ``kits`` names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guide.model.guide import Guide
from guide.model.page import Comment, Page, Table
from guide.model.place import Position
from guide.pages.downloads import place_named

DIRECTIVE = "handout"
EVERY_KIT = "all"
"""Says that a handout is in all kits."""
_LISTS = ("parts", "kits")
_NUMBERS = ("pages", "copies")
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NEAR = 2
"""Lines from a heading to an instruction that stands for all of it, and from an instruction to its table."""


@dataclass(frozen=True, slots=True)
class Handout:
    """A part of a page that is a file of its own."""

    id: str
    """What the file is called, before the language."""
    title: str
    """Its title; "" where it has the title of its heading or page."""
    parts: tuple[str, ...]
    """Ids of the headings that it holds; none for the table that follows the instruction."""
    pages: int
    """How many pages of A4 it takes."""
    copies: int
    """How many copies of it stand on a page, to be cut apart."""
    kits: tuple[str, ...]
    """Names of the pages in whose kits it is beside that of its own page; ("all",) for all."""
    position: Position
    """Where the instruction stands."""
    fault: str = ""
    """What is wrong with the instruction, or ""."""


def is_handout(comment: Comment) -> bool:
    """Tell whether an instruction of the guide marks a handout."""
    return comment.name == "guide" and comment.value.split()[:1] == [DIRECTIVE]


def handouts_on(page: Page) -> Iterator[Handout]:
    """Give the handouts of a page in order, those with a fault among them."""
    for comment in page.comments:
        if is_handout(comment):
            yield _handout(comment, page)


def table_below(handout: Handout, page: Page) -> Table | None:
    """Give the table that follows the instruction, or None."""
    lines = handout.position.line
    return next((each for each in page.tables if 1 <= each.position.line - lines <= _NEAR), None)


def title_of(handout: Handout, page: Page) -> str:
    """Give the title of a handout: its own, else that of its only heading, else that of the page."""
    heading = next((each.text for each in page.headings if handout.parts == (each.id,)), "")
    return handout.title or heading or page.title


def place_for(instruction: str, guide: Guide, page: Page) -> str:
    """Give the place for the files of the handout that an instruction marks."""
    words, _, _ = instruction.partition("|")
    name = next(iter(words.split()[1:2]), "")
    return place_named(place_name(name), guide, page)


def place_name(name: str) -> str:
    """Give what the place of a handout's files is called; no course can be called the same."""
    return f"{DIRECTIVE}:{name}"


def _handout(comment: Comment, page: Page) -> Handout:
    words, _, title = comment.value.partition("|")
    name, *options = words.split()[1:] or [""]
    fault = "" if _KEBAB.fullmatch(name) else f'"{name}" is no name in kebab-case'
    given: dict[str, str] = {}
    for option in options:
        key, mark, value = option.partition("=")
        known = bool(mark) and (key in _LISTS or (key in _NUMBERS and value.isdecimal() and int(value) > 0))
        fault = fault or ("" if known else f'"{option}" is neither pages=2, copies=4, parts=id,id nor kits=all')
        given[key] = value
    lists = {key: tuple(each for each in given.get(key, "").split(",") if each) for key in _LISTS}
    numbers = {key: int(given[key]) if given.get(key, "").isdecimal() else 1 for key in _NUMBERS}
    return Handout(
        id=name,
        title=title.strip(),
        parts=lists["parts"] or _heading_above(comment, page),
        pages=numbers["pages"],
        copies=numbers["copies"],
        kits=lists["kits"],
        position=comment.position,
        fault=fault,
    )


def _heading_above(comment: Comment, page: Page) -> tuple[str, ...]:
    line = comment.position.line
    return tuple(
        each.id for each in page.headings if each.id == comment.section and 1 <= line - each.position.line <= _NEAR
    )
