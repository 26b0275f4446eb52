"""Attributes of a page are changed, and nothing else is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from guide.tools.start_tags import with_attributes


def _marked(tag: str, old: Mapping[str, str]) -> Mapping[str, str] | None:
    return None if tag == "link" else {"href": f"{old['href']}!"} if "href" in old else {}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<p>\n<a  href="x" id=y>z</a>', '<p>\n<a  href="x!" id=y>z</a>'),
        ("<a href=x>é</a>\n\n<a\n href='a&amp;b'>", '<a href="x!">é</a>\n\n<a\n href="a&amp;b!">'),
        ("""<a title=' href="x" ' href=y>""", """<a title=' href="x" ' href="y!">"""),
        ('<script>"<a href=x>"</script><!-- <a href=x> -->', '<script>"<a href=x>"</script><!-- <a href=x> -->'),
        ('a<link rel="x">b', "ab"),
        ('<a data-href="x">', '<a data-href="x">'),
    ],
)
def test_only_the_attribute_changes(page: str, expected: str) -> None:
    assert with_attributes(page, _marked) == expected
