"""Steps of a build that write files, whose files are put back where they would be the same again.

What lives here: what a step has written, and putting it back. What does not: which steps there are, and
what they depend on (``site.py``). A step is anything that writes into a folder: what it writes need not be
known here, so a new kind of file is kept like the others.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from guide.builder.kept import Cache, digest

Step = Callable[[Path], list[str]]
"""Writes into a folder, and gives what went wrong."""


def apart(cache: Cache, key: str, folder: Path, step: Step) -> list[str]:
    """Do a step that reads nothing in ``folder``, or put back what it wrote under the same key; give what went wrong.

    Others may write there meanwhile: the step gets a folder of its own, and its files are moved.
    """
    kept: Mapping[str, bytes] | None = cache.get(key)
    if kept is not None:
        _put_back(kept, folder)
        return []
    with tempfile.TemporaryDirectory(prefix="step-", dir=folder.parent) as name:
        own = Path(name)
        warnings = step(own)
        written = {path.relative_to(own).as_posix(): path.read_bytes() for path in own.rglob("*") if path.is_file()}
    _put_back(written, folder)
    _keep(cache, key, written, warnings)
    return warnings


def upon(cache: Cache, key: str, folder: Path, step: Step) -> list[str]:
    """Do a step that changes or adds files in ``folder``, where nobody else writes meanwhile, or put back its files.

    ``key`` need not tell of what stands there. Give what went wrong.
    """
    before = _contents(folder)
    key = digest(key, sorted(before.items()))
    kept: Mapping[str, bytes] | None = cache.get(key)
    if kept is not None:
        _put_back(kept, folder)
        return []
    warnings = step(folder)
    after = _contents(folder)
    changed = {name for name, content in after.items() if before.get(name) != content}
    # Putting back takes nothing away.
    if before.keys() <= after.keys():
        _keep(cache, key, {name: (folder / name).read_bytes() for name in sorted(changed)}, warnings)
    return warnings


def _keep(cache: Cache, key: str, written: Mapping[str, bytes], warnings: list[str]) -> None:
    # What is warned of must be said again next time.
    if not warnings:
        cache.put(key, written)


def _put_back(kept: Mapping[str, bytes], folder: Path) -> None:
    for name, content in kept.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).digest()
        for path in folder.rglob("*")
        if path.is_file()
    }
