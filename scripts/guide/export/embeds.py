"""Light pages for other sites' frames: one question, term, figure, self-test or tool by itself.

What lives here: taking a part out of its built page, and the page around it. What does not: which parts there are
(``addresses/embeds.py``), and the script that tells a host how high the page is (``client/part.js``).

Read from the built pages, as packages are, so that generated parts, notes and resolved links come along. All of it
reads and works without a script; every link opens a tab of its own, as the frame is too small for what it leads to.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from lxml import etree

from guide.addresses.cards import Card, card_tags
from guide.addresses.embeds import Kind, Part, part_address, part_file, parts_of
from guide.addresses.hosting import IN_HEAD
from guide.addresses.open_data import LICENCE
from guide.addresses.published import file_of
from guide.addresses.redirects import absolute_address, href_to
from guide.addresses.short import description_of
from guide.client.bundling import Script, script
from guide.client.stylesheet import MAIN, TOOL_STYLES, placeholder
from guide.export.article import HEADINGS, ArticleError, article_of, heading_of, part_below
from guide.model.guide import Guide
from guide.reading.markdown import text_of
from guide.words import words_of

_SCRIPT, _QUIZ = "part.js", "quiz.js"
_OF_EVERY_PAGE = frozenset({"scheme", "guide", "moved"})
"""Scripts in the head of a page that are not those of its tool."""


def write_parts(guide: Guide, site_dir: Path) -> None:
    """Write the page of every part into a built site. Raises ArticleError where a page lacks what it is to show."""
    scripts = [script(_SCRIPT), script(_QUIZ)]
    for each in scripts:
        each.write(site_dir)
    for language in guide.settings.languages:
        parts = sorted(parts_of(guide, language.code), key=lambda part: part.place.page.source)
        for page, on_page in groupby(parts, key=lambda part: part.place.page):
            article = article_of(page, site_dir)
            for part in on_page:
                target = site_dir / part_file(part, guide)
                target.parent.mkdir(parents=True, exist_ok=True)
                used = scripts if part.kind is Kind.QUIZ else scripts[:1]
                target.write_text(part_html(part, article, guide, used), encoding="utf-8")


def part_html(part: Part, article: Any, guide: Guide, scripts: Sequence[Script]) -> str:
    """Give the page of a part whose built page has this ``article``; ``scripts`` are those that it needs.

    Raises ArticleError where the article lacks it.
    """
    page, file = part.place.page, part_file(part, guide)
    words = words_of(page.language)
    own = _own_files(part, article, file) if part.kind is Kind.TOOL else []
    inner = "".join(etree.tostring(each, encoding="unicode", method="html") for each in _content(part, article, file))
    place, name = escape(href_to(part.place, file)), escape(guide.settings.site_name)
    apart = 'target="_blank" rel="noopener"'
    return (
        f'<!doctype html>\n<html lang="{escape(page.language)}">\n'
        f"<head>\n{_head(part, _described(part, guide), guide, scripts, own)}</head>\n"
        f'<body dir="{words.locale.direction}" data-md-color-scheme="default" data-md-color-primary="custom">\n'
        f'<main class="guide-part md-typeset">\n{inner}\n'
        f'<p class="guide-part__from"><a href="{place}" {apart}>{escape(words["embeds.read"])}</a> '
        f'{name}, <a href="{LICENCE}" {apart}>CC BY 4.0</a></p>\n'
        "</main>\n</body>\n</html>\n"
    )


def _head(part: Part, described: str, guide: Guide, scripts: Sequence[Script], own: Sequence[str]) -> str:
    """Give the head: no result of a search itself, light colours as most hosts have, scripts that hold up nothing."""
    page, base = part.place.page, posixpath.relpath(".", posixpath.dirname(part_file(part, guide)))
    whole = absolute_address(page.address, guide.settings.site_url)
    elements = [
        '<meta charset="utf-8">',
        IN_HEAD,
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="robots" content="noindex">',
        f"<title>{escape(f'{part.title} – {guide.settings.site_name}')}</title>",
        f'<meta name="description" content="{escape(described)}">',
        f'<link rel="canonical" href="{escape(whole)}">' if guide.settings.site_url else "",
        card_tags(Card(part.title, described, part_address(part, guide), page), guide),
        f'<link rel="stylesheet" href="{base}/{placeholder(MAIN)}">',
        '<link rel="icon" href="data:,">',
        *(f'<script src="{base}/{each.path}" defer></script>' for each in scripts),
        *own,
    ]
    return "".join(f"{each}\n" for each in elements if each)


def _own_files(part: Part, article: Any, file: str) -> list[str]:
    """Give the elements by which a tool's page loads its styles and its scripts, with what these load when asked."""
    base, folder = posixpath.dirname(file_of(part.place.page)), posixpath.dirname(file)
    sheet, found = placeholder(TOOL_STYLES), []
    for each in article.getroottree().iterfind("head/*"):
        source = each.get("href") if each.tag == "link" else each.get("src") if each.tag == "script" else None
        name = posixpath.basename(source or "").partition(".")[0]
        is_styles = each.tag == "link" and posixpath.basename(sheet).partition(".")[0] == name
        if not is_styles and not (each.tag == "script" and name and name not in _OF_EVERY_PAGE):
            continue
        copied = etree.Element(each.tag)
        for key, value in each.items():
            path = posixpath.normpath(posixpath.join(base, value))
            copied.set(key, posixpath.relpath(path, folder) if path.startswith("assets/") else value)
        found.append(etree.tostring(copied, encoding="unicode", method="html"))
    return found


def _described(part: Part, guide: Guide) -> str:
    if part.kind is Kind.TERM:
        definitions = (term.texts[part.place.page.language].definition for term in guide.terms if term.id == part.name)
        return text_of(next(definitions, ""))
    return description_of(part.place)


