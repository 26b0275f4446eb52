"""What a page costs its reader: bytes, requests, what holds up the first paint; cold and warm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench_page import Host, cost, hosted
from visits import ONE_OF_EACH_KIND, PHONE, Open

pytestmark = pytest.mark.browser

BESIDE_THE_PAGE = 20_000
"""Bytes, compressed, that a page may bring beside its own HTML."""
REQUESTS = 6
STYLES = 12_000
"""Bytes, compressed, of the sheet that holds up the first paint."""


@pytest.fixture(scope="module")
def host(site_dir: Path) -> Iterator[Host]:
    with hosted(site_dir) as host:
        yield host


@pytest.mark.parametrize("path", ONE_OF_EACH_KIND)
def test_a_page_costs_little_and_once_more_only_itself(browser: Browser, host: Host, path: str) -> None:
    found = cost(browser, host, path)
    assert found.cold_bytes <= BESIDE_THE_PAGE, {each: host.size(each) for each in found.cold}
    assert len(found.cold) <= REQUESTS, found.cold
    (sheet,) = found.blocking
    assert re.fullmatch(r"guide\.[0-9a-f]{10}\.css", sheet)
    assert found.warm == []


@pytest.mark.parametrize("path", ["/steg/ledarskap/", "/en/steps/leadership/"])
def test_the_next_page_of_its_kind_costs_only_itself(browser: Browser, host: Host, path: str) -> None:
    page = browser.new_page()
    page.goto(host.address + path, wait_until="networkidle")
    host.asked.clear()
    page.goto(
        host.address + path.replace("ledarskap", "tillitskultur").replace("leadership", "culture-of-trust"),
        wait_until="networkidle",
    )
    assert len(host.asked) == 1
    page.close()


def test_the_sheet_is_light(host: Host) -> None:
    sheets = {file.name.partition(".")[0]: file for file in host.folder.glob("assets/css/*")}
    assert set(sheets) == {"guide", "listen", "print", "search", "tools"}
    assert host.size(f"assets/css/{sheets['guide'].name}") <= STYLES


def test_nothing_of_the_theme_is_published_but_what_pages_use(site_dir: Path) -> None:
    assert {folder.name for folder in (site_dir / "assets").iterdir()} == {"cards", "css", "img", "js", "qr", "search"}
    assert not list(site_dir.rglob("*.map"))
    for file in (site_dir / "assets").glob("[cj]s*/*"):
        assert re.fullmatch(r"[a-z-]+\.[0-9a-f]{10}\.(css|js)", file.name), file


def test_what_few_use_is_loaded_when_it_is_used(visit: Open) -> None:
    made = visit(PHONE, has_touch=True)
    loaded: list[str] = []
    made.page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2].partition(".")[0]))
    page = made.go("/steg/tillitskultur/")
    page.wait_for_timeout(200)
    assert not {"search", "explanations", "embed"} & set(loaded)
    page.locator(".guide-term").first.tap()
    page.wait_for_selector(".guide-definition:popover-open")
    assert loaded.count("explanations") == 1 and "search" not in loaded
    page.get_by_role("button", name="Sök", exact=True).tap()
    page.wait_for_selector("#guide-search[open]")
    assert loaded.count("search") == 2  # its script and its styles


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_colours_are_there_when_the_page_is_first_painted(browser: Browser, host: Host, scheme: str) -> None:
    """On a slow line: the script of colours does not hold up the page, and yet comes before the sheet."""
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{host.address}/om/", wait_until="networkidle")
    page.locator("[data-guide-scheme]").click()
    chosen = page.evaluate("document.body.dataset.mdColorScheme")
    assert chosen == {"light": "slate", "dark": "default"}[scheme]
    page.add_init_script(
        """new MutationObserver(() => {
             if (document.body && document.body.dataset.mdColorScheme !== 'auto') window.chosen ??= performance.now();
           }).observe(document, { attributes: true, childList: true, subtree: true });"""
    )
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    slow = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
    line.send("Network.emulateNetworkConditions", slow)
    for path in ("/steg/ledarskap/", "/en/"):
        page.goto(host.address + path, wait_until="networkidle")
        times = page.evaluate("[window.chosen, performance.getEntriesByName('first-paint')[0].startTime]")
        assert times[0] < times[1], path
        assert page.evaluate("document.body.dataset.mdColorScheme") == chosen
    context.close()


SHIFTS = """
  window.shifts = [];
  new PerformanceObserver(list => {
    for (const { value, sources } of list.getEntries()) {
      shifts.push([value, ...sources.map(({ node }) => node?.nodeName)]);
    }
  }).observe({ type: "layout-shift", buffered: true });
"""


STEADY = [
    "/",
    "/en/",
    "/begrepp/vad-det-ar/",
    "/steg/tillitskultur/",
    "/fallgropar/otydliga-granser/",
    "/exempel/",
    "/exempel/sundsvall/",
    "/roller/forsta-linjens-chef/",
    "/vanliga-fragor/",
    "/en/faq/what-is-known/",
    "/en/training/new-manager/",
    "/mata/nyckeltal/",
    "/om/kallor/",
]


@pytest.mark.parametrize("path", STEADY)
def test_nothing_moves_while_a_page_loads(browser: Browser, host: Host, path: str) -> None:
    """What scripts add comes into room that the sheet has kept: on a slow line, the reader has begun to read."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.add_init_script(SHIFTS)
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    slow = {"offline": False, "latency": 100, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
    line.send("Network.emulateNetworkConditions", slow)
    page.goto(host.address + path, wait_until="networkidle")
    assert page.evaluate("shifts") == []
    context.close()
