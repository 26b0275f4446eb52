"""Faults in slides, each with a twin that is right."""

from __future__ import annotations

from guides import Fault

FILE = "data/slides.yml"
SLIDES = """\
- page: steps/culture.md
  slides:
    - see: why
      sv: {title: Varför?, lines: [Tillit ger ansvar.]}
      en: {title: Why?, lines: [Trust brings responsibility.]}
    - see: what-to-do
      item: 2
      sv: {title: Gör så här, lines: [Prata.]}
      en: {title: Do this, lines: [Talk.]}
"""


def planted(identity: str, old: str, new: str, line: int, says: str = "") -> Fault:
    assert old in SLIDES
    return Fault(identity, {FILE: SLIDES.replace(old, new, 1)}, {FILE: SLIDES}, f"{FILE}:{line}", says)


FAULTS = [
    planted("slide-form", "      en: {title: Why?, lines: [Trust brings responsibility.]}\n", "", 3, "in en"),
    planted("slide-form", "[Trust brings responsibility.]", "[]", 3),
    planted("slide-form", "[Trust brings responsibility.]", "[a, b, c, d, e, f]", 5, "at most 5"),
    planted("slide-form", "[Trust brings responsibility.]", "[Trust., Responsibility.]", 3, "different numbers"),
    planted("slide-form", "[Trust brings responsibility.]", f"[{'Trust ' * 14}]", 3, "83 letters"),
    planted("slide-form", "title: Why?", f"title: {'Why ' * 12}", 3, "47 letters"),
    planted("slide-form", "see: why\n", "title: Why\n", 3),
    planted("slide-see-missing", "see: why", "see: whi", 3, 'did you mean "why"'),
    planted("slide-see-missing", "item: 2", "item: 3", 6, "has 2 items"),
    planted("slides-page-missing", "steps/culture.md", "steps/cultur.md", 1, "steps/culture.md"),
    Fault("slides-twice", {FILE: SLIDES + SLIDES}, {FILE: SLIDES}, f"{FILE}:10", "line 1"),
]
