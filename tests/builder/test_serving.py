"""What the server for writers makes of a page."""

from __future__ import annotations

from pathlib import Path
from queue import Empty
from threading import Event

import pytest
from watchdog.observers.api import EventQueue, ObservedWatch

from guide.addresses.hosting import IN_HEAD
from guide.builder.serving import _Emitter, _Server


def test_the_policy_of_a_page_does_not_hold_back_the_server_s_own_script(tmp_path: Path) -> None:
    server = _Server(lambda: None, "127.0.0.1", 0, str(tmp_path))
    try:
        page = f"<!doctype html><html><head>{IN_HEAD}<title>A</title></head><body></body></html>".encode()
        html = server._inject_js_into_html(page, 1)
    finally:
        server.server_close()
    assert b"Content-Security-Policy" not in html and b"livereload(1, " in html
    assert b"findings.js" in html


def test_what_is_saved_while_it_builds_is_seen_after_it(tmp_path: Path) -> None:
    told, builds = EventQueue(), Event()
    emitter = _Emitter(told, ObservedWatch(str(tmp_path), recursive=True), builds=builds)
    builds.set()
    (tmp_path / "page.md").write_text("# Sparad", encoding="utf-8")
    emitter.queue_events(0)
    with pytest.raises(Empty):
        told.get_nowait()
    builds.clear()
    emitter.queue_events(0)
    assert told.get_nowait()[0].src_path == str(tmp_path / "page.md")
