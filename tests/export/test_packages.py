"""Course packages: Common Cartridge and SCORM from a learning path, and the list of files on the pages.

The schemas of 1EdTech and ADL may not be passed on, so what is asserted is the
structure that the specifications describe: 1EdTech Common Cartridge Profile 1.3,
Implementation; IMS QTI 1.2.1 ASI binding; ADL SCORM 1.2, Content Aggregation Model 2.3.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html

from guide.export.archive import write_archive
from guide.export.article import ArticleError, plain_html
from guide.export.cartridge.package import V1_1, V1_3, VERSIONS, Version, cartridge
from guide.export.course import Course, read_courses
from guide.export.downloads import fill_lists, size_in_words
from guide.export.packages import write_packages
from guide.export.scorm.package import ADL, CONTENT_PACKAGING, scorm
from guide.model.guide import Guide
from guide.pages.downloads import place_for_all
from path_guides import build, path_guide

PARTS = ("metadata", "organizations", "resources")
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Guide, Path]:
    folder = tmp_path_factory.mktemp("paths")
    guide, site = path_guide(folder), folder / "site"
    build(guide, site)
    return guide, site


@pytest.fixture(scope="module")
def courses(made: tuple[Guide, Path]) -> list[Course]:
    return read_courses(*made)


def parsed(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def test_a_path_is_read_as_a_course_in_each_language(courses: list[Course]) -> None:
    assert [(course.name, course.language, course.title) for course in courses] == [
        ("new", "sv", "Ny: one & all"),
        ("new", "en", "New: one & all"),
    ]
    english = courses[1]
    assert english.url == "https://example.org/little/en/training/new/"
    assert [(step.id, step.title) for step in english.steps] == [("step-1", "One & only"), ("step-2", "Two")]
    assert list(english.sections) == [
        "aim",
        "time-and-preparation",
        "steps",
        "discuss",
        "bring",
        "for-the-facilitator",
    ]


def test_a_step_holds_what_to_read_once_and_a_quiz_in_the_first_step_that_leads_to_its_page(
    courses: list[Course],
) -> None:
    first, second = courses[1].steps
    assert [(reading.title, reading.url) for reading in first.readings] == [
        ("The core (What)", "https://example.org/little/en/concepts/what/#core")
    ]
    assert [reading.title for reading in second.readings] == ["Other (What)", "The core (What)"]
    assert [check.quiz.page for check in first.checks] == ["concepts/what.md"]
    assert second.checks == ()


def test_a_step_is_told_in_plain_html_with_whole_addresses_and_without_its_worksheet(courses: list[Course]) -> None:
    step = courses[1].steps[0]
    assert "table" not in step.html and "Row" not in step.html
    assert '<a href="https://example.com/?a=1&amp;b=2">elsewhere</a>' in step.html
    assert '<a href="https://example.org/little/en/training/new/#step-2">here</a>' in step.html
    parsed(f"<div>{step.html}</div>")


def test_notes_and_explanations_are_no_part_of_what_is_carried_along() -> None:
    fragment = html.fragment_fromstring(
        '<p>A <a class="guide-term" href="w/">word</a><span class="guide-definition">What it is</span> said.'
        '<sup id="x"><a class="footnote-ref" href="#fn:a">1</a></sup> <em lang="sv">Tillit</em>.<br>End</p>'
    )
    text = plain_html([fragment], "https://example.org/")
    assert text == '<p>A word said. <em lang="sv">Tillit</em>.<br/>End</p>'


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.number)
def test_a_cartridge_has_the_manifest_of_its_version(courses: list[Course], version: Version) -> None:
    for course in courses:
        files = cartridge(course, version)
        assert next(iter(files)) == "imsmanifest.xml"
        manifest = parsed(files["imsmanifest.xml"])
        own = f"{{http://www.imsglobal.org/xsd/imscc{version.code}/imscp_v1p1}}"
        assert manifest.tag == f"{own}manifest"
        assert [child.tag for child in manifest] == [f"{own}{name}" for name in PARTS]
        assert manifest.findtext(f"{own}metadata/{own}schema") == "IMS Common Cartridge"
        assert manifest.findtext(f"{own}metadata/{own}schemaversion") == version.number
        title = manifest.find(f".//{{{version.lom}}}title/{{{version.lom}}}string")
        assert title is not None and title.text == course.title and title.get("language") == course.language


def test_the_organization_is_one_rooted_tree_whose_items_have_titles_and_only_leaves_have_resources(
    courses: list[Course],
) -> None:
    """CC 1.3 Implementation, on the organization element: one at most, ``rooted-hierarchy``, an untitled root."""
    own = f"{{{V1_3.namespace('imscp_v1p1')}}}"
    for course in courses:
        manifest = parsed(cartridge(course, V1_3)["imsmanifest.xml"])
        (organization,) = manifest.iter(f"{own}organization")
        assert organization.get("structure") == "rooted-hierarchy"
        (top,) = organization
        assert top.find(f"{own}title") is None and top.get("identifierref") is None
        for item in top.iterdescendants(f"{own}item"):
            assert item.findtext(f"{own}title")
            assert (item.get("identifierref") is None) == (item.find(f"{own}item") is not None)
        named = [element.get("identifier") for element in manifest.iter() if element.get("identifier")]
        assert len(named) == len(set(named))


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.number)
def test_every_item_has_a_resource_and_every_resource_its_file_and_type(
    courses: list[Course], version: Version
) -> None:
    own = f"{{{version.namespace('imscp_v1p1')}}}"
    for course in courses:
        files = cartridge(course, version)
        manifest = parsed(files["imsmanifest.xml"])
        resources = {resource.get("identifier"): resource for resource in manifest.iter(f"{own}resource")}
        referred = {item.get("identifierref") for item in manifest.iter(f"{own}item")} - {None}
        assert referred == set(resources)
        assert {each.get("href") for each in manifest.iter(f"{own}file")} == set(files) - {"imsmanifest.xml"}
        assert {resource.get("type") for resource in resources.values()} == {
            f"imswl_xml{version.code}",
            f"imsdt_xml{version.code}",
            f"imsqti_xmlv1p2/imscc_xml{version.code}/assessment",
        }


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.number)
def test_web_links_and_topics_hold_what_the_format_wants_in_its_order(courses: list[Course], version: Version) -> None:
    links, topics = (f"{{{version.namespace(f'{part}_{version.code}')}}}" for part in ("imswl", "imsdt"))
    files = cartridge(courses[0], version)
    for name, text in files.items():
        top = parsed(text)
        if name.startswith("links/"):
            assert top.tag == f"{links}webLink"
            assert [child.tag for child in top] == [f"{links}title", f"{links}url"]
            assert top.find(f"{links}url").get("href").startswith("https://example.org/little/")
        elif name.startswith("topics/"):
            assert top.tag == f"{topics}topic"
            assert [child.tag for child in top] == [f"{topics}title", f"{topics}text"]
            assert top.find(f"{topics}text").get("texttype") == "text/html"
    assert "Second &lt; third?" in parsed(files["topics/topic-discuss.xml"]).findtext(f"{topics}text", "")


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.number)
def test_a_quiz_is_an_exam_of_questions_with_one_right_answer(courses: list[Course], version: Version) -> None:
    """CC 1.3 Implementation on assessments; QTI 1.2.1 on the parts of an item and their order."""
    files = cartridge(courses[1], version)
    top = parsed(files["quizzes/quiz-concepts-what.xml"])
    assert top.tag == f"{QTI}questestinterop"
    profiles = [
        field.findtext(f"{QTI}fieldentry")
        for field in top.iter(f"{QTI}qtimetadatafield")
        if field.findtext(f"{QTI}fieldlabel") == "cc_profile"
    ]
    assert profiles == ["cc.exam.v0p1", "cc.multiple_choice.v0p1"]
    (item,) = top.iter(f"{QTI}item")
    assert [child.tag.removeprefix(QTI) for child in item] == [
        "itemmetadata",
        "presentation",
        "resprocessing",
        "itemfeedback",
    ]
    response = item.find(f".//{QTI}response_lid")
    assert response is not None and response.get("rcardinality") == "Single"
    labels = [label.get("ident") for label in response.iter(f"{QTI}response_label")]
    right = item.find(f".//{QTI}varequal")
    assert right is not None and right.get("respident") == response.get("ident")
    assert labels == ["A", "B", "C"] and right.text == "C"
    shown = item.find(f".//{QTI}displayfeedback")
    assert shown is not None and shown.get("linkrefid") == item.find(f"{QTI}itemfeedback").get("ident")
    texts = [text.text or "" for text in item.iter(f"{QTI}mattext")]
    assert texts[:2] == ["Which &lt; &amp; one?", "Yes &amp; no"]
    assert 'href="https://example.org/little/en/concepts/what/#core"' in texts[-1]


def test_versions_differ_in_names_only(courses: list[Course]) -> None:
    newer, older = cartridge(courses[0], V1_3), cartridge(courses[0], V1_1)
    for name, text in newer.items():
        assert text.replace("v1p3", "v1p1").replace("1.3.0", "1.1.0") == older[name]


def test_a_scorm_package_has_one_sco_and_all_its_files(courses: list[Course]) -> None:
    """SCORM 1.2 CAM 2.3: metadata, organizations with a default, resources; the resource's type and scormtype."""
    for course in courses:
        files = scorm(course)
        manifest = parsed(files["imsmanifest.xml"])
        own = f"{{{CONTENT_PACKAGING}}}"
        assert [child.tag for child in manifest] == [f"{own}{name}" for name in PARTS]
        assert manifest.findtext(f"{own}metadata/{own}schema") == "ADL SCORM"
        assert manifest.findtext(f"{own}metadata/{own}schemaversion") == "1.2"
        (organization,) = manifest.iter(f"{own}organization")
        assert organization.getparent().get("default") == organization.get("identifier")
        (item,) = organization.iter(f"{own}item")
        (resource,) = manifest.iter(f"{own}resource")
        assert item.get("identifierref") == resource.get("identifier")
        assert (resource.get("type"), resource.get(f"{{{ADL}}}scormtype")) == ("webcontent", "sco")
        assert {file.get("href") for file in resource.iter(f"{own}file")} == set(files) - {"imsmanifest.xml"}
        assert resource.get("href") in files


