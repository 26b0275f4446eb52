"""Tools that readers fill in on a page: the self-assessment, the action plan and the indicator picker.

What lives here: shapes, which say what the files in ``data/tools`` may hold and are what is read from them. What does
not: what they become on a page (``assessment.py``, ``action_plan.py``, ``indicator_picker.py`` in ``pages``), what is
made of the answers (``assessment``, ``plan`` and ``picker`` in ``client``) and judging how the entries hang together
(``checks/rules``).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StrictInt
from pydantic.dataclasses import dataclass as shape
from pydantic.json_schema import SkipJsonSchema

from guide.model.place import Position
from guide.model.shapes import ABSENT, STRICT, TEXTS, InLanguages, Kebab, Text

Placed = SkipJsonSchema[Position]
"""Where an entry starts: known to the reader, not written in the file."""

VARIANTS = ("manager", "state", "region", "municipality")
"""For whom a statement can be worded otherwise: those who manage others, and parts of the public sector."""
FEWEST = 3
"""Fewer statements than this cannot tell anything of a dimension; fewer answers cannot either."""
FEWEST_PEOPLE = 5
"""Nothing is shown of a group of fewer answers than this, nor of a part of one that is smaller."""
BETTER = 7
"""So many answers are better, and what figures that are kept need (``measure/choosing-and-using.md#small-numbers``)."""
LANGUAGES = 4
"""A code tells so many languages apart; further ones are told as the last (``client/assessment/code.js``)."""


@shape(frozen=True, config=STRICT)
class DimensionText:
    """A dimension in one language."""

    name: Text
    """What it is called."""
    low: Text
    """What few agreements may mean: of the place of work, never of a person."""
    action: Text
    """What to do first."""


@shape(frozen=True, config=STRICT)
class Dimension(InLanguages):
    """What some of the statements are about together."""

    id: Kebab
    """Its name, never changed."""
    texts: Annotated[dict[str, DimensionText], Field(alias=TEXTS)]
    """The dimension in each language."""
    pages: Annotated[tuple[Text, ...], Field(min_length=3, max_length=3)]
    """The three pages that help most: paths within a language, with or without ``#id``."""
    position: Placed
    """Where the entry starts."""


@shape(frozen=True, config=STRICT)
class StatementText:
    """A statement in one language, and how it is worded where the common words do not fit."""

    text: Text
    """The statement, in words that fit everybody whom no other wording is for."""
    manager: Text = ""
    """For those who manage others."""
    state: Text = ""
    """For government agencies."""
    region: Text = ""
    """For regions."""
    municipality: Text = ""
    """For municipalities."""

    @property
    def variants(self) -> dict[str, str]:
        """The other wordings, by whom they are for."""
        return {name: text for name in VARIANTS if (text := getattr(self, name))}


@shape(frozen=True, config=STRICT)
class Statement(InLanguages):
    """What one says how well it holds."""

    id: Kebab
    """Its name, never changed."""
    dimension: Kebab
    """Id of the dimension that it belongs to."""
    texts: Annotated[dict[str, StatementText], Field(alias=TEXTS)]
    """The statement in each language."""
    position: Placed
    """Where the entry starts."""


@shape(frozen=True, config=STRICT)
class Assessment:
    """The self-assessment."""

    version: Annotated[StrictInt, Field(ge=1)]
    """Raised when statements come, go or change their meaning: kept answers to another version are not shown again."""
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    """What it asks about, in order."""
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]
    """What it asks, in order."""
    position: Placed
    """Where the file starts."""

    def statements_of(self, dimension: Dimension) -> tuple[Statement, ...]:
        """Give the statements of a dimension, in order."""
        return tuple(statement for statement in self.statements if statement.dimension == dimension.id)

    def passages(self) -> Iterator[tuple[dict[str, str], Position]]:
        """Give all its texts, each in every language that has it, with where its entry starts."""
        for dimension in self.dimensions:
            for name in ("name", "low", "action"):
                yield {code: getattr(text, name) for code, text in dimension.texts.items()}, dimension.position
        for statement in self.statements:
            yield {code: text.text for code, text in statement.texts.items()}, statement.position
            for name in VARIANTS:
                texts = {code: text.variants.get(name, "") for code, text in statement.texts.items()}
                yield {code: text for code, text in texts.items() if text}, statement.position


