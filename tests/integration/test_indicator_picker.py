"""The indicator picker as readers use it: a set chosen, taken along, filled in elsewhere, opened again, and drawn."""

from __future__ import annotations

import csv
import gzip
import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from visits import DESKTOP, PHONE, RULES, STORE_FAILS, Open, fail_to_store, keep_before, until

pytestmark = pytest.mark.browser

SWEDISH, ENGLISH = "/verktyg/valj-matt/", "/en/tools/choose-measures/"
KEY = "/.guide-indicator-picker"
MOST_SCRIPT = 12_000
"""Bytes (gzip) of the tool's own script; 25 000 are what a tool may have before anything is taken along."""
ORDINARY = [14, 12, 15, 13, 14, 16, 12, 14, 15, 13, 14, 15]


def choose(page: Page, purpose: str = "less-administration", sector: str = "state", count: int = 5) -> Locator:
    for value, number in ((purpose, 0), (sector, 1), (str(count), 2)):
        page.locator(".guide-picker select").nth(number).select_option(value)
    page.locator(".guide-picker .guide-tool__button[type=submit]").click()
    result = page.locator(".guide-tool__result")
    expect(result).to_be_visible()
    return result


def chosen(page: Page) -> list[str]:
    cards = page.locator(".guide-tool__result [data-measure]")
    return [str(name) for name in cards.evaluate_all("all => all.map(one => one.dataset.measure)")]


def taken(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def opened(page: Page, name: str, content: bytes, button: str = "Öppna en ifylld fil") -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=button).click()
    file: Any = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    chooser.value.set_files(file)


def write(page: Page, values: list[float]) -> None:
    for number, value in enumerate(values):
        page.locator(f"[name=day-{number}]").fill(f"{2026 + number // 12}-{number % 12 + 1:02}")
        page.locator(f"[name=value-{number}]").fill(str(value).replace(".", ","))
        page.locator(f"[name=value-{number}]").blur()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(("path", "heading"), [(SWEDISH, "Ert urval"), (ENGLISH, "Your set")])
