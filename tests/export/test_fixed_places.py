"""What programs find at fixed places of a site."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from guide.export.fixed_places import llms, manifest, robots, search, security, write_fixed_places
from guide.export.icons import icon, write_icons
from guide.model.guide import Guide
from guides import read
from question_guides import SPLIT


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return read(tmp_path_factory.mktemp("places"), SPLIT)


def with_contact(guide: Guide, contact: str) -> Guide:
    return replace(guide, settings=replace(guide.settings, contact=contact))


def test_robots_may_read_all_and_learn_of_the_sitemap(small: Guide) -> None:
    assert robots(small).split("\n\n") == ["User-agent: *\nAllow: /", "Sitemap: https://guide.example/sitemap.xml\n"]


def test_llms_txt_names_every_page_once_by_its_twin(small: Guide) -> None:
    text = llms(small)
    assert text.startswith("# Provguiden\n\n> ")
    found = [line.partition("](")[2].partition(")")[0] for line in text.splitlines() if line.startswith("- [")]
    assert len(found) == len(set(found))
    pages = [page for page in small.pages if not page.is_for_print]
    assert set(found) == {f"https://guide.example/{page.address}index.md" for page in pages}


def test_a_browser_learns_how_to_search_in_each_language(small: Guide) -> None:
    for language in ("sv", "en"):
        tree = etree.fromstring(search(small, language).encode())
        page = small.page_that_shows(language, "questions")
        assert page is not None
        assert tree.findtext("{*}ShortName") == "Provguiden"
        assert tree.find("{*}Url").get("template") == f"https://guide.example/{page.address}?q={{searchTerms}}"


def test_security_txt_holds_for_a_year_from_the_last_change(small: Guide) -> None:
    days = {"sv/index.md": date(2026, 3, 4), "en/index.md": date(2026, 1, 2)}
    lines = security(with_contact(small, "safe@guide.example"), days).splitlines()
    assert lines[:2] == ["Contact: mailto:safe@guide.example", "Expires: 2027-03-03T00:00:00Z"]
    assert security(with_contact(small, "https://guide.example/hej/"), days).startswith("Contact: https://")
    assert security(small, days) == "" == security(with_contact(small, "a@b.example"), {})


def test_the_manifest_names_pictures_that_are_there(small: Guide, tmp_path: Path) -> None:
    write_icons(tmp_path)
    for each in json.loads(manifest(small))["icons"]:
        with Image.open(tmp_path / each["src"]) as picture:
            assert f"{picture.width}x{picture.height}" == each["sizes"]
    with Image.open(tmp_path / "favicon.ico") as picture:
        assert picture.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert sum(file.stat().st_size for file in tmp_path.rglob("*") if file.is_file()) < 40_000


def test_the_mark_is_drawn_in_the_guides_colours() -> None:
    with Image.open(io.BytesIO(icon(192))) as picture:
        pixels = picture.convert("RGB")
    assert pixels.getpixel((1, 1)) == (11, 74, 69)
    assert pixels.getpixel((round(192 * 5.5 / 32), 96)) == (255, 255, 255)
    red, green, blue = pixels.getpixel((round(192 * 26.4 / 32), 99))  # type: ignore[misc]
    assert red > 230 and 180 < green < 210 and blue < 120


def test_without_an_address_only_the_manifest_is_there(tmp_path: Path) -> None:
    guide = read(tmp_path / "guide", {"mkdocs.yml": ("site_url: https://guide.example/\n", "")})
    write_fixed_places(guide, tmp_path / "site", {})
    assert [file.name for file in (tmp_path / "site").rglob("*")] == ["site.webmanifest"]
