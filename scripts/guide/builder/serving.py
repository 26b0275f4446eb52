"""The server for writers: builds anew when a source is saved, and shows it.

What lives here: what is watched, a fresh folder for every build, starting anew when the guide's own code
changes. What does not: building (``site.py``), and the server itself with its live reload, which
is MkDocs'.
"""

from __future__ import annotations

import errno
import gc
import logging
import os
import shutil
import signal
import socket
import sys
import traceback
from collections.abc import Iterable
from functools import partial
from itertools import count
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter

import guide
from guide.addresses.hosting import IN_HEAD
from guide.builder import hook, site, strip
from guide.builder.again import Rebuilding
from guide.builder.kept import Caches, Memory
from guide.builder.pages import BrokenTemplate
from guide.builder.served_folder import served_folder
from guide.builder.strip import Told
from guide.builder.swap import reason_from_outside

_LOOKS_EVERY = 0.15
_SETTLES_IN = 0.05
"""Seconds between two looks for changes, and seconds without any until a build begins."""


def serve(mkdocs_yml: Path, cache_folder: Path, host: str, port: int) -> int:
    """Serve the guide until interrupted, or until the terminal is closed; give the exit code."""
    for name in ("SIGTERM", "SIGHUP"):
        if (number := getattr(signal, name, None)) and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)
    if not _is_free(host, port):
        other = f"--port {port + 1}"
        print(f"Port {port} of {host} is in use: end what uses it, or choose another with {other}", file=sys.stderr)
        return 1
    gc.set_threshold(50_000, 20, 20)
    logging.basicConfig(format="%(message)s")
    logging.getLogger("mkdocs.livereload").setLevel(logging.INFO)
    try:
        with served_folder() as folder:
            served = _Served(mkdocs_yml, folder, cache_folder, host, port)
            try:
                if not served.start():
                    return 1
                served.server.serve()  # type: ignore[no-untyped-call]
            finally:
                served.server.shutdown()
    except KeyboardInterrupt:
        pass
    except OSError as error:
        if not (reason := reason_from_outside(error)):
            raise
        print(f"Not served: {reason}", file=sys.stderr)
        return 1
    return 0


def _is_free(host: str, port: int) -> bool:
    """Say whether the server will get its address: a writer should not wait for a build to hear that it will not."""
    try:
        with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
            return True
    except OSError as refused:
        return refused.errno != errno.EADDRINUSE


class _Emitter(PollingEmitter):
    """Tells of what has changed since it was made: what is saved during the first build is built next.

    It does not look while a build goes on, as that would take a fifth longer; what is saved meanwhile is seen after it.
    """

    def __init__(self, *told: Any, builds: Event, **options: Any) -> None:
        super().__init__(*told, **options)
        self._builds = builds
        self._snapshot = self._take_snapshot()

    def on_thread_start(self) -> None:
        """Go on from what was seen when this was made."""

    def queue_events(self, timeout: float) -> None:
        """Wait, and look unless a build goes on."""
        if not self.stopped_event.wait(timeout) and not self._builds.is_set():
            super().queue_events(0)


class _Server(LiveReloadServer):
    """MkDocs' server, which can show what is built before all has been said of it, and says it in the page too."""

    _told: Told | None = None

    def show_now(self) -> None:
        """Let browsers have the new pages, and tell those that wait."""
        with self._epoch_cond:
            self._visible_epoch = self._wanted_epoch
            self._epoch_cond.notify_all()

    def tell(self, told: Told | None) -> None:
        """Let pages say what was found; None while that is not known yet."""
        with self._epoch_cond:
            self._told = told
            self._epoch_cond.notify_all()

    def _serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes] | None:
        """Wait for a build that has begun before the folder is chosen: what is asked for in between is no older."""
        address = environ["PATH_INFO"]
        if address.startswith(strip.FOLDER):
            kind, text = strip.parts().get(address) or self._findings(address, environ["QUERY_STRING"])
            if text:
                start_response("200 OK", [("Content-Type", f"{kind}; charset=utf-8"), ("Cache-Control", "no-store")])
                return [text.encode()]
        else:
            with self._epoch_cond:
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
        return super()._serve_request(environ, start_response)

    def _findings(self, address: str, query: str) -> tuple[str, str]:
        """Give what was found on a page, when it is known."""
        if address != f"{strip.FOLDER}findings.json":
            return "", ""
        page = unquote(dict(parse_qsl(query)).get("page", "")).removeprefix(self.mount_path)
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._told is not None, timeout=self.poll_response_timeout)
            told = self._told
        file = f"{page}index.html" if page.endswith("/") or not page else page
        return "application/json", told.on_page(file) if told is not None else "{}"

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        html: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        # MkDocs' own script stands in the page itself, which the policy would refuse.
        return html.replace(IN_HEAD.encode(), b"", 1).replace(b"</head>", strip.IN_HEAD + b"</head>", 1)


