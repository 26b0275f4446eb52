"""Short addresses: ``/l/<id>/`` for every page and question, the same in all languages and for ever.

``/l/<language>/<id>/`` is the same in one language, whatever the reader's browser prefers: for what is printed or
taught in that language. A language that lacks the page leads to it in another rather than nowhere.

What lives here: which id each page and question has, where each id leads today, the
pages at these addresses, and the file that keeps the ids (``data/short-addresses.json``).
What does not: the list of them for readers and systems (``address_list.py``), and the
check that they hold (``checks/rules/addresses.py``).

An id is made of the page's path ("steps-leadership") or the question's id
("faq-what-is-it"). A release writes it down together with the addresses it led to.
From then on it is found by those addresses, and redirects are followed from there, so
that a page that is renamed keeps its id, and one that is deleted leads on. Nothing is
ever taken out of the file.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import unquote

from guide.addresses.cards import Card, card_tags
from guide.addresses.published import Addresses, Place, public_address
from guide.addresses.redirects import SCRIPT as LEADING
from guide.addresses.redirects import absolute_address, href_to, start_of_sign
from guide.client.bundling import script
from guide.model.data import ShortAddress
from guide.model.guide import Guide
from guide.model.place import Position
from guide.model.vocabularies import Directive
from guide.tools.slugs import as_slug
from guide.tools.ways import way_to
from guide.words import words_of

FOLDER = "l"
"""Folder of the site that they stand in."""
_SCRIPT = "short-address.js"
"""Where the script that chooses a language stands in the site."""

_START = "start"


@dataclass(frozen=True, slots=True)
class Short:
    """One short address and where it leads."""

    id: str
    """What stands after "/l/"."""
    places: Mapping[str, Place]
    """Language → where it leads today; the default language first."""
    is_new: bool = False
    """No release has written it down yet."""

    @property
    def is_question(self) -> bool:
        """Say whether it leads to a place on a page rather than to the page."""
        return any(place.fragment for place in self.places.values())


class Shorts:
    """Every short address of a guide: those that are written down, and those that a release would add."""

    def __init__(self, guide: Guide) -> None:
        """Work out where each leads and which id each page and question has."""
        self._guide = guide
        self._addresses = Addresses(guide)
        self.all: list[Short] = []
        self._id_of: dict[tuple[str, str], str] = {}
        self._take_recorded()
        self._add_new()
        self._questions: dict[str, list[tuple[str, str]]] = {}
        for (path, anchor), name in self._id_of.items():
            if anchor:
                self._questions.setdefault(path, []).append((anchor, name))

    def id_of(self, path: str, anchor: str = "") -> str:
        """Give the id of a page (by its path within a language), or of a question on it; "" for none."""
        return self._id_of.get((path, anchor), "")

    def on_source(self, source: str) -> Mapping[str, str]:
        """Give what the script that copies links must know of a page, by its path in the docs folder."""
        page = self._guide.page_by_source.get(source)
        if page is None:
            return {"pattern": "", "id": "", "questions": "", "fixed": ""}
        pattern, name = unquote(address_at("{}", self._guide)), self.id_of(page.path)
        fixed = address_in(page.language, name, self._guide) if name else ""
        return {"pattern": pattern, "id": name, "questions": self._questions_on(page.path), "fixed": fixed}

    def _questions_on(self, path: str) -> str:
        """Give the questions on a page: "anchor", or "anchor=id" for one whose id is not the usual one."""
        usual = f"{self.id_of(path)}-{{}}".format
        questions = self._questions.get(path, [])
        return " ".join(anchor if name == usual(anchor) else f"{anchor}={name}" for anchor, name in questions)

    def listed(self) -> Iterator[Short]:
        """Give one short address for each page and question: no former ones."""
        ids = set(self._id_of.values())
        return (short for short in self.all if short.id in ids)

    def _take_recorded(self) -> None:
        recorded = self._guide.short_addresses
        for entry in recorded:
            self.all.append(Short(entry.id, dict(self._places(entry))))
        wanted = set(targets(self._guide))
        # An address that was made for a page goes before one that only leads there by a redirect.
        for own in (True, False):
            for entry, short in zip(recorded, self.all, strict=True):
                for place in short.places.values():
                    key = (place.page.path, place.fragment)
                    is_own = key == (entry.page, entry.anchor)
                    if key in wanted and bool(place.fragment) == bool(entry.anchor) and is_own is own:
                        self._id_of.setdefault(key, entry.id)

    def _places(self, entry: ShortAddress) -> Iterator[tuple[str, Place]]:
        for language in self._guide.settings.languages:
            address = entry.to.get(language.code)
            place = self._addresses.destination(address) if address else None
            if place is None or not place.exists:
                page = self._guide.page_by_key.get((language.code, entry.page))
                place = Place(page, entry.anchor) if page is not None else place
            if place is not None and place.exists:
                yield language.code, place

    def _add_new(self) -> None:
        taken = {short.id for short in self.all}
        fronts = _fronts(self._guide)
        for path, anchor in targets(self._guide):
            if (path, anchor) in self._id_of:
                continue
            name = _first_free(default_id(fronts.get(path, path) if anchor else path, anchor), taken)
            taken.add(name)
            self._id_of[path, anchor] = name
            pages = (self._guide.page_by_key.get((each.code, path)) for each in self._guide.settings.languages)
            places = {page.language: Place(page, anchor) for page in pages if page and Place(page, anchor).exists}
            self.all.append(Short(name, places, is_new=True))


def targets(guide: Guide) -> Iterator[tuple[str, str]]:
    """Give what has a short address: path and "" of each page, then path and id of each question."""
    yield from ((path, "") for path in guide.paths)
    questions = ((page.path, question.id) for page in guide.pages for question in page.questions if question.id)
    yield from dict.fromkeys(questions)


def _fronts(guide: Guide) -> Mapping[str, str]:
    """Give, for each page of one theme, the page that lists its questions: their ids begin with its name."""
    lists = {page.language: page.path for page in guide.pages if Directive.QUESTIONS in page.expands}
    return {page.path: lists[page.language] for page in guide.pages if page.questions and page.language in lists}


def default_id(path: str, anchor: str = "") -> str:
    """Give the id that a page, or a question on it, gets when it is new.

    >>> default_id("steps/leadership.md"), default_id("steps/index.md"), default_id("faq.md", "what-is-it")
    ('steps-leadership', 'steps', 'faq-what-is-it')
    >>> default_id("index.md")
    'start'
    """
    stem = posixpath.splitext(path)[0]
    folder, _, name = stem.rpartition("/")
    page = as_slug(folder if name.lower() in {"index", "readme"} else stem).replace("/", "-") or _START
    return f"{page}-{anchor}" if anchor else page


def _first_free(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        number, free = number + 1, f"{name}-{number}"
    return free


# The file -------------------------------------------------------------------


def as_text(entries: Iterable[ShortAddress]) -> str:
    """Write the file: one line for each id, in an order that never depends on when it was added."""
    rows = []
    for entry in sorted(entries, key=lambda entry: entry.id):
        anchor = {"anchor": entry.anchor} if entry.anchor else {}
        value = {"page": entry.page, **anchor, "to": dict(sorted(entry.to.items()))}
        rows.append(f"{json.dumps(entry.id)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(rows) + "\n}\n"


def recorded(guide: Guide) -> tuple[ShortAddress, ...]:
    """Give what the file must hold after a release: all that it held, and every new id."""
    added = []
    for short in Shorts(guide).all:
        first = next(iter(short.places.values()), None)
        if short.is_new and first is not None:
            to = {code: _full(place) for code, place in short.places.items()}
            added.append(ShortAddress(short.id, to, Position(""), first.page.path, first.fragment))
    return (*guide.short_addresses, *added)


def _full(place: Place) -> str:
    return public_address(place.page) + (f"#{place.fragment}" if place.fragment else "")


# The pages ------------------------------------------------------------------


def short_file(name: str, guide: Guide) -> str:
    """Give the file in the site that answers at a short address: "l/faq/index.html"; "l/index.html" for none."""
    if not name:
        return f"{FOLDER}/index.html"
    return f"{FOLDER}/{name}/index.html" if guide.settings.use_directory_urls else f"{FOLDER}/{name}.html"


def address_at(name: str, guide: Guide) -> str:
    """Give a short address as one copies it, with the guide's host."""
    return absolute_address(short_file(name, guide).removesuffix("index.html"), guide.settings.site_url)


