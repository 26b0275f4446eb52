"""Faults in figures, each with a twin that is right."""

from __future__ import annotations

from figure_guides import CHART, CIRCLES, DIRECTIVE, EN, FILE, GRID, NETWORK, PATH, SV, TIMELINE, one_part, showing
from guides import Fault


def planted(identity: str, figure: str, change: tuple[str, str], says: str, line: int = 1) -> Fault:
    return Fault(identity, showing(figure, change), showing(figure), f"{FILE}:{line}", says)


def twice(text: str) -> str:
    return f"{text}\n\n{text}"


FAULTS = [
    planted("translation-figures", NETWORK, ("Two below one.", "Three below one."), "2, 3 in one language"),
    planted("figure-form", GRID, ("kind: grid", "kind: gird"), "gird"),
    planted("figure-form", GRID, ("  title: Four positions\n", ""), 'no "title" in en'),
    planted("figure-form", GRID, ("en:", "no:"), "lacks the language en"),
    planted("figure-form", GRID, ("en:", "xy:"), 'unknown key "xy"'),
    planted("figure-form", GRID, ("{name: Trust}, ", ""), "2 across and 2 down"),
    planted("figure-form", GRID, (", text: nobody sees mistakes", ""), "other boxes, lists or labels in en"),
    planted("figure-form", GRID, ("accent: [2]", "accent: [5]"), "no part 5"),
    planted("figure-form", PATH, ("  arrows: [{down: passes on, up: answers}]\n", ""), "needs arrows"),
    planted("figure-form", NETWORK, ("  - {column: 7, row: 1, wide: 5}\n", ""), "2 places for 3 parts"),
    planted("figure-form", NETWORK, ("[2, 3]", "[2, 4]"), "only 3 boxes"),
    planted("figure-form", NETWORK, ("label: 1", "label: 2"), "the label 2"),
    planted("figure-form", NETWORK, ("  says: Two below one.\n", ""), "needs says"),
    planted("figure-form", CIRCLES, ("labels: [solves it]", "labels: [solves it, at once]"), "one label"),
    planted("figure-form", TIMELINE, ("across: [Here, There]", "across: [Here]"), "names of two places"),
    planted(
        "figure-form",
        CHART,
        ("chart: {values: [16.3, 15, 12.5], first: 2007", "lines: []\n# {first: 2007"),
        "needs chart",
    ),
    planted(
        "figure-form",
        one_part("card"),
        ("parts: [{name: Name, text: value, lines: [one, two]}]", "parts: []"),
        "no parts",
    ),
    planted("figure-form", one_part("card"), ("kind: card", "kind: card\nto: [faq.md, faq.md]"), "2 pages for 1 parts"),
    Fault("figure-form", showing("- a list\n"), showing(GRID), f"{FILE}:1", "must hold a figure"),
    planted("figure-link-missing", GRID, ("culture.md", "cultur.md"), 'did you mean "steps/culture.md"', 1),
    planted("figure-link-missing", GRID, ("#why", "#whi"), 'did you mean "why"', 1),
    planted("figure-too-long", GRID, ("{name: Mistrust}", "{name: Micromanagements}"), "and its box has"),
    planted("figure-too-long", PATH, ("passes on", "passes on " * 9), "characters"),
    planted("figure-too-long", NETWORK, ("column: 7, row: 1, wide: 5", "column: 7, row: 1, wide: 2"), "of the drawing"),
    planted("figure-too-long", CIRCLES, ("solves it", "solves everything there is"), "3 lines"),
    planted("figure-too-long", CHART, ("It begins here", "It begins here and then goes on"), "of the drawing"),
    Fault(
        "figure-missing",
        showing(GRID, sv="<!-- guide:figure field -->"),
        showing(GRID),
        f"{SV}:14",
        'did you mean "fields"',
    ),
    Fault("figure-unused", showing(GRID, en=""), showing(GRID), f"{FILE}:1", "no page in en"),
    Fault("figure-twice", showing(GRID, en=twice(DIRECTIVE)), showing(GRID), f"{EN}:16", "above, too"),
]
