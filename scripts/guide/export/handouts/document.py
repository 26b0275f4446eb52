"""A sheet as a Word document (Office Open XML, ISO/IEC 29500), to be edited.

What lives here: blocks to python-docx, with what makes a document usable: heading styles, table heads that
repeat, a language, a title, a foot that says where it comes from. What does not: what it
says (``sheets.py``) and how wide things are (``layout.py``). No browser is needed, and the same sheet
gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph

from guide.addresses.open_data import LICENCE
from guide.export.archive import repacked
from guide.export.handouts.content import Block, Card, Heading, Listing, Paragraph, Run, Runs, Table
from guide.export.handouts.layout import (
    CARDS_ON_A_PAGE,
    FOOT,
    MARGIN,
    PAGE,
    column_widths,
    has_room,
    leads,
    repeated,
    row_height,
)
from guide.export.handouts.sheets import Sheet
from guide.words import words_of

# Of the same width as what every office suite has in its place (Liberation Sans, Helvetica).
FONT = "Arial"
_INK, _ACCENT, _SHADE = RGBColor(0, 0, 0), RGBColor(0x0B, 0x4A, 0x45), "E6ECEB"
_MOMENT = datetime(2026, 1, 1)  # noqa: DTZ001 - core properties hold a naive moment
_CELL_MARGIN = 108
"""Left of the text in a cell, in twentieths of a point: what Word's tables have."""


def docx_of(sheet: Sheet) -> bytes:
    """Give a sheet as a Word document."""
    document = docx.Document()
    _Writer(sheet, document).write()
    buffer = io.BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue())


def locale_of(language: str) -> str:
    """Give the language with the country whose dictionary it has, as office suites name it (BCP 47): "en-GB"."""
    return words_of(language).locale.dictionary.replace("_", "-") or language


