"""check-external as the editor runs it, with a stand-in that gives lychee's recorded answers."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

import lychee_stand_in
from guide.commands.main import main
from guide.external.lychee import Judgement, Verdict, judge
from guide.external.wanted import wanted_links
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from ledger_guides import write_guide
from lychee_stand_in import BASE

RECORDED = json.loads(lychee_stand_in.RECORDED.read_text(encoding="utf-8"))


@pytest.fixture
def lychee(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(lychee_stand_in.install(tmp_path / "bin")))


def guide_with_links(folder: Path, base: str) -> Path:
    text = (
        "---\ntitle: Länkar\nslug: lankar\n---\n# Länkar\n\n"
        f"[Finns]({base}/page#part) och [finns]({base}/page#other).\n\n[Borta]({base}/status/404)\n\n"
        f"[Flyttad]({base}/to/301/page)\n\n[Stängd]({base}/status/403)\n\n[Trasig]({base}/status/500)\n\n<{base}/page>\n"
    )
    config = write_guide(folder, {"sv/links.md": text})
    entry = {"id": "a", "type": "webpage", "title": "A", "URL": f"{base}/status/404"}
    (folder / "data/bibliography.json").write_text(json.dumps([entry]), encoding="utf-8")
    return config


def run(config: Path, *options: str) -> int:
    return main(["check-external", "--config", str(config), *options])


def test_each_address_once_with_all_its_places(tmp_path: Path) -> None:
    wanted = wanted_links(read_guide(load_settings(guide_with_links(tmp_path, "http://example.org"))))
    assert [item.url for item in wanted] == [
        "http://example.org/page", "http://example.org/status/403", "http://example.org/status/404",
        "http://example.org/status/500", "http://example.org/to/301/page",
    ]  # fmt: skip
    places = {item.url: [(place.path, place.line) for place in item.places] for item in wanted}
    assert places["http://example.org/page"] == [("docs/sv/links.md", line) for line in (7, 7, 17)]
    assert places["http://example.org/status/404"] == [("data/bibliography.json", 1), ("docs/sv/links.md", 9)]


def test_dois_are_looked_at(tmp_path: Path) -> None:
    config = write_guide(tmp_path)
    entry = {"id": "a", "type": "article", "title": "A", "DOI": "10.1000/182<x>"}
    (tmp_path / "data/bibliography.json").write_text(json.dumps([entry]), encoding="utf-8")
    assert [item.url for item in wanted_links(read_guide(load_settings(config)))] == [
        "https://doi.org/10.1000/182%3Cx%3E"
    ]


@pytest.mark.usefixtures("lychee")
def test_run_says_what_to_mend_and_writes_the_report(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(guide_with_links(tmp_path, BASE)) == 1
    said = capfd.readouterr()
    lines = said.out.splitlines()
    assert len(lines) == 3
    dead = f'external-dead "{BASE}/status/404": the site answers 404 Not Found — '
    assert lines[1].startswith(f"docs/sv/links.md:9:1: {dead}")
    assert lines[2].endswith(f"— take the new address {BASE}/page")
    # What lychee says while it works is for a terminal.
    report_file = tmp_path / ".cache/external-links.md"
    assert said.err == f"5 external links: 1 dead, 1 moved, 1 unsure, 1 blocked, 1 alive. Report: {report_file}\n"
    report = report_file.read_text(encoding="utf-8")
    for part in ("## Dead (1)", f"new address: <{BASE}/page>", "`docs/sv/links.md:9`"):
        assert part in report


@pytest.mark.usefixtures("lychee")
def test_json_report(tmp_path: Path) -> None:
    output = tmp_path / "report.json"
    run(guide_with_links(tmp_path, BASE), "--format", "json", "--output", str(output))
    report = json.loads(output.read_text(encoding="utf-8"))
    assert report["counts"] == {"dead": 1, "moved": 1, "unsure": 1, "blocked": 1, "alive": 1}
    moved = next(link for link in report["links"] if link["verdict"] == "moved")
    assert moved["new_url"] == f"{BASE}/page"
    assert moved["places"] == [{"file": "docs/sv/links.md", "line": 11, "column": 1}]


@pytest.mark.usefixtures("lychee")
def test_others_servers_are_asked_politely(tmp_path: Path) -> None:
    run(guide_with_links(tmp_path, BASE))
    called = json.loads((tmp_path / ".cache/external/called.json").read_text(encoding="utf-8"))
    assert {"--host-concurrency=1", "--host-request-interval=1s", "--exclude-all-private", "--cache"} <= set(called)
    assert "--user-agent=GuideLinkCheck/2.0 (+https://example.org/little/)" in called


@pytest.mark.usefixtures("lychee")
@pytest.mark.parametrize(("options", "from_cache"), [((), True), (("--fresh",), False)], ids=str)
def test_what_is_well_is_remembered_and_what_has_moved_is_told_again(
    options: tuple[str, ...], from_cache: bool, tmp_path: Path
) -> None:
    config, cache = guide_with_links(tmp_path, BASE), tmp_path / ".cache/external/.lycheecache"
    assert run(config) == 1
    assert cache.read_text(encoding="utf-8") == f"{BASE}/page,200,1795832311\n"
    assert run(config, *options) == 1
    assert ("OK (cached)" in (tmp_path / ".cache/external/lychee.json").read_text(encoding="utf-8")) is from_cache
    assert "1 moved" in (tmp_path / ".cache/external-links.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("lychee")
def test_all_well_is_exit_0(tmp_path: Path) -> None:
    config = write_guide(tmp_path, {"sv/links.md": f"# L\n\n[a]({BASE}/other?a=1&copy=2) [b]({BASE}/status/403)\n"})
    assert run(config) == 0


@pytest.mark.usefixtures("lychee")
def test_without_network_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write_guide(tmp_path, {"sv/links.md": "# L\n\n[a](http://127.0.0.1:1/refused)\n"})) == 2
    assert "is this machine on the network?" in capsys.readouterr().err
    assert not (tmp_path / ".cache/external-links.md").exists()


def test_without_lychee_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    config = guide_with_links(tmp_path, BASE)
    assert run(config) == 2
    assert capsys.readouterr().err.startswith("lychee is not installed — run make check-external")
    lychee_stand_in.install(tmp_path / ".cache/lychee/bin")
    assert run(config) == 1


def test_another_lychee_is_told_with_its_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = lychee_stand_in.install(tmp_path / "bin") / "lychee"
    program.write_text("#!/bin/sh\necho no such option >&2\nexit 2\n", "utf-8")
    monkeypatch.setenv("PATH", str(program.parent))
    assert run(guide_with_links(tmp_path, BASE)) == 2
    assert capsys.readouterr().err.startswith("no such option\nlychee ended with exit code 2")


def no_name(*unused: object) -> None:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def no_look_up(*unused: object) -> None:
    raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")


@pytest.mark.parametrize(
    ("url", "verdict", "reason"),
    [
        (f"{BASE}/page", "alive", "the site answers 200 OK"),
        (f"{BASE}/to/302/page", "alive", "the site answers 200 OK"),
        (f"{BASE}/to/308/to/302/page", "moved", "it has moved for good"),
        (f"{BASE}/to/301/", "unsure", f"it leads to the front page {BASE}/: the page is probably gone"),
        (f"{BASE}/to/301/status/404", "dead", "the site answers 404 Not Found"),
        (f"{BASE}/status/410", "dead", "the site answers 410 Gone"),
        (f"{BASE}/status/999", "blocked", "the site answers 999 Unknown status code"),
        (f"{BASE}/status/500", "unsure", "the site answers 500 Internal Server Error"),
        (f"{BASE}/slow/3", "unsure", "Request timed out"),
        (f"{BASE}/cut", "unsure", "Connection closed before response completed"),
        ("http://127.0.0.1:1/refused", "unsure", "Connection refused - server may be down or port blocked"),
        ("https://example.org/a", "unsure", "it is a private address or an example, and is not asked for"),
        ("http://10.0.0.1/", "unsure", "it is a private address or an example, and is not asked for"),
        ("http://[::1", "unsure", "Cannot parse 'http://[::1' into a URL: invalid IPv6 address"),
    ],
)
def test_what_lychee_says_is_judged(url: str, verdict: str, reason: str) -> None:
    judgement = judge(url, RECORDED[url]["entry"])
    assert (judgement.verdict, judgement.reason) == (verdict, reason)
    assert judgement.new_url == (f"{BASE}/to/302/page" if verdict == "moved" else "")


def test_a_host_that_is_gone_is_dead_and_one_that_cannot_be_looked_up_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    url = "https://no-such-host-xyzzy.se/"
    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    assert judge(url, RECORDED[url]["entry"]) == Judgement(Verdict.DEAD, "there is no such host")
    monkeypatch.setattr(socket, "getaddrinfo", no_look_up)
    assert judge(url, RECORDED[url]["entry"]).verdict is Verdict.UNSURE
    assert judge(url, {}) == Judgement(Verdict.UNSURE, "lychee says nothing of it")
