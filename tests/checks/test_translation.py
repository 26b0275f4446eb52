"""Languages that do not say the same, each with a twin in which they do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guide.language.translations import marked
from guides import MKDOCS, STEPS_EN, STEPS_SV, Edits, Fault, assert_found, assert_silent, findings, read

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
        "docs/en/steps/culture.md:12",
        "sou-2018-47",
    ),
    Fault(
        "translation-citations",
        {"docs/en/steps/culture.md": ("take on more.[^sou-2018-47]", "take.[^sou-2018-47] More.[^sou-2018-47]")},
        {"docs/en/steps/culture.md": ("take on more.[^sou-2018-47]", "take[^sou-2018-47] on more.")},
        "docs/en/steps/culture.md:12",
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
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_planted_fault_is_found(fault: Fault, tmp_path: Path) -> None:
    assert_found(fault, findings, tmp_path)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_clean_twin_is_silent(fault: Fault, tmp_path: Path) -> None:
    assert_silent(fault, findings, tmp_path)


def _marked(folder: Path, edits: Edits) -> str:
    """Records in which every page, as edited, is marked as up to date."""
    guide = read(folder, edits)
    return json.dumps(marked(guide, guide.paths))


def _ids(folder: Path, edits: Edits) -> list[tuple[str, str, int]]:
    return [(each.id, each.position.path, each.position.line) for each in findings(folder, edits)]


def test_marked_translations_are_silent_however_their_lines_are_broken(tmp_path: Path) -> None:
    records = _marked(tmp_path / "a", {})
    edits: Edits = {
        "data/translations.json": records,
        "docs/sv/steps/index.md": ("Stegen bygger på varandra.", "Stegen bygger\npå   varandra."),
    }
    assert _ids(tmp_path / "b", edits) == []


def test_a_changed_original_makes_its_translation_stale_in_that_section_only(tmp_path: Path) -> None:
    edits: Edits = {
        "data/translations.json": _marked(tmp_path / "a", {}),
        "docs/sv/steps/index.md": ("Stegen bygger på varandra.", "Stegen bygger inte på varandra."),
    }
    assert _ids(tmp_path / "b", edits) == [("translation-stale", "docs/en/steps/index.md", 12)]


def test_a_changed_title_makes_the_top_of_the_page_stale(tmp_path: Path) -> None:
    edits: Edits = {
        "data/translations.json": _marked(tmp_path / "a", {}),
        "docs/sv/steps/index.md": ("title: Steg för steg", "title: Ett steg i taget"),
    }
    assert _ids(tmp_path / "b", edits) == [("translation-stale", "docs/en/steps/index.md", 7)]


def test_a_change_in_both_languages_or_in_the_translation_only_is_no_finding(tmp_path: Path) -> None:
    records = _marked(tmp_path / "a", {})
    translation: Edits = {"docs/en/steps/index.md": ("build on each other", "rest on each other")}
    original: Edits = {"docs/sv/steps/index.md": ("bygger på varandra", "vilar på varandra")}
    assert _ids(tmp_path / "b", {"data/translations.json": records, **translation}) == []
    assert _ids(tmp_path / "c", {"data/translations.json": records, **translation, **original}) == []


def test_marking_again_takes_the_finding_away(tmp_path: Path) -> None:
    original: Edits = {"docs/sv/steps/index.md": ("bygger på varandra", "vilar på varandra")}
    assert _ids(tmp_path / "b", {"data/translations.json": _marked(tmp_path / "a", original), **original}) == []


def test_a_page_or_section_without_a_record_is_found(tmp_path: Path) -> None:
    records = json.loads(_marked(tmp_path / "a", {}))
    del records["steps/index.md"]
    del records["faq.md"]["what-is-trust"]
    assert _ids(tmp_path / "b", {"data/translations.json": json.dumps(records)}) == [
        ("translation-unrecorded", "docs/en/faq.md", 16),
        ("translation-unrecorded", "docs/en/steps/index.md", 1),
    ]


def test_a_record_of_a_page_or_section_that_is_gone_is_found(tmp_path: Path) -> None:
    records = json.loads(_marked(tmp_path / "a", {}))
    records["steps/gone.md"] = records["steps/index.md"]
    records["faq.md"]["gone"] = records["faq.md"]["what-is-trust"]
    found = findings(tmp_path / "b", {"data/translations.json": json.dumps(records, indent=1)})
    assert {each.id for each in found} == {"translation-forgotten"}
    assert sorted(each.message for each in found) == [
        'docs/sv/faq.md has no section "gone"',
        'there is no page "steps/gone.md"',
    ]
