"""Where checks are registered, each with the catalogue entries it can report.

What lives here: three decorators and the lists they fill. What does not: running
the checks (``running.py``) and the checks themselves (``rules/``, one module a concern).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from guide.checks.findings import Finding, Rule
from guide.model.guide import Guide
from guide.model.site import Site

SourceRun = Callable[[Guide], Iterable[Finding]]
SiteRun = Callable[[Guide, Site], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """A check of the sources."""

    rules: tuple[Rule, ...]
    """What it can report."""
    run: SourceRun
    """From the guide to findings; opens no file."""


@dataclass(frozen=True, slots=True)
class SiteCheck:
    """A check of the built site."""

    rules: tuple[Rule, ...]
    """What it can report."""
    run: SiteRun
    """From the guide and the site to findings; opens no file."""


SOURCE_CHECKS: list[SourceCheck] = []
REQUESTED_CHECKS: list[SourceCheck] = []
SITE_CHECKS: list[SiteCheck] = []


def source_check(*rules: Rule) -> Callable[[SourceRun], SourceRun]:
    """Register a check of the sources that reports ``rules``."""

    def register(run: SourceRun) -> SourceRun:
        SOURCE_CHECKS.append(SourceCheck(rules, run))
        return run

    return register


def requested_check(*rules: Rule) -> Callable[[SourceRun], SourceRun]:
    """Register a check of the sources that runs only when one of ``rules`` is asked for by id."""

    def register(run: SourceRun) -> SourceRun:
        REQUESTED_CHECKS.append(SourceCheck(rules, run))
        return run

    return register


def site_check(*rules: Rule) -> Callable[[SiteRun], SiteRun]:
    """Register a check of the built site that reports ``rules``."""

    def register(run: SiteRun) -> SiteRun:
        SITE_CHECKS.append(SiteCheck(rules, run))
        return run

    return register
