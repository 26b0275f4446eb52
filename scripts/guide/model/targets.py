"""Addresses in links, taken apart: what a link's href points to.

What lives here: splitting an address (RFC 3986) and resolving it against the page
it stands on. What does not: whether anything is there (``checks/rules/links.py``).
"""

from __future__ import annotations

import posixpath
import re
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

WEB_SCHEMES = frozenset({"http", "https"})
_SPACE_OR_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
OTHER_SCHEMES = frozenset({"mailto", "tel", "sms"})


class Kind(StrEnum):
    """What a link's address is."""

    EMPTY = "empty"
    """Nothing at all."""
    MALFORMED = "malformed"
    """No address that RFC 3986 knows."""
    EXTERNAL = "external"
    """http or https address, or one that starts with ``//``."""
    CONTACT = "contact"
    """mailto:, tel:, sms:."""
    UNKNOWN_SCHEME = "unknown-scheme"
    """Any other scheme."""
    ABSOLUTE = "absolute"
    """Starts with ``/``: from the root of whatever host serves the site."""
    ANCHOR = "anchor"
    """Only ``#…``: a place on the same page."""
    PAGE = "page"
    """Relative path to a Markdown source."""
    FILE = "file"
    """Relative path to some other file."""
    FOLDER = "folder"
    """Relative path without a file extension, or ending in ``/``."""


class Target(NamedTuple):
    """An address taken apart (a tuple, as each link has one)."""

    kind: Kind
    """What it is."""
    path: str = ""
    """For PAGE, FILE and FOLDER: path relative to the docs folder ("../x" when it leads outside)."""
    fragment: str = ""
    """What follows ``#``, decoded."""
    host: str = ""
    """For EXTERNAL: the host, lower case."""
    scheme: str = ""
    """The scheme, lower case; "" for relative addresses."""
    reason: str = ""
    """For MALFORMED: what is wrong with it."""


def read_target(href: str, source: str) -> Target:
    """Take ``href`` apart, as it stands on the page with docs path ``source``."""
    href = href.strip()
    if not href:
        return Target(Kind.EMPTY)
    fault = _fault_in(href)
    if fault:
        return Target(Kind.MALFORMED, reason=fault)
    parts = urlsplit(href)
    scheme, fragment = parts.scheme.lower(), unquote(parts.fragment)
    if scheme in WEB_SCHEMES or (not scheme and parts.netloc):
        return Target(Kind.EXTERNAL, fragment=fragment, host=(parts.hostname or "").lower(), scheme=scheme or "https")
    if scheme in OTHER_SCHEMES:
        return Target(Kind.CONTACT, path=parts.path, scheme=scheme)
    if scheme:
        return Target(Kind.UNKNOWN_SCHEME, scheme=scheme)
    if href.startswith("/"):
        return Target(Kind.ABSOLUTE, path=unquote(parts.path), fragment=fragment)
    if not parts.path:
        return Target(Kind.ANCHOR, fragment=fragment)
    return _relative(unquote(parts.path), fragment, source)


def _relative(path: str, fragment: str, source: str) -> Target:
    resolved = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    if path.endswith("/") or not posixpath.splitext(path)[1] or resolved.endswith(".."):
        return Target(Kind.FOLDER, resolved, fragment)
    if posixpath.splitext(resolved)[1].lower() in {".md", ".markdown"}:
        return Target(Kind.PAGE, resolved, fragment)
    return Target(Kind.FILE, resolved, fragment)


def _fault_in(href: str) -> str:
    """Say what makes ``href`` no address, or ""."""
    if _SPACE_OR_CONTROL.search(href):
        return "it holds a space or control character"
    if "\\" in href:
        return "it holds a backslash"
    try:
        parts = urlsplit(href)
        port = parts.port
    except ValueError as error:
        return str(error)
    if parts.scheme in WEB_SCHEMES and not parts.hostname:
        return "it has no host"
    if parts.netloc and _host_is_odd(parts.hostname or ""):
        return "its host is not a host name"
    if port is not None and port == 0:
        return "its port is not a port"
    return "an escape (%) is not followed by two digits" if _has_bad_escape(href) else ""


def _host_is_odd(host: str) -> bool:
    if ":" in host:  # an IPv6 address: urlsplit has already judged its form
        return False
    labels = host.removesuffix(".").split(".")
    return any(not label or label[0] == "-" or label[-1] == "-" for label in labels) or any(
        not (character.isalnum() or character in "-._") for character in host
    )


def _has_bad_escape(href: str) -> bool:
    return "%" in href and _BAD_ESCAPE.search(href) is not None
