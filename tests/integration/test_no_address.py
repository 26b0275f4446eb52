"""A build for an address on this machine only, below a path: it reads there, and nothing carries that address away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree, html

from guide.builder.building import _WAITS
from guide.builder.swap import one_at_a_time
from guide.export.downloads import NO_ADDRESS
from guide.words import words_of
from mkdocs_guides import served
from sub_paths import astray

ROOT = Path(__file__).parent.parent.parent
HERE = "http://localhost:8000/tillit/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, building: Path) -> tuple[Path, str]:
    """The guide built for localhost where SITE_DIR says, over an older site with a PDF; with what was said."""
    target = tmp_path_factory.mktemp("local") / "public"
    (target / "downloads").mkdir(parents=True)
    (target / "downloads/whole-guide-sv.pdf").write_bytes(b"%PDF")
    (target / "left-over.html").write_text("old", encoding="utf-8")
    environment = {**os.environ, "SITE_URL": HERE, "SITE_DIR": str(target)}
    command = [sys.executable, "-m", "guide", "build"]
    with one_at_a_time(building, lambda: None):
        run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    # Another run of the tests may be building in this folder.
    return target, (run.stdout + run.stderr).replace(f"{_WAITS}\n", "")


def test_it_says_so_in_one_line_and_names_the_pdfs_that_are_gone(built: tuple[Path, str]) -> None:
    site, said = built
    assert said.splitlines().count(NO_ADDRESS) == 1
    assert f"pages in {site}/" in said
    assert "Without PDFs: the former site had 1" in said
    assert len(said.splitlines()) == 3, said


def test_the_site_is_swapped_whole(built: tuple[Path, str]) -> None:
    """A file that is no longer built does not stay behind in the folder."""
    site, _ = built
    assert not (site / "left-over.html").exists()
    assert (site / "index.html").is_file()


def test_under_a_path_every_internal_link_stays_below_it(built: tuple[Path, str]) -> None:
    site, _ = built
    assert len(list(site.rglob("*.html"))) > 500
    # A page that stands for any address has whole ones, and a build for no address knows of no path (see below).
    assert [each for each in astray(site, HERE) if not each.startswith("404.html: ")] == []


def test_under_a_path_whole_addresses_stay_below_it(tmp_path: Path) -> None:
    """What carries the guide's address or its path, which a build for this machine does not: on a little guide."""
    base = "https://example.org/tillit/"
    site = served(tmp_path, address=base)
    kinds = "//link[@rel='canonical' or @hreflang]/@href | //meta[@property='og:url' or @property='og:image']/@content"
    pages = [page for page in site.rglob("index.html") if page.relative_to(site).parts[0] not in ("b", "l")]
    for page in pages:
        told = html.fromstring(page.read_bytes()).xpath(kinds)
        # A page that only leads on names the one that it stands for, and nothing else.
        assert len(told) in (1, 6), (page, told)
        assert len(told) == 1 or f"{base}{page.relative_to(site).as_posix().removesuffix('index.html')}" in told, page
        for address in told:
            file = site / address.removeprefix(base)
            assert address.startswith(base) and (file.is_file() or (file / "index.html").is_file()), (page, address)
    # The page for what is not there is shown at any address.
    whole = html.fromstring((site / "404.html").read_bytes()).xpath("//link/@href | //script/@src | //a/@href")
    # "." is where pages would be that the little guide lacks.
    beyond = [link for link in whole if link != "." and not link.startswith(("/tillit/", base, "#", "https:"))]
    assert len(whole) > 10 and beyond == []
    listed = [element.text for element in etree.parse(str(site / "sitemap.xml")).iter("{*}loc")]
    assert len(listed) > 10 and all(str(each).startswith(base) for each in listed)


@pytest.mark.parametrize(
    ("link", "leads_astray"),
    [("/tillit/a/", False), ("a/", False), ("https://example.org/", False), ("/", True), ("/a/", True), ("b/", True)],
)
def test_a_link_that_leads_astray_is_seen(tmp_path: Path, link: str, leads_astray: bool) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("<p>A</p>", encoding="utf-8")
    (tmp_path / "index.html").write_text(f'<a href="{link}#x">A</a>', encoding="utf-8")
    assert bool(list(astray(tmp_path, HERE))) == leads_astray


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
