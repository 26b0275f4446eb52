"""Checks of published addresses: each in the ledger must answer, for ever."""

from __future__ import annotations

from collections.abc import Iterator

from guide.addresses.published import Addresses, Place, file_of, lasting_anchors, public_address, split_address
from guide.addresses.redirects import is_within_site, leads_on, lists_answers, moved_anchors, redirect_pages
from guide.addresses.short import FOLDER, Shorts, short_file
from guide.checks.causes import gone
from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import site_check, source_check
from guide.checks.rules import data
from guide.model.data import Published
from guide.model.guide import Guide
from guide.model.place import Position
from guide.model.site import Site

ADDRESS = Rule(
    "address-lost",
    "Published address that no longer answers",
    "A page in the ledger of published addresses is gone, and no redirect leads on from it.",
    "Courses, e-mails and other sites link there; their readers meet a page-not-found.",
    "bring the page back, or add a redirect to the page that has its content now",
)
ANCHOR = Rule(
    "anchor-lost",
    "Published anchor that no longer answers",
    "An anchor in the ledger is no longer on its page, and no redirect says where it went.",
    "A deep link from a course lands at the top of the page, and the reader must search.",
    "give the heading its former id back, or add a redirect from the former anchor",
)
NOT_BUILT = Rule(
    "redirect-not-built",
    "Redirect that is not in the built site",
    "The site has no page at a former address, or a page does not know its moved anchors.",
    "The redirect is written down but does not work.",
    "build again; if it stays, see that the build calls guide.addresses.redirects.write_redirects, and that the "
    "template writes moved_anchors",
)
SHORT = Rule(
    "short-address-lost",
    "Short address that no longer answers",
    "A short address that was published leads to no page, or to no question, in one of its languages.",
    "It stands on slides and in courses; their readers meet a page-not-found.",
    "bring the page or question back, or add a redirect from the address it led to",
)
SHORT_NOT_BUILT = Rule(
    "short-address-not-built",
    "Short address that is not in the built site",
    "The site has no page at a short address.",
    "The address is given to readers but does not work.",
    "build again; if it stays, see that the build calls guide.addresses.short.write_short_addresses",
)


@source_check(ADDRESS, ANCHOR)
def published(guide: Guide) -> Iterator[Finding]:
    """Every address and anchor in the ledger."""
    addresses = Addresses(guide)
    for entry in guide.ledger:
        place = addresses.destination(entry.address)
        if place is None:
            if not _has_moved(guide, entry):
                yield _lost_page(guide, entry, addresses)
            continue
        for anchor in entry.anchors:
            there = addresses.destination(f"{entry.address}#{anchor}")
            if there is None or not there.exists:
                yield _lost_anchor(guide, entry, anchor, place)


def _has_moved(guide: Guide, entry: Published) -> bool:
    """The page has another address now: that is ``slug-changed``, which knows the way."""
    return (entry.language, entry.page) in guide.page_by_key


def _lost_page(guide: Guide, entry: Published, addresses: Addresses) -> Finding:
    own = [address for address, page in addresses.pages.items() if page.language == entry.language]
    near = nearest(entry.address, own)
    hint = f"{ADDRESS.hint}: {{from: {entry.address}, to: {near or '/…/'}}} in the redirects"
    message = f'"{entry.address}" is published but leads to no page'
    return ADDRESS.at(entry.position, message, hint=hint, suggestion=near, cause=gone(guide, entry.page))


def _lost_anchor(guide: Guide, entry: Published, anchor: str, place: Place) -> Finding:
    page = place.page
    near = nearest(anchor, lasting_anchors(page))
    to = f"{public_address(page)}#{near or '…'}"
    entry_of_redirect = f"{{from: '{entry.address}#{anchor}', to: '{to}'}}"
    hint = f"give the heading that id back in {page.file}, or add {entry_of_redirect} to the redirects"
    message = f'"{entry.address}#{anchor}" is published, but {page.file} has no such id'
    suggestion, cause = f"#{near}" if near else "", gone(guide, page.path, anchor)
    return ANCHOR.at(entry.position, message, hint=hint, suggestion=suggestion, cause=cause)


@source_check(data.REDIRECT_FORM)
def former_addresses(guide: Guide) -> Iterator[Finding]:
    """Former addresses that cannot be a file in the site."""
    for redirect in guide.redirects:
        path = split_address(redirect.old)[0]
        if path != "/" and not is_within_site(path):
            message = f'"{redirect.old}" cannot be an address of the site'
            yield data.REDIRECT_FORM.at(redirect.position, message, hint="write the path as it stood in the browser")


@site_check(NOT_BUILT)
def redirects_in_site(guide: Guide, site: Site) -> Iterator[Finding]:
    """Redirect pages and moved anchors, as built."""
    positions = {split_address(redirect.old)[0]: redirect.position for redirect in reversed(guide.redirects)}
    for redirect in redirect_pages(guide):
        if redirect.file not in site.files:
            position = positions.get(split_address(redirect.file)[0], Position(site.folder))
            yield NOT_BUILT.at(position, f'there is no "{site.folder}/{redirect.file}"')
    lists = [file_of(page) for page in guide.pages if lists_answers(page, guide)]
    for file in dict.fromkeys([*moved_anchors(guide), *lists]):
        built = site.page_by_path.get(file)
        if built is not None and not any(map(leads_on, built.scripts)):
            place = Position(f"{site.folder}/{file}")
            yield NOT_BUILT.at(place, "the page does not know which of its anchors have moved")


@site_check(ANCHOR)
def published_in_site(guide: Guide, site: Site) -> Iterator[Finding]:
    """Anchors that the sources have but the built page has not."""
    addresses = Addresses(guide)
    for entry in guide.ledger:
        page = addresses.pages.get(split_address(entry.address)[0])
        built = site.page_by_path.get(file_of(page)) if page is not None else None
        if page is None or built is None:
            continue
        for anchor in entry.anchors:
            if anchor in page.anchors and anchor not in built.ids:
                yield ANCHOR.at(entry.position, f'"{entry.address}#{anchor}" is published, but not in {built.path}')


@source_check(SHORT)
def short_addresses(guide: Guide) -> Iterator[Finding]:
    """Every short address that has been published."""
    leads = {short.id: short.places for short in Shorts(guide).all}
    for entry in guide.short_addresses:
        for code, address in entry.to.items():
            if code not in leads[entry.id]:
                message = f'"/{FOLDER}/{entry.id}/" led to "{address}", which is gone'
                hint = f"bring it back, or add {{from: '{address}', to: '/…/'}} to the redirects"
                yield SHORT.at(entry.position, message, hint=hint, cause=gone(guide, entry.page, entry.anchor))


@site_check(SHORT_NOT_BUILT)
def short_addresses_in_site(guide: Guide, site: Site) -> Iterator[Finding]:
    """The pages at short addresses that have been published, as built."""
    for short in Shorts(guide).all if guide.short_addresses else ():
        file = short_file(short.id, guide)
        if short.places and file not in site.files:
            yield SHORT_NOT_BUILT.at(Position(site.folder), f'there is no "{site.folder}/{file}"')
