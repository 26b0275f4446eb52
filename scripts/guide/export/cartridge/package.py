"""Common Cartridge: a course as web links, discussion topics, sheets to fill in and quizzes.

What lives here: the manifest and its resources, for version 1.1, which every platform
that was tried reads, and for 1.3. What does not: the quizzes' own form (``questions.py``) and zipping
(``archive.py``). Followed: 1EdTech Common Cartridge Profile 1.3, Implementation
(https://www.imsglobal.org/cc/ccv1p3/imscc_Implementation-v1p3.html): one organization
of structure ``rooted-hierarchy`` with one untitled root item, web links, discussion
topics, and assessments of QTI 1.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from guide.addresses.open_data import LICENCE
from guide.export.cartridge.assessment import assessment
from guide.export.course import Course, KnowledgeCheck, Reading, Section, Step
from guide.export.handouts import sheets as handouts
from guide.export.sayings import link, version_line
from guide.tools.xmltext import XSI, add, file_text, root
from guide.words import words_of

_PROFILE = "http://www.imsglobal.org/profile/cc"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the format: the same elements in other namespaces."""

    number: str
    """As the manifest says it: "1.3.0"."""
    code: str
    """As namespaces and resource types say it: "v1p3"."""
    suffix: str
    """What its files are called after the course's name and language."""

    def namespace(self, part: str) -> str:
        """Give a namespace of this version: "imscp_v1p1" is the manifest's own."""
        return f"http://www.imsglobal.org/xsd/imscc{self.code}/{part}"

    @property
    def lom(self) -> str:
        """Namespace of the manifest's metadata."""
        return f"http://ltsc.ieee.org/xsd/imscc{self.code}/LOM/manifest"

    def schema(self, file: str) -> str:
        """Give the address of a schema."""
        return f"{_PROFILE}/cc{self.code}/cc{self.code}_{file}"


V1_3 = Version("1.3.0", "v1p3", ".imscc")
V1_1 = Version("1.1.0", "v1p1", "-cc11.imscc")
VERSIONS = (V1_1, V1_3)


def cartridge(course: Course, version: Version, sheets: Mapping[str, bytes]) -> dict[str, str | bytes]:
    """Give the files of the cartridge, the manifest first; ``sheets`` are the Word documents, by name."""
    return _Cartridge(course, version, sheets).files()


