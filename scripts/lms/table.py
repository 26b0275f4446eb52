"""What the proof found, as tables in Markdown.

What lives here: what is known of each kind and language, which of it is wrong, and how
it is printed. What does not: finding it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lms.learner import Seen
from lms.packages import Kind

_HEADS = (
    "Kind",
    "Language",
    "Imported",
    "Sections",
    "Screen",
    "Completed",
    "Grade",
    "Resumed",
    "Explanations",
    "Wider",
)


@dataclass
class Walk:
    """One learner's way through one course."""

    seen: Seen
    """What the learner saw."""
    result: Mapping[str, Any]
    """What the database has of the learner (``php/result.php``)."""

    @property
    def completed(self) -> str:
        """How many of the activities that are tracked are completed."""
        tracked = self.result["tracked"]
        return f"{self.result['completed']} of {tracked}" if tracked else "nothing to complete"

    @property
    def grade(self) -> str:
        """The sum of the grades, of how much; "none" where nothing is graded."""
        graded = [each for each in self.result["grades"] if each["grade"] is not None]
        if not graded:
            return "none"
        return f"{sum(each['grade'] for each in graded):g} of {sum(each['max'] for each in self.result['grades']):g}"

    @property
    def explanations(self) -> str:
        """How many of the answers have an explanation beside them."""
        return f"{self.seen.explained} of {self.seen.answered}" if self.seen.answered else "no questions"

    @property
    def resumed(self) -> str:
        """Whether what was done stood there after a break."""
        return {None: "–", True: "yes", False: "NO"}[self.seen.resumed]


@dataclass
class Row:
    """What is known of one kind of package in one language."""

    kind: Kind
    language: str
    files: int = 0
    """How many packages there are."""
    refused: dict[str, str] = field(default_factory=dict)
    """Those that could not be imported → what Moodle said."""
    taken: str = ""
    """The package that learners went through."""
    plan: Mapping[str, Any] = field(default_factory=dict)
    """What the database has of its course (``php/course.php``)."""
    walks: dict[str, Walk] = field(default_factory=dict)
    """Screen → a learner's way through it."""

    @property
    def imported(self) -> str:
        """How many were imported."""
        return f"{self.files - len(self.refused)} of {self.files}"

    @property
    def sections(self) -> str:
        """How many sections have names of their own; an activity has none."""
        if not self.plan or self.kind.way not in {"cartridge", "backup"}:
            return "–"
        # The first section of a course holds what is common to all of it, and needs no name.
        count = max(len(self.plan["sections"]) - 1, 0)
        return f"{count - self.plan['unnamed']} of {count} named"

    def troubles(self) -> Iterator[str]:
        """Give what is not as it should be, one sentence each."""
        where = f"{self.kind.label}, {self.language}"
        if self.kind.is_taken:
            yield from (f"{where}: {name} was refused: {said}" for name, said in self.refused.items())
        for screen, walk in self.walks.items():
            yield from (f"{where}, {screen}: {said}" for said in walk.seen.trouble)
            if walk.seen.resumed is False:
                yield f"{where}, {screen}: what was done before the break was lost"
            if walk.result and walk.result["completed"] < walk.result["tracked"]:
                yield f"{where}, {screen}: completed {walk.completed} when all was done"


def report(rows: Sequence[Row], kinds: Sequence[Kind] = tuple(Kind)) -> str:
    """Give the whole report: the table, the courses as a trainer finds them, what is missing and what is wrong."""
    lines = [_line(_HEADS), _line(["---"] * len(_HEADS)), *(_line(cells) for row in rows for cells in _cells(row))]
    there = {row.kind for row in rows}
    missing = [kind.label for kind in kinds if kind not in there]
    if missing:
        lines += ["", f"Not there yet, so not tried: {', '.join(missing)}."]
    lines += ["", "Courses as a trainer finds them:", *(_course(row) for row in rows if row.plan)]
    refused = [_refusal(row) for row in rows if row.refused and not row.kind.is_taken]
    if refused:
        lines += ["", "Refused, as was to be expected:", *refused]
    troubles = [f"- {said}" for row in rows for said in row.troubles()]
    lines += ["", "Wrong:" if troubles else "Nothing else is wrong.", *troubles]
    return "\n".join(lines)


def _cells(row: Row) -> Iterator[Sequence[str]]:
    first = (row.kind.label, row.language, row.imported, row.sections)
    if not row.walks:
        yield (*first, *(["–"] * (len(_HEADS) - len(first))))
    for screen, walk in row.walks.items():
        wide = f"{walk.seen.wide} px" if walk.seen.wide else "no"
        yield (*first, screen, walk.completed, walk.grade, walk.resumed, walk.explanations, wide)
        first = ("", "", "", "")


def _course(row: Row) -> str:
    names = " / ".join(row.plan["sections"])
    return f"- {row.taken}: “{row.plan['full']}” ({row.plan['short']}): {names}"


def _refusal(row: Row) -> str:
    return f"- {row.kind.label}, {row.language}: {next(iter(row.refused.values()))}"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(each.replace('|', '/') for each in cells)} |"
