"""Tables on a phone: on every page, at three widths, no column is out of sight and nothing scrolls both ways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from visits import PHONE, Open

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 390)
HIDDEN = """
  () => {
    const edge = element => element.getBoundingClientRect().right;
    const found = [];
    // A table of figures may go on where its first column stays, the reader is told so, and the keyboard gets there.
    const mayGoOn = table => {
      const box = table.closest('.table-box');
      const first = table.querySelector('tbody :is(td, th)');
      return box && box.tabIndex === 0 && getComputedStyle(first).position === 'sticky'
        && getComputedStyle(box, '::before').content.length > 2;
    };
    for (const table of document.querySelectorAll('table')) {
      const room = Math.min(innerWidth, table.parentElement.getBoundingClientRect().right) + 1;
      const cells = [...table.querySelectorAll('th, td')].filter(cell => cell.offsetWidth > 1);
      // What is read aloud only does not count: its row is a pixel wide.
      const seen = cells.filter(cell => !(cell.closest('thead') && table.tHead.offsetWidth <= 1));
      const beyond = seen.filter(cell => edge(cell) > room);
      if (beyond.length && !mayGoOn(table)) found.push(`out of sight: ${beyond[0].textContent.slice(0, 60)}`);
      const labelled = seen.filter(cell => cell.dataset.label && getComputedStyle(cell).display === 'block');
      if (labelled.some(cell => getComputedStyle(cell, '::before').content !== JSON.stringify(cell.dataset.label))) {
        found.push('a value without its label');
      }
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page goes on to the side');
    return found;
  }
"""


def hidden(page: Page) -> Iterator[str]:
    """Give what is out of sight on a page, at each width."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        yield from (f"{width} px: {each}" for each in page.evaluate(HIDDEN))


def test_no_column_is_out_of_sight_on_any_page(visit: Open, site_dir: Path) -> None:
    made = visit(PHONE)
    found: dict[str, list[str]] = {}
    for file in sorted(site_dir.rglob("index.html")):
        text = file.read_text(encoding="utf-8")
        if "<table" in text:
            path = f"/{file.parent.relative_to(site_dir).as_posix()}/"
            found[path] = list(hidden(made.go(path)))
    assert len(found) > 60
    assert {path: what for path, what in found.items() if what} == {}


PLAIN = """
  <table class="guide-table {}"><thead><tr><th>{}</th><th>Two</th><th>Three</th></tr></thead>
  <tbody><tr><td>1 000 000</td><td>1 000 000</td><td>1 000 000</td></tr></tbody></table>"""
ADOPT = "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }"
PLANT = """
  ([html, cue]) => {
    const box = document.createElement('div');
    box.className = 'table-box';
    if (cue) Object.assign(box, { tabIndex: 0 }).dataset.cue = cue;
    box.innerHTML = html;
    document.querySelector('.guide-page').append(box);
  }
"""


@pytest.mark.parametrize(
    ("kind", "cue", "is_found"),
    [("", "", True), ("", "Swipe", True), ("guide-table--figures", "", True), ("guide-table--figures", "Swipe", False)],
)
def test_a_hidden_column_would_be_seen(visit: Open, kind: str, cue: str, is_found: bool) -> None:
    """The test itself, on a table too wide for any phone: plain, without a cue, and as it should be."""
    page = visit(PHONE).go("/om/integritet/")
    # The sheet of the site holds no rule for what no page has; the whole one is adopted: pages refuse style elements.
    page.evaluate(ADOPT, (Path(__file__).parents[2] / "docs/assets/css/guide.css").read_text(encoding="utf-8"))
    page.evaluate(PLANT, [PLAIN.format(kind, "x" * 60), cue])
    assert any("out of sight" in each for each in hidden(page)) is is_found


def test_a_stacked_table_is_still_a_table_to_a_screen_reader(visit: Open) -> None:
    page = visit(PHONE).go("/exempel/")
    # Written out: some browsers take the meaning of an element from its display.
    table = page.locator(".guide-cases[role=table]")
    assert table.get_by_role("rowheader").first.evaluate("cell => getComputedStyle(cell).display") == "block"
    assert table.locator(":is(thead, tbody, tr, th, td):not([role])").count() == 0
    rows = table.get_by_role("row")
    assert rows.first.get_by_role("columnheader").all_inner_texts()[0]
    assert rows.nth(1).get_by_role("cell").count() == rows.first.get_by_role("columnheader").count() - 1


def test_a_stacked_table_of_a_part_by_itself_is_one_too(visit: Open) -> None:
    page = visit(PHONE).go("/b/sv/faq-annual-plan/")
    assert page.locator("table").get_attribute("role") == "table"
    assert page.locator("table :is(tr, th, td):not([role])").count() == 0


def test_a_filter_hides_rows_that_are_stacked(visit: Open) -> None:
    page = visit(PHONE).go("/exempel/?country=NL")
    assert page.locator(".guide-cases tbody tr:visible").count() == 1
