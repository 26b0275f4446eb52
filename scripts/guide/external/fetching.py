"""Fetching one address to its end: redirects, retries, robots, and patience with each host.

What lives here: the order of requests for one address, and the wait between
requests to one host. What does not: one request (``network.py``), and what the end
means (``verdicts.py``).
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from guide.external.network import Answer, Failure, Network, NoAnswerError, split_url
from guide.external.robots import MOST_BYTES, Robots, read_robots

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_HOPS = 10
_WORTH_RETRYING = frozenset({408, 425, 429, 500, 502, 503, 504})
_FAILURES_WORTH_RETRYING = frozenset({Failure.NO_LOOK_UP, Failure.NO_CONNECTION, Failure.TIME_OUT})


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, and how often to try."""

    interval: float = 1.0
    """Seconds between two requests to one host, at the least."""
    tries: int = 3
    """Requests for one address, before it is given up."""
    first_wait: float = 2.0
    """Seconds before the second try; each later wait is twice as long."""
    longest_wait: float = 60.0
    """Longest wait that a server may ask for (``Retry-After``)."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One answered step on the way."""

    url: str
    """Address that was asked."""
    status: int
    """Status it answered with."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The whole way from an address to its end."""

    hops: tuple[Hop, ...]
    """Answered steps in order."""
    failure: Failure | None = None
    """Why the last step got no answer."""
    detail: str = ""
    """The same in words."""
    forbidden: bool = False
    """The site's robots.txt asks machines not to fetch the last step."""
    lost: str = ""
    """What was wrong with a redirect that could not be followed."""


class Turns:
    """Lets each host have one request at a time, and a pause after it."""

    def __init__(self, interval: float) -> None:
        """Begin with no host known."""
        self._interval = interval
        self._lock = threading.Lock()
        self._hosts: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._free_at: dict[str, float] = {}

    def get(self, network: Network, url: str, most: int = 0, delay: float = 0.0) -> Answer:
        """Send a request when it is the host's turn. Raises NoAnswerError."""
        host = split_url(url).netloc
        with self._lock:
            turn = self._hosts[host]
        with turn:
            time.sleep(max(self._free_at.get(host, 0.0) - time.monotonic(), 0.0))
            try:
                return network.get(url, most)
            finally:
                self._free_at[host] = time.monotonic() + max(self._interval, delay)


@dataclass
class Fetcher:
    """Fetches addresses; one for a whole run, used by many threads."""

    network: Network
    """How requests are made."""
    token: str
    """Product token that robots.txt files may name."""
    patience: Patience = field(default_factory=Patience)
    """How long to wait."""
    stopping: threading.Event = field(default_factory=threading.Event)
    """Set when the run is to end: nothing waits or tries again."""

    def __post_init__(self) -> None:
        """Begin with nothing known of any site."""
        self._turns = Turns(self.patience.interval)
        self._robots: dict[str, Robots | NoAnswerError] = {}
        self._origins: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._lock = threading.Lock()

    def fetch(self, url: str) -> Trail:
        """Follow ``url`` to its end."""
        hops: list[Hop] = []
        seen: set[str] = set()
        while len(hops) < _MOST_HOPS:
            seen.add(url)
            try:
                robots = self._robots_for(url)
                if not robots.allows(_path_of(url)):
                    return Trail(tuple(hops), forbidden=True)
                answer = self._get_patiently(url, delay=robots.delay)
            except NoAnswerError as error:
                return Trail(tuple(hops), error.failure, error.detail)
            hops.append(Hop(url, answer.status))
            if answer.status not in REDIRECTS:
                return Trail(tuple(hops))
            if not answer.location:
                return Trail(tuple(hops), lost="it redirects without saying where")
            url = _onward(url, answer.location)
            if url in seen:
                return Trail(tuple(hops), lost="it redirects in a loop")
        return Trail(tuple(hops), lost=f"it redirects more than {_MOST_HOPS} times")

    def _get_patiently(self, url: str, most: int = 0, delay: float = 0.0) -> Answer:
        """Try, and try again after a longer wait each time."""
        wait = self.patience.first_wait
        for tried in range(1, self.patience.tries + 1):
            last = tried == self.patience.tries or self.stopping.is_set()
            try:
                answer = self._turns.get(self.network, url, most, delay)
                asked = _seconds_asked(answer.retry_after)
                if last or answer.status not in _WORTH_RETRYING or asked > self.patience.longest_wait:
                    return answer
            except NoAnswerError as error:
                asked = 0.0
                if last or error.failure not in _FAILURES_WORTH_RETRYING:
                    raise
            self.stopping.wait(max(wait, asked))
            wait *= 2
        raise AssertionError("the last try returns or raises")

    def _robots_for(self, url: str) -> Robots:
        """Give the site's robots.txt, fetched once. Raises NoAnswerError when the site gives no answer."""
        parts = split_url(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            lock = self._origins[origin]
        with lock:
            if origin not in self._robots:
                try:
                    self._robots[origin] = self._read_robots(origin)
                except NoAnswerError as error:
                    self._robots[origin] = error
            known = self._robots[origin]
        if isinstance(known, NoAnswerError):
            raise known
        return known

    def _read_robots(self, origin: str) -> Robots:
        """Fetch and read robots.txt; no such file means that everything may be fetched (RFC 9309, 2.3.1)."""
        url = f"{origin}/robots.txt"
        for _ in range(6):
            answer = self._get_patiently(url, MOST_BYTES)
            if answer.status not in REDIRECTS or not answer.location:
                break
            url = _onward(url, answer.location)
        if answer.status >= 500:
            detail = f"the site answers {answer.status} when asked for its robots.txt"
            raise NoAnswerError(Failure.NO_CONNECTION, detail)
        if answer.status != 200:
            return Robots()
        return read_robots(answer.body.decode("utf-8", "replace"), self.token)


def _path_of(url: str) -> str:
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _onward(url: str, location: str) -> str:
    """Give the address that a redirect leads to (RFC 9110, section 10.2.2), without fragment."""
    try:
        return urljoin(url, location.replace(" ", "%20")).partition("#")[0]
    except ValueError:
        return location


def _seconds_asked(value: str) -> float:
    """Read ``Retry-After``: seconds or a date; 0 when it says neither."""
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max((parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds(), 0.0)
    except (ValueError, TypeError):
        return 0.0
