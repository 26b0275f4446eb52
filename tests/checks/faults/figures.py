"""Figures and denials that differ between the languages, each with a twin that is right."""

from __future__ import annotations

from claims_guides import LEDGER, ledger
from guides import ASSESSMENT, QUIZZES, Edit, Edits, Fault

_SV, _EN = "docs/sv/steps/index.md", "docs/en/steps/index.md"


def _both(sv: str, en: str) -> Edits:
    return {_SV: ("Stegen bygger på varandra.", sv), _EN: ("The steps build on each other.", en)}


def _cited(sv: str, en: str) -> Edits:
    return ledger(sv=f"{sv} Så gör chefer.", en=f"{en} So do managers.")


def _abstract(sv: str, en: str) -> Edit:
    written = f'"custom": {{"kind": "official", "abstract": {{"sv": "{sv}", "en": "{en}"}}}}'
    return ('"language": "sv"', f'"language": "sv", {written}')


FAULTS = [
    Fault(
        "translation-figures",
        _both("Det gäller 1 250 personer, 31,5 procent.", "It concerns 1,250 people, 13.5 per cent."),
        _both("Det gäller 1 250 personer, 31,5 procent.", "It concerns 1,250 people, 31.5 per cent."),
        f"{_EN}:14",
        "lacks 31.5",
    ),
    Fault(
        "translation-figures",
        _both("Räkna till tre.", "Count to two."),
        _both("Räkna till tre.", "Count to three."),
        f"{_EN}:14",
        "lacks 3",
    ),
    Fault(
        "translation-figures",
        _cited("Det tar sju år.", "It takes years."),
        _cited("Det tar sju år.", "It takes seven years."),
        "docs/en/steps/culture.md:10",
        "lacks 7",
    ),
    Fault(
        "translation-figures",
        ledger(("I försöken", "I 12 försök"), ("In the trials", "In 21 trials")),
        ledger(("I försöken", "I 12 försök"), ("In the trials", "In 12 trials")),
        f"{LEDGER}:5",
        "12, 21",
    ),
    Fault(
        "translation-figures",
        {"data/quizzes.yml": QUIZZES.replace("Chefer visar vägen.", "31 procent visar vägen.")},
        {"data/quizzes.yml": QUIZZES.replace("Chefer visar", "2 chefer visar").replace("Managers show", "Two show")},
        "data/quizzes.yml:3",
        "31 in one only",
    ),
    Fault(
        "translation-figures",
        {"data/tools/assessment.yml": ASSESSMENT.replace("I talk.", "I talk to 30 people.")},
        {
            "data/tools/assessment.yml": ASSESSMENT.replace("I talk.", "I talk to 30 people.").replace(
                "Jag pratar.", "Jag pratar med 30 personer."
            )
        },
        "data/tools/assessment.yml:8",
        "30 in one only",
    ),
    Fault(
        "translation-negation",
        {"data/tools/assessment.yml": ASSESSMENT.replace("We ask.", "We never ask.")},
        {"data/tools/assessment.yml": ASSESSMENT},
        "data/tools/assessment.yml:12",
        "never",
    ),
    Fault(
        "translation-negation",
        {"data/glossary.yml": ("Att våga lita på", "Att inte våga lita på")},
        {"data/glossary.yml": ("Att våga lita på", "Att nog våga lita på")},
        "data/glossary.yml:1",
        "only sv denies",
    ),
    Fault(
        "translation-negation",
        _both("Lämna inte någon ensam.", "Leave people by themselves."),
        _both("Lämna inte någon ensam.", "Do not leave people by themselves."),
        f"{_EN}:14",
        "only sv denies",
    ),
    *(
        Fault("translation-negation", _both(sv, wrong), _both(sv, right), f"{_EN}:{line}", "denies")
        for sv, wrong, right, line in (
            ("Lämna inte någon ensam.", "Leave anyone alone.", "Do not leave anyone alone.", 14),
            ("- Lämna inte någon.\n- Fråga.", "- Leave anyone.\n- Ask.", "- Never leave anyone.\n- Ask.", 14),
            (
                "| Roll | Uppgift |\n| --- | --- |\n| Chef | Lämna inte någon |",
                "| Role | Task |\n| --- | --- |\n| Manager | Leave anyone |",
                "| Role | Task |\n| --- | --- |\n| Manager | Leave no one |",
                16,
            ),
            ("Det är inte bara ord.", "It is not words.", "It is more than words.", 14),
            ("Säg nej till mötet.", "Say yes to the meeting.", "Say no to the meeting.", 14),
        )
    ),
    Fault(
        "translation-negation",
        _both("Stegen bygger på varandra. De är många.", "The steps build on each other. They are not many."),
        _both("Stegen bygger på varandra. De är få.", "The steps build on each other. They are not many."),
        f"{_EN}:14",
        "only en denies",
    ),
    Fault(
        "translation-figures",
        {"data/bibliography.json": _abstract("Artikel om tre sätt.", "Article on four ways.")},
        {"data/bibliography.json": _abstract("Artikel om tre sätt.", "Article on three ways.")},
        "data/bibliography.json:2",
        "3, 4 in one only",
    ),
    Fault(
        "translation-figures",
        {
            "data/quizzes.yml": QUIZZES.replace("Vem börjar", "Vilka tre börjar").replace(
                "Who begins", "Which two begin"
            )
        },
        {
            "data/quizzes.yml": QUIZZES.replace("Vem börjar", "Vilka tre börjar").replace(
                "Who begins", "Which three begin"
            )
        },
        "data/quizzes.yml:3",
        "2, 3 in one only",
    ),
]
