"""Running the checks over a guide and its site, and applying allowances.

What lives here: which checks run, the catalogue, the order of findings. What does not: any
check itself (``rules/``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import chain

from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import REQUESTED_CHECKS, SITE_CHECKS, SOURCE_CHECKS, SiteCheck, SourceCheck
from guide.checks.rules import (
    CONCERNS,
    allowing,
)
from guide.checks.rules.language import TODO
from guide.model.guide import Guide
from guide.model.place import Allowance, TextFile
from guide.model.site import Site
from guide.tools.processes import Sharing, in_turn, sharing_for


def rules_by_concern() -> dict[str, tuple[Rule, ...]]:
    """Give the catalogue: every rule, under its concern, in the order of its module."""
    return {
        concern: tuple(value for value in vars(module).values() if isinstance(value, Rule))
        for concern, module in CONCERNS.items()
    }


def all_rules() -> dict[str, Rule]:
    """Give every rule by id."""
    return {rule.id: rule for rules in rules_by_concern().values() for rule in rules}


def check_sources(guide: Guide, only: Collection[str] = ()) -> list[Finding]:
    """Check the sources; ``only`` limits the findings to these ids, and brings the checks that wait to be asked for."""
    return _checked(guide, only, sharing_for(len(guide.pages)))


def check_sources_here(guide: Guide) -> list[Finding]:
    """Do as ``check_sources`` in this process alone: it and those begun after it remember what each page holds.

    What other processes learn goes with them.
    """
    return _checked(guide, (), in_turn)


def _checked(guide: Guide, only: Collection[str], run: Sharing) -> list[Finding]:
    known = [*SOURCE_CHECKS, *REQUESTED_CHECKS] if only else SOURCE_CHECKS
    checks = [each for each in known if not only or not _ids(each).isdisjoint(only)]
    found = [*chain.from_iterable(run(lambda check: list(check.run(guide)), checks))]
    ran = frozenset().union(*map(_ids, checks))
    allowances = [*guide.data_allowances, *(each for page in guide.pages for each in page.allowances)]
    if guide.unopened:
        # Whatever else there seems to be, a link to a page that is missing, may follow from what could not be read.
        return _in_order(finding for finding in found if finding.position.path in guide.unopened)
    kept = _without_unwritten(_without_allowed(found, allowances), guide.files)
    kept.extend(_about_allowances(found, allowances, ran if not only else ran.intersection(only)))
    return _in_order(finding for finding in kept if not only or finding.id in only)


def check_site(guide: Guide, site: Site, only: Collection[str] = ()) -> list[Finding]:
    """Check the built site; ``only`` limits the findings to these ids."""
    checks = [each for each in SITE_CHECKS if not only or not _ids(each).isdisjoint(only)]
    found = chain.from_iterable(each.run(guide, site) for each in checks)
    return _in_order(finding for finding in found if not only or finding.id in only)


def _ids(check: SourceCheck | SiteCheck) -> frozenset[str]:
    return frozenset(rule.id for rule in check.rules)


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(set(findings), key=lambda finding: (finding.position, finding.id, finding.message))


def _lines(allowance: Allowance) -> Iterable[tuple[str, int, str]]:
    for line in range(allowance.position.line, allowance.last_line + 1):
        yield allowance.position.path, line, allowance.id


def _without_allowed(found: Iterable[Finding], allowances: Iterable[Allowance]) -> list[Finding]:
    allowed = {place for allowance in allowances if allowance.reason for place in _lines(allowance)}
    return [each for each in found if (each.position.path, each.position.line, each.id) not in allowed]


def _without_unwritten(found: Iterable[Finding], files: Iterable[TextFile]) -> list[Finding]:
    """Leave out what else there is to say of lines that are still to be written: it will be another text."""
    lines = {(place.position.path, line) for file in files for place in file.unwritten for line in place.lines}
    return [each for each in found if each.id == TODO.id or (each.position.path, each.position.line) not in lines]


def _about_allowances(found: Iterable[Finding], allowances: Iterable[Allowance], ran: Collection[str]) -> list[Finding]:
    """Findings on allowances; whether one is needed is known only for checks that ran."""
    places = {(each.position.path, each.position.line, each.id) for each in found}
    known = all_rules()
    about: list[Finding] = []
    for allowance in allowances:
        if allowance.id not in known:
            suggestion = nearest(allowance.id, known)
            about.append(
                allowing.UNKNOWN.at(allowance.position, f'no finding is called "{allowance.id}"', suggestion=suggestion)
            )
        elif not allowance.reason:
            about.append(allowing.NO_REASON.at(allowance.position, f'"{allowance.id}" is allowed without a reason'))
        elif allowance.id in ran and places.isdisjoint(_lines(allowance)):
            about.append(allowing.NOT_NEEDED.at(allowance.position, f'"{allowance.id}" is allowed but not found here'))
    return about
