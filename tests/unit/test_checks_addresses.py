"""Faults in published addresses, each with a twin that is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from guides import Fault, assert_found, assert_silent, findings


def ledger(*entries: tuple[str, str, str, str]) -> str:
    """Write a ledger: address, language, page, anchor."""
    rows = [
        f'"{address}": {{"language": "{language}", "page": "{page}", "anchors": ["{anchor}"]}}'
        for address, language, page, anchor in entries
    ]
    return "{\n" + ",\n".join(rows) + "\n}\n"


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
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_planted_fault_is_found(fault: Fault, tmp_path: Path) -> None:
    assert_found(fault, findings, tmp_path)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_clean_twin_is_silent(fault: Fault, tmp_path: Path) -> None:
    assert_silent(fault, findings, tmp_path)
