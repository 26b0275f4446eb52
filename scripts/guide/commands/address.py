"""The ``address`` command: where the guide is published, asked before what takes long."""

from __future__ import annotations

from pathlib import Path

from guide.commands.command import CLEAN, command, read_guide_of, with_address


@command("address")
def address(config: Path) -> int:
    """Print the address that is built for.

    Refuses where there is none that others can reach.
    """
    print(with_address(read_guide_of(config)).settings.site_url)
    return CLEAN
