"""The built article of a page: its parts by heading, and what can be carried elsewhere.

What lives here: reading one built page as a package or a printed book needs it. What
does not: what is made of it (``course.py``, ``print/``). Read from the built site
and not from the sources, so that generated parts and resolved links come along.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

from guide.addresses.published import file_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.tools.markup import parse_page

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BESIDE = 'target="_blank" rel="noopener noreferrer"'
"""Attributes of a link that opens beside the platform: inside its frame the learner would lose the page."""
_KEPT = frozenset({"p", "ul", "ol", "li", "strong", "em", "blockquote", "cite", "q", "code", "dl", "dt", "dd", "br"})
_BLOCKS = frozenset({"p", "ul", "ol", "li", "blockquote", "dl", "dt", "dd"})
# Worksheets are for paper, and the rest is for the page itself: none of it has a place in a forum post.
_DROPPED = frozenset(
    {"table", "figure", "svg", "img", "script", "style", "button", "form", "details", "sup", *HEADINGS}
)


class ArticleError(Exception):
    """A built page is not there or holds no article: the message says which and what to do."""


def article_of(page: Page, site_dir: Path) -> Any:
    """Give the article element of a built page. Raises ArticleError."""
    file = site_dir / file_of(page)
    if not file.is_file():
        raise ArticleError(f"{file}: {page.file} has not been built there — run make build first")
    tree = parse_page(file.read_bytes())
    article = tree.find(".//article") if tree is not None else None
    if article is None:
        raise ArticleError(f"{file}: the page holds no <article> — mend the template")
    return article


def address_on_web(page: Page, guide: Guide) -> str:
    """Give the canonical address of a page."""
    return site_root(guide) + quote(page.address)


def site_root(guide: Guide) -> str:
    """Give the canonical address of the site, with the slash at its end."""
    return f"{guide.settings.site_url.rstrip('/')}/"


def site_name_of(file: Path) -> str:
    """Give what a built page says that the site is called (Open Graph), or ""."""
    tree = parse_page(file.read_bytes()) if file.is_file() else None
    name = tree.find('.//head/meta[@property="og:site_name"]') if tree is not None else None
    return str(name.get("content", "")) if name is not None else ""


def heading_of(article: Any, anchor: str) -> Any:
    """Give the heading with an id, or None."""
    return next((heading for heading in article.iter(*HEADINGS) if heading.get("id") == anchor), None)


def part_below(heading: Any) -> list[Any]:
    """Give the elements between a heading and the next of its level or above."""
    level = HEADINGS.index(heading.tag)
    found: list[Any] = []
    for element in heading.itersiblings():
        if element.tag in HEADINGS[: level + 1]:
            break
        if isinstance(element.tag, str):
            found.append(element)
    return found


def text_of(element: Any) -> str:
    """Give the text that a reader sees in an element, with white space as single spaces."""
    parts: list[str] = []
    _add_text(element, parts)
    return " ".join("".join(parts).split())


def _add_text(element: Any, parts: list[str]) -> None:
    parts.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and not is_aside(child):
            _add_text(child, parts)
        parts.append(child.tail or "")


def plain_html(elements: Iterable[Any], base: str, link: str = "") -> str:
    """Give elements as the plainest HTML that says the same, every address made absolute against ``base``.

    ``link`` holds attributes that every link gets, as HTML: 'target="_blank"'.

    Kept are paragraphs, lists, emphasis, quotations and links; an LMS strips or
    mangles most of the rest. The result is well-formed XML as well.
    """
    return "".join(_plain(element, base, f"{link} " if link else "") for element in elements)


def _plain(element: Any, base: str, link: str) -> str:
    if is_aside(element) or element.tag in _DROPPED:
        return ""
    inside = _plain_inside(element, base, link)
    if element.tag == "br":
        return "<br/>"
    if element.tag == "a" and element.get("href") and "guide-term" not in _classes(element):
        return f'<a {link}href="{escape(urljoin(base, element.get("href")))}">{inside}</a>'
    if element.tag in _KEPT:
        language = element.get("lang")
        mark = f' lang="{escape(language)}"' if language else ""
        return f"<{element.tag}{mark}>{inside}</{element.tag}>"
    return inside


def _plain_inside(element: Any, base: str, link: str) -> str:
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        made = _plain(child, base, link) if isinstance(child.tag, str) else ""
        end = f"</{child.tag}>"
        if child.tail and child.tail.isspace() and child.tag not in _BLOCKS and made.endswith(end):
            # Platforms lose a space that stands alone between two tags: it goes into the former of them.
            parts.append(f"{made.removesuffix(end)} {end}")
        else:
            parts += [made, escape(child.tail or "", quote=False)]
    return "".join(parts).strip("\n")


def links_in(elements: Iterable[Any]) -> list[str]:
    """Give the addresses that a reader is sent to, in order, each once: not notes and explanations of words."""
    found: dict[str, None] = {}
    for element in elements:
        for link in element.iter("a"):
            classes = _classes(link)
            inside_aside = any(is_aside(parent) for parent in link.iterancestors())
            if link.get("href") and not inside_aside and not {"guide-term", "footnote-ref"} & classes:
                found.setdefault(link.get("href"))
    return list(found)


def _classes(element: Any) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())


def is_aside(element: Any) -> bool:
    """Say whether an element is no part of the text: a reference to a note, a word explained, files to download."""
    if element.tag == "sup":
        return any("footnote-ref" in _classes(link) for link in element.iter("a"))
    return bool({"guide-definition", "guide-copy", "guide-downloads", "guide-filter"} & _classes(element))


def lead_of(article: Any) -> Sequence[Any]:
    """Give the first paragraph after the h1, as a list of one or none."""
    heading = next(article.iter("h1"), None)
    if heading is None:
        return []
    return list(heading.itersiblings("p"))[:1]
