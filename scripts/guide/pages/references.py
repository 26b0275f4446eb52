"""References to sources, and links between pages, as Markdown.

What lives here: one reference as a line, in the order author, year, title, container,
publisher that CSL's author-date styles share (the entries are CSL-JSON), and the order of
the alphabet. What does not: where references are listed (``notes.py``, ``sources.py``).
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from html import escape
from typing import Any

from guide.model.data import Source
from guide.model.page import Page
from guide.words import labels

SOURCES_PAGE = "about/sources.md"
# The three characters that follow "z" in ASCII stand in for the three letters that follow it in Swedish.
_SWEDISH_ORDER = str.maketrans("åäöé", "{|}e")


def relative_link(page: Page, target: str) -> str:
    """Give the link from ``page`` to another source of the same language."""
    return posixpath.relpath(target, posixpath.dirname(page.path) or ".")


# References -----------------------------------------------------------------


def authors(source: Source, language: str) -> str:
    """Give the authors as text: one, two, or the first "and others"."""
    names = [_name(author) for author in source.entry.get("author") or ()]
    if not names:
        return str(source.entry.get("publisher", ""))
    if len(names) == 2:
        return f" {labels.WORDS['and'][language]} ".join(names)
    if len(names) > 3:
        return f"{names[0]} {labels.WORDS['and-others'][language]}"
    return ", ".join(names)


def _name(author: Mapping[str, Any]) -> str:
    if "literal" in author:
        return str(author["literal"])
    return ", ".join(str(author[part]) for part in ("family", "given") if author.get(part))


def date_of(parts: Mapping[str, Any] | None) -> str:
    """Give a CSL date as ISO 8601 as far as it is known ("2018", "2018-06-14"), or ""."""
    numbers = (parts or {}).get("date-parts") or [[]]
    return "-".join(f"{int(number):02d}" for number in numbers[0])


def reference(source: Source, language: str) -> str:
    """Give one reference as a line of Markdown, its title linked and marked with its language."""
    entry = source.entry
    by = authors(source, language)
    year = date_of(entry.get("issued"))[:4] or labels.WORDS["no-date"][language]
    title = escape(source.title, quote=False)
    title = f"[{bracketed(title)}]({source.url})" if source.url else title
    mark = f' lang="{source.language}"' if source.language and source.language != language else ""
    publisher = str(entry.get("publisher", ""))
    said_already = publisher in by or publisher == entry.get("container-title")
    rest = [_container(entry), "" if said_already else publisher]
    if entry.get("DOI"):
        rest.append(f"doi:{entry['DOI']}")
    tail = "".join(f" {escape(part, quote=False)}." for part in rest if part)
    return f"{escape(by, quote=False)} ({year}). <cite{mark}>{title}</cite>.{tail}"


def _container(entry: Mapping[str, Any]) -> str:
    """Give the journal with volume, issue and pages, or the report's number."""
    journal = str(entry.get("container-title", ""))
    if not journal:
        return str(entry.get("number", ""))
    volume = str(entry.get("volume", ""))
    issue = f"({entry['issue']})" if entry.get("issue") else ""
    numbering = f"{volume}{issue}"
    return ", ".join(part for part in (journal, numbering, str(entry.get("page", ""))) if part)


def bracketed(text: str) -> str:
    """Give ``text`` as it may stand between the brackets of a Markdown link."""
    return text.replace("[", "\\[").replace("]", "\\]")


def kind_of(source: Source) -> str:
    """Give the source's kind ("evaluation", "press" …), or "other"."""
    kind = str((source.entry.get("custom") or {}).get("kind"))
    return kind if kind in labels.KINDS else "other"


def sort_key(term: str, language: str) -> str:
    """Give what sorts ``term`` by the alphabet of a language."""
    folded = term.casefold()
    return folded.translate(_SWEDISH_ORDER) if language == "sv" else folded
