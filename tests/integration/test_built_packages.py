"""The guide's own course packages: both languages, small, well-formed, and every link leads somewhere."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from lxml import etree, html

from guide.export.downloads import FOLDER
from guide.model.guide import Guide
from guide.model.site import Site
from guide.pages.paths import course_name, path_pages
from guide.reading.site import read_site

LARGEST = 100_000


@pytest.fixture(scope="module")
def site(site_dir: Path) -> Site:
    return read_site(site_dir, "site")


@pytest.fixture(scope="module")
def packages(site_dir: Path) -> list[Path]:
    return [file for file in sorted((site_dir / FOLDER).iterdir()) if file.suffix in {".imscc", ".zip"}]


def addresses_in(package: Path) -> Iterator[str]:
    """Give every address in a package: of web links, and in the HTML of topics, quizzes and pages."""
    with zipfile.ZipFile(package) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                for element in etree.fromstring(archive.read(name)).iter("{*}url", "{*}text", "{*}mattext"):
                    yield from [element.get("href")] if element.get("href") else links_in(element.text or "")
            elif name.endswith(".html"):
                yield from links_in(archive.read(name).decode())


def links_in(text: str) -> list[str]:
    return html.fromstring(f"<div>{text}</div>").xpath("//a/@href")


def test_every_path_has_its_packages_in_each_language(guide: Guide, packages: list[Path]) -> None:
    paths = path_pages(guide)
    assert len({course_name(page) for page in paths}) >= 6
    expected = {
        f"{course_name(page)}-{page.language}{end}" for page in paths for end in (".imscc", "-cc11.imscc", ".zip")
    }
    assert {file.name for file in packages} == expected


def test_packages_unpack_and_are_small(packages: list[Path]) -> None:
    for package in packages:
        with zipfile.ZipFile(package) as archive:
            assert archive.testzip() is None
            assert archive.namelist()[0] == "imsmanifest.xml"
            for name in archive.namelist():
                if name.endswith(".xml"):
                    etree.fromstring(archive.read(name))
        assert package.stat().st_size < LARGEST, package.name


def test_identifiers_are_unique_in_each_package(packages: list[Path]) -> None:
    for package in packages:
        with zipfile.ZipFile(package) as archive:
            for name in archive.namelist():
                if name.endswith(".xml"):
                    tree = etree.fromstring(archive.read(name))
                    found = list(tree.xpath("//@identifier | //*[local-name()='item']/@ident"))
                    assert len(found) == len(set(found)), f"{package.name}: {name}"


def test_every_link_in_a_package_leads_to_a_page_and_a_place_on_it(
    guide: Guide, site: Site, packages: list[Path]
) -> None:
    root = f"{guide.settings.site_url.rstrip('/')}/"
    pages = {page.path.removesuffix("index.html"): page for page in site.pages}
    own = 0
    for package in packages:
        for address in addresses_in(package):
            bare, fragment = urldefrag(address)
            if not address.startswith(root):
                assert address.startswith("https://"), f"{package.name}: {address}"
                continue
            own += 1
            page = pages.get(unquote(bare.removeprefix(root)))
            assert page is not None, f"{package.name}: {address}"
            assert not fragment or unquote(fragment) in page.ids, f"{package.name}: {address}"
    assert own > len(packages)


def test_each_step_sends_the_learner_to_the_guide(packages: list[Path]) -> None:
    for package in packages:
        if package.suffix == ".imscc":
            with zipfile.ZipFile(package) as archive:
                names = archive.namelist()
            assert sum(name.startswith("topics/topic-step-") for name in names) >= 3, package.name
            assert sum(name.startswith("links/") for name in names) >= 5, package.name


def test_pages_of_paths_list_their_files(guide: Guide, site_dir: Path) -> None:
    for page in path_pages(guide):
        tree = html.document_fromstring((site_dir / page.address / "index.html").read_bytes())
        listed = tree.xpath("//section[@data-guide-downloads]//a/@href")
        assert len(listed) >= 3, page.file
