"""External links against a local server that gives each kind of answer."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from answering_server import AnsweringServer, SilentServer, answering
from guide.external.fetching import Fetcher, Patience
from guide.external.network import Answer, Failure, Network, NoAnswerError, is_public, split_url
from guide.external.verdicts import Judgement, Verdict, judge

QUICK = Patience(interval=0.0, tries=3, first_wait=0.01, longest_wait=2.0)


@pytest.fixture
def server() -> Iterator[AnsweringServer]:
    with answering() as running:
        yield running


def fetcher(*allowed: str, patience: Patience = QUICK, time_out: float = 0.6, deadline: float = 0.9) -> Fetcher:
    network = Network("GuideLinkCheck/1.0", time_out=time_out, deadline=deadline, allowed=frozenset(allowed))
    return Fetcher(network, "GuideLinkCheck", patience)


def judged(server: AnsweringServer, path: str, patience: Patience = QUICK) -> Judgement:
    url = f"{server.url}{path}"
    return judge(url, fetcher(server.address, patience=patience).fetch(url))


@pytest.mark.parametrize(
    ("path", "verdict", "status"),
    [
        ("/", Verdict.ALIVE, 200),
        ("/status/204", Verdict.ALIVE, 204),
        ("/status/404", Verdict.DEAD, 404),
        ("/status/410", Verdict.DEAD, 410),
        ("/status/401", Verdict.BLOCKED, 401),
        ("/status/403", Verdict.BLOCKED, 403),
        ("/status/429", Verdict.BLOCKED, 429),
        ("/status/451", Verdict.BLOCKED, 451),
        ("/status/999", Verdict.BLOCKED, 999),
        ("/status/400", Verdict.UNSURE, 400),
        ("/status/500", Verdict.UNSURE, 500),
        ("/status/503", Verdict.UNSURE, 503),
        ("/status/304", Verdict.UNSURE, 304),
        ("/to/302/page", Verdict.ALIVE, 200),
        ("/to/303/page", Verdict.ALIVE, 200),
        ("/to/307/page", Verdict.ALIVE, 200),
        ("/to/301/page", Verdict.MOVED, 200),
        ("/to/308/page", Verdict.MOVED, 200),
        ("/to/301/status/404", Verdict.DEAD, 404),
        ("/to/302/status/403", Verdict.BLOCKED, 403),
        ("/to-nowhere", Verdict.UNSURE, 301),
        ("/to/301/", Verdict.UNSURE, 200),
        ("/cut", Verdict.UNSURE, None),
        ("/nonsense", Verdict.UNSURE, None),
        ("/huge-head", Verdict.UNSURE, None),
        ("/slow/3", Verdict.UNSURE, None),
        ("/drip", Verdict.UNSURE, None),
    ],
)
def test_each_kind_of_answer(server: AnsweringServer, path: str, verdict: Verdict, status: int | None) -> None:
    judgement = judged(server, path, Patience(interval=0.0, tries=1))
    assert (judgement.verdict, judgement.status) == (verdict, status), judgement.reason


def test_new_address_is_that_of_the_permanent_part(server: AnsweringServer) -> None:
    assert judged(server, "/to/301/page").new_url == f"{server.url}/page"
    assert judged(server, "/to/301/to/308/page").new_url == f"{server.url}/page"
    assert judged(server, "/to/301/to/302/page").new_url == f"{server.url}/to/302/page"
    assert judged(server, "/to/302/to/301/page").new_url == ""


def test_sent_to_the_front_page_is_not_offered_as_a_new_address(server: AnsweringServer) -> None:
    judgement = judged(server, "/to/301/")
    assert judgement.verdict is Verdict.UNSURE and judgement.new_url == ""
    assert "front page" in judgement.reason


def test_loops_and_long_chains_end(server: AnsweringServer) -> None:
    site = fetcher(server.address)
    trail = site.fetch(f"{server.url}/to/302/to/302/{server.url}/to/302/{server.url}")
    assert trail.lost == "" or "redirects" in trail.lost
    long = f"{server.url}/" + "to/302/" * 30 + "page"
    assert site.fetch(long).lost == "it redirects more than 10 times"
    self_loop = judged(server, "/to/301/to/301")
    assert self_loop.verdict is not Verdict.ALIVE


def test_one_get_and_no_more_for_what_is_there(server: AnsweringServer) -> None:
    site = fetcher(server.address)
    for _ in range(3):
        site.fetch(f"{server.url}/page")
    assert server.asked == ["/robots.txt", "/page", "/page", "/page"]


def test_tries_again_with_growing_waits_and_then_succeeds(server: AnsweringServer) -> None:
    assert judged(server, "/busy/2").verdict is Verdict.ALIVE
    assert server.asked.count("/busy/2") == 3
    assert judged(server, "/busy/9").verdict is Verdict.UNSURE
    assert server.asked.count("/busy/9") == 3


def test_waits_as_long_as_the_server_asks(server: AnsweringServer) -> None:
    begun = time.monotonic()
    assert judged(server, "/busy/1/1").verdict is Verdict.ALIVE
    assert time.monotonic() - begun >= 1.0


def test_does_not_wait_longer_than_its_patience(server: AnsweringServer) -> None:
    begun = time.monotonic()
    assert judged(server, "/busy/1/86400").verdict is Verdict.UNSURE
    assert time.monotonic() - begun < 1.0


def test_a_slow_drip_is_ended_by_the_deadline(server: AnsweringServer) -> None:
    site = fetcher(server.address, patience=Patience(interval=0.0, tries=1), time_out=5.0, deadline=0.4)
    begun = time.monotonic()
    trail = site.fetch(f"{server.url}/drip")
    assert trail.failure is Failure.TIME_OUT and "0.4 seconds" in trail.detail
    assert time.monotonic() - begun < 2.0


def test_says_who_it_is_and_sends_no_password(server: AnsweringServer) -> None:
    site = fetcher(server.address)
    site.fetch(f"http://name:secret@{server.address}/page#part")
    assert server.agents == {"GuideLinkCheck/1.0"}
    assert server.asked[-1] == "/page"
    assert all("Authorization" not in headers and headers["Host"] == server.address for headers in server.headers)


def test_addresses_beyond_ascii(server: AnsweringServer) -> None:
    fetcher(server.address).fetch(f"{server.url}/åtgärder%20mål?q=ö&r=%C3%A5")
    assert server.asked[-1] == "/%C3%A5tg%C3%A4rder%20m%C3%A5l?q=%C3%B6&r=%C3%A5"
    assert split_url("https://www.räksmörgås.se/x").netloc == "www.xn--rksmrgs-5wao1o.se"


# Private addresses


def test_private_addresses_are_never_asked(server: AnsweringServer) -> None:
    site = fetcher()
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1"):
        trail = site.fetch(server.url.replace("127.0.0.1", host))
        assert trail.failure is Failure.PRIVATE, host
    assert server.asked == []


def test_a_redirect_to_a_private_address_is_not_followed(server: AnsweringServer) -> None:
    with answering() as inner:
        judgement = judged(server, f"/to/301/{inner.url}/secret")
        assert judgement.verdict is Verdict.UNSURE and "not a public address" in judgement.reason
        assert inner.asked == []


def test_robots_redirected_to_a_private_address_is_not_followed(server: AnsweringServer) -> None:
    with answering() as inner:

        class Redirecting(Network):
            def get(self, url: str, most: int = 0) -> Answer:
                answer = super().get(url, most)
                return Answer(301, f"{inner.url}/robots.txt") if url.startswith(server.url) else answer

        site = Fetcher(Redirecting("x", allowed=frozenset({server.address})), "x", QUICK)
        assert site.fetch(f"{server.url}/page").failure is Failure.PRIVATE
        assert inner.asked == []


def test_a_name_that_changes_between_look_up_and_connection_gains_nothing(
    server: AnsweringServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: every look-up after the first says 127.0.0.1."""
    port = server.server_address[1]
    answers = iter([("203.0.113.7", port)])
    connected: list[object] = []

    def look_up(host: str, port: int, **options: object) -> list[tuple[object, ...]]:
        address = next(answers, ("127.0.0.1", port))
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", address)]

    def connect(self: socket.socket, address: object) -> None:
        connected.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr("guide.external.network.is_public", lambda address: address == "203.0.113.7")
    with pytest.raises(NoAnswerError):
        Network("x").get(f"http://rebinding.example:{port}/")
    assert connected == [("203.0.113.7", port)]


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1", "192.168.1.1",
        "192.0.0.1", "198.18.0.1", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1",
        "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2001:db8::1", "64:ff9b::a00:1",
        "2002:7f00:1::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "no address", "",
    ],
)  # fmt: skip
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["193.10.1.1", "8.8.8.8", "2a00:1450:400f:80d::200e", "64:ff9b::808:808"])
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("url", ["ftp://example.org/", "http://", "https:///x", "http://[::1", "http://a b/", "data:x"])
def test_what_is_no_http_address_is_not_asked(url: str) -> None:
    with pytest.raises(NoAnswerError) as error:
        Network("x").get(url)
    assert error.value.failure is Failure.NOT_HTTP


