"""What the built pages say of their age and of the publisher, and the feeds that they name."""

from __future__ import annotations

from pathlib import Path

from lxml import etree, html

from guide.model.guide import Guide
from guide.pages.changes import feed_address
from guide.words import words_of


def test_every_page_says_when_it_was_reviewed_and_how_to_report_an_error(guide: Guide, site_dir: Path) -> None:
    for page in guide.pages:
        tree = html.parse(site_dir / page.address / "index.html").getroot()
        (said,) = tree.find_class("guide-dates")
        day = guide.review_by_path[page.path].day.isoformat()
        assert f"{words_of(page.language)['dates.reviewed']} {day}." in " ".join(said.text_content().split()), page.file
        assert said.xpath(".//a/text()") == [words_of(page.language)["dates.report"]]


def test_every_page_names_the_feed_of_its_language(guide: Guide, site_dir: Path) -> None:
    for page in guide.pages:
        folder = site_dir / page.address
        links = html.parse(folder / "index.html").xpath("//head/link[@type='application/atom+xml']/@href")
        assert [(folder / link).resolve() for link in links] == [site_dir / feed_address(guide, page.language)]
    for language in guide.settings.languages:
        assert etree.parse(site_dir / feed_address(guide, language.code)).getroot().tag.endswith("}feed")


def test_that_no_publisher_is_named_yet_stands_on_one_page_a_language(guide: Guide, site_dir: Path) -> None:
    assert not guide.settings.publisher, "a publisher is named now: this test, and the sentence it looks for, can go"
    for language in guide.settings.languages:
        told = words_of(language.code)["publisher.none"]
        pages = [page for page in guide.pages if page.language == language.code]
        saying = [page.path for page in pages if told in (site_dir / page.address / "index.html").read_text("utf-8")]
        assert saying == ["about/index.md"]
