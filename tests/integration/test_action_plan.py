"""The action plan as readers use it: written, kept, saved and opened, taken along, on paper and without a script."""

from __future__ import annotations

import csv
import gzip
import io
import re
from datetime import date
from pathlib import Path

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar
from pikepdf import Pdf
from playwright.sync_api import Locator, Page, expect

from visits import DESKTOP, PHONE, RULES, STORE_FAILS, Open, fail_to_store, keep_before, until

pytestmark = pytest.mark.browser

SWEDISH, ENGLISH = "/verktyg/handlingsplan/", "/en/tools/action-plan/"
KEY = "/.guide-action-plan"
MOST_SCRIPT = 12_000
"""Bytes (gzip) of the tool's own script; 25 000 are what a tool may have before anything is taken along."""
FILLED = {
    "q-goal": "De som söker får besked snabbare; och förstår, allt.",
    "q-today": "=31 dagar",
    "stop-1-what": "Chefens läsning av varje enkelt beslut",
    "stop-1-who": "Noor",
    "stop-1-by": "2027-04-01",
    "try-1-what": "Ringer inom två dagar\nSvarar på “frågor” & <b>",
    "try-1-by": "2027-04-15",
    "milestones-1-by": "2027-07-01",
    "milestones-1-holds": "Handläggarna beslutar själva i de tre ärendetyperna, " + "åäö " * 20,
    "milestones-2-holds": "Utan dag",
    "follow-up": "2027-02-28",
}


def field(page: Page, name: str) -> Locator:
    return page.locator(f"[name='{name}']")


def fill(page: Page, fields: dict[str, str] | None = None) -> None:
    for name, value in (fields or FILLED).items():
        field(page, name).fill(value)


def show(page: Page) -> Locator:
    page.locator(".guide-plan .guide-tool__button[type=submit]").click()
    result = page.locator(".guide-tool__result")
    expect(result).to_be_visible()
    return result


