"""Finding the Nu HTML checker, and what is said where it cannot be asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.tools import validator


def java(folder: Path, script: str) -> Path:
    folder.mkdir()
    program = folder / "java"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


@pytest.fixture
def project(tmp_path: Path) -> Path:
    checker = tmp_path / "project" / validator.CHECKER
    checker.parent.mkdir(parents=True)
    checker.write_bytes(b"")
    return tmp_path / "project"


@pytest.mark.parametrize("script", ["""echo 'openjdk version "11.0.2" 2019-01-15' >&2""", "exit 1"])
def test_no_java_that_is_new_enough_is_said_with_what_to_install(
    script: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    java(tmp_path / "bin", script)
    for path in (tmp_path / "bin", tmp_path / "nowhere"):
        monkeypatch.setenv("PATH", str(path))
        with pytest.raises(validator.ValidatorNotFoundError, match="apt-get install default-jre-headless"):
            validator.find_validator(project)


def test_a_checker_that_is_not_installed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java(tmp_path / "bin", """echo 'openjdk version "17.0.15" 2025-04-15' >&2""")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(validator.ValidatorNotFoundError, match="npm ci"):
        validator.find_validator(tmp_path)


def answering(folder: Path, said: str) -> None:
    java(folder, f"""[ "$1" = -version ] && echo 'version "21"' >&2 && exit\ncat <<'END'\n{said}\nEND""")


def test_what_it_answers_is_read(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(
        tmp_path / "bin",
        '{"messages":[{"url":"file:/a%20b/./c.html","lastLine":3,"message":"Bad.","extract":"<p\\n a>"}]}',
    )
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    (fault,) = validator.faults_in([tmp_path], project)
    assert str(fault) == "/a b/c.html:3: Bad. — <p a>"


def test_an_answer_that_is_none_is_said(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(tmp_path / "bin", "Error: no such file")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    with pytest.raises(validator.ValidatorNotFoundError, match="no such file"):
        validator.faults_in([tmp_path], project)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert validator.main([str(tmp_path / "site")]) == 2
    assert "make build" in capsys.readouterr().err
