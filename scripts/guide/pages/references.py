"""References to sources, and links between pages, as Markdown.

What lives here: one reference as a line, in the order author, year, title, container,
publisher that CSL's author-date styles share (the entries are CSL-JSON), and the order of
the alphabet. What does not: where references are listed (``notes.py``, ``sources.py``).
"""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Mapping
from html import escape
from typing import Any

from guide.model.data import Source
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.vocabularies import Directive
from guide.tools.ways import way_to
from guide.words import words_of

SOURCES_PAGE = "about/sources.md"
_AFTER_Z = ord("z") + 1


def relative_link(page: Page, target: str) -> str:
    """Give the link from ``page`` to another source of the same language."""
    return way_to(target, posixpath.dirname(page.path))


def page_of_source(source: Source, language: str, guide: Guide) -> str:
    """Give the path of the page with a source's own entry: that of its kind, or that of all sources."""
    page = guide.page_that_shows(language, f"{Directive.SOURCES} {kind_of(source, language)}")
    return page.path if page else SOURCES_PAGE


def link_to_source(source: Source, page: Page, guide: Guide) -> str:
    """Give the link from ``page`` to a source's own entry."""
    return f"{relative_link(page, page_of_source(source, page.language, guide))}#source-{source.id}"


def relative_address(page: Page, target: Page) -> str:
    """Give the built link between two pages, for HTML that Markdown does not see."""
    here = page.address if page.address.endswith("/") else posixpath.dirname(page.address)
    link = way_to(target.address, here)
    return f"{link}/" if target.address.endswith("/") else link


# References -----------------------------------------------------------------


def authors(source: Source, language: str) -> str:
    """Give the authors as text: one, two, or the first "and others"."""
    names = [_name(author) for author in source.entry.get("author") or ()]
    if not names:
        return str(source.entry.get("publisher", ""))
    if len(names) == 2:
        return f" {words_of(language)['references.and']} ".join(names)
    if len(names) > 3:
        return f"{names[0]} {words_of(language)['references.and-others']}"
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
    year = date_of(entry.get("issued"))[:4] or words_of(language)["references.no-date"]
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


def kind_of(source: Source, language: str) -> str:
    """Give the source's kind ("evaluation", "press" …), or "other"."""
    kind = str(source.custom.get("kind"))
    return kind if kind in words_of(language).vocabulary("kind") else "other"


def sort_key(term: str, language: str) -> str:
    """Give what sorts ``term`` by the alphabet of a language: its own letters after z, any other as the bare letter."""
    letters = words_of(language).locale.letters
    return "".join(chr(_AFTER_Z + letters.index(each)) if each in letters else _bare(each) for each in term.casefold())


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
