"""A Python-Markdown extension with the guide's few changes to the HTML of a page.

What lives here: where tables get their box (``tables``), note references with a name that a screen reader can say,
cards in boxes, and the page in named parts. What does not: anything that needs to know
of other pages (the other modules), and where a part stands on the page (``overrides/``).
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from guide.pages import filters as filtering
from guide.pages import tables
from guide.pages.terms import Explained, Seen

_HEADINGS = {"h1", "h2", "h3"}
_CARD = "card-"
_NOTES = "footnote"
_WORDS_A_MINUTE = 200
"""A calm pace: adults read 238 words of English non-fiction a minute (Brysbaert 2019, 10.1016/j.jml.2019.104047)."""


@dataclass
class PageParts:
    """A page as its template asks for it: three parts that together are the whole page, and what it has on it.

    Headings inside a box, a list or raw HTML begin no part.
    """

    heading: str = ""
    """The h1 with what stands before it; "" where the page has none."""
    lead: str = ""
    """What stands between the h1 and the first h2."""
    body: str = ""
    """The first h2 and all that follows; "" where the page has none."""
    features: set[str] = field(default_factory=set)
    """What the page has that needs a script: "quiz", "filter", "terms", "assessment", "group"."""
    words: int = 0
    """How many words of text it holds, without notes and what is put in as HTML (quizzes, lists)."""
    seen: Seen | None = None
    """What was looked at for terms, where the page explains any."""

    @property
    def minutes(self) -> int:
        """Give the time that the text takes to read, rounded up to minutes."""
        return ceil(self.words / _WORDS_A_MINUTE)


class _TableBoxes(Treeprocessor):
    """Put each table in a box labelled with the heading above it."""

    def __init__(self, md: Markdown, cue: str) -> None:
        super().__init__(md)
        self.cue = cue

    def run(self, root: etree.Element) -> None:
        self._box_children(root, heading_id=None)

    def _box_children(self, parent: etree.Element, heading_id: str | None) -> str | None:
        for index, child in enumerate(list(parent)):
            if child.tag in _HEADINGS:
                heading_id = child.get("id", heading_id)
            elif child.tag == "table":
                parent[index] = tables.boxed(child, heading_id, self.cue)
            else:
                heading_id = self._box_children(child, heading_id)
        return heading_id


class _NoteReferences(Treeprocessor):
    """Give "3" the name "Not 3" / "Note 3", and the sign that leads back its words, so that neither is read bare."""

    def __init__(self, md: Markdown, note_label: str) -> None:
        super().__init__(md)
        self.note_label = note_label

    def run(self, root: etree.Element) -> None:
        for link in root.iter("a"):
            if link.get("class") == "footnote-ref":
                link.set("aria-label", f"{self.note_label} {link.text}")
            elif link.get("class") == "footnote-backref":
                link.set("aria-label", link.get("title", ""))


class _FilterableTables(Treeprocessor):
    """Say for the script that filters tables which columns the writer chose."""

    def __init__(self, md: Markdown, parts: PageParts) -> None:
        super().__init__(md)
        self.parts = parts

    def run(self, root: etree.Element) -> None:
        if filtering.put_into(root):
            self.parts.features.add("filter")


class _Filters(Postprocessor):
    """Put the form above each filterable table, when those that came as HTML stand there too."""

    def run(self, text: str) -> str:
        return filtering.with_forms(text)


class _Terms(Treeprocessor):
    """Explain the first use of glossary terms."""

    def __init__(self, md: Markdown, explained: Explained, parts: PageParts) -> None:
        super().__init__(md)
        self.explained = explained
        self.parts = parts

    def run(self, root: etree.Element) -> None:
        self.parts.seen = self.explained.seen_in(root)
        if self.explained.put_into(root, self.parts.seen):
            self.parts.features.add("terms")


class _Cards(Treeprocessor):
    """Put each card (an h3 whose id starts with "card-", with what follows it) in a box that print keeps whole."""

    def run(self, root: etree.Element) -> None:
        card: etree.Element | None = None
        for child in list(root):
            if child.tag in _HEADINGS:
                card = None
                if child.tag == "h3" and (child.get("id") or "").startswith(_CARD):
                    card = etree.Element("div", {"class": "guide-card"})
                    root.insert(list(root).index(child), card)
            if card is not None:
                root.remove(child)
                card.append(child)


class _Parts(Treeprocessor):
    """Fill the page's parts; the tree stays as it is."""

    def __init__(self, md: Markdown, parts: PageParts) -> None:
        super().__init__(md)
        self.parts = parts

    def run(self, root: etree.Element) -> None:
        top = list(root)
        second = next((number for number, child in enumerate(top) if child.tag == "h2"), len(top))
        first = next((number for number, child in enumerate(top[:second]) if child.tag == "h1"), None)
        space = ""
        if first is not None:
            # What follows the h1 in the tree (a line break) is no part of it.
            heading = copy(top[first])
            space, heading.tail = heading.tail or "", None
            self.parts.heading = self._html([*top[:first], heading])
        after = 0 if first is None else first + 1
        self.parts.lead = space + self._html(top[after:second])
        self.parts.body = self._html(top[second:]).rstrip()
        text = (each for each in top if each.get("class") != _NOTES)
        self.parts.words = sum(len(" ".join(each.itertext()).split()) for each in text)

    def _html(self, elements: Iterable[etree.Element]) -> str:
        """Give elements as ``Markdown.convert`` gives a whole page."""
        html = "".join(self.md.serializer(element) for element in elements)
        for processor in self.md.postprocessors:
            html = processor.run(html)
        return html


class GuideExtension(Extension):
    """The extension.

    Option ``note_label`` is the word for a note in the page's language, ``table_cue`` the
    line above a table of figures that is too wide; ``terms`` what the page explains (an
    ``Explained``), or nothing; ``parts`` the ``PageParts`` to fill.
    """

    def __init__(self, **kwargs: Any) -> None:
        """Take the options as Python-Markdown hands them over."""
        self.config = {
            "note_label": ["", "What a note is called in the page's language"],
            "table_cue": ["", "What tells that a table can be moved sideways"],
            "terms": [(), "Which glossary terms the page explains"],
            "parts": [PageParts(), "Where the page's parts are put"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the processors after inline parsing (priority 20), ids and notes."""
        parts = self.getConfig("parts")
        md.treeprocessors.register(_FilterableTables(md, parts), "guide-filterable-tables", 4.5)
        md.postprocessors.register(_Filters(md), "guide-filters", 5)
        md.treeprocessors.register(_TableBoxes(md, self.getConfig("table_cue")), "guide-table-boxes", 4)
        md.treeprocessors.register(_Cards(md), "guide-cards", 3.5)
        md.treeprocessors.register(_NoteReferences(md, self.getConfig("note_label")), "guide-note-references", 3)
        explained = self.getConfig("terms")
        if explained:
            md.treeprocessors.register(_Terms(md, explained, parts), "guide-terms", 2)
        # After all others, MkDocs' own among them: links are resolved at 0, the title is read at -1.
        md.treeprocessors.register(_Parts(md, parts), "guide-parts", -10)


def makeExtension(**kwargs: Any) -> GuideExtension:
    """Give Python-Markdown the extension (its documented entry point)."""
    return GuideExtension(**kwargs)
