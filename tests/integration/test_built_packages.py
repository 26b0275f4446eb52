"""The guide's own course packages: both languages, small, well-formed, and every link leads somewhere for good."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from lxml import etree, html

from guide.addresses.published import file_of
from guide.addresses.short import Shorts
from guide.export.downloads import FOLDER, KIT_SUFFIX
from guide.model.guide import Guide
from guide.model.site import Site
from guide.pages.paths import course_name, path_pages
from guide.reading.site import read_site
from moodle_backups import faults_of

# The largest holds three sheets to fill in as Word documents, of some 37 kB each.
LARGEST = 300_000
ENDS = ("-cc11.imscc", ".imscc", ".zip", "-scorm2004.zip", "-cmi5.zip", ".mbz")
FIRST = {".imscc": "imsmanifest.xml", ".zip": "imsmanifest.xml", "-cmi5.zip": "cmi5.xml", ".mbz": "moodle_backup.xml"}


@pytest.fixture(scope="module")
def site(site_dir: Path) -> Site:
    return read_site(site_dir, "site")


@pytest.fixture(scope="module")
def packages(site_dir: Path) -> list[Path]:
    # Kits to print are zip files too: test_kits.py looks at those.
    files = sorted((site_dir / FOLDER).iterdir())
    return [file for file in files if file.name.endswith(ENDS) and not file.name.endswith(KIT_SUFFIX)]


@pytest.fixture(scope="module")
def banks(site_dir: Path) -> list[Path]:
    return sorted((site_dir / FOLDER).glob("*-questions.*"))


def addresses_in(package: Path) -> Iterator[str]:
    """Give every address in a package: of links, and in the HTML of topics, quizzes and pages; no file of its own."""
    with zipfile.ZipFile(package) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                yield from addresses_in_xml(archive.read(name))
            elif name.endswith(".html"):
                yield from (each for each in links_in(archive.read(name).decode()) if not each.startswith("sheets/"))


def addresses_in_xml(text: bytes) -> Iterator[str]:
    for element in etree.fromstring(text).iter():
        if element.get("href", "").startswith("http"):
            yield element.get("href")
        elif element.tag == "externalurl":
            yield element.text or ""
        elif "<a " in (element.text or ""):
            yield from links_in(element.text or "")


def links_in(text: str) -> list[str]:
    return html.fromstring(f"<div>{text}</div>").xpath("//a/@href")


def test_every_path_has_its_packages_in_each_language(guide: Guide, packages: list[Path]) -> None:
    paths = path_pages(guide)
    assert len({course_name(page) for page in paths}) >= 6
    expected = {f"{course_name(page)}-{page.language}{end}" for page in paths for end in ENDS}
    assert {file.name for file in packages} == expected


def test_packages_unpack_and_are_small(packages: list[Path]) -> None:
    for package in packages:
        with zipfile.ZipFile(package) as archive:
            assert archive.testzip() is None
            end = max((end for end in FIRST if package.name.endswith(end)), key=len)
            assert archive.namelist()[0] == FIRST[end], package.name
            for name in archive.namelist():
                if name.endswith(".xml"):
                    etree.fromstring(archive.read(name))
        assert package.stat().st_size < LARGEST, package.name


def test_every_package_has_its_version_and_is_in_the_language_of_its_name(packages: list[Path]) -> None:
    for package in packages:
        with zipfile.ZipFile(package) as archive:
            text = archive.read(archive.namelist()[0]).decode()
        language = "sv" if "-sv" in package.name else "en"
        if package.suffix == ".mbz":
            assert "<backup_date>0<" not in text, package.name
        else:
            assert "20" in text and f'"{language}"' in text, package.name


def test_identifiers_are_unique_in_each_package(packages: list[Path]) -> None:
    for package in packages:
        with zipfile.ZipFile(package) as archive:
            for name in archive.namelist():
                if name.endswith(".xml"):
                    tree = etree.fromstring(archive.read(name))
                    # A backup of Moodle numbers each kind of thing by itself: faults_of looks at those.
                    found = list(tree.xpath("//@identifier | //*[local-name()='item']/@ident"))
                    assert len(found) == len(set(found)), f"{package.name}: {name}"


def test_every_link_in_a_package_is_a_lasting_address_that_leads_to_a_page_and_a_place_on_it(
    guide: Guide, site: Site, packages: list[Path], banks: list[Path]
) -> None:
    root = f"{guide.settings.site_url.rstrip('/')}/"
    ids = {page.path: page.ids for page in site.pages}
    shorts = {short.id: short for short in Shorts(guide).all}
    found = {file.name: [*addresses_in(file)] for file in packages}
    found |= {file.name: [*addresses_in_xml(file.read_bytes())] for file in banks if file.suffix == ".xml"}
    own = 0
    for name, addresses in found.items():
        assert addresses, name
        language = "sv" if "-sv" in name else "en"
        for address in addresses:
            if not address.startswith(root):
                assert address.startswith("https://"), f"{name}: {address}"
                continue
            own += 1
            bare, fragment = urldefrag(address)
            parts = urlsplit(bare.removeprefix(root)).path.split("/")
            assert parts[:2] == ["l", language], f"{name}: {address} is no lasting address in its language"
            place = shorts[unquote(parts[2])].places[language]
            wanted = unquote(fragment) or place.fragment
            assert not wanted or wanted in ids[file_of(place.page)], f"{name}: {address}"
    assert own > 10 * len(packages)


def test_every_backup_holds_what_it_names(packages: list[Path]) -> None:
    for package in packages:
        if package.suffix == ".mbz":
            with zipfile.ZipFile(package) as archive:
                faults = faults_of({name: archive.read(name) for name in archive.namelist()})
            assert faults == [], package.name


def test_the_banks_hold_every_question_of_the_guide(guide: Guide, banks: list[Path]) -> None:
    assert len(banks) == 2 * len(guide.settings.languages)
    number = sum(len(quiz.questions) for quiz in guide.quizzes)
    for file in banks:
        if file.suffix == ".xml":
            kinds = [question.get("type") for question in etree.fromstring(file.read_bytes())]
            assert (kinds.count("multichoice"), kinds.count("category")) == (number, len(guide.quizzes))
        else:
            text = file.read_text(encoding="utf-8")
            assert (text.count("\n}\n"), text.count("$CATEGORY: ")) == (number, len(guide.quizzes))


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
        assert len(listed) >= len(ENDS), page.file
        own = [each for each in listed if each.endswith(ENDS) and not each.endswith(KIT_SUFFIX)]
        assert own[0].endswith(".mbz"), page.file
