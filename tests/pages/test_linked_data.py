"""What a page tells programs that it is."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from guide.model.guide import Guide
from guide.pages.changes import PageDates
from guide.pages.linked_data import linked_data
from guides import read

_DATES = PageDates(date(2026, 3, 4), date(2026, 2, 3))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return read(tmp_path_factory.mktemp("linked"))


def block(element: str) -> Any:
    """Give what stands in the element, as a browser reads it."""
    (script,) = html.fromstring(f"<div>{element}</div>").iter("script")
    return json.loads(script.text)["@graph"]


def told(guide: Guide, path: str, language: str = "en") -> dict[str, dict[str, Any]]:
    """Give what a page tells, by the kind of thing."""
    element = linked_data(guide.page_by_key[language, path], guide, _DATES, date(2026, 1, 2))
    return {thing["@type"]: thing for thing in block(element)}


def test_a_page_says_what_it_is_of_which_day_and_where_it_belongs(small: Guide) -> None:
    found = told(small, "steps/culture.md")
    article = found["Article"]
    assert article["headline"] == small.page_by_key["en", "steps/culture.md"].title
    assert (article["datePublished"], article["dateModified"]) == ("2026-01-02", "2026-02-03")
    assert article["inLanguage"] == "en"
    assert article["publisher"] == {"@type": "Organization", "name": "Provguiden", "url": "https://guide.example/"} | {
        key: value for key, value in article["publisher"].items() if key == "logo"
    }
    steps = [(each["name"], each["item"]) for each in found["BreadcrumbList"]["itemListElement"]]
    assert steps == [
        ("Provguiden", "https://guide.example/en/"),
        ("Step by step", "https://guide.example/en/steps/"),
        (article["headline"], article["url"]),
    ]


def test_the_start_page_says_where_the_site_is_searched(small: Guide) -> None:
    page = small.page_by_key["en", "faq.md"]
    found = told(small, "index.md")
    assert "lastReviewed" in found["WebPage"]
    if small.page_that_shows("en", "questions") is page:
        template = found["WebSite"]["potentialAction"]["target"]["urlTemplate"]
        assert template == f"https://guide.example/{page.address}?q={{words}}"
    else:
        assert "potentialAction" not in found["WebSite"]


def test_questions_come_with_their_short_answers(small: Guide) -> None:
    page = small.page_by_key["en", "faq.md"]
    asked = told(small, "faq.md")["FAQPage"]["mainEntity"]
    assert [(each["name"], each["acceptedAnswer"]["text"]) for each in asked] == [
        (each.text, each.short_answer) for each in page.questions
    ]


def test_the_glossary_is_a_set_of_terms(small: Guide) -> None:
    terms = told(small, "concepts/glossary.md")["DefinedTermSet"]["hasDefinedTerm"]
    assert {each["url"].partition("#")[2] for each in terms} == {term.id for term in small.terms}


def test_a_case_is_about_its_organisation(small: Guide) -> None:
    page = small.page_by_key["en", "cases/sundsvall.md"]
    about = told(small, "cases/sundsvall.md")["Article"]["about"]
    assert about == {"@type": "Organization", "name": page.front.value("case", "organisation")}


def test_nothing_in_a_title_ends_the_block(tmp_path: Path) -> None:
    guide = read(tmp_path, {"docs/en/steps/culture.md": ("title: ", "title: </script><b>")})
    page = guide.page_by_key["en", "steps/culture.md"]
    element = linked_data(page, guide, _DATES, None)
    assert element.count("<") == 2
    assert block(element)[0]["name"].startswith("</script><b>")


def test_a_guide_without_an_address_tells_nothing(tmp_path: Path) -> None:
    guide = read(tmp_path, {"mkdocs.yml": ("site_url: https://guide.example/\n", "")})
    assert linked_data(guide.pages[0], guide, _DATES, None) == ""
