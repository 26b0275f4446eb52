"""Easy reading: a page in short sentences and everyday words that says the main thing of another page.

What lives here: which page is the easy wording of which, by their paths (``easy/steps/leadership.md`` is that of
``steps/leadership.md``), and its lines, each of which is shown as one. What does not: where the two lead to each
other (``overrides/partials/path.html``), and how easy the text must be (``checks/rules/easy.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from guide.model.guide import Guide
from guide.model.page import EASY_FOLDER, Page

_BREAK = "  "
"""What ends a line that Markdown is to keep."""


def other_wording(page: Page, guide: Guide) -> Page | None:
    """Give the page that says the same in easy words, or of an easy one the whole page; None where there is none."""
    path = page.path.removeprefix(EASY_FOLDER) if page.is_easy else EASY_FOLDER + page.path
    found = guide.page_by_key.get((page.language, path))
    return found if found is not None and found.is_easy is not page.is_easy else None


def line_by_line(lines: Iterable[str]) -> Iterator[str]:
    """Give lines of Markdown so that each line of a paragraph or a list item stays one.

    >>> list(line_by_line(["One.", "Two.", "", "Three."]))
    ['One.  ', 'Two.', '', 'Three.']
    """
    for line, following in pairwise([*lines, ""]):
        yield line + _BREAK if line.strip() and following.strip() else line
