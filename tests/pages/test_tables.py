"""Tables as they are published: which stack on a phone, which stay, and what each says of itself."""

from __future__ import annotations

import pytest
from lxml import html
from markdown import Markdown

from guide.pages import tables


def converted(text: str) -> html.HtmlElement:
    """Give the box of the first table of a page."""
    extensions = ["tables", "footnotes", "toc", "attr_list", "guide.pages.markdown_extension"]
    settings = {"guide.pages.markdown_extension": {"table_cue": "Swipe"}}
    page = html.fragment_fromstring(Markdown(extensions=extensions, extension_configs=settings).convert(text), "div")
    found: html.HtmlElement = page.find(".//div[@class='table-box']")
    return found


WORDS = "| Step | Who | When[^n] |\n| --- | --- | --- |\n| One | **A** head | |\n\n[^n]: A note."


def test_each_value_of_a_stacked_table_has_its_label() -> None:
    table = converted(WORDS).find("table")
    assert table.get("class") == "guide-table guide-table--stacked"
    assert [cell.get("data-label") for cell in table.iterfind("tbody/tr/td")] == ["Step", "Who", "When"]
    assert {cell.get("scope") for cell in table.iterfind("thead/tr/th")} == {"col"}
    # ARIA in HTML: no part of a table may have a role in the source.
    assert table.xpath("descendant-or-self::*[@role]") == []


def test_two_columns_of_long_words_are_stacked() -> None:
    table = converted("| Step | Responsibilities |\n| --- | --- |\n| One | A headquarters |").find("table")
    assert table.get("class") == "guide-table"
    table = converted("| Administration | Responsibilities |\n| --- | --- |\n| One | A headquarters |").find("table")
    assert table.get("class") == "guide-table guide-table--stacked"


def test_two_columns_of_short_words_stand_beside_each_other_on_any_screen() -> None:
    table = converted("| Step | Who |\n| --- | --- |\n| One | A head |").find("table")
    assert table.get("class") == "guide-table"
    assert table.find("tbody/tr/td").get("data-label") is None


@pytest.mark.parametrize("value", ["12", "1 200", "3–5", "45 %", "45%", "0,5", "–3", "12 kr", "<5", "09.00–09.30"])
def test_a_table_of_figures_stays_one(value: str) -> None:
    box = converted(f"| Measure | Before | After |\n| --- | --- | --- |\n| Sick leave | {value} | |")
    assert box.get("data-cue") == "Swipe"
    assert box.find("table").get("class") == "guide-table guide-table--figures"


@pytest.mark.parametrize("value", ["many", "12 months later", "2 of 3 teams", ""])
def test_a_table_with_words_or_nothing_to_compare_is_stacked(value: str) -> None:
    box = converted(f"| Measure | Before | After |\n| --- | --- | --- |\n| Sick leave | {value} | {value and 1} |")
    assert box.get("data-cue") is None
    assert box.find("table").get("class") == "guide-table guide-table--stacked"


def test_a_table_that_the_guide_writes_says_the_same_of_itself() -> None:
    rows = [tables.row(["Case", 'What "is" known'], ["<a href=x>A</a>", "Much"], 'data-kind="x"')]
    box = html.fragment_fromstring(tables.written(["Case", "What"], rows, 'role="group"', 'data-x="y"', "guide-cases"))
    table = box.find("table")
    assert (box.get("role"), table.get("class"), table.get("data-x")) == (
        "group",
        "guide-table guide-table--stacked guide-cases",
        "y",
    )
    (row,) = table.iterfind("tbody/tr")
    assert [(cell.tag, cell.get("scope"), cell.get("data-label")) for cell in row] == [
        ("th", "row", "Case"),
        ("td", None, 'What "is" known'),
    ]
    assert row.get("data-kind") == "x" and table.xpath("descendant-or-self::*[@role]") == []
