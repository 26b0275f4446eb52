"""The menu of a large section."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page

from guide.builder.menu import MOST, around


def names(at: int, count: int) -> list[str]:
    items = [Link(str(number), "") for number in range(count)]
    return [str(each.title) for each in around(items[at], items)]


def test_a_section_of_few_pages_is_whole() -> None:
    assert names(3, MOST) == [str(number) for number in range(MOST)]


@pytest.mark.parametrize("at", [0, 1, 99, 100, 198, 199])
def test_of_a_large_section_the_menu_names_the_page_and_those_around_it(at: int) -> None:
    named = [int(each) for each in names(at, 200)]
    assert at in named and len(named) == MOST
    assert named == list(range(named[0], named[0] + MOST))
    assert (named[0] == 0 or at - named[0] >= MOST // 2) and (named[-1] == 199 or named[-1] - at >= MOST // 2 - 1)


def test_what_is_no_page_of_the_section_leaves_its_first() -> None:
    items = [Link(str(number), "") for number in range(2 * MOST)]
    assert [each.title for each in around(Section("other", []), items)] == [str(number) for number in range(MOST)]


def test_the_section_s_own_page_is_named_however_far_away(tmp_path: Path) -> None:
    docs, site = tmp_path / "docs", tmp_path / "site"
    docs.mkdir()
    config = load_config(config_file=io.BytesIO(b"site_name: A"), docs_dir=str(docs), site_dir=str(site))
    own = Page("Own", File("part/index.md", str(docs), str(site), use_directory_urls=True), config)
    items = [own, *(Link(str(number), "") for number in range(2 * MOST))]
    assert around(items[-1], items) == [own, *items[-MOST:]]
