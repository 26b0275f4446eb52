"""Findings as text, JSON, SARIF and GitHub annotations.

What lives here: one function for each format. What does not: deciding what is a
finding, or where the text goes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote

from guide.checks.causes import by_cause
from guide.checks.findings import Finding, Rule, Severity
from guide.model.place import Position

CATALOGUE = "CHECKS.md"
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BOLD, _DIM, _RED, _YELLOW, _GREEN, _RESET = "\033[1m", "\033[2m", "\033[31m", "\033[33m", "\033[32m", "\033[0m"


def one_line(finding: Finding) -> str:
    """Give ``file:line:column: id what — hint``, the form that editors and pipes read."""
    place = finding.position
    return f"{place.path}:{place.line}:{place.column}: {finding.id} {said(finding)}"


def said(finding: Finding) -> str:
    """Give what is wrong and what to do, on one line."""
    meant = f'; did you mean "{finding.suggestion}"?' if finding.suggestion else ""
    return _flat(f"{finding.message}{meant} — {finding.hint}{_also(finding)}")


def _also(finding: Finding) -> str:
    """Give the other places where the same cause is seen, under the id of each finding."""
    places: dict[str, list[str]] = {}
    for name, place in finding.also:
        places.setdefault(name, []).append(f"{place.path}:{place.line}")
    told = "; ".join(f"{name} {', '.join(dict.fromkeys(each))}" for name, each in places.items())
    return f" [from the same: {told}]" if told else ""


def _flat(text: str) -> str:
    """Keep a message on its line, and control characters out of the terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


def as_lines(findings: Sequence[Finding]) -> str:
    """One line for each finding, those of one cause together, and nothing else."""
    return "".join(one_line(finding) + "\n" for finding in by_cause(findings))


def as_terminal_text(findings: Sequence[Finding]) -> str:
    """Grouped by file, in colour, with a sum at the end."""
    if not findings:
        return f"{_GREEN}No findings.{_RESET}\n"
    findings = by_cause(findings)
    parts: list[str] = []
    for path, group in groupby(findings, key=lambda finding: finding.position.path):
        parts.append(f"{_BOLD}{_flat(path)}{_RESET}\n")
        for finding in group:
            colour = _RED if finding.severity is Severity.ERROR else _YELLOW
            place = f"{finding.position.line}:{finding.position.column}"
            parts.append(f"  {_DIM}{place:>8}{_RESET}  {colour}{finding.id}{_RESET}  {said(finding)}\n")
        parts.append("\n")
    parts.append(summary(findings) + "\n")
    return "".join(parts)


def summary(findings: Sequence[Finding]) -> str:
    """Say how many findings there are and where they are explained."""
    findings = by_cause(findings)
    files = len({finding.position.path for finding in findings})
    fixable = sum(finding.fix is not None for finding in findings)
    text = f"{_count(len(findings), 'finding')} in {_count(files, 'file')}; {CATALOGUE} explains each id."
    return f"{text} {fixable} fixable with --fix." if fixable else text


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def as_json(findings: Sequence[Finding]) -> str:
    """A JSON array with an object for each finding."""
    rows = [
        {
            "id": finding.id,
            "severity": finding.severity.value,
            "file": finding.position.path,
            "line": finding.position.line,
            "column": finding.position.column,
            "message": finding.message,
            "hint": finding.hint,
            "suggestion": finding.suggestion or None,
            "fixable": finding.fix is not None,
            "explained": f"{CATALOGUE}#{finding.id}",
            "also": [{"id": name, "file": at.path, "line": at.line, "column": at.column} for name, at in finding.also],
        }
        for finding in by_cause(findings)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_sarif(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> str:
    """SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/)."""
    findings = by_cause(findings)
    used = sorted({finding.id for finding in findings})
    index = {name: number for number, name in enumerate(used)}
    run = {
        "tool": {"driver": {"name": "guide", "rules": [_sarif_rule(rules[name]) for name in used]}},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(finding, index[finding.id]) for finding in findings],
    }
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _sarif_rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.means} {rule.why}"},
        "help": {"text": rule.hint},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _sarif_result(finding: Finding, rule_index: int) -> dict[str, Any]:
    return {
        "ruleId": finding.id,
        "ruleIndex": rule_index,
        "level": finding.severity.value,
        "message": {"text": said(finding)},
        "locations": [_sarif_location(finding.position)],
        "relatedLocations": [_sarif_location(place) for _, place in finding.also],
    }


def _sarif_location(place: Position) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(place.path)},
            "region": {"startLine": place.line, "startColumn": place.column},
        }
    }


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands that GitHub shows beside the changed lines."""
    rows = []
    for finding in by_cause(findings):
        place = finding.position
        values = {"file": place.path, "line": str(place.line), "col": str(place.column), "title": finding.id}
        options = ",".join(f"{name}={_github_property(value)}" for name, value in values.items())
        rows.append(f"::{finding.severity.value} {options}::{_github_data(said(finding))}\n")
    return "".join(rows)


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")


Writer = Callable[[Sequence[Finding], Mapping[str, Rule]], str]
FORMATS: Mapping[str, Writer] = {
    "text": lambda findings, rules: as_lines(findings),
    "terminal": lambda findings, rules: as_terminal_text(findings),
    "json": lambda findings, rules: as_json(findings),
    "sarif": as_sarif,
    "github": lambda findings, rules: as_github(findings),
}
