"""The table of cases shows every country that the check lets through."""

from __future__ import annotations

from pathlib import Path

import pytest

import guides
from guide.pages.cases import cases
from guide.words.countries import country_codes, country_name, is_country

CASES = ("docs/sv/cases/sundsvall.md", "docs/en/cases/sundsvall.md")


def _table(folder: Path, code: str, language: str) -> str:
    guide = guides.read(folder, dict.fromkeys(CASES, ("country: SE", f"country: {code}")))
    return cases(guide, guide.page_by_key[language, "steps/index.md"])


@pytest.mark.parametrize(("language", "where"), [("sv", "Kommun, Schweiz"), ("en", "Municipality, Switzerland")])
def test_a_country_that_no_case_had_before_is_shown(language: str, where: str, tmp_path: Path) -> None:
    assert guides.findings(tmp_path, dict.fromkeys(CASES, ("country: SE", "country: CH"))) == []
    table = _table(tmp_path, "CH", language)
    assert where in table and "&quot;CH&quot;" in table and 'data-country="CH"' in table


def test_a_country_that_does_not_exist_stops_no_build(tmp_path: Path) -> None:
    assert "Kommun, QQ<br>" in _table(tmp_path, "QQ", "sv")


@pytest.mark.parametrize("language", ["sv", "en", "nb"])
def test_every_country_has_a_name(language: str) -> None:
    assert len(country_codes()) == 249
    assert all(is_country(code) and country_name(code, language) for code in country_codes())
    for code in ("EU", "UN", "XK", "se", "SWE", "ZZ"):
        assert not is_country(code)
