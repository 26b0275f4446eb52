"""The ``check-external`` command.

What lives here: its options and its exit code (0 nothing to mend, 1 dead or moved links,
2 no network, no lychee). What does not: everything else of external links (``external/``).
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from guide.commands.command import CLEAN, FINDINGS, PATH, command, read_guide_of
from guide.external.lychee import Verdict, forget_all, look_at
from guide.external.reporting import Result, as_json, as_lines, as_markdown, summary
from guide.external.wanted import wanted_links

_REPORT = Path(".cache") / "external-links.md"


@command("check-external")
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", help="Of the report.")
@click.option("--output", type=PATH, metavar="FILE", help=f"The report; default: {_REPORT} (or .json).")
@click.option("--fresh", is_flag=True, help="Ask again about links that were well within a week.")
def check_external(config: Path, form: str, output: Path | None, fresh: bool) -> int:
    """Look whether the external links answer."""
    guide = read_guide_of(config)
    root, wanted = guide.settings.root, wanted_links(guide)
    if fresh:
        forget_all(root)
    found = look_at([item.url for item in wanted], root, guide.settings.site_url)
    results = [Result(item, judgement) for item, judgement in zip(wanted, found, strict=True)]
    write, suffix = (as_json, ".json") if form == "json" else (as_markdown, ".md")
    output = output or (root / _REPORT).with_suffix(suffix)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(write(results, datetime.now(UTC)), encoding="utf-8")
    sys.stdout.write(as_lines(results))
    print(f"{summary(results)} Report: {output}", file=sys.stderr)
    return FINDINGS if any(each.verdict in {Verdict.DEAD, Verdict.MOVED} for each in results) else CLEAN
