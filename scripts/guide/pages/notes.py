"""The notes of a page: one definition for each source that it cites."""

from __future__ import annotations

from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.references import SOURCES_PAGE, kind_of, reference, relative_link
from guide.words import words_of

_NOTES_MARKER = "///notes///"


# Parts of a page ------------------------------------------------------------


def notes(page: Page, guide: Guide) -> str:
    """Give the page's section of notes: a heading and one definition per cited source.

    The definitions stand in the order of first citation, so that the numbers in
    the text rise. Returns "" for a page that cites nothing.
    """
    keys = list(dict.fromkeys(citation.key for citation in page.citations))
    cited = [guide.source_by_id[key] for key in keys if key in guide.source_by_id]
    if not cited:
        return ""
    words = words_of(page.language)
    lines = [f"## {words['notes.heading']} {{#notes}}", "", _NOTES_MARKER, ""]
    to_sources = relative_link(page, SOURCES_PAGE)
    for source in cited:
        kind = words.name_of("kind-of-one", kind_of(source, page.language))
        detail = f"({kind}; [{words['notes.about-source']}]({to_sources}#source-{source.id}))"
        lines += [f"[^{source.id}]: {reference(source, page.language)} {detail}", ""]
    return "\n".join(lines)
