"""The style sheet of the site: the theme's and the guide's own as one, cut to the rules that the built pages can use.

What lives here: which kinds of elements pages hold (by tag, classes, id, attributes) and
which names scripts add, which rules these can match, and writing what is left into the
site. What does not: the rules themselves (the theme's package, ``docs/assets/css``), how
they are read and written (``style_rules``), and where the sheet is linked
(``overrides/main.html``).

A selector goes only when no page holds an element of the kind that it speaks of below
elements of the kinds that it names above it (``.md-nav__link svg``), also with all that
scripts may add. So no rule is lost for what state an element is in, or how wide the window
is. Rules for forced colours and reduced motion are rules like any other; those for paper
stand in a sheet that does not hold up the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from guide.client.overridden import without_overridden
from guide.client.style_rules import PRINT, Declaration, Names, Need, Rule, parsed, written
from guide.tools.markup import parse_page

FOLDER = "assets/css"
"""Where the sheet stands in the site: addresses in ``docs/assets/css`` hold there too."""
MAIN = "guide.css"
TOOL_STYLES = "tools.css"
ON_DEMAND = frozenset({"listen.css", "search.css", TOOL_STYLES})
"""Sheets of their own: a script loads that of the search and of listening with its feature, pages with a tool link to
theirs. All other styles are put together in one, guide.css."""
ON_PAPER = "print.css"
"""What is for paper only, of the theme and of the guide; a browser fetches it without holding up the page."""
WITHOUT_USE = (
    # Tabs and header that go away when the page is scrolled: the guide's scroll with it, and stay.
    ".md-header[hidden]",
    ".md-tabs[hidden]",
    ".md-tabs__item:nth-child(",
    # Images of one scheme only: the guide has none.
    "[data-md-color-scheme=default] img[src$=",
    "[data-md-color-scheme=slate] img[src$=",
    "[data-md-color-scheme=auto] img[src$=",
    # Pseudo-elements without content.
    *(f".md-typeset .{kind}>.admonition-title:after" for kind in ("note", "tip", "question", "warning", "example")),
    # The contents have two levels.
    "[dir=ltr] .md-nav--primary .md-nav--secondary .md-nav .md-nav ",
    # Text stands in .guide-page, not right in the article.
    ".md-content__inner>pre",
    ".md-content__inner>.highlight",
    # Code breaks its lines; its box never scrolls.
    ".md-typeset pre>code:hover",
    ".md-typeset pre>code::-webkit-scrollbar",
)
"""How selectors of the theme begin that find elements, but do nothing that a reader could see."""

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
        # listen.js
        ".guide-listen--on .guide-heard",
        # quiz.js
        "fieldset legend .guide-quiz__form .guide-quiz__ask .guide-quiz__option .guide-quiz__answer",
        ".guide-quiz__feedback .guide-quiz__right .guide-quiz__wrong [type=radio] [type=submit]",
        # assessment.js, group.js
        ".guide-tool__buttons .guide-tool__button .guide-tool__result .guide-tool__keep .guide-tool__status",
        ".guide-tool__figure .guide-tool__dot .guide-tool__range .guide-tool__line [type=checkbox] input",
        ".guide-tool__person .guide-tool__code .guide-tool__parts .guide-tool__overview .guide-tool__screen",
        ".guide-tool__camera caption video",
        ".guide-prints-form .guide-prints-result",
        # sheet.js
        "dl dt dd fieldset legend",
        # action-plan.js
        ".guide-plan__empty",
        # indicator-picker.js
        ".guide-picker .guide-picker__values .guide-picker__median .guide-picker__card",
        # search.js
        ".guide-search .guide-search__hits .guide-search__more .guide-search__words mark",
        ".guide-search__hit .guide-search__lines .guide-search__title .guide-search__text .guide-search__place",
        ".guide-search__count .guide-search__bounds bdi",
        ".guide-search__word .guide-search__further .guide-search__other .guide-search__group",
        ".guide-search__themes [role=option] [role=group] [aria-selected] [aria-selected=true] [aria-selected=false]",
        # Not by a script but on the pages of parts by themselves (export/embeds.py), which are made of whole pages.
        ".guide-part .guide-part__from",
        # Nor here: in the PDFs, whose headings stand lower (export/print/book.py).
        "h4",
        # What scheme.js takes away.
        ".no-js",
    )
    for name in names.split()
)
"""Every name that scripts add to pages, or may, and of what they fill; such a name may stand anywhere. Other elements
that they make are of tags that pages hold too."""

_FREE_TEXT = frozenset(
    {"alt", "aria-label", "content", "d", "data-nosnippet", "href", "placeholder", "src", "title", "value"}
)
"""Attributes whose value no rule asks for."""


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
    sheets = style_sheets(sources, (parse_page(page) for page in pages.values()))
    write_sheets(site_dir, sheets)
    names = {former.encode(): latter.encode() for former, latter in addresses_of_sheets(sheets).items()}
    for file, page in pages.items():
        for former, latter in names.items():
            page = page.replace(former, latter)
        file.write_bytes(page)


MARKS = tuple(placeholder(name) for name in (MAIN, ON_PAPER, *sorted(ON_DEMAND)))
"""The placeholders of all sheets."""


def addresses_of_sheets(sheets: Mapping[str, str]) -> dict[str, str]:
    """Give where each of the sheets stands, by its placeholder."""
    marks = {name: sha256(text.encode()).hexdigest()[:10] for name, text in sheets.items()}
    return {placeholder(name): _path(name, mark) for name, mark in marks.items()}


def write_sheets(site_dir: Path, sheets: Mapping[str, str]) -> None:
    """Write sheets into a built site."""
    for path, text in zip(addresses_of_sheets(sheets).values(), sheets.values(), strict=True):
        target = site_dir / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


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
    asked = names_asked(sources)
    return sheets_for(frozenset(chain.from_iterable(kinds_in(page, asked) for page in pages)), sources)


def names_asked(sources: Mapping[str, str]) -> Names:
    """Give the names that tell which rules of the sources can hold on a page. Raises StyleError."""
    rules = chain.from_iterable(parsed(name, text) for name, text in sources.items())
    return frozenset(_names_asked(rules)) - BY_SCRIPTS


def sheets_for(kinds: frozenset[Kind], sources: Mapping[str, str]) -> dict[str, str]:
    """Give the sheets for pages that hold these kinds of elements, and no other. Raises StyleError."""
    read = {name: parsed(name, text) for name, text in sources.items()}
    sheets: dict[str, list[Rule]] = {MAIN: [], ON_PAPER: []}
    for name, rules in read.items():
        sheets.setdefault(name if name in ON_DEMAND else MAIN, []).extend(_cut(rules, kinds))
    sheets = {name: list(without_overridden(rules)) for name, rules in sheets.items()}
    sheets[ON_PAPER] = [rule for rule in sheets[MAIN] if rule.start == PRINT]
    sheets[MAIN] = [rule for rule in sheets[MAIN] if rule.start != PRINT]
    every = list(chain.from_iterable(sheets.values()))
    used = _properties_in_use(every)
    unused = {rule.start for rule in every if rule.start.startswith("@keyframes") and not _is_run(rule, every)}
    return {
        name: _with_charset("".join(written(_stripped(rule, used)) for rule in rules if rule.start not in unused))
        for name, rules in sheets.items()
    }


def _with_charset(text: str) -> str:
    return text if text.isascii() else f'@charset "utf-8";{text}'


# Cutting --------------------------------------------------------------------


def _names_asked(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        for selector in rule.selectors:
            for need in chain.from_iterable(selector.needs):
                yield from need.own | need.above | need.without
        yield from _names_asked(rule.rules)


def _cut(rules: Iterable[Rule], kinds: frozenset[Kind]) -> Iterator[Rule]:
    for rule in rules:
        if rule.rules and "keyframes" not in rule.start:
            inner = tuple(_cut(rule.rules, kinds))
            if inner:
                yield replace(rule, rules=inner)
        elif rule.selectors:
            possible = tuple(
                one
                for one in rule.selectors
                if not one.text.startswith(WITHOUT_USE) and all(_is_met(need, kinds) for need in one.needs)
            )
            if possible and rule.declarations:
                yield replace(rule, selectors=possible)
        elif rule.rules or rule.declarations:
            yield rule


def _is_met(needs: frozenset[Need], kinds: frozenset[Kind]) -> bool:
    wanted = [(each.own - BY_SCRIPTS, each.above - BY_SCRIPTS, each.without - BY_SCRIPTS) for each in needs]
    return any(
        own <= names and above <= names_above and not without & names
        for own, above, without in wanted
        for names, names_above in kinds
    )


def _is_run(keyframes: Rule, rules: Sequence[Rule]) -> bool:
    name = keyframes.start.rpartition(" ")[2]
    animations = (each.value.split() for each in _all_declarations(rules) if each.name.startswith("animation"))
    return any(name in words for words in animations)


def _properties_in_use(rules: Sequence[Rule]) -> frozenset[str]:
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


def _all_declarations(rules: Iterable[Rule]) -> Iterator[Declaration]:
    for rule in rules:
        yield from rule.declarations
        yield from _all_declarations(rule.rules)


def _stripped(rule: Rule, used: frozenset[str]) -> Rule:
    """Give a rule without the custom properties that nothing asks for."""
    return replace(
        rule,
        declarations=tuple(each for each in rule.declarations if not each.name.startswith("--") or each.name in used),
        rules=tuple(_stripped(each, used) for each in rule.rules),
    )
