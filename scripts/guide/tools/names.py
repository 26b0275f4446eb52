"""Names that are nearly right.

What lives here: finding the name that somebody meant. What does not: saying so.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, names: Iterable[str]) -> str:
    """Give the existing name most like ``name``, or "" when none is near."""
    found = get_close_matches(name, list(names), n=1, cutoff=0.6)
    return found[0] if found else ""
