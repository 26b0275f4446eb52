"""How well and how fast the search answers: the two halves through its real field, other sets through its engine.

    python scripts/bench_search.py [--half tune|held|all] [--language sv] [--site DIR] [--misses]
    python scripts/bench_search.py --sets
    python scripts/bench_search.py --ablation
    python scripts/bench_search.py --wordings faq/basics.md[#what-is-it] [--language sv]

Both in a real browser. The first builds the guide into a temporary folder, types every query of the
halves, and gives bytes and times. ``--sets`` asks what other hands have written, and titles: names, queries
out of scope, queries of others, and new questions, added to a copy of the guide without wordings and with four.
``--ablation`` asks the sets that have been looked at without each weight and each part, one at a time.
``--wordings`` tells an editor what each other wording and each gathered word of a page, or of one place on
it, is worth: where it leads without itself, and which of those queries lose their answer with it.
Tables are in Markdown. Exits 2 with a message where there is no browser.

Material's own search stood beside it once (0.09 first on the kept half, decision 4). The comparison
needed a second theme, mended at every change of Material's, and is gone.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import gzip
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, Response, sync_playwright

from guide.client.bundling import script
from guide.model.guide import Guide
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.search import analysis
from guide.search.files import scripts_of
from guide.search.index import Index, as_data, build_index, texts_as_data
from guide.search.measuring import (
    NEW_QUESTIONS,
    OUTSIDE,
    SETS,
    WITH_WORDINGS,
    Figures,
    Outcome,
    Query,
    by_kind,
    figures,
    read_new_questions,
    read_queries,
    read_set,
    titles,
)
from guide.search.units import units_of
from guide.tools.browser import BrowserNotFoundError, find_browser

ROOT = Path(__file__).parent.parent
QUERIES = ROOT / "data" / "search"
SLOWDOWN = 4
"""How many times slower the processor is made for the times."""
PAUSE = 120
"""Milliseconds between two keys: a quick typist's hundred words a minute."""
_BROWSER_ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu"]
_START_PAGES = {"sv": "", "en": "en/"}
_FIRST_WORDS = {"sv": "chef", "en": "manager"}


# Asking -----------------------------------------------------------------------


def open_search(page: Page) -> None:
    """Open the guide's search by its key and wait until it answers."""
    page.keyboard.press("Control+k")
    page.wait_for_selector("#guide-search[open]")
    page.wait_for_selector("#guide-search[data-whole]")


def ask(page: Page, query: str) -> list[str]:
    """Write a query into the open search; give the addresses of the hits as shown."""
    page.locator("#guide-search-query").fill(query)
    return list(
        page.evaluate(
            """query => {
                 const list = document.getElementById('guide-search-hits');
                 if (list.dataset.query !== query) throw new Error('the hits are not those of the query');
                 return [...list.querySelectorAll(':scope > [role=option]')].map(hit => hit.href);
               }""",
            query,
        )
    )


def source_of(address: str, base: str, guide: Guide) -> str:
    """Give a hit's address as "path#id" of its source."""
    parts = urlsplit(address)
    path = unquote(parts.path).removeprefix(urlsplit(base).path).lstrip("/")
    page = guide.page_by_address.get(path)
    return f"{page.path if page else path}#{parts.fragment}" if parts.fragment else (page.path if page else path)


def outcomes_of(page: Page, base: str, guide: Guide, queries: Sequence[Query]) -> list[Outcome]:
    """Ask every query, each on a page of its language."""
    found: list[Outcome] = []
    for language in dict.fromkeys(query.language for query in queries):
        page.goto(base + "/" + _START_PAGES.get(language, f"{language}/"), wait_until="load")
        open_search(page)
        for query in queries:
            if query.language == language:
                hits = [source_of(hit, base, guide) for hit in ask(page, query.text)]
                found.append(Outcome(query, tuple(hits)))
    return found


# Asking the engine ----------------------------------------------------------------

