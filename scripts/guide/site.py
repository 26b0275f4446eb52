"""The built site, read once: every page's ids and addresses, the sitemap, the search indexes.

What lives here: opening the files of a site folder and noting what they hold. What
does not: whether it resolves (``checks/built.py``).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from guide import aside
from guide.markup import (
    ID_ATTRIBUTES,
    SRCSETS,
    URL_ATTRIBUTES,
    addresses_in_srcset,
    id_references,
    parse_page,
    parse_xml,
    text_of_body,
)

_PROSE = frozenset({"p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "figcaption", "summary"})
MARKDOWN_SIGNS = ("[^", "](", "{#", "{: ", "!!! ", "??? ", "<!--", "&lt;!--", "///notes///", "**", "| --- |", "| - |")
"""What readers should never see."""
_IN_CODE = frozenset({"code", "pre", "script", "style", "template", "kbd"})


class Reference(NamedTuple):
    """An address in the HTML of a built page (a tuple: a large site has hundreds of thousands)."""

    tag: str
    """Element: "a", "img", "link" …"""
    attribute: str
    """Attribute that holds it."""
    address: str
    """As written."""
    relation: str
    """``rel`` of a link element."""
    language: str
    """``hreflang``."""
    line: int
    """Line in the HTML."""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One HTML file of the site."""

    path: str
    """Path in the site folder: "steg/ledarskap/index.html"."""
    language: str
    """``lang`` of the html element."""
    title: str
    """Text of the title element."""
    h1: tuple[str, ...]
    """Texts of the h1 elements."""
    ids: Mapping[str, int]
    """Ids, and ``name`` of anchors, with the line of the first."""
    repeated_ids: tuple[tuple[str, int], ...]
    """Ids that more than one element has, with the line of the later."""
    references: tuple[Reference, ...]
    """Addresses that the page points to."""
    id_references: tuple[tuple[str, str, int], ...]
    """Pointers to ids on the same page: attribute, id, line."""
    images_without_alt: tuple[tuple[str, int], ...]
    """``src`` and line of images that have no alt attribute."""
    marked: tuple[tuple[str, int], ...]
    """Paragraphs, list items and cells whose text, without code, holds a sign of Markdown; with the line."""
    base: str = ""
    """``href`` of the base element."""


@dataclass(frozen=True, slots=True)
class Location:
    """One entry of the sitemap."""

    address: str
    """``loc``."""
    alternates: tuple[tuple[str, str], ...]
    """``hreflang`` and address of each alternate."""
    line: int
    """Line in the sitemap."""


@dataclass(frozen=True)
class Site:
    """The whole built site."""

    folder: str
    """Folder of the site, as findings say it."""
    pages: tuple[BuiltPage, ...] = ()
    """Every HTML file."""
    files: frozenset[str] = field(default_factory=frozenset)
    """Every file, by path in the site folder."""
    sitemap: tuple[Location, ...] = ()
    """Entries of sitemap.xml."""
    search: tuple[tuple[str, str], ...] = ()
    """Entries of search indexes: path of the index, location in it."""
    unreadable: tuple[tuple[str, str], ...] = ()
    """Files that could not be parsed: path, reason."""

    @cached_property
    def page_by_path(self) -> Mapping[str, BuiltPage]:
        """Pages by path."""
        return {page.path: page for page in self.pages}


class SiteError(Exception):
    """There is no built site to read."""


def read_site(folder: Path, name: str) -> Site:
    """Read the site in ``folder``; ``name`` is what findings call it. Raises SiteError."""
    if not folder.is_dir():
        raise SiteError(f"{name}: there is no built site — run make build first, or name its folder with --site")
    reader = _SiteReader(folder)
    reader.read()
    return Site(
        name,
        tuple(reader.pages),
        frozenset(reader.files),
        tuple(reader.sitemap),
        tuple(reader.search),
        tuple(reader.unreadable),
    )


