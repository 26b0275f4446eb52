"""Sheets: what a part of a page says, how it is laid out, and the Word document and printable page of it."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from lxml import html

from guide.export.handouts.content import Card, Heading, Listing, Paragraph, Run, Table, blocks_of, text_of_runs
from guide.export.handouts.document import docx_of
from guide.export.handouts.layout import WIDTH, column_widths, is_writable, repeated, row_height
from guide.export.handouts.sheets import Sheet
from guide.export.print.sheet import sheet_document, sheet_foot

BASE = "https://example.org/en/plan/"
PARTS = (
    '<h2 id="goal">Goal</h2><p>Write <strong>clearly</strong>, see <a href="../law/#x">the law</a>'
    '<sup><a class="footnote-ref" href="#fn">1</a></sup> on <em lang="sv">tillit</em>.</p>'
    '<section class="guide-downloads">Files</section>'
    '<div class="table-box"><table><thead><tr><th>Question</th><th>Your answer</th></tr></thead>'
    "<tbody><tr><td>Who?</td><td></td></tr><tr><td>When?</td><td></td></tr></tbody></table></div>"
    "<ul><li>One</li><li>Two</li></ul><ol><li>First</li><li>Second</li></ol>"
)
CARDS = "".join(
    f'<div class="guide-card"><h3>Card {number}</h3><p>Text.</p><dl><dt>One</dt><dd>Other</dd></dl></div>'
    for number in range(4)
)

TURNED = "".join(
    f'<div class="guide-card"><h3 id="card-{number}">Card {number}</h3><p>Text.</p>'
    "<details><summary>Leader</summary><p>Say this.</p></details></div>"
    for number in range(3)
)


def blocks(fragment: str) -> tuple[object, ...]:
    return tuple(blocks_of(html.fragment_fromstring(fragment, create_parent="div"), BASE))


def sheet(fragment: str = PARTS, **changes: object) -> Sheet:
    made = Sheet(
        name="plan",
        title="The plan & more",
        language="en",
        page_title="Plan",
        site_name="Guide",
        address="https://example.org/l/plan/",
        date="2026-11-28",
        pages=1,
        copies=1,
        kits=("plan",),
        blocks=blocks(fragment),  # type: ignore[arg-type]
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def opened(made: Sheet) -> docx.document.Document:
    return docx.Document(io.BytesIO(docx_of(made)))


def test_a_part_of_a_page_is_read_without_notes_and_lists_of_files() -> None:
    heading, paragraph, table, bullets, numbers = blocks(PARTS)
    assert heading == Heading(2, (Run("Goal"),))
    assert isinstance(paragraph, Paragraph)
    assert text_of_runs(paragraph.runs) == "Write clearly, see the law on tillit."
    assert Run("the law", link="https://example.org/en/law/#x") in paragraph.runs
    assert Run("tillit", is_italic=True, language="sv") in paragraph.runs
    assert isinstance(table, Table)
    assert [text_of_runs(cell) for row in table.rows for cell in row] == ["Who?", "", "When?", ""]
    assert isinstance(bullets, Listing) and not bullets.is_numbered
    assert isinstance(numbers, Listing) and numbers.is_numbered and len(numbers.items) == 2


def test_a_card_is_one_block() -> None:
    cards = blocks(CARDS)
    assert all(isinstance(card, Card) for card in cards) and len(cards) == 4


@pytest.mark.parametrize(
    ("head", "row", "widths"),
    [
        ("Question|Answer", "Who?|", [60, 120]),
        ("Decision|Why|To|From", "1.|||", [52.94, 42.35, 42.35, 42.35]),
        ("When|What|Date", "3 months||", [54, 63, 63]),
    ],
)
def test_who_writes_has_room(head: str, row: str, widths: list[float]) -> None:
    table = Table(
        tuple((Run(text),) for text in head.split("|")),
        (tuple((Run(text),) if text else () for text in row.split("|")),),
    )
    found = column_widths(table)
    assert found == pytest.approx(widths, abs=0.01)
    assert sum(found) == pytest.approx(WIDTH)
    assert found[0] <= WIDTH * 0.35
    assert not is_writable(table, 0) or row.startswith("1.")


def test_rows_grow_with_the_paper() -> None:
    assert row_height(sheet(pages=1)) == 70
    long = PARTS.replace("<tr><td>When?</td><td></td></tr>", "<tr><td>When?</td><td></td></tr>" * 14)
    assert 8 <= row_height(sheet(long)) < 20
    assert row_height(sheet(long)) < row_height(sheet(long, pages=2)) < 20, "a table stays on one page"


def test_a_document_says_what_the_sheet_says() -> None:
    document = opened(sheet())
    shown = [(each.style.name, each.text) for each in document.paragraphs if each.text and each.style is not None]
    assert shown[:3] == [
        ("Heading 1", "The plan & more"),
        ("Heading 2", "Goal"),
        ("Normal", "Write clearly, see the law on tillit."),
    ]
    assert ("List Bullet", "One") in shown and ("Normal", "1.\tFirst") in shown
    assert [cell.text for row in document.tables[0].rows for cell in row.cells] == [
        *("Question", "Your answer", "Who?", "", "When?", "")
    ]
    (link,) = document.paragraphs[2].hyperlinks
    assert (link.text, link.address) == ("the law", "https://example.org/en/law/#x")


def test_a_document_can_be_used_by_everybody() -> None:
    """ISO/IEC 29500-1: 17.4.78 (head that repeats), 17.4.6 (rows whole), 17.3.2.20 (language), 17.4.41 (name)."""
    document = opened(sheet())
    assert (document.core_properties.title, document.core_properties.language) == ("The plan & more", "en-GB")
    assert document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == "en-GB"
    table = document.tables[0]
    first, *others = table.rows
    assert first._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in others)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert all(row.height is not None and row.height.mm >= 8 for row in others)
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "The plan & more"
    assert round(table.columns[1].width.mm) == 120
    languages = [each.get(qn("w:val")) for each in document.element.body.iter(qn("w:lang"))]
    assert languages == ["sv-SE"]


def test_the_foot_says_where_the_sheet_comes_from() -> None:
    foot = opened(sheet(pages=2)).sections[0].footer.paragraphs[0]
    assert foot.text.startswith("Guide: Plan · Text of 2026-11-28.\nhttps://example.org/l/plan/ · CC BY 4.0 · Page ")
    assert [link.address for link in foot.hyperlinks] == [
        *("https://example.org/l/plan/", "https://creativecommons.org/licenses/by/4.0/")
    ]
    assert [each.get(qn("w:instr")) for each in foot._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert "Text of" not in opened(sheet(date="")).sections[0].footer.paragraphs[0].text
    assert 'href="https://example.org/l/plan/"' in sheet_foot(sheet())


def test_slips_stand_several_on_a_page_without_what_explains_them() -> None:
    slips = sheet(copies=4)
    assert repeated(slips) == [block for block in slips.blocks if isinstance(block, Table)]
    document = opened(slips)
    assert len(document.tables) == 4 and "Write clearly" not in "".join(each.text for each in document.paragraphs)
    assert sheet_document(slips).count('<div class="copy">') == 4


def test_columns_to_write_in_are_empty_or_number_their_rows() -> None:
    def column(*texts: str) -> Table:
        return Table(((Run("Head"),), (Run("More"),)), tuple(((Run(text),) if text else (), ()) for text in texts))

    assert is_writable(column("", ""), 0) and is_writable(column("1.", "2."), 0)
    assert not is_writable(column("1", "2"), 0), "a name"
    assert not is_writable(column("10", "25"), 0), "minutes"
    assert column_widths(column("", ""))[0] == pytest.approx(WIDTH * 1.25 / 2.25)


def test_cards_have_fronts_and_backs_that_lie_on_each_other() -> None:
    page = html.document_fromstring(sheet_document(sheet(f"<h2>Theme</h2><p>About.</p>{TURNED}")))
    assert [each.get("class") for each in page.xpath("//section")] == ["sheet cards front", "sheet cards back"] * 2
    fronts, backs = (page.xpath(f"//section[contains(@class, '{side}')]/div") for side in ("front", "back"))
    names = [f"Card {number}" for number in range(3)]
    assert [each.findtext("h3") for each in fronts] == names
    assert [each.findtext("div/p[@class='of']") for each in backs] == names, "each at the height of its front"
    assert all(each.findtext("p[@class='theme']") == "Theme" for each in fronts)
    assert all("Say this." in each.text_content() for each in backs)
    assert not any("Say this." in each.text_content() for each in fronts)
    links = [each.xpath(".//a/@href") for each in backs]
    assert links == [[f"https://example.org/l/plan/#card-{number}"] for number in range(3)]
    assert [each.text_content() for each in page.xpath("//h1")] == ["The plan & more: fronts, leaf 1 of 2"]


def test_a_word_document_has_the_back_of_a_card_below_its_front() -> None:
    texts = [each.text for each in opened(sheet(TURNED)).paragraphs]
    assert texts.index("Card 0") < texts.index("Leader") < texts.index("Say this.") < texts.index("Card 1")


def test_two_cards_are_on_a_page_and_each_is_whole() -> None:
    document = opened(sheet(f"<h2>Theme</h2><p>About.</p>{CARDS}<h2>Other</h2>{CARDS}", pages=4))
    breaks = [each.text for each in document.paragraphs if each.paragraph_format.page_break_before]
    assert breaks == ["Card 2", "Other", "Card 2"]
    lines = [
        each for each in document.paragraphs if each._p.pPr is not None and each._p.pPr.find(qn("w:pBdr")) is not None
    ]
    assert len(lines) == 4


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert docx_of(sheet()) == docx_of(sheet())


def test_a_printed_sheet_says_its_title_and_language_and_has_wide_columns() -> None:
    page = html.document_fromstring(sheet_document(sheet()))
    assert (page.get("lang"), page.findtext(".//title"), page.findtext(".//h1")) == ("en", *["The plan & more"] * 2)
    assert [each.get("style") for each in page.iter("col")] == ["width: 33.33%", "width: 66.67%"]
    assert [each.get("scope") for each in page.iter("th")] == ["col", "col"]
    assert page.xpath("//header//a/@href") == ["https://example.org/l/plan/"]
    assert page.xpath("//header//a/text()") == ["example.org/l/plan"]
    assert page.xpath("//header/img/@alt") == ["QR code for https://example.org/l/plan/"]
    assert page.xpath("//p[@class='leads']/a/@href") == ["https://example.org/en/law/#x"]
