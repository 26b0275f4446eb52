"""The Markdown that guides are written in: CommonMark with Python-Markdown's additions.

What lives here: a markdown-it-py parser that knows tables, definition lists, boxes
(``!!!``, ``???``, ``===``), citations (``[^key]``), footnote definitions and
attribute lists, and that notes where inline elements start. What does not: making
the model out of the tokens (``reading.py``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

_BOX_STARTS = ("!!! ", "???+ ", "??? ", "===+ ", "===! ", "=== ")
_ENDS_PARAGRAPH: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
_LOCATED = ("link", "image", "autolink", "html_inline")


@dataclass
class Attributes:
    """An attribute list: ``{#id .class key=value}``."""

    id: str = ""
    """The id."""
    classes: list[str] = field(default_factory=list)
    """The classes."""
    pairs: dict[str, str] = field(default_factory=dict)
    """Other attributes."""


def make_parser() -> MarkdownIt:
    """Give a parser. One serves any number of pages."""
    parser = MarkdownIt("commonmark", {"store_labels": True}).enable(["table", "strikethrough"])
    deflist_plugin(parser)
    parser.block.ruler.before("fence", "box", _box, _ENDS_PARAGRAPH)
    parser.block.ruler.before("reference", "footnote_definition", _footnote_definition, _ENDS_PARAGRAPH)
    parser.core.ruler.after("block", "heading_attributes", _heading_attributes)
    rules = dict(zip(parser.inline.ruler.get_active_rules(), parser.inline.ruler.getRules(""), strict=True))
    for name in _LOCATED:
        parser.inline.ruler.at(name, _located(rules[name]))
    parser.inline.ruler.before("link", "citation", _located(_citation))
    parser.inline.ruler.after("link", "undefined_reference", _undefined_reference)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


@cache
def parser() -> MarkdownIt:
    """Give the one parser that all pages are read with."""
    return make_parser()


def text_of(markdown: str) -> str:
    """Give a line of Markdown as a reader sees it: without marks, links and references to notes."""
    return plain_text(parser().parseInline(markdown)[0])


def split_attributes(text: str) -> tuple[str, Attributes | None]:
    """Take an attribute list off the end of ``text``.

    >>> split_attributes("Varför {#why}")[0]
    'Varför'
    """
    stripped = text.rstrip()
    start = stripped.rfind("{")
    if not stripped.endswith("}") or start < 0:
        return text, None
    attributes = parse_attributes(stripped[start + 1 : -1])
    return (stripped[:start].rstrip(), attributes) if attributes else (text, None)


def parse_attributes(inner: str) -> Attributes | None:
    """Read what stands between the braces; None when it is no attribute list."""
    words = _words(inner.lstrip(":"))
    if not words:
        return None
    found = Attributes()
    for word in words:
        name, equals, value = word.partition("=")
        if word.startswith("#") and len(word) > 1:
            found.id = word[1:]
        elif word.startswith(".") and len(word) > 1:
            found.classes.append(word[1:])
        elif equals and name:
            found.pairs[name.lower()] = value.strip("\"'")
            if name.lower() == "id":
                found.id = found.pairs[name.lower()]
        elif name.replace("-", "").replace("_", "").isalnum():
            found.pairs[name] = name
        else:
            return None
    return found


def _words(text: str) -> list[str]:
    """Split at white space outside quotation marks."""
    words, word, quote = [], "", ""
    for character in text:
        if quote:
            quote = "" if character == quote else quote
            word += character
        elif character in "\"'":
            quote = character
            word += character
        elif character.isspace():
            words.append(word)
            word = ""
        else:
            word += character
    return [each for each in [*words, word] if each]


def plain_text(inline: Token) -> str:
    """Give the text of a block as a reader sees it, without code, citations and attribute lists."""
    return " ".join("".join(map(shown, inline.children or ())).split())


def shown(token: Token) -> str:
    """Give what a reader sees of one inline token, as plain text."""
    if token.type == "text":
        text = token.content
        if text.startswith("{") and "}" in text and parse_attributes(text[1 : text.index("}")]):
            return text[text.index("}") + 1 :]
        return text
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type == "image":
        return token.content
    return "…" if token.type == "code_inline" else ""


def _located(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """Give ``rule`` the habit of noting on its token where in the block's text it starts and ends."""

    def located(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        done = rule(state, silent)
        if done and not silent:
            for token in state.tokens[count:]:
                if token.type != "text" and "start" not in token.meta:
                    token.meta["start"], token.meta["end"] = start, state.pos
                    break
        return done

    return located


def _citation(state: StateInline, silent: bool) -> bool:
    """``[^key]``: a reference to the bibliography or to a footnote."""
    if not state.src.startswith("[^", state.pos):
        return False
    end = state.src.find("]", state.pos, state.posMax)
    key = state.src[state.pos + 2 : end]
    if end < 0 or not key or "\n" in key or "[" in key:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = key
        token.meta["after"] = state.src[state.pos - 1] if state.pos else ""
        token.meta["before"] = state.src[end + 1] if end + 1 < len(state.src) else ""
    state.pos = end + 1
    return True


def _undefined_reference(state: StateInline, silent: bool) -> bool:
    """Note ``[text][label]`` whose label is not defined; the text itself stays text."""
    if state.src[state.pos] != "[" or silent:
        return False
    label_end = state.md.helpers.parseLinkLabel(state, state.pos, False)
    if label_end < 0 or not state.src.startswith("[", label_end + 1):
        return False
    close = state.src.find("]", label_end + 2, state.posMax)
    if close < 0:
        return False
    label = state.src[label_end + 2 : close] or state.src[state.pos + 1 : label_end]
    if label.startswith("^") or not label.strip() or "[" in label:
        return False
    if normalizeReference(label) not in state.env.get("references", {}):
        token = state.push("undefined_reference", "", 0)
        token.content = label
        token.meta["start"], token.meta["end"] = state.pos, close + 1
        state.pending += state.src[state.pos]
        state.pos += 1
        return True
    return False


def _box(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """``!!! kind "Title"`` and its relatives, with content indented by four."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith(_BOX_STARTS, start) or state.is_code_block(start_line):
        return False
    line = state.src[start : state.eMarks[start_line]]
    marker = line.partition(" ")[0]
    if silent:
        return True
    next_line = _end_of_indented(state, start_line, end_line)
    token = state.push("box_open", "div", 1)
    token.markup, token.info, token.map = marker, line[len(marker) :].strip(), [start_line, next_line]
    _tokenize_indented(state, start_line, next_line, "box")
    state.push("box_close", "div", -1)
    state.line = next_line
    return True


def _footnote_definition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """``[^key]: text``: a footnote, with more paragraphs indented by four."""
    start, end = state.bMarks[start_line] + state.tShift[start_line], state.eMarks[start_line]
    if not state.src.startswith("[^", start):
        return False
    close = state.src.find("]:", start, end)
    if state.is_code_block(start_line) or close < start + 3:
        return False
    key = state.src[start + 2 : close]
    if "]" in key or "[" in key:
        return False
    if silent:
        return True
    next_line = _end_of_indented(state, start_line, end_line)
    token = state.push("footnote_definition", "", 0)
    token.content, token.map = key, [start_line, next_line]
    text = state.src[close + 2 : end]
    if text.strip():
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = text.strip(), [start_line, start_line + 1], []
    _tokenize_indented(state, start_line, next_line, "footnote")
    state.line = next_line
    return True


def _end_of_indented(state: StateBlock, start_line: int, end_line: int) -> int:
    """First line after ``start_line`` that is neither blank nor indented by four, without trailing blanks."""
    next_line = last = start_line + 1
    while next_line < end_line:
        if not state.isEmpty(next_line):
            if state.sCount[next_line] - state.blkIndent < 4:
                break
            last = next_line + 1
        next_line += 1
    return last


def _tokenize_indented(state: StateBlock, start_line: int, next_line: int, parent: str) -> None:
    old_parent, old_line_max, old_indent = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax, state.blkIndent = parent, next_line, state.blkIndent + 4
    state.md.block.tokenize(state, start_line + 1, next_line)
    state.parentType, state.lineMax, state.blkIndent = old_parent, old_line_max, old_indent


def _heading_attributes(state: StateCore) -> None:
    """Move a heading's attribute list from its text to its token."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type == "heading_open" and inline.type == "inline":
            inline.content, attributes = split_attributes(inline.content)
            opening.meta["attributes"] = attributes
