"""Declarations that never win are left out, and no others."""

from __future__ import annotations

import pytest

from guide.client.overridden import without_overridden
from guide.client.style_rules import parsed, written


def kept(css: str) -> str:
    """Give what is left of a sheet."""
    return "".join(map(written, without_overridden(parsed("own.css", css))))


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("a{top:0;left:0}a{top:1px}", "a{left:0}a{top:1px}"),
        ("a{top:0}a{top:1px}", "a{top:1px}"),
        ("a,b{top:0}a{top:1px}b{top:2px}", "a{top:1px}b{top:2px}"),
        ("a{top:0}b,a{top:1px}", "b,a{top:1px}"),
        ("@media print{a{top:0}}a{top:1px}", "a{top:1px}"),
        ("@media print{a{top:0}}@media print{a{top:1px}}", "@media print{a{top:1px}}"),
        ("@media print{@supports (top:0){a{top:0}}}@media print{a{top:1px}}", "@media print{a{top:1px}}"),
        ("a{margin-top:0;margin:1px}a{margin:0}", "a{margin:0}"),
        ("a{top:0}a{top:1px!important}", "a{top:1px!important}"),
        (":root,[x]{--a:1;--b:2}:root,[x]{--a:3}", ":root,[x]{--b:2}:root,[x]{--a:3}"),
    ],
)
def test_what_a_later_rule_of_the_selector_says_goes_for_the_earlier(css: str, left: str) -> None:
    assert kept(css) == left


@pytest.mark.parametrize(
    "css",
    [
        "a{top:0}b{top:1px}",
        "a,b{top:0}a{top:1px}",
        "a{top:0}a:hover{top:1px}",
        "a{top:0}@media print{a{top:1px}}",
        "@media print{a{top:0}}@media screen{a{top:1px}}",
        "a{top:0!important}a{top:1px}",
        # The longhand says only a part of it.
        "a{margin:0}a{margin-top:1px}",
        "a{border-radius:0}a{border:1px}",
        # Steps for browsers that do not know the last.
        "a{top:1vh;top:1dvh}",
        "@keyframes turn{to{top:0}to{top:1px}}",
        "@page{margin:1mm}@page{margin:2mm}",
    ],
)
def test_what_may_win_stays(css: str) -> None:
    assert kept(css) == css
