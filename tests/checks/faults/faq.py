"""Faults in the FAQ, each with a twin that is right."""

from __future__ import annotations

from guides import Edits, Fault
from question_guides import SPLIT, with_edits

SECOND_PAGE_SV = """---
title: Komma igång
description: Svar på hur ni börjar, med vilka och när, för den som står i begrepp att börja.
slug: vanliga-fragor/igang
type: faq
---

# Komma igång

Hur ni börjar.

## Var börjar vi? {{#{}}}
<!-- also: en start | var sätter vi igång | starten | vi vill igång -->
<!-- roles: hr -->

I det lilla.

Välj ett område.

Läs mer: [Stegen](../steps/index.md).
"""
SECOND_PAGE_EN = """---
title: Getting started
description: Answers on how to begin, with whom and when, for those who are about to do it.
slug: faq/getting-started
type: faq
---

# Getting started

How to begin.

## Where do we begin? {{#{}}}
<!-- also: a start | where to set off | the start | we want to go -->
<!-- roles: hr -->

In a small way.

Choose an area.

Read more: [The steps](../steps/index.md).
"""


def two_themes(name: str) -> Edits:
    """Give a guide with two pages of questions; ``name`` is the id of the question on the second."""
    nav = str(SPLIT["mkdocs.yml"]).replace("- faq/basics.md\n", "- faq/basics.md\n            - faq/start.md\n")
    return {
        **SPLIT,
        "mkdocs.yml": nav,
        "docs/sv/faq/start.md": SECOND_PAGE_SV.format(name),
        "docs/en/faq/start.md": SECOND_PAGE_EN.format(name),
    }


FAULTS = [
    Fault(
        "question-without-mark",
        {"docs/sv/faq.md": ("Hur börjar vi?", "Vad är ”att börja”")},
        {"docs/sv/faq.md": ("Hur börjar vi?", "Vad betyder ”hur börjar vi?”")},
        "docs/sv/faq.md:26",
    ),
    Fault(
        "question-without-id",
        {"docs/sv/faq.md": (" {#how-to-begin}", "")},
        {"docs/sv/faq.md": ("Hur börjar vi? {", "Hur börjar ni? {")},
        "docs/sv/faq.md:26",
    ),
    Fault(
        "question-without-answer",
        {"docs/sv/faq.md": ("Börja smått.\n\nVälj ett område.\n\n", "")},
        {"docs/sv/faq.md": ("Börja smått.\n\nVälj ett område.\n\n", "Börja smått.\n\n")},
        "docs/sv/faq.md:26",
    ),
    Fault(
        "question-without-mark",
        {"docs/sv/faq.md": ("Hur börjar vi?", "Hur vi börjar.")},
        {"docs/sv/faq.md": ("Hur börjar vi?", "Hur börjar vi då?")},
        "docs/sv/faq.md:26",
        'did you mean "Hur vi börjar?"',
    ),
    Fault(
        "question-answer-too-long",
        {"docs/sv/faq.md": ("Börja smått.", "Börja. " + "Gå vidare lugnt. " * 17)},
        {"docs/sv/faq.md": ("Börja smått.", "Börja. " + "Gå vidare lugnt. " * 16)},
        "docs/sv/faq.md:26",
        "52 words",
    ),
    Fault(
        "question-other-ways",
        {"docs/sv/faq.md": (" | hur startar man", "")},
        {"docs/sv/faq.md": (" | hur startar man", " | hur startar man | hur kör vi igång")},
        "docs/sv/faq.md:27",
        "3 other ways",
    ),
    Fault(
        "question-other-ways",
        {"docs/sv/faq.md": ("| hur startar man", "| Komma  igång")},
        {"docs/sv/faq.md": ("| hur startar man", "| kom igång")},
        "docs/sv/faq.md:27",
        "twice",
    ),
    Fault(
        "question-roles",
        {"docs/sv/faq.md": ("roles: staff", "roles: stuff"), "docs/en/faq.md": ("roles: staff", "roles: stuff")},
        {"docs/sv/faq.md": ("roles: staff, hr", "roles: hr, staff")},
        "docs/sv/faq.md:18",
        'did you mean "staff"',
    ),
    Fault(
        "question-roles",
        {"docs/sv/faq.md": ("<!-- roles: top-manager -->\n", "")},
        {"docs/sv/faq.md": ("<!-- roles: top-manager -->\n", "<!--  roles:  top-manager  -->\n")},
        "docs/sv/faq.md:26",
    ),
    Fault(
        "question-read-more",
        {"docs/sv/faq.md": ("Läs mer: [Stegen]", "Se även: [Stegen]")},
        {"docs/sv/faq.md": ("Läs mer: [Stegen]", "Läs mer: [Alla steg]")},
        "docs/sv/faq.md:26",
        "Läs mer:",
    ),
    Fault(
        "question-read-more",
        {"docs/en/faq.md": ("Read more: [Culture of trust](steps/culture.md).", "Read more: nowhere.")},
        {
            "docs/en/faq.md": (
                "Read more: [Culture of trust](steps/culture.md).",
                "Read more: [Culture](steps/culture.md).",
            )
        },
        "docs/en/faq.md:16",
        "0 links",
    ),
    Fault(
        "question-theme",
        {"docs/sv/faq.md": ("#theme-basics", "#basics")},
        {"docs/sv/faq.md": ("## Grunderna", "## Allra först")},
        "docs/sv/faq.md:16",
    ),
    Fault(
        "question-theme",
        with_edits(basics_sv=("Välj ett område.", "### Ett område {#area}\n\nVälj det.")),
        with_edits(basics_sv=("Välj ett område.", "Välj ett litet område.")),
        "docs/sv/faq/basics.md:28",
        "stands under no theme",
    ),
    Fault(
        "question-id-twice",
        two_themes("how-to-begin"),
        two_themes("where-to-begin"),
        "docs/sv/faq/start.md:12",
        '"how-to-begin" is also the id of "Hur börjar vi?" (docs/sv/faq/basics.md:',
    ),
    Fault(
        "question-asked-twice",
        {"docs/sv/faq.md": ("| hur startar man", "| Vad är tillit")},
        {"docs/sv/faq.md": ("| hur startar man", "| vad är tillitskultur")},
        "docs/sv/faq.md:26",
    ),
]
