"""Figures as readers meet them: all of them, on a phone and a desk, in both schemes, forced colours and print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html

from visits import DESKTOP, PHONE, RULES, Open

pytestmark = pytest.mark.browser

SMALLEST = 14
TEXTS = """figures => figures.flatMap(figure => {
  const found = [];
  const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const part = node.parentElement;
    if (!node.data.trim() || part.closest('desc') || !part.checkVisibility()) continue;
    const drawing = part.closest('svg');
    const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const within = (part.closest('[class^=fig-box]') || figure).getBoundingClientRect();
    found.push({text: node.data.trim(), size: parseFloat(getComputedStyle(part).fontSize) * scale,
      over: Math.max(box.right - within.right, within.left - box.left)});
  }
  return found;
})"""
BODY = "parseFloat(getComputedStyle(document.querySelector('main .md-typeset')).fontSize)"
BESIDE = """figures => figures.filter(figure => figure.scrollWidth > figure.clientWidth + 1
  || figure.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length"""
SPILT = """drawings => drawings.flatMap(drawing => {
  const sheet = drawing.getBoundingClientRect();
  return [...drawing.querySelectorAll('text')].filter(text => {
    const box = text.getBoundingClientRect();
    return box.left < sheet.left - 1 || box.right > sheet.right + 1 || box.bottom > sheet.bottom + 1;
  }).map(text => text.textContent);
})"""
CROWDED = """drawings => drawings.flatMap(drawing => {
  const boxes = [...drawing.querySelectorAll('rect')].map(each => each.getBoundingClientRect());
  return [...drawing.querySelectorAll('text')].filter(text => {
    const own = text.getBoundingClientRect(), x = (own.left + own.right) / 2, y = (own.top + own.bottom) / 2;
    const home = boxes.find(box => box.left < x && x < box.right && box.top < y && y < box.bottom);
    return home && (own.left < home.left || own.right > home.right);
  }).map(text => text.textContent);
})"""


@pytest.fixture(scope="module")
def with_figures(site_dir: Path) -> list[str]:
    """Give the address of every page that shows a figure."""
    found = sorted(_pages(site_dir))
    assert len(found) >= 40, "hardly any page shows a figure"
    return found


def _pages(site_dir: Path) -> Iterator[str]:
    for path in site_dir.rglob("index.html"):
        # A figure that is embedded by itself has no page around it: test_embedding.py looks at those.
        if path.relative_to(site_dir).parts[0] != "b" and b'class="fig"' in path.read_bytes():
            assert html.parse(str(path)).xpath("//figure[@class='fig']//figcaption"), path
            yield f"/{path.parent.relative_to(site_dir).as_posix()}/".replace("/./", "/")


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_text_is_large_enough_on_a_phone_and_no_larger_than_that_of_the_page(
    visit: Open, with_figures: list[str], viewport: dict[str, int]
) -> None:
    shown, wrong = visit(viewport), []
    for path in with_figures:
        page = shown.go(path)
        body = float(page.evaluate(BODY))
        texts = page.locator("figure.fig").evaluate_all(TEXTS)
        assert texts, path
        wrong += [(path, text) for text in texts if not SMALLEST <= text["size"] <= body + 0.1 or text["over"] > 1]
        wrong += [(path, "beside the page")] * int(page.locator("figure.fig").evaluate_all(BESIDE))
        wrong += [(path, text) for text in page.locator("figure.fig > svg").evaluate_all(SPILT)]
        wrong += [(path, text) for text in page.locator("figure.fig > svg").evaluate_all(CROWDED)]
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_figures(visit: Open, with_figures: list[str], scheme: str) -> None:
    shown, axe, found = visit(PHONE, color_scheme=scheme), Axe(), []
    for path in with_figures:
        page = shown.go(path)
        violations = axe.run(page, context="figure.fig", options=RULES).response["violations"]
        found += [(path, each["id"], [node["html"] for node in each["nodes"]]) for each in violations]
    assert found == []


def test_in_forced_colours_and_on_paper_text_stands_out_from_its_box(visit: Open, with_figures: list[str]) -> None:
    """In forced colours a drawing's text has the colour of text; on paper the darkest ground keeps its colour."""
    made = visit(DESKTOP, color_scheme="dark")
    for path in with_figures:
        made.page.emulate_media(media="screen", forced_colors="active")
        page = made.go(path)
        ink = page.evaluate("getComputedStyle(document.body).color")
        fills = page.locator("figure.fig svg text").evaluate_all("all => all.map(one => getComputedStyle(one).fill)")
        assert set(fills) <= {ink}, path
        page.emulate_media(media="print", forced_colors="none")
        looks = page.locator("figure.fig .fig-box-accent:not(svg *)").evaluate_all(
            "all => all.map(one => [getComputedStyle(one).color, getComputedStyle(one).webkitPrintColorAdjust])"
        )
        assert {tuple(look) for look in looks} <= {("rgb(255, 255, 255)", "exact")}, path
