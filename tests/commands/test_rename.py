"""The command that calls a page otherwise: all that names it follows, and the guide stays without findings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import guides
from claims_guides import ledger
from figure_guides import GRID, showing
from guide.commands.main import main
from guides import Edits

_LEDGER = json.dumps(
    {
        "/steg/tillitskultur/": {"language": "sv", "page": "steps/culture.md", "anchors": ["why"]},
        "/en/steps/culture-of-trust/": {"language": "en", "page": "steps/culture.md", "anchors": ["why"]},
    }
)
_PICTURE = "![Ram 1](../../assets/logo.svg)\n\n"
_SIGNS = {"sv": "Tecken", "en": "Signs"}


def _guide(folder: Path, edits: Edits | None = None) -> Path:
    root = guides.write(folder, guides.WHOLE, {"data/quizzes.yml": guides.QUIZZES, **(edits or {})})
    assert _run(root, "mark-translated", "--all") == 0
    assert _run(root, "check") == 0
    return root


def _run(root: Path, *arguments: str) -> int:
    return main([*arguments, "--config", str(root / "mkdocs.yml")])


def _texts(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


def test_links_nav_data_and_records_follow_a_new_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _guide(tmp_path, {**ledger(), **showing(GRID), "data/addresses.json": _LEDGER})
    capsys.readouterr()
    assert _run(root, "rename", "steps/culture.md", "pitfalls/trust.md") == 0
    told = capsys.readouterr().out
    assert "steps/culture.md is pitfalls/trust.md now" in told
    assert "redirect" not in told
    texts = _texts(root)
    assert [path for path, text in texts.items() if "culture.md" in text] == ["data/addresses.json"]
    assert "[otydliga gränser](vague.md#discuss)" in texts["docs/sv/pitfalls/trust.md"]
    assert "[a culture of trust](../pitfalls/trust.md)" in texts["docs/en/steps/index.md"]
    assert "to: [pitfalls/trust.md#why]" in texts["data/figures/fields.yml"]
    assert texts["mkdocs.yml"].count("- pitfalls/trust.md\n") == 2


def test_a_published_address_that_is_left_leads_on_and_back_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _guide(tmp_path, {"data/addresses.json": _LEDGER})
    before = _texts(root)
    assert _run(root, "rename", "steps/culture.md", "steps/trust.md", "--slug", "sv=steg/tillit") == 0
    assert "redirect /steg/tillitskultur/ → /steg/tillit/" in capsys.readouterr().out
    redirects = (root / "data/redirects.yml").read_text("utf-8")
    assert "- {from: /steg/gammalt/, to: /steg/tillit/}" in redirects
    assert redirects.endswith("- {from: /steg/tillitskultur/, to: /steg/tillit/}\n")
    assert _run(root, "rename", "steps/trust.md", "steps/culture.md", "--slug", "sv=steg/tillitskultur") == 0
    after = _texts(root)
    assert "was never published" in capsys.readouterr().out
    assert {path for path in before if before[path] != after[path]} == set()


def test_what_was_not_marked_before_is_not_marked_after(tmp_path: Path) -> None:
    root = _guide(tmp_path)
    page = root / "docs/sv/steps/index.md"
    page.write_text(page.read_text("utf-8").replace("Börja med", "Börja alltid med"), "utf-8")
    assert _run(root, "check") == 1
    assert _run(root, "rename", "steps/culture.md", "steps/trust.md") == 1
    assert _run(root, "same", "steps/index.md") == 0
    assert _run(root, "check") == 0


def test_the_way_to_a_picture_is_written_anew_and_other_files_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pictures = {
        f"docs/{code}/steps/culture.md": (f"## {word}", f"{_PICTURE}## {word}") for code, word in _SIGNS.items()
    }
    root = _guide(tmp_path, {**pictures, "README.md": "See docs/sv/steps/culture.md.\n"})
    assert _run(root, "rename", "docs/sv/steps/culture.md", "culture.md") == 0
    assert "](../assets/logo.svg)" in (root / "docs/sv/culture.md").read_text("utf-8")
    assert "README.md:1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("steps/none.md", "steps/x.md"), 'no page "steps/none.md"'),
        (("steps/culture.md",), "say what is to change"),
        (("steps/culture.md", "steps/Ny sida.md"), "write it like steps/ny-sida.md"),
        (("steps/culture.md", "pitfalls/vague.md"), "already"),
        (("steps/culture.md", "--slug", "sv=Steg/Å"), "--slug sv=steg/a"),
        (("steps/culture.md", "--slug", "no=steg/x"), "no address of the page"),
        (("steps/culture.md", "--slug", "sv=fallgropar/otydliga-granser"), "the address of docs/sv/pitfalls/vague.md"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(
    arguments: tuple[str, ...], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = guides.write(tmp_path, guides.WHOLE, {})
    before = _texts(root)
    assert _run(root, "rename", *arguments) == 2
    assert says in capsys.readouterr().err
    assert _texts(root) == before
