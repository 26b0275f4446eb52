"""On paper: cards and tables whole, no buttons, no menus."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from visits import DESKTOP, Open

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("path", "whole"),
    [
        ("/utbildning/dilemmakort/", ".guide-card"),
        ("/kom-igang/handlingsplan/", ".table-box"),
        ("/utbildning/ny-chef/", ".table-box"),
        ("/steg/ledarskap/", ".guide-quiz__question"),
    ],
)
def test_what_is_cut_out_or_filled_in_is_not_cut(visit: Open, path: str, whole: str) -> None:
    page = visit(DESKTOP).go(path)
    page.emulate_media(media="print")
    breaks = page.locator(whole).evaluate_all("parts => parts.map(part => getComputedStyle(part).breakInside)")
    assert breaks and set(breaks) == {"avoid"}
    for hidden in (".guide-copy", ".guide-quiz__answer", ".md-header", ".md-sidebar"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden


def test_two_cards_fit_a_sheet(visit: Open) -> None:
    """A4 with margins of 15 mm: 267 mm of height, the heading of a theme and its line above two cards."""
    page = visit({"width": 680, "height": 1009}).go("/utbildning/dilemmakort/")
    page.emulate_media(media="print")
    heights = page.locator(".guide-card").evaluate_all("cards => cards.map(card => card.offsetHeight * 25.4 / 96)")
    assert len(heights) >= 20
    assert max(heights) * 2 + 6 < 267


def test_long_lists_of_rows_may_go_over_pages(visit: Open) -> None:
    page = visit(DESKTOP).go("/utbildning/lanka-till-guiden/")
    page.emulate_media(media="print")
    box = page.locator(".table-box:has(.guide-addresses)")
    expect(box).to_have_css("break-inside", "auto")


@pytest.mark.parametrize(("path", "end"), [("/steg/ledarskap/", "l/sv/steps-leadership/"), ("/en/faq/", "l/en/faq/")])
def test_paper_says_where_the_page_stands(visit: Open, path: str, end: str) -> None:
    page = visit(DESKTOP).go(path)
    address = page.locator(".guide-on-paper")
    expect(address).to_be_hidden()
    page.emulate_media(media="print")
    expect(address).to_be_visible()
    assert (address.text_content() or "").endswith(end)


def test_the_questions_stand_once_on_paper(visit: Open) -> None:
    page = visit(DESKTOP).go("/vanliga-fragor/")
    page.emulate_media(media="print")
    for hidden in (".guide-questions", "#by-role", ".guide-ask"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    expect(page.locator("#what-is-it")).to_be_visible()
