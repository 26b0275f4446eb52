"""Faults in the discussion guide, each with a twin that is right."""

from __future__ import annotations

from guides import DISCUSSION, Fault

FILE = "data/tools/discussion.yml"


def planted(identity: str, old: str, new: str, line: int, says: str = "") -> Fault:
    assert old in DISCUSSION
    return Fault(identity, {FILE: DISCUSSION.replace(old, new, 1)}, {FILE: DISCUSSION}, f"{FILE}:{line}", says)


FAULTS = [
    planted("discussion-form", "id: leads", "id: He leads", 2, "kebab-case"),
    planted("discussion-form", "say: Säg <b>., ", "", 12, "say"),
    planted("discussion-form", ", en: {name: Leads, text: Lead.}", "", 2, "in en"),
    planted("discussion-form", "en: {name: Leads", "no: {name: Leads", 2, "in en"),
    planted("discussion-form", "part: open,", "part: opne,", 8, 'did you mean "open"'),
    planted("discussion-form", "[Hur?, Vad?]", "[Hur?]", 12, "1 questions in sv"),
    planted("discussion-form", "minutes: 60\n", "minutes: 50\n", 1, "no agenda of 60"),
    planted("discussion-form", "adds: decision", "adds: decisions", 6, "decision"),
    planted("discussion-twice", "id: end", "id: open", 6, "line 4"),
    planted("discussion-minutes", "minutes: 55,", "minutes: 54,", 8, "take 59"),
    planted("discussion-link", "[pitfalls/vague.md]", "[pitfalls/vage.md]", 12, "pitfalls/vague.md"),
    planted("discussion-link", "steps/culture.md#why", "steps/culture.md#whi", 12, 'did you mean "why"'),
    Fault(
        "discussion-reading",
        {FILE: DISCUSSION, "docs/sv/pitfalls/vague.md": ("\n## ", f"\n{'Ett ord till. ' * 700}\n\n## ")},
        {FILE: DISCUSSION, "docs/sv/pitfalls/vague.md": ("\n## ", f"\n{'Ett ord till. ' * 30}\n\n## ")},
        f"{FILE}:12",
        "in sv",
    ),
    Fault("discussion-form", {FILE: "- roles: []\n"}, {FILE: DISCUSSION}, f"{FILE}:1", "the discussion guide"),
]
