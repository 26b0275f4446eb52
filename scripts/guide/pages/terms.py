"""Explanations in running text: the first use of a glossary term on a page shows what it means.

What lives here: finding terms in texts, choosing which of them a page explains, and
putting them into the page's tree. What does not: how the explanation opens
(``client/terms.js``) and the glossary page itself (``glossary.py``).

A term becomes a link to its entry in the glossary, followed by its definition in a
popover. Without JavaScript the link works and the definition stays hidden. A link, and
not a button, as browsers neither break a button's text across lines nor let it be
selected and copied with its sentence.
"""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from guide.model.guide import Guide
from guide.model.page import Page, Passage
from guide.tools.ways import way_to
from guide.words import words_of

GLOSSARY_PAGE = "concepts/glossary.md"
MOST_ON_A_PAGE = 8
"""More would make the text restless; the terms that fewest pages use come first."""

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ENDS = frozenset(".!?:…")
_OPENING = "“”\"'’([«–"
_SKIPPED_TAGS = frozenset(
    ["h1", "h2", "h3", "h4", "h5", "h6", "a", "cite", "code", "pre", "th", "dt", "sup", "summary", "svg", "button"]
)
_SKIPPED_CLASSES = frozenset(
    ["footnote", "admonition-title", "guide-evidence", "guide-glossary", "guide-sources", "guide-questions"]
)
_OWN_HTML = "\x02"
"""How Python-Markdown marks HTML that stands in a text, until the page is written."""
# Easy reading explains its words where they stand.
_EXPLAINS_NOTHING = frozenset(["glossary", "sources", "easy"])


class Found(NamedTuple):
    """One use of a term in a text."""

    start: int
    """Where it starts."""
    end: int
    """Where it ends."""
    term: str
    """Id of the term."""


