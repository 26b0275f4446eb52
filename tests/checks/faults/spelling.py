"""Misspelt words and untidy word lists, each with a twin that is right."""

from __future__ import annotations

from guides import RequestedFault

STEP = "docs/sv/steps/culture.md"
LIST = "data/words-sv.txt"
USED = {STEP: ("Börja smått.", "Xyzzyby och Buurtzorg.")}

FAULTS = [
    RequestedFault(
        "spelling",
        {"docs/en/steps/culture.md": ("Start small.", "The goverment.")},
        {"docs/en/steps/culture.md": ("Start small.", "The government.")},
        "docs/en/steps/culture.md:31",
        'did you mean "government"',
    ),
    RequestedFault(
        "word-list-order",
        {**USED, LIST: "Xyzzyby\nBuurtzorg\n"},
        {**USED, LIST: "Buurtzorg\nXyzzyby\n"},
        f"{LIST}:2",
        '"Buurtzorg" stands after "Xyzzyby"',
    ),
    RequestedFault(
        "word-list-order",
        {**USED, LIST: "Buurtzorg\nXyzzyby\nXyzzyby\n"},
        {**USED, LIST: "Buurtzorg\n\nXyzzyby\n"},
        f"{LIST}:3",
    ),
    RequestedFault(
        "word-list-not-needed",
        {**USED, LIST: "Buurtzorg\nglorp\nXyzzyby\n"},
        {**USED, LIST: "Buurtzorg\n# glorp\nXyzzyby\n"},
        f"{LIST}:2",
        "is not used",
    ),
    RequestedFault(
        "word-list-not-needed",
        {**USED, LIST: "Buurtzorg\ntillit\nXyzzyby\n"},
        {**USED, LIST: "Buurtzorg\nXyzzyby\n"},
        f"{LIST}:2",
        "is in the dictionary",
    ),
]
