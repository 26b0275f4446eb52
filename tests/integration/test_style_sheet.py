"""The style sheet as it is built, against the whole sheets that it is cut from: every element looks the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import material
import pytest
from playwright.sync_api import Page

from visits import DESKTOP, PHONE, Open, Visit

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SAMPLE = [
    "/",
    "/begrepp/ordlista/",
    "/steg/tillitskultur/",
    "/exempel/",
    "/exempel/sundsvall/",
    "/vanliga-fragor/",
    "/mata/nyckeltal/",
    "/utbildning/",
    "/utbildning/ny-chef/",
    "/utbildning/dilemmakort/",
    "/utbildning/lanka-till-guiden/",
    "/404.html",
    "/en/steps/leadership/",
]

LOOKS = """
  name => {
    // Elements that stand alike in the page look alike: the first and the last of each place are enough.
    const place = element => {
      const names = [];
      for (let at = element; at; at = at.parentElement) names.push(at.tagName + [...at.classList].sort().join('.'));
      return names.join(' ');
    };
    const places = new Map();
    for (const element of document.querySelectorAll('body, body *')) {
      const key = place(element);
      places.set(key, [(places.get(key) ?? [element])[0], element]);
    }
    // Each element has them all, in one order. The tabs stay where they are: in which order they would go away does
    // not matter.
    const names = [...getComputedStyle(document.body)]
      .filter(name => !name.startsWith('--') && name !== 'transition-delay');
    const looks = {};
    for (const [key, elements] of places) {
      for (const element of new Set(elements)) {
        for (const part of ['', '::before', '::after', '::marker', '::backdrop', '::placeholder']) {
          if (part === '::placeholder' && element.tagName !== 'INPUT') continue;
          if (part === '::backdrop' && element.tagName !== 'DIALOG') continue;
          const style = getComputedStyle(element, part);
          if (part && part !== '::placeholder' && style.content === 'none') continue;
          (looks[key + part] ??= []).push(names.map(name => style.getPropertyValue(name)));
        }
      }
    }
    // They stay in the page: there are millions of values.
    window[name] = looks;
    window.names = names;
  }
"""
COMPARE = """
  () => {
    const { one, other, names } = window;
    const found = [];
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      for (const [number, values] of (one[key] ?? other[key]).entries()) {
        const twin = (other[key] && one[key] && other[key][number]) ?? [];
        for (const [place, value] of values.entries()) {
          if (value !== twin[place]) found.push(`${key.slice(0, 160)}: ${names[place]}: ${value} / ${twin[place]}`);
        }
      }
    }
    return found.slice(0, 100);
  }
"""
ADD_SEARCH = """
  () => new Promise(resolve => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = document.getElementById('guide-search').dataset.style;
    link.onload = resolve;
    document.head.append(link);
  })
"""
SWAP = """
  address => new Promise(resolve => {
    const links = [...document.querySelectorAll('link[rel=stylesheet]')];
    const whole = document.createElement('link');
    whole.rel = 'stylesheet';
    whole.href = address;
    whole.onload = () => { links.forEach(link => link.remove()); requestAnimationFrame(() => resolve()); };
    document.head.append(whole);
  })
