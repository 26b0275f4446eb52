"""Checks of Markdown that the builder (Python-Markdown) reads otherwise than the writer means, and of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from guide.checks.findings import Finding, Rule, Severity, nearest, shortened
from guide.checks.registry import source_check
from guide.checks.rules.filters import is_filter
from guide.model.guide import Guide
from guide.model.page import Comment, Element, Page
from guide.model.vocabularies import Directive, SourceKind
from guide.pages.handouts import is_handout
from guide.tools.texts import per_text

LIST_GLUED = Rule(
    "list-without-blank-line",
    "List without a blank line before it",
    "Text stands directly above the list.",
    "The builder makes one paragraph of both, with hyphens or numbers in it.",
    "put a blank line before the list",
)
LIST_INDENT = Rule(
    "list-indent",
    "Nested block indented by less than four spaces",
    "A list or paragraph inside a list item is indented by fewer than four spaces.",
    "The builder takes it out of the item and so breaks the list.",
    "indent it by four spaces from the item's marker",
)
TABLE_GLUED = Rule(
    "table-without-blank-line",
    "Table without a blank line before it",
    "Text stands directly above the table.",
    "The builder shows it as text with pipes.",
    "put a blank line before the table",
)
TABLE_WIDE = Rule(
    "table-too-wide",
    "Table with too many columns",
    "The table has more columns than a phone can show.",
    "The reader has to scroll sideways and loses the first column.",
    "divide it in two, or turn it",
    Severity.WARNING,
)
TABLE_RAGGED = Rule(
    "table-ragged",
    "Row with another number of cells",
    "A row has more or fewer cells than the header.",
    "Cells are lost or stand under the wrong heading.",
    "give the row as many cells as the header; write \\| for a pipe in a cell",
)
TABLE_HEAD = Rule(
    "table-head-empty",
    "Column without a name",
    "A cell in the first row of a table is empty.",
    "Who hears the table read out does not learn what the column holds (WCAG 1.3.1).",
    "write what the column holds",
)
ABBREVIATION = Rule(
    "abbreviation-idle",
    "Abbreviation that explains nothing",
    "*[HSL]: … has no text, or its short form is nowhere on the page.",
    "Nobody is told what the letters stand for.",
    "write what it stands for, or take the line away",
    Severity.WARNING,
)
CALLOUT = Rule(
    "callout-form",
    "Box of an unknown kind or without a title",
    "The word after !!! is not a kind that the guide has, or there is no title in quotation marks.",
    "The box looks unfinished, or shows an English word on a Swedish page.",
    'write !!! kind "Title"',
)
BOX_EMPTY = Rule(
    "box-empty",
    "Box without content",
    "Nothing below !!! is indented by four spaces.",
    "The box is published with its title alone, and its text stands below it as if it were none of it.",
    "indent by four spaces all that belongs to the box",
)
DIRECTIVE = Rule(
    "directive-unknown",
    "Unknown instruction",
    "<!-- guide:… --> names a list that the builder cannot make.",
    "Nothing is put there, silently.",
    f"write one of {', '.join(f'guide:{name}' for name in Directive)}, guide:filter or guide:handout",
)
COMMENT = Rule(
    "comment-unknown",
    "Comment that would be published",
    "An HTML comment is not one of the guide's instructions.",
    "Everybody can read it in the page's source.",
    "delete it; put notes to colleagues in an issue",
    Severity.WARNING,
)
HTML = Rule(
    "html-not-allowed",
    "Raw HTML that the guide does not use",
    "The page holds an element or attribute other than those of figures.",
    "It escapes the guide's style, colours and accessibility, and may load things from elsewhere.",
    "write it in Markdown",
)
MARKUP = Rule(
    "markup-left",
    "Markdown that does not work",
    "The text holds signs of Markdown that do not make what they were meant to: a bracket without its pair, a box "
    "with two !, an address in round brackets without its link text, an asterisk, underscore or backtick alone.",
    "The reader sees the writer's code.",
    "put in the missing sign; write \\[, \\*, \\_ or \\{ for a sign that is meant",
)
_DIRECTIVES = tuple(Directive)
_BLOCK_SIGNS = ("!! ", "!!! ", "!!!! ", "?? ", "??? ", "== ", "=== ", "| ---", "#")
_SIGNS = ("](", "{#", "{:", "**", "[^")
# An address without its link text, or with the brackets turned; (#1234) and (README.md) are none.
_ADDRESS = r"(?:https?://|\.{1,2}/|#[a-z]|[\w-]+/[\w/-]*\.md|[\w-]+\.md#)[^\s)\]]*"
_ANY_SIGN = re.compile(
    rf"{'|'.join(map(re.escape, _SIGNS))}|\] ?\({_ADDRESS}\)|\)\[{_ADDRESS}\]|\((?!http){_ADDRESS}\)"
)
_LONE_SIGN = re.compile(
    r"`|(?<=[^\W\d_])\*(?=\W|$)|(?<!\S)\*(?=[^\W\d_])|(?<!\S)_(?=[^\W_])|(?<=[^\W_])_(?=\W|$)"
    r"|(?<!\{)\{(?![{%:#.]| ?[\w-]+=)|^[^{]*(?<!\})\}(?!\})"
)
_FIGURE = frozenset(
    [
        "figure",
        "figcaption",
        "svg",
        "g",
        "path",
        "rect",
        "line",
        "circle",
        "ellipse",
        "polygon",
        "polyline",
        "text",
        "tspan",
        "title",
        "desc",
        "defs",
        "marker",
        "use",
        "symbol",
        "br",
        "abbr",
        "sub",
        "sup",
        "span",
        "em",
        "strong",
        "a",
        "p",
    ]
)
_FORBIDDEN_ATTRIBUTES = frozenset({"style", "fill", "stroke", "color", "bgcolor", "align", "srcdoc"})


@source_check(LIST_GLUED, LIST_INDENT)
def lists(guide: Guide) -> Iterator[Finding]:
    """Lists that Python-Markdown does not see as such."""
    for page in guide.pages:
        for block in page.lists:
            if block.glued:
                yield LIST_GLUED.at(block.position, "text stands directly above the list")
            if block.depth and block.indent < 4:
                yield LIST_INDENT.at(block.position, f"the nested list is indented by {block.indent}")
        for position in page.shallow:
            yield LIST_INDENT.at(position, "this belongs to the list item above but is indented by less than four")


@source_check(TABLE_GLUED, TABLE_WIDE, TABLE_RAGGED, TABLE_HEAD)
def tables(guide: Guide) -> Iterator[Finding]:
    """Tables."""
    widest = guide.settings.schema.widest_table
    for page in guide.pages:
        for table in page.tables:
            if table.glued:
                yield TABLE_GLUED.at(table.position, "text stands directly above the table")
            if widest and table.columns > widest:
                yield TABLE_WIDE.at(table.position, f"the table has {table.columns} columns; at most {widest}")
            for position in table.ragged:
                yield TABLE_RAGGED.at(position, f"the row does not have {table.columns} cells")
            if table.unnamed:
                columns = ", ".join(map(str, table.unnamed))
                yield TABLE_HEAD.at(table.position, f"the head of column {columns} is empty")


@source_check(ABBREVIATION)
def abbreviations(guide: Guide) -> Iterator[Finding]:
    """What short forms stand for."""
    for page in guide.pages:
        for each in page.abbreviations:
            short = re.compile(rf"(?<!\w){re.escape(each.short)}(?!\w)")
            if not each.text:
                yield ABBREVIATION.at(each.position, f'"{each.short}" stands for nothing')
            elif not any(short.search(passage.text) for passage in page.passages if "*[" not in passage.text):
                yield ABBREVIATION.at(each.position, f'"{each.short}" is nowhere on the page')


@source_check(MARKUP)
def markup(guide: Guide) -> Iterator[Finding]:
    """Signs of Markdown in what readers see."""
    for page in guide.pages:
        escaped = {block.position.line: block.text for block in page.blocks if "\\" in block.text}
        for passage in page.passages:
            sign = _sign_in(passage.text) if passage.kind != "html" else ""
            sign = sign or (_lone_sign(passage.text) if passage.kind != "html" else "")
            if sign and f"\\{sign[0]}" not in escaped.get(passage.position.line, ""):
                yield MARKUP.at(passage.position, f'"{sign}" in the text')


@per_text
def _sign_in(text: str) -> str:
    if text.startswith(_BLOCK_SIGNS):
        return next(sign for sign in _BLOCK_SIGNS if text.startswith(sign)).strip()
    opening, closing = text.count("["), text.count("]")
    if opening != closing:
        return "[" if opening > closing else "]"
    found = _ANY_SIGN.search(text)
    return found[0] if found else ""


@per_text
def _lone_sign(text: str) -> str:
    """Give a sign of emphasis or code beside a word, without its pair, or a brace."""
    found = _LONE_SIGN.search(text)
    return found[0][-1] if found else ""


@source_check(BOX_EMPTY)
def empty_boxes(guide: Guide) -> Iterator[Finding]:
    """Boxes whose text stands outside them."""
    for page in guide.pages:
        for block, following in pairwise(page.blocks):
            if block.kind.startswith("box ") and following.kind == "end":
                yield BOX_EMPTY.at(block.position, "nothing is in the box")


@source_check(CALLOUT)
def callouts(guide: Guide) -> Iterator[Finding]:
    """Boxes."""
    kinds = guide.settings.schema.callout_kinds
    for page in guide.pages:
        for callout in page.callouts if kinds else ():
            if callout.kind not in kinds:
                hint = f"write one of {', '.join(kinds)}"
                suggestion = nearest(callout.kind, kinds)
                yield CALLOUT.at(callout.position, f'no kind of box "{callout.kind}"', hint=hint, suggestion=suggestion)
            elif not callout.title:
                yield CALLOUT.at(callout.position, "the box has no title")


@source_check(DIRECTIVE, COMMENT)
def comments(guide: Guide) -> Iterator[Finding]:
    """HTML comments."""
    for page in guide.pages:
        for comment in page.comments:
            if comment.name == "guide" and not _is_known(comment):
                suggestion = nearest(comment.value, _DIRECTIVES)
                yield DIRECTIVE.at(comment.position, f'unknown list "guide:{comment.value}"', suggestion=suggestion)
            elif not comment.name and guide.settings.schema.plain_html:
                shown = shortened(comment.value, 40)
                yield COMMENT.at(comment.position, f'the comment "{shown}" is no instruction of the guide')


def _is_known(comment: Comment) -> bool:
    name, _, choice = comment.value.partition(" ")
    if name in {Directive.FIGURE, Directive.SHEET, Directive.SHEET_EXAMPLE}:
        return bool(choice.strip())
    known_kind = name == Directive.SOURCES and choice.strip() in set(SourceKind)
    return (
        comment.value in _DIRECTIVES
        or name == Directive.INDICATORS
        or known_kind
        or is_filter(comment)
        or is_handout(comment)
    )


@source_check(HTML)
def raw_html(guide: Guide) -> Iterator[Finding]:
    """Elements written as HTML."""
    if guide.settings.schema.plain_html:
        for page in guide.pages:
            yield from _raw_html(page)


def _raw_html(page: Page) -> Iterator[Finding]:
    for element in page.elements:
        if element.tag not in _FIGURE:
            yield HTML.at(element.position, f"<{element.tag}> is not used in the guide")
        for name in _odd_attributes(element):
            yield HTML.at(element.position, f'the attribute "{name}" is not used in the guide')


def _odd_attributes(element: Element) -> list[str]:
    return [name for name in element.attributes if name in _FORBIDDEN_ATTRIBUTES or name.startswith("on")]
