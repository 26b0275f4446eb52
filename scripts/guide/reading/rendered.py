"""What the builder makes of a page's Markdown, block by block: Python-Markdown with the guide's extensions.

What lives here: running Python-Markdown as MkDocs does, as far as its tree of blocks, and its reading of one
block's text. What does not: the checker's own reading (``outline.py``), comparing the two (``comparing.py``),
and the HTML of the page, which the builder makes.
"""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from functools import cache

import markdown
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

from guide.model.settings import Extensions
from guide.reading.markdown import split_attributes
from guide.reading.outline import Outlined, list_kind, squeezed, written

_INLINE_STEPS = ("inline", "attr_list", "unescape")
_BLOCKS = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre"),
        *("table", "div", "details", "hr", "figure", "section", "aside"),
    }
)
_HOLDERS = {"li": "item", "blockquote": "quotation", "dd": "definition"}
_TAGS = re.compile(r"<[^>]*>")


class Rendered:
    """One page as Python-Markdown reads it."""

    def __init__(self, text: str, builder: markdown.Markdown) -> None:
        """Read a text with ``builder`` (see ``builder_with``), which serves one page at a time."""
        builder.reset()
        lines = text.split("\n")
        for preprocessor in builder.preprocessors:
            lines = preprocessor.run(lines)
        self._builder = builder
        root = builder.parser.parseDocument(lines).getroot()
        self._root = root if root is not None else etree.Element("div")

    def outline(self) -> list[Outlined]:
        """Give the blocks; the lines they stand on are not known to Python-Markdown."""
        return list(self._blocks(self._root))

    def words(self, text: str) -> str:
        """Give the words that a reader sees of a block in which ``text`` is written."""
        block = etree.Element("p")
        block.text = text
        root = etree.Element("div")
        root.append(block)
        for name in _INLINE_STEPS:
            if name in self._builder.treeprocessors:
                self._builder.treeprocessors[name].run(root)
        return squeezed(self._shown(_text(block)))

    def _blocks(self, parent: etree.Element) -> Iterator[Outlined]:
        """Give the blocks in an element: those of its children, and loose text as paragraphs."""
        loose = parent.text or ""
        for child in parent:
            if child.tag in _BLOCKS:
                yield from self._leaf("paragraph", loose)
                yield from self._block(child)
                loose = child.tail or ""
            else:
                loose += _text(child) + (child.tail or "")
        yield from self._leaf("paragraph", loose)

    def _leaf(self, kind: str, text: str) -> Iterator[Outlined]:
        whole = HTML_PLACEHOLDER_RE.fullmatch(text.strip()) if kind == "paragraph" else None
        if whole:
            yield from self._put_aside(self._aside(whole))
        else:
            text = written(HTML_PLACEHOLDER_RE.sub(self._aside, text))
            if text or kind != "paragraph":
                yield Outlined(kind, text)

    def _aside(self, placeholder: re.Match[str]) -> str:
        """Give the raw HTML that was put aside; "" for code, which is a block of its own."""
        return str(self._builder.htmlStash.rawHtmlBlocks[int(placeholder[1])])

    @staticmethod
    def _put_aside(raw: str) -> Iterator[Outlined]:
        """Give code that was put aside as a block; raw HTML is no block of Markdown."""
        if "<code" in raw and raw.lstrip().startswith(('<div class="highlight', "<pre")):
            yield Outlined("code", squeezed(html.unescape(_TAGS.sub("", raw))))

    def _block(self, element: etree.Element) -> Iterator[Outlined]:
        tag = element.tag
        if tag == "p":
            yield from self._leaf("paragraph", _text(element))
        elif tag == "dt":
            yield from self._leaf("term", _text(element))
        elif tag[0] == "h" and tag[1:].isdigit():
            yield from self._leaf(f"heading {tag[1]}", split_attributes(_text(element))[0])
        elif tag in {"ul", "ol"}:
            start = int(element.get("start", "1")) if tag == "ol" else None
            yield from self._holder(list_kind(start, len(element)), element)
        elif tag in _HOLDERS:
            yield from self._holder(_HOLDERS[tag], element)
        elif tag == "pre":
            yield Outlined("code", squeezed(html.unescape("".join(element.itertext()).replace(AMP_SUBSTITUTE, "&"))))
        elif tag == "table":
            yield from self._table(element)
        elif tag == "details" or "admonition" in element.get("class", "").split():
            yield from self._box(element)
        elif tag == "hr":
            yield Outlined("line")
        elif element.get("class") != "footnote":
            yield from self._blocks(element)

    def _holder(self, kind: str, element: etree.Element, title: str = "") -> Iterator[Outlined]:
        yield Outlined(kind, title)
        yield from self._blocks(element)
        yield Outlined("end")

    def _table(self, element: etree.Element) -> Iterator[Outlined]:
        rows = list(element.iter("tr"))
        yield Outlined(f"table of {len(rows)} × {len(rows[0]) if rows else 0}")
        for cell in (cell for row in rows for cell in row):
            yield from self._leaf("cell", _text(cell).replace("\\|", "|"))

    def _box(self, element: etree.Element) -> Iterator[Outlined]:
        kind = next((name for name in element.get("class", "").split() if name != "admonition"), "")
        title, rest = "", etree.Element("div")
        for child in element:
            if child.tag == "summary" or child.get("class") == "admonition-title":
                title = squeezed(_text(child))
            else:
                rest.append(child)
        yield from self._holder(f"box {kind}", rest, title)

    def _shown(self, text: str) -> str:
        """Give text with what was put aside in its place: letters written as entities stay, tags go."""
        text = HTML_PLACEHOLDER_RE.sub(lambda found: _letters(self._aside(found)), text)
        return html.unescape(text.replace(AMP_SUBSTITUTE, "&"))


@cache
def builder_with(extensions: Extensions) -> markdown.Markdown:
    """Give Python-Markdown with extensions; one that is not installed, or refuses its options, is left out."""
    made = markdown.Markdown()
    for name, options in extensions:
        try:
            made.registerExtensions([name], {name: json.loads(options)})
        except Exception:  # noqa: S112 - an extension may raise anything; MkDocs says so when it builds
            continue
    return made


def _text(element: etree.Element) -> str:
    """Give the text of a block: with line breaks as spaces, and the alternative texts of pictures."""
    if element.tag == "img":
        return element.get("alt", "")
    if element.tag == "br":
        return " "
    return (element.text or "") + "".join(_text(child) + (child.tail or "") for child in element)


def _letters(raw: str) -> str:
    return "" if raw.lstrip().startswith("<") else raw
