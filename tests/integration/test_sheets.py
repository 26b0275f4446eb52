"""The sheets as groups use them: by thumb and keyboard, on paper, saved and opened, where store or file is refused."""

from __future__ import annotations

import csv
import gzip
import io
import re
from itertools import cycle
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from pikepdf import Pdf
from playwright.sync_api import Dialog, Locator, Page, expect

from visits import DESKTOP, PHONE, RULES, STORE_FAILS, Open, fail_to_store, keep_before

pytestmark = pytest.mark.browser

MAP, MAP_EN = "/verktyg/beslutskarta/", "/en/tools/decision-map/"
CARD, CARD_EN = "/verktyg/overlamningskort/", "/en/tools/handover-card/"
LIST, LIST_EN = "/verktyg/regelrensningslista/", "/en/tools/rule-clean-up-list/"
CANVAS, CANVAS_EN = "/verktyg/forsoksblad/", "/en/tools/pilot-canvas/"
ALL = [MAP, MAP_EN, CARD, CARD_EN, LIST, LIST_EN, CANVAS, CANVAS_EN]
KEY = "/.guide-sheet-decision-map"
MOST_SCRIPT = 6_000
"""Bytes (gzip) that the sheets' own script may be."""


def fields(page: Page) -> Locator:
    return page.locator(".guide-sheet :is(textarea, select):visible")


def fill_everything(page: Page, text: str = "Byta dag för ett besök, när kollegan hinner") -> None:
    """Fill every row with some words in each box: the first by hand, the others at once."""
    add = page.get_by_role("button", name=re.compile("^(Lägg till|Add) "))
    while add.count() and page.locator(".guide-sheet__row:not([hidden])").count() < page.locator("fieldset").count():
        add.click()
    fields(page).first.fill(text)
    fields(page).evaluate_all(
        """(fields, text) => {
             for (const field of fields) {
               if (field.tagName === 'SELECT') field.selectedIndex = 2;
               else field.value = text;
               for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
             }
           }""",
        text,
    )


def written(page: Page) -> list[str]:
    """Give what stands in each box."""
    return [str(value) for value in fields(page).evaluate_all("fields => fields.map(field => field.value)")]


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def status(page: Page) -> Locator:
    return page.locator(".guide-tool__status")


def saved(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as given:
        button(page, name).click()
    path = folder / given.value.suggested_filename
    given.value.save_as(path)
    return path


def open_file(page: Page, name: str, content: bytes, label: str = "Öppna en fil") -> None:
    with page.expect_file_chooser() as chooser:
        button(page, label).click()
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": content})


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    ("path", "show", "shown"),
    [(MAP, "Visa ifyllt blad", "med kollega"), (MAP_EN, "Show the finished sheet", "with a colleague")],
)
def test_what_is_filled_in_is_shown_as_a_table(
    visit: Open, size: dict[str, int], path: str, show: str, shown: str
) -> None:
    page = visit(size).go(path)
    fill_everything(page)
    button(page, show).click()
    result = page.locator(".guide-tool__result")
    expect(result.get_by_role("heading").first).to_be_focused()
    assert result.get_by_role("row").count() == 16
    expect(result.get_by_role("row").nth(1)).to_contain_text(shown)
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0


def test_rows_come_and_go_and_nothing_written_is_lost_unasked(visit: Open) -> None:
    page = visit(PHONE).go(MAP)
    rows = page.locator(".guide-sheet__row:not([hidden])")
    expect(rows).to_have_count(3)
    for number in (1, 2, 3):
        page.locator(f"#row-{number}-decision").fill(f"beslut {number}")
    button(page, "Lägg till beslut").click()
    expect(rows).to_have_count(4)
    expect(page.locator("#row-4-decision")).to_be_focused()
    page.once("dialog", lambda dialog: dialog.dismiss())
    button(page, "Ta bort beslut 2").click()
    expect(page.locator("#row-2-decision")).to_have_value("beslut 2")
    page.once("dialog", lambda dialog: dialog.accept())
    button(page, "Ta bort beslut 2").click()
    expect(page.locator("#row-2-decision")).to_have_value("beslut 3")
    expect(status(page)).to_have_text("Borttaget: beslut 2.")
    expect(rows).to_have_count(3)
    for _ in range(13):
        button(page, "Lägg till beslut").click()
    expect(rows).to_have_count(15)
    expect(status(page)).to_contain_text("Bladet rymmer 15 rader")


