"""``make serve`` as a writer uses it: the page answers, follows an edit, survives a mistake, and ends when told to."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from guides import WHOLE, write
from mkdocs_guides import mkdocs_yml
from visits import RULES

ROOT = Path(__file__).parent.parent.parent
HANGS = 600.0
"""Seconds after which a server is ended, and the test with it: every wait is for something said or seen."""
LEADERSHIP = "docs/sv/steps/leadership.md"
CULTURE = "docs/sv/steps/culture.md"


@dataclass
class Served:
    root: Path
    url: str
    process: subprocess.Popen[str]
    temporary: Path
    said: list[str] = field(default_factory=list)

    def page(self, path: str) -> str:
        with urlopen(f"{self.url}/{path}", timeout=HANGS) as answer:
            return str(answer.read().decode("utf-8"))

    def hear(self, words: str) -> None:
        """Read what the server says until a line has these words; fail with all of it when it ends before."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line)
            if words in line:
                return
        pytest.fail(f"the server ended before it said {words!r}:\n{''.join(self.said)[-3000:]}")

    def save(self, path: str, old: str, new: str) -> None:
        source = self.root / path
        text = source.read_text(encoding="utf-8")
        assert old in text
        source.write_text(text.replace(old, new, 1), encoding="utf-8")

    def ends(self, number: signal.Signals) -> str:
        """Send a signal to the server alone; give what it said until its end, which leaves nothing behind."""
        self.process.send_signal(number)
        said, _ = self.process.communicate()
        assert self.process.returncode == 0, said
        assert list(self.temporary.iterdir()) == []
        # All that it began is in its process group.
        with pytest.raises(ProcessLookupError):
            os.killpg(self.process.pid, 0)
        return "".join(self.said) + said


