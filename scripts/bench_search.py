"""How well and how fast the search answers, asked through its real field in a real browser.

    python scripts/bench_search.py [--half tune|held|all] [--language sv] [--no-material] [--misses]

Builds the guide, and for comparison a variant with Material's own search, into
temporary folders; types every query of ``data/search/queries-*.yml``; prints
tables in Markdown. Exits 2 with a message where there is no browser.
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
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import unquote, urlsplit

import material  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, Response, sync_playwright

from guide.model.guide import Guide
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.search.measuring import Figures, Outcome, Query, by_kind, figures, read_queries
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

Ask = Callable[[Page, str], list[str]]


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


def open_material(page: Page) -> None:
    """Open the field of Material's own search."""
    page.keyboard.press("/")
    page.wait_for_selector("[data-md-toggle=search]:checked", state="attached")
    page.wait_for_timeout(1500)  # its worker builds the index
    page.evaluate("window.benchIdle = document.querySelector('.md-search-result__meta').textContent.trim()")


def ask_material(page: Page, query: str) -> list[str]:
    """Write a query into Material's field; give the addresses of its hits as shown.

    Material shows a page and below it its sections. Where a section is shown, it is
    the hit and its page is not counted, which is the reading kindest to it.
    """
    field = page.locator(".md-search__input")
    idle = "document.querySelector('.md-search-result__meta').textContent.trim() === window.benchIdle"
    # It listens for keys, not for input: each text is followed by one.
    field.fill("")
    field.press("End")
    page.wait_for_function(idle)
    field.fill(query)
    field.press("End")
    page.wait_for_function(f"!({idle})")
    page.wait_for_timeout(80)
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll('.md-search-result__item')].flatMap(item => {
                 const links = [...item.querySelectorAll('a[href]')].map(link => link.href);
                 const sections = links.filter(link => link.includes('#'));
                 return sections.length ? sections : links;
               })"""
        )
    )


def source_of(address: str, base: str, guide: Guide) -> str:
    """Give a hit's address as "path#id" of its source."""
    parts = urlsplit(address)
    path = unquote(parts.path).removeprefix(urlsplit(base).path).lstrip("/")
    page = guide.page_by_address.get(path)
    return f"{page.path if page else path}#{parts.fragment}" if parts.fragment else (page.path if page else path)


def outcomes_of(
    page: Page, base: str, guide: Guide, queries: Sequence[Query], engine: tuple[Callable[[Page], None], Ask]
) -> list[Outcome]:
    """Ask every query, each on a page of its language."""
    opening, asking = engine
    found: list[Outcome] = []
    for language in dict.fromkeys(query.language for query in queries):
        page.goto(base + "/" + _START_PAGES.get(language, f"{language}/"), wait_until="load")
        opening(page)
        for query in queries:
            if query.language == language:
                hits = [source_of(hit, base, guide) for hit in asking(page, query.text)]
                found.append(Outcome(query, tuple(hits)))
    return found


OWN = (open_search, ask)
MATERIAL = (open_material, ask_material)


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
    _mkdocs(["build", "--quiet", "--site-dir", str(target)], ROOT)


def build_with_material(target: Path, work: Path) -> None:
    """Build a variant of the guide whose search is Material's own plugin, with its field in the header."""
    for name in ("docs", "data", "scripts"):
        (work / name).symlink_to(ROOT / name, target_is_directory=True)
    partials = shutil.copytree(ROOT / "overrides", work / "overrides") / "partials"
    # Material's search looks words up before there is a page, so it needs Material's own; the header has its field.
    for name in ("header.html", "language.html"):
        (partials / name).unlink()
    # Its script is not the guide's: it goes into the variant's pages, with what it asks of them.
    theme = Path(material.__file__).parent / "templates"
    base = (theme / "base.html").read_text(encoding="utf-8")
    script = base[base.index("{% block config %}") : base.index("</body>")].replace(
        "assets/javascripts", "assets/theme"
    )
    own = work / "overrides" / "assets" / "theme"
    shutil.copytree(theme / "assets" / "javascripts", own, ignore=shutil.ignore_patterns("lunr", "*.map"))
    toggle = '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">'
    main = (ROOT / "overrides" / "main.html").read_text(encoding="utf-8")
    for part in ("main", "container"):
        main = main.replace(f'class="md-{part}"', f'class="md-{part}" data-md-component="{part}"')
    main = main.replace("</head>", '{% include "partials/javascripts/base.html" %}\n</head>')
    main = main.replace("</body>", f"{script}</body>").replace(
        '  <label class="md-overlay"', f'  {toggle}\n  <label class="md-overlay"'
    )
    (work / "overrides" / "main.html").write_text(main, encoding="utf-8")
    # Out of Material's way, but there: it names assets that would otherwise be found to be unused.
    (partials / "search.html").rename(partials / "search-own.html")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("\nplugins:\n", "\nplugins:\n  - search:\n      lang: [sv, en]\n", 1)
    (work / "mkdocs.yml").write_text(config, encoding="utf-8")
    _mkdocs(["build", "--quiet", "--site-dir", str(target)], work)
    # The stemmers of its languages, which a check of the sources would find fault with.
    shutil.copytree(theme / "assets" / "javascripts" / "lunr", target / "assets" / "theme" / "lunr")


