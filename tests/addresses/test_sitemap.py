"""The sitemap: every page with its other languages, and nothing that differs from day to day."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

from lxml import etree

from guide.addresses.sitemap import sitemap, write_sitemap
from guides import read


def test_it_names_every_page_with_its_languages(tmp_path: Path) -> None:
    guide = read(tmp_path)
    tree = etree.fromstring(sitemap(guide, {}).encode())
    listed = {
        url.findtext("{*}loc"): {link.get("hreflang"): link.get("href") for link in url.iter("{*}link")}
        for url in tree.iter("{*}url")
    }
    assert len(listed) == len(guide.pages)
    home = {"sv": "https://guide.example/", "x-default": "https://guide.example/", "en": "https://guide.example/en/"}
    assert listed["https://guide.example/"] == listed["https://guide.example/en/"] == home


def test_it_is_the_same_on_any_day(tmp_path: Path) -> None:
    guide = read(tmp_path / "guide")
    write_sitemap(guide, tmp_path, {"en/index.md": date(2026, 3, 4)})
    packed = (tmp_path / "sitemap.xml.gz").read_bytes()
    assert packed[4:8] == b"\0\0\0\0"
    assert gzip.decompress(packed) == (tmp_path / "sitemap.xml").read_bytes()


def test_it_says_when_the_source_was_changed_and_nothing_where_nobody_knows(tmp_path: Path) -> None:
    tree = etree.fromstring(sitemap(read(tmp_path), {"en/index.md": date(2026, 3, 4)}).encode())
    told = {url.findtext("{*}loc"): url.findtext("{*}lastmod") for url in tree.iter("{*}url")}
    assert told.pop("https://guide.example/en/") == "2026-03-04"
    assert set(told.values()) == {None}
