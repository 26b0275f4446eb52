"""The rules of a style sheet: read into a model that tells what each needs, and written again as short as they go.

What lives here: rules, selectors and declarations, what kinds of elements a selector
cannot do without, reading and writing them. What does not: which rules the pages can use
(``stylesheet``), and which are overridden anyway (``overridden``).

Followed: CSS Syntax Level 3 (tinycss2 parses), Selectors Level 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tinycss2
from tinycss2 import ast

PRINT = "@media print"
_POLYFILLED = "focus-visible"
"""A class that the theme's own script set where browsers did not know ``:focus-visible`` yet."""
_DARK, _FOLLOWING = "slate", "auto"
"""The dark scheme, and that of a page whose scheme no script has set: dark where the system is."""
_GROUPS = frozenset({"media", "supports"})
_ALTERNATIVES = frozenset({"is", "where", "-webkit-any", "-moz-any", "matches", "has", "host"})
_OLD_PSEUDO_ELEMENTS = frozenset({"before", "after", "first-line", "first-letter"})
"""Pseudo-elements that may also be written with one colon, as the theme does."""
_PREFIXED = "-webkit-mask-"
"""What browsers know without the prefix since 2022 (Safari 15.4) and 2023 (Chrome 120)."""
_NAME = re.compile(r"[a-z][\w-]*")


class StyleError(Exception):
    """A style sheet cannot be read: the message says where and why."""


Names = frozenset[str]
"""What a rule could ask for: p, .md-nav, #__drawer, [dir], [dir=ltr]."""


@dataclass(frozen=True, slots=True)
class Need:
    """An element that a selector speaks of: by its own names, those of what it stands in, and those that it lacks."""

    own: Names
    above: Names = frozenset()
    without: Names = frozenset()


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector of a list."""

    text: str
    needs: tuple[frozenset[Need], ...]
    """Of each set, there must be one such element at least."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property and its value."""

    name: str
    value: str
    uses: frozenset[str]
    """The custom properties that it asks for."""

    @property
    def is_important(self) -> bool:
        """Say whether it goes before others that are not."""
        return self.value.endswith("!important")


@dataclass(frozen=True, slots=True)
class Rule:
    """Declarations for selectors, or – without any – an at-rule, which holds rules or declarations."""

    start: str
    """What stands before the brace: "@media print"; "" for selectors."""
    selectors: tuple[Selector, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    rules: tuple[Rule, ...] = ()


# Reading --------------------------------------------------------------------


@lru_cache(maxsize=8)
def parsed(name: str, text: str) -> tuple[Rule, ...]:
    """Give the rules of a sheet, those of the dark scheme also for pages that follow the system. Raises StyleError."""
    return tuple(_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), name))


def _rules(nodes: Iterable[ast.Node], name: str) -> Iterator[Rule]:
    for node in nodes:
        if isinstance(node, ast.QualifiedRule):
            selectors = tuple(_selector(part) for part in _split(node.prelude))
            declarations = tuple(_declarations(node.content, name))
            yield Rule("", selectors, declarations)
            yield from _following(selectors, declarations)
        elif isinstance(node, ast.AtRule):
            if node.content is None:
                continue
            start = f"@{node.at_keyword} {_compact(node.prelude, ':')}".strip()
            if node.lower_at_keyword in _GROUPS or node.lower_at_keyword.endswith("keyframes"):
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield Rule(start, rules=tuple(_rules(inner, name)))
            else:
                yield Rule(start, declarations=tuple(_declarations(node.content, name)))
        else:
            raise _error(node, name)


def _following(selectors: Sequence[Selector], declarations: tuple[Declaration, ...]) -> Iterator[Rule]:
    """Give a rule of the dark scheme once more, for pages that follow a dark system."""
    dark, following = (f"[data-md-color-scheme={value}]" for value in (_DARK, _FOLLOWING))
    both = tuple(
        Selector(
            selector.text.replace(dark, following),
            tuple(frozenset(_renamed(each, dark, following) for each in need) for need in selector.needs),
        )
        for selector in selectors
        if dark in selector.text
    )
    if both:
        yield Rule("@media (prefers-color-scheme:dark)", rules=(Rule("", both, declarations),))


def _renamed(need: Need, former: str, name: str) -> Need:
    own, above = (frozenset(name if each == former else each for each in names) for names in (need.own, need.above))
    return Need(own, above, need.without)


def _declarations(content: Any, name: str) -> Iterator[Declaration]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if not isinstance(node, ast.Declaration):
            raise _error(node, name)
        if not node.name.startswith(_PREFIXED):
            value = _compact(node.value) + ("!important" if node.important else "")
            yield Declaration(node.name, value, frozenset(_properties_of(node.value)))


def _properties_of(tokens: Iterable[Any]) -> Iterator[str]:
    for token in tokens:
        if isinstance(token, ast.FunctionBlock):
            if token.lower_name == "var":
                yield next(each.value for each in token.arguments if isinstance(each, ast.IdentToken))
            yield from _properties_of(token.arguments)
        elif isinstance(token, ast.ParenthesesBlock):
            yield from _properties_of(token.content)


def _error(node: ast.Node, name: str) -> StyleError:
    why = getattr(node, "message", "only declarations can stand here")
    return StyleError(f"{name}:{node.source_line}:{node.source_column}: {why} – mend the rule")


# Selectors ------------------------------------------------------------------

_JOINING = ">+~"


