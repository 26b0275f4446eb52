"""The SCORM page in a platform's frame: keyboard, what it reports, what it remembers, and without a platform."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Frame, Page, expect

from guide.export.course import read_courses
from guide.export.scorm.package import scorm
from path_guides import build, path_guide
from serving import serve
from visits import until

pytestmark = pytest.mark.browser

# What a platform gives (SCORM 1.2 RTE 3.3): an object called API on a window above, here with a log of its calls.
PLATFORM = """<!doctype html><html lang="en"><head><title>Platform</title><script>
var kept = JSON.parse(decodeURIComponent(location.hash.slice(1) || "%7B%7D")), log = [];
var API = {
  LMSInitialize: function () { log.push("initialize"); return "true"; },
  LMSFinish: function () { log.push("finish"); return "true"; },
  LMSGetValue: function (name) { return kept[name] || ""; },
  LMSSetValue: function (name, value) { kept[name] = value; return "true"; },
  LMSCommit: function () { log.push("commit"); return "true"; },
  LMSGetLastError: function () { return "0"; }, LMSGetErrorString: function () { return ""; },
  LMSGetDiagnostic: function () { return ""; }
};
</script></head><body><iframe title="Course" src="sco/index.html" width="900" height="700"></iframe></body></html>"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("scorm")
    guide = path_guide(folder)
    build(guide, folder / "site")
    english = next(course for course in read_courses(guide, folder / "site") if course.language == "en")
    (folder / "lms" / "sco").mkdir(parents=True)
    for name, text in scorm(english).items():
        (folder / "lms" / "sco" / name).write_text(text, encoding="utf-8")
    Path(folder / "lms" / "index.html").write_text(PLATFORM, encoding="utf-8")
    server, url = serve(folder / "lms")
    yield url
    server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def opened(page: Page, address: str, kept: str = "%7B%7D") -> Frame:
    page.goto(f"{address}/index.html#{kept}")
    frame = page.frame(url=f"{address}/sco/index.html")
    assert frame is not None
    expect(frame.locator("#status")).not_to_be_empty()
    return frame


def told(page: Page) -> dict[str, str]:
    return dict(json.loads(page.evaluate("JSON.stringify(kept)")))


def test_marking_every_step_by_keyboard_reports_completion(page: Page, address: str) -> None:
    frame = opened(page, address, "%7B%22cmi.core.lesson_status%22%3A%22not%20attempted%22%7D")
    assert told(page)["cmi.core.lesson_status"] == "incomplete"
    assert frame.inner_text("#status") == "0 of 2 steps are done."
    frame.focus("#step-1")
    page.keyboard.press("Space")
    assert (told(page)["cmi.core.lesson_status"], told(page)["cmi.suspend_data"]) == ("incomplete", "10")
    frame.focus("#step-2")
    page.keyboard.press("Space")
    assert (told(page)["cmi.core.lesson_status"], told(page)["cmi.suspend_data"]) == ("completed", "11")
    assert frame.inner_text("#status") == "2 of 2 steps are done. You have finished the path."
    page.keyboard.press("Space")
    assert told(page)["cmi.core.lesson_status"] == "completed", "what is completed stays so"


def test_marks_are_remembered_and_leaving_says_how_long_it_took(page: Page, address: str) -> None:
    kept = "%7B%22cmi.suspend_data%22%3A%2201%22%2C%22cmi.core.lesson_status%22%3A%22incomplete%22%7D"
    frame = opened(page, address, kept)
    assert (frame.is_checked("#step-1"), frame.is_checked("#step-2")) == (False, True)
    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    until(page, "log.includes('finish')")
    after = told(page)
    assert after["cmi.core.exit"] == "suspend"
    assert after["cmi.core.session_time"].startswith("00:00:")


def test_it_works_as_a_list_without_a_platform_and_says_so(page: Page, address: str) -> None:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}/sco/index.html")
    page.check("#step-1")
    assert page.inner_text("#status").endswith("No learning platform answers, so the marks are not kept.")
    assert all(url.startswith(address) for url in requested) and not errors


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_no_barriers(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{address}/sco/index.html")
    assert Axe().run(page).response["violations"] == []
