"""The page of sources: the bibliography by kind, each entry with where it is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from guide.model.data import Source
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.references import authors, bracketed, date_of, kind_of, reference, relative_link, sort_key
from guide.words import words_of


def sources(guide: Guide, page: Page) -> str:
    """Give the bibliography by kind; each entry with what it is, when checked and where used."""
    used = _uses(guide, page.language)
    lines: list[str] = []
    for kind, name in words_of(page.language).vocabulary("kind").items():
        entries = [source for source in guide.sources if kind_of(source, page.language) == kind]
        if not entries:
            continue
        lines += [f"## {name} {{#kind-{kind}}}", "", '<ul class="guide-sources" markdown="1">']
        for source in sorted(entries, key=lambda entry: sort_key(authors(entry, page.language), page.language)):
            text = _source_entry(source, page, used.get(source.id, ()))
            lines.append(f'<li id="source-{source.id}" markdown="span">{text}</li>')
        lines += ["</ul>", ""]
    return "\n".join(lines)


def _source_entry(source: Source, page: Page, uses: Sequence[Page]) -> str:
    custom, words = source.entry.get("custom") or {}, words_of(page.language)
    about = (custom.get("abstract") or {}).get(page.language)
    checked = date_of(source.entry.get("accessed"))
    parts = [reference(source, page.language), f" {about}" if about else ""]
    if custom.get("copy"):
        parts.append(f" {words['sources.copy'].format(escape(str(custom['copy'])))}")
    if checked:
        parts.append(f" {words['sources.checked']} {checked}.")
    if uses:
        links = ", ".join(f"[{bracketed(user.title)}]({relative_link(page, user.path)})" for user in uses)
        parts.append(f" {words['sources.used-in']}: {links}.")
    return "".join(parts)


def _uses(guide: Guide, language: str) -> Mapping[str, Sequence[Page]]:
    """Give, for each key, the pages of one language that cite it, each once."""
    uses: dict[str, list[Page]] = {}
    for page in guide.pages:
        if page.language == language:
            for key in dict.fromkeys(citation.key for citation in page.citations):
                uses.setdefault(key, []).append(page)
    return uses
