"""Pages that are hard to read, each with a twin that is right."""

from __future__ import annotations

from guides import Fault

STEP = "docs/sv/steps/culture.md"
HARD = (
    "Verksamhetsutvecklingsorganisationens ledningsgruppsrepresentanter dokumenterar regelbundet "
    "tillitsreformsuppföljningens genomförandeförutsättningar tillsammans samtliga förvaltningsövergripande "
    "samverkanskonstellationer, kvalitetssäkringsansvariga utvecklingsstrateger respektive personalrepresentanter. "
)

FAULTS = [
    Fault(
        "hard-to-read",
        {STEP: ("Börja smått.", HARD * 4)},
        {STEP: ("Börja smått.", "Börja smått, med det som är lätt.")},
        f"{STEP}:5",
        "LIX",
    ),
    Fault(
        "readability-reason-unneeded",
        {STEP: ("type: step", 'type: step\nreadability: {reason: "Lagens egna ord måste stå kvar på sidan."}')},
        {STEP: ("type: step", "type: step ")},
        f"{STEP}:6",
        "within the limit",
    ),
    Fault(
        "front-matter-key-missing",
        {STEP: ("type: step", "type: step\nreadability: {why: x}")},
        {STEP: ("type: step", "type: step  ")},
        f"{STEP}:6",
        "reason",
    ),
]
