"""Faults in the action plan, each with a twin that is right."""

from __future__ import annotations

from guides import Fault
from plan_guides import FILE, with_plan

CLEAN = with_plan()


def planted(identity: str, old: str, new: str, line: int, says: str) -> Fault:
    return Fault(identity, with_plan(old, new), CLEAN, f"{FILE}:{line}", says)


FAULTS = [
    planted("plan-form", "id: goal, part", "id: Goal one, part", 3, "kebab-case"),
    planted("plan-form", "part: limits", "part: limit", 4, "limits"),
    planted("plan-form", ", en: Which laws?", "", 4, "lacks its text in en"),
    planted("plan-form", "en: Which laws?", "no: Which laws?", 4, 'unknown key "no"'),
    planted("plan-form", "version: 1", "version: 0", 1, "version"),
    planted("plan-form", "    indicator: sick-leave\n", "", 6, "indicator"),
    planted("plan-twice", "id: laws", "id: goal", 4, "line 3"),
    planted("plan-link", "steps/culture.md#why", "steps/cultur.md", 6, 'did you mean "steps/culture.md"'),
    planted("plan-link", "steps/culture.md#why", "steps/culture.md#whi", 6, 'did you mean "why"'),
    planted("plan-link", "indicator: sick-leave", "indicator: sick-leaf", 6, 'did you mean "sick-leave"'),
    planted("plan-link", "dimension: culture", "dimension: cultur", 6, 'did you mean "culture"'),
    Fault(
        "plan-form",
        {**CLEAN, FILE: str(CLEAN[FILE]).replace("dimension: culture", "dimension: other")},
        CLEAN,
        f"{FILE}:1",
        'the dimension "culture" has no suggestion',
    ),
    Fault("plan-form", {**CLEAN, FILE: "- version: 1\n"}, CLEAN, f"{FILE}:1", "the action plan"),
]
