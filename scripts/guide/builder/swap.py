"""A new site in the place of the former one, whole or not at all; one build of a guide at a time; what stops one.

What lives here: the swap, by renaming where that can be done and by copying where it cannot; the lock; which errors
of the system a build tells of in a line. What does not: what is built (``site.py``), what is said (``building.py``).
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_CANNOT_RENAME = frozenset({errno.EXDEV, errno.EBUSY})
"""The folder is on another disk; it is one itself, as every mounted folder of a container."""
_FROM_OUTSIDE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM})
"""The disk is full or may not be used, a file may not be read: nothing that the guide's code could mend."""
_NEXT, _FORMER = ".site-next", ".site-former"
_NOT_OURS = frozenset({"lost+found", _NEXT, _FORMER})
"""What stands in the root of a disk beside the site."""


def reason_from_outside(error: OSError) -> str:
    """Give what the system says of an error that the guide's code cannot mend; "" for any other."""
    if error.errno not in _FROM_OUTSIDE:
        return ""
    return f"{error.strerror}: {error.filename}" if error.filename else str(error.strerror)


@contextmanager
def one_at_a_time(file: Path, say_that_it_waits: Callable[[], None]) -> Iterator[None]:
    """Hold a lock on ``file`` as long as this goes on; wait, and say so, while another process holds it.

    The system lets go of the lock when a process ends, however it does. Where it has none, nothing waits.
    """
    with file.open("w") as held:
        if fcntl is not None:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say_that_it_waits()
                fcntl.flock(held, fcntl.LOCK_EX)
        yield


def put_in_place(new: Path, site_dir: Path) -> None:
    """Let the folder ``new`` take the place of ``site_dir``. Raises OSError, and the former site stands as it was."""
    former = new.with_name("site-former")
    shutil.rmtree(former, ignore_errors=True)
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as undone:
        try:
            if site_dir.exists():
                site_dir.rename(former)
                undone.callback(former.rename, site_dir)
            new.rename(site_dir)
            undone.pop_all()
        except OSError as refused:
            if refused.errno not in _CANNOT_RENAME:
                raise
            undone.close()
            _copy_into(new, site_dir)
            shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(former, ignore_errors=True)


def _copy_into(new: Path, site_dir: Path) -> None:
    """Copy a site into a folder that cannot be renamed: all of it beside the former files, then in their place."""
    site_dir.mkdir(exist_ok=True)
    there, former = site_dir / _NEXT, site_dir / _FORMER
    with ExitStack() as leftovers, ExitStack() as undone:
        for folder in (there, former):
            shutil.rmtree(folder, ignore_errors=True)
            leftovers.callback(shutil.rmtree, folder, ignore_errors=True)
        shutil.copytree(new, there)
        former.mkdir()
        for path in sorted(site_dir.iterdir()):
            if path.name not in _NOT_OURS:
                _move(path, former / path.name, undone)
        for path in sorted(there.iterdir()):
            _move(path, site_dir / path.name, undone)
        undone.pop_all()


def _move(path: Path, to: Path, undone: ExitStack) -> None:
    path.rename(to)
    undone.callback(to.rename, path)
