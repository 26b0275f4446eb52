"""The ``check`` command: the sources, and a built site where one is named.

What lives here: its options and where the report goes. What does not: the checks.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from guide.checks.findings import Finding, nearest
from guide.checks.fixes import apply_fixes
from guide.checks.report import FORMATS, summary
from guide.checks.running import all_rules, check_site, check_sources
from guide.commands.command import CLEAN, FINDINGS, root_of
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.reading.site import read_site
from guide.tools.errors import CannotRunError


def check_options(parser: argparse.ArgumentParser) -> None:
    """Options of ``check``."""
    parser.add_argument("--site", type=Path, metavar="DIR", help="check this built site as well")
    parser.add_argument("--format", choices=("text", "json", "sarif", "github"), default="text")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the report to a file")
    parser.add_argument("--only", default="", metavar="ID,…", help="only these findings")
    parser.add_argument("--fix", action="store_true", help="make the mends that are safe, then check again")


def run_check(arguments: argparse.Namespace) -> int:
    """Check the sources, and the built site where one is named."""
    only = _known_ids(arguments.only)
    found = _findings(arguments, only)
    if arguments.fix:
        mended = apply_fixes(found, root_of(arguments))
        print(f"mended {len(mended)}", file=sys.stderr)
        found = _findings(arguments, only) if mended else found
    _write(found, arguments)
    return FINDINGS if found else CLEAN


def _findings(arguments: argparse.Namespace, only: frozenset[str]) -> list[Finding]:
    settings = load_settings(arguments.config)
    guide = read_guide(settings)
    found = check_sources(guide, only)
    if arguments.site is None:
        return found
    folder = arguments.site.resolve()
    return found + check_site(guide, read_site(folder, settings.relative(folder)), only)


def _known_ids(text: str) -> frozenset[str]:
    ids = frozenset(name.strip() for name in text.split(",") if name.strip())
    for name in sorted(ids - all_rules().keys()):
        near = nearest(name, all_rules())
        hint = f'; did you mean "{near}"?' if near else ""
        raise CannotRunError(f'no finding is called "{name}"{hint} — CHECKS.md lists them all')
    return ids


def _write(found: Sequence[Finding], arguments: argparse.Namespace) -> None:
    name = arguments.format
    if name == "text" and arguments.output is None and _is_coloured_terminal():
        name = "terminal"
    report = FORMATS[name](found, all_rules())
    if arguments.output is None:
        sys.stdout.write(report)
        if name == "text" and found:
            print(summary(found), file=sys.stderr)
    else:
        arguments.output.write_text(report, encoding="utf-8")


def _is_coloured_terminal() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
