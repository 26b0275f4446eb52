"""Work in forked processes: results in order, failures told where they are waited for, nothing left behind."""

from __future__ import annotations

import logging
import multiprocessing
import os
import sys
import threading
import time
from functools import partial

import pytest

from guide.tools import processes
from guide.tools.processes import begin, give_way, in_turn, side_by_side, spread


def raising(what: BaseException) -> None:
    raise what


def test_results_come_in_the_order_of_the_tasks_and_the_own_last() -> None:
    big = "å" * 1_000_000
    assert side_by_side([lambda: big, lambda: 2], lambda: 3) == [big, 2, 3]
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked here")
def test_tasks_have_processes_of_their_own() -> None:
    *others, own = side_by_side([os.getpid, os.getpid], os.getpid)
    assert own == os.getpid()
    assert len({own, *others}) == 3


def test_what_a_task_raises_is_raised_where_its_result_is_waited_for() -> None:
    task = begin(partial(raising, ValueError("broken")))
    with pytest.raises(ValueError, match="broken"):
        task.result()
    with pytest.raises(ValueError, match="broken"):
        side_by_side([partial(raising, ValueError("broken")), lambda: time.sleep(600)], lambda: 1)
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked here")
def test_a_process_that_ends_without_a_word_is_told_of() -> None:
    with pytest.raises(RuntimeError, match="ended with code 7"):
        begin(partial(os._exit, 7)).result()


def test_what_is_begun_ends_when_this_process_fails_or_stops_waiting() -> None:
    with pytest.raises(KeyboardInterrupt):
        side_by_side([lambda: time.sleep(600)], partial(raising, KeyboardInterrupt()))
    begin(lambda: time.sleep(600)).end()
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked here")
def test_a_process_that_was_begun_begins_no_other_and_logs_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger().addHandler(told := logging.StreamHandler())
    try:
        begin(lambda: logging.getLogger().warning("heard")).result()
        inner, outer = begin(lambda: (begin(os.getpid).result(), os.getpid())).result()
    finally:
        logging.getLogger().removeHandler(told)
    assert inner == outer != os.getpid()
    assert "heard" not in "".join(capfd.readouterr())


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked here")
def test_a_process_gives_way_only_where_it_was_begun_here() -> None:
    def niceness() -> int:
        give_way()
        return os.nice(0)

    before = os.nice(0)
    assert niceness() == before < begin(niceness).result()


def test_no_thread_is_begun() -> None:
    """A process forked while another thread holds a lock would wait for it for ever."""
    before = threading.active_count()
    assert side_by_side([lambda: 1], threading.active_count) == [1, before]


def test_what_is_spread_comes_in_order_whatever_the_number_of_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    items = list(range(11))
    for cores in (1, 2, 3, 16):
        monkeypatch.setattr(processes, "_cores", partial(int, cores))
        assert spread(str, items) == in_turn(str, items) == [str(each) for each in items]
        assert spread(str, []) == []


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked here")
def test_work_is_dealt_out_among_the_cores_and_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has been given its part would only take the cores from the others by beginning more."""
    monkeypatch.setattr(processes, "_cores", partial(int, 3))

    def who(_: int) -> set[int]:
        return set(spread(lambda _: os.getpid(), range(6)))

    assert len(who(0)) == 3
    (inner,) = side_by_side([partial(who, 0)], lambda: None)[:1]
    assert len(inner) == 1
