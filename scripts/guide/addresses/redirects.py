"""Redirects: what the built site answers with at an address that has moved.

What lives here: writing a page at every former address, and what living pages must
tell about their anchors that have moved (the template writes it). A static host gives no redirects of its own, so
this is done with a link, a refresh and a small script file; nothing of it needs a
server, inline script or absolute address. What does not: where an address leads
(``published.py``) and whether the redirects hold (``checks/rules/data.py``, ``checks/rules/addresses.py``).
"""

from __future__ import annotations

import json
import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote

from guide.addresses.hosting import IN_HEAD
from guide.addresses.published import Addresses, Place, file_of, split_address
from guide.client.bundling import script
from guide.model.guide import Guide
from guide.model.page import Page
from guide.tools.ways import way_to
from guide.words import words_of

SCRIPT = "moved.js"
"""The script that leads on from an address."""


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """A page to be written at a former address."""

    file: str
    """Path in the site folder: "steg/gammalt/index.html"."""
    place: Place
    """Where it leads."""
    moved: Mapping[str, Place]
    """Former anchors that lead elsewhere than to the same anchor on that page."""


def redirect_pages(guide: Guide) -> Iterator[RedirectPage]:
    """Give the pages to write: one for each former address of a page, or of a page with anchors only."""
    addresses = Addresses(guide)
    moved = _moved_anchors(guide, addresses)
    former = dict.fromkeys(split_address(redirect.old)[0] for redirect in guide.redirects)
    for path in former:
        place = addresses.destination(path)
        if path not in addresses.pages and place is not None and is_within_site(path):
            yield RedirectPage(_file_at(path, guide), place, moved.get(path, {}))


def moved_anchors(guide: Guide) -> dict[str, Mapping[str, Place]]:
    """Give, for each living page (by its file in the site), its anchors that have moved."""
    addresses = Addresses(guide)
    moved = _moved_anchors(guide, addresses)
    return {file_of(addresses.pages[path]): places for path, places in moved.items() if path in addresses.pages}


def lists_answers(page: Page, guide: Guide) -> bool:
    """Say whether a page has the ids of questions that other pages answer, so that the script leads on from them."""
    return any(guide.answered_elsewhere(page, anchor) is not None for anchor in page.generated_anchors)


def write_redirects(guide: Guide, site_dir: Path) -> None:
    """Write redirect pages, and the script that they and moved anchors need, into a freshly built site.

    A page that is there is never overwritten; redirects that lead nowhere are left
    out (both are findings, which stop a build before it comes here).
    """
    pages = list(redirect_pages(guide))
    if not pages and not moved_anchors(guide) and not any(lists_answers(page, guide) for page in guide.pages):
        return
    leading = script(SCRIPT)
    leading.write(site_dir)
    for page in pages:
        target = site_dir / page.file
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(redirect_html(page, guide.settings.site_url, leading.path), encoding="utf-8")


def is_within_site(path: str) -> bool:
    """Say whether a published path can be a file in the site: no step upwards, nothing hidden or odd.

    >>> is_within_site("/steg/gammalt/"), is_within_site("/../etc/passwd/"), is_within_site("/a//b/")
    (True, False, False)
    """
    parts = path.strip("/").split("/")
    return all(part and not part.startswith(".") and not set(part) & set('\\:*?"<>|\0\r\n') for part in parts)


def leads_on(script: str) -> bool:
    """Say whether a script, by its address, is the one that leads on from moved anchors.

    >>> leads_on("../assets/js/moved.0123456789.js"), leads_on("../assets/js/guide.0123456789.js")
    (True, False)
    """
    stem, _, _ = SCRIPT.partition(".")
    name = posixpath.basename(script)
    return name.startswith(f"{stem}.") and name.endswith(".js")


def hrefs_as_json(file: str, moved: Mapping[str, Place]) -> str:
    """Give, for the script on the page at ``file``, each moved anchor and the link to where it is now; "" for none."""
    hrefs = {fragment: href_to(place, file) for fragment, place in sorted(moved.items())}
    return json.dumps(hrefs, ensure_ascii=False) if hrefs else ""


