"""Names that are nearly right.

What lives here: finding the name that somebody meant, or the file that another is a copy of. What does not: saying so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from guide.tools.slugs import is_slug


def nearest(name: str, names: Iterable[str]) -> str:
    """Give the existing name most like ``name``, or "" when none is near."""
    found = get_close_matches(name, list(names), n=1, cutoff=0.6)
    return found[0] if found else ""


def copied_from(stem: str, stems: Iterable[str]) -> str:
    """Give the name that a badly formed one holds whole: that of the file it is a copy of; "" where there is none.

    What a file service, a system or a hurried hand adds differs, and always stands apart from the name.

    >>> copied_from("faq (Annas konflikterande kopia)", ["faq"]), copied_from("Kopia av faq", ["faq"])
    ('faq', 'faq')
    >>> copied_from("faq-PC7", ["faq"]), copied_from("faq-for-staff", ["faq"])
    ('faq', '')
    """
    if is_slug(stem):
        return ""
    found = [
        each for each in stems if is_slug(each) and re.search(rf"(?<![a-z0-9-]){re.escape(each)}(?![a-z0-9])", stem)
    ]
    return max(found, key=len, default="")
