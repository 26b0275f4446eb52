"""The guide's source files as text, to be changed and written back.

What lives here: reading a file by its path in the guide, and writing several at once. What does not: what is changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from guide.reading.encoding import decode
from guide.tools.files import write_whole
from guide.tools.yaml import read_yaml


class Sources:
    """The files below the folder of a mkdocs.yml."""

    def __init__(self, root: Path) -> None:
        """Take the folder."""
        self.root = root

    def text(self, path: str) -> str:
        """Give a file's text with line feeds only, or "" where there is no such file."""
        file = self.root / path
        return decode(file.read_bytes(), path)[0] if file.is_file() else ""

    def yaml(self, path: str) -> Mapping[str, Any]:
        """Give the mapping that a YAML file holds. Raises YamlError."""
        value = read_yaml(self.text(path)).value
        return value if isinstance(value, dict) else {}

    def write(self, texts: Mapping[str, str], gone: Iterable[str] = ()) -> None:
        """Write files, each whole or not at all, and take away those that are gone."""
        for path, text in texts.items():
            write_whole(text, self.root / path)
        for path in gone:
            (self.root / path).unlink()
