"""The pictures of link cards: one for each section and language, drawn at build.

What lives here: drawing them and writing them into the site. What does not: which picture a page's card shows
(``addresses/cards.py``).

The letters are Lato, which the MkDocs package brings along for a theme of its own (SIL Open Font License): nothing is
fetched, and no font of the machine's is used, so that the picture is the same wherever it is drawn.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from guide.addresses.cards import HEIGHT, WIDTH, picture_file, section_pages
from guide.model.guide import Guide

_GROUND, _WHITE, _SUN, _RINGS = "#0b4a45", "#fff", "#f6c667", ("#2c625e", "#33604c")
"""The colours of the start page; those of the rings are white and sun, paled on the ground."""
_FONTS = "themes/readthedocs/css/fonts"
_MARGIN, _ROOM = 80, 900
"""Around all that is written, and its width: the rings stand to the right of it."""
_FINE = 4
"""How much larger the rings are drawn than shown: Pillow smooths no edge by itself."""


def write_pictures(guide: Guide, site_dir: Path) -> None:
    """Write the pictures that cards ask for into a built site."""
    for front in section_pages(guide):
        target = site_dir / picture_file(front)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(picture(guide.settings.site_name, front.title, front.front.text("description")))


@cache
def picture(name: str, title: str, about: str) -> bytes:
    """Draw one as PNG: what the site is called, the section, and what it is about. The same words, the same bytes."""
    image = _ground().copy()
    draw = ImageDraw.Draw(image)
    draw.text((_MARGIN + 92, 108), name, _WHITE, _font("bold", 42), anchor="lm")
    size = next((size for size in (88, 76, 64) if len(_lines(title, _font("bold", size))) <= 2), 54)
    foot = _written(draw, _lines(title, _font("bold", size)), 190, _font("bold", size), size * 1.14)
    draw.rectangle((_MARGIN, foot + 40, _MARGIN + 120, foot + 47), _SUN)
    _written(draw, _lines(about, _font("normal", 37)), foot + 72, _font("normal", 37), 50)
    out = io.BytesIO()
    # A picture of few colours: a fifth of the size, and nobody sees the difference.
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


@cache
def _ground() -> Image.Image:
    """Draw what all have in common."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _GROUND)
    image.paste(_rings(_RINGS, 560), (WIDTH - 400, HEIGHT - 430))
    image.paste(_rings((_WHITE, _SUN), 84), (_MARGIN - 8, 66))
    return image


@cache
def _palette() -> Image.Image:
    """Give the colours: each that is used, and steps from one to the next for what lies between at an edge."""
    ends = ((_GROUND, _WHITE), (_GROUND, _SUN), (_GROUND, _RINGS[0]), (_GROUND, _RINGS[1]), _RINGS)
    parts = [(ImageColor.getrgb(one), ImageColor.getrgb(other)) for one, other in (*ends, (_RINGS[0], _WHITE))]
    steps = [
        round(start + (end - start) * step / 39)
        for one, other in parts
        for step in range(40)
        for start, end in zip(one[:3], other[:3], strict=True)
    ]
    palette = Image.new("P", (1, 1))
    palette.putpalette(steps)
    return palette


def _written(
    draw: ImageDraw.ImageDraw, lines: Sequence[str], top: float, font: ImageFont.FreeTypeFont, height: float
) -> float:
    """Write lines below each other; give the line that the last stands on."""
    for number, line in enumerate(lines, 1):
        draw.text((_MARGIN, top + number * height - 0.22 * font.size), line, _WHITE, font, anchor="ls")
    return top + len(lines) * height - 0.22 * font.size


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Break a text between its words into lines that have room."""
    made: list[str] = []
    for word in text.split():
        joined = f"{made[-1]} {word}" if made else word
        if made and font.getlength(joined) <= _ROOM:
            made[-1] = joined
        else:
            made.append(word)
    return made


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    file = files("mkdocs") / _FONTS / f"lato-{weight}.woff"
    # The plain layout is in every build of Pillow; the other is a library that some lack, and breaks lines elsewhere.
    return ImageFont.truetype(io.BytesIO(file.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC)


def _rings(colours: tuple[str, str], size: int) -> Image.Image:
    """Draw the two rings of the guide's mark (``docs/assets/img/logo.svg``), a square of ``size``."""
    scale = size * _FINE / 32
    image = Image.new("RGB", (size * _FINE, size * _FINE), _GROUND)
    draw = ImageDraw.Draw(image)
    # In units of the mark: centres, radius and stroke; the second ring opens where it meets the first.
    for (x, colour), (start, end) in zip(((11.5, colours[0]), (20.5, colours[1])), ((0, 360), (247, 484)), strict=True):
        box = [scale * each for each in (x - 9.6, 16 - 9.6, x + 9.6, 16 + 9.6)]
        draw.arc(box, start, end, colour, round(3.2 * scale))
    return image.resize((size, size), Image.Resampling.LANCZOS)
