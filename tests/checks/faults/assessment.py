"""Faults in the self-assessment, each with a twin that is right."""

from __future__ import annotations

from guides import ASSESSMENT, Fault

FILE = "data/tools/assessment.yml"


def planted(identity: str, old: str, new: str, line: int, says: str = "") -> Fault:
    assert old in ASSESSMENT
    return Fault(identity, {FILE: ASSESSMENT.replace(old, new, 1)}, {FILE: ASSESSMENT}, f"{FILE}:{line}", says)


FAULTS = [
    planted("assessment-form", "id: third", "id: Third one", 13, "kebab-case"),
    planted("assessment-form", '{name: Culture, low: "It is quiet.", action: "Ask."}', "{name: Culture}", 3, "low"),
    planted("assessment-form", "version: 1", "version: 0", 1, "version"),
    planted("assessment-form", ', manager: "I talk."', "", 8, "manager"),
    planted(
        "assessment-form", "dimension: culture, sv: {text: Vi frågar", "dimension: cultur, sv: {text: Vi frågar", 12
    ),
    planted("assessment-form", "en: {text: We listen.}", "no: {text: We listen.}", 13, "in en"),
    planted(
        "assessment-form",
        "  - {id: third, dimension: culture, sv: {text: Vi lyssnar.}, en: {text: We listen.}}\n",
        "",
        3,
    ),
    planted("assessment-twice", "id: second", "id: first", 12, "line 8"),
    planted("assessment-link", "[steps/culture.md,", "[steps/cultur.md,", 3, "steps/culture.md"),
    planted("assessment-link", "steps/culture.md#why", "steps/culture.md#whi", 3, 'did you mean "why"'),
    Fault("assessment-form", {FILE: "- version: 1\n"}, {FILE: ASSESSMENT}, f"{FILE}:1", "the self-assessment"),
]
