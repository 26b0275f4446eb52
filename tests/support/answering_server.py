"""A web server on localhost that answers by path, for trying lychee: ``/status/404``, ``/to/301/page``."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class AnsweringServer(ThreadingHTTPServer):
    """Notes what it is asked, when, and by whom."""

    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.asked: list[str] = []
        self.times: list[float] = []
        self.agents: set[str] = set()


class _Handler(BaseHTTPRequestHandler):
    server: AnsweringServer

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.times.append(time.monotonic())
        self.server.agents.add(self.headers["User-Agent"])
        kind, value, rest = [*self.path.strip("/").split("/", 2), "", ""][:3]
        if kind == "status":
            self.give(int(value))
        elif kind == "to":
            self.give(int(value), Location=f"/{rest}")
        elif kind == "slow":
            time.sleep(float(value))
            self.give(200)
        elif kind == "cut":
            self.wfile.write(b"HTTP/1.1 2")
        else:
            self.give(200)

    def give(self, status: int, **headers: str) -> None:
        self.send_response_only(status, "" if status < 600 else "Odd")
        for name, value in {**headers, "Content-Length": "0"}.items():
            self.send_header(name, value)
        self.end_headers()


@contextmanager
def answering(port: int = 0) -> Iterator[AnsweringServer]:
    """Run a server until the block ends."""
    server = AnsweringServer(port)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
