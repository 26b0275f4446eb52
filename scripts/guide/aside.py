"""Work done aside: in a second process, while this one goes on.

What lives here: starting it where that is cheap and safe. What does not: any work.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
# From here on a second process saves more than it costs.
_MANY = 200


@contextmanager
def started(
    work: Callable[_Given, _Result], *args: _Given.args, **kwargs: _Given.kwargs
) -> Iterator[Callable[[], _Result]]:
    """Start ``work`` aside; give a function that waits for its result, or raises what it raised.

    Where a copy of this process cannot be had for little (another system than Linux,
    one processor, other threads that may hold locks) the work is done when its
    result is asked for. Its result must be something that can be pickled.
    """
    if not _can_copy_itself():
        yield lambda: work(*args, **kwargs)
        return
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(there, work, args, kwargs), daemon=True)
    process.start()
    there.close()

    def result() -> _Result:
        try:
            done, value = here.recv()
        except EOFError:  # the other process was ended from outside
            return work(*args, **kwargs)
        if not done:
            raise value
        given: _Result = value
        return given

    try:
        yield result
    finally:
        process.terminate()
        process.join()
        here.close()


def each(work: Callable[[_Item], _Result], items: Sequence[_Item]) -> list[_Result]:
    """Do ``work`` for each of the items, in order; of many, the second half aside."""
    if len(items) < _MANY:
        return _all(work, items)
    middle = len(items) // 2
    with started(_all, work, items[middle:]) as rest:
        return _all(work, items[:middle]) + rest()


def _all(work: Callable[[_Item], _Result], items: Sequence[_Item]) -> list[_Result]:
    return [work(item) for item in items]


def _can_copy_itself() -> bool:
    is_copy = multiprocessing.parent_process() is not None
    has_room = (os.cpu_count() or 1) > 1
    return sys.platform == "linux" and has_room and not is_copy and threading.active_count() == 1


def _do(answer: Connection, work: Callable[..., Any], args: Any, kwargs: Any) -> None:
    try:
        outcome = (True, work(*args, **kwargs))
    except Exception as error:
        outcome = (False, error)
    answer.send(outcome)
