"""Pictures, style sheets, scripts and templates: whether they can be read, and what they reach for.

What lives here: opening each as what its name says it is. What does not: whether pages use them
(``checks/rules/links.py``), and what is built of them (``client/``, ``builder/``).
"""

from __future__ import annotations

import io
import posixpath
import re
import warnings
from collections.abc import Collection, Iterator
from functools import lru_cache
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import tinycss2
from jinja2 import Environment, TemplateSyntaxError, nodes
from PIL import Image

from guide.model.place import Position, Problem
from guide.tools.markup import elements_of, parse_xml
from guide.tools.names import nearest

_PICTURES = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WEBP", ".avif": "AVIF"}
LOOKED_AT = frozenset({*_PICTURES, ".svg", ".css", ".js", ".mjs"})
"""Endings of the names of files that ``look_at`` can open."""
_HEAVIEST = 2_000_000
_FOREIGN = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_IMPORT = re.compile(r"""\b(?:import|export)\b[^"'`;]*?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']""")
_REACHES = re.compile(
    r"""(?:fetch|import|new (?:Worker|WebSocket|EventSource)|importScripts)\(\s*["'`]((?:https?|wss?):)"""
)
_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)
# What MkDocs and the builder (builder/hook.py) give templates beside Jinja's own.
_FILTERS = (
    *("url", "script_tag", "address", "moved_anchors", "short_addresses", "card_tags", "linked_data", "easy_start"),
    *(
        "other_wording",
        "search_index",
        "search_texts",
        "style_sheet",
        "script",
        "in_attribute",
        "slug",
        "dates",
        "twin",
    ),
    *("search_description", "feed"),
)
_LOADS = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "object": "data"}
_NOT_LOADED = frozenset({"canonical", "alternate", "license", "author", "me", "help"})


class SeenTemplate(NamedTuple):
    """What there is to say of a template."""

    problems: tuple[Problem, ...]
    """What is wrong with it."""
    pages: tuple[tuple[str, Position], ...]
    """Pages that it names, and where."""


@lru_cache(maxsize=512)
def look_at(data: bytes, path: str, name: str, assets: frozenset[str]) -> tuple[Problem, ...]:
    """Give what is wrong with one file: its bytes, what findings call it, its path in docs, and all paths there."""
    suffix = posixpath.splitext(name)[1].lower()
    if suffix in _PICTURES:
        found = _picture(data, suffix)
    elif suffix == ".svg":
        found = _drawing(data)
    elif suffix == ".css":
        found = _style_sheet(data.decode("utf-8", "replace"), name, assets)
    elif suffix in {".js", ".mjs"}:
        found = _script(data.decode("utf-8", "replace"), name, assets)
    else:
        return ()
    return tuple(Problem(code, Position(path, line), says) for code, line, says in found)


def reaches(text: str, path: str) -> Iterator[Problem]:
    """Give where a script asks another host for something."""
    for found in _REACHES.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Problem("script-wrong", Position(path, line), "it fetches from another host")


@lru_cache(maxsize=512)
def pages_of_pdf(data: bytes) -> int:
    """Give how many pages a PDF has; 0 where it cannot be opened, or nothing is installed to open it with."""
    try:
        import pikepdf

        with pikepdf.open(io.BytesIO(data)) as file:
            return len(file.pages)
    except Exception:
        return 0


@lru_cache(maxsize=512)
def look_at_template(text: str, path: str) -> SeenTemplate:
    """Give what is wrong with one template of the theme's overrides, and which pages it names."""
    environment = Environment(autoescape=True)
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as error:
        says = f"cannot be read: {error.message}"
        return SeenTemplate((Problem("template-wrong", Position(path, error.lineno or 1), says),), ())
    known = {*environment.filters, *_FILTERS}
    unknown = tuple(
        Problem("template-wrong", Position(path, each.lineno), f'there is no filter "{each.name}"', "", near)
        for each in tree.find_all(nodes.Filter)
        if each.name not in known
        for near in [nearest(each.name, known)]
    )
    parser = _Template()
    parser.feed(_JINJA.sub(lambda found: "\n" * found[0].count("\n"), text))
    parser.close()
    forbidden = tuple(Problem("template-wrong", Position(path, line), says) for line, says in parser.found)
    compared = {id(each) for each in _compared(tree)}
    consts = (each for each in tree.find_all(nodes.Const) if id(each) not in compared)
    texts = ((each.value, Position(path, each.lineno)) for each in consts)
    pages = tuple((name, place) for name, place in texts if isinstance(name, str) and name.endswith(".md"))
    return SeenTemplate((*unknown, *forbidden), pages)


def _compared(tree: nodes.Template) -> Iterator[nodes.Const]:
    """Give the texts that something is compared with: a page that is not there is then only never met."""
    for compare in tree.find_all(nodes.Compare):
        yield from compare.find_all(nodes.Const)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr in ("endswith", "startswith"):
            for argument in call.args:
                yield from [argument] if isinstance(argument, nodes.Const) else argument.find_all(nodes.Const)


