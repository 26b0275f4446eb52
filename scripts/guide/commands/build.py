"""The commands ``build`` and ``serve``.

What lives here: their options. What does not: building and serving (``builder/building.py``).
"""

from __future__ import annotations

from pathlib import Path

import click

from guide.builder.building import build_site, serve_site
from guide.commands.command import PATH, command
from guide.reading.settings import load_settings


@command("build")
@click.option("--site-dir", type=PATH, metavar="DIR", help="Default: site_dir of mkdocs.yml (SITE_DIR).")
def build(config: Path, site_dir: Path | None) -> int:
    """Build and check the guide.

    A broken guide leaves the former site as it was.
    """
    config = config.resolve()
    return build_site(config, (site_dir or load_settings(config).site_dir).resolve())


@command("serve")
@click.option("--host", default="127.0.0.1", help="Default: 127.0.0.1, this machine only.")
@click.option("--port", type=int, default=8000, help="Default: 8000.")
def serve(config: Path, host: str, port: int) -> int:
    """Build, check and serve the guide with live reload."""
    return serve_site(config.resolve(), host, port)
