"""The ``check`` command: the sources, and a built site where one is named.

What lives here: its options and where the report goes. What does not: the checks.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

import click

from guide.checks.findings import Finding, nearest
from guide.checks.fixes import apply_fixes
from guide.checks.report import FORMATS, summary
from guide.checks.running import all_rules, check_site, check_sources
from guide.commands.command import CLEAN, FINDINGS, PATH, command, names_in
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.reading.site import read_site
from guide.tools.errors import CannotRunError


@command("check")
@click.option("--site", type=PATH, metavar="DIR", help="Check this built site as well.")
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif", "github"]), default="text")
@click.option("--output", type=PATH, metavar="FILE", help="Write the report to a file.")
@click.option("--only", default="", metavar="ID,…", help="Only these findings.")
@click.option("--fix", is_flag=True, help="Make the fixes that are safe, then check again.")
def check(config: Path, site: Path | None, form: str, output: Path | None, only: str, fix: bool) -> int:
    """Check the sources, and a built site."""
    ids = _known_ids(only)
    found = _findings(config, site, ids)
    if fix:
        fixed = apply_fixes(found, config.resolve().parent)
        print(f"fixed {len(fixed)}", file=sys.stderr)
        found = _findings(config, site, ids) if fixed else found
    _write(found, form, output)
    return FINDINGS if found else CLEAN


def _findings(config: Path, site: Path | None, only: Collection[str]) -> list[Finding]:
    settings = load_settings(config)
    guide = read_guide(settings)
    found = check_sources(guide, only)
    if site is None:
        return found
    folder = site.resolve()
    return found + check_site(guide, read_site(folder, settings.relative(folder)), only)


def _known_ids(text: str) -> Collection[str]:
    ids = names_in(text)
    for name in sorted(ids - all_rules().keys()):
        near = nearest(name, all_rules())
        hint = f'; did you mean "{near}"?' if near else ""
        raise CannotRunError(f'no finding is called "{name}"{hint} — CHECKS.md lists them all')
    return ids


def _write(found: Sequence[Finding], form: str, output: Path | None) -> None:
    if form == "text" and output is None and _is_coloured_terminal():
        form = "terminal"
    report = FORMATS[form](found, all_rules())
    if output is not None:
        output.write_text(report, encoding="utf-8")
        return
    sys.stdout.write(report)
    if form == "text" and found:
        print(summary(found), file=sys.stderr)


def _is_coloured_terminal() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
