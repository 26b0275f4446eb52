"""A build for no address, or for one on this machine only: it reads, and nothing carries that address away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from guide.builder.swap import one_at_a_time
from guide.export.downloads import NO_ADDRESS
from guide.words import words_of

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, building: Path) -> tuple[Path, str]:
    """The guide built for localhost where SITE_DIR says, over a site with a PDF; with what was said."""
    target = tmp_path_factory.mktemp("local") / "public"
    (target / "downloads").mkdir(parents=True)
    (target / "downloads/whole-guide-sv.pdf").write_bytes(b"%PDF")
    environment = {**os.environ, "SITE_URL": "http://localhost:8000/", "SITE_DIR": str(target)}
    command = [sys.executable, "-m", "guide", "build"]
    with one_at_a_time(building, lambda: None):
        run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return target, run.stdout + run.stderr


def test_it_says_so_in_one_line_and_names_the_pdfs_that_are_gone(built: tuple[Path, str]) -> None:
    site, said = built
    assert said.splitlines().count(NO_ADDRESS) == 1
    assert f"pages in {site}/" in said
    assert "Without PDFs: the former site had 1" in said
    assert len(said.splitlines()) == 3, said


def test_no_file_has_the_address_of_this_machine(built: tuple[Path, str]) -> None:
    site, _ = built
    found = [
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if file.is_file() and any(name in file.read_bytes() for name in (b"localhost", b"127.0.0.1"))
    ]
    assert found == []


def test_nothing_is_there_that_would_carry_it(built: tuple[Path, str]) -> None:
    site, _ = built
    for name in ("downloads", "assets/qr", "assets/cards", "addresses.json", "addresses-sv.csv", "sitemap.xml"):
        assert not (site / name).exists(), name
    assert list(site.rglob("feed.xml")) == list(site.rglob("*.imscc")) == list(site.rglob("*.zip")) == []
    for page in site.rglob("*.html"):
        tree = html.document_fromstring(page.read_bytes())
        assert tree.xpath("//link[@rel='canonical'] | //meta[starts-with(@property, 'og:')]") == [], page
        assert tree.xpath("//a[contains(@href, 'downloads/') or contains(@href, 'feed.xml')]") == [], page


@pytest.mark.parametrize(
    ("path", "language", "key"),
    [
        ("utbildning/index.html", "sv", "downloads.no-address"),
        ("en/training/new-manager/index.html", "en", "downloads.no-address"),
        ("kom-igang/handlingsplan/index.html", "sv", "downloads.no-address"),
        ("utbildning/lanka-till-guiden/index.html", "sv", "addresses.no-address"),
        ("en/training/embed/index.html", "en", "embeds.no-address"),
    ],
)
def test_pages_that_list_downloads_say_that_there_are_none(
    built: tuple[Path, str], path: str, language: str, key: str
) -> None:
    site, _ = built
    assert words_of(language)[key] in html.document_fromstring((site / path).read_bytes()).text_content()
