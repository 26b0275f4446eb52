"""What all tests share: the guide built once, served on localhost, and a browser to read it in."""

from __future__ import annotations

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from find_browser import BrowserNotFoundError, find_browser  # noqa: E402
from guide.build import build_site  # noqa: E402
from guide.model import Guide  # noqa: E402
from guide.settings import load_settings  # noqa: E402
from guide.sources import read_guide  # noqa: E402

BROWSER_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide's own sources, read once."""
    return read_guide(load_settings(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide's own site, built once for all tests (it must build without findings)."""
    target = tmp_path_factory.mktemp("built") / "site"
    assert build_site(ROOT / "mkdocs.yml", target) == 0, "the guide does not build; run `make build` to see why"
    return target


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves the site as a static host does: with its own 404 page, and without a log."""

    prefix = ""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.prefix) if self.prefix else path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a connection early is no failure of the site."""


def serve(folder: Path, prefix: str = "") -> tuple[_Server, str]:
    """Serve ``folder`` below ``prefix`` on a free port of localhost; give the server and its address."""
    handler = type("Handler", (_QuietHandler,), {"prefix": prefix})
    server = _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}{prefix}"


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """Address of the built site, without a slash at the end."""
    server, address = serve(site_dir)
    yield address
    server.shutdown()


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One Chromium for the whole run; each test opens a context (an empty profile) of its own."""
    try:
        program = find_browser()
    except BrowserNotFoundError as missing:
        pytest.fail(str(missing), pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(program), args=BROWSER_ARGUMENTS)
        yield browser
        browser.close()
