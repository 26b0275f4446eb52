"""What filterable tables say for the script: from data, and from a directive above a Markdown table."""

from __future__ import annotations

import json
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


def settings(table: html.HtmlElement) -> dict[str, object]:
    given: dict[str, object] = json.loads(table.get("data-guide-filter", ""))
    return given


def test_columns_become_fields_and_commas_part_values() -> None:
    table = filterable("Uppgift")
    assert settings(table)["fields"] == [
        {"key": "uppgift", "label": "Uppgift", "options": [["fraga", "Fråga"], ["lyssna", "Lyssna"]]}
    ]
    assert [row.get("data-uppgift") for row in table.findall("tbody/tr")] == ["lyssna fraga", "fraga"]


def test_section_is_the_h2_that_the_rows_link_leads_to() -> None:
    table = filterable("Tema: section")
    assert settings(table)["fields"] == [{"key": "section", "label": "Tema", "options": [["varfor", "Varför"]]}]
    assert [row.get("data-section") for row in table.findall("tbody/tr")] == ["varfor", "varfor"]


def test_words_are_in_the_pages_language_and_the_marker_is_gone() -> None:
    table = filterable("Uppgift")
    assert settings(table)["count"] == "{} av {} nyckeltal"
    assert settings(table)["reset"] == "Visa alla"
    assert not table.getroottree().xpath("//div[@data-guide-filter]")


def test_the_table_keeps_its_box_and_class() -> None:
    table = filterable("Uppgift")
    assert table.get("class") == "guide-table"
    assert table.getparent().get("class") == "table-box"


def test_a_marker_without_a_table_leaves_nothing() -> None:
    tree = converted(filtering.marker("Uppgift", "", "sv") + "\n\nText.")
    assert not tree.xpath(".//*[@data-guide-filter]")


def test_cases_offer_the_values_that_occur(tmp_path: Path) -> None:
    guide = read(tmp_path)
    expected = (("sv", "{} av {} exempel", "Kommun"), ("en", "{} of {} cases", "Municipality"))
    for language, count, municipality in expected:
        page = guide.page_by_key[(language, "steps/index.md")]
        table = html.fragment_fromstring(cases(guide, page)).find("table")
        given = settings(table)
        assert given["count"] == count
        fields = {field["key"]: field["options"] for field in given["fields"]}  # type: ignore[attr-defined]
        assert fields["sector"] == [["municipality", municipality]]
        assert [code for code, _ in fields["theme"]] == ["culture", "leadership"]
        row = table.find("tbody/tr")
        assert (row.get("data-sector"), row.get("data-theme")) == ("municipality", "culture leadership")