_OPEN_ENGINE = """
  ({ weights, part }) => {
    Object.assign(guideSearchEngine.weights, weights);
    const { index, texts } = structuredClone(window.benchData);
    for (const data of part === 'wordings' ? [index, texts] : []) {
      data.alsoPerUnit = data.alsoCounts = data.alsoGaps = '';
    }
    if (part === 'text') texts.counts = texts.gaps = texts.weights = '';
    if (part === 'synonyms') texts.synonyms = [];
    window.benchEngine = guideSearchEngine.open(index);
    window.benchEngine.addTexts(texts);
  }
"""
_ASK_ENGINE = """
  queries => queries.map(query => {
    const hits = window.benchEngine.search(query);
    const found = hits.slice(0, 10).map(({ unit }) => unit.address + (unit.anchor && '#' + unit.anchor));
    return [found, window.benchEngine.confident(hits).length > 0];
  })
"""


class EnginePage:
    """The engine in a page of its own, with the index of one language."""

    def __init__(self, browser: Browser, guide: Guide, language: str) -> None:
        """Load the engine and the index as the build makes them."""
        self.guide, self.language = guide, language
        self._page = browser.new_page()
        self._page.evaluate(
            """window.benchData = {};
               window.guideSearchIndex = index => Object.assign(window.benchData, { index });
               window.guideSearchTexts = texts => Object.assign(window.benchData, { texts });"""
        )
        for text in (script("search-engine.js").text, *scripts_of(guide, language).values()):
            self._page.add_script_tag(content=text)
        self.weights: dict[str, Any] = self._page.evaluate("structuredClone(guideSearchEngine.weights)")
        self.open()

    def open(self, weights: Mapping[str, Any] | None = None, part: str = "") -> None:
        """Begin anew with other weights, or without a part of the index."""
        self._page.evaluate(_OPEN_ENGINE, {"weights": {**self.weights, **(weights or {})}, "part": part})

    def load(self, data: tuple[Mapping[str, Any], Mapping[str, Any]]) -> None:
        """Take other data: the index and what comes after it."""
        self._page.evaluate("([index, texts]) => { window.benchData = { index, texts }; }", list(data))
        self.open()

    def ask(self, queries: Sequence[Query]) -> list[Outcome]:
        """Give what came of the queries of its language."""
        mine = [query for query in queries if query.language == self.language]
        answers = self._page.evaluate(_ASK_ENGINE, [query.text for query in mine])
        return [
            Outcome(query, tuple(source_of(f"/{hit}", "", self.guide) for hit in hits), is_confident)
            for query, (hits, is_confident) in zip(mine, answers, strict=True)
        ]

    def close(self) -> None:
        """Close its page."""
        self._page.close()


def outcomes_of_sets(browser: Browser, guide: Guide) -> list[Outcome]:
    """Ask the sets of other hands, and the titles of the guide."""
    queries = [query for name in SETS for query in read_set(QUERIES, name)]
    found: list[Outcome] = []
    for language in guide.settings.languages:
        engine = EnginePage(browser, guide, language.code)
        found += engine.ask([*queries, *titles(units_of(guide, language.code), language.code)])
        engine.close()
    return found


def with_new_questions(work: Path, name: str, *, with_wordings: bool = False) -> tuple[Guide, Sequence[Query]]:
    """Give a copy of the guide that has a set of new questions, and how they are asked for."""
    copy = work / f"{name}-{with_wordings}"
    copy.mkdir()
    for shared in ("data", "overrides", "scripts"):
        (copy / shared).symlink_to(ROOT / shared, target_is_directory=True)
    shutil.copytree(ROOT / "docs", copy / "docs")
    shutil.copy(ROOT / "mkdocs.yml", copy)
    added = read_new_questions(QUERIES, name, with_wordings=with_wordings)
    for question in added:
        with (copy / "docs" / question.language / question.path).open("a", encoding="utf-8") as page:
            page.write(question.markdown)
    return read_guide(load_settings(copy / "mkdocs.yml")), [query for each in added for query in each.queries]


def outcomes_of_new_questions(browser: Browser, work: Path) -> list[Outcome]:
    """Ask for the new questions, without wordings and with those that the checks would ask for."""
    found: list[Outcome] = []
    for name, with_wordings in product(NEW_QUESTIONS, (False, True)):
        guide, queries = with_new_questions(work, name, with_wordings=with_wordings)
        for language in guide.settings.languages:
            engine = EnginePage(browser, guide, language.code)
            found += engine.ask(queries)
            engine.close()
    return found


