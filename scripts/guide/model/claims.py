"""The ledger of claims: what each source says, stated once in every language, with its limits.

What lives here: shapes of the files in ``data/claims/``, one file a source, and what is read from
them. What does not: reading the files (``reading/claims.py``), what a page makes of a claim
(``pages/notes.py``) and whether its uses keep the limits (``checks/rules/claims.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Any

from pydantic import Field, StringConstraints, model_validator

from guide.model.place import Position
from guide.model.shapes import ABSENT, TEXTS, Hyphened, Kebab, Shape, Text, languages_apart
from guide.model.vocabularies import ClaimKind, Extent, Level, Reach, Speaker

Texts = dict[str, Text]
"""A text in each language."""
Reference = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+#[a-z0-9-]+$")]
"""A claim as pages cite it: ``key#claim``."""


class Limit(Shape):
    """What no use of a claim may leave out."""

    said: Annotated[dict[str, Annotated[tuple[Text, ...], Field(min_length=1)]], Field(alias=TEXTS)]
    """In each language the limit as readers see it, then other ways in which a passage may say it."""
    within: Reach = Reach.PASSAGE
    """Where it must be said."""

    @model_validator(mode="before")
    @classmethod
    def _by_language(cls, value: Any) -> Any:
        return languages_apart(value, frozenset({"within"}))


class Law(Hyphened):
    """What a claim about law rests on."""

    provision: Text
    """The provision, such as 5 § förvaltningslagen (2017:900)."""
    in_force_from: Annotated[date, Field(alias="from")] = ABSENT
    """First day in force, where known."""
    in_force_to: Annotated[date, Field(alias="to")] = ABSENT
    """Last day in force, for law that has been replaced."""
    checked: date
    """When somebody last saw that it is the law."""


class ClaimEntry(Hyphened):
    """One finding of a source."""

    says: Texts
    """The finding in one or two sentences that can be read alone, limits and all."""
    kind: ClaimKind
    """What kind of statement it is."""
    level: Level
    """Whose trust or steering it speaks of."""
    whose: Speaker
    """Whose words they are."""
    relays: Texts = Field(default_factory=dict)
    """Whom the source passes on, where the words are not its own."""
    limits: tuple[Limit, ...] = ()
    """What no use may leave out."""
    where: Text = ""
    """Place in the source: page, section, provision."""
    words: dict[str, Text] = Field(default_factory=dict)
    """Letter for letter in the source's language, and translated, where pages quote it."""
    law: Law = ABSENT
    """For a rule: the provision and when it was checked."""
    superseded_by: Reference = ""
    """A later finding on the same thing."""
    sought: Texts = Field(default_factory=dict)
    """For an absence: what was looked for, and where."""
    seen: Extent = ABSENT
    """How much was seen, where it is not what the file says."""
    part: Texts = Field(default_factory=dict)
    """What was seen, where it is not what the file says."""
    checked: date = ABSENT
    """When it was read, where it is not when the file says."""


class ClaimsHead(Shape):
    """How a source was seen."""

    seen: Extent
    """How much of the source was seen."""
    part: Texts
    """What of it was seen, as a short noun phrase."""
    checked: date
    """When it was last read."""


class ClaimsFile(ClaimsHead):
    """What one file holds: all that the guide says on the word of one source."""

    claims: Annotated[dict[Kebab, ClaimEntry], Field(min_length=1)]
    """The findings by their ids."""


@dataclass(frozen=True)
class Claim:
    """One finding of a source, as the ledger states it."""

    source: str
    """Citation key of the source."""
    id: str
    """Its name within the source."""
    says: Mapping[str, str]
    """The finding in each language."""
    kind: ClaimKind
    """What kind of statement it is."""
    level: Level
    """Whose trust or steering it speaks of."""
    whose: Speaker
    """Whose words they are."""
    relays: Mapping[str, str]
    """Whom the source passes on, by language; empty where the words are its own."""
    limits: tuple[Limit, ...]
    """What no use may leave out."""
    where: str
    """Place in the source, or ""."""
    words: Mapping[str, str]
    """What may be quoted, by language."""
    law: Law | None
    """For a rule, the provision."""
    superseded_by: str
    """A later finding on the same thing as ``key#claim``, or ""."""
    sought: Mapping[str, str]
    """For an absence: what was looked for, by language."""
    seen: Extent
    """How much of the source was seen."""
    part: Mapping[str, str]
    """What was seen, by language."""
    checked: date
    """When it was last read."""
    position: Position
    """Where it stands."""

    @property
    def reference(self) -> str:
        """How pages cite it: ``key#claim``."""
        return f"{self.source}#{self.id}"

    @cached_property
    def digest(self) -> str:
        """Fingerprint of what a use leans on; that somebody has checked the source again does not change it."""
        limits = [(limit.within, sorted(limit.said.items())) for limit in self.limits]
        law = self.law and (self.law.provision, self.law.in_force_from, self.law.in_force_to)
        parts = (sorted(self.says.items()), self.kind, self.level, self.whose, limits, sorted(self.words.items()), law)
        return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
