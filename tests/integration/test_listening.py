"""Reading aloud: offered only with a voice of the reader's own machine, and what it then reads, marks and obeys."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from visits import DESKTOP, PHONE, RULES, Open, until

pytestmark = pytest.mark.browser

# A browser's speech that says nothing by itself: a test ends what is spoken, and may take its words one by one.
VOICES = """
  window.speech = Object.assign(new EventTarget(), {
    voices: %s, spoken: null, said: [],
    getVoices() { return this.voices; },
    speak(utterance) { this.spoken = utterance; this.said.push(utterance.text.trim()); },
    cancel() {
      const { spoken } = this;
      this.spoken = null;
      localStorage.cancelled = Number(localStorage.cancelled ?? 0) + 1;
      spoken?.onerror({ error: 'interrupted' });
    },
    resume() {},
    end() { const { spoken } = this; this.spoken = null; spoken.onend({}); },
  });
  Object.defineProperty(window, 'speechSynthesis', { value: window.speech });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.scrolled = [];
  Element.prototype.scrollIntoView = function (how) { window.scrolled.push(how.behavior); };
"""
OWN = "{ lang: 'sv-SE', localService: true }, { lang: 'en-GB', localService: true }"
AFAR = "{ lang: 'sv-SE', localService: false, default: true }, { lang: 'en-GB', localService: false }"
PAGES = [
    ("/steg/ledarskap/", ("Lyssna", "Pausa", "Fortsätt", "Sluta"), "sv-SE"),
    ("/lattlast/steg/ledarskap/", ("Lyssna", "Pausa", "Fortsätt", "Sluta"), "sv-SE"),
    ("/en/steps/leadership/", ("Listen", "Pause", "Resume", "Stop"), "en-GB"),
    ("/en/easy-read/steps/leadership/", ("Listen", "Pause", "Resume", "Stop"), "en-GB"),
]


def opened(visit: Open, path: str, voices: str = OWN, viewport: dict[str, int] = DESKTOP, **options: Any) -> Page:
    made = visit(viewport, **options)
    made.page.add_init_script(VOICES % f"[{voices}]")
    return made.go(path)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def begin(page: Page, name: str) -> None:
    press(page, name)
    until(page, "speech.spoken !== null")


@pytest.mark.parametrize(("path", "names", "voice"), PAGES)
def test_a_page_is_read_from_its_heading_on(
    visit: Open, path: str, names: tuple[str, str, str, str], voice: str
) -> None:
    page = opened(visit, path)
    start, pause, resume, stop = names
    begin(page, start)
    assert page.evaluate("speech.spoken.lang") == voice
    assert page.evaluate("speech.said") == [page.locator("h1").inner_text()]
    expect(page.locator("h1")).to_have_class("guide-heard")
    page.evaluate("speech.end()")
    expect(page.locator(".guide-heard")).to_have_count(1)
    assert page.evaluate("document.querySelector('.guide-heard').matches('h1 ~ p')")
    second = page.evaluate("speech.said[1]")
    press(page, pause)
    assert page.evaluate("speech.spoken") is None
    press(page, resume)
    assert page.evaluate("speech.said.slice(1)") == [second, second]
    expect(page.get_by_role("status").filter(has_text="Esc")).to_be_visible()
    press(page, stop)
    expect(page.locator(".guide-heard")).to_have_count(0)
    expect(page.get_by_role("button", name=stop, exact=True)).to_be_hidden()
    expect(page.get_by_role("button", name=start, exact=True)).to_be_focused()


def test_a_word_is_marked_where_the_browser_tells_of_it(visit: Open) -> None:
    page = opened(visit, "/steg/ledarskap/")
    begin(page, "Lyssna")
    page.evaluate("speech.end()")
    word = "chefens"
    page.evaluate("speech.spoken.onboundary({ name: 'word', charIndex: 0 })")
    marked = "[...CSS.highlights.get('guide-heard-word')].map(range => range.toString())[0]"
    assert page.evaluate(marked).lower() == word
    # The mark is drawn: its rule stands in the sheet that came with the press.
    rule = "getComputedStyle(document.querySelector('.guide-heard'), '::highlight(guide-heard-word)').backgroundColor"
    assert page.evaluate(rule) == "rgb(246, 198, 103)"
    page.keyboard.press("Escape")
    assert page.evaluate("CSS.highlights.has('guide-heard-word')") is False


def test_the_mark_follows_each_word_of_a_passage_with_notes_and_links(visit: Open) -> None:
    """Word by word through a page: what is marked is what the browser said it speaks."""
    page = opened(visit, "/fallgropar/det-tar-tid/")
    begin(page, "Lyssna")
    wrong = page.evaluate(
        """() => {
          const wrong = [];
          for (let number = 0; number < 400 && speech.spoken; number += 1) {
            const { text } = speech.spoken;
            for (const { 0: word, index } of text.matchAll(/[\\p{L}\\p{N}]+/gu)) {
              speech.spoken.onboundary({ name: 'word', charIndex: index, charLength: word.length });
              const [range] = CSS.highlights.get('guide-heard-word');
              if (range.toString().replace(/\\s/g, ' ') !== word) wrong.push([word, range.toString()]);
            }
            speech.end();
          }
          return wrong;
        }"""
    )
    assert wrong == []
    assert page.evaluate("speech.said.length") > 60
    expect(page.locator(".guide-heard")).to_have_count(0)
    expect(page.locator(".guide-listen [role=status]")).to_have_text("Uppläsningen är slut.")


def test_what_is_for_the_eye_only_is_left_out(visit: Open) -> None:
    page = opened(visit, "/fallgropar/det-tar-tid/")
    begin(page, "Lyssna")
    page.evaluate("() => { while (speech.spoken) speech.end(); }")
    said = page.evaluate("speech.said")
    headings = page.locator(".guide-page :is(h1, h2, h3)").all_inner_texts()
    notes = page.locator(".footnote h2").all_inner_texts()
    assert [each for each in said if each in headings] == [each for each in headings if each not in notes]
    whole = " ".join(said)
    caption = page.locator(".guide-page figcaption").first.inner_text()
    assert said.count(page.locator("h1").inner_text()) == 1
    assert caption[:30] in whole
    for left_out in ("På den här sidan", "min läsning", "Rapportera fel", "Lyssna", "[1]", "Kontrollerad"):
        assert left_out not in whole, left_out
    figure = page.locator(".guide-page figure").first.evaluate("f => f.firstElementChild.textContent.trim()")
    assert figure[:25] not in whole


@pytest.mark.parametrize(
    "voices", ["", AFAR, "{ lang: 'fi-FI', localService: true }"], ids=["none", "from afar", "other language"]
)
@pytest.mark.parametrize("path", ["/steg/ledarskap/", "/en/steps/leadership/"])
def test_without_a_voice_of_its_own_there_is_no_button(visit: Open, path: str, voices: str) -> None:
    page = opened(visit, path, voices)
    page.evaluate("speech.dispatchEvent(new Event('voiceschanged'))")
    expect(page.locator(".guide-listen button")).to_have_count(1)
    expect(page.locator(".guide-listen button")).to_be_hidden()


def test_a_voice_that_comes_late_is_enough(visit: Open) -> None:
    page = opened(visit, "/steg/ledarskap/", "")
    page.evaluate(f"speech.voices.push({AFAR}); speech.dispatchEvent(new Event('voiceschanged'))")
    expect(page.locator(".guide-listen")).to_be_hidden()
    page.evaluate(f"speech.voices.push({OWN})")
    for _ in range(2):
        page.evaluate("speech.dispatchEvent(new Event('voiceschanged'))")
    expect(page.get_by_role("button", name="Lyssna", exact=True)).to_be_visible()


def test_only_the_own_voice_speaks_where_there_are_both(visit: Open) -> None:
    page = opened(visit, "/steg/ledarskap/", f"{AFAR}, {OWN}")
    begin(page, "Lyssna")
    assert page.evaluate("speech.spoken.voice.localService") is True


def test_what_reads_is_fetched_at_the_first_press(visit: Open) -> None:
    made = visit(PHONE, has_touch=True)
    loaded: list[str] = []
    made.page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2].partition(".")[0]))
    made.page.add_init_script(VOICES % f"[{OWN}]")
    page = made.go("/steg/ledarskap/")
    button = page.get_by_role("button", name="Lyssna", exact=True)
    expect(button).to_be_visible()
    assert "listen" not in loaded
    button.tap()
    until(page, "speech.spoken !== null")
    assert loaded.count("listen") == 2  # its script and its styles


def test_the_keyboard_is_enough_and_escape_stops(visit: Open) -> None:
    page = opened(visit, "/steg/ledarskap/")
    page.get_by_role("button", name="Lyssna", exact=True).focus()
    page.keyboard.press("Enter")
    until(page, "speech.spoken !== null")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Sluta", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    assert page.evaluate("speech.spoken") is None
    expect(page.locator(".guide-heard")).to_have_count(0)
    # Nothing is left to stop: the key is the page's again.
    before = page.evaluate("localStorage.cancelled")
    page.keyboard.press("Escape")
    assert page.evaluate("localStorage.cancelled") == before


def test_leaving_the_page_ends_it(visit: Open) -> None:
    page = opened(visit, "/steg/ledarskap/")
    begin(page, "Lyssna")
    before = int(page.evaluate("localStorage.cancelled"))
    page.locator(".guide-place a").first.click()
    page.wait_for_url("**/")
    assert int(page.evaluate("localStorage.cancelled")) == before + 1


def read_on(page: Page) -> list[str]:
    begin(page, "Lyssna")
    for _ in range(25):
        page.evaluate("speech.end()")
    return list(page.evaluate("scrolled"))


def test_who_wants_no_motion_gets_none(visit: Open) -> None:
    """The profiles of these tests ask for less motion."""
    page = opened(visit, "/steg/ledarskap/")
    assert set(read_on(page)) == {"auto"}


def test_others_see_the_page_move(visit: Open) -> None:
    page = opened(visit, "/steg/ledarskap/")
    page.emulate_media(reduced_motion="no-preference")
    assert set(read_on(page)) == {"smooth"}


@pytest.mark.parametrize(("viewport", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")])
def test_axe_finds_nothing_while_it_reads(visit: Open, viewport: dict[str, int], scheme: str) -> None:
    page = opened(visit, "/steg/ledarskap/", viewport=viewport, color_scheme=scheme)
    begin(page, "Lyssna")
    page.evaluate("speech.end()")
    assert Axe().run(page, options=RULES).response["violations"] == []
    for button in page.locator(".guide-listen button").all():
        box = button.bounding_box()
        assert box is not None and box["height"] >= 24 and box["width"] >= 24, box
    bar = page.locator(".guide-listen").bounding_box()
    assert bar is not None and bar["x"] >= 0 and bar["x"] + bar["width"] <= viewport["width"] + 0.5


def test_without_scripts_there_is_no_button(browser: Browser, site_url: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(site_url + "/steg/ledarskap/")
    expect(page.locator(".guide-place")).to_be_visible()
    expect(page.locator(".guide-listen")).to_be_hidden()
    page.close()


def test_the_button_moves_nothing_when_its_voice_comes(visit: Open) -> None:
    for path in ("/steg/ledarskap/", "/lattlast/steg/ledarskap/"):
        page = opened(visit, path, "", viewport=PHONE)
        before = page.locator("h1").bounding_box()
        page.evaluate(f"speech.voices.push({OWN}); speech.dispatchEvent(new Event('voiceschanged'))")
        button = page.locator(".guide-listen button").bounding_box()
        assert before is not None and button is not None and page.locator("h1").bounding_box() == before
        for link in page.locator(".guide-place :is(a, span):visible:not(button span)").all():
            box = link.bounding_box()
            assert box is not None
            is_beside = box["x"] + box["width"] <= button["x"] or box["y"] + box["height"] <= button["y"] + 1
            assert is_beside, link.inner_text()


def test_what_could_not_be_fetched_is_asked_for_again(visit: Open) -> None:
    made = visit()
    made.page.add_init_script(VOICES % f"[{OWN}]")
    page = made.go("/steg/ledarskap/")
    page.route("**/listen.*.js", lambda route: route.abort(), times=1)
    with page.expect_event("requestfailed"):
        press(page, "Lyssna")
    # Until the page has heard of it, and until the script is there, a press says nothing.
    until(page, "speech.spoken !== null || (document.querySelector('.guide-listen button').click(), false)")
    assert page.evaluate("speech.said") == [page.locator("h1").inner_text()]
    made.errors.clear()  # the browser tells of the lost script
