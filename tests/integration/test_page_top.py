"""What stands around a page's heading: tabs by errand, where the page stands, what it holds, a case's facts."""

from __future__ import annotations

import posixpath
from pathlib import Path

import pytest
from lxml import html

from guide.model.guide import Guide
from visits import DESKTOP, PHONE, Open

TABS = {
    "": ["Förstå", "Din roll", "Gör det", "Exempel", "Utbilda", "Frågor"],
    "en/": ["Understand", "Your role", "Do it", "Examples", "Training", "Questions"],
}

SUBJECT = "Tillitsbaserad styrning"
"""How the way to a page begins, for those who come from a search engine."""
EASY_LINK = "//div[@class='guide-place']/a | //div[contains(@class, 'guide-hero__inner')]/p/a[not(@class)]"


def built(site_dir: Path, path: str) -> html.HtmlElement:
    """Give a built page, parsed."""
    return html.fromstring((site_dir / path / "index.html").read_bytes())


def texts(elements: list[html.HtmlElement]) -> list[str]:
    """Give what elements say, with single spaces."""
    return [" ".join(element.text_content().split()) for element in elements]


def children(of: list[html.HtmlElement], name: str) -> list[html.HtmlElement]:
    """Give the children that have a class."""
    return [child for element in of for child in element if name in (child.get("class") or "").split()]


@pytest.mark.parametrize("start", TABS)
def test_six_tabs_and_the_guide_itself_in_the_footer_and_at_the_menus_end(site_dir: Path, start: str) -> None:
    page = built(site_dir, start)
    assert texts(page.find_class("md-tabs__item")) == TABS[start]
    menu = texts(children(children(page.find_class("md-nav--primary"), "md-nav__list"), "md-nav__item"))
    assert menu[-2:] in (["Lättläst", "Om guiden"], ["Easy read", "About the guide"])
    assert len(menu) == len(TABS[start]) + 3
    last = {"": {"om/", "lattlast/"}, "en/": {"about/", "easy-read/"}}[start]
    assert last <= set(page.xpath("//*[contains(@class, 'guide-footer')]//a/@href"))


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("steg/ledarskap", [SUBJECT, "Gör det", "Steg"]),
        ("steg", [SUBJECT, "Gör det"]),
        ("exempel/oslo", [SUBJECT, "Exempel"]),
        ("begrepp/ordlista", [SUBJECT, "Förstå", "Begrepp"]),
        ("en/about/privacy", ["Trust-based steering in Sweden", "About the guide"]),
        ("lattlast/steg/ledarskap", [SUBJECT, "Lättläst", "Steg"]),
    ],
)
def test_above_the_heading_stands_where_the_page_is(site_dir: Path, path: str, place: list[str]) -> None:
    page = built(site_dir, path)
    (above,) = children(page.find_class("guide-page"), "guide-place")
    assert above.getnext().tag == "h1"
    assert texts(above.findall(".//li")) == place
    # A section without a page of its own is not a link.
    named = {"Gör det", *({"Steg"} if "Lättläst" in place else ())}
    assert {link.text_content() for link in above.findall(".//li/a")} == set(place) - set(TABS[""][:1]) - named


@pytest.mark.parametrize(
    ("path", "link", "to"),
    [
        ("steg/ledarskap", "Lättläst", "lattlast/steg/ledarskap"),
        ("lattlast/steg/ledarskap", "Läs mer på vanlig svenska", "steg/ledarskap"),
        ("en/pitfalls/it-takes-time", "Easy read", "en/easy-read/pitfalls/it-takes-time"),
        ("en/easy-read/pitfalls/it-takes-time", "Read more in standard English", "en/pitfalls/it-takes-time"),
        ("", "Lättläst", "lattlast"),
        ("lattlast", "Läs mer på vanlig svenska", ""),
    ],
)
def test_a_page_and_its_easy_reading_lead_to_each_other(site_dir: Path, path: str, link: str, to: str) -> None:
    (found,) = built(site_dir, path).xpath(EASY_LINK)
    assert found.text_content().strip() == link
    assert posixpath.normpath(posixpath.join(path, found.get("href"))) == (to or ".")
    assert built(site_dir, "fordelar").xpath(EASY_LINK) == [], "a page that has no easy reading"


@pytest.mark.parametrize(
    ("path", "time"),
    [("om/integritet", " min läsning"), ("en/steps/leadership", " min read"), ("begrepp/ordlista", ""), ("steg", "")],
)
def test_pages_that_are_read_through_say_how_long_it_takes(site_dir: Path, path: str, time: str) -> None:
    said = texts(built(site_dir, path).xpath("//div[@class='guide-place']/span"))
    assert [each.endswith(time) and 1 <= int(each.split()[0]) <= 30 for each in said] == ([True] if time else [])


def test_each_case_opens_with_its_facts_before_how_well_it_is_known(site_dir: Path, guide: Guide) -> None:
    cases = [page for page in guide.pages if page.type == "case"]
    assert cases
    for case in cases:
        page = built(site_dir, case.address)
        (facts,) = children(page.find_class("guide-page"), "guide-facts")
        said = dict(zip(texts(facts.findall(".//dt")), texts(facts.findall(".//dd")), strict=True))
        given = case.front.values["case"]
        assert set(said.values()) >= {given["organisation"], str(given["years"])}, case.file
        assert len(said) >= 6
        assert facts.getprevious().tag == "p", "the lead comes first"
        assert facts.getnext().get("class", "").startswith("guide-evidence")


def test_what_a_page_holds_is_named_where_three_parts_and_more_are(site_dir: Path, guide: Guide) -> None:
    for each in guide.pages:
        page = built(site_dir, each.address)
        parts = [part for whole in page.find_class("guide-page") for part in whole.findall("h2")]
        listed = texts([link for part in page.find_class("guide-contents") for link in part.findall(".//li//a")])
        if each.type == "start" or each.path == "faq.md" or len(parts) < 3:
            assert listed == [], each.file
        else:
            assert listed == texts(parts), each.file


@pytest.mark.browser
@pytest.mark.parametrize("has_script", [True, False])
def test_the_contents_open_on_a_phone_without_a_script_too(visit: Open, has_script: bool) -> None:
    page = visit(PHONE, java_script_enabled=has_script).go("/steg/ledarskap/")
    contents = page.locator(".guide-contents")
    link = contents.get_by_role("link").nth(1)
    assert not link.is_visible()
    contents.locator("summary").click()
    link.click()
    assert page.url.endswith(f"#{(link.get_attribute('href') or '').partition('#')[2]}")


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/steg/ledarskap/", "/exempel/sundsvall/", "/om/integritet/", "/en/cases/oslo/"])
def test_the_header_names_the_guide_until_the_heading_has_gone(visit: Open, path: str) -> None:
    page = visit(DESKTOP).go(path)
    assert page.locator(".guide-contents").is_hidden()
    assert page.locator(".md-header__title--active").count() == 0
    page.mouse.wheel(0, 900)
    page.wait_for_selector(".md-header__title--active")
