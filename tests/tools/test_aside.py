"""Work done in a second process gives what it would give in this one."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from functools import partial

import pytest

from guide.tools import aside


def double(number: int) -> tuple[int, int]:
    return number * 2, os.getpid()


def fail(words: str) -> None:
    raise FileNotFoundError(words)


def end_unless_in(process: int) -> str:
    if os.getpid() != process:
        os._exit(9)
    return "done here"


ALONE = """
import os
from guide.tools import aside

def double(number):
    return 2 * number, os.getpid()

with aside.started(double, 21) as result:
    value, process = result()
assert value == 42 and process != os.getpid()

with aside.each_and(double, range(300), lambda: double(21)) as (found, other):
    assert [value for value, _ in found] == [2 * number for number in range(300)]
    assert {process == os.getpid() for _, process in found} == {True, False}
    value, process = other()
assert value == 42 and process != os.getpid()
"""


def test_the_result_comes_from_another_process() -> None:
    """In a Python of its own: a second process is used only where no other thread runs, and the browser is one."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run([sys.executable, "-c", ALONE], env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_what_it_raises_is_raised_here() -> None:
    with aside.started(fail, "no such site") as result, pytest.raises(FileNotFoundError, match="no such site"):
        result()


def test_a_process_that_is_ended_from_outside_costs_time_only() -> None:
    with aside.started(end_unless_in, os.getpid()) as result:
        assert result() == "done here"


def test_a_result_that_nobody_waits_for_does_not_hold_up() -> None:
    with aside.started(bytes, 50_000_000):
        pass


@pytest.mark.parametrize("number", [0, 1, 199, 200, 201, 999])
def test_each_keeps_the_order(number: int) -> None:
    assert [value for value, _ in aside.each(double, range(number))] == [item * 2 for item in range(number)]


@pytest.mark.parametrize("number", [0, 1, 2, 3, 199, 1000])
def test_beside_another_work_each_keeps_the_order(number: int) -> None:
    with aside.each_and(double, range(number), partial(double, 21)) as (found, other):
        assert [value for value, _ in found] == [item * 2 for item in range(number)]
        assert other()[0] == 42


def test_a_large_result_waits_while_the_next_work_is_done() -> None:
    with aside.each_and(bytes, [3_000_000] * 6, partial(double, 21)) as (found, other):
        assert [len(each) for each in found] == [3_000_000] * 6
        assert other()[0] == 42


def test_beside_another_work_what_either_raises_is_raised_here() -> None:
    with pytest.raises(FileNotFoundError), aside.each_and(fail, ["x"] * 3, partial(double, 1)):
        pass
    other_fails = aside.each_and(double, range(3), partial(fail, "no such site"))
    with other_fails as (_, other), pytest.raises(FileNotFoundError, match="no such site"):
        other()


def test_works_whose_process_is_ended_from_outside_are_done_here() -> None:
    with aside.each_and(end_unless_in, [os.getpid()] * 4, partial(end_unless_in, os.getpid())) as (found, other):
        assert [*found, other()] == ["done here"] * 5


def test_each_raises_what_any_item_raises() -> None:
    with pytest.raises(FileNotFoundError):
        aside.each(fail, ["x"] * 300)


def test_beside_other_threads_it_is_done_here() -> None:
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        with aside.started(double, 1) as result:
            assert result() == (2, os.getpid())
    finally:
        stop.set()
        other.join()
