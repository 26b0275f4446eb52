"""Leftovers of editing and mixed-up language, each with a twin that is right."""

from __future__ import annotations

from guides import Fault

_SWEDISH = "Stegen tar er från beslut till vardag, i den ordning som brukar vara bra"
_ENGLISH = "The steps that take you from decision to daily work are here in the order that"

_SV = "docs/sv/steps/index.md"
FAULTS = [
    Fault(
        "leftover-todo",
        {_SV: ("bygger på varandra", "bygger på XXX: fråga")},
        {_SV: ("bygger på varandra", "bygger på kapitel XXX")},
        f"{_SV}:14",
        "XXX",
    ),
    Fault(
        "word-twice",
        {_SV: ("bygger på varandra", "bygger på på varandra")},
        {_SV: ("Stegen bygger på varandra", "De vet var var och en är")},
        f"{_SV}:14",
    ),
    Fault(
        "mixed-language",
        {_SV: ("Stegen bygger på varandra", "This is the book that you have to read for the work")},
        {_SV: ("Stegen bygger på varandra", "Läs *This Is the Book That You Have to Read for the Work* nu")},
        f"{_SV}:14",
    ),
    Fault(
        "leftover-todo",
        {"docs/sv/steps/index.md": ("på varandra.", "på varandra. TODO: mer.")},
        {"docs/sv/steps/index.md": ("på varandra.", "på varandra. `TODO` todo.")},
        "docs/sv/steps/index.md:14",
        "still to be written: mer.",
    ),
    Fault(
        "leftover-todo",
        {"data/glossary.yml": ('"Att våga lita på någon."', '"TODO: en mening"')},
        {"data/glossary.yml": ('"Att våga lita på någon."', '"Att göra TODO-listor."')},
        "data/glossary.yml:2",
        "still to be written: en mening",
    ),
    Fault(
        "leftover-placeholder",
        {"docs/sv/steps/index.md": ("på varandra.", "på varandra. Lorem ipsum dolor sit amet.")},
        {"docs/sv/steps/index.md": ("på varandra.", "på varandra. Lorem är latin.")},
        "docs/sv/steps/index.md:14",
    ),
    Fault(
        "untranslated-sentence",
        {
            "docs/en/steps/index.md": ("The steps build on each other.", "Stegen tar er hela vägen dit. They build."),
            "docs/sv/steps/index.md": ("Stegen bygger på varandra.", "Stegen tar er hela vägen dit."),
        },
        {
            "docs/en/steps/index.md": (
                "The steps build on each other.",
                "> Stegen tar er hela vägen dit.\n\nThat is all.",
            ),
            "docs/sv/steps/index.md": (
                "Stegen bygger på varandra.",
                "> Stegen tar er hela vägen dit.\n\nAllt.",
            ),
        },
        "docs/en/steps/index.md:14",
    ),
    Fault(
        "mixed-language",
        {
            "docs/en/steps/index.md": (
                "The steps build",
                "Det är inte lätt att veta vad som ska göras och hur vi gör det. The steps build",
            )
        },
        {
            "docs/en/steps/index.md": (
                "The steps build",
                "It is called “att det inte är lätt att veta vad som ska göras och hur”. The steps build",
            )
        },
        "docs/en/steps/index.md:14",
        "in sv",
    ),
    Fault(
        "mixed-language",
        {
            "docs/sv/steps/index.md": (
                "på varandra.",
                "på varandra.\n\nIt is not easy to know what you should do and how to do it.",
            )
        },
        {
            "docs/sv/steps/index.md": (
                "på varandra.",
                "på varandra.\n\n> It is not easy to know what you should do and how to do it.",
            )
        },
        "docs/sv/steps/index.md:16",
    ),
    Fault(
        "mixed-language",
        {"docs/en/steps/index.md": ("The steps take you from decision to daily work, in the order that", _SWEDISH)},
        {"docs/en/steps/index.md": ("The steps take you from decision to daily work, in the order that", _ENGLISH)},
        "docs/en/steps/index.md:3",
        "in sv",
    ),
    Fault(
        "word-twice",
        {"docs/sv/steps/index.md": ("bygger på varandra", "bygger på på varandra")},
        {"docs/sv/steps/index.md": ("bygger på varandra", "visar att det det bygger på är varandra")},
        "docs/sv/steps/index.md:14",
    ),
]
