"""The search as a reader uses it: opening, typing, arrows, a link with ?q=, another language; and its figures."""

from __future__ import annotations

import itertools
import random
import re
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
# A fall below is a fault. What the search has reached stands in the README; on the half that is kept
# apart the aim is 0.90 first, 0.97 among the first three and no kind of query below 0.80.
LEAST = {
    "tune": {"first": 0.95, "first_three": 0.98, "kind": 0.88},
    "held": {"first": 0.90, "first_three": 0.97, "kind": 0.80},
}
MOST = {"no_hit": 0.01, "bytes": 90_000, "milliseconds": 100}


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
        return words.map(word => guideSearchEngine.split(word, part => set.has(part) ? 1 : 0));
    }"""
    found = page.evaluate(split_all, [words, known])
    parts = set(known)
    assert found == [list(compounds.split(word, lambda part: int(part in parts))) for word in words]


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
    page.wait_for_timeout(300)
    assert [name for name in loaded if "-index." in name or "search-engine" in name] == []
    search(page, "tillit")
    page.wait_for_timeout(300)
    assert [name[:8] for name in loaded if "-index." in name] == ["sv-index"]
    assert not [name for name in loaded if name.startswith("en-")]


def test_the_other_language_is_searched_on_demand(visit: Open) -> None:
    made = visit(DESKTOP)
    loaded = _indexes(made)
    page = made.go("/")
    search(page, "governance")
    page.get_by_role("button", name="Sök på engelska också").click()
    group = page.locator("#guide-search-hits [role=group]")
    expect(group.locator(".guide-search__count")).to_contain_text("träffar på engelska")
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
    expect(hit.locator(".guide-search__place")).to_contain_text("Frågor och svar › ")
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


def test_arrows_go_round_and_enter_first_chooses(visit: Open) -> None:
    page = visit(DESKTOP).go("/en/")
    search(page, "trust")
    page.keyboard.press("Enter")
    expect(page.locator("#guide-search-hit-0")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    last = page.locator(HITS).last
    expect(last).to_have_attribute("aria-selected", "true")
    expect(last).to_be_in_viewport()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#guide-search-hit-0")).to_have_attribute("aria-selected", "true")
    assert page.locator(f"{HITS}[aria-selected=true]").count() == 1


def test_the_count_is_told_to_a_screen_reader(visit: Open) -> None:
    page = visit(DESKTOP).go("/")
    search(page, "handlingsutrymme")
    spoken = page.get_by_role("status").and_(page.locator(".guide-search__spoken"))
    expect(spoken).to_have_text(page.locator(".guide-search__count").first.inner_text())
    assert "träffar" in spoken.inner_text()
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "true")


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
    assert page.locator(HITS).count() == 10
    page.get_by_role("button", name="Visa fler träffar").click()
    assert page.locator(HITS).count() > 10
    expect(page.locator("#guide-search-hit-10")).to_have_attribute("aria-selected", "true")


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
    found = bench.outcomes_of(page, site_url, guide, read_queries(bench.QUERIES), bench.OWN)
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


def test_hits_follow_the_keys_on_a_slow_processor(browser: Browser, site_url: str) -> None:
    queries = [query for query in read_queries(bench.QUERIES) if query.half == "tune"][::53]
    times = sorted(bench.times_per_key(browser, site_url, queries))
    assert len(times) > 100
    # The median: on a machine that also does other things, single keys wait for those.
    assert times[len(times) // 2] <= MOST["milliseconds"]
