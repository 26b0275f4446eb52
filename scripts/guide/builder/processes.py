"""Work in processes of its own, forked: each has the guide already, and nothing is read or sent twice.

What lives here: forking, and waiting for results. What does not: what is done (``site.py``, ``again.py``).
Elsewhere than on Linux, where forking is not safe or not there, one thing is done after the other.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

_TASKS: list[Callable[[], Any]] = []


def side_by_side(tasks: Sequence[Callable[[], Any]], own: Callable[[], Any]) -> list[Any]:
    """Do tasks at the same time and give their results; ``own`` is done in this process, and comes last."""
    if sys.platform != "linux":
        return [task() for task in [*tasks, own]]
    _TASKS[:] = tasks
    gc.freeze()
    with ProcessPoolExecutor(len(tasks), get_context("fork")) as pool:
        results = [pool.submit(_task, number) for number in range(len(tasks))]
        last = own()
        return [*(result.result() for result in results), last]


def begun(task: Callable[[], Any]) -> Callable[[], Any]:
    """Begin a task while this process goes on; give what waits for its result."""
    if sys.platform != "linux":
        return task
    _TASKS[:] = [task]
    pool = ProcessPoolExecutor(1, get_context("fork"))
    result = pool.submit(_task, 0)

    def waited() -> Any:
        # Its thread has ended too when this is done: what is forked next must not find a lock that it holds.
        with pool:
            return result.result()

    return waited


def _task(number: int) -> Any:
    return _TASKS[number]()
