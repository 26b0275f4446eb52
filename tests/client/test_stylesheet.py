"""Cutting the style sheet: which rules stay, which go, and how what stays is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import material
import pytest

from guide.client.style_rules import Rule, StyleError, parsed
from guide.client.stylesheet import WITHOUT_USE, placeholder, style_sheets, write_style_sheets
from guide.tools.markup import parse_page

PAGE = """<html class="no-js" dir="ltr"><body data-md-color-scheme="auto">
<nav class="nav"><a class="link" href="#x" title="t">A</a><input id="box" type="checkbox"></nav>
<ul><li><p class="text">B</p></li></ul><table class="wide"><tr><td>C</td></tr></table></body></html>"""


def cut(css: str, page: str = PAGE) -> str:
    """Give what is left of a sheet for one page."""
    return style_sheets({"own.css": css}, [parse_page(page.encode())])["guide.css"]


@pytest.mark.parametrize(
    "rule",
    [
        ".link{top:0}",
        "a.link[href]{top:0}",
        "#box:checked~.text,nav>a{top:0}",
        "[dir=ltr] .text{top:0}",
        "[type=checkbox]{top:0}",
        "a[href^=http]{top:0}",
        "ul li p{top:0}",
        ":is(h9,.nav) .link{top:0}",
        ".nav:has(>.link){top:0}",
        "a:not(.gone):hover:before{top:0}",
        # Scripts may add the name, and take it away; what is within is not one name.
        ".text:not([hidden]){top:0}",
        "a:not(.nav a.link){top:0}",
        "li:nth-child(2){top:0}",
        "*{top:0}",
        ":root{top:0}",
        # What scripts add may stand anywhere.
        ".nav.md-nav__link--active{top:0}",
        ".js .text[hidden]{top:0}",
        ".guide-copied p{top:0}",
        "ul .guide-search__hit .text{top:0}",
        "@media (forced-colors:active){.text{top:0}}",
        "@media (prefers-reduced-motion){*{top:0}}",
        "@supports (top:0){.text{top:0}}",
        "@page{margin:25mm}",
        "a{--size:1px;top:var(--size)}",
        "a{animation:turn 1s}@keyframes turn{to{top:0}}",
        "a{top:0!important}",
        "a{width:calc(1px + 2px)}",
        ".link:focus-visible{top:0}",
    ],
)
def test_what_pages_can_use_stays_as_it_is(rule: str) -> None:
    assert cut(rule) == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".gone{top:0}",
        "article{top:0}",
        "#gone{top:0}",
        "[lang]{top:0}",
        "[dir=rtl] .text{top:0}",
        # Each name is there, but no element has both.
        "a.text{top:0}",
        "ul.wide td{top:0}",
        # Both are there, but not the one in the other.
        ".nav .text{top:0}",
        "table p{top:0}",
        "ul>.link{top:0}",
        ".link+h2{top:0}",
        ":is(h9,.gone) .link{top:0}",
        # Every such element has what it may not have.
        "table:not([class]){top:0}",
        "a:not(.gone,.link){top:0}",
        # What browsers know without a prefix.
        "a{-webkit-mask-image:none}",
        ".nav:has(.gone){top:0}",
        "@media print{.gone{top:0}}",
        "@media screen{@media print{.gone{top:0}}}",
        "@keyframes turn{to{top:0}}",
        "a{--unused:url(x.svg)}",
        "a{--one:var(--two)}a{--two:1px}",
        '@charset "utf-8";',
        "a{}",
    ],
)
def test_what_no_page_can_use_goes(rule: str) -> None:
    assert cut(rule) == ""


def test_of_a_list_of_selectors_only_what_can_be_used_stays() -> None:
    assert cut(".gone , .text,\n a.text,.link { top : 0 ; ; left:1px }") == ".text,.link{top:0;left:1px}"


def test_a_property_stays_where_a_used_one_needs_it() -> None:
    text = cut(":root{--one:var(--two, 1px);--two:2px;--three:3px}a{top:calc(1px + var(--one))}")
    assert text == ":root{--one:var(--two,1px);--two:2px}a{top:calc(1px + var(--one))}"


def test_the_class_of_a_polyfill_is_the_pseudo_class() -> None:
    assert cut("a.focus-visible,a:not(.focus-visible){top:0}") == "a:focus-visible,a:not(:focus-visible){top:0}"


@pytest.mark.parametrize("value", ["slate", '"slate"'])
def test_the_dark_scheme_is_also_that_of_a_page_that_follows_a_dark_system(value: str) -> None:
    rule = f"[data-md-color-scheme={value}] .text,.link{{top:0}}"
    following = "@media (prefers-color-scheme:dark){[data-md-color-scheme=auto] .text{top:0}}"
    written = rule.replace('"', "")
    assert cut(rule) == written + following
    assert cut(f"@media screen{{{rule}}}") == f"@media screen{{{written}{following}}}"


@pytest.mark.parametrize(
    ("rule", "short"),
    [
        ("a{top:0.50em;left:-0.5px;width:10.0px}", "a{top:.50em;left:-.5px;width:10.0px}"),
        ("a{width:min( 20rem , calc(100vw - 0.5rem) )}", "a{width:min(20rem,calc(100vw - .5rem))}"),
        ("@media screen and (min-width: 60em){a{top:0}}", "@media screen and (min-width:60em){a{top:0}}"),
        (".nav:has( > .link ) a::after{top:0}", ".nav:has(>.link) a:after{top:0}"),
        ('a[title],a[href^="http"],a[href^="a/b"]{top:0}', 'a[title],a[href^=http],a[href^="a/b"]{top:0}'),
        ("a::marker{top:0}", "a::marker{top:0}"),
    ],
)
def test_what_stays_is_written_as_short_as_it_goes(rule: str, short: str) -> None:
    assert cut(rule) == short


def test_what_is_for_paper_is_a_sheet_of_its_own() -> None:
    sheets = style_sheets({"own.css": "@media print{a{top:1px}}a{top:0}"}, [parse_page(PAGE.encode())])
    assert sheets == {"guide.css": "a{top:0}", "print.css": ""}
    sheets = style_sheets({"own.css": "a{top:0}@media print{a{top:1px}}"}, [parse_page(PAGE.encode())])
    assert sheets == {"guide.css": "a{top:0}", "print.css": "@media print{a{top:1px}}"}


@pytest.mark.parametrize("start", WITHOUT_USE)
def test_what_has_no_use_is_named_as_the_theme_has_it(start: str) -> None:
    """A newer theme may name it otherwise; then the line here is to go, or to change."""
    theme = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    rules = chain.from_iterable(parsed(file.name, file.read_text(encoding="utf-8")) for file in theme.glob("*.css"))
    assert any(text.startswith(start) for text in _texts(rules))


def _texts(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        yield from (selector.text for selector in rule.selectors)
        yield from _texts(rule.rules)


def test_signs_beyond_ascii_are_declared() -> None:
    assert cut('a::after{content:"→"}') == '@charset "utf-8";a:after{content:"→"}'


@pytest.mark.parametrize(
    ("css", "where"), [("a{top:0}\n}", "own.css:2:1: "), ("a{top}", "own.css:1:3: "), ("a{top:0;{}}", "own.css:1:9: ")]
)
def test_what_cannot_be_read_is_said_with_its_place(css: str, where: str) -> None:
    with pytest.raises(StyleError) as refused:
        cut(css)
    assert str(refused.value).startswith(where)


def test_pages_link_to_sheets_that_are_named_by_what_they_hold(tmp_path: Path) -> None:
    links = "".join(f'<link href="../{placeholder(name)}">' for name in ("guide.css", "search.css"))
    page, other = tmp_path / "a" / "index.html", tmp_path / "other.html"
    page.parent.mkdir()
    page.write_text(PAGE + links, encoding="utf-8")
    other.write_text("<p class=gone>", encoding="utf-8")
    sources = {"theme.css": ".text{top:0}.gone{top:0}", "search.css": ".guide-search__hit{top:0}"}
    write_style_sheets(tmp_path, sources)
    text = page.read_text(encoding="utf-8")
    found = re.findall(r'href="\.\./(assets/css/[a-z]+\.[0-9a-f]{10}\.css)"', text)
    assert [(tmp_path / path).read_text(encoding="utf-8") for path in found] == [
        ".text{top:0}",
        ".guide-search__hit{top:0}",
    ]
    assert other.read_text(encoding="utf-8") == "<p class=gone>"
    page.write_text(PAGE + links, encoding="utf-8")
    write_style_sheets(tmp_path, sources | {"theme.css": ".text{top:1px}"})
    assert found[0] not in page.read_text(encoding="utf-8") and found[1] in page.read_text(encoding="utf-8")