def test_names_that_do_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*arguments: object, **options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    def unanswered(*arguments: object, **options: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    judgement = judge("http://x.invalid/", fetcher().fetch("http://x.invalid/"))
    assert (judgement.verdict, judgement.offline) == (Verdict.DEAD, True)
    monkeypatch.setattr(socket, "getaddrinfo", unanswered)
    judgement = judge("http://x.invalid/", fetcher().fetch("http://x.invalid/"))
    assert (judgement.verdict, judgement.offline) == (Verdict.UNSURE, True)


def test_a_host_label_too_long_for_the_dns() -> None:
    trail = fetcher().fetch(f"http://{'a' * 70}.example/")
    assert trail.failure is Failure.NO_SUCH_HOST


def test_refused_connection() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{closed.getsockname()[1]}"
        trail = fetcher(address).fetch(f"http://{address}/")
    assert trail.failure is Failure.NO_CONNECTION


def test_a_server_that_says_nothing_and_one_that_knows_no_tls() -> None:
    silent = SilentServer()
    threading.Thread(target=silent.serve_forever, daemon=True).start()
    try:
        quick = fetcher(silent.address, patience=Patience(interval=0.0, tries=1), time_out=0.2)
        assert quick.fetch(f"http://{silent.address}/").failure is Failure.TIME_OUT
        assert quick.fetch(f"https://{silent.address}/").failure is Failure.TIME_OUT
    finally:
        silent.shutdown()
        silent.server_close()
    with answering() as plain:
        trail = fetcher(plain.address).fetch(f"https://{plain.address}/")
        assert trail.failure is Failure.CERTIFICATE


def test_certificates_are_checked() -> None:
    assert Network("x").tls.verify_mode is ssl.CERT_REQUIRED and Network("x").tls.check_hostname


# Robots and politeness


def test_robots_are_respected_and_fetched_once(server: AnsweringServer) -> None:
    server.robots = (200, "User-agent: *\nDisallow: /private\n")
    site = fetcher(server.address)
    trail = site.fetch(f"{server.url}/private/page")
    assert judge("x", trail).verdict is Verdict.BLOCKED and "robots.txt" in judge("x", trail).reason
    assert judge("x", site.fetch(f"{server.url}/page")).verdict is Verdict.ALIVE
    assert judge("x", site.fetch(f"{server.url}/to/302/private")).verdict is Verdict.BLOCKED
    assert server.asked == ["/robots.txt", "/page", "/to/302/private"]


def test_robots_of_the_site_that_a_redirect_leads_to_are_respected(server: AnsweringServer) -> None:
    with answering() as other:
        other.robots = (200, "User-agent: guidelinkcheck\nDisallow: /\n")
        trail = fetcher(server.address, other.address).fetch(f"{server.url}/to/301/{other.url}/page")
        assert trail.forbidden and other.asked == ["/robots.txt"]


def test_robots_that_the_server_cannot_give_forbid_all(server: AnsweringServer) -> None:
    server.robots = (503, "")
    judgement = judged(server, "/page")
    assert judgement.verdict is Verdict.UNSURE and "robots.txt" in judgement.reason
    assert "/page" not in server.asked


def test_one_request_at_a_time_to_a_host_with_a_pause_between(server: AnsweringServer) -> None:
    site = fetcher(server.address, patience=Patience(interval=0.05))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(site.fetch, [f"{server.url}/page/{number}" for number in range(8)]))
    assert server.most_together == 1
    pauses = [later - earlier for earlier, later in zip(server.times, server.times[1:], strict=False)]
    assert len(pauses) == 8 and min(pauses) >= 0.045


def test_crawl_delay_is_kept(server: AnsweringServer) -> None:
    server.robots = (200, "User-agent: *\nCrawl-delay: 0.2\n")
    site = fetcher(server.address)
    site.fetch(f"{server.url}/a")
    site.fetch(f"{server.url}/b")
    assert server.times[-1] - server.times[-2] >= 0.19
