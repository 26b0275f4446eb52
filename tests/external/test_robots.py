"""robots.txt as RFC 9309 reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.external.robots import read_robots

EXAMPLE = """\
\ufeff# RFC 9309, section 5.1
User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
"""


@pytest.mark.parametrize(
    ("agent", "path", "allowed"),
    [
        ("other", "/picture.gif", False),
        ("other", "/picture.gif?x", True),
        ("other", "/example/", False),
        ("other", "/example", True),
        ("other", "/publications/x.gif", True),
        ("FooBot", "/anything", False),
        ("foobot", "/example/page.html", True),
        ("barbot", "/example/page.html", False),
        ("bazbot", "/example/page.html", False),
        ("bazbot", "/picture.gif", True),
        ("quxbot", "/example/", True),
    ],
)
def test_the_example_of_the_rfc(agent: str, path: str, allowed: bool) -> None:
    assert read_robots(EXAMPLE, agent).allows(path) is allowed


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("Disallow:", "/x", True),
        ("Disallow: /a*b$", "/a1b", False),
        ("Disallow: /a*b$", "/a1bc", True),
        ("Disallow: /*?print=", "/page?print=1", False),
        ("Disallow: /*?print=", "/page", True),
        ("Disallow: /%C3%A5", "/å/x", False),
        ("Disallow: /x\nAllow: /x", "/x", True),
        ("Allow: /page\nDisallow: /*.html", "/page.html", False),
        ("Disallow: /a*b*c", "/a-c-b-c", False),
        ("Disallow: /ab*ab$", "/ab", True),
        ("Nonsense\nDisallow /x\nDisallow: /y", "/x", True),
    ],
)
def test_patterns(rules: str, path: str, allowed: bool) -> None:
    assert read_robots(f"User-agent: *\n{rules}", "x").allows(path) is allowed


def test_groups_of_one_agent_are_one() -> None:
    groups = ["User-agent: x\nDisallow: /a", "User-agent: *\nDisallow: /c", "User-agent: x\nDisallow: /b"]
    robots = read_robots("\n\n".join(groups), "x")
    assert [robots.allows(path) for path in ("/a", "/b", "/c")] == [False, False, True]


@pytest.mark.parametrize(
    ("value", "delay"), [("2", 2.0), ("500", 10.0), ("-1", 0.0), ("x", 0.0), ("nan", 0.0), ("inf", 10.0)]
)
def test_delay(value: str, delay: float) -> None:
    assert read_robots(f"User-agent: *\nCrawl-delay: {value}", "x").delay == delay


@given(st.text(), st.text())
def test_never_raises(text: str, path: str) -> None:
    assert read_robots(text, "x").allows(path) in {True, False}
    assert read_robots(f"User-agent: *\nDisallow: {text}", "x").allows(path) in {True, False}
