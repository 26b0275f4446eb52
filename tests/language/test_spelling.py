"""Spelling: which words are looked up, what is known, the word lists, and the guide itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.checks.report import one_line
from guide.checks.rules.spelling import RULES
from guide.checks.running import check_sources
from guide.commands.main import main
from guide.language.spelling import Spelling, order, quotations_in, words_in
from guide.model.guide import Guide
from guides import ASSESSMENT, WHOLE, findings, write

IDS = {rule.id for rule in RULES}
STEP = "docs/sv/steps/culture.md"
STEP_EN = "docs/en/steps/culture.md"


def unknown(folder: Path, **edits: str) -> set[str]:
    """Put a sentence on a Swedish and an English page and give the words that are not known."""
    texts = {STEP: ("Börja smått.", edits.get("sv", "Börja smått.")), STEP_EN: ("Start small.", edits.get("en", "x"))}
    return {found.message.split('"')[1] for found in findings(folder, texts, IDS)}


def test_the_guide_is_spelt_right(guide: Guide) -> None:
    """If this fails: `make spell` says which words, and how to add names and terms."""
    assert [one_line(found) for found in check_sources(guide, IDS)] == []


def test_the_guide_has_enough_words_to_make_that_mean_something(guide: Guide) -> None:
    assert Spelling(guide).words() > 100_000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hälso- och sjukvård.", ["Hälso-", "och", "sjukvård"]),
        ("the manager’s ‘own’ words", ["the", "manager's", "own", "words"]),
        ("14-dagars, 2018–2020, COVID19", []),
        ("se https://kolada.se/x eller namn@exempel.se", ["se", "eller"]),
        ("beställar–utförare / och/eller", ["beställar", "utförare", "och", "eller"]),
        ("(HME)-frågor…", ["HME", "frågor"]),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert words_in(text) == words


def test_quotations() -> None:
    assert list(quotations_in("Han sa ”nej tack” och “no, thanks”, men ” aldrig")) == ["nej tack", "no, thanks"]


def test_misspellings_are_found_in_both_languages(tmp_path: Path) -> None:
    assert unknown(tmp_path, sv="Medarbtarna är engargerade.", en="The goverment recieves it.") == {
        "Medarbtarna",
        "engargerade",
        "goverment",
        "recieves",
    }


def test_a_finding_names_file_line_and_the_likely_word(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, {STEP_EN: ("Start small.", "The goverment.")}, {"spelling"})
    assert one_line(found).startswith(f"{STEP_EN}:")
    assert found.suggestion == "government"


def test_texts_of_tools_are_looked_up(tmp_path: Path) -> None:
    file = "data/tools/assessment.yml"
    found = findings(tmp_path, {file: ASSESSMENT.replace("I talk.", "I tallk.")}, {"spelling"})
    assert [one_line(each).partition(" ")[0] for each in found] == [f"{file}:8:5:"]


def test_american_spelling_is_found(tmp_path: Path) -> None:
    assert unknown(tmp_path, en="The color of the organization.") == {"color", "organization"}


def test_swedish_compounds_do_not_drown_the_rest(tmp_path: Path) -> None:
    assert unknown(tmp_path, sv="Tillitsreform, styrkedja, ärendeövning och regelrensning i hemtjänstgruppen.") == set()


def test_genitives_of_names_are_known(tmp_path: Path) -> None:
    assert unknown(tmp_path, sv="Göteborgs chef.", en="Stockholm’s manager’s and London's.") == set()


def test_quotations_italics_and_names_may_be_in_the_other_language(tmp_path: Path) -> None:
    sentence = (
        "They say *medbestämmande*{lang=sv} or “lita på varandra”, and cite Riksrevisionen.\n\n> Vi litar på varandra."
    )
    assert unknown(tmp_path, en=sentence) == set()
    assert unknown(tmp_path / "not", en="They say medbestämmande.") == {"medbestämmande"}


def test_titles_reasons_and_the_glossary_are_looked_up(tmp_path: Path) -> None:
    edits = {
        STEP: ("title: Tillitskultur", "title: Tillitskulltur"),
        "docs/en/cases/sundsvall.md": ("No source apart", "No sorce apart"),
        "data/glossary.yml": ("To dare to rely", "To dear to relly"),
    }
    words = {found.message.split('"')[1] for found in findings(tmp_path, edits, IDS)}
    assert words == {"Tillitskulltur", "sorce", "relly"}


def test_own_words_are_known_with_capital_and_genitive(tmp_path: Path) -> None:
    edits = {
        STEP: ("Börja smått.", "Buurtzorgs sätt. Ekosamtal, hos London School of Frobs."),
        "data/words-sv.txt": "# Egna ord\nBuurtzorg\nekosamtalle\nLondon School of Frobs\n",
    }
    lines = [one_line(found) for found in findings(tmp_path, edits, IDS)]
    assert [line for line in lines if "spelling" in line] == []
    assert [line for line in lines if "ekosamtalle" in line and "word-list-not-needed" in line]
    assert len(lines) == 1


def test_a_first_part_of_compounds_is_known_with_any_word_of_the_dictionary(tmp_path: Path) -> None:
    words = {"data/words-sv.txt": "dilemma-\n"}
    text = "Dilemmakort och dilemmaövningar."
    assert findings(tmp_path / "a", {STEP: ("Börja smått.", text), **words}, IDS) == []
    (found,) = findings(tmp_path / "b", {STEP: ("Börja smått.", f"{text} Dilemmakrot."), **words}, IDS)
    assert "Dilemmakrot" in found.message


def test_a_word_list_out_of_order_or_not_needed_is_found_and_tidied(tmp_path: Path) -> None:
    text = "# Egna ord\nXyzzyby\nBuurtzorg\ntillit\nBuurtzorg\n"
    edits = {STEP: ("Börja smått.", "Xyzzyby och Buurtzorg."), "data/words-sv.txt": text}
    found = {(each.id, each.position.line) for each in findings(tmp_path, edits, IDS)}
    assert found == {("word-list-order", 3), ("word-list-order", 5), ("word-list-not-needed", 4)}
    assert main(["spell", "--tidy", "--config", str(tmp_path / "mkdocs.yml")]) == 0
    assert (tmp_path / "data/words-sv.txt").read_text(encoding="utf-8") == "# Egna ord\nBuurtzorg\nXyzzyby\n"


def test_a_word_that_one_language_does_not_need_stays_in_the_list_of_another(tmp_path: Path) -> None:
    lists = {f"data/words-{code}.txt": "xyzzyby\n" for code in ("sv", "en")}
    root = write(tmp_path, WHOLE, {STEP: ("Börja smått.", "Det är xyzzyby."), **lists})
    assert main(["spell", "--tidy", "--config", str(root / "mkdocs.yml")]) == 0
    assert (root / "data/words-sv.txt").read_text(encoding="utf-8") == "xyzzyby\n"
    assert (root / "data/words-en.txt").read_text(encoding="utf-8").strip() == ""


def test_a_misspelling_can_be_allowed_with_a_reason(tmp_path: Path) -> None:
    allowed = "<!-- allow: spelling — visar ett skrivfel -->\nSkrifvel."
    assert unknown(tmp_path / "a", sv=allowed) == set()
    needless = "<!-- allow: spelling — visar ett skrivfel -->\nSkrivfel."
    edits = {STEP: ("Börja smått.", needless)}
    assert [found.id for found in findings(tmp_path / "b", edits, {*IDS, "allowance-unneeded"})]


def test_building_does_not_look_words_up(tmp_path: Path) -> None:
    assert findings(tmp_path, {STEP: ("Börja smått.", "Börrja smått.")}) == []


def test_a_missing_dictionary_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, WHOLE, {})
    monkeypatch.setattr("guide.language.spelling._PACKAGES", ())
    assert main(["spell", "--config", str(tmp_path / "mkdocs.yml")]) == 2
    assert "no dictionary sv_SE is installed" in capsys.readouterr().err


def test_word_lists_are_in_the_alphabets_order() -> None:
    assert sorted(["Öl", "apa", "Bo", "bo"], key=order) == ["apa", "Bo", "bo", "Öl"]
