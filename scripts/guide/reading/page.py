"""From one Markdown text to one page of the model.

What lives here: splitting off the front matter, walking the parser's tokens, and
noting every heading, link, citation, table … with its place. What does not: the
parser (``markdown.py``), finding the files (``guide.py``), judging (``checks/``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from guide.model.data import Indicator
from guide.model.page import (
    Abbreviation,
    Block,
    Callout,
    Citation,
    Comment,
    Definition,
    Element,
    Heading,
    Identifier,
    IdReference,
    Image,
    Italic,
    Link,
    ListBlock,
    Misread,
    Page,
    Passage,
    Section,
    Table,
)
from guide.model.place import Allowance, Position
from guide.model.settings import Extensions
from guide.model.targets import read_target
from guide.reading.allowances import allowances_in, yaml_allowances
from guide.reading.comparing import differences
from guide.reading.expanding import expand
from guide.reading.front_matter import read_front_matter
from guide.reading.markdown import Attributes, parse_attributes, parser, plain_text, shown
from guide.reading.outline import Outlined, outline_of
from guide.reading.questions import questions_in
from guide.tools.markup import (
    comments_of,
    elements_of,
    id_references,
    parse_fragment,
    tags_in,
    unbalanced,
    url_attributes,
)
from guide.tools.slugs import slugify

PAGE_SECTION = "_page"
_COMMENT_NAMES = frozenset({"also", "roles", "allow", "guide"})
_ABBREVIATION = re.compile(r" {0,3}\*\[([^\]]+)\]:[ ]?(.*)")
_PASSAGE_KINDS = {"paragraph": "paragraph", "heading": "heading", "th": "cell", "td": "cell", "dt": "term"}


@dataclass
class _Place:
    """What is open around the token at hand."""

    section: str = ""
    """Id of the last heading."""
    quotes: int = 0
    """Open blockquotes."""
    lists: list[tuple[int, int]] = field(default_factory=list)
    """Column and line of the marker of each open list item."""
    block: str = "paragraph"
    """Kind of the innermost open block that holds text."""
    foreign: int = 0
    """Open raw elements with a ``lang`` of their own."""


class PageReader:
    """Reads one page; each kind of token has its method ``_on_…``."""

    def __init__(
        self,
        text: str,
        file: str,
        source: str,
        indicators: Sequence[Indicator] = (),
        extensions: Extensions = (),
    ) -> None:
        """Take the text, what findings call the file, its path in docs, and the indicators that it may show.

        ``extensions`` are those of the builder, whose reading is compared with this one.
        """
        self.file = file
        self.source = source
        self.indicators = indicators
        self.extensions = extensions
        self.written = text.split("\n")
        self.front, self.body_start = read_front_matter(self.written, file)
        self.place = _Place()
        self.slugs: dict[str, int] = {}
        self.headings: list[Heading] = []
        self.heading_lines: list[int] = []
        self.heading_content: list[bool] = [False]
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.citations: list[Citation] = []
        self.footnotes: list[Definition] = []
        self.undefined: list[Definition] = []
        self.identifiers: list[Identifier] = []
        self.id_references: list[IdReference] = []
        self.elements: list[Element] = []
        self.comments: list[Comment] = []
        self.tables: list[Table] = []
        self.lists: list[ListBlock] = []
        self.callouts: list[Callout] = []
        self.passages: list[Passage] = []
        self.shallow: list[Position] = []
        self.indented_code: list[Position] = []
        self.tags: list[tuple[str, Position]] = []
        self.first_block: Position | None = None
        self.used_labels: set[str] = set()
        self.row = (0, 0)

    def page(self, language: str, path: str, faq_type: str) -> Page:
        """Give the page, without its address (which needs the settings)."""
        self.text = expand(self.written, self.file, language, self.indicators)
        self.lines = self.text.lines
        self.comments += [Comment("guide", value, position, "") for value, position in self.text.instructions]
        self._front_passages()
        env: dict[str, Any] = {}
        body = "\n" * self.body_start + "\n".join(self.lines[self.body_start :])
        tokens = parser().parse(body, env)
        for index, token in enumerate(tokens):
            handler = _HANDLERS.get(token.type)
            if handler is not None:
                handler(self, token, tokens, index)
        outline = outline_of(tokens)
        references = tuple(
            Definition(label, self.text.at(value["map"][0], 0)) for label, value in env.get("references", {}).items()
        )
        repeated = tuple(
            Definition(each["label"], self.text.at(each["map"][0], 0)) for each in env.get("duplicate_refs", ())
        )
        questions = questions_in(self, tokens, path) if self.front.values.get("type") == faq_type else ()
        page = Page(
            language=language,
            path=path,
            source=self.source,
            file=self.file,
            front=self.front,
            address="",
            headings=tuple(self.headings),
            sections=self._sections(),
            links=tuple(self.links),
            images=tuple(self.images),
            citations=tuple(self.citations),
            footnotes=tuple(self.footnotes),
            references=references,
            repeated_references=repeated,
            abbreviations=tuple(self._abbreviations(tokens)),
            used_references=frozenset(self.used_labels),
            undefined_references=tuple(self.undefined),
            identifiers=tuple(self.identifiers),
            id_references=tuple(self.id_references),
            elements=tuple(self.elements),
            comments=tuple(self.comments),
            tables=tuple(self.tables),
            lists=tuple(self.lists),
            callouts=tuple(self.callouts),
            blocks=tuple(self._blocks(outline)),
            indented_code=tuple(self.indented_code),
            unbalanced=tuple(unbalanced(self.tags)),
            misread=tuple(self._misread(outline, body)),
            shallow=tuple(self.shallow),
            passages=tuple(self.passages),
            questions=questions,
            markdown="\n".join(self.lines[self.body_start :]),
            allowances=self._allowances(),
            first_block=self.first_block,
            expands=frozenset(comment.value for comment in self.comments if comment.name == "guide"),
        )
        return page

    def _front_passages(self) -> None:
        """The texts of the front matter that readers see are prose too."""
        for key, kind in (("title", "title"), ("description", "paragraph")):
            text = " ".join(self.front.text(key).split())
            if text:
                self.passages.append(Passage(text, kind, self.front.at(key), ""))

    # Places

    def position(self, line: int, text: str = "") -> Position:
        """Give the place of ``text`` on a line (from 0), or of the line's first letter."""
        raw = self.lines[line] if line < len(self.lines) else ""
        column = raw.find(text) if text else -1
        if column < 0:
            column = len(raw) - len(raw.lstrip())
        return self.text.at(line, column)

    def inline_place(self, inline: Token, offset: int) -> tuple[int, int]:
        """Give line and column (from 0) of character ``offset`` of a block's text."""
        content = inline.content
        begin = content.rfind("\n", 0, offset) + 1
        end = content.find("\n", offset)
        line = (inline.map[0] if inline.map else 0) + (content.count("\n", 0, begin) if begin else 0)
        raw = self.lines[line] if line < len(self.lines) else ""
        start = raw.find(content[begin:end] if end >= 0 else content[begin:])
        return line, max(0, start) + offset - begin

    # Blocks

    def _content(self, token: Token) -> None:
        """Note that the section at hand holds something."""
        self.heading_content[-1] = True
        if self.first_block is None and token.map:
            self.first_block = self.position(token.map[0])

    def _on_heading_open(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        inline = tokens[index + 1]
        attributes: Attributes = token.meta.get("attributes") or Attributes()
        text = plain_text(inline)
        line = token.map[0] if token.map else 0
        identity = attributes.id or self._implicit_id(text)
        marked = frozenset(kind for kind in map(_markup_kind, inline.children or ()) if kind)
        self.heading_lines.append(line)
        self.headings.append(
            Heading(int(token.tag[1]), text, identity, bool(attributes.id), self.position(line), marked)
        )
        if self.first_block is None:
            self.first_block = self.position(line)
        self.heading_content.append(False)
        self.place.section = identity
        self.place.block = "heading"

    def _implicit_id(self, text: str) -> str:
        slug = slugify(text)
        used = {heading.id for heading in self.headings}
        if slug and slug not in used:
            return slug
        self.slugs[slug] = self.slugs.get(slug, 0) + 1
        return f"{slug}_{self.slugs[slug]}"

    def _on_heading_close(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self.place.block = "paragraph"

    def _on_block_open(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        kind = token.type.removesuffix("_open")
        self.place.block = _PASSAGE_KINDS[kind]
        self._content(token)
        if kind == "paragraph" and self.place.lists and token.map:
            column, line = self.place.lists[-1]
            if token.map[0] > line and self._marker_column(token.map[0]) - column < 4:
                self.shallow.append(self.position(token.map[0]))

    def _on_plain_block(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self._content(token)
        if token.type == "code_block" and token.map:
            self.indented_code.append(self.position(token.map[0]))

    def _on_quote_open(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self.place.quotes += 1
        self._content(token)

    def _on_quote_close(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self.place.quotes -= 1

    def _on_list_open(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self._content(token)
        line = token.map[0] if token.map else 0
        column = self._marker_column(line)
        depth = len(self.place.lists)
        items = _items_in(tokens, index)
        indent = column - self.place.lists[-1][0] if depth else 0
        self.lists.append(
            ListBlock(
                token.type.startswith("ordered"),
                items,
                depth,
                self.position(line),
                self.place.section,
                indent,
                self._is_glued(tokens, index),
                token.markup,
            )
        )

    def _on_item_open(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        line = token.map[0] if token.map else 0
        self.place.lists.append((self._marker_column(line), line))

    def _on_item_close(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self.place.lists.pop()

    def _marker_column(self, line: int) -> int:
        raw = self.lines[line].expandtabs(4) if line < len(self.lines) else ""
        return len(raw) - len(raw.lstrip())

    def _is_glued(self, tokens: Sequence[Token], index: int) -> bool:
        """A paragraph ends on the line just above the block (nested blocks follow their item's text closely)."""
        opening, before = tokens[index], tokens[index - 1] if index else None
        if before is None or before.type != "paragraph_close" or self.place.lists or not opening.map:
            return False
        line = opening.map[0] - 1
        return line >= 0 and bool(self.lines[line].strip())

    def _on_table_open(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self._content(token)
        first, last = token.map or [0, 0]
        rows = [self.lines[line] for line in range(first, last) if line < len(self.lines)]
        counts = [_cells(row) for row in rows]
        ragged = tuple(
            self.position(first + number)
            for number, count in enumerate(counts)
            if number > 1 and counts and count != counts[0]
        )
        glued, position = self._is_glued(tokens, index), self.position(first)
        columns = counts[0] if counts else 0
        unnamed = tuple(_empty_heads(tokens, index))
        self.tables.append(Table(len(rows) - 1, columns, position, self.place.section, ragged, glued, unnamed))

    def _on_row_open(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self.row = (len(self.citations), len(self.passages))

    def _on_row_close(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        """What is said in any cell of a row is said beside the citations in the others."""
        citations, passages = self.row
        whole = " ".join(passage.text for passage in self.passages[passages:])
        for number in range(citations, len(self.citations)):
            self.citations[number] = self.citations[number]._replace(whole=whole)

    def _on_box_open(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self._content(token)
        position = self.position(token.map[0] if token.map else 0)
        kind, _, rest = token.info.partition(" ")
        title = rest.strip() if rest.strip().startswith('"') else None
        if token.markup.startswith("==="):
            kind, title = "tab", token.info
        title = title.strip('"').strip() if title is not None else None
        self.callouts.append(Callout(kind, title, position, token.markup.startswith("?")))
        if title:
            self.passages.append(Passage(title, "title", position, self.place.section))

    def _on_footnote(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        self.footnotes.append(Definition(token.content, self.position(token.map[0] if token.map else 0)))

    def _on_html_block(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        first = token.map[0] if token.map else 0
        had = len(self.elements)
        self._read_html(token.content, first, self.position(first))
        if len(self.elements) > had:
            self._content(token)
            text = _text_of_html(token.content)
            if text:
                self.passages.append(Passage(text, "html", self.position(first), self.place.section, quoted=True))

    # Inline

    def _on_inline(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        children = token.children or []
        text = plain_text(token)
        foreign = self.place.foreign
        first_line, first_column = self.inline_place(token, 0)
        has_lines = "\n" in token.content
        for number, child in enumerate(children):
            start = child.meta.get("start")
            if start is None:
                continue
            line, column = self.inline_place(token, start) if has_lines else (first_line, first_column + start)
            position = self.text.at(line, column)
            if child.type == "link_open":
                self._link(child, children, number, position)
            elif child.type == "image":
                self._image(child, children, number, position)
            elif child.type == "citation":
                before = " ".join("".join(map(shown, children[:number])).split())
                self.citations.append(self._citation(child, position, before, text))
            elif child.type == "undefined_reference":
                self.undefined.append(Definition(child.content, position))
            elif child.type == "html_inline":
                foreign += ' lang="' in child.content
                self._read_html(child.content, line, position)
        if text and not _explains_only(token.content):
            quoted = self.place.quotes > 0 or foreign > 0
            kind = self.place.block
            italics = tuple(_italics(children)) if len(children) > 1 else ()
            first = self.text.at(first_line, first_column)
            passage = Passage(text, kind, first, self.place.section, quoted, italics)
            self.passages.append(passage)

    def _citation(self, token: Token, position: Position, text: str, whole: str) -> Citation:
        """Note a citation; its passage is the next to be added."""
        key, _, claim = token.content.partition("#")
        after, before = token.meta["after"], token.meta["before"]
        return Citation(key, position, self.place.section, after, before, claim, len(self.passages), text, whole)

    def _link(self, token: Token, children: Sequence[Token], index: int, position: Position) -> None:
        close = _closing(children, index)
        text = "".join(shown(child) for child in children[index + 1 : close]).strip()
        href = str(token.attrGet("href") or "")
        attributes = _attributes_after(children, close)
        if attributes and attributes.id:
            self.identifiers.append(Identifier(attributes.id, position))
        if "label" in token.meta:
            self.used_labels.add(str(token.meta["label"]))
        pairs = attributes.pairs if attributes else {}
        target = read_target(href, self.source)
        is_autolink = token.info == "auto"
        language = pairs.get("hreflang")
        self.links.append(Link(text, href, target, position, self.place.section, language, is_autolink))

    def _image(self, token: Token, children: Sequence[Token], index: int, position: Position) -> None:
        src = str(token.attrGet("src") or "")
        attributes = _attributes_after(children, index)
        pairs = attributes.pairs if attributes else {}
        decoration = pairs.get("role") in {"presentation", "none"} or pairs.get("aria-hidden") == "true"
        if "label" in token.meta:
            self.used_labels.add(str(token.meta["label"]))
        alt = "".join(shown(child) for child in token.children or ()) or token.content
        target = read_target(src, self.source)
        self.images.append(Image(alt.strip(), src, target, position, self.place.section, decoration))

    # Raw HTML

    def _read_html(self, text: str, first_line: int, start: Position) -> None:
        self.tags += [(tag, self.position(first_line + line) if line else start) for tag, line in tags_in(text)]
        tree = parse_fragment(text)
        if tree is None:
            return
        for node in comments_of(tree):
            self._comment(str(node.text or ""), self._html_position(node, first_line, start))
        for element in elements_of(tree):
            self._element(element, self._html_position(element, first_line, start))

    def _html_position(self, node: Any, first_line: int, start: Position) -> Position:
        line = (node.sourceline or 1) - 1
        return start if line <= 0 else self.position(first_line + line)

    def _comment(self, text: str, position: Position) -> None:
        name, colon, value = text.strip().partition(":")
        if colon and name.strip().lower() in _COMMENT_NAMES:
            comment = Comment(name.strip().lower(), value.strip(), position, self.place.section)
        else:
            comment = Comment("", text.strip(), position, self.place.section)
        self.comments.append(comment)
        if comment.name == "guide":
            self.heading_content[-1] = True

    def _element(self, element: Any, position: Position) -> None:
        attributes = {str(name): str(value) for name, value in element.attrib.items()}
        self.elements.append(Element(str(element.tag), attributes, position))
        identity = attributes.get("id") or (attributes.get("name") if element.tag == "a" else None)
        if identity:
            self.identifiers.append(Identifier(identity, position))
        for name, pointed in id_references(attributes):
            self.id_references.append(IdReference(pointed, name, position))
        self._element_addresses(element, attributes, position)

    def _element_addresses(self, element: Any, attributes: Mapping[str, str], position: Position) -> None:
        """Links and images of a raw element."""
        section = self.place.section
        if element.tag in {"img", "image"}:
            src = attributes.get("src") or attributes.get("href") or attributes.get("xlink:href") or ""
            decoration = attributes.get("alt") == "" or attributes.get("aria-hidden") == "true"
            target = read_target(src, self.source)
            self.images.append(Image(attributes.get("alt"), src, target, position, section, decoration))
            return
        for name, address in url_attributes(attributes):
            if name in {"href", "cite"} and element.tag in {"a", "area"}:
                text = " ".join("".join(element.itertext()).split()) or attributes.get("aria-label", "")
                # A start tag alone (inline HTML) has its text elsewhere: it must not count as empty.
                text = text or ("…" if element.getparent() is not None and len(element) == 0 else "")
                target = read_target(address, self.source)
                self.links.append(Link(text, address, target, position, section, attributes.get("hreflang")))
            elif name in {"src", "srcset", "data", "poster"}:
                self.images.append(Image("", address, read_target(address, self.source), position, section, True))

    # What needs the whole page

    def _blocks(self, outline: Sequence[Outlined]) -> Iterator[Block]:
        starts = dict(zip(self.heading_lines, self.headings, strict=True))
        section = ""
        for block in outline:
            if block.kind.startswith("heading") and block.line in starts:
                section = starts[block.line].id
            text = block.inline.content if block.inline is not None else ""
            yield Block(block.kind, self.position(block.line), section, text)

    def _abbreviations(self, tokens: Sequence[Token]) -> Iterator[Abbreviation]:
        """Give what short forms stand for; both parsers read such a line as part of a paragraph first."""
        for token in tokens:
            if token.type != "inline" or "*[" not in token.content or not token.map:
                continue
            for number, line in enumerate(token.content.split("\n")):
                found = _ABBREVIATION.fullmatch(line)
                if found:
                    yield Abbreviation(found[1], found[2].strip(), self.position(token.map[0] + number))

    def _misread(self, outline: Sequence[Outlined], body: str) -> Iterator[Misread]:
        """Compare with the builder's reading; a guide's settings say what it reads with."""
        for each in differences(outline, body, self.extensions) if self.extensions else ():
            line = self.lines[each.line] if each.line < len(self.lines) else ""
            start, last = self.position(each.line), self.position(each.last)
            yield Misread(start, last.line, line.strip(), each.read, each.built)

    def _sections(self) -> tuple[Section, ...]:
        texts = [self.front.text("title"), self.front.text("description")]
        first_line = self.heading_lines[0] if self.headings else len(self.lines)
        lead = self.lines[self.body_start : first_line]
        has_lead = any(self.heading_content[:1])
        headings = list(self.headings)
        if headings and headings[0].level == 1:
            lead += self._lines_of(0)
            has_lead = self.heading_content[1]
        position = Position(self.file, self.body_start + 1)
        title = self.front.text("title")
        sections = [Section(PAGE_SECTION, 1, title, position, digest([*texts, *lead]), has_lead)]
        for index, heading in enumerate(headings):
            if index == 0 and heading.level == 1:
                continue
            sections.append(
                Section(
                    heading.id,
                    heading.level,
                    heading.text,
                    heading.position,
                    digest(self._lines_of(index)),
                    self.heading_content[index + 1],
                )
            )
        return tuple(sections)

    def _lines_of(self, index: int) -> list[str]:
        following = self.heading_lines[index + 1] if index + 1 < len(self.headings) else len(self.lines)
        return self.lines[self.heading_lines[index] : following]

    def _allowances(self) -> tuple[Allowance, ...]:
        found = [
            allowance
            for comment in self.comments
            if comment.name == "allow"
            for allowance in allowances_in(comment.value, comment.position, self.written)
        ]
        if self.body_start:
            found += yaml_allowances("\n".join(self.written[: self.body_start]), self.file)
        return tuple(found)


_HANDLERS: Mapping[str, Any] = {
    "heading_open": PageReader._on_heading_open,
    "heading_close": PageReader._on_heading_close,
    "paragraph_open": PageReader._on_block_open,
    "th_open": PageReader._on_block_open,
    "td_open": PageReader._on_block_open,
    "dt_open": PageReader._on_block_open,
    "fence": PageReader._on_plain_block,
    "code_block": PageReader._on_plain_block,
    "hr": PageReader._on_plain_block,
    "blockquote_open": PageReader._on_quote_open,
    "blockquote_close": PageReader._on_quote_close,
    "bullet_list_open": PageReader._on_list_open,
    "ordered_list_open": PageReader._on_list_open,
    "list_item_open": PageReader._on_item_open,
    "list_item_close": PageReader._on_item_close,
    "table_open": PageReader._on_table_open,
    "tr_open": PageReader._on_row_open,
    "tr_close": PageReader._on_row_close,
    "box_open": PageReader._on_box_open,
    "footnote_definition": PageReader._on_footnote,
    "html_block": PageReader._on_html_block,
    "inline": PageReader._on_inline,
}


def digest(lines: Sequence[str]) -> str:
    """Give a fingerprint of a text that does not change when its lines are broken otherwise."""
    return sha256(" ".join(" ".join(lines).split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _markup_kind(token: Token) -> str:
    kinds = {"link_open": "link", "citation": "citation", "strong_open": "bold", "image": "image"}
    return kinds.get(token.type, "")


def _closing(children: Sequence[Token], index: int) -> int:
    """Index of the link_close that belongs to the link_open at ``index``."""
    depth = 0
    for number in range(index, len(children)):
        depth += children[number].type == "link_open"
        depth -= children[number].type == "link_close"
        if depth == 0:
            return number
    return len(children) - 1


def _italics(children: Sequence[Token]) -> Iterator[Italic]:
    """Give each run between single asterisks or underscores, with the language that it is marked with."""
    depth, run = 0, ""
    for number, child in enumerate(children):
        depth += (child.type == "em_open") - (child.type == "em_close")
        if depth:
            run += shown(child)
        elif run:
            attributes = _attributes_after(children, number)
            yield Italic(run, attributes.pairs.get("lang", "") if attributes else "")
            run = ""


def _attributes_after(children: Sequence[Token], index: int) -> Attributes | None:
    following = children[index + 1] if index + 1 < len(children) else None
    if following is None or following.type != "text" or not following.content.startswith("{"):
        return None
    end = following.content.find("}")
    return parse_attributes(following.content[1:end]) if end > 0 else None


def _items_in(tokens: Sequence[Token], index: int) -> int:
    """Items of the list that opens at ``index``, without those of nested lists."""
    level = tokens[index].level
    close = tokens[index].type.replace("_open", "_close")
    count = 0
    for token in tokens[index + 1 :]:
        if token.type == close and token.level == level:
            break
        count += token.type == "list_item_open" and token.level == level + 1
    return count


def _explains_only(text: str) -> bool:
    """Say whether a paragraph only says what abbreviations stand for, which no reader meets as prose."""
    return "*[" in text and all(_ABBREVIATION.fullmatch(line) for line in text.split("\n"))


def _empty_heads(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """Give the columns, from 1, whose head is empty in the table that opens at ``index``."""
    column = 0
    for opening, inline in pairwise(tokens[index:]):
        if opening.type == "th_open":
            column += 1
            if not inline.content.strip():
                yield column
        elif opening.type == "thead_close":
            return


def _cells(row: str) -> int:
    """Cells in a table row: pipes that are neither escaped nor in code."""
    inside = row.strip()
    inside = inside.removeprefix("|")
    count, in_code, escaped = 1, False, False
    for character in inside:
        if character == "`":
            in_code = not in_code
        if character == "|" and not in_code and not escaped:
            count += 1
        escaped = character == "\\" and not escaped
    ends_closed = inside.endswith("|") and not inside.endswith("\\|")
    return count - 1 if ends_closed else count


def _text_of_html(text: str) -> str:
    tree = parse_fragment(text)
    return "" if tree is None else " ".join(" ".join(tree.itertext()).split())
