"""The nav in mkdocs.yml as text: a page put in; comments and layout stay.

What lives here: changing lines of mkdocs.yml. What does not: what the nav means (``reading/settings.py``).
"""

from __future__ import annotations

import posixpath
import re

from guide.model.settings import NavEntry, Settings

_ITEM = re.compile(r"\s*- ")


def with_page(text: str, settings: Settings, path: str) -> str:
    """Give mkdocs.yml with a page behind the last of its folder, in each language; as it was where none is there."""
    lines = text.split("\n")
    last: dict[tuple[str, str], NavEntry] = {}
    for entry in settings.nav:
        if _in_language(entry, settings, path) is not None:
            last[entry.language, _folder(entry, settings)] = entry
    for entry in sorted(last.values(), key=lambda each: each.position.line, reverse=True):
        item = _ITEM.match(lines[entry.position.line - 1])
        if item:
            named = posixpath.join(posixpath.dirname(entry.href), posixpath.basename(path))
            lines.insert(entry.position.line, f"{item[0]}{named}")
    return "\n".join(lines)


def _folder(entry: NavEntry, settings: Settings) -> str:
    """Give the language's folder that an entry of a nav without languages begins with."""
    first = entry.href.partition("/")[0]
    return first if not entry.language and any(first == each.folder for each in settings.languages) else ""


def _in_language(entry: NavEntry, settings: Settings, path: str) -> str | None:
    """Give an entry's path within its language, if it is in the same folder as ``path``."""
    folder = _folder(entry, settings)
    own = entry.href.removeprefix(f"{folder}/") if folder else entry.href
    return own if posixpath.dirname(own) == posixpath.dirname(path) else None