def _mkdocs(arguments: Sequence[str], folder: Path) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
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


def table(columns: Mapping[str, Sequence[Outcome]]) -> str:
    """Give a table in Markdown: a row for each kind of query, for each engine five figures."""
    heads = "".join(f" {name}: first | the answer itself | first three | MRR@10 | no hit |" for name in columns)
    lines = [f"| kind | queries |{heads}", "| --- | --- |" + " --- | --- | --- | --- | --- |" * len(columns)]
    kinds = {name: by_kind(found) for name, found in columns.items()}
    asked = sorted({kind for each in kinds.values() for kind in each})
    lines.extend(_row(kind, [each[kind] for each in kinds.values()]) for kind in asked)
    lines.append(_row("**all**", [figures(found) for found in columns.values()]))
    return "\n".join(lines)


def _row(name: str, each: Sequence[Figures]) -> str:
    cells = "".join(
        f" {f.first:.3f} | {f.answer_first:.3f} | {f.first_three:.3f} | {f.reciprocal_rank:.3f} | {f.no_hit:.3f} |"
        for f in each
    )
    return f"| {name} | {each[0].queries} |{cells}"


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
    parser.add_argument("--no-material", action="store_true", help="leave out the comparison with Material's search")
    parser.add_argument("--misses", action="store_true", help="list the queries whose answer did not come first")
    parser.add_argument("--site", type=Path, help="a built site to ask, instead of building one")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench and print its tables."""
    options = _options(arguments)
    queries = [
        query
        for query in read_queries(QUERIES)
        if options.half in ("all", query.half) and options.language in (None, query.language)
    ]
    try:
        program = find_browser()
    except BrowserNotFoundError as missing:
        print(missing, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        work = Path(folder)
        browser = playwright.chromium.launch(executable_path=str(program), args=_BROWSER_ARGUMENTS)
        try:
            _measure(browser, work, queries, options)
        except RuntimeError as broken:
            print(broken, file=sys.stderr)
            return 2
        finally:
            browser.close()
    return 0


def _measure(browser: Browser, work: Path, queries: Sequence[Query], options: argparse.Namespace) -> None:
    guide = read_guide(load_settings(ROOT / "mkdocs.yml"))
    site: Path = options.site or work / "own"
    if not options.site:
        build(site)
    found: dict[str, list[Outcome]] = {}
    with served(site) as base:
        found["own"] = outcomes_of(browser.new_page(), base, guide, queries, OWN)
        sizes = {language: bytes_before_first_hit(browser, base, language) for language in _START_PAGES}
        times = times_per_key(browser, base, queries[:: max(1, len(queries) // 16)])
    if not options.no_material:
        variant = work / "variant"
        variant.mkdir()
        build_with_material(work / "material", variant)
        with served(work / "material") as base:
            found["Material"] = outcomes_of(browser.new_page(), base, guide, queries, MATERIAL)
    _report(found, sizes, times, options)


def _report(
    found: Mapping[str, Sequence[Outcome]], sizes: Mapping[str, Mapping[str, int]], times: Sequence[float], options: Any
) -> None:
    for half in ("tune", "held"):
        for language in dict.fromkeys(outcome.query.language for outcome in found["own"]):
            part = {
                name: [each for each in outcomes if each.query.half == half and each.query.language == language]
                for name, outcomes in found.items()
            }
            if part["own"]:
                print(f"\n## {language}, {half} half\n\n{table(part)}")
    for half in ("tune", "held"):
        part = {name: [each for each in outcomes if each.query.half == half] for name, outcomes in found.items()}
        if part["own"]:
            print(f"\n## Both languages, {half} half\n\n{table(part)}")
    print("\n## Before the first hit, compressed\n")
    for language, files in sizes.items():
        listed = ", ".join(f"{name} {size}" for name, size in files.items())
        print(f"- {language}: {sum(files.values()) / 1000:.1f} kB ({listed})")
    ordered = sorted(times)
    print(f"\n## From a key to painted hits, {SLOWDOWN}x slower processor\n")
    nearly_all = ordered[int(len(ordered) * 0.95)]
    print(f"- {len(ordered)} keys: median {median(ordered):.0f} ms, 95 % in {nearly_all:.0f}, all in {ordered[-1]:.0f}")
    if options.misses:
        print(f"\n## Not first\n\n{misses(found['own'])}")


if __name__ == "__main__":
    sys.exit(main())