def _split(tokens: Iterable[Any]) -> Iterator[list[Any]]:
    """Give the selectors of a list that commas part."""
    part: list[Any] = []
    for each in tokens:
        if each == ",":
            yield _tight(part, _JOINING)
            part = []
        else:
            part.append(each)
    yield _tight(part, _JOINING)


def _selector(tokens: Sequence[Any]) -> Selector:
    tokens = list(_in_house_form(tokens))
    return Selector(_compact(tokens, _JOINING), tuple(_needs(tokens)))


def _in_house_form(tokens: Sequence[Any]) -> Iterator[Any]:
    """Give a selector as the others are written: the pseudo-class in place of the polyfill's class, one colon."""
    for before, each, following in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        name = following.value if isinstance(following, ast.IdentToken) else None
        if isinstance(each, ast.FunctionBlock):
            each.arguments = list(_in_house_form(each.arguments))
        elif each == "." and name == _POLYFILLED:
            each.value = ":"
        elif each == ":" and before == ":" and name in _OLD_PSEUDO_ELEMENTS:
            continue
        elif isinstance(each, ast.SquareBracketsBlock):
            each.content = [_unquoted(token) for token in each.content]
        yield each


def _unquoted(token: Any) -> Any:
    if isinstance(token, ast.StringToken) and _NAME.fullmatch(token.value):
        return ast.IdentToken(token.source_line, token.source_column, token.value)
    return token


def _needs(tokens: Sequence[Any]) -> Iterator[frozenset[Need]]:
    """Give what a selector cannot do without: its subject, those beside it, one of each alternatives."""
    mark, own, above, without = "", set[str](), set[str](), set[str]()
    for each in tokens:
        if each in (":", "."):
            mark += each.value
            continue
        if each in ("+", "~"):
            # What stands beside another stands in the same elements.
            yield _need(own, above, without)
            own, without = set(), set()
        elif each.type == "whitespace" or each == ">":
            above |= own
            own, without = set(), set()
        elif isinstance(each, ast.FunctionBlock) and each.lower_name in _ALTERNATIVES:
            # Of an alternative, its subject stands for all of it: it is enough to tell that it cannot be.
            yield frozenset(Need(_subject(part).own) for part in _split(each.arguments))
        elif isinstance(each, ast.FunctionBlock) and each.lower_name == "not":
            without.update(_simple(each.arguments))
        elif not mark.startswith(":"):
            own.update(_names(each, mark))
        mark = ""
    yield _need(own, above, without)


def _need(own: Iterable[str], above: Iterable[str], without: Iterable[str]) -> frozenset[Need]:
    return frozenset({Need(frozenset(own), frozenset(above), frozenset(without))})


def _subject(tokens: Sequence[Any]) -> Need:
    *_, last = _needs(tokens)
    return next(iter(last))


def _simple(tokens: Sequence[Any]) -> Iterator[str]:
    """Give the names that an element may not have, of those parts of a list in ``:not()`` that are one name each."""
    for part in _split(tokens):
        if len(part) == 1:
            yield from _names(part[0], "")
        elif len(part) == 2 and part[0] == ".":
            yield from _names(part[1], ".")


def _names(token: Any, mark: str) -> Iterator[str]:
    if isinstance(token, ast.IdentToken):
        yield f".{token.value}" if mark else token.lower_value
    elif isinstance(token, ast.HashToken):
        yield f"#{token.value}"
    elif isinstance(token, ast.SquareBracketsBlock):
        yield _attribute(token.content)


def _attribute(tokens: Sequence[Any]) -> str:
    """Give what an attribute selector asks for; of a value only where it must be the very one."""
    values = [token for token in tokens if token.type not in ("whitespace", "comment")]
    name = values[0].value
    if len(values) == 3 and values[1] == "=":
        return f"[{name}={values[2].value}]"
    return f"[{name}]"


# Writing --------------------------------------------------------------------


def written(rule: Rule) -> str:
    """Write a rule, without anything that it can do without."""
    start = rule.start or ",".join(selector.text for selector in rule.selectors)
    inner = "".join(map(written, rule.rules)) or ";".join(f"{each.name}:{each.value}" for each in rule.declarations)
    return f"{start}{{{inner}}}" if inner else ""


def _compact(tokens: Sequence[Any], signs: str = "") -> str:
    """Write tokens with the least white space and the shortest numbers; there is none around these signs either."""
    return str(tinycss2.serialize([_short(each, signs) for each in _tight(tokens, signs)]))


def _short(token: Any, signs: str) -> Any:
    for inner in ("content", "arguments"):
        held = getattr(token, inner, None)
        if isinstance(held, list):
            setattr(token, inner, [_short(each, signs) for each in _tight(held, signs)])
    if token.type == "whitespace":
        token.value = " "
    elif token.type in ("number", "dimension", "percentage"):
        token.representation = re.sub(r"^([+-]?)0\.", r"\1.", token.representation)
    return token


def _tight(tokens: Iterable[Any], signs: str) -> list[Any]:
    """Give tokens without comments, and without white space at the ends, after commas and around these signs."""
    closed = (",", *signs)
    kept: list[Any] = []
    for token in tokens:
        if token.type == "comment" or (token.type == "whitespace" and (not kept or kept[-1] in closed)):
            continue
        while token in closed and kept and kept[-1].type == "whitespace":
            kept.pop()
        kept.append(token)
    while kept and kept[-1].type == "whitespace":
        kept.pop()
    return kept