class _Writer:
    """Writes one sheet."""

    def __init__(self, sheet: Sheet, document: Document) -> None:
        self.sheet = sheet
        self.document = document
        self.height = row_height(sheet)
        self.cards = self.themes = 0

    def write(self) -> None:
        self.set_page()
        self.set_styles()
        self.set_properties()
        if self.sheet.copies > 1:
            for _ in range(self.sheet.copies):
                self.add_runs(self.document.add_heading(level=2), (Run(self.sheet.title),))
                self.add_blocks(repeated(self.sheet))
        else:
            self.add_runs(self.document.add_heading(level=1), (Run(self.sheet.title),))
            self.add_blocks(self.sheet.blocks)
        self.write_foot()

    # Page, styles, properties ------------------------------------------------

    def set_page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
        section.left_margin = section.right_margin = section.top_margin = Mm(MARGIN)
        section.bottom_margin, section.footer_distance, section.header_distance = Mm(FOOT), Mm(8), Mm(8)

    def set_styles(self) -> None:
        styles = self.document.styles
        sizes = {"Normal": 10.5, "Heading 1": 18, "Heading 2": 13, "Heading 3": 12, "List Bullet": 10.5}
        spaces = {"Normal": (0, 5), "Heading 1": (0, 6), "Heading 2": (11, 4), "Heading 3": (6, 3)}
        for name, size in sizes.items():
            style: Any = styles[name]
            style.font.name, style.font.size = FONT, Pt(size)
            _set_fonts(style.element.get_or_add_rPr())
            if name in spaces:
                before, after = spaces[name]
                style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
            if name.startswith("Heading"):
                style.font.color.rgb, style.font.bold = _ACCENT, True
        defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        for old in defaults.findall(qn("w:lang")):
            defaults.remove(old)
        defaults.append(_element("w:lang", val=self.locale, eastAsia=self.locale, bidi="ar-SA"))

    def set_properties(self) -> None:
        properties = self.document.core_properties
        properties.title, properties.language = self.sheet.title, self.locale
        properties.author = properties.last_modified_by = self.sheet.site_name
        properties.comments, properties.keywords = self.sheet.address, "CC BY 4.0"
        # A moment that never changes, so that the same sheet gives the same bytes; the text's day is in the foot.
        properties.created = properties.modified = _MOMENT
        properties.revision = 1

    @property
    def locale(self) -> str:
        """The language of the sheet, with its country."""
        return locale_of(self.sheet.language)

    def write_foot(self) -> None:
        words = words_of(self.sheet.language)
        foot = self.document.sections[0].footer.paragraphs[0]
        foot.style.font.size = Pt(8)
        above = f"{self.sheet.site_name}: {self.sheet.page_title}"
        if self.sheet.date:
            above += " · " + words["sheet.text-of"].format(self.sheet.date)
        address = Run(self.sheet.address, link=self.sheet.address)
        self.add_runs(foot, (Run(f"{above}\n"), address, Run(" · "), Run("CC BY 4.0", link=LICENCE)))
        if self.sheet.pages > 1:
            before, between, after = words["book.page"].split("{}")
            self.add_runs(foot, (Run(f" · {before}"),))
            _add_field(foot, "PAGE")
            self.add_runs(foot, (Run(between),))
            _add_field(foot, "NUMPAGES")
            self.add_runs(foot, (Run(after),))

    # Blocks ------------------------------------------------------------------

    def add_blocks(self, blocks: Sequence[Block]) -> None:
        for place, block in enumerate(blocks):
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            match block:
                case Heading(level, runs):
                    self.add_runs(self.document.add_heading(level=min(level, 3)), runs)
                case Paragraph(runs, kind):
                    paragraph = self.add_paragraph(runs, kind)
                    paragraph.paragraph_format.keep_with_next = kind == "term" or leads(block, following)
                case Listing(items, is_numbered):
                    self.add_list(items, is_numbered)
                case Table():
                    self.add_table(block)
                case Card(front, back):
                    self.add_card([*front, *back], is_new_theme=place == 0 or not isinstance(blocks[place - 1], Card))

    def add_paragraph(self, runs: Runs, kind: str) -> DocxParagraph:
        paragraph = self.document.add_paragraph()
        bold = kind == "term"
        self.add_runs(paragraph, tuple(_bold(run) for run in runs) if bold else runs)
        if kind in ("definition", "quote"):
            paragraph.paragraph_format.left_indent = Mm(6)
        if bold:
            paragraph.paragraph_format.space_after = Pt(0)
        return paragraph

    def add_list(self, items: Iterable[Runs], is_numbered: bool) -> list[DocxParagraph]:
        added = []
        for number, item in enumerate(items, 1):
            # Numbers are written, since a number format of Word's own goes on counting from list to list.
            paragraph = self.document.add_paragraph(style=None if is_numbered else "List Bullet")
            if is_numbered:
                paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Mm(7), Mm(-7)
                paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(7))
                paragraph.add_run(f"{number}.\t")
            self.add_runs(paragraph, item)
            paragraph.paragraph_format.space_after = Pt(3)
            added.append(paragraph)
        return added

    def add_card(self, blocks: Sequence[Block], is_new_theme: bool) -> None:
        """Add a card that stays in one piece: two on a page, with a line between them to cut along."""
        before = len(self.document.paragraphs)
        self.add_blocks(blocks)
        added = self.document.paragraphs[before:]
        for paragraph in added[:-1]:
            paragraph.paragraph_format.keep_with_next = True
        self.cards = 1 if is_new_theme else self.cards + 1
        if self.cards % CARDS_ON_A_PAGE:
            _add_cutting_line(added[-1])
            self.themes += is_new_theme
            first = self.heading_before(before) if is_new_theme else added[0]
            first.paragraph_format.page_break_before = not is_new_theme or self.themes > 1

    def heading_before(self, place: int) -> DocxParagraph:
        """Give the last heading that was written before a paragraph."""
        above = reversed(self.document.paragraphs[:place])
        return next(each for each in above if each.style is not None and each.style.name.startswith("Heading"))

    def add_table(self, table: Table) -> None:
        widths = column_widths(table)
        made = self.document.add_table(rows=0, cols=len(table.head), style="Table Grid")
        made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
        for number, cells in enumerate([table.head, *table.rows]):
            row = made.add_row()
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if number == 0:
                properties.append(OxmlElement("w:tblHeader"))
            elif has_room(table):
                row.height, row.height_rule = Mm(self.height), WD_ROW_HEIGHT_RULE.AT_LEAST
            for cell, runs, width in zip(row.cells, cells, widths, strict=False):
                cell.width = Mm(width)
                self.fill_cell(cell, runs, is_head=number == 0)
                # A table that is on one page stays there, its heading with it.
                cell.paragraphs[0].paragraph_format.keep_with_next = number < len(table.rows)
        _describe(made._tbl, self.sheet.title)
        # What follows a table keeps its distance; Word also wants a paragraph between two tables.
        gap = self.document.add_paragraph()
        gap.paragraph_format.space_after, gap.paragraph_format.line_spacing = Pt(0), Pt(8)

    def fill_cell(self, cell: _Cell, runs: Runs, is_head: bool) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        if is_head:
            cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=_SHADE))
        self.add_runs(paragraph, tuple(_bold(run) for run in runs) if is_head else runs)

    # Runs --------------------------------------------------------------------

    def add_runs(self, paragraph: DocxParagraph, runs: Runs) -> None:
        for run in runs:
            parent: Any = paragraph._p
            if run.link:
                relation = paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                parent = OxmlElement("w:hyperlink")
                parent.set(qn("r:id"), relation)
                paragraph._p.append(parent)
            self.add_run(paragraph, parent, run)

    def add_run(self, paragraph: DocxParagraph, parent: Any, run: Run) -> None:
        for number, line in enumerate(run.text.split("\n")):
            written = paragraph.add_run()
            if number:
                written.add_break(WD_BREAK.LINE)
            written.add_text(line)
            if run.is_bold:
                written.bold = True
            if run.is_italic:
                written.italic = True
            if run.link:
                written.underline = True
            if run.language and run.language != self.sheet.language:
                written._r.get_or_add_rPr().append(_element("w:lang", val=locale_of(run.language)))
            if parent is not paragraph._p:
                parent.append(written._r)


def _bold(run: Run) -> Run:
    return Run(run.text, True, run.is_italic, run.link, run.language)


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _set_fonts(properties: Any) -> None:
    """Name the font for every script: a theme's font, where the template names one, would go before it."""
    fonts = properties.find(qn("w:rFonts"))
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def _add_field(paragraph: DocxParagraph, name: str) -> None:
    field = _element("w:fldSimple", instr=name)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)


def _add_cutting_line(paragraph: DocxParagraph) -> None:
    borders: Any = OxmlElement("w:pBdr")
    borders.append(_element("w:bottom", val="dashed", sz="6", space="12", color="555555"))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
    paragraph.paragraph_format.space_after = Pt(16)


def _describe(table: Any, title: str) -> None:
    """Give a table a name for screen readers, and say that its first row is its head."""
    properties = table.tblPr
    # The frame, and not the text in the cells, stands at the margin.
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(_element("w:tblInd", w=str(_CELL_MARGIN), type="dxa"))
    properties.append(_element("w:tblCaption", val=title))
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    properties.insert(
        len(properties) - 1, _element("w:tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", noVBand="1")
    )
