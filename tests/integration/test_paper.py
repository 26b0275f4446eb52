"""Handouts and slides of the guide itself, in every language: read back by the libraries, printed by a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pptx
import pytest
from docx.oxml.ns import qn

from guide.export.downloads import file_name
from guide.export.handouts.content import Block, Table
from guide.export.handouts.document import docx_of, locale_of
from guide.export.handouts.layout import WIDTH, column_widths, is_writable
from guide.export.handouts.sheets import SUFFIX, Sheet, read_sheets
from guide.export.kits.kit import RUNNING_ORDER, Kit, has_cards, read_kits
from guide.export.print.bundle import NOTES
from guide.export.print.finishing import pages_of_ids
from guide.export.print.printing import print_kits, print_sheets
from guide.export.slides import presentation
from guide.export.slides.decks import SUFFIX as DECK_SUFFIX
from guide.export.slides.decks import Presentation, read_decks
from guide.model.guide import Guide
from paper import is_grey, lowest, parted_headings
from visits import DESKTOP, Open

LEAST_WRITTEN = 0.38
"""How far down each page is written on at least."""
NARROWEST = 38
"""Millimetres of a column to write in: an answer of a few words by hand."""


@pytest.fixture(scope="module")
def sheets(guide: Guide, site_dir: Path) -> list[Sheet]:
    return read_sheets(guide, site_dir)


@pytest.fixture(scope="module")
def decks(guide: Guide, site_dir: Path) -> list[Presentation]:
    return read_decks(guide, site_dir)


def tables_in(blocks: tuple[Block, ...]) -> Iterator[Table]:
    return (block for block in blocks if isinstance(block, Table))


def test_both_languages_have_the_same_sheets_and_each_says_something(sheets: list[Sheet]) -> None:
    names = {code: [each.name for each in sheets if each.language == code] for code in ("sv", "en")}
    assert names["sv"] == names["en"] and len(names["sv"]) >= 28
    assert {"action-plan", "handover-card", "half-day-decision-list", "dilemma-cards"} <= set(names["sv"])
    assert {each.name: each.pages for each in sheets}["action-plan"] == 2
    assert all(each.blocks and each.title and each.address for each in sheets)


def test_answers_have_room(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        for table in tables_in(sheet.blocks):
            widths = column_widths(table)
            answers = [width for column, width in enumerate(widths) if is_writable(table, column)]
            assert all(width >= NARROWEST for width in answers), (sheet.name, widths)
            if answers and not is_writable(table, 0):
                assert widths[0] <= 0.35 * WIDTH, (sheet.name, widths)


def test_every_document_is_in_the_site_and_reads_as_its_sheet(sheets: list[Sheet], site_dir: Path) -> None:
    for sheet in sheets:
        file = site_dir / file_name(sheet.name, sheet.language, SUFFIX)
        assert file.read_bytes() == docx_of(sheet), "made twice, the same bytes"
        document = docx.Document(str(file))
        assert document.core_properties.language == locale_of(sheet.language)
        assert document.core_properties.title == sheet.title
        headings = [each.text for each in document.paragraphs if each.style and each.style.name.startswith("Heading")]
        assert headings[0] == sheet.title
        wanted = len(list(tables_in(sheet.blocks))) * sheet.copies
        assert len(document.tables) == wanted
        assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables)
        foot = document.sections[0].footer.paragraphs[0]
        assert sheet.address in [link.url for link in foot.hyperlinks]
        links = [link.address for each in document.paragraphs for link in each.hyperlinks]
        assert all(re.match(r"https?://", link) for link in links), links


def test_every_deck_is_in_the_site_and_every_slide_has_title_lines_and_notes(
    decks: list[Presentation], site_dir: Path
) -> None:
    assert {(deck.name, deck.language) for deck in decks} >= {
        (name, code)
        for name in ("half-day-for-management", "new-manager", "elected-politicians")
        for code in ("sv", "en")
    }
    for deck in decks:
        file = site_dir / file_name(deck.name, deck.language, DECK_SUFFIX)
        assert file.read_bytes() == presentation.pptx_of(deck), "made twice, the same bytes"
        made: Any = pptx.Presentation(str(file))
        assert made.core_properties.language == locale_of(deck.language)
        assert len(made.slides) == len(deck.slides) + 1 >= 4
        titles = [slide.shapes.title.text_frame.text for slide in made.slides]
        assert all(titles) and len(set(titles)) == len(titles)
        for slide in made.slides:
            assert 2 <= len(slide.placeholders[1].text_frame.paragraphs) <= 5
            assert len(slide.notes_slide.notes_text_frame.text) > 30


def test_each_page_offers_its_sheets_where_they_stand(sheets: list[Sheet], site_dir: Path) -> None:
    swedish = (site_dir / "kom-igang/handlingsplan/index.html").read_text(encoding="utf-8")
    assert 'href="../../downloads/action-plan-sv.docx" download' in swedish
    training = (site_dir / "en/training/index.html").read_text(encoding="utf-8")
    for sheet in sheets:
        if sheet.language == "en":
            assert f"downloads/{sheet.name}-en.docx" in training


@pytest.fixture(scope="module")
def printed(sheets: list[Sheet], tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Sheet]:
    folder = tmp_path_factory.mktemp("printed")
    # In a thread of its own: Playwright runs one event loop a thread, and the other tests' browser has this one's.
    with ThreadPoolExecutor(max_workers=1) as elsewhere:
        files = elsewhere.submit(lambda: print_sheets(sheets, folder)).result()
    return dict(zip(files, sheets, strict=True))


@pytest.mark.browser
def test_every_sheet_takes_the_pages_that_it_says(printed: dict[Path, Sheet]) -> None:
    for file, sheet in printed.items():
        with pikepdf.open(file) as pdf:
            assert len(pdf.pages) == sheet.pages, file.name
            assert pdf.Root.Lang == sheet.language and pdf.Root.MarkInfo.Marked
            width, height = (float(each) * 25.4 / 72 for each in pdf.pages[0].mediabox[2:])
            assert (round(width), round(height)) == (210, 297)


@pytest.mark.browser
def test_no_heading_is_parted_from_what_it_heads(printed: dict[Path, Sheet]) -> None:
    for file in printed:
        with pikepdf.open(file) as pdf:
            assert not parted_headings(pdf), file.name


@pytest.mark.browser
def test_no_page_is_nearly_empty_or_in_colour(printed: dict[Path, Sheet]) -> None:
    for file in printed:
        with pikepdf.open(file) as pdf:
            for number, page in enumerate(pdf.pages, 1):
                assert lowest(page) > LEAST_WRITTEN and is_grey(page), (file.name, number)


@pytest.fixture(scope="module")
def kits(
    guide: Guide, site_dir: Path, sheets: list[Sheet], tmp_path_factory: pytest.TempPathFactory
) -> dict[Path, Kit]:
    made, folder = read_kits(guide, sheets, site_dir), tmp_path_factory.mktemp("kits")
    with ThreadPoolExecutor(max_workers=1) as elsewhere:
        files = elsewhere.submit(lambda: print_kits(made, folder)).result()
    return dict(zip(files, made, strict=True))


@pytest.mark.browser
def test_every_path_and_workshop_has_a_kit_with_invitation_and_evaluation(kits: dict[Path, Kit]) -> None:
    names = {code: [kit.name for kit in kits.values() if kit.language == code] for code in ("sv", "en")}
    assert names["sv"] == names["en"] and len(names["sv"]) == 10
    for kit in kits.values():
        held = [sheet.name for sheet in kit.sheets]
        assert held[0] == RUNNING_ORDER and {"invitation", "evaluation"} < set(held), kit.name
    short = [kit.name for kit in kits.values() if any(each.name.endswith("thirty-minutes") for each in kit.sheets)]
    assert len(short) == 2 * 6, "the first session of each path without preparation, in both languages"


@pytest.mark.browser
def test_a_kit_prints_as_its_contents_say(kits: dict[Path, Kit]) -> None:
    """Each sheet begins where the first page says and takes its pages; cards begin on the front of a leaf."""
    for file, kit in kits.items():
        with pikepdf.open(file) as pdf:
            pages = pages_of_ids(file)
            wanted: dict[str, int] = {}
            number = 2
            for sheet in kit.sheets:
                if has_cards(sheet) and number % 2 == 0:
                    wanted[NOTES], number = number, number + 1
                wanted[sheet.name], number = number, number + sheet.pages
            assert pages == wanted and len(pdf.pages) == number - 1, file.name
            assert pdf.Root.Lang == kit.language and pdf.Root.MarkInfo.Marked, file.name


@pytest.mark.browser
def test_no_page_of_a_kit_is_nearly_empty_or_in_colour_and_no_heading_is_parted(kits: dict[Path, Kit]) -> None:
    for file in kits:
        with pikepdf.open(file) as pdf:
            assert not parted_headings(pdf), file.name
            for number, page in enumerate(pdf.pages, 1):
                assert lowest(page) > LEAST_WRITTEN and is_grey(page), (file.name, number, lowest(page))


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["/kom-igang/handlingsplan/", "/en/training/new-manager/", "/utbildning/regelrensning/"]
)
def test_a_page_that_is_printed_itself_keeps_headings_with_tables_and_gives_room(visit: Open, path: str) -> None:
    page = visit({**DESKTOP, "width": 680}).go(path)
    page.emulate_media(media="print")
    parted = page.evaluate(
        """() => [...document.querySelectorAll('.table-box')].map(box => {
            let above = box.previousElementSibling
            while (above && !above.matches('h2, h3')) {
                if (above.matches('.table-box')) return ''
                if (getComputedStyle(above).display !== 'none' && getComputedStyle(above).breakAfter !== 'avoid')
                    return above.textContent.slice(0, 40)
                above = above.previousElementSibling
            }
            return above && getComputedStyle(above).breakAfter !== 'avoid' ? above.textContent : ''
        }).filter(Boolean)"""
    )
    assert parted == []
    labels = page.evaluate(
        """() => [...document.querySelectorAll('table:has(td:nth-child(2):last-child:empty)')].map(table =>
            table.querySelector('th').offsetWidth / table.offsetWidth)"""
    )
    assert labels and max(labels) <= 0.35
    assert page.locator(".guide-downloads:visible").count() == 0
