"""Codes shown as QR codes and read with a camera: a film in its place, refusal, a browser that reads them itself."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from fake_camera import film_of
from group_codes import MANY, OLD
from guide.tools.browser import find_browser
from visits import DESKTOP, PHONE, RULES, Open, until

pytestmark = pytest.mark.browser

SWEDISH, ENGLISH, FORM = "/verktyg/gruppens-bild/", "/en/tools/group-picture/", "/verktyg/nulagesanalys/"
HELD_UP = [code.replace("-", "") for code in MANY[:7]]
LONG = 90_000
"""Milliseconds for a film that is seen twice, on a slow machine."""
MOST_SCRIPT = 25_000


@pytest.fixture(scope="module")
def browser(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser whose camera sees seven codes, what is no code of ours, a code of another version, and nothing."""
    film = film_of([*HELD_UP, "HTTPS://EXAMPLE.ORG", OLD, ""], tmp_path_factory.mktemp("film") / "codes.y4m")
    filming = browser.browser_type.launch(
        executable_path=str(find_browser()),
        args=[
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            f"--use-file-for-fake-video-capture={film}",
        ],
    )
    yield filming
    filming.close()


def open_camera(page: Page, name: str = "Läs av koder med kameran") -> None:
    page.get_by_role("button", name=name).first.click()


def test_codes_are_read_from_what_the_camera_sees(visit: Open) -> None:
    page = visit(PHONE).go(SWEDISH)
    sent: list[str] = []
    page.on("request", lambda request: None if "/assets/" in request.url else sent.append(request.url))
    open_camera(page)
    field = page.locator(".guide-tool textarea").first
    expect(page.locator(".guide-tool__camera video").first).to_be_visible()
    expect(page.get_by_text("Koder som går att läsa: 7.", exact=True)).to_be_visible(timeout=LONG)
    assert sorted(field.input_value().split()) == sorted(HELD_UP)
    expect(page.get_by_text("Den koden är redan läst.")).to_be_visible(timeout=LONG)
    expect(page.get_by_text("Det är ingen kod från nulägesanalysen.")).to_be_visible(timeout=LONG)
    expect(page.get_by_text("Koden hör till en annan version av påståendena.")).to_be_visible(timeout=LONG)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert Axe().run(page, options=RULES).response["violations"] == []
    page.get_by_role("button", name="Visa bilden").click()
    expect(page.get_by_role("heading", name="7 svar i en bild")).to_be_visible()
    assert sent == []


def test_the_camera_is_closed_by_a_press(visit: Open) -> None:
    page = visit(DESKTOP).go(ENGLISH)
    assert page.evaluate("performance.getEntriesByType('resource').every(({name}) => !name.includes('qr-reader'))")
    open_camera(page, "Read codes with the camera")
    video = page.locator(".guide-tool__camera video").first
    expect(video).to_be_visible()
    until(page, "Boolean(document.querySelector('.guide-tool__camera video').videoWidth)")
    page.evaluate("window.seen = document.querySelector('.guide-tool__camera video').srcObject")
    page.get_by_role("button", name="Close the camera").click()
    expect(video).to_be_hidden()
    assert page.evaluate("window.seen.getTracks().every(track => track.readyState === 'ended')")
    open_camera(page, "Read codes with the camera")
    expect(video).to_be_visible()


@pytest.mark.parametrize(
    ("error", "says"),
    [
        ("NotAllowedError", "Webbläsaren fick inte använda kameran."),
        ("NotFoundError", "Ingen kamera hittades."),
        ("NotReadableError", "Ett annat program använder kameran."),
        ("TypeError", "Kameran går inte att använda här."),
    ],
)
def test_a_camera_that_is_refused_or_absent_is_told_in_words(visit: Open, error: str, says: str) -> None:
    made = visit(PHONE)
    made.page.add_init_script(
        f"navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', '{error}'))"
    )
    page = made.go(SWEDISH)
    open_camera(page)
    expect(page.get_by_text(says)).to_be_visible()
    expect(page.locator("video").first).to_be_hidden()
    expect(page.get_by_role("button", name="Läs av koder med kameran").first).to_be_enabled()


def test_where_there_is_no_way_to_a_camera_codes_can_be_pasted(visit: Open) -> None:
    made = visit(PHONE)
    made.page.add_init_script("Object.defineProperty(navigator, 'mediaDevices', { value: undefined })")
    page = made.go(ENGLISH)
    open_camera(page, "Read codes with the camera")
    expect(page.get_by_text("The camera cannot be used here. Paste the codes instead.")).to_be_visible()


def test_a_browser_that_reads_codes_itself_is_let_do_so(visit: Open) -> None:
    made = visit(PHONE)
    made.page.add_init_script(
        f"""window.BarcodeDetector = class {{
          static getSupportedFormats() {{ return Promise.resolve(["qr_code"]); }}
          detect() {{ return Promise.resolve([{{ rawValue: "{HELD_UP[0]}" }}, {{ rawValue: "{HELD_UP[1]}" }}]); }}
        }}"""
    )
    page = made.go(SWEDISH)
    open_camera(page)
    expect(page.get_by_text("Koder som går att läsa: 2.")).to_be_visible()
    assert page.evaluate("performance.getEntriesByType('resource').every(({name}) => !name.includes('qr-reader'))")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_participant_shows_the_code_as_a_qr_code(visit: Open, scheme: str) -> None:
    page = visit({"width": 320, "height": 700}, color_scheme=scheme).go(FORM)
    for number in range(24):
        page.get_by_role("radiogroup").nth(number).locator("input[value='4']").check()
    page.get_by_role("button", name="Visa profilen").click()
    page.get_by_role("link", name="Hoppa till koden för gruppens bild").click()
    expect(page.locator(".guide-tool__code")).to_be_in_viewport()
    code = (page.locator(".guide-tool__code").text_content() or "").replace("-", "")
    page.get_by_role("button", name="Visa som QR-kod").click()
    figure = page.get_by_role("img", name="QR-kod med din kod")
    expect(figure).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert Axe().run(page, options=RULES).response["violations"] == []
    assert read_from(page, figure.screenshot()) == code


def read_from(page: Page, picture: bytes) -> str:
    """Read a QR code off a screenshot, by the site's own reader."""
    return str(
        page.evaluate(
            """async ({ reader, bytes }) => {
              const script = document.createElement("script");
              script.src = reader;
              const loaded = new Promise((resolve) => script.addEventListener("load", resolve));
              document.head.append(script);
              await loaded;
              const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
              const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
              context.drawImage(bitmap, 0, 0);
              return window.guideQrReader(context.getImageData(0, 0, bitmap.width, bitmap.height));
            }""",
            {"reader": _reader_of(page), "bytes": list(picture)},
        )
    )


def _reader_of(page: Page) -> str:
    """Give where the reader stands: the page of the group's picture names it."""
    found = page.evaluate(
        """async () => {
          const text = await (await fetch("../gruppens-bild/")).text();
          return new URL(text.match(/data-reader="([^"]+)"/)[1], new URL("../gruppens-bild/", location.href)).href;
        }"""
    )
    return str(found)


def test_all_scripts_of_a_page_are_small_together(site_dir: Path) -> None:
    for names in (("group", "qr-reader"), ("assessment", "qr")):
        files = [next(site_dir.glob(f"assets/js/{name}.*.js")) for name in names]
        assert sum(len(gzip.compress(file.read_bytes())) for file in files) < MOST_SCRIPT
