"""A guide in a language that the project has no words for, built by MkDocs with the project's templates."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

import norwegian
from guides import Edits

ROOT = Path(__file__).parents[2]
_SERVES = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config(sys.argv[1], strict=False)
config.plugins.on_startup(command=sys.argv[2], dirty=False)
build(config)
"""


def _build(folder: Path, command: str, edits: Edits | None = None) -> subprocess.CompletedProcess[str]:
    """Build the Norwegian guide as ``mkdocs build`` or ``mkdocs serve`` does."""
    settings = norwegian.MKDOCS.replace("  name: material\n", f"  name: material\n  custom_dir: {ROOT}/overrides\n")
    hooks = f"hooks: [{ROOT}/scripts/mkdocs_hook.py]\n"
    file = norwegian.write(folder, {"mkdocs.yml": settings + hooks, **(edits or {})})
    # Pictures that pages of this guide show would be unused in that one.
    unused = shutil.ignore_patterns("moodle-*.png")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets", ignore=unused)
    return subprocess.run(
        [sys.executable, "-c", _SERVES, str(file), command],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built Norwegian guide."""
    folder = tmp_path_factory.mktemp("norwegian")
    done = _build(folder, "build")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folder / "site"


def test_every_page_speaks_norwegian_and_nothing_else(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert norwegian.foreign_words_in(html) == [], page
        assert set(etree.HTML(html).xpath("//@lang")) <= {"nb", "de"}, page


def test_the_search_button_says_what_the_words_file_says(site: Path) -> None:
    tree = etree.HTML((site / "index.html").read_text(encoding="utf-8"))
    assert [each.text for each in tree.iterfind(".//span[@class='guide-search-button__word']")] == ["Søk"]


def test_the_page_for_missing_addresses_speaks_it(site: Path) -> None:
    tree = etree.HTML((site / "404.html").read_text(encoding="utf-8"))
    assert [each.text for each in tree.iter("h1")] == ["Siden finnes ikke"]
    assert tree.findtext(".//title") == "Siden finnes ikke – Tillitsveiviseren"


def test_without_a_words_file_the_build_stops_with_a_finding(tmp_path: Path) -> None:
    done = _build(tmp_path, "build", {"words/nb.yml": None, "words/nn.yml": norwegian.WORDS})
    assert done.returncode != 0
    assert 'words-file-missing the language "nb" has no words' in done.stderr
    assert "KeyError" not in done.stderr and not (tmp_path / "site" / "index.html").exists()


def test_without_a_words_file_a_writer_who_serves_it_sees_the_keys(tmp_path: Path) -> None:
    done = _build(tmp_path, "serve", {"words/nb.yml": None, "words/nn.yml": norwegian.WORDS})
    assert done.returncode == 0 and "words-file-missing" in done.stderr
    tree = etree.HTML((tmp_path / "site" / "index.html").read_text(encoding="utf-8"))
    assert [each.text for each in tree.iterfind(".//span[@class='guide-search-button__word']")] == ["header.search"]
    assert norwegian.foreign_words_in(etree.tostring(tree, encoding="unicode")) == []
