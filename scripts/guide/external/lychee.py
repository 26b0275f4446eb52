"""Asking other sites by lychee (https://lychee.cli.rs), and what its answers mean for a reader.

What lives here: finding the program, running it gently, judging each of its answers.
What does not: which addresses (``wanted.py``) and what the editor sees
(``reporting.py``). lychee follows redirects, tries again, keeps to one request at a
time for each host, and remembers for a week what was well. It does not read
robots.txt: what it is given are the addresses that readers are sent to, once a week.
"""

from __future__ import annotations

import csv
import html
import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from guide.tools.errors import CannotRunError

INSTALLED = Path(".cache") / "lychee" / "bin"
"""Where ``make check-external`` puts the program."""
POLITE = (
    *("--max-concurrency=8", "--host-concurrency=1", "--host-request-interval=1s"),
    *("--timeout=15", "--max-retries=2", "--retry-wait-time=2", "--max-redirects=10"),
    *("--cache", "--max-cache-age=7d", "--exclude-all-private"),
)
"""How other people's servers are asked."""
_PERMANENT = frozenset({301, 308})
_GONE = frozenset({404, 410})
# Answers to machines, not to readers: sign in, forbidden, too many requests, and LinkedIn's own 999.
_BLOCKING = frozenset({401, 402, 403, 405, 406, 407, 421, 429, 451, 999})
_CACHE = ".lycheecache"


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


def look_at(urls: Sequence[str], root: Path, site_url: str) -> list[Judgement]:
    """Ask for every address; give what is said of each, in order. Raises CannotRunError.

    ``root`` is the guide's folder; lychee works in ``.cache/external`` below it.
    """
    folder = root / ".cache" / "external"
    folder.mkdir(parents=True, exist_ok=True)
    answers = _answers(urls, folder, _program(root), _agent(site_url))
    found = [judge(url, answers.get(line, {})) for line, url in enumerate(urls, 1)]
    if found and not any(each.status for each in found):
        raise CannotRunError(
            f"not one of {len(found)} links gave an answer ({found[0].reason}) — is this machine on the network?"
        )
    led_on = {
        answers.get(line, {}).get("url") for line, each in enumerate(found, 1) if each.verdict is not Verdict.ALIVE
    }
    _forget(led_on, folder / _CACHE)
    return found


def forget_all(root: Path) -> None:
    """Let the next run ask again for what was well lately."""
    (root / ".cache" / "external" / _CACHE).unlink(missing_ok=True)


def _program(root: Path) -> str:
    program = shutil.which("lychee") or shutil.which("lychee", path=root / INSTALLED)
    if program is None:
        raise CannotRunError("lychee is not installed — run make check-external, which gets it, or put it on the PATH")
    return program


def _agent(site_url: str) -> str:
    """Say what this is, and where to ask about it when the site is public."""
    host = urlsplit(site_url).hostname or ""
    return f"GuideLinkCheck/2.0 (+{site_url})" if "." in host else "GuideLinkCheck/2.0"


def _answers(urls: Sequence[str], folder: Path, program: str, agent: str) -> Mapping[int, Any]:
    """Run lychee on a page with one address a line; give its answer for each line."""
    page, report = folder / "links.html", folder / "lychee.json"
    page.write_text("".join(f'<a href="{html.escape(url)}"></a>\n' for url in urls), encoding="utf-8")
    report.unlink(missing_ok=True)
    # -v: what is well is told as well. Progress goes to a terminal; elsewhere only what broke the run is shown.
    options = ["-v", "--format=json", f"--output={report.name}", f"--user-agent={agent}", *POLITE]
    quiet = None if sys.stderr.isatty() else subprocess.PIPE
    run = subprocess.run([program, *options, "--", page.name], cwd=folder, stderr=quiet, text=True, check=False)
    try:
        told = json.loads(report.read_text(encoding="utf-8"))
        maps = [told[f"{name}_map"].get(page.name, []) for name in ("success", "error", "timeout", "excluded")]
        return {entry["span"]["line"]: entry for entries in maps for entry in entries}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        reason = f"lychee ended with exit code {run.returncode} and no report that can be read"
        raise CannotRunError(f"{run.stderr or ''}{reason} — take the version that make check-external gets") from None


def judge(url: str, answer: Mapping[str, Any]) -> Judgement:
    """Judge lychee's answer for ``url``; an empty one says that there was none."""
    said = answer.get("status", {})
    status: int | None = said.get("code")
    if status is None:
        return _judge_silence(url, said.get("details") or said.get("text") or "lychee says nothing of it")
    reason = f"the site answers {said['text'].removeprefix('Rejected status code: ')}"
    if status in _GONE:
        return Judgement(Verdict.DEAD, reason, status)
    if status in _BLOCKING:
        return Judgement(Verdict.BLOCKED, reason, status)
    if not 200 <= status < 300:
        return Judgement(Verdict.UNSURE, reason, status)
    hops = answer.get("redirects", {}).get("redirects", [])
    lasting = list(takewhile(lambda hop: hop["code"] in _PERMANENT, hops))
    if lasting and _path(url) and not _path(hops[-1]["url"]):
        reason = f"it leads to the front page {hops[-1]['url']}: the page is probably gone"
        return Judgement(Verdict.UNSURE, reason, status)
    if lasting:
        return Judgement(Verdict.MOVED, "it has moved for good", status, lasting[-1]["url"])
    return Judgement(Verdict.ALIVE, reason, status)


def _judge_silence(url: str, reason: str) -> Judgement:
    """Judge what gave no answer: lychee does not tell a host that is gone from one that is down."""
    if "'exclude'" in reason:
        return Judgement(Verdict.UNSURE, "it is a private address or an example, and is not asked for")
    try:
        socket.getaddrinfo(urlsplit(url).hostname, None)
    except socket.gaierror as error:
        if error.errno == socket.EAI_NONAME:
            return Judgement(Verdict.DEAD, "there is no such host")
    except ValueError:
        pass  # not an address at all: lychee's reason says so
    return Judgement(Verdict.UNSURE, reason)


def _path(url: str) -> str:
    parts = urlsplit(url)
    return parts.path.strip("/") + parts.query


def _forget(urls: Collection[str | None], cache: Path) -> None:
    """Take addresses out of lychee's cache: it keeps that one answered, but not where it led."""
    if cache.is_file():
        with cache.open(encoding="utf-8", newline="") as file:
            kept = [row for row in csv.reader(file) if row and row[0] not in urls]
        with cache.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(kept)
