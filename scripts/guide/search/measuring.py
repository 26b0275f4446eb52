"""How good the search is, in figures: the queries with their right answers, and what came of them.

What lives here: reading ``data/search/queries-*.yml`` and counting. What does not:
asking (``scripts/bench_search.py``, through the real search field in a browser).

A query is written as the reader types it, before any tuning, by somebody who sees
neither the search nor the other queries; half of the queries (``half: held``) are
used for the last figure only. Where others would please a fair reader as much as
the answer, they are named with it (``also``), and coming first they count; how
often the answer itself came first is told apart::

    - query: hur vet vi att det funkar
      kind: everyday
      answer: faq.md#how-is-success-measured
      also: [steps/measure-and-follow-up.md#signs]
      half: tune
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

FIRST_HITS = 10
"""Hits that are looked at for the mean reciprocal rank."""


class QueryError(ValueError):
    """A query set that cannot be used: says which entry."""


@dataclass(frozen=True, slots=True)
class Query:
    """One query with its right answer."""

    language: str
    """Language it is asked in."""
    text: str
    """As the reader types it."""
    kind: str
    """What makes it hard: "typo", "synonym", "compound" …"""
    answers: tuple[str, ...]
    """Right answers as "path#id" of the sources ("faq.md#what-is-it"): the answer, then those that are as right."""
    half: str
    """"tune" or "held"."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a query led to."""

    query: Query
    """The query."""
    hits: tuple[str, ...]
    """The first hits as "path#id", the best first."""

    @property
    def rank(self) -> int:
        """Place of the right answer, from 1; 0 when it is not among the hits."""
        return next((place for place, hit in enumerate(self.hits, 1) if hit in self.query.answers), 0)


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares over a set of queries, each from 0 to 1."""

    queries: int
    """Number of queries."""
    first: float
    """The right answer came first."""
    first_three: float
    """It came among the first three."""
    reciprocal_rank: float
    """Mean of 1/place over the first ten places (MRR@10)."""
    no_hit: float
    """Nothing at all was found."""
    answer_first: float = 0.0
    """The answer itself came first, and not another that is as right."""


def read_queries(folder: Path) -> tuple[Query, ...]:
    """Read the query sets of all languages; raise QueryError for an entry that lacks something."""
    queries: list[Query] = []
    for path in sorted(folder.glob("queries-*.yml")):
        language = path.stem.removeprefix("queries-")
        for number, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")) or (), 1):
            queries.append(_query(entry, language, f"{path.name}, entry {number}"))
    return tuple(queries)


def _query(entry: object, language: str, place: str) -> Query:
    if not isinstance(entry, dict) or not all(entry.get(key) for key in ("query", "kind", "answer", "half")):
        raise QueryError(f"{place}: an entry needs query, kind, answer and half")
    if entry["half"] not in ("tune", "held"):
        raise QueryError(f'{place}: half is "tune" or "held"')
    given = entry["answer"] if isinstance(entry["answer"], list) else [entry["answer"]]
    answers = tuple(_answer(str(answer)) for answer in (*given, *entry.get("also", ())))
    return Query(language, str(entry["query"]), str(entry["kind"]), answers, entry["half"])


def _answer(text: str) -> str:
    path, _, anchor = text.partition("#")
    path = path if path.endswith(".md") else f"{path}.md"
    return f"{path}#{anchor}" if anchor else path


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Count; an empty set has only zeros."""
    count = len(outcomes)
    if not count:
        return Figures(0, 0.0, 0.0, 0.0, 0.0)
    ranks = [outcome.rank for outcome in outcomes]
    return Figures(
        queries=count,
        first=sum(rank == 1 for rank in ranks) / count,
        first_three=sum(1 <= rank <= 3 for rank in ranks) / count,
        reciprocal_rank=sum(1 / rank for rank in ranks if 1 <= rank <= FIRST_HITS) / count,
        no_hit=sum(not outcome.hits for outcome in outcomes) / count,
        answer_first=sum(outcome.hits[:1] == outcome.query.answers[:1] for outcome in outcomes) / count,
    )


def by_kind(outcomes: Iterable[Outcome]) -> Mapping[str, Figures]:
    """Give the figures of each kind of query, in the order of their names."""
    kinds: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        kinds.setdefault(outcome.query.kind, []).append(outcome)
    return {kind: figures(found) for kind, found in sorted(kinds.items())}
