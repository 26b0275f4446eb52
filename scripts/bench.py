"""Measures what the checks cost: ``make bench``.

What lives here: timing the build, the guide's own full check (sources and built
site) and two well-known checkers on made-up guides. What does not: making those
guides (``bench_guide.py``), and what each tool finds (``bench_tools.py``).

Build and check each run as a process of their own, start of Python and all; the
build with the project's own theme and hook, but nothing checked in it. Then the
build with its checks tells how much of it they are: there the sources need not be
read for the checks alone, since the build reads them anyway. The two others stand in
``.bench-tools/`` (or the folder that ``--tools`` names), where ``make bench-tools``
puts them, and never in the lock file; without it they are left out.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench_guide import TIMED_CONFIG, write_guide

SCRIPTS = Path(__file__).resolve().parent
TOOLS = SCRIPTS.parent / ".bench-tools"
PROGRAMS = {"LinkChecker": "venv/bin/linkchecker", "linkinator": "node_modules/.bin/linkinator"}
"""The two other checkers, each with its program in the folder of the tools."""
MOST_SHARE = 0.15
"""The full check may take this share of the build's time, at 1,000 pages."""
MOST_GROWTH = 4.4
"""The full check of 4,000 pages may take this many times that of 1,000."""
LINKCHECKER_SETTINGS = "[checking]\nmaxrequestspersecond=10000\n"
"""Its brake of some requests a second is off: it spares other people's servers, and this one is ours.
Nor does it look at anchors here: with AnchorCheck it asks for a page once for each of them, and takes
minutes for a hundred pages."""
_HEAD = f"{'pages':>6}  {'what':<14}{'seconds':>9}{'per 1,000':>11}{'cpu':>8}{'peak MB':>9}{'of build':>10}"


@dataclass(frozen=True, slots=True)
class Measure:
    """What one process took."""

    seconds: float
    """From start to end."""
    cpu: float
    """Seconds of work, in it and the processes it started: what it takes on a machine with one processor."""
    peak_mb: float
    """Most memory that it, or one of the processes it started, held at one time."""
    code: int | None
    """Exit code; None when it was ended because it took too long."""


