"""Firefox and WebKit, where the machine has them: opened, led to a page, asked a script.

Playwright drives builds of its own of both, which few machines have. Debian has firefox-esr, but no geckodriver, by
which Selenium would drive it; what Firefox itself listens to (Marionette: W3C WebDriver's commands as JSON on a socket)
takes a few lines. WebKit's package webkit2gtk-driver is a WebDriver (https://www.w3.org/TR/webdriver2/) by itself.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

_PATIENCE = 60
"""Seconds until a browser that does not answer is given up."""


class EngineMissing(Exception):
    """The machine has no such browser; the message says which package brings it."""


class Engine(Protocol):
    """A browser with one window."""

    def go(self, address: str) -> None:
        """Open an address and wait until it is loaded."""

    def run(self, script: str) -> Any:
        """Run a function's body in the page; give what it returns."""


def until(engine: Engine, expression: str, seconds: float = 30) -> None:
    """Wait until a JavaScript expression is true; AssertionError when it never is."""
    end = time.monotonic() + seconds
    while not engine.run(f"return Boolean({expression})"):
        assert time.monotonic() < end, f"never true: {expression}"
        time.sleep(0.1)


@contextlib.contextmanager
def firefox(folder: Path) -> Iterator[Engine]:
    """Open Firefox with a profile of its own in ``folder``. Raises EngineMissing."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        raise EngineMissing("no Firefox: Debian's package is firefox-esr")
    port = _free_port()
    folder.mkdir(parents=True, exist_ok=True)
    # The start page, updates and reports would ask other hosts.
    preferences = {
        "marionette.port": port,
        "browser.startup.homepage": "about:blank",
        "app.update.enabled": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "intl.accept_languages": "sv-SE",
    }
    lines = [f'user_pref("{name}", {json.dumps(value)});\n' for name, value in preferences.items()]
    (folder / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(folder), "about:blank"]
    with _running(command), _connected(port) as line:
        yield _Marionette(line)


@contextlib.contextmanager
def webkit() -> Iterator[Engine]:
    """Open WebKit's small browser. Raises EngineMissing."""
    program = shutil.which("WebKitWebDriver")
    browser = next(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"), None)
    if program is None or browser is None:
        raise EngineMissing("no WebKit that can be driven: Debian's package is webkit2gtk-driver")
    port = _free_port()
    with _screen() as screen, _running([program, f"--port={port}"], screen), _connected(port):
        driver = _WebDriver(f"http://127.0.0.1:{port}", str(browser))
        try:
            yield driver
        finally:
            driver.end()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextlib.contextmanager
def _screen() -> Iterator[Mapping[str, str]]:
    """Give the variables by which a browser finds a screen: where there is none, one that shows nothing."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield {}
        return
    program = shutil.which("Xvfb")
    if program is None:
        raise EngineMissing(
            "WebKit needs a screen, and there is none: Debian's package xvfb has one that shows nothing"
        )
    # It says on a descriptor which number it has taken.
    told, tells = os.pipe()
    command = [program, "-displayfd", str(tells), "-nolisten", "tcp", "-screen", "0", "1280x900x24"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=(tells,))
    os.close(tells)
    try:
        with os.fdopen(told) as line:
            yield {"DISPLAY": f":{line.readline().strip()}"}
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def _running(command: list[str], environment: Mapping[str, str] | None = None) -> Iterator[None]:
    nothing = subprocess.DEVNULL
    program = subprocess.Popen(command, stdout=nothing, stderr=nothing, env={**os.environ, **(environment or {})})
    try:
        yield
    finally:
        program.terminate()
        try:
            program.wait(timeout=20)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


@contextlib.contextmanager
def _connected(port: int) -> Iterator[socket.socket]:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE) as line:
                yield line
                return
        except ConnectionRefusedError:
            assert time.monotonic() < end, f"nothing listens on port {port}"
            time.sleep(0.2)


class _Marionette:
    """Firefox: each message is its length, a colon and a list [0, number, command, values]."""

    def __init__(self, line: socket.socket) -> None:
        self._line, self._number = line, 0
        self._read()
        self._ask("WebDriver:NewSession", {})

    def go(self, address: str) -> None:
        self._ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str) -> Any:
        return self._ask("WebDriver:ExecuteScript", {"script": script, "args": []})["value"]

    def _ask(self, command: str, values: dict[str, Any]) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, command, values]).encode()
        self._line.sendall(str(len(message)).encode() + b":" + message)
        _, _, error, value = self._read()
        assert error is None, error
        return value

    def _read(self) -> Any:
        head = b""
        while not head.endswith(b":"):
            head += self._line.recv(1)
        body = b""
        while len(body) < int(head[:-1]):
            body += self._line.recv(int(head[:-1]) - len(body))
        return json.loads(body)


class _WebDriver:
    """WebKit: commands are requests to a server on this machine."""

    def __init__(self, address: str, browser: str) -> None:
        self._session = f"{address}/session"
        options = {"binary": browser, "args": ["--automation"]}
        asked = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._session += f"/{self._ask('', asked)['sessionId']}"

    def go(self, address: str) -> None:
        self._ask("/url", {"url": address})

    def run(self, script: str) -> Any:
        return self._ask("/execute/sync", {"script": script, "args": []})

    def end(self) -> None:
        self._ask("", None, "DELETE")

    def _ask(self, command: str, values: Any, method: str = "POST") -> Any:
        body = None if values is None else json.dumps(values).encode()
        request = urllib.request.Request(self._session + command, body, method=method)
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
            return json.load(answer)["value"]
