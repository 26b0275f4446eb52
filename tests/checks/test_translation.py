"""Which translations are up to date, as their records tell."""

from __future__ import annotations

import json
from pathlib import Path

from guide.language.translations import marked
from guides import Edits, findings, read


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
        "docs/sv/steps/index.md": ("Stegen bygger på varandra.", "Stegen bygger\n   på varandra."),
    }
    assert _ids(tmp_path / "b", edits) == []


def test_a_changed_original_makes_its_translation_stale_in_that_section_only(tmp_path: Path) -> None:
    edits: Edits = {
        "data/translations.json": _marked(tmp_path / "a", {}),
        "docs/sv/steps/index.md": ("Stegen bygger på varandra.", "Stegen bygger alltid på varandra."),
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


def test_what_stands_in_a_catalogue_keeps_its_name(tmp_path: Path) -> None:
    for name, found in (("Ledningssystem för kvalitet i hela vården", 1), ("ISO 9001 Ledningssystem för vården", 0)):
        edits: Edits = {
            "docs/sv/steps/index.md": ("Stegen bygger på varandra.", f"{name}."),
            "docs/en/steps/index.md": ("The steps build on each other.", f"{name}."),
        }
        assert len(findings(tmp_path / str(found), edits, ["untranslated-sentence"])) == found


def test_who_somebody_is_and_where_to_write_is_the_same_in_every_language(tmp_path: Path) -> None:
    for text, found in (("De lyssnar mer på varandra", 1), ("Frågor: registrator@exempelby.se", 0)):
        edits: Edits = {
            "docs/sv/steps/index.md": ("Stegen bygger på varandra.", f"Stegen bygger på varandra. {text}."),
            "docs/en/steps/index.md": ("The steps build on each other.", f"The steps build on each other. {text}."),
        }
        assert len(findings(tmp_path / str(found), edits, ["left-untranslated"])) == found
