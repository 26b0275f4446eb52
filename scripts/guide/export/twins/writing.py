"""From the tokens of a page's Markdown to Markdown that any tool reads: CommonMark with tables and footnotes.

What lives here: headings, paragraphs, lists, quotations, tables, boxes and what stands within their lines, written
from what the guide's own parser has read (``reading/markdown.py``). What does not: what stands for the guide's
instructions, and the page as a whole (``twin.py``).

Marks that only make sense in this guide are left out: ids and other attributes, raw HTML. A box becomes a quotation
with its title in bold, a list of terms paragraphs that begin with the term.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from guide.reading.markdown import parse_attributes, parser

_SPECIAL = re.compile(r"([\\`*_\[\]<])")
_STARTS_A_BLOCK = re.compile(r"^(#{1,6}(?= )|[-+>](?= )|\d+(?=[.)] ))")
_MAY_HAVE_ATTRIBUTES = frozenset({"em_close", "strong_close", "link_close", "image", "code_inline"})
_MARKS = {
    **dict.fromkeys(("strong_open", "strong_close"), "**"),
    **dict.fromkeys(("em_open", "em_close"), "*"),
    **dict.fromkeys(("s_open", "s_close"), "~~"),
    "link_open": "[",
    "softbreak": "\n",
    "hardbreak": "  \n",
}


@dataclass(frozen=True, slots=True)
class Resolving:
    """What a writer must be told of a guide."""

    link: Callable[[str], str]
    """Gives the whole address that a link leads to."""
    label: Callable[[str], str]
    """Gives the label of the footnote for a citation; "" where it has none."""
    instruction: Callable[[str], str]
    """Gives the Markdown that stands for an HTML comment; "" for none."""


def written(markdown: str, resolving: Resolving) -> str:
    """Give Markdown of the guide as Markdown for all."""
    return "\n\n".join(_Blocks(parser().parse(markdown), resolving).until(""))


def line(markdown: str, resolving: Resolving) -> str:
    """Give one line of Markdown of the guide as Markdown for all."""
    return _inline(parser().parseInline(markdown)[0].children or (), resolving)


class _Blocks:
    """Goes through the tokens of blocks."""

    def __init__(self, tokens: Sequence[Token], resolving: Resolving) -> None:
        self.tokens, self.resolving, self.at = tokens, resolving, 0

    def until(self, closing: str) -> Iterator[str]:
        """Give the blocks up to a closing token, which is passed."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == closing:
                return
            text = self._block(token)
            if text:
                yield text

    def _block(self, token: Token) -> str:
        match token.type:
            case "heading_open":
                return f"{'#' * int(token.tag[1])} {' '.join(self.until('heading_close'))}"
            case "inline":
                return _STARTS_A_BLOCK.sub(r"\\\1", _inline(token.children or (), self.resolving))
            case "html_block":
                return self.resolving.instruction(token.content.strip())
            case "fence" | "code_block":
                return f"```{token.info.strip()}\n{token.content.rstrip()}\n```"
            case "hr":
                return "---"
            case "box_open":
                return self._box(token)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token)
            case "blockquote_open":
                return _after("> ", "> ", "\n\n".join(self.until("blockquote_close")))
            case "table_open":
                return self._table()
            case "dt_open":
                return f"**{' '.join(self.until('dt_close'))}**"
            case "paragraph_open" | "dl_open" | "dd_open":
                return "\n\n".join(self.until(f"{token.type.removesuffix('open')}close"))
        return ""

    def _box(self, token: Token) -> str:
        title = token.info.partition(" ")[2].strip().strip('"')
        inside = list(self.until("box_close"))
        return _after("> ", "> ", "\n\n".join([*([f"**{title}**"] if title else []), *inside]))

    def _list(self, token: Token) -> str:
        kind = token.type.removesuffix("open")
        number = int(token.attrGet("start") or 1)
        items = []
        while self.tokens[self.at].type == "list_item_open":
            self.at += 1
            mark = "- " if kind == "bullet_list_" else f"{number}. "
            blocks = list(self.until("list_item_close"))
            items.append(_after(mark, " " * len(mark), "\n\n".join(blocks)))
            number += 1
        self.at += 1
        # Loose where an item has several paragraphs, as the two are parted by an empty line.
        return ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)

    def _table(self) -> str:
        rows: list[list[str]] = []
        while self.tokens[self.at].type != "table_close":
            token = self.tokens[self.at]
            self.at += 1
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                text = " ".join(self.until(f"{token.type.removesuffix('open')}close"))
                rows[-1].append(text.replace("|", "\\|").replace("\n", " "))
        self.at += 1
        return table(rows)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Give rows, the first of them the heads, as a table of Markdown; each cell is Markdown without |."""
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, f"|{' --- |' * len(rows[0])}", *body])


def plain(text: str) -> str:
    """Give text as Markdown that shows it letter for letter, without the places where a line of it may break."""
    return _SPECIAL.sub(r"\\\1", text.replace("\u00ad", ""))


def _after(first: str, others: str, text: str) -> str:
    """Put a mark before the first line of a text, and another before the rest."""
    top, *below = text.split("\n")
    return "\n".join([first + top, *((others + each).rstrip() for each in below)])


def _inline(tokens: Sequence[Token], resolving: Resolving) -> str:
    return "".join(_pieces(tokens, resolving)).strip()


def _pieces(tokens: Sequence[Token], resolving: Resolving) -> Iterator[str]:
    hrefs: list[str] = []
    former = ""
    for token in tokens:
        if token.type == "link_open":
            hrefs.append(resolving.link(str(token.attrGet("href") or "")))
        if token.type == "link_close":
            yield f"]({hrefs.pop()})"
        elif token.type == "text":
            # An attribute list stands right after what it belongs to.
            yield plain(_without_attributes(token.content) if former in _MAY_HAVE_ATTRIBUTES else token.content)
        elif token.type == "image":
            yield f"![{plain(token.content)}]({resolving.link(str(token.attrGet('src') or ''))})"
        elif token.type == "code_inline":
            yield f"`{token.content}`"
        elif token.type == "citation":
            label = resolving.label(token.content)
            yield f"[^{label}]" if label else ""
        else:
            yield " " if token.content.startswith("<br") else _MARKS.get(token.type, "")
        former = token.type


def _without_attributes(text: str) -> str:
    inner, mark, rest = text.removeprefix("{").partition("}")
    return rest if mark and text.startswith("{") and parse_attributes(inner) else text
