"""Checks of where sources come from: real titles, dates and original addresses."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from guide.checks.findings import Finding, Rule
from guide.checks.registry import source_check
from guide.model.data import Source
from guide.model.guide import Guide

COPY = Rule(
    "source-copy",
    "Copy where there may be an original",
    "The address leads to a site that copies other people's documents, and the entry does not say why.",
    "The copy can be cut, old or gone, and the reader cannot tell who published it.",
    "write the address of the original, or say in custom.no-original why there is none",
)
UNDATED = Rule(
    "source-undated",
    "Source without a date",
    "The entry has no date of publication and does not say why, or not on which day its address was seen.",
    "The reader cannot tell what has happened since.",
    "write issued, or say in custom.undated why there is none",
)
TITLE = Rule(
    "source-title",
    "Title that is a description",
    "The title is made up to describe the source, without square brackets and custom.titled; or has them without need.",
    "Nobody finds the source by a title that it does not have.",
    "write the title as published, or put the description in square brackets and say in custom.titled why",
)
MILLS = (
    *("5dok.org", "docplayer.dk", "docplayer.me", "docplayer.net", "docplayer.no", "docplayer.se", "paperzz.com"),
    *("fdocuments.net", "vdocuments.mx", "docslib.org", "9pdf.org", "pdffox.com", "abcdocz.com", "snipd.com"),
    *("testserver.nu", "liveserver.nu", "cloudnet.se", "scribd.com", "yumpu.com", "studylib.net", "pdfcoffee.com"),
)
"""Sites that copy other people's documents, and servers that were never meant for readers."""
_DESCRIPTIONS = (
    *("Nyhet om ", "Nyhed om ", "Nyhetssak ", "News item ", "Artikel om ", "Article on ", "Reportage från "),
    *("Intervju med ", "Interview with ", "Debattext ", "Debattartikel ", "Blogginlägg ", "Pressmeddelande om "),
    *("Press release on ", "Sida om ", "Page on ", "Ledare om ", "Kapitel om "),
)
"""How titles begin that only say what a source is."""


@source_check(COPY, UNDATED, TITLE)
def origins(guide: Guide) -> Iterator[Finding]:
    """Every entry is what its publisher published, or says why not."""
    for source in guide.sources if guide.claims is not None else ():
        custom = source.custom
        if is_copy_without_reason(source):
            yield COPY.at(source.position, f'"{source.id}": {urlsplit(source.url).hostname} copies documents')
        if not source.entry.get("issued") and not custom.get("undated"):
            yield UNDATED.at(source.position, f'"{source.id}" has no date')
        if source.url and not source.entry.get("accessed"):
            yield UNDATED.at(source.position, f'"{source.id}" does not say when it was seen', hint="write accessed")
        yield from _title(source, bool(custom.get("titled")))


def is_copy_without_reason(source: Source) -> bool:
    """Say whether a source's address is that of a copy, and its entry does not say why."""
    try:
        host = urlsplit(source.url).hostname or ""
    except ValueError:  # No address at all, which is a finding of its own (source-link).
        return False
    copied = any(host == mill or host.endswith(f".{mill}") for mill in MILLS)
    return copied and not source.custom.get("no-original")


def _title(source: Source, described: bool) -> Iterator[Finding]:
    bracketed = source.title.startswith("[") and source.title.endswith("]")
    if described != bracketed:
        says = "has square brackets without custom.titled" if bracketed else "has custom.titled without square brackets"
        yield TITLE.at(source.position, f'"{source.id}" {says}')
    elif not described and source.title.startswith(_DESCRIPTIONS):
        yield TITLE.at(source.position, f'"{source.id}": "{source.title}" describes the source')
