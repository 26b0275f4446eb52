"""What has been changed in a section since the last commit, word by word.

What lives here: comparing two texts of a page. What does not: which sections are due (``checks/rules/translation.py``)
and asking about them (``commands/same.py``).
"""

from __future__ import annotations

from difflib import SequenceMatcher

from guide.model.page import Page, Section

_AROUND = 4
"""Words shown before and after a change."""


def lines_of(page: Page, section: Section) -> tuple[int, int | None]:
    """Give the first line of a section, and the first after it; None where it is the last."""
    later = [each.position.line for each in page.sections if each.position.line > section.position.line]
    return section.position.line, min(later, default=None)


def changed_words(old: str, new: str, first: int, end: int | None) -> list[str]:
    """Give what was changed in the lines from ``first`` to before ``end`` of ``new``, a line a change.

    >>> changed_words("Ett litet fle.", "Ett litet fel.", 1, None)
    ['Ett litet [fle. → fel.]']
    """
    before, after = old.split("\n"), new.split("\n")
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal" and c + 1 < (end or len(after) + 2) and max(d, c + 1) >= first:
            found += _words(" ".join(before[a:b]).split(), " ".join(after[c:d]).split())
    return found


def _words(old: list[str], new: list[str]) -> list[str]:
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            before, after = " ".join(new[max(0, c - _AROUND) : c]), " ".join(new[d : d + _AROUND])
            change = f"[{' '.join(old[a:b])} → {' '.join(new[c:d])}]"
            found.append(" ".join(filter(None, (before, change, after))))
    return found
