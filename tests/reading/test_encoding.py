"""A text without any letter that is odd, or begins what is odd, is passed over: nothing odd may stand in it."""

from __future__ import annotations

import re

import pytest

from guide.reading.encoding import _ANY_ODD, _ODD

PASSED_OVER = [letter for letter in map(chr, range(0x10000)) if not _ANY_ODD.search(letter)]
# Each between Latin letters, and before what follows a letter that was read in the wrong encoding.
TEXT = "\n".join(f"A{letter}A {letter}\u00a0 {letter}…{letter}€" for letter in PASSED_OVER)


@pytest.mark.parametrize("sign", [sign for sign, _ in _ODD], ids=[what for _, what in _ODD])
def test_nothing_is_odd_where_a_text_is_passed_over(sign: re.Pattern[str]) -> None:
    assert not _ANY_ODD.search(TEXT) and sign.findall(TEXT) == []
