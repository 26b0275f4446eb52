"""The commands about the ledger of claims: what they print, mark and refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import guides
from claims_guides import CLAIM, EN, LEDGER, SV, ledger
from guide.commands.main import main
from guides import WHOLE, Edits

_IN_CARE = (
    "    whose: inquiry\n",
    "    whose: inquiry\n    limits: [{sv: [vården, försöken], en: [health care, trials]}]\n",
)


def _config(folder: Path, edits: Edits) -> str:
    return str(guides.write(folder, WHOLE, edits) / "mkdocs.yml")


def test_uses_prints_every_sentence_of_both_languages_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["uses", "sou-2018-47#trust-first", "--config", _config(tmp_path, ledger())]) == 0
    printed = capsys.readouterr().out
    for place in (f"{SV}:10  Tillit växer", f"{EN}:10  Trust grows", f"{SV}:47  Den som", f"{EN}:47  People who"):
        assert printed.count(place) == 1
    assert printed.index(f"{SV}:10") < printed.index(f"{EN}:10") < printed.index(f"{SV}:47")
    assert "sv: I försöken växte tilliten" in printed


def test_uses_marks_what_leaves_out_a_limit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sv, en = "I vården växer tillit när chefer visar den först.", "In health care trust grows with managers."
    config = _config(tmp_path, ledger(_IN_CARE, sv=sv, en=en))
    assert main(["uses", "sou-2018-47", "--config", config]) == 1
    printed = capsys.readouterr().out
    assert printed.count('  ! without "vården"') == printed.count('  ! without "health care"') == 1
    assert printed.index(f"{EN}:10") < printed.index(f"{SV}:47") < printed.index('! without "vården"')


@pytest.mark.parametrize("command", ["uses", "mark-read"])
def test_a_claim_that_is_not_there_is_refused(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = _config(tmp_path, ledger())
    assert main([command, "sou-2018-47#trust", "--config", config]) == 2
    assert 'no source or claim "sou-2018-47#trust"' in capsys.readouterr().err


def test_a_changed_claim_is_a_finding_until_its_uses_are_marked_as_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = _config(
        tmp_path, ledger(("In the trials", "In twelve trials"), ("I försöken", "I tolv försök"), read=CLAIM)
    )
    assert main(["check", "--config", config]) == 1
    printed = capsys.readouterr().out
    assert printed.count("claim-changed") == 4
    assert f"({LEDGER}:5)" in printed
    assert main(["mark-read", "sou-2018-47#trust-first", "--config", config]) == 0
    assert main(["check", "--config", config]) == 0


def test_marking_keeps_the_records_of_other_claims_and_drops_those_of_uses_that_are_gone(tmp_path: Path) -> None:
    records = {"steps/culture.md": {"sou-2018-47#trust-first": "old", "a#b": "gone"}, "gone.md": {"c#d": "gone"}}
    config = _config(tmp_path, {**ledger(), "data/readings.json": json.dumps(records)})
    assert main(["mark-read", "--config", config]) == 2
    assert main(["mark-read", "--all", "--config", config]) == 0
    kept = json.loads((tmp_path / "data/readings.json").read_text(encoding="utf-8"))
    assert kept.keys() == {"steps/culture.md"}
    assert kept["steps/culture.md"].keys() == {"sou-2018-47#trust-first"}
    assert kept["steps/culture.md"]["sou-2018-47#trust-first"] != "old"


def test_counts_of_the_ledger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "--config", _config(tmp_path, ledger(_IN_CARE))]) == 0
    lines = [line.rsplit(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    counted = {name: int(number) for name, number in lines}
    assert counted["sources"] == counted["claims"] == counted["claims: description"] == 1
    assert counted["uses of claims, all languages"] == counted["uses without a limit"] == 4
    assert counted["claims seen: summary"] == 1
