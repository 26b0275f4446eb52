"""Faults in the FAQ, each with a twin that is right."""

from __future__ import annotations

from guides import Fault

FAULTS = [
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
        "question-asked-twice",
        {"docs/sv/faq.md": ("| hur startar man", "| Vad är tillit")},
        {"docs/sv/faq.md": ("| hur startar man", "| vad är tillitskultur")},
        "docs/sv/faq.md:26",
    ),
]
