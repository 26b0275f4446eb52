"""The command line itself: help, what is not there, what ends a command, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import guides
from guide.commands.main import COMMANDS, main


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    for command in COMMANDS:
        # Told whole: a line that is too long would end in dots.
        assert f"{command.get_short_help_str(100)}\n" in shown
        assert main([command.name or "", "--help"]) == 0
        assert "--config FILE" in capsys.readouterr().out


def test_without_a_command_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "mark-translated" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["chekc"], "No such command 'chekc'. Did you mean 'check'?"),
        (["check", "--formt", "json"], "No such option '--formt'. Did you mean '--format'?"),
        (["check", "--format", "xml"], "'xml' is not one of"),
        (["catalogue", "more"], "unexpected extra argument"),
    ],
)
def test_what_is_not_there_gives_2_and_what_was_meant(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert says in capsys.readouterr().err


def test_a_file_that_cannot_be_written_gives_2_and_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guides.write(tmp_path, guides.WHOLE, {})
    report = tmp_path / "nowhere" / "report.json"
    assert main(["check", "--config", str(tmp_path / "mkdocs.yml"), "--output", str(report)]) == 2
    assert (
        capsys.readouterr().err == f"{report}: No such file or directory — look at the file or folder and its rights\n"
    )


def test_a_reader_that_goes_away_gives_2_and_no_traceback(tmp_path: Path) -> None:
    guides.write(tmp_path, guides.WHOLE, {})
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "guide", "readability", "--config", str(tmp_path / "mkdocs.yml")]
    # Not unbuffered: then the loss would show in the command itself, and not only at its end.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": ""}
    run = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, env=environment, check=False)
    os.close(writing)
    assert (run.returncode, run.stderr) == (2, "")
