"""The group's picture as facilitators use it: codes of many, faults told, nobody singled out."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from pikepdf import Pdf
from playwright.sync_api import Locator, Page, expect

from visits import DESKTOP, PHONE, RULES, Open

pytestmark = pytest.mark.browser

SWEDISH, ENGLISH = "/verktyg/gruppens-bild/", "/en/tools/group-picture/"
STAFF = ["4PFDN-S272V", "4RMJK-43DWH", "4TSQG-E4KRZ", "4PFDN-S5SQ7", "4RMJK-46YKU", "4TSQG-E86FJ"]
"""Codes of staff, six, made by client/assessment/code.js."""
MANAGERS = ["6EMWY-M2DV6", "6GT3V-X44A4", "6JY8T-95TPV", "6EMWY-M7H6B", "6GT3V-X98K9"]
"""Codes of managers, five."""
MANY = [
    "5M5UM-925HU",
    "4WCRK-533QF",
    "5BKXM-G3ZWJ",
    "4PYKZ-C4XGU",
    "6CV3R-D5VCH",
    "4GGAZ-36T6H",
    "4YHWG-F7R5G",
    "5DS4H-T8PDW",
    "5XYFF-79MSQ",
    "579N4-QAJNW",
    "4JNA6-QBG2C",
    "52Q3D-8CE4K",
    "6NRXY-NDCMJ",
    "4UAWT-ZEAEE",
    "59ET2-2F85B",
    "4MTF4-2G6HS",
    "6APWU-3H4B8",
    "4EB63-RJ26A",
    "4WCRK-5JY43",
    "5BKXM-GKWBD",
    "5VTAH-VMUQ5",
    "572D7-VNSZX",
    "4GGAZ-3PQKC",
    "4YHWG-FQNJB",
    "6KKT3-BRKM9",
    "4S5RW-PSHDZ",
    "579N4-QTF3R",
    "4JNA6-QUDF7",
    "68HRW-RVB9N",
    "5FX9F-5W9A6",
]
"""Codes of thirty."""
OLD = "7BP3F-P2393"
MOST_SCRIPT = 25_000


def show(page: Page, codes: list[str], second: list[str] | None = None) -> Locator:
    fields = page.locator(".guide-tool textarea")
    fields.nth(0).fill("\n".join(codes))
    fields.nth(1).fill("\n".join(second or []))
    page.locator(".guide-tool__button[type=submit]").click()
    result = page.locator(".guide-tool__result")
    expect(result).to_be_visible()
    return result


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(("path", "title"), [(SWEDISH, "30 svar i en bild"), (ENGLISH, "30 answers in one picture")])
def test_thirty_participants_make_one_picture(visit: Open, size: dict[str, int], path: str, title: str) -> None:
    page = visit(size).go(path)
    result = show(page, MANY)
    expect(result.get_by_role("heading").first).to_have_text(title)
    expect(result.get_by_role("heading").first).to_be_focused()
    expect(result.get_by_role("img")).to_have_count(1)
    assert result.locator("circle").count() == 30 * 6
    expect(result.get_by_role("row").nth(1)).to_contain_text("30")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    boxes = result.locator(".table-box").evaluate_all("all => all.map(box => box.scrollWidth - box.clientWidth)")
    assert boxes and max(boxes) <= 1


def test_nothing_is_shown_of_four(visit: Open) -> None:
    page = visit(PHONE).go(SWEDISH)
    result = show(page, STAFF[:4])
    expect(result.get_by_role("heading")).to_have_text("För få koder")
    assert result.locator("svg, table").count() == 0
    assert show(page, STAFF[:5]).locator("svg").count() == 1


def test_wrong_doubled_and_old_codes_are_told_and_not_counted(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    result = show(page, [*STAFF, STAFF[0].lower(), "HEJ", OLD])
    expect(result.get_by_role("heading").first).to_have_text("6 svar i en bild")
    lines = result.get_by_role("listitem")
    expect(lines.nth(0)).to_contain_text("rad 7")
    expect(lines.nth(0)).to_contain_text("räknas en gång")
    expect(lines.nth(1)).to_contain_text("är ingen kod")
    expect(lines.nth(2)).to_contain_text("annan version")


def test_managers_and_staff_are_apart_only_where_both_are_five(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    result = show(page, [*STAFF, *MANAGERS[:4]])
    expect(result).to_contain_text("Minst 5 chefer och 5 medarbetare")
    assert result.get_by_role("table").count() == 1
    result = show(page, [*STAFF, *MANAGERS])
    assert result.get_by_role("table").count() == 2
    expect(result.get_by_role("table", name="Chefer och medarbetare").get_by_role("row")).to_have_count(7)


def test_a_second_measurement_stands_beside_the_first(visit: Open) -> None:
    page = visit(DESKTOP).go(ENGLISH)
    result = show(page, STAFF, MANAGERS)
    table = result.get_by_role("table", name="Then and now")
    expect(table.get_by_role("row")).to_have_count(7)
    expect(table.get_by_role("row").nth(1)).to_contain_text("higher")
    assert result.locator("svg rect").count() == 5 * 6
    expect(show(page, STAFF, MANAGERS[:3])).to_contain_text("The second measurement has 3 codes")


def test_nothing_is_sent_or_stored(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "favicon" not in request.url else None)
    show(page, MANY)
    assert asked == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.get_by_role("button", name="Töm").click()
    expect(page.locator(".guide-tool textarea").first).to_have_value("")
    expect(page.locator(".guide-tool__result")).to_be_hidden()


def test_works_by_keyboard(visit: Open) -> None:
    page = visit(DESKTOP).go(ENGLISH)
    page.locator(".guide-tool textarea").first.focus()
    for code in STAFF:
        page.keyboard.type(code)
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show the picture")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".guide-tool__result").get_by_role("heading").first).to_have_text("6 answers in one picture")


def test_without_a_script_there_is_a_sheet_for_the_wall(visit: Open) -> None:
    page = visit(PHONE, java_script_enabled=False).go(SWEDISH)
    expect(page.get_by_text("här är skript avstängda")).to_be_visible()
    expect(page.locator(".guide-tool form")).to_be_hidden()
    expect(page.locator("#wall-sheet")).to_be_visible()


def test_a_code_goes_from_the_profile_to_the_picture(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go("/verktyg/nulagesanalys/")
    page.get_by_label("Jag svarar som").select_option("chef")
    for number in range(24):
        page.get_by_role("radiogroup").nth(number).locator("input[value='4']").check()
    page.get_by_role("button", name="Visa profilen").click()
    code = page.locator(".guide-tool__code").text_content() or ""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera koden").click()
    expect(page.get_by_text("Koden är kopierad.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == code
    result = show(made.go(SWEDISH), [*MANAGERS[:4], code])
    expect(result.get_by_role("heading").first).to_have_text("5 svar i en bild")
    assert result.get_by_role("listitem").count() == 0


def test_the_picture_is_two_pages_at_most_on_paper(visit: Open, tmp_path: Path) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    result = show(page, [*STAFF, *MANAGERS], MANY[:8])
    page.evaluate("window.print = () => {}")
    result.get_by_role("button", name="Skriv ut bilden").click()
    page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
    with Pdf.open(tmp_path / "page.pdf") as pdf:
        assert len(pdf.pages) <= 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [SWEDISH, ENGLISH])
def test_axe_finds_nothing_in_any_state(visit: Open, scheme: str, path: str) -> None:
    page = visit(PHONE, color_scheme=scheme).go(path)
    for codes, second in (([], []), (["fel"], []), ([*STAFF, *MANAGERS], MANY)):
        show(page, codes, second)
        assert Axe().run(page, options=RULES).response["violations"] == [], codes


def test_its_script_is_small(site_dir: Path) -> None:
    (script,) = site_dir.glob("assets/js/group.*.js")
    assert len(gzip.compress(script.read_bytes())) < MOST_SCRIPT
