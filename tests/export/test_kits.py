"""Kits: what is in them, the first page, the order, cards on both sides, and the zip file."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from guide.export.downloads import file_name
from guide.export.handouts.content import Card, Heading, Paragraph, Run, Table, text_of_runs
from guide.export.handouts.layout import narrowest_answer
from guide.export.handouts.sheets import Sheet
from guide.export.kits.kit import Kit, read_kits
from guide.export.kits.package import write_kits
from guide.export.packages import write_packages
from guide.export.print.bundle import NOTES, kit_document, kit_foot
from guide.model.guide import Guide
from path_guides import build, path_guide

TABLE = Table(((Run("Question"),), (Run("Answer"),)), (((Run("Who?"),), ()),))
SHEET = Sheet(
    name="plan",
    title="Plan",
    language="en",
    page_title="New",
    site_name="Guide",
    address="https://example.org/l/plan/",
    date="",
    pages=1,
    copies=1,
    kits=("new",),
    blocks=(Paragraph((Run("One per person. Write clearly."),)), TABLE),
)
CARDS = replace(SHEET, name="cards", title="Cards", blocks=(Card((Heading(3, (Run("Card"),)),)),))
SHARED = replace(SHEET, name="evaluation", title="Evaluation", kits=("guide", "all"), blocks=(TABLE,))
SHEETS = [
    SHARED,
    CARDS,
    replace(SHEET, name="other", kits=("other",)),
    replace(SHEET, name="lent", title="Lent", kits=("other", "new")),
    replace(SHEET, language="sv"),
    SHEET,
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Guide, Path]:
    folder = tmp_path_factory.mktemp("kits")
    guide, site = path_guide(folder), folder / "site"
    build(guide, site)
    write_packages(guide, site)
    return guide, site


@pytest.fixture(scope="module")
def kit(made: tuple[Guide, Path]) -> Kit:
    return next(kit for kit in read_kits(made[0], SHEETS, made[1]) if kit.language == "en")


def test_a_kit_holds_the_running_order_its_own_sheets_those_of_others_and_cards_last(kit: Kit) -> None:
    assert (kit.name, kit.title) == ("new", "New")
    assert [sheet.name for sheet in kit.sheets] == ["running-order", "plan", "evaluation", "lent", "cards"]
    assert kit.address == "https://example.org/little/l/en/training-path-new/", "in the language of the kit"


def test_the_running_order_says_what_a_path_is_for_and_its_times(kit: Kit) -> None:
    order = kit.sheets[0]
    assert (order.title, order.pages) == ("Running order", 1)
    texts = [text_of_runs(each.runs) for each in order.blocks if isinstance(each, Heading | Paragraph)]
    assert texts == ["Lead with a link.", "Aim", "Aim.", "Time", "An hour.", "Bring", "A date."]


def rows(kit: Kit, pages: dict[str, int]) -> list[list[str]]:
    page = html.document_fromstring(kit_document(kit, pages))
    return [[cell.text_content() for cell in row.iter("td")] for row in page.xpath("//section[1]/table/tbody/tr")]


def test_the_first_page_lists_every_sheet_with_its_page(kit: Kit) -> None:
    numbers = {"running-order": 2, "plan": 3, "evaluation": 4, "lent": 5, "cards": 7, NOTES: 6}
    assert rows(kit, numbers) == [
        ["Running order", "", "2"],
        ["Plan", "One per person.", "3"],
        ["Evaluation", "", "4"],
        ["Lent", "One per person.", "5"],
        ["Notes", "", "6"],
        ["Cards", "Print on both sides.", "7"],
    ]


@pytest.mark.parametrize(
    ("pages", "has_notes"),
    [({}, False), ({"cards": 5}, False), ({"cards": 6}, True), ({"cards": 7, NOTES: 6}, True)],
)
def test_the_fronts_of_cards_begin_on_an_odd_page(kit: Kit, pages: dict[str, int], has_notes: bool) -> None:
    assert (f'id="{NOTES}"' in kit_document(kit, pages)) is has_notes


def test_every_sheet_has_its_title_and_goal_in_the_document(kit: Kit) -> None:
    page = html.document_fromstring(kit_document(kit, {}))
    assert (page.get("lang"), page.findtext(".//title")) == ("en", "New – everything to print")
    goals = [href[1:] for href in page.xpath("//section[1]/table//a/@href")]
    assert goals == page.xpath("//section/@id"), "in order"
    assert all(page.xpath(f"//section[@id='{name}']//h1") for name in goals)
    assert "both sides" in page.xpath("//section[1]/ol")[0].text_content()
    assert kit_foot(kit).startswith("<span>Little guide: New – everything to print · CC BY 4.0</span>")


def test_answers_are_measured() -> None:
    assert narrowest_answer([SHEET]) == pytest.approx(120)
    assert narrowest_answer([CARDS]) is None


def opened(kit: Kit, site: Path) -> tuple[dict[str, bytes], str]:
    (file,) = write_kits([kit], site)
    with zipfile.ZipFile(file) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    return held, held["READ ME FIRST.txt"].decode("utf-8-sig")


def test_the_zip_file_holds_what_there_is_and_says_so_first(made: tuple[Guide, Path], kit: Kit) -> None:
    site, few = made[1], replace(kit, sheets=(kit.sheets[0], SHEET))
    word = site / file_name("plan", "en", ".docx")
    word.write_bytes(b"word")
    held, text = opened(few, site)
    assert list(held) == ["READ ME FIRST.txt", "sheets/01-running-order.docx", "sheets/02-plan.docx"]
    assert held["sheets/02-plan.docx"] == b"word" and held["sheets/01-running-order.docx"].startswith(b"PK")
    assert "The PDF file has not been made" in text and "https://example.org/little/l/en/training-path-new/" in text
    pdf, whole, slides = (site / file_name("new", "en", suffix) for suffix in ("-kit.pdf", ".pdf", ".pptx"))
    for file in (pdf, whole, slides):
        file.write_bytes(file.name.encode())
    held, text = opened(few, site)
    assert list(held)[1:4] == ["new.pdf", "new-whole-text.pdf", "new.pptx"]
    assert held["new.pdf"] == b"new-en-kit.pdf" and "- new.pdf: everything on paper, in order\r\n" in text
    assert "not been made" not in text
    for file in (word, pdf, whole, slides):
        file.unlink()


def test_the_same_kit_gives_the_same_bytes(made: tuple[Guide, Path], kit: Kit) -> None:
    few = replace(kit, sheets=kit.sheets[:1])
    first = write_kits([few], made[1])[0].read_bytes()
    assert first == write_kits([few], made[1])[0].read_bytes()


def test_a_build_makes_the_kits_and_offers_them_on_the_page(made: tuple[Guide, Path]) -> None:
    guide, site = made
    write_packages(guide, site)
    assert (site / "downloads/new-sv-kit.zip").is_file()
    assert "new-sv-kit.zip" in (site / "utbildning/ny/index.html").read_text(encoding="utf-8")
