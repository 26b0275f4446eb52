"""Explanations of glossary terms: on hover, focus and touch, dismissible, hoverable and persistent (WCAG 1.4.13)."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Locator, Page, expect

from visits import DESKTOP, PHONE, RULES, Open

pytestmark = pytest.mark.browser

PAGE = "/steg/tillitskultur/"


def first_term(page: Page) -> tuple[Locator, Locator]:
    """The first explained word and its explanation."""
    term = page.locator(".guide-term").first
    return term, page.locator(".guide-definition").first


def test_shows_on_hover_stays_under_the_pointer_and_goes(visit: Open) -> None:
    page = visit(DESKTOP).go(PAGE)
    term, card = first_term(page)
    expect(card).to_be_hidden()
    term.hover()
    expect(card).to_be_visible()
    card.hover()
    page.wait_for_timeout(600)
    expect(card).to_be_visible()
    page.mouse.move(5, 5)
    expect(card).to_be_hidden()


def test_escape_closes_it_and_the_pointer_need_not_move(visit: Open) -> None:
    page = visit(DESKTOP).go(PAGE)
    term, card = first_term(page)
    term.hover()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_works_by_keyboard_and_leads_to_the_glossary(visit: Open) -> None:
    page = visit(DESKTOP).go(PAGE)
    term, card = first_term(page)
    page.keyboard.press("Tab")
    term.evaluate("term => term.focus({ focusVisible: true })")
    expect(card).to_be_visible()
    expect(term).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(card.get_by_role("link")).to_be_focused()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(term).to_be_focused()
    expect(term).to_have_attribute("aria-expanded", "false")
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        expect(card).to_be_visible()
        page.keyboard.press(key)
        expect(card).to_be_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/begrepp/ordlista/#*")
    expect(page.locator("dt:target")).to_be_in_viewport()


def test_closes_when_the_focus_goes_on(visit: Open) -> None:
    page = visit(DESKTOP).go(PAGE)
    term, card = first_term(page)
    page.keyboard.press("Tab")
    term.evaluate("term => term.focus({ focusVisible: true })")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(card).to_be_hidden()


def test_opens_and_closes_by_touch_and_stays_in_a_small_window(visit: Open) -> None:
    page = visit({"width": 320, "height": 640}, has_touch=True).go(PAGE)
    for number in range(page.locator(".guide-term").count()):
        term, card = page.locator(".guide-term").nth(number), page.locator(".guide-definition").nth(number)
        term.scroll_into_view_if_needed()
        term.tap()
        expect(card).to_be_visible()
        expect(page.locator(".guide-definition:popover-open")).to_have_count(1)
        box = card.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.touchscreen.tap(2, 400)
        expect(page.locator(".guide-definition:popover-open")).to_have_count(0)


def test_opening_moves_no_text(visit: Open) -> None:
    page = visit(PHONE, has_touch=True).go(PAGE)
    term, card = first_term(page)
    where = """element => {
        const box = element.closest("p").getBoundingClientRect();
        return [box.height, box.top + scrollY];
    }"""
    term.scroll_into_view_if_needed()
    before = term.evaluate(where)
    term.tap()
    expect(card).to_be_visible()
    assert term.evaluate(where) == before


def test_a_screen_reader_hears_the_word_and_that_there_is_an_explanation(visit: Open) -> None:
    page = visit(DESKTOP).go(PAGE)
    term, card = first_term(page)
    expect(term).to_have_role("button")
    expect(term).to_have_accessible_name(term.inner_text())
    expect(term).to_have_attribute("aria-roledescription", "ordförklaring")
    expect(term).to_have_attribute("aria-expanded", "false")
    sentence = term.locator("xpath=ancestor::p").inner_text()
    assert card.evaluate("card => card.firstChild.textContent.trim()") not in sentence


def test_without_javascript_the_word_is_a_link_to_its_entry(visit: Open) -> None:
    page = visit(PHONE, java_script_enabled=False).go(PAGE)
    term, card = first_term(page)
    expect(card).to_be_hidden()
    term.click()
    page.wait_for_url("**/begrepp/ordlista/#*")


def test_prints_as_plain_text(visit: Open) -> None:
    page = visit(DESKTOP).go(PAGE)
    term, card = first_term(page)
    term.click()
    page.emulate_media(media="print")
    expect(card).to_be_hidden()
    assert term.evaluate("term => getComputedStyle(term).textDecorationLine") == "none"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_explanation(visit: Open, scheme: str) -> None:
    made = visit(PHONE, color_scheme=scheme, has_touch=True)
    for path in (PAGE, "/en/concepts/what-it-is/"):
        page = made.go(path)
        page.locator(".guide-term").first.tap()
        expect(page.locator(".guide-definition:popover-open")).to_have_count(1)
        violations = Axe().run(page, options=RULES).response["violations"]
        assert [violation["id"] for violation in violations] == []


def test_at_most_eight_on_a_page_each_term_once_and_never_in_a_heading_or_link(site_dir: Path) -> None:
    explained = 0
    for file in site_dir.rglob("*.html"):
        tree = html.fromstring(file.read_bytes())
        terms = tree.xpath("//a[@class='guide-term']/@href")
        assert len(terms) <= 8 and len(set(terms)) == len(terms), file
        for tag in ("h1", "h2", "h3", "th", "dt"):
            assert not tree.xpath(f"//{tag}//a[@class='guide-term']"), file
        assert not tree.xpath("//*[@class='footnote']//a[@class='guide-term']"), file
        explained += bool(terms)
    assert explained > 100
