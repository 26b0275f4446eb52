"""Finding node: on the path where it is new enough, else in the environment, and a clear word where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.tools import node as find_node


def node(folder: Path, version: str, npm: bool = True) -> Path:
    folder.mkdir()
    for name, text in (("node", f"#!/bin/sh\necho {version}\n"), *([("npm", "#!/bin/sh\n")] if npm else [])):
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


def found(monkeypatch: pytest.MonkeyPatch, on_path: Path, environment: Path) -> Path:
    monkeypatch.setenv("PATH", str(on_path))
    return find_node.find_node(environment)


def test_one_on_the_path_that_is_new_enough_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = node(tmp_path / "path", "v20.19.0"), node(tmp_path / "venv", "v24.1.0")
    assert found(monkeypatch, first, second) == first


_TOO_OLD_OR_WITHOUT_NPM = [("v18.20.1", True), ("v20.18.9", True), ("odd", True), ("v24.0.0", False)]


@pytest.mark.parametrize(("version", "npm"), _TOO_OLD_OR_WITHOUT_NPM)
def test_else_that_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, npm: bool) -> None:
    first, second = node(tmp_path / "path", version, npm), node(tmp_path / "venv", "v24.1.0")
    assert found(monkeypatch, first, second) == second


def test_without_any_the_message_says_what_was_tried_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "venv").mkdir()
    with pytest.raises(find_node.NodeNotFoundError, match=r"20\.19.*18\.20.*no node(.|\n)*requirements.txt"):
        found(monkeypatch, node(tmp_path / "path", "v18.20.1"), tmp_path / "venv")
