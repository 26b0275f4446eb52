"""A book: articles of the built site put together as one printable HTML document.

What lives here: which pages, in which order, their ids made unique and their links
turned inwards where the goal is in the book, else to the site; cover and contents.
What does not: the browser (``printing.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import etree

from guide.addresses.open_data import LICENCE
from guide.addresses.published import file_of
from guide.export.article import HEADINGS, address_on_web, article_of, site_name_of, site_root, text_of
from guide.export.downloads import WHOLE_GUIDE
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages.handouts import handouts_on
from guide.pages.paths import course_name, kit_pages
from guide.tools.markup import ID_LISTS, ID_SINGLES, parse_page
from guide.words import words_of

_STYLE = Path(__file__).with_name("book.css")
_TOP = "top"
# What only serves the screen: fields, buttons, word explanations, lists of links into the same page.
_DROPPED_TAGS = ("script", "style", "form", "button", "template", "noscript")
_DROPPED_CLASSES = frozenset(
    {"guide-definition", "guide-filter", "guide-questions", "guide-downloads", "guide-ask", "guide-addresses"}
)
_TOOL, _BY_SCRIPT = "guide-tool", frozenset({"guide-js", "guide-no-js"})
_DROPPED_PARTS = frozenset({"downloads", "by-role"})


@dataclass(frozen=True, slots=True)
class Book:
    """What is printed as one file."""

    name: str
    """What the file is called, before the language."""
    language: str
    """Language code."""
    title: str
    """Title on the cover and in the file."""
    subtitle: str
    """What the cover says below it, or ""."""
    pages: tuple[Page, ...]
    """Its pages in order."""
    address: str
    """Canonical address of what it is a copy of."""


def books(guide: Guide, site_dir: Path) -> list[Book]:
    """Give every book: the whole guide in each language, then each path and workshop."""
    found: list[Book] = []
    for language in guide.settings.languages:
        pages = whole_guide(guide, language.code)
        if pages:
            title = site_name_of(site_dir / file_of(pages[0])) or pages[0].title
            about = pages[0].front.text("description")
            found.append(Book(WHOLE_GUIDE, language.code, title, about, pages, address_on_web(pages[0], guide)))
    taken = {handout.id for page in guide.pages for handout in handouts_on(page)}
    for page in kit_pages(guide):
        if course_name(page) in taken:
            # The sheet of that name is what one prints of it: the dilemma cards.
            continue
        title = next((heading.text for heading in page.headings if heading.level == 1), page.title)
        found.append(Book(course_name(page), page.language, title, "", (page,), address_on_web(page, guide)))
    return found


def whole_guide(guide: Guide, language: str) -> tuple[Page, ...]:
    """Give the pages of one language in the order of the nav."""
    paths = [entry.href for entry in guide.settings.nav if entry.language in (language, "")]
    found = (guide.page_by_key.get((language, path)) for path in dict.fromkeys(paths))
    return tuple(page for page in found if page is not None)


def document(book: Book, guide: Guide, site_dir: Path, date: str, pages: Mapping[str, int] | None = None) -> str:
    """Give the book as one HTML document for ``site_dir``'s styles and images. Raises ArticleError.

    ``pages`` says on which page each id stood when the book was printed before.
    """
    binder = _Binder(book, guide, site_dir)
    articles = [binder.article(page) for page in book.pages]
    body = "".join(etree.tostring(article, encoding="unicode", method="html") for article in articles)
    links = "".join(f'<link rel="stylesheet" href="{escape(href)}">' for href in binder.styles())
    return (
        f'<!doctype html>\n<html lang="{book.language}" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(book.title, quote=False)}</title>\n{links}\n"
        f"<style>{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n"
        f'<body class="book book--{_kind(book)}" data-md-color-scheme="default" data-md-color-primary="custom">\n'
        f"{_cover(book, date)}\n{_contents(book, articles, pages or {})}\n"
        f'<main class="md-typeset">{body}</main>\n</body>\n</html>\n'
    )


def _kind(book: Book) -> str:
    return "whole" if len(book.pages) > 1 else "single"


def _cover(book: Book, date: str) -> str:
    words = words_of(book.language).section("book")
    subtitle = f'<p class="book-subtitle">{escape(book.subtitle, quote=False)}</p>' if book.subtitle else ""
    licence = f'<a href="{LICENCE}">CC BY 4.0</a>'
    own = f'<a href="{escape(book.address)}">{escape(book.address)}</a>'
    return (
        f'<header class="book-cover md-typeset"><p class="book-title">{escape(book.title, quote=False)}</p>{subtitle}'
        f"<p>{words['printed'].format(escape(date))}</p><p>{words['latest'].format(own)}</p>"
        f"<p>{words['licence'].format(licence)}</p></header>"
    )


def _contents(book: Book, articles: Sequence[Any], pages: Mapping[str, int]) -> str:
    """Give the contents: the pages of the whole guide; the sections of a single page."""
    entries = [entry for article in articles for entry in _entries(article, whole=len(articles) > 1)]
    items = "".join(
        f'<li class="book-level-{level}"><a href="#{escape(anchor)}">{escape(text, quote=False)}'
        f"{_number(pages.get(anchor))}</a></li>"
        for level, anchor, text in entries
    )
    heading = escape(words_of(book.language)["book.contents"], quote=False)
    return (
        f'<nav class="book-contents md-typeset" aria-labelledby="book-contents">'
        f'<h1 id="book-contents">{heading}</h1><ol>{items}</ol></nav>'
    )


def _number(page: int | None) -> str:
    return f'<span class="book-number"> {page}</span>' if page else ""


def _entries(article: Any, whole: bool) -> Iterator[tuple[int, str, str]]:
    headings = [heading for heading in article.iter(*HEADINGS) if heading.get("id")]
    for number, heading in enumerate(headings):
        level = HEADINGS.index(heading.tag) + 1
        if (number == 0) if whole else (level <= 3 and number > 0):
            yield level, heading.get("id"), text_of(heading)


class _Binder:
    """Takes articles out of their pages and fits them to each other."""

    def __init__(self, book: Book, guide: Guide, site_dir: Path) -> None:
        self.book = book
        self.guide = guide
        self.site_dir = site_dir
        self.prefixes: Mapping[str, str] = {page.address: _prefix(page) for page in book.pages}

    def styles(self) -> Iterator[str]:
        """Give the style sheets of the built site, as file addresses."""
        found: dict[str, None] = {}
        for page in self.book.pages:
            tree = parse_page((self.site_dir / file_of(page)).read_bytes())
            for link in tree.iterfind("head/link[@rel='stylesheet']"):
                found.setdefault(self.file_address(page, link.get("href") or ""))
        yield from found

    def article(self, page: Page) -> Any:
        """Give the article of a page, fit for the book."""
        article = deepcopy(article_of(page, self.site_dir))
        article.tail = None
        _lay_out_tools(article)
        _take_out(article)
        _unfold(article)
        _add_title(article, page)
        shift = 0 if len(self.book.pages) == 1 or _opens_section(page) else 1
        _shift_headings(article, shift)
        self._rename_ids(article, page)
        for element in article.iter("*"):
            self._turn_links(element, page)
        article.set("class", f"book-article book-shift-{shift}")
        return article

    def _rename_ids(self, article: Any, page: Page) -> None:
        prefix = self.prefixes[page.address]
        first = next(article.iter(*HEADINGS), None)
        if first is not None and not first.get("id"):
            first.set("id", _TOP)
        for element in article.iter("*"):
            for name, value in element.items():
                if name == "id" or name in ID_SINGLES:
                    element.set(name, f"{prefix}--{value}")
                elif name in ID_LISTS:
                    element.set(name, " ".join(f"{prefix}--{part}" for part in value.split()))
                elif "url(#" in value:
                    element.set(name, value.replace("url(#", f"url(#{prefix}--"))
        article.set("id", prefix)

    def _turn_links(self, element: Any, page: Page) -> None:
        href, source = element.get("href"), element.get("src")
        if href is not None and element.tag == "a":
            element.set("href", self.href(href, page))
        if source is not None:
            element.set("src", self.file_address(page, source))

    def href(self, href: str, page: Page) -> str:
        """Give a link's address in the book."""
        url = urljoin(address_on_web(page, self.guide), href)
        bare, fragment = urldefrag(url)
        root = site_root(self.guide)
        address = unquote(bare.removeprefix(root)) if bare.startswith(root) else None
        prefix = self.prefixes.get(address) if address is not None else None
        if prefix is None:
            return url
        return f"#{prefix}--{unquote(fragment)}" if fragment else f"#{prefix}"

    def file_address(self, page: Page, reference: str) -> str:
        """Give the file that a page's style sheet or image stands in, as an address."""
        if urlsplit(reference).scheme:
            return reference
        path = unquote(urlsplit(reference).path)
        return ((self.site_dir / file_of(page)).parent / path).resolve().as_uri()


