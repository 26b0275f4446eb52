"""What some elements of a built page hold, written anew; every byte around them stays.

What lives here: finding the elements with Python's HTML parser, which says where each tag
stands. What does not: what is written, and why a built page must be changed at all
(``export/downloads.py``, the only caller).
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from html.parser import HTMLParser
from itertools import accumulate


class ElementMissing(Exception):
    """A page lacks an element; the message is the value of its attribute."""


def with_inner_html(page: str, attribute: str, inner: Mapping[str, str]) -> str:
    """Give a page where the first element with each value of an attribute holds what ``inner`` gives for the value.

    Raises ElementMissing. The elements do not stand in one another.

    Parsing and serialising (lxml) would rewrite the whole page; the parser here is asked for two
    places of each element only. Text, comments and scripts that look like one are not taken for it.

    >>> with_inner_html('<!-- <p id="a"> --><p class=x id=a>old</p>', "id", {"a": "<b>new</b>"})
    '<!-- <p id="a"> --><p class=x id=a><b>new</b></p>'
    """
    finder = _Finder(attribute, inner)
    with suppress(_AllFound):
        finder.feed(page)
        finder.close()
    if finder.wanted:
        raise ElementMissing(min(finder.wanted))
    lines = [0, *accumulate(len(line) + 1 for line in page.split("\n"))]
    pieces, done = [], 0
    for value, (row, column), tag_length, (last_row, last_column) in finder.found:
        pieces += [page[done : lines[row - 1] + column + tag_length], inner[value]]
        done = lines[last_row - 1] + last_column
    return "".join([*pieces, page[done:]])


class _AllFound(Exception):
    """Ends the parsing: what stands behind the last element is of no account."""


class _Finder(HTMLParser):
    """Notes where the wanted elements' start tags and end tags stand, as (line, column)."""

    def __init__(self, attribute: str, wanted: Mapping[str, str]) -> None:
        super().__init__()
        self.attribute, self.wanted = attribute, set(wanted)
        self.found: list[tuple[str, tuple[int, int], int, tuple[int, int]]] = []
        self.value, self.tag, self.depth = "", "", 0
        self.start, self.tag_length = (0, 0), 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.depth:
            value = next((value for name, value in attrs if name == self.attribute), None)
            if value not in self.wanted:
                return
            self.value, self.tag = str(value), tag
            self.start, self.tag_length = self.getpos(), len(self.get_starttag_text() or "")
        if tag == self.tag:
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag == self.tag:
            self.depth -= 1
            if not self.depth:
                self.found.append((self.value, self.start, self.tag_length, self.getpos()))
                self.wanted.remove(self.value)
                if not self.wanted:
                    raise _AllFound
