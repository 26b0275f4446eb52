"""Findings: what a check says about a place, and what it belongs to in the catalogue.

What lives here: the shape of a finding, of a catalogue entry (a rule), and of a
fix that the command can make by itself. What does not: printing (``report.py``)
and the checks themselves (``rules/``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from guide.model.place import Position
from guide.tools.names import nearest as nearest


def shortened(text: str, most: int) -> str:
    """Give a text as a message quotes it: at most so many characters, the last one … where it is cut."""
    return text if len(text) <= most else text[: most - 1] + "…"


class Severity(StrEnum):
    """How much a finding matters to a reader. Both kinds make the check fail."""

    ERROR = "error"
    """Something does not work, or says something untrue."""
    WARNING = "warning"
    """Something works less well than it should."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A fix in one place that is safe to make by command: one text becomes another on one line."""

    path: str
    """File, relative to the folder of mkdocs.yml."""
    line: int
    """Line, from 1."""
    old: str
    """Text that stands there; the fix is skipped when it does not."""
    new: str
    """Text to put in its place."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A fix of a whole file: UTF-8 without mark, composed letters, line feeds."""

    path: str
    """File, relative to the folder of mkdocs.yml."""


Fix = Replacement | Rewriting


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of the catalogue: a fault that can be found."""

    id: str
    """Id as messages and allowances write it."""
    title: str
    """What it is, in a few words."""
    means: str
    """What the finding says about the guide."""
    why: str
    """Why it matters to a reader."""
    hint: str
    """What to do, as an instruction."""
    severity: Severity = Severity.ERROR
    """How much it matters."""
    fixable: bool = False
    """``--fix`` can fix it."""

    def at(
        self,
        position: Position,
        message: str,
        *,
        hint: str = "",
        suggestion: str = "",
        fix: Fix | None = None,
        cause: str = "",
    ) -> Finding:
        """Make a finding of this kind at a place."""
        return Finding(self.id, self.severity, position, message, hint or self.hint, suggestion, fix, cause)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place."""

    id: str
    """Id in the catalogue."""
    severity: Severity
    """How much it matters."""
    position: Position
    """Where."""
    message: str
    """What is wrong, in plain language."""
    hint: str
    """What to do about it."""
    suggestion: str = ""
    """The nearest existing name, where the fault looks like a slip of the pen."""
    fix: Fix | None = None
    """The fix that ``--fix`` makes, where there is a safe one."""
    cause: str = ""
    """What it follows from, where one change makes several findings (``causes.py``)."""
    also: tuple[tuple[str, Position], ...] = ()
    """Where else the same cause is seen: id and place of each finding that this one stands for."""
