"""Link cards: what they say of a page, and which picture they show."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from guide.addresses.cards import card_of, card_tags, picture_file, section_page, section_pages
from guide.model.guide import Guide
from guides import read


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return read(tmp_path_factory.mktemp("cards"))


def told(guide: Guide, language: str, path: str) -> dict[str, str]:
    """Give the tags of a page's card, by name."""
    tags = card_tags(card_of(guide.page_by_key[language, path], guide), guide)
    found = [
        (tag.get("property") or tag.get("name"), tag.get("content"))
        for tag in html.fromstring(f"<div>{tags}</div>").iter("meta")
    ]
    assert len(found) == len(dict(found)), "two tags of one name"
    return dict(found)


def test_a_card_says_what_the_page_is_in_its_language(small: Guide) -> None:
    assert told(small, "en", "steps/index.md") == {
        "og:type": "article",
        "og:title": "Step by step",
        "og:description": "The steps take you from decision to daily work, in the order that works best.",
        "og:url": "https://guide.example/en/steps/",
        "og:site_name": "Provguiden",
        "og:locale": "en_GB",
        "og:locale:alternate": "sv_SE",
        "og:image": "https://guide.example/assets/cards/steps-en.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Provguiden: Step by step",
        "twitter:card": "summary_large_image",
    }


def test_the_start_page_stands_for_the_whole_site(small: Guide) -> None:
    assert told(small, "sv", "index.md")["og:type"] == "website"


@pytest.mark.parametrize(
    ("path", "picture"),
    [
        ("index.md", "assets/cards/start-sv.png"),
        ("steps/culture.md", "assets/cards/steps-sv.png"),
        ("faq.md", "assets/cards/faq-sv.png"),
        # A folder without a front page has the picture of the whole guide.
        ("cases/sundsvall.md", "assets/cards/start-sv.png"),
    ],
)
def test_the_picture_is_that_of_the_section(small: Guide, path: str, picture: str) -> None:
    front = section_page(small.page_by_key["sv", path], small)
    assert front is not None and picture_file(front) == picture
    assert front in section_pages(small)


def test_what_is_written_in_a_title_is_no_markup(tmp_path: Path) -> None:
    guide = read(tmp_path, {"docs/sv/steps/index.md": ("title: Steg för steg", "title: 'A \"<b>\" & B'")})
    assert told(guide, "sv", "steps/index.md")["og:title"] == 'A "<b>" & B'


@pytest.mark.parametrize("address", ["", "site_url: http://localhost:8000/\n"])
def test_without_an_address_there_is_no_card(tmp_path: Path, address: str) -> None:
    guide = read(tmp_path, {"mkdocs.yml": ("site_url: https://guide.example/\n", address)})
    assert card_tags(card_of(guide.pages[0], guide), guide) == ""
