"""A whole guide with two indicators on one of its pages, and ways to change them."""

from __future__ import annotations

from guides import STEPS_EN, STEPS_SV, Edits

FILE = "data/indicators.yml"
PAGE = "steps/index.md"
SHOWN = """
## {} {{#overview}}

<!-- guide:filter {} -->

<!-- guide:indicators-table -->

## {} {{#staff}}

<!-- guide:indicators staff -->
"""
PAGES: Edits = {
    f"docs/sv/{PAGE}": STEPS_SV + SHOWN.format("Alla mått", "Källa | Hur ofta", "Medarbetarna"),
    f"docs/en/{PAGE}": STEPS_EN + SHOWN.format("All measures", "Source | How often", "Staff"),
}
DATA = """- id: engagement
  section: staff
  frequency: yearly
  sv:
    name: Engagemang
    shows: Hur folk mår
    source-in-brief: Egen enkät
    definition: >-
      Ett index från noll till hundra.[^sou-2018-47]
      Mer om det i [kulturen](culture.md#why) ni har.
    source: En egen enkät.
    how-often: "Varje år, på hösten."
    says: Hur engagerade folk är.
    misleads: Skillnaderna kan vara små.
  en:
    name: Engagement
    shows: How people feel
    source-in-brief: Your survey
    definition: >-
      An index from zero to a hundred.[^sou-2018-47]
      More on it in [the culture](culture.md#why) you have.
    source: A survey of your own.
    how-often: "Every year, in the autumn."
    says: How engaged people are.
    misleads: Differences can be small.
- id: sick-leave
  section: staff
  frequency: monthly
  sv:
    name: Sjukfrånvaro
    shows: Hälsa på lång sikt
    source-in-brief: Personalsystemet
    definition: Sjuk tid delad med all tid.
    source: Personalsystemet.
    how-often: Per månad.
    says: Hur mycket tid som går bort.
    misleads: Den rör sig med årstiden.
  en:
    name: Sick leave
    shows: Health in the long run
    source-in-brief: Payroll system
    definition: Time in sick leave divided by all time.
    source: The payroll system.
    how-often: Monthly.
    says: How much time is lost.
    misleads: It moves with the season.
"""


def with_data(old: str = "", new: str = "") -> Edits:
    """Give the edits that put the indicators into the whole guide, with one change in the data."""
    assert old in DATA, f"the indicators do not hold {old!r}"
    return {**PAGES, FILE: DATA.replace(old, new, 1) if old else DATA}
