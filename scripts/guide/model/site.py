"""The built site as read back: pages with their ids and addresses, the sitemap, files.

What lives here: shapes, and which of a site's files answers at a path. What does not:
opening the files (``reading/site.py``) and judging them (``checks/rules/built.py``).
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

MARKDOWN_SIGNS = ("[^", "](", "{#", "{: ", "!!! ", "??? ", "<!--", "&lt;!--", "///notes///", "**", "| --- |", "| - |")
"""What readers should never see."""
SAID_TO_MACHINES = frozenset({"canonical", "alternate", "preconnect", "dns-prefetch"})
"""Relations of addresses that no browser goes to by itself."""


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


@dataclass(frozen=True, slots=True, weakref_slot=True)
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
    scripts: tuple[str, ...] = ()
    """``src`` of each script."""
    description: str = ""
    """What the page says of itself to search engines and to those that show a link."""
    is_hidden: bool = False
    """Search engines are told to leave the page out (robots, noindex)."""
    unnamed: tuple[tuple[str, int], ...] = ()
    """Links, buttons and fields that have no name, with the line."""


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


def paths_served(path: str) -> tuple[str, ...]:
    """Give the files that a web server may answer with for ``path`` from the site's root: the first that is there."""
    index = posixpath.join(path, "index.html") if path else "index.html"
    return (path, index) if path and not path.endswith("/") else (index,)


def served_file(path: str, files: Collection[str]) -> str | None:
    """Give the file that a web server answers with for ``path`` from the site's root, of those that the site has."""
    return next((each for each in paths_served(path) if each in files), None)


def paths_from(place: str, path: str) -> tuple[str, ...]:
    """Give the files that a relative ``path`` may lead to from the folder ``place``: the first that is there."""
    joined = posixpath.normpath(posixpath.join(place, path))
    if joined.startswith(".."):
        return ()
    joined = "" if joined == "." else joined
    return paths_served(joined + "/" if path.endswith("/") and joined else joined)
