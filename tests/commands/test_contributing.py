"""CONTRIBUTING, in both languages: two pages of tasks, each with a command that does what the page says."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from guide.commands import new
from guide.commands.main import COMMANDS, main

_ROOT = Path(__file__).parents[2]
_TEXTS = {
    code: (_ROOT / name).read_text("utf-8") for code, name in (("en", "CONTRIBUTING.md"), ("sv", "CONTRIBUTING.sv.md"))
}
_MOST_WORDS = 1000
_WRITTEN_FIRST = ("same", "uses", "mark-read")
"""What the reader does with a page or a claim only when it is written."""


def _commands(text: str) -> list[str]:
    """Give the lines of the code blocks, without what is said of them."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    return [line.partition("  #")[0].strip() for block in blocks for line in block.splitlines()]


def test_the_two_languages_have_the_same_tasks_and_commands() -> None:
    english, swedish = _TEXTS["en"], _TEXTS["sv"]
    assert _commands(english) == _commands(swedish)
    assert english.count("\n## ") == swedish.count("\n## ") > 10
    assert re.findall(r"\]\((?!CONTRIBUTING)(.*?)\)", english) == re.findall(r"\]\((?!CONTRIBUTING)(.*?)\)", swedish)


@pytest.mark.parametrize("code", _TEXTS)
def test_it_is_two_pages_and_what_is_looked_up_is_elsewhere(code: str) -> None:
    assert len(_TEXTS[code].split()) <= _MOST_WORDS
    assert "<!-- list:" not in _TEXTS[code]
    assert (_ROOT / "REFERENCE.md").read_text("utf-8").count("<!-- list:") > 10


@pytest.mark.parametrize("code", _TEXTS)
def test_every_command_and_file_that_is_named_is_there(code: str) -> None:
    named = re.findall(r"(?:^|`)guide ([a-z][a-z-]*)", _TEXTS[code], re.MULTILINE)
    assert set(named) <= {command.name for command in COMMANDS}
    assert {"new", "rename", "why", "same", "check", "uses", "mark-read", "mark-reviewed"} <= set(named)
    for path in re.findall(r"`((?:data|docs)/[^`*]*)`", _TEXTS[code]):
        assert (_ROOT / path).exists(), path


def test_its_commands_work_as_they_stand_and_what_they_begin_is_all_that_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a copy of the guide, without a repository, in a folder with a space and å in its name."""
    root = tmp_path / "Min guide på svenska"
    for folder in ("docs", "data", "overrides"):
        shutil.copytree(_ROOT / folder, root / folder)
    shutil.copy(_ROOT / "mkdocs.yml", root)
    monkeypatch.chdir(root)
    with monkeypatch.context() as patch:
        patch.setattr(new, "left_to_do", lambda config, made: [])  # looked at below, once and not six times
        for line in _commands(_TEXTS["sv"]):
            program, *arguments = shlex.split(line)
            if program == "guide" and len(arguments) > 1 and arguments[0] != "rename":
                assert main(arguments) == (2 if arguments[0] in _WRITTEN_FIRST else 0), line
    capsys.readouterr()
    assert main(["check"]) == 1
    found = {line.split(": ")[1].split()[0] for line in capsys.readouterr().out.splitlines()}
    assert found == {"leftover-todo", "page-orphan", "translation-unrecorded", "review-missing", "figure-unused"}
