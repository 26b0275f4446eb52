"""How wide a text is, and how it breaks into lines, before any browser has seen it.

What lives here: the widths of letters and the breaking of lines. What does not: the boxes
(``drawing.py``) and the finding about a text that is too long (``checks/rules/drawings.py``).

The widths are those of Helvetica, which Arial and Liberation Sans share; the widest font that a common system
has for its interface, DejaVu Sans, is some eighth wider, for which there is a margin.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

SIZE = 15
"""Size of text in a drawing: on a phone of 360 px a unit of a drawing is about one px."""
LINE = 19
"""From one line to the next."""
SOFT = "\N{SOFT HYPHEN}"
"""Where a long word may be broken; written as ``"\\xAD"`` in a file, so that it can be seen."""
_MARGIN = 1.13
BOLD = 1.07
"""How much wider bold letters are."""
_WIDTHS = {
    **dict.fromkeys("ijl’‘'|", 222),
    **dict.fromkeys(" ftI.,:;/!·", 278),
    **dict.fromkeys('r()-”“"', 333),
    **dict.fromkeys("cksvxyzJ", 500),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("wCDHNRU", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("mM", 833),
    **dict.fromkeys("W%", 944),
    "—": 1000,
}
_OTHER = 556


def width(text: str, size: float = SIZE) -> float:
    """Give the width of a text on one line.

    >>> 60 < width("Riksdagen") < 80
    True
    """
    bare = unicodedata.normalize("NFD", text)
    units = sum(_WIDTHS.get(each, _OTHER) for each in bare if not unicodedata.combining(each))
    return units / 1000 * size * _MARGIN


def lines(text: str, most: float) -> Sequence[str]:
    """Break a text into lines that are at most so wide; a word that is wider stands alone.

    >>> lines("Nytta för invånarna", 90)
    ['Nytta för', 'invånarna']
    """
    made: list[str] = []
    for word in text.split():
        joined = f"{made[-1]} {word}" if made else word
        if made and width(joined) <= most:
            made[-1] = joined
        else:
            made.append(word)
    return made


def widest_word(text: str) -> str:
    """Give the word of a text that needs the most room; a hyphen ends a line, too, and so may a soft one."""
    return max(text.replace("-", "- ").replace(SOFT, "- ").split(), key=width, default="")
