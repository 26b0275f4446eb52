"""The built site, read once: every page's ids and addresses, the sitemap, the search indexes.

What lives here: opening the files of a site folder, noting what they hold, and which
file a path leads to. What does not: judging it (``checks/rules/built.py``).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from guide.model.site import MARKDOWN_SIGNS, BuiltPage, Location, Reference, Site, SiteError
from guide.tools.markup import (
    ID_ATTRIBUTES,
    SRCSETS,
    URL_ATTRIBUTES,
    addresses_in_srcset,
    id_references,
    parse_page,
    parse_xml,
)
from guide.tools.processes import in_turn, sharing_for

_NO_FIELD = "hidden"
_PROSE = frozenset({"p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "figcaption", "summary"})
_IN_CODE = frozenset({"code", "pre", "script", "style", "template", "kbd"})


BuiltPageReading = Callable[[bytes, str], BuiltPage | None]
"""Reads a built page, as ``read_page_of_site``."""


def read_site(folder: Path, name: str, read: BuiltPageReading | None = None) -> Site:
    """Read the site in ``folder``; ``name`` is what findings call it. Raises SiteError.

    ``read`` is ``read_page_of_site``, or something that remembers what that gave.
    """
    if not folder.is_dir():
        raise SiteError(f"{name}: there is no built site — run make build first, or name its folder with --site")
    reader = _SiteReader(folder)
    reader.read()
    # What remembers does so in this process.
    each = sharing_for(len(reader.html)) if read is None else in_turn
    reader.take(each(partial(_read_file, folder, read or read_page_of_site), reader.html))
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
        self.html: list[str] = []
        self.pages: list[BuiltPage] = []
        self.files: list[str] = []
        self.sitemap: list[Location] = []
        self.search: list[tuple[str, str]] = []
        self.unreadable: list[tuple[str, str]] = []

    def read(self) -> None:
        for directory, folders, names in os.walk(self.folder):
            folders.sort()
            place = Path(directory)
            within = PurePosixPath(place.relative_to(self.folder)).as_posix()
            prefix = "" if within == "." else f"{within}/"
            for name in sorted(names):
                relative = prefix + name
                self.files.append(relative)
                if name.endswith((".html", ".htm")):
                    self.html.append(relative)
                elif relative == "sitemap.xml":
                    self._sitemap(place / name, relative)
                elif name.endswith(".json") and "search" in name:
                    self._search(place / name, relative)

    def take(self, pages: Iterable[BuiltPage | None]) -> None:
        """Take what was read of each page, in their order."""
        for relative, page in zip(self.html, pages, strict=True):
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


def _read_file(folder: Path, read: BuiltPageReading, relative: str) -> BuiltPage | None:
    return read((folder / relative).read_bytes(), relative)


def read_page_of_site(content: bytes, path: str) -> BuiltPage | None:
    """Note what a page holds; None where there is no HTML in it."""
    tree = parse_page(content)
    return None if tree is None else read_built_page(tree, path)


def read_built_page(tree: Any, path: str) -> BuiltPage:
    """Note what a parsed page holds."""
    title, base = tree.find(".//head/title"), tree.find(".//head/base")
    notes = _PageNotes(tree)
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
        scripts=tuple(script.get("src") or "" for script in tree.iter("script")),
        description=_meta(tree, "description"),
        is_hidden="noindex" in _meta(tree, "robots"),
        unnamed=tuple(_unnamed(tree)),
    )


def _meta(tree: Any, name: str) -> str:
    found = next((each for each in tree.iter("meta") if each.get("name") == name), None)
    return (found.get("content") or "").strip() if found is not None else ""


def _unnamed(tree: Any) -> Iterator[tuple[str, int]]:
    """Give what a reader can act on and no screen reader can name (Accessible Name and Description Computation 1.2)."""
    labelled = {label.get("for") for label in tree.iter("label")}
    for element in tree.iter("a", "button", "input", "select", "textarea"):
        is_field = element.tag not in ("a", "button")
        # Material's own check boxes are never shown: their labels are what is pressed.
        if (
            "data-md-toggle" in element.attrib
            or element.get("type") == _NO_FIELD
            or (element.tag == "a" and element.get("href") is None)
        ):
            continue
        named = any((element.get(name) or "").strip() for name in ("aria-label", "aria-labelledby", "title"))
        if is_field:
            named = named or element.get("id") in labelled or any(up.tag == "label" for up in element.iterancestors())
        elif not named:
            named = any(text.strip() for text in element.itertext()) or any(
                (each.get("alt") or each.get("aria-label") or "").strip() for each in element.iter("img", "svg")
            )
        if not named:
            yield element.tag, element.sourceline or 1


class _PageNotes:
    """Collects ids and pointers of one page; it sees every element, so it does little with each."""

    def __init__(self, tree: Any) -> None:
        self.ids: dict[str, int] = {}
        self.repeated: list[tuple[str, int]] = []
        self.references: list[Reference] = []
        self.id_references: list[tuple[str, str, int]] = []
        for element in tree.iter("*"):
            for name, value in element.items():
                kind = _KINDS.get(name)
                if kind == "address":
                    self._address(element, name, value.strip())
                elif kind == "id":
                    self._id(value, element.sourceline or 1)
                elif kind or "url(#" in value:
                    self._other(element, name, value)

    def _address(self, element: Any, name: str, address: str) -> None:
        relation = " ".join((element.get("rel") or "").lower().split())
        language, line = element.get("hreflang") or "", element.sourceline or 1
        self.references.append(Reference(element.tag, name, address, relation, language, line))

    def _id(self, value: str, line: int) -> None:
        if value in self.ids:
            self.repeated.append((value, line))
        elif value:
            self.ids[value] = line

    def _other(self, element: Any, name: str, value: str) -> None:
        line = element.sourceline or 1
        if name in SRCSETS:
            for address in addresses_in_srcset(value):
                self._address(element, name, address)
        elif name == "name" and element.tag == "a" and value:
            self.ids.setdefault(value, line)
        elif name in ID_ATTRIBUTES or "url(#" in value:
            self.id_references.extend((name, target, line) for name, target in id_references({name: value}))


_KINDS = {
    **dict.fromkeys(ID_ATTRIBUTES | SRCSETS | {"name"}, "other"),
    **dict.fromkeys(URL_ATTRIBUTES, "address"),
    "id": "id",
}


def _marked(tree: Any) -> Iterator[tuple[str, int]]:
    """Give the stretches of prose that hold a sign of Markdown."""
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
