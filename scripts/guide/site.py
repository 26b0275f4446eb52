"""The built site, read once: every page's ids and addresses, the sitemap, the search indexes.

What lives here: opening the files of a site folder and noting what they hold. What
does not: whether it resolves (``checks/built.py``).
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from guide.markup import addresses, elements_of, id_references, parse_page, parse_xml

_PROSE = frozenset({"p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "figcaption", "summary"})
_IN_CODE = frozenset({"code", "pre", "script", "style", "template", "kbd"})


@dataclass(frozen=True, slots=True)
class Reference:
    """An address in the HTML of a built page."""

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
    prose: tuple[tuple[str, int], ...]
    """Text of paragraphs, list items and cells, without code, with its line."""
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
        for directory, folders, names in os.walk(self.folder):
            folders.sort()
            for name in sorted(names):
                path = Path(directory, name)
                relative = PurePosixPath(path.relative_to(self.folder)).as_posix()
                self.files.append(relative)
                if name.endswith((".html", ".htm")):
                    self._page(path, relative)
                elif relative == "sitemap.xml":
                    self._sitemap(path, relative)
                elif name.endswith(".json") and "search" in name:
                    self._search(path, relative)

    def _page(self, path: Path, relative: str) -> None:
        tree = parse_page(path.read_bytes())
        if tree is None:
            self.unreadable.append((relative, "there is no HTML in it"))
        else:
            self.pages.append(read_built_page(tree, relative))

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


def read_built_page(tree: Any, path: str) -> BuiltPage:
    """Note what a parsed page holds."""
    notes = _PageNotes()
    for element in elements_of(tree):
        notes.element(element)
    title = tree.find(".//head/title")
    base = tree.find(".//head/base")
    return BuiltPage(
        path=path,
        language=tree.get("lang") or "",
        title=" ".join((title.text or "").split()) if title is not None else "",
        h1=tuple(notes.h1),
        ids=notes.ids,
        repeated_ids=tuple(notes.repeated),
        references=tuple(notes.references),
        id_references=tuple(notes.id_references),
        images_without_alt=tuple(notes.images_without_alt),
        prose=tuple(notes.prose),
        base=(base.get("href") or "") if base is not None else "",
    )


class _PageNotes:
    """Collects what the elements of one page hold."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self.repeated: list[tuple[str, int]] = []
        self.references: list[Reference] = []
        self.id_references: list[tuple[str, str, int]] = []
        self.images_without_alt: list[tuple[str, int]] = []
        self.prose: list[tuple[str, int]] = []
        self.h1: list[str] = []

    def element(self, element: Any) -> None:
        tag, attributes, line = element.tag, element.attrib, element.sourceline or 1
        if attributes:
            self._ids(tag, attributes, line)
            for name, address in addresses(attributes):
                relation, language = attributes.get("rel") or "", attributes.get("hreflang") or ""
                self.references.append(Reference(tag, name, address, relation, language, line))
            self.id_references.extend((name, target, line) for name, target in id_references(attributes))
            if tag == "img" and "alt" not in attributes:
                self.images_without_alt.append((attributes.get("src") or "", line))
        if tag == "h1":
            self.h1.append(" ".join("".join(element.itertext()).split()))
        if tag in _PROSE:
            text = _own_text(element)
            if text:
                self.prose.append((text, line))

    def _ids(self, tag: str, attributes: Any, line: int) -> None:
        identity = attributes.get("id")
        if identity:
            if identity in self.ids:
                self.repeated.append((identity, line))
            self.ids.setdefault(identity, line)
        name = attributes.get("name") if tag == "a" else None
        if name:
            self.ids.setdefault(name, line)


def _own_text(element: Any) -> str:
    """Text of an element without that of code in it (nested prose counts with its own element)."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _IN_CODE and child.tag not in _PROSE:
            parts.append(_own_text(child))
        parts.append(child.tail or "")
    return "".join(parts).strip()
