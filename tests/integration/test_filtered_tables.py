"""Tables that can be filtered: by mouse, keyboard and address, with and without JavaScript."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from visits import DESKTOP, PHONE, RULES, Open

pytestmark = pytest.mark.browser

CASES = "/exempel/"
TABLE = "table[data-guide-filter]"


def shown_rows(page: Page) -> list[str]:
    rows: list[str] = page.locator(f"{TABLE} tbody tr").evaluate_all(
        "rows => rows.filter(row => row.getClientRects().length).map(row => row.cells[0].textContent)"
    )
    return rows


def count(page: Page) -> str:
    return page.locator(".guide-filter").get_by_role("status").inner_text()


def test_filters_count_and_reset(visit: Open) -> None:
    page = visit(DESKTOP).go(CASES)
    everything = shown_rows(page)
    assert len(everything) >= 12
    assert count(page) == f"{len(everything)} av {len(everything)} exempel"
    page.get_by_label("Land").select_option("Norge")
    norwegian = shown_rows(page)
    assert 0 < len(norwegian) < len(everything)
    assert count(page) == f"{len(norwegian)} av {len(everything)} exempel"
    page.get_by_label("Sektor").select_option("Kommun")
    assert set(shown_rows(page)) <= set(norwegian)
    page.get_by_role("button", name="Visa alla").click()
    assert shown_rows(page) == everything
    assert "?" not in page.url


def test_every_choice_finds_a_case(visit: Open) -> None:
    made = visit(DESKTOP)
    for field in ("Sektor", "Land", "Storlek", "Tema", "Evidens"):
        page = made.go(CASES)
        select = page.get_by_label(field, exact=True)
        for value in select.locator("option").evaluate_all("options => options.map(option => option.value)"):
            select.select_option(value)
            assert shown_rows(page), f"{field}: {value}"


def test_the_address_holds_the_choice_and_gives_it_back(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go(CASES + "#all-cases")
    page.get_by_label("Tema", exact=True).select_option("Ledarskap")
    assert page.url == f"{made.base}{CASES}?theme=leadership#all-cases"
    chosen = shown_rows(page)
    page.goto(page.url)
    page.reload()
    assert shown_rows(page) == chosen
    expect(page.get_by_label("Tema", exact=True)).to_have_value("leadership")


def test_the_same_address_works_in_english(visit: Open) -> None:
    page = visit(DESKTOP).go("/en/cases/?sector=region&country=SE")
    rows = shown_rows(page)
    assert count(page) == f"{len(rows)} of {page.locator(f'{TABLE} tbody tr').count()} cases"
    expect(page.get_by_label("Sector")).to_have_value("region")


def test_a_value_that_no_case_has_shows_everything(visit: Open) -> None:
    page = visit(DESKTOP).go(CASES + "?sector=moon&q=x")
    assert len(shown_rows(page)) == page.locator(f"{TABLE} tbody tr").count()


def test_works_by_keyboard_on_a_phone(visit: Open) -> None:
    page = visit(PHONE).go(CASES)
    page.get_by_label("Sektor").focus()
    page.keyboard.press("ArrowDown")
    assert len(shown_rows(page)) < page.locator(f"{TABLE} tbody tr").count()
    for _ in range(6):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Visa alla")).to_be_focused()
    page.keyboard.press("Enter")
    assert len(shown_rows(page)) == page.locator(f"{TABLE} tbody tr").count()
    expect(page.get_by_label("Sektor")).to_be_focused()


@pytest.mark.parametrize(
    ("path", "theme", "often", "monthly"),
    [
        ("/mata/nyckeltal/", "Tema", "Hur ofta", "Per månad"),
        ("/en/measure/indicators/", "Theme", "How often", "Monthly"),
    ],
)
def test_indicators_are_filtered_by_columns_and_by_section(
    visit: Open, path: str, theme: str, often: str, monthly: str
) -> None:
    page = visit(DESKTOP).go(path)
    every = page.locator(f"{TABLE} tbody tr").count()
    page.get_by_label(often, exact=True).select_option(monthly)
    by_month = shown_rows(page)
    assert 0 < len(by_month) < every
    page.get_by_label(theme, exact=True).select_option("staff")
    assert 0 < len(shown_rows(page)) < len(by_month)
    assert "section=staff" in page.url


def test_without_javascript_the_tables_are_plain(visit: Open) -> None:
    made = visit(DESKTOP, java_script_enabled=False)
    for path in (CASES, "/mata/nyckeltal/"):
        page = made.go(path)
        expect(page.locator(TABLE)).to_be_visible()
        for select in page.locator("select").all():
            expect(select).to_be_hidden()


def test_the_script_is_loaded_only_where_there_is_a_filter(visit: Open) -> None:
    page = visit(DESKTOP).go("/steg/ledarskap/")
    expect(page.locator("script[src*='filter.js']")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_filtered_table(visit: Open, scheme: str) -> None:
    made = visit(PHONE, color_scheme=scheme)
    for path in (CASES + "?country=NO", "/mata/nyckeltal/?section=staff"):
        violations = Axe().run(made.go(path), options=RULES).response["violations"]
        assert [violation["id"] for violation in violations] == []
