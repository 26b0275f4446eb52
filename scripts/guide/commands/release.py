"""The ``release`` command: what is published is written into the ledger of addresses, and packed.

What lives here: options, the refusal while there are findings, what is printed. What does
not: the ledger itself (``addresses/ledger.py``), and the packed site (``export/folder.py``).
"""

from __future__ import annotations

import sys
from pathlib import Path

from guide.addresses import short as shortlinks
from guide.addresses.ledger import (
    added,
    beside_data,
    ledger_file,
    ledger_of,
    merged,
    published_by,
    write_ledger,
)
from guide.checks.report import as_lines, summary
from guide.checks.running import check_site, check_sources
from guide.commands.command import CLEAN, FINDINGS, command, read_guide_of, site_option, with_address
from guide.export.folder import write_folder
from guide.model.guide import Guide
from guide.reading.site import read_site
from guide.tools.files import write_whole


@command("release")
@site_option
def release(config: Path, site: Path | None) -> int:
    """Add what is published to the ledger, and pack the site.

    Refuses while there are findings.
    """
    guide = with_address(read_guide_of(config))
    settings = guide.settings
    folder = (site or settings.site_dir).resolve()
    built = read_site(folder, settings.relative(folder))
    findings = check_sources(guide) + check_site(guide, built)
    if findings:
        print(as_lines(findings) + summary(findings), file=sys.stderr)
        print("Nothing was released: the ledger takes in no guide with findings.", file=sys.stderr)
        return FINDINGS
    name = ledger_file(settings)
    former = ledger_of(guide.ledger)
    present = merged(former, published_by(guide, built))
    pages, anchors = added(former, present)
    if present != former:
        write_ledger(present, settings.root / name)
    print(f"Released: {pages} new pages and {anchors} new anchors in {name} ({len(present)} addresses in all)")
    _release_short_addresses(guide)
    packed = write_folder(guide, folder)
    print(f"Packed: {settings.relative(packed)} opens from a folder, without a server")
    return CLEAN


def _release_short_addresses(guide: Guide) -> None:
    """Write down the short addresses that are new, beside the ledger."""
    name = beside_data(guide.settings, "short_addresses", "short-addresses.json")
    present = shortlinks.recorded(guide)
    if present != guide.short_addresses:
        write_whole(shortlinks.as_text(present), guide.settings.root / name)
    count = len(present) - len(guide.short_addresses)
    print(f"Released: {count} new short addresses in {name} ({len(present)} in all)")