def _script_element(redirect: RedirectPage, script_path: str) -> str:
    """Give the element that leads on from a former address at once."""
    moved = hrefs_as_json(redirect.file, redirect.moved)
    told = f' data-moved="{escape(moved)}"' if moved else ""
    to = escape(href_to(redirect.place, redirect.file))
    return f'<script src="{_relative(script_path, redirect.file)}" data-to="{to}"{told}></script>'


def redirect_html(redirect: RedirectPage, site_url: str, script_path: str) -> str:
    """Give the page that stands at a former address; ``script_path`` is where the script stands in the site.

    The refresh is for readers without script. Beside a script it would race it, and
    drop the fragment, so it stands in ``noscript``.
    """
    page = redirect.place.page
    heading, lead = words_of(page.language)["redirect.heading"], words_of(page.language)["redirect.lead"]
    href = escape(href_to(redirect.place, redirect.file))
    title = escape(page.title or page.path)
    return (
        f"{start_of_sign(page, f'{heading}: {page.title or page.path}', site_url)}"
        f"{_script_element(redirect, script_path)}\n"
        f'<noscript><meta http-equiv="refresh" content="0; url={href}"></noscript>\n'
        f"</head>\n<body>\n<main>\n<h1>{escape(heading)}</h1>\n"
        f'<p>{escape(lead)} <a href="{href}">{title}</a></p>\n</main>\n</body>\n</html>\n'
    )


def start_of_sign(page: Page, title: str, site_url: str) -> str:
    """Give the start of the head of a page that only leads on to ``page``.

    Search engines are told which page it stands for, and nothing else: "noindex" beside that would contradict it.
    Without an address there is nothing to tell, and it is to be no result of a search itself.
    """
    address = escape(absolute_address(page.address, site_url))
    stands_for = f'<link rel="canonical" href="{address}">' if site_url else '<meta name="robots" content="noindex">'
    return (
        f'<!doctype html>\n<html lang="{escape(page.language)}">\n<head>\n<meta charset="utf-8">\n'
        f"{IN_HEAD}\n<title>{escape(title)}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{stands_for}\n"
    )


def _moved_anchors(guide: Guide, addresses: Addresses) -> dict[str, dict[str, Place]]:
    """Former path → fragment → where it leads, where that is not what the browser would do by itself."""
    fragments: dict[str, set[str]] = defaultdict(set)
    for redirect in guide.redirects:
        path, fragment = split_address(redirect.old)
        fragments[path].add(fragment)
    # A page that has moved twice hands on the anchors that moved from its second address.
    handed_on = {fragment for named in fragments.values() for fragment in named if fragment}
    moved: dict[str, dict[str, Place]] = defaultdict(dict)
    for path, own in fragments.items():
        whole = addresses.destination(path)
        for fragment in own if path in addresses.pages else own | handed_on:
            place = addresses.destination(f"{path}#{quote(fragment)}")
            if fragment and place is not None and place.exists and not _goes_there_anyway(whole, place, fragment):
                moved[path][fragment] = place
    return moved


def _goes_there_anyway(whole: Place | None, place: Place, fragment: str) -> bool:
    return whole is not None and place.page is whole.page and place.fragment == (whole.fragment or fragment)


def _file_at(path: str, guide: Guide) -> str:
    bare = path.strip("/")
    return f"{bare}/index.html" if guide.settings.use_directory_urls else f"{bare}.html"


def href_to(place: Place, file: str) -> str:
    """Give the link from the site's ``file`` to a place."""
    fragment = f"#{quote(place.fragment)}" if place.fragment else ""
    return fragment if fragment and file_of(place.page) == file else _relative(place.page.address, file) + fragment


def _relative(address: str, file: str) -> str:
    path = way_to(address, posixpath.dirname(file))
    return quote(f"{path}/" if not address or address.endswith("/") else path)


def absolute_address(path: str, site_url: str) -> str:
    """Give the whole address of a path within the site."""
    return f"{site_url.removesuffix('/')}/{quote(path)}"
