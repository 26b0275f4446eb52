"""Work in processes of its own, forked: each has all that this one has, and nothing is read or sent twice.

What lives here: forking, sharing work out, and waiting for results. What does not: what is done.
Elsewhere than on Linux, where forking is not safe or not there, one thing is done after the other.

What is forked while another thread holds a lock may wait for that lock for ever. So each task has a process
and a pipe, and no thread that has to do with them; a task neither prints nor reads what the threads of a
server do. A process sends what it has made and ends; it never waits to be told, so that none outlives the
one that began it.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection
from typing import Any, Protocol, TypeVar

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")
_BEHIND = 10
"""So much nicer is a process that gives way: it gets a tenth of what another gets of a core."""
WORTH_SPREADING = 40
"""So many pages take longer to read, or to check, than it takes to begin a process."""


class Sharing(Protocol):
    """Does the same with each item, as ``spread`` and ``in_turn`` do."""

    def __call__(self, function: Callable[[_Item], _Made], items: Sequence[_Item], /) -> list[_Made]:
        """Give what is made, in order."""


class Begun:
    """A task that goes on in a process of its own; leaving it ends the process, whether it is done or not."""

    def __init__(self, task: Callable[[], Any]) -> None:
        """Begin ``task``."""
        fork = get_context("fork")
        self._result, sends = fork.Pipe(duplex=False)
        self._process = fork.Process(target=_do, args=(task, sends), daemon=True)
        self._process.start()
        # Held by the process alone: when that ends without a word, there is an end to read here.
        sends.close()

    def result(self) -> Any:
        """Wait for the task and give its result, or raise what it has raised."""
        try:
            made, failed = self._result.recv()
        except EOFError:
            self._process.join()
            made, failed = None, RuntimeError(f"a process of the build ended with code {self._process.exitcode}")
        self.end()
        if failed is not None:
            raise failed
        return made

    def end(self) -> None:
        """End the process, if it has not ended."""
        self._process.kill()
        self._process.join()
        self._result.close()


class Undone:
    """The same where there is no forking: done when it is asked for."""

    def __init__(self, task: Callable[[], Any]) -> None:
        """Remember ``task``."""
        self.result = task

    def end(self) -> None:
        """Do nothing: nothing goes on."""


def begin(task: Callable[[], Any]) -> Begun | Undone:
    """Begin a task while this process goes on; a process that was begun here begins no other."""
    return Begun(task) if sys.platform == "linux" and not current_process().daemon else Undone(task)


def give_way() -> None:
    """Let all others go first, where this process was begun here: what it does is waited for last."""
    if current_process().daemon:
        os.nice(_BEHIND)


def side_by_side(tasks: Sequence[Callable[[], Any]], own: Callable[[], Any]) -> list[Any]:
    """Do tasks at the same time and give their results; ``own`` is done in this process, and comes last."""
    gc.freeze()
    with ExitStack() as unfinished:
        begun = []
        for task in tasks:
            begun.append(begin(task))
            unfinished.callback(begun[-1].end)
        last = own()
        return [*(each.result() for each in begun), last]


def spread(function: Callable[[_Item], _Made], items: Sequence[_Item]) -> list[_Made]:
    """Do the same with each item, shared out among as many processes as there are cores; give what is made, in order.

    A process that is itself one of several does it alone: the cores have their work.
    """
    count = 1 if current_process().daemon else min(_cores(), len(items))
    if count < 2:
        return in_turn(function, items)
    # Dealt out like cards: items that stand beside each other are often alike in what they cost.
    hands = [partial(in_turn, function, items[first::count]) for first in range(count)]
    *others, own = side_by_side(hands[1:], hands[0])
    made: list[Any] = [None] * len(items)
    for first, hand in enumerate([own, *others]):
        made[first::count] = hand
    return made


def sharing_for(pages: int) -> Sharing:
    """Give how work on so many pages is done: ``spread``, or ``in_turn`` where they are few."""
    return spread if pages >= WORTH_SPREADING else in_turn


def in_turn(function: Callable[[_Item], _Made], items: Sequence[_Item]) -> list[_Made]:
    """Do the same with each item, one after the other; give what is made, in order."""
    return [function(each) for each in items]


def _cores() -> int:
    """Give how many processes can work at once; one where nothing is forked."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _do(task: Callable[[], Any], sends: Connection) -> None:
    """Do a task in this process, and send what came of it."""
    # An interruption is for the one that began it, which ends this one; it would write a traceback of its own.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # What is logged is part of what came of the task, or nothing: a thread there may hold what printing waits for.
    logging.getLogger().handlers[:] = [logging.NullHandler()]
    came: tuple[Any, Exception | None]
    try:
        came = task(), None
    except Exception as failed:
        # Where it was raised is not sent along.
        failed.add_note(traceback.format_exc())
        came = None, failed
    with suppress(BrokenPipeError):
        # Broken when nobody waits any more.
        sends.send(came)
    # Without flushing what it shares with the one that began it: a thread there may have been writing.
    os._exit(0)
