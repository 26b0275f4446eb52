"""Mends that ``--fix`` makes: only where there is one, and it is safe.

What lives here: applying the fixes that findings carry to files. What does not:
deciding what is safe (each check does, when it adds a fix to a finding).
"""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from guide.checks.findings import Finding, Replacement, Rewriting


def apply_fixes(findings: Iterable[Finding], root: Path) -> list[Finding]:
    """Make the fixes under ``root``; give the findings that were fixed.

    A file that is not UTF-8 is left alone, and so is a line that no longer holds
    what the finding saw.
    """
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.fix is not None:
            by_file.setdefault(finding.fix.path, []).append(finding)
    fixed: list[Finding] = []
    for path, group in by_file.items():
        fixed.extend(_fix_file(root / path, group))
    return fixed


def _fix_file(path: Path, findings: list[Finding]) -> list[Finding]:
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return []
    fixed = [finding for finding in findings if isinstance(finding.fix, Rewriting)]
    changed = _rewritten(text) if fixed else text
    for finding in findings:
        if isinstance(finding.fix, Replacement):
            after = _replaced(changed, finding.fix)
            if after != changed:
                fixed.append(finding)
            changed = after
    if changed != text:
        _write(path, changed)
    return fixed


def _replaced(text: str, fix: Replacement) -> str:
    lines = text.split("\n")
    old = fix.old if fix.old in text else unicodedata.normalize("NFC", fix.old)
    if fix.line > len(lines) or old not in lines[fix.line - 1]:
        return text
    lines[fix.line - 1] = lines[fix.line - 1].replace(old, fix.new, 1)
    return "\n".join(lines)


def _rewritten(text: str) -> str:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", plain)


def _write(path: Path, text: str) -> None:
    with tempfile.NamedTemporaryFile("wb", dir=path.parent, delete=False) as file:
        file.write(text.encode("utf-8"))
    Path(file.name).chmod(path.stat().st_mode & 0o777)
    Path(file.name).replace(path)