_Found = Iterator[tuple[str, int, str]]


def _picture(data: bytes, suffix: str) -> _Found:
    if len(data) > _HEAVIEST:
        yield "picture-wrong", 1, f"it weighs {len(data) / 1e6:.1f} MB; at most {_HEAVIEST / 1e6:.0f}"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(data)) as picture:
                kind = picture.format
                picture.load()
    except Exception as error:
        yield "picture-wrong", 1, f"it cannot be shown: {str(error).replace(str(io.BytesIO), '')[:60] or 'damaged'}"
        return
    if kind not in {_PICTURES[suffix], "MPO"}:
        yield "picture-wrong", 1, f"its name says {_PICTURES[suffix]}, and it is {kind}"


def _drawing(data: bytes) -> _Found:
    try:
        tree = parse_xml(data)
    except ValueError as error:
        yield "picture-wrong", 1, f"it cannot be shown: {error}"
        return
    if not str(tree.tag).endswith("}svg"):
        yield "picture-wrong", 1, 'it is no SVG: browsers need xmlns="http://www.w3.org/2000/svg"'
    for element in (tree, *elements_of(tree)):
        tag = str(element.tag).rpartition("}")[2]
        if tag in {"script", "foreignObject", "iframe"}:
            yield "picture-wrong", element.sourceline or 1, f"it holds <{tag}>"
        for name, value in element.attrib.items():
            plain = str(name).rpartition("}")[2]
            if plain.startswith("on"):
                yield "picture-wrong", element.sourceline or 1, f"it holds a script ({plain})"
            if plain in {"href", "src"} and tag != "a" and _FOREIGN.match(value):
                yield "picture-wrong", element.sourceline or 1, f"it fetches from another host: {value[:50]}"


def _style_sheet(text: str, name: str, assets: Collection[str]) -> _Found:
    nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    if text.count("{") > text.count("}") and not any(node.type == "error" for node in nodes):
        yield "style-wrong", text.count("\n", 0, text.rfind("{")) + 1, "a { has no }"
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if node.type == "error":
            yield "style-wrong", node.source_line, f"cannot be read: {node.message}"
            continue
        if node.type == "at-rule" and node.lower_at_keyword == "import":
            yield "style-wrong", node.source_line, "@import: the sheets are joined by the build; name it in extra_css"
        for address, line in _addresses(node):
            says = _unreachable(address, name, assets)
            if says:
                yield "style-wrong", line, says
        waiting += [part for part in (getattr(node, "content", None) or ()) if part.type in {"error", "() block"}]


def _addresses(node: object) -> Iterator[tuple[str, int]]:
    """Give every url(…) below a node."""
    for name in ("prelude", "content", "arguments", "value"):
        parts = getattr(node, name, None)
        for part in parts if isinstance(parts, list) else ():
            if part.type == "url":
                yield part.value, part.source_line
            elif part.type == "function" and part.lower_name == "url":
                yield from ((each.value, each.source_line) for each in part.arguments if each.type == "string")
            else:
                yield from _addresses(part)


def _script(text: str, name: str, assets: Collection[str]) -> _Found:
    for found in _IMPORT.finditer(text):
        address = found[1] or found[2]
        says = _unreachable(address, name, assets) if address.startswith((".", "/", "http")) else ""
        if says:
            yield "script-wrong", text.count("\n", 0, found.start()) + 1, says


def _unreachable(address: str, name: str, assets: Collection[str]) -> str:
    """Say what is wrong with an address that a file in docs reaches for, or ""."""
    if address.startswith(("data:", "#")) or not address:
        return ""
    if _FOREIGN.match(address):
        return f"it fetches from another host: {address[:60]}"
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(urlsplit(address).path)))
    return "" if path.lstrip("/") in assets else f'there is no "{path}"'


class _Template(HTMLParser):
    """Notes what the site's policy forbids: scripts and styles within the page, and other hosts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "style" or (tag == "script" and "src" not in given and "json" not in given.get("type", "")):
            self._note(f"<{tag}> within the page: the site's policy lets no browser use it; put it in a file")
        for name, value in given.items():
            if name == "style" or (name.startswith("on") and name.isalpha()):
                self._note(f"the attribute {name}: the site's policy lets no browser use it; put it in a file")
            if name == "content" and _FOREIGN.match(value):
                self._note(f"the address of a host is written out: {value[:50]}")
        address = given.get(_LOADS.get(tag, ""), "")
        if _FOREIGN.match(address) and not _NOT_LOADED.intersection(given.get("rel", "").split()):
            self._note(f"it fetches from another host: {address[:60]}")

    def _note(self, says: str) -> None:
        self.found.append((self.getpos()[0], says))
