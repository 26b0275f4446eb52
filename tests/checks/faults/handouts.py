"""Faults in what marks a handout, each with a twin that is right."""

from __future__ import annotations

from guides import Edits, Fault

SV, EN = "docs/sv/steps/culture.md", "docs/en/steps/culture.md"
_TABLES = {SV: "| Roll | Uppgift |", EN: "| Role | Task |"}
_TEXTS = {SV: "Folk frågar mer.", EN: "People ask more."}
_HEADINGS = {SV: "{#who-does-what}", EN: "{#who-does-what}"}


def above(instruction: str, swedish: str | None = None) -> Edits:
    """Put an instruction above the table of the page, in both languages."""
    given = {SV: instruction if swedish is None else swedish, EN: instruction}
    return {file: (table, f"Först.\n\n{given[file]}\n\n{table}") for file, table in _TABLES.items()}


def below(instruction: str) -> Edits:
    """Put an instruction below the heading of that table."""
    return {file: (heading, f"{heading}\n{instruction}") for file, heading in _HEADINGS.items()}


GOOD = above("<!-- guide:handout who-does-what | Who does what -->")
FAULTS = [
    Fault("handout-form", above("<!-- guide:handout Who | Who does what -->"), GOOD, f"{SV}:27", "kebab-case"),
    Fault("handout-form", above("<!-- guide:handout who pags=2 | Who -->"), GOOD, f"{SV}:27", "pags=2"),
    Fault("handout-form", above("<!-- guide:handout who pages=0 | Who -->"), GOOD, f"{SV}:27", "pages=0"),
    Fault("handout-form", above("<!-- guide:handout who-does-what -->"), GOOD, f"{SV}:27", "no title"),
    Fault(
        "handout-form",
        above("<!-- guide:handout who kits=everything | Who -->"),
        above("<!-- guide:handout who kits=all | Who -->"),
        f"{SV}:27",
        'no kit is called "everything"',
    ),
    Fault(
        "handout-form",
        above("<!-- guide:handout who parts=wy | Who -->"),
        above("<!-- guide:handout who parts=why | Who -->"),
        f"{SV}:27",
        'did you mean "why"',
    ),
    Fault(
        "handout-form",
        {file: (text, f"{text}\n\n<!-- guide:handout who | Who -->\n\n{text}") for file, text in _TEXTS.items()},
        below("<!-- guide:handout who-does-what -->"),
        SV,
        "no table below it",
    ),
    Fault(
        "handout-twice",
        {
            SV: (_HEADINGS[SV], f"{_HEADINGS[SV]}\n<!-- guide:handout who -->"),
            EN: (
                _HEADINGS[EN],
                f"{_HEADINGS[EN]}\n<!-- guide:handout who -->\n\nText.\n\n<!-- guide:handout who | Who -->",
            ),
        },
        below("<!-- guide:handout who -->"),
        f"{EN}:28",
        "line 24",
    ),
    Fault(
        "handout-twice",
        above("<!-- guide:handout whole-guide | Who does what -->"),
        GOOD,
        f"{SV}:27",
        "name of a file",
    ),
    Fault("handout-language", above("<!-- guide:handout who | Who -->", ""), GOOD, f"{EN}:27", "does not mark it"),
    Fault(
        "handout-language",
        above("<!-- guide:handout who | Who -->", "<!-- guide:handout who pages=2 | Vem -->"),
        GOOD,
        f"{SV}:27",
        "in another way",
    ),
]
