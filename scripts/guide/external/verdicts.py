"""What the end of a trail means for a reader: alive, moved, dead, blocked or unsure.

What lives here: the one place that judges. What does not: fetching, and what was
found in earlier runs (``memory.py``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from urllib.parse import urlsplit

from guide.external.fetching import Trail
from guide.external.network import Failure

_PERMANENT = frozenset({301, 308})
_GONE = frozenset({404, 410})
# Answers to machines, not to readers: sign in, forbidden, too many requests, and LinkedIn's own 999.
_BLOCKING = frozenset({401, 402, 403, 405, 406, 407, 421, 429, 451, 999})


class Verdict(StrEnum):
    """What an address is."""

    DEAD = "dead"
    """Nobody can reach it: mend the link."""
    MOVED = "moved"
    """It has a new address for good: take that."""
    UNSURE = "unsure"
    """Something is wrong, now or for good: look, or wait for the next run."""
    BLOCKED = "blocked"
    """The site lets no machine see; a reader may well."""
    ALIVE = "alive"
    """It is there."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of one address."""

    verdict: Verdict
    """What it is."""
    reason: str
    """Why, in words."""
    status: int | None = None
    """Last status, where there was an answer."""
    new_url: str = ""
    """The new address of what has moved for good."""
    offline: bool = False
    """The failure may be this machine's own: no name could be looked up, nothing connected."""


def judge(url: str, trail: Trail) -> Judgement:
    """Judge the trail of ``url``."""
    status = trail.hops[-1].status if trail.hops else None
    if trail.forbidden:
        return Judgement(Verdict.BLOCKED, "the site's robots.txt asks machines not to fetch it", status)
    if trail.failure is not None:
        return _judge_failure(trail, status)
    if trail.lost:
        return Judgement(Verdict.UNSURE, trail.lost, status)
    if status is None:
        return Judgement(Verdict.UNSURE, "it was not asked for")
    if status in _GONE:
        return Judgement(Verdict.DEAD, _said(status), status)
    if status in _BLOCKING:
        return Judgement(Verdict.BLOCKED, _said(status), status)
    if not 200 <= status < 300:
        return Judgement(Verdict.UNSURE, _said(status), status)
    return _judge_whereabouts(url, trail, status)


def _judge_failure(trail: Trail, status: int | None) -> Judgement:
    redirected = f"after a redirect: {trail.detail}" if trail.hops else trail.detail
    if trail.failure is Failure.NO_SUCH_HOST:
        return Judgement(Verdict.DEAD, redirected, status, offline=not trail.hops)
    if trail.failure is Failure.PRIVATE:
        return Judgement(Verdict.UNSURE, f"{redirected}; nothing was sent there", status)
    offline = not trail.hops and trail.failure in {Failure.NO_LOOK_UP, Failure.NO_CONNECTION}
    return Judgement(Verdict.UNSURE, redirected, status, offline=offline)


def _judge_whereabouts(url: str, trail: Trail, status: int) -> Judgement:
    new_url = _new_url(trail)
    if not new_url:
        return Judgement(Verdict.ALIVE, _said(status), status)
    if _path(url) and not _path(trail.hops[-1].url):
        reason = f"it leads to the front page {trail.hops[-1].url}: the page is probably gone"
        return Judgement(Verdict.UNSURE, reason, status)
    return Judgement(Verdict.MOVED, "it has moved for good", status, new_url)


def _new_url(trail: Trail) -> str:
    """Give the end of the permanent redirects that the trail starts with; what follows is for the moment only."""
    new_url = ""
    for hop, following in zip(trail.hops, trail.hops[1:], strict=False):
        if hop.status not in _PERMANENT:
            break
        new_url = following.url
    return new_url


def _path(url: str) -> str:
    parts = urlsplit(url)
    return parts.path.strip("/") + parts.query


def _said(status: int) -> str:
    try:
        return f"the site answers {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"the site answers {status}"
