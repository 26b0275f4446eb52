"""A static web server on localhost, as a host of the guide would run one."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Mapping
from pathlib import Path

ADDRESS = "https://guide.example/"
"""What the guide of the tests is built for, whatever address it is served at."""


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves the site as a static host does: with its own 404 page, and without a log."""

    prefix = ""
    headers_of_host: Mapping[str, str] = {}

    def end_headers(self) -> None:
        for name, value in self.headers_of_host.items():
            self.send_header(name, value)
        super().end_headers()

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


def serve(folder: Path, prefix: str = "", headers: Mapping[str, str] | None = None) -> tuple[_Server, str]:
    """Serve ``folder`` below ``prefix`` on a free port of localhost; give the server and its address.

    ``headers`` are sent with every answer, as a host sends a policy that it has been told.
    """
    handler = type("Handler", (_QuietHandler,), {"prefix": prefix, "headers_of_host": headers or {}})
    server = _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}{prefix}"
