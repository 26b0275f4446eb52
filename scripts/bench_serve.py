"""Measures how soon a writer sees what was saved, and is told what was found: ``make bench-serve``.

What lives here: a copy of this guide, served as ``make serve`` does; edits of each kind; from saving to the
page with the edit in it, and to the end of the findings, with the processors' time until then. Beside it, in
the same run, whole builds of the same copy: times of one machine say little, ratios within a run do. What does
not: larger guides (``bench.py``).
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
PAGE = "docs/sv/steps/leadership.md"
EDITS: Mapping[str, tuple[str, str, str]] = {
    "text": (PAGE, r"\Z", "\nEn mening, {}.\n"),
    "heading": (PAGE, r"^## .*? \{#([\w-]+)\}$", r"## Rubrik {} {{#\1}}"),
    "front matter": (PAGE, r"^title: .*$", "title: Ledarskap {}"),
    "question": ("docs/sv/faq/basics.md", r"^## .*? \{#([\w-]+)\}$", r"## Varför {}? {{#\1}}"),
    "term": ("data/glossary.yml", r'definition: ".*?"', 'definition: "En förklaring, {}."'),
    "template": ("overrides/partials/copyright.html", r"\Z", "<!-- {} -->\n"),
}
"""For each kind of edit: the file, what is replaced there, and what stands in its place with the mark of the edit."""
_SEEN_ON = {"question": "vanliga-fragor/", "term": "begrepp/ordlista/"}
_DONE, _READY = re.compile(r"^No findings\.|^\d+ findings? in "), "Reloading browsers"
"""What the server says when it has told all that it found, and when it is ready for the next edit."""


def copied(folder: Path) -> None:
    """Copy what the guide is built of."""
    for name in ("docs", "data", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)


def build_seconds(folder: Path) -> float:
    """Build; give the seconds it took. Findings, which end a build after all pages are made, do not end the run."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "guide", "build"]
    environment = {**os.environ, "PYTHONPATH": str(folder / "scripts")}
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    return time.perf_counter() - begun


def edit_seconds(
    folder: Path, url: str, server: subprocess.Popen[str], kind: str, mark: str
) -> tuple[float, float, float]:
    """Make one edit; give the seconds until the page has it, and until all findings are printed.

    The third is the processors' time from the one to the other, of the server and what it began.
    """
    said = server.stdout
    assert said is not None  # noqa: S101 - it is a pipe
    name, old, new = EDITS[kind]
    path = folder / name
    pattern = re.compile(old, re.MULTILINE)
    text = path.read_text(encoding="utf-8")
    changed = pattern.sub(
        lambda found: found.expand(new.replace("{{", "{").replace("}}", "}").replace("{}", mark)), text, count=1
    )
    path.write_text(changed, encoding="utf-8")
    begun, worked = time.perf_counter(), processor_seconds(server.pid)
    while mark.encode() not in urlopen(f"{url}{_SEEN_ON.get(kind, 'steg/ledarskap/')}").read():  # noqa: S310 - localhost
        time.sleep(0.02)
    seen = time.perf_counter() - begun
    while not _DONE.match(said.readline()):
        pass
    told, worked = time.perf_counter() - begun, processor_seconds(server.pid) - worked
    while _READY not in said.readline():
        pass
    return seen, told, worked


def processor_seconds(process: int) -> float:
    """Give the processors' time of a process and of those that it began and that have ended; 0 where none is told."""
    try:
        # proc_pid_stat(5): what follows the name in brackets begins with the third field.
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print a row for each kind of edit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("edits", nargs="?", type=int, default=30, help="edits of each kind; default: 30")
    parser.add_argument("--only", action="append", choices=EDITS, help="these kinds of edits only")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="guide-bench-serve-") as name, socket.socket() as free:
        folder = Path(name)
        copied(folder)
        whole = build_seconds(folder)
        again = min(build_seconds(folder) for _ in range(2))
        print(f"whole build: {whole:.2f} s; again, nothing changed: {again:.2f} s ({again / whole:.0%})", flush=True)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        server = subprocess.Popen(
            [sys.executable, "-m", "guide", "serve", "--port", str(port)],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(folder / "scripts"), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        try:
            kinds = options.only or tuple(EDITS)
            _print_rows(folder, f"http://127.0.0.1:{port}/", server, kinds, options.edits, whole)
        finally:
            server.terminate()
            server.wait(timeout=20)


def _print_rows(
    folder: Path, url: str, server: subprocess.Popen[str], kinds: Sequence[str], edits: int, whole: float
) -> None:
    said = server.stdout
    assert said is not None  # noqa: S101 - it is a pipe
    while "Serving on" not in (line := said.readline()):
        if not line:
            sys.exit("the server ended before it served anything")
    heads = f"{'edit':<14}{'seen: median':>14}{'95th':>8}{'of a build':>12}{'told: median':>14}{'95th':>8}"
    print(f"{heads}{'processors':>12}", flush=True)
    for kind in kinds:
        # No edit of another kind has left the same mark: text, term and template begin alike.
        marks = [f"q{kind.replace(' ', '')}{number}z" for number in range(edits)]
        seen, told, worked = zip(*(edit_seconds(folder, url, server, kind, mark) for mark in marks), strict=True)
        row = [statistics.median(seen), _high(seen), statistics.median(told), _high(told)]
        print(
            f"{kind:<14}{row[0]:>12.2f} s{row[1]:>8.2f}{row[0] / whole:>12.1%}{row[2]:>12.2f} s{row[3]:>8.2f}"
            f"{statistics.median(worked):>10.2f} s",
            flush=True,
        )


def _high(values: tuple[float, ...]) -> float:
    return sorted(values)[min(len(values) - 1, round(len(values) * 0.95))]


if __name__ == "__main__":
    main()