"""


# The theme takes a head cell with its role said for one to sort by. No table here can be sorted; a script says the
# roles of stacked ones (client/page/tables.js), and the cut sheet rightly has no rule for them.
_SORTING = re.compile(r"[^{}]*th\[role=columnheader\][^{}]*\{[^{}]*\}")


def whole_sheets() -> str:
    """Give all that the sheet is cut from, as the theme and the guide have it."""
    theme = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    files = [
        *sorted(theme.glob("*.css")),
        *(ROOT / "docs/assets/css" / name for name in ("guide.css", "search.css", "tools.css")),
    ]
    whole = "\n".join(file.read_text(encoding="utf-8").removeprefix('@charset "UTF-8";') for file in files)
    return _SORTING.sub("", whole)


def differences(page: Page) -> list[str]:
    """Give what looks otherwise when the whole sheets stand in the place of the built ones."""
    page.evaluate(ADD_SEARCH)
    page.evaluate(LOOKS, "one")
    page.evaluate(SWAP, "/assets/css/whole.css")
    page.evaluate(LOOKS, "other")
    return list(page.evaluate(COMPARE))


@pytest.fixture
def visit_whole(visit: Open) -> Open:
    """Give a visit on which the whole sheets can be had."""
    whole = whole_sheets()

    def opened(viewport: dict[str, int], **options: Any) -> Visit:
        made = visit(viewport, **options)
        made.page.route(
            "**/assets/css/whole.css", lambda route: route.fulfill(body=whole, content_type="text/css; charset=utf-8")
        )
        return made

    return opened


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (800, "light"), (1280, "light")])
def test_nothing_looks_otherwise_than_with_the_whole_sheets(visit_whole: Open, width: int, scheme: str) -> None:
    made = visit_whole({"width": width, "height": 900}, color_scheme=scheme)
    found = {path: differences(made.go(path)) for path in SAMPLE}
    assert {path: what for path, what in found.items() if what} == {}


def _search(page: Page) -> None:
    page.locator(".guide-search-button").click()
    page.wait_for_selector("#guide-search[data-whole]")
    page.keyboard.type("tilit ledarskap")
    page.keyboard.press("ArrowDown")


def _answer(page: Page) -> None:
    page.locator(".guide-quiz__answer").first.click()


def _note(page: Page) -> None:
    page.locator(".footnote-ref").first.hover()
    page.wait_for_selector(".guide-definition--note:popover-open")


def _term(page: Page) -> None:
    page.locator(".guide-term").first.click()
    page.wait_for_selector(".guide-definition:popover-open")


STATES: dict[str, tuple[str, dict[str, int], Callable[[Page], object]]] = {
    "paper": ("/steg/tillitskultur/", DESKTOP, lambda page: page.emulate_media(media="print")),
    "cards on paper": ("/utbildning/dilemmakort/", DESKTOP, lambda page: page.emulate_media(media="print")),
    "forced colours": ("/steg/", DESKTOP, lambda page: page.emulate_media(forced_colors="active")),
    "the drawer": ("/steg/tillitskultur/", PHONE, lambda page: page.locator(".guide-menu-button").click()),
    "scrolled": ("/steg/tillitskultur/", DESKTOP, lambda page: page.mouse.wheel(0, 1500)),
    "the search": ("/steg/tillitskultur/", DESKTOP, _search),
    "a quiz": ("/steg/tillitskultur/", PHONE, _answer),
    "a note": ("/steg/tillitskultur/", DESKTOP, _note),
    "a word": ("/steg/tillitskultur/", PHONE, _term),
    "a copied link": ("/vanliga-fragor/", DESKTOP, lambda page: page.locator(".guide-copy").first.click()),
    "a frame": ("/steg/tillitskultur/?embed", PHONE, lambda page: None),
    "a heading": ("/steg/tillitskultur/#why", PHONE, lambda page: None),
    "the way to the content": ("/steg/tillitskultur/", DESKTOP, lambda page: page.keyboard.press("Tab")),
}


@pytest.mark.parametrize("state", STATES)
def test_nothing_looks_otherwise_when_something_is_used(visit_whole: Open, state: str) -> None:
    path, viewport, act = STATES[state]
    page = visit_whole(viewport).go(path)
    act(page)
    page.wait_for_timeout(200)
    assert differences(page) == []


def test_a_difference_would_be_seen(visit_whole: Open) -> None:
    """The comparison itself: with one rule of the built sheet taken away, it tells which."""
    page = visit_whole(DESKTOP).go("/steg/tillitskultur/")
    page.evaluate(
        """() => {
             const sheet = document.styleSheets[0];
             const rules = [...sheet.cssRules];
             sheet.deleteRule(rules.findIndex(rule => rule.selectorText === '.md-footer__button'));
           }"""
    )
    found = differences(page)
    assert any("md-footer__button" in each for each in found)


@pytest.mark.parametrize("path", ["/", "/steg/tillitskultur/", "/mata/nyckeltal/"])
def test_before_any_script_a_page_follows_a_dark_system_as_it_does_after(visit: Open, path: str) -> None:
    page = visit(DESKTOP, color_scheme="dark").go(path)
    page.evaluate(LOOKS, "one")
    page.evaluate("document.body.dataset.mdColorScheme = 'auto'")
    page.evaluate(LOOKS, "other")
    assert page.evaluate(COMPARE) == []
