"""SCORM: a course as one page that reports how far the learner has come, and how many answers were right.

What lives here: the manifests of SCORM 1.2 and of SCORM 2004 4th Edition. What does not: the page
(``interactive/page.py``). Followed: ADL SCORM 1.2, Content Aggregation Model 2.3; ADL SCORM 2004 4th
Edition, Content Aggregation Model 3.4. The schemas are not packed: the manifests name none, and their
licence is not ours to give.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guide.addresses.open_data import LICENCE
from guide.export.course import Course
from guide.export.interactive.page import ENTRY, page_files
from guide.tools.xmltext import add, file_text, root


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the format."""

    number: str
    """As the manifest says it."""
    platform: str
    """As the page is told of it."""
    suffix: str
    """What its files are called after the course's name and language."""
    packaging: str
    """Namespace of the manifest."""
    adl: str
    """Namespace of ADL's attributes."""
    scorm_type: str
    """The attribute that says that a resource speaks with the platform."""
    lom: str
    """Namespace of the metadata."""


V1_2 = Version(
    number="1.2",
    platform="scorm-1.2",
    suffix=".zip",
    packaging="http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    adl="http://www.adlnet.org/xsd/adlcp_rootv1p2",
    scorm_type="scormtype",
    lom="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
)
V2004 = Version(
    number="2004 4th Edition",
    platform="scorm-2004",
    suffix="-scorm2004.zip",
    packaging="http://www.imsglobal.org/xsd/imscp_v1p1",
    adl="http://www.adlnet.org/xsd/adlcp_v1p3",
    scorm_type="scormType",
    lom="http://ltsc.ieee.org/xsd/LOM",
)
VERSIONS = (V1_2, V2004)
SEQUENCING = "http://www.imsglobal.org/xsd/imsss"
"""Namespace of what a platform may conclude by itself (IMS Simple Sequencing)."""


def scorm(course: Course, version: Version, sheets: Mapping[str, bytes]) -> dict[str, str | bytes]:
    """Give the files of the package, the manifest first; ``sheets`` are the Word documents, by name."""
    files = page_files(course, version.platform, sheets)
    return {"imsmanifest.xml": _manifest(course, version, list(files)), **files}


def _manifest(course: Course, version: Version, files: list[str]) -> str:
    prefixes = {"adlcp": version.adl, "lom": version.lom}
    if version is V2004:
        prefixes["imsss"] = SEQUENCING
    top = root(version.packaging, "manifest", prefixes, identifier=course.identifier, version=course.version or "1")
    metadata = add(top, "metadata")
    add(metadata, "schema", "ADL SCORM")
    add(metadata, "schemaversion", version.number)
    _add_lom(metadata, course, version)
    organizations = add(top, "organizations", default="organization")
    organization = add(organizations, "organization", identifier="organization")
    add(organization, "title", course.title)
    item = add(organization, "item", identifier="item", identifierref="resource")
    add(item, "title", course.title)
    if version is V2004:
        # The page says itself what is completed and how well; the platform concludes nothing from its being opened.
        add(
            add(item, f"{{{SEQUENCING}}}sequencing"),
            "deliveryControls",
            completionSetByContent="true",
            objectiveSetByContent="true",
        )
    resource = add(add(top, "resources"), "resource", identifier="resource", type="webcontent", href=ENTRY)
    resource.set(f"{{{version.adl}}}{version.scorm_type}", "sco")
    for file in files:
        add(resource, "file", href=file)
    return file_text(top)


def _add_lom(metadata: Any, course: Course, version: Version) -> None:
    """Add title, language, what it is about, version and licence (LOM; 1.2 CAM 2.2, 2004 CAM 4.2)."""
    lom = add(metadata, f"{{{version.lom}}}lom")
    general = add(lom, "general")
    _add_text(general, "title", course.title, course.language)
    add(general, "language", course.language)
    _add_text(general, "description", course.page.front.text("description"), course.language)
    if course.version:
        cycle = add(lom, "lifecycle" if version is V1_2 else "lifeCycle")
        _add_text(cycle, "version", course.version, course.language)
    rights = add(lom, "rights")
    _add_text(rights, "description", f"CC BY 4.0, {LICENCE}", course.language)


def _add_text(parent: Any, tag: str, text: str, language: str) -> None:
    element = add(parent, tag)
    if parent.tag.startswith(f"{{{V1_2.lom}}}"):
        child = add(element, "langstring", text)
        child.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    else:
        add(element, "string", text, language=language)