class _Served:
    """What is served: each build has a folder of its own, which takes the place of the former when it is whole."""

    def __init__(self, mkdocs_yml: Path, folder: Path, cache_folder: Path, host: str, port: int) -> None:
        self.mkdocs_yml, self.folder, self.cache_folder = mkdocs_yml, folder, cache_folder
        self.numbers, self.shown = count(), -1
        self.code = _state_of_code()
        config = site.configured(mkdocs_yml, folder)
        mount = urlsplit((config.site_url if config else None) or "/").path
        self.server = _Server(self.rebuild, host, port, str(folder / "none"), mount, _LOOKS_EVERY)
        self.builds = Event()
        emitter: Any = partial(_Emitter, builds=self.builds)
        self.server.observer = BaseObserver(emitter, timeout=_LOOKS_EVERY)  # type: ignore[assignment]
        self.server.build_delay = _SETTLES_IN
        self.server.error_handler = self.error_page
        if config is not None:
            theme = [config.theme.custom_dir] if config.theme.custom_dir else []
            for path in (config.docs_dir, str(mkdocs_yml), *theme, *config.watch):
                self.server.watch(path)

    def start(self) -> bool:
        """Build for the first time, as any build, so that all that can be kept is kept; then as after an edit.

        Give False, having said why, where there is nothing to show.
        """
        first = self.folder / "first"
        hook.session.stops_on_findings = False
        if not site.prepare(self.mkdocs_yml, first, Caches(self.cache_folder), self.server.url):
            return False
        shutil.rmtree(first, ignore_errors=True)
        self.building = Rebuilding(self.mkdocs_yml, Caches(self.cache_folder, Memory), self.server.url)
        self.rebuild()
        return self.building.former is not None

    def rebuild(self) -> None:
        """Build from what is saved now, show it, and say what is found; where that fails, the former site stays."""
        if _state_of_code() != self.code:
            print("The guide's own code has changed: starting anew.", file=sys.stderr)
            shutil.rmtree(self.folder, ignore_errors=True)
            os.execv(sys.executable, sys.orig_argv)  # noqa: S606 - the very command that is running
        self.builds.set()
        try:
            self._show(next(self.numbers))
        except BrokenTemplate as broken:
            print(broken, file=sys.stderr)
        except Exception as failed:
            # MkDocs would let every browser wait until a build succeeds.
            if isinstance(failed, OSError) and (reason := reason_from_outside(failed)):
                print(f"Not built, what is shown is as it was: {reason}", file=sys.stderr)
            else:
                traceback.print_exc()
        finally:
            self.builds.clear()

    def _show(self, number: int) -> None:
        folder = self.folder / str(number)
        if self.building.show(folder):
            self.server.root = str(folder)
            self.server.tell(None)
            self.server.show_now()
            findings = self.building.findings()
            self.server.tell(Told(hook.session.guide, findings))
            hook.session.report(findings)
            if not findings:
                print("No findings.", file=sys.stderr)
            # The former one may still be read from by who asked just before.
            for other in self.folder.iterdir():
                if other.is_dir() and other.name not in {str(number), str(self.shown)}:
                    shutil.rmtree(other, ignore_errors=True)
            self.shown = number
            self.building.finish()

    def error_page(self, code: int) -> bytes | None:
        """Give the guide's own page for a missing address."""
        page = Path(self.server.root) / f"{code}.html"
        return page.read_bytes() if page.is_file() else None


def _state_of_code() -> tuple[int, int]:
    """Give what tells whether a file of the guide's own code has changed."""
    times = [path.stat().st_mtime_ns for path in Path(guide.__file__).parent.rglob("*.*") if path.suffix != ".pyc"]
    return len(times), max(times)
