"""check-external as the editor runs it: places, report, memory, progress, exit code."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answering_server import AnsweringServer, answering
from guide.commands.external import check_external, user_agent
from guide.external.memory import Known, read_memory, remembered, write_memory
from guide.external.running import ProgressBar
from guide.external.verdicts import Judgement, Verdict
from guide.external.wanted import wanted_links
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.tools.errors import CannotRunError
from ledger_guides import write_guide

NOW = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[AnsweringServer]:
    with answering() as running:
        yield running


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


def run(config: Path, server: AnsweringServer, *options: str) -> int:
    quick = ["--interval", "0", "--tries", "1", "--time-out", "1", "--allow-private", server.address]
    code: int = check_external.main(["--config", str(config), *quick, *options], standalone_mode=False)
    return code


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


def test_run_says_what_to_mend_and_writes_the_report(
    tmp_path: Path, server: AnsweringServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(guide_with_links(tmp_path, server.url), server) == 1
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert len(lines) == 3
    dead = f'external-dead "{server.url}/status/404": the site answers 404 Not Found — '
    assert lines[1].startswith(f"docs/sv/links.md:9:1: {dead}")
    assert lines[2].endswith(f"— take the new address {server.url}/page")
    assert "5 external links: 1 dead, 1 moved, 1 unsure, 1 blocked, 1 alive." in said.err
    report = (tmp_path / ".cache/external-links.md").read_text(encoding="utf-8")
    for part in ("## Dead (1)", f"new address: <{server.url}/page>", "`docs/sv/links.md:9`"):
        assert part in report
    assert server.asked.count("/page") == 2  # once itself, once as the end of the redirect


def test_json_report(tmp_path: Path, server: AnsweringServer) -> None:
    output = tmp_path / "report.json"
    run(guide_with_links(tmp_path, server.url), server, "--format", "json", "--output", str(output))
    report = json.loads(output.read_text(encoding="utf-8"))
    assert report["counts"] == {"dead": 1, "moved": 1, "unsure": 1, "blocked": 1, "alive": 1}
    moved = next(link for link in report["links"] if link["verdict"] == "moved")
    assert moved["new_url"] == f"{server.url}/page"
    assert moved["places"] == [{"file": "docs/sv/links.md", "line": 11, "column": 1}]


def test_memory_spares_the_servers_until_fresh_is_asked_for(tmp_path: Path, server: AnsweringServer) -> None:
    config = guide_with_links(tmp_path, server.url)
    run(config, server)
    asked = len(server.asked)
    assert run(config, server) == 1
    assert len(server.asked) == asked
    run(config, server, "--fresh")
    assert len(server.asked) == asked * 2


def test_all_well_is_exit_0(tmp_path: Path, server: AnsweringServer) -> None:
    config = write_guide(tmp_path, {"sv/links.md": f"# L\n\n[a]({server.url}/page) [b]({server.url}/status/403)\n"})
    assert run(config, server) == 0


def test_without_network_it_says_so_and_forgets_nothing(tmp_path: Path, server: AnsweringServer) -> None:
    config = guide_with_links(tmp_path, server.url)
    run(config, server)
    memory = (tmp_path / ".cache/external-memory.json").read_bytes()
    server.shutdown()
    server.server_close()
    with pytest.raises(CannotRunError, match="is this machine on the network"):
        run(config, server, "--fresh")
    assert (tmp_path / ".cache/external-memory.json").read_bytes() == memory


def test_interrupted_run_remembers(tmp_path: Path, server: AnsweringServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(self: ProgressBar, done: int, total: int, host: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(ProgressBar, "__call__", interrupt)
    assert run(guide_with_links(tmp_path, server.url), server) == 2
    assert len(read_memory(tmp_path / ".cache/external-memory.json")) == 2


def test_progress_on_a_terminal_only() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal, pipe = Terminal(), io.StringIO()
    for stream in (terminal, pipe):
        bar = ProgressBar(stream)
        bar(1, 2, "example.org")
        bar.clear()
    assert "1/2  example.org" in terminal.getvalue() and terminal.getvalue().endswith("\r")
    assert pipe.getvalue() == ""


def test_agent_names_the_site_only_when_it_is_public() -> None:
    assert user_agent("https://example.org/") == "GuideLinkCheck/1.0 (+https://example.org/)"
    assert user_agent("http://localhost:8000/") == "GuideLinkCheck/1.0"


def known(verdict: Verdict, days: int, times: int = 1) -> Known:
    return Known(Judgement(verdict, "reason"), NOW, NOW - timedelta(days=days), times)


def test_what_stays_unsure_for_two_weeks_is_called_dead() -> None:
    assert known(Verdict.UNSURE, 13, 5).grown_old().judgement.verdict is Verdict.UNSURE
    assert known(Verdict.UNSURE, 20, 2).grown_old().judgement.verdict is Verdict.UNSURE
    old = known(Verdict.UNSURE, 14, 3).grown_old()
    assert old.judgement == Judgement(Verdict.DEAD, "reason, in every run since 2026-11-11")
    assert known(Verdict.BLOCKED, 90, 9).grown_old().judgement.verdict is Verdict.BLOCKED


def test_how_long_a_verdict_counts() -> None:
    assert known(Verdict.ALIVE, 0).counts_at(NOW + timedelta(days=6))
    assert not known(Verdict.ALIVE, 0).counts_at(NOW + timedelta(days=7))
    assert known(Verdict.DEAD, 0).counts_at(NOW + timedelta(hours=11))
    assert not known(Verdict.DEAD, 0).counts_at(NOW + timedelta(hours=12))
    assert not known(Verdict.ALIVE, 0).counts_at(NOW - timedelta(days=1))


def test_a_changed_verdict_starts_anew() -> None:
    later = NOW + timedelta(days=3)
    same = remembered(Judgement(Verdict.UNSURE, "other"), known(Verdict.UNSURE, 5, 2), later)
    assert (same.since, same.times, same.judgement.reason) == (NOW - timedelta(days=5), 3, "other")
    other = remembered(Judgement(Verdict.ALIVE, ""), known(Verdict.UNSURE, 5, 2), later)
    assert (other.since, other.times) == (later, 1)


def test_memory_is_read_back_and_forgets_links_that_are_gone(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "memory.json"
    memory = {"http://a/": known(Verdict.MOVED, 3, 2), "http://b/": known(Verdict.DEAD, 0)}
    write_memory(memory, file, {"http://a/"})
    assert read_memory(file) == {"http://a/": memory["http://a/"]}
    assert [each.name for each in file.parent.iterdir()] == ["memory.json"]


KEYS = ["links", "verdict", "reason", "status", "checked", "since", "times", "new_url"]


@given(st.one_of(st.binary(max_size=50), st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=8),
).map(lambda value: json.dumps(value).encode())))  # fmt: skip
def test_a_broken_memory_is_forgotten(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "broken-memory.json"
    file.write_bytes(content)
    assert isinstance(read_memory(file), dict)
