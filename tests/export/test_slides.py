"""Slides: what stands on them, what the facilitator says, and the PowerPoint file of them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.util import Mm

from guide.export.packages import write_packages
from guide.export.slides.decks import Presentation, read_decks
from guide.export.slides.presentation import SMALLEST, pptx_of
from guide.model.guide import Guide
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from path_guides import build, path_guide

DECK = """\
- page: training/path-new.md
  slides:
    - see: step-1
      item: 2
      sv: {title: Gör, lines: [Ett, Två]}
      en: {title: Do, lines: [One, Two]}
    - see: discuss
      sv: {title: Prata, lines: [Först?]}
      en: {title: Talk, lines: [First?]}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Guide, Path]:
    folder = tmp_path_factory.mktemp("slides")
    path_guide(folder)
    (folder / "data" / "slides.yml").write_text(DECK, encoding="utf-8")
    guide = read_guide(load_settings(folder / "mkdocs.yml"))
    build(guide, folder / "site")
    return guide, folder / "site"


@pytest.fixture(scope="module")
def decks(made: tuple[Guide, Path]) -> list[Presentation]:
    return read_decks(*made)


def opened(deck: Presentation) -> Any:
    return pptx.Presentation(io.BytesIO(pptx_of(deck)))


def test_slides_are_read_with_the_page_s_own_text_as_notes(decks: list[Presentation]) -> None:
    assert [(deck.name, deck.language, deck.title) for deck in decks] == [
        ("new", "en", "New: one & all"),
        ("new", "sv", "Ny: one & all"),
    ]
    first, second = decks[0].slides
    assert (first.title, first.lines) == ("Do", ("One", "Two"))
    assert first.notes == "One & only\nDo: elsewhere, or here."
    assert second.notes.split("\n") == ["Discuss", "1. First?", "2. Second < third?"]


def test_every_slide_has_its_title_lines_and_notes(decks: list[Presentation]) -> None:
    english = opened(decks[0])
    assert [slide.shapes.title.text_frame.text for slide in english.slides] == ["New: one & all", "Do", "Talk"]
    assert english.slides[1].placeholders[1].text_frame.text == "One\nTwo"
    assert [slide.notes_slide.notes_text_frame.text for slide in english.slides] == [
        "Lead with a link.",
        "One & only\nDo: elsewhere, or here.",
        "Discuss\n1. First?\n2. Second < third?",
    ]


def test_slides_are_wide_and_say_their_language_and_where_they_come_from(decks: list[Presentation]) -> None:
    english, swedish = (opened(deck) for deck in decks)
    assert english.slide_width / english.slide_height == pytest.approx(16 / 9, abs=0.001)
    assert english.slide_width == Mm(338.67)
    properties = english.core_properties
    assert (properties.title, properties.language) == ("New: one & all", "en-GB")
    for deck, language in ((english, "en-GB"), (swedish, "sv-SE")):
        texts = [each for slide in deck.slides for shape in slide.shapes for each in shape._element.iter("{*}rPr")]
        texts += [each for slide in deck.slides for each in slide.notes_slide._element.iter("{*}rPr")]
        assert {each.get("lang") for each in texts} == {language}
    frame = english.slides[0].placeholders[1].text_frame
    assert frame.paragraphs[1].runs[0].hyperlink.address == "https://example.org/little/l/en/training-path-new/"


def test_no_text_is_small(decks: list[Presentation]) -> None:
    """From the master down: what a slide does not say itself it takes from there."""
    made = opened(decks[0])
    sheets = [made.slide_master, *made.slide_layouts, *made.slides]
    sizes = {
        int(run.get("sz"))
        for sheet in sheets
        for name in ("defRPr", "rPr", "endParaRPr")
        for run in sheet._element.iter(f"{{*}}{name}")
        if run.get("sz") and not any("otherStyle" in parent.tag for parent in run.iterancestors())
    }
    assert min(sizes) >= SMALLEST * 100
    names = {shape.name for sheet in (made.slide_master, *made.slide_layouts) for shape in sheet.placeholders}
    assert not [name for name in names if "Date" in name or "Number" in name or "Footer" in name]


def test_the_same_deck_gives_the_same_bytes(decks: list[Presentation]) -> None:
    assert pptx_of(decks[0]) == pptx_of(decks[0])


def test_the_page_lists_its_slides(made: tuple[Guide, Path]) -> None:
    guide, site = made
    assert {file.name for file in write_packages(guide, site)} >= {"new-sv.pptx", "new-en.pptx"}
    assert 'href="../../../downloads/new-en.pptx"' in (site / "en/training/new/index.html").read_text(encoding="utf-8")
