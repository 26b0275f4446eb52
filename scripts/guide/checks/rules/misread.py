"""Checks of text that is published otherwise than it was written, or that asks for what no parser here can do.

What lives here: what the checker's parser and the builder's read otherwise, and writing that both read as plain
text though it is meant to be more. What does not: blocks that both read but that the guide has rules for
(``markdown.py``), and the comparison itself (``reading/comparing.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from guide.checks.findings import Finding, Rule, shortened
from guide.checks.registry import source_check
from guide.checks.rules.facts import missing_extensions
from guide.model.guide import Guide
from guide.model.page import Misread, Page
from guide.tools.texts import per_page, per_text

OTHERWISE = Rule(
    "read-otherwise",
    "Text that is published otherwise than it is written",
    "The builder (Python-Markdown) makes other blocks or other words of the text than Markdown's standard says.",
    "Numbers, signs or whole paragraphs are lost or turn up in the wrong place, and nobody is told.",
    "put a blank line before and after the block, indent by four spaces what belongs to an item or a box, and end "
    "what is begun",
)
TYPED = Rule(
    "list-typed",
    "List that is none",
    "Lines begin with a bullet, a dash or a number as a word processor writes it, or a + that is meant as a sign "
    "begins a list.",
    "The lines run together to one paragraph, or the sign is lost.",
    "write - and a space before each item, or 1. where they are numbered, with a blank line above the first",
)
UNKNOWN = Rule(
    "syntax-unknown",
    "Writing of another tool",
    "The text holds what another tool would make something of: a box of GitHub's, a macro, a formula, an icon.",
    "The reader sees the writer's code.",
    "write it as REFERENCE.md says, or in `code` where the signs themselves are meant",
)
UNBALANCED = Rule(
    "html-unbalanced",
    "Element without its end",
    "Raw HTML begins an element that it does not end, ends one that it has not begun, or ends two in the wrong order.",
    "Every browser mends it in a way of its own, and what follows may look different or be lost.",
    "write the missing tag, or take the other away",
)
CODE = Rule(
    "code-by-indent",
    "Text that is shown as code",
    "Lines are indented by four spaces or more without belonging to an item or a box.",
    "The reader meets them as code, in one long line, and no search finds them.",
    "take the indent away; put code between lines of ```",
)
_DEFAULT = OTHERWISE.hint
_MENDS: tuple[tuple[str, str], ...] = (
    (r"\d{4}\. ", "write a word before the number (År 2018 …), or a backslash before its stop (2018\\.)"),
    (r"\d+\)", "write 1. for a numbered list; 1\\) where the sign is meant"),
    (
        r"\d+\.",
        "begin the list at 1; indent by four spaces what stands between two items; 3\\. where no list is meant",
    ),
    (r"(```|~~~)", "end the code with a line of ```, and leave a blank line before and after it"),
    (r"#", "put a space after #, or a backslash before it where no heading is meant"),
    (r"(!!!|\?\?\?|===)", 'write !!! kind "Title", and indent by four spaces what belongs to the box'),
    (r"[-*+] ", "use - for every item, a blank line above the first, and four spaces to indent what belongs to one"),
    (r".*\\$", "take the backslash away: a line break needs a paragraph of its own"),
    (r".*\\[^\\`*_{}\[\]()>#+.!-]", "take the backslash away: the sign needs none"),
    (r".*~~", "take the ~~ away: struck text is not published"),
)
# A bullet of any kind, those of word processors' private fonts among them, begins no list in Markdown.
_BULLET = re.compile(r"[•·▪▫●○◦‣⁃∙■□➢➤✓\ue000-\uf8ff]\s*")
# One line that begins with a dash is somebody who speaks; two in one paragraph are a list. So are two numbers.
_DASHED = re.compile(r"(?:[–—]\s|-\S|\d{1,2}[.)]\S|[a-zåäö]\)\s)")
_UNKNOWN: Mapping[str, re.Pattern[str]] = {
    "a box of another tool": re.compile(r"^(?:\[!\w+\]|:::|\.\. \w+::)"),
    "a macro": re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL),
    "a link between brackets": re.compile(r"\[\[[^\]]+\]\]"),
    "a file to put in": re.compile(r"-+8<-+|^!include\b"),
    "a formula": re.compile(r"(?<![\w$])\$(?=[^\s\d$])[^$\n]+(?<=\S)\$(?![\w$])|\$\$"),
    "an icon": re.compile(r"(?<!\w):[a-z]+[a-z0-9_-]*[a-z0-9]:(?!\w)"),
    "marked text": re.compile(r"(==|\+\+|\^\^|%%)(?=[^\s=+^%])[^\n]*?(?<=[^\s=+^%])\1"),
    "raised text": re.compile(r"(?<![\[\^])\^[^\s^\[\]]+\^(?!\^)"),
    "a comment of another tool": re.compile(r"%%.+?%%"),
    "a box to tick": re.compile(r"^\[[ xX]\]\s"),
    "a note within the line": re.compile(r"\^\["),
    "a list of contents": re.compile(r"^\[TOC\]$|^\[\[_?TOC_?\]\]$"),
    "an attribute list that stands by itself": re.compile(r"(?<!\\)\{ ?(?::|[#.]|[a-z-]+=)"),
}
_ANY_SIGN = re.compile(r"\[[!\[ xXT]|:::|^\.\. |\{|8<|!include|\$|(?<!\w):[a-z]|==|\+\+|%%|(?<!\[)\^")
_ATTACHED = re.compile(r"(?<=[)*_\]`])\{:? ?[^{}\n]+\}|\s\{:? ?#[\w-]+[^{}\n]*\}$|\n\{: ?[^{}\n]+\}$")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)|<!--.*?-->|<(?:https?:|mailto:)[^>]*>", re.DOTALL)
_ADDRESS = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s\"[^\"]*\")?\)")
_ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!$:=^|~%&<\"']")


@source_check(OTHERWISE, UNBALANCED)
def otherwise(guide: Guide) -> Iterator[Finding]:
    """What the two parsers read otherwise, but for what has a finding of its own."""
    # Without an extension every box or note would be told of; that it is missing is told once (setting-needed).
    complete = not missing_extensions(guide)
    for page in guide.pages:
        told = _told(page)
        for place, tag in page.unbalanced:
            yield UNBALANCED.at(place, f"{tag} has no counterpart")
        for each in page.misread if complete else ():
            if told.isdisjoint(range(each.position.line, each.last_line + 1)):
                message = f"written: {shortened(each.read, 90)}; published: {shortened(each.built, 90)}"
                yield OTHERWISE.at(each.position, message, hint=_mend(each))


def _told(page: Page) -> set[int]:
    """Lines of which another finding says what is wrong."""
    glued = [each.position for each in page.lists if each.glued]
    glued += [each.position for each in page.tables if each.glued]
    shallow = [each.position for each in page.lists if each.depth and each.indent < 4]
    ragged = [position for table in page.tables for position in table.ragged]
    boxes = [each.position for each in page.callouts if each.kind == "tab"]
    titles = [each.position for each in page.blocks if each.kind == "paragraph" and each.text.startswith("#")]
    places = [*glued, *shallow, *ragged, *boxes, *titles, *page.shallow, *page.indented_code]
    return {position.line for position in (*places, *(place for place, _ in page.unbalanced))}


def _mend(misread: Misread) -> str:
    return next((mend for sign, mend in _MENDS if re.match(sign, misread.written)), _DEFAULT)


@source_check(TYPED)
def typed_lists(guide: Guide) -> Iterator[Finding]:
    """Lists as they come out of a word processor."""
    for page in guide.pages:
        yield from _typed_on(page)


@per_page
def _typed_on(page: Page) -> Iterator[Finding]:
    for block in page.blocks:
        lines = block.text.split("\n")
        bullet = _BULLET.match(lines[0]) if block.kind == "paragraph" else None
        if bullet:
            yield TYPED.at(block.position, f'"{bullet[0].strip()}" begins no list')
        elif block.kind == "paragraph" and sum(bool(_DASHED.match(line)) for line in lines) > 1:
            sign = next(match[0].strip() for line in lines if (match := _DASHED.match(line)))
            yield TYPED.at(block.position, f'lines that begin with "{sign}" run together')
    for each in page.lists:
        if each.marker == "+":
            hint = "write a word before the sign, or a backslash (\\+); - for an item of a list"
            yield TYPED.at(each.position, "the + at the start of the line begins a list, and is lost", hint=hint)


@source_check(UNKNOWN)
def other_tools(guide: Guide) -> Iterator[Finding]:
    """What both parsers leave as it is, though somebody meant it to become something."""
    for page in guide.pages:
        yield from _unknown_on(page)


@per_page
def _unknown_on(page: Page) -> Iterator[Finding]:
    for block in page.blocks:
        if not _has_sign(block.text):
            continue
        text = _bare(block.text)
        for what, sign in _UNKNOWN.items():
            found = sign.search(text)
            if found:
                shown = shortened(" ".join(found[0].split()), 40)
                yield UNKNOWN.at(block.position, f'"{shown}": {what}')
                break


@per_text
def _has_sign(text: str) -> bool:
    """Look for all signs at once: that any of them is there is rare."""
    return _ANY_SIGN.search(text) is not None


def _bare(text: str) -> str:
    """Give a text without what may hold any sign: code, addresses, escaped signs, attribute lists."""
    text = _ADDRESS.sub("]()", _CODE.sub("`x`", _ESCAPED.sub("x", text)))
    return _ATTACHED.sub("", text)


@source_check(CODE)
def indented_code(guide: Guide) -> Iterator[Finding]:
    """Code that nobody meant as such."""
    for page in guide.pages:
        for position in page.indented_code if guide.settings.schema.plain_html else ():
            yield CODE.at(position, "the line is indented, and so becomes code")
