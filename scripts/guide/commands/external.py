"""The ``check-external`` command.

What lives here: its options, the order of a run, its exit code (0 nothing to mend,
1 dead or moved links, 2 no network). What does not: everything else of external links.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import click

from guide.commands.command import PATH, command
from guide.external.fetching import Fetcher, Patience
from guide.external.memory import Memory, read_memory, remembered, write_memory
from guide.external.network import Network
from guide.external.reporting import Result, as_json, as_lines, as_markdown, summary
from guide.external.running import ProgressBar, trails
from guide.external.verdicts import Judgement, Verdict, judge
from guide.external.wanted import Wanted, wanted_links
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.tools.errors import CannotRunError

TOKEN = "GuideLinkCheck"
_MEMORY = Path(".cache") / "external-memory.json"
_REPORT = Path(".cache") / "external-links.md"
_SAVE_EVERY = 25


@command("check-external")
@click.option("--format", type=click.Choice(["markdown", "json"]), default="markdown", help="Form of the report.")
@click.option("--output", type=PATH, metavar="FILE", help=f"The report; default: {_REPORT} (or .json).")
@click.option("--fresh", is_flag=True, help="Ask again about links that were looked at lately.")
@click.option("--workers", type=int, default=8, metavar="N", help="Hosts at once; default: 8.")
@click.option("--interval", type=float, default=1.0, metavar="SECONDS", help="Pause between requests to one host.")
@click.option("--time-out", type=float, default=15.0, metavar="SECONDS", help="Wait for an answer; default: 15.")
@click.option("--tries", type=int, default=3, metavar="N", help="Requests before a link is given up; default: 3.")
@click.option("--allow-private", multiple=True, metavar="IP:PORT", help="Reach this address although it is private.")
def check_external(**options: Any) -> int:
    """Look whether the external links answer."""
    return run_external(SimpleNamespace(**options))


def run_external(arguments: SimpleNamespace) -> int:
    """Look at every external link and report. Raises CannotRunError, SettingsError."""
    settings = load_settings(arguments.config)
    wanted = wanted_links(read_guide(settings))
    fetcher = _fetcher(arguments, settings.site_url)
    memory_file = settings.root / _MEMORY
    memory = read_memory(memory_file)
    due = wanted if arguments.fresh else _due(wanted, memory)
    urls = {item.url for item in wanted}
    try:
        _look(due, memory, fetcher, arguments.workers, lambda: write_memory(memory, memory_file, urls))
    except KeyboardInterrupt:
        print("Stopped; what was found so far is remembered.", file=sys.stderr)
        return 2
    results = [Result(item, memory[item.url].grown_old()) for item in wanted]
    _write_report(results, arguments, settings.root)
    return 1 if any(result.verdict in {Verdict.DEAD, Verdict.MOVED} for result in results) else 0


def _fetcher(arguments: SimpleNamespace, site_url: str) -> Fetcher:
    network = Network(
        agent=user_agent(site_url),
        time_out=max(arguments.time_out, 0.1),
        deadline=max(arguments.time_out, 0.1) * 3,
        allowed=frozenset(arguments.allow_private),
    )
    patience = Patience(interval=max(arguments.interval, 0.0), tries=max(arguments.tries, 1))
    return Fetcher(network, TOKEN, patience)


def user_agent(site_url: str) -> str:
    """Say what this is, and where to ask about it when the site is public.

    >>> user_agent("https://example.org/tillit/")
    'GuideLinkCheck/1.0 (+https://example.org/tillit/)'
    """
    host = urlsplit(site_url).hostname or ""
    return f"{TOKEN}/1.0 (+{site_url})" if "." in host else f"{TOKEN}/1.0"


def _due(wanted: Sequence[Wanted], memory: Memory) -> list[Wanted]:
    """Give what is not known well enough."""
    now = datetime.now(UTC)
    return [item for item in wanted if item.url not in memory or not memory[item.url].counts_at(now)]


def _look(due: Sequence[Wanted], memory: Memory, fetcher: Fetcher, workers: int, save: Callable[[], None]) -> None:
    """Fetch what is due, and remember it."""
    found: dict[str, Judgement] = {}
    progress = ProgressBar(sys.stderr)
    was_online = False
    try:
        for done, (item, trail) in enumerate(trails(due, fetcher, workers), 1):
            judgement = judge(item.url, trail)
            was_online = was_online or not judgement.offline
            found[item.url] = judgement
            progress(done, len(due), item.host)
            if was_online and done % _SAVE_EVERY == 0:
                _remember(found, memory)
                save()
    finally:
        progress.clear()
        if was_online:
            _remember(found, memory)
            save()
    if found:
        reason = f"not one of {len(found)} links could be reached ({next(iter(found.values())).reason})"
        raise CannotRunError(f"{reason} — is this machine on the network?")


def _remember(found: dict[str, Judgement], memory: Memory) -> None:
    for url, judgement in found.items():
        memory[url] = remembered(judgement, memory.get(url), datetime.now(UTC))
    found.clear()


def _write_report(results: Sequence[Result], arguments: SimpleNamespace, root: Path) -> None:
    now = datetime.now(UTC)
    is_json = arguments.format == "json"
    output = arguments.output or (root / _REPORT).with_suffix(".json" if is_json else ".md")
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(as_json(results, now) if is_json else as_markdown(results, now), encoding="utf-8")
    sys.stdout.write(as_lines(results))
    print(f"{summary(results)} Report: {output}", file=sys.stderr)
