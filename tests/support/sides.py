"""What the processes of one test run share when they test side by side (pytest-xdist)."""

from __future__ import annotations

from pathlib import Path

import pytest


def folder_of_the_run(folders: pytest.TempPathFactory, worker: str) -> Path:
    """Give the temporary folder that all processes of a run share; pytest-xdist calls a run's only one ``master``."""
    own = folders.getbasetemp()
    return own if worker == "master" else own.parent
