"""Attributes of a built page, written anew; every byte beside them stays.

What lives here: finding start tags with Python's HTML parser, which says where each stands. What does not: which
attributes change, and why (``export/folder.py``, the only caller).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from html.parser import HTMLParser

Change = Callable[[str, Mapping[str, str]], Mapping[str, str] | None]
"""Gives, for a tag with its attributes, those that change; None where the whole tag goes."""
_WRITTEN = re.compile(r"""(?<=\s)([\w:-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")


def with_attributes(page: str, change: Change) -> str:
    """Give a page with some attributes changed.

    Text, comments and scripts that look like tags are not taken for them.

    >>> with_attributes('<!-- <a href="x/"> --><A class=y href="x/">', lambda tag, old: {"href": old["href"] + "z"})
    '<!-- <a href="x/"> --><A class=y href="x/z">'
    """
    finder = _Finder(change)
    finder.feed(page)
    finder.close()
    starts = [0]
    for line in page.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    made, end = [], 0
    for (row, column), former, latter in finder.changed:
        start = starts[row - 1] + column
        made += [page[end:start], latter]
        end = start + len(former)
    return "".join([*made, page[end:]])


class _Finder(HTMLParser):
    """Notes where each tag stands that changes, as it was and as it will be."""

    def __init__(self, change: Change) -> None:
        super().__init__()
        self.change = change
        self.changed: list[tuple[tuple[int, int], str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        former = self.get_starttag_text() or ""
        old = {name: value or "" for name, value in attrs}
        new = self.change(tag, old)
        if new is None:
            self.changed.append((self.getpos(), former, ""))
        elif any(old.get(name) != value for name, value in new.items()):
            self.changed.append((self.getpos(), former, _WRITTEN.sub(lambda found: _anew(found, new), former)))


def _anew(found: re.Match[str], new: Mapping[str, str]) -> str:
    name = found[1].lower()
    return f'{found[1]}="{escape(new[name])}"' if name in new else found[0]
