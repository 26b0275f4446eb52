"""What Lighthouse says of one page of each kind in each language: ``make bench-lighthouse``.

What lives here: running Lighthouse (npm; put into ``.cache/lighthouse`` the first time) as a mobile phone
would see the page, and the median of some runs. What does not: what a page weighs (``bench_page.py``).
Its figure for performance is one of a slowed processor, and falls where others use the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench_page import KINDS, ROOT, hosted
from guide.tools.browser import BrowserNotFoundError, find_browser

LIGHTHOUSE = "lighthouse@13.5.0"
FOLDER = ROOT / ".cache" / "lighthouse"
_OWN = Path(sys.executable).parent
"""Where node and npm of the guide's environment stand."""
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def installed() -> Path:
    """Give the folder of Lighthouse's packages, which are fetched the first time."""
    if not (FOLDER / "node_modules/lighthouse").is_dir():
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        command = [str(_OWN / "npm"), "install", "--silent", "--no-audit", "--no-fund", LIGHTHOUSE]
        subprocess.run(command, cwd=FOLDER, env=_environment(), check=True)
    return FOLDER


def report(url: str, browser: Path) -> Any:
    """Give what one run says. Raises CalledProcessError."""
    flags = ["--output=json", "--quiet", f"--only-categories={','.join(_CATEGORIES)}"]
    chrome = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    command = [str(_OWN / "node"), "node_modules/lighthouse/cli/index.js", url, *flags, chrome]
    environment = {**_environment(), "CHROME_PATH": str(browser)}
    said = subprocess.run(command, cwd=installed(), env=environment, capture_output=True, check=True).stdout
    return json.loads(said)


def figures(said: Mapping[str, Any]) -> list[float]:
    """Give the four scores, out of a hundred, and how far the layout has shifted."""
    scores = [100 * (said["categories"][name]["score"] or 0) for name in _CATEGORIES]
    return [*scores, said["audits"]["cumulative-layout-shift"].get("numericValue", 0)]


def faults(said: Mapping[str, Any]) -> list[str]:
    """Give what costs a page points in one of the categories."""
    counted = {ref["id"] for each in said["categories"].values() for ref in each["auditRefs"] if ref["weight"]}
    return [name for name in sorted(counted) if (said["audits"][name]["score"] or 0) < 0.9]


def _environment() -> dict[str, str]:
    return {**os.environ, "PATH": f"{_OWN}{os.pathsep}{os.environ['PATH']}"}


def main() -> int:
    """Print the table; give the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="a built site; default: site")
    parser.add_argument("--runs", type=int, default=5, help="runs of each page; default: 5")
    parser.add_argument("--only", action="append", choices=KINDS, help="these kinds of pages only")
    options = parser.parse_args()
    try:
        browser = find_browser()
    except BrowserNotFoundError as missing:
        print(missing, file=sys.stderr)
        return 2
    if not options.site.is_dir():
        print(f"{options.site}: there is no built site: run make build first", file=sys.stderr)
        return 2
    print(f"| page | language | {' | '.join(_CATEGORIES)} | layout shift | what it names |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |", flush=True)
    with hosted(options.site) as host:
        for kind in options.only or KINDS:
            for language, path in zip(("sv", "en"), KINDS[kind], strict=True):
                said = [report(host.address + path, browser) for _ in range(options.runs)]
                *scores, shift = (statistics.median(values) for values in zip(*map(figures, said), strict=True))
                named = ", ".join(sorted({fault for each in said for fault in faults(each)}))
                row = " | ".join(f"{score:.0f}" for score in scores)
                print(f"| {kind} | {language} | {row} | {shift:.3f} | {named} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
