"""The bench: the other checkers are found where they stand, in the versions that are written down."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bench import PROGRAMS, TOOLS, missing_tools

ROOT = Path(__file__).resolve().parents[2]


def _pins(file: Path) -> dict[str, str]:
    pins = re.findall(r"^([\w.-]+)==([\w.]+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {name.lower(): version for name, version in pins}


def test_a_checker_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert missing_tools(tmp_path) == ["LinkChecker", "linkinator"]
    program = tmp_path / PROGRAMS["linkinator"]
    program.parent.mkdir(parents=True)
    program.touch()
    assert missing_tools(tmp_path) == ["LinkChecker"]


def test_the_folder_of_the_tools_is_never_committed() -> None:
    assert f"/{TOOLS.name}/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_every_tool_has_one_version() -> None:
    wanted = json.loads((ROOT / "scripts" / "bench-tools.json").read_text(encoding="utf-8"))["dependencies"]
    assert "linkinator" in wanted and all(re.fullmatch(r"[\d.]+", version) for version in wanted.values())
    lines = (ROOT / "scripts" / "bench-tools.txt").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("#") or "==" in line for line in lines)
    assert "linkchecker" in _pins(ROOT / "scripts" / "bench-tools.txt")


@pytest.mark.parametrize("name", ["mkdocs", "mkdocs-material", "mkdocs-static-i18n", "markdown-it-py", "lxml", "segno"])
def test_the_compared_guides_are_built_with_what_the_guide_is_built_with(name: str) -> None:
    assert _pins(ROOT / "scripts" / "bench-tools.txt")[name] == _pins(ROOT / "requirements.txt")[name]
