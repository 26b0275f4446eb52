"""Which uses of a glossary term are explained, where, and how the page's tree then looks."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from guide.pages.filters import marker
from guide.pages.terms import MOST_ON_A_PAGE, Explained, Explanations, TermFinder
from guides import WHOLE, Edits, read

FORMS = {
    "tillit": "trust",
    "tilliten": "trust",
    "blind tillit": "blind-trust",
    "HME": "hme",
    "låt-gå": "laissez-faire",
    "mål- och resultatstyrning": "objectives",
    "Statskontoret": "agency",
}
FINDER = TermFinder(FORMS)
OWN = "guide.pages.markdown_extension"


def explained(rarity: dict[str, int] | None = None, **definitions: str) -> Explained:
    return Explained(FINDER, definitions, rarity or {}, "../glossary.md", "Mer", "ordförklaring")


def converted(markdown: str, given: Explained) -> str:
    md = Markdown(
        extensions=["tables", "attr_list", "def_list", "admonition", "md_in_html", "footnotes", OWN],
        extension_configs={OWN: {"terms": given}},
    )
    return md.convert(markdown)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Det kräver tillit.", ["trust"]),
        ("Tillit är en start. Tilliten växer.", ["trust", "trust"]),
        ("Han kallar det ”Tillit”.", []),
        ("”Tillit börjar här”, sa hon.", ["trust"]),
        ("Rapporten Leda Tillit finns.", []),
        ("Det är blind tillit.", ["blind-trust"]),
        ("Tillitsreform, otillit och tillits-.", []),
        ("HME mäts med HME-frågor, inte hme.", ["hme"]),
        ("En låt-gå-chef, eller låt-gå.", ["laissez-faire"]),
        ("Med mål- och resultatstyrning.", ["objectives"]),
        ("Enligt statskontoret och Statskontoret.", ["agency"]),
    ],
)
def test_whole_words_the_longest_first_and_capitals_only_where_sentences_start(text: str, terms: list[str]) -> None:
    assert [found.term for found in FINDER.uses(text)] == terms


@given(st.text(alphabet="tilen blndHME-.,”", max_size=60))
def test_uses_are_in_order_do_not_overlap_and_hold_a_form(text: str) -> None:
    end = 0
    for found in FINDER.uses(text):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end].casefold() in {form.casefold() for form in FORMS}
        end = found.end


def test_only_the_first_use_is_explained_with_definition_and_link() -> None:
    made = converted("Det kräver *tillit* och mer tillit.", explained(trust="Att våga."))
    assert made == (
        '<p>Det kräver <em><a class="guide-term" href="../glossary.md#trust">tillit</a>'
        '<span aria-label="ordförklaring" class="guide-definition" data-nosnippet="" popover="manual" role="note">'
        'Att våga. <a href="../glossary.md#trust">Mer</a></span></em> och mer tillit.</p>'
    )


def test_two_terms_in_one_text_keep_the_words_between() -> None:
    made = converted("Här är tillit, sedan HME, sedan slut.", explained(trust="A.", hme="B."))
    plain = "".join(_without_cards(etree.fromstring(f"<x>{made}</x>")).itertext())
    assert plain == "Här är tillit, sedan HME, sedan slut."
    assert made.count("guide-term") == 2


@pytest.mark.parametrize(
    "markdown",
    [
        "## Om tillit",
        "[tillit](x.md)",
        "`tillit`",
        "| tillit |\n| --- |\n| x |",
        "tillit\n:   x",
        '!!! note "tillit"\n    x',
        "*tillit*{lang=en}",
        "x[^1]\n\n[^1]: tillit",
        "- **tillit** <br>[x](x.md)",
    ],
)
def test_not_in_headings_names_links_code_header_cells_terms_titles_foreign_words_or_notes(markdown: str) -> None:
    assert "guide-term" not in converted(markdown, explained(trust="Att våga."))


@pytest.mark.parametrize("markdown", ["| x |\n| --- |\n| tillit |", "- tillit", "x\n:   tillit", "**tillit**"])
def test_in_cells_lists_and_bold_text(markdown: str) -> None:
    assert "guide-term" in converted(markdown, explained(trust="Att våga."))


def test_explanations_are_no_part_of_what_a_table_is_filtered_by() -> None:
    table = f"{marker('Ord', 'exempel', 'sv')}\n\n| Ord | Mer |\n| --- | --- |\n| tillit | x |\n"
    tree = etree.fromstring(f"<x>{converted(table, explained(trust='Att våga.'))}</x>")
    (row,) = tree.findall(".//tbody/tr")
    assert row.get("data-ord") == "tillit"
    assert row.find("td/a[@class='guide-term']") is not None


def test_the_rarest_are_explained_when_there_are_too_many() -> None:
    forms = {f"ord{number}": f"term-{number}" for number in range(MOST_ON_A_PAGE + 3)}
    definitions = dict.fromkeys(forms.values(), "x")
    rarity = {term: -number for number, term in enumerate(definitions)}
    given = Explained(TermFinder(forms), definitions, rarity, "g.md", "Mer", "ordförklaring")
    made = converted(" ".join(forms), given)
    assert made.count('class="guide-term"') == MOST_ON_A_PAGE
    assert "#term-0" not in made and f"#term-{MOST_ON_A_PAGE + 2}" in made


def test_pages_explain_the_glossary_but_not_everyday_words_nor_the_glossary_page(tmp_path: Path) -> None:
    guide = read(tmp_path / "a")
    page = guide.page_by_key[("sv", "steps/culture.md")]
    found = Explanations().on_page(page, guide)
    assert found is not None
    assert found.definitions == {"trust": "Att våga lita på någon."}
    assert found.glossary == "../concepts/glossary.md"
    assert found.rarity["trust"] >= 2
    assert Explanations().on_page(guide.page_by_key[("sv", "concepts/glossary.md")], guide) is None
    quiet = read(tmp_path / "b", {"data/glossary.yml": ("forms: [tilliten]}", "forms: [tilliten], tooltip: false}")})
    for language, count in (("sv", 0), ("en", 1)):
        found = Explanations().on_page(quiet.page_by_key[(language, "steps/culture.md")], quiet)
        assert found is not None and len(found.definitions) == count


def test_a_guide_that_was_read_again_is_looked_at_again(tmp_path: Path) -> None:
    explanations = Explanations()
    first = read(tmp_path / "a")
    again = read(tmp_path / "b", {"data/glossary.yml": ("Att våga lita på någon.", "Att lita på någon.")})
    for guide, definition in ((first, "Att våga lita på någon."), (again, "Att lita på någon.")):
        found = explanations.on_page(guide.page_by_key[("sv", "steps/culture.md")], guide)
        assert found is not None and found.definitions["trust"] == definition


def test_where_terms_are_used_follows_the_texts_and_the_glossary(tmp_path: Path) -> None:
    explanations, source = Explanations(), "docs/sv/steps/culture.md"

    def pages_with(term: str, folder: str, edits: Edits) -> int:
        guide = read(tmp_path / folder, edits)
        found = explanations.on_page(guide.page_by_key[("sv", "steps/culture.md")], guide)
        assert found is not None
        return found.rarity.get(term, 0)

    text = WHOLE[source]
    assert isinstance(text, str)
    without = text.lower().replace("tillit", "annat")
    before = pages_with("trust", "a", {source: text})
    assert pages_with("trust", "b", {source: without}) == before - 1
    again = {source: f"{without}\nDå växer tilliten.\n"}
    assert pages_with("trust", "c", again) == before
    fewer = {**again, "data/glossary.yml": ("forms: [tilliten]}", "forms: []}")}
    assert pages_with("trust", "d", fewer) == before - 1


def _without_cards(tree: etree.Element) -> etree.Element:
    for card in tree.iter("span"):
        card.text = ""
        card[:] = []
    return tree
