"""In the frame of another site: a part by itself, a whole page, and what is copied from a page."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Frame, Page, expect

from group_codes import MANY
from serving import serve
from visits import DESKTOP, PHONE, RULES, Open, until

pytestmark = pytest.mark.browser

TOOLS = {
    "tool-self-assessment": "assessment",
    "tool-group-picture": "group",
    **dict.fromkeys(("tool-decision-map", "tool-handover-card", "tool-rule-clean-up", "tool-pilot-canvas"), "sheet"),
    "tool-discussion-guide": "discussion",
    "tool-action-plan": "action-plan",
    "tool-indicator-picker": "indicator-picker",
}
"""Tools, with their scripts."""
PARTS = [
    "faq-what-is-it",
    "term-delegation",
    "figure-five-steps",
    "figure-four-fields",
    "quiz-steps-leadership",
    *TOOLS,
]
HEARD = """
  window.heard = [];
  addEventListener("message", ({ data, source }) => {
    heard.push(data);
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === source) frame.height = data.height;
  });
"""
Framed = Callable[..., Page]


@pytest.fixture
def framed(browser: Browser, site_url: str, tmp_path: Path) -> Iterator[Framed]:
    """Give a function that opens a page of another site with an address of the guide in its frame."""
    server, address = serve(tmp_path)
    (tmp_path / "host.js").write_text(HEARD, encoding="utf-8")
    context = browser.new_context(viewport=DESKTOP, locale="en-GB", reduced_motion="reduce")
    page = context.new_page()
    numbers = itertools.count()

    def opened(path: str, width: int = 500, height: int = 300) -> Page:
        frame = f'<iframe src="{escape(site_url + path)}" title="Guiden" width="{width}" height="{height}"></iframe>'
        # A new name each time: nothing of a former page is shown.
        name = f"{next(numbers)}.html"
        (tmp_path / name).write_text(
            f'<!doctype html><html lang="sv"><title>Intranät</title><script src="host.js"></script><h1>Intranät</h1>'
            f"<main>{frame}</main></html>",
            encoding="utf-8",
        )
        page.goto(f"{address}/{name}", wait_until="load")
        return page

    yield opened
    context.close()
    server.shutdown()


def inside(page: Page) -> Frame:
    return page.frames[1]


# A part by itself -----------------------------------------------------------


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_part_tells_its_host_how_high_it_is_and_nothing_else(framed: Framed, language: str) -> None:
    for name in PARTS:
        page = framed(f"/b/{language}/{name}/")
        frame = inside(page)
        until(page, "heard.length > 0")
        assert {key for said in page.evaluate("heard") for key in said} == {"type", "height"}, name
        assert {said["type"] for said in page.evaluate("heard")} == {"guide-height"}, name
        until(page, f"document.querySelector('iframe').height >= {frame.evaluate('document.body.scrollHeight')}")
        assert frame.evaluate("document.documentElement.lang") == language, name
        assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight"), f"{name}: left to scroll to"
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        expect(frame.locator(".guide-part__from a").first, name).to_have_attribute("target", "_blank")


def test_the_frame_grows_and_shrinks_with_what_it_holds(framed: Framed) -> None:
    page = framed("/b/sv/quiz-steps-leadership/")
    until(page, "heard.length > 0")
    until(page, "Number(document.querySelector('iframe').height) === heard.at(-1).height")
    before = page.evaluate("heard.at(-1).height")
    question = inside(page).locator(".guide-quiz__question").first
    question.locator("input").first.check()
    question.get_by_role("button").click()
    until(page, f"heard.at(-1).height > {before}")
    question.locator("input").last.check()
    until(page, f"heard.at(-1).height === {before}")


@pytest.mark.parametrize("width", [360, 900])
def test_a_part_is_accessible_and_light(visit: Open, width: int) -> None:
    made = visit({"width": width, "height": 700})
    asked: list[str] = []
    made.page.on("response", lambda response: asked.append(response.url.partition("?")[0]))
    for name in PARTS:
        asked.clear()
        page = made.go(f"/b/sv/{name}/")
        assert (name, Axe().run(page, options=RULES).response["violations"]) == (name, [])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        names = {address.rpartition("/")[2].partition(".")[0] for address in asked}
        further = {"quiz"} if name.startswith("quiz") else {"tools", TOOLS[name]} if name in TOOLS else set()
        assert (name, names - {""}) == (name, {"guide", "part"} | further)


def test_a_part_reads_and_works_without_javascript(visit: Open) -> None:
    made = visit(PHONE, java_script_enabled=False)
    for name in PARTS:
        page = made.go(f"/b/en/{name}/")
        assert len(page.locator("main").inner_text()) > 100, name
        if name.startswith("quiz"):
            page.locator("summary").first.click()
            expect(page.locator("details p").first).to_be_visible()


def test_a_tool_works_in_a_frame(framed: Framed) -> None:
    page = framed("/b/sv/tool-self-assessment/")
    frame = inside(page)
    frame.get_by_label("Jag svarar som").select_option("chef")
    for number in range(24):
        frame.get_by_role("radiogroup").nth(number).locator("input[value='2']").check()
    frame.get_by_role("button", name="Visa profilen").click()
    expect(frame.get_by_role("heading", name="Din profil")).to_be_visible()
    frame.get_by_role("button", name="Visa som QR-kod").click()
    expect(frame.get_by_role("img", name="QR-kod med din kod")).to_be_visible()
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(frame.locator("[data-dimension] a").first).to_have_attribute("target", "_blank")
    frame.get_by_role("button", name="Börja om").click()
    expect(frame.get_by_role("heading", name="Din profil")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_groups_picture_works_by_itself(visit: Open, scheme: str) -> None:
    page = visit({"width": 320, "height": 700}, color_scheme=scheme).go("/b/en/tool-group-picture/")
    page.locator("textarea").first.fill("\n".join(MANY))
    page.get_by_role("button", name="Show the picture").click()
    expect(page.get_by_role("heading", name="30 answers in one picture")).to_be_visible()
    assert Axe().run(page, options=RULES).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# A whole page ---------------------------------------------------------------

SECTION_AT = "document.querySelector('#checklist').getBoundingClientRect().top"


@pytest.mark.parametrize("path", ["/steg/ledarskap/", "/l/sv/steps-leadership/"])
def test_in_a_frame_a_page_leaves_out_its_menus_by_itself(framed: Framed, path: str) -> None:
    page = framed(path)
    frame = inside(page)
    expect(frame.locator("h1")).to_have_text("Utveckla ett tillitsfullt ledarskap")
    expect(frame.locator(".md-header")).to_be_hidden()
    expect(frame.locator(".guide-embed-only")).to_be_visible()


def test_the_section_is_found_again_when_the_frame_gets_its_size(framed: Framed) -> None:
    page = framed("/steg/ledarskap/#checklist", width=250)
    frame = inside(page)
    expect(frame.locator("#checklist")).to_be_in_viewport()
    page.evaluate("document.querySelector('iframe').width = 900")
    until(page, "true")
    until_in(frame, f"innerWidth === 900 && Math.abs({SECTION_AT}) < 60")


def test_where_the_reader_has_gone_is_left_alone(framed: Framed) -> None:
    page = framed("/steg/ledarskap/#checklist", width=500)
    frame = inside(page)
    until_in(frame, f"document.documentElement.classList.contains('guide-embed') && Math.abs({SECTION_AT}) < 60")
    page.mouse.move(250, 250)
    page.mouse.wheel(0, -800)
    until_in(frame, f"{SECTION_AT} > 300")
    page.evaluate("document.querySelector('iframe').width = 520")
    until_in(frame, "innerWidth === 520")
    page.wait_for_timeout(100)
    assert frame.evaluate(SECTION_AT) > 300


@pytest.mark.parametrize("width", [360, 500])
def test_in_a_narrow_frame_nothing_is_cut(framed: Framed, width: int) -> None:
    for path in ("/steg/ledarskap/", "/utbildning/ny-chef/", "/en/faq/the-basics/", "/mata/nyckeltal/"):
        frame = inside(framed(path, width=width, height=600))
        until_in(frame, "document.documentElement.classList.contains('guide-embed')")
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def until_in(frame: Frame, expression: str) -> None:
    """Wait until the expression is true in a frame."""
    until(frame, expression)  # type: ignore[arg-type]  # a frame answers as a page does


# Links in one language ------------------------------------------------------


@pytest.mark.parametrize("with_script", [True, False])
@pytest.mark.parametrize(("language", "end"), [("sv", "/steg/ledarskap/"), ("en", "/en/steps/leadership/")])
def test_an_address_in_one_language_opens_in_it(
    browser: Browser, site_url: str, with_script: bool, language: str, end: str
) -> None:
    context = browser.new_context(locale="en-GB" if language == "sv" else "sv-SE", java_script_enabled=with_script)
    page = context.new_page()
    page.goto(f"{site_url}/l/{language}/steps-leadership/{'#checklist' if with_script else ''}")
    page.wait_for_url(f"{site_url}{end}{'#checklist' if with_script else ''}")
    context.close()


def test_the_page_at_an_address_in_one_language_is_accessible(visit: Open) -> None:
    made = visit(PHONE)
    made.page.route("**/moved.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page = made.go("/l/en/faq-what-is-it/")
    assert Axe().run(page, options=RULES).response["violations"] == []


# Copying --------------------------------------------------------------------

WHOLE = """() => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('article'));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.mark.parametrize("path", ["/vanliga-fragor/grunderna/", "/steg/ledarskap/"])
def test_what_is_copied_is_the_text(browser: Browser, site_url: str, path: str) -> None:
    context = browser.new_context(locale="sv-SE", permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site_url + path, wait_until="load")
    expect(page.locator(".guide-copy").first).to_be_attached()
    page.evaluate(WHOLE)
    page.keyboard.press("Control+C")
    plain = page.evaluate("navigator.clipboard.readText()")
    rich = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then(blob => blob.text())"
    )
    explained = page.locator(".guide-definition").first.text_content() or "-"
    for copied in (page.evaluate("getSelection().toString()"), plain, rich):
        assert "Checklista" in copied or "Vad är tillitsbaserad styrning?" in copied
        assert "Kopiera länk" not in copied
        assert explained[:40] not in copied
    context.close()
