"""The self-assessment as readers use it: by thumb and keyboard, on paper, without a script, where the store refuses."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from pikepdf import Pdf
from playwright.sync_api import Locator, Page, expect

from guide.export.print.book import Book, document
from guide.model.guide import Guide
from visits import DESKTOP, PHONE, RULES, STORE_FAILS, Open, carried, fail_to_store, keep_before, until

pytestmark = pytest.mark.browser

SWEDISH, ENGLISH = "/verktyg/nulagesanalys/", "/en/tools/self-assessment/"
KEY = "/.guide-assessment"
MOST_SCRIPT = 25_000
"""Bytes (gzip) that a tool's own script may be."""


def statements(page: Page) -> Locator:
    return page.get_by_role("radiogroup")


def answer(page: Page, *pattern: int, first: int = 0, last: int = 24) -> None:
    """Answer statements with the pattern over and over; 0 is "don't know". The first by hand, the others at once."""
    values = [pattern[number % len(pattern)] for number in range(first, last)]
    statements(page).nth(first).locator(f"input[value='{values[0]}']").check()
    statements(page).evaluate_all(
        """(groups, [first, values]) => values.forEach((value, number) =>
             groups[first + number].querySelector(`input[value='${value}']`).click())""",
        [first, values],
    )


def show(page: Page, name: str = "Visa profilen") -> Locator:
    page.get_by_role("button", name=name).click()
    result = page.locator(".guide-tool__result")
    expect(result).to_be_visible()
    return result


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    ("path", "button", "mean", "low"),
    [(SWEDISH, "Visa profilen", "2,5", "Börja prata här"), (ENGLISH, "Show the profile", "2.5", "Start talking here")],
)
def test_answers_become_a_figure_a_table_and_first_steps(
    visit: Open, size: dict[str, int], path: str, button: str, mean: str, low: str
) -> None:
    page = visit(size).go(path)
    expect(statements(page)).to_have_count(24)
    answer(page, 1, 2, 3, 4)
    result = show(page, button)
    expect(result.get_by_role("heading").first).to_be_focused()
    expect(result.get_by_role("img")).to_have_count(1)
    assert result.get_by_role("row").count() == 7
    expect(result.get_by_role("row").nth(1)).to_contain_text(mean)
    expect(result.get_by_role("row").nth(1)).to_contain_text("1–4")
    expect(result.get_by_role("heading", name=low)).to_be_visible()
    assert result.locator("[data-dimension] a").count() == 18, "three pages for each of six"
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0
    table = result.locator(".table-box")
    assert table.evaluate("box => box.scrollWidth <= box.clientWidth + 1"), "the table fits its box"


