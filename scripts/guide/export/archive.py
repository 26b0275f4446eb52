"""Zip files that are the same, byte for byte, whenever they hold the same.

What lives here: packing. What does not: what is packed (``cartridge/``, ``scorm/``, ``handouts/``, ``slides/``).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

# The earliest moment that a zip file can hold (APPNOTE.TXT 4.4.6, MS-DOS date and time).
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o644 << 16


def write_archive(target: Path, files: Mapping[str, str | bytes]) -> None:
    """Write ``files`` (path in the archive → text or bytes) to ``target``, in the order given, without dates."""
    target.parent.mkdir(parents=True, exist_ok=True)
    data = {name: held.encode("utf-8") if isinstance(held, str) else held for name, held in files.items()}
    target.write_bytes(_packed(data, level=9))


def repacked(archive: bytes) -> bytes:
    """Give a zip file that holds the same as another, in the same order, without its dates."""
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        # Harder compression takes twice the time and gives one per cent.
        return _packed({name: packed.read(name) for name in packed.namelist()}, level=6)


def _packed(files: Mapping[str, bytes], level: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=level)
    return buffer.getvalue()
