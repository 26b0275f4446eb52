"""A browser's visit to the site: the profile, the sizes of screen, one page of each kind, the rules of axe."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page, Request

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}


@dataclass
class Visit:
    """A page in a profile of its own, with what went wrong while it was open."""

    page: Page
    base: str
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open ``path`` of the site and wait until its scripts have run."""
        self.page.goto(self.base + path, wait_until="load")
        return self.page


Open = Callable[..., Visit]


def carried(made: Visit) -> list[str]:
    """Give the list that fills with what the page asks for from now on and that could carry something out.

    A file of the site's own carries nothing: it is asked for by its name alone, and a script that is loaded when
    the reader first scrolls may come at any moment of a test.
    """
    asked: list[str] = []

    def listen(request: Request) -> None:
        name = request.url.removeprefix(made.base)
        own = name.startswith(("/assets/", "/favicon")) and "?" not in name
        if not (own and request.method == "GET"):
            asked.append(request.url)

    made.page.on("request", listen)
    return asked


def until(page: Page, expression: str, seconds: float = 15) -> None:
    """Wait until the JavaScript ``expression`` is true in ``page``; AssertionError when it never is.

    Playwright's own ``wait_for_function`` asks again by ``eval``, which the policy of the site forbids: it works
    when the first answer is yes and ends in an EvalError on a slow day. Asking from here needs no ``eval``.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never true: {expression}"
        page.wait_for_timeout(50)


STORE_FAILS = [("QuotaExceededError", "Webbläsarens lagring är full"), ("SecurityError", "Webbläsaren tillåter inte")]
"""How a browser's store can fail, and how a tool begins to say so."""


def fail_to_store(page: Page, error: str) -> None:
    """Let the store of the pages to come throw a DOMException of this name, as a full or a closed one does."""
    page.add_init_script(
        f"Storage.prototype.setItem = () => {{ throw new DOMException('no', {error!r}) }};"
        f"Storage.prototype.getItem = () => {{ throw new DOMException('no', {error!r}) }};"
    )


def keep_before(page: Page, key: str, value: str) -> None:
    """Let a value stand in the store before the pages to come read it."""
    page.add_init_script(f"localStorage.setItem({key!r}, {json.dumps(value)})")


RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Without this, axe also describes every element that passes, which takes it most of its time.
    "resultTypes": ["violations"],
}
ONE_OF_EACH_KIND = [
    "/",
    "/begrepp/",
    "/begrepp/vad-det-ar/",
    "/begrepp/ordlista/",
    "/fordelar/mindre-administration/",
    "/steg/tillitskultur/",
    "/fallgropar/otydliga-granser/",
    "/exempel/",
    "/exempel/sundsvall/",
    "/exempel/oslo/",
    "/roller/forsta-linjens-chef/",
    "/vanliga-fragor/",
    "/vanliga-fragor/grunderna/",
    "/mata/nyckeltal/",
    "/utbildning/",
    "/utbildning/ny-chef/",
    "/utbildning/dilemmakort/",
    "/utbildning/lanka-till-guiden/",
    "/om/",
    "/om/kallor/",
    "/lattlast/",
    "/lattlast/fallgropar/dubbla-system/",
    "/en/",
    "/en/concepts/what-it-is/",
    "/en/benefits/less-administration/",
    "/en/steps/culture-of-trust/",
    "/en/pitfalls/unclear-boundaries/",
    "/en/cases/",
    "/en/cases/sundsvall/",
    "/en/roles/first-line-manager/",
    "/en/faq/",
    "/en/faq/what-is-known/",
    "/en/faq/all-on-one-page/",
    "/en/measure/indicators/",
    "/en/training/new-manager/",
    "/en/training/rule-clean-up/",
    "/en/training/link-to-the-guide/",
    "/en/about/",
    "/en/about/sources/",
    "/en/concepts/glossary/",
    "/en/easy-read/steps/leadership/",
]
