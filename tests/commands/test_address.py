"""Without an address nothing is made that carries it away; and SITE_DIR is where the site is."""

from __future__ import annotations

from pathlib import Path

import pytest

import guides
from guide.commands import build
from guide.commands.main import main

LOCAL = "http://localhost:8000/"


def guide_at(folder: Path, address: str) -> str:
    edit = ("site_url: https://guide.example/\n", f"site_url: {address}\n" if address else "")
    return str(guides.write(folder, guides.WHOLE, {"mkdocs.yml": edit}) / "mkdocs.yml")


@pytest.mark.parametrize("address", ["", LOCAL])
@pytest.mark.parametrize("command", ["address", "release", "pdf", "packages"])
def test_what_carries_the_address_away_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, address: str
) -> None:
    config = guide_at(tmp_path, address)
    before = sorted(tmp_path.rglob("*"))
    assert main([command, "--config", config]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("SITE_URL is not set to an address that others can reach")
    assert said.err.count("\n") == 1 and "SITE_URL=https://" in said.err
    assert sorted(tmp_path.rglob("*")) == before


def test_the_address_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["address", "--config", guide_at(tmp_path, "https://guide.example/")]) == 0
    assert capsys.readouterr().out == "https://guide.example/\n"


@pytest.mark.parametrize(("named", "expected"), [("", "site"), ("public/tillit", "public/tillit")])
def test_the_site_is_built_where_site_dir_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, expected: str
) -> None:
    if named:
        monkeypatch.setenv("SITE_DIR", named)
    asked: list[Path] = []
    monkeypatch.setattr(build, "build_site", lambda _config, site_dir: asked.append(site_dir) or 0)
    edit = ("docs_dir: docs\n", "docs_dir: docs\nsite_dir: !ENV [SITE_DIR, site]\n")
    guides.write(tmp_path, guides.WHOLE, {"mkdocs.yml": edit})
    assert main(["build", "--config", str(tmp_path / "mkdocs.yml")]) == 0
    assert asked == [(tmp_path / expected).resolve()]