# The action plan ------------------------------------------------------------


class PlanPart(StrEnum):
    """The parts of a plan that are questions with answers; what is stopped and tried, and when, are rows."""

    GOAL = "goal"
    LIMITS = "limits"
    SUPPORT = "support"


@shape(frozen=True, config=STRICT)
class PlanQuestion(InLanguages):
    """What a plan answers."""

    id: Kebab
    """Its name, never changed: saved plans have their answers under it."""
    part: PlanPart
    """Which part of the plan it stands in."""
    texts: Annotated[dict[str, Text], Field(alias=TEXTS)]
    """The question in each language."""
    position: Placed
    """Where the entry starts."""


@shape(frozen=True, config=STRICT)
class PlanSuggestion(InLanguages):
    """Something to try, of which a plan's row can be made."""

    id: Kebab
    """Its name, never changed."""
    dimension: Kebab
    """Id of the dimension of the self-assessment that it helps with."""
    page: Text
    """Where it is told more of: a path within a language, with or without ``#id``."""
    indicator: Kebab
    """Id of an indicator that may show how it went."""
    texts: Annotated[dict[str, Text], Field(alias=TEXTS)]
    """What somebody does, in each language."""
    position: Placed
    """Where the entry starts."""


@shape(frozen=True, config=STRICT)
class ActionPlan:
    """The action plan."""

    version: Annotated[StrictInt, Field(ge=1)]
    """Raised when a question changes its meaning, and then saved plans are refused; not when one comes or goes."""
    questions: Annotated[tuple[PlanQuestion, ...], Field(min_length=1)]
    """What it asks, in order."""
    suggestions: Annotated[tuple[PlanSuggestion, ...], Field(min_length=1)]
    """What it suggests, in order."""
    position: Placed
    """Where the file starts."""


# The indicator picker -------------------------------------------------------

FEWEST_MEASURES = 5
MOST_MEASURES = 8
"""How many measures a set has."""
SECTORS = ("state", "region", "municipality")
"""Parts of the public sector that a measure can be for."""


@shape(frozen=True, config=STRICT)
class Perspective(InLanguages):
    """From where one looks: a balanced set has a measure from each."""

    id: Kebab
    """Its name, never changed."""
    texts: Annotated[dict[str, Text], Field(alias=TEXTS)]
    """What it is called in each language."""
    indicators: Annotated[tuple[Kebab, ...], Field(min_length=1)]
    """Ids of the indicators that look from there."""
    position: Placed
    """Where the entry starts."""


@shape(frozen=True, config=STRICT)
class Purpose(InLanguages):
    """What one measures for."""

    id: Kebab
    """Its name, never changed."""
    texts: Annotated[dict[str, Text], Field(alias=TEXTS)]
    """What it is called in each language."""
    indicators: Annotated[tuple[Kebab, ...], Field(min_length=FEWEST_MEASURES)]
    """Ids of the indicators that serve it, the one to take first before the others."""
    position: Placed
    """Where the entry starts."""


@shape(frozen=True, config=STRICT)
class OnlyFor:
    """A measure that not everybody can take."""

    indicator: Kebab
    """Its id."""
    sectors: Annotated[tuple[Literal["state", "region", "municipality"], ...], Field(min_length=1)]
    """Who can."""
    position: Placed
    """Where the entry starts."""


@shape(frozen=True, config=STRICT)
class IndicatorPicker:
    """The indicator picker."""

    version: Annotated[StrictInt, Field(ge=1)]
    """Raised when what is kept can no longer be read."""
    perspectives: Annotated[tuple[Perspective, ...], Field(min_length=1)]
    """The perspectives, in order."""
    purposes: Annotated[tuple[Purpose, ...], Field(min_length=1)]
    """The purposes, in order."""
    only: tuple[OnlyFor, ...] = ()
    """The measures that are not for every sector."""
    position: Placed = ABSENT
    """Where the file starts."""

    def is_for(self, indicator: str, sector: str) -> bool:
        """Whether a measure can be taken in a sector."""
        return all(sector in each.sectors for each in self.only if each.indicator == indicator)
