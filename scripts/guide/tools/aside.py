"""Work done aside: in a second process, while this one goes on.

What lives here: starting it where that is cheap and safe. What does not: any work.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import Any, ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_Other = TypeVar("_Other")
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
    with _started(partial(work, *args, **kwargs)) as (result,):
        yield result


def each(work: Callable[[_Item], _Result], items: Sequence[_Item]) -> list[_Result]:
    """Do ``work`` for each of the items, in order; of many, every second one aside."""
    if len(items) < _MANY:
        return _all(work, items)
    with started(_all, work, items[1::2]) as second:
        return _with_every(2, _all(work, items[::2]), second())


@contextmanager
def each_and(
    work: Callable[[_Item], _Result], items: Sequence[_Item], other: Callable[[], _Other]
) -> Iterator[tuple[list[_Result], Callable[[], _Other]]]:
    """Do ``work`` for each of the items, and ``other`` aside; give the results, and what waits for the other's.

    Every fourth item is done aside too, before the other work: the caller goes on with
    the results, while the second process is still busy with that.
    """
    with _started(partial(_all, work, items[3::4]), other) as (fourth, result):
        rest = _all(work, [item for index, item in enumerate(items) if index % 4 != 3])
        yield _with_every(4, rest, fourth()), result


def _all(work: Callable[[_Item], _Result], items: Sequence[_Item]) -> list[_Result]:
    return [work(item) for item in items]


def _with_every(number: int, some: Sequence[_Result], others: Sequence[_Result]) -> list[_Result]:
    """Put the ``others`` in between: each is the last of ``number``."""
    left, right = iter(some), iter(others)
    return [next(right if index % number == number - 1 else left) for index in range(len(some) + len(others))]


@contextmanager
def _started(*works: Callable[[], Any]) -> Iterator[list[Callable[[], Any]]]:
    """Start works aside, one after the other; give for each what waits for its result, to be asked in that order."""
    if not _can_copy_itself():
        yield list(works)
        return
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(there, works), daemon=True)
    process.start()
    there.close()

    def result(work: Callable[[], Any]) -> Any:
        try:
            done, value = here.recv()
        except EOFError:  # the other process was ended from outside
            return work()
        if not done:
            raise value
        return value

    try:
        yield [partial(result, work) for work in works]
    finally:
        process.terminate()
        process.join()
        here.close()


def _can_copy_itself() -> bool:
    is_copy = multiprocessing.parent_process() is not None
    has_room = (os.cpu_count() or 1) > 1
    return sys.platform == "linux" and has_room and not is_copy and threading.active_count() == 1


def _do(answer: Connection, works: Sequence[Callable[[], Any]]) -> None:
    sending: list[threading.Thread] = []
    for work in works:
        try:
            outcome = (True, work())
        except Exception as error:
            outcome = (False, error)
        parcel = bytes(ForkingPickler.dumps(outcome))
        for earlier in sending:
            earlier.join()
        # A pipe holds little: in a thread the result waits to be fetched, while the next work goes on.
        sending.append(threading.Thread(target=_send, args=(answer, parcel)))
        sending[-1].start()


def _send(answer: Connection, parcel: bytes) -> None:
    with suppress(OSError):  # nobody waits for it any more
        answer.send_bytes(parcel)
