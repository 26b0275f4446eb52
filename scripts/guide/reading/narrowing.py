"""Faster reading of Markdown: each rule of the parser is tried only at the letters it can begin with.

What lives here: which letters those are, and putting them before the rules of a
markdown-it-py parser. What does not: the rules (``markdown.py`` and the library).

By itself the parser tries a dozen rules on every line, and a dozen on every inline
element; nearly each of them looks at the first letter and gives up. That is half
of what reading a page costs. What is read stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleFuncTv, Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_BlockRule: TypeAlias = Callable[[StateBlock, int, int, bool], bool]
_InlineRule: TypeAlias = Callable[[StateInline, bool], bool]
# The letters that each rule's line or element begins with. A rule that is not named is tried everywhere.
_BLOCKS = {
    **{"fence": "`~", "blockquote": ">", "hr": "*-_", "list": "*+-0123456789", "reference": "[", "html_block": "<"},
    **{"heading": "#", "box": "!?=", "footnote_definition": "["},
}
# Where another block ends, the rule for definition lists looks only for the next definition.
_INTERRUPTIONS = {**_BLOCKS, "deflist": ":~"}
_INLINES = {
    **{"newline": "\n", "escape": "\\", "backticks": "`", "strikethrough": "~", "emphasis": "*_", "entity": "&"},
    **{"citation": "[", "link": "[", "undefined_reference": "[", "image": "!", "autolink": "<", "html_inline": "<"},
}
# How a line ends that may make a heading of the paragraph above it.
_ANY_UNDERLINE = re.compile(r"[=-][ \t]*$", re.MULTILINE)
_ANY_MARKUP = re.compile("[" + re.escape("".join(sorted({*"".join(_INLINES.values())}))) + "]")


def narrow(parser: MarkdownIt) -> None:
    """Put the letters before the rules of ``parser``; call it when all its rules are there."""
    blocks, inlines = parser.block.ruler, parser.inline.ruler
    for rule in blocks.__rules__:
        if rule.name == "lheading":
            rule.fn = _where_underlined(rule.fn)
    chains = {"", *(chain for rule in blocks.__rules__ for chain in rule.alt)}
    parser.block.ruler = _Narrowed(
        blocks,
        {chain: _block_rule(*_by_letter(blocks, chain, _INTERRUPTIONS if chain else _BLOCKS)) for chain in chains},
    )
    parser.inline.ruler = _Narrowed(inlines, {"": _inline_rule(*_by_letter(inlines, "", _INLINES))})
    parser.core.ruler.at("inline", _inline)


class _Narrowed(Ruler[RuleFuncTv]):
    """The same rules, but each chain of them is one rule that knows which ones to try."""

    def __init__(self, whole: Ruler[RuleFuncTv], chains: Mapping[str, RuleFuncTv]) -> None:
        super().__init__()
        self.__rules__ = whole.__rules__
        self._chains = {name: [rule] for name, rule in chains.items()}

    def getRules(self, chainName: str = "") -> list[RuleFuncTv]:
        """Give the one rule of a chain."""
        return self._chains.get(chainName, [])


def _where_underlined(rule: _BlockRule) -> _BlockRule:
    """Give the rule for underlined headings, which reads each paragraph to its end, but on pages that may have one."""

    def underlined(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        if "underlines" not in state.env:
            state.env["underlines"] = _ANY_UNDERLINE.search(state.src) is not None
        return state.env["underlines"] and rule(state, start_line, end_line, silent)

    return underlined


def _by_letter(
    ruler: Ruler[RuleFuncTv], chain: str, letters: Mapping[str, str]
) -> tuple[Mapping[str, tuple[RuleFuncTv, ...]], tuple[RuleFuncTv, ...]]:
    """Give the rules to try at each letter that some rule begins with, and those to try at any other."""
    rules = [rule for rule in ruler.__rules__ if rule.enabled and (not chain or chain in rule.alt)]

    def at(letter: str) -> Iterable[RuleFuncTv]:
        return (rule.fn for rule in rules if rule.name not in letters or letter in letters[rule.name])

    known = {letter for rule in rules for letter in letters.get(rule.name, "")}
    elsewhere = tuple(rule.fn for rule in rules if rule.name not in letters)
    return {letter: tuple(at(letter)) for letter in known}, elsewhere


def _block_rule(at: Mapping[str, tuple[_BlockRule, ...]], elsewhere: tuple[_BlockRule, ...]) -> _BlockRule:
    def try_them(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        start = state.bMarks[start_line] + state.tShift[start_line]
        # Not only within the line: the rules themselves look at the letter after an empty one.
        for rule in at.get(state.src[start : start + 1], elsewhere):  # noqa: SIM110 – any() would cost a generator
            if rule(state, start_line, end_line, silent):
                return True
        return False

    return try_them


def _inline_rule(at: Mapping[str, tuple[_InlineRule, ...]], elsewhere: tuple[_InlineRule, ...]) -> _InlineRule:
    def try_them(state: StateInline, silent: bool) -> bool:
        for rule in at.get(state.src[state.pos], elsewhere):  # noqa: SIM110 – as above
            if rule(state, silent):
                return True
        return False

    return try_them


def _inline(state: StateCore) -> None:
    """Read the text of each block; what holds no letter that an element begins with is one piece of text."""
    for block in state.tokens:
        if block.type != "inline":
            continue
        block.children = block.children or []
        if _ANY_MARKUP.search(block.content):
            state.md.inline.parse(block.content, state.md, state.env, block.children)
        elif block.content:
            block.children.append(Token("text", "", 0, content=block.content))
