"""Faults of easy reading, each with a twin that is right."""

from __future__ import annotations

from guides import MKDOCS, Edits, Fault

SV = """---
title: Tillitskultur – lättläst
description: Lättläst om hur ni får en arbetsplats där man vågar säga vad man ser.
slug: lattlast/steg/tillitskultur
type: easy
---

# Våga säga vad ni ser

På en del arbetsplatser vågar man säga vad som blev fel.
Det är bra för alla.
"""
EN = """---
title: Culture of trust – easy read
description: Easy read on a workplace where people dare to say what they see.
slug: easy-read/steps/culture-of-trust
type: easy
---

# Dare to say what you see

In some places people dare to say what went wrong.
That is good for everyone.
"""


def easy(at: str = "steps/culture.md", sv: str = SV, en: str = EN) -> Edits:
    """Give a page of easy reading in both languages."""
    nav = MKDOCS.replace("            - faq.md", f"            - easy/{at}\n            - faq.md")
    return {"mkdocs.yml": nav, f"docs/sv/easy/{at}": sv, f"docs/en/easy/{at}": en}


LISTED = SV.replace("bra för alla.", "bra för alla:\n\n- " + "nog då " * 8)
LISTED_TOO = EN.replace("good for everyone.", "good for everyone:\n\n- " + "so then " * 8)
UNLIMITED = str(easy()["mkdocs.yml"]).replace("data: data", "data: data\n    longest_easy_sentence: 0")

FAULTS = [
    Fault(
        "easy-sentence-long",
        easy(sv=SV.replace("fel.\nDet är bra", "fel, och det är bra för den som arbetar där, ja, bra")),
        easy(),
        "docs/sv/easy/steps/culture.md:10",
        "24 words, at most 15",
    ),
    Fault(
        "easy-sentence-long",
        easy(sv=LISTED),
        easy(sv=LISTED, en=LISTED_TOO) | {"mkdocs.yml": UNLIMITED},
        "docs/sv/easy/steps/culture.md:13",
        "16 words",
    ),
    Fault("easy-page-alone", easy("steps/kultur.md"), easy(), "docs/sv/easy/steps/kultur.md:5", "not the easy reading"),
    Fault(
        "easy-page-alone",
        {"docs/sv/pitfalls/vague.md": ("type: pitfall", "type: easy")},
        {},
        "docs/sv/pitfalls/vague.md:5",
        "pitfalls/vague.md",
    ),
]
