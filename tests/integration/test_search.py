"""The search as a reader uses it: opening, typing, arrows, a link with ?q=, another language; and its figures."""

from __future__ import annotations

import itertools
import random
import re
import time
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

import bench_search as bench
from guide.model.guide import Guide
from guide.search import analysis, compounds
from guide.search.index import _numbers
from guide.search.measuring import Outcome, by_kind, figures, read_queries
from visits import DESKTOP, PHONE, RULES, Open, until

pytestmark = pytest.mark.browser

FIELD = "#guide-search-query"
HITS = "#guide-search-hits [role=option]"
FAINT = "vädret för ledningen"
# A fall below is a fault. What the search has reached stands in the README; on the half that is kept
# apart the aim is 0.90 first, 0.97 among the first three and no kind of query below 0.80.
LEAST = {
    "tune": {"first": 0.91, "first_three": 0.97, "kind": 0.80},
    "held": {"first": 0.90, "first_three": 0.97, "kind": 0.80},
}
MOST = {"no_hit": 0.01, "bytes": 48_000}


def search(page: Page, query: str) -> None:
    """Open the search where it is closed, and write a query."""
    if not page.locator("#guide-search[open]").count():
        bench.open_search(page)
    page.locator(FIELD).fill(query)


# Both sides analyse alike -------------------------------------------------------------


def _some_words(guide: Guide, language: str) -> list[str]:
    """Every word of the guide, and as many that nobody has written."""
    texts = (passage.text for page in guide.pages if page.language == language for passage in page.passages)
    found = sorted({word for text in texts for word in analysis.words(text)})
    chance = random.Random(1)
    ends = ["ningarnas", "heten", "lösts", "lig", "ationally", "fulness", "ies", "yed", "ll", "iveness", "et", "s"]
    made = ["".join(chance.choices("aeiouyåäöbdfgklmnprstv", k=chance.randint(1, 9))) for _ in range(3000)]
    return found + [word + chance.choice(["", *ends]) for word in made]


def test_browser_reads_the_numbers_that_the_build_writes(visit: Open) -> None:
    page = visit(DESKTOP).go("/")
    page.add_script_tag(url=page.locator("#guide-search").get_attribute("data-engine"))
    chance = random.Random(1)
    edges = [0, 90, 91, 8280, 8281, 753_570, 753_571]
    written = edges + [chance.randrange(91 ** chance.randint(1, 4)) for _ in range(999)]
    assert page.evaluate("text => guideSearchEngine.numbers(text)", _numbers(written)) == written


@pytest.mark.parametrize("language", ["sv", "en"])
def test_browser_and_build_make_the_same_terms(visit: Open, guide: Guide, language: str) -> None:
    page = visit(DESKTOP).go("/")
    page.add_script_tag(url=page.locator("#guide-search").get_attribute("data-engine"))
    words = _some_words(guide, language)
    of_all = "([words, language]) => words.map(word => guideSearchEngine.term(word, language))"
    found = page.evaluate(of_all, [words, language])
    different = [
        (word, mine, theirs)
        for word, mine, theirs in zip(words, (analysis.term(word, language) for word in words), found, strict=True)
        if mine != theirs
    ]
    assert different == []


def test_browser_and_build_cut_texts_and_compounds_alike(visit: Open, guide: Guide) -> None:
    page = visit(DESKTOP).go("/")
    page.add_script_tag(url=page.locator("#guide-search").get_attribute("data-engine"))
    texts = ["Låt-gå: idé, ”år” 2020–2024", "don’t 'stop' İstanbul ﬁn ½ a_b", "A\u030a o\u0308 é ñ", "  ", "x"]
    texts += [passage.text for source in guide.pages for passage in source.passages[::7]]
    found = page.evaluate("texts => texts.map(guideSearchEngine.words)", texts)
    assert found == [analysis.words(text) for text in texts]
    known = [word for word in _some_words(guide, "sv") if 3 < len(word) < 9][:900]
    words = [one + link + other for one, other in itertools.pairwise(known) for link in ("", "s")]
    split_all = """([words, known]) => {
        const set = new Set(known);
        return words.map(word => guideSearchEngine.split(word, part => set.has(part)));
    }"""
    found = page.evaluate(split_all, [words, known])
    parts = set(known)
    assert found == [list(compounds.split(word, lambda part: part in parts)) for word in words]


