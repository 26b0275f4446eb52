"""The glossary page: every term as a definition list."""

from __future__ import annotations

from html import escape

from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.references import authors, bracketed, date_of, link_to_source, relative_link, sort_key
from guide.words import words_of


def glossary(guide: Guide, page: Page) -> str:
    """Give the glossary as a definition list in the order of the page's alphabet."""
    others = [language.code for language in guide.settings.languages if language.code != page.language]
    lines = ['<dl class="guide-glossary" markdown="1">']
    explained = [term for term in guide.terms if page.language in term.texts]
    for term in sorted(explained, key=lambda term: sort_key(term.texts[page.language].term, page.language)):
        here = term.texts[page.language]
        elsewhere = "".join(
            f' <span class="guide-glossary__other" lang="{code}">{escape(term.texts[code].term)}</span>'
            for code in others
            if code in term.texts
        )
        lines += [
            f'<dt id="{term.id}">{escape(here.term)}{elsewhere}</dt>',
            f'<dd markdown="span">{here.definition}{_term_links(term.page, term.source_key, page, guide)}</dd>',
        ]
    return "\n".join([*lines, "</dl>"])


def _term_links(target: str, key: str, page: Page, guide: Guide) -> str:
    words = words_of(page.language)
    links = []
    explained = guide.page_by_key.get((page.language, target))
    if explained:
        links.append(f"{words['glossary.read-more']}: [{bracketed(explained.title)}]({relative_link(page, target)}).")
    source = guide.source_by_id.get(key)
    if source:
        label = bracketed(f"{authors(source, page.language)} {date_of(source.entry.get('issued'))[:4]}".strip())
        links.append(f"{words['glossary.source']}: [{label}]({link_to_source(source, page, guide)}).")
    return "".join(f" {link}" for link in links)
