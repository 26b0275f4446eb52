"""What readers of such sites have complained of: each kind of complaint, on pages where it would strike."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page

from visits import DESKTOP, PHONE, Open

pytestmark = pytest.mark.browser

WITH_DRAWING = "/begrepp/styrkedjan/"


def luminance(colour: str) -> float:
    """Give the relative luminance of "rgb(r, g, b)" (WCAG 2.2)."""
    parts = [float(part) / 255 for part in colour.partition("(")[2].rstrip(")").split(",")[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def colour_of(page: Page, selector: str, name: str = "color") -> str:
    return str(page.locator(selector).first.evaluate(f"part => getComputedStyle(part).getPropertyValue('{name}')"))


def test_what_is_printed_from_the_dark_scheme_is_dark_on_white(visit: Open) -> None:
    page = visit(DESKTOP, color_scheme="dark").go("/steg/ledarskap/")
    assert luminance(colour_of(page, "body", "background-color")) < 0.1, "the page is not dark on screen"
    page.emulate_media(media="print")
    for selector in ("main p", "main a", "main .footnote li p", "main h2"):
        assert luminance(colour_of(page, selector)) < 0.18, f"{selector} is too light for white paper (4.5:1)"


def test_the_opening_is_read_on_paper_without_its_ground(visit: Open) -> None:
    page = visit(DESKTOP).go("/")
    page.emulate_media(media="print")
    for selector in ("h1", "p", "p a"):
        assert luminance(colour_of(page, f".guide-hero {selector}")) < 0.18, selector


@pytest.mark.parametrize("path", ["/exempel/", "/en/cases/", "/mata/nyckeltal/"])
def test_no_table_is_wider_than_the_sheet(visit: Open, path: str) -> None:
    """A4 is 210 mm wide; a reader may choose any margin."""
    page = visit(DESKTOP).go(path)
    page.emulate_media(media="print")
    for margin in (10, 15, 25):
        page.set_viewport_size({"width": round((210 - 2 * margin) / 25.4 * 96), "height": 1000})
        beyond = page.locator(".guide-table").evaluate_all(
            "tables => tables.map(table => table.getBoundingClientRect().right - document.documentElement.clientWidth)"
        )
        assert beyond and max(beyond) <= 1, margin


def test_a_closed_menu_is_left_out_when_tabbing(visit: Open) -> None:
    page = visit(PHONE).go("/steg/ledarskap/")
    for _ in range(30):
        page.keyboard.press("Tab")
        right = page.evaluate("document.activeElement.getBoundingClientRect().right")
        assert right > 0, page.evaluate("document.activeElement.outerHTML.slice(0, 120)")


def test_an_open_menu_can_be_used(visit: Open) -> None:
    page = visit(PHONE).go("/steg/ledarskap/")
    page.locator(".guide-menu-button").click()
    page.locator(".md-sidebar--primary .md-nav__link:visible").first.wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_figures_take_the_colours_that_a_reader_forces(visit: Open, scheme: str) -> None:
    page = visit(DESKTOP, color_scheme=scheme, forced_colors="active").go(WITH_DRAWING)
    canvas = luminance(colour_of(page, "body", "background-color"))
    for part in (".fig-text", ".fig-text-on-accent"):
        for fill in page.locator(f"svg {part}").evaluate_all("all => all.map(one => getComputedStyle(one).fill)"):
            lighter, darker = sorted([luminance(fill), canvas], reverse=True)
            assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (part, fill)


@pytest.mark.parametrize("width", [240, 180])
def test_the_header_holds_with_letters_of_double_size(visit: Open, width: int) -> None:
    """A screen of 360 px whose reader has set 24 or 32 px as size has the room of 240 or 180 px."""
    made = visit({"width": width, "height": 500})
    for path in ("/", "/steg/ledarskap/", "/en/faq/"):
        assert_that_the_header_holds(made.go(path), width)


def assert_that_the_header_holds(page: Page, width: int) -> None:
    """Fail where a part of the header is out of sight or over another."""
    boxes = page.locator(".md-header__inner > *:visible").evaluate_all(
        "parts => parts.map(part => part.getBoundingClientRect()).map(box => [box.left, box.right, box.top])"
    )
    assert boxes and all(left >= -1 and right <= width + 1 for left, right, _ in boxes), boxes
    rows = [sorted(box for box in boxes if box[2] == top) for top in {box[2] for box in boxes}]
    overlaps = [(first, second) for row in rows for first, second in pairwise(row) if first[1] > second[0] + 1]
    assert overlaps == []


def test_without_a_script_no_dead_button_stands_in_the_header(visit: Open) -> None:
    page = visit(DESKTOP, java_script_enabled=False).go("/steg/ledarskap/")
    assert page.locator(".md-header button:visible").count() == 0
    assert page.locator(".md-header a.guide-no-js:visible").count() == 1


def test_lists_without_marks_are_lists_to_every_browser(visit: Open) -> None:
    """Safari forgets what a list is where its style is "none"."""
    page = visit(DESKTOP).go("/")
    for selector in ("#ways-in ~ ul", ".guide-footer ul"):
        assert page.locator(selector).first.evaluate("list => getComputedStyle(list).listStyleType") != "none"


def test_the_number_of_a_note_is_large_enough_for_a_finger(visit: Open) -> None:
    """24 by 24 CSS pixels (WCAG 2.2, 2.5.8), also where two notes stand side by side."""
    page = visit(PHONE, has_touch=True).go("/exempel/forsakringskassan/")
    boxes = page.locator(".footnote-ref").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.x, box.y, box.width, box.height])"
    )
    assert boxes
    assert [box for box in boxes if min(box[2:]) < 24] == []
    for (x, y, width, height), (other_x, other_y, *_) in pairwise(boxes):
        on_one_line = abs(other_y - y) < height
        assert not on_one_line or other_x >= x + width - 1, "two targets overlap"


def test_the_card_of_a_note_says_what_the_source_says_and_leads_to_every_use(visit: Open) -> None:
    page = visit(DESKTOP).go("/exempel/forsakringskassan/")
    page.locator(".footnote-ref").first.hover()
    card = page.locator(".guide-definition--note:popover-open")
    card.wait_for()
    said = str(card.locator(".guide-note__says").inner_text())
    assert len(said.split()) > 8
    card.locator("a[href*='#source-']").click()
    entry = page.locator("li:target")
    entry.wait_for()
    assert said.split("Förbehåll")[0].strip() in str(entry.inner_text())
    assert entry.locator("a[href*='exempel/forsakringskassan/']").count() >= 1
