"""Languages that do not say the same, each with a twin in which they do."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from guide.language.translations import Records, marked
from guides import MKDOCS, STEPS_EN, STEPS_SV, Fault, read

_RECORDS = "data/translations.json"


def _up_to_date() -> Records:
    """Records in which every page is marked as up to date."""
    with tempfile.TemporaryDirectory() as folder:
        guide = read(Path(folder))
        return marked(guide, guide.paths)


def _written(records: Records) -> str:
    return json.dumps(records, indent=1)


_MARKED = _up_to_date()
_WITHOUT = {path: record for path, record in _MARKED.items() if path != "steps/index.md"}

_NEW_SV = (
    STEPS_SV.replace("slug: steg", "slug: ny").replace("Steg för steg", "Något nytt").replace("Stegen tar", "Nytt tar")
)
_NEW_EN = (
    STEPS_EN.replace("slug: steps", "slug: new").replace("Step by step", "New").replace("The steps take", "New takes")
)
_NEW_REST = {
    "docs/sv/steps/index.md": ("på varandra.", "på [något nytt](ny.md)."),
    "docs/en/steps/index.md": ("each other.", "[something new](ny.md)."),
    "mkdocs.yml": MKDOCS.replace("steps/culture.md", "steps/culture.md\n                - steps/ny.md"),
}

FAULTS = [
    Fault(
        "page-one-language",
        {"docs/en/steps/index.md": None},
        {"docs/sv/steps/ny.md": _NEW_SV, "docs/en/steps/ny.md": _NEW_EN, **_NEW_REST},
        "docs/sv/steps/index.md:1",
        "docs/en/steps/index.md",
    ),
    Fault(
        "translation-headings",
        {"docs/en/steps/index.md": ("#order", "#ordering")},
        {"docs/en/steps/index.md": ("## Order {", "## The order of steps {")},
        "docs/en/steps/index.md:8",
        "docs/sv/steps/index.md:12",
    ),
    Fault(
        "translation-headings",
        {
            "docs/sv/steps/index.md": ("på varandra.", "på varandra.\n\n## Ett {#one}\n\nA.\n\n## Två {#two}\n\nB."),
            "docs/en/steps/index.md": ("each other.", "each other.\n\n## Two {#two}\n\nB.\n\n## One {#one}\n\nA."),
        },
        {
            "docs/sv/steps/index.md": ("på varandra.", "på varandra.\n\n## Ett {#one}\n\nA.\n\n## Två {#two}\n\nB."),
            "docs/en/steps/index.md": ("each other.", "each other.\n\n## One {#one}\n\nA.\n\n## Two {#two}\n\nB."),
        },
        "docs/en/steps/index.md:16",
    ),
    Fault(
        "translation-headings",
        {
            "docs/sv/steps/index.md": ("på varandra.", "på varandra.\n\n## Ett {#one}\n\nA."),
            "docs/en/steps/index.md": ("each other.", "each other.\n\n### One {#one}\n\nA."),
        },
        {
            "docs/sv/steps/index.md": ("på varandra.", "på varandra.\n\n### Ett {#one}\n\nA."),
            "docs/en/steps/index.md": ("each other.", "each other.\n\n### One {#one}\n\nA."),
        },
        "docs/en/steps/index.md:16",
        "level 3",
    ),
    Fault(
        "translation-ids",
        {"docs/en/pitfalls/vague.md": ('<figure class="fig">', '<figure class="fig" id="frames">')},
        {
            "docs/en/pitfalls/vague.md": ('<figure class="fig">', '<figure class="fig" id="frames">'),
            "docs/sv/pitfalls/vague.md": ('<figure class="fig">', '<figure class="fig" id="frames">'),
        },
        "docs/en/pitfalls/vague.md:21",
    ),
    Fault(
        "translation-tables",
        {"docs/en/steps/culture.md": ("| Manager | Listen |\n", "| Manager | Listen |\n| HR | Listen |\n")},
        {"docs/en/steps/culture.md": ("| Manager | Listen |\n", "| Managers | Listen twice |\n")},
        "docs/en/steps/culture.md:23",
        "3 × 2",
    ),
    Fault(
        "translation-citations",
        {"docs/en/steps/culture.md": ("take on more.[^sou-2018-47]", "take on more.")},
        {"docs/en/steps/culture.md": ("take on more.[^sou-2018-47]", "take.[^sou-2018-47] More.[^sou-2018-47]")}
        | {"docs/sv/steps/culture.md": ("större ansvar.[^sou-2018-47]", "ansvar.[^sou-2018-47] Mer.[^sou-2018-47]")},
        "docs/en/steps/culture.md:45",
        'section "why" lacks the citation of sou-2018-47, which docs/sv/steps/culture.md has',
    ),
    Fault(
        "translation-citations",
        {"docs/en/steps/culture.md": ("take on more.[^sou-2018-47]", "take.[^sou-2018-47] More.[^sou-2018-47]")},
        {"docs/en/steps/culture.md": ("take on more.[^sou-2018-47]", "take[^sou-2018-47] on more.")},
        "docs/en/steps/culture.md:45",
        "sou-2018-47 once more",
    ),
    Fault(
        "translation-questions",
        {"docs/en/faq.md": ("#how-to-begin", "#how-to-start")},
        {"docs/en/faq.md": ("How do we begin?", "How do we start then?")},
        "docs/en/faq.md:26",
    ),
    Fault(
        "translation-questions",
        {"docs/en/faq.md": ("roles: staff, hr", "roles: staff")},
        {"docs/en/faq.md": ("roles: staff, hr", "roles: hr, staff")},
        "docs/en/faq.md:18",
        "roles",
    ),
    Fault(
        "translation-front-matter",
        {"docs/en/cases/sundsvall.md": ("size: large", "size: medium")},
        {"docs/en/cases/sundsvall.md": ("organisation: City of Sundsvall", "organisation: Sundsvall")},
        "docs/en/cases/sundsvall.md:13",
        '"case.size"',
    ),
    Fault(
        "translation-stale",
        {_RECORDS: _written(_MARKED), "docs/sv/steps/index.md": ("bygger på varandra", "bygger inte på varandra")},
        {_RECORDS: _written(_MARKED), "docs/sv/steps/index.md": ("bygger på varandra", "bygger\n  på varandra")},
        "docs/en/steps/index.md:12",
        'section "order" is older than docs/sv/steps/index.md:12',
    ),
    Fault(
        "translation-unrecorded",
        {_RECORDS: _written(_WITHOUT)},
        {_RECORDS: _written(_MARKED)},
        "docs/en/steps/index.md:1",
        "guide same steps/index.md",
    ),
    Fault(
        "translation-forgotten",
        {_RECORDS: _written({"steps/gone.md": _MARKED["steps/index.md"], **_MARKED})},
        {_RECORDS: _written({"steps/index.md": _MARKED["steps/index.md"], **_MARKED})},
        f"{_RECORDS}:2",
        'no page "steps/gone.md"',
    ),
]
