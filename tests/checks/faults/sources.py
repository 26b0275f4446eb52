"""Sources without title, date or original address, each with a twin that is right."""

from __future__ import annotations

from claims_guides import SEEN, ledger
from guides import Fault

_ADDRESS = "https://www.regeringen.se/sou-2018-47/"
_COPIED = _ADDRESS.replace("www.regeringen.se", "docplayer.se")
_TITLE = '"Med tillit växer handlingsutrymmet"'
_ISSUED = '"issued": {"date-parts": [[2018]]}'
_KIND = '"custom": {"kind": "official"'

FAULTS = [
    Fault(
        "source-copy",
        ledger(bibliography=(_ADDRESS, _COPIED)),
        ledger(bibliography=(f'{_ADDRESS}",', f'{_COPIED}", {_KIND}, "no-original": "not-found"}},')),
        "data/bibliography.json:2",
        "docplayer.se copies documents",
    ),
    Fault(
        "source-undated",
        ledger(bibliography=(_ISSUED, f"{_KIND}}}")),
        ledger(bibliography=(_ISSUED, f'{_KIND}, "undated": "kept-current"}}')),
        "data/bibliography.json:2",
        "has no date",
    ),
    Fault(
        "source-title",
        ledger(bibliography=(_TITLE, '"Nyhet om tillit"')),
        ledger(bibliography=(_TITLE, f'"[Nyhet om tillit]", {_KIND}, "titled": "not-seen"}}')),
        "data/bibliography.json:2",
        "describes the source",
    ),
    Fault(
        "source-title",
        ledger(bibliography=(_TITLE, '"[Nyhet om tillit]"')),
        ledger(bibliography=(_TITLE, '"[Nyhet] om tillit"')),
        "data/bibliography.json:2",
        "without custom.titled",
    ),
    Fault(
        "source-undated",
        ledger(bibliography=(SEEN, "")),
        ledger(bibliography=(f'"URL": "{_ADDRESS}",', "")),
        "data/bibliography.json:2",
        "when it was seen",
    ),
]
