"""A whole guide with an action plan on one of its pages, and all that its suggestions lead to."""

from __future__ import annotations

from guides import ASSESSMENT, Edits
from indicator_guides import with_data

FILE = "data/tools/action-plan.yml"
ACTION_PLAN = """version: 1
questions:
  - {id: goal, part: goal, sv: "Mål <b>?", en: "Goal <b>?"}
  - {id: laws, part: limits, sv: Vilka lagar?, en: Which laws?}
suggestions:
  - id: ask-the-team
    dimension: culture
    page: steps/culture.md#why
    indicator: sick-leave
    sv: Fråga <i>gruppen</i>.
    en: Ask <i>the team</i>.
"""


def with_plan(old: str = "", new: str = "") -> Edits:
    """Give the edits that make the guide, with the plan's data changed."""
    assert old in ACTION_PLAN
    return {
        **with_data(),
        "data/tools/assessment.yml": ASSESSMENT,
        FILE: ACTION_PLAN.replace(old, new, 1) if old else ACTION_PLAN,
    }
