"""Words that the guide does not use, each with a twin that is right."""

from __future__ import annotations

from guides import ASSESSMENT, Edits, Fault

FILE = "data/words-to-avoid.yml"
LIST = """\
sv:
  - avoid: [längst ut]
    write: närmast invånaren
  - {avoid: [läge], write: situation, not-in: [läge för samtal]}
en:
  - avoid: [betwixt]
    write: between
"""
START = "docs/sv/index.md"
LEAD = "Här börjar du."


def _written(text: str, language: str = "sv") -> Edits:
    lead = {"sv": LEAD, "en": "This is where you start."}[language]
    return {FILE: LIST, f"docs/{language}/index.md": (lead, f"{lead} {text}")}


FAULTS = [
    Fault(
        "word-to-avoid",
        _written("De som arbetar Längst ut vet."),
        _written("Hon sade ”de längst ut” och ”längst uti Åmål”."),
        f"{START}:9",
        "närmast invånaren",
    ),
    Fault("word-to-avoid", _written("Ett läge är svårt."), _written("Nu är det läge för samtal."), f"{START}:9"),
    Fault(
        "word-to-avoid",
        _written("It stands betwixt two laws.", "en"),
        _written("The betwixter is a game.", "en"),
        "docs/en/index.md:9",
    ),
    Fault(
        "word-to-avoid",
        {FILE: LIST, "data/tools/assessment.yml": ASSESSMENT.replace("We ask", "We stand betwixt")},
        {FILE: LIST, "data/tools/assessment.yml": ASSESSMENT.replace("We ask", "The betwixter asks")},
        "data/tools/assessment.yml:12",
        "between",
    ),
    Fault("data-unreadable", {FILE: LIST.replace("write: närm", "writ: närm")}, {FILE: LIST}, f"{FILE}:3", "writ"),
    Fault("data-unreadable", {FILE: "sv: längst ut\n"}, {FILE: LIST}, f"{FILE}:1", "list of words"),
]
