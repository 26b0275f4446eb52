"""One fault, one finding: what follows from the same change is told once, with all its places.

What lives here: the name of a cause, which rules give to their findings, and putting those together that share one.
What does not: the findings (``rules/``), and how they are printed (``report.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from guide.checks.findings import Finding
from guide.model.guide import Guide
from guide.model.vocabularies import Directive

_TOLD_FIRST = (
    *("page-one-language", "translation-headings", "section-missing", "link-anchor-one-language", "nav-target-missing"),
    *("address-lost", "anchor-lost", "link-missing-page", "link-missing-anchor", "glossary-unknown"),
)
"""Which of several findings says best what to do; the others follow from it."""


def gone(guide: Guide, path: str, identity: str = "") -> str:
    """Name the cause of all that follows when an id is gone from a page, or the page itself.

    An id of a question is at home on the page that answers it, and on the one that lists them all.
    """
    pages = [page for page in guide.pages if page.path == path]
    schema = guide.settings.schema
    if identity and any(page.type == schema.faq_type or Directive.QUESTIONS in page.expands for page in pages):
        return f"a question#{identity}"
    return f"{path}#{identity}"


def by_cause(findings: Sequence[Finding]) -> list[Finding]:
    """Give the findings with those of one cause as one: that which says best what to do, and the places of the others.

    They stand in the order of ``findings``.
    """
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.cause:
            groups.setdefault(finding.cause, []).append(finding)
    first = {cause: min(group, key=_rank) for cause, group in groups.items()}
    return [
        with_places(finding, groups[finding.cause]) if finding.cause else finding
        for finding in findings
        if not finding.cause or finding is first[finding.cause]
    ]


def _rank(finding: Finding) -> int:
    return _TOLD_FIRST.index(finding.id) if finding.id in _TOLD_FIRST else len(_TOLD_FIRST)


def with_places(finding: Finding, group: Iterable[Finding]) -> Finding:
    """Give a finding that stands for all of a group: it names the places of the others."""
    own = finding.id, finding.position, finding.message
    also = tuple((each.id, each.position) for each in group if (each.id, each.position, each.message) != own)
    return replace(finding, also=also)
