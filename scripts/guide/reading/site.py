"""The built site, read once: every page's ids and addresses, the sitemap, the search indexes.

What lives here: opening the files of a site folder, noting what they hold, and which
file a path leads to. What does not: judging it (``checks/rules/built.py``).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from guide.model.site import MARKDOWN_SIGNS, SAID_TO_MACHINES, BuiltPage, Location, Reference, Site, SiteError
from guide.tools import aside
from guide.tools.markup import (
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
_IN_CODE = frozenset({"code", "pre", "script", "style", "template", "kbd"})
_ANY_SIGN = re.compile("|".join(map(re.escape, MARKDOWN_SIGNS)).encode())


def read_site(folder: Path, name: str, *, whole: bool = False) -> Site:
    """Read the site in ``folder``; ``name`` is what findings call it. Raises SiteError.

    Nearly all addresses on the pages lead to a file that is plainly there. They are
    left out, unless the ``whole`` is asked for: there are hundreds on each page, and
    to keep them, hand them over from one process to another and look at them again
    cost as much as reading the pages.
    """
    if not folder.is_dir():
        raise SiteError(f"{name}: there is no built site — run make build first, or name its folder with --site")
    reader = _SiteReader(folder)
    reader.read(whole)
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

    def read(self, whole: bool) -> None:
        pages: list[tuple[Path, str]] = []
        for directory, folders, names in os.walk(self.folder):
            folders.sort()
            place = Path(directory)
            within = PurePosixPath(place.relative_to(self.folder)).as_posix()
            prefix = "" if within == "." else f"{within}/"
            for name in sorted(names):
                relative = prefix + name
                self.files.append(relative)
                if name.endswith((".html", ".htm")):
                    pages.append((place / name, relative))
                elif relative == "sitemap.xml":
                    self._sitemap(place / name, relative)
                elif name.endswith(".json") and "search" in name:
                    self._search(place / name, relative)

        plain = None if whole else _Plain(self.files)
        for (_, relative), page in zip(pages, aside.each(partial(_built_page, plain=plain), pages), strict=True):
            if page is None:
                self.unreadable.append((relative, "there is no HTML in it"))
            else:
                self.pages.append(page)
        if plain is not None:
            by_path = {page.path: page for page in self.pages}
            self.pages = [plain.without_known_anchors(page, by_path) for page in self.pages]

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


class _Plain:
    """What can be said of an address at a glance: a plain relative path that leads to a file of the site."""

    def __init__(self, files: Collection[str]) -> None:
        plain = {file for file in files if _NOT_PLAIN.isdisjoint(file)}
        folders = {file.removesuffix("index.html") for file in plain if f"/{file}".endswith("/index.html")}
        self.by_path = {
            **{folder.rstrip("/"): f"{folder}index.html" for folder in folders},
            **{folder: f"{folder}index.html" for folder in folders},
            **{file: file for file in plain},
        }

    def on_page(self, path: str) -> Callable[[str], str | None]:
        """Give what says of an address on the page at ``path`` which file it leads to, as anybody can see.

        It may give None for one that leads to a file: the check thinks again (``checks/rules/built.py``).
        """
        by_path, folders = self.by_path, _folders_above(path)
        most = len(folders)

        def file_at_glance(address: str) -> str | None:
            ups = address.count("../")
            if ups >= most or not address or not address.startswith("../" * ups):
                return None
            return by_path.get(folders[ups] + address[3 * ups :])

        return file_at_glance

    def without_known_anchors(self, page: BuiltPage, pages: Mapping[str, BuiltPage]) -> BuiltPage:
        """Give a page without the addresses that plainly lead to an id of another page."""
        if page.base:
            return page
        file_at_glance = self.on_page(page.path)

        def is_left(reference: Reference) -> bool:
            path, _, fragment = reference.address.partition("#")
            if not fragment or not _is_plain(fragment) or reference.relation in SAID_TO_MACHINES:
                return True
            goal = pages.get(file_at_glance(path) or "")
            return goal is None or fragment not in goal.ids

        return replace(page, references=tuple(filter(is_left, page.references)))


def _is_plain(fragment: str) -> bool:
    """Say whether a fragment is just an id: nothing escaped, and no text to look for."""
    return "%" not in fragment and ":~:" not in fragment


_NOT_PLAIN = frozenset(":?#%")


def _folders_above(path: str) -> list[str]:
    """Give the folder that a page is in, and those above it: "a/b/", "a/", ""."""
    parts = path.split("/")[:-1]
    return ["".join(f"{part}/" for part in parts[:end]) for end in range(len(parts), -1, -1)]


def _built_page(file: tuple[Path, str], plain: _Plain | None) -> BuiltPage | None:
    path, relative = file
    tree = parse_page(path.read_bytes())
    return None if tree is None else read_built_page(tree, relative, plain)


def read_built_page(tree: Any, path: str, plain: _Plain | None = None) -> BuiltPage:
    """Note what a parsed page holds; with ``plain``, without the addresses that plainly lead to a file."""
    title, base = tree.find(".//head/title"), tree.find(".//head/base")
    # Where a base element says what addresses start from, nothing is plain.
    notes = _PageNotes(plain.on_page(path) if plain is not None and base is None else None)
    notes.read(tree)
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
    )


class _PageNotes:
    """Collects ids and pointers of one page; it sees every element, so it does little with each."""

    def __init__(self, file_at_glance: Callable[[str], str | None] | None) -> None:
        self.file_at_glance = file_at_glance
        self.ids: dict[str, int] = {}
        self.repeated: list[tuple[str, int]] = []
        self.references: list[Reference] = []
        self.to_here: list[tuple[Any, str, str]] = []
        self.id_references: list[tuple[str, str, int]] = []

    def read(self, tree: Any) -> None:
        for element in tree.iter("*"):
            for name, value in element.items():
                kind = _KINDS.get(name)
                if kind == "address":
                    self._address(element, name, value.strip())
                elif kind == "id":
                    self._id(value, element.sourceline or 1)
                elif kind or "url(#" in value:
                    self._other(element, name, value)
        # Only now are all ids of the page known.
        for element, name, address in self.to_here:
            fragment = address[1:]
            if fragment not in self.ids or not _is_plain(fragment):
                self._keep(element, name, address, _relation(element))

    def _address(self, element: Any, name: str, address: str) -> None:
        relation = _relation(element)
        if self.file_at_glance is not None and relation not in SAID_TO_MACHINES:
            if address[:1] == "#":
                self.to_here.append((element, name, address))
                return
            if self.file_at_glance(address) is not None:
                return
        self._keep(element, name, address, relation)

    def _keep(self, element: Any, name: str, address: str, relation: str) -> None:
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


def _relation(element: Any) -> str:
    relation = element.get("rel")
    return " ".join(relation.lower().split()) if relation else ""


def _marked(tree: Any) -> Iterator[tuple[str, int]]:
    """Give the stretches of prose that hold a sign of Markdown; most pages have none anywhere."""
    if _ANY_SIGN.search(text_of_body(tree)):
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
