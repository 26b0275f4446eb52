"""A web server on localhost that gives each kind of answer, for the tests of external links."""

from __future__ import annotations

import socketserver
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class AnsweringServer(ThreadingHTTPServer):
    """Answers by path: ``/status/404``, ``/to/301/other``, ``/busy/2``, ``/drip`` …; counts what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.address = f"127.0.0.1:{self.server_address[1]}"
        self.url = f"http://{self.address}"
        self.asked: list[str] = []
        self.times: list[float] = []
        self.agents: set[str] = set()
        self.headers: list[dict[str, str]] = []
        self.robots: tuple[int, str] = (404, "")
        self.tries: Counter[str] = Counter()
        self.together = 0
        self.most_together = 0
        self.lock = threading.Lock()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has read enough closes the connection."""


class _Handler(BaseHTTPRequestHandler):
    server: AnsweringServer

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        server = self.server
        with server.lock:
            server.together += 1
            server.most_together = max(server.most_together, server.together)
            server.asked.append(self.path)
            server.times.append(time.monotonic())
            server.agents.add(self.headers["User-Agent"])
            server.headers.append(dict(self.headers))
        try:
            time.sleep(0.01)
            self.answer_to(*self.path.partition("?")[0].strip("/").split("/", 2))
        finally:
            with server.lock:
                server.together -= 1

    def answer_to(self, kind: str = "", value: str = "", rest: str = "") -> None:
        if kind == "robots.txt":
            self.give(self.server.robots[0], self.server.robots[1])
        elif kind == "status":
            self.give(int(value))
        elif kind == "to":
            self.give(int(value), Location=rest if "://" in rest else f"/{rest}")
        elif kind == "to-nowhere":
            self.give(301)
        elif kind == "busy":
            self.server.tries[self.path] += 1
            done = self.server.tries[self.path] > int(value)
            self.give(200 if done else 503, **({} if done else {"Retry-After": rest or "0"}))
        elif kind == "slow":
            time.sleep(float(value))
            self.give(200)
        elif kind == "drip":
            self.drip()
        elif kind == "cut":
            self.wfile.write(b"HTTP/1.1 2")
        elif kind == "nonsense":
            self.wfile.write(b"\x00\x01 this is no HTTP\r\n\r\n")
        elif kind == "huge-head":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n")
        else:
            self.give(200, "x" * 100)

    def drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            self.wfile.write(f"X-{number}: y\r\n".encode())
            self.wfile.flush()
            time.sleep(0.05)

    def give(self, status: int, text: str = "", **headers: str) -> None:
        self.send_response_only(status, "" if status < 600 else "Odd")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        body = text.encode()
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def answering() -> Iterator[AnsweringServer]:
    """Run a server until the block ends."""
    server = AnsweringServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


class SilentServer(socketserver.ThreadingTCPServer):
    """Takes connections and says nothing; counts them."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        self.connections = 0
        super().__init__(("127.0.0.1", 0), _Silence)
        self.address = f"127.0.0.1:{self.server_address[1]}"


class _Silence(socketserver.BaseRequestHandler):
    server: SilentServer

    def handle(self) -> None:
        self.server.connections += 1
        time.sleep(0.5)
