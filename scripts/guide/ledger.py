"""The ledger of published addresses: ``data/addresses.json``, which only ever grows.

What lives here: adding what a site publishes to what has been published, and the
``release`` command. What does not: reading the ledger (``data.py``) and checking
that what stands in it still answers (``checks/addresses.py``). The short addresses,
which a release writes down too, are made in ``shortlinks.py``.

The form: one line for each page, ordered by address; anchors ordered by name. So a
diff shows what a release added, line by line::

    {
    "/steg/tillitskultur/": {"language": "sv", "page": "steps/culture-of-trust.md", "anchors": ["checklist", "why"]}
    }
"""

from __future__ import annotations

import argparse
import json
import posixpath
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from guide import shortlinks
from guide.checks import check_site, check_sources
from guide.model import Guide, Published
from guide.published import address_of, file_of, lasting_anchors
from guide.report import as_lines, summary
from guide.settings import Settings, load_settings
from guide.site import Site, read_site
from guide.sources import read_guide


@dataclass(frozen=True, slots=True)
class Entry:
    """What the ledger says of one address."""

    language: str
    """Language of the page."""
    page: str
    """Path of the page within its language when it was last published."""
    anchors: frozenset[str]
    """Every anchor ever published there."""


Ledger = Mapping[str, Entry]


def ledger_of(published: Iterable[Published]) -> dict[str, Entry]:
    """Give the ledger as the model holds it, by address."""
    return {item.address: Entry(item.language, item.page, frozenset(item.anchors)) for item in published}


def published_by(guide: Guide, site: Site) -> dict[str, Entry]:
    """Give what the built site publishes: pages that are in it, with the anchors they have there."""
    found: dict[str, Entry] = {}
    for page in guide.pages:
        built = site.page_by_path.get(file_of(page))
        if built is not None:
            anchors = frozenset(anchor for anchor in lasting_anchors(page) if anchor in built.ids)
            found[address_of(page)] = Entry(page.language, page.path, anchors)
    return found


def merged(former: Ledger, present: Ledger) -> dict[str, Entry]:
    """Add ``present`` to ``former``; no address and no anchor is ever lost."""
    result = dict(former)
    for address, entry in present.items():
        anchors = entry.anchors | former[address].anchors if address in former else entry.anchors
        result[address] = Entry(entry.language, entry.page, anchors)
    return result


def as_text(ledger: Ledger) -> str:
    """Write the ledger: one line for each page, in an order that never depends on when it was added."""
    rows = []
    for address, entry in sorted(ledger.items()):
        value = {"language": entry.language, "page": entry.page, "anchors": sorted(entry.anchors)}
        rows.append(f"{json.dumps(address, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(rows) + "\n}\n"


def write_ledger(ledger: Ledger, path: Path) -> None:
    """Write the ledger, whole or not at all."""
    write_whole(as_text(ledger), path)


def write_whole(text: str, path: Path) -> None:
    """Write a file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        file.write(text)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)


def added(former: Ledger, present: Ledger) -> tuple[int, int]:
    """Count the pages and the anchors that ``present`` has and ``former`` has not."""
    nothing = Entry("", "", frozenset())
    pages = sum(address not in former for address in present)
    anchors = sum(len(entry.anchors - former.get(address, nothing).anchors) for address, entry in present.items())
    return pages, anchors


def ledger_file(settings: Settings) -> str:
    """Give the ledger's file, relative to the root; before the first release, where the other data files are."""
    return beside_data(settings, "ledger", "addresses.json")


def beside_data(settings: Settings, role: str, name: str) -> str:
    """Give a data file by its role, or where ``name`` would be among the other data files."""
    folder = next((posixpath.dirname(other) for other in settings.data_files.values()), "data")
    return settings.data_files.get(role, posixpath.join(folder, name))


def release_options(parser: argparse.ArgumentParser) -> None:
    """Options of ``release``."""
    parser.add_argument("--site", type=Path, metavar="DIR", help="the built site; default: site_dir of mkdocs.yml")


def run_release(arguments: argparse.Namespace) -> int:
    """Add what the built site publishes to the ledger; refuse while there are findings. Raises SiteError."""
    guide = read_guide(load_settings(arguments.config))
    settings = guide.settings
    folder: Path = (arguments.site or settings.site_dir).resolve()
    site = read_site(folder, settings.relative(folder))
    findings = check_sources(guide) + check_site(guide, site)
    if findings:
        print(as_lines(findings) + summary(findings), file=sys.stderr)
        print("Nothing was released: the ledger takes in no guide with findings.", file=sys.stderr)
        return 1
    name = ledger_file(settings)
    former = ledger_of(guide.ledger)
    present = merged(former, published_by(guide, site))
    pages, anchors = added(former, present)
    if present != former:
        write_ledger(present, settings.root / name)
    print(f"Released: {pages} new pages and {anchors} new anchors in {name} ({len(present)} addresses in all)")
    _release_short_addresses(guide)
    return 0


def _release_short_addresses(guide: Guide) -> None:
    """Write down the short addresses that are new, beside the ledger."""
    name = beside_data(guide.settings, "short_addresses", "short-addresses.json")
    present = shortlinks.recorded(guide)
    if present != guide.short_addresses:
        write_whole(shortlinks.as_text(present), guide.settings.root / name)
    count = len(present) - len(guide.short_addresses)
    print(f"Released: {count} new short addresses in {name} ({len(present)} in all)")
