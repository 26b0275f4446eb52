"""The commands ``build`` and ``serve``.

What lives here: their options. What does not: building and serving (``builder/building.py``).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from guide.builder.building import build_site, serve_site


def build_options(parser: argparse.ArgumentParser) -> None:
    """Options of ``build``."""
    parser.add_argument("--site-dir", type=Path, metavar="DIR", help="default: site/ beside mkdocs.yml")


def run_build(arguments: argparse.Namespace) -> int:
    """Build and check the guide; a broken one leaves the former site as it was."""
    config = arguments.config.resolve()
    target = arguments.site_dir or config.parent / "site"
    return build_site(config, target.resolve())


def serve_options(parser: argparse.ArgumentParser) -> None:
    """Options of ``serve``."""
    parser.add_argument("--host", default="127.0.0.1", help="default: 127.0.0.1, this machine only")
    parser.add_argument("--port", type=int, default=8000, help="default: 8000")


def run_serve(arguments: argparse.Namespace) -> int:
    """Build, check and serve the guide with live reload."""
    return serve_site(arguments.config.resolve(), arguments.host, arguments.port)
