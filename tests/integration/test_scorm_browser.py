"""The page of SCORM packages in the frame of an independent runtime (scorm-again), and without a platform.

Every package of the guide is played to its end: what it sets must be what the runtime allows, and what the
runtime then holds is read. One is walked by keyboard, left, and come back to.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Frame, Page, expect

from guide.export.course import read_courses
from guide.export.downloads import FOLDER, KIT_SUFFIX
from guide.export.scorm.package import V1_2, V2004, VERSIONS, Version, scorm
from guide.model.guide import Guide
from guide.pages.paths import path_pages
from path_guides import build, path_guide
from serving import serve
from visits import until

pytestmark = pytest.mark.browser

RUNTIME = Path(__file__).parents[2] / "node_modules" / "scorm-again" / "dist"
# The calls of each version, and what it calls what is read here.
NAMES = {
    V1_2: {
        "script": "scorm12.js",
        "make": "API = new Scorm12API(settings)",
        "api": "API",
        "get": "LMSGetValue",
        "set": "LMSSetValue",
        "error": "LMSGetLastError",
        "finish": "LMSFinish",
        "status": "cmi.core.lesson_status",
        "score": "cmi.core.score",
        "exit": "cmi.core.exit",
        "time": "cmi.core.session_time",
    },
    V2004: {
        "script": "scorm2004.js",
        "make": "API_1484_11 = new Scorm2004API(settings)",
        "api": "API_1484_11",
        "get": "GetValue",
        "set": "SetValue",
        "error": "GetLastError",
        "finish": "Terminate",
        "status": "cmi.completion_status",
        "score": "cmi.score",
        "exit": "cmi.exit",
        "time": "cmi.session_time",
    },
}
# The runtime, with a log of what the package sets: name, value, and the runtime's error where it refuses.
PLATFORM = """<!doctype html><html lang="en"><head><title>Platform</title><script src="/{script}"></script><script>
var log = [], ended = 0, settings = {{ autocommit: false, logLevel: 5 }};
{make};
var kept = decodeURIComponent(location.hash.slice(1));
if (kept) {api}.loadFromJSON(JSON.parse(kept), "cmi");
var set = {api}.{set}, finish = {api}.{finish};
{api}.{set} = function (name, value) {{
  var answer = set.call({api}, name, value);
  log.push([name, value, answer === "true" ? "" : {api}.{error}()]);
  return answer;
}};
{api}.{finish} = function (nothing) {{ ended += 1; return finish.call({api}, nothing); }};
</script></head><body><iframe title="Course" src="sco/index.html" width="900" height="700"></iframe></body></html>"""


class Player:
    """A package in the runtime."""

    def __init__(self, page: Page, address: str, version: Version, kept: str = "") -> None:
        self.page, self.names = page, NAMES[version]
        page.goto(f"{address}/index.html#{kept}")
        found = page.frame(url=f"{address}/sco/index.html")
        assert found is not None
        self.frame: Frame = found
        expect(found.locator("#status")).not_to_be_empty()

    def told(self, name: str) -> str:
        return str(self.page.evaluate(f"{self.names['api']}.{self.names['get']}({name!r})"))

    @property
    def status(self) -> str:
        return self.told(self.names["status"])

    def score(self, part: str) -> str:
        return self.told(f"{self.names['score']}.{part}")

    @property
    def log(self) -> list[list[str]]:
        return list(json.loads(self.page.evaluate("JSON.stringify(log)")))

    def last(self, what: str) -> str:
        """Give what was set last; some of it may only be written and not read."""
        return [value for name, value, _ in self.log if name == self.names[what]][-1]

    def leave(self) -> None:
        self.page.evaluate("document.querySelector('iframe').src = 'about:blank'")
        until(self.page, "ended > 0")

    def play(self) -> int:
        """Answer every question rightly and mark every step; give the number of questions."""
        return int(self.frame.evaluate(PLAYING))


PLAYING = """() => {
  const forms = [...document.querySelectorAll("form.question")];
  for (const form of forms) {
    form.querySelector(`input[value="${form.dataset.correct}"]`).click();
    form.querySelector("button").click();
  }
  for (const box of document.querySelectorAll(".mark input")) box.click();
  return forms.length;
}"""


def unpacked(package: dict[str, Any], folder: Path, version: Version) -> None:
    for name, held in package.items():
        file = folder / "sco" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(held.encode("utf-8") if isinstance(held, str) else held)
    (folder / "index.html").write_text(PLATFORM.format(**NAMES[version]), encoding="utf-8")


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Give a folder that is served, with the runtime in it, and its address."""
    folder = tmp_path_factory.mktemp("platform")
    for names in NAMES.values():
        runtime = RUNTIME / names["script"]
        assert runtime.is_file(), f"{runtime} is missing: run npm ci, or make test, which does"
        (folder / names["script"]).write_bytes(runtime.read_bytes())
    server, url = serve(folder)
    yield folder, url
    server.shutdown()


