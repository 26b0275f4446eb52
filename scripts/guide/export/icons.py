"""The guide's mark as pictures, for tabs, bookmarks and home screens that take no SVG.

What lives here: drawing it and writing it into the site. What does not: the mark itself
(``docs/assets/img/favicon.svg``), whose measures are repeated here, and the manifest that names the pictures
(``fixed_places.py``).
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

FAVICON, TOUCH_ICON = "favicon.ico", "apple-touch-icon.png"
"""Where browsers ask for them without being told."""
SIZES = (192, 512)
"""Pixels of the pictures that the manifest names."""
_GROUND, _WHITE, _SUN = "#0b4a45", "#fff", "#f6c667"
_FINE = 4
"""How much larger it is drawn than shown: Pillow smooths no edge by itself."""
_IN_TABS = (16, 32, 48)
_TOUCH = 180


def icon_file(size: int) -> str:
    """Give where the picture of a size stands in the site."""
    return f"assets/img/icon-{size}.png"


def write_icons(site_dir: Path) -> None:
    """Write every picture into a built site."""
    (site_dir / FAVICON).write_bytes(_in_tabs())
    (site_dir / TOUCH_ICON).write_bytes(icon(_TOUCH))
    for size in SIZES:
        target = site_dir / icon_file(size)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(icon(size))


@cache
def icon(size: int) -> bytes:
    """Draw the mark on a full square as PNG: the systems that show it cut the corners as they like."""
    out = io.BytesIO()
    # Few colours, as many steps between them as an eye can tell.
    _drawn(size, is_round=False).convert("RGB").quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


@cache
def _in_tabs() -> bytes:
    out = io.BytesIO()
    first, *others = (_drawn(size, is_round=True) for size in reversed(_IN_TABS))
    first.save(out, "ICO", sizes=[(size, size) for size in _IN_TABS], append_images=others)
    return out.getvalue()


def _drawn(size: int, *, is_round: bool) -> Image.Image:
    scale = size * _FINE / 32
    image = Image.new("RGBA", (size * _FINE, size * _FINE))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, *(length - 1 for length in image.size)), 7 * scale if is_round else 0, _GROUND)
    # In units of the mark: where each ring's centre is; the second opens where it meets the first.
    for (x, y), colour, (start, end) in (((12, 16), _WHITE, (0, 360)), ((19.96, 16.49), _SUN, (243, 491))):
        box = [scale * each for each in (x - 8, y - 8, x + 8, y + 8)]
        draw.arc(box, start, end, colour, round(3 * scale))
    return image.resize((size, size), Image.Resampling.LANCZOS)
