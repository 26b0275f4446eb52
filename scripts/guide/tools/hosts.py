"""Hosts: which of them is the writer's own machine.

What lives here: telling a local address from one that others can reach. What does not: which address the
guide is published at (``reading/settings.py``).
"""

from __future__ import annotations

from urllib.parse import urlsplit


def is_local(host: str) -> bool:
    """Say whether a host is the machine that asks (RFC 6761, 6.3; RFC 5735, 3).

    >>> is_local("localhost"), is_local("127.0.0.1"), is_local("guide.example")
    (True, True, False)
    """
    bare = host.lower().rstrip(".")
    unspecified = "0.0.0.0"  # noqa: S104 (a host in a link)
    return bare in {"localhost", "::1", unspecified} or bare.endswith(".localhost") or bare.startswith("127.")


def reachable(address: str) -> str:
    """Give an address that others can reach, or "" for one on the writer's own machine.

    >>> reachable("https://guide.example/"), reachable("http://localhost:8000/")
    ('https://guide.example/', '')
    """
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return address if host and not is_local(host) else ""