def test_the_scorm_page_loads_nothing_from_elsewhere_and_marks_every_step(courses: list[Course]) -> None:
    page = html.document_fromstring(scorm(courses[0])["index.html"])
    assert page.xpath("//link/@href | //script/@src") == ["scorm.css", "scorm.js"]
    assert not page.xpath("//img | //iframe | //style | //script[not(@src)] | //@style | //@onclick")
    boxes = page.xpath("//input/@id")
    assert boxes == ["step-1", "step-2"] == page.xpath("//label/@for")
    assert {link.get("rel") for link in page.iter("a")} == {"noopener noreferrer"}


def test_titles_on_the_scorm_page_are_text_and_no_markup(courses: list[Course]) -> None:
    title = 'If a < b & "so"'
    step = replace(courses[0].steps[0], title=title)
    text = scorm(replace(courses[0], title=title, steps=(step,)))["index.html"]
    page = html.document_fromstring(text)
    assert [page.findtext(f".//{tag}") for tag in ("title", "h1", "h2")] == [title] * 3
    assert page.xpath("string(//label)").count(title) == 1
    assert text.count('If a &lt; b &amp; "so"') == 4


def test_packages_are_the_same_byte_for_byte_and_listed_with_their_sizes(tmp_path: Path) -> None:
    guide, site = path_guide(tmp_path), tmp_path / "site"
    build(guide, site)
    first = {file: file.read_bytes() for file in write_packages(guide, site)}
    page = (site / "en/training/new/index.html").read_bytes()
    assert {file: file.read_bytes() for file in write_packages(guide, site)} == first
    assert (site / "en/training/new/index.html").read_bytes() == page
    assert sorted(file.name for file in first) == [
        *("new-en-cc11.imscc", "new-en-kit.zip", "new-en.imscc", "new-en.zip"),
        *("new-sv-cc11.imscc", "new-sv-kit.zip", "new-sv.imscc", "new-sv.zip"),
    ]
    links = html.document_fromstring(page).xpath("//section[@data-guide-downloads]//a")
    assert [link.get("href") for link in links] == [
        "../../../downloads/new-en-kit.zip",
        "../../../downloads/new-en.imscc",
        "../../../downloads/new-en-cc11.imscc",
        "../../../downloads/new-en.zip",
    ]
    assert all(link.text.endswith("\N{NO-BREAK SPACE}kB)") for link in links)