def taken(page: Page, button: str) -> tuple[str, Path]:
    """What a button hands over: the name of the file, and the file."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path())


def opened(page: Page, file: Path | dict[str, object], button: str = "Öppna en sparad plan") -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=button).click()
    chooser.value.set_files(file)  # type: ignore[arg-type]


def as_file(text: str | bytes, name: str = "plan.json") -> dict[str, object]:
    return {"name": name, "mimeType": "application/json", "buffer": text.encode() if isinstance(text, str) else text}


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(("path", "heading"), [(SWEDISH, "Vi slutar med"), (ENGLISH, "We stop")])
def test_what_is_filled_in_becomes_a_plan_to_read(visit: Open, size: dict[str, int], path: str, heading: str) -> None:
    page = visit(size).go(path)
    fill(page)
    result = show(page)
    expect(result.get_by_role("heading").first).to_be_focused()
    expect(result.get_by_role("heading", name=heading)).to_be_visible()
    assert result.get_by_role("table").count() == 4
    expect(result.get_by_role("table").nth(1).get_by_role("row").nth(1)).to_contain_text("Noor")
    expect(result).to_contain_text("<b>")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    for table in result.locator(".table-box").all():
        assert table.evaluate("box => box.scrollWidth <= box.clientWidth + 1"), "the table fits its box"


def test_an_empty_plan_and_one_without_days_say_so(visit: Open) -> None:
    page = visit(PHONE).go(SWEDISH)
    expect(show(page)).to_contain_text("Planen är tom")
    fill(page, {"q-goal": "Snabbare besked"})
    show(page)
    page.get_by_role("button", name="Kalender").click()
    expect(page.get_by_text("Det finns inga datum att lägga i kalendern")).to_be_visible()


def test_suggestions_fill_empty_rows_and_never_written_ones(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    page.locator("[data-dimension=leadership] summary").click()
    field(page, "try-1-what").fill("Vårt eget")
    buttons = page.locator("[data-dimension=leadership]").get_by_role("button", name="Lägg till i planen")
    buttons.nth(1).click()
    expect(page.get_by_text("Tillagt på rad 2")).to_be_visible()
    expect(field(page, "try-2-what")).to_have_value(re.compile("^Varje chef skriver ner tio beslut"))
    expect(field(page, "try-2-sign")).to_have_value("Beslut utan godkännande")
    buttons.nth(0).click()
    buttons.nth(2).click()
    expect(page.get_by_text("Alla tre raderna")).to_be_visible()
    expect(field(page, "try-1-what")).to_have_value("Vårt eget")


def test_low_parts_of_the_assessment_lead_to_their_suggestions(visit: Open) -> None:
    page = visit(DESKTOP).go("/verktyg/nulagesanalys/")
    for number, group in enumerate(page.get_by_role("radiogroup").all()):
        group.locator(f"input[value='{1 if 4 <= number < 8 else 4}']").check()
    page.get_by_role("button", name="Visa profilen").click()
    page.get_by_role("link", name="Ta med det till handlingsplanen").click()
    page.wait_for_url("**/verktyg/handlingsplan/#from=leadership")
    assert page.locator("details[data-dimension][open]").evaluate_all(
        "all => all.map(one => one.dataset.dimension)"
    ) == ["leadership"]
    expect(page.get_by_text("det som låg lågt i nulägesanalysen: Ledarskap.")).to_be_visible()


@pytest.mark.parametrize("asked", ["#from=", "#from=<img src=x>,nobody", "#from=%", "#from"])
def test_anything_may_stand_in_the_address(visit: Open, asked: str) -> None:
    page = visit(DESKTOP).go(SWEDISH + asked)
    expect(page.get_by_role("button", name="Visa planen")).to_be_visible()
    assert page.locator("details[data-dimension][open]").count() == 0


def test_works_by_keyboard(visit: Open) -> None:
    page = visit(DESKTOP).go(ENGLISH)
    page.locator("[data-dimension=culture] summary").focus()
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.locator("[data-dimension=culture]").get_by_role("button").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Added as row 1")).to_be_visible()
    field(page, "follow-up").focus()
    page.keyboard.type("02282027" if page.evaluate("navigator.language") == "en-US" else "20270228")
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "submit":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".guide-tool__result").get_by_role("table")).to_have_count(1)


# What is kept, saved and opened ---------------------------------------------


def test_nothing_is_sent_or_kept_unless_asked_for(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "favicon" not in request.url else None)
    before = page.url
    fill(page)
    show(page)
    for button in ("Word", "Markdown", "Kalkylblad", "Kalender", "Spara som fil"):
        taken(page, button)
    own = ("blob:", f"{page.url.partition(SWEDISH)[0]}/assets/js/scrolled.")
    assert [url for url in asked if not url.startswith(own)] == [], "only what every page loads when it is scrolled"
    assert page.url == before
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


def test_a_plan_is_kept_when_asked_for_and_gone_when_not(visit: Open) -> None:
    page = visit(PHONE).go(SWEDISH)
    keep = page.get_by_label("Spara planen i den här webbläsaren")
    fill(page)
    keep.check()
    expect(page.get_by_text("Planen sparas i den här webbläsaren")).to_be_visible()
    field(page, "q-area").fill("Bygglov")
    page.reload()
    expect(page.get_by_text("Din sparade plan är tillbaka.")).to_be_visible()
    for name, value in {**FILLED, "q-area": "Bygglov"}.items():
        expect(field(page, name)).to_have_value(value.strip())
    page.goto(page.url.replace("handlingsplan/", ""))
    page.go_back()
    expect(field(page, "q-area")).to_have_value("Bygglov")
    keep.uncheck()
    assert page.evaluate("localStorage.length") == 0
    field(page, "q-area").fill("")
    page.reload()
    expect(field(page, "q-goal")).to_have_value("")


def test_leaving_a_plan_that_is_nowhere_saved_is_asked_about(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == [], "nothing is filled in"
    field(page, "q-goal").click()
    page.keyboard.type("Snabbare besked")
    page.reload()
    assert asked == ["beforeunload"]
    field(page, "q-goal").click()
    page.keyboard.type("Snabbare besked")
    taken(page, "Spara som fil")
    page.reload()
    assert asked == ["beforeunload"], "it is saved as a file"


def test_a_saved_file_is_opened_again_in_either_language(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    fill(page)
    name, file = taken(page, "Spara som fil")
    assert re.fullmatch(r"handlingsplan-\d{4}-\d\d-\d\d\.json", name)
    other = visit(PHONE).go(ENGLISH)
    opened(other, file, "Open a saved plan")
    expect(other.get_by_text("The plan in the file is open.")).to_be_visible()
    for key, value in FILLED.items():
        expect(field(other, key)).to_have_value(value.strip())
    other.once("dialog", lambda dialog: dialog.dismiss())
    field(other, "q-goal").fill("Mine")
    opened(other, file, "Open a saved plan")
    expect(field(other, "q-goal")).to_have_value("Mine")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "ingen handlingsplan"),
        ('{"tool":"decision-map","version":1}', "ett annat verktyg"),
        ('{"tool":"action-plan","version":99,"fields":{}}', "en annan version"),
        (b"\xff\xfe\x00", "gick inte att läsa"),
        ("x" * 300_001, "för stor"),
    ],
    ids=["damaged", "other tool", "other version", "no text", "too big"],
)
def test_a_file_that_is_no_plan_says_why_and_changes_nothing(visit: Open, content: str | bytes, says: str) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    fill(page, {"q-goal": "Kvar"})
    opened(page, as_file(content))
    expect(page.get_by_text(says)).to_be_visible()
    expect(field(page, "q-goal")).to_have_value("Kvar")


@pytest.mark.parametrize("value", ["{", "null", '{"tool":"action-plan","version":99,"fields":{}}'])
def test_a_damaged_value_is_told_and_thrown_away(visit: Open, value: str) -> None:
    made = visit(DESKTOP)
    keep_before(made.page, KEY, value)
    page = made.go(SWEDISH)
    expect(page.get_by_text("gick inte att läsa, så planen är tom")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize(("error", "says"), STORE_FAILS)
def test_a_store_that_is_full_or_closed_is_told(visit: Open, error: str, says: str) -> None:
    made = visit(DESKTOP)
    fail_to_store(made.page, error)
    page = made.go(SWEDISH)
    fill(page, {"q-goal": "Kvar"})
    page.get_by_label("Spara planen").click()
    expect(page.get_by_text(says)).to_be_visible()
    expect(page.get_by_label("Spara planen")).not_to_be_checked()
    expect(field(page, "q-goal")).to_have_value("Kvar")


def test_two_tabs_do_not_overwrite_each_other_in_silence(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go(SWEDISH)
    page.get_by_label("Spara planen").check()
    fill(page, {"q-goal": "Först"})
    until(page, f"(localStorage.getItem({KEY!r}) ?? '').includes('Först')")
    other = page.context.new_page()
    other.goto(made.base + SWEDISH)
    fill(other, {"q-goal": "Sedan"})
    expect(page.get_by_text("Planen har ändrats i en annan flik")).to_be_visible()
    expect(page.get_by_label("Spara planen")).not_to_be_checked()
    fill(page, {"q-area": "Här"})
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(field(page, "q-goal")).to_have_value("Sedan")
    expect(field(page, "q-area")).to_have_value("")


def test_start_over_takes_everything_away_once_confirmed(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    fill(page)
    page.get_by_label("Spara planen").check()
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Börja om").click()
    expect(field(page, "stop-1-who")).to_have_value("Noor")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Börja om").click()
    expect(field(page, "stop-1-who")).to_have_value("")
    expect(field(page, "q-goal")).to_be_focused()
    assert page.evaluate("localStorage.length") == 0


# What is taken along --------------------------------------------------------


def test_a_word_file_is_what_word_reads(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    fill(page)
    show(page)
    name, file = taken(page, "Word")
    assert re.fullmatch(r"handlingsplan-\d{4}-\d\d-\d\d\.docx", name)
    expect(page.get_by_text(f"Filen {name} är sparad")).to_be_visible()
    document = docx.Document(io.BytesIO(file.read_bytes()))
    assert document.core_properties.title == "Handlingsplan"
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings == ["Mål och område", "Vi slutar med", "Vi försöker", "Milstolpar"]
    assert [cell.text for cell in document.tables[1].rows[1].cells] == [
        *("Chefens läsning av varje enkelt beslut", "Noor", "2027-04-01", "")
    ]
    assert document.tables[2].rows[1].cells[0].text == FILLED["try-1-what"]
    assert all(table.rows[0]._tr.trPr.xpath("w:tblHeader") for table in document.tables)


def test_a_calendar_file_holds_the_milestones_and_the_next_reading(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    fill(page)
    show(page)
    name, file = taken(page, "Kalender")
    assert name.endswith(".ics")
    found = Calendar.from_ical(file.read_bytes())
    events = {str(each["UID"]).partition("-")[2]: each for each in found.walk("VEVENT")}
    days = [each["DTSTART"].dt for each in events.values()]
    assert days == [date(2027, 7, 1), date(2027, 2, 28)]
    assert [each["DTEND"].dt for each in events.values()] == [date(2027, 7, 2), date(2027, 3, 1)]
    first = next(iter(events.values()))
    assert str(first["SUMMARY"]) == f"Milstolpe: {FILLED['milestones-1-holds'].strip()}"
    assert str(first["DESCRIPTION"]) == f"{FILLED['milestones-1-holds'].strip()}\n\n{FILLED['q-goal']}"
    _, again = taken(page, "Kalender")
    uids = [str(each["UID"]) for each in Calendar.from_ical(again.read_bytes()).walk("VEVENT")]
    assert uids == [str(each["UID"]) for each in events.values()], "a calendar sees the same events"


@pytest.mark.parametrize(("path", "button", "separator"), [(SWEDISH, "Kalkylblad", ";"), (ENGLISH, "Spreadsheet", ",")])
def test_a_csv_file_opens_in_the_readers_spreadsheet_and_runs_nothing(
    visit: Open, path: str, button: str, separator: str
) -> None:
    page = visit(DESKTOP).go(path)
    fill(page)
    show(page)
    _, file = taken(page, button)
    assert file.read_bytes().startswith("\ufeff".encode())
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig")), delimiter=separator))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert "'=31 dagar" in cells
    assert FILLED["try-1-what"].replace("\n", "\r\n") in cells or FILLED["try-1-what"] in cells


def test_markdown_holds_the_whole_plan(visit: Open) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    fill(page)
    show(page)
    _, file = taken(page, "Markdown")
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Handlingsplan\n\n## Mål och område\n\n| Fråga | Svar |\n| --- | --- |\n")
    assert "| Chefens läsning av varje enkelt beslut | Noor | 2027-04-01 |  |" in text
    assert "Ringer inom två dagar<br>Svarar" in text


# On paper, without a script, and for everybody ------------------------------


def test_the_form_can_be_filled_in_and_printed_without_a_script(visit: Open) -> None:
    page = visit(PHONE, java_script_enabled=False).go(SWEDISH)
    fill(page, {"q-goal": "Snabbare besked", "follow-up": "2027-02-28"})
    expect(page.get_by_role("button", name="Visa planen")).to_have_count(0)
    page.locator("[data-dimension=culture] summary").click()
    expect(page.locator("[data-dimension=culture] a").first).to_be_visible()


@pytest.mark.parametrize("path", [SWEDISH, ENGLISH])
@pytest.mark.parametrize("part", ["form", "result"])
def test_form_and_plan_are_two_pages_each_on_paper(visit: Open, path: str, part: str, tmp_path: Path) -> None:
    page = visit(DESKTOP).go(path)
    if part == "result":
        for each in page.locator(".guide-plan :is(textarea, input[type=text])").all():
            each.fill("Handläggaren ringer den sökande inom två dagar")
        for each in page.locator(".guide-plan input[type=date]").all():
            each.fill("2027-04-15")
    page.locator(".guide-plan .guide-tool__button[type=submit]").click()
    page.evaluate("window.print = () => {}")
    names = {"form": r"Skriv ut blanketten|Print the form", "result": r"Skriv ut planen|Print the plan"}
    page.get_by_role("button", name=re.compile(names[part])).click()
    page.emulate_media(media="print")
    expect(page.locator("#how-to-use")).to_be_hidden()
    expect(page.locator(".guide-plan" if part == "form" else ".guide-tool__result")).to_be_visible()
    page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
    with Pdf.open(tmp_path / "page.pdf") as pdf:
        assert len(pdf.pages) <= 2


# Colours are those of the scheme and words those of the language: two pairs hold both of each.
@pytest.mark.parametrize(("path", "scheme"), [(SWEDISH, "light"), (ENGLISH, "dark")])
def test_axe_finds_nothing_in_any_state(visit: Open, scheme: str, path: str) -> None:
    page = visit(PHONE, color_scheme=scheme).go(path + "#from=culture")
    for filled in ({}, FILLED):
        fill(page, filled) if filled else None
        show(page)
        assert Axe().run(page, options=RULES).response["violations"] == [], bool(filled)


def test_its_files_are_small_and_loaded_only_there(visit: Open, site_dir: Path) -> None:
    page = visit(DESKTOP).go(SWEDISH)
    (script,) = site_dir.glob("assets/js/action-plan.*.js")
    assert len(gzip.compress(script.read_bytes())) < MOST_SCRIPT
    assert page.locator("script[src*='/action-plan.'], link[href*='/tools.']").count() == 2
    assert visit(DESKTOP).go("/verktyg/").locator("script[src*='/action-plan.']").count() == 0
