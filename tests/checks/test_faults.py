"""Every finding has a planted fault, which is found, and a clean twin, which is silent.

The faults stand in ``faults/``: one table for each module of the checks' rules, by its name.
"""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from guide.checks.report import one_line
from guide.checks.rules import CONCERNS
from guide.checks.running import all_rules
from guides import Fault

TABLES: dict[str, list[Fault]] = {
    path.stem: runpy.run_path(str(path))["FAULTS"] for path in sorted((Path(__file__).parent / "faults").glob("*.py"))
}
each_fault = pytest.mark.parametrize(
    "fault", [pytest.param(fault, id=f"{name}-{fault.id}") for name, faults in TABLES.items() for fault in faults]
)


def test_every_finding_is_planted_and_every_module_of_rules_has_its_table() -> None:
    assert {fault.id for faults in TABLES.values() for fault in faults} == set(all_rules())
    assert TABLES.keys() == {module.__name__.rpartition(".")[2] for module in CONCERNS.values()}


@each_fault
def test_the_planted_fault_is_found(fault: Fault, tmp_path: Path) -> None:
    """At its place, in one line that says what is wrong and what to do."""
    lines = [one_line(finding) for finding in fault.findings(tmp_path, fault.plant) if finding.id == fault.id]
    assert [line for line in lines if line.startswith(f"{fault.at}:") and fault.says in line and " — " in line], lines


@each_fault
def test_the_clean_twin_is_silent(fault: Fault, tmp_path: Path) -> None:
    """It gives no finding of any kind; a twin that edits one language alone is not asked whether both hold the same."""
    beside = _ONE_SIDED - {fault.id} if _edits_one_language(fault) else frozenset()
    found = [finding for finding in fault.findings(tmp_path, fault.clean) if finding.id not in beside]
    assert [one_line(finding) for finding in found] == []


_ONE_SIDED = frozenset({"translation-blocks", "translation-links", "translation-order", "translation-quotations"})
_OTHER = {"sv": "en", "en": "sv"}


def _edits_one_language(fault: Fault) -> bool:
    pages = [path.split("/") for path in fault.clean if path.startswith(("docs/sv/", "docs/en/"))]
    return any(["docs", _OTHER[path[1]], *path[2:]] not in pages for path in pages)