def test_a_page_can_list_the_files_of_all_paths_in_a_table(tmp_path: Path) -> None:
    guide, site = path_guide(tmp_path), tmp_path / "site"
    page = guide.page_by_key[("en", "concepts/what.md")]
    asking = replace(page, expands=frozenset({"downloads"}))
    guide = replace(guide, pages=tuple(asking if each is page else each for each in guide.pages))
    build(guide, site)
    file = site / "en/concepts/what/index.html"
    place = place_for_all(guide, asking)
    file.write_text(file.read_text(encoding="utf-8").replace("</article>", f"{place}</article>"), encoding="utf-8")
    write_packages(guide, site)
    (site / "downloads/whole-guide-en.pdf").write_bytes(b"x")
    fill_lists(guide, site)
    rows = html.document_fromstring(file.read_bytes()).xpath("//section[@data-guide-downloads='']//tr")
    texts = [[" ".join(cell.text_content().split()) for cell in row] for row in rows]
    assert texts[0] == ["Path or workshop", "Kit to print", "Course package", "SCORM 1.2", "PDF"]
    assert texts[1][0] == "New" and texts[1][1].startswith("Everything in one package, ZIP (")
    assert texts[1][2].startswith("Common Cartridge 1.3 (") and texts[1][4] == "Not available"
    assert texts[2] == ["The whole guide", "Not available", "Not available", "Not available", "PDF (1 kB)"]


