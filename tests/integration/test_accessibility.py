"""WCAG 2.2 AA as far as a machine can tell: axe on one page of each kind, all languages and schemes."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from visits import DESKTOP, ONE_OF_EACH_KIND, PHONE, RULES, Open

pytestmark = pytest.mark.browser


# Contrast depends on the scheme and layout on the width; two pairs cover both of each at half the time.
@pytest.mark.parametrize(
    ("viewport", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone-dark", "desktop-light"]
)
def test_axe_finds_nothing(visit: Open, viewport: dict[str, int], scheme: str) -> None:
    """One profile reads all pages: the browser's start costs more than a page."""
    made = visit(viewport, color_scheme=scheme)
    found: list[str] = []
    for path in [*ONE_OF_EACH_KIND, "/404.html"]:
        page = made.go(path)
        for violation in Axe().run(page, options=RULES).response["violations"]:
            nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
            found.append(f"{path} {violation['id']} ({violation['impact']}): {nodes}")
    assert found == []


def test_axe_finds_a_planted_fault(visit: Open) -> None:
    """The test above can fail: an image without alt is found."""
    page = visit(DESKTOP).go("/")
    page.evaluate("document.querySelector('.md-content').append(new Image(1, 1))")
    violations = Axe().run(page, options=RULES).response["violations"]
    assert "image-alt" in {violation["id"] for violation in violations}
