"""What one element of a built page holds, written anew; every byte around it stays.

What lives here: finding the element with Python's HTML parser, which says where each tag
stands. What does not: what is written, and why a built page must be changed at all
(``export/downloads.py``, the only caller).
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from html.parser import HTMLParser


# While the guide is served, each saved page is a build in the same process, and most pages are as they were.
@lru_cache(maxsize=256)
def with_inner_html(page: str, attribute: str, value: str, inner: str) -> str | None:
    """Give a page where the first element whose ``attribute`` is ``value`` holds ``inner``; None if there is none.

    Parsing and serialising (lxml) would rewrite the whole page; the parser here is asked for two
    places only. Text, comments and scripts that look like the element are not taken for it.

    >>> with_inner_html('<!-- <p id="a"> --><p class=x id=a>old</p>', "id", "a", "<b>new</b>")
    '<!-- <p id="a"> --><p class=x id=a><b>new</b></p>'
    """
    finder = _Finder(attribute, value)
    with suppress(_Found):
        finder.feed(page)
        finder.close()
    if finder.start is None or finder.end is None:
        return None
    lines = page.split("\n")
    start, end = (
        sum(len(line) + 1 for line in lines[: row - 1]) + column for row, column in (finder.start, finder.end)
    )
    return page[: start + finder.tag_length] + inner + page[end:]


class _Found(Exception):
    """Ends the parsing: what stands behind the element is of no account."""


class _Finder(HTMLParser):
    """Notes where the wanted element's start tag and end tag stand, as (line, column)."""

    def __init__(self, attribute: str, value: str) -> None:
        super().__init__()
        self.wanted = (attribute, value)
        self.tag = ""
        self.depth = 0
        self.start: tuple[int, int] | None = None
        self.tag_length = 0
        self.end: tuple[int, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.start is None and self.wanted in attrs:
            self.tag, self.start, self.tag_length = tag, self.getpos(), len(self.get_starttag_text() or "")
        if tag == self.tag:
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == self.tag:
            self.depth -= 1
            if self.depth == 0:
                self.end = self.getpos()
                raise _Found