# Opening and loading --------------------------------------------------------------------


@pytest.mark.parametrize("key", ["Control+k", "Meta+k"])
@pytest.mark.parametrize("path", ["/", "/en/steps/leadership/"])
def test_keys_open_the_search_and_escape_gives_back_the_focus(visit: Open, key: str, path: str) -> None:
    page = visit(DESKTOP).go(path)
    link = page.locator("[data-guide-language]")
    link.focus()
    page.keyboard.press(key)
    expect(page.locator("#guide-search")).to_be_visible()
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("tillit")
    page.keyboard.press("Escape")
    expect(page.locator("#guide-search")).to_be_hidden()
    expect(link).to_be_focused()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_button_opens_and_closes(visit: Open, viewport: dict[str, int]) -> None:
    page = visit(viewport).go("/begrepp/")
    button = page.get_by_role("button", name="Sök", exact=True)
    button.click()
    expect(page.locator(FIELD)).to_be_focused()
    page.get_by_role("button", name="Stäng").click()
    expect(button).to_be_focused()


def test_no_key_alone_does_anything(visit: Open) -> None:
    """WCAG 2.1.4: who speaks to their computer, or strikes a key by mistake, stays where they are."""
    made = visit(DESKTOP)
    page = made.go("/steg/ledarskap/")
    page.keyboard.type("/?sfpnbk,.")
    page.wait_for_timeout(300)
    assert page.url == f"{made.base}/steg/ledarskap/"
    expect(page.locator("#guide-search")).to_be_hidden()
    assert page.evaluate("document.activeElement === document.body")


def _indexes(made: Any) -> list[str]:
    loaded: list[str] = []
    made.page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    return loaded


def test_the_index_is_loaded_when_the_reader_goes_to_search_and_only_of_the_language(visit: Open) -> None:
    made = visit(DESKTOP)
    loaded = _indexes(made)
    page = made.go("/steg/ledarskap/")
    page.wait_for_load_state("networkidle")
    assert [name for name in loaded if "-index." in name or "search-engine" in name] == []
    search(page, "tillit")
    page.wait_for_load_state("networkidle")
    assert [name[:8] for name in loaded if "-index." in name] == ["sv-index"]
    assert len([name for name in loaded if name.startswith("search-engine")]) == 1
    assert not [name for name in loaded if name.startswith("en-")]


@pytest.mark.parametrize(
    ("path", "selector", "touch"),
    [
        ("/steg/", "[data-guide-search-open]", "pointerdown"),
        ("/steg/", "[data-guide-search-open]", "focus"),
        ("/", "#guide-hero-query", "pointerdown"),
    ],
)
def test_all_is_fetched_side_by_side_when_the_reader_touches_the_search(
    visit: Open, path: str, selector: str, touch: str
) -> None:
    made = visit(PHONE)
    page = made.go(path)
    page.wait_for_load_state("networkidle")
    waiting: list[Any] = []
    page.route(re.compile(r"/search|-index\.|-texts\."), lambda route: waiting.append(route))
    if touch == "focus":
        page.focus(selector)
    else:
        page.dispatch_event(selector, touch)
    deadline = time.monotonic() + 15
    while len(waiting) < 4 and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    names = sorted(route.request.url.rpartition("/")[2].partition(".")[0] for route in waiting)
    assert names == ["search", "search", "search-engine", "sv-index"]
    for route in waiting:
        route.continue_()
    page.unroute_all()
    expect(page.locator("#guide-search")).to_be_hidden()


