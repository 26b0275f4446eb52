"""Slides as a PowerPoint file (Office Open XML, ISO/IEC 29500), to be edited.

What lives here: a deck to python-pptx, in the guide's calm look: wide slides, dark text on white, no text
smaller than 24 points. What does not: what they say (``decks.py``). The same deck gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from lxml import etree
from pptx import Presentation as new_presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Length, Mm, Pt

from guide.export.archive import repacked
from guide.export.handouts.document import FONT, locale_of
from guide.export.slides.decks import Presentation, Shown

SMALLEST = 24
"""Points of the smallest text on a slide."""
_WIDTH, _HEIGHT = Mm(338.67), Mm(190.5)
"""16:9, as office suites have it."""
_LEFT, _ACROSS = Mm(26), Mm(290)
_ACCENT, _INK, _QUIET = "0B4A45", "1C2423", "444F4D"
_MOMENT = datetime(2026, 1, 1)  # noqa: DTZ001 - core properties hold a naive moment
_TITLE_SLIDE, _CONTENT_SLIDE = 0, 1
_SMALL_FIELDS = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


def pptx_of(deck: Presentation) -> bytes:
    """Give a deck as a PowerPoint file."""
    made: Any = new_presentation()
    _set_look(made)
    _set_properties(made, deck)
    _add_first(made, deck)
    for slide in deck.slides:
        _add_slide(made, slide, deck)
    buffer = io.BytesIO()
    made.save(buffer)
    return repacked(buffer.getvalue())


def _set_look(made: Any) -> None:
    """Make the template wide and calm, so that slides that a trainer adds look as the others do.

    It keeps two layouts, without the fields for date, foot and number: their text would be smaller than the rest.
    """
    made.slide_width, made.slide_height = _WIDTH, _HEIGHT
    for layout in list(made.slide_layouts)[_CONTENT_SLIDE + 1 :]:
        made.slide_layouts.remove(layout)
    master = made.slide_master
    for sheet in (master, *made.slide_layouts):
        for shape in list(sheet.placeholders):
            if shape.placeholder_format.type in _SMALL_FIELDS:
                shape._element.getparent().remove(shape._element)
    _set_text_styles(master)
    _set_theme(master)
    title, body, title_below, lines_below = (Mm(14), Mm(30)), (Mm(54), Mm(122)), (Mm(34), Mm(58)), (Mm(100), Mm(64))
    first, content = made.slide_layouts
    for sheet, above, below in ((master, title, body), (first, title_below, lines_below), (content, title, body)):
        _place(sheet.placeholders[0], *above, MSO_ANCHOR.BOTTOM)
        _place(sheet.placeholders[1], *below, MSO_ANCHOR.TOP)
    for style in first._element.iter(qn("a:lvl1pPr")):
        style.set("algn", "l")
    _add_band(master)


def _place(shape: Any, top: Length, height: Length, anchor: MSO_ANCHOR) -> None:
    shape.left, shape.top, shape.width, shape.height = _LEFT, top, _ACROSS, height
    shape.text_frame.vertical_anchor = anchor
    shape.text_frame.word_wrap = True


def _add_band(master: Any) -> None:
    """Put a coloured band along the left side, behind everything."""
    band = etree.fromstring(
        f'<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<p:nvSpPr><p:cNvPr id="99" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{Mm(9)}" cy="{_HEIGHT}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{_ACCENT}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
    # After the two elements that every tree of shapes begins with (ECMA-376, 19.3.1.45).
    master.shapes._spTree.insert(2, band)


def _set_text_styles(master: Any) -> None:
    styles = master._element.find(qn("p:txStyles"))
    for name, size, colour, bold in (("p:titleStyle", 40, _ACCENT, "1"), ("p:bodyStyle", 32, _INK, "0")):
        first = styles.find(f"{qn(name)}/{qn('a:lvl1pPr')}")
        first.set("algn", "l")
        spacing = first.find(f"{qn('a:spcBef')}/{qn('a:spcPct')}")
        if name == "p:bodyStyle":
            spacing.set("val", "50000")
        for level in styles.find(qn(name)):
            run = level.find(qn("a:defRPr"))
            if run is not None:
                run.set("sz", str(max(SMALLEST, size) * 100))
                run.set("b", bold)
                fill = run.find(qn("a:solidFill"))
                for old in list(fill):
                    fill.remove(old)
                etree.SubElement(fill, qn("a:srgbClr")).set("val", colour)


def _set_theme(master: Any) -> None:
    """Name the font and the colour of links in the theme, where everything else looks for them."""
    theme = next(relation.target_part for relation in master.part.rels.values() if relation.reltype.endswith("/theme"))
    tree = etree.fromstring(theme.blob)
    for latin in tree.iter(qn("a:latin")):
        latin.set("typeface", FONT)
    for link in tree.iter(qn("a:hlink"), qn("a:folHlink")):
        next(iter(link)).set("val", _ACCENT)
    theme._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_properties(made: Any, deck: Presentation) -> None:
    properties = made.core_properties
    properties.title, properties.language = deck.title, locale_of(deck.language)
    properties.author = properties.last_modified_by = deck.site_name
    properties.comments, properties.keywords = deck.address, "CC BY 4.0"
    properties.created = properties.modified = _MOMENT
    properties.revision = 1


def _add_first(made: Any, deck: Presentation) -> None:
    slide = made.slides.add_slide(made.slide_layouts[_TITLE_SLIDE])
    _write(slide.shapes.title.text_frame, [deck.title], deck.language)
    below = slide.placeholders[1].text_frame
    _write(below, [deck.site_name, deck.address, "CC BY 4.0"], deck.language)
    quiet = RGBColor.from_string(_QUIET)  # type: ignore[no-untyped-call]
    for paragraph in below.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.color.rgb = Pt(SMALLEST), quiet
    below.paragraphs[1].runs[0].hyperlink.address = deck.address
    _write(slide.notes_slide.notes_text_frame, [deck.lead], deck.language)


def _add_slide(made: Any, shown: Shown, deck: Presentation) -> None:
    slide = made.slides.add_slide(made.slide_layouts[_CONTENT_SLIDE])
    _write(slide.shapes.title.text_frame, [shown.title], deck.language)
    _write(slide.placeholders[1].text_frame, shown.lines, deck.language)
    _write(slide.notes_slide.notes_text_frame, shown.notes.split("\n"), deck.language)


def _write(frame: Any, lines: Any, language: str) -> None:
    """Write one paragraph a line, marked with its language so that spelling and speech are right."""
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line
        run._r.get_or_add_rPr().set("lang", locale_of(language))
