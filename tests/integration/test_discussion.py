"""The discussion guide as a management team uses it: chosen, copied, printed, and read without a script."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from pikepdf import Pdf
from playwright.sync_api import Page, expect

from visits import DESKTOP, PHONE, RULES, Open

pytestmark = pytest.mark.browser

SWEDISH, ENGLISH = "/verktyg/samtalsguide/", "/en/tools/discussion-guide/"
MOST_SCRIPT = 6_000
"""Bytes (gzip) that its own script may be."""


def times(page: Page) -> list[tuple[int, int]]:
    """Give from when to when each part of the agenda goes, in minutes."""
    shown = page.locator(".guide-tool__result dt").all_inner_texts()
    found = [re.match(r"(\d+)–(\d+) min:", text) for text in shown]
    return [(int(each[1]), int(each[2])) for each in found if each]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("path", [SWEDISH, ENGLISH])
def test_every_choice_gives_an_agenda_whose_minutes_add_up(visit: Open, size: dict[str, int], path: str) -> None:
    page = visit(size).go(path)
    titles = set()
    for number in range(page.locator("[name=topic]").locator("option").count()):
        page.locator("[name=topic]").select_option(index=number)
        for minutes in ("30", "60", "120"):
            page.locator("[name=length]").select_option(minutes)
            parts = times(page)
            assert parts[0][0] == 0
            assert parts[-1][1] == int(minutes)
            assert all(end == start for (_, end), (start, _) in pairwise(parts))
            titles.add(page.locator(".guide-tool__result h3").inner_text())
            assert page.locator(".guide-tool__result a").count() >= 1
    assert len(titles) == 24
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0


def test_with_a_start_the_parts_have_times_of_day(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    page.get_by_label("Börja klockan").fill("08:30")
    page.locator("[name=length]").select_option("30")
    shown = page.locator(".guide-tool__result dt")
    expect(shown.first).to_have_text("08.30–08.33: Öppning")
    expect(shown.last).to_have_text("08.58–09.00: Avslut")


def test_it_is_copied_with_links_and_nothing_is_sent_or_kept(visit: Open) -> None:
    page = visit(DESKTOP).go(ENGLISH)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page.locator("[name=length]").select_option("120")
    page.get_by_role("button", name="Copy as text").click()
    expect(page.locator(".guide-tool__status")).to_contain_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("# What we ourselves demand, 120 minutes")
    assert re.search(r"^- .+: http\S+/en/pitfalls/double-systems/$", text, re.MULTILINE)
    assert "115–120 min: Closing" in text
    # The page fetches a script of its own when it is first scrolled.
    own = re.compile(r"GET http://[^/?]+/(assets/[\w./-]+|favicon[\w.-]+)")
    assert [each for each in asked if not own.fullmatch(each)] == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("path", [SWEDISH, ENGLISH])
def test_the_longest_agenda_is_at_most_two_pages_on_paper(visit: Open, path: str, tmp_path: Path) -> None:
    page = visit(DESKTOP).go(path)
    page.locator("[name=length]").select_option("120")
    page.evaluate("window.print = () => {}")
    page.locator(".guide-tool__button").first.click()
    page.emulate_media(media="print")
    expect(page.locator("#how-to-use")).to_be_hidden()
    page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
    with Pdf.open(tmp_path / "page.pdf") as pdf:
        assert len(pdf.pages) <= 2


def test_every_topic_can_be_read_without_a_script(visit: Open) -> None:
    page = visit(PHONE, java_script_enabled=False).go(SWEDISH)
    expect(page.locator("[data-topic]")).to_have_count(8)
    for section in page.locator("[data-topic]").all():
        expect(section).to_be_visible()
        expect(section.locator("dt").last).to_have_text("55–60 min: Avslut")
        expect(section.locator("[data-question]")).to_have_count(4)
    expect(page.locator(".guide-tool select").first).to_be_hidden()


def test_works_by_keyboard(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    page.locator("[name=topic]").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".guide-tool__result h3")).to_have_text("Vad vi lämnar över, 60 minuter")
    expect(page.locator("[name=topic]")).to_be_focused()
    expect(page.locator(".guide-tool__status")).to_have_text("Dagordningen visas nedanför.")


# Colours are those of the scheme and words those of the language: two pairs hold both of each.
@pytest.mark.parametrize(("path", "scheme"), [(SWEDISH, "light"), (ENGLISH, "dark")])
def test_axe_finds_nothing_with_or_without_a_script(visit: Open, scheme: str, path: str) -> None:
    page = visit(PHONE, color_scheme=scheme).go(path)
    page.locator("[name=length]").select_option("120")
    assert Axe().run(page, options=RULES).response["violations"] == []
    page.locator("[data-plain]").evaluate("element => { element.hidden = false; }")
    assert Axe().run(page, options=RULES).response["violations"] == [], "as text"


def test_its_files_are_small_and_loaded_only_there(visit: Open, site_dir: Path) -> None:
    page = visit(DESKTOP).go(ENGLISH)
    (script,) = site_dir.glob("assets/js/discussion.*.js")
    assert len(gzip.compress(script.read_bytes())) < MOST_SCRIPT
    assert page.locator("script[src*='/discussion.'], link[href*='/tools.']").count() == 2
    other = visit(DESKTOP).go("/en/tools/")
    assert other.locator("script[src*='/discussion.'], link[href*='/tools.']").count() == 0