class _SiteReader:
    """Opens each file of the site at most once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages: list[BuiltPage] = []
        self.files: list[str] = []
        self.sitemap: list[Location] = []
        self.search: list[tuple[str, str]] = []
        self.unreadable: list[tuple[str, str]] = []

    def read(self) -> None:
        pages: list[tuple[Path, str]] = []
        for directory, folders, names in os.walk(self.folder):
            folders.sort()
            for name in sorted(names):
                path = Path(directory, name)
                relative = PurePosixPath(path.relative_to(self.folder)).as_posix()
                self.files.append(relative)
                if name.endswith((".html", ".htm")):
                    pages.append((path, relative))
                elif relative == "sitemap.xml":
                    self._sitemap(path, relative)
                elif name.endswith(".json") and "search" in name:
                    self._search(path, relative)

        for (_, relative), page in zip(pages, aside.each(_built_page, pages), strict=True):
            if page is None:
                self.unreadable.append((relative, "there is no HTML in it"))
            else:
                self.pages.append(page)

    def _sitemap(self, path: Path, relative: str) -> None:
        try:
            tree = parse_xml(path.read_bytes())
        except ValueError as error:
            self.unreadable.append((relative, str(error)))
            return
        for url in tree.iter("{*}url"):
            address = (url.findtext("{*}loc") or "").strip()
            links = [(link.get("hreflang") or "", link.get("href") or "") for link in url.iter("{*}link")]
            self.sitemap.append(Location(address, tuple(links), url.sourceline or 1))

    def _search(self, path: Path, relative: str) -> None:
        try:
            index = json.loads(path.read_bytes())
        except (ValueError, RecursionError) as error:
            self.unreadable.append((relative, str(error)))
            return
        docs = index.get("docs") if isinstance(index, dict) else None
        for doc in docs if isinstance(docs, list) else []:
            if isinstance(doc, dict) and isinstance(doc.get("location"), str):
                self.search.append((relative, doc["location"]))


def _built_page(file: tuple[Path, str]) -> BuiltPage | None:
    path, relative = file
    tree = parse_page(path.read_bytes())
    return None if tree is None else read_built_page(tree, relative)


def read_built_page(tree: Any, path: str) -> BuiltPage:
    """Note what a parsed page holds."""
    notes = _PageNotes()
    for element in tree.iter("*"):
        notes.element(element)
    title = tree.find(".//head/title")
    base = tree.find(".//head/base")
    return BuiltPage(
        path=path,
        language=tree.get("lang") or "",
        title=" ".join((title.text or "").split()) if title is not None else "",
        h1=tuple(" ".join("".join(heading.itertext()).split()) for heading in tree.iter("h1")),
        ids=notes.ids,
        repeated_ids=tuple(notes.repeated),
        references=tuple(notes.references),
        id_references=tuple(notes.id_references),
        images_without_alt=tuple(
            (image.get("src") or "", image.sourceline or 1) for image in tree.iter("img") if image.get("alt") is None
        ),
        marked=tuple(_marked(tree)),
        base=(base.get("href") or "") if base is not None else "",
    )


class _PageNotes:
    """Collects ids and pointers of one page; it sees every element, so it does little with each."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self.repeated: list[tuple[str, int]] = []
        self.references: list[Reference] = []
        self.id_references: list[tuple[str, str, int]] = []

    def element(self, element: Any) -> None:
        for name, value in element.items():
            if name in URL_ATTRIBUTES:
                self._reference(element, name, value.strip())
            elif name == "id":
                self._id(value, element.sourceline or 1)
            elif name in SRCSETS:
                for address in addresses_in_srcset(value):
                    self._reference(element, name, address)
            elif name == "name" and element.tag == "a" and value:
                self.ids.setdefault(value, element.sourceline or 1)
            elif name in ID_ATTRIBUTES or "url(#" in value:
                line = element.sourceline or 1
                self.id_references.extend((name, target, line) for name, target in id_references({name: value}))

    def _reference(self, element: Any, name: str, address: str) -> None:
        relation, language = " ".join((element.get("rel") or "").lower().split()), element.get("hreflang") or ""
        self.references.append(Reference(element.tag, name, address, relation, language, element.sourceline or 1))

    def _id(self, value: str, line: int) -> None:
        if value in self.ids:
            self.repeated.append((value, line))
        elif value:
            self.ids[value] = line


def _marked(tree: Any) -> Iterator[tuple[str, int]]:
    """Give the stretches of prose that hold a sign of Markdown; most pages have none anywhere."""
    whole = text_of_body(tree)
    if any(sign in whole for sign in MARKDOWN_SIGNS):
        for element in tree.iter(*_PROSE):
            text = _own_text(element)
            if any(sign in text for sign in MARKDOWN_SIGNS):
                yield text, element.sourceline or 1


def _own_text(element: Any) -> str:
    """Text of an element without that of code in it (nested prose counts with its own element)."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _IN_CODE and child.tag not in _PROSE:
            parts.append(_own_text(child))
        parts.append(child.tail or "")
    return "".join(parts).strip()
