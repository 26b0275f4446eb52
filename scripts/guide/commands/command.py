"""What every command shares: exit codes, the options that several take, reading the guide it is about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
from click.core import ParameterSource

from guide.model.guide import Guide
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.tools.errors import CannotRunError
from guide.tools.lists import entries_of

CLEAN, FINDINGS, COULD_NOT_RUN = 0, 1, 2
PATH = click.Path(path_type=Path)
"""Type of an option that names a file or folder."""
site_option = click.option(
    "--site", "--site-dir", "site", type=PATH, metavar="DIR", help="The built site; default: site_dir of mkdocs.yml."
)
"""The built site that a command works on."""


def _upwards(context: click.Context, option: click.Parameter, config: Path) -> Path:
    """Give the mkdocs.yml of the folder, or of the nearest one above it, where none is named."""
    del option
    if context.get_parameter_source("config") is not ParameterSource.DEFAULT or config.exists():
        return config
    above = (folder / config.name for folder in Path.cwd().parents)
    return next((path for path in above if path.is_file()), config)


_config = click.option(
    "--config",
    type=PATH,
    default="mkdocs.yml",
    metavar="FILE",
    callback=_upwards,
    help="Default: mkdocs.yml here, or in a folder above.",
)


def command(name: str) -> Callable[[Callable[..., int]], click.Command]:
    """Make a command of a function that takes ``config`` (a mkdocs.yml) and gives the exit code.

    The function's docstring is the help. It may raise CannotRunError, SettingsError
    and SiteError.
    """
    return lambda function: click.command(name)(_config(function))


def read_guide_of(config: Path) -> Guide:
    """Read the guide whose mkdocs.yml is named. Raises SettingsError."""
    return read_guide(load_settings(config))


def with_address(guide: Guide) -> Guide:
    """Give the guide back; refuse one without an address, as what is about to be made carries it away.

    Raises CannotRunError.
    """
    if not guide.settings.site_url:
        raise CannotRunError(
            "SITE_URL is not set to an address that others can reach, and what is made here carries it to others — "
            "set it, as in: SITE_URL=https://example.org/tillit/ make release"
        )
    return guide


def names_in(text: str) -> set[str]:
    """Take apart an option that lists names with commas between."""
    return set(entries_of(text, ","))
