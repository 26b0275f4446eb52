"""From bytes to text, noting what is odd about the bytes.

What lives here: decoding one file and looking at its encoding, line ends and
characters. What does not: the meaning of the text.
"""

from __future__ import annotations

import re
import unicodedata

from guide.model.place import Position, TextFile

# Characters no writer means: controls, zero-width and directional marks, soft hyphen.
_INVISIBLE = {
    *(chr(code) for code in range(32) if chr(code) not in "\t\n\r"),
    *map(chr, (0x7F, 0x200B, 0x200C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0xFEFF)),
}
_ANY_INVISIBLE = re.compile("[" + re.escape("".join(sorted(_INVISIBLE))) + "]")
_MERGE_MARKERS = ("<<<<<<< ", ">>>>>>> ", "||||||| ")


def decode(data: bytes, path: str) -> tuple[str, TextFile]:
    """Give the text of ``data`` (line feeds only, no mark, bad bytes replaced) and what is odd about it."""
    has_bom = data.startswith(b"\xef\xbb\xbf")
    body = data[3:] if has_bom else data
    not_utf8_at = None
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        column = error.start - (body.rfind(b"\n", 0, error.start) + 1) + 1
        not_utf8_at = Position(path, line, column)
        text = body.decode("utf-8", errors="replace")
    line_ends = _line_ends(text)
    if line_ends - {"LF"}:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = text.isascii()
    return text, TextFile(
        path,
        not_utf8_at,
        has_bom,
        line_ends,
        () if plain else _decomposed(text, path),
        _invisible(text, path),
        _merge_markers(text, path),
    )


def _line_ends(text: str) -> frozenset[str]:
    crlf = text.count("\r\n")
    counts = {"CRLF": crlf, "CR": text.count("\r") - crlf, "LF": text.count("\n") - crlf}
    return frozenset(name for name, count in counts.items() if count)


def _decomposed(text: str, path: str) -> tuple[Position, ...]:
    if unicodedata.is_normalized("NFC", text):
        return ()
    found: list[Position] = []
    for number, line in enumerate(text.split("\n"), 1):
        composed = unicodedata.normalize("NFC", line)
        if composed != line:
            column = next((i for i, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), 0) + 1
            found.append(Position(path, number, column))
    return tuple(found)


def _invisible(text: str, path: str) -> tuple[tuple[Position, str], ...]:
    if not _ANY_INVISIBLE.search(text):
        return ()
    present = _INVISIBLE.intersection(text)
    return tuple(
        (Position(path, number, column), unicodedata.name(character, f"U+{ord(character):04X}"))
        for number, line in enumerate(text.split("\n"), 1)
        if not present.isdisjoint(line)
        for column, character in enumerate(line, 1)
        if character in present
    )


def _merge_markers(text: str, path: str) -> tuple[Position, ...]:
    if not any(marker in text for marker in _MERGE_MARKERS):
        return ()
    lines = enumerate(text.split("\n"), 1)
    return tuple(Position(path, number) for number, line in lines if line.startswith(_MERGE_MARKERS))
