"""What a page is, told to search engines and other programs: JSON-LD in the words of schema.org.

What lives here: what is told of each page (https://schema.org, JSON-LD 1.1), and the element of the head that
holds it. What does not: what people are shown of a link (``addresses/cards.py``), and the files that a site has at
fixed places (``export/fixed_places.py``).

A data block is no script: browsers do not run it, and a strict policy does not forbid it. All of it repeats what the
page says to readers. The answers to questions are the short ones, so that no page carries its text twice.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from guide.addresses.cards import card_of, picture_file, section_page
from guide.addresses.open_data import LICENCE
from guide.addresses.redirects import absolute_address
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.vocabularies import Directive, PageType
from guide.pages.changes import PageDates
from guide.pages.indicators import FILE as INDICATORS
from guide.pages.references import sort_key
from guide.reading.markdown import text_of

Node = dict[str, Any]
"""A thing with its properties."""

_LOGO = "assets/img/logo.svg"
_KIND: Mapping[str, str] = {
    PageType.START: "WebPage",
    PageType.SECTION: "CollectionPage",
    PageType.SOURCES: "CollectionPage",
    PageType.FAQ: "CollectionPage",
    PageType.ABOUT: "AboutPage",
    PageType.GLOSSARY: "DefinedTermSet",
    PageType.INDICATORS: "Dataset",
    PageType.PATH: "Course",
    PageType.WORKSHOP: "LearningResource",
}
"""What a page of each type is; any other is an article."""


def linked_data(page: Page, guide: Guide, dates: PageDates, published: date | None) -> str:
    """Give the element that tells what a page is; "" where nothing is told.

    ``published`` is the day since when the page is there, where that is known.
    That is so in a guide without an address, as things are named by whole ones, and on a page for print, which search
    engines are not to find.
    """
    if not guide.settings.site_url or page.is_for_print:
        return ""
    told = {"@context": "https://schema.org", "@graph": list(_graph(page, guide, dates, published))}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    # Nothing in it can end the element, or begin a comment in it (HTML, 4.12.1.3).
    return f'<script type="application/ld+json">{text.replace("<", chr(92) + "u003c")}</script>'


def _graph(page: Page, guide: Guide, dates: PageDates, published: date | None) -> Iterator[Node]:
    name = "FAQPage" if page.questions else _KIND.get(page.type, "Article")
    days = {"datePublished": published, "dateModified": dates.changed}
    # Only what schema.org calls a page has this property.
    if name.endswith("Page"):
        days["lastReviewed"] = dates.reviewed
    known = {key: day.isoformat() for key, day in days.items() if day is not None}
    yield _ADDED.get(name, _as_it_is)(_page(name, page, guide) | known, page, guide)
    if page.type == PageType.START:
        yield _site(page, guide)
    else:
        yield _breadcrumbs(page, guide)


def _page(name: str, page: Page, guide: Guide) -> Node:
    """Give what is told of any page."""
    front = section_page(page, guide)
    return {
        "@type": name,
        "@id": f"{_address(page, guide)}#page",
        "url": _address(page, guide),
        "name": page.title,
        "description": card_of(page, guide).description,
        "inLanguage": page.language,
        **({"image": absolute_address(picture_file(front), guide.settings.site_url)} if front else {}),
        "publisher": _publisher(guide),
        "isAccessibleForFree": True,
        "license": LICENCE,
        "isPartOf": {"@id": _site_id(guide)},
    }


def _publisher(guide: Guide) -> Node:
    """Give who answers for the guide; until somebody is named, the guide itself."""
    return {
        "@type": "Organization",
        "name": guide.settings.publisher or guide.settings.site_name,
        "url": absolute_address("", guide.settings.site_url),
        **({"logo": absolute_address(_LOGO, guide.settings.site_url)} if _LOGO in guide.asset_set else {}),
    }


def _site(page: Page, guide: Guide) -> Node:
    """Give the site as a whole, with where it is searched."""
    node: Node = {
        "@type": "WebSite",
        "@id": _site_id(guide),
        "url": absolute_address("", guide.settings.site_url),
        "name": guide.settings.site_name,
        "description": card_of(page, guide).description,
        "inLanguage": [language.code for language in guide.settings.languages],
        "publisher": _publisher(guide),
    }
    asked_on = guide.page_that_shows(page.language, Directive.QUESTIONS)
    if asked_on is not None:
        node["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{_address(asked_on, guide)}?q={{words}}"},
            "query-input": "required name=words",
        }
    return node


def _breadcrumbs(page: Page, guide: Guide) -> Node:
    """Give the way to a page: the start, the page that opens its section, the page."""
    start = guide.page_by_key.get((page.language, "index.md"))
    steps = dict.fromkeys(each.source for each in (start, section_page(page, guide), page) if each is not None)
    pages = [guide.page_by_source[source] for source in steps]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": guide.settings.site_name if each is start else each.title,
                "item": _address(each, guide),
            }
            for number, each in enumerate(pages, 1)
        ],
    }


# What is told beside, by what the page is --------------------------------------------------------


def _as_it_is(node: Node, page: Page, guide: Guide) -> Node:
    return node


def _article(node: Node, page: Page, guide: Guide) -> Node:
    front: Node = {"headline": page.title, "author": _publisher(guide), "mainEntityOfPage": node["url"]}
    organisation = page.front.value("case", "organisation")
    if isinstance(organisation, str):
        front["about"] = {"@type": "Organization", "name": organisation}
    return node | front


def _questions(node: Node, page: Page, guide: Guide) -> Node:
    return node | {
        "mainEntity": [
            {
                "@type": "Question",
                "name": question.text,
                "url": f"{node['url']}#{question.id}",
                "acceptedAnswer": {"@type": "Answer", "text": question.short_answer},
            }
            for question in page.questions
        ]
    }


def _terms(node: Node, page: Page, guide: Guide) -> Node:
    own = node["@id"]
    explained = [(term.id, term.texts[page.language]) for term in guide.terms if page.language in term.texts]
    return node | {
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": text.term,
                "description": text_of(text.definition),
                "url": f"{node['url']}#{name}",
                "inDefinedTermSet": {"@id": own},
            }
            for name, text in sorted(explained, key=lambda each: sort_key(each[1].term, page.language))
        ]
    }


def _data(node: Node, page: Page, guide: Guide) -> Node:
    """Give the indicators as data to take away; a page that only speaks of them has none."""
    if Directive.INDICATORS_TABLE not in page.expands or not guide.indicators:
        return _article({**node, "@type": "Article"}, page, guide)
    file = {
        "@type": "DataDownload",
        "contentUrl": absolute_address(INDICATORS, guide.settings.site_url),
        "encodingFormat": "application/json",
    }
    return node | {"creator": _publisher(guide), "distribution": [file]}


def _course(node: Node, page: Page, guide: Guide) -> Node:
    return _lesson(node, page, guide) | {"provider": _publisher(guide)}


def _lesson(node: Node, page: Page, guide: Guide) -> Node:
    return node | {"learningResourceType": page.type}


_ADDED: Mapping[str, Callable[[Node, Page, Guide], Node]] = {
    "Article": _article,
    "FAQPage": _questions,
    "DefinedTermSet": _terms,
    "Dataset": _data,
    "Course": _course,
    "LearningResource": _lesson,
}


def _address(page: Page, guide: Guide) -> str:
    return absolute_address(page.address, guide.settings.site_url)


def _site_id(guide: Guide) -> str:
    return f"{absolute_address('', guide.settings.site_url)}#site"
