"""The command line: exit codes, formats, fixes, marking, and what it says when it cannot run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import guides
from guide.commands.main import main

BROKEN: guides.Edits = {"docs/sv/index.md": ("(faq.md)", "(fraga.md) [svaren](faq.md)")}


def _run(folder: Path, *arguments: str) -> int:
    return main([arguments[0], "--config", str(folder / "mkdocs.yml"), *arguments[1:]])


def test_a_clean_guide_gives_0_and_no_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guides.write(tmp_path, guides.WHOLE, {})
    assert _run(tmp_path, "check") == 0
    assert capsys.readouterr().out == ""


def test_findings_give_1_and_one_line_each_in_a_pipe(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guides.write(tmp_path, guides.WHOLE, BROKEN)
    assert _run(tmp_path, "check") == 1
    written = capsys.readouterr()
    assert written.out.startswith('docs/sv/index.md:9:55: link-missing-page link to "fraga.md": no such page')
    assert written.out.count("\n") == 1
    assert written.err == "1 finding in 1 file; CHECKS.md explains each id.\n"


@pytest.mark.parametrize("name", ["json", "sarif", "github"])
def test_a_report_can_be_written_to_a_file(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guides.write(tmp_path, guides.WHOLE, BROKEN)
    assert _run(tmp_path, "check", "--format", name, "--output", str(tmp_path / "report")) == 1
    assert capsys.readouterr().out == ""
    assert "link-missing-page" in (tmp_path / "report").read_text(encoding="utf-8")


def test_only_takes_known_ids(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guides.write(tmp_path, guides.WHOLE, BROKEN)
    assert _run(tmp_path, "check", "--only", "leftover-todo,word-twice") == 0
    assert _run(tmp_path, "check", "--only", "leftover-tood") == 2
    assert 'did you mean "leftover-todo"?' in capsys.readouterr().err


def _own_field(option: str) -> dict[str, str]:
    return {"mkdocs.yml": f"extra:\n  guide:\n    fields:\n      author: {{{option}}}", "docs/a.md": ""}


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "mkdocs.yml:1:1: cannot read it"),
        ({"mkdocs.yml": "site_name: [a"}, "mkdocs.yml:2:1: not valid YAML"),
        ({"mkdocs.yml": "- a"}, "mkdocs.yml:1:1: mkdocs.yml holds no settings"),
        ({"mkdocs.yml": "site_name: a\ndocs_dir: nowhere"}, "mkdocs.yml:2:1: the docs folder"),
        (
            {"mkdocs.yml": "site_name: a\nextra:\n  guide:\n    shema: guide", "docs/a.md": ""},
            'mkdocs.yml:4:5: no setting "shema"',
        ),
        (
            {"mkdocs.yml": "extra:\n  guide:\n    dta: d", "docs/a.md": ""},
            'mkdocs.yml:3:5: no setting "dta" — did you mean "data"?',
        ),
        ({"mkdocs.yml": "extra:\n  guide: yes", "docs/a.md": ""}, "mkdocs.yml:2:3: extra.guide must be a block"),
        (
            {"mkdocs.yml": "extra:\n  guide:\n    roles: sv", "docs/a.md": ""},
            "mkdocs.yml:3:5: extra.guide.roles",
        ),
        (
            {"mkdocs.yml": "extra:\n  guide:\n    page_types: 5", "docs/a.md": ""},
            "mkdocs.yml:3:5: extra.guide.page_types must be a mapping, not a number",
        ),
        (_own_field("kind: txt"), 'mkdocs.yml:4:16: extra.guide.fields.author.kind "txt" is not an allowed value'),
        (_own_field("pattern: slugg"), 'mkdocs.yml:4:16: extra.guide.fields.author.pattern "slugg" is not an'),
        (_own_field("unique: true"), "mkdocs.yml:4:16: extra.guide.fields.author.unique is not known"),
        (
            {"mkdocs.yml": "plugins:\n  - i18n:\n      docs_structure: suffix", "docs/a.md": ""},
            "mkdocs.yml:3:7: each language must have a folder of its own",
        ),
        (
            {"mkdocs.yml": "plugins:\n  - search\n  - i18m:\n      languages: [{locale: sv}]", "docs/a.md": ""},
            'mkdocs.yml:3:5: "i18m" is no plugin that knows languages — write i18n',
        ),
        (
            {"mkdocs.yml": "plugins:\n  i18m:\n    languages: [{locale: sv}]", "docs/a.md": ""},
            'mkdocs.yml:2:3: "i18m" is no plugin that knows languages — write i18n',
        ),
        ({"mkdocs.yml": "a: &a [*a]", "docs/a.md": ""}, "mkdocs.yml:1:"),
    ],
)
def test_what_cannot_run_says_where_and_gives_2(
    files: dict[str, str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guides.write(tmp_path, files, {})
    assert _run(tmp_path, "check") == 2
    written = capsys.readouterr()
    assert written.err.startswith(says) and " — " in written.err and written.err.count("\n") == 1


def test_a_missing_site_gives_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guides.write(tmp_path, guides.WHOLE, {})
    assert _run(tmp_path, "check", "--site", str(tmp_path / "site")) == 2
    assert capsys.readouterr().err.startswith("site: there is no built site — ")


def test_the_site_is_checked_with_the_sources(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = guides.read(tmp_path, {"data/redirects.yml": None})
    guides.write(tmp_path / "site", guides.built(guide), {"steg/index.html": (' alt=""', "")})
    assert _run(tmp_path, "check", "--site", str(tmp_path / "site")) == 1
    assert capsys.readouterr().out.startswith("site/steg/index.html:12:1: built-image-no-alt")


def test_fix_mends_what_is_safe_and_leaves_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start = guides.START_SV.replace("steps/culture.md#why", "steps/Culture.md#why").replace("\n\n", "\r\n\r\n")
    step = guides.STEP_SV.replace("först.[^", "först. [^").replace("ansvar.[^sou-2018-47]", "ansvar[^sou-2018-47].")
    edits: guides.Edits = {
        "docs/sv/index.md": b"\xef\xbb\xbf" + start.replace("ä", "a\u0308").encode(),
        "docs/sv/steps/culture.md": step,
        "docs/sv/steps/index.md": ("på varandra.", "på [varandra](http://www.regeringen.se/). TODO"),
        "docs/en/steps/index.md": ("each other.", "[each other](https://www.regeringen.se/)."),
    }
    guides.write(tmp_path, guides.WHOLE, edits)
    assert _run(tmp_path, "check", "--fix") == 1
    assert capsys.readouterr().out.count("\n") == 1
    assert (tmp_path / "docs/sv/index.md").read_text(encoding="utf-8") == guides.START_SV
    assert (tmp_path / "docs/sv/steps/culture.md").read_text(encoding="utf-8") == guides.STEP_SV
    assert "https://www.regeringen.se/" in (tmp_path / "docs/sv/steps/index.md").read_text(encoding="utf-8")


def test_fix_leaves_a_file_that_is_not_utf8_alone(tmp_path: Path) -> None:
    data = guides.START_SV.replace("\n", "\r\n").encode("latin-1", "replace")
    guides.write(tmp_path, guides.WHOLE, {"docs/sv/index.md": data})
    assert _run(tmp_path, "check", "--fix") == 1
    assert (tmp_path / "docs/sv/index.md").read_bytes() == data


def test_marking_a_page_writes_its_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guides.write(tmp_path, guides.WHOLE, {})
    assert _run(tmp_path, "mark-translated", "docs/sv/faq.md", "steps/index.md", "en/index.md") == 0
    records = json.loads((tmp_path / "data/translations.json").read_text(encoding="utf-8"))
    assert sorted(records) == ["faq.md", "index.md", "steps/index.md"]
    assert set(records["steps/index.md"]) == {"_page", "order"}
    assert _run(tmp_path, "mark-translated", "--all") == 0
    assert _run(tmp_path, "check") == 0
    (tmp_path / "docs/sv/steps/index.md").write_text(guides.STEPS_SV.replace("Stegen bygger", "Allt bygger"), "utf-8")
    capsys.readouterr()
    assert _run(tmp_path, "check") == 1
    assert "guide same steps/index.md" in capsys.readouterr().out


def test_marking_an_unknown_page_or_none_gives_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guides.write(tmp_path, guides.WHOLE, {})
    assert _run(tmp_path, "mark-translated", "steps/none.md") == 2
    assert _run(tmp_path, "mark-translated") == 2
    assert not (tmp_path / "data/translations.json").exists()


def test_the_catalogue_is_written_and_can_be_checked(tmp_path: Path) -> None:
    guides.write(tmp_path, guides.WHOLE, {})
    assert _run(tmp_path, "catalogue", "--check") == 1
    assert _run(tmp_path, "catalogue") == 0
    assert _run(tmp_path, "catalogue", "--check") == 0


def test_the_catalogue_in_the_repository_is_up_to_date() -> None:
    assert main(["catalogue", "--check", "--config", str(Path(__file__).parents[2] / "mkdocs.yml")]) == 0
