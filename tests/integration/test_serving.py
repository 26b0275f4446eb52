"""``make serve`` as a writer uses it: the page answers, follows an edit, and survives a mistake."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

ROOT = Path(__file__).parent.parent.parent
LONGEST = 120.0
"""Seconds after which the server is ended, and the test with it: no wait is measured in time otherwise."""


@dataclass
class Served:
    root: Path
    url: str
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    def page(self) -> str:
        with urlopen(f"{self.url}/steg/ledarskap/", timeout=10) as answer:
            return str(answer.read().decode("utf-8"))

    def hear(self, words: str) -> None:
        """Read what the server says until a line has these words; fail with all of it when it ends before."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line)
            if words in line:
                return
        pytest.fail(f"the server ended before it said {words!r}:\n{''.join(self.said)[-3000:]}")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A copy of the guide, served as `make serve` does, on a free port."""
    root = tmp_path / "guide"
    left_out = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "tests", "node_modules", "*cache*")
    shutil.copytree(ROOT, root, ignore=left_out)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "guide", "serve", "--port", str(port)],
        cwd=root,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    guard = Timer(LONGEST, os.killpg, (process.pid, 15))
    guard.start()
    try:
        yield Served(root, f"http://127.0.0.1:{port}", process)
    finally:
        guard.cancel()
        os.killpg(process.pid, 15)
        process.communicate(timeout=20)


def test_it_answers_follows_an_edit_and_keeps_serving_a_broken_page(served: Served) -> None:
    served.hear("Serving on")
    assert "<h1" in served.page()
    source = served.root / "docs/sv/steps/leadership.md"
    text = source.read_text(encoding="utf-8")
    source.write_text(text + "\nEn ny mening med [en trasig länk](no-such-page.md).\n", encoding="utf-8")
    served.hear("Reloading browsers")
    line = len(text.splitlines()) + 2
    assert f"docs/sv/steps/leadership.md:{line}:18: link-missing-page" in "".join(served.said)
    assert "En ny mening med" in served.page()
    source.write_text(text, encoding="utf-8")
    served.hear("Reloading browsers")
    assert "En ny mening med" not in served.page()
    assert "Traceback" not in "".join(served.said)


@pytest.mark.browser
def test_a_page_says_what_is_found_on_it_and_links_to_the_place(served: Served, browser: Browser) -> None:
    served.hear("Serving on")
    page = browser.new_context(locale="sv-SE").new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served.url}/steg/ledarskap/")
    strip = page.get_by_role("status").and_(page.locator(".guide-findings"))
    expect(strip).to_be_empty()
    source = served.root / "docs/sv/steps/leadership.md"
    lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith("## ") and "{#" in line) + 1
    lines[at:at] = ["\n", "En mening med [en trasig länk](no-such-page.md).\n"]
    source.write_text("".join(lines), encoding="utf-8")
    # The browser loads the page anew by itself.
    finding = strip.get_by_role("listitem").filter(has_text="link-missing-page")
    finding.wait_for()
    link = finding.get_by_role("link")
    assert link.inner_text() == f"docs/sv/steps/leadership.md:{at + 2}"
    heading = lines[at - 1].partition("{#")[2].partition("}")[0]
    link.click()
    assert page.url.endswith(f"/steg/ledarskap/#{heading}")
    expect(page.locator(f"#{heading}")).to_be_in_viewport()
    page.goto(f"{served.url}/en/steps/leadership/")
    expect(strip).to_contain_text("Findings here: ")
    assert errors == []
    page.context.close()
