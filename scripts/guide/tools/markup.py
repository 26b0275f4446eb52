"""HTML, through lxml: fragments in Markdown sources and whole built pages.

What lives here: the one place that calls the HTML parser, and the attributes that
point to something. What does not: Markdown, and judging what was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any, TypeVar

from lxml import etree, html

ID_LISTS = frozenset({"aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-flowto", "headers"})
ID_SINGLES = frozenset({"for", "list", "form", "aria-activedescendant", "aria-details", "aria-errormessage"})
URL_ATTRIBUTES = frozenset({"href", "src", "data", "poster", "action", "cite", "longdesc", "formaction"})
SRCSETS = frozenset({"srcset", "imagesrcset"})
ID_ATTRIBUTES = ID_LISTS | ID_SINGLES | {"xlink:href"}

_Place = TypeVar("_Place")
# Elements without content, https://html.spec.whatwg.org/multipage/syntax.html#void-elements
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


class _Tags(HTMLParser):
    """Notes every start and end tag of a text as written, which the tree of elements no longer knows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.found.append((tag, self.getpos()[0] - 1))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """``<path/>`` needs no end."""

    def handle_endtag(self, tag: str) -> None:
        self.found.append((f"/{tag}", self.getpos()[0] - 1))


def tags_in(text: str) -> list[tuple[str, int]]:
    """Give the start ("em") and end ("/em") tags of a text in order, each with its line from 0."""
    parser = _Tags()
    parser.feed(text)
    parser.close()
    return parser.found


def unbalanced(tags: Iterable[tuple[str, _Place]]) -> Iterator[tuple[_Place, str]]:
    """Give the tags that have no counterpart, or end another element than the last that was begun.

    >>> list(unbalanced([("p", 1), ("em", 2), ("/p", 3)]))
    [(2, '<em>')]
    """
    begun: list[tuple[str, _Place]] = []
    told: list[str] = []
    for tag, place in tags:
        if not tag.startswith("/"):
            begun.append((tag, place))
        elif any(name == tag[1:] for name, _ in begun):
            while begun[-1][0] != tag[1:]:
                name, where = begun.pop()
                told.append(name)
                yield where, f"<{name}>"
            begun.pop()
        elif tag[1:] in told:
            told.remove(tag[1:])
        else:
            yield place, f"<{tag}>"
    for name, where in begun:
        yield where, f"<{name}>"


def parse_fragment(text: str) -> Any:
    """Parse a piece of HTML; its elements are the descendants of what is returned. None when there are none."""
    try:
        return html.fragment_fromstring(_clean(text), create_parent="div", parser=_fragment_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def parse_page(data: bytes) -> Any:
    """Parse a whole page (UTF-8). None when there is nothing in it."""
    try:
        # etree's own parser: the elements of lxml.html cost a look-up in Python each.
        return etree.HTML(data, _page_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def parse_xml(data: bytes) -> Any:
    """Parse XML without reaching for anything outside it. Raises ValueError with line and reason."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ValueError(str(error)) from None


def elements_of(tree: Any) -> Iterator[Any]:
    """Every element below ``tree`` in document order, without comments."""
    for element in tree.iter():
        if isinstance(element.tag, str) and element is not tree:
            yield element


def comments_of(tree: Any) -> Iterator[Any]:
    """Every comment below ``tree``."""
    yield from tree.iter(etree.Comment)


def id_references(attributes: Any) -> Iterator[tuple[str, str]]:
    """Pointers to ids on the same page: attribute and id (ARIA, ``for``, SVG's ``url(#id)``)."""
    for name, value in attributes.items():
        if name in ID_LISTS:
            for part in value.split():
                yield name, part
        elif name in ID_SINGLES:
            if value.strip():
                yield name, value.strip()
        elif "url(#" in value:
            yield name, value.split("url(#", 1)[1].split(")", 1)[0]
        elif name == "xlink:href" and value.startswith("#"):
            yield name, value[1:]


def url_attributes(attributes: Any) -> Iterator[tuple[str, str]]:
    """Attributes that hold an address: attribute and address, ``srcset`` taken apart."""
    for name, value in attributes.items():
        if name in URL_ATTRIBUTES:
            yield name, value.strip()
        elif name in SRCSETS:
            for address in addresses_in_srcset(value):
                yield name, address


def addresses_in_srcset(value: str) -> Iterator[str]:
    """Give the address of each candidate in a ``srcset``."""
    for candidate in value.split(","):
        parts = candidate.split()
        if parts:
            yield parts[0]


@cache
def _page_parser() -> Any:
    # Nobody asks it for elements by their ids: it need not collect them.
    return etree.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False)


def _fragment_parser() -> Any:
    return html.HTMLParser(huge_tree=True)


def _clean(text: str) -> str:
    """Take out what libxml2 refuses in text: NUL and surrogates."""
    if text.isascii() and "\0" not in text:
        return text
    return "".join(c for c in text if c != "\0" and not 0xD800 <= ord(c) <= 0xDFFF)
