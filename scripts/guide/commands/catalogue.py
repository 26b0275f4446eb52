"""The ``catalogue`` command: CHECKS.md, made from the rules."""

from __future__ import annotations

from pathlib import Path

import click

from guide.checks import catalogue as contents
from guide.checks.running import rules_by_concern
from guide.commands.command import CLEAN, FINDINGS, PATH, command


@command("catalogue")
@click.option("--output", type=PATH, metavar="FILE", help="Default: CHECKS.md beside mkdocs.yml.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when the file is not up to date.")
def catalogue(config: Path, output: Path | None, check: bool) -> int:
    """Write CHECKS.md, which explains every finding."""
    path = output or config.resolve().parent / "CHECKS.md"
    text = contents.catalogue(rules_by_concern())
    if not check:
        path.write_text(text, encoding="utf-8")
        return CLEAN
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return CLEAN
    print(f"{path}:1:1: not up to date — run: guide catalogue")
    return FINDINGS