@dataclass
class _Cartridge:
    """Collects items and resources while it walks the course."""

    course: Course
    version: Version
    sheets: Mapping[str, bytes]
    resources: dict[str, tuple[str, str, str | bytes]] = field(default_factory=dict)
    """Identifier → type, file, what it holds."""
    link_by_url: dict[str, str] = field(default_factory=dict)
    """Address → identifier of its resource: a place that two steps send to is one resource."""
    items: int = 0
    """Items so far, for their identifiers."""

    def files(self) -> dict[str, str | bytes]:
        manifest = self.manifest()
        return {"imsmanifest.xml": manifest, **{file: held for _, file, held in self.resources.values()}}

    def manifest(self) -> str:
        language, own = self.course.language, self.version.namespace("imscp_v1p1")
        top = root(own, "manifest", {"lomimscc": self.version.lom, "xsi": XSI})
        top.set("identifier", f"tillitsguiden-{self.course.name}-{language}")
        top.set(
            f"{{{XSI}}}schemaLocation",
            f"{own} {self.version.schema('imscp_v1p2_v1p0.xsd')} "
            f"{self.version.lom} {_PROFILE}/cc{self.version.code}/LOM/cc{self.version.code}_lommanifest_v1p0.xsd",
        )
        self.add_metadata(top)
        organizations = add(top, "organizations")
        organization = add(organizations, "organization", identifier="organization", structure="rooted-hierarchy")
        self.add_items(add(organization, "item", identifier="root"))
        self.add_resources(top)
        return file_text(top)

    def add_metadata(self, top: Any) -> None:
        """Add what the course is called, what it is about, its language and its licence (IEEE LOM)."""
        course, space = self.course, f"{{{self.version.lom}}}"
        metadata = add(top, "metadata")
        add(metadata, "schema", "IMS Common Cartridge")
        add(metadata, "schemaversion", self.version.number)
        lom = add(metadata, f"{space}lom")
        general = add(lom, "general")
        add(add(general, "title"), "string", course.title, language=course.language)
        add(general, "language", course.language)
        # The profile's life cycle has no place for a version (Moodle refuses one), so the description says it.
        version = words_of(course.language)["course.version"].format(course.version) if course.version else ""
        about = f"{course.page.front.text('description')} {version}".rstrip()
        add(add(general, "description"), "string", about, language=course.language)
        rights = add(lom, "rights")
        add(add(rights, "copyrightAndOtherRestrictions"), "value", "yes")
        add(add(rights, "description"), "string", f"CC BY 4.0, {LICENCE}", language=course.language)

    def add_items(self, top: Any) -> None:
        words = words_of(self.course.language).section("course")
        start = self.folder(top, words["start"])
        self.add_about(start, words["about"])
        self.add_link(start, words["whole-path"], self.course.url)
        self.add_section_link(start, "time-and-preparation")
        self.add_section_link(start, "for-the-facilitator")
        for step in self.course.steps:
            self.add_step(top, step)
        closing = self.folder(top, words["closing"])
        discuss = self.course.sections.get("discuss")
        if discuss is not None:
            self.add_topic(closing, "discuss", discuss, discuss.title, "course.section-in-the-guide")
        self.add_section_link(closing, "bring")

    def add_step(self, top: Any, step: Step) -> None:
        folder = self.folder(top, step.title)
        for reading in step.readings:
            self.add_reading(folder, reading)
        title = words_of(self.course.language)["course.topic"].format(step.title)
        self.add_topic(folder, step.id, step, title, "course.step-in-the-guide")
        for sheet in step.sheets:
            if sheet.name in self.sheets:
                file = f"sheets/{sheet.name}{handouts.SUFFIX}"
                self.add_file(folder, f"sheet-{sheet.name}", sheet.title, file, self.sheets[sheet.name])
        for check in step.checks:
            self.add_check(folder, check)

    def folder(self, parent: Any, title: str) -> Any:
        return self.item(parent, title)

    def item(self, parent: Any, title: str, **reference: str) -> Any:
        self.items += 1
        made = add(parent, "item", identifier=f"item-{self.items:02d}", **reference)
        add(made, "title", title)
        return made

    def add_about(self, parent: Any, title: str) -> None:
        """Add what the course is, which version, and where one sees whether there is a newer one."""
        course = self.course
        page = (
            f'<!doctype html>\n<html lang="{course.language}">\n<head>\n<meta charset="utf-8">\n'
            f"<title>{escape(title, quote=False)}</title>\n</head>\n<body>\n"
            f"<h1>{escape(course.title, quote=False)}</h1>\n{course.lead}\n"
            f"<p>{version_line(course)}</p>\n</body>\n</html>\n"
        )
        self.add_file(parent, "about", title, "about.html", page)

    def add_file(self, parent: Any, identifier: str, title: str, file: str, held: str | bytes) -> None:
        """Add a file that the platform shows or gives as it is (CC 1.3 Implementation, "Web Content")."""
        self.resources[identifier] = ("webcontent", file, held)
        self.item(parent, title, identifierref=identifier)

    def add_section_link(self, parent: Any, anchor: str) -> None:
        section = self.course.sections.get(anchor)
        if section is not None:
            self.add_link(parent, section.title, section.url)

    def add_reading(self, parent: Any, reading: Reading) -> None:
        self.add_link(parent, reading.title, reading.url)

    def add_link(self, parent: Any, title: str, url: str) -> None:
        """Add a web link (CC 1.3 Implementation, "Web Links")."""
        identifier = self.link_by_url.get(url)
        if identifier is None:
            identifier = f"link-{len(self.link_by_url) + 1:02d}"
            self.link_by_url[url] = identifier
            part = f"imswl_{self.version.code}"
            link = self.resource_root(part, "webLink")
            add(link, "title", title)
            add(link, "url", href=url, target="_blank")
            kind = f"imswl_xml{self.version.code}"
            self.resources[identifier] = (kind, f"links/{identifier}.xml", file_text(link))
        self.item(parent, title, identifierref=identifier)

    def add_topic(self, parent: Any, anchor: str, said: Step | Section, title: str, more: str) -> None:
        """Add a discussion topic (CC 1.3 Implementation, "Discussion Topics")."""
        identifier = f"topic-{anchor}"
        topic = self.resource_root(f"imsdt_{self.version.code}", "topic")
        add(topic, "title", title)
        on = link(said.url, words_of(self.course.language)[more])
        add(topic, "text", f"{said.html}<p>{on}</p>", texttype="text/html")
        kind = f"imsdt_xml{self.version.code}"
        self.resources[identifier] = (kind, f"topics/{identifier}.xml", file_text(topic))
        self.item(parent, title, identifierref=identifier)

    def add_check(self, parent: Any, check: KnowledgeCheck) -> None:
        """Add a quiz (CC 1.3 Implementation, "Assessments")."""
        language = self.course.language
        identifier = f"quiz-{check.quiz.page.removesuffix('.md').replace('/', '-')}"
        text = assessment(check, identifier, language, self.version.schema("qtiasiv1p2p1_v1p0.xsd"))
        kind = f"imsqti_xmlv1p2/imscc_xml{self.version.code}/assessment"
        self.resources[identifier] = (kind, f"quizzes/{identifier}.xml", text)
        self.item(parent, words_of(language)["course.quiz"].format(check.title), identifierref=identifier)

    def resource_root(self, part: str, tag: str) -> Any:
        namespace = self.version.namespace(part)
        made = root(namespace, tag, {"xsi": XSI})
        made.set(f"{{{XSI}}}schemaLocation", f"{namespace} {self.version.schema(part + '.xsd')}")
        return made

    def add_resources(self, top: Any) -> None:
        resources = add(top, "resources")
        for identifier, (kind, file, _) in self.resources.items():
            resource = add(resources, "resource", identifier=identifier, type=kind)
            if kind == "webcontent":
                resource.set("href", file)
            add(resource, "file", href=file)
