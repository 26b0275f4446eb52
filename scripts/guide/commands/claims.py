"""The commands ``uses``, ``mark-read`` and ``claims``: what leans on the ledger, and how much of it was seen.

What lives here: what they print. What does not: pairing citations with claims (``language/leaning.py``),
the records (``language/readings.py``) and the findings (``checks/rules/claims.py``, ``uses.py``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from pathlib import Path

import click

from guide.checks.rules.sources import is_copy_without_reason
from guide.commands.command import CLEAN, FINDINGS, command, read_guide_of
from guide.language.leaning import Around, Use, missing_limits, uses
from guide.language.readings import claims_named, marked_as_read
from guide.language.translations import write_records
from guide.model.claims import Claim
from guide.model.data import DATA_FILES
from guide.model.guide import Guide
from guide.model.vocabularies import ClaimKind, Extent
from guide.tools.errors import CannotRunError

_Read = tuple[Use, list[str]]
"""A use, and the limits that it leaves out."""


@command("uses")
@click.argument("names", nargs=-1, required=True, metavar="KEY[#CLAIM]…")
def uses_of(config: Path, names: tuple[str, ...]) -> int:
    """Print every sentence that leans on a claim.

    The languages stand beside each other; a limit that a passage leaves out is marked, and makes the exit code 1.
    """
    guide = read_guide_of(config)
    wanted = claims_named(guide, names)
    found: dict[str, list[_Read]] = {}
    for use in uses(guide):
        if use.claim.reference in wanted:
            found.setdefault(use.claim.reference, []).append((use, missing_limits(use, Around(use.page))))
    for claim in guide.claims or ():
        if claim.reference in wanted:
            told = _told(found.get(claim.reference, ()), guide) or [
                f"  nothing cites {claim.reference} in running text"
            ]
            print("\n".join([*_stated(claim), "", *told]))
    return FINDINGS if any(missing for told in found.values() for _, missing in told) else CLEAN


def _stated(claim: Claim) -> Iterator[str]:
    yield f"{claim.reference}  ({claim.kind}, {claim.level}, {claim.whose}; {claim.position.path})"
    for code, text in claim.says.items():
        limits = "; ".join(limit.said[code][0] for limit in claim.limits if code in limit.said)
        yield f"  {code}: {text}" + (f"  [{limits}]" if limits else "")


def _told(found: Iterable[_Read], guide: Guide) -> list[str]:
    """Give the uses page by page, the first of each language together, then the second …; a blank line parts them."""
    by_page: dict[str, dict[str, list[_Read]]] = {}
    for read in found:
        page = read[0].page
        by_page.setdefault(page.path, {}).setdefault(page.language, []).append(read)
    codes = [language.code for language in guide.settings.languages]
    lines: list[str] = []
    for languages in by_page.values():
        for together in zip_longest(*(languages.get(code, ()) for code in codes)):
            for read in filter(None, together):
                lines += _use(*read)
            lines.append("")
    return lines


def _use(use: Use, missing: Iterable[str]) -> Iterator[str]:
    place = use.citation.position
    yield f"  {place.path}:{place.line}  {use.sentence}"
    for limit in missing:
        yield f'  ! without "{limit}"'


@command("mark-read")
@click.argument("names", nargs=-1, metavar="[KEY[#CLAIM]]…")
@click.option("--all", "every", is_flag=True, help="Every claim.")
def mark_read(config: Path, names: tuple[str, ...], every: bool) -> int:
    """Mark the uses of claims as read.

    A claim is named as pages cite it; a key alone means all claims of the source. Read them first: guide uses KEY.
    """
    guide = read_guide_of(config)
    if not names and not every:
        raise CannotRunError("no claim is named — write key or key#claim, or --all")
    wanted = frozenset(guide.claim_by_reference) if every else claims_named(guide, names)
    records = marked_as_read(guide, wanted)
    file = guide.settings.data_files.get("readings", f"data/{DATA_FILES['readings'].name}")
    write_records(records, guide.settings.root / file)
    print(f"marked {sum(len(wanted & own.keys()) for own in records.values())} uses as read in {file}")
    return CLEAN


@command("claims")
def claims(config: Path) -> int:
    """Count sources, claims and uses."""
    counted = counts(read_guide_of(config))
    width = max(map(len, counted))
    print("\n".join(f"{name:{width}}  {number:5}" for name, number in counted.items()))
    return CLEAN


def counts(guide: Guide) -> Mapping[str, int]:
    """Give how much the guide leans on, how it was seen, and what should be none."""
    ledger, found = guide.claims or (), list(uses(guide))
    seen = Counter(claim.seen for claim in ledger)
    kinds = Counter(claim.kind for claim in ledger)
    arounds = {page.file: Around(page) for page in guide.pages}
    law = [claim for claim in ledger if claim.law]
    return {
        "sources": len(guide.sources),
        "claims": len(ledger),
        "citations, all languages": sum(len(page.citations) for page in guide.pages),
        "uses of claims, all languages": len(found),
        "pages with uses, all languages": len({use.page.file for use in found}),
        **{f"claims: {kind}": kinds[kind] for kind in ClaimKind},
        **{f"claims seen: {extent}": seen[extent] for extent in Extent},
        "claims with limits": sum(bool(claim.limits) for claim in ledger),
        "uses without a limit": sum(bool(missing_limits(use, arounds[use.page.file])) for use in found),
        "claims about law": len(law),
        "claims about law, second-hand": sum(claim.seen == Extent.REPORTED for claim in law),
        "copies on document mills": sum(is_copy_without_reason(source) for source in guide.sources),
        "sources without a date": sum(not source.entry.get("issued") for source in guide.sources),
        "sources whose title is a description": sum(source.title.startswith("[") for source in guide.sources),
    }
