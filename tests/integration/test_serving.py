"""``make serve`` as a writer uses it: the page answers, follows an edit, and survives a mistake."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60.0


@dataclass
class Served:
    root: Path
    url: str
    log: Path

    def page(self) -> str:
        with urlopen(f"{self.url}/steg/ledarskap/", timeout=10) as answer:
            return str(answer.read().decode("utf-8"))


def wait_for(condition: Callable[[], bool], served: Served) -> None:
    """Wait until ``condition`` holds; a server that never gets there fails the test with its log."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if condition():
                return
        except (URLError, OSError):
            pass
        time.sleep(0.3)
    pytest.fail("not in time; the server said:\n" + served.log.read_text(encoding="utf-8")[-3000:])


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A copy of the guide, served as `make serve` does, on a free port."""
    root = tmp_path / "guide"
    left_out = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "tests", "node_modules", "*cache*")
    shutil.copytree(ROOT, root, ignore=left_out)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "serve.log"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "guide", "serve", "--port", str(port)],
            cwd=root,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield Served(root, f"http://127.0.0.1:{port}", log)
        finally:
            os.killpg(process.pid, 15)
            process.wait(timeout=20)


def test_it_answers_follows_an_edit_and_keeps_serving_a_broken_page(served: Served) -> None:
    wait_for(lambda: "<h1" in served.page(), served)
    source = served.root / "docs/sv/steps/leadership.md"
    text = source.read_text(encoding="utf-8")
    source.write_text(text + "\nEn ny mening i guiden.\n", encoding="utf-8")
    wait_for(lambda: "En ny mening i guiden." in served.page(), served)
    source.write_text(text + "\nSe [en trasig länk](no-such-page.md).\n", encoding="utf-8")
    wait_for(lambda: "en trasig länk" in served.page(), served)
    said = served.log.read_text(encoding="utf-8")
    line = len(text.splitlines()) + 2
    assert f"docs/sv/steps/leadership.md:{line}:4: link-missing-page" in said
    assert "Traceback" not in said
