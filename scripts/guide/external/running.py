"""A whole run: many hosts at once, the addresses of one host one after another.

What lives here: sharing the work between threads, progress, stopping half-way.
What does not: fetching one address (``fetching.py``).
"""

from __future__ import annotations

import queue
import shutil
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TextIO

from guide.external.fetching import Fetcher, Trail
from guide.external.wanted import Wanted

Progress = Callable[[int, int, str], None]
"""Told how many addresses are done, out of how many, and the host of the last."""


def trails(wanted: Iterable[Wanted], fetcher: Fetcher, workers: int) -> Iterator[tuple[Wanted, Trail]]:
    """Fetch every address and give each with its trail, as they come in.

    When the caller stops asking (or is interrupted) the threads end after the
    request that each is waiting for.
    """
    hosts: dict[str, list[Wanted]] = defaultdict(list)
    for item in wanted:
        hosts[item.host].append(item)
    done: queue.SimpleQueue[tuple[Wanted, Trail] | BaseException] = queue.SimpleQueue()

    def fetch_host(items: list[Wanted]) -> None:
        for item in items:
            if fetcher.stopping.is_set():
                return
            try:
                done.put((item, fetcher.fetch(item.url)))
            except BaseException as error:
                done.put(error)
                return

    # Longest first, so that the host with the most links does not start last.
    groups = sorted(hosts.values(), key=len, reverse=True)
    with ThreadPoolExecutor(max_workers=max(workers, 1)) as pool:
        try:
            for group in groups:
                pool.submit(fetch_host, group)
            for _ in range(sum(len(group) for group in groups)):
                arrived = done.get()
                if isinstance(arrived, BaseException):
                    raise arrived
                yield arrived
        finally:
            fetcher.stopping.set()
            pool.shutdown(wait=True, cancel_futures=True)


class ProgressBar:
    """One line that fills up, on a terminal; nothing anywhere else."""

    def __init__(self, stream: TextIO) -> None:
        """Write to ``stream`` when it is a terminal."""
        self._stream = stream
        self._shows = stream.isatty()
        self._lock = threading.Lock()

    def __call__(self, done: int, total: int, host: str) -> None:
        """Show how far it has come."""
        if not self._shows:
            return
        columns = shutil.get_terminal_size().columns
        filled = 24 * done // max(total, 1)
        line = f"[{'█' * filled}{'·' * (24 - filled)}] {done}/{total}  {host}"
        with self._lock:
            self._stream.write("\r" + line[: columns - 1].ljust(columns - 1))
            self._stream.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._shows:
            self._stream.write("\r" + " " * (shutil.get_terminal_size().columns - 1) + "\r")
            self._stream.flush()
