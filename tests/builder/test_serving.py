"""What the server for writers makes of a page."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from guide.addresses.hosting import IN_HEAD
from guide.builder.serving import _Server, folder_in_memory


def test_the_policy_of_a_page_does_not_hold_back_the_server_s_own_script(tmp_path: Path) -> None:
    server = _Server(lambda: None, "127.0.0.1", 0, str(tmp_path))
    try:
        page = f"<!doctype html><html><head>{IN_HEAD}<title>A</title></head><body></body></html>".encode()
        html = server._inject_js_into_html(page, 1)
    finally:
        server.server_close()
    assert b"Content-Security-Policy" not in html and b"livereload(1, " in html
    assert b"findings.js" in html


def test_what_is_served_stands_in_memory_where_there_is_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)
    free = SimpleNamespace(free=2 << 30)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: free)
    assert folder_in_memory(tmp_path) == tmp_path
    # The size that containers give it, as a rule.
    free.free = 64 << 20
    assert folder_in_memory(tmp_path) is None


def test_who_names_a_folder_for_such_files_gets_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=2 << 30))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert folder_in_memory(tmp_path) is None


def test_elsewhere_than_on_linux_there_is_no_such_folder(tmp_path: Path) -> None:
    assert folder_in_memory(tmp_path / "none") is None
