"""The YAML block at the top of a page: whether there is one, where it ends, and what is wrong with it."""

from __future__ import annotations

import pytest

from guide.model.page import FrontMatter
from guide.model.place import Position, Problem
from guide.reading.front_matter import read_front_matter

TOP = Position("a.md")


def test_a_page_may_have_none() -> None:
    for text in ("", "# A", " ---\na: b\n---"):
        assert read_front_matter(text.split("\n"), "a.md") == (FrontMatter({}, {}, TOP), 0)


@pytest.mark.parametrize("text", ["---\na: b\n---\n# A", "--- \na: b\n...\n---", "---\na: b\n---"])
def test_it_ends_at_the_first_fence(text: str) -> None:
    front, lines = read_front_matter(text.split("\n"), "a.md")
    assert (front.values, front.exists, front.problem, lines) == ({"a": "b"}, True, None, 3)
    assert front.at("a") == Position("a.md", 2, 1)


def test_an_empty_one_is_one() -> None:
    assert read_front_matter(["---", "---", "# A"], "a.md") == (FrontMatter({}, {}, TOP, True), 2)


@pytest.mark.parametrize(
    ("text", "line", "says", "lines"),
    [
        ("---\na: b\n# A", 1, "no closing ---", 0),
        ("---\na: b\nc: [\n---\n# A", 4, "not valid YAML", 4),
        ("---\n- a\n---\n# A", 2, "not a list of keys and values", 3),
    ],
)
def test_what_is_wrong_has_a_place_and_the_page_goes_on_after_it(text: str, line: int, says: str, lines: int) -> None:
    front, taken = read_front_matter(text.split("\n"), "a.md")
    assert isinstance(front.problem, Problem)
    assert (front.problem.code, front.problem.position.line) == ("front-matter-broken", line)
    assert says in front.problem.message
    assert (front.values, front.exists, front.position, taken) == ({}, True, TOP, lines)
