"""From bytes to text, noting what is odd about the bytes.

What lives here: decoding one file and looking at its encoding, line ends and
characters. What does not: the meaning of the text.
"""

from __future__ import annotations

import re
import unicodedata

from guide.model.place import Position, TextFile
from guide.reading.unwritten import unwritten
from guide.tools.texts import per_text

# Characters no writer means: controls, zero-width and directional marks, soft hyphen.
_INVISIBLE = {
    *(chr(code) for code in range(32) if chr(code) not in "\t\n\r"),
    *map(chr, (0x7F, 0x200B, 0x200C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0xFEFF)),
    *map(chr, (0xAD, 0x200D, 0x2028, 0x2029)),
}
_JOINING = frozenset("\u200c\u200d\u200e\u200f")
_JOINING_TEXT = re.compile("[\u0590-\u08ff\u0900-\u0dff]")
_ANY_INVISIBLE = re.compile("[" + re.escape("".join(sorted(_INVISIBLE))) + "]")
_EAST_ASIAN = "a letter, sign or space of East Asian width"
_EAST_ASIAN_TEXT = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ODD = (
    (re.compile("\ufffd"), "a replacement character: a letter was lost when the text was pasted"),
    (re.compile("[\ue000-\uf8ff]"), "a sign of a private font, which others see as a box"),
    (re.compile("[\ufb00-\ufb06]"), "a ligature: write its letters"),
    (re.compile("Ã[\u00a0-¿]|Â[\u00a0-¿]|â€[œ™“”˜\u009d]?|Ã…|Ã„|Ã–"), "letters read in the wrong encoding"),
    (re.compile("[\u1680\u2000-\u2008\u200a\u205f]"), "a space of another width: write an ordinary one"),
    (re.compile("[\u3000\uff01-\uff5e]"), _EAST_ASIAN),
    (
        re.compile(r"[A-Za-zÀ-ɏ][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-zÀ-ɏ]"),
        "a letter of another alphabet",
    ),
)
# One of these is in all that is odd. A search for single letters is quick, and most texts have none of them.
_ANY_ODD = re.compile(
    "[\ufffd\ue000-\uf8ff\ufb00-\ufb06ÃÂâ\u1680\u2000-\u2008\u200a\u205f\u3000\uff01-\uff5e\u0370-\u03ff\u0400-\u04ff]"
)
_MERGE_MARKERS = ("<<<<<<< ", ">>>>>>> ", "||||||| ")


@per_text
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
        () if plain else _odd(text, path),
        _merge_markers(text, path),
        unwritten(text, path),
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
    # Scripts that join their letters, or run from right to left, need signs that say where they do not.
    meant = _JOINING if _JOINING_TEXT.search(text) else frozenset()
    present = _INVISIBLE.intersection(text) - meant
    return tuple(
        (Position(path, number, column), unicodedata.name(character, f"U+{ord(character):04X}"))
        for number, line in enumerate(text.split("\n"), 1)
        if not present.isdisjoint(line)
        for column, character in enumerate(line, 1)
        if character in present
    )


def _odd(text: str, path: str) -> tuple[tuple[Position, str], ...]:
    if not _ANY_ODD.search(text):
        return ()
    signs = [(sign, what) for sign, what in _ODD if what != _EAST_ASIAN or not _EAST_ASIAN_TEXT.search(text)]
    return tuple(
        (Position(path, number, found.start() + 1), f'"{found[0]}": {what}')
        for number, line in enumerate(text.split("\n"), 1)
        for sign, what in signs
        if (found := sign.search(line))
    )


def _merge_markers(text: str, path: str) -> tuple[Position, ...]:
    if not any(marker in text for marker in _MERGE_MARKERS):
        return ()
    lines = enumerate(text.split("\n"), 1)
    return tuple(Position(path, number) for number, line in lines if line.startswith(_MERGE_MARKERS))