WITHOUT: Mapping[str, Any] = {
    **dict.fromkeys(("variant", "synonym", "joined", "parts", "part", "prefix", "alike", "context"), 0),
    **dict.fromkeys(("recall", "stop", "text", "alsoText", "letters", "coverage", "unasked"), 0),
    "slip": [1, 0, 0],
    "kinds": dict.fromkeys("qsupt", 1),
    "named": dict.fromkeys("qsupt", 0),
}
"""What each weight is where it does nothing. Those of the bound, which order no hits, have no such value."""
PARTS = ("wordings", "text", "synonyms")
"""Parts of the index that it can be asked without."""
ABLATED = ("tune", "held", "unseen", "names", "titles", "new")
"""Sets that have been looked at while the ranking was made."""


def looked_at() -> list[Query]:
    """Give the queries of ``ABLATED`` that are written down for the guide as it is."""
    return [*read_queries(QUERIES), *(query for name in ("unseen", "names") for query in read_set(QUERIES, name))]


def ablations(browser: Browser, guide: Guide, work: Path) -> Iterator[tuple[str, list[Outcome]]]:
    """Give what comes of ``ABLATED`` with everything, then without each weight and part."""
    queries = looked_at()
    codes = [language.code for language in guide.settings.languages]
    queries += [query for code in codes for query in titles(units_of(guide, code), code)]
    extended, new = with_new_questions(work, "new")
    pages: list[tuple[EnginePage, Sequence[Query]]] = [(EnginePage(browser, guide, code), queries) for code in codes]
    pages += [(EnginePage(browser, extended, code), new) for code in codes]
    tries: list[tuple[str, Mapping[str, Any], str]] = [("nothing", {}, "")]
    tries += [(f"weight {name}", {name: value}, "") for name, value in WITHOUT.items()]
    tries += [(f"part {name}", {}, name) for name in PARTS]
    for name, weights, part in tries:
        found: list[Outcome] = []
        for page, asked in pages:
            page.open(weights, part)
            found += page.ask(asked)
        yield name, found


# Wordings -------------------------------------------------------------------------


def worth_of_wordings(browser: Browser, guide: Guide, language: str, place: str) -> Iterator[str]:
    """Give a table in Markdown for each unit of a page, or of one "path#id"; nothing where there is none.

    A row is a wording or a gathered word: whether the unit comes first for it without itself, so that it could
    go, and the queries of the sets that have been looked at that only come first with it.
    """
    index = build_index(guide, language)
    engine = EnginePage(browser, guide, language)
    whole, queries = (as_data(index, guide), texts_as_data(index, guide)), looked_at()
    for number, unit in enumerate(index.units):
        if place not in (unit.place, unit.page.path) or not (unit.also or unit.words):
            continue
        asked = [query for query in queries if query.language == language and unit.place in query.answers]
        asked = [each.query for each in engine.ask(asked) if each.rank == 1]
        rows = []
        for text in (*unit.also, *unit.words):
            engine.load(_without(index, number, text, guide))
            itself = Query(language, text, "", (unit.place,), "")
            alone, *found = engine.ask([itself, *asked])
            lost = ", ".join(each.query.text for each in found if each.rank != 1) or "none"
            rows.append(f"| {text} | {_PLACES.get(alone.rank, 'not among the first three')} | {lost} |")
        engine.load(whole)
        head = (
            "| wording or word | without it, asking it finds the answer | queries that need it |\n| --- | --- | --- |"
        )
        yield "\n".join([f"## {unit.title} ({unit.place})\n\n{len(asked)} queries find it.\n\n{head}", *rows])
    engine.close()


_PLACES = {1: "first", 2: "second", 3: "third"}


def _without(index: Index, number: int, text: str, guide: Guide) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Give the index's data as if one unit lacked a wording, or a gathered word."""
    unit = index.units[number]
    also = tuple(other for other in unit.also if other != text)
    units = (*index.units[:number], replace(unit, also=also), *index.units[number + 1 :])
    gone = analysis.term(text, index.language) if text in unit.words else None
    later = {
        term: [entry for entry in found if term != gone or entry[0] != number] for term, found in index.later.items()
    }
    changed = replace(index, units=units, later={term: found for term, found in later.items() if found})
    return as_data(changed, guide), texts_as_data(changed, guide)


# Weighing and timing ------------------------------------------------------------