def test_after_the_first_search_of_a_visit_the_search_is_ready_on_each_page(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go("/")
    search(page, "vad kostar det")
    loaded = _indexes(made)
    made.go("/steg/")
    until(page, "performance.getEntriesByType('resource').some(each => each.name.includes('sv-index'))")
    assert page.evaluate("Object.entries(sessionStorage)") == [["guide-searched", ""]]
    assert page.evaluate("localStorage.length") == 0
    assert "-texts." not in " ".join(loaded)
    expect(page.locator("#guide-search")).to_be_hidden()


def test_the_hits_do_not_wait_for_the_texts(visit: Open) -> None:
    page = visit(DESKTOP).go("/")
    held: list[Any] = []
    page.route("**/*-texts.*", lambda route: held.append(route))
    page.keyboard.press("Control+k")
    page.locator(FIELD).fill("vad kostar det")
    expect(page.locator(HITS).first).to_contain_text("Vad kostar det att införa?")
    for route in held:
        route.continue_()


@pytest.mark.parametrize("lost", ["search-engine", "sv-index"])
def test_what_could_not_be_loaded_can_be_tried_again(visit: Open, lost: str) -> None:
    made = visit(PHONE)
    page = made.go("/")
    page.route(f"**/{lost}*", lambda route: route.abort())
    page.keyboard.press("Control+k")
    expect(page.locator(".guide-search__count").first).to_contain_text("Sökningen kunde inte hämtas.")
    page.locator(FIELD).fill("vad kostar det")
    spoken = page.locator(".guide-search__spoken")
    expect(spoken).to_contain_text("Sökningen kunde inte hämtas.")
    expect(page.get_by_role("link", name="Gå till frågor och svar")).to_be_visible()
    again = page.get_by_role("button", name="Försök igen")
    again.click()
    expect(again).to_be_visible()
    page.unroute_all()
    again.click()
    expect(page.locator(HITS).first).to_contain_text("Vad kostar det att införa?")
    expect(page.locator(FIELD)).to_be_focused()
    assert made.errors and all("ERR_FAILED" in error for error in made.errors)
    made.errors.clear()


def test_the_other_language_is_searched_on_demand(visit: Open) -> None:
    made = visit(DESKTOP)
    loaded = _indexes(made)
    page = made.go("/")
    search(page, "governance")
    page.get_by_role("button", name="Sök på engelska också").click()
    group = page.locator("#guide-search-hits [role=group]")
    expect(group.locator(".guide-search__count")).to_contain_text("sidor på engelska")
    # The count grows when the texts have come; the name follows it.
    until(
        page,
        """(() => {
             const group = document.querySelector('#guide-search-hits [role=group]');
             return group.getAttribute('aria-label') === group.querySelector('.guide-search__count').innerText.trim();
           })()""",
    )
    assert [name[:8] for name in loaded if "-index." in name] == ["sv-index", "en-index"]
    first = group.locator("[role=option]").first
    expect(first).to_have_attribute("lang", "en")
    first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


# Asking ----------------------------------------------------------------------------------


def test_a_hit_shows_question_short_answer_place_and_marks(visit: Open) -> None:
    page = visit(DESKTOP).go("/")
    search(page, "är det bevisat att det fungerar")
    hit = page.locator(HITS).first
    expect(hit.locator(".guide-search__title")).to_have_text("Är det bevisat att tillitsbaserad styrning fungerar?")
    expect(hit.locator(".guide-search__place")).to_have_text("Frågor och svar › Frågor om vad man vet")
    answer = page.context.new_page()
    answer.goto(page.url.split("?")[0] + "vanliga-fragor/vad-man-vet/")
    assert hit.locator(".guide-search__text").inner_text() in answer.locator("#is-it-proven ~ p").first.inner_text()
    assert {"bevisat", "fungerar"} <= {mark.lower() for mark in hit.locator("mark").all_inner_texts()}


def test_a_hit_leads_straight_to_its_heading_which_is_marked(visit: Open) -> None:
    made = visit(PHONE)
    page = made.go("/steg/")
    search(page, "hur mäter vi om vi lyckas")
    page.keyboard.press("ArrowDown")
    expect(page.locator(FIELD)).to_have_attribute("aria-activedescendant", "guide-search-hit-0")
    expect(page.locator("#guide-search-hit-0")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url(made.base + "/vanliga-fragor/mata-och-folja-upp/#how-is-success-measured")
    expect(page.locator("h2:target")).to_be_in_viewport()
    page.go_back()
    expect(page.locator(FIELD)).to_have_value("hur mäter vi om vi lyckas")


def test_a_hit_on_the_same_page_closes_the_dialog(visit: Open) -> None:
    page = visit(DESKTOP).go("/vanliga-fragor/mata-och-folja-upp/")
    search(page, "hur mäter vi om vi lyckas")
    page.locator(HITS).first.click()
    expect(page.locator("#guide-search")).to_be_hidden()
    expect(page.locator("#how-is-success-measured:target")).to_be_in_viewport()


def test_arrows_go_round(visit: Open) -> None:
    page = visit(DESKTOP).go("/en/")
    search(page, "trust")
    page.keyboard.press("ArrowUp")
    last = page.locator(HITS).last
    expect(last).to_have_attribute("aria-selected", "true")
    expect(last).to_be_in_viewport()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#guide-search-hit-0")).to_have_attribute("aria-selected", "true")
    assert page.locator(f"{HITS}[aria-selected=true]").count() == 1


def test_enter_opens_the_first_hit_or_the_chosen_one(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go("/steg/")
    search(page, "vad kostar det")
    page.keyboard.press("Enter")
    page.wait_for_url(made.base + "/vanliga-fragor/vad-man-vet/#what-does-it-cost")
    made.go("/steg/")
    search(page, "vad kostar det")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator(HITS).nth(1).evaluate("hit => hit.href")
    page.keyboard.press("Enter")
    page.wait_for_url(second)


def _lines(page: Page) -> list[tuple[str, str]]:
    """The lines that are shown at first: page and title of each."""
    found = page.locator(HITS).evaluate_all(
        """hits => hits.map(
             hit => [new URL(hit.href).pathname, hit.querySelector('.guide-search__title').textContent])"""
    )
    return [(path, title) for path, title in found]


@pytest.mark.parametrize(
    ("path", "query"),
    [("/", "medarbetarskap"), ("/", "ledarskap"), ("/", "hur mäter vi tillit"), ("/en/", "measure"), ("/en/", "why")],
)
def test_lines_name_their_page_and_those_of_a_page_stand_together(visit: Open, path: str, query: str) -> None:
    page = visit(DESKTOP).go(path)
    search(page, query)
    lines = _lines(page)
    assert len(lines) > 3
    headings = {"Varför", "Gör så här", "Vem gör vad", "Checklista", "Why", "What to do", "Who does what", "Checklist"}
    assert [title for _, title in lines if title in headings] == []
    paths = [path for path, _ in lines]
    assert max(paths.count(each) for each in paths) <= 3
    sections = [path for path, title in lines if " › " in title]
    assert [key for key, _ in itertools.groupby(sections)] == list(dict.fromkeys(sections))


def test_where_a_question_is_asked_an_answer_comes_first(visit: Open) -> None:
    page = visit(DESKTOP).go("/")
    search(page, "hur mäter vi tillit?")
    expect(page.locator(HITS).first).to_have_class(re.compile("guide-search__hit--q"))


def test_an_option_is_named_shortly_and_described_by_its_passage(visit: Open) -> None:
    page = visit(DESKTOP).go("/")
    search(page, "medarbetarskap gör så här")
    option = page.locator(HITS, has_text="Medarbetarskap › Gör så här")
    expect(option).to_have_accessible_name(re.compile("^Steg 4: Medarbetarskap › Gör så här Fem steg till"))
    expect(option).to_have_accessible_description(option.locator(".guide-search__text").inner_text())


@pytest.mark.parametrize(
    ("path", "query"), [("/", "tillit"), ("/", "hur gör man"), ("/en/", "how do we measure trust")]
)
def test_the_names_of_options_are_short(visit: Open, path: str, query: str) -> None:
    page = visit(DESKTOP).go(path)
    search(page, query)
    named = """options => options.map(option => option.getAttribute('aria-labelledby').split(' ')
        .map(id => document.getElementById(id).textContent).join(' '))"""
    names = page.locator(HITS).evaluate_all(named)
    assert names and [name for name in names if len(name) > 130] == []
    assert sum(len(name) for name in names) / len(names) <= 100


@pytest.mark.parametrize(
    ("path", "query"),
    [("/", "hur mäter vi tillit"), ("/", "medarbetarskap"), ("/en/", "what does it cost"), ("/en/", "leadership")],
)
def test_four_hits_are_seen_above_the_keyboard_of_a_phone(visit: Open, path: str, query: str) -> None:
    page = visit({"width": 360, "height": 400}).go(path)
    search(page, query)
    boxes = page.locator(HITS).evaluate_all("hits => hits.map(hit => hit.getBoundingClientRect()).slice(0, 10)")
    assert max(box["height"] for box in boxes) <= 88
    assert len([box for box in boxes if box["top"] >= 0 and box["bottom"] <= 400]) >= 4


def test_the_dialog_keeps_above_a_keyboard_that_covers_the_page(visit: Open) -> None:
    """Such a keyboard makes the visual viewport smaller and leaves the page as it is; here is one without keys."""
    made = visit(PHONE)
    made.page.add_init_script(
        """const view = Object.assign(new EventTarget(), { height: 400, offsetTop: 30, scale: 1 });
           Object.defineProperty(window, 'visualViewport', { value: view });"""
    )
    page = made.go("/")
    search(page, "tillit")
    box = page.locator("#guide-search").bounding_box()
    assert box is not None and (box["y"], box["height"]) == (30, 400)
    page.evaluate("visualViewport.height = innerHeight; visualViewport.dispatchEvent(new Event('resize'))")
    box = page.locator("#guide-search").bounding_box()
    assert box is not None and (box["y"], box["height"]) == (0, PHONE["height"])


def test_what_fits_badly_is_called_nearest_and_enter_only_chooses_it(visit: Open) -> None:
    """Which queries these are is the engine's to say: it is told here that nothing fits."""
    page = visit(DESKTOP).go("/")
    page.add_script_tag(url=page.locator("#guide-search").get_attribute("data-engine"))
    page.evaluate(
        """const open = guideSearchEngine.open;
           guideSearchEngine.open = data => ({ ...open(data), confident: () => [] });
           null"""
    )
    # The one that the page loads must not take its place.
    page.route("**/search-engine*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    search(page, FAINT)
    told = page.locator(".guide-search__count").first
    expect(told).to_have_text(f"Inget som passar bra på ”{FAINT}”; närmast:")
    expect(page.locator(".guide-search__spoken")).to_have_text(told.inner_text())
    assert 1 <= page.locator(HITS).count() <= 4
    expect(page.get_by_role("link", name="Saknar du ett svar? Skriv till oss")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#guide-search-hit-0")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#guide-search")).to_be_visible()


def test_the_number_of_pages_is_told_to_a_screen_reader(visit: Open) -> None:
    page = visit(DESKTOP).go("/")
    search(page, "handlingsutrymme")
    spoken = page.get_by_role("status").and_(page.locator(".guide-search__spoken"))
    expect(spoken).to_have_text(re.compile(r"^\d+ sidor hittade$"))
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".guide-search__count").first).to_have_text("")


def test_words_are_suggested_while_typing(visit: Open) -> None:
    page = visit(DESKTOP).go("/")
    search(page, "vem har ansv")
    word = page.get_by_role("group", name="Förslag på ord").get_by_role("button").first
    text = word.inner_text()
    word.click()
    expect(page.locator(FIELD)).to_have_value(f"vem har {text} ")
    expect(page.locator(FIELD)).to_be_focused()


def test_more_hits_on_demand(visit: Open) -> None:
    page = visit(DESKTOP).go("/")
    search(page, "tillit")
    before = page.locator(HITS).count()
    assert 3 < before <= 10
    page.get_by_role("button", name="Visa fler träffar").click()
    assert page.locator(HITS).count() > before
    expect(page.locator(f"#guide-search-hit-{before}")).to_have_attribute("aria-selected", "true")


def test_one_letter_is_no_search_yet(visit: Open) -> None:
    page = visit(DESKTOP).go("/")
    search(page, "q")
    expect(page.locator(".guide-search__count").first).to_have_text("")
    expect(page.locator(".guide-search__themes")).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vem har ansvaret naer naagot gaar fel", "vem har ansvaret när något går fel"),
        ("faar man goera saa haer enligt lagen", "får man göra så här enligt lagen"),
        ("hur mater vi det har", "hur mäter vi det här"),
    ],
)
def test_small_words_are_small_also_without_their_dots(visit: Open, typed: str, meant: str) -> None:
    page = visit(DESKTOP).go("/")
    found = []
    for query in (typed, meant):
        search(page, query)
        found.append(page.locator(HITS).first.get_attribute("href"))
    assert found[0] == found[1]


def test_small_words_do_not_make_a_compound(visit: Open) -> None:
    """ "Går det" is two small words, not "gårdet" (a form of "gård", which the guide has)."""
    page = visit(DESKTOP).go("/")
    search(page, "går det att kopiera Buurtzorg")
    expect(page.locator(HITS).first).to_have_attribute("href", re.compile("can-we-copy-buurtzorg$"))


def test_nothing_found_offers_near_words_themes_and_how_to_ask(visit: Open) -> None:
    page = visit(DESKTOP).go("/")
    search(page, "kvantdator")
    expect(page.locator(".guide-search__count").first).to_have_text("Inga träffar på ”kvantdator”.")
    more = page.locator(".guide-search__more")
    assert more.get_by_role("navigation", name="Frågor efter tema").get_by_role("link").count() >= 8
    expect(more.get_by_role("link", name="Saknar du ett svar? Skriv till oss")).to_be_visible()
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "false")
    more.get_by_role("link", name="Grunderna").click()
    page.wait_for_url("**/vanliga-fragor/grunderna/")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()


