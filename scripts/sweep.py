"""Accessibility of every page, as far as a machine can tell: ``make sweep``.

    python scripts/sweep.py [--site site] [--only steg/] [--side-by-side 2]

Opens every page of a built site once, in a real browser, and changes the width of the window and the scheme of
colours without loading it anew. In each combination axe looks for breaches of WCAG 2.2 AA; what it leaves undecided
about contrast is judged by computed colours. Each page is then seen 320 pixels wide (as at 400 % zoom), with the
reader's own spacing of text, and with the focus at each stop. Prints what was tried and what is wrong; exits 1 where
anything is, 2 where there is no browser. In ``make test`` a sample stands for it
(``tests/integration/test_accessibility.py``).

What lives here: going through, and the report. What does not: what a page is asked beside axe (``sweep.js``).
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python  # type: ignore[import-untyped]
from playwright.async_api import Page, async_playwright

from bench_page import hosted
from guide.addresses import embeds, short
from guide.tools.browser import BrowserNotFoundError, find_browser

ROOT = Path(__file__).parent.parent
WIDTHS = (1280, 360)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
NARROW = 320
"""A window of 1280 pixels at 400 % zoom (WCAG 2.2, 1.4.10)."""
_HEIGHT = 800
_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Without this, axe also describes every element that passes, which takes it most of its time.
    "resultTypes": ["violations", "incomplete"],
}
_AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
_OURS = Path(__file__).with_suffix(".js")
_ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
_RUN = """async rules => {
  const { violations, incomplete } = await axe.run(document, rules);
  const kept = found => found.map(({ id, nodes }) => [id, nodes.map(({ target, html }) => [target.join(" "), html])]);
  return { violations: kept(violations), incomplete: kept(incomplete.filter(({ id }) => id === "color-contrast")) };
}"""


@dataclass
class Report:
    """What was tried, and what is wrong."""

    combinations: int = 0
    """Page (of a language) × width × scheme."""
    undecided: int = 0
    """Texts of whose contrast axe says nothing, in all combinations."""
    wrong: list[str] = field(default_factory=list)
    """One line for each fault."""

    def lines(self, pages: int) -> Iterator[str]:
        """Give the report as lines of Markdown."""
        kinds = Counter(line.split(": ")[1] for line in self.wrong)
        yield from sorted(self.wrong)
        yield f"{pages} pages × {len(WIDTHS)} widths × {len(SCHEMES)} schemes = {self.combinations} combinations"
        yield f"contrast that axe left undecided, judged by computed colours: {self.undecided} texts"
        yield f"faults: {len(self.wrong)}"
        yield from (f"- {number} {kind}" for kind, number in kinds.most_common())


def pages_of(site: Path, only: str) -> list[str]:
    """Give the address of every page whose address begins so; those that lead on, or show a part, are left out."""
    left_out = {short.FOLDER, embeds.FOLDER}
    files = sorted(file.relative_to(site) for file in site.rglob("*.html"))
    paths = [file.as_posix().removesuffix("index.html") for file in files if file.parts[0] not in left_out]
    return [path for path in paths if path.startswith(only)]


async def look(page: Page, url: str, path: str, report: Report) -> None:
    """Look at one page in every way."""
    await page.goto(url + path, wait_until="load")
    # Nothing is added to the page: the policy of the site forbids it, and asking from here needs no leave.
    await page.evaluate(_AXE.read_text(encoding="utf-8"))
    await page.evaluate(_OURS.read_text(encoding="utf-8"))
    for width, scheme in product(WIDTHS, SCHEMES):
        await page.set_viewport_size({"width": width, "height": _HEIGHT})
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        where = f"/{path} {width} {scheme}"
        found: Any = await page.evaluate(_RUN, _RULES)
        report.combinations += 1
        for rule, nodes in found["violations"]:
            report.wrong += [f"{where}: {rule}: {' '.join(html.split())[:160]}" for _, html in nodes]
        for _, nodes in found["incomplete"]:
            report.undecided += len(nodes)
            for target, html in nodes:
                said = await page.evaluate("target => sweep.contrast(target)", target)
                if said:
                    report.wrong.append(f"{where}: contrast ({said}): {target} {' '.join(html.split())[:120]}")
        if scheme == SCHEMES[-1]:
            report.wrong += [f"{where}: hidden focus: {each}" for each in await page.evaluate("sweep.hiddenFocus()")]
            report.wrong += [f"{where}: small target: {each}" for each in await page.evaluate("sweep.smallTargets()")]
            report.wrong += [f"{where}: cut text: {each}" for each in await page.evaluate("sweep.cutText()")]
    await page.set_viewport_size({"width": NARROW, "height": 256})
    report.wrong += [f"/{path} {NARROW}: two ways: {each}" for each in await page.evaluate("sweep.twoWays()")]
    report.wrong += [f"/{path} {NARROW}: hidden focus: {each}" for each in await page.evaluate("sweep.hiddenFocus()")]


async def sweep(url: str, paths: Sequence[str], side_by_side: int, report: Report) -> None:
    """Look at every page, some side by side in one browser."""
    waiting = list(reversed(paths))

    async def some(browser: Any) -> None:
        page = await browser.new_page(locale="sv-SE")
        while waiting:
            path = waiting.pop()
            await look(page, url, path, report)
            print(f"{len(paths) - len(waiting)}/{len(paths)} /{path} {len(report.wrong)}", file=sys.stderr, flush=True)

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(find_browser()), args=_ARGUMENTS)
        await asyncio.gather(*(some(browser) for _ in range(side_by_side)))
        await browser.close()


def main() -> int:
    """Read the options, sweep, print; give the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="a built site")
    parser.add_argument("--only", default="", help="pages whose address begins so: en/steps/")
    parser.add_argument("--side-by-side", type=int, default=2, help="how many pages are looked at at a time")
    given = parser.parse_args()
    paths = pages_of(given.site, given.only)
    if not paths:
        print(f"{given.site}: no page there — run make build first", file=sys.stderr)
        return 2
    report = Report()
    try:
        with hosted(given.site) as host:
            asyncio.run(sweep(f"{host.address}/", paths, given.side_by_side, report))
    except BrowserNotFoundError as missing:
        print(missing, file=sys.stderr)
        return 2
    print(*report.lines(len(paths)), sep="\n")
    return 1 if report.wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
