"""The card that other programs show for a link to the guide: its title, what it is about, a picture.

What lives here: what a card says of a page or of a place on it, and the elements of the head that say it (Open
Graph, https://ogp.me; X takes all of it from there but the kind of card). What does not: drawing the pictures
(``export/cards.py``).

A picture has a name that stays, as a card that was pasted years ago goes on asking for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from guide.addresses.redirects import absolute_address
from guide.model.guide import Guide
from guide.model.page import Page
from guide.words import words_of

FOLDER = "assets/cards"
"""Where the pictures stand in the site."""
WIDTH, HEIGHT = 1200, 630
"""Size of a picture: the shape that programs show whole."""
_START = "index.md"


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says."""

    title: str
    """Title of the page, or the question."""
    description: str
    """What it is about, or the short answer."""
    address: str
    """Whole address that the card is for."""
    page: Page
    """The page, or the one that the place is on: its section gives the picture, its language the card's."""
    languages: Sequence[str] = ()
    """Every language that it is there in."""


def card_of(page: Page, guide: Guide) -> Card:
    """Give the card of a page."""
    languages = [page.language, *(other.language for other in guide.counterparts(page))]
    address = absolute_address(page.address, guide.settings.site_url)
    return Card(page.title, page.front.text("description"), address, page, languages)


def card_tags(card: Card, guide: Guide) -> str:
    """Give the elements of the head that tell a card; "" for a guide without an address, as a card needs whole ones."""
    if not guide.settings.site_url:
        return ""
    front = section_page(card.page, guide)
    others = [code for code in dict.fromkeys(card.languages) if code != card.page.language]
    told = [
        ("og:type", "website" if card.page.path == _START else "article"),
        ("og:title", card.title),
        ("og:description", card.description),
        ("og:url", card.address),
        ("og:site_name", guide.settings.site_name),
        ("og:locale", _with_country(card.page.language)),
        *(("og:locale:alternate", _with_country(code)) for code in others),
    ]
    if front is not None:
        told += [
            ("og:image", absolute_address(picture_file(front), guide.settings.site_url)),
            ("og:image:type", "image/png"),
            ("og:image:width", str(WIDTH)),
            ("og:image:height", str(HEIGHT)),
            ("og:image:alt", f"{guide.settings.site_name}: {front.title}"),
        ]
    elements = [f'<meta property="{name}" content="{escape(text)}">' for name, text in told if text]
    return "\n".join([*elements, '<meta name="twitter:card" content="summary_large_image">'])


def section_page(page: Page, guide: Guide) -> Page | None:
    """Give the page that opens the section of a page, whose title and description its picture shows."""
    folder = page.path.partition("/")[0].removesuffix(".md")
    paths = (f"{folder}/index.md", f"{folder}.md", _START)
    return next((found for path in paths if (found := guide.page_by_key.get((page.language, path)))), None)


def section_pages(guide: Guide) -> list[Page]:
    """Give every page whose picture some card shows."""
    fronts = (section_page(page, guide) for page in guide.pages)
    return list({front.source: front for front in fronts if front is not None}.values())


def picture_file(front: Page) -> str:
    """Give where the picture of a section stands in the site: "assets/cards/steps-sv.png"."""
    folder, mark, _ = front.path.partition("/")
    name = folder if mark else front.path.removesuffix(".md")
    return f"{FOLDER}/{'start' if front.path == _START else name}-{front.language}.png"


def _with_country(language: str) -> str:
    return words_of(language).locale.with_country or language
