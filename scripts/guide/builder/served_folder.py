"""The folder that a server keeps its sites in: where it stands, and that none is left behind.

What lives here: choosing the place, a lock that tells of a living server, and taking away what servers that were
killed have left. What does not: the sites in it (``serving.py``, ``again.py``).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made there, as in any other for such files
_ROOM = 1 << 30
"""Where Linux keeps files in memory, and how much must be free: a site has some 60 MB, and up to three stand there."""
_PREFIX, _LOCK = "guide-served-", "lock"


@contextmanager
def served_folder() -> Iterator[Path]:
    """Give an empty folder that is there as long as this goes on; take away those of servers that are gone."""
    parent = folder_in_memory() or Path(tempfile.gettempdir())
    take_away_leftovers(parent)
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=parent, ignore_cleanup_errors=True) as name:
        making = Path(name, f"{_LOCK}-next")
        with making.open("w") as held:
            if fcntl is not None:
                fcntl.flock(held, fcntl.LOCK_EX)
            # Whoever finds a lock finds it locked.
            making.rename(Path(name, _LOCK))
            yield Path(name)


def folder_in_memory(folder: Path = _IN_MEMORY) -> Path | None:
    """Give the folder whose files stand in memory alone, or None where there is none with room to spare.

    Each save writes some two thousand small files, and nobody needs them afterwards. Who names a folder for
    such files (TMPDIR) gets it.
    """
    try:
        has_room = shutil.disk_usage(folder).free >= _ROOM and os.access(folder, os.W_OK)
    except OSError:
        return None
    return folder if has_room and not os.environ.get("TMPDIR") else None


def take_away_leftovers(parent: Path) -> None:
    """Take away the folders of servers that ended without a chance to do so themselves.

    The system lets go of a lock when its process ends, however it does. A folder without a lock is left as it is:
    it may be that of a server which begins at this moment.
    """
    for lock in parent.glob(f"{_PREFIX}*/{_LOCK}") if fcntl is not None else ():
        # Somebody else's, or locked.
        with suppress(OSError), lock.open("r+") as held:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(lock.parent, ignore_errors=True)
