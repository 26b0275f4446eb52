"""Moodle is found or asked for, its answers are read, and what is started is ended."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from lms.__main__ import main
from lms.machines import MachineError, needed, running, waited
from lms.moodle import ScriptError, answer_of, release_of


def test_without_a_source_the_command_says_how_to_get_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--moodle", str(tmp_path / "nowhere")]) == 2
    said = capsys.readouterr().err
    assert f"Moodle's source is not at {tmp_path / 'nowhere'}" in said and "git clone" in said and "apt-get" in said


@pytest.mark.parametrize("folder", [".", "public"])
def test_the_release_is_read_where_either_age_of_moodle_has_it(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(exist_ok=True)
    (tmp_path / folder / "version.php").write_text("<?php\n$release  = '4.5.6 (Build: 1)';\n", encoding="utf-8")
    assert release_of(tmp_path) == "4.5.6 (Build: 1)"


def test_another_programs_version_is_no_moodle(tmp_path: Path) -> None:
    (tmp_path / "version.php").write_text("<?php\n", encoding="utf-8")
    with pytest.raises(MachineError, match="MOODLE="):
        release_of(tmp_path)


def test_the_answer_is_the_last_line() -> None:
    assert answer_of('Notice: {"old": 1}\n{"course": 7}\n', "") == {"course": 7}
    with pytest.raises(ScriptError, match="what it said"):
        answer_of("Fatal error", "what it said")
    with pytest.raises(ScriptError, match="said nothing"):
        answer_of("[1]", "")


def test_a_missing_program_is_named_with_its_package() -> None:
    with pytest.raises(MachineError, match=r"no-such-program is missing.*apt-get install php-cli"):
        needed("no-such-program", package="php-cli")


def test_what_was_started_is_ended_with_its_children(tmp_path: Path) -> None:
    number = tmp_path / "number"
    script = (
        "import pathlib, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "pathlib.Path(sys.argv[1]).write_text(str(child.pid))\n"
        "time.sleep(600)\n"
    )
    with running([sys.executable, "-c", script, str(number)], tmp_path / "log", {}) as program:
        waited("the child", program, lambda: number.exists() and bool(number.read_text()), tmp_path / "log")
    assert program.returncode is not None
    assert gone(int(number.read_text()))


def test_a_program_that_ends_is_not_waited_for(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "print('no disk left'); raise SystemExit(1)"]
    with running(command, tmp_path / "log", {}) as program:
        program.wait()
        with pytest.raises(MachineError, match="The database does not answer:\nno disk left"):
            waited("The database", program, lambda: False, tmp_path / "log")


def gone(number: int) -> bool:
    """Whether the process has ended: an orphan is waited for by another, in its own time."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            os.kill(number, 0)
            state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rsplit(")", 1)[-1].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False