def test_what_is_not_low_has_no_steps(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    answer(page, 4)
    answer(page, 2, last=4)
    result = show(page)
    assert result.locator("[data-dimension]").evaluate_all("all => all.map(one => one.dataset.dimension)") == [
        "culture"
    ]
    answer(page, 4, last=4)
    result = show(page)
    expect(result).to_contain_text("Ingen del ligger under 3")
    assert result.locator("[data-dimension]").count() == 0


def test_few_answers_and_many_that_are_not_known_make_no_profile(visit: Open) -> None:
    page = visit(PHONE).go(SWEDISH)
    result = show(page)
    expect(result.get_by_role("heading")).to_have_text("För få svar för en profil")
    answer(page, 3, last=12)
    assert show(page).get_by_role("img").count() == 0
    answer(page, 0, 0, 4, 4)
    result = show(page)
    expect(result).to_contain_text("Hälften eller mer är ”vet inte”")
    assert result.get_by_role("img").count() == 0
    assert result.get_by_role("listitem").count() == 12, "what nobody knows, to find out"


def test_statements_are_worded_for_who_answers_and_where(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    expect(statements(page).nth(11)).to_contain_text("Det står skrivet")
    page.get_by_label("Vi arbetar i").select_option("staten")
    expect(statements(page).nth(11)).to_contain_text("arbetsordningen")
    page.get_by_label("Jag svarar som").select_option("chef")
    expect(statements(page).nth(12)).to_contain_text("De jag leder vet")
    page.get_by_label("Vi arbetar i").select_option("offentlig sektor i allmänhet")
    expect(statements(page).nth(11)).to_contain_text("Det står skrivet")


def test_works_by_keyboard(visit: Open) -> None:
    page = visit(DESKTOP).go(ENGLISH)
    page.get_by_label("We work in").focus()
    for _ in range(24):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "TEXTAREA":
            page.keyboard.type("An example")
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
    expect(page.get_by_text("24 of 24 statements have an answer.")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show the profile")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".guide-tool__result").get_by_role("row").nth(1)).to_contain_text("2.0")


def test_nothing_is_sent_or_stored_unless_asked_for(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go(SWEDISH)
    asked = carried(made)
    before = page.url
    answer(page, 2)
    page.get_by_label("Det jag ser").first.fill("Hemligt")
    show(page)
    assert (asked, page.url) == ([], before)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


def test_answers_are_kept_when_asked_for_and_gone_when_not(visit: Open) -> None:
    page = visit(PHONE).go(SWEDISH)
    keep = page.get_by_label("Spara mina svar i den här webbläsaren")
    answer(page, 5, last=3)
    keep.check()
    expect(page.get_by_text("Svaren sparas i den här webbläsaren tills")).to_be_visible()
    page.get_by_label("Det jag ser").first.fill("Vi frågar varandra")
    statements(page).nth(3).locator("input[value='0']").check()
    page.reload()
    expect(page.get_by_text("Dina sparade svar är tillbaka.")).to_be_visible()
    expect(page.get_by_text("4 av 24 påståenden har ett svar.")).to_be_visible()
    expect(page.get_by_label("Det jag ser").first).to_have_value("Vi frågar varandra")
    expect(keep).to_be_checked()
    keep.uncheck()
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.get_by_text("0 av 24 påståenden har ett svar.")).to_be_visible()


def test_start_over_takes_everything_away_once_confirmed(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    answer(page, 4)
    page.get_by_label("Spara mina svar").check()
    show(page)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Börja om").click()
    expect(page.get_by_text("24 av 24 påståenden har ett svar.")).to_be_visible()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Börja om").click()
    expect(page.get_by_text("0 av 24 påståenden har ett svar.")).to_be_visible()
    expect(page.locator(".guide-tool__result")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("value", ["{", "null", '{"version":99,"answers":{"few-goals":5}}'])
def test_a_damaged_value_is_told_and_thrown_away(visit: Open, value: str) -> None:
    made = visit(DESKTOP)
    keep_before(made.page, KEY, value)
    page = made.go(SWEDISH)
    expect(page.get_by_text("Det som var sparat gick inte att läsa")).to_be_visible()
    expect(page.get_by_text("0 av 24 påståenden har ett svar.")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize(("error", "says"), STORE_FAILS)
def test_a_store_that_is_full_or_closed_is_told(visit: Open, error: str, says: str) -> None:
    made = visit(DESKTOP)
    fail_to_store(made.page, error)
    page = made.go(SWEDISH)
    answer(page, 3, last=2)
    page.get_by_label("Spara mina svar").click()
    expect(page.get_by_text(says)).to_be_visible()
    expect(page.get_by_label("Spara mina svar")).not_to_be_checked()
    expect(page.get_by_text("2 av 24 påståenden har ett svar.")).to_be_visible()


def test_two_tabs_do_not_break_each_other(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go(SWEDISH)
    page.get_by_label("Spara mina svar").check()
    answer(page, 5, last=1)
    other = page.context.new_page()
    other.goto(made.base + SWEDISH)
    expect(other.get_by_text("1 av 24 påståenden har ett svar.")).to_be_visible()
    before = json.dumps(page.evaluate("JSON.stringify(localStorage)"))
    answer(other, 1, last=2)
    # What one tab keeps reaches the other a moment later.
    until(page, f"JSON.stringify(localStorage) !== {before}")
    answer(page, 4, last=3)
    page.reload()
    expect(page.get_by_text("3 av 24 påståenden har ett svar.")).to_be_visible()


def test_back_from_a_suggested_page_keeps_the_reader_going(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    answer(page, 1)
    result = show(page)
    result.locator("[data-dimension] a").first.click()
    page.wait_for_url("**/steg/**")
    page.go_back()
    expect(page.get_by_role("button", name="Visa profilen")).to_be_visible()
    expect(page.get_by_text("av 24 påståenden har ett svar.")).to_be_visible()


def test_the_form_can_be_ticked_and_read_without_a_script(visit: Open) -> None:
    page = visit(PHONE, java_script_enabled=False).go(SWEDISH)
    statements(page).first.locator("input[value='4']").check()
    expect(page.get_by_text("Om en del får låga svar")).to_be_visible()
    assert page.locator(".guide-assessment__advice a").count() == 18
    expect(page.locator("select")).to_have_count(2)
    expect(page.locator("select").first).to_be_hidden()
    expect(page.get_by_role("button", name="Visa profilen")).to_have_count(0)


@pytest.mark.parametrize("path", [SWEDISH, ENGLISH])
@pytest.mark.parametrize("part", ["form", "result"])
def test_form_and_profile_are_two_pages_each_on_paper(visit: Open, path: str, part: str, tmp_path: Path) -> None:
    page = visit(DESKTOP).go(path)
    answer(page, 1, 2, 0, 4)
    page.locator(".guide-tool__button[type=submit]").click()
    page.evaluate("window.print = () => {}")
    names = {"form": r"Skriv ut formuläret|Print the form", "result": r"Skriv ut profilen|Print the profile"}
    page.get_by_role("button", name=re.compile(names[part])).click()
    page.emulate_media(media="print")
    expect(page.locator("#how-it-was-made")).to_be_hidden()
    expect(page.locator(".guide-assessment" if part == "form" else ".guide-tool__result")).to_be_visible()
    expect(page.locator(".warning")).to_be_visible()
    expect(page.locator(".guide-tool__code")).to_be_hidden()
    page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
    with Pdf.open(tmp_path / "page.pdf") as pdf:
        assert len(pdf.pages) <= 2
    expect(page.locator("#how-it-was-made")).to_be_visible()


@pytest.mark.parametrize(("language", "says"), [("sv", "inte en mätning"), ("en", "not a measurement")])
def test_the_book_holds_the_form_to_fill_in_with_a_pen(guide: Guide, site_dir: Path, language: str, says: str) -> None:
    page = guide.page_by_key[language, "tools/self-assessment.md"]
    book = Book("tool", language, page.title, "", (page, guide.page_by_key[language, "tools/group-picture.md"]), "")
    tree = html.document_fromstring(document(book, guide, site_dir, "2026-11-28"))
    assert len(tree.xpath("//*[@role='radiogroup']")) == 24
    assert len(tree.xpath("//textarea")) == 6, "room to write below each dimension"
    assert tree.xpath("//form | //select | //button | //*[contains(@class, 'guide-no-js')]") == []
    assert says in tree.text_content()
    assert sum("/tools." in each for each in tree.xpath("//link/@href")) == 1


# Colours are those of the scheme and words those of the language: two pairs hold both of each.
@pytest.mark.parametrize(("path", "scheme"), [(SWEDISH, "light"), (ENGLISH, "dark")])
def test_axe_finds_nothing_in_any_state(visit: Open, scheme: str, path: str) -> None:
    page = visit(PHONE, color_scheme=scheme).go(path)
    button = page.locator(".guide-tool__button[type=submit]")
    for pattern in ((), (0,), (1, 2, 0, 4)):
        if pattern:
            answer(page, *pattern)
        button.click()
        assert Axe().run(page, options=RULES).response["violations"] == [], pattern


def test_its_files_are_small_and_loaded_only_there(visit: Open, site_dir: Path) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    (script,) = site_dir.glob("assets/js/assessment.*.js")
    assert len(gzip.compress(script.read_bytes())) < MOST_SCRIPT
    assert page.locator("script[src*='/assessment.'], link[href*='/tools.']").count() == 2
    other = visit(DESKTOP).go("/verktyg/")
    assert other.locator("script[src*='/assessment.'], link[href*='/tools.']").count() == 0
