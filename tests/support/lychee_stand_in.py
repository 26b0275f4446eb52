"""A program that answers as lychee does, without a network: what lychee 0.24.2 said of the same addresses.

Called as ``lychee`` is: it reads the page with one address a line and writes the
report. What it was called with is left in ``called.json``. It keeps lychee's cache
too: what is there counts as well, whatever was recorded.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from html import unescape
from pathlib import Path

RECORDED = Path(__file__).parents[1] / "external" / "lychee-0.24.2.json"
BASE = "http://127.0.0.1:8901"
"""The server that was asked when the answers were recorded."""


def install(folder: Path) -> Path:
    """Put the program into ``folder`` under lychee's name; give the folder, for the PATH."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "lychee"
    program.write_text(
        f"#!{sys.executable}\nimport runpy\nrunpy.run_path({__file__!r}, run_name='__main__')\n", "utf-8"
    )
    program.chmod(0o755)
    return folder


def main(arguments: list[str]) -> int:
    """Answer for each line of the page that is named last."""
    Path("called.json").write_text(json.dumps(arguments), encoding="utf-8")
    page, recorded = arguments[-1], json.loads(RECORDED.read_text(encoding="utf-8"))
    cache = Path(".lycheecache")
    known = {row[0] for row in csv.reader(cache.open(encoding="utf-8"))} if cache.exists() else set()
    report: dict[str, dict[str, list[object]]] = {
        f"{name}_map": {} for name in ("success", "error", "timeout", "excluded")
    }
    well = []
    for line, text in enumerate(Path(page).read_text(encoding="utf-8").splitlines(), 1):
        url = unescape(re.findall('href="(.*?)"', text)[0])
        said = recorded[f"{BASE}/page (again)" if url in known else url]
        entry = {**said["entry"], "span": {"line": line, "column": 10}}
        if url in known:
            entry["url"] = url
        report[said["in"]].setdefault(page, []).append(entry)
        if said["in"] == "success_map":
            well.append([entry["url"], "200", "1795832311"])
    with cache.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(well)
    output = next(option.partition("=")[2] for option in arguments if option.startswith("--output="))
    Path(output).write_text(json.dumps(report), encoding="utf-8")
    print("[404] what lychee says while it works", file=sys.stderr)
    return 2 if report["error_map"] or report["timeout_map"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
