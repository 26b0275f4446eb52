"""What programs find of the built site: twins, lists, the search's description, pictures."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from lxml import etree, html
from playwright.sync_api import expect

from guide.model.guide import Guide
from serving import ADDRESS
from visits import DESKTOP, Open


def test_every_page_names_its_twin_its_search_and_its_pictures(guide: Guide, site_dir: Path) -> None:
    for page in guide.pages:
        file = site_dir / page.address / "index.html"
        tree = html.parse(file)
        (twin,) = tree.xpath("//head/link[@type='text/markdown']/@href")
        text = (file.parent / twin).read_text(encoding="utf-8")
        assert yaml.safe_load(text.split("---\n")[1])["url"] == tree.xpath("//link[@rel='canonical']/@href")[0]
        named = tree.xpath("//head/link[@rel='search' or @rel='apple-touch-icon' or @rel='manifest']/@href")
        assert len(named) == 3
        assert [name for name in named if not (file.parent / name).is_file()] == []


def test_every_address_in_the_list_for_language_models_is_there(site_dir: Path) -> None:
    lines = (site_dir / "llms.txt").read_text(encoding="utf-8").splitlines()
    listed = [line.partition("](")[2].partition(")")[0] for line in lines if line.startswith("- [")]
    assert listed
    assert [each for each in listed if not (site_dir / each.removeprefix(ADDRESS)).is_file()] == []


def test_the_sitemap_says_what_the_pages_say_of_their_last_change(guide: Guide, site_dir: Path) -> None:
    tree = etree.parse(site_dir / "sitemap.xml")
    told = {url.findtext("{*}loc"): url.findtext("{*}lastmod") for url in tree.getroot().iter("{*}url")}
    for page in guide.pages:
        if not page.is_for_print:
            days = html.parse(site_dir / page.address / "index.html").xpath("//p[@class='guide-dates']/time/@datetime")
            assert told[ADDRESS + quote(page.address)] == (days[1] if len(days) == 2 else None), page.file


@pytest.mark.browser
@pytest.mark.parametrize(("language", "words"), [("sv", "får en chef släppa en kontroll"), ("en", "what is trust")])
def test_a_browser_searches_the_guide_by_the_description(
    visit: Open, site_dir: Path, language: str, words: str
) -> None:
    described = etree.parse(site_dir / f"opensearch-{language}.xml").getroot()
    template = described.find("{*}Url").get("template")
    path = template.removeprefix(ADDRESS).replace("{searchTerms}", quote(words))
    page = visit(DESKTOP).go(f"/{path}")
    expect(page.locator("#guide-search")).to_be_visible()
    expect(page.get_by_role("combobox")).to_have_value(words)
    expect(page.locator("#guide-search [role=option]").first).to_be_visible()
