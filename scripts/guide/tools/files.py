"""Files written whole or not at all.

What lives here: writing through a temporary file beside the target. What does not: what
is written.
"""

from __future__ import annotations

import tempfile
from pathlib import Path


def write_whole(text: str, path: Path) -> None:
    """Write a file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        file.write(text)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)
