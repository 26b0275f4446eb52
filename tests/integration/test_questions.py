"""The questions: old links to them, the list of them all, their pages and the one for print."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import expect

from guide.addresses.published import file_of
from guide.model.guide import Guide
from visits import DESKTOP, PHONE, Open

HEAVIEST = 40 * 1024
"""What a page's own HTML may weigh, packed, in bytes."""
FOR_PRINT = {"vanliga-fragor/alla-pa-en-sida/", "en/faq/all-on-one-page/"}
FRONT_PAGES = {"sv": "vanliga-fragor/index.html", "en": "en/faq/index.html"}


def weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def test_every_page_is_light_but_the_one_for_print(guide: Guide, site_dir: Path) -> None:
    weights = {page.address: weight(site_dir / file_of(page)) for page in guide.pages}
    assert {address for address, bytes_ in weights.items() if bytes_ > HEAVIEST} == FOR_PRINT


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_front_page_lists_every_question_at_its_old_id(guide: Guide, site_dir: Path, language: str) -> None:
    front = site_dir / FRONT_PAGES[language]
    items = html.fromstring(front.read_bytes()).xpath("//ul[@class='guide-answers']/li[@id]")
    links = {item.get("id"): item.find("a").get("href") for item in items}
    published = {anchor for entry in guide.ledger if entry.page == "faq.md" for anchor in entry.anchors}
    assert {anchor for anchor in published if not anchor.startswith(("theme-", "by-"))} - {"notes"} <= set(links)
    for anchor, href in links.items():
        path, _, fragment = href.partition("#")
        answer = html.fromstring((front.parent / path / "index.html").read_bytes())
        assert fragment == anchor and answer.xpath(f"//h2[@id='{anchor}']"), href


@pytest.mark.browser
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/vanliga-fragor/#what-is-it", "/vanliga-fragor/grunderna/#what-is-it"),
        ("/vanliga-fragor/?a=1#does-it-save-money", "/vanliga-fragor/vad-man-vet/?a=1#does-it-save-money"),
        ("/en/faq/#where-do-we-start", "/en/faq/getting-started/#where-do-we-start"),
    ],
)
def test_an_old_link_leads_on_to_the_answer(visit: Open, size: dict[str, int], old: str, new: str) -> None:
    made = visit(size)
    page = made.go("/en/about/")
    page.goto(made.base + old, wait_until="commit")
    page.wait_for_url(made.base + new)
    expect(page.locator("h2:target")).to_be_in_viewport()
    page.go_back()
    page.wait_for_url(made.base + "/en/about/")


@pytest.mark.browser
def test_an_old_link_to_a_theme_and_to_nothing_stay(visit: Open) -> None:
    made = visit(DESKTOP)
    for fragment in ("theme-evidence", "by-role", "never-there"):
        page = made.go(f"/vanliga-fragor/#{fragment}")
        page.wait_for_timeout(200)
        assert page.url == f"{made.base}/vanliga-fragor/#{fragment}"


@pytest.mark.browser
def test_without_javascript_an_old_link_lands_at_the_link_to_the_answer(visit: Open) -> None:
    made = visit(PHONE, java_script_enabled=False)
    page = made.go("/vanliga-fragor/#is-it-proven")
    item = page.locator("li:target")
    expect(item).to_be_in_viewport()
    item.get_by_role("link").click()
    page.wait_for_url(f"{made.base}/vanliga-fragor/vad-man-vet/#is-it-proven")


@pytest.mark.browser
def test_a_theme_leads_to_the_next_and_to_the_list(visit: Open) -> None:
    made = visit(PHONE)
    page = made.go("/vanliga-fragor/grunderna/")
    page.locator(".md-footer__link--next").click()
    page.wait_for_url(f"{made.base}/vanliga-fragor/kontroll-ansvar-och-lag/")
    made.go("/vanliga-fragor/grunderna/")
    page.locator(".md-footer__link--prev").click()
    page.wait_for_url(f"{made.base}/vanliga-fragor/")


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/vanliga-fragor/", "/vanliga-fragor/grunderna/", "/vanliga-fragor/alla-pa-en-sida/"])
def test_nothing_is_wider_than_a_phone(visit: Open, path: str) -> None:
    page = visit({"width": 320, "height": 640}).go(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    ("path", "language"), [("vanliga-fragor/alla-pa-en-sida", "sv"), ("en/faq/all-on-one-page", "en")]
)
def test_the_page_for_print_has_every_answer_and_note_once_and_is_not_indexed(
    guide: Guide, site_dir: Path, path: str, language: str
) -> None:
    tree = html.fromstring((site_dir / path / "index.html").read_bytes())
    asked = [question.id for theme in guide.themes[language] for question in theme.questions]
    assert tree.xpath("//div[contains(@class, 'guide-page--print')]//h3/@id") == asked
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    notes = tree.xpath("//div[@class='footnote']/ol/li/@id")
    assert len(notes) == len(set(notes)) > 100
