"""One request over the network, to public addresses only.

What lives here: looking a host up, refusing what is not public, connecting to the
address that was looked up, sending one GET and reading the head of the answer. What
does not: redirects, retries and robots (``fetching.py``, ``robots.py``).
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import SplitResult, quote, urlsplit

_SAFE = "%/:=&?~#+!$,;'@()*[]"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class Failure(StrEnum):
    """Why there was no answer."""

    NO_SUCH_HOST = "no-such-host"
    """The name is not in the DNS."""
    NO_LOOK_UP = "no-look-up"
    """The DNS itself gave no answer."""
    PRIVATE = "private"
    """The address is not public; nothing was sent."""
    NO_CONNECTION = "no-connection"
    """Refused, reset, or no way there."""
    TIME_OUT = "time-out"
    """No answer in time."""
    CERTIFICATE = "certificate"
    """The site cannot show who it is (TLS)."""
    NOT_HTTP = "not-http"
    """The answer is not HTTP, or the address is not one of http."""


class NoAnswerError(Exception):
    """The request got no answer: says why."""

    def __init__(self, failure: Failure, detail: str) -> None:
        """Keep the kind of failure beside the words."""
        super().__init__(detail)
        self.failure = failure
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of an answer, and as much of the body as was asked for."""

    status: int
    """Status code (RFC 9110, section 15)."""
    location: str = ""
    """Where a redirect leads, as written."""
    retry_after: str = ""
    """How long the server asks us to wait, as written."""
    body: bytes = b""
    """Start of the body."""


