"""The packages of a built site, told apart by what is in them.

What lives here: which kinds there are, how each goes into Moodle, and which file is of
which kind and language. What does not: making packages (``guide.export``).
"""

from __future__ import annotations

import gzip
import io
import re
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Kind(Enum):
    """A kind of package: what it is called, and how it goes into Moodle ("" where it does not)."""

    SCORM_12 = ("SCORM 1.2", "scorm")
    SCORM_2004 = ("SCORM 2004", "scorm")
    CC_11 = ("Common Cartridge 1.1", "cartridge")
    CC_13 = ("Common Cartridge 1.3", "cartridge")
    MBZ = ("Moodle backup", "backup")
    XML = ("Moodle XML", "xml")
    GIFT = ("GIFT", "gift")
    H5P = ("H5P", "h5p")
    CMI5 = ("cmi5", "")

    @property
    def label(self) -> str:
        """What the kind is called."""
        return self.value[0]

    @property
    def is_taken(self) -> bool:
        """Moodle takes it as it comes: of cartridges only up to 1.1, and cmi5 only with a plug-in."""
        return self not in {Kind.CC_13, Kind.CMI5}

    @property
    def way(self) -> str:
        """How it is imported: the word that ``php/import.php`` takes."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Package:
    """A file that a learning platform takes."""

    kind: Kind
    """What it is."""
    language: str
    """The language of its texts: "sv"."""
    path: Path
    """The file."""

    @property
    def name(self) -> str:
        """What it is called in the report."""
        return self.path.name


_LANGUAGE = re.compile(r"-([a-z]{2})(?=[-.])")


def packages_in(folders: Iterable[Path]) -> list[Package]:
    """Give every package below the folders, by kind, language and name; other files are left out."""
    files = {path for folder in folders for path in folder.rglob("*") if path.is_file()}
    found = [each for path in files for each in _read(path)]
    order = list(Kind)
    return sorted(found, key=lambda each: (order.index(each.kind), each.language, each.name))


def _read(path: Path) -> Iterator[Package]:
    kind = kind_of(path)
    language = _LANGUAGE.findall(path.name)
    if kind is not None:
        yield Package(kind, language[-1] if language else "?", path)


def kind_of(path: Path) -> Kind | None:
    """Give the kind of a file, by what is in it; None where it is no package, or broken."""
    suffix = path.suffix.lower()
    if suffix == ".mbz":
        return Kind.MBZ if "moodle_backup.xml" in _names(path) else None
    if suffix == ".h5p":
        return Kind.H5P if "h5p.json" in _names(path) else None
    if suffix in {".zip", ".imscc"}:
        return _kind_of_manifest(path)
    if suffix == ".xml":
        return Kind.XML if re.search(rb"<quiz[\s>]", path.read_bytes()[:2000]) else None
    # GIFT has no mark of its own: a file named so, or a text whose answers stand in braces.
    if suffix == ".gift" or (suffix == ".txt" and re.search(rb"^::.*\{", path.read_bytes(), re.MULTILINE)):
        return Kind.GIFT
    return None


def _kind_of_manifest(path: Path) -> Kind | None:
    if not zipfile.is_zipfile(path):
        return None
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if "cmi5.xml" in names:
            return Kind.CMI5
        if "imsmanifest.xml" not in names:
            return None
        manifest = archive.read("imsmanifest.xml").decode("utf-8", "replace")
    said = re.search(r"<schemaversion>\s*([^<]+?)\s*</schemaversion>", manifest)
    version = said[1] if said else ""
    if "imsccv1p" in manifest:
        return Kind.CC_11 if version.startswith("1.1") else Kind.CC_13
    return Kind.SCORM_2004 if version.startswith("2004") else Kind.SCORM_12


def _names(path: Path) -> list[str]:
    """Give the names in a ZIP or a packed TAR: a backup of Moodle's may be either."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return archive.namelist()
    try:
        with tarfile.open(fileobj=io.BytesIO(gzip.decompress(path.read_bytes()))) as packed:
            return packed.getnames()
    except (OSError, tarfile.TarError):
        return []
