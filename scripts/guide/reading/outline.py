"""What a page is made of, block by block, as the checker's parser (CommonMark) reads it.

What lives here: from the parser's tokens to a flat list of blocks. What does not: what the builder's
parser makes of the same text (``rendered.py``), and comparing the two (``comparing.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from guide.reading.markdown import parse_attributes


class Outlined(NamedTuple):
    """One block, or the end of one that holds others."""

    kind: str
    """"paragraph", "heading 2", "list of 3 from 1", "quotation", "box note" …; "end" closes the last that holds."""
    text: str = ""
    """What is written in it, with white space as single spaces and without comments; "" where it holds others."""
    line: int = 0
    """Line (from 0) that it starts on."""
    inline: Token | None = None
    """The parser's token of its text."""


_LEAVES = {"paragraph_open": "paragraph", "dt_open": "term", "th_open": "cell", "td_open": "cell"}
_HOLDERS = {"blockquote_open": "quotation", "list_item_open": "item", "dd_open": "definition"}
_ENDS = frozenset(
    {"blockquote_close", "bullet_list_close", "ordered_list_close", "list_item_close", "dd_close", "box_close"}
)
_ABBREVIATION = re.compile(r"\*\[[^\]]+\]:.*")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def outline_of(tokens: Sequence[Token]) -> list[Outlined]:
    """Give the blocks of a page in order."""
    return list(_outlined(tokens))


def _outlined(tokens: Sequence[Token]) -> Iterator[Outlined]:
    kind, skipped, line = "paragraph", 0, 0
    for index, token in enumerate(tokens):
        # What ends a block has no line of its own: it stands at the last that was seen.
        line = token.map[0] if token.map else line
        if token.map and line < skipped:
            continue
        if token.type == "inline":
            text = written(token.content)
            if text if kind == "paragraph" else True:
                yield Outlined(kind, text, line, token)
            kind = "paragraph"
        elif token.type in _LEAVES:
            kind = _LEAVES[token.type]
        elif token.type == "heading_open":
            kind = f"heading {token.tag[1]}"
        elif token.type in _ENDS:
            yield Outlined("end", "", line)
        elif token.type == "footnote_definition":
            # Notes stand at the foot of the built page, and are no part of its text.
            skipped = token.map[1] if token.map else 0
        else:
            yield from _holder(token, tokens, index, line)


def _holder(token: Token, tokens: Sequence[Token], index: int, line: int) -> Iterator[Outlined]:
    """Give the start of a block that holds others, or a block without inline text."""
    if token.type in _HOLDERS:
        yield Outlined(_HOLDERS[token.type], "", line)
    elif token.type in {"bullet_list_open", "ordered_list_open"}:
        start = int(token.attrGet("start") or 1) if token.type.startswith("ordered") else None
        yield Outlined(list_kind(start, _count(tokens, index, "list_item_open")), "", line)
    elif token.type == "table_open":
        rows, cells = _count(tokens, index, "tr_open"), _count(tokens, index, "th_open")
        yield Outlined(f"table of {rows} × {cells}", "", line)
    elif token.type == "box_open":
        kind, _, title = token.info.partition(" ")
        yield Outlined(f"box {kind.casefold()}", title.strip().strip('"').strip(), line)
    elif token.type in {"fence", "code_block"}:
        yield Outlined("code", squeezed(token.content), line)
    elif token.type == "hr":
        yield Outlined("line", "", line)


def list_kind(start: int | None, items: int) -> str:
    """Name a list: by its number of items, and its first number where it has one."""
    return f"list of {items}" if start is None else f"list of {items} from {start}"


def _count(tokens: Sequence[Token], index: int, kind: str) -> int:
    """Count the rows, head cells or items of the block that opens at ``index``, without those of blocks in it."""
    opening = tokens[index]
    close = opening.type.replace("_open", "_close")
    inner = opening.level + 1 if kind == "list_item_open" else None
    count = 0
    for token in tokens[index + 1 :]:
        if token.type == close and token.level == opening.level:
            break
        count += token.type == kind and inner in (None, token.level)
    return count


def words_in(children: Sequence[Token]) -> str:
    """Give the words of a block as a reader sees them, code and the alternative texts of pictures with them."""
    before: Token | None = None
    parts = []
    for child in children:
        parts.append(_shown(child, before))
        before = child
    return squeezed("".join(parts))


def _shown(token: Token, before: Token | None) -> str:
    if token.type == "text":
        follows = before is not None and before.type not in {"text", "undefined_reference"}
        return _without_attributes(token.content) if follows else token.content
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return token.content if token.type in {"image", "code_inline"} else ""


def _without_attributes(text: str) -> str:
    """Take an attribute list off the start of a text that follows a link or a word in italics."""
    end = text.find("}")
    if text.startswith("{") and end > 0 and parse_attributes(text[1:end]):
        return text[end + 1 :]
    return text


def written(text: str) -> str:
    """Give what is written in a block: without comments and abbreviations, with white space as single spaces."""
    if "<!--" in text:
        text = _COMMENT.sub("", text)
    if "*[" in text:
        text = "\n".join(line for line in text.split("\n") if not _ABBREVIATION.fullmatch(line.strip()))
    return squeezed(text)


def squeezed(text: str) -> str:
    """Give a text with white space as single spaces."""
    return " ".join(text.split())
