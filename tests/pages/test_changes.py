"""What readers are told of the guide's own age, and of who publishes it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import guides
from guide.pages import changes
from guides import Edits

CHANGES = """\
- id: b
  date: 2026-11-28
  kind: corrected
  pages: [steps/culture.md, faq.md]
  sv: Ett fel är rättat.
  en: An error is corrected.
- id: a
  date: 2026-11-27
  kind: new
  sv: Guiden har en lista över ändringar.
  en: The guide has a list of changes.
"""
ADDED: Edits = {
    "data/changes.yml": CHANGES,
    "data/reviews.yml": "faq.md: 2026-11-20\n",
    "docs/sv/steps/index.md": ("# Fem steg mot tillit", "# Fem steg mot tillit\n\n<!-- guide:changes -->"),
}


def test_changes_are_listed_with_links_to_their_pages(tmp_path: Path) -> None:
    guide = guides.read(tmp_path, ADDED)
    page = guide.page_by_source["sv/steps/index.md"]
    listed = changes.changes(guide, page).splitlines()
    assert listed[0].startswith('- **<time datetime="2026-11-28">2026-11-28</time> · Rättat.** Ett fel är rättat. [')
    assert "(culture.md) · [" in listed[0] and listed[0].endswith("(../faq.md)")
    assert listed[1].endswith("Guiden har en lista över ändringar.")
    assert listed[-1] == '<a href="feed.xml" type="application/atom+xml">Följ ändringarna (Atom)</a>'


def test_a_page_knows_its_review_and_its_change_or_neither(tmp_path: Path) -> None:
    guide = guides.read(tmp_path, ADDED)
    known = changes.dates_of("sv/faq.md", guide, {"sv/faq.md": date(2026, 11, 21)})
    assert (known.reviewed, known.changed) == (date(2026, 11, 20), date(2026, 11, 21))
    unknown = changes.dates_of("sv/index.md", guide, {})
    assert (unknown.reviewed, unknown.changed) == (None, None)


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("", "Guiden har ännu ingen namngiven utgivare."),
        ('\n    publisher: "Provmyndigheten"', "Guiden ges ut av Provmyndigheten."),
        (
            '\n    publisher: "Prov & Co"\n    contact: post@guide.example',
            "Guiden ges ut av Prov &amp; Co. [Kontakta utgivaren](mailto:post@guide.example).",
        ),
        (
            '\n    publisher: "P"\n    contact: https://guide.example/om',
            "Guiden ges ut av P. [Kontakta utgivaren](https://guide.example/om).",
        ),
    ],
)
def test_the_publisher_is_named_or_said_to_be_missing(tmp_path: Path, setting: str, told: str) -> None:
    guide = guides.read(tmp_path, {"mkdocs.yml": ("data: data", f"data: data{setting}")})
    assert changes.publisher(guide, guide.page_by_source["sv/faq.md"]) == told
