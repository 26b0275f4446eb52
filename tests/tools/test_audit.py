"""Asking about weaknesses: what is found, what is not, and what could not be asked are told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.tools import audit

NO_NPM = '{"message": "405 Method Not Allowed", "error": {}}'
CLEAN_NPM = '{"vulnerabilities": {}, "metadata": {"dependencies": {"total": 105}}}'
BAD_NPM = (
    '{"vulnerabilities": {"left": {"range": "<2", "severity": "high"}}, "metadata": {"dependencies": {"total": 105}}}'
)
CLEAN_PIP = '{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}'
BAD_PIP = (
    '{"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}]}, '
    '{"name": "b", "skip_reason": "not found"}]}'
)
UNKNOWN_PIP = '{"dependencies": [{"name": "a", "skip_reason": "not found"}]}'


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> object:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    (tmp_path / "bin").mkdir()
    (tmp_path / "requirements.txt").write_text("a==1\n", encoding="utf-8")

    def run(pip: str, npm: str) -> tuple[int, str]:
        for name, answer in (("pip-audit", pip), ("npm", npm)):
            program = tmp_path / "bin" / name
            program.write_text(f"#!/bin/sh\necho 'no route to the host' >&2\ncat <<'END'\n{answer}\nEND\nexit 1\n")
            program.chmod(0o755)
        return audit.main(), capsys.readouterr().out

    return run


@pytest.mark.parametrize(
    ("pip", "npm", "code", "said"),
    [
        (CLEAN_PIP, CLEAN_NPM, 0, ["1 packages, 0 with", "105 packages, 0 with"]),
        (BAD_PIP, CLEAN_NPM, 1, ["a 1: PYSEC-1, mended in 1.1", "1 packages, 1 with"]),
        (CLEAN_PIP, BAD_NPM, 1, ["left <2: high"]),
        ("", NO_NPM, 0, ["skipped, could not be asked about: no route to the host", "405 Method Not Allowed"]),
        (UNKNOWN_PIP, "", 0, ["requirements.txt: skipped", "package-lock.json: skipped"]),
        (BAD_PIP, NO_NPM, 1, ["PYSEC-1", "skipped"]),
    ],
)
def test_each_answer_is_told_for_what_it_is(asked: object, pip: str, npm: str, code: int, said: list[str]) -> None:
    ended, shown = asked(pip, npm)  # type: ignore[operator]
    assert ended == code
    for words in said:
        assert words in shown


def test_a_program_that_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "pip-audit" in audit.of_python("requirements.txt").problem
