"""The glossary page: every term as a definition list."""

from __future__ import annotations

from html import escape

from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.references import SOURCES_PAGE, authors, bracketed, date_of, relative_link, sort_key
from guide.words import labels


def glossary(guide: Guide, page: Page) -> str:
    """Give the glossary as a definition list in the order of the page's alphabet."""
    other = next(language.code for language in guide.settings.languages if language.code != page.language)
    lines = ['<dl class="guide-glossary" markdown="1">']
    for term in sorted(guide.terms, key=lambda term: sort_key(term.texts[page.language].term, page.language)):
        here, there = term.texts[page.language], term.texts[other]
        lines += [
            f'<dt id="{term.id}">{escape(here.term)} <span class="guide-glossary__other" lang="{other}">'
            f"{escape(there.term)}</span></dt>",
            f'<dd markdown="span">{here.definition}{_term_links(term.page, term.source, page, guide)}</dd>',
        ]
    return "\n".join([*lines, "</dl>"])


def _term_links(target: str, key: str, page: Page, guide: Guide) -> str:
    read_more, source_word = (labels.WORDS[name][page.language] for name in ("read-more", "source"))
    links = []
    explained = guide.page_by_key.get((page.language, target))
    if explained:
        links.append(f"{read_more}: [{bracketed(explained.title)}]({relative_link(page, target)}).")
    if key in guide.source_by_id:
        source = guide.source_by_id[key]
        label = bracketed(f"{authors(source, page.language)} {date_of(source.entry.get('issued'))[:4]}".strip())
        links.append(f"{source_word}: [{label}]({relative_link(page, SOURCES_PAGE)}#source-{key}).")
    return "".join(f" {link}" for link in links)