def bytes_before_first_hit(browser: Browser, base: str, language: str) -> Mapping[str, int]:
    """Give the compressed size of everything that the search loads until a hit stands on the screen."""
    page = browser.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(base + "/" + _START_PAGES[language], wait_until="load")
    page.wait_for_timeout(300)
    answers.clear()
    page.keyboard.press("Control+k")
    page.wait_for_selector("#guide-search[open]")
    page.keyboard.type(_FIRST_WORDS[language])
    page.wait_for_selector("#guide-search-hits [role=option]")
    # What is asked for after the first hit (the texts of sections) is not waited for by it.
    mine = [answer for answer in answers if "-texts." not in answer.url]
    scripts = [answer for answer in mine if answer.url.endswith((".js", ".css"))]
    sizes = {Path(urlsplit(answer.url).path).name: len(gzip.compress(answer.body(), 9)) for answer in scripts}
    page.close()
    return sizes


_TIMED = """
  () => {
    const list = document.getElementById('guide-search-hits');
    window.benchTimes = [];
    let started = 0;
    addEventListener('keydown', () => { started = performance.now(); }, true);
    new MutationObserver(() => {
      const from = started;
      if (!from) return;
      started = 0;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => window.benchTimes.push(performance.now() - from);
        channel.port2.postMessage(0);
      });
    }).observe(list, { attributes: true, attributeFilter: ['data-query'] });
  }
"""


def times_per_key(browser: Browser, base: str, queries: Sequence[Query]) -> list[float]:
    """Give, for every key of every query, the milliseconds from the key to painted hits, on a slowed processor."""
    times: list[float] = []
    for language in dict.fromkeys(query.language for query in queries):
        page = browser.new_page()
        page.goto(base + "/" + _START_PAGES.get(language, f"{language}/"), wait_until="load")
        open_search(page)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        page.evaluate(_TIMED)
        for query in queries:
            if query.language == language:
                page.locator("#guide-search-query").fill("")
                page.keyboard.type(query.text, delay=PAUSE)
        page.wait_for_timeout(300)
        times += page.evaluate("window.benchTimes")
        page.close()
    return times


# Building and serving -------------------------------------------------------------


def build(target: Path) -> None:
    """Build the guide as it is; raise RuntimeError where it has findings."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(target)]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise RuntimeError(f"mkdocs failed:\n{run.stderr[-2000:]}")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of localhost; give the address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()


# Tables ---------------------------------------------------------------------------


def table(outcomes: Sequence[Outcome]) -> str:
    """Give a table in Markdown: a row for each kind of query, and one for all."""
    lines = ["| kind | queries | first | the answer itself | first three | MRR@10 | no hit |", "| --- |" + " --- |" * 6]
    lines += [_row(kind, found) for kind, found in by_kind(outcomes).items()]
    return "\n".join([*lines, _row("**all**", figures(outcomes))])


def _row(name: str, f: Figures) -> str:
    cells = (f.first, f.answer_first, f.first_three, f.reciprocal_rank, f.no_hit)
    return f"| {name} | {f.queries} | " + " | ".join(f"{cell:.3f}" for cell in cells) + " |"


def misses(outcomes: Sequence[Outcome]) -> str:
    """Give the queries whose answer did not come first, with what did."""
    return "\n".join(
        f"- {each.query.language} {each.query.kind}: “{each.query.text}” → {each.query.answers[0]} came "
        f"{f'number {each.rank}' if each.rank else 'not at all'}, first {each.hits[0] if each.hits else 'nothing'}"
        for each in outcomes
        if each.rank != 1
    )


# The command ------------------------------------------------------------------------


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How well and how fast the search answers.")
    parser.add_argument("--half", choices=("tune", "held", "all"), default="all", help="queries to ask (default: all)")
    parser.add_argument("--language", help="ask the queries of one language only")
    parser.add_argument("--misses", action="store_true", help="list the queries whose answer did not come first")
    parser.add_argument("--site", type=Path, help="a built site to ask, instead of building one")
    parser.add_argument("--sets", action="store_true", help="ask the sets of other hands, and titles")
    parser.add_argument("--ablation", action="store_true", help="ask without each weight and each part")
    parser.add_argument("--wordings", metavar="PATH[#ID]", help="what each wording of a page or a place is worth")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench and print its tables."""
    options = _options(arguments)
    try:
        program = find_browser()
    except BrowserNotFoundError as missing:
        print(missing, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(program), args=_BROWSER_ARGUMENTS)
        try:
            guide = read_guide(load_settings(ROOT / "mkdocs.yml"))
            if options.ablation:
                _report_ablations(browser, guide, Path(folder))
            elif options.wordings:
                return _report_wordings(browser, guide, options)
            elif options.sets:
                _report_sets(browser, guide, Path(folder), options)
            else:
                _measure(browser, guide, Path(folder), options)
        except RuntimeError as broken:
            print(broken, file=sys.stderr)
            return 2
        finally:
            browser.close()
    return 0


