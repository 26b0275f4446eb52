"""The command that begins something new: files, nav and ids in every language, and a list of all that is left."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import guides
from claims_guides import ledger
from figure_guides import FILE, GRID, showing
from guide.checks.findings import Finding
from guide.checks.running import check_sources
from guide.commands.main import main
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guides import Edits

_TITLES = ("--title", "sv=Kiruna", "--title", "en=Kiruna Town")


def _guide(folder: Path, edits: Edits | None = None) -> Path:
    return guides.write(folder, guides.WHOLE, edits or {})


def _run(root: Path, *arguments: str) -> int:
    return main([*arguments, "--config", str(root / "mkdocs.yml")])


def _found(root: Path) -> list[Finding]:
    return check_sources(read_guide(load_settings(root / "mkdocs.yml")))


def _left(root: Path) -> dict[str, int]:
    """Count the places of each file that are still to be written; nothing else may be found in a file with such."""
    counted: dict[str, int] = {}
    for finding in _found(root):
        assert finding.id in {"leftover-todo", "page-orphan"}, finding
        counted[finding.position.path] = counted.get(finding.position.path, 0) + (finding.id == "leftover-todo")
    return counted


def test_a_case_has_files_nav_address_and_headings_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _guide(tmp_path)
    assert _run(root, "new", "case", "kiruna", *_TITLES) == 0
    told = capsys.readouterr().out
    swedish, english = ((root / f"docs/{code}/cases/kiruna.md").read_text("utf-8") for code in ("sv", "en"))
    assert "slug: exempel/kiruna\n" in swedish
    assert "slug: cases/kiruna-town\n" in english
    assert "## Vad som påstås, och av vem {#what-is-claimed}" in swedish
    assert "## What is claimed, and by whom {#what-is-claimed}" in english
    nav = (root / "mkdocs.yml").read_text("utf-8")
    assert nav.count("            - cases/sundsvall.md\n            - cases/kiruna.md\n") == 2
    left = _left(root)
    assert sum(left.values()) == swedish.count("TODO:") + english.count("TODO:") == 36
    assert "Left to do (38;" in told  # and that no page links to them


def test_nothing_that_is_left_passes_and_what_is_written_does(tmp_path: Path) -> None:
    """Each place is named by itself: with all but one written, that one is the only finding."""
    root = _guide(tmp_path)
    assert _run(root, "new", "question", "faq.md#why-now", "--title", "sv=Varför nu?", "--title", "en=Why now?") == 0
    assert _left(root) == {"docs/sv/faq.md": 5, "docs/en/faq.md": 5}
    written = {
        "sv": (
            "så | varför just nu | varför i dag | tid för tillit",
            "Det går.",
            "Det är dags.",
            "[Stegen](steps/index.md)",
        ),
        "en": (
            "so | why just now | why today | time for trust",
            "It can be done.",
            "It is time.",
            "[The steps](steps/index.md)",
        ),
    }
    for code, (also, short, long, more) in written.items():
        file = root / f"docs/{code}/faq.md"
        text = file.read_text("utf-8")
        for new in (also, "staff", short, long):
            text = re.sub(r"TODO: .*?(?= -->|\n)", new, text, count=1)
        file.write_text(text, "utf-8")
        last = [finding for finding in _found(root) if finding.position.path == f"docs/{code}/faq.md"]
        assert [finding.message for finding in last] == ["still to be written: one to 4 links to pages"]
        file.write_text(re.sub(r"TODO: .*", more, text), "utf-8")
    assert _found(root) == []


def test_a_page_is_of_the_type_of_those_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _guide(tmp_path)
    assert _run(root, "new", "page", "steps/open-door.md") == 0
    text = (root / "docs/sv/steps/open-door.md").read_text("utf-8")
    assert "type: step\n" in text
    assert 'slug: "TODO: the address, steg/' in text
    assert "guide same steps/open-door.md" in capsys.readouterr().out
    assert set(_left(root)) == {"docs/sv/steps/open-door.md", "docs/en/steps/open-door.md"}


def test_a_source_comes_in_its_place_with_a_claim_and_then_another(tmp_path: Path) -> None:
    root = _guide(tmp_path, ledger())
    assert _run(root, "new", "source", "riksrevisionen-2024#fewer-forms") == 0
    entries = json.loads((root / "data/bibliography.json").read_text("utf-8"))
    assert [entry["id"] for entry in entries] == ["riksrevisionen-2024", "sou-2018-47"]
    left = _left(root)
    assert set(left) == {"data/bibliography.json", "data/claims/riksrevisionen-2024.yml"}
    assert left["data/bibliography.json"] == json.dumps(entries).count("TODO:")
    assert _run(root, "new", "source", "sou-2018-47#trust-later") == 0
    claims = (root / "data/claims/sou-2018-47.yml").read_text("utf-8")
    assert claims.index("trust-first:") < claims.index("trust-later:")
    assert len(json.loads((root / "data/bibliography.json").read_text("utf-8"))) == 2
    assert _left(root)["data/claims/sou-2018-47.yml"] == claims.count("TODO:")


def test_a_guide_without_a_ledger_of_claims_has_sources_alone(tmp_path: Path) -> None:
    root = _guide(tmp_path)
    assert _run(root, "new", "source", "riksrevisionen-2024") == 0
    assert set(_left(root)) == {"data/bibliography.json"}


def test_a_term_and_a_figure_say_nothing_until_they_are_written(tmp_path: Path) -> None:
    root = _guide(tmp_path, showing(GRID))
    assert _run(root, "new", "term", "calm", "--title", "sv=lugn") == 0
    assert (root / "data/glossary.yml").read_text("utf-8").count("TODO:") == 7
    assert _run(root, "new", "figure", "calm", "--like", "fields") == 0
    figure = (root / "data/figures/calm.yml").read_text("utf-8")
    assert figure.startswith("kind: grid\naccent:\n  - 2\n")
    for word in ("Blind", "Fyra", "trust", "culture"):
        assert word not in figure
    ids = [finding.id for finding in _found(root) if finding.position.path.startswith("data/")]
    assert set(ids) == {"leftover-todo", "figure-unused"}
    assert ids.count("leftover-todo") == 7 + figure.count("TODO:")
    assert FILE != "data/figures/calm.yml"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("page", "steps/Öppen dörr"), "steps/oppen-dorr.md"),
        (("page", "steps/culture.md"), "already"),
        (("page", "steps/x", "--type", "stepp"), 'did you mean "step"?'),
        (("page", "steps/x", "--title", "Kiruna"), '--title sv="The title"'),
        (("question", "faq.md"), "faq.md#why-now"),
        (("question", "faq.md#what-is-trust"), "already"),
        (("source", "sou-2018-47"), "already"),
        (("source", "SOU 2018"), "cannot be the name"),
        (("term", "trust"), "already"),
        (("figure", "calm"), "there is none yet"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(
    arguments: tuple[str, ...], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _guide(tmp_path)
    assert _run(root, "new", *arguments) == 2
    assert says in capsys.readouterr().err
    assert sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()) == sorted(
        guides.WHOLE
    )