def _prefix(page: Page) -> str:
    return page.path.removesuffix(".md").replace("/", "-")


def _opens_section(page: Page) -> bool:
    return "/" not in page.path or page.path.endswith("/index.md")


def _lay_out_tools(article: Any) -> None:
    """Let forms of tools stand as they are filled in with a pen; what in them needs a script goes."""
    for tool in article.iter("div"):
        if _TOOL not in (tool.get("class") or "").split():
            continue
        for element in list(tool.iter("*")):
            if _BY_SCRIPT.intersection((element.get("class") or "").split()):
                _remove(element)
            elif element.tag == "form":
                element.tag = "div"


def _take_out(article: Any) -> None:
    for element in list(article.iter("*")):
        classes = frozenset((element.get("class") or "").split())
        is_part = element.tag in HEADINGS and element.get("id") in _DROPPED_PARTS
        if element.tag in _DROPPED_TAGS or classes & _DROPPED_CLASSES or is_part:
            _remove(element)


def _remove(element: Any) -> None:
    """Take an element out and leave the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _unfold(article: Any) -> None:
    """Show on paper what is folded on the screen."""
    for details in article.iter("details"):
        details.set("open", "")


def _add_title(article: Any, page: Page) -> None:
    """Give the start page a title: its own stands outside the article."""
    if next(article.iter("h1"), None) is None:
        title = etree.Element("h1")
        title.text = page.title
        article.insert(0, title)


def _shift_headings(article: Any, shift: int) -> None:
    """Let the pages of a section stand below its first page in the bookmarks."""
    if shift:
        for heading in list(article.iter(*HEADINGS)):
            heading.tag = HEADINGS[min(HEADINGS.index(heading.tag) + shift, len(HEADINGS) - 1)]
