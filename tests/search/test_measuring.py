"""The figures of the search, and the query sets they rest on."""

from __future__ import annotations

from pathlib import Path

import pytest

import guides
from guide.model.guide import Guide
from guide.search.measuring import (
    Figures,
    Outcome,
    Query,
    QueryError,
    by_kind,
    figures,
    read_new_questions,
    read_queries,
    read_set,
    titles,
)
from guide.search.units import units_of

QUERIES = Path(__file__).parents[2] / "data" / "search"
KINDS = {"inflected", "synonym", "compound", "typo", "folded", "whole-question", "keyword", "everyday"}


def _outcome(kind: str, *hits: str) -> Outcome:
    return Outcome(Query("sv", "fråga", kind, ("faq.md#rätt",), "tune"), hits)


def test_figures() -> None:
    outcomes = [
        _outcome("typo", "faq.md#rätt"),
        _outcome("typo", "x", "faq.md#rätt"),
        _outcome("typo", "x", "y", "z", "faq.md#rätt"),
        _outcome("keyword"),
    ]
    assert figures(outcomes) == Figures(4, 0.25, 0.5, (1 + 1 / 2 + 1 / 4) / 4, 0.25, 0.25)
    assert by_kind(outcomes)["keyword"] == Figures(1, 0, 0, 0, 1, 0)
    assert figures([]) == Figures(0, 0, 0, 0, 0, 0)


def test_an_answer_that_is_as_right_counts_and_is_told_apart() -> None:
    query = Query("sv", "fråga", "typo", ("faq.md#rätt", "steps/a.md#lika"), "tune")
    found = figures([Outcome(query, ("steps/a.md#lika",)), Outcome(query, ("faq.md#rätt",))])
    assert found.first == 1
    assert found.answer_first == 0.5


def test_an_answer_after_the_tenth_place_does_not_count_for_the_mean_rank() -> None:
    late = _outcome("typo", *"abcdefghij", "faq.md#rätt")
    assert late.rank == 11
    assert figures([late]).reciprocal_rank == 0


def test_reading_queries(tmp_path: Path) -> None:
    (tmp_path / "queries-sv.yml").write_text(
        "- {query: a, kind: typo, answer: faq#x, half: tune}\n"
        "- {query: b, kind: typo, answer: [s/y.md#z, s/y.md], half: held}\n"
        "- {query: c, kind: typo, answer: s/y.md#z, also: [s/y.md], half: held}\n"
    )
    first, second, third = read_queries(tmp_path)
    assert first == Query("sv", "a", "typo", ("faq.md#x",), "tune")
    assert second.answers == third.answers == ("s/y.md#z", "s/y.md")


@pytest.mark.parametrize(
    "entry", ["{query: a, kind: typo, answer: faq#x}", "{query: a, kind: typo, answer: faq#x, half: both}", "a"]
)
def test_a_query_that_lacks_something_is_named(tmp_path: Path, entry: str) -> None:
    (tmp_path / "queries-sv.yml").write_text(f"- {entry}\n")
    with pytest.raises(QueryError, match=r"queries-sv\.yml, entry 1"):
        read_queries(tmp_path)


def test_the_projects_own_sets_are_large_whole_and_halved() -> None:
    queries = read_queries(QUERIES)
    for language, least in (("sv", 150), ("en", 80)):
        own = [query for query in queries if query.language == language]
        assert len(own) >= least
        assert {query.kind for query in own} == KINDS
        assert len({query.text.casefold() for query in own}) == len(own), "a query stands twice"
        held = sum(query.half == "held" for query in own)
        assert abs(held - len(own) / 2) <= 1


def test_every_answer_is_in_the_guide(guide: Guide) -> None:
    anchors = {f"{page.path}#{anchor}" for page in guide.pages for anchor in page.anchors}
    pages = {page.path for page in guide.pages}
    answers = {answer for query in read_queries(QUERIES) for answer in query.answers}
    assert answers - anchors - pages == set()


def test_sets_of_other_hands_have_answers_on_a_page_or_at_a_heading(tmp_path: Path) -> None:
    (tmp_path / "queries-names.yml").write_text("sv:\n  - {query: Umeå, answers: [a.md, b.md#c]}\n", encoding="utf-8")
    (query,) = read_set(tmp_path, "names")
    assert (query.language, query.half) == ("sv", "names")
    assert Outcome(query, ("x.md", "a.md#any")).rank == 2
    assert Outcome(query, ("a.md",)).rank == 1
    assert Outcome(query, ("b.md#c",)).rank == 1
    assert Outcome(query, ("b.md#d",)).rank == 0
    assert read_queries(tmp_path) == ()


def test_an_entry_without_answers_is_refused_unless_it_is_out_of_scope(tmp_path: Path) -> None:
    for name in ("names", "outside"):
        (tmp_path / f"queries-{name}.yml").write_text("en:\n  - {query: bitcoin}\n", encoding="utf-8")
    assert read_set(tmp_path, "outside")[0].answers == ()
    with pytest.raises(QueryError, match=r"queries-names\.yml, en, entry 1"):
        read_set(tmp_path, "names")


def test_new_questions_are_written_as_a_page_has_them(tmp_path: Path) -> None:
    entry = (
        "{id: x, page: faq.md, title: 'Går det?', answer: Ja., tags: [staff], also: [a b, c], queries: [funkar det]}"
    )
    (tmp_path / "questions-new.yml").write_text(f"sv:\n  - {entry}\n", encoding="utf-8")
    (question,) = read_new_questions(tmp_path, "new", with_wordings=False)
    (helped,) = read_new_questions(tmp_path, "new", with_wordings=True)
    assert "{#x}\n<!-- also: a b | c -->\n<!-- roles" in helped.markdown
    assert [each.queries[0].half for each in (question, helped)] == ["new", "new with wordings"]
    assert question.markdown == "\n\n## Går det? {#x}\n<!-- roles: staff -->\n\nJa.\n"
    assert [(query.text, query.answers) for query in question.queries] == [("funkar det", ("faq.md#x",))]


def test_every_title_of_a_page_and_question_is_a_query(tmp_path: Path) -> None:
    found = titles(units_of(guides.read(tmp_path), "sv"), "sv")
    assert {(query.text, query.answers) for query in found} >= {
        ("Tillitskultur", ("steps/culture.md",)),
        ("Vad är tillit?", ("faq.md#what-is-trust",)),
    }


def test_a_set_that_is_being_replaced_is_empty_and_a_fresh_one_is_no_language(tmp_path: Path) -> None:
    assert read_set(tmp_path, "fresh") == read_new_questions(tmp_path, "fresh", with_wordings=True) == ()
    text = "sv:\n  - {query: väder}\n"
    (tmp_path / "queries-outside-fresh.yml").write_text(text, encoding="utf-8")
    assert [query.answers for query in read_set(tmp_path, "outside-fresh")] == [()]
    assert read_queries(tmp_path) == ()
