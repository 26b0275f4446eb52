"""Published addresses: one form for all of them, and where each leads today.

What lives here: the form in which the ledger and the redirects name a page
("/steg/ledarskap/", whatever way the site is built), and following redirects from
there. What does not: the ledger's file (``ledger.py``), the pages that redirect
(``redirects.py``), and findings (``checks/rules/addresses.py``).
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from guide.model.data import Redirect
from guide.model.guide import Guide
from guide.model.page import Page


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address leads: a page, and a place on it."""

    page: Page
    """The page."""
    fragment: str
    """Id that the address names ("" for the page as a whole); the page may lack it."""

    @property
    def exists(self) -> bool:
        """Say whether the page has the id."""
        return not self.fragment or self.fragment in self.page.anchors


def public_path(path: str) -> str:
    """Give a page's published path in the form of the ledger, however the site is built.

    >>> public_path("steg/ledarskap/"), public_path("/steg/ledarskap.html"), public_path("en/index.html")
    ('/steg/ledarskap/', '/steg/ledarskap/', '/en/')
    >>> public_path("")
    '/'
    """
    bare = unquote(path).strip("/")
    bare = "" if bare == "index.html" else bare.removesuffix("/index.html").removesuffix(".html")
    return f"/{bare}/" if bare else "/"


def split_address(address: str) -> tuple[str, str]:
    """Give the published path and the fragment of an address within the site.

    >>> split_address("/steg/ledarskap/#why")
    ('/steg/ledarskap/', 'why')
    """
    path, _, fragment = address.partition("#")
    return public_path(path), unquote(fragment)


def public_address(page: Page) -> str:
    """Give the address of a page in the form of the ledger."""
    return public_path(page.address)


def file_of(page: Page) -> str:
    """Give the file in the site folder that a page is built to: "steg/ledarskap/index.html"."""
    return page.address if page.address.endswith(".html") else f"{page.address}index.html"


def lasting_anchors(page: Page) -> frozenset[str]:
    """Give the ids of a page that a reader may have linked to.

    Not among them: the id of the h1, whose place is the top of the page, where a
    browser goes anyway when an id is missing; and ids that only serve the page's
    own wiring, such as the title and the arrow head of a drawing.
    """
    wiring = {reference.id for reference in page.id_references}
    headings = {heading.id for heading in page.headings if heading.level > 1}
    marked = {identifier.id for identifier in page.identifiers}
    return frozenset(headings | (marked - wiring) | page.generated_anchors)


class Addresses:
    """Answers where an address leads; the look-ups are made once."""

    def __init__(self, guide: Guide) -> None:
        """Index the pages and redirects of ``guide``."""
        self._guide = guide
        self.pages: dict[str, Page] = {}
        for page in guide.pages:
            self.pages.setdefault(public_address(page), page)
        self.redirects: dict[tuple[str, str], Redirect] = {}
        for redirect in guide.redirects:
            self.redirects.setdefault(split_address(redirect.old), redirect)

    def is_live(self, address: str) -> bool:
        """Say whether ``address`` is that of a page, and of an id on it, without any redirect."""
        path, fragment = split_address(address)
        return path in self.pages and Place(self.pages[path], fragment).exists

    def destination(self, address: str) -> Place | None:
        """Follow redirects from ``address``; None where they end at no page.

        A fragment is handed on as browsers do it (RFC 9110, section 10.2.2): the
        redirect's own wins, and where it has none the reader keeps his. The id of a question
        in the list of all questions leads to its answer.
        """
        (path, fragment), goes_round = self._end(address)
        page = self.pages.get(path)
        return Place(page, fragment) if page is not None and not goes_round else None

    def goes_round(self, address: str) -> bool:
        """Say whether the redirects from ``address`` come back to where they have been."""
        return self._end(address)[1]

    def _end(self, address: str) -> tuple[tuple[str, str], bool]:
        """Give the last step of the way from ``address``, and whether the next would be one that was taken."""
        place = split_address(address)
        seen = {place}
        while True:
            path, fragment = place
            page = self.pages.get(path)
            if page is not None and Place(page, fragment).exists:
                answer = self._guide.answered_elsewhere(page, fragment)
                onward = (public_address(answer), fragment) if answer is not None else None
            else:
                onward = self._onward(path, fragment, page is not None)
            if onward is None:
                return place, False
            if onward in seen:
                return place, True
            seen.add(onward)
            place = onward

    def _onward(self, path: str, fragment: str, is_page: bool) -> tuple[str, str] | None:
        exact = self.redirects.get((path, fragment))
        if exact is not None and (fragment or not is_page):
            return split_address(exact.new)
        whole = self.redirects.get((path, ""))
        if whole is None or is_page:
            return None
        new_path, new_fragment = split_address(whole.new)
        return new_path, new_fragment or fragment
