"""Checks of citations, footnotes and the bibliography's use."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.findings import Finding, Replacement, Rule, Severity, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide

UNKNOWN = Rule(
    "citation-unknown",
    "Citation of an unknown source",
    "[^key] names a key that the bibliography does not have.",
    "The reader gets no source for the claim.",
    "write the id of an entry in the bibliography, or add the entry",
)
DEFINED = Rule(
    "citation-defined",
    "Note written by hand",
    "The page defines [^key]: …, but the text of notes is made from the bibliography.",
    "The same source is described in two ways, and one of them grows old.",
    "take the definition away; the entry in the bibliography is enough",
)
SPACED = Rule(
    "citation-space",
    "Space before a citation",
    "There is a space before [^key], or it stands before the punctuation.",
    "The number of the note can land on a line of its own.",
    "put [^key] directly after the punctuation of the claim",
    Severity.WARNING,
    fixable=True,
)
UNUSED = Rule(
    "citation-unused",
    "Source that nothing cites",
    "The bibliography has an entry that no page, glossary term or link uses.",
    "The list of sources promises support that the text does not use.",
    "cite it where it belongs, or take it out of the bibliography",
    Severity.WARNING,
)
NOTE_UNDEFINED = Rule(
    "footnote-undefined",
    "Footnote without its text",
    "[^key] is used, but [^key]: … is nowhere on the page.",
    "The reader sees brackets instead of a note.",
    "write the note's text, or take the reference away",
)
NOTE_UNUSED = Rule(
    "footnote-unused",
    "Footnote that nothing refers to",
    "[^key]: … is on the page, but no [^key].",
    "A note stands at the end that belongs to nothing.",
    "refer to it, or take it away",
    Severity.WARNING,
)


@source_check(UNKNOWN, DEFINED, SPACED)
def citations(guide: Guide) -> Iterator[Finding]:
    """Citations against the bibliography (guides that have one)."""
    if "bibliography" not in guide.settings.data_files:
        return
    for page in guide.pages:
        for citation in page.citations:
            if citation.key not in guide.source_by_id:
                suggestion = nearest(citation.key, guide.source_by_id)
                yield UNKNOWN.at(citation.position, f'"[^{citation.written}]": no such source', suggestion=suggestion)
            written = f"[^{citation.written}]"
            place = citation.position
            if citation.after.isspace():
                fix = Replacement(place.path, place.line, f" {written}", written)
                yield SPACED.at(place, f"there is a space before {written}", fix=fix)
            elif citation.before in {".", ","} and citation.after not in {".", ",", "]"}:
                fix = Replacement(place.path, place.line, written + citation.before, citation.before + written)
                yield SPACED.at(place, f'{written} stands before "{citation.before}"', fix=fix)
        for definition in page.footnotes:
            yield DEFINED.at(definition.position, f'"[^{definition.label}]:" is written by hand')


@source_check(UNUSED)
def unused_sources(guide: Guide) -> Iterator[Finding]:
    """Entries that nothing cites."""
    used = {citation.key for page in guide.pages for citation in page.citations}
    used |= {term.source_key for term in guide.terms}
    used |= {link.target.fragment.removeprefix("source-") for page in guide.pages for link in page.links}
    for source in guide.sources:
        if source.id not in used:
            yield UNUSED.at(source.position, f'nothing cites "{source.id}"')


@source_check(NOTE_UNDEFINED, NOTE_UNUSED)
def footnotes(guide: Guide) -> Iterator[Finding]:
    """Footnotes of guides that have no bibliography."""
    if "bibliography" in guide.settings.data_files:
        return
    for page in guide.pages:
        defined = {definition.label for definition in page.footnotes}
        used = {citation.written for citation in page.citations}
        for citation in page.citations:
            if citation.written not in defined:
                suggestion = nearest(citation.written, defined)
                yield NOTE_UNDEFINED.at(
                    citation.position, f'"[^{citation.written}]" has no text', suggestion=suggestion
                )
        for definition in page.footnotes:
            if definition.label not in used:
                yield NOTE_UNUSED.at(definition.position, f'nothing refers to "[^{definition.label}]"')
