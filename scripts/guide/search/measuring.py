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
from typing import Any

import yaml

from guide.search.units import Kind, Unit

FIRST_HITS = 10
"""Hits that are looked at for the mean reciprocal rank."""

ANY = "#*"
"""Stands for any section of a page, in an answer."""
SETS = ("names", "outside", "unseen", "fresh", "outside-fresh")
"""Sets by other hands than the wordings'; README says which choices have met the fresh ones."""
NEW_QUESTIONS = ("new", "fresh")
"""Sets of questions that the guide does not have."""
WITH_WORDINGS = " with wordings"
"""Ends the name of a set of new questions that have their other wordings."""
OUTSIDE = ("outside", "outside-fresh")
"""Those of ``SETS`` that have no answers."""


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
    """"tune" or "held"; of the other sets, the name of the set."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a query led to."""

    query: Query
    """The query."""
    hits: tuple[str, ...]
    """The first hits as "path#id", the best first."""
    is_confident: bool = True
    """Something fits well enough to be called a hit."""

    @property
    def rank(self) -> int:
        """Place of the right answer, from 1; 0 when it is not among the hits."""
        right = {*self.query.answers}
        found = (
            place for place, hit in enumerate(self.hits, 1) if hit in right or f"{hit.partition('#')[0]}{ANY}" in right
        )
        return next(found, 0)


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
        if language in SETS:
            continue
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


def read_set(folder: Path, name: str) -> tuple[Query, ...]:
    """Read a set of ``SETS``; raise QueryError for an entry that lacks something.

    Those of ``OUTSIDE`` have no answers.
    """
    found = []
    for language, entries in (_read(folder / f"queries-{name}.yml") or {}).items():
        for number, entry in enumerate(entries, 1):
            if not entry.get("query") or (name not in OUTSIDE and not entry.get("answers")):
                raise QueryError(f"queries-{name}.yml, {language}, entry {number}: an entry needs query and answers")
            answers = tuple(answer if "#" in answer else answer + ANY for answer in entry.get("answers", ()))
            found.append(Query(language, entry["query"], language, answers, name))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """A question that the guide does not have, to see whether it would be found without wordings."""

    language: str
    """Its language."""
    path: str
    """The page that it is added to."""
    markdown: str
    """As it would stand there."""
    queries: tuple[Query, ...]
    """How it is asked for."""


def read_new_questions(folder: Path, name: str, *, with_wordings: bool) -> tuple[NewQuestion, ...]:
    """Read a set of ``NEW_QUESTIONS``, with the other wordings that an editor gave each or without any.

    To its queries each is "new" or "new fresh", or "new with wordings" or "new fresh with wordings".
    """
    data = _read(folder / f"questions-{name}.yml") or {}
    half = ("new" if name == "new" else f"new {name}") + (WITH_WORDINGS if with_wordings else "")
    return tuple(
        _new_question(language, entry, half, entry["also"] if with_wordings else ())
        for language, entries in data.items()
        for entry in entries
    )


def _read(path: Path) -> Any:
    """What a file holds; nothing where there is none, since a set is taken away before it is replaced."""
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else None


def _new_question(language: str, entry: Mapping[str, Any], half: str, wordings: Sequence[str]) -> NewQuestion:
    path, anchor = entry["page"], entry["id"]
    also = f"<!-- also: {' | '.join(wordings)} -->\n" if wordings else ""
    roles = f"<!-- roles: {', '.join(entry['tags'])} -->"
    markdown = f"\n\n## {entry['title']} {{#{anchor}}}\n{also}{roles}\n\n{entry['answer']}\n"
    queries = (Query(language, text, language, (f"{path}#{anchor}",), half) for text in entry["queries"])
    return NewQuestion(language, path, markdown, tuple(queries))


def titles(units: Iterable[Unit], language: str) -> tuple[Query, ...]:
    """Give the title of every page and question as a query; of two with one title either is right."""
    named: dict[tuple[Kind, str], list[str]] = {}
    for unit in units:
        if unit.kind in (Kind.PAGE, Kind.QUESTION):
            named.setdefault((unit.kind, unit.title), []).append(unit.place)
    kinds = {Kind.PAGE: "titles of pages", Kind.QUESTION: "questions as they stand"}
    return tuple(Query(language, title, kinds[kind], tuple(found), "titles") for (kind, title), found in named.items())


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
