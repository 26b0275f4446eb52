"""The style sheet of the site: the theme's and the guide's own as one, cut to the rules that the built pages can use.

What lives here: which kinds of elements pages hold (by tag, classes, id, attributes) and
which names scripts add, which rules these can match, and writing what is left as short as
it goes. What does not: the rules themselves (the theme's package, ``docs/assets/css``),
and where the sheet is linked (``overrides/main.html``).

A selector goes only when no page holds an element of the kind that it speaks of below
elements of the kinds that it names above it (``.md-nav__link svg``), also with all that
scripts may add. So no rule is lost for what state an element is in, or how wide the window
is. Rules for paper, forced colours and reduced motion are rules like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

import tinycss2
from tinycss2 import ast

from guide.tools.markup import parse_page

FOLDER = "assets/css"
"""Where the sheet stands in the site: addresses in ``docs/assets/css`` hold there too."""
MAIN = "guide.css"
ON_DEMAND = frozenset({"search.css"})
"""Sheets of their own: a script loads each with its feature. All other styles are put together in one, guide.css."""

BY_SCRIPTS = frozenset(
    name
    for names in (
        # scheme.js
        ".js .guide-embed [title] [data-md-color-switching]",
        "[data-md-color-scheme=default] [data-md-color-scheme=slate]",
        # guide.js: page/…
        ".md-header--shadow .md-header__title--active .md-nav__link--passed .md-nav__link--active [hidden] [tabindex]",
        "[open] [aria-expanded] [aria-controls] [role=button]",
        # copy-link.js
        "svg path .guide-copy .guide-copy--page .guide-copied .guide-copied__source textarea [readonly]",
        "[role=status] [aria-hidden] [aria-label] [type] [type=button]",
        # explanations.js
        ".guide-definition .guide-definition--note [popover]",
        # filter.js
        "select option .guide-filter .guide-filter__field .guide-filter__select .guide-filter__foot",
        ".guide-filter__count .guide-filter__reset [type=search]",
        # quiz.js
        "fieldset legend .guide-quiz__form .guide-quiz__ask .guide-quiz__option .guide-quiz__answer",
        ".guide-quiz__feedback .guide-quiz__right .guide-quiz__wrong [type=radio] [type=submit]",
        # search.js
        ".guide-search .guide-search__hits .guide-search__more .guide-search__words mark",
        ".guide-search__hit .guide-search__title .guide-search__text .guide-search__place .guide-search__count",
        ".guide-search__word .guide-search__further .guide-search__other .guide-search__group",
        ".guide-search__themes [role=option] [role=group] [aria-selected] [aria-selected=true] [aria-selected=false]",
        # Not by a script but in the PDFs, whose headings stand lower (export/print/book.py).
        "h4",
    )
    for name in names.split()
)
"""Every name that scripts add to pages, or may, and of what they fill; such a name may stand anywhere. Other elements
that they make are of tags that pages hold too."""

_POLYFILLED = "focus-visible"
"""A class that the theme's own script set where browsers did not know ``:focus-visible`` yet."""
_DARK, _FOLLOWING = "slate", "auto"
"""The dark scheme, and that of a page whose scheme no script has set: dark where the system is."""
_FREE_TEXT = frozenset(
    {"alt", "aria-label", "content", "d", "data-nosnippet", "href", "placeholder", "src", "title", "value"}
)
"""Attributes whose value no rule asks for."""
_GROUPS = frozenset({"media", "supports"})
_ALTERNATIVES = frozenset({"is", "where", "-webkit-any", "-moz-any", "matches", "has", "host"})


class StyleError(Exception):
    """A style sheet cannot be read: the message says where and why."""


def placeholder(name: str) -> str:
    """Give what pages link to until the sheet is written, and with it its name is known."""
    return _path(name, "0" * 10)


def _path(name: str, mark: str) -> str:
    """Give where a sheet stands; its name changes with its text, so that a browser may keep the file for good."""
    return f"{FOLDER}/{name.removesuffix('.css')}.{mark}.css"


def write_style_sheets(site_dir: Path, sources: Mapping[str, str]) -> None:
    """Write the sheets of a built site, and their names into the pages that link to them. Raises StyleError."""
    linked = placeholder(MAIN).encode()
    pages = {file: page for file in site_dir.rglob("*.html") if linked in (page := file.read_bytes())}
    names: dict[bytes, bytes] = {}
    for name, text in style_sheets(sources, (parse_page(page) for page in pages.values())).items():
        path = _path(name, sha256(text.encode()).hexdigest()[:10])
        names[placeholder(name).encode()] = path.encode()
        target = site_dir / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    for file, page in pages.items():
        for former, latter in names.items():
            page = page.replace(former, latter)
        file.write_bytes(page)


Names = frozenset[str]
"""What a rule could ask for: p, .md-nav, #__drawer, [dir], [dir=ltr]."""
Kind = tuple[Names, Names]
"""An element by its own names, and by those of the elements that it stands in."""


