"""What filterable tables say for the script: from data, and from a directive above a Markdown table."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from markdown import Markdown

from guide.pages import filters as filtering
from guide.pages.cases import cases
from guides import read

TABLE = """| Roll | Uppgift |
| --- | --- |
| [Chef](#varfor) | Lyssna, fråga |
| [Alla](#gor-sa) | fråga[^k] |

### Så gör ni {#gor-sa}
"""


def converted(markdown: str) -> html.HtmlElement:
    extensions = ["tables", "attr_list", "md_in_html", "footnotes", "toc", "guide.pages.markdown_extension"]
    return html.fragment_fromstring(Markdown(extensions=extensions).convert(markdown), create_parent="main")


def filterable(value: str) -> html.HtmlElement:
    marker = filtering.marker(value, "indicators", "sv")
    text = f"## Varför {{#varfor}}\n\n{marker}\n\n{TABLE}\n\n## Sedan {{#sedan}}\n\n[^k]: Not."
    return converted(text).find(".//table")


def form_of(table: html.HtmlElement) -> html.HtmlElement:
    form: html.HtmlElement = table.getparent().getprevious()
    assert form.tag == "form"
    return form


def fields(form: html.HtmlElement) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Give name, label and options of every select."""
    found = []
    for select in form.iter("select"):
        label = form.find(f".//label[@for='{select.get('id')}']")
        options = [(option.get("value"), option.text) for option in select]
        found.append((select.get("name"), label.text, options))
    return found


def test_columns_become_fields_and_commas_part_values() -> None:
    table = filterable("Uppgift")
    options = [("", "Alla"), ("fraga", "Fråga"), ("lyssna", "Lyssna")]
    assert fields(form_of(table)) == [("uppgift", "Uppgift", options)]
    assert [row.get("data-uppgift") for row in table.findall("tbody/tr")] == ["lyssna fraga", "fraga"]


def test_section_is_the_h2_that_the_rows_link_leads_to() -> None:
    table = filterable("Tema: section")
    assert fields(form_of(table)) == [("section", "Tema", [("", "Alla"), ("varfor", "Varför")])]
    assert [row.get("data-section") for row in table.findall("tbody/tr")] == ["varfor", "varfor"]


def test_words_are_in_the_pages_language_and_the_marker_is_gone() -> None:
    table = filterable("Uppgift")
    assert table.get("data-guide-filter") == "{} av {} nyckeltal"
    form = form_of(table)
    assert form.find(".//*[@role='status']").text == "2 av 2 nyckeltal"
    assert (form.get("aria-label"), form.find(".//button").text) == ("Filtrera tabellen", "Visa alla")
    assert not table.getroottree().xpath("//div[@data-guide-filter]")


def test_the_table_keeps_its_box_and_class() -> None:
    table = filterable("Uppgift")
    assert table.get("class") == "guide-table"
    assert table.getparent().get("class") == "table-box"


def test_a_marker_without_a_table_leaves_nothing() -> None:
    tree = converted(filtering.marker("Uppgift", "", "sv") + "\n\nText.")
    assert not tree.xpath(".//*[@data-guide-filter]")


def test_fields_of_a_second_table_have_ids_of_their_own() -> None:
    marker = filtering.marker("Uppgift", "", "sv")
    tree = converted(f"## Varför {{#varfor}}\n\n{marker}\n\n{TABLE}\n\n{marker}\n\n{TABLE}\n\n[^k]: Not.")
    ids = [select.get("id") for select in tree.iter("select")]
    assert len(ids) == len(set(ids)) == 2


def test_cases_offer_the_values_that_occur(tmp_path: Path) -> None:
    guide = read(tmp_path)
    expected = (("sv", "{} av {} exempel", "Kommun"), ("en", "{} of {} cases", "Municipality"))
    for language, count, municipality in expected:
        page = guide.page_by_key[(language, "steps/index.md")]
        tree = html.fragment_fromstring(filtering.with_forms(cases(guide, page)), create_parent="main")
        table = tree.find(".//table")
        assert table.get("data-guide-filter") == count
        options = {name: choices for name, _, choices in fields(form_of(table))}
        assert options["sector"][1:] == [("municipality", municipality)]
        assert [code for code, _ in options["theme"][1:]] == ["culture", "leadership"]
        row = table.find("tbody/tr")
        assert (row.get("data-sector"), row.get("data-theme")) == ("municipality", "culture leadership")