@contextmanager
def serving(root: Path, temporary: Path) -> Iterator[Served]:
    """Serve a guide as `make serve` does, on a free port."""
    temporary.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-X", "faulthandler", "-m", "guide", "serve", "--port", str(port)],
        cwd=root,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        # Where the tests run in the background of a shell, what they start would not hear of Ctrl-C, or, with nohup,
        # of a terminal that is closed.
        preexec_fn=lambda: [signal.signal(each, signal.SIG_DFL) for each in (signal.SIGINT, signal.SIGHUP)],
    )
    # By a signal that lets it say where each of its threads is.
    guard = Timer(HANGS, os.killpg, (process.pid, signal.SIGABRT))
    guard.start()
    try:
        yield Served(root, f"http://127.0.0.1:{port}", process, temporary)
    finally:
        guard.cancel()
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A copy of the guide, served."""
    root = tmp_path_factory.mktemp("whole") / "guide"
    left_out = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "tests", "node_modules", "*cache*")
    shutil.copytree(ROOT, root, ignore=left_out)
    with serving(root, root.parent / "temporary") as served:
        served.hear("Serving on")
        yield served


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Served]:
    """The tiny guide, served; it may still be building."""
    with serving(write(tmp_path / "guide", WHOLE, {"mkdocs.yml": mkdocs_yml()}), tmp_path / "temporary") as served:
        yield served


def until(holds: Callable[[], object]) -> None:
    while not holds():
        time.sleep(0.01)


def test_it_answers_follows_an_edit_and_keeps_serving_a_broken_page(served: Served) -> None:
    assert "<h1" in served.page("steg/ledarskap/")
    source = served.root / LEADERSHIP
    text = source.read_text(encoding="utf-8")
    source.write_text(text + "\nEn ny mening med [en trasig länk](no-such-page.md).\n", encoding="utf-8")
    served.hear("Reloading browsers")
    line = len(text.splitlines()) + 2
    assert f"{LEADERSHIP}:{line}:18: link-missing-page" in "".join(served.said)
    assert "En ny mening med" in served.page("steg/ledarskap/")
    source.write_text(text, encoding="utf-8")
    served.hear("Reloading browsers")
    assert "En ny mening med" not in served.page("steg/ledarskap/")
    assert "Traceback" not in "".join(served.said)


@pytest.mark.browser
def test_a_page_says_what_is_found_on_it_and_links_to_the_place(served: Served, browser: Browser) -> None:
    page = browser.new_context(locale="sv-SE").new_page()
    page.set_default_timeout(HANGS * 1000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served.url}/steg/ledarskap/")
    strip = page.get_by_role("status").and_(page.locator(".guide-findings"))
    expect(strip).to_be_empty(timeout=HANGS * 1000)
    lines = (served.root / LEADERSHIP).read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith("## ") and "{#" in line) + 1
    lines[at:at] = ["\n", "En mening med [en trasig länk](no-such-page.md).\n"]
    (served.root / LEADERSHIP).write_text("".join(lines), encoding="utf-8")
    # The browser loads the page anew by itself.
    finding = strip.get_by_role("listitem").filter(has_text="link-missing-page")
    finding.wait_for()
    link = finding.get_by_role("link")
    assert link.inner_text() == f"{LEADERSHIP}:{at + 2}"
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert Axe().run(page, context=".guide-findings", options=RULES).response["violations"] == []
    heading = lines[at - 1].partition("{#")[2].partition("}")[0]
    link.click()
    assert page.url.endswith(f"/steg/ledarskap/#{heading}")
    expect(page.locator(f"#{heading}")).to_be_in_viewport(timeout=HANGS * 1000)
    page.goto(f"{served.url}/en/steps/leadership/")
    expect(strip).to_contain_text("Findings here: ", timeout=HANGS * 1000)
    assert errors == []
    page.context.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_when_told_to_and_leaves_nothing(tiny: Served, number: signal.Signals) -> None:
    tiny.hear("Serving on")
    assert list(tiny.temporary.iterdir()) != []
    # A browser that waits for the next build does not hold it up.
    with socket.create_connection(tiny.url.removeprefix("http://").split(":")) as waiting:
        waiting.sendall(b"GET /livereload/99999999999/1 HTTP/1.0\r\n\r\n")
        tiny.hear("Browser connected")
        assert "Traceback" not in tiny.ends(number)


def test_it_ends_while_it_builds(tiny: Served) -> None:
    until(lambda: list(tiny.temporary.glob("*/first/*")))
    assert "Serving on" not in (said := tiny.ends(signal.SIGINT))
    assert "Traceback" not in said


def test_a_port_that_is_in_use_is_told_of_before_anything_is_built(tmp_path: Path) -> None:
    root = write(tmp_path / "guide", WHOLE, {"mkdocs.yml": mkdocs_yml()})
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "guide", "serve", "--port", str(port)]
        run = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 1
    (line,) = (run.stdout + run.stderr).splitlines()
    assert line.startswith(f"Port {port} of 127.0.0.1 is in use: ") and f"--port {port + 1}" in line
    assert not (root / ".cache").exists()


def test_what_is_saved_during_the_first_build_is_seen(tiny: Served) -> None:
    until(lambda: list(tiny.temporary.glob("*/0/*")))
    tiny.save(CULTURE, "# ", "# Sparad under bygget: ")
    tiny.hear("Reloading browsers")
    assert "Sparad under bygget" in tiny.page("steg/tillitskultur/")


def test_a_broken_template_is_told_of_and_the_former_pages_stay(tmp_path: Path) -> None:
    root = write(tmp_path / "guide", WHOLE, {"mkdocs.yml": mkdocs_yml().replace(str(ROOT / "overrides"), "overrides")})
    shutil.copytree(ROOT / "overrides", root / "overrides")
    with serving(root, tmp_path / "temporary") as served:
        served.hear("Serving on")
        template = root / "overrides/main.html"
        line = len(template.read_text(encoding="utf-8").splitlines()) + 1
        with template.open("a", encoding="utf-8") as file:
            file.write("{% if %}\n")
        served.save(CULTURE, "# ", "# Sparad med en trasig mall: ")
        served.hear(f"overrides/main.html:{line}: the template cannot be used: ")
        served.hear("Reloading browsers")
        assert "Sparad med" not in served.page("steg/tillitskultur/")
        served.save("overrides/main.html", "{% if %}\n", "")
        served.hear("Reloading browsers")
        assert "Sparad med en trasig mall" in served.page("steg/tillitskultur/")
        assert "Traceback" not in served.ends(signal.SIGINT)
