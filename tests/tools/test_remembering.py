"""What is remembered of a page holds for that page, with what else went in, and goes when the page does."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

from guide.tools.texts import forget, per_data, per_page, per_text
from guide.words import add_folder


class Page:
    """Anything that stays as it is made."""


def test_the_same_page_is_looked_at_once_for_each_of_a_few_others() -> None:
    asked: list[tuple[Page, str]] = []

    @per_page
    def found(page: Page, other: str) -> Iterator[str]:
        asked.append((page, other))
        yield f"in {other}"

    page, another = Page(), Page()
    answers = [found(page, "sv"), found(page, "en"), found(page, "sv"), found(page, "en"), found(another, "sv")]
    assert answers == [("in sv",), ("in en",), ("in sv",), ("in en",), ("in sv",)]
    assert asked == [(page, "sv"), (page, "en"), (another, "sv")]


def test_two_pages_that_are_looked_at_beside_each_other_go_when_nobody_has_them() -> None:
    @per_page
    def beside(page: Page, other: Page) -> Iterator[int]:
        yield 1

    one, other = Page(), Page()
    assert beside(one, other) == beside(other, one) == (1,)
    gone = weakref.ref(one), weakref.ref(other)
    del one, other
    gc.collect()
    assert [each() for each in gone] == [None, None]


def test_a_page_that_gets_the_number_of_one_that_is_gone_is_another() -> None:
    @per_page
    def name(page: Page) -> Iterator[str]:
        yield vars(page)["name"]

    for number in range(50):
        # As a rule the same place in memory each time.
        page = Page()
        vars(page)["name"] = str(number)
        assert name(page) == (str(number),)
        del page


def test_what_a_file_of_data_holds_is_looked_at_once_until_it_is_read_again() -> None:
    asked: list[str] = []

    @per_data
    def found(entries: tuple[str, ...], language: str) -> Iterator[str]:
        asked.append(language)
        yield from entries

    entries = ("a", "b")
    assert found(entries, "sv") == found(entries, "sv") == ("a", "b")
    assert asked == ["sv"]
    assert found((*entries,), "sv") == ("a", "b")
    assert asked == ["sv", "sv"]


def test_words_that_are_others_empty_every_memory_and_the_same_words_none(tmp_path: Path) -> None:
    asked: list[str] = []

    @per_text
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    @per_page
    def found(page: Page) -> Iterator[int]:
        asked.append("page")
        yield 1

    def ask() -> list[str]:
        asked.clear()
        length("a")
        found(page)
        return list(asked)

    page = Page()
    words = tmp_path / "nb.yml"
    try:
        words.write_text("header:\n  search: Søk\n", encoding="utf-8")
        add_folder(tmp_path)
        assert ask() == ["a", "page"]
        add_folder(tmp_path)
        assert ask() == []
        words.write_text("header:\n  search: Finn\n", encoding="utf-8")
        add_folder(tmp_path)
        assert ask() == ["a", "page"]
        forget()
        assert ask() == ["a", "page"]
    finally:
        add_folder(None)