def kinds_in(tree: Any, asked: Names) -> frozenset[Kind]:
    """Give the kinds of elements of a parsed page, by the names that are asked for."""
    found: set[Kind] = set()
    waiting: list[tuple[Any, Names]] = [(tree, frozenset())]
    while waiting:
        element, above = waiting.pop()
        if isinstance(element.tag, str):
            own = asked.intersection(_names_of(element))
            found.add((own, above))
            below = above | own
            waiting.extend((child, below) for child in element)
    return frozenset(found)


def _names_of(element: Any) -> set[str]:
    names = {element.tag}
    for name, value in element.items():
        names.add(f"[{name}]")
        if name == "class":
            names.update(f".{each}" for each in value.split())
        elif name == "id":
            names.add(f"#{value}")
        elif name not in _FREE_TEXT:
            names.add(f"[{name}={value}]")
    return names


def style_sheets(sources: Mapping[str, str], pages: Iterable[Any]) -> dict[str, str]:
    """Give the sheets for parsed pages, by name, of sources in order (text by name). Raises StyleError."""
    read = {name: _parsed(name, text) for name, text in sources.items()}
    asked = frozenset(_names_asked(chain.from_iterable(read.values()))) - BY_SCRIPTS
    kinds = frozenset(chain.from_iterable(kinds_in(page, asked) for page in pages))
    sheets: dict[str, list[_Rule]] = {MAIN: []}
    for name, rules in read.items():
        sheets.setdefault(name if name in ON_DEMAND else MAIN, []).extend(_cut(rules, kinds))
    every = list(chain.from_iterable(sheets.values()))
    used = _properties_in_use(every)
    unused = {rule.start for rule in every if rule.start.startswith("@keyframes") and not _is_run(rule, every)}
    return {
        name: _with_charset("".join(_written(rule, used) for rule in rules if rule.start not in unused))
        for name, rules in sheets.items()
    }


def _with_charset(text: str) -> str:
    return text if text.isascii() else f'@charset "utf-8";{text}'


# Reading --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Rule:
    """Declarations for selectors, or – without any – an at-rule, which holds rules or declarations."""

    start: str
    """What stands before the brace: "@media print"; "" for selectors."""
    selectors: tuple[_Selector, ...] = ()
    declarations: tuple[_Declaration, ...] = ()
    rules: tuple[_Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class _Selector:
    text: str
    needs: tuple[frozenset[Kind], ...]
    """Kinds of which there must be an element: of each set, one at least."""


@dataclass(frozen=True, slots=True)
class _Declaration:
    name: str
    value: str
    uses: frozenset[str]
    """The custom properties that it asks for."""


@lru_cache(maxsize=8)
def _parsed(name: str, text: str) -> tuple[_Rule, ...]:
    return tuple(_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), name))


def _rules(nodes: Iterable[ast.Node], name: str) -> Iterator[_Rule]:
    for node in nodes:
        if isinstance(node, ast.QualifiedRule):
            selectors = tuple(_selector(part) for part in _split(node.prelude))
            declarations = tuple(_declarations(node.content, name))
            yield _Rule("", selectors, declarations)
            yield from _following(selectors, declarations)
        elif isinstance(node, ast.AtRule):
            if node.content is None:
                continue
            start = f"@{node.at_keyword} {_compact(node.prelude)}".strip()
            if node.lower_at_keyword in _GROUPS or node.lower_at_keyword.endswith("keyframes"):
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield _Rule(start, rules=tuple(_rules(inner, name)))
            else:
                yield _Rule(start, declarations=tuple(_declarations(node.content, name)))
        else:
            raise _error(node, name)


def _following(selectors: Sequence[_Selector], declarations: tuple[_Declaration, ...]) -> Iterator[_Rule]:
    """Give a rule of the dark scheme once more, for pages that follow a dark system."""
    dark, following = (f"[data-md-color-scheme={value}]" for value in (_DARK, _FOLLOWING))
    both = tuple(
        _Selector(
            selector.text.replace(dark, following).replace(f'="{_DARK}"', f"={_FOLLOWING}"),
            tuple(frozenset(_renamed(kind, dark, following) for kind in need) for need in selector.needs),
        )
        for selector in selectors
        if any(dark in own | above for need in selector.needs for own, above in need)
    )
    if both:
        yield _Rule("@media (prefers-color-scheme:dark)", rules=(_Rule("", both, declarations),))


def _renamed(kind: Kind, former: str, name: str) -> Kind:
    own, above = (frozenset(name if each == former else each for each in names) for names in kind)
    return own, above


def _declarations(content: Any, name: str) -> Iterator[_Declaration]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if not isinstance(node, ast.Declaration):
            raise _error(node, name)
        value = _compact(node.value) + ("!important" if node.important else "")
        yield _Declaration(node.name, value, frozenset(_properties_of(node.value)))


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


def _split(tokens: Iterable[Any]) -> Iterator[list[Any]]:
    """Give the selectors of a list that commas part."""
    part: list[Any] = []
    for each in tokens:
        if each == ",":
            yield _tight(part, ">+~")
            part = []
        else:
            part.append(each)
    yield _tight(part, ">+~")