class TermFinder:
    """Finds the terms of one language in texts: whole words, the longest first."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        """Take the forms (as running text has them) and the id of each one's term."""
        self._by_first_word: dict[str, list[tuple[str, str]]] = {}
        for form in sorted(forms, key=len, reverse=True):
            first = _WORD.match(form)
            if first:
                self._by_first_word.setdefault(first.group().casefold(), []).append((form, forms[form]))

    def bearing_on(self, words: frozenset[str]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Give the forms that a text with these words (in lower case) could hold."""
        return tuple((first, tuple(forms)) for first, forms in self._by_first_word.items() if first in words)

    def uses(self, text: str) -> Iterator[Found]:
        """Give the uses in a text in order; none overlaps another."""
        done = 0
        for word in _WORD.finditer(text):
            candidates = self._by_first_word.get(word.group().casefold(), ()) if word.start() >= done else ()
            for form, term in candidates:
                end = word.start() + len(form)
                if _is_form(text, word.start(), form) and not _goes_on(text, end):
                    yield Found(word.start(), end, term)
                    done = end
                    break


def _is_form(text: str, start: int, form: str) -> bool:
    """The same letters; the first may be a capital at the start of a sentence, but not in a name."""
    if text.startswith(form, start):
        return True
    before = text[:start].rstrip(" \n" + _OPENING)
    starts_sentence = not before or before[-1] in _ENDS
    return starts_sentence and text.startswith(form[1:], start + 1) and text[start].lower() == form[0]


def _goes_on(text: str, end: int) -> bool:
    """The word is longer than the form: "HME" in "HME-tal" is another word."""
    return text[end : end + 1].isalnum() or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum())


class Seen(NamedTuple):
    """What was looked at on a page: all that a change in the glossary could bear on."""

    words: frozenset[str]
    """Every word of its running text, in lower case."""
    used: frozenset[str]
    """The terms that it uses."""


@dataclass(frozen=True, slots=True)
class Explained:
    """What one page explains."""

    finder: TermFinder
    """Finds the terms of the page's language."""
    definitions: Mapping[str, str]
    """Definition of each term that may be explained."""
    rarity: Mapping[str, int]
    """On how many pages each term is used."""
    glossary: str
    """Link from the page to the glossary's source."""
    more: str
    """Text of the link from the explanation to the glossary."""
    name: str
    """What an explanation is called, for screen readers."""

    def seen_in(self, root: etree.Element) -> Seen:
        """Look at the running text of a page's tree."""
        texts = [text.value for text in _Texts(root)]
        words = frozenset(word.group().casefold() for text in texts for word in _WORD.finditer(text))
        return Seen(words, frozenset(found.term for text in texts for found in self.finder.uses(text)))

    def bearing_on(self, seen: Seen) -> tuple[Any, ...]:
        """Give all that decides what becomes of a page on which this was seen: while it is the same, so is the page."""
        chosen = self._chosen(seen)
        definitions = [self.definitions[term] for term in chosen]
        return self.finder.bearing_on(seen.words), chosen, definitions, self.glossary, self.more, self.name

    def _chosen(self, seen: Seen) -> list[str]:
        rarest_first = sorted(seen.used & self.definitions.keys(), key=lambda term: (self.rarity.get(term, 0), term))
        return sorted(rarest_first[:MOST_ON_A_PAGE])

    def put_into(self, root: etree.Element, seen: Seen) -> bool:
        """Mark the first use of each chosen term in a page's tree; say whether there was any."""
        wanted = set(self._chosen(seen))
        explains = bool(wanted)
        for text in list(_Texts(root)) if wanted else ():
            first_uses: dict[str, Found] = {}
            for found in self.finder.uses(text.value):
                if found.term in wanted:
                    first_uses.setdefault(found.term, found)
            if first_uses:
                text.replace(list(self._pieces(text.value, list(first_uses.values()))))
                wanted -= first_uses.keys()
        return explains

    def _pieces(self, text: str, uses: Sequence[Found]) -> Iterator[str | etree.Element]:
        done = 0
        for use in uses:
            yield text[done : use.start]
            yield from self._explanation(text[use.start : use.end], use.term)
            done = use.end
        yield text[done:]

    def _explanation(self, word: str, term: str) -> tuple[etree.Element, etree.Element]:
        address = f"{self.glossary}#{term}"
        link = etree.Element("a", {"class": "guide-term", "href": address})
        link.text = word
        # data-nosnippet: search engines quote the sentence without the definition in the middle of it.
        about = {"role": "note", "aria-label": self.name, "data-nosnippet": ""}
        card = etree.Element("span", {"class": "guide-definition", "popover": "manual", **about})
        card.text = f"{self.definitions[term]} "
        more = etree.SubElement(card, "a", {"href": address})
        more.text = self.more
        return link, card


@dataclass(frozen=True, slots=True)
class _Text:
    """A piece of text in a tree: an element's own, or what follows it in its parent."""

    parent: etree.Element
    after: etree.Element | None
    value: str

    def replace(self, pieces: Sequence[str | etree.Element]) -> None:
        """Put texts and elements in its place."""
        at = 0 if self.after is None else list(self.parent).index(self.after) + 1
        last = self.after
        self._set(last, "")
        for piece in pieces:
            if isinstance(piece, str):
                self._set(last, piece)
            else:
                self.parent.insert(at, piece)
                at, last = at + 1, piece

    def _set(self, last: etree.Element | None, text: str) -> None:
        if last is None:
            self.parent.text = text
        else:
            last.tail = text


class _Texts:
    """The running text of a tree in reading order, without what keeps its words as they are."""

    def __init__(self, root: etree.Element) -> None:
        self.root = root

    def __iter__(self) -> Iterator[_Text]:
        yield from self._below(self.root)

    def _below(self, parent: etree.Element) -> Iterator[_Text]:
        if parent.text:
            yield _Text(parent, None, str(parent.text))
        for child in list(parent):
            if not (_is_skipped(child) or _is_name(child)):
                yield from self._below(child)
            if child.tail:
                yield _Text(parent, child, str(child.tail))


def _is_skipped(element: etree.Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED_TAGS or element.get("lang"):
        return True
    return not _SKIPPED_CLASSES.isdisjoint((element.get("class") or "").split())


def _is_name(element: etree.Element) -> bool:
    """Words in bold before a line break (``<br>``) name what stands below, as a heading does: who a card is for."""
    return element.tag == "strong" and (element.tail or "").lstrip().startswith(_OWN_HTML)


class Explanations:
    """What every page explains; what all pages of a guide share is worked out once."""

    def __init__(self) -> None:
        """Know nothing until a page is asked for."""
        self._guide: Guide | None = None
        self._forms: dict[str, Mapping[str, str]] = {}
        self._finders: dict[str, TermFinder] = {}
        self._rarity: dict[str, Mapping[str, int]] = {}
        self._used: dict[str, tuple[Sequence[Passage], frozenset[str]]] = {}

    def on_page(self, page: Page, guide: Guide) -> Explained | None:
        """Give what a page explains, or None for a page that explains nothing."""
        if page.type in _EXPLAINS_NOTHING or (page.language, GLOSSARY_PAGE) not in guide.page_by_key:
            return None
        if guide is not self._guide:
            self._guide, self._rarity = guide, {}
        code = page.language
        if code not in self._rarity:
            self._look(guide, code)
        definitions = {
            term.id: text.definition
            for term in guide.terms
            if (text := term.texts.get(code)) is not None and text.tooltip and text.definition
        }
        link = way_to(GLOSSARY_PAGE, posixpath.dirname(page.path))
        more, name = words_of(code)["glossary.more"], words_of(code)["glossary.explanation"]
        return Explained(self._finders[code], definitions, self._rarity[code], link, more, name)

    def _look(self, guide: Guide, language: str) -> None:
        """Find the terms on the pages of a language; on those that are as they were, the same as before."""
        pages = [page for page in guide.pages if page.language == language and page.type not in _EXPLAINS_NOTHING]
        forms = forms_of(guide, language)
        if forms != self._forms.get(language):
            self._forms[language], self._finders[language] = forms, TermFinder(forms)
            for page in pages:
                self._used.pop(page.source, None)
        self._rarity[language] = Counter(term for page in pages for term in self._terms_on(page))

    def _terms_on(self, page: Page) -> frozenset[str]:
        passages, terms = self._used.get(page.source, (None, frozenset[str]()))
        if passages is not page.passages:
            uses = self._finders[page.language].uses
            terms = frozenset(found.term for passage in page.passages for found in uses(passage.text))
            self._used[page.source] = page.passages, terms
        return terms


def forms_of(guide: Guide, language: str) -> Mapping[str, str]:
    """Give the forms of a language's terms; the first entry of the glossary has one that two share."""
    forms: dict[str, str] = {}
    for term in guide.terms:
        text = term.texts.get(language)
        for form in (text.term, *text.forms) if text else ():
            forms.setdefault(form, term.id)
    return forms
