"""The commands ``spell`` and ``readability``: proofreading, apart from what stops a build.

What lives here: their options and what they print. What does not: dictionaries
(``language/spelling.py``), measures (``language/readability.py``) and the findings (``checks/``).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

import click

from guide.checks.report import as_lines, summary
from guide.checks.rules.allowing import NOT_NEEDED
from guide.checks.rules.spelling import RULES
from guide.checks.running import check_sources
from guide.commands.command import CLEAN, FINDINGS, command, read_guide_of
from guide.language.readability import Measure, limit_of, measure_of, measured
from guide.language.spelling import Spelling, tidied, word_list_path
from guide.model.guide import Guide
from guide.model.page import Page


@command("spell")
@click.option("--tidy", is_flag=True, help="First sort the word lists and drop what is not needed.")
def spell(config: Path, tidy: bool) -> int:
    """Look every word up in the dictionaries."""
    guide = read_guide_of(config)
    if tidy:
        _tidy(guide)
    found = check_sources(guide, {NOT_NEEDED.id, *(rule.id for rule in RULES)})
    sys.stdout.write(as_lines(found))
    print(summary(found) if found else f"{Spelling(guide).words()} words, all known", file=sys.stderr)
    return FINDINGS if found else CLEAN


def _tidy(guide: Guide) -> None:
    spelling = Spelling(guide)
    for language in spelling.spellers:
        path = word_list_path(guide, language)
        if path.is_file():
            path.write_text(tidied(spelling, language), encoding="utf-8")


@command("readability")
def readability(config: Path) -> int:
    """Show how hard each page is to read."""
    print(readability_table(read_guide_of(config)))
    return CLEAN


def readability_table(guide: Guide) -> str:
    """Give the measures as text: a line for each page, then a line for each page type."""
    lines: list[str] = []
    for code in (language.code for language in guide.settings.languages):
        measure = measure_of(code)
        pages = [(page, value) for page in guide.pages if page.language == code and (value := measured(page))]
        if measure is None or not pages:
            continue
        hardest_first = sorted(pages, key=lambda each: each[1], reverse=measure.harder_is_higher)
        lines += [f"{measure.name} ({code}), the hardest page first", ""]
        lines += [f"{value:6.1f}  {_limit_text(page, guide, measure):>8}  {page.file}" for page, value in hardest_first]
        lines += ["", f"Median {measure.name} ({code}) by page type", ""]
        lines += [f"{middle:6.1f}  {count:3} {kind}" for kind, middle, count in _medians(pages)]
        lines.append("")
    return "\n".join(lines).rstrip()


def _limit_text(page: Page, guide: Guide, measure: Measure) -> str:
    limit = limit_of(page, guide)
    return "" if limit is None else f"({'≤' if measure.harder_is_higher else '≥'} {limit})"


def _medians(pages: Iterable[tuple[Page, float]]) -> Iterator[tuple[str, float, int]]:
    by_type: dict[str, list[float]] = {}
    for page, value in pages:
        by_type.setdefault(page.type or "(no type)", []).append(value)
    for kind in sorted(by_type):
        yield kind, median(by_type[kind]), len(by_type[kind])
