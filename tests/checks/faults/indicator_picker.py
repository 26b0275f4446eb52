"""Faults in the indicator picker, each with a twin that is right."""

from __future__ import annotations

from guides import Fault
from picker_guides import FILE, with_picker

CLEAN = with_picker()
PURPOSE = "indicators: [third, engagement, sick-leave, fourth, fifth, third]"


def planted(identity: str, old: str, new: str, line: int, says: str) -> Fault:
    return Fault(identity, with_picker(old, new), CLEAN, f"{FILE}:{line}", says)


FAULTS = [
    planted("picker-form", "id: first-trial", "id: First trial", 6, "kebab-case"),
    planted("picker-form", "    en: Try <b>\n", "", 6, "lacks its name in en"),
    planted("picker-form", "en: Results", "no: Results", 3, 'unknown key "no"'),
    planted("picker-form", "id: staff", "id: results", 4, "line 3"),
    planted("picker-form", ", fifth]}", "]}", 1, 'the indicator "fifth" stands in no perspective'),
    planted("picker-form", "[engagement]", "[engagement, fifth]", 4, 'stands in "results" too'),
    planted("picker-form", PURPOSE, "indicators: [third]", 9, "indicators"),
    planted("picker-form", "version: 1", "version: 0", 1, "version"),
    planted("picker-form", "sectors: [state,", "sectors: [states,", 11, "state"),
    planted("picker-link", "[third, engagement,", "[thirds, engagement, fifth,", 6, 'did you mean "third"'),
    planted("picker-link", "indicator: engagement", "indicator: engagements", 11, 'did you mean "engagement"'),
    planted("picker-balance", "[state, region, municipality]", "[state, region]", 6, "results"),
    Fault("picker-form", {**CLEAN, FILE: "- version: 1\n"}, CLEAN, f"{FILE}:1", "the indicator picker"),
]
