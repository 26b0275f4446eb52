"""Zip files that are the same, byte for byte, whenever they hold the same.

What lives here: packing. What does not: what is packed (``cartridge.py``, ``scorm.py``).
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

# The earliest moment that a zip file can hold (APPNOTE.TXT 4.4.6, MS-DOS date and time).
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o644 << 16


def write_archive(target: Path, files: Mapping[str, str]) -> None:
    """Write ``files`` (path in the archive → text) to ``target``, in the order given, without dates."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode("utf-8"), compresslevel=9)
