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


def short(page: str, anchor: str, swedish: str) -> str:
    """Write a file of short addresses with one entry."""
    return f'{{\n"old": {{"page": "{page}", "anchor": "{anchor}", "to": {{"sv": "{swedish}"}}}}\n}}\n'


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
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_planted_fault_is_found(fault: Fault, tmp_path: Path) -> None:
    assert_found(fault, findings, tmp_path)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_clean_twin_is_silent(fault: Fault, tmp_path: Path) -> None:
    assert_silent(fault, findings, tmp_path)