def address_in(language: str, name: str, guide: Guide) -> str:
    """Give a short address that opens in one language: for what is printed or taught in that language."""
    return address_at(f"{language}/{name}", guide)


def write_short_addresses(guide: Guide, site_dir: Path) -> None:
    """Write a page at every short address of a freshly built site, and the scripts that lead on."""
    choosing, leading = script(_SCRIPT), script(LEADING)
    choosing.write(site_dir)
    leading.write(site_dir)
    for short in Shorts(guide).all:
        if short.places:
            _write(site_dir / short_file(short.id, guide), page_html(short, guide, choosing.path))
            for language in guide.settings.languages:
                html = fixed_page_html(short, language.code, guide, leading.path)
                _write(site_dir / short_file(f"{language.code}/{short.id}", guide), html)
    # Who types the start of one only comes to the list of them.
    lists = {each.code: guide.page_that_shows(each.code, Directive.ADDRESSES) for each in guide.settings.languages}
    places = {code: Place(page, "") for code, page in lists.items() if page is not None}
    if places:
        _write(site_dir / short_file("", guide), page_html(Short("", places), guide, choosing.path))


def _write(target: Path, html: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(html, encoding="utf-8")


def fixed_page_html(short: Short, language: str, guide: Guide, script_path: str) -> str:
    """Give the page at a short address in one language; ``script_path`` is where the script stands in the site.

    A script leads on at once, and takes the reader's query and fragment along; without it the page does.
    """
    file = short_file(f"{language}/{short.id}", guide)
    place = short.places.get(language) or next(iter(short.places.values()))
    title, href = escape(title_of(place)), escape(href_to(place, file))
    base = way_to("", posixpath.dirname(file))
    code = place.page.language
    return (
        f"{_head(place, title_of(place), short, guide, file)}"
        f'<script src="{base}/{script_path}" data-to="{href}"></script>\n'
        f'<noscript><meta http-equiv="refresh" content="0; url={href}"></noscript>\n'
        f"</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f'<p><a href="{href}">{escape(words_of(code)["short-address.read-in"])}: {title}</a></p>\n'
        "</main>\n</body>\n</html>\n"
    )


def _head(place: Place, title: str, short: Short, guide: Guide, file: str) -> str:
    """Give what stands at the start of the head of a page at a short address: what it is, for people and programs."""
    address = absolute_address(file.removesuffix("index.html"), guide.settings.site_url)
    described = description_of(place)
    card = card_tags(Card(title_of(place), described, address, place.page, list(short.places)), guide)
    return (
        f"{start_of_sign(place.page, title, guide.settings.site_url)}"
        f'<meta name="description" content="{escape(described)}">\n{card}{card and chr(10)}'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n<link rel="icon" href="data:,">\n'
    )


def page_html(short: Short, guide: Guide, script_path: str) -> str:
    """Give the page at a short address; ``script_path`` is where the script stands in the site.

    A script leads on at once; without it the reader chooses a language by a link.
    """
    file = short_file(short.id, guide)
    first = next(iter(short.places.values()))
    hrefs = {code: href_to(place, file) for code, place in short.places.items()}
    base = way_to("", posixpath.dirname(file))
    titles: dict[str, str] = {}
    for code, place in short.places.items():
        titles.setdefault(title_of(place), code)
    heading = " / ".join(f'<span lang="{code}">{escape(title)}</span>' for title, code in titles.items())
    links = "".join(
        f'<p><a href="{escape(hrefs[code])}" lang="{code}" hreflang="{code}">'
        f"{escape(words_of(code)['short-address.read-in'])}: {escape(title_of(place))}</a></p>\n"
        for code, place in short.places.items()
    )
    return (
        f"{_head(first, ' / '.join(titles), short, guide, file)}"
        f'<script src="{base}/{script_path}" data-to="{escape(json.dumps(hrefs, ensure_ascii=False))}"></script>\n'
        f"</head>\n<body>\n<main>\n<h1>{heading}</h1>\n{links}</main>\n</body>\n</html>\n"
    )


def description_of(place: Place) -> str:
    """Give a page's description, or a question's short answer."""
    answers = {question.id: question.short_answer for question in place.page.questions}
    return answers.get(place.fragment) or place.page.front.text("description")


def title_of(place: Place) -> str:
    """Give the title of a page, or the question that a place on it answers."""
    page = place.page
    heading = next((each.text for each in page.headings if place.fragment and each.id == place.fragment), "")
    return heading or page.title or page.path
