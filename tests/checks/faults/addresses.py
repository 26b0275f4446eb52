"""Faults in published addresses, each with a twin that is right."""

from __future__ import annotations

import tempfile
from pathlib import Path

from guide.addresses.redirects import moved_anchors, write_redirects
from guide.addresses.short import write_short_addresses
from guide.client.bundling import script
from guides import REDIRECTS, Fault, SiteFault, built, read, write


def ledger(*entries: tuple[str, str, str, str]) -> str:
    """Write a ledger: address, language, page, anchor."""
    rows = [
        f'"{address}": {{"language": "{language}", "page": "{page}", "anchors": ["{anchor}"]}}'
        for address, language, page, anchor in entries
    ]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def short(page: str, anchor: str, swedish: str) -> str:
    """Write a file of short addresses with one entry."""
    return f'{{\n"old": {{"page": "{page}", "anchor": "{anchor}", "to": {{"sv": "{swedish}"}}}}\n}}\n'


def leading_on(sources: dict[str, str]) -> dict[str, str]:
    """Give what the build adds to the site for redirects and short addresses, by path."""
    with tempfile.TemporaryDirectory() as folder:
        guide = read(Path(folder, "guide"), sources)
        site = write(Path(folder, "site"), built(guide), {})
        write_redirects(guide, site)
        write_short_addresses(guide, site)
        # As the template does it: a living page loads the script that knows its moved anchors.
        for name in moved_anchors(guide):
            page = site / name
            page.write_text(
                page.read_text(encoding="utf-8").replace(
                    "</head>", f'<script src="/{script("moved.js").path}"></script></head>'
                )
            )
        files = (path for path in site.rglob("*") if path.suffix in {".html", ".js"})
        return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in files}


MOVED = {"data/redirects.yml": REDIRECTS}
SHORT = {"data/redirects.yml": "", "data/short-addresses.json": short("faq.md", "", "/vanliga-fragor/")}
MOVED_SITE = leading_on(MOVED)
SHORT_SITE = leading_on(SHORT)
STEP = ("/steg/tillitskultur/", "sv", "steps/culture.md", "why")
FAULTS = [
    Fault(
        "address-lost",
        {"data/addresses.json": ledger(STEP, ("/steg/borta/", "sv", "steps/gone.md", "why"))},
        {"data/addresses.json": ledger(STEP, ("/steg/gammalt/", "sv", "steps/gone.md", "why"))},
        "data/addresses.json:3",
        '"/steg/borta/"',
    ),
    Fault(
        "anchor-lost",
        {"data/addresses.json": ledger((*STEP[:3], "hwy"))},
        {"data/addresses.json": ledger((*STEP[:3], "gammalt"))},
        "data/addresses.json:2",
        'did you mean "#why"',
    ),
    Fault(
        "short-address-lost",
        {"data/short-addresses.json": short("steps/gone.md", "", "/steg/borta/")},
        {"data/short-addresses.json": short("steps/gone.md", "", "/steg/gammalt/")},
        "data/short-addresses.json:2",
        '"/l/old/" led to "/steg/borta/"',
    ),
    Fault(
        "short-address-lost",
        {"data/short-addresses.json": short("faq.md", "who-knows", "/vanliga-fragor/#who-knows")},
        {"data/short-addresses.json": short("faq.md", "what-is-trust", "/vanliga-fragor/#what-is-trust")},
        "data/short-addresses.json:2",
    ),
    Fault(
        "data-unreadable",
        {"data/short-addresses.json": short("faq.md", "", "no-slash")},
        {"data/short-addresses.json": short("faq.md", "", "/vanliga-fragor/")},
        "data/short-addresses.json:2",
        "an address for each language",
    ),
    SiteFault(
        "redirect-not-built",
        {**MOVED_SITE, "steg/gammalt/index.html": None},
        MOVED_SITE,
        "data/redirects.yml:1",
        "steg/gammalt/index.html",
        sources=MOVED,
    ),
    SiteFault(
        "redirect-not-built",
        {**MOVED_SITE, "steg/tillitskultur/index.html": ("", "")},
        MOVED_SITE,
        "site/steg/tillitskultur/index.html:1",
        "which of its anchors have moved",
        sources=MOVED,
    ),
    SiteFault(
        "short-address-not-built",
        {**SHORT_SITE, "l/old/index.html": None},
        SHORT_SITE,
        "site:1",
        "site/l/old/index.html",
        sources=SHORT,
    ),
]
