"""cmi5 packages, launched in a browser by a store of experiences: every one is played to its end."""

from __future__ import annotations

import json
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from experience_store import Store, storing
from guide.export.cmi5.package import SUFFIX
from guide.export.downloads import FOLDER
from guide.model.guide import Guide
from guide.pages.paths import path_pages

pytestmark = pytest.mark.browser

PLAYING = """() => {
  const forms = [...document.querySelectorAll("form.question")];
  for (const [number, form] of forms.entries()) {
    const right = form.querySelector(`input[value="${form.dataset.correct}"]`);
    const wrong = form.querySelector(`input:not([value="${form.dataset.correct}"])`);
    (number ? right : wrong).click();
    form.querySelector("button").click();
  }
  for (const box of document.querySelectorAll(".mark input")) box.click();
  return forms.length;
}"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, site_dir: Path) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("cmi5")
    for file in (site_dir / FOLDER).glob(f"*{SUFFIX}"):
        with zipfile.ZipFile(file) as archive:
            archive.extractall(folder / file.name.removesuffix(SUFFIX))
    with storing(folder) as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def has_said(store: Store, verb: str, seconds: float = 15) -> bool:
    end = time.monotonic() + seconds
    while verb not in store.verbs and time.monotonic() < end:
        time.sleep(0.02)
    return verb in store.verbs


def opened(page: Page, store: Store, name: str) -> None:
    page.goto(store.launch(f"{name}/index.html"))
    expect(page.locator("#status")).not_to_be_empty()


def test_every_package_says_what_the_learner_has_done(page: Page, store: Store, guide: Guide) -> None:
    names = sorted(folder.name for folder in store.folder.iterdir())
    assert len(names) == len(path_pages(guide)) >= 12
    for name in names:
        store.begin_anew()
        opened(page, store, name)
        number = int(page.evaluate(PLAYING))
        assert has_said(store, "passed"), name
        page.goto("about:blank")
        assert has_said(store, "terminated"), name
        assert store.verbs == ["initialized", "completed", "passed", "terminated"], name
        score = store.statements[2]["result"]["score"]
        right = (number - 1) / number
        assert score == {"scaled": round(right, 4), "raw": round(100 * right, 2), "min": 0, "max": 100}, name
        assert store.faults == [], name


def test_what_was_done_is_there_the_next_time(page: Page, store: Store) -> None:
    store.begin_anew()
    opened(page, store, "new-manager-en")
    assert page.inner_text("#status").startswith("0 of 6 steps are done.")
    page.check("#step-2")
    page.goto("about:blank")
    assert has_said(store, "terminated")
    assert json.loads(store.states["progress"])["kept"].startswith("010000|")
    opened(page, store, "new-manager-en")
    assert page.inner_text("#status").startswith("1 of 6 steps are done.")
    assert (page.is_checked("#step-1"), page.is_checked("#step-2")) == (False, True)
    assert store.faults == []


def test_a_page_that_nobody_launched_works_alone_and_says_so(page: Page, store: Store) -> None:
    store.begin_anew()
    page.goto(f"{store.url}/new-manager-en/index.html")
    expect(page.locator("#status")).to_contain_text("No learning platform answers")
    page.check("#step-1")
    expect(page.locator("#status")).to_contain_text("1 of 6 steps are done.")
    assert store.statements == []