@pytest.fixture(scope="module")
def little(platform: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> dict[Version, str]:
    """Give where the little guide's English path is played, in each version."""
    sources, (folder, url) = tmp_path_factory.mktemp("sources"), platform
    guide = path_guide(sources)
    build(guide, sources / "site")
    english = next(course for course in read_courses(guide, sources / "site") if course.language == "en")
    for version in VERSIONS:
        unpacked(scorm(english, version, {}), folder / version.platform, version)
    return {version: f"{url}/{version.platform}" for version in VERSIONS}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.number)
def test_every_package_is_played_to_its_end(
    page: Page, platform: tuple[Path, str], guide: Guide, site_dir: Path, version: Version
) -> None:
    folder, url = platform
    paths, asked = path_pages(guide), 0
    packages = [
        file
        for file in sorted((site_dir / FOLDER).glob(f"*{version.suffix}"))
        if version is V2004 or not file.name.endswith((V2004.suffix, "-cmi5.zip", KIT_SUFFIX))
    ]
    assert len(packages) == len(paths) >= 12
    for file in packages:
        with zipfile.ZipFile(file) as archive:
            unpacked({name: archive.read(name) for name in archive.namelist()}, folder / file.stem, version)
        player = Player(page, f"{url}/{file.stem}", version)
        assert player.status == "incomplete", file.name
        questions = player.play()
        asked += questions
        assert (player.status, player.score("raw")) == ("completed", "100"), file.name
        assert (player.score("min"), player.score("max")) == ("0", "100"), file.name
        assert version is V1_2 or player.score("scaled") == "1", file.name
        kept = player.told("cmi.suspend_data")
        assert kept.count("1") >= 3 and len(kept.partition("|")[2]) == questions, file.name
        player.leave()
        assert player.last("exit") == "suspend", file.name
        assert [entry for entry in player.log if entry[2]] == [], file.name
    assert asked > 2 * len(packages)


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.number)
def test_steps_and_questions_by_keyboard_report_completion_and_score(
    page: Page, little: dict[Version, str], version: Version
) -> None:
    player = Player(page, little[version], version)
    frame = player.frame
    assert player.status == "incomplete"
    assert frame.inner_text("#status") == "0 of 2 steps are done. 0 of 1 questions are answered, 0 correctly."
    frame.focus("#step-1")
    page.keyboard.press("Space")
    frame.focus("#step-2")
    page.keyboard.press("Space")
    assert (player.status, player.told("cmi.suspend_data")) == ("incomplete", "11|-")
    frame.focus("input[type='radio']")
    page.keyboard.press("Space")
    frame.focus("form button")
    page.keyboard.press("Enter")
    expect(frame.locator("[data-verdict='wrong']")).to_be_visible()
    expect(frame.locator("[data-verdict='right']")).to_be_hidden()
    assert "Because <so>." in frame.inner_text("form [role='status']")
    assert (player.status, player.score("raw")) == ("completed", "0"), "whoever has answered is done, rightly or not"
    frame.focus("input[type='radio']")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(frame.locator("[data-verdict='right']")).to_be_visible()
    assert (player.status, player.score("raw")) == ("completed", "100")
    said = "2 of 2 steps are done. 1 of 1 questions are answered, 1 correctly. You have finished the path."
    assert frame.inner_text("#status") == said
    frame.focus("#step-1")
    page.keyboard.press("Space")
    assert player.status == "completed", "what is completed stays so"
    assert [entry for entry in player.log if entry[2]] == []


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.number)
def test_what_was_done_is_remembered_and_leaving_says_how_long_it_took(
    page: Page, little: dict[Version, str], version: Version
) -> None:
    core = {"core": {"lesson_status": "incomplete"}} if version is V1_2 else {"completion_status": "incomplete"}
    kept = json.dumps({"suspend_data": "01|2", **core})
    player = Player(page, little[version], version, kept)
    frame = player.frame
    assert (frame.is_checked("#step-1"), frame.is_checked("#step-2")) == (False, True)
    assert frame.is_checked("input[value='2']")
    expect(frame.locator("[data-verdict='right']")).to_be_visible()
    player.leave()
    assert player.last("exit") == "suspend"
    assert player.last("time").startswith("00:00:" if version is V1_2 else "PT")


def test_it_works_as_a_list_without_a_platform_and_says_so(page: Page, little: dict[Version, str]) -> None:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{little[V1_2]}/sco/index.html")
    page.check("#step-1")
    assert page.inner_text("#status").endswith("No learning platform answers, so nothing is kept.")
    assert all(url.startswith(little[V1_2]) for url in requested) and not errors


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_no_barriers(page: Page, little: dict[Version, str], scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{little[V1_2]}/sco/index.html")
    page.check("input[value='2']")
    page.click("form button")
    assert Axe().run(page).response["violations"] == []


@pytest.mark.parametrize("width", [320, 500])
def test_nothing_is_wider_than_a_narrow_frame(page: Page, little: dict[Version, str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{little[V1_2]}/sco/index.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
