"""Figures as HTML and as drawings: what is read of each, what is drawn, and how text is measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from claims_guides import ledger
from figure_guides import CHART, CIRCLES, GRID, NETWORK, PATH, TIMELINE, one_part, showing
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.figures import figure
from guide.pages.figures.measuring import SOFT, lines, widest_word, width
from guide.pages.page import page_markdown
from guides import read

_DRAWN = [NETWORK, CIRCLES, CHART]
_ALL = [GRID, PATH, TIMELINE, *_DRAWN, *map(one_part, ("strip", "columns", "card", "frame"))]


def guide_with(folder: Path, text: str, *changes: tuple[str, str]) -> tuple[Guide, Page]:
    guide = read(folder, showing(text, *changes))
    return guide, guide.page_by_key["sv", "steps/index.md"]


def made(folder: Path, text: str, *changes: tuple[str, str]) -> html.HtmlElement:
    guide, page = guide_with(folder, text, *changes)
    return html.fragment_fromstring(figure(guide, page, "fields"))


def texts(found: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(part.text_content().split()) for part in found.xpath(path)]


@pytest.mark.parametrize("text", _ALL)
def test_every_figure_is_one_block_with_its_name_and_no_style_of_its_own(tmp_path: Path, text: str) -> None:
    guide, page = guide_with(tmp_path, text)
    block = figure(guide, page, "fields")
    assert "\n" not in block
    found = html.fragment_fromstring(block)
    assert found.xpath("string(figcaption/strong)").endswith(".")
    assert not found.xpath("//@style | //@fill | //@stroke | //script")
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_page_shows_the_figure_where_it_asks_for_it(tmp_path: Path) -> None:
    guide, page = guide_with(tmp_path, GRID)
    text = page_markdown((tmp_path / "docs/sv/steps/index.md").read_text(encoding="utf-8"), page, guide)
    before, _, after = text.partition('\n\n<figure class="fig">')
    assert before.rstrip().endswith("{#order}")
    assert "</figure>\n\n" in after
    assert "guide:figure" not in text


def test_a_grid_is_a_table_whose_boxes_stand_under_their_heads(tmp_path: Path) -> None:
    found = made(tmp_path, GRID)
    assert texts(found, "//th[@scope='col']") == ["Ingen frågar", "Någon frågar"]
    assert texts(found, "//tbody/tr[1]/th[@scope='rowgroup']") == ["Stor tillit", "Liten tillit"]
    assert texts(found, "//td") == [
        "Blind tillit ingen ser felen",
        "Tillit",
        "Glömska",
        "Misstro",
    ]
    assert texts(found, "//td[@class='fig-box-accent']") == ["Tillit"]


def test_a_box_leads_to_its_section_and_a_box_of_its_own_page_to_the_anchor(tmp_path: Path) -> None:
    assert made(tmp_path, GRID).xpath("//a/@href") == ["tillitskultur/#why"]
    own = made(tmp_path / "own", GRID, ("steps/culture.md#why", "steps/index.md#order"))
    assert own.xpath("//a/@href") == ["#order"]
    assert made(tmp_path / "top", GRID, ("steps/culture.md#why", "steps/index.md")).xpath("//a") == []


def test_a_path_says_which_way_what_goes_and_hides_the_signs_from_screen_readers(tmp_path: Path) -> None:
    found = made(tmp_path, PATH)
    assert texts(found, "//li[1]/*") == ["Före", "↓ ger vidare", "↑ svarar"]
    assert set(found.xpath("//span[contains('↓↑', text())]/@aria-hidden")) == {"true"}
    again = made(tmp_path / "back", PATH, ("  title: En väg\n", "  title: En väg\n  back: börjar om\n"))
    assert texts(again, "//ol/following-sibling::p") == ["↻ börjar om"]


def test_a_path_puts_what_no_arrow_leads_to_beside_each_other(tmp_path: Path) -> None:
    found = made(tmp_path, PATH, ("{name: Efter}]", "{name: Efter}, {name: Facket}]"))
    assert texts(found, "//div[@class='fig-parts fig-parts--wide']/div") == ["Facket"]


def test_cards_are_names_with_values_and_a_timeline_has_its_years_between(tmp_path: Path) -> None:
    card = made(tmp_path, one_part("card"))
    assert texts(card, "//dl/div/*") == ["Namn", "värde", "ett", "två"]
    years = made(tmp_path / "years", TIMELINE)
    assert texts(years, "//tbody/tr/*") == ["Debatt", "2013", "Avtal"]


@pytest.mark.parametrize("text", _DRAWN)
def test_a_drawing_has_a_name_and_says_what_it_shows(tmp_path: Path, text: str) -> None:
    found = made(tmp_path, text)
    (drawing,) = found.xpath("//svg")
    assert drawing.get("role") == "img"
    named = [found.xpath(f"string(//*[@id='{each}'])") for each in drawing.get("aria-labelledby").split()]
    assert all(named) and len(named) == 2


def test_every_line_of_a_network_ends_at_the_edge_of_its_boxes(tmp_path: Path) -> None:
    found = made(tmp_path, NETWORK)
    board, *others = [
        {name: float(box.get(name)) for name in ("x", "y", "width", "height")} for box in found.xpath("//rect")
    ]
    up, across = [path.get("d") for path in found.xpath("//path[@class='fig-line']")]
    middle = others[0]["x"] + others[0]["width"] / 2
    assert up == f"M{middle:g} {others[0]['y']:g}L{middle:g} {board['y'] + board['height']:g}"
    level = others[0]["y"] + others[0]["height"] / 2
    assert across == f"M{others[0]['x'] + others[0]['width']:g} {level:g}L{others[1]['x']:g} {level:g}"
    assert len(found.xpath("//path[@marker-end]")) == 1
    assert texts(found, "//text[.='råd']") == ["råd"]


def test_a_chart_says_every_value_and_marks_those_whose_year_is_inferred(tmp_path: Path) -> None:
    found = made(tmp_path, CHART)
    assert found.xpath("string(//desc)") == "Tre staplar. 2007: 16,3. 2008: 15. 2009: 12,5."
    bars = found.xpath("//rect")
    assert [bool(bar.get("stroke-dasharray")) for bar in bars] == [False, True, False, True]
    assert [bar.get("class") for bar in bars[:3]] == ["fig-box", "fig-box", "fig-box-accent"]
    assert [text for text in texts(found, "//text") if "200" in text] == ["2007", "(2008)"]
    assert "vår placering" in texts(found, "//text")


def test_a_line_has_a_point_for_every_value(tmp_path: Path) -> None:
    line = made(tmp_path, CHART, ("{values", "{as: line, middle: 15, values"))
    assert [each.get("class") for each in line.xpath("//circle")] == ["fig-box", "fig-box", "fig-box-accent"]


def test_strength_is_the_share_of_fields_that_what_is_known_reaches(tmp_path: Path) -> None:
    benefit = ("type: pitfall", "type: benefit")
    edits = {**showing("kind: strength\nsv: {title: Styrka}\nen: {title: Strength}\n")}
    guide = read(tmp_path, {**edits, "docs/sv/pitfalls/vague.md": benefit})
    found = html.fragment_fromstring(figure(guide, guide.page_by_key["sv", "steps/index.md"], "fields"))
    assert texts(found, "//tr/th") == ["Otydliga gränser"]
    assert texts(found, "//td") == ["Inte visat"]
    assert found.xpath("//rect/@class") == ["fig-line"] * 3
    kind = ledger(("kind: description", "kind: association"))
    named = ("  # No claim is named.\n", "  supports: [sou-2018-47#trust-first]\n")
    page = (tmp_path / "docs/sv/pitfalls/vague.md").read_text(encoding="utf-8").replace(*named)
    guide = read(
        tmp_path / "known",
        {**edits, **{k: v for k, v in kind.items() if "claims" in k}, "docs/sv/pitfalls/vague.md": page},
    )
    found = html.fragment_fromstring(figure(guide, guide.page_by_key["sv", "steps/index.md"], "fields"))
    assert found.xpath("//rect/@class") == ["fig-box-accent", "fig-box-accent", "fig-line"]


def test_cases_stand_under_their_outcome_each_with_a_link(tmp_path: Path) -> None:
    guide = read(tmp_path, showing("kind: cases\nsv: {title: Exempel}\nen: {title: Cases}\n"))
    found = html.fragment_fromstring(figure(guide, guide.page_by_key["sv", "steps/index.md"], "fields"))
    assert texts(found, "//th") == ["Vad man vet: inte visat", "Utfall: oklart"]
    assert found.xpath("//td//a/@href") == ["../exempel/sundsvall/"]


def test_text_is_measured_and_broken_into_lines() -> None:
    assert width("mm") > width("ii")
    assert width("å") == width("a")
    assert lines("ett två tre", width("ett två") + 1) == ["ett två", "tre"]
    assert widest_word(f"en medarbetar{SOFT}skap") == "medarbetar-"


def test_a_figure_without_the_language_is_left_out(tmp_path: Path) -> None:
    guide, page = guide_with(tmp_path, GRID)
    assert figure(guide, page, "nothing") == ""
