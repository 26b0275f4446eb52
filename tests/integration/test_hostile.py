"""What anyone may have written – in an address, a field, the browser's store – becomes text and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from visits import DESKTOP, PHONE, Open, Visit, until

pytestmark = pytest.mark.browser

PAYLOADS = [
    "<img src=x onerror=hurt()>",
    "<script>hurt()</script>",
    '"><svg onload=hurt()>',
    "' onfocus=hurt() autofocus='",
    "</title><script>hurt()</script>",
    "javascript:hurt()",
    "<iframe srcdoc='<script>parent.hurt()</script>'></iframe>",
    "<template><b>x</b></template><!--",
    "{{7*7}} ${hurt()} `hurt()`",
    "$& $` $' $1 {} {0}",
    "&lt;img src=x onerror=hurt()&gt;",
    "__proto__ constructor hasOwnProperty",
    "%3Cscript%3Ehurt()%3C/script%3E",
    "\u202egnirets\u202c \u0000\ufffe\U0001f600",
    "100% %E0%A4%A %",
]
HURT = """
  window.hurts = [];
  window.hurt = () => window.hurts.push(document.currentScript?.outerHTML ?? 'called');
"""
COUNT = """
  JSON.stringify(['script', 'img', 'iframe', 'svg', 'template', 'object', 'embed', 'base', 'b', '[onerror]', '[onload]',
    '[onfocus]', '[srcdoc]', 'a[href^="javascript:"]'].map(kind => document.querySelectorAll(kind).length))
"""


def opened(visit: Open, path: str, **options: object) -> Page:
    made: Visit = visit(DESKTOP, **options)
    made.page.context.add_init_script(HURT)
    return made.go(path)


def parts(page: Page) -> list[int]:
    """Give how many there are of each kind of element that runs or loads something, but scripts of the site's own."""
    counted: list[int] = json.loads(page.evaluate(COUNT))
    loaded = page.locator("script[src*='/assets/']").count()
    return [counted[0] - loaded, *counted[1:]]


def test_nothing_in_the_search_becomes_markup(visit: Open) -> None:
    """One profile for all that is asked: each load of a page begins anew, and a profile costs more than a page."""
    page = opened(visit, "/vanliga-fragor/?q=ledarskap")
    expect(page.get_by_role("option").first).to_be_visible()
    before, address = parts(page), page.url.partition("?")[0]
    for payload in PAYLOADS:
        page.goto(f"{address}?q={quote(payload)}#{quote(payload)}", wait_until="load")
        field = page.locator("#guide-search-query")
        expect(field, payload).to_be_visible()
        until(page, "document.querySelector('.guide-search__more').childNodes.length > 0")
        field.fill(payload + " ledarskap")
        until(page, "document.querySelector('#guide-search-hits').dataset.query.endsWith('ledarskap')")
        after = parts(page)
        # Drawings and marks of hits come and go; nothing that loads or runs may come.
        for number in (0, 1, 2, 4, 5, 6, 7, 9, 10, 11, 12, 13):
            assert after[number] <= before[number], (payload, number)
        assert (payload, page.evaluate("hurts")) == (payload, [])


@pytest.mark.parametrize("path", ["/mata/nyckeltal/", "/utbildning/badda-in/"])
def test_nothing_in_a_filter_or_an_address_becomes_markup(visit: Open, path: str) -> None:
    page = opened(visit, path)
    address, before = page.url, parts(page)
    for payload in PAYLOADS:
        asked = quote(payload)
        page.goto(f"{address}?words={asked}&part={asked}&section={asked}#{asked}", wait_until="load")
        expect(page.locator(".guide-filter"), payload).to_be_visible()
        assert (payload, parts(page)) == (payload, before)
        for field in page.locator(".guide-filter input").all():
            field.fill(payload)
            page.locator("[data-guide-language]").focus()
            assert (payload, parts(page)) == (payload, before)
        assert (payload, page.evaluate("hurts")) == (payload, [])


