"""The whole guide with a ledger of claims: what its one source says, and who leans on it.

A test changes the claim, or a sentence that leans on it, and looks at the findings.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from guide.reading.data import read_claims
from guides import BIBLIOGRAPHY, STEP_EN, STEP_SV, TERMS, Edits

LEDGER = "data/claims/sou-2018-47.yml"
SV, EN = "docs/sv/steps/culture.md", "docs/en/steps/culture.md"
LEAD_SV, LEAD_EN = "Tillit växer när chefer visar den först.", "Trust grows when managers show it first."
SEEN = '"accessed": {"date-parts": [[2026, 11, 1]]},'
"""When the one source was seen."""
TODAY = datetime.now().astimezone().date()
TWO_YEARS_AGO = TODAY - timedelta(days=730)

CLAIM = """seen: summary
part: {sv: sammanfattningen, en: the summary}
checked: 2026-11-28
claims:
  trust-first:
    says:
      sv: I försöken växte tilliten när chefer visade den först.
      en: In the trials trust grew when managers showed it first.
    kind: description
    level: manager
    whose: inquiry
"""


def ledger(
    *changes: tuple[str, str],
    sv: str = LEAD_SV,
    en: str = LEAD_EN,
    cited: str = "#trust-first",
    read: str | None = None,
    bibliography: tuple[str, str] = ("", ""),
) -> Edits:
    """Give the edits that make the guide keep a ledger.

    ``changes`` are made in the claims file; ``sv`` and ``en`` are what the first citation stands behind; ``cited``
    is what follows the key; ``read`` is the claims file as it was when the pages were read with it (as it is).
    """
    claims = CLAIM
    for old, new in changes:
        assert old in claims, old
        claims = claims.replace(old, new)
    marked = read_claims(claims if read is None else read, LEDGER).claims
    records = {"steps/culture.md": {claim.reference: claim.digest for claim in marked if f"#{claim.id}" == cited}}
    note, old_note = f"[^sou-2018-47{cited}]", "[^sou-2018-47]"
    dated = BIBLIOGRAPHY.replace('"language": "sv"', '"language": "sv", "issued": {"date-parts": [[2018]]}')
    dated = dated.replace('"type": "report",', f'"type": "report",\n    {SEEN}')
    return {
        LEDGER: claims,
        "data/readings.json": json.dumps(records, indent=1),
        "data/bibliography.json": dated.replace(*bibliography) if bibliography[0] else dated,
        "data/glossary.yml": TERMS.replace("source: sou-2018-47", f"source: sou-2018-47{cited}"),
        SV: STEP_SV.replace(LEAD_SV, sv).replace(old_note, note),
        EN: STEP_EN.replace(LEAD_EN, en).replace(old_note, note),
    }
