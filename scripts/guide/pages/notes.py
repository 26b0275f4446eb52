"""The notes of a page: one definition for each claim that it cites, in the words of the ledger.

What lives here: the text of a note, which is also the card that opens over its number: what the
source says, what must not be forgotten, where it stands and how it was seen. What does not: the
claims (``data/claims/``), and the source's own entry with every use of it (``sources.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape

from guide.model.claims import Claim
from guide.model.data import Source
from guide.model.guide import Guide
from guide.model.page import Citation, Page
from guide.pages.references import kind_of, link_to_source, reference
from guide.tools.texts import per_page
from guide.words import words_of

_NOTES_MARKER = "///notes///"
_CITED = re.compile(r"\[\^([a-z0-9-]+)#([a-z0-9-]+)\]")


# Parts of a page ------------------------------------------------------------


def notes(page: Page, guide: Guide) -> str:
    """Give the page's section of notes: a heading and one definition per cited claim.

    The definitions stand in the order of first citation, so that the numbers in
    the text rise. Returns "" for a page that cites nothing.
    """
    cited = {citation.written: citation for citation in page.citations if citation.key in guide.source_by_id}
    if not cited:
        return ""
    words = words_of(page.language)
    lines = [f"## {words['notes.heading']} {{#notes}}", "", _NOTES_MARKER, ""]
    for citation in cited.values():
        lines += [f"[^{_label(citation.key, citation.claim)}]: {_note(citation, page, guide)}", ""]
    return "\n".join(lines)


def with_labels(line: str) -> str:
    """Give a line of Markdown with its citations as labels that can be part of an address: no # within."""
    return _CITED.sub(lambda match: f"[^{_label(match[1], match[2])}]", line) if "[^" in line else line


def _label(key: str, claim: str) -> str:
    return f"{key}.{claim}" if claim else key


def _note(citation: Citation, page: Page, guide: Guide) -> str:
    source, claim = guide.source_by_id[citation.key], guide.claim_by_reference.get(citation.written)
    link = link_to_source(source, page, guide)
    about = f"[{words_of(page.language)['notes.about-source']}]({link})"
    if claim is None:
        kind = words_of(page.language).name_of("kind-of-one", kind_of(source, page.language))
        return f"{reference(source, page.language)} ({kind}; {about})"
    return f"{''.join(_stated(claim, source, page.language))} {about}."


@per_page
def _stated(claim: Claim, source: Source, language: str) -> Iterator[str]:
    """Give all of a note that is the same on every page of a language."""
    yield f'<span class="guide-note__says">{said(claim, language)}</span> {_origin(source, claim, language)}'


def said(claim: Claim, language: str) -> str:
    """Give what a claim says, with its limits, as Markdown."""
    words = words_of(language)
    says = _plain(claim.says.get(language, ""))
    if claim.sought:
        says += f" {words['notes.sought'].format(_plain(claim.sought.get(language, '')))}"
    limits = [_plain(limit.said[language][0]) for limit in claim.limits if limit.said.get(language)]
    return f"{says} *{words['notes.limits']}* {'; '.join(limits)}." if limits else says


def _origin(source: Source, claim: Claim, language: str) -> str:
    """Give where a claim stands, what it is, and how and when it was seen."""
    kind = words_of(language).name_of("kind-of-one", kind_of(source, language))
    # A provision and a chapter are named in the words of the source (WCAG 2.2, 3.1.2).
    own = source.language and source.language != language
    places = [claim.law.provision if claim.law else "", claim.where]
    named = [_plain(place) for place in dict.fromkeys(places) if place]
    where = "; ".join([kind, *(f'<span lang="{source.language}">{place}</span>' if own else place for place in named)])
    seen = f'<span class="guide-note__seen">{standing(claim, language)}</span>'
    return f"{reference(source, language)} ({where}) {seen}"


def standing(claim: Claim, language: str) -> str:
    """Give what kind of statement a claim is, whose, and how much of the source was seen when."""
    words = words_of(language)
    whose = words.name_of("whose", claim.whose)
    relays = f" {words['notes.relays'].format(_plain(claim.relays[language]))}" if language in claim.relays else ""
    what = words["notes.kind"].format(words.name_of("claim-kind", claim.kind), whose + relays)
    if claim.sought:
        return f"{what} {words['notes.checked'].format(claim.checked.isoformat())}"
    extent, part = words.name_of("seen", claim.seen), _plain(claim.part.get(language, ""))
    seen = words["notes.seen"].format(f"{extent} ({part})" if part else extent, claim.checked.isoformat())
    return f"{what} {seen}"


@lru_cache(maxsize=16_384)
def _plain(text: str) -> str:
    """Give text of the ledger as Markdown that shows it letter for letter."""
    return escape(re.sub(r"([\\`*_\[\]{}])", r"\\\1", " ".join(text.split())), quote=False)
