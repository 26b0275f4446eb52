"""One module for each concern; importing this package registers all their checks."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from guide.checks.rules import (
    addresses,
    allowing,
    built,
    citations,
    claims,
    data,
    drawings,
    faq,
    figures,
    files,
    filters,
    frontmatter,
    headings,
    indicators,
    language,
    links,
    markdown,
    nav,
    quizzes,
    readability,
    search,
    sources,
    spelling,
    translation,
    uses,
    words,
)

CONCERNS: Mapping[str, ModuleType] = {
    "Links, anchors, images and files": links,
    "Headings and sections": headings,
    "Front matter, titles and slugs": frontmatter,
    "The two languages": translation,
    "Frequently asked questions": faq,
    "Figures and denials in the two languages": figures,
    "Citations and footnotes": citations,
    "The ledger of claims": claims,
    "Sentences that lean on a claim": uses,
    "Where sources come from": sources,
    "Bibliography, glossary and redirects": data,
    "Published addresses": addresses,
    "Quizzes": quizzes,
    "Figures in pictures": drawings,
    "Indicators": indicators,
    "Navigation": nav,
    "Markdown and blocks": markdown,
    "Tables with a filter": filters,
    "Language and leftovers": language,
    "Readability": readability,
    "Spelling": spelling,
    "Files": files,
    "Search": search,
    "Words of the interface": words,
    "The built site": built,
    "Allowances": allowing,
}
"""Each concern, as the catalogue calls it, and its module."""