def test_q_in_the_address_opens_the_results_on_any_page(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go("/en/steps/?q=what%20does%20it%20cost")
    expect(page.locator(HITS).first).to_contain_text("What does it cost")
    page.locator(FIELD).fill("sick leave")
    page.wait_for_url("**/en/steps/?q=sick+leave")
    page.keyboard.press("Escape")
    page.wait_for_url(made.base + "/en/steps/")


def test_back_closes_the_search_and_forward_opens_it_again(visit: Open) -> None:
    made = visit(PHONE)
    made.go("/begrepp/")
    page = made.go("/steg/")
    search(page, "vad kostar det")
    page.wait_for_url("**/steg/?q=vad+kostar+det")
    page.go_back()
    expect(page.locator("#guide-search")).to_be_hidden()
    assert page.url == made.base + "/steg/"
    page.go_forward()
    expect(page.locator(HITS).first).to_contain_text("Vad kostar det")
    page.go_back()
    expect(page.locator("#guide-search")).to_be_hidden()
    page.go_back()
    page.wait_for_url(made.base + "/begrepp/")


def test_a_link_with_a_query_does_not_leave_the_page_by_back(visit: Open) -> None:
    made = visit(DESKTOP)
    made.go("/begrepp/")
    page = made.go("/steg/?q=vad+kostar+det")
    page.locator(HITS).first.wait_for()
    page.go_back()
    expect(page.locator("#guide-search")).to_be_hidden()
    assert page.url == made.base + "/steg/"


@pytest.mark.parametrize("close", ["Escape", "button", "outside"])
def test_closing_leaves_the_history_as_it_was(visit: Open, close: str) -> None:
    made = visit(DESKTOP)
    made.go("/begrepp/")
    page = made.go("/steg/")
    for _ in range(2):
        search(page, "tillit")
        page.wait_for_url("**/steg/?q=tillit")
        if close == "Escape":
            page.keyboard.press("Escape")
        elif close == "button":
            page.get_by_role("button", name="Stäng").click()
        else:
            page.mouse.click(5, 5)
        page.wait_for_url(made.base + "/steg/")
        expect(page.locator("#guide-search")).to_be_hidden()
    page.go_back()
    page.wait_for_url(made.base + "/begrepp/")


def test_opened_again_at_once_it_stays_open(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go("/steg/")
    search(page, "tillit")
    page.evaluate(
        """document.querySelector('#guide-search').close();
           document.querySelector('[data-guide-search-open]').click()"""
    )
    until(page, "Boolean(history.state?.guideSearch)")
    expect(page.locator("#guide-search")).to_be_visible()
    page.go_back()
    expect(page.locator("#guide-search")).to_be_hidden()
    assert page.url == made.base + "/steg/"


def test_the_address_follows_when_the_reader_pauses_and_not_at_every_key(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go("/steg/")
    search(page, "")
    page.evaluate(
        """window.written = []; const write = history.replaceState;
           history.replaceState = function (state, title, address) {
             written.push(String(address)); write.call(history, state, title, address);
           }"""
    )
    page.keyboard.type("handlingsutrymme", delay=20)
    page.wait_for_url("**/steg/?q=handlingsutrymme")
    assert page.evaluate("written.length") <= 2
    assert page.title() == "Sökning: handlingsutrymme – Fem steg till tillitsbaserad styrning – Tillitsguiden"
    page.keyboard.press("Escape")
    page.wait_for_url(made.base + "/steg/")
    assert page.title() == "Fem steg till tillitsbaserad styrning – Tillitsguiden"


# Any input --------------------------------------------------------------------------------


def test_a_very_long_query_is_cut_and_the_reader_is_told(visit: Open) -> None:
    page = visit(PHONE).go("/?q=" + "tillitåäö" * 1200)
    bounds = page.locator(".guide-search__bounds")
    expect(bounds).to_have_text("Bara de första 200 tecknen används.")
    expect(page.locator(".guide-search__spoken")).to_contain_text("Bara de första 200 tecknen används.")
    until(page, "new URL(location.href).searchParams.get('q').length === 200")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    too_wide = "[...document.querySelectorAll('#guide-search *')].filter(e => e.getBoundingClientRect().right > 361)"
    assert page.evaluate(f"{too_wide}.length") == 0
    page.locator(FIELD).fill("tillit")
    expect(bounds).to_have_text("")


@pytest.mark.parametrize("query", ["$& $` $' $$", "<img src=x onerror=alert(1)>", "שלום {} עולם", "\\ %"])
def test_a_query_is_told_as_it_was_written(visit: Open, query: str) -> None:
    page = visit(PHONE).go("/")
    search(page, "kvantdator " + query)
    told = page.locator(".guide-search__count").first
    expect(told.locator("bdi")).to_have_text("kvantdator " + query)
    assert told.inner_text().count("kvantdator") == 1


@pytest.mark.parametrize("path", ["/steg/ledarskap/#100%", "/vanliga-fragor/grunderna/#%E4"])
def test_any_fragment_is_harmless(visit: Open, path: str) -> None:
    made = visit(DESKTOP)
    page = made.go(path)
    page.locator("[data-guide-language]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize(
    "kept", ["{", "5", '{"color": {"scheme": "purple"}}', '{"color": {"scheme": {"a": 1}}}', "null"]
)
def test_damaged_settings_are_ignored(visit: Open, kept: str) -> None:
    made = visit(DESKTOP)
    damage = "for (const key of ['__palette', 'guide-language']) localStorage.setItem('/.' + key, %r)"
    made.page.add_init_script(damage % kept)
    page = made.go("/steg/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    search(page, "tillit")
    page.locator(HITS).first.wait_for()
    made.go("/l/about/")
    page.wait_for_url(made.base + "/om/")


@pytest.mark.parametrize(("path", "field"), [("/", "#guide-hero-query"), ("/vanliga-fragor/", "#guide-ask-query")])
def test_the_fields_of_the_start_page_and_the_faq(visit: Open, path: str, field: str) -> None:
    page = visit(PHONE).go(path)
    page.locator(field).fill("vad kostar det")
    page.locator(field).press("Enter")
    expect(page.locator(FIELD)).to_have_value("vad kostar det")
    expect(page.locator(HITS).first).to_contain_text("Vad kostar det att införa?")


def test_without_javascript_the_field_and_the_header_lead_to_the_questions(visit: Open) -> None:
    made = visit(DESKTOP, java_script_enabled=False)
    page = made.go("/")
    page.locator("#guide-hero-query").fill("kostnad")
    page.locator("#guide-hero-query").press("Enter")
    page.wait_for_url(made.base + "/vanliga-fragor/?q=kostnad")
    expect(page.locator("li#what-does-it-cost a")).to_be_visible()
    # What was asked cannot be answered here; the page says what can be done, and has no field that does nothing.
    expect(page.get_by_text("Sökningen behöver JavaScript")).to_be_visible()
    expect(page.locator("#guide-ask-query")).to_be_hidden()
    made.go("/steg/").get_by_role("link", name="Frågor och svar").first.click()
    page.wait_for_url(made.base + "/vanliga-fragor/")


# Everywhere and for everyone ------------------------------------------------------------


def test_works_below_a_sub_path(browser: Browser, site_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "tillit").symlink_to(site_dir, target_is_directory=True)
    with bench.served(tmp_path) as base:
        page = browser.new_page()
        page.goto(base + "/tillit/fallgropar/otydliga-granser/")
        search(page, "vad kostar det")
        page.locator(HITS).first.click()
        page.wait_for_url(base + "/tillit/vanliga-fragor/vad-man-vet/#what-does-it-cost")
        page.close()


def test_works_from_a_folder_without_a_server(browser: Browser, site_dir: Path) -> None:
    page = browser.new_page()
    page.goto((site_dir / "steg" / "index.html").as_uri())
    search(page, "vad kostar det")
    expect(page.locator(HITS).first).to_contain_text("Vad kostar det att införa?")
    link = page.locator(HITS).first.evaluate("hit => hit.href")
    assert link == (site_dir / "vanliga-fragor" / "vad-man-vet").as_uri() + "/#what-does-it-cost"
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_in_the_open_search(visit: Open, viewport: dict[str, int], scheme: str) -> None:
    made = visit(viewport, color_scheme=scheme)
    found: list[str] = []
    asked = {"/": ["", "tillit", "kvantdator", "anställda"], "/en/": ["", "measure trust", "qwertyuiop"]}
    for path, queries in asked.items():
        page = made.go(path)
        for query in queries:
            search(page, query)
            if query:
                page.keyboard.press("ArrowDown")
            found += [
                f"{path} {query}: {violation['id']}: {violation['nodes'][0]['html'][:200]}"
                for violation in Axe().run(page, options=RULES).response["violations"]
            ]
    assert found == []


def test_the_dialog_fits_a_small_phone(visit: Open) -> None:
    page = visit({"width": 320, "height": 568}).go("/")
    search(page, "tillitsbaserad")
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll('#guide-search *')]
             .filter(element => element.getBoundingClientRect().right > innerWidth + 1).length"""
    )
    assert too_wide == 0


# Figures ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def outcomes(browser: Browser, site_url: str, guide: Guide) -> list[Outcome]:
    """Every query of the sets, asked through the field of the built site."""
    page = browser.new_page()
    found = bench.outcomes_of(page, site_url, guide, read_queries(bench.QUERIES))
    page.close()
    return found


@pytest.mark.parametrize("half", ["tune", "held"])
def test_the_figures_do_not_fall(outcomes: list[Outcome], half: str) -> None:
    found = [outcome for outcome in outcomes if outcome.query.half == half]
    all_kinds = figures(found)
    assert all_kinds.first >= LEAST[half]["first"]
    assert all_kinds.first_three >= LEAST[half]["first_three"]
    assert all_kinds.no_hit <= MOST["no_hit"]
    assert {kind: each.first for kind, each in by_kind(found).items() if each.first < LEAST[half]["kind"]} == {}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_little_is_loaded_before_the_first_hit(browser: Browser, site_url: str, language: str) -> None:
    sizes = bench.bytes_before_first_hit(browser, site_url, language)
    assert len(sizes) == 4
    assert sum(sizes.values()) <= MOST["bytes"], sizes
