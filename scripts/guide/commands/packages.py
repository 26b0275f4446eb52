"""The ``packages`` command: the course packages, handouts and slides of a built site, written again."""

from __future__ import annotations

from pathlib import Path

from guide.commands.command import CLEAN, command, read_guide_of, site_option, with_address
from guide.export.downloads import FOLDER, size_in_words
from guide.export.packages import write_packages


@command("packages")
@site_option
def packages(config: Path, site: Path | None) -> int:
    """Write packages, handouts and slides of a built site."""
    guide = with_address(read_guide_of(config))
    site_dir = (site or guide.settings.site_dir).resolve()
    written = write_packages(guide, site_dir)
    total = size_in_words(sum(file.stat().st_size for file in written))
    print(f"Wrote {len(written)} files, {total} in all, to {site_dir / FOLDER}")
    return CLEAN