@pytest.mark.parametrize("fragment", ["100%", "%E0%A4%A", "%00", "<b>", "__proto__", "x" * 20_000])
def test_any_fragment_leaves_the_language_switch_at_work(visit: Open, fragment: str) -> None:
    page = opened(visit, f"/steg/ledarskap/#{fragment}")
    page.locator("[data-guide-language]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_question_from_the_address_is_cut_and_said_to_be(visit: Open) -> None:
    page = opened(visit, f"/?q={'tillit%20' * 6000}")
    field = page.locator("#guide-search-query")
    expect(page.get_by_role("option").first).to_be_visible()
    assert len(field.input_value()) == 201
    expect(page.locator(".guide-search__bounds")).not_to_be_empty()
    until(page, "new URLSearchParams(location.search).get('q').length <= 200")


def test_words_of_a_filter_are_cut(visit: Open) -> None:
    page = opened(visit, f"/utbildning/badda-in/?words={'x' * 20_000}")
    field = page.locator(".guide-filter input")
    assert len(field.input_value()) == 200 and field.get_attribute("maxlength") == "200"


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_a_long_word_stays_in_the_window(visit: Open, size: dict[str, int]) -> None:
    page = visit(size).go(f"/?q={'W' * 199}")
    expect(page.locator("#guide-search")).to_be_visible()
    until(page, "document.querySelector('.guide-search__count').textContent.length > 100")
    assert page.evaluate("document.querySelector('#guide-search').scrollWidth <= innerWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


STORED = ["{", "", "null", "5", '"slate"', "[]", '{"color": 5}', '{"color": {"scheme": ["<b>"]}}', '{"color": null}']


DAMAGE = "text => { for (const key of ['__palette', 'guide-language']) localStorage.setItem(`/.${key}`, text) }"


def test_settings_that_are_damaged_are_passed_over(visit: Open) -> None:
    made: Visit = visit(DESKTOP, color_scheme="light")
    for text in STORED:
        page = made.go("/om/")
        page.evaluate(DAMAGE, text)
        page = made.go("/l/about/")
        expect(page.locator("h1"), text).to_be_visible()
        page = made.go("/om/")
        expect(page.locator("body"), text).to_have_attribute("data-md-color-scheme", "default")
        page.locator("[data-guide-scheme]").click()
        expect(page.locator("body"), text).to_have_attribute("data-md-color-scheme", "slate")


def test_a_key_without_a_name_is_passed_over(visit: Open) -> None:
    """As browsers send when they fill in a field by themselves."""
    page = visit(DESKTOP).go("/")
    page.evaluate("document.body.dispatchEvent(new Event('keydown', { bubbles: true }))")
    page.keyboard.press("Control+k")
    expect(page.locator("#guide-search")).to_be_visible()


def test_nothing_in_a_file_that_a_tool_opens_becomes_markup(visit: Open, tmp_path: Path) -> None:
    """A file saved by the tool, in which every text is replaced, and its names too."""
    page = opened(visit, "/verktyg/handlingsplan/")
    for field in page.locator(".guide-tool textarea:visible").all()[:6]:
        field.fill("Något")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Spara som fil").click()
    told = json.loads(Path(saved.value.path()).read_bytes())
    known = json.dumps(told)
    assert "N\\u00e5got" in known
    file = tmp_path / "plan.json"
    for payload in PAYLOADS:
        for text in (
            known.replace("N\\u00e5got", json.dumps(payload)[1:-1]),
            json.dumps({payload: told, "a": payload}),
        ):
            page.reload()
            before = parts(page)
            file.write_text(text, encoding="utf-8")
            with page.expect_file_chooser() as chooser:
                page.get_by_role("button", name="Öppna en sparad plan").click()
            chooser.value.set_files(file)
            expect(page.locator(".guide-tool__status:not(:empty)").first, payload).to_be_visible()
            page.locator(".guide-tool__button[type=submit]").click()
            assert (payload, parts(page)[1:3]) == (payload, before[1:3])
            assert (payload, page.evaluate("hurts")) == (payload, [])
