"""Faults in citations, footnotes and the bibliography, each with a twin that is right."""

from __future__ import annotations

from guides import STEP_EN, STEP_SV, Edits, Fault

# A guide without a bibliography has footnotes of its own.
_WITHOUT: Edits = {
    "data/bibliography.json": None,
    "data/glossary.yml": ("  source: sou-2018-47\n", ""),
    "docs/sv/index.md": ("#source-sou-2018-47", ""),
    "docs/en/index.md": ("#source-sou-2018-47", ""),
    "docs/sv/steps/culture.md": STEP_SV.replace("[^sou-2018-47]", ""),
    "docs/en/steps/culture.md": STEP_EN.replace("[^sou-2018-47]", ""),
}
_EN: Edits = {"docs/en/steps/index.md": ("other.", "other.[^1]\n\n[^1]: Note.")}

FAULTS = [
    Fault(
        "citation-unknown",
        {"docs/sv/steps/culture.md": ("först.[^sou-2018-47]", "först.[^sou-2018-74]")},
        {"docs/sv/steps/culture.md": ("först.[^sou-2018-47]", "först![^sou-2018-47]")},
        "docs/sv/steps/culture.md:10:41",
        'did you mean "sou-2018-47"',
    ),
    Fault(
        "citation-defined",
        {"docs/sv/steps/culture.md": ("Se [otydliga", "[^sou-2018-47]: Statens utredning.\n\nSe [otydliga")},
        {"docs/sv/steps/culture.md": ("Se [otydliga", "`[^sou-2018-47]: Statens utredning.`\n\nSe [otydliga")},
        "docs/sv/steps/culture.md:43",
    ),
    Fault(
        "citation-space",
        {"docs/sv/steps/culture.md": ("först.[^", "först. [^")},
        {"docs/sv/steps/culture.md": ("först.[^", "(först).[^")},
        "docs/sv/steps/culture.md:10",
    ),
    Fault(
        "citation-space",
        {"docs/sv/steps/culture.md": ("först.[^sou-2018-47]", "först[^sou-2018-47].")},
        {"docs/sv/steps/culture.md": ("chefer visar", "chefer,[^sou-2018-47] kanske, visar")}
        | {"docs/en/steps/culture.md": ("managers show", "managers,[^sou-2018-47] perhaps, show")},
        "docs/sv/steps/culture.md:10",
    ),
    Fault(
        "citation-unused",
        {"data/bibliography.json": ("[\n", '[\n{"id": "new-2020", "type": "book", "title": "Ny"},\n')},
        {
            "data/bibliography.json": ("[\n", '[\n{"id": "new-2020", "type": "book", "title": "Ny"},\n'),
            "docs/sv/index.md": ("#source-sou-2018-47", "#source-new-2020"),
        },
        "data/bibliography.json:2",
    ),
    Fault(
        "footnote-undefined",
        {**_WITHOUT, "docs/sv/steps/index.md": ("varandra.", "varandra.[^1]\n\n[^2]: Not."), **_EN},
        {**_WITHOUT, "docs/sv/steps/index.md": ("varandra.", "varandra.[^1]\n\n[^1]: Not."), **_EN},
        "docs/sv/steps/index.md:14",
    ),
    Fault(
        "footnote-unused",
        {**_WITHOUT, "docs/sv/steps/index.md": ("varandra.", "varandra.[^1]\n\n[^1]: Not.\n\n[^2]: Not."), **_EN},
        {**_WITHOUT, "docs/sv/steps/index.md": ("varandra.", "varandra.[^1]\n\n[^1]: Not.\n\n    Mer."), **_EN},
        "docs/sv/steps/index.md:18",
    ),
]