def test_a_pdf_is_listed_once_it_is_there(tmp_path: Path) -> None:
    guide, site = path_guide(tmp_path), tmp_path / "site"
    build(guide, site)
    write_packages(guide, site)
    (site / "downloads/new-sv.pdf").write_bytes(b"x" * 1_450_000)
    fill_lists(guide, site)
    assert ">PDF (1,4\N{NO-BREAK SPACE}MB)</a>" in (site / "utbildning/ny/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("size", "swedish", "english"), [(12, "1 kB", "1 kB"), (8_400, "8 kB", "8 kB"), (3_960_000, "4,0 MB", "4.0 MB")]
)
def test_sizes_are_said_with_the_languages_decimal_sign(size: int, swedish: str, english: str) -> None:
    assert (size_in_words(size, ","), size_in_words(size, ".")) == (swedish, english)


def test_archives_unpack_and_hold_no_date(tmp_path: Path) -> None:
    write_archive(tmp_path / "a.zip", {"b/ö.txt": "å", "a.txt": ""})
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["b/ö.txt", "a.txt"]
        assert archive.read("b/ö.txt").decode() == "å"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pages_without_directory_addresses_are_packed_as_well(tmp_path: Path) -> None:
    guide, site = path_guide(tmp_path, directory_urls=False), tmp_path / "site"
    build(guide, site)
    course = read_courses(guide, site)[0]
    assert course.url == "https://example.org/little/utbildning/ny.html"
    assert course.steps[0].readings[0].url == "https://example.org/little/begrepp/vad.html#core"
    write_packages(guide, site)
    assert 'href="../downloads/new-sv.zip"' in (site / "utbildning/ny.html").read_text(encoding="utf-8")


def test_a_page_that_is_not_built_is_said_with_the_mend(tmp_path: Path) -> None:
    guide = path_guide(tmp_path)
    with pytest.raises(ArticleError, match="has not been built there — run make build first"):
        write_packages(guide, tmp_path / "site")


def test_the_command_writes_the_packages_and_says_where(tmp_path: Path) -> None:
    build(path_guide(tmp_path), tmp_path / "site")
    run = subprocess.run(
        [sys.executable, "-m", "guide", "packages", "--config", str(tmp_path / "mkdocs.yml")],
        capture_output=True,
        text=True,
        env={"PATH": ""},
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("Wrote 6 files, ")


def test_the_list_of_files_is_filled_however_its_place_is_written_and_nothing_around_it_changes(tmp_path: Path) -> None:
    guide, site = path_guide(tmp_path), tmp_path / "site"
    build(guide, site)
    file = site / "utbildning/ny/index.html"
    text = file.read_text(encoding="utf-8").replace("\n", "\r\n")
    place = '<section class="guide-downloads" data-guide-downloads="new">'
    other = "<section data-guide-downloads='new' id=files class=\"guide-downloads wide\">"
    before, after = text.split(place)
    comment = f"<!-- {place}</section> -->"
    file.write_bytes(f"{before}{comment}{other}<section>old</section>{after}".encode())
    write_packages(guide, site)
    filled = file.read_bytes().decode()
    assert filled.startswith(f"{before}{comment}{other}<ul><li><a href=") and filled.endswith(f"</li></ul>{after}")


def test_a_path_without_a_place_for_its_files_is_said_with_the_mend(tmp_path: Path) -> None:
    guide, site = path_guide(tmp_path), tmp_path / "site"
    build(guide, site)
    file = site / "utbildning/ny/index.html"
    text = file.read_text(encoding="utf-8").replace("data-guide-downloads", "data-other")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ArticleError, match=r'docs/sv/training/path-new\.md: .* no data-guide-downloads="new"'):
        write_packages(guide, site)
