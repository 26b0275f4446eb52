"""Figures: what is drawn, and its words in every language.

What lives here: the shape of a file in ``data/figures/``. What does not: reading the files
(``reading/data.py``), judging them (``checks/rules/drawings.py``) and drawing (``pages/figures``).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictFloat, StrictInt
from pydantic.dataclasses import dataclass as shape
from pydantic.json_schema import SkipJsonSchema

from guide.model.place import Position
from guide.model.shapes import ABSENT, STRICT, TEXTS, InLanguages, Shape, Text


class FigureKind(StrEnum):
    """What a figure looks like."""

    GRID = "grid"
    """Boxes between two axes."""
    PATH = "path"
    """Boxes one below the other, with what leads from each to the next."""
    STRIP = "strip"
    """Boxes side by side; on a phone one below the other."""
    COLUMNS = "columns"
    """Boxes with lists, side by side."""
    CARD = "card"
    """A filled-in card: names and values."""
    FRAME = "frame"
    """Frames inside each other, the outermost first."""
    TIMELINE = "timeline"
    """Years between what happened in two places."""
    NETWORK = "network"
    """Boxes on a sheet with arrows between them."""
    CIRCLES = "circles"
    """Three circles that overlap."""
    CHART = "chart"
    """Values as bars, or as points on a line."""
    STRENGTH = "strength"
    """How far what is known of each benefit reaches: from their front matter."""
    CASES = "cases"
    """Cases by what is known and how they turned out: from their front matter."""


class FigurePart(Shape):
    """A box of a figure in one language."""

    name: Text
    """What stands first in it."""
    text: Text = ""
    """What is said of it."""
    aside: Text = ""
    """What stands apart: how long a day's task takes, what happened in the other place."""
    lines: tuple[Text, ...] = ()
    """A list in it."""


class FigureArrow(Shape):
    """What leads from a box of a path to the next."""

    down: Text = ""
    """What goes to the next box."""
    up: Text = ""
    """What comes back from it."""


class FigureText(Shape):
    """The words of a figure in one language."""

    title: Text
    """What it shows; stands first in the caption."""
    caption: Text = ""
    """What to know of it: whose picture it is, what it leaves out."""
    says: Text = ""
    """What a drawing says, for those who do not see it."""
    parts: tuple[FigurePart, ...] = ()
    """Its boxes, in reading order."""
    across: tuple[Text, ...] = ()
    """Columns of a grid; the two places of a timeline; "before" and "after" of a line."""
    down: tuple[Text, ...] = ()
    """Rows of a grid."""
    arrows: tuple[FigureArrow, ...] = ()
    """What leads from each box of a path to the next."""
    labels: tuple[Text, ...] = ()
    """Words beside the lines of a network or a chart, in the centre of circles."""
    over: Text = ""
    """A box above the others."""
    under: Text = ""
    """A box below the others."""
    back: Text = ""
    """What leads from the last box back to the first."""

    def passages(self) -> Iterator[str]:
        """Give everything that it says, in reading order."""
        yield from (self.title, self.caption, self.says, *self.across, *self.down, self.over)
        for part in self.parts:
            yield from (part.name, part.text, part.aside, *part.lines)
        for arrow in self.arrows:
            yield from (arrow.down, arrow.up)
        yield from (*self.labels, self.under, self.back)


class Place(Shape):
    """Where a box of a network stands, on a sheet of twelve columns."""

    column: Annotated[StrictFloat, Field(ge=0, le=11)]
    """The first column that it takes, from 0."""
    row: Annotated[StrictInt, Field(ge=0)]
    """Its row, from 0."""
    wide: Annotated[StrictFloat, Field(ge=2, le=12)]
    """How many columns it takes."""
    position: SkipJsonSchema[Position]
    """Where it is written."""


class Line(Shape):
    """A line between two boxes of a network, numbered from 1."""

    between: Annotated[tuple[StrictInt, ...], Field(min_length=2, max_length=2)]
    """The two boxes."""
    arrow: StrictBool = True
    """Whether it points to the second of them."""
    label: Annotated[StrictInt, Field(ge=0)] = 0
    """Number of the label beside it; 0 is none."""
    position: SkipJsonSchema[Position]
    """Where it is written."""


class Chart(Shape):
    """The values of a chart, the same in every language."""

    values: Annotated[tuple[StrictFloat, ...], Field(min_length=2)]
    """The values, in order."""
    drawn_as: Annotated[Literal["bars", "line"], Field(alias="as")] = "bars"
    """"bars", or "line" for points on a line."""
    first: StrictInt = 1
    """What the first value is of: a year, or the number of a month."""
    base: StrictFloat = 0
    """Where the axis begins."""
    change: StrictInt = 0
    """The first of those values that are drawn darker, counted as ``first`` counts; 0 is none."""
    unsure: tuple[StrictInt, ...] = ()
    """First and last of the values whose place is the guide's own inference: drawn as outlines."""
    middle: StrictFloat = 0
    """A line across: the median before the change; 0 is none."""
    marked: tuple[StrictInt, ...] = ()
    """Which values have their number and their figure written out; of a line: what stands on the axis."""


@shape(frozen=True, config=STRICT)
class Figure(InLanguages):
    """One figure, in every language."""

    kind: FigureKind
    """What it looks like."""
    texts: Annotated[dict[str, FigureText], Field(alias=TEXTS)]
    """Its words in each language."""
    position: SkipJsonSchema[Position]
    """Where its file starts."""
    name: SkipJsonSchema[str]
    """Its name, as ``<!-- guide:figure NAME -->`` has it: that of its file."""
    to: tuple[Text, ...] = ()
    """Pages that its boxes lead to, as paths within a language, in order."""
    accent: tuple[StrictInt, ...] = ()
    """Boxes that stand out, numbered from 1."""
    places: tuple[Place, ...] = ()
    """Where the boxes of a network stand, in order."""
    lines: tuple[Line, ...] = ()
    """The lines of a network."""
    chart: Chart = ABSENT
    """The values of a chart."""