@dataclass(frozen=True)
class Network:
    """How requests are made."""

    agent: str
    """User agent: says honestly what this is and whom to ask."""
    time_out: float = 15.0
    """Seconds to wait for one step: connection, next bytes."""
    deadline: float = 40.0
    """Seconds that one request may take in all, however slowly the answer drips."""
    allowed: frozenset[str] = frozenset()
    """Addresses ("127.0.0.1:8080") that may be reached although they are not public."""
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    """How sites must show who they are."""

    def get(self, url: str, most: int = 0) -> Answer:
        """Send one GET and read the head, and at most ``most`` bytes of the body. Raises NoAnswerError."""
        parts = split_url(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        reachable = self._public_addresses(parts.hostname or "", port)
        with _failures_told(), _Deadline(self.deadline) as deadline:
            try:
                with closing(self._connect(reachable, parts, deadline)) as connection:
                    answer = _ask(connection, parts, self.agent, most)
            except (OSError, http.client.HTTPException):
                if not deadline.passed:
                    raise
            # A head that was cut off by the deadline looks whole to http.client.
            if deadline.passed:
                raise TimeoutError(f"no whole answer in {self.deadline:g} seconds")
            return answer

    def _public_addresses(self, host: str, port: int) -> list[tuple[Any, ...]]:
        """Look ``host`` up; give the socket addresses that may be reached."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            if error.errno in _NO_SUCH_NAME:
                raise NoAnswerError(Failure.NO_SUCH_HOST, f"no host is called {host}") from None
            raise NoAnswerError(Failure.NO_LOOK_UP, f"the name {host} could not be looked up") from None
        except (UnicodeError, ValueError):
            raise NoAnswerError(Failure.NO_SUCH_HOST, f"{host} cannot be the name of a host") from None
        public = [each for each in found if is_public(str(each[4][0])) or f"{each[4][0]}:{port}" in self.allowed]
        if not public:
            raise NoAnswerError(Failure.PRIVATE, f"{host} is not a public address")
        return public

    def _connect(
        self, reachable: list[tuple[Any, ...]], parts: SplitResult, deadline: _Deadline
    ) -> http.client.HTTPConnection:
        plain = _first_connected(reachable, self.time_out)
        deadline.watch(plain)
        host = parts.hostname or ""
        connection = http.client.HTTPConnection(host, timeout=self.time_out)
        try:
            connection.sock = self.tls.wrap_socket(plain, server_hostname=host) if parts.scheme == "https" else plain
        except BaseException:
            plain.close()
            raise
        deadline.watch(connection.sock)
        return connection


def split_url(url: str) -> SplitResult:
    """Take a whole http address apart, in ASCII. Raises NoAnswerError when it is not one."""
    try:
        parts = urlsplit(quote(url, safe=_SAFE) if not url.isascii() else url)
        host = (urlsplit(url).hostname or "").encode("idna").decode() if not url.isascii() else parts.hostname
        port = urlsplit(url).port
    except (ValueError, UnicodeError):
        raise NoAnswerError(Failure.NOT_HTTP, f"{url} is not a whole address") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise NoAnswerError(Failure.NOT_HTTP, f"{url} is not an http address")
    if any(ord(character) <= 32 or ord(character) == 127 for character in url):
        raise NoAnswerError(Failure.NOT_HTTP, f"{url!r} holds a space or control character")
    shown = f"[{host}]" if ":" in host else host
    # Name and password in an address are not sent.
    return parts._replace(netloc=f"{shown}:{port}" if port else shown, fragment="")


def is_public(address: str) -> bool:
    """Say whether an IP address is one that anybody can reach (IANA's special-purpose registries).

    >>> is_public("193.12.1.1"), is_public("10.0.0.1"), is_public("169.254.169.254"), is_public("::1")
    (True, False, False, False)
    >>> is_public("64:ff9b::7f00:1"), is_public("2002:7f00:1::")
    (False, False)
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
        inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if not all(is_public(str(each)) for each in inner if each is not None):
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _first_connected(reachable: list[tuple[Any, ...]], time_out: float) -> socket.socket:
    """Connect to the first address that answers, of those that were looked up and no others."""
    last: OSError = ConnectionError("there is no address")
    for family, kind, protocol, _, address in reachable[:3]:
        plain = socket.socket(family, kind, protocol)
        plain.settimeout(time_out)
        try:
            plain.connect(address)
            return plain
        except OSError as error:
            plain.close()
            last = error
    raise last


def _ask(connection: http.client.HTTPConnection, parts: SplitResult, agent: str, most: int) -> Answer:
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection.putrequest("GET", target, skip_host=True, skip_accept_encoding=True)
    headers = {"Host": parts.netloc, "User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "identity"}
    for name, value in {**headers, "Connection": "close"}.items():
        connection.putheader(name, value)
    connection.endheaders()
    response = connection.getresponse()
    return Answer(
        response.status,
        _header(response, "Location"),
        _header(response, "Retry-After"),
        response.read(most) if most else b"",
    )


def _header(response: http.client.HTTPResponse, name: str) -> str:
    value = (response.getheader(name) or "").strip()
    # http.client reads heads as Latin-1; servers write UTF-8 in Location (RFC 9110, section 5.5).
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


class _Deadline:
    """Ends a request that takes too long in all: a time-out on each step alone never ends a slow drip."""

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> _Deadline:
        self._timer.start()
        return self

    def __exit__(self, *unused: object) -> None:
        self._timer.cancel()

    def watch(self, connected: socket.socket) -> None:
        self._socket = connected

    def _end(self) -> None:
        self.passed = True
        if self._socket is not None:
            with suppress(OSError):
                # socket.socket's own method: on TLS the one of ssl drops the session under the reading thread.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


@contextmanager
def _failures_told() -> Iterator[None]:
    """Turn what the standard library raises into NoAnswerError."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise NoAnswerError(Failure.CERTIFICATE, f"the certificate does not hold: {error.verify_message}") from None
    except ssl.SSLError as error:
        raise NoAnswerError(Failure.CERTIFICATE, f"no secure connection: {error.reason or 'unknown reason'}") from None
    except TimeoutError as error:
        raise NoAnswerError(Failure.TIME_OUT, str(error) or "no answer in time") from None
    except OSError as error:
        raise NoAnswerError(Failure.NO_CONNECTION, f"no connection: {error.strerror or error}") from None
    except (http.client.HTTPException, ValueError) as error:
        raise NoAnswerError(Failure.NOT_HTTP, f"the answer is not HTTP ({type(error).__name__})") from None
