"""Swedish words written together: the known words that a compound is made of.

What lives here: splitting. What does not: which words are known (``index.py``).
``scripts/guide/client/search/compounds.js`` splits the words of a query in the same way.
"""

from __future__ import annotations

from collections.abc import Callable

SHORTEST_PART = 4
"""Letters of the shortest part: shorter ones ("an", "med", "var") are found in words that are no compounds."""

# Endings that make a new word of one word; they look like words ("skapa", "lösa").
_ENDINGS = frozenset(
    {
        *("skap", "skapet", "skapen", "skapens", "anden", "ande", "heten", "ning", "ningen", "ningar"),
        *("bart", "lösa", "löst", "löshet", "full", "fullt", "mässig", "mässigt", "samma"),
    }
)


def split(word: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """Give the two parts of a compound, or () where it is none.

    ``is_known`` says whether a part is a word. A linking s between the parts is left out. The
    cut with the longest last part is taken, which carries most of the meaning.

    >>> split("handlingsutrymmet", lambda part: part in ("handling", "utrymmet"))
    ('handling', 'utrymmet')
    """
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        left, right = word[:cut], word[cut:]
        if right in _ENDINGS or not is_known(right):
            continue
        if left[-1] == "s" and len(left) > SHORTEST_PART and is_known(left[:-1]):
            return left[:-1], right
        if is_known(left):
            return left, right
    return ()
