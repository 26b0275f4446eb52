"""Measures what building and checking cost on guides of several sizes: ``make bench``.

What lives here: making a larger guide of this one, by copying its pages, and timing
``guide build``, the same once more with nothing changed, and ``guide check --site``. What
does not: the search (``bench_search.py``).
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("benefits", "cases", "pitfalls", "roles", "steps")
"""Folders whose pages are copied: nothing else depends on how many there are."""
_HANDOUT = re.compile(r"^<!-- guide:handout .*\n", re.MULTILINE)
# Ten copies would make a foreign word, marked as such, an ordinary one of the guide's own language: a finding.
_FOREIGN = re.compile(r"\{lang=(?!sv|en)\w+\}")
_RECORDS = ("mark-translated", "mark-read", "mark-reviewed")
"""What editors record of pages, and what the copies lack."""


def write_guide(folder: Path, pages: int) -> int:
    """Write this guide into ``folder``, with copies until it has about so many pages; give how many it has."""
    for name in ("docs", "data", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    docs = folder / "docs"
    copied = [page for part in COPIED for page in docs.glob(f"*/{part}/*.md") if page.name != "index.md"]
    present = len(list(docs.rglob("*.md")))
    copies = [f"-{number}" for number in range(2, 2 + max(0, round((pages - present) / len(copied))))]
    for page in copied:
        text = _FOREIGN.sub("", page.read_text(encoding="utf-8"))
        # Each links to the next, so that every page is linked to.
        for mark, following in zip(["", *copies], [*copies, ""], strict=True):
            number = mark.replace("-", " ")
            own = re.sub(r"^slug: (.*)$", rf"slug: \1{mark}", text, count=1, flags=re.MULTILINE)
            own = re.sub(r'^((?:title|description): .*?)([.]?"?)$', rf"\1{number}\2", own, count=2, flags=re.MULTILINE)
            # Two files of one name would be a finding.
            own = _HANDOUT.sub("", own) if mark else own
            link = f"\n[Sida{number} / page{number}]({page.stem}{following}.md)\n" if following else ""
            page.with_stem(page.stem + mark).write_text(own + link, encoding="utf-8")
    entry = re.compile(rf"^( *- (?:{'|'.join(COPIED)})/(?!index)[\w-]+)\.md\n", re.MULTILINE)
    config = entry.sub(lambda found: "".join(f"{found[1]}{mark}.md\n" for mark in ("", *copies)), config)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return len(list(docs.rglob("*.md")))


def record(folder: Path) -> None:
    """Record of every page what an editor would: that it was compared, and read through with its sources."""
    for command in _RECORDS:
        measured(folder, command, "--all")


class Used(NamedTuple):
    """What a command has used."""

    seconds: float
    """On the clock."""
    own: float
    """Seconds of the processors in the program itself."""
    system: float
    """Seconds of the processors in the system: files and memory, which cost more where others use the machine."""
    memory: float
    """The most memory, in MB, of its largest process."""


def measured(folder: Path, *arguments: str) -> Used:
    """Run a command of the guide; give what it used."""
    begun = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(folder / "scripts")}
    process = subprocess.Popen(
        [sys.executable, "-m", "guide", *arguments], cwd=folder, env=environment, stdout=sys.stderr
    )
    # wait4 and not process.wait(): it tells what the process used.
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"guide {' '.join(arguments)} ended with {process.returncode}")
    return Used(time.perf_counter() - begun, used.ru_utime, used.ru_stime, used.ru_maxrss / 1024)


def main() -> None:
    """Print a row for each size and command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[0, 1000, 4000], help="pages; default: 0 1000 4000")
    columns = f"{'seconds':>9}{'per 1,000':>11}{'cpu':>8}{'system':>8}{'peak MB':>9}{'output MB':>11}"
    print(f"{'pages':>6}  {'what':<6}{columns}", flush=True)
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory(prefix="guide-bench-") as name:
            pages = write_guide(Path(name), size)
            record(Path(name))
            for what, arguments in (("build", ["build"]), ("again", ["build"]), ("check", ["check", "--site", "site"])):
                used = measured(Path(name), *arguments)
                per_thousand = used.seconds / pages * 1000
                output = sum(path.stat().st_size for path in Path(name, "site").rglob("*") if path.is_file()) / 1e6
                row = f"{pages:>6}  {what:<6}{used.seconds:>9.1f}{per_thousand:>11.1f}{used.own:>8.1f}"
                print(f"{row}{used.system:>8.1f}{used.memory:>9.0f}{output:>11.1f}", flush=True)


if __name__ == "__main__":
    main()