def test_a_purpose_gives_a_balanced_set(visit: Open, size: dict[str, int], path: str, heading: str) -> None:
    page = visit(size).go(path)
    result = choose(page)
    expect(result.get_by_role("heading", name=heading)).to_be_focused()
    assert len(chosen(page)) == 5
    assert result.locator("h4").count() == 4, "results, quality, staff and those it is for"
    result.locator("summary").first.click()
    expect(result.locator("dd").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    choose(page, count=8)
    assert len(chosen(page)) == 8


def test_every_purpose_has_a_set_for_every_sector(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    purposes = page.locator(".guide-picker select").first.locator("option").all()
    for purpose in purposes:
        for sector in ("state", "region", "municipality"):
            result = choose(page, str(purpose.get_attribute("value")), sector)
            assert (len(chosen(page)), result.locator("h4").count()) == (5, 4)


def test_measures_are_taken_out_and_put_in(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    result = choose(page)
    first = chosen(page)[0]
    result.get_by_role("button", name=re.compile("^Ta bort")).first.click()
    assert first not in chosen(page)
    page.get_by_label("Ett mått till").select_option(first)
    page.get_by_role("button", name="Lägg till").click()
    assert first in chosen(page)
    for _ in range(5):
        result.get_by_role("button", name=re.compile("^Ta bort")).first.click()
    expect(result).to_contain_text("Urvalet har inget mått på det här: Resultat, Kvalitet")


def test_works_by_keyboard(visit: Open) -> None:
    page = visit(DESKTOP).go(ENGLISH)
    page.locator(".guide-picker select").nth(2).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert len(chosen(page)) == 5
    page.locator("[name=day-0]").focus()
    for number in range(2):
        page.keyboard.type(f"2027-0{number + 1}")
        page.keyboard.press("Tab")
        page.keyboard.type(f"1{number}")
        page.keyboard.press("Tab")
    expect(page.locator(".guide-tool__result").get_by_role("img")).to_have_count(1)


# The chart ------------------------------------------------------------------


def test_values_become_a_chart_and_a_table_and_signs_wait_for_twelve(visit: Open) -> None:
    page = visit(PHONE).go(SWEDISH)
    result = choose(page)
    expect(result).to_contain_text("minst två värden")
    write(page, ORDINARY[:11])
    expect(result).to_contain_text("Räkna inga tecken på förändring förrän ni har tolv.")
    write(page, ORDINARY)
    expect(result).to_contain_text("Linjen är medianen 14 av de 12 första värdena.")
    expect(result).to_contain_text("Inget tecken på att något särskilt har hänt")
    assert result.locator("svg circle").count() == 12
    assert result.get_by_role("row").count() == 13
    page.get_by_role("button", name="Fler rader").click()
    expect(page.locator("[name=day-12]")).to_be_focused()
    write(page, [*ORDINARY, 10.5, 11, 11, 12, 10, 11, 12])
    expect(result).to_contain_text("7 värden i rad ligger på samma sida av linjen, från 2027-01 till 2027-07.")
    expect(result.get_by_role("row").nth(13)).to_contain_text("10,5")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_rows_that_cannot_be_read_are_told(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    result = choose(page)
    page.locator("[name=day-0]").fill("i januari")
    page.locator("[name=value-0]").fill("många")
    page.locator("[name=value-0]").blur()
    expect(result).to_contain_text("1 rader gick inte att läsa")


# Files ----------------------------------------------------------------------


def test_a_workbook_is_filled_in_by_another_program_and_comes_back(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    choose(page)
    name, content = taken(page, "Arbetsbok att fylla i")
    assert re.fullmatch(r"matt-att-folja-\d{4}-\d\d-\d\d\.xlsx", name)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Värden", "Måtten"]
    values, measures = book["Värden"], book["Måtten"]
    names = [cell.value for cell in values[1]]
    assert names[0] == "Datum" and len(names) == 6
    assert [row[0].value for row in measures.iter_rows(min_row=2)] == names[1:]
    assert all(cell.value for row in measures.iter_rows(min_row=2) for cell in row)
    for number, value in enumerate(ORDINARY):
        values.cell(number + 2, 1, date(2026, number + 1, 28))
        values.cell(number + 2, 2, value + 0.5)
    values.cell(20, 1, "i går")
    values.cell(20, 2, 5)
    filled = io.BytesIO()
    book.save(filled)
    other = visit(PHONE).go(ENGLISH)
    opened(other, "filled.xlsx", filled.getvalue(), "Open a filled-in file")
    expect(other.get_by_text("The file has been read, with 5 measures. 1 cells or rows")).to_be_visible()
    assert len(chosen(other)) == 5
    expect(other.locator(".guide-tool__result")).to_contain_text("the median, 14.5, of the first 12 values")
    _, again = taken(other, "Workbook to fill in")
    sheet = openpyxl.load_workbook(io.BytesIO(again)).worksheets[0]
    assert [sheet.cell(2, 1).value, sheet.cell(2, 2).value] == ["2026-01-28", 14.5]


@pytest.mark.parametrize(
    ("path", "button", "opens", "separator", "decimal"),
    [
        (SWEDISH, "Tabell att fylla i", "Öppna en ifylld fil", ";", ","),
        (ENGLISH, "Table to fill in", "Open a filled-in file", ",", "."),
    ],
)
def test_a_csv_table_is_filled_in_and_comes_back(
    visit: Open, path: str, button: str, opens: str, separator: str, decimal: str
) -> None:
    page = visit(DESKTOP).go(path)
    choose(page)
    _, content = taken(page, button)
    (head,) = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=separator)
    rows = [head, *([f"2027-0{month}", f"1{month}{decimal}5", *[""] * 4] for month in range(1, 7))]
    filled = io.StringIO()
    csv.writer(filled, delimiter=separator).writerows(rows)
    opened(page, "filled.csv", filled.getvalue().encode("utf-8-sig"), opens)
    expect(page.locator(".guide-tool__result").get_by_role("img")).to_have_count(1)
    _, again = taken(page, button)
    back = list(csv.reader(io.StringIO(again.decode("utf-8-sig")), delimiter=separator))
    assert (back[0], back[1][:2]) == (head, ["2027-01", f"11{decimal}5"])


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("plan.json", b'{"tool":"action-plan"}', "inget av guidens mått"),
        ("other.csv", b"a;b\n1;2\n", "inget av guidens mått"),
        ("empty.csv", b"", "inget av guidens mått"),
        ("latin.csv", b"M\xe5tt;x\n", "gick inte att läsa"),
        ("broken.xlsx", b"PK\x03\x04" + b"x" * 200, "gick inte att läsa"),
        ("big.csv", b"x" * 2_000_001, "för stor"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(visit: Open, name: str, content: bytes, says: str) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    choose(page)
    before = chosen(page)
    opened(page, name, content)
    expect(page.get_by_text(says)).to_be_visible()
    assert chosen(page) == before


def test_nothing_is_sent_or_kept_unless_asked_for(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "favicon" not in request.url else None)
    before = page.url
    choose(page)
    write(page, [1, 2, 3])
    taken(page, "Arbetsbok att fylla i")
    taken(page, "Tabell att fylla i")
    own = ("blob:", f"{page.url.partition(SWEDISH)[0]}/assets/js/scrolled.")
    assert [url for url in asked if not url.startswith(own)] == [], "only what every page loads when it is scrolled"
    assert page.url == before
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


def test_a_set_is_kept_when_asked_for_and_gone_when_not(visit: Open) -> None:
    page = visit(PHONE).go(SWEDISH)
    choose(page)
    write(page, [1.5, 2, 3])
    before = chosen(page)
    page.get_by_label("Spara urvalet och värdena").check()
    page.reload()
    expect(page.get_by_text("Ditt sparade urval är tillbaka.")).to_be_visible()
    assert sorted(chosen(page)) == sorted(before)
    expect(page.locator("[name=value-0]")).to_have_value("1,5")
    page.goto(page.url.replace("valj-matt/", ""))
    page.go_back()
    expect(page.locator("[name=value-0]")).to_have_value("1,5")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Börja om").click()
    assert page.evaluate("localStorage.length") == 0
    expect(page.locator(".guide-tool__result")).to_be_hidden()


@pytest.mark.parametrize("value", ["{", "null", '{"version":99}', '{"version":1,"chosen":"x"}'])
def test_a_damaged_value_is_told_and_thrown_away(visit: Open, value: str) -> None:
    made = visit(DESKTOP)
    keep_before(made.page, KEY, value)
    page = made.go(SWEDISH)
    expect(page.get_by_text("gick inte att läsa och är borttaget")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize(("error", "says"), STORE_FAILS)
def test_a_store_that_is_full_or_closed_is_told(visit: Open, error: str, says: str) -> None:
    made = visit(DESKTOP)
    fail_to_store(made.page, error)
    page = made.go(SWEDISH)
    choose(page)
    page.get_by_label("Spara urvalet").click()
    expect(page.get_by_text(says)).to_be_visible()
    expect(page.get_by_label("Spara urvalet")).not_to_be_checked()
    assert len(chosen(page)) == 5


def test_two_tabs_do_not_overwrite_each_other_in_silence(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go(SWEDISH)
    choose(page)
    page.get_by_label("Spara urvalet").check()
    until(page, f"localStorage.getItem({KEY!r}) !== null")
    other = page.context.new_page()
    other.goto(made.base + SWEDISH)
    choose(other, count=8)
    expect(page.get_by_text("Urvalet har ändrats i en annan flik")).to_be_visible()
    expect(page.get_by_label("Spara urvalet")).not_to_be_checked()


# For everybody --------------------------------------------------------------


def test_everything_can_be_read_without_a_script(visit: Open) -> None:
    page = visit(PHONE, java_script_enabled=False).go(SWEDISH)
    expect(page.locator("[data-measure]")).to_have_count(27)
    page.get_by_text("Få mindre administration").click()
    expect(page.get_by_text("Administrativ tid, Borttagna krav").first).to_be_visible()


# Colours are those of the scheme and words those of the language: two pairs hold both of each.
@pytest.mark.parametrize(("path", "scheme"), [(SWEDISH, "light"), (ENGLISH, "dark")])
def test_axe_finds_nothing_in_any_state(visit: Open, scheme: str, path: str) -> None:
    page = visit(PHONE, color_scheme=scheme).go(path)
    assert Axe().run(page, options=RULES).response["violations"] == []
    choose(page)
    assert Axe().run(page, options=RULES).response["violations"] == []
    write(page, ORDINARY)
    assert Axe().run(page, options=RULES).response["violations"] == []


def test_its_files_are_small_and_loaded_only_there(visit: Open, site_dir: Path) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    (script,) = site_dir.glob("assets/js/indicator-picker.*.js")
    assert len(gzip.compress(script.read_bytes())) < MOST_SCRIPT
    assert page.locator("script[src*='/indicator-picker.'], link[href*='/tools.']").count() == 2
    assert visit(DESKTOP).go("/verktyg/").locator("script[src*='/indicator-picker.']").count() == 0
