"""The site without a server: the zip file of a release, unpacked and opened by double click."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from guide.export.folder import write_folder
from guide.model.guide import Guide
from visits import DESKTOP, until

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(guide: Guide, site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that the zip file holds, unpacked at a place with a space and a letter beyond ASCII."""
    packed = write_folder(guide, site_dir)
    target = tmp_path_factory.mktemp("Nedladdat på USB")
    with zipfile.ZipFile(packed) as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {"tillitsguiden"}
        archive.extractall(target)
    packed.unlink()
    return target / "tillitsguiden"


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESKTOP, locale="sv-SE")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert errors == []


def test_every_link_within_the_site_leads_to_a_file(folder: Path) -> None:
    for page in folder.rglob("*.html"):
        tree = html.fromstring(page.read_bytes())
        for address in {*tree.xpath("//a/@href"), *tree.xpath("//form/@action")}:
            parts = urlsplit(address)
            if not parts.scheme and parts.path:
                assert (page.parent / unquote(parts.path)).is_file(), (page, address)


def test_the_search_finds_and_leads_on(folder: Path, reader: Page) -> None:
    reader.goto((folder / "index.html").as_uri())
    reader.get_by_role("button", name="Sök", exact=True).first.click()
    reader.get_by_role("combobox").fill("vad är tillitsbaserad styrning")
    reader.locator("#guide-search [role=option]").first.wait_for()
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/vanliga-fragor/grunderna/index.html*")
    assert reader.url.endswith("#what-is-it")


def test_the_language_is_changed_and_changed_back(folder: Path, reader: Page) -> None:
    reader.goto((folder / "steg/ledarskap/index.html").as_uri())
    reader.locator("a[data-guide-language]").first.click()
    reader.wait_for_url("**/en/steps/leadership/index.html*")
    reader.locator("a[data-guide-language]").first.click()
    reader.wait_for_url("**/steg/ledarskap/index.html*")


def test_tables_are_filtered_and_quizzes_answered(folder: Path, reader: Page) -> None:
    reader.goto((folder / "exempel/index.html").as_uri())
    rows = reader.locator("table.guide-cases tbody tr")
    before = rows.filter(visible=True).count()
    reader.get_by_label("Land").select_option("NO")
    until(
        reader, f"[...document.querySelectorAll('.guide-cases tbody tr')].filter(row => !row.hidden).length < {before}"
    )
    reader.goto((folder / "steg/ledarskap/index.html").as_uri())
    reader.locator(".guide-quiz input[type=radio]").first.check()
    expect(reader.locator(".guide-quiz").first).to_be_visible()


def test_a_tool_is_filled_in_saved_and_opened_again(folder: Path, reader: Page) -> None:
    reader.goto((folder / "verktyg/handlingsplan/index.html").as_uri())
    reader.locator("[name=q-goal]").fill("Kortare väntan")
    with reader.expect_download() as saved:
        reader.get_by_role("button", name="Spara som fil").click()
    reader.goto((folder / "en/tools/action-plan/index.html").as_uri())
    with reader.expect_file_chooser() as chooser:
        reader.get_by_role("button", name="Open a saved plan").click()
    chooser.value.set_files(saved.value.path())
    expect(reader.locator("[name=q-goal]")).to_have_value("Kortare väntan")


def test_a_short_address_leads_to_the_readers_language(folder: Path, reader: Page) -> None:
    reader.goto((folder / "l/steps-leadership/index.html").as_uri())
    until(reader, "location.pathname.endsWith('/steg/ledarskap/index.html')")


def test_as_built_links_lead_to_pages_too(site_dir: Path, browser: Browser) -> None:
    """The site itself, as it lies in its folder: with a script, links that name folders lead to their pages."""
    page = browser.new_page()
    page.goto((site_dir / "index.html").as_uri())
    page.locator("main article a[href$='/']").first.click()
    until(page, "location.pathname.endsWith('/index.html')")
    assert page.locator("h1").count() == 1
    page.close()
