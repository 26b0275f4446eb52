"""What every page tells search engines of itself, held against schema.org's own definitions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from guide.model.guide import Guide
from guide.model.page import Page
from schema_org import ROOT, faults, lacking, things_in
from visits import DESKTOP, Open

needs_types = pytest.mark.skipif(
    not (ROOT / "node_modules/schema-dts").is_dir(), reason="schema-dts is not in node_modules: run make lint once"
)


def told(page: Page, site_dir: Path) -> list[dict[str, Any]]:
    """Give the things of which a built page tells."""
    tree = html.parse(site_dir / page.address / "index.html")
    blocks = tree.xpath("//head/script[@type='application/ld+json']")
    return [thing for block in blocks for thing in json.loads(block.text)["@graph"]]


@needs_types
def test_every_page_tells_what_it_is_as_schema_org_defines_it(guide: Guide, site_dir: Path, tmp_path: Path) -> None:
    found = {page.source: told(page, site_dir) for page in guide.pages if not page.is_for_print}
    assert [source for source, things in found.items() if len(things) != 2] == []
    things = [thing for each in found.values() for thing in each]
    # What is within is held against the type that its property takes; here against its own too.
    within = [thing for each in things for thing in things_in(each) if thing is not each]
    assert faults([*things, *within], tmp_path) == []
    assert lacking(things_in(things)) == []


_WRONG: list[dict[str, Any]] = [
    {"@type": "Article", "heading": "x"},
    {"@type": "Article", "name": {"@type": "Organization", "name": "x"}},
    {"@type": "Article", "publisher": {"@type": "Organization", "title": "x"}},
    {"@type": "FAQPage", "mainEntity": [{"@type": "Question", "acceptedAnswer": "x", "answer": "x"}]},
    {"@type": "Organization", "isAccessibleForFree": True},
    {"@type": "Article", "isAccessibleForFree": "yes"},
]


@needs_types
def test_the_definitions_refuse_what_is_not_theirs(tmp_path: Path) -> None:
    """The test above can fail: each of these is found, and a right one is not."""
    found = faults([{"@type": "Article", "name": "x"}, *_WRONG], tmp_path)
    lines = {int(each.partition("(")[2].partition(",")[0]) for each in found}
    assert lines == set(range(3, 3 + len(_WRONG)))
    assert faults([{"@type": "Artikel"}], tmp_path)


def test_what_is_recommended_is_missed() -> None:
    assert lacking([{"@type": "ListItem", "position": 1, "name": "x"}]) == ["ListItem : item"]
    assert lacking([{"@type": "Recipe"}])


def test_the_days_are_those_of_the_page(guide: Guide, site_dir: Path) -> None:
    for page in guide.pages:
        for thing in told(page, site_dir):
            shown = html.parse(site_dir / page.address / "index.html").xpath("//p[@class='guide-dates']/time/@datetime")
            assert thing.get("dateModified", shown[-1]) == shown[-1], page.file
            assert thing.get("datePublished", "") <= shown[-1], page.file


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/", "/vanliga-fragor/grunderna/", "/en/concepts/glossary/"])
def test_the_strict_policy_has_nothing_against_a_data_block(visit: Open, path: str) -> None:
    """The visit itself fails on anything in the console, and the browser writes what a policy refuses there."""
    made = visit(DESKTOP)
    made.page.add_init_script("addEventListener('securitypolicyviolation', event => console.error(event.blockedURI))")
    page = made.go(path)
    assert page.locator("script[type='application/ld+json']").count() == 1
