"""Filters that do not fit their tables, each with a twin that is right."""

from __future__ import annotations

from guides import Fault

STEP = "docs/sv/steps/culture.md"
FAULTS = [
    Fault(
        "filter-wrong",
        {STEP: ("| Roll | Uppgift |", "<!-- guide:filter Roll | Uppgfit -->\n\n| Roll | Uppgift |")},
        {STEP: ("| Roll | Uppgift |", "<!-- guide:filter Tema: section | Uppgift -->\n\n| Roll | Uppgift |")},
        f"{STEP}:25",
        "Uppgfit",
    ),
    Fault(
        "filter-wrong",
        {STEP: ("Folk frågar mer.", "<!-- guide:filter Roll -->\n\nFolk frågar mer.")},
        {STEP: ("| Roll | Uppgift |", "<!-- guide:filter Roll -->\n\n| Roll | Uppgift |")},
        STEP,
        "no table",
    ),
]
