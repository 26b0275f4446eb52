"""Faults in indicators, each with a twin that is right; those of their texts are found where they are written."""

from __future__ import annotations

from guides import Fault
from indicator_guides import FILE, PAGE, PAGES, with_data

CLEAN = with_data()


def planted(identity: str, old: str, new: str, at: str, says: str = "") -> Fault:
    return Fault(identity, with_data(old, new), CLEAN, f"{FILE}:{at}", says)


def on_page(identity: str, old: str, new: str, line: int, says: str) -> Fault:
    path = f"docs/sv/{PAGE}"
    text = PAGES[path]
    assert isinstance(text, str) and old in text
    return Fault(identity, {**CLEAN, path: text.replace(old, new)}, CLEAN, f"{path}:{line}", says)


FAULTS = [
    planted("indicator-form", "- id: engagement", "- id: Engage ment", "1", "kebab-case"),
    planted("indicator-form", "- id: engagement", "- ids: engagement", "1", 'did you mean "id"'),
    planted("indicator-form", "id: engagement", 'id: ""', "1", "has no id"),
    planted("indicator-form", "  en:\n    name: Engagement\n", "  xx:\n    name: Engagement\n", "1", "the language en"),
    planted(
        "indicator-form", "  en:\n    name: Engagement\n", "  enn:\n    name: Engagement\n", "1", 'did you mean "en"'
    ),
    planted("indicator-form", "    misleads: Differences can be small.\n", "", "1", "lacks misleads in en"),
    planted("indicator-form", "says: How engaged people are.", "says: 12", "1", "lacks says in en"),
    planted("indicator-form", "    misleads: Diff", "    mislead: Diff", "25:5", 'did you mean "misleads"'),
    planted(
        "indicator-form", "[^sou-2018-47]\n", "[^sou-2018-47]\n\n", "8:5", "definition in sv is more than one paragraph"
    ),
    planted("indicator-twice", "id: sick-leave", "id: engagement", "26", "line 1"),
    planted("indicator-section", "section: staff", "section: staf", "1", 'did you mean "staff"'),
    on_page("indicator-section", "indicators staff", "indicators staffs", 24, 'did you mean "staff"'),
    planted("indicator-frequency", "frequency: yearly", "frequency: yearli", "1", 'did you mean "yearly"'),
    planted("data-unreadable", "- id: engagement\n", "- id: [\n", "3", "YAML"),
    planted(
        "data-unreadable", "    says: How engaged people are.\n", "    says: How.\n    says: How.\n", "25:5", "twice"
    ),
    Fault("data-unreadable", {**CLEAN, FILE: "id: x\n"}, CLEAN, f"{FILE}:1", "list of indicators"),
    # What every page is checked for, in the line of the data file that holds it.
    planted("citation-unknown", "hundra.[^sou-2018-47]", "hundra.[^sou-2018-48]", "9:39", "sou-2018-48"),
    planted("link-missing-anchor", "[kulturen](culture.md#why)", "[kulturen](culture.md#whi)", "10:20", "whi"),
    planted("link-missing-page", "[the culture](culture.md#why)", "[the culture](cultur.md)", "21:21", "cultur.md"),
    planted("leftover-todo", "source: A survey of your own.", "source: TODO ask.", "22:13"),
    planted("heading-form", "name: Sick leave", "name: Sick **leave**", "39:11"),
    planted("table-ragged", "shows: How people feel", "shows: How people | feel", "1"),
    on_page("directive-unknown", "indicators-table", "indicator-table", 20, 'did you mean "indicators-table"'),
    on_page("filter-wrong", "Källa | Hur", "Källor | Hur", 18, 'did you mean "Källa"'),
]
