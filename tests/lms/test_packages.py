"""Packages are told apart by what is in them, and their language by their name."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from lms.packages import Kind, Package, kind_of, packages_in

SCORM = "<manifest><metadata><schema>ADL SCORM</schema><schemaversion>{}</schemaversion></metadata></manifest>"
CARTRIDGE = '<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p{}/imscp_v1p1"><schemaversion>1.{}.0</schemaversion>'


def packed(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "."), text)
    return path


@pytest.mark.parametrize(
    ("name", "files", "kind"),
    [
        ("a.zip", {"imsmanifest__xml": SCORM.format("1.2")}, Kind.SCORM_12),
        ("a.zip", {"imsmanifest__xml": SCORM.format("2004 4th Edition")}, Kind.SCORM_2004),
        ("a.imscc", {"imsmanifest__xml": CARTRIDGE.format(1, 1)}, Kind.CC_11),
        ("a.imscc", {"imsmanifest__xml": CARTRIDGE.format(3, 3)}, Kind.CC_13),
        ("a.zip", {"cmi5__xml": "<courseStructure/>"}, Kind.CMI5),
        ("a.mbz", {"moodle_backup__xml": "<moodle_backup/>"}, Kind.MBZ),
        ("a.h5p", {"h5p__json": "{}"}, Kind.H5P),
        ("a.zip", {"index__html": "no package"}, None),
        ("a.mbz", {"other__xml": "no backup"}, None),
    ],
)
def test_a_zip_is_what_its_manifest_says(tmp_path: Path, name: str, files: dict[str, str], kind: Kind | None) -> None:
    assert kind_of(packed(tmp_path / name, **files)) is kind


def test_a_backup_may_be_a_packed_tar(tmp_path: Path) -> None:
    path = tmp_path / "a.mbz"
    with tarfile.open(path, "w:gz") as archive:
        archive.addfile(tarfile.TarInfo("moodle_backup.xml"), io.BytesIO())
    assert kind_of(path) is Kind.MBZ


def test_question_banks_are_known_by_their_text(tmp_path: Path) -> None:
    texts = {
        "a.xml": ('<?xml version="1.0"?>\n<quiz>\n</quiz>', Kind.XML),
        "b.xml": ("<quizzes/>", None),
        "c.txt": ("::One::What? {=Yes ~No}", Kind.GIFT),
        "d.txt": ("Only words.", None),
    }
    for name, (text, _) in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert {name: kind_of(tmp_path / name) for name in texts} == {name: kind for name, (_, kind) in texts.items()}


def test_a_broken_zip_is_no_package(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 and no more")
    assert packages_in([tmp_path]) == []


def test_packages_come_by_kind_and_language(tmp_path: Path) -> None:
    one = packed(tmp_path / "new-manager-sv.mbz", moodle_backup__xml="")
    two = packed(tmp_path / "hr-and-trainers-en-cc11.imscc", imsmanifest__xml=CARTRIDGE.format(1, 1))
    three = packed(tmp_path / "new-manager-en.mbz", moodle_backup__xml="")
    assert packages_in([tmp_path]) == [
        Package(Kind.CC_11, "en", two),
        Package(Kind.MBZ, "en", three),
        Package(Kind.MBZ, "sv", one),
    ]
