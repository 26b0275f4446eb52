"""Linking from a course: copied links, short addresses, the list of addresses, a page in a frame."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from serving import ADDRESS
from visits import DESKTOP, PHONE, RULES, Open, Visit, until

pytestmark = pytest.mark.browser

BASE = ADDRESS.rstrip("/")
STEP = "/steg/ledarskap/"
LIST = "/utbildning/lanka-till-guiden/"
NOTED = "window.copied = []; navigator.clipboard.writeText = text => { copied.push(text); return Promise.resolve(); }"


def copied_by(page: Page, name: str) -> str:
    """Press the button with this name and give what came on the clipboard."""
    page.evaluate(NOTED)
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".guide-copied")).to_have_text(re.compile("Länken är kopierad|The link is copied"))
    copied: list[str] = page.evaluate("copied")
    return copied[-1]


# Copy link ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "name", "address"),
    [
        (STEP, "Kopiera länk till sidan", f"{BASE}/l/steps-leadership/"),
        (STEP, "Kopiera länk till avsnittet Checklista", f"{BASE}/steg/ledarskap/#checklist"),
        ("/", "Kopiera länk till sidan", f"{BASE}/l/start/"),
        ("/en/steps/leadership/", "Copy link to the page", f"{BASE}/l/steps-leadership/"),
        ("/en/steps/leadership/", "Copy link to the section What to do", f"{BASE}/en/steps/leadership/#what-to-do"),
        (
            "/vanliga-fragor/grunderna/",
            "Kopiera länk till frågan Vad är tillitsbaserad styrning?",
            f"{BASE}/l/faq-what-is-it/",
        ),
        ("/en/faq/the-basics/", "Copy link to the question What is trust-based steering?", f"{BASE}/l/faq-what-is-it/"),
    ],
)
def test_copies_the_lasting_address(visit: Open, path: str, name: str, address: str) -> None:
    assert copied_by(visit(DESKTOP).go(path), name) == address


def test_every_heading_has_a_button_and_keeps_its_name(visit: Open) -> None:
    made = visit(DESKTOP)
    for path in (
        "/",
        STEP,
        "/vanliga-fragor/",
        "/en/faq/the-basics/",
        "/en/concepts/glossary/",
        "/exempel/sundsvall/",
        LIST,
    ):
        page = made.go(path)
        headings = page.locator(".md-main :is(h1, h2[id], h3[id])")
        with_button = page.locator(".md-main :is(h1, h2[id], h3[id]) + button.guide-copy")
        assert with_button.count() == headings.count() > 0, path
        assert page.locator(":is(h1, h2, h3) button").count() == 0, path
        names = page.locator("button.guide-copy").evaluate_all(
            "buttons => buttons.map(button => button.getAttribute('aria-label') || button.textContent)"
        )
        assert len(names) == len(set(names)), f"two buttons have one name on {path}"


def test_is_seen_on_hover_and_focus_and_always_on_touch(visit: Open) -> None:
    seen = "button => getComputedStyle(button).opacity"
    page = visit(DESKTOP).go(STEP)
    button = page.locator("#why + .guide-copy")
    assert button.evaluate(seen) == "0"
    page.hover("#why")
    assert button.evaluate(seen) == "1"
    page.mouse.move(0, 0)
    page.keyboard.press("Tab")
    button.evaluate("button => button.focus({ focusVisible: true })")
    assert button.evaluate(seen) == "1"
    page.keyboard.press("Enter")
    expect(page.locator(".guide-copied")).to_have_attribute("role", "status")
    touch = visit(PHONE, has_touch=True, is_mobile=True).go(STEP)
    assert touch.locator("#why + .guide-copy").evaluate(seen) == "1"
    box = touch.locator("#why + .guide-copy").bounding_box()
    assert box is not None and box["width"] >= 24 and box["height"] >= 24, "WCAG 2.5.8"


def test_lies_over_no_text(visit: Open) -> None:
    for size in ({"width": 320, "height": 640}, DESKTOP):
        page = visit(size, has_touch=True).go("/vanliga-fragor/grunderna/")
        overlapping = page.evaluate(
            """() => Array.from(document.querySelectorAll('.guide-copy')).filter(button => {
                 const range = document.createRange();
                 range.selectNodeContents(button.previousElementSibling);
                 const box = button.getBoundingClientRect();
                 return Array.from(range.getClientRects()).some(line => line.left < box.right - 1
                   && line.right > box.left + 1 && line.top < box.bottom - 1 && line.bottom > box.top + 1);
               }).map(button => button.previousElementSibling.textContent)"""
        )
        assert overlapping == []


def test_copies_without_the_clipboard_interface(visit: Open) -> None:
    """An intranet on http has no navigator.clipboard."""
    made = visit(DESKTOP)
    made.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page = made.go(STEP)
    page.evaluate(
        "document.execCommand = kind => { window.copied = [kind, document.activeElement.value]; return true; }"
    )
    button = page.get_by_role("button", name="Kopiera länk till sidan")
    button.click()
    expect(page.locator(".guide-copied")).to_have_text("Länken är kopierad")
    assert page.evaluate("copied") == ["copy", f"{BASE}/l/steps-leadership/"]
    expect(button).to_be_focused()
    page.evaluate("document.execCommand = () => false")
    button.click()
    field = page.get_by_role("textbox", name="Kopiera länken härifrån")
    expect(field).to_be_focused()
    expect(field).to_have_value(f"{BASE}/l/steps-leadership/")


def test_nothing_jumps_when_the_buttons_come(visit: Open) -> None:
    """The room for them is there before the script has run."""
    made = visit(PHONE)
    page = made.go(STEP)
    place = "document.querySelector('#checklist').getBoundingClientRect().top"
    with_buttons = page.evaluate(place)
    page.evaluate("document.querySelectorAll('.guide-copy').forEach(button => button.remove())")
    assert abs(page.evaluate(place) - with_buttons) < 1


# Short addresses ------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "end"),
    [
        ("sv-SE", STEP),
        ("nb-NO", STEP),
        ("nn-NO", STEP),
        ("da-DK", STEP),
        ("en-GB", "/en/steps/leadership/"),
        ("de-DE", "/en/steps/leadership/"),
    ],
)
def test_opens_in_the_readers_language(browser: Browser, site_url: str, locale: str, end: str) -> None:
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto(f"{site_url}/l/steps-leadership/?x=1#checklist")
    page.wait_for_url(f"{site_url}{end}?x=1#checklist")
    context.close()


def test_a_question_opens_at_its_place(visit: Open) -> None:
    made = visit(PHONE)
    page = made.go("/l/faq-what-is-it/")
    page.wait_for_url(f"{made.base}/vanliga-fragor/grunderna/#what-is-it")
    expect(page.locator("#what-is-it")).to_be_in_viewport()


def test_keeps_the_language_that_was_chosen(visit: Open) -> None:
    made = visit(DESKTOP)
    made.go(STEP).locator("[data-guide-language]").click()
    page = made.go("/l/pitfalls/")
    page.wait_for_url(f"{made.base}/en/pitfalls/")
    assert page.evaluate("Object.entries(localStorage)") == [["/.guide-language", '"en"']]


def test_shows_both_links_without_javascript(visit: Open) -> None:
    made = visit(PHONE, java_script_enabled=False)
    page = made.go("/l/steps-leadership/")
    assert page.get_by_role("link").count() == 2
    page.get_by_role("link", name="Read in English").click()
    page.wait_for_url(f"{made.base}/en/steps/leadership/")


def test_the_page_at_a_short_address_is_accessible(visit: Open) -> None:
    """Its script is held back, or there would be nothing to look at."""
    made = visit(PHONE)
    made.page.route("**/short-address.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page = made.go("/l/faq-what-is-it/")
    assert Axe().run(page, options=RULES).response["violations"] == []


def test_opens_from_a_folder(browser: Browser, site_dir: Path) -> None:
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto((site_dir / "l" / "steps-leadership" / "index.html").as_uri())
    page.wait_for_url(re.compile(r"/en/steps/leadership/"))
    context.close()


# The list of addresses ------------------------------------------------------


def shown(page: Page) -> int:
    return page.locator(".guide-addresses tbody tr:visible").count()


def test_the_list_is_filtered_by_words_and_kind(visit: Open) -> None:
    page = visit(DESKTOP).go(LIST)
    everything = shown(page)
    assert everything > 150
    page.get_by_label("Ord i tabellen").press_sequentially("SJUKFRÅNVARO ")
    assert 0 < shown(page) < 20
    page.get_by_label("Slag", exact=True).select_option("Fråga")
    found = shown(page)
    expect(page.locator(".guide-filter").get_by_role("status")).to_have_text(f"{found} av {everything} adresser")
    page.reload()
    assert shown(page) == found
    page.get_by_role("button", name="Visa alla").click()
    assert shown(page) == everything
    expect(page.get_by_label("Ord i tabellen")).to_be_focused()


def test_a_qr_code_is_fetched_only_when_it_is_opened(visit: Open) -> None:
    made = visit(PHONE)
    asked: list[str] = []
    made.page.on("request", lambda request: asked.append(request.url))
    page = made.go(LIST)
    assert not [address for address in asked if "/assets/qr/" in address]
    row = page.locator(".guide-addresses tr", has_text="Vad är tillitsbaserad styrning?").first
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    image = row.get_by_role("img")
    expect(image).to_be_visible()
    until(page, "document.querySelector('.guide-addresses details[open] img').naturalWidth > 0")
    assert [address.rpartition("/")[2] for address in asked if "/assets/qr/" in address] == ["faq-what-is-it.svg"]


def test_the_files_are_where_the_page_says(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go("/en/training/link-to-the-guide/")
    for name, file in (("as CSV", "addresses-en.csv"), ("as JSON", "addresses.json"), ("Description", "schema.json")):
        href = page.get_by_role("link", name=name).evaluate("link => link.href")
        assert href.endswith(file)
        assert page.request.get(href).ok
    entries = json.loads(page.request.get(f"{made.base}/addresses.json").text())["entries"]
    assert len(entries) == shown(page)


# In a frame -----------------------------------------------------------------


def framed(made: Visit, path: str) -> Page:
    return made.go(f"{path}{'&' if '?' in path else '?'}embed")


def test_embedded_only_the_text_the_licence_and_a_way_out_are_shown(visit: Open) -> None:
    page = framed(visit(DESKTOP), STEP)
    for hidden in (".md-header", ".md-tabs", ".md-sidebar--primary", ".md-sidebar--secondary", ".md-footer__inner"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="CC BY 4.0")).to_be_visible()
    whole = page.get_by_role("link", name="Öppna sidan i Tillitsguiden")
    expect(whole).to_have_attribute("href", f"{BASE}{STEP}")
    expect(whole).to_have_attribute("target", "_blank")
    assert Axe().run(page, options=RULES).response["violations"] == []


def test_not_embedded_the_way_out_is_hidden(visit: Open) -> None:
    page = visit(DESKTOP).go(STEP)
    expect(page.locator(".guide-embed-only")).to_be_hidden()
    assert page.locator("script[src*='embed.js']").count() == 0


def test_links_stay_in_the_frame_and_others_open_apart(visit: Open) -> None:
    made = visit(PHONE)
    page = framed(made, STEP)
    page.locator(".md-content a[href^='../']:not(.guide-term):visible").first.click()
    page.wait_for_url(re.compile(r"\?embed="))
    expect(page.locator(".md-header")).to_be_hidden()
    framed(made, STEP)
    link = page.locator(".footnote a[href^='https://']").first
    link.evaluate("link => { link.addEventListener('click', event => event.preventDefault()); link.click(); }")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener")


def test_a_short_address_can_be_embedded(visit: Open) -> None:
    made = visit(PHONE)
    page = framed(made, "/l/steps-leadership/")
    page.wait_for_url(f"{made.base}{STEP}?embed")
    expect(page.locator(".md-header")).to_be_hidden()