@pytest.mark.parametrize("path", ALL)
def test_a_saved_file_brings_everything_back(visit: Open, path: str, tmp_path: Path) -> None:
    page = visit(DESKTOP).go(path)
    fill_everything(page)
    before = written(page)
    assert all(before)
    swedish = not path.startswith("/en/")
    file = saved(page, "Spara som fil" if swedish else "Save as a file", tmp_path)
    assert re.fullmatch(r"[a-z-]+-\d{4}-\d\d-\d\d\.json", file.name)
    again = visit(DESKTOP).go(path)
    open_file(again, file.name, file.read_bytes(), "Öppna en fil" if swedish else "Open a file")
    expect(status(again)).to_have_text("Filen är öppnad." if swedish else "The file has been opened.")
    assert written(again) == before


def test_a_sheet_saved_in_one_language_opens_in_the_other(visit: Open, tmp_path: Path) -> None:
    page = visit(DESKTOP).go(MAP)
    page.locator("#row-1-decision").fill("Byta dag")
    page.locator("#row-1-today").select_option("med kollega")
    file = saved(page, "Spara som fil", tmp_path)
    other = visit(DESKTOP).go(MAP_EN)
    open_file(other, file.name, file.read_bytes(), "Open a file")
    assert other.locator("#row-1-today").evaluate("field => field.selectedOptions[0].text") == "with a colleague"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{", "Filen går inte att läsa"),
        (b"\xff\xfe\x00", "Filen går inte att läsa"),
        (b'{"tool":"action-plan","version":1}', "Filen kommer från ett annat verktyg"),
        (b" " * 500_001, "Filen är för stor"),
    ],
    ids=["damaged", "binary", "other tool", "too big"],
)
def test_a_file_that_is_not_this_sheet_changes_nothing(visit: Open, content: bytes, says: str) -> None:
    page = visit(DESKTOP).go(MAP)
    page.locator("#row-1-decision").fill("kvar")
    open_file(page, "x.json", content)
    expect(status(page)).to_contain_text(says)
    expect(page.locator("#row-1-decision")).to_have_value("kvar")


def test_a_file_replaces_what_is_there_only_once_confirmed(visit: Open) -> None:
    page = visit(DESKTOP).go(MAP)
    page.locator("#row-1-decision").fill("kvar")
    content = b'{"tool":"decision-map","version":2,"boxes":{"team":"Lag"},"rows":[{"decision":"nytt"}]}'
    page.once("dialog", lambda dialog: dialog.dismiss())
    open_file(page, "x.json", content)
    expect(page.locator("#row-1-decision")).to_have_value("kvar")
    page.once("dialog", lambda dialog: dialog.accept())
    open_file(page, "x.json", content)
    expect(page.locator("#row-1-decision")).to_have_value("nytt")
    expect(status(page)).to_contain_text("allt i den passade inte")


def test_exports_hold_what_was_written_and_no_formula(visit: Open, tmp_path: Path) -> None:
    page = visit(DESKTOP).go(MAP)
    page.locator("#box-team").fill("Lag; ett")
    page.locator("#row-1-decision").fill('=HYPERLINK("http://x")\nrad två | <b>')
    page.locator("#row-1-today").select_option("själv")
    table = list(csv.reader(io.StringIO(saved(page, "Hämta CSV", tmp_path).read_text("utf-8-sig")), delimiter=";"))
    assert table[0][:2] == ["Beslut", "I dag"]
    assert table[1][:2] == ['\'=HYPERLINK("http://x")\nrad två | <b>', "själv"]
    assert "Lag; ett" in table[1]
    text = saved(page, "Hämta Markdown", tmp_path).read_text("utf-8")
    assert r'| =HYPERLINK("http://x")<br>rad två \| \<b> | själv |' in text
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button(page, "Kopiera som text").click()
    expect(status(page)).to_contain_text("Kopierat")
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_an_empty_sheet_is_neither_saved_nor_shown(visit: Open) -> None:
    page = visit(DESKTOP).go(CANVAS)
    for name in ("Spara som fil", "Hämta CSV", "Visa ifyllt blad"):
        button(page, name).click()
        expect(status(page)).to_have_text("Inget är ifyllt ännu.")
    expect(page.locator(".guide-tool__result")).to_be_hidden()


