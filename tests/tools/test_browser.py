"""Finding a browser: in the promised order, and a clear word where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.tools import browser as find_browser


def program(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_variable_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = program(tmp_path, "my-browser")
    program(tmp_path, "chromium")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv(find_browser.VARIABLE, str(own))
    assert find_browser.find_browser() == own


def test_a_variable_that_names_no_program_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(find_browser.VARIABLE, "/no/such/browser")
    with pytest.raises(find_browser.BrowserNotFoundError, match="not a program"):
        find_browser.find_browser()


def test_the_path_comes_before_playwrights_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(find_browser.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(find_browser, "_playwright_browser", lambda: Path("/from/playwright"))
    assert find_browser.find_browser() == Path("/from/playwright")
    chrome = program(tmp_path, "google-chrome")
    assert find_browser.find_browser() == chrome


def test_without_a_browser_it_says_what_to_do_and_exits_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(find_browser.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(find_browser, "_playwright_browser", lambda: None)
    monkeypatch.setattr(find_browser, "install_from_debian", lambda: False)
    assert find_browser.main(["--install"]) == 2
    said = capsys.readouterr().err
    assert "apt-get install chromium" in said
    assert find_browser.VARIABLE in said
