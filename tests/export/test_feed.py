"""The feeds of changes, held against what RFC 4287 asks of a feed and an entry."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

import guides
from guide.addresses.published import file_of
from guide.export.feed import ATOM, write_feeds
from guides import Edits

CHANGES = """\
- id: b
  date: 2026-11-28
  kind: corrected
  pages: [steps/culture.md, faq.md]
  sv: Ett fel är rättat & borta.
  en: An error is corrected & gone.
- id: a
  date: 2026-11-27
  kind: new
  sv: Guiden har en lista över ändringar.
  en: The guide has a list of changes.
"""
SHOWN: Edits = {
    "data/changes.yml": CHANGES,
    "docs/sv/steps/index.md": ("# Fem steg mot tillit", "# Fem steg mot tillit\n\n<!-- guide:changes -->"),
    "docs/en/steps/index.md": ("# Five steps towards trust", "# Five steps towards trust\n\n<!-- guide:changes -->"),
}


def _feeds(folder: Path, edits: Edits) -> dict[str, etree._Element]:
    guide, site = guides.read(folder, edits), folder / "built"
    for page in guide.pages:
        (site / page.address).mkdir(parents=True, exist_ok=True)
        named = '<html><head><meta property="og:site_name" content="Provguiden"></head></html>'
        (site / file_of(page)).write_text(named, encoding="utf-8")
    write_feeds(guide, site)
    return {path.relative_to(site).as_posix(): etree.parse(path).getroot() for path in site.rglob("feed.xml")}


def _texts(element: etree._Element, name: str) -> list[str]:
    return [found.text for found in element.findall(f"{{{ATOM}}}{name}")]


def test_each_language_has_a_feed_with_all_that_the_standard_asks_for(tmp_path: Path) -> None:
    feeds = _feeds(tmp_path, SHOWN)
    assert len(feeds) == 2
    for place, feed in feeds.items():
        address = f"https://guide.example/{place}"
        assert feed.tag == f"{{{ATOM}}}feed"
        assert _texts(feed, "id") == [address] and _texts(feed, "updated") == ["2026-11-28T00:00:00Z"]
        assert _texts(feed, "title")[0].startswith("Provguiden: ")
        assert feed.find(f"{{{ATOM}}}author/{{{ATOM}}}name").text == "Provguiden"
        assert [link.get("href") for link in feed.findall(f"{{{ATOM}}}link[@rel='self']")] == [address]
        entries = feed.findall(f"{{{ATOM}}}entry")
        assert [_texts(entry, "id") for entry in entries] == [[f"{address}#b"], [f"{address}#a"]]
        for entry in entries:
            assert all(_texts(entry, name) for name in ("title", "updated", "content"))
            assert entry.find(f"{{{ATOM}}}link").get("href").startswith("https://guide.example/")


def test_an_entry_tells_of_the_change_in_its_language_with_links(tmp_path: Path) -> None:
    feed = next(feed for place, feed in _feeds(tmp_path, SHOWN).items() if place.startswith("en/"))
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    content = _texts(feed.find(f"{{{ATOM}}}entry"), "content")[0]
    assert "<p>An error is corrected &amp; gone.</p>" in content
    assert content.count('<a href="https://guide.example/en/') == 2


def test_there_is_no_feed_where_no_page_lists_changes_or_nothing_is_told(tmp_path: Path) -> None:
    assert _feeds(tmp_path / "a", {"data/changes.yml": CHANGES}) == {}
    assert _feeds(tmp_path / "b", {**SHOWN, "data/changes.yml": None}) == {}
