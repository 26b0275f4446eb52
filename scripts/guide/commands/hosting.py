"""The ``hosting`` command: the files for servers of one's own, which no site holds."""

from __future__ import annotations

from pathlib import Path

from guide.commands.command import CLEAN, command
from guide.export.hosting import FOLDER, files_of_servers


@command("hosting")
def hosting(config: Path) -> int:
    """Write the files for nginx and Caddy."""
    folder = config.resolve().parent / FOLDER
    folder.mkdir(exist_ok=True)
    for name, text in files_of_servers().items():
        (folder / name).write_text(text, encoding="utf-8")
    return CLEAN
