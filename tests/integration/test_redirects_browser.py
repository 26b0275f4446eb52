"""Redirects in a real browser: the fragment and the query come along, with script and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from guide.addresses.redirects import write_redirects
from ledger_guides import build_plainly, little_guide
from serving import serve

pytestmark = pytest.mark.browser

REDIRECTS = """\
- {from: /oldest/, to: /steg/gammalt/}
- {from: /steg/gammalt/, to: /steg/tillit/}
- {from: '/steg/gammalt/#former', to: '/steg/tillit/#do'}
- {from: '/steg/tillit/#gone', to: '/#why'}
- {from: '/steg/tillit/#was', to: '/steg/tillit/#then'}
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with redirects, served below a sub-path."""
    folder = tmp_path_factory.mktemp("redirects")
    guide = little_guide(folder, REDIRECTS)
    build_plainly(guide, folder / "site")
    write_redirects(guide, folder / "site")
    server, address = serve(folder / "site", "/sub")
    yield address
    server.shutdown()


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("/steg/gammalt/", "/steg/tillit/"),
        ("/steg/gammalt/?q=tillit&x=%C3%A5#then", "/steg/tillit/?q=tillit&x=%C3%A5#then"),
        ("/oldest/#former", "/steg/tillit/#do"),
        ("/oldest/?a=1#gone", "/?a=1#why"),
        ("/steg/tillit/#gone", "/#why"),
        ("/steg/tillit/?a=1#was", "/steg/tillit/?a=1#then"),
        ("/steg/tillit/#do", "/steg/tillit/#do"),
        ("/steg/tillit/#never-there", "/steg/tillit/#never-there"),
        ("/steg/tillit/#%E0%A4%A", "/steg/tillit/#%E0%A4%A"),
    ],
)
def test_with_script(browser: Browser, base: str, start: str, end: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(base + start, wait_until="commit")
    page.wait_for_url(base + end)
    page.wait_for_load_state()
    assert page.url == base + end and errors == []
    context.close()


def test_following_a_link_to_a_moved_anchor_on_the_page_that_is_open(browser: Browser, base: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(base + "/steg/tillit/")
    page.evaluate("location.hash = '#was'")
    page.wait_for_url(base + "/steg/tillit/#then")
    context.close()


def test_the_former_address_stays_out_of_the_history(browser: Browser, base: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(base + "/")
    page.goto(base + "/oldest/#do", wait_until="commit")
    page.wait_for_url(base + "/steg/tillit/#do")
    page.go_back()
    assert page.url == base + "/"
    context.close()


def test_without_script(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "/oldest/#do", wait_until="commit")
    page.wait_for_url(lambda url: url.startswith(base + "/steg/tillit/"))
    context.close()


def test_from_a_plain_folder(browser: Browser, tmp_path: Path) -> None:
    guide = little_guide(tmp_path, REDIRECTS, directory_urls=False)
    site = tmp_path / "site"
    build_plainly(guide, site)
    write_redirects(guide, site)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{(site / 'oldest.html').as_uri()}#gone", wait_until="commit")
    page.wait_for_url(f"{(site / 'index.html').as_uri()}#why")
    context.close()
