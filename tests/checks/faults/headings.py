"""Faults in headings, ids and sections, each with a twin that is right."""

from __future__ import annotations

from guides import Fault

FAULTS = [
    *(
        Fault(
            "heading-form",
            {"docs/sv/steps/index.md": ("## Ordning {", f"## {plant} {{")},
            {"docs/sv/steps/index.md": ("## Ordning {", f"## {clean} {{")},
            "docs/sv/steps/index.md:12",
        )
        for plant, clean in (("Roller och ansvar.", "Roller, ansvar m.m."), ("Om företaget Gore.", "Om Gore Inc."))
    ),
    Fault(
        "h1-missing",
        {"docs/sv/steps/index.md": ("# Fem steg mot tillit\n", "")},
        {"docs/sv/steps/index.md": ("# Fem steg mot tillit\n", "Fem steg mot tillit\n===================\n")},
        "docs/sv/steps/index.md:9",
    ),
    Fault(
        "h1-twice",
        {"docs/sv/steps/index.md": ("bygger på varandra.", "bygger.\n\n# Igen")},
        {"docs/sv/steps/index.md": ("bygger på varandra.", "bygger.\n\n```\n# Igen\n```")},
        "docs/sv/steps/index.md:16",
    ),
    Fault(
        "h1-not-first",
        {"docs/sv/steps/index.md": ("# Fem", "Först.\n\n# Fem")},
        {"docs/sv/steps/index.md": ("# Fem", "\n\n# Fem")},
        "docs/sv/steps/index.md:8",
    ),
    Fault(
        "heading-level-skipped",
        {
            "docs/sv/faq.md": ("## Grunderna {#theme-basics}\n\nDet som alla undrar.\n", ""),
        },
        {"docs/sv/faq.md": ("alla undrar.", "alla alltid undrar.")},
        "docs/sv/faq.md:13",
    ),
    Fault(
        "heading-too-deep",
        {
            "docs/sv/steps/index.md": ("på varandra.", "på varandra.\n\n### Ett {#one}\n\nA.\n\n#### Två {#two}\n\nB."),
        },
        {
            "docs/sv/steps/index.md": ("på varandra.", "på varandra.\n\n### Ett {#one}\n\nA."),
            "docs/en/steps/index.md": ("each other.", "each other.\n\n### One {#one}\n\nA."),
        },
        "docs/sv/steps/index.md:20",
    ),
    Fault(
        "heading-empty",
        {"docs/sv/steps/index.md": ("## Ordning {", "## {")},
        {"docs/sv/steps/index.md": ("## Ordning {", "## Ordningen {")},
        "docs/sv/steps/index.md:12",
    ),
    Fault(
        "heading-without-id",
        {"docs/sv/steps/index.md": (" {#order}", "")},
        {"docs/sv/steps/index.md": (" {#order}", " { #order }")},
        "docs/sv/steps/index.md:12",
    ),
    Fault(
        "heading-id-malformed",
        {"docs/sv/steps/index.md": ("#order", "#Ordning_1")},
        {"docs/sv/steps/index.md": ("#order", "#order .wide")},
        "docs/sv/steps/index.md:12",
    ),
    Fault(
        "id-twice",
        {"docs/sv/pitfalls/vague.md": ('<title id="ram-t">', '<title id="discuss">')},
        {"docs/sv/pitfalls/vague.md": ('<title id="ram-t">', '<title class="a" id="ram-t">')},
        "docs/sv/pitfalls/vague.md:35",
    ),
    Fault(
        "heading-form",
        {"docs/sv/steps/index.md": ("## Ordning {", "## Ordning. {")},
        {"docs/sv/steps/index.md": ("## Ordning {", "## Ordning? {")},
        "docs/sv/steps/index.md:12",
    ),
    Fault(
        "heading-form",
        {"docs/sv/steps/index.md": ("## Ordning {", "## [Ordning](culture.md) {")},
        {"docs/sv/steps/index.md": ("## Ordning {", "## *Ordning* {")},
        "docs/sv/steps/index.md:12",
        "a link",
    ),
    Fault(
        "section-missing",
        {"docs/sv/steps/culture.md": ("## Checklista {#checklist}", "## Checklista {#check-list}")},
        {"docs/sv/steps/culture.md": ("## Checklista {#checklist}", "## Er checklista {#checklist}")},
        "docs/sv/steps/culture.md:5",
        'did you mean "check-list"',
    ),
    Fault(
        "section-empty",
        {"docs/sv/steps/culture.md": ("Börja smått.\n", "")},
        {"docs/sv/steps/culture.md": ("Börja smått.\n", "- Börja smått.\n")},
        "docs/sv/steps/culture.md:29",
    ),
    Fault(
        "section-order",
        {"docs/en/pitfalls/vague.md": ("#how-it-looks", "#why-it-happens")},
        {"docs/sv/pitfalls/vague.md": ("Vad ni kan göra", "Vad kan ni göra?")},
        "docs/en/pitfalls/vague.md:19",
    ),
]