# What stands on the page ----------------------------------------------------


def _content(part: Part, article: Any, file: str) -> list[Any]:
    """Give the elements of a part, made to stand alone at ``file``."""
    found = [deepcopy(each) for each in _TAKEN[part.kind](part, article)]
    for each in found:
        each.tail = None
        _without_explanations(each)
    found += _notes(found, article)
    for each in found:
        for link in each.iter("a"):
            _turn(link, part, file)
    return found


def _missing(part: Part) -> ArticleError:
    return ArticleError(f"{part.place.page.file}: the built page lacks {part.kind} {part.id} — build the site anew")


def _question(part: Part, article: Any) -> Iterator[Any]:
    heading = heading_of(article, part.name)
    if heading is None:
        raise _missing(part)
    yield _heading(part)
    below = HEADINGS.index(heading.tag)
    for element in part_below(heading):
        if element.tag in HEADINGS:
            element = deepcopy(element)
            element.tag = HEADINGS[HEADINGS.index(element.tag) - below]
        yield element


def _term(part: Part, article: Any) -> Iterator[Any]:
    term = next((each for each in article.iter("dt") if each.get("id") == part.name), None)
    meaning = term.getnext() if term is not None else None
    if term is None or meaning is None:
        raise _missing(part)
    for element, tag in ((term, "h1"), (meaning, "p")):
        element = deepcopy(element)
        element.tag = tag
        yield element


def _figure(part: Part, article: Any) -> Iterator[Any]:
    title = next((each for each in article.iter("strong") if each.get("id") == f"fig-{part.name}"), None)
    figure = next(title.iterancestors("figure"), None) if title is not None else None
    if figure is None:
        raise _missing(part)
    figure = deepcopy(figure)
    for each in figure.iter("strong"):
        # Its caption is what the page is called; it looks as it does in the guide.
        if each.get("id") == f"fig-{part.name}":
            each.set("role", "heading")
            each.set("aria-level", "1")
    yield figure


def _quiz(part: Part, article: Any) -> Iterator[Any]:
    quiz = next((each for each in article.iter("div") if each.get("data-guide-quiz") is not None), None)
    if quiz is None:
        raise _missing(part)
    yield _heading(part)
    yield quiz


def _tool(part: Part, article: Any) -> Iterator[Any]:
    tool = next((each for each in article.iter("div") if "guide-tool" in (each.get("class") or "").split()), None)
    if tool is None:
        raise _missing(part)
    yield _heading(part)
    if next(tool.iter(*HEADINGS[1:3]), None) is not None and next(tool.iter("h2"), None) is None:
        # The heading that the tool stands under: those in it are of the level below (WCAG 2.2, 1.3.1).
        above = next(tool.itersiblings("h2", preceding=True), None)
        yield from [above] if above is not None else []
    yield tool


_TAKEN = {Kind.QUESTION: _question, Kind.TERM: _term, Kind.FIGURE: _figure, Kind.QUIZ: _quiz, Kind.TOOL: _tool}


def _heading(part: Part) -> Any:
    # With its id from the guide, by which a table may be named.
    heading = etree.Element("h1", {"id": part.place.fragment} if part.place.fragment else {})
    heading.text = part.title
    return heading


def _without_explanations(element: Any) -> None:
    """Leave the words that the guide explains, without their explanations: the script for them is not here."""
    for each in list(element.iter("a", "span")):
        classes = (each.get("class") or "").split()
        if "guide-definition" in classes:
            _take_out(each)
        elif "guide-term" in classes:
            each.tag = "span"
            each.attrib.clear()


def _take_out(element: Any) -> None:
    """Take an element out and leave the text that follows it."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _notes(elements: Iterable[Any], article: Any) -> list[Any]:
    """Give the notes that the elements refer to, with the numbers that they have on their page; none, nothing."""
    inside = [each for element in elements for each in element.iter("*")]
    wanted = {each.get("href", "").removeprefix("#") for each in inside if _is_note_mark(each)}
    ids = {each.get("id") for each in inside}
    listing = etree.Element("ol")
    numbered = (item for box in article.iter("div") if box.get("class") == "footnote" for item in box.iterfind("ol/li"))
    for number, item in enumerate(numbered, 1):
        if item.get("id") in wanted:
            item = deepcopy(item)
            item.set("value", str(number))
            for link in list(item.iter("a")):
                if link.get("class") == "footnote-backref" and link.get("href", "").removeprefix("#") not in ids:
                    _take_out(link)
            listing.append(item)
    if not len(listing):
        return []
    box = etree.Element("div", {"class": "footnote"})
    box.append(listing)
    return [box]


def _is_note_mark(element: Any) -> bool:
    return bool(element.tag == "a" and element.get("class") == "footnote-ref")


def _turn(link: Any, part: Part, file: str) -> None:
    """Let a link lead where it did from its page, in a tab of its own; marks of notes lead within the page."""
    href = link.get("href")
    if href is None or link.get("class") in ("footnote-ref", "footnote-backref"):
        return
    parts = urlsplit(href)
    if not parts.scheme and not parts.netloc:
        own = part.place.page.address
        path = posixpath.normpath(posixpath.join(posixpath.dirname(file_of(part.place.page)), unquote(parts.path)))
        goal = own if not parts.path else path + ("/" if parts.path.endswith("/") else "")
        goal = "" if goal in (".", "./") else goal
        to = posixpath.relpath(goal or ".", posixpath.dirname(file)) + ("/" if not goal or goal.endswith("/") else "")
        link.set("href", quote(to) + (f"#{parts.fragment}" if parts.fragment else ""))
    link.set("target", "_blank")
    link.set("rel", "noopener")
