"""The pictures of link cards: their size, that they are the same whenever they are drawn, that all is written."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from guide.addresses.cards import HEIGHT, WIDTH
from guide.export import cards
from guide.model.guide import Guide
from guides import read

TEXT = "Åtta fallgropar – ’tidiga’ tecken ö é ø"


def drawn(title: str, about: str = "Om något.") -> Image.Image:
    return Image.open(io.BytesIO(cards.picture("Guiden", title, about))).convert("RGB")


def test_one_for_each_section_and_language_is_written(tmp_path: Path) -> None:
    cards.write_pictures(read(tmp_path / "guide"), tmp_path / "site")
    found = {file.name for file in (tmp_path / "site/assets/cards").iterdir()}
    assert found == {f"{name}-{code}.png" for name in ("start", "steps", "faq") for code in ("sv", "en")}


def test_the_same_words_give_the_same_bytes() -> None:
    first = cards.picture("Guiden", "Steg", "Om steg.")
    cards.picture.cache_clear()
    assert cards.picture("Guiden", "Steg", "Om steg.") == first
    assert first != cards.picture("Guiden", "Steps", "Om steg.")
    assert drawn("Steg").size == (WIDTH, HEIGHT) == (1200, 630)
    assert len(first) < 40_000


def test_every_letter_is_in_the_font() -> None:
    font = cards._font("bold", 40)
    missing = bytes(font.getmask("\N{HANGUL SYLLABLE GA}"))
    assert [letter for letter in TEXT if bytes(font.getmask(letter)) == missing] == []


def test_the_longest_texts_of_the_guide_stay_on_the_picture(guide: Guide) -> None:
    """The last rows of pixels have the ground's colours only: nothing is written over the edge."""
    for front in cards.section_pages(guide):
        image = drawn(front.title, front.front.text("description"))
        left = image.crop((0, HEIGHT - 24, 800, HEIGHT))
        assert left.getcolors() == [(24 * 800, (11, 74, 69))], front.file


@pytest.mark.parametrize("title", ["Tillitsbaserad styrning i kommuner, regioner och statliga myndigheter", "Kort"])
def test_lines_have_room(title: str) -> None:
    font = cards._font("bold", 54)
    assert all(font.getlength(line) <= cards._ROOM for line in cards._lines(title, font))
