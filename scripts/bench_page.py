"""What a page costs its reader: ``make bench-page``.

    python scripts/bench_page.py [--site site]

Opens one page of each kind in each language, in a real browser with an empty cache and
then once more, and prints in Markdown what the browser asked for beside the page itself:
kB (gzip), requests, and what held up the first paint. Where no site is named, the guide
is built into a temporary folder. Exits 2 with a message where there is no browser.

What lives here: asking, counting and the table. What does not: how much a page may cost
(``tests/integration/test_weight.py``).
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import gzip
import http.server
import re
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

from guide.builder.building import build_site
from guide.tools.browser import BrowserNotFoundError, find_browser

ROOT = Path(__file__).parent.parent
KINDS = {
    "start": ("/", "/en/"),
    "FAQ": ("/vanliga-fragor/", "/en/faq/"),
    "step": ("/steg/ledarskap/", "/en/steps/leadership/"),
    "case": ("/exempel/sundsvall/", "/en/cases/sundsvall/"),
    "cases": ("/exempel/", "/en/cases/"),
    "indicators": ("/mata/nyckeltal/", "/en/measure/indicators/"),
    "training": ("/utbildning/ny-chef/", "/en/training/new-manager/"),
    "glossary": ("/begrepp/ordlista/", "/en/concepts/glossary/"),
}
_NAMED_BY_CONTENT = re.compile(r"\.[0-9a-f]{10}\.\w+$")
_BLOCKING = """() => performance.getEntriesByType('resource')
                     .filter(entry => entry.renderBlockingStatus === 'blocking').map(entry => entry.name)"""


class _Host(http.server.SimpleHTTPRequestHandler):
    """A host as the README advises: it compresses, and what is named by its content may be kept for good."""

    asked: list[str]

    def do_GET(self) -> None:  # the name is http.server's
        self.asked.append(urlsplit(self.path).path)
        file = _file_at(Path(self.translate_path(self.path)))
        # What has not changed since, and what is missing, is said as any server says it.
        if not file.is_file() or "If-Modified-Since" in self.headers:
            super().do_GET()
            return
        body = _compressed(file)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", self.date_time_string(file.stat().st_mtime))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        path = urlsplit(self.path).path
        kept = "public, max-age=31536000, immutable" if _NAMED_BY_CONTENT.search(path) else "max-age=86400"
        self.send_header("Cache-Control", kept if path.startswith("/assets/") else "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Host:
    """A served site: its folder, its address, and the paths that have been asked for."""

    folder: Path
    address: str
    asked: list[str]

    def size(self, path: str) -> int:
        """Give the compressed size of what is answered at a path."""
        return len(_compressed(_file_at(self.folder / unquote(path).lstrip("/"))))


def _file_at(path: Path) -> Path:
    """Give what is answered at a path: of a folder its page."""
    return path / "index.html" if path.is_dir() else path


def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 9)


@contextlib.contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serve a site on a free port of localhost, noting what is asked for."""
    asked: list[str] = []
    handler = functools.partial(type("Handler", (_Host,), {"asked": asked}), directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Host(folder, f"http://127.0.0.1:{server.server_address[1]}", asked)
    finally:
        server.shutdown()


@dataclass(frozen=True, slots=True)
class Cost:
    """What one page costs."""

    html: int
    """Bytes of the page itself, compressed."""
    cold: Sequence[str]
    """Paths that the page brings with it into an empty cache, its icon among them."""
    cold_bytes: int
    warm: Sequence[str]
    """Paths that are asked for, beside the page, by a reader who comes from another page."""
    blocking: Sequence[str]
    """Names of what holds up the first paint."""


def cost(browser: Browser, host: Host, path: str) -> Cost:
    """Open a page with an empty cache, and then again after another page; count what is asked of the host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    first = _asked_by(page, host, path)
    blocking = [urlsplit(name).path.rpartition("/")[2] for name in page.evaluate(_BLOCKING)]
    # A browser without a window asks for no icon; readers' do, once for all pages.
    icon = page.locator("link[rel=icon]").evaluate("link => new URL(link.href).pathname")
    cold = sorted({*first, icon} - {path})
    page.goto(host.address + "/om/", wait_until="networkidle")
    warm = [each for each in _asked_by(page, host, path) if each != path]
    context.close()
    return Cost(host.size(path), cold, sum(map(host.size, cold)), warm, blocking)


def _asked_by(page: Any, host: Host, path: str) -> list[str]:
    host.asked.clear()
    page.goto(host.address + path, wait_until="networkidle")
    return list(host.asked)


def table(browser: Browser, host: Host) -> Iterator[str]:
    """Give the table's lines: a row for each kind of page and language."""
    yield "| page | language | its HTML, kB | beside it, cold, kB | requests, cold | warm | holds up the first paint |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for kind, paths in KINDS.items():
        for language, path in zip(("sv", "en"), paths, strict=True):
            found = cost(browser, host, path)
            yield (
                f"| {kind} | {language} | {found.html / 1000:.1f} | {found.cold_bytes / 1000:.1f} | {len(found.cold)} "
                f"| {len(found.warm)} | {', '.join(found.blocking) or 'nothing'} |"
            )


def main() -> int:
    """Print the table; give the exit code."""
    parser = argparse.ArgumentParser(description="What a page costs its reader")
    parser.add_argument("--site", type=Path, help="a built site (default: build one)")
    site = parser.parse_args().site
    try:
        program = find_browser()
    except BrowserNotFoundError as missing:
        print(missing, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        if site is None:
            site = Path(folder) / "site"
            if build_site(ROOT / "mkdocs.yml", site):
                return 1
        with sync_playwright() as playwright, hosted(site) as host:
            browser = playwright.chromium.launch(executable_path=str(program), args=["--headless", "--no-sandbox"])
            for line in table(browser, host):
                print(line, flush=True)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
