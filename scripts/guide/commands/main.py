"""The command line: ``guide <command>``.

What lives here: the table of commands, the parser, and the exit codes of errors (0 clean,
1 findings, 2 could not run). What does not: the commands (one module each).
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from guide.commands import build, catalogue, check, external, packages, pdf, proofread, release, schemas, translated
from guide.commands.command import COULD_NOT_RUN, Command
from guide.language.spelling import DictionaryMissingError
from guide.language.translations import UnknownPageError
from guide.model.settings import SettingsError
from guide.model.site import SiteError
from guide.tools.errors import CannotRunError

COMMANDS: Sequence[Command] = (
    Command("check", "check the sources, and a built site", check.check_options, check.run_check),
    Command("build", "build and check the guide into site/", build.build_options, build.run_build),
    Command("serve", "build, check and serve the guide on localhost", build.serve_options, build.run_serve),
    Command(
        "release", "add what is published to the ledger of addresses", release.release_options, release.run_release
    ),
    Command("packages", "write the course packages of a built site", packages.packages_options, packages.run_packages),
    Command("pdf", "print the paths and the whole guide as PDF", pdf.pdf_options, pdf.run_pdf),
    Command(
        "check-external", "look whether the external links answer", external.external_options, external.run_external
    ),
    Command("spell", "look every word up in the dictionaries", proofread.spell_options, proofread.run_spell),
    Command(
        "readability", "show how hard each page is to read", proofread.readability_options, proofread.run_readability
    ),
    Command(
        "mark-translated",
        "mark pages as saying the same in all languages",
        translated.mark_options,
        translated.run_mark,
    ),
    Command(
        "catalogue",
        "write CHECKS.md, which explains every finding",
        catalogue.catalogue_options,
        catalogue.run_catalogue,
    ),
    Command("schemas", "write JSON Schemas for editors, and the lists", schemas.schemas_options, schemas.run_schemas),
)
"""Every command, in the order of the help."""


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
