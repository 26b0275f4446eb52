"""Misspelt words, untidy word lists and unmarked words of another language, each with a twin that is right."""

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
    RequestedFault(
        "italics-unmarked-language",
        {"docs/en/steps/culture.md": ("Start small.", "The chain (*från väljare till invånare*) is *very* long.")},
        {
            "docs/en/steps/culture.md": (
                "Start small.",
                "The chain (*från väljare till invånare*{lang=sv}) is *very* long, and *may* be so.",
            )
        },
        "docs/en/steps/culture.md:31",
        "in italics is not marked with its language, sv",
    ),
    RequestedFault(
        "italics-unmarked-language",
        {STEP: ("Börja smått.", "Börja med *nothing that matters*.")},
        {STEP: ("Börja smått.", "Börja med *nothing that matters*{lang=en} i *dag*.")},
        f"{STEP}:31",
        "in italics is not marked with its language, en",
    ),
]
