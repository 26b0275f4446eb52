"""The group's picture as facilitators use it: codes of many, faults told, nobody singled out."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from pikepdf import Pdf
from playwright.sync_api import Locator, Page, expect

from group_codes import MANAGERS, MANY, OLD, STAFF
from visits import DESKTOP, PHONE, RULES, Open

pytestmark = pytest.mark.browser

SWEDISH, ENGLISH = "/verktyg/gruppens-bild/", "/en/tools/group-picture/"
MOST_SCRIPT = 25_000
NARROW = {"width": 320, "height": 700}


def show(page: Page, codes: list[str], second: list[str] | None = None) -> Locator:
    fields = page.locator(".guide-tool textarea")
    fields.nth(0).fill("\n".join(codes))
    if second is not None:
        if not fields.nth(1).is_visible():
            page.locator(".guide-tool summary").click()
        fields.nth(1).fill("\n".join(second))
    page.locator(".guide-tool__button[type=submit]").click()
    result = page.locator(".guide-tool__result")
    expect(result).to_be_visible()
    return result


@pytest.mark.parametrize("size", [NARROW, DESKTOP], ids=["320 pixels", "desktop"])
@pytest.mark.parametrize(("path", "title"), [(SWEDISH, "30 svar i en bild"), (ENGLISH, "30 answers in one picture")])
def test_thirty_participants_make_one_picture(visit: Open, size: dict[str, int], path: str, title: str) -> None:
    page = visit(size).go(path)
    result = show(page, MANY, [*STAFF, *MANAGERS])
    expect(result.get_by_role("heading").first).to_have_text(title)
    expect(result.get_by_role("heading").first).to_be_focused()
    expect(result.get_by_role("img")).to_have_count(1)
    overview = result.get_by_role("table", name=title)
    assert result.locator("circle").count() == sum(int(row.split()[-1]) for row in rows_of(overview))
    statements = result.locator(".guide-tool__parts")
    assert statements.locator("tbody").count() == 24
    numbers = [int(text) for text in statements.locator("tbody").first.locator("td").all_inner_texts()]
    assert sum(numbers) == 11, "the second measurement's answers, with those who do not know"
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    boxes = result.locator(".table-box").evaluate_all("all => all.map(box => box.scrollWidth - box.clientWidth)")
    assert boxes and max(boxes) <= 1


def rows_of(table: Locator) -> list[str]:
    return [row.inner_text() for row in table.get_by_role("row").all()[1:]]


def test_nothing_is_shown_of_four(visit: Open) -> None:
    page = visit(PHONE).go(SWEDISH)
    result = show(page, STAFF[:4])
    expect(result.get_by_role("heading")).to_have_text("För få koder")
    assert result.locator("svg, table").count() == 0
    result = show(page, STAFF[:5])
    assert result.get_by_role("img").count() == 1
    expect(result).to_contain_text("Ni är färre än 7")
    assert result.get_by_role("button", name="Skriv ut bilden").count() == 0, "five may see it, and not keep it"


def test_a_picture_that_tells_of_one_who_came_late_is_held(visit: Open) -> None:
    page = visit(PHONE).go(SWEDISH)
    show(page, MANY[:10])
    result = show(page, MANY[:11])
    expect(result.get_by_role("heading")).to_have_text("Bilden visas inte en gång till än")
    assert result.locator("svg, table").count() == 0
    expect(show(page, MANY[:15]).get_by_role("heading").first).to_have_text("15 svar i en bild")
    page.get_by_role("button", name="Töm").click()
    expect(show(page, MANY[:16]).get_by_role("heading").first).to_have_text("16 svar i en bild")


def test_wrong_doubled_and_old_codes_are_told_and_not_counted(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    result = show(page, [*MANY[:7], MANY[0].lower(), "HEJ", OLD])
    expect(result.get_by_role("heading")).to_have_text("Några koder gick inte att läsa")
    lines = result.get_by_role("listitem")
    expect(lines.nth(0)).to_contain_text("Koderna, rad 8")
    expect(lines.nth(0)).to_contain_text("står redan på rad 1 och räknas en gång")
    expect(lines.nth(1)).to_contain_text("rad 9: ”HEJ” är ingen kod. En kod har 20 tecken")
    expect(lines.nth(2)).to_contain_text("annan version")
    assert result.locator("svg, table").count() == 0
    result.get_by_role("button", name="Visa bilden utan dem").click()
    expect(result.get_by_role("heading").first).to_have_text("7 svar i en bild")


def test_what_can_be_read_is_counted_while_codes_are_typed(visit: Open) -> None:
    page = visit(PHONE).go(ENGLISH)
    expect(
        page.get_by_text("Codes that can be read: 0. It takes at least 5, and 7 or more are better.")
    ).to_be_visible()
    page.locator(".guide-tool textarea").first.fill(", ".join(MANY[:7]))
    expect(page.get_by_text("Codes that can be read: 7.", exact=True)).to_be_visible()
    expect(page.locator(".guide-tool__result")).to_be_hidden()


def test_codes_from_the_other_language_count_and_are_told_without_saying_whose(visit: Open) -> None:
    page = visit(PHONE).go(ENGLISH)
    result = show(page, MANY[:9])
    expect(result.get_by_role("heading").first).to_have_text("9 answers in one picture")
    expect(result).to_contain_text("Some codes come from the form in another language")


def test_managers_and_staff_are_apart_only_where_both_are_five(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    result = show(page, [*STAFF, *MANAGERS[:4]])
    expect(result).to_contain_text("Minst 5 chefer och 5 medarbetare")
    assert result.get_by_role("table", name="Chefer och medarbetare").count() == 0
    page.get_by_role("button", name="Töm").click()
    result = show(page, [*STAFF, *MANAGERS])
    table = result.get_by_role("table", name="Chefer och medarbetare")
    assert 2 <= table.get_by_role("row").count() <= 7
    page.emulate_media(media="print")
    expect(table).to_be_hidden()


def test_a_second_measurement_stands_beside_the_first(visit: Open) -> None:
    page = visit(DESKTOP).go(ENGLISH)
    result = show(page, STAFF, MANAGERS)
    table = result.get_by_role("table", name="Then and now")
    expect(table.get_by_role("row")).to_have_count(7)
    expect(table.get_by_role("row").nth(1)).to_contain_text("±")
    expect(table.get_by_role("row").nth(6)).to_contain_text("higher")
    assert result.get_by_role("img").locator("rect").count() > 20
    page.get_by_role("button", name="Clear").click()
    expect(show(page, STAFF, MANAGERS[:3])).to_contain_text("too few codes for a comparison: 3")


def test_nothing_is_sent_or_stored(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    asked: list[str] = []
    # The page's own files may come when it is scrolled; their addresses carry nothing along.
    page.on("request", lambda request: None if "/assets/" in request.url else asked.append(request.url))
    show(page, MANY)
    assert asked == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.get_by_role("button", name="Töm").click()
    expect(page.locator(".guide-tool textarea").first).to_have_value("")
    expect(page.locator(".guide-tool__result")).to_be_hidden()


def test_codes_are_gone_after_a_reload_and_the_way_back(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    show(page, MANY[:8])
    page.reload()
    expect(page.locator(".guide-tool textarea").first).to_have_value("")
    expect(page.get_by_text("Koder som går att läsa: 0.")).to_be_visible()
    show(page, MANY[:8])
    page.get_by_role("link", name="nulägesanalysen").first.click()
    expect(page.get_by_role("radiogroup").first).to_be_visible()
    page.go_back()
    read = "Koder som går att läsa: 8." if page.locator(".guide-tool textarea").first.input_value() else ": 0."
    expect(page.get_by_text(read)).to_be_visible()


def test_works_by_keyboard(visit: Open) -> None:
    page = visit(DESKTOP).go(ENGLISH)
    page.locator(".guide-tool textarea").first.focus()
    for code in STAFF:
        page.keyboard.type(code)
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Read codes with the camera")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("\n".join(MANAGERS))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show the picture")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".guide-tool__result").get_by_role("heading").first).to_have_text("6 answers in one picture")
    expect(page.get_by_role("table", name="Then and now")).to_be_visible()


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


def test_the_picture_is_two_pages_at_most_on_paper(visit: Open, tmp_path: Path) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    result = show(page, MANY, [*STAFF, *MANAGERS])
    page.evaluate("window.print = () => {}")
    result.get_by_role("button", name="Skriv ut bilden").click()
    page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
    with Pdf.open(tmp_path / "page.pdf") as pdf:
        assert 1 <= len(pdf.pages) <= 2


# Colours are those of the scheme and words those of the language: two pairs hold both of each.
@pytest.mark.parametrize(("path", "scheme"), [(SWEDISH, "light"), (ENGLISH, "dark")])
def test_axe_finds_nothing_in_any_state(visit: Open, scheme: str, path: str) -> None:
    page = visit(PHONE, color_scheme=scheme).go(path)
    for codes, second in (([], []), (["fel"], []), ([*STAFF, *MANAGERS], MANY)):
        show(page, codes, second)
        assert Axe().run(page, options=RULES).response["violations"] == [], codes


def test_its_script_is_small(site_dir: Path) -> None:
    (script,) = site_dir.glob("assets/js/group.*.js")
    assert len(gzip.compress(script.read_bytes())) < MOST_SCRIPT
