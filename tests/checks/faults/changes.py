"""Faults in what is told of changes and reviews, each with a twin that is right."""

from __future__ import annotations

from guides import Fault

FILE = "data/changes.yml"
REVIEWS = "data/reviews.yml"
CHANGES = """\
- id: newer
  date: 2026-11-28
  kind: new
  pages: [steps/culture.md]
  sv: En sida är ny.
  en: A page is new.
- id: older
  date: 2026-11-27
  kind: corrected
  sv: Ett fel är rättat.
  en: An error is corrected.
"""
ALL = ("about/sources", "cases/sundsvall", "concepts/glossary", "faq", "index", "pitfalls/vague", "steps/culture")
READ = "".join(f"{path}.md: 2026-11-28\n" for path in (*ALL, "steps/index"))


def planted(identity: str, old: str, new: str, line: int, says: str = "") -> Fault:
    assert old in CHANGES
    return Fault(identity, {FILE: CHANGES.replace(old, new, 1)}, {FILE: CHANGES}, f"{FILE}:{line}", says)


def reviewed(identity: str, old: str, new: str, place: str, says: str = "") -> Fault:
    assert old in READ
    return Fault(identity, {REVIEWS: READ.replace(old, new, 1)}, {REVIEWS: READ}, place, says)


FAULTS = [
    planted("change-form", "  en: A page is new.\n", "", 1, "no text in en"),
    planted("change-form", "kind: new", "kind: newish", 3),
    planted("change-form", "date: 2026-11-28", "date: today", 2),
    planted("change-form", "pages: [", "page: [", 4, 'did you mean "pages"'),
    planted("change-twice", "id: older", "id: newer", 7, "line 1"),
    planted("change-order", "date: 2026-11-27", "date: 2026-11-29", 7),
    planted("change-order", "date: 2026-11-28", "date: 2926-11-28", 1, "has not come"),
    planted("change-page-missing", "steps/culture.md", "steps/cultur.md", 1, "steps/culture.md"),
    reviewed("change-page-missing", "faq.md", "fag.md", f"{REVIEWS}:4", "faq.md"),
    reviewed("review-missing", "faq.md: 2026-11-28\n", "", "docs/sv/faq.md:1", "no review"),
    reviewed("review-missing", "faq.md: 2026-11-28", "faq.md: 2926-11-28", f"{REVIEWS}:4", "has not come"),
    reviewed("data-unreadable", "faq.md: 2026-11-28", "faq.md: soon", f"{REVIEWS}:4"),
]
