"""What every command shares: its shape, its exit codes, reading the guide it is about."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from guide.model.guide import Guide
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings

CLEAN, FINDINGS, COULD_NOT_RUN = 0, 1, 2


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


def read_guide_of(arguments: argparse.Namespace) -> Guide:
    """Read the guide whose mkdocs.yml is named. Raises SettingsError."""
    return read_guide(load_settings(arguments.config))


def root_of(arguments: argparse.Namespace) -> Path:
    """Give the folder of the mkdocs.yml that is named."""
    root: Path = arguments.config.resolve().parent
    return root
