"""The management team's discussion guide: topics, and what a meeting about one of them holds, by how long it is.

What lives here: shapes, which say what ``data/tools/discussion.yml`` may hold and are what is read from it. What does
not: what they become on a page (``pages/discussion.py``), the agenda that a reader chooses (``client/discussion``) and
judging how the entries hang together (``checks/rules/discussion.py``).
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

PLAIN_LENGTH = 60
"""The meeting that is in the page without a script, in minutes; others are made of it."""


class Adds(StrEnum):
    """What of its topic a part of a meeting shows beside its questions."""

    NOTHING = "nothing"
    SAY = "say"
    """What the person who leads says first."""
    CASE = "case"
    """A dilemma card."""
    DECISION = "decision"
    """What to decide."""


@shape(frozen=True, config=STRICT)
class Named:
    """A name and what it means, in one language."""

    name: Text
    """What it is called."""
    text: Text
    """What one does, in a sentence or two."""


@shape(frozen=True, config=STRICT)
class Role(InLanguages):
    """What one of the group sees to."""

    id: Kebab
    """Its name, never changed."""
    texts: Annotated[dict[str, Named], Field(alias=TEXTS)]
    """The role in each language."""
    position: Placed
    """Where the entry starts."""


@shape(frozen=True, config=STRICT)
class Part(InLanguages):
    """One part of a meeting, whatever it is about."""

    id: Kebab
    """Its name in the agendas."""
    texts: Annotated[dict[str, Named], Field(alias=TEXTS)]
    """The part in each language."""
    position: Placed
    """Where the entry starts."""
    adds: Adds = Adds.NOTHING
    """What of the topic it shows."""


@shape(frozen=True, config=STRICT)
class Step:
    """A part with its time and its questions."""

    part: Kebab
    """Id of the part."""
    minutes: Annotated[StrictInt, Field(ge=1)]
    """How long it takes."""
    questions: tuple[Annotated[StrictInt, Field(ge=1)], ...] = ()
    """Which of the topic's questions it takes up, numbered from 1."""


@shape(frozen=True, config=STRICT)
class Agenda:
    """What a meeting of one length holds."""

    minutes: Annotated[StrictInt, Field(ge=1)]
    """How long it is."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    """Its parts in order."""
    position: Placed
    """Where the entry starts."""


@shape(frozen=True, config=STRICT)
class TopicText:
    """A topic in one language."""

    name: Text
    """What it is called."""
    why: Text
    """When to choose it."""
    before: Text
    """What somebody brings to the meeting."""
    say: Text
    """What the person who leads says first."""
    questions: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What to talk about, from one's own example to what is hardest."""
    decision: Text
    """What to decide."""


@shape(frozen=True, config=STRICT)
class Topic(InLanguages):
    """Something that a management team talks about."""

    id: Kebab
    """Its name, never changed."""
    reading: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What all read before: paths within a language, with or without ``#id``."""
    case: Text
    """The dilemma card that goes with it, in the same form."""
    texts: Annotated[dict[str, TopicText], Field(alias=TEXTS)]
    """The topic in each language."""
    position: Placed
    """Where the entry starts."""


@shape(frozen=True, config=STRICT)
class Discussion:
    """The discussion guide."""

    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    """Who sees to what, in every meeting."""
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    """What meetings are made of."""
    agendas: Annotated[tuple[Agenda, ...], Field(min_length=1)]
    """Meetings by their length."""
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    """What they can be about, in order."""
    position: Placed
    """Where the file starts."""

    def part(self, step: Step) -> Part | None:
        """Give the part that a step names, or None."""
        return next((part for part in self.parts if part.id == step.part), None)

    @property
    def plain(self) -> Agenda | None:
        """The meeting that stands in the page as text."""
        return next((agenda for agenda in self.agendas if agenda.minutes == PLAIN_LENGTH), None)
