"""What a camera sees, as a file that Chromium plays in place of one: QR codes, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import segno

WIDTH, HEIGHT, SCALE = 320, 240, 6
_FRAMES = 8
"""Frames that each code is held for, at ten a second."""
_PAPER, _INK, _GREY = b"\xd8", b"\x28", b"\x80"


def film_of(texts: Sequence[str], path: Path) -> Path:
    """Write a film (YUV4MPEG2) in which the texts are held up as QR codes, in turn; "" is nothing."""
    chroma = _GREY * (WIDTH * HEIGHT // 2)
    with path.open("wb") as film:
        film.write(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n".encode())
        for text in texts:
            film.write((b"FRAME\n" + _picture(text) + chroma) * _FRAMES)
    return path


def _picture(text: str) -> bytes:
    rows = [_PAPER * WIDTH] * HEIGHT
    if text:
        cells = [
            b"".join((_INK if cell else _PAPER) * SCALE for cell in row) for row in segno.make(text, micro=False).matrix
        ]
        left, top = (WIDTH - len(cells[0])) // 2, (HEIGHT - len(cells) * SCALE) // 2
        for number, row in enumerate(cells):
            line = _PAPER * left + row + _PAPER * (WIDTH - left - len(row))
            rows[top + number * SCALE : top + (number + 1) * SCALE] = [line] * SCALE
    return b"".join(rows)
