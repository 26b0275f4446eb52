"""Writing anew what one element of a built page holds, without touching the rest."""

from __future__ import annotations

import pytest

from guide.tools.inner_html import ElementMissing, with_inner_html

BEFORE = (
    "<!doctype html>\r\n<html lang=sv>\n<head><meta charset=utf-8><script>'<section data-place=\"a\">';</script>\n"
    '<!-- <section data-place="a"> -->\n<title>Å & <b></title></head>\n<body><p>&lt;section data-place="a"&gt;\n'
)
AFTER = '\n<br><section data-place="b">\tother</section><p>unclosed &nbsp;\r\n</body></html>\n\n'


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ('<section data-place="a">', "</section>"),
        ("<section\n  class='x y'\n  data-place=a >", "</section >"),
        ('<SECTION hidden data-place="&#97;" id="ö">', "</SECTION>"),
    ],
    ids=["plain", "other order, quotes and lines", "capitals and a reference"],
)
@pytest.mark.parametrize("former", ["", "text", "<p>one</p>\r\n<section>nested</section>\n<section></section>"])
def test_only_what_the_element_holds_is_written_anew(opening: str, closing: str, former: str) -> None:
    page = f"{BEFORE}{opening}{former}{closing}{AFTER}"
    filled = with_inner_html(page, "data-place", {"a": "<ul>\n<li>é</ul>"})
    assert filled == f"{BEFORE}{opening}<ul>\n<li>é</ul>{closing}{AFTER}"
    assert with_inner_html(filled, "data-place", {"a": "<ul>\n<li>é</ul>"}) == filled


@pytest.mark.parametrize(
    "page",
    [BEFORE + AFTER, BEFORE + '<section data-place="a"><p>never closed', '<section place="a"></section>', ""],
    ids=["in comment and script only", "not closed", "another attribute", "nothing"],
)
def test_a_page_without_the_element_is_said_to_lack_it(page: str) -> None:
    with pytest.raises(ElementMissing, match=r"^a$"):
        with_inner_html(page, "data-place", {"a": "x"})


def test_the_first_of_two_is_written_anew() -> None:
    page = '<p data-place="a">one</p><p data-place="a">two</p>'
    assert with_inner_html(page, "data-place", {"a": "x"}) == '<p data-place="a">x</p><p data-place="a">two</p>'


def test_several_are_written_anew_in_the_order_of_the_page() -> None:
    page = '<p>é</p>\n<p data-place="b">one</p>\n<p data-place="c">kept</p><p data-place="a">\n</p>\n'
    filled = with_inner_html(page, "data-place", {"a": "first", "b": ""})
    assert filled == '<p>é</p>\n<p data-place="b"></p>\n<p data-place="c">kept</p><p data-place="a">first</p>\n'
    with pytest.raises(ElementMissing, match=r"^d$"):
        with_inner_html(page, "data-place", {"a": "first", "d": "nowhere"})
