"""Compares what well-known tools find: writes CHECKS-COMPARED.md. A developer's tool, not part of any build.

What lives here: running each tool on the planted faults of the unit tests, and the
table of what each found. What does not: the faults (``tests/unit/test_checks_*.py``).

Each fault is planted alone in one small guide, which is then built as the real one
is. A tool has found it when it says something of the guide with the fault that it
says neither of the whole guide nor of the fault's clean twin. The tools stand in a
folder of their own, never in the lock file: ``make bench-tools`` makes it, and then
``.venv/bin/python scripts/bench_tools.py .bench-tools`` writes the table.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import importlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests" / "unit")]

import guides  # type: ignore[import-not-found]  # noqa: E402

from bench import LINKCHECKER_SETTINGS, served  # noqa: E402
from bench_guide import BUILD_HOOK  # noqa: E402
from guide.checks import CONCERNS, rules_by_concern  # noqa: E402
from guide.findings import Rule  # noqa: E402
from guide.site import BuiltPage, read_site  # noqa: E402

TOOLS = ("MkDocs --strict", "htmlproofer", "linkinator", "LinkChecker", "markdownlint")
_SOURCE_TOOLS = frozenset({"MkDocs --strict", "htmlproofer", "markdownlint"})
_TIME_LIMIT = 120
_EXTRA_CONFIG = """
hooks: [build_hook.py]
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - footnotes: {PLACE_MARKER: "///notes///"}
  - md_in_html
  - tables
  - toc: {toc_depth: 3}
"""
_PROOFER = "  - search\n  - htmlproofer: {validate_external_urls: false, validate_rendered_template: true}\n"
_NUMBERS = re.compile(r"127\.0\.0\.1:\d+|\d+(\.\d+)? ?m?s\b|:\d+(:\d+)?\b")

_HEAD = """\
# What each tool finds

Run on {date} by `scripts/bench_tools.py`: {faults} planted faults of {kinds} kinds, each alone in one
small two-language guide, built as the real one is. A tool has found a fault when it says something
that it says neither of the whole guide nor of the fault's clean twin.

The faults are those that `guide check` was made for, so its own column says only that it keeps what
it promises. What the others look for beyond these (style of Markdown, external links) is not here.

Credit is generous: any new message counts, even about something else that the fault brings with it
(a changed slug changes the addresses that the htmlproofer plugin cannot place, for example).

yes: finds it · 1 of 2: finds some of those planted · –: does not find it · a dot: planted in the
built site, where this tool does not look.

"""

Said = Mapping[str, "Counter[str]"]
"""What each tool said: tool → message → how often."""


_CRAWLED: dict[int, dict[str, Counter[str]]] = {}


@dataclass
class Variant:
    """One state of the planted guide, and what the tools say of it."""

    folder: Path
    """Where it stands."""
    tools: Path
    """Where the tools stand."""
    said: dict[str, Counter[str]] = field(default_factory=dict)
    """What each tool said."""

    def run(self, *command: str, cwd: Path | None = None) -> str:
        """Run a command in the folder; give what it printed."""
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "scripts"), "NO_COLOR": "1"}
        try:
            ended = subprocess.run(
                command,
                cwd=cwd or self.folder,
                env=environment,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=_TIME_LIMIT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return "it took too long"
        return ended.stdout + ended.stderr

    def note(self, tool: str, messages: Iterator[str]) -> None:
        """Keep a tool's messages, without what differs from run to run."""
        self.said[tool] = Counter(_NUMBERS.sub("", each.replace(str(self.folder), "")) for each in messages)

    def build(self) -> None:
        """Build the guide; note what MkDocs and its plugin say."""
        printed = self.run(str(self.tools / "venv/bin/python"), "-m", "mkdocs", "build")
        lines = [line for line in printed.splitlines() if line.startswith(("WARNING", "ERROR", "CRITICAL"))]
        if "Traceback" in printed or "Error: " in printed or "Aborted" in printed:
            lines.append("ERROR - " + printed.strip().splitlines()[-1])
        self.note("htmlproofer", (line for line in lines if "htmlproofer" in line))
        self.note("MkDocs --strict", (line for line in lines if "htmlproofer" not in line))

    def lint(self) -> None:
        """Note what markdownlint says of the sources."""
        printed = self.run(str(self.tools / "node_modules/.bin/markdownlint-cli2"), "docs/**/*.md")
        self.note("markdownlint", (line for line in printed.splitlines() if line.startswith("docs/")))

    def crawl(self, site: Path) -> None:
        """Note what the two crawlers say of the built site; of the same files, ids and addresses they say the same."""
        read = read_site(site, "", whole=True)
        key = hash((read.files, frozenset(_seen_by_crawlers(page) for page in read.pages)))
        if key not in _CRAWLED:
            with served(site) as address:
                self.note("linkinator", self._linkinator(address))
                self.note("LinkChecker", self._linkchecker(address))
            _CRAWLED[key] = {tool: self.said[tool] for tool in ("linkinator", "LinkChecker")}
        self.said.update(_CRAWLED[key])

    def _linkinator(self, address: str) -> Iterator[str]:
        program = str(self.tools / "node_modules/.bin/linkinator")
        options = ("--recurse", "--check-fragments", "--check-css", "--format", "json", "--skip", f"^(?!{address})")
        printed = self.run(program, address, *options)
        try:
            report: dict[str, Any] = json.loads(printed[printed.index("{") : printed.rindex("}") + 1])
        except ValueError:
            yield printed
            return
        for link in report.get("links", []):
            if link.get("state") == "BROKEN":
                yield f"{link.get('url')} on {link.get('parent')}: {link.get('status')}"

    def _linkchecker(self, address: str) -> Iterator[str]:
        settings = self.folder / "linkcheckerrc"
        settings.write_text(LINKCHECKER_SETTINGS + "[AnchorCheck]\n", encoding="utf-8")
        # Started by root, it becomes "nobody", who must be able to read here.
        self.folder.chmod(0o755)
        program = str(self.tools / "venv/bin/linkchecker")
        printed = self.run(program, "-f", str(settings), "--no-status", "-r", "-1", "-o", "csv", address)
        rows = csv.DictReader((line for line in io.StringIO(printed) if not line.startswith("#")), delimiter=";")
        for row in rows:
            if row.get("parentname") and row.get("result"):
                what = f"{row.get('result')} {row.get('warningstring')}"
                yield f"{row.get('urlname')} on {row.get('parentname')}: {what}"


