"""Records of which pages have been read with the claims that they lean on.

What lives here: writing data/readings.json when somebody has read the sentences beside the claims.
What does not: finding out which have not been read (``checks/rules/claims.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide.language.leaning import uses
from guide.model.guide import Guide

Readings = dict[str, dict[str, str]]
"""Page → ``key#claim`` → fingerprint of the claim."""


class UnknownClaimError(ValueError):
    """No source and no claim of the ledger has this name."""


def claims_named(guide: Guide, names: Iterable[str]) -> frozenset[str]:
    """Give the claims, as ``key#claim``, for what somebody typed: a source's key, or one claim of it.

    Raises UnknownClaimError.
    """
    found: set[str] = set()
    for name in names:
        key, _, claim = name.partition("#")
        own = {each.reference for each in guide.claims_by_source.get(key, ()) if claim in ("", each.id)}
        if not own:
            raise UnknownClaimError(f'no source or claim "{name}" — write a key, or key#claim as pages cite it')
        found |= own
    return frozenset(found)


def marked_as_read(guide: Guide, claims: frozenset[str]) -> Readings:
    """Give the records with every use of ``claims`` marked as read; records of uses that are gone are dropped."""
    former: Mapping[str, Mapping[str, str]] = {record.page: record.claims for record in guide.readings}
    records: Readings = {}
    for use in uses(guide):
        reference = use.claim.reference
        known = use.claim.digest if reference in claims else former.get(use.page.path, {}).get(reference)
        if known is not None:
            records.setdefault(use.page.path, {})[reference] = known
    return records