def test_nothing_is_sent_or_stored_unless_asked_for(visit: Open, tmp_path: Path) -> None:
    page = visit(DESKTOP).go(MAP)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    before = page.url
    fill_everything(page, "Hemligt")
    button(page, "Visa ifyllt blad").click()
    saved(page, "Spara som fil", tmp_path)
    saved(page, "Hämta Markdown", tmp_path)
    saved(page, "Hämta CSV", tmp_path)
    button(page, "Kopiera som text").click()
    # The page fetches a script of its own when it is first scrolled; a file to save never leaves the browser.
    own = re.compile(r"GET (http://[^/?]+/(assets/[\w./-]+|favicon[\w.-]+)|blob:http://\S+)")
    assert ([each for each in asked if not own.fullmatch(each)], page.url) == ([], before)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


def test_a_sheet_is_kept_when_asked_for_and_gone_when_not(visit: Open) -> None:
    page = visit(PHONE).go(MAP)
    keep = page.get_by_label("Spara bladet i den här webbläsaren")
    keep.check()
    expect(status(page)).to_contain_text("Bladet sparas i den här webbläsaren")
    page.locator("#row-2-decision").fill("Byta dag")
    page.reload()
    expect(status(page)).to_have_text("Det sparade bladet är tillbaka.")
    expect(page.locator("#row-2-decision")).to_have_value("Byta dag")
    page.get_by_role("link", name="steget om medarbetarskap").click()
    page.wait_for_url("**/steg/**")
    page.go_back()
    expect(page.locator("#row-2-decision")).to_have_value("Byta dag")
    keep.uncheck()
    assert page.evaluate("localStorage.length") == 0


def test_leaving_with_a_sheet_that_stands_nowhere_else_is_asked_about(visit: Open) -> None:
    page = visit(DESKTOP).go(MAP)
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.locator("#row-1-decision").click()
    page.keyboard.type("kvar")
    page.get_by_role("link", name="steget om medarbetarskap").click(no_wait_after=True)
    expect(page.locator("#row-1-decision")).to_have_value("kvar")
    assert asked == ["beforeunload"]
    page.get_by_label("Spara bladet i den här webbläsaren").check()
    page.get_by_role("link", name="steget om medarbetarskap").click()
    page.wait_for_url("**/steg/**")
    assert asked == ["beforeunload"], "what is kept may be left"


def test_start_over_takes_everything_away_once_confirmed(visit: Open) -> None:
    page = visit(DESKTOP).go(CARD)
    page.locator("#row-1-task").fill("Planera")
    page.get_by_label("Spara bladet").check()
    page.once("dialog", lambda dialog: dialog.dismiss())
    button(page, "Börja om").click()
    expect(page.locator("#row-1-task")).to_have_value("Planera")
    page.once("dialog", lambda dialog: dialog.accept())
    button(page, "Börja om").click()
    expect(page.locator("#row-1-task")).to_have_value("")
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("value", ["{", "null", '{"tool":"handover-card","version":1}'])
def test_a_damaged_value_is_told_and_thrown_away(visit: Open, value: str) -> None:
    made = visit(DESKTOP)
    keep_before(made.page, KEY, value)
    page = made.go(MAP)
    expect(status(page)).to_contain_text("Det som var sparat gick inte att läsa")
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize(("error", "says"), STORE_FAILS)
def test_a_store_that_is_full_or_closed_is_told(visit: Open, error: str, says: str) -> None:
    made = visit(DESKTOP)
    fail_to_store(made.page, error)
    page = made.go(MAP)
    page.locator("#row-1-decision").fill("kvar")
    page.get_by_label("Spara bladet").click()
    expect(status(page)).to_contain_text(says)
    expect(page.get_by_label("Spara bladet")).not_to_be_checked()
    expect(page.locator("#row-1-decision")).to_have_value("kvar")


