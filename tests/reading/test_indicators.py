"""Indicators as data: read with the place of every line, and put into pages before they are read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.place import Position
from guide.pages.page import page_markdown
from guide.reading.expanding import expand
from guide.reading.indicators import read_indicators
from guide.reading.page import PageReader
from guides import read
from indicator_guides import DATA, FILE, PAGE, PAGES, with_data


@pytest.fixture
def little(tmp_path: Path) -> Guide:
    return read(tmp_path, with_data())


def swedish(guide: Guide) -> Page:
    return guide.page_by_key["sv", PAGE]


def test_odd_yaml_is_no_crash() -> None:
    odd = (
        "- 3\n",
        "- {id: 3, sv: 4}\n",
        "- {sv: {name: [1], 2: x}}\n",
        "",
        "# nothing\n",
        "- [\n",
        "- sv: {name: ''}\n",
    )
    for text in odd:
        found, problems = read_indicators(text, FILE)
        assert found or problems or text in ("", "# nothing\n")
        expand(["<!-- guide:indicators-table -->", "<!-- guide:indicators -->"], "a.md", "sv", found)


@pytest.mark.parametrize(
    ("written", "line", "column"),
    [
        (">-\n        First words\n        and a slip here", 3, 15),
        ("|-\n        First words\n        and a slip here", 3, 15),
        (">-  # allow: spelling — a name\n        First words\n        and a slip here", 3, 15),
        ("First words\n        and a slip here", 2, 15),
        ('"First words\n        and a slip here"', 2, 15),
        ("'First words and a slip here'", 1, 30),
        ("First words and a slip here", 1, 29),
    ],
)
def test_a_word_is_placed_in_the_line_that_it_is_written_in(written: str, line: int, column: int) -> None:
    (indicator,), problems = read_indicators(f"- sv:\n    name: {written}\n", FILE)
    assert not problems
    page = expand(["<!-- guide:indicators -->"], "a.md", "sv", [indicator])
    at = page.at(0, page.lines[0].index("slip"))
    assert at == Position(FILE, line + 1, column)


def test_the_page_is_what_a_writer_would_have_written(little: Guide) -> None:
    page = swedish(little)
    written = PAGES[f"docs/sv/{PAGE}"]
    assert isinstance(written, str)
    lines = expand(written.split("\n"), page.file, "sv", little.indicators).lines
    start = lines.index("| Nyckeltal | Visar | Källa | Hur ofta |")
    assert lines[start + 1 : start + 4] == [
        "| --- | --- | --- | --- |",
        "| [Engagemang](#engagement) | Hur folk mår | Egen enkät | Årligen |",
        "| [Sjukfrånvaro](#sick-leave) | Hälsa på lång sikt | Personalsystemet | Per månad |",
    ]
    start = lines.index("### Engagemang {#engagement}")
    assert lines[start + 1 : start + 7] == [
        "",
        "Definition",
        ":   Ett index från noll till hundra.[^sou-2018-47] Mer om det i [kulturen](culture.md#why) ni har.",
        "",
        "Datakälla",
        ":   En egen enkät.",
    ]
    assert "Mer om det i [kulturen](culture.md#why) ni har." in page_markdown(written, page, little)


def test_the_model_sees_the_whole_page(little: Guide) -> None:
    page = swedish(little)
    assert [section.id for section in page.sections][-3:] == ["staff", "engagement", "sick-leave"]
    assert [citation.position for citation in page.citations] == [Position(FILE, 9, 39)]
    assert page.expands >= {"indicators-table", "indicators staff"}
    assert {passage.section for passage in page.passages if passage.text == "Per månad."} == {"sick-leave"}
    assert page.tables[0].position.path == page.file
    heading = next(heading for heading in page.headings if heading.id == "sick-leave")
    assert heading.position == Position(FILE, 30, 11)


def test_what_follows_keeps_its_place_on_the_page(tmp_path: Path) -> None:
    path = f"docs/sv/{PAGE}"
    more = "\n## Sedan {#then}\n\n<!-- allow: leftover-todo — it is meant -->\nTODO\n\nTODO\n"
    guide = read(tmp_path, {**with_data(), path: f"{PAGES[path]!s}{more}"})
    page = swedish(guide)
    assert page.headings[-1].position == Position(path, 26, 1)
    assert [(each.position.line, each.last_line) for each in page.allowances] == [(28, 29)]


def test_each_section_has_a_fingerprint_of_its_own_text(tmp_path: Path) -> None:
    before = {each.id: each.digest for each in swedish(read(tmp_path / "a", with_data())).sections}
    edits = with_data("Personalsystemet.", "Lönesystemet.")
    after = {each.id: each.digest for each in swedish(read(tmp_path / "b", edits)).sections}
    assert {name for name in before if before[name] != after[name]} == {"sick-leave"}


def test_a_section_shows_its_own_in_single_lines() -> None:
    data = DATA.replace("hundra.[^sou-2018-47]", "hundra.\n\n      Och mer.")
    found, _ = read_indicators(data, FILE)
    both = [found[0], replace(found[1], section="health")]
    lines = expand(["<!-- guide:indicators staff -->"], "a.md", "sv", both).lines
    assert [line for line in lines if line.startswith("#")] == ["### Engagemang {#engagement}"]
    assert ":   Ett index från noll till hundra. Och mer. Mer om det i" in "".join(lines)
    assert not any("\n" in line for line in lines)


def test_a_page_whose_first_heading_is_an_indicator_has_its_own_lead() -> None:
    def lead(data: str) -> str:
        found, _ = read_indicators(data, FILE)
        page = PageReader("Text.\n\n<!-- guide:indicators -->\n", "docs/sv/a.md", "sv/a.md", found)
        return page.page("sv", "a.md", "faq").sections[0].digest

    assert lead(DATA) == lead("#\n" * 9 + DATA) == lead("")


def test_only_what_a_language_has_is_shown(tmp_path: Path) -> None:
    guide = read(tmp_path, with_data("  en:\n    name: Sick leave", "  xx:\n    name: Sick leave"))
    ids = [heading.id for heading in guide.page_by_key["en", PAGE].headings]
    assert "engagement" in ids and "sick-leave" not in ids
    assert guide.page_of_indicator(guide.indicators[1], "sv") is swedish(guide)
    assert guide.page_of_indicator(guide.indicators[1], "xx") is None
    assert DATA.count("- id:") == 2