def _seen_by_crawlers(page: BuiltPage) -> tuple[object, ...]:
    addresses = frozenset((each.tag, each.attribute, each.address) for each in page.references)
    return page.path, page.base, frozenset(page.ids), addresses


def source_variant(folder: Path, tools: Path, edits: guides.Edits) -> Variant:
    """Write the whole guide with edits, build it, and run every tool on it."""
    guides.write(folder, guides.WHOLE, edits)
    config = folder / "mkdocs.yml"
    config.write_text(_buildable(config.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "build_hook.py").write_text(BUILD_HOOK, encoding="utf-8")
    variant = Variant(folder, tools)
    variant.build()
    variant.lint()
    if (folder / "site").is_dir():
        variant.crawl(folder / "site")
    return variant


def _buildable(mkdocs_yml: str) -> str:
    """Add what a build needs and the checks do not: names of languages, extensions, hook, the plugin."""
    for old, new in (
        ("  - search\n", _PROOFER),
        ("locale: sv\n", "locale: sv\n          name: Svenska\n"),
        ("locale: en\n", "locale: en\n          name: English\n"),
    ):
        mkdocs_yml = mkdocs_yml.replace(old, new, 1)
    return mkdocs_yml + _EXTRA_CONFIG


def site_variant(folder: Path, tools: Path, edits: guides.Edits) -> Variant:
    """Write a faultless built site with edits, and run the crawlers on it."""
    guide = guides.read(folder / "guide", {"data/redirects.yml": None})
    (folder / "site").mkdir()
    guides.write(folder / "site", guides.built(guide), edits)
    variant = Variant(folder, tools)
    variant.crawl(folder / "site")
    return variant


Make = Callable[[Path, Path, guides.Edits], Variant]


def found_by(fault: guides.Fault, make: Make, tools: Path, whole: Said) -> frozenset[str]:
    """Give the tools that find a fault."""
    with tempfile.TemporaryDirectory(prefix="tools-") as name:
        planted = make(Path(name), tools, fault.plant).said
    new = {tool: said - whole.get(tool, Counter()) for tool, said in planted.items()}
    suspects = {tool for tool, said in new.items() if said}
    if not suspects:
        return frozenset()
    with tempfile.TemporaryDirectory(prefix="tools-") as name:
        twin = make(Path(name), tools, fault.clean).said
    return frozenset(tool for tool in suspects if new[tool] - twin.get(tool, Counter()))


def found_by_us(fault: guides.Fault, is_of_site: bool) -> bool:
    """Say whether the guide's own check finds a fault."""
    with tempfile.TemporaryDirectory(prefix="tools-") as name:
        check = guides.site_findings if is_of_site else guides.findings
        return fault.id in {finding.id for finding in check(Path(name), fault.plant)}


@dataclass
class Row:
    """What was found of one id."""

    planted: int = 0
    """How often it was planted."""
    found: Counter[str] = field(default_factory=Counter)
    """How often each tool found it."""
    is_of_site: bool = False
    """Planted in the built site."""

    def cell(self, tool: str) -> str:
        """Give the table's cell."""
        if self.is_of_site and tool in _SOURCE_TOOLS:
            return "·"
        number = self.found[tool]
        return "–" if not number else "yes" if number == self.planted else f"{number} of {self.planted}"


def compare(tools: Path, only: str) -> dict[str, Row]:
    """Plant every fault and give what was found, by id."""
    whole: dict[bool, Said] = {}
    for is_of_site, make in ((False, source_variant), (True, site_variant)):
        with tempfile.TemporaryDirectory(prefix="tools-") as name:
            whole[is_of_site] = make(Path(name), tools, {}).said
    rows: dict[str, Row] = {}
    for module in CONCERNS.values():
        concern = module.__name__.rpartition(".")[2]
        for fault in _faults(concern):
            if only and fault.id not in only.split(","):
                continue
            is_of_site = concern == "built"
            found = found_by(fault, site_variant if is_of_site else source_variant, tools, whole[is_of_site])
            row = rows.setdefault(fault.id, Row(is_of_site=is_of_site))
            row.planted += 1
            row.found.update([*found, *(["guide check"] if found_by_us(fault, is_of_site) else [])])
            print(f"{fault.id}: {', '.join(sorted(found)) or 'no other tool'}", file=sys.stderr, flush=True)
    return rows


def _faults(concern: str) -> tuple[guides.Fault, ...]:
    try:
        return tuple(importlib.import_module(f"test_checks_{concern}").FAULTS)
    except (ModuleNotFoundError, AttributeError):
        return ()


def versions(tools: Path) -> dict[str, str]:
    """Give the version of each tool."""
    listed = subprocess.run(
        [str(tools / "venv/bin/python"), "-m", "pip", "list", "--format", "json"], capture_output=True, check=True
    )
    installed = {item["name"].lower(): item["version"] for item in json.loads(listed.stdout)}

    def of_package(name: str) -> str:
        return str(json.loads((tools / "node_modules" / name / "package.json").read_text(encoding="utf-8"))["version"])

    return {
        "MkDocs --strict": f"MkDocs {installed['mkdocs']}, all of its `validation` set to warn",
        "htmlproofer": f"mkdocs-htmlproofer-plugin {installed['mkdocs-htmlproofer-plugin']}, external links off",
        "linkinator": f"linkinator {of_package('linkinator')}, `--recurse --check-fragments --check-css`",
        "LinkChecker": f"LinkChecker {installed['linkchecker']}, plugin AnchorCheck",
        "markdownlint": f"markdownlint-cli2 {of_package('markdownlint-cli2')}, default rules",
    }


def as_markdown(rows: Mapping[str, Row], used: Mapping[str, str], today: datetime.date) -> str:
    """Write CHECKS-COMPARED.md."""
    columns = ("guide check", *TOOLS)
    faults = sum(row.planted for row in rows.values())
    parts = [
        _HEAD.format(date=today.isoformat(), faults=faults, kinds=len(rows)),
        "".join(f"- {tool}: {version}\n" for tool, version in used.items()),
        f"\n| | {' | '.join(columns)} |\n|{' --- |' * (len(columns) + 1)}\n",
    ]
    totals = [sum(row.found[tool] > 0 for row in rows.values()) for tool in columns]
    parts.append(f"| **kinds found, of {len(rows)}** | {' | '.join(f'**{total}**' for total in totals)} |\n")
    for concern, rules in rules_by_concern().items():
        chosen = [rule for rule in rules if rule.id in rows]
        if chosen:
            parts.append(f"\n## {concern}\n\n| fault | {' | '.join(columns)} |\n|{' --- |' * (len(columns) + 1)}\n")
            parts.extend(_table_row(rule, rows[rule.id], columns) for rule in chosen)
    return "".join(parts)


def _table_row(rule: Rule, row: Row, columns: tuple[str, ...]) -> str:
    return f"| [{rule.id}](CHECKS.md#{rule.id}) {rule.title} | {' | '.join(row.cell(tool) for tool in columns)} |\n"


def main() -> int:
    """Run the comparison and write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("tools", type=Path, help="folder with venv/ and node_modules/")
    parser.add_argument("--only", default="", metavar="ID,…", help="these faults only")
    parser.add_argument("--output", type=Path, default=ROOT / "CHECKS-COMPARED.md", metavar="FILE")
    arguments = parser.parse_args()
    tools = arguments.tools.resolve()
    used = versions(tools)
    rows = compare(tools, arguments.only)
    arguments.output.write_text(as_markdown(rows, used, datetime.date.today()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
