"""Reading the guide as a person does: on a phone, with the menu, in two languages, by keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from playwright.sync_api import expect

from visits import DESKTOP, ONE_OF_EACH_KIND, PHONE, Open, Visit, until

pytestmark = pytest.mark.browser


def on_each(made: Visit, paths: Iterable[str], script: str) -> dict[str, object]:
    """Run a script on each page, in one profile, and give what it found where it found something."""
    found = {path: made.go(path).evaluate(script) for path in paths}
    return {path: what for path, what in found.items() if what}


def test_nothing_is_wider_than_a_small_phone(visit: Open) -> None:
    """WCAG 1.4.10: at 320 px nothing but a table in its box scrolls sideways."""
    found = on_each(
        visit({"width": 320, "height": 640}),
        ONE_OF_EACH_KIND,
        """() => ['.md-content', '.md-header', '.md-footer', '.guide-hero']
             .flatMap(part => Array.from(document.querySelectorAll(part + ' *')))
             .filter(element => !element.closest('.table-box, .md-search, .md-header__title, svg'))
             .filter(element => element.getBoundingClientRect().right > innerWidth + 1
                                && getComputedStyle(element).position !== 'absolute'
                                && element.getClientRects().length)
             .map(element => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 60)}`)
             .concat(document.documentElement.scrollWidth > innerWidth ? ['the page as a whole'] : [])""",
    )
    assert found == {}


LONG_WORDS = [
    "/",
    "/steg/styrsystem-och-processer/",
    "/fordelar/battre-resursanvandning/",
    "/exempel/",
    "/mata/nyckeltal/",
    "/en/",
]


def test_no_word_of_a_heading_or_table_is_cut_on_a_phone(visit: Open) -> None:
    """A long Swedish word fits its line or its cell: none is broken without a hyphen."""
    found = on_each(
        visit(PHONE),
        LONG_WORDS,
        """() => {
             document.querySelectorAll('sup').forEach(note => note.remove());
             const blocks = Array.from(document.querySelectorAll('h1, h2, h3, .guide-table th, .guide-table td'));
             return blocks.flatMap(block => {
               const style = getComputedStyle(block);
               const room = block.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
               const canvas = document.createElement('canvas').getContext('2d');
               canvas.font = style.fontWeight + ' ' + style.fontSize + ' ' + style.fontFamily;
               const words = block.innerText.trim().split(/[\\s\u2013-]+/);
               return words.filter(word => canvas.measureText(word).width > room + 1);
             });
           }""",
    )
    assert found == {}


def test_menu_opens_by_button_and_leads_on_a_phone(visit: Open) -> None:
    page = visit(PHONE).go("/")
    button = page.get_by_role("button", name="Meny")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.locator(".md-sidebar--primary").get_by_role("link", name="Gör det").click()
    expect(page).to_have_url(re.compile("/kom-igang/$"))
    # From within the section its parts are in the menu.
    page.get_by_role("button", name="Meny").click()
    page.locator(".md-sidebar--primary").get_by_role("link", name="Fallgropar").click()
    expect(page).to_have_url(re.compile("/fallgropar/$"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_menu_works_by_keyboard_on_a_phone(visit: Open) -> None:
    page = visit(PHONE).go("/steg/ledarskap/")
    button = page.get_by_role("button", name="Meny")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    until(page, "document.querySelector('.md-sidebar--primary').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


COVERED = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, Math.min(box.y + box.height / 2, innerHeight - 1));
  return !element.contains(top) && !top?.contains(element);
}"""


@pytest.mark.parametrize("path", ["/steg/ledarskap/", "/steg/", "/exempel/oslo/", "/"])
def test_an_open_menu_hides_no_stop_of_the_keyboard(visit: Open, path: str) -> None:
    """WCAG 2.4.11: a level that lies under an opened section is left out, and who tabs on closes the menu."""
    page = visit({"width": 640, "height": 700}).go(path)
    button = page.get_by_role("button", name="Meny")
    button.focus()
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.md-sidebar--primary').contains(document.activeElement)")
    page.wait_for_timeout(400)  # The menu has slid in.
    for _ in range(30):
        assert not page.evaluate(COVERED), page.evaluate("document.activeElement.outerHTML")
        page.keyboard.press("Tab")
        if page.evaluate("!document.activeElement.closest('.md-sidebar--primary')"):
            break
    expect(button).to_have_attribute("aria-expanded", "false")


def test_sections_of_the_menu_open_and_close_by_keyboard(visit: Open) -> None:
    page = visit({"width": 640, "height": 700}).go("/steg/ledarskap/")
    menu = page.locator(".md-sidebar--primary")
    page.get_by_role("button", name="Meny").click()
    back = menu.get_by_role("button", name="Steg", expanded=True)
    back.focus()
    page.keyboard.press("Enter")
    opener = menu.get_by_role("button", name="Steg", expanded=False)
    expect(opener).to_be_focused()
    expect(menu.get_by_role("link", name="Fallgropar")).to_be_visible()
    page.keyboard.press(" ")
    expect(back).to_be_focused()
    expect(menu.get_by_role("link", name="Fallgropar")).to_have_count(0)


def test_a_section_beside_the_text_opens_by_keyboard_and_has_a_name(visit: Open) -> None:
    page = visit(DESKTOP).go("/steg/ledarskap/")
    menu = page.locator(".md-sidebar--primary")
    menu.get_by_role("button", name="Steg", expanded=True).focus()
    page.keyboard.press("Enter")
    expect(menu.get_by_role("button", name="Steg", expanded=False)).to_be_focused()
    assert menu.locator("[role=button]:not([inert])").count() == 1, "a heading of the menu is no button"


@pytest.mark.parametrize(("path", "current"), [("/steg/ledarskap/", ["true", "page"]), ("/exempel/", ["page", "page"])])
def test_tab_and_menu_say_where_the_reader_is(visit: Open, path: str, current: list[str]) -> None:
    page = visit(DESKTOP).go(path)
    links = page.locator("[aria-current]")
    assert links.evaluate_all("all => all.map(link => link.getAttribute('aria-current'))") == current


def test_first_tab_skips_to_the_content(visit: Open) -> None:
    page = visit(DESKTOP).go("/steg/ledarskap/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash")


def test_every_stop_of_the_keyboard_is_visible(visit: Open) -> None:
    """WCAG 2.4.7: each of the first thirty tab stops shows an outline or a box around it."""
    page = visit(DESKTOP).go("/fallgropar/otydliga-granser/")
    for _ in range(30):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                 const element = document.activeElement;
                 if (element === document.body) return true;
                 const hidden = element.matches('.md-toggle, .md-option');
                 const shown = hidden && element.nextElementSibling ? element.nextElementSibling : element;
                 const style = getComputedStyle(shown);
                 const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
                 return outlined || style.boxShadow !== 'none';
               }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML")


@pytest.mark.parametrize(
    ("start", "heading", "link", "end"),
    [
        ("/steg/tillitskultur/", "checklist", "English", "/en/steps/culture-of-trust/"),
        ("/en/pitfalls/unclear-boundaries/", "discuss", "Svenska", "/fallgropar/otydliga-granser/"),
        ("/", "common-questions", "English", "/en/"),
    ],
)
def test_switching_language_keeps_the_page_and_the_place(
    visit: Open, start: str, heading: str, link: str, end: str
) -> None:
    """From a deep link, and from where the reader has scrolled to."""
    made = visit(PHONE)
    page = made.go(f"{start}#{heading}")
    page.locator("[data-guide-language]", has_text=link).click()
    page.wait_for_url(f"{made.base}{end}#{heading}")
    expect(page.locator(f"#{heading}")).to_be_in_viewport()


def test_colour_scheme_follows_the_system_and_keeps_a_choice(visit: Open) -> None:
    made = visit(DESKTOP, color_scheme="dark")
    page = made.go("/begrepp/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name="Byt till ljust läge").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    made.go("/steg/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_missing_page_says_so_in_both_languages(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go("/en/no-such-page/deeper/")
    expect(page.get_by_role("heading", name="Sidan finns inte")).to_be_visible()
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    page.get_by_role("link", name="Go to the start page").click()
    page.wait_for_url(f"{made.base}/en/")
    made.errors.clear()  # the browser reports the 404 itself


def test_reads_without_javascript(visit: Open) -> None:
    page = visit(PHONE, java_script_enabled=False).go("/vanliga-fragor/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("li#what-is-it a")).to_be_visible()


def test_every_answer_carries_the_strict_policy_and_nothing_is_inline(visit: Open, site_policy: str) -> None:
    """All browser tests run under the README's policy; here it is seen to be sent and to be enforced."""
    assert "'unsafe" not in site_policy
    made = visit(DESKTOP)
    page = made.go("/")
    answer = page.request.get(page.url)
    assert answer.headers["content-security-policy"] == site_policy
    refused = page.evaluate(
        """() => new Promise(resolve => {
             addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective));
             const style = document.createElement('style');
             style.textContent = 'body { color: red }';
             document.head.append(style);
           })"""
    )
    assert refused == "style-src-elem"
    # The header's policy and that in the page's own head.
    assert len(made.errors) == 2
    made.errors.clear()  # the refusals that were asked for


def test_nothing_is_stored_without_a_choice_and_no_cookie_ever(visit: Open) -> None:
    made = visit(DESKTOP)
    for path in ("/", "/vanliga-fragor/", "/en/"):
        page = made.go(path)
        assert page.context.cookies() == []
        assert page.evaluate("Object.keys(localStorage).length") == 0
