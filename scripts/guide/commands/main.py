"""The command line: ``guide <command>``.

What lives here: the list of commands, and what becomes of errors (exit code 0 clean,
1 findings, 2 could not run). What does not: the commands (one module a family).
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

import click

from guide.commands import (
    address,
    build,
    catalogue,
    check,
    claims,
    external,
    hosting,
    new,
    packages,
    pdf,
    proofread,
    release,
    rename,
    same,
    schemas,
    translated,
    why,
)
from guide.commands.command import COULD_NOT_RUN
from guide.language.readings import UnknownClaimError
from guide.language.spelling import DictionaryMissingError
from guide.language.translations import UnknownPageError
from guide.model.settings import SettingsError
from guide.model.site import SiteError
from guide.tools.errors import CannotRunError

COMMANDS = (
    check.check,
    why.why,
    new.new,
    rename.rename,
    build.build,
    build.serve,
    release.release,
    address.address,
    packages.packages,
    pdf.pdf,
    external.check_external,
    proofread.spell,
    proofread.readability,
    same.same,
    translated.mark_translated,
    translated.mark_reviewed,
    claims.uses_of,
    claims.mark_read,
    claims.claims,
    catalogue.catalogue,
    hosting.hosting,
    schemas.schemas,
)
"""Every command."""
_CANNOT_RUN = (
    CannotRunError,
    DictionaryMissingError,
    SettingsError,
    SiteError,
    UnknownClaimError,
    UnknownPageError,
)
_HELP = "Checks and builders of a two-language MkDocs guide."
_guide = click.Group("guide", {each.name or "": each for each in COMMANDS}, help=_HELP)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    # A command makes much and throws little away: looking for circles after every 700 objects takes a tenth of it.
    gc.set_threshold(50_000, 20, 20)
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        # Not _guide.main(): it would end with 1 where nobody reads what is printed.
        with _guide.make_context("guide", arguments) as context:
            code: int = _guide.invoke(context)
        sys.stdout.flush()
        return code
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as wrong:
        wrong.show()
    except (
        CannotRunError,
        DictionaryMissingError,
        SettingsError,
        SiteError,
        UnknownClaimError,
        UnknownPageError,
    ) as error:
        print(str(error), file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        reason = error.strerror or "it failed"
        print(f"{error.filename or 'a file'}: {reason} — look at the file or folder and its rights", file=sys.stderr)
    return COULD_NOT_RUN
