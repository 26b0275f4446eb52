"""The ledger of published addresses: ``data/addresses.json``, which only ever grows.

What lives here: adding what a site publishes to what has been published, and the
``release`` command. What does not: reading the ledger (``data.py``) and checking
that what stands in it still answers (``checks/rules/addresses.py``). The short addresses,
which a release writes down too, are made in ``short.py``.

The form: one line for each page, ordered by address; anchors ordered by name. So a
diff shows what a release added, line by line::

    {
    "/steg/tillitskultur/": {"language": "sv", "page": "steps/culture-of-trust.md", "anchors": ["checklist", "why"]}
    }
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from guide.addresses.published import file_of, lasting_anchors, public_address
from guide.model.data import Published
from guide.model.guide import Guide
from guide.model.settings import Settings
from guide.model.site import Site
from guide.tools.files import write_whole


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
            found[public_address(page)] = Entry(page.language, page.path, anchors)
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
