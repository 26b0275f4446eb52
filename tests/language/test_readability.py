"""Readability: what counts, the two measures against worked examples, limits and reasons."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.commands.proofread import readability_table
from guide.language.readability import (
    counted,
    flesch,
    limit_of,
    lix,
    measured,
    prose,
    sentences_in,
    syllables_of,
)
from guide.model.guide import Guide
from guides import findings, read

STEP = "docs/sv/steps/culture.md"
HARD = (
    "Verksamhetsutvecklingsorganisationens ledningsgruppsrepresentanter dokumenterar regelbundet "
    "tillitsreformsuppföljningens genomförandeförutsättningar tillsammans samtliga förvaltningsövergripande "
    "samverkanskonstellationer, kvalitetssäkringsansvariga utvecklingsstrateger respektive personalrepresentanter. "
)


def test_lix_of_a_worked_example() -> None:
    """Ten words, three of them long, in two sentences: 10 / 2 + 100 × 3 / 10."""
    counts = counted(["Kommunen frågar sina chefer. De svarar snabbt och säger sitt."])
    assert (counts.sentences, counts.words, counts.long_words) == (2, 10, 1)
    counts = counted(["Medborgarna frågar en kunnig handläggare. Hon svarar på allting."])
    assert (counts.sentences, counts.words, counts.long_words) == (2, 9, 3)
    assert lix(counts) == pytest.approx(9 / 2 + 100 * 3 / 9)


def test_flesch_of_a_worked_example() -> None:
    """ "The cat sat on the mat" is six words of one syllable in one sentence."""
    assert flesch(counted(["The cat sat on the mat."])) == pytest.approx(206.835 - 1.015 * 6 - 84.6)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("En. Två! Tre?", 3),
        ("Det är 78,3 procent, eller 78.3 på engelska.", 1),
        ("Hon sa ”Nej.” Sedan gick hon.", 2),
        ("Se t.ex. sidan tre.", 1),
        ("Utan punkt", 1),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert sentences_in(text) == sentences


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("the", 1),
        ("rules", 1),
        ("obstacles", 3),
        ("management", 3),
        ("something", 2),
        ("organisation", 5),
        ("evaluation", 5),
        ("agencies", 3),
        ("criteria", 4),
        ("wanted", 2),
        ("asked", 1),
        ("people", 2),
        ("NHS", 3),
        ("2017", 4),
        ("trust-based", 2),
        ("manager’s", 3),
    ],
)
def test_syllables(word: str, syllables: int) -> None:
    assert syllables_of(word) == syllables


@given(st.text(max_size=40))
def test_any_text_can_be_counted(text: str) -> None:
    counts = counted([text])
    assert 0 <= counts.long_words <= counts.words <= max(counts.words, counts.syllables)
    assert (counts.words == 0) == (counts.sentences == 0)


def test_headings_cells_quotations_and_lists_of_links_are_no_prose(tmp_path: Path) -> None:
    table = "| Roll | Uppgift |\n| --- | --- |\n| Cellord | x |\n\n> Citatord.\n\nLäs mer: [Länkord](index.md).\n"
    guide = read(tmp_path, {STEP: ("Folk frågar mer.", f"Folk frågar mer.\n\n{table}")})
    text = " ".join(prose(guide.page_by_key[("sv", "steps/culture.md")], "Läs mer:"))
    assert "Folk frågar mer." in text and "Vi har pratat om varför." in text
    assert not any(word in text for word in ("Cellord", "Citatord", "Länkord", "Vanliga misstag"))


def test_a_written_reason_lets_a_hard_page_pass(tmp_path: Path) -> None:
    page = STEP.removeprefix("docs/sv/")
    text = read(tmp_path / "a").page_by_key[("sv", page)]
    assert text.type == "step"
    hard = (Path(tmp_path / "a" / STEP).read_text(encoding="utf-8")).replace("Börja smått.", HARD * 4)
    reason = hard.replace("type: step", 'type: step\nreadability: {reason: "Lagens egna ord måste stå kvar på sidan."}')
    assert findings(tmp_path / "b", {STEP: reason}, {"hard-to-read"}) == []


def test_the_guide_keeps_what_its_issue_asks_for(guide: Guide) -> None:
    """Median LIX of steps, pitfalls and questions at most 45; no page above 55 without a reason."""
    values: dict[str, list[float]] = {}
    for page in guide.pages:
        value = measured(page)
        if page.language == "sv" and value is not None:
            values.setdefault(page.type, []).append(value)
            assert value <= 55 or "readability" in page.front.values, page.file
    for kind in ("step", "pitfall", "faq"):
        assert median(values[kind]) <= 45, kind


def test_every_page_with_prose_has_a_measure_and_a_limit(guide: Guide) -> None:
    for page in guide.pages:
        assert measured(page) is not None, page.file
        assert limit_of(page, guide) is not None, page.file


def test_the_table_names_every_page_and_the_medians(guide: Guide) -> None:
    table = readability_table(guide)
    assert all(page.file in table for page in guide.pages)
    assert "Median LIX (sv)" in table and "Median Flesch (en)" in table
