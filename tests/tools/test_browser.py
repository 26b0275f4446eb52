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
    program(tmp_path, "chromium")
    without_windows = program(tmp_path, "chromium-headless-shell")
    assert find_browser.find_browser() == without_windows


@pytest.mark.parametrize(
    ("packages", "installed"), [({"chromium-headless-shell", "chromium"}, True), ({"chromium"}, True), (set(), False)]
)
def test_debian_is_asked_for_the_one_without_windows_and_then_for_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packages: set[str], installed: bool
) -> None:
    apt = program(tmp_path, "apt-get")
    known = " | ".join(sorted(packages)) or "none"
    asked = tmp_path / "asked"
    script = f'#!/bin/sh\necho "$@" >> {asked}\ncase "$4" in {known} | "") exit 0;; esac\nexit 1\n'
    apt.write_text(script, encoding="utf-8")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name: str(apt) if name == "apt-get" else None)
    assert find_browser.install_from_debian() is installed
    first, *others = asked.read_text(encoding="utf-8").splitlines()
    assert first == "update"
    assert [each.split()[-1] for each in others] == (
        ["chromium-headless-shell"] if len(packages) == 2 else ["chromium-headless-shell", "chromium"]
    )


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
