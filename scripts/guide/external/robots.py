"""robots.txt: what a site asks machines not to fetch (RFC 9309).

What lives here: reading the file and asking it. What does not: fetching it
(``fetching.py``). The standard library's reader takes the first rule that fits
and knows no wildcards; the RFC wants the longest, with ``*`` and ``$``.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

MOST_BYTES = 500 * 1024
"""As much of the file as the RFC asks to be read at the least."""

_LONGEST_DELAY = 10.0


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site asks of one agent."""

    rules: tuple[tuple[str, bool], ...] = ()
    """Path patterns, each with whether it allows."""
    delay: float = 0.0
    """Seconds between requests, where the site asks for more than we take anyway (``Crawl-delay``)."""

    def allows(self, path: str) -> bool:
        """Say whether ``path`` (with its query) may be fetched: the longest rule that fits decides."""
        plain = unquote(path) or "/"
        longest, allowed = -1, True
        for pattern, allows in self.rules:
            if _fits(pattern, plain) and (len(pattern) > longest or (len(pattern) == longest and allows)):
                longest, allowed = len(pattern), allows
        return allowed


def read_robots(text: str, agent: str) -> Robots:
    """Read a robots.txt as it concerns the agent with this product token.

    >>> read_robots("User-agent: *\\nDisallow: /private\\nAllow: /private/open", "x").allows("/private/open/a")
    True
    """
    groups = _groups(text)
    own = [group for names, group in groups if agent.lower() in names]
    chosen = own or [group for names, group in groups if "*" in names]
    rules: list[tuple[str, bool]] = []
    delay = 0.0
    for key, value in (line for group in chosen for line in group):
        if key == "crawl-delay":
            delay = max(delay, _seconds(value))
        elif value:
            rules.append((unquote(value), key == "allow"))
    return Robots(tuple(rules), delay)


def _groups(text: str) -> list[tuple[set[str], list[tuple[str, str]]]]:
    """Give each group: the agents it names, and its lines."""
    groups: list[tuple[set[str], list[tuple[str, str]]]] = []
    naming = False
    for line in text.removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if not naming:
                groups.append((set(), []))
            groups[-1][0].add(value.partition("/")[0].strip().lower())
            naming = True
        elif key in {"allow", "disallow", "crawl-delay"} and groups:
            groups[-1][1].append((key, value))
            naming = False
    return groups


def _fits(pattern: str, path: str) -> bool:
    """Say whether a pattern fits the start of ``path``; ``*`` is anything, a last ``$`` the end."""
    to_end = pattern.endswith("$")
    pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(pieces[0]):
        return False
    at = len(pieces[0])
    for index, piece in enumerate(pieces[1:], 1):
        if to_end and index == len(pieces) - 1:
            return path.endswith(piece) and len(path) - len(piece) >= at
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not to_end or at == len(path)


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return min(seconds, _LONGEST_DELAY) if seconds > 0 else 0.0
