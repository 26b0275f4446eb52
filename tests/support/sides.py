"""What the processes of one test run share when they test side by side (pytest-xdist)."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def folder_of_the_run(folders: pytest.TempPathFactory, worker: str) -> Path:
    """Give the temporary folder that all processes of a run share; pytest-xdist calls a run's only one ``master``."""
    own = folders.getbasetemp()
    return own if worker == "master" else own.parent


@contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """Hold a lock file while the block runs; whoever else wants it waits. The system lets go of it with its process."""
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