def test_two_tabs_never_write_over_each_other(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go(MAP)
    page.get_by_label("Spara bladet").check()
    page.locator("#row-1-decision").fill("första")
    expect(page.get_by_label("Spara bladet")).to_be_checked()
    page.wait_for_timeout(600)
    other = page.context.new_page()
    other.goto(made.base + MAP)
    expect(other.locator("#row-1-decision")).to_have_value("första")
    other.locator("#row-1-decision").fill("andra")
    expect(status(page)).to_contain_text("Samma blad är öppet i en annan flik")
    expect(page.get_by_label("Spara bladet")).not_to_be_checked()
    page.locator("#row-2-decision").fill("bara här")
    page.wait_for_timeout(600)
    other.reload()
    expect(other.locator("#row-1-decision")).to_have_value("andra")
    expect(other.locator("#row-2-decision")).to_have_value("")
    page.get_by_label("Spara bladet").check()
    expect(status(other)).to_contain_text("Samma blad är öppet i en annan flik")


def test_works_by_keyboard(visit: Open) -> None:
    page = visit(DESKTOP).go(MAP_EN)
    page.locator("#box-team").focus()
    page.keyboard.type("Evening team")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("Change the day")
    page.keyboard.press("Tab")
    page.keyboard.press("w")
    expect(page.locator("#row-1-today")).to_have_value("colleague")
    button(page, "Add a decision").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#row-4-decision")).to_be_focused()
    button(page, "Show the finished sheet").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".guide-tool__result").get_by_role("row").nth(1)).to_contain_text("with a colleague")


@pytest.mark.parametrize("path", ALL)
@pytest.mark.parametrize("state", ["empty", "filled"])
def test_a_sheet_is_at_most_two_pages_on_paper(visit: Open, path: str, state: str, tmp_path: Path) -> None:
    page = visit(DESKTOP).go(path)
    if state == "filled":
        fill_everything(page)
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name=re.compile("^(Skriv ut|Print)$")).click()
    page.emulate_media(media="print")
    expect(page.locator("#how-to-use")).to_be_hidden()
    expect(page.locator(".guide-sheet" if state == "empty" else ".guide-tool__result")).to_be_visible()
    assert page.locator(".guide-sheet__row:visible").count() == (
        page.locator(".guide-sheet__row").count() if state == "empty" else 0
    )
    page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
    with Pdf.open(tmp_path / "page.pdf") as pdf:
        assert len(pdf.pages) <= 2


@pytest.mark.parametrize("path", [MAP, CANVAS_EN])
def test_the_form_is_whole_without_a_script(visit: Open, path: str) -> None:
    page = visit(PHONE, java_script_enabled=False).go(path)
    expect(page.locator(".guide-sheet__row")).to_have_count(15 if path == MAP else 0)
    for row in page.locator(".guide-sheet__row").all():
        expect(row).to_be_visible()
    fields(page).first.fill("Kvällsgruppen")
    expect(page.locator(".guide-tool button")).to_have_count(0)
    page.emulate_media(media="print")
    boxes = page.locator(".guide-sheet textarea").all()
    heights = [box.bounding_box() for box in boxes]
    assert all(box and box["height"] >= 20 for box in heights), "room for a pen"
    if path == MAP:
        expect(page.locator(".guide-sheet__row .guide-on-paper").first).to_be_visible()
        expect(page.locator("#row-1-today")).to_be_hidden()


@pytest.mark.parametrize(("path", "scheme"), list(zip(ALL, cycle(["light", "dark"]), strict=False)))
def test_axe_finds_nothing_in_any_state(visit: Open, scheme: str, path: str) -> None:
    page = visit(PHONE, color_scheme=scheme).go(path)
    assert Axe().run(page, options=RULES).response["violations"] == [], "empty"
    fill_everything(page)
    page.locator(".guide-tool__button[type=submit]").click()
    assert Axe().run(page, options=RULES).response["violations"] == [], "filled"


def test_its_files_are_small_and_loaded_only_there(visit: Open, site_dir: Path) -> None:
    page = visit(DESKTOP).go(CANVAS)
    (script,) = site_dir.glob("assets/js/sheet.*.js")
    assert len(gzip.compress(script.read_bytes())) < MOST_SCRIPT
    assert page.locator("script[src*='/sheet.'], link[href*='/tools.']").count() == 2
    other = visit(DESKTOP).go("/verktyg/")
    assert other.locator("script[src*='/sheet.'], link[href*='/tools.']").count() == 0
