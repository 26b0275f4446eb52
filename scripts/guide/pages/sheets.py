"""Sheets to fill in, as forms that work, and print, without a script; and their examples.

What lives here: the boxes with their labels, as many rows as there are on paper, and the example as a table. What does
not: adding and removing rows, saving, opening and exporting, which the reader's own browser does (``client/sheet.js``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.sheets import Box, Layout, Sheet, SheetText
from guide.words import Words, words_of

LONGEST = 2000
"""More letters than this no box takes; whoever needs more is writing something else."""


def sheet(guide: Guide, page: Page, name: str) -> str:
    """Give the form in the page's language, with all that the script needs in ``data-guide-sheet``; or ""."""
    found = guide.sheet_by_id.get(name)
    text = found.texts.get(page.language) if found else None
    if found is None or text is None:
        return ""
    language, words = page.language, words_of(page.language)
    lines = [
        f'<div class="guide-tool" data-guide-sheet="{escape(_given(found, text, page, words))}">',
        f'<form class="guide-sheet guide-sheet--{found.layout if found.columns else "boxes"}" autocomplete="off">',
        f"<p>{escape(text.purpose)}</p>",
        *_once(found, language, words),
        *_explained(found, language),
        *(line for number in range(1, found.rows + 1) for line in _row(found, text, number, language, words)),
        "</form></div>",
    ]
    return "\n".join(lines)


def sheet_example(guide: Guide, page: Page, name: str) -> str:
    """Give the example as a Markdown table, box by box, under a line that says that it is made up; or ""."""
    found = guide.sheet_by_id.get(name)
    text = found.texts.get(page.language) if found else None
    if found is None or text is None:
        return ""
    words = words_of(page.language)
    told = ((each.texts[page.language]) for each in (*found.boxes, *found.columns) if page.language in each.texts)
    rows = [f"| {_cell(each.name)} | {_cell(each.example)} |" for each in told]
    head = f"| {words['fill-in.box']} | {words['fill-in.filled']} |"
    return "\n".join([f"{words['fill-in.example']} {text.example}", "", head, "| --- | --- |", *rows])


def sheet_told(guide: Guide, page: Page, name: str) -> str:
    """Give what the boxes of a sheet ask for as Markdown, for those who read and do not fill in; or ""."""
    found = guide.sheet_by_id.get(name)
    text = found.texts.get(page.language) if found else None
    if found is None or text is None:
        return ""
    told = ((each.texts[page.language]) for each in (*found.boxes, *found.columns) if page.language in each.texts)
    return "\n".join([text.purpose, "", *(f"- **{each.name}:** {each.help}" for each in told)])


def _given(found: Sheet, text: SheetText, page: Page, words: Words) -> str:
    given: dict[str, Any] = {
        "id": found.id,
        "version": found.version,
        "title": text.title,
        "row": text.row,
        "file": page.slug.rpartition("/")[2] or found.id,
        "layout": found.layout,
        "most": found.rows if found.columns else 0,
        "longest": LONGEST,
        "boxes": _boxes(found.boxes, page.language),
        "columns": _boxes(found.columns, page.language),
        "words": words.section("fill-in"),
    }
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))


def _boxes(boxes: Sequence[Box], language: str) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "name": each.texts[language].name,
            "choices": {one.id: one.texts.get(language, one.id) for one in each.choices},
        }
        for each in boxes
        if language in each.texts
    ]


def _once(found: Sheet, language: str, words: Words) -> Iterator[str]:
    if found.boxes:
        yield '<div class="guide-sheet__boxes">'
        yield from (_labelled(each, f"box-{each.id}", _help(each, language), language, words) for each in found.boxes)
        yield "</div>"


def _explained(found: Sheet, language: str) -> Iterator[str]:
    """Give what the columns ask for, once, where each row has no room to say it."""
    if found.columns and found.layout == Layout.ROWS:
        told = [each.texts[language] for each in found.columns if language in each.texts]
        yield "<ul>"
        for each in told:
            colon = "" if each.name.endswith("?") else ":"
            yield f"<li><strong>{escape(each.name)}{colon}</strong> {escape(each.help)}</li>"
        yield "</ul>"


def _row(found: Sheet, text: SheetText, number: int, language: str, words: Words) -> Iterator[str]:
    if found.columns:
        name = f"{text.row[:1].upper()}{text.row[1:]} {number}"
        yield f'<fieldset class="guide-sheet__boxes guide-sheet__row"><legend>{escape(name)}</legend>'
        for each in found.columns:
            says = _help(each, language) if found.layout == Layout.CARDS else ""
            yield _labelled(each, f"row-{number}-{each.id}", says, language, words)
        yield "</fieldset>"


def _help(box: Box, language: str) -> str:
    return box.texts[language].help if language in box.texts else ""


def _labelled(box: Box, name: str, says: str, language: str, words: Words) -> str:
    """Give a box with its label; a screen reader reads what is said of it, if anything, after the label."""
    text = box.texts.get(language)
    if text is None:
        return ""
    help_id = f"help-{name}"
    described = f' aria-describedby="{help_id}"' if says else ""
    said = f'<small id="{help_id}">{escape(says)}</small>' if says else ""
    return (
        f'<div><label for="{name}">{escape(text.name)}</label>{said}{_box(box, name, described, language, words)}</div>'
    )


def _box(box: Box, name: str, described: str, language: str, words: Words) -> str:
    if not box.choices:
        rows = f'rows="{box.lines}" maxlength="{LONGEST}"'
        return f'<textarea id="{name}" name="{name}" {rows}{described}></textarea>'
    offered = [(each.id, each.texts.get(language, each.id)) for each in box.choices]
    options = "".join(f'<option value="{value}">{escape(shown)}</option>' for value, shown in offered)
    # What can be ringed with a pen stands on paper only, in place of a list that nothing is chosen in.
    ring = escape(" / ".join(shown for _, shown in offered))
    return (
        f'<select id="{name}" name="{name}"{described}><option value="">{escape(words["fill-in.choose"])}</option>'
        f'{options}</select><span class="guide-on-paper">{ring}</span>'
    )


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", " ")
