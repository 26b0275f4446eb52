"""Course packages: Common Cartridge, SCORM and cmi5 from a learning path, and the list of files on the pages.

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
from guide.export.article import BESIDE, ArticleError, plain_html
from guide.export.cartridge import package as cartridges
from guide.export.cartridge.package import V1_1, V1_3, VERSIONS, Version
from guide.export.cmi5.package import cmi5
from guide.export.course import Course, Worksheet, read_courses
from guide.export.downloads import fill_lists, size_in_words
from guide.export.interactive.page import page_files
from guide.export.moodle.backup import backup
from guide.export.packages import write_packages
from guide.export.scorm import package as scorm
from guide.model.guide import Guide
from guide.pages.downloads import place_for_all
from path_guides import build, path_guide

R = "https://example.org/"
SHEETS = {"first-sheet": b"PK as Word has it"}
PARTS = ("metadata", "organizations", "resources")
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


@pytest.fixture(scope="module")
def courses(made: tuple[Guide, Path]) -> list[Course]:
    return read_courses(*made)


def parsed(text: str | bytes) -> etree._Element:
    return etree.fromstring(text.encode() if isinstance(text, str) else text)


def cartridge(course: Course, version: Version) -> dict[str, str | bytes]:
    return cartridges.cartridge(course, version, SHEETS)


def test_a_path_is_read_as_a_course_in_each_language(courses: list[Course]) -> None:
    assert [(course.name, course.language, course.title) for course in courses] == [
        ("new", "sv", "Ny: one & all"),
        ("new", "en", "New: one & all"),
    ]
    english = courses[1]
    assert english.url == "https://example.org/little/l/en/training-path-new/"
    assert english.newest_url == f"{english.url}#downloads"
    assert (english.short_title, english.identifier) == ("New", "tillitsguiden-new-en")
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
        ("The core (What)", "https://example.org/little/l/en/concepts-what/#core")
    ]
    assert [reading.title for reading in second.readings] == ["Other (What)", "The core (What)"]
    assert [check.quiz.page for check in first.checks] == ["concepts/what.md"]
    assert second.checks == ()


def test_a_step_is_told_in_plain_html_with_whole_addresses_and_without_its_worksheet(courses: list[Course]) -> None:
    step = courses[1].steps[0]
    assert "table" not in step.html and "Row" not in step.html
    assert f'<a {BESIDE} href="https://example.com/?a=1&amp;b=2">elsewhere</a>' in step.html
    assert f'<a {BESIDE} href="https://example.org/little/l/en/training-path-new/#step-2">here</a>' in step.html
    parsed(f"<div>{step.html}</div>")


@pytest.mark.parametrize(
    ("given", "carried"),
    [
        ("<p><strong>Read:</strong> <a href='x'>it</a></p>", f'<p><strong>Read: </strong><a href="{R}x">it</a></p>'),
        ("<p><em>a</em> <em>b</em> c</p>", "<p><em>a </em><em>b</em> c</p>"),
        ("<ul><li>a</li> <li>b</li></ul>", "<ul><li>a</li> <li>b</li></ul>"),
    ],
)
def test_no_space_stands_alone_between_two_tags_of_a_text(given: str, carried: str) -> None:
    """Moodle loses such a space when it imports a cartridge."""
    assert plain_html([html.fragment_fromstring(given)], R) == carried


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
            "webcontent",
            f"imswl_xml{version.code}",
            f"imsdt_xml{version.code}",
            f"imsqti_xmlv1p2/imscc_xml{version.code}/assessment",
        }


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.number)
def test_web_links_and_topics_hold_what_the_format_wants_in_its_order(courses: list[Course], version: Version) -> None:
    links, topics = (f"{{{version.namespace(f'{part}_{version.code}')}}}" for part in ("imswl", "imsdt"))
    files = cartridge(courses[0], version)
    for name, text in files.items():
        if name.startswith("links/"):
            top = parsed(text)
            assert top.tag == f"{links}webLink"
            assert [child.tag for child in top] == [f"{links}title", f"{links}url"]
            assert top.find(f"{links}url").get("href").startswith("https://example.org/little/l/")
        elif name.startswith("topics/"):
            top = parsed(text)
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
    assert 'href="https://example.org/little/l/en/concepts-what/#core"' in texts[-1]


def test_versions_differ_in_names_only(courses: list[Course]) -> None:
    newer, older = cartridge(courses[0], V1_3), cartridge(courses[0], V1_1)
    for name, text in newer.items():
        assert str(text).replace("v1p3", "v1p1").replace("1.3.0", "1.1.0") == older[name]


@pytest.mark.parametrize("version", scorm.VERSIONS, ids=lambda version: version.number)
def test_a_scorm_package_has_one_sco_and_all_its_files(courses: list[Course], version: scorm.Version) -> None:
    """SCORM 1.2 CAM 2.3, 2004 CAM 3.4: metadata, organizations with a default, resources; the type of the resource."""
    for course in courses:
        files = scorm.scorm(course, version, SHEETS)
        manifest = parsed(files["imsmanifest.xml"])
        own = f"{{{version.packaging}}}"
        assert [child.tag for child in manifest] == [f"{own}{name}" for name in PARTS]
        assert manifest.findtext(f"{own}metadata/{own}schema") == "ADL SCORM"
        assert manifest.findtext(f"{own}metadata/{own}schemaversion") == version.number
        (organization,) = manifest.iter(f"{own}organization")
        assert organization.getparent().get("default") == organization.get("identifier")
        (item,) = organization.iter(f"{own}item")
        (resource,) = manifest.iter(f"{own}resource")
        assert item.get("identifierref") == resource.get("identifier")
        assert (resource.get("type"), resource.get(f"{{{version.adl}}}{version.scorm_type}")) == ("webcontent", "sco")
        assert {file.get("href") for file in resource.iter(f"{own}file")} == set(files) - {"imsmanifest.xml"}
        assert resource.get("href") in files
        controls = manifest.find(f".//{{{scorm.SEQUENCING}}}deliveryControls")
        assert (controls is not None) == (version is scorm.V2004)


def test_every_kind_of_package_says_its_version_and_where_one_sees_the_newest(courses: list[Course]) -> None:
    course = replace(courses[1], version="2026-11-28")
    newest = 'href="https://example.org/little/l/en/training-path-new/#downloads"'
    for version in scorm.VERSIONS:
        files = scorm.scorm(course, version, {})
        assert ">2026-11-28</" in str(files["imsmanifest.xml"])
        assert "Version 2026-11-28." in str(files["index.html"]) and newest in str(files["index.html"])
    assert "2026-11-28" in str(cmi5(course, {})["cmi5.xml"])
    for kind in VERSIONS:
        files = cartridge(course, kind)
        manifest = parsed(files["imsmanifest.xml"])
        assert manifest.findtext(".//{*}general/{*}description/{*}string", "").endswith(" Version 2026-11-28.")
        assert manifest.find(".//{*}lifeCycle") is None, "the profile has no version in it, and Moodle refuses one"
        assert next(iter(manifest.iter("{*}item"))).find(".//{*}item[@identifierref]").get("identifierref") == "about"
        assert "Version 2026-11-28." in str(files["about.html"]) and newest in str(files["about.html"])
    files = backup(course, {})
    first = parsed(files["sections/section_1/section.xml"]).findtext("sequence", "").split(",")[0]
    page = parsed(files[f"activities/page_{first}/page.xml"]).findtext("page/content", "")
    assert "Version 2026-11-28." in page and newest in page


def test_the_page_loads_nothing_from_elsewhere_and_marks_every_step(courses: list[Course]) -> None:
    page = html.document_fromstring(str(page_files(courses[0], "cmi5", SHEETS)["index.html"]))
    assert page.xpath("//link/@href | //script/@src") == ["course.css", "course.js"]
    assert page.get("data-platform") == "cmi5"
    assert not page.xpath("//img | //iframe | //style | //script[not(@src)] | //@style | //@onclick")
    boxes = page.xpath("//input[@type='checkbox']/@id")
    assert boxes == ["step-1", "step-2"] == page.xpath("//label/@for")
    links = [link for link in page.iter("a") if not link.get("href").startswith("sheets/")]
    assert {(link.get("rel"), link.get("target")) for link in links} == {("noopener noreferrer", "_blank")}


def test_the_page_asks_the_questions_of_the_quiz_and_says_why(courses: list[Course]) -> None:
    page = html.document_fromstring(str(page_files(courses[1], "scorm-1.2", {})["index.html"]))
    (form,) = page.xpath("//form")
    assert form.get("data-correct") == "2"
    assert form.findtext(".//legend") == "Which < & one?"
    assert [" ".join(label.text_content().split()) for label in form.iter("label")] == [
        "A. Yes & no",
        "B. No",
        "C. Maybe",
    ]
    said = form.xpath(".//p[@data-verdict and @hidden]")
    assert [line.get("data-verdict") for line in said] == ["right", "wrong"]
    for line in said:
        assert "Because <so>." in line.text_content()
        assert line.xpath("a/@href") == ["https://example.org/little/l/en/concepts-what/#core"]


def test_sheets_to_fill_in_come_along_as_files_and_only_where_they_are(courses: list[Course]) -> None:
    step = replace(courses[0].steps[0], sheets=(Worksheet("first-sheet", "A & b"), Worksheet("lost", "Lost")))
    course = replace(courses[0], steps=(step,))
    files = page_files(course, "scorm-1.2", SHEETS)
    page = html.document_fromstring(str(files["index.html"]))
    links = page.xpath("//a[@download]")
    assert [(link.get("href"), link.text) for link in links] == [("sheets/first-sheet.docx", "A & b")]
    assert files["sheets/first-sheet.docx"] == SHEETS["first-sheet"]
    packed = cartridges.cartridge(course, V1_1, SHEETS)
    assert packed["sheets/first-sheet.docx"] == SHEETS["first-sheet"]
    assert not [name for name in packed if "lost" in name]


def test_titles_on_the_page_are_text_and_no_markup(courses: list[Course]) -> None:
    title = 'If a < b & "so"'
    step = replace(courses[0].steps[0], title=title, checks=())
    text = str(page_files(replace(courses[0], title=title, steps=(step,)), "scorm-1.2", {})["index.html"])
    page = html.document_fromstring(text)
    assert [page.findtext(f".//{tag}") for tag in ("title", "h1", "h2")] == [title] * 3
    assert page.xpath("string(//label)").count(title) == 1
    assert text.count('If a &lt; b &amp; "so"') == 4


def test_a_cmi5_course_is_one_unit_that_is_met_when_completed(courses: list[Course]) -> None:
    """cmi5 13.1: ids are addresses, texts have a language, the unit says what it opens and what completes it.

    The schema is the specification's own (github.com/AICC/CMI-5_Spec_Current, Apache-2.0).
    """
    course = courses[1]
    files = cmi5(course, SHEETS)
    assert next(iter(files)) == "cmi5.xml"
    own = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"
    structure = parsed(files["cmi5.xml"])
    schema = etree.XMLSchema(file=str(Path(__file__).parents[1] / "support" / "cmi5-course-structure.xsd"))
    assert schema.validate(structure), schema.error_log
    assert [child.tag for child in structure] == [f"{own}course", f"{own}au"]
    whole, unit = structure
    assert (whole.get("id"), unit.get("id")) == (course.url, f"{course.url}#steps")
    assert (unit.get("moveOn"), unit.findtext(f"{own}url")) == ("Completed", "index.html")
    for part in structure:
        assert [child.tag for child in part][:2] == [f"{own}title", f"{own}description"]
        assert {text.get("lang") for text in part.iter(f"{own}langstring")} == {"en"}


def test_packages_are_the_same_byte_for_byte_and_listed_with_their_sizes(tmp_path: Path) -> None:
    guide, site = path_guide(tmp_path), tmp_path / "site"
    build(guide, site)
    first = {file: file.read_bytes() for file in write_packages(guide, site)}
    page = (site / "en/training/new/index.html").read_bytes()
    assert {file: file.read_bytes() for file in write_packages(guide, site)} == first
    assert (site / "en/training/new/index.html").read_bytes() == page
    ends = ("-cc11.imscc", "-cmi5.zip", "-kit.zip", "-scorm2004.zip", ".imscc", ".mbz", ".zip")
    banks = ("-questions.gift.txt", "-questions.xml")
    assert sorted(file.name for file in first) == [
        *(f"new-{language}{end}" for language in ("en", "sv") for end in ends),
        *(f"whole-guide-{language}{end}" for language in ("en", "sv") for end in banks),
    ]
    links = html.document_fromstring(page).xpath("//section[@data-guide-downloads]//a")
    ends = ("-kit.zip", ".mbz", "-cc11.imscc", ".imscc", ".zip", "-scorm2004.zip", "-cmi5.zip")
    assert [link.get("href") for link in links] == [f"../../../downloads/new-en{end}" for end in ends]
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
    assert texts[0] == ["Path or workshop", "To print and show", "Moodle", "Course package", "A single activity"]
    assert texts[1][0] == "New" and texts[1][1].startswith("Everything in one package, ZIP (")
    assert texts[1][2].startswith("Whole course for Moodle (")
    assert texts[1][3].startswith("Common Cartridge 1.1 (")
    assert texts[2][1] == "PDF (1 kB)" and texts[2][2].startswith("Questions, Moodle XML (")
    assert texts[2][3:] == ["Not available", "Not available"]


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
    assert course.url == "https://example.org/little/l/sv/training-path-new.html"
    assert course.steps[0].readings[0].url == "https://example.org/little/l/sv/concepts-what.html#core"
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
        # The package that is tested, not one that is installed.
        env={"PATH": "", "PYTHONPATH": str(Path(__file__).parents[2] / "scripts")},
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("Wrote 18 files, ")


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
