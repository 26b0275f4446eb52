"""The ``catalogue`` command: CHECKS.md, made from the rules."""

from __future__ import annotations

import argparse
from pathlib import Path

from guide.checks.catalogue import catalogue
from guide.checks.running import rules_by_concern
from guide.commands.command import CLEAN, FINDINGS, root_of


def catalogue_options(parser: argparse.ArgumentParser) -> None:
    """Options of ``catalogue``."""
    parser.add_argument("--output", type=Path, metavar="FILE", help="default: CHECKS.md beside mkdocs.yml")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the file is not up to date")


def run_catalogue(arguments: argparse.Namespace) -> int:
    """Write the catalogue of findings."""
    path: Path = arguments.output or root_of(arguments) / "CHECKS.md"
    text = catalogue(rules_by_concern())
    if not arguments.check:
        path.write_text(text, encoding="utf-8")
        return CLEAN
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return CLEAN
    print(f"{path}:1:1: not up to date — run: python -m guide catalogue")
    return FINDINGS
