"""Every page and style sheet as the Nu HTML checker sees it: no error at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.tools.validator import ValidatorNotFoundError, faults_in, find_validator

ROOT = Path(__file__).parents[2]
SOURCES = [ROOT / "docs" / "assets" / "css", ROOT / "scripts" / "guide"]
"""Where style sheets are written; the site's are made of some of them, and packages, PDFs and the server of others."""


@pytest.fixture(scope="module", autouse=True)
def _checker() -> None:
    try:
        find_validator(ROOT)
    except ValidatorNotFoundError as missing:
        pytest.skip(str(missing))


def test_every_page_and_style_sheet_is_valid(site_dir: Path) -> None:
    pages = [file.relative_to(site_dir).as_posix() for file in site_dir.rglob("*.html")]
    for kind in ("404.html", "en/", "l/", "l/en/", "b/sv/", "b/en/", "vanliga-fragor/"):
        assert any(page.startswith(kind) for page in pages), f"no page to look at: {kind}"
    assert [str(fault) for fault in faults_in([site_dir, *SOURCES], ROOT)] == []


PAGE = '<!doctype html><html lang="sv"><head><title>A page</title></head><body><h1>A page</h1>{}</body></html>'


PLANTED = {
    "a/b/index.html": (PAGE.format('<input type="checkbox" autocomplete="off">'), "“autocomplete”"),
    "a/index.html": (PAGE.format('<table role="table"><tr role="row"><td role="cell">1</table>'), "“td”"),
    "404.html": (PAGE.format('<label tabindex="">A</label>'), "“tabindex”"),
    "assets/css/a.css": ("p { colour: red; }", "colour"),
    "assets/css/b.css": ("::highlight(a){color:red}\np { color: red; }}\nb { color: red; }", "Parse Error"),
}


def test_planted_faults_are_found(tmp_path: Path) -> None:
    """All of them in one run: most of its time goes to starting Java."""
    for name, (text, _) in {"good.html": (PAGE.format(""), ""), **PLANTED}.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    faults = faults_in([tmp_path], ROOT)
    assert {fault.file for fault in faults} == {(tmp_path / name).resolve() for name in PLANTED}
    for name, (_, what) in PLANTED.items():
        said = [fault.what for fault in faults if fault.file == (tmp_path / name).resolve()]
        assert any(what in each for each in said), (name, said)
