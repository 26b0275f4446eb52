"""The pages of sources: the bibliography in brief, and each source's own entry with what it is used for.

What lives here: the list of all sources by kind, and the entries of one kind: what each source
says according to the ledger of claims, and every place in the guide that leans on it. What does
not: the form of a reference (``references.py``) and the words of a claim (``notes.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from guide.model.claims import Claim
from guide.model.data import Source
from guide.model.guide import Guide, Place
from guide.model.page import Page
from guide.pages.notes import said, standing
from guide.pages.references import (
    SOURCES_PAGE,
    authors,
    bracketed,
    date_of,
    kind_of,
    link_to_source,
    page_of_source,
    reference,
    relative_link,
    sort_key,
)
from guide.tools.texts import per_page
from guide.words import words_of


def sources(guide: Guide, page: Page) -> str:
    """Give the bibliography by kind: each source in a line, with what it is or a link to its own entry."""
    lines: list[str] = []
    for kind, name in words_of(page.language).vocabulary("kind").items():
        found = _of_kind(guide, page.language, kind)
        if found:
            whole = page_of_source(found[0], page.language, guide) == SOURCES_PAGE
            listed = entries(guide, page, kind) if whole else _brief(found, guide, page)
            lines += [f"## {name} {{#kind-{kind}}}", "", listed, ""]
    return "\n".join(lines)


def entries(guide: Guide, page: Page, kind: str) -> str:
    """Give the entries of one kind of source: what each is, what it says, when checked and where used."""
    places = guide.places_citing.get(page.language, {})
    lines = ['<ul class="guide-sources" markdown="1">']
    for source in _of_kind(guide, page.language, kind):
        used = places.get(source.id, {})
        lines += [f'<li id="source-{source.id}" markdown="block">', "", _about(source, page, used), ""]
        lines += [f"{line}\n" for line in _claims(guide.claims_by_source.get(source.id, ()), page, used)]
        lines += ["</li>"]
    return "\n".join([*lines, "</ul>", ""])


def _of_kind(guide: Guide, language: str, kind: str) -> Sequence[Source]:
    return [source for its_kind, source in _sorted(guide, language) if its_kind == kind]


@per_page
def _sorted(guide: Guide, language: str) -> Iterator[tuple[str, Source]]:
    """Give all sources in the order of a list, each after its kind."""
    for source in sorted(guide.sources, key=lambda source: sort_key(authors(source, language), language)):
        yield kind_of(source, language), source


def _brief(found: Sequence[Source], guide: Guide, page: Page) -> str:
    lines = ['<ul class="guide-sources guide-sources--brief" markdown="1">']
    for source in found:
        title = escape(bracketed(source.title), quote=False)
        mark = f' lang="{source.language}"' if source.language and source.language != page.language else ""
        by = escape(authors(source, page.language), quote=False)
        year = date_of(source.entry.get("issued"))[:4]
        link = f"<cite{mark}>[{title}]({link_to_source(source, page, guide)})</cite>"
        lines.append(f'<li id="source-{source.id}" markdown="span">{by}{f" ({year})" if year else ""}. {link}</li>')
    return "\n".join([*lines, "</ul>"])


def _about(source: Source, page: Page, used: Mapping[str, Sequence[Place]]) -> str:
    custom, words = source.custom, words_of(page.language)
    about = (custom.get("abstract") or {}).get(page.language)
    checked = date_of(source.entry.get("accessed"))
    parts = [reference(source, page.language), about or ""]
    if custom.get("titled"):
        parts.append(words.name_of("titled", str(custom["titled"])))
    if custom.get("undated"):
        parts.append(words.name_of("undated", str(custom["undated"])))
    if custom.get("no-original"):
        parts.append(words.name_of("no-original", str(custom["no-original"])))
    if custom.get("copy"):
        says = words["sources.copy"] if custom.get("no-original") else words["sources.copy-seen"]
        parts.append(says.format(escape(str(custom["copy"]))))
    if checked:
        parts.append(f"{words['sources.checked']} {checked}.")
    if "" in used:
        parts.append(f"{words['sources.used-in']}: {_links(used[''], page)}.")
    return " ".join(part for part in parts if part)


def _claims(claims: Sequence[Claim], page: Page, used: Mapping[str, Sequence[Place]]) -> Iterator[str]:
    """Give a list item for each claim, in Markdown."""
    words = words_of(page.language)
    for claim in claims:
        uses = f" {words['sources.used-in']}: {_links(used[claim.id], page)}." if claim.id in used else ""
        yield f"- {said(claim, page.language)} <small>{standing(claim, page.language)}{uses}</small>"


def _links(places: Sequence[Place], page: Page) -> str:
    return ", ".join(
        f"[{bracketed(_name(user, section))}]({relative_link(page, user.path)}{f'#{section}' if section else ''})"
        for user, section in places
    )


def _name(page: Page, section: str) -> str:
    """Give the question that a place answers, or else the title of its page."""
    return next((question.text for question in page.questions if question.id == section), page.title)
