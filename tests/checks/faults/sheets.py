"""Faults in the sheets to fill in, each with a twin that is right."""

from __future__ import annotations

from guides import SHEETS, SHEETS_EDITS, Edit, Fault

FILE = "data/tools/sheets.yml"
INDEX = "docs/sv/steps/index.md"


def planted(identity: str, old: str, new: str, line: int, says: str = "") -> Fault:
    assert old in SHEETS
    edited = {**SHEETS_EDITS, FILE: SHEETS.replace(old, new, 1)}
    return Fault(identity, edited, SHEETS_EDITS, f"{FILE}:{line}", says)


def misled(path: str, edit: Edit, at: str, says: str) -> Fault:
    return Fault("sheet-link", {**SHEETS_EDITS, path: edit}, SHEETS_EDITS, at, says)


FAULTS = [
    planted("sheet-form", "id: map", "id: The map", 1, "kebab-case"),
    planted("sheet-form", "help: Kort., ", "", 10, "help"),
    planted("sheet-form", "rows: 4", "rows: 21", 4, "rows"),
    planted("sheet-form", ", en: {name: Team, help: Who., example: All}", "", 8, "in en"),
    planted("sheet-form", "  en: {title: Map", "  no: {title: Map", 1, "in en"),
    planted("sheet-form", "{id: alone, sv: själv, en: alone}", "{id: alone, sv: själv}", 11, "in en"),
    planted("sheet-form", "example: själv", "example: själf", 11, 'did you mean "själv"'),
    planted("sheet-form", ", row: decision", "", 1, "no name of a row in en"),
    planted("sheet-form", "  columns:\n    - {id: task", "  boxes: []\n  unknown:\n    - {id: task", 17, "neither"),
    Fault("data-unreadable", {**SHEETS_EDITS, FILE: "id: map\n"}, SHEETS_EDITS, f"{FILE}:1", "a list of sheets"),
    planted("sheet-twice", "id: card", "id: map", 17, "line 1"),
    planted("sheet-twice", "id: who", "id: team", 11, "line 8"),
    planted("sheet-twice", "id: manager", "id: alone", 11, "twice"),
    planted("sheet-link", "steps/culture.md#why", "steps/cultur.md", 1, "steps/culture.md"),
    planted("sheet-link", "steps/culture.md#why", "steps/culture.md#whi", 1, 'did you mean "why"'),
    misled(INDEX, ("Börja med", "<!-- guide:sheet card -->\n\nBörja med"), f"{FILE}:1", 'no page in sv shows "map"'),
    misled(
        INDEX,
        (
            "Börja med",
            "<!-- guide:sheet map -->\n\n<!-- guide:sheet card -->\n\n<!-- guide:sheet maps -->\n\nBörja med",
        ),
        INDEX,
        'did you mean "map"',
    ),
    misled("docs/sv/steps/culture.md", ("Se [otydliga", "Se [otydliga"), f"{FILE}:1", "does not lead to"),
]
