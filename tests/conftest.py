"""What all tests share: the guide built once, served on localhost, and a browser to read it in."""

from __future__ import annotations

import functools
import gc
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hunspell  # type: ignore[import-untyped]
import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir
from playwright.sync_api import Browser, sync_playwright

from guide.builder.building import build_site
from guide.builder.swap import one_at_a_time
from guide.model.guide import Guide
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.tools.browser import BrowserNotFoundError, find_browser
from serving import ADDRESS, serve
from sides import folder_of_the_run

ROOT = Path(__file__).parent.parent
BROWSER_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# What carries the guide's address elsewhere is made only for an address that others can reach.
os.environ["SITE_URL"] = ADDRESS
# The tests name the folder that they build into.
os.environ.pop("SITE_DIR", None)

# No deadline: how long an example takes says more of the machine than of the code. No database, by which one run
# would depend on the last; and its tables of Unicode are kept out of the repository.
set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "hypothesis")
settings.register_profile("local", deadline=None, database=None, max_examples=50)
settings.register_profile("ci", parent=settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

# A small guide is made, read and thrown away in most tests: looking for circles after every 700 objects took a sixth
# of the unit tests' time.
gc.set_threshold(50_000, 20, 20)


FIRST = (
    *("test_accessibility", "test_instant", "test_faults", "test_search", "test_sheets", "test_style_sheet"),
    *("test_figures", "test_serving", "test_site", "test_paper", "test_action_plan", "test_indicator_picker"),
    *("test_hostile", "test_embedding", "test_tables", "test_valid", "test_assessment", "test_contributing"),
)
"""The files that take longest, by what they take; the second needs no site, while the first has it built."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take longest first, then the other tests of the built site, then the small ones.

    What is given out last is short: no process ends alone with a long file. Each file's tests stay in their order.
    """

    def place(item: pytest.Item) -> tuple[int, bool]:
        name = item.path.stem
        return FIRST.index(name) if name in FIRST else len(FIRST), "integration" not in item.path.parts

    items.sort(key=place)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: a browser test waits for its browser, and now and then for a key."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def each_dictionary_is_loaded_once() -> Iterator[None]:
    """Loading a dictionary takes longer than looking up the words of a little guide."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hunspell, "Hunspell", functools.cache(hunspell.Hunspell))
        yield


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide's own sources, read once."""
    return read_guide(load_settings(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="session")
def of_the_run(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A temporary folder that all processes of this run share."""
    return folder_of_the_run(tmp_path_factory, worker_id)


@pytest.fixture(scope="session")
def building(of_the_run: Path) -> Path:
    """The lock to hold while the guide is built where it stands, as two builds there would meet in one folder."""
    return of_the_run / "building.lock"


@pytest.fixture(scope="session")
def site_dir(of_the_run: Path, building: Path) -> Path:
    """The guide's own site, built once for all tests and all processes (it must build without findings)."""
    target = of_the_run / "built" / "site"
    with one_at_a_time(building, lambda: None):
        if not target.is_dir():
            assert build_site(ROOT / "mkdocs.yml", target) == 0, "the guide does not build; run `make build` to see why"
    return target


@pytest.fixture(scope="session")
def site_policy() -> str:
    """The Content-Security-Policy that the README tells a host to send."""
    line = re.search(r"^Content-Security-Policy: (.+)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert line is not None, "the README names no Content-Security-Policy"
    return line.group(1)


@pytest.fixture(scope="session")
def site_url(site_dir: Path, site_policy: str) -> Iterator[str]:
    """Address of the built site, without a slash at the end; every answer carries the strict policy."""
    server, address = serve(site_dir, headers={"Content-Security-Policy": site_policy})
    yield address
    server.shutdown()


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One Chromium for the whole run; each test opens a context (an empty profile) of its own."""
    try:
        program = find_browser()
    except BrowserNotFoundError as missing:
        pytest.fail(str(missing), pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(program), args=BROWSER_ARGUMENTS)
        yield browser
        browser.close()
