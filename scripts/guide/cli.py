"""The command line: ``python -m guide <command>``.

What lives here: the table of commands, their options and exit codes (0 clean, 1
findings, 2 could not run). What does not: the work, which each command calls.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from guide.catalogue import catalogue
from guide.checks import all_rules, check_site, check_sources, rules_by_concern
from guide.findings import Finding, nearest
from guide.fixes import apply_fixes
from guide.model import Guide
from guide.report import FORMATS, summary
from guide.settings import SettingsError, load_settings
from guide.site import SiteError, read_site
from guide.sources import read_guide, read_guide_and
from guide.spelling import DictionaryMissingError
from guide.translations import UnknownPageError, marked, paths_named, write_records

CLEAN, FINDINGS, COULD_NOT_RUN = 0, 1, 2


class CannotRunError(Exception):
    """The command cannot do its work: the message says what and the mend."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command."""

    name: str
    """What is typed."""
    help: str
    """One line on what it does."""
    options: Callable[[argparse.ArgumentParser], None]
    """Declares its options."""
    run: Callable[[argparse.Namespace], int]
    """Does it and gives the exit code; may raise CannotRunError, SettingsError, SiteError."""


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
        mended = apply_fixes(found, _root(arguments))
        print(f"mended {len(mended)}", file=sys.stderr)
        found = _findings(arguments, only) if mended else found
    _write(found, arguments)
    return FINDINGS if found else CLEAN


def _findings(arguments: argparse.Namespace, only: frozenset[str]) -> list[Finding]:
    settings = load_settings(arguments.config)
    if arguments.site is None:
        return check_sources(read_guide(settings), only)
    folder = arguments.site.resolve()
    # Reading the site takes about as long as checking the sources, and neither needs the other.
    with read_guide_and(settings, partial(read_site, folder, settings.relative(folder))) as (guide, site):
        found = check_sources(guide, only)
        return found + check_site(guide, site(), only)


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


def _guide(arguments: argparse.Namespace) -> Guide:
    return read_guide(load_settings(arguments.config))


def _root(arguments: argparse.Namespace) -> Path:
    root: Path = arguments.config.resolve().parent
    return root


def catalogue_options(parser: argparse.ArgumentParser) -> None:
    """Options of ``catalogue``."""
    parser.add_argument("--output", type=Path, metavar="FILE", help="default: CHECKS.md beside mkdocs.yml")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the file is not up to date")


def run_catalogue(arguments: argparse.Namespace) -> int:
    """Write the catalogue of findings."""
    path: Path = arguments.output or _root(arguments) / "CHECKS.md"
    text = catalogue(rules_by_concern())
    if not arguments.check:
        path.write_text(text, encoding="utf-8")
        return CLEAN
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return CLEAN
    print(f"{path}:1:1: not up to date — run: python -m guide catalogue")
    return FINDINGS


def mark_options(parser: argparse.ArgumentParser) -> None:
    """Options of ``mark-translated``."""
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="path such as steps/leadership.md")
    parser.add_argument("--all", action="store_true", help="every page")


def run_mark(arguments: argparse.Namespace) -> int:
    """Mark pages as saying the same in all languages."""
    guide = _guide(arguments)
    if not arguments.pages and not arguments.all:
        raise CannotRunError("no page is named — write the path of a page, or --all")
    recorded = [pair.page for pair in guide.marked or ()]
    paths = [*guide.paths, *recorded] if arguments.all else paths_named(guide, arguments.pages)
    records = marked(guide, paths)
    file = guide.settings.data_files.get("translations", "data/translations.json")
    write_records(records, guide.settings.root / file)
    print(f"marked {len(set(paths) & records.keys())} of {len(records)} pages in {file}")
    return CLEAN


COMMANDS: list[Command] = [
    Command("check", "check the sources, and a built site", check_options, run_check),
    Command("catalogue", "write CHECKS.md, which explains every finding", catalogue_options, run_catalogue),
    Command("mark-translated", "mark pages as saying the same in all languages", mark_options, run_mark),
]
"""Every command. Another module adds its own by importing this list before ``main`` runs."""


def make_parser(commands: Sequence[Command]) -> argparse.ArgumentParser:
    """Give the parser for a table of commands."""
    parser = argparse.ArgumentParser(prog="guide", description="Checks and builders of a two-language MkDocs guide.")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--config", type=Path, default=Path("mkdocs.yml"), metavar="FILE", help="default: mkdocs.yml")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in commands:
        sub = subparsers.add_parser(command.name, help=command.help, description=command.help, parents=[shared])
        command.options(sub)
        sub.set_defaults(run=command.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    arguments = make_parser(COMMANDS).parse_args(argv)
    # One command and out: what the collector of cycles could free ends with the process anyway.
    gc.disable()
    try:
        code: int = arguments.run(arguments)
    except (CannotRunError, DictionaryMissingError, SettingsError, SiteError, UnknownPageError) as error:
        print(str(error), file=sys.stderr)
        return COULD_NOT_RUN
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT_RUN
    except OSError as error:
        reason = error.strerror or "it failed"
        print(f"{error.filename or 'a file'}: {reason} — look at the file or folder and its rights", file=sys.stderr)
        return COULD_NOT_RUN
    return code