def measured(command: Sequence[str], folder: Path, limit: float = 3600.0) -> Measure:
    """Run a command and measure it; end it after ``limit`` seconds."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(SCRIPTS)}
    output = folder / "output.txt"
    begun = time.perf_counter()
    with output.open("wb") as sink:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=sink, stderr=sink)
        timer = threading.Timer(limit, process.kill)
        timer.start()
        # wait4 and not process.wait(): it tells what the process used.
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = used.ru_utime + used.ru_stime
    return Measure(seconds, cpu, used.ru_maxrss / 1024, process.returncode if process.returncode != -9 else None)


def fastest(runs: int, measure: Callable[[], Measure]) -> Measure:
    """Measure several times and give the fastest: what slows a run down is not the program."""
    return min((measure() for _ in range(runs)), key=lambda each: each.seconds)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site on a free port of localhost, without a log."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            pass

        def end_headers(self) -> None:
            # By this header a server tells LinkChecker that it need not hold back.
            self.send_header("LinkChecker", "welcome")
            super().end_headers()

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 256  # linkinator opens a hundred connections at once

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that closes its connection early is no fault."""

    server = Server(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()


def bench(pages: int, arguments: argparse.Namespace) -> tuple[Measure, Measure]:
    """Make, build and check a guide of ``pages`` pages; print and give build and check."""
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as name:
        folder = Path(name)
        write_guide(folder, pages)
        build_command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        build = fastest(1 if pages > 1000 else arguments.runs, lambda: measured(build_command, folder))
        if build.code:
            sys.exit(f"the guide of {pages} pages does not build:\n{(folder / 'output.txt').read_text()}")
        _print_row(pages, "build", build, build)
        check_command = [sys.executable, "-m", "guide", "check", "--site", "site"]
        check = fastest(arguments.runs, lambda: measured(check_command, folder))
        _print_row(pages, "full check", check, build)
        if check.code:
            print(f"        (exit code {check.code}: {_last_line(folder / 'output.txt')})")
        _print_share_in_build(pages, folder)
        if pages <= arguments.tools_up_to:
            _bench_tools(pages, folder, build, arguments)
    return build, check


def _print_share_in_build(pages: int, folder: Path) -> None:
    """Build once more, with its checks, and print what part of it they are."""
    whole = measured([sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", TIMED_CONFIG], folder)
    label, _, seconds = _last_line(folder / "output.txt").rpartition(": ")
    if label == "seconds of checks":
        share = float(seconds) / whole.seconds
        taken = f"{float(seconds):.2f} s of {whole.seconds:.2f} s"
        print(f"{pages:>6}  checks within the build: {taken} ({share:.1%})", flush=True)


def _bench_tools(pages: int, folder: Path, build: Measure, arguments: argparse.Namespace) -> None:
    tools: Path = arguments.tools.resolve()
    there = [name for name, program in PROGRAMS.items() if (tools / program).exists()]
    if not there:
        return
    with served(folder / "site") as address:
        settings = folder / "linkcheckerrc"
        settings.write_text(LINKCHECKER_SETTINGS, encoding="utf-8")
        options = {
            "LinkChecker": ["-f", str(settings), "--no-status", address],
            # Nothing but the site itself: external links would measure the network (LinkChecker leaves them by itself).
            "linkinator": [address, "--recurse", "--check-fragments", "--skip", f"^(?!{address})"],
        }
        for name in there:
            command = [str(tools / PROGRAMS[name]), *options[name]]
            _print_row(pages, name, measured(command, folder, arguments.limit), build)


def _print_row(pages: int, what: str, measure: Measure, build: Measure) -> None:
    share = "" if measure is build else f"{measure.seconds / build.seconds:.0%}"
    per_thousand = measure.seconds / pages * 1000
    mark = "" if measure.code is not None else "  ended: took too long"
    numbers = f"{measure.seconds:>9.2f}{per_thousand:>11.2f}{measure.cpu:>8.2f}{measure.peak_mb:>9.0f}{share:>10}"
    print(f"{pages:>6}  {what:<14}{numbers}{mark}", flush=True)


def _last_line(file: Path) -> str:
    lines = file.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "no output"


def main() -> int:
    """Run the bench; exit code 1 when a limit is not kept."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="100,1000,4000", metavar="N,…", help="pages; default: 100,1000,4000")
    parser.add_argument("--runs", type=int, default=3, help="times each is run, the fastest counts; default: 3")
    parser.add_argument(
        "--tools", type=Path, default=TOOLS, metavar="DIR", help="folder with the other checkers; default: .bench-tools"
    )
    parser.add_argument("--tools-up-to", type=int, default=1000, metavar="N", help="largest guide for them")
    parser.add_argument("--limit", type=float, default=900.0, metavar="SECONDS", help="most time they may take")
    arguments = parser.parse_args()
    for name in missing_tools(arguments.tools):
        print(f"{name} is not in {arguments.tools.name}/ and is left out — to measure it too: make bench-tools")
    print(_HEAD)
    results = {size: bench(size, arguments) for size in (int(text) for text in arguments.sizes.split(","))}
    return 0 if _verdict(results) else 1


def missing_tools(folder: Path) -> list[str]:
    """Name the other checkers that are not in ``folder``."""
    return [name for name, program in PROGRAMS.items() if not (folder / program).exists()]


def _verdict(results: dict[int, tuple[Measure, Measure]]) -> bool:
    """Say whether the limits are kept, for the sizes that were measured."""
    kept = True
    if 1000 in results:
        build, check = results[1000]
        share = check.seconds / build.seconds
        kept = share <= MOST_SHARE
        print(f"full check at 1,000 pages: {share:.1%} of the build (limit {MOST_SHARE:.0%})")
    if 1000 in results and 4000 in results:
        growth = results[4000][1].seconds / results[1000][1].seconds
        kept = kept and growth <= MOST_GROWTH
        print(f"full check from 1,000 to 4,000 pages: {growth:.2f} times (limit {MOST_GROWTH})")
    return kept


if __name__ == "__main__":
    sys.exit(main())