def _report_ablations(browser: Browser, guide: Guide, work: Path) -> None:
    print(f"| without | {' | '.join(f'{name}: first, three' for name in ABLATED)} |\n| --- |{' --- |' * len(ABLATED)}")
    for name, found in ablations(browser, guide, work):
        sets = [figures([each for each in found if each.query.half == half]) for half in ABLATED]
        print(f"| {name} | {' | '.join(f'{f.first:.3f}, {f.first_three:.3f}' for f in sets)} |", flush=True)


def _report_wordings(browser: Browser, guide: Guide, options: argparse.Namespace) -> int:
    codes = [language.code for language in guide.settings.languages if options.language in (None, language.code)]
    count = 0
    for code in codes:
        for text in worth_of_wordings(browser, guide, code, options.wordings):
            print(f"\n{text}", flush=True)
            count += 1
    if not count:
        print(
            f'"{options.wordings}" has no other wordings; write a path as in faq/basics.md#what-is-it', file=sys.stderr
        )
    return 0 if count else 2


def _report_sets(browser: Browser, guide: Guide, work: Path, options: argparse.Namespace) -> None:
    found = [*outcomes_of_sets(browser, guide), *outcomes_of_new_questions(browser, work)]
    new = [name + end for name in ("new", "new fresh") for end in ("", WITH_WORDINGS)]
    for name in ("titles", "names", *new, "unseen", "fresh", *OUTSIDE):
        asked = [each for each in found if each.query.half == name]
        sure = [each for each in asked if each.is_confident]
        print(f"\n## {name}\n" if name in OUTSIDE else f"\n## {name}\n\n{table(asked)}\n")
        print(f"Something is called a hit in {len(sure)} of {len(asked)}.")
        if options.misses and name in OUTSIDE:
            print("\n".join(f"- {each.query.text} → {each.hits[0]}" for each in sure))
        elif options.misses:
            print(f"\n{misses(asked)}")


def _measure(browser: Browser, guide: Guide, work: Path, options: argparse.Namespace) -> None:
    queries = [
        query
        for query in read_queries(QUERIES)
        if options.half in ("all", query.half) and options.language in (None, query.language)
    ]
    site: Path = options.site or work / "own"
    if not options.site:
        build(site)
    with served(site) as base:
        found = outcomes_of(browser.new_page(), base, guide, queries)
        sizes = {language: bytes_before_first_hit(browser, base, language) for language in _START_PAGES}
        times = times_per_key(browser, base, queries[:: max(1, len(queries) // 16)])
    for half in ("tune", "held"):
        for language in (*_START_PAGES, None):
            asked = [each for each in found if each.query.half == half and language in (None, each.query.language)]
            if asked:
                print(f"\n## {language or 'Both languages'}, {half} half\n\n{table(asked)}")
    _report_costs(sizes, times)
    if options.misses:
        print(f"\n## Not first\n\n{misses(found)}")


def _report_costs(sizes: Mapping[str, Mapping[str, int]], times: Sequence[float]) -> None:
    print("\n## Before the first hit, compressed\n")
    for language, files in sizes.items():
        listed = ", ".join(f"{name} {size}" for name, size in files.items())
        print(f"- {language}: {sum(files.values()) / 1000:.1f} kB ({listed})")
    ordered = sorted(times)
    print(f"\n## From a key to painted hits, {SLOWDOWN}x slower processor\n")
    nearly_all = ordered[int(len(ordered) * 0.95)]
    print(f"- {len(ordered)} keys: median {median(ordered):.0f} ms, 95 % in {nearly_all:.0f}, all in {ordered[-1]:.0f}")


if __name__ == "__main__":
    sys.exit(main())
