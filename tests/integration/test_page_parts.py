"""What stands around the text: the header, the menu, the contents, the notes, the way back to the top."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from visits import DESKTOP, PHONE, RULES, Open, until

pytestmark = pytest.mark.browser

STEP = "/steg/tillitskultur/"
ACTIVE = ".md-sidebar--secondary a.md-nav__link--active"


def first_note(page: Page) -> tuple[Locator, Locator]:
    """The first mark of a note and its card, which is made when it is first asked for."""
    return page.locator(".footnote-ref").first, page.locator(".guide-definition--note").first


# Where the reader is ----------------------------------------------------------


def test_the_contents_follow_the_reader(visit: Open) -> None:
    page = visit(DESKTOP).go(STEP)
    expect(page.locator(ACTIVE)).to_have_count(0)
    page.evaluate("scrollTo(0, document.getElementById('checklist').getBoundingClientRect().top + scrollY - 60)")
    expect(page.locator(ACTIVE)).to_have_attribute("href", "#checklist")
    expect(page.locator(ACTIVE)).to_be_in_viewport()
    assert page.locator(".md-sidebar--secondary a.md-nav__link--passed").count() > 1
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    last = page.locator(".md-sidebar--secondary a.md-nav__link").last
    expect(last).to_have_class(re.compile("md-nav__link--active"))


def test_the_header_tells_the_page_once_its_heading_is_gone(visit: Open) -> None:
    page = visit(PHONE).go(STEP)
    header, title = page.locator(".md-header"), page.locator(".md-header__title")
    expect(title).not_to_have_class(re.compile("--active"))
    page.evaluate("scrollTo(0, 900)")
    expect(title).to_have_class(re.compile("--active"))
    expect(header).to_have_class(re.compile("--shadow"))
    page.evaluate("scrollTo(0, 0)")
    expect(title).not_to_have_class(re.compile("--active"))


def test_the_sidebars_end_where_the_footer_begins(visit: Open) -> None:
    page = visit({"width": 1280, "height": 500}).go("/vanliga-fragor/")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(200)
    for kind in ("primary", "secondary"):
        gap = page.evaluate(
            f"""() => document.querySelector('.md-footer').getBoundingClientRect().top
                   - document.querySelector('.md-sidebar--{kind} .md-sidebar__scrollwrap')
                       .getBoundingClientRect().bottom"""
        )
        assert gap >= 0, kind


def test_a_link_of_the_menu_to_a_heading_of_the_page_closes_it(visit: Open) -> None:
    page = visit(PHONE).go(STEP)
    button = page.get_by_role("button", name="Meny")
    button.click()
    page.locator(".md-nav--primary label[for=__toc]:visible").click()
    page.locator(".md-nav--secondary a[href='#checklist']:visible").click()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#checklist")).to_be_in_viewport()


def test_what_is_folded_opens_for_a_link_into_it_and_on_paper(visit: Open) -> None:
    made = visit(PHONE)
    page = made.go("/vanliga-fragor/")
    inside = page.locator("details:not([open]) a[href]").first
    inside.evaluate("link => { link.id = 'inside'; }")
    page.evaluate("location.hash = 'inside'")
    expect(page.locator("#inside")).to_be_in_viewport()
    closed = page.locator("details:not([open])").count()
    assert closed
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() == closed


# Back to the top --------------------------------------------------------------


def scrolled_upwards(page: Page) -> Locator:
    """Scroll down and a little up, as a reader does who looks for the top; give the button."""
    page.evaluate("scrollTo(0, 2000)")
    page.wait_for_timeout(100)
    page.evaluate("scrollTo(0, 1500)")
    return page.locator(".md-top")


def test_the_way_to_the_top_comes_when_going_up_and_takes_the_focus_along(visit: Open) -> None:
    page = visit(DESKTOP).go(STEP)
    button = page.locator(".md-top")
    expect(button).to_be_hidden()
    expect(scrolled_upwards(page)).to_be_visible()
    button.click()
    until(page, "scrollY === 0")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(button).to_be_hidden()


def test_the_way_to_the_top_covers_nothing_that_has_the_focus(visit: Open) -> None:
    """WCAG 2.4.11."""
    page = visit(PHONE).go(STEP)
    button = scrolled_upwards(page)
    expect(button).to_be_visible()
    place = button.bounding_box()
    assert place is not None
    page.evaluate(
        """([x, y]) => {
             const link = document.createElement('a');
             link.id = 'below';
             link.href = '#';
             link.textContent = 'x';
             document.querySelector('.md-content__inner').append(link);
             Object.assign(link.style, { position: 'fixed', left: x + 'px', top: y + 'px' });
             link.focus({ preventScroll: true });
           }""",
        [place["x"] + 20, place["y"] + 10],
    )
    expect(button).to_be_hidden()


# Notes ------------------------------------------------------------------------


def test_a_note_shows_by_pointer_and_keyboard_and_goes_by_escape(visit: Open) -> None:
    page = visit(DESKTOP).go(STEP)
    mark, card = first_note(page)
    mark.hover()
    expect(card).to_be_visible()
    card.hover()
    page.wait_for_timeout(500)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.mouse.move(5, 5)
    page.keyboard.press("Tab")
    mark.evaluate("mark => mark.focus({ focusVisible: true })")
    expect(card).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.guide-definition--note') !== null")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(mark).to_be_focused()


def test_a_note_says_what_stands_at_the_foot_and_holds_no_id_twice(visit: Open) -> None:
    page = visit(DESKTOP).go(STEP)
    mark, card = first_note(page)
    mark.hover()
    expect(card).to_be_visible()
    source = page.locator(".footnote li").first.locator("a[href^=http]").first
    expect(card.locator("a[href^=http]").first).to_have_text(source.inner_text())
    ids = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))
    assert card.locator(".footnote-backref").count() == 0


def test_a_note_still_leads_to_its_place(visit: Open) -> None:
    page = visit(DESKTOP).go(STEP)
    mark, card = first_note(page)
    mark.click()
    until(page, "location.hash.startsWith('#fn:')")
    expect(card).to_be_hidden()


def test_under_a_finger_a_note_opens_first_and_then_leads(visit: Open) -> None:
    page = visit(PHONE, has_touch=True, is_mobile=True).go(STEP)
    mark, card = first_note(page)
    mark.scroll_into_view_if_needed()
    mark.tap()
    expect(card).to_be_visible()
    assert page.evaluate("location.hash") == ""
    box = card.bounding_box()
    assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
    mark.tap()
    until(page, "location.hash.startsWith('#fn:')")


def test_under_a_finger_the_mark_of_a_note_is_24_pixels(visit: Open) -> None:
    """WCAG 2.5.8: what is pressed within 24 × 24 px around its middle is the mark."""
    page = visit(PHONE, has_touch=True, is_mobile=True).go(STEP)
    mark, _ = first_note(page)
    mark.evaluate("mark => mark.scrollIntoView({ block: 'center' })")
    hit = mark.evaluate(
        """mark => {
             const box = mark.getBoundingClientRect();
             const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
             return [[-11, -11], [11, -11], [-11, 11], [11, 11], [0, 0]]
               .filter(([right, down]) => document.elementFromPoint(x + right, y + down) === mark).length;
           }"""
    )
    assert hit == 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_note(visit: Open, scheme: str) -> None:
    page = visit(DESKTOP, color_scheme=scheme).go(STEP)
    mark, card = first_note(page)
    mark.hover()
    expect(card).to_be_visible()
    assert [violation["id"] for violation in Axe().run(page, options=RULES).response["violations"]] == []


# From a folder ----------------------------------------------------------------


def test_everything_works_from_a_folder(visit: Open, site_dir: Path) -> None:
    made = visit(DESKTOP, color_scheme="dark")
    made.page.goto((site_dir / "steg" / "tillitskultur" / "index.html").as_uri())
    page = made.page
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("[data-guide-scheme]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    mark, card = first_note(page)
    mark.hover()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    expect(page.locator("#guide-search")).to_be_visible()
    expect(page.locator("#guide-search-query")).to_be_focused()
    page.keyboard.type("ledarskap")
    page.locator("#guide-search-hits [role=option]").first.wait_for()