def _selector(tokens: Sequence[Any]) -> _Selector:
    tokens = list(_modern(tokens))
    return _Selector(_compact(tokens), tuple(_needs(tokens)))


def _modern(tokens: Sequence[Any]) -> Iterator[Any]:
    """Give the selector with the pseudo-class in place of the polyfill's class, also within :not()."""
    for each, following in zip(tokens, [*tokens[1:], None], strict=True):
        if isinstance(each, ast.FunctionBlock):
            each.arguments = list(_modern(each.arguments))
        elif each == "." and isinstance(following, ast.IdentToken) and following.value == _POLYFILLED:
            each.value = ":"
        yield each


def _needs(tokens: Sequence[Any]) -> Iterator[frozenset[Kind]]:
    """Give the kinds that a selector cannot do without: its subject, those beside it, one of each alternatives."""
    mark, own, above = "", set[str](), set[str]()
    for each in tokens:
        if each in (":", "."):
            mark += each.value
            continue
        if each in ("+", "~"):
            # What stands beside another stands in the same elements.
            yield frozenset({(frozenset(own), frozenset(above))})
            own = set()
        elif each.type == "whitespace" or each == ">":
            above |= own
            own = set()
        elif isinstance(each, ast.FunctionBlock) and each.lower_name in _ALTERNATIVES:
            # Of an alternative, its subject stands for all of it: it is enough to tell that it cannot be.
            yield frozenset((_subject(part)[0], frozenset()) for part in _split(each.arguments))
        elif not mark.startswith(":"):
            own.update(_names(each, mark))
        mark = ""
    yield frozenset({(frozenset(own), frozenset(above))})


def _subject(tokens: Sequence[Any]) -> Kind:
    *_, last = _needs(tokens)
    return next(iter(last))


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


# Cutting --------------------------------------------------------------------


def _names_asked(rules: Iterable[_Rule]) -> Iterator[str]:
    for rule in rules:
        for selector in rule.selectors:
            for need in selector.needs:
                yield from chain.from_iterable(own | above for own, above in need)
        yield from _names_asked(rule.rules)


def _cut(rules: Iterable[_Rule], kinds: frozenset[Kind]) -> Iterator[_Rule]:
    for rule in rules:
        if rule.rules and "keyframes" not in rule.start:
            inner = tuple(_cut(rule.rules, kinds))
            if inner:
                yield _Rule(rule.start, rules=inner)
        elif rule.selectors:
            possible = tuple(one for one in rule.selectors if all(_is_met(need, kinds) for need in one.needs))
            if possible and rule.declarations:
                yield _Rule("", possible, rule.declarations)
        elif rule.rules or rule.declarations:
            yield rule


def _is_met(need: frozenset[Kind], kinds: frozenset[Kind]) -> bool:
    wanted = [(own - BY_SCRIPTS, above - BY_SCRIPTS) for own, above in need]
    return any(own <= kind[0] and above <= kind[1] for own, above in wanted for kind in kinds)


def _is_run(keyframes: _Rule, rules: Sequence[_Rule]) -> bool:
    name = keyframes.start.rpartition(" ")[2]
    animations = (each.value.split() for each in _all_declarations(rules) if each.name.startswith("animation"))
    return any(name in words for words in animations)


def _properties_in_use(rules: Sequence[_Rule]) -> frozenset[str]:
    """Give the custom properties that some other property needs, if only by way of a third."""
    declared: dict[str, set[str]] = {}
    waiting: list[str] = []
    for declaration in _all_declarations(rules):
        if declaration.name.startswith("--"):
            declared.setdefault(declaration.name, set()).update(declaration.uses)
        else:
            waiting.extend(declaration.uses)
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting.extend(declared.get(name, ()))
    return frozenset(used)


def _all_declarations(rules: Iterable[_Rule]) -> Iterator[_Declaration]:
    for rule in rules:
        yield from rule.declarations
        yield from _all_declarations(rule.rules)


# Writing --------------------------------------------------------------------


def _written(rule: _Rule, used: frozenset[str]) -> str:
    start = rule.start or ",".join(selector.text for selector in rule.selectors)
    inner = "".join(_written(each, used) for each in rule.rules) or ";".join(
        f"{each.name}:{each.value}" for each in rule.declarations if not each.name.startswith("--") or each.name in used
    )
    return f"{start}{{{inner}}}" if inner else ""


def _compact(tokens: Sequence[Any]) -> str:
    """Write tokens with the least white space."""
    for token in tokens:
        for inner in ("content", "arguments"):
            if isinstance(getattr(token, inner, None), list):
                setattr(token, inner, [_short(each) for each in getattr(token, inner)])
    return str(tinycss2.serialize([_short(each) for each in _tight(tokens, "")]))


def _short(token: Any) -> Any:
    if token.type == "whitespace":
        token.value = " "
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
