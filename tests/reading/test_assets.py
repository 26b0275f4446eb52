"""Files opened as what they are: which filters templates may use, and a PDF's pages."""

from __future__ import annotations

import re
from pathlib import Path

from guide.reading.assets import look_at_template, pages_of_pdf

_BUILDER = Path(__file__).parents[2] / "scripts" / "guide" / "builder"


def test_every_filter_that_the_builder_gives_templates_is_known() -> None:
    given = {name for path in _BUILDER.glob("*.py") for name in re.findall(r'filters\["(\w+)"\]', path.read_text())}
    assert given
    assert look_at_template(" ".join(f"{{{{ x | {name} }}}}" for name in given), "a.html").problems == ()


def test_what_is_no_pdf_has_no_pages() -> None:
    assert pages_of_pdf(b"%PDF-1.7 cut short") == 0
