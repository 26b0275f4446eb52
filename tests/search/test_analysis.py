"""From text to terms: words, folding, stems, compounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.search import compounds
from guide.search.analysis import folded, term, terms, words
from guide.words import words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tillitsbaserad styrning", ["tillitsbaserad", "styrning"]),
        ("Låt-gå-ledarskap: är det bra?", ["låt", "gå", "ledarskap", "är", "det", "bra"]),
        ("idé, Buurtzørg och façade", ["ide", "buurtzørg", "och", "facade"]),
        ("A\u030ar o\u0308ver", ["år", "över"]),
        ("the manager’s 'own' view", ["the", "manager", "s", "own", "view"]),
        ("e\ufb00ekt arbets\u00admiljö \u2066chef\u2069 \ufeffstöd", ["effekt", "arbetsmiljö", "chef", "stöd"]),
        ("COPSOQ 2020–2024", ["copsoq", "2020", "2024"]),
        ("", []),
        ("?!", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("sv", "ansvaret", "ansvar"),
        ("sv", "resultatet", "resultat"),
        ("sv", "arbetet", "arbete"),
        ("sv", "människan", "människor"),
        ("sv", "områdena", "område"),
        ("sv", "chefernas", "chefer"),
        ("sv", "barnets", "barn"),
        ("sv", "utkastet", "utkast"),
        ("sv", "landet", "land"),
        ("sv", "hälsan", "hälsa"),
        ("sv", "friheten", "frihet"),
        ("sv", "kvaliteten", "kvalitet"),
        ("sv", "betänkandet", "betänkande"),
        ("sv", "handlingsplanen", "handlingsplan"),
        ("sv", "organet", "organ"),
        ("en", "österåker", "osteraker"),
        ("en", "organization", "organisation"),
        ("en", "behavior", "behaviour"),
        ("en", "center", "centre"),
        ("en", "program", "programme"),
        ("en", "municipalities", "municipality"),
    ],
)
def test_forms_of_one_word_are_one_term(language: str, one: str, other: str) -> None:
    assert term(one, language) == term(other, language)


@pytest.mark.parametrize(("one", "other"), [("internal", "intern"), ("university", "universe"), ("evening", "even")])
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert term(one, "en") != term(other, "en")


def test_stop_words_are_left_out_and_letters_folded() -> None:
    assert terms("Hur mäter vi sjukfrånvaron?", "sv") == ["mat", "sjukfranvaron"]


def test_a_language_without_a_stemmer_is_indexed_by_its_words() -> None:
    assert terms("Luottamus ja valvonta", "fi") == ["luottamus", "ja", "valvonta"]


@pytest.mark.parametrize("language", ["sv", "en"])
@given(word=st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäö", max_size=20))
def test_any_word_has_a_term_that_is_no_longer_than_it(language: str, word: str) -> None:
    stem = term(word, language)
    assert len(stem) <= len(word) + 2  # "center" and "program" grow
    assert stem or not word
    assert folded(stem) == stem


@given(text=st.text(max_size=60))
def test_any_text_gives_words_without_space(text: str) -> None:
    assert all(word and not any(letter.isspace() for letter in word) for word in words(text))


def test_every_stop_word_is_written_as_words_gives_it() -> None:
    for language in ("sv", "en"):
        found = words_of(language).locale.stop_words
        assert len(found) > 100
        assert {word for word in found if words(word) != [word]} == set(), language


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("sjukfrånvaro", ("sjuk", "frånvaro")),
        ("handlingsutrymme", ("handling", "utrymme")),
        ("medarbetarsamtal", ("medarbetar", "samtal")),
        ("ansvar", ()),
        ("ledarskap", ()),
        ("tillitsfull", ()),
    ],
)
def test_compounds(word: str, parts: tuple[str, ...]) -> None:
    known = {"sjuk", "frånvaro", "handling", "utrymme", "medarbetar", "samtal", "ledar", "skap", "svar", "tillit"}
    assert compounds.split(word, lambda part: part in known) == parts
