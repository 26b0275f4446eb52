"""Checks of the built site: everything that a browser, a search engine or a screen reader follows."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from guide.addresses.resolving import path_on_site
from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import site_check
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.place import Position
from guide.model.site import (
    MARKDOWN_SIGNS,
    SAID_TO_MACHINES,
    BuiltPage,
    Reference,
    Site,
    paths_from,
    paths_served,
    served_file,
)
from guide.tools.texts import per_page, per_text

LINK = Rule(
    "built-link-missing",
    "Link in the built page leads to nothing",
    "An href in the HTML names a page or file that the site does not have.",
    "The reader meets a page-not-found.",
    "mend the source, template or setting that it comes from",
)
ANCHOR = Rule(
    "built-anchor-missing",
    "Anchor in the built page leads to nothing",
    "The page that an href leads to has no such id.",
    "The reader lands at the top of the page.",
    "mend the source or template that it comes from",
)
ASSET = Rule(
    "built-asset-missing",
    "Image, style or script is not there",
    "A src, srcset, stylesheet or the like names a file that the site does not have.",
    "Something is not shown, or does not work.",
    "put the file in docs/assets, or mend the template that names it",
)
FOREIGN = Rule(
    "built-foreign-host",
    "Something is loaded from another host",
    "An image, style, script, font or frame comes from somebody else's server.",
    "The reader's visit is told to that server, and the offline copy does not work.",
    "keep a copy in docs/assets and use that",
)
ID_REFERENCE = Rule(
    "built-id-reference",
    "Pointer to an id that the page does not have",
    "An attribute such as for or aria-labelledby names an id that is not on the page.",
    "A field has no label, a part no name, for who uses a screen reader.",
    "mend the id in the source or template",
)
ID_TWICE = Rule(
    "built-id-twice",
    "The same id twice in the built page",
    "Two elements have one id.",
    "A link or label can reach the first only.",
    "give one of them another id",
)
HREFLANG = Rule(
    "built-hreflang",
    "Link between the languages that does not hold",
    "A rel=alternate is missing, leads to nothing, to the wrong language, or is not answered by its twin.",
    "Search engines send readers to the wrong language.",
    "mend the i18n plugin's settings or the template",
)
CANONICAL = Rule(
    "built-canonical",
    "Canonical address that does not hold",
    "rel=canonical is missing or leads to another page than this.",
    "Search engines leave the page out.",
    "set site_url, or mend the template",
)
SITEMAP = Rule(
    "built-sitemap",
    "Sitemap that does not hold",
    "The sitemap names an address that is not there, or leaves out a page.",
    "Search engines do not find the page.",
    "mend the sitemap's template or the page's address",
)
SEARCH = Rule(
    "built-search",
    "Search result that leads to nothing",
    "The search index names a page or anchor that is not there.",
    "The reader picks the right answer and does not get it.",
    "build again; if it stays, mend what writes the index",
)
LANGUAGE = Rule(
    "built-lang",
    "Page that says the wrong language",
    "The lang attribute of the page is missing or not the page's language.",
    "Screen readers say it with the wrong voice (WCAG 3.1.1).",
    "mend the i18n plugin's settings or the template",
)
TITLE = Rule(
    "built-title",
    "Built page without a title of its own",
    "The title element is missing, empty, or the same as another page's.",
    "The reader cannot tell tabs, bookmarks and search results apart (WCAG 2.4.2).",
    "give the page another title",
)
H1 = Rule(
    "built-h1",
    "Built page without exactly one main heading",
    "The page has no h1, or several.",
    "Screen-reader users do not find the start of the text.",
    "mend the page or template",
)
PAGE = Rule(
    "built-page-missing",
    "Page that is not in the built site",
    "A source has no built page at its address.",
    "Nobody can read it.",
    "build again; if it stays, mend the page's slug or the build's hook",
)
LEFTOVER = Rule(
    "built-markup-left",
    "Markdown signs in the built text",
    "The text that readers see holds signs of Markdown, such as [^key], ]( or {#id}.",
    "The reader sees the writer's code.",
    "mend the Markdown: usually a missing blank line, bracket or definition",
)
NO_ALT = Rule(
    "built-image-no-alt",
    "Built image without an alt attribute",
    "An img element has no alt.",
    "Screen readers read out the address of the file (WCAG 1.1.1).",
    'add alt in the source or template; alt="" for decoration',
)
DESCRIPTION = Rule(
    "built-description",
    "Built page without a description",
    "The page has no meta description, or an empty one.",
    "Search engines and link cards show whatever text comes first.",
    "let the template write the description of the page's front matter",
)
HIDDEN = Rule(
    "built-hidden",
    "Built page that search engines are told to leave out",
    "A page of the guide says noindex; only one for print should.",
    "Nobody finds it by searching the web.",
    "take noindex out of the template",
)
UNNAMED = Rule(
    "built-unnamed",
    "Link, button or field without a name",
    "A link, button or field has no text, no label and no aria-label.",
    'Screen readers say "button", and speech control cannot press it (WCAG 4.1.2).',
    "give it a text, a label or an aria-label in the template",
)
UNREADABLE = Rule(
    "built-unreadable",
    "Built file that cannot be read",
    "A page, the sitemap or a search index is empty or broken.",
    "What depends on it does not work.",
    "build again; if it stays, mend what writes the file",
)
_NO_PLACE = ("mailto:", "tel:", "data:", "javascript:", "blob:", "sms:")
_LOADING = frozenset(
    {"img", "script", "iframe", "source", "video", "audio", "embed", "object", "track", "input", "image", "use"}
)
_LOADING_RELATIONS = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon", "prefetch"}
)


class _Resolver:
    """Finds what an address on a built page leads to; each address of a folder is looked up once."""

    def __init__(self, guide: Guide, site: Site) -> None:
        self.guide = guide
        self.site = site

    def file(self, page: BuiltPage, address: str) -> str | None:
        """Give the site path of the file that ``address`` leads to; "" when it is elsewhere; None when missing."""
        bare = address.partition("#")[0].partition("?")[0]
        if not bare:
            return page.path
        paths = _paths_of(_place(page), bare, self.guide.settings.site_url)
        return "" if paths is None else next((path for path in paths if path in self.site.files), None)

    def at(self, path: str) -> str | None:
        """Give the file that a web server answers with for ``path`` in the site."""
        return served_file(path, self.site.files)

    def has_anchor(self, file: str, fragment: str) -> bool:
        """Say whether a file answers to a fragment."""
        goal = self.site.page_by_path.get(file)
        plain = unquote(fragment).partition(":~:")[0]
        return goal is None or not plain or plain == "top" or plain in goal.ids


def _place(page: BuiltPage) -> str:
    """Give the folder that relative addresses on a page start from."""
    own = page.path.rpartition("/")[0]
    return posixpath.join(own, page.base) if page.base else own


@per_text
def _paths_of(place: str, bare: str, site_url: str) -> tuple[str, ...] | None:
    """Give the files that a server may answer with at an address, the first one that is there; None for elsewhere."""
    path = unquote(bare)
    if ":" in bare or bare.startswith("//"):
        try:
            parts = urlsplit(bare)
        except ValueError:
            return ()
        if parts.scheme or parts.netloc:
            own = path_on_site(site_url, bare)
            return None if own is None else paths_served(unquote(own))
        path = unquote(parts.path)
    if path.startswith("/"):
        base = urlsplit(site_url).path
        root = base if base.endswith("/") else base + "/"
        # Material links to the start page of a site by "/." from its page for missing addresses.
        return paths_from("", path[len(root) :]) if (path + "/").startswith(root) else ()
    return paths_from(place, path)


def _at(site: Site, path: str, line: int = 1) -> Position:
    return Position(f"{site.folder}/{path}", line)


def _sources(guide: Guide, site: Site) -> Iterator[tuple[Page, BuiltPage]]:
    """Each page with what it was built to."""
    for page in guide.pages:
        built = site.page_by_path.get(_file_of(page))
        if built is not None:
            yield page, built


def _file_of(page: Page) -> str:
    return page.address if page.address.endswith(".html") else f"{page.address}index.html"


@site_check(LINK, ANCHOR, ASSET, FOREIGN)
def references(guide: Guide, site: Site) -> Iterator[Finding]:
    """Every address in every page."""
    resolver, files = _Resolver(guide, site), site.files
    for page in site.pages:
        for goal in _goals_of(page, guide.settings.site_url):
            file = next((path for path in goal.paths if path in files), None)
            if file is None or (goal.fragment and not resolver.has_anchor(file, goal.fragment)):
                for reference in goal.references:
                    finding = _fault_of(reference, page, site, resolver)
                    if finding is not None:
                        yield finding


class _Goal(NamedTuple):
    """Where some addresses of a page lead."""

    paths: Sequence[str]
    """Files that a server would answer with, the first one that is there; none where that cannot be on the site."""
    fragment: str
    """The place in the file, or ""."""
    references: Sequence[Reference]
    """Who leads there."""


@per_page
def _goals_of(page: BuiltPage, site_url: str) -> Iterator[_Goal]:
    """Give where the addresses of a page lead, but for those to elsewhere that a reader has to press."""
    found: dict[tuple[str, str], list[Reference]] = {}
    for reference in page.references:
        if _is_followed(reference):
            address, _, fragment = reference.address.partition("#")
            found.setdefault((address.partition("?")[0], fragment), []).append(reference)
    for (bare, fragment), references in found.items():
        paths = _paths_of(_place(page), bare, site_url) if bare else (page.path,)
        if paths is not None or any(_loads(each.tag, each.relation) for each in references):
            yield _Goal(paths or (), fragment, references)


def _is_followed(reference: Reference) -> bool:
    """Say whether a browser goes there: not what is said to machines, nor what is no place on the web."""
    if reference.relation in SAID_TO_MACHINES or reference.tag == "base" or reference.attribute == "cite":
        return False
    return ":" not in reference.address or not reference.address.startswith(_NO_PLACE)


def _fault_of(reference: Reference, page: BuiltPage, site: Site, resolver: _Resolver) -> Finding | None:
    address, fragment = reference.address, reference.address.partition("#")[2]
    file = resolver.file(page, address)
    if file and (not fragment or resolver.has_anchor(file, fragment)):
        return None
    place = _at(site, page.path, reference.line)
    if file is None:
        rule = ASSET if _loads(reference.tag, reference.relation) else LINK
        return rule.at(place, f'{reference.attribute}="{address}" leads to nothing')
    if file == "":
        is_loaded = _loads(reference.tag, reference.relation)
        return FOREIGN.at(place, f'{reference.tag} loads "{address}"') if is_loaded else None
    near = nearest(unquote(fragment), site.page_by_path[file].ids)
    message = f'{reference.attribute}="{address}": {file} has no such id'
    return ANCHOR.at(place, message, suggestion=f"#{near}" if near else "")


def _loads(tag: str, relation: str) -> bool:
    """Say whether a browser fetches what the element names without being asked."""
    return tag in _LOADING or not _LOADING_RELATIONS.isdisjoint(relation.split())


@site_check(ID_REFERENCE, ID_TWICE, NO_ALT)
def ids(guide: Guide, site: Site) -> Iterator[Finding]:
    """Ids and pointers to them, page by page."""
    for page in site.pages:
        for name, target, line in page.id_references:
            if target not in page.ids:
                yield ID_REFERENCE.at(_at(site, page.path, line), f'{name}="{target}": no such id on the page')
        for identity, line in page.repeated_ids:
            message = f'the id "{identity}" is already that of line {page.ids[identity]}'
            yield ID_TWICE.at(_at(site, page.path, line), message)
        for src, line in page.images_without_alt:
            yield NO_ALT.at(_at(site, page.path, line), f'the image "{src}" has no alt attribute')


@site_check(PAGE, LANGUAGE, TITLE, DESCRIPTION, HIDDEN, H1, LEFTOVER)
def pages(guide: Guide, site: Site) -> Iterator[Finding]:
    """Each source's built page."""
    titles: dict[tuple[str, str], Page] = {}
    for page in guide.pages:
        built = site.page_by_path.get(_file_of(page))
        if built is None:
            yield PAGE.at(page.front.position, f'there is no "{site.folder}/{_file_of(page)}"')
            continue
        place = _at(site, built.path)
        if built.language.casefold() != page.language.casefold():
            yield LANGUAGE.at(place, f'lang="{built.language}" on a page in {page.language}')
        other = titles.setdefault((page.language, built.title), page)
        if not built.title or other is not page:
            message = (
                f'the title "{built.title}" is also that of {other.file}' if built.title else "the page has no title"
            )
            yield TITLE.at(place, message)
        if not built.description:
            yield DESCRIPTION.at(place, "the page has no description")
        if built.is_hidden and guide.settings.site_url and not page.is_for_print:
            yield HIDDEN.at(place, "the page says noindex")
        if len(built.h1) != 1:
            yield H1.at(place, f"the page has {len(built.h1)} h1 elements")
        yield from _leftovers(site, built)


def _leftovers(site: Site, built: BuiltPage) -> Iterator[Finding]:
    for text, line in built.marked:
        sign = next(sign for sign in MARKDOWN_SIGNS if sign in text)
        start = max(text.index(sign) - 20, 0)
        shown = " ".join(text[start : start + 50].split())
        yield LEFTOVER.at(_at(site, built.path, line), f'"{sign.strip()}" in the text: "{shown}"')


@site_check(CANONICAL, HREFLANG)
def languages(guide: Guide, site: Site) -> Iterator[Finding]:
    """rel=canonical and rel=alternate."""
    if not guide.settings.site_url:
        return
    resolver = _Resolver(guide, site)
    alternates = {built.path: _alternates(resolver, built) for _, built in _sources(guide, site)}
    for page, built in _sources(guide, site):
        canonical = [reference for reference in built.references if reference.relation == "canonical"]
        if not canonical:
            yield CANONICAL.at(_at(site, built.path), "the page has no canonical address")
        for reference in canonical:
            if resolver.file(built, reference.address) != built.path:
                message = f'canonical "{reference.address}" is not this page'
                yield CANONICAL.at(_at(site, built.path, reference.line), message)
        yield from _hreflang(guide, site, page, built, alternates)
    for built in site.pages:
        if built.path not in alternates:
            yield from _of_other_page(site, resolver, built)


def _of_other_page(site: Site, resolver: _Resolver, built: BuiltPage) -> Iterator[Finding]:
    """What pages without a source (not found, moved) say of themselves must at least be there."""
    for reference in built.references:
        rule = {"canonical": CANONICAL, "alternate": HREFLANG}.get(reference.relation)
        if rule is not None and reference.tag == "link" and resolver.file(built, reference.address) is None:
            place = _at(site, built.path, reference.line)
            yield rule.at(place, f'{reference.relation} "{reference.address}" leads to nothing')


def _alternates(resolver: _Resolver, built: BuiltPage) -> dict[str, str | None]:
    """Language → file that the page says is its version in it."""
    return {
        reference.language: resolver.file(built, reference.address)
        for reference in built.references
        if reference.relation == "alternate" and reference.tag == "link" and reference.language
    }


def _hreflang(
    guide: Guide, site: Site, page: Page, built: BuiltPage, alternates: dict[str, dict[str, str | None]]
) -> Iterator[Finding]:
    own, place = alternates[built.path], _at(site, built.path)
    twins = {page.language: built.path, **{other.language: _file_of(other) for other in guide.counterparts(page)}}
    if len(twins) < 2:
        return
    for code, file in twins.items():
        if code not in own:
            yield HREFLANG.at(place, f"no alternate for {code}")
        elif own[code] != file:
            yield HREFLANG.at(place, f'the alternate for {code} leads to "{own[code] or "nothing"}", not "{file}"')
        elif file in alternates and alternates[file].get(page.language) != built.path:
            yield HREFLANG.at(place, f'"{file}" does not name this page as its version in {page.language}')
    for code, unknown in own.items():
        if code not in twins and not unknown:
            yield HREFLANG.at(place, f"the alternate for {code} leads to nothing")


@site_check(SITEMAP)
def sitemap(guide: Guide, site: Site) -> Iterator[Finding]:
    """The sitemap against the pages."""
    if not site.sitemap or not guide.settings.site_url:
        return
    resolver = _Resolver(guide, site)
    listed: set[str] = set()
    for location in site.sitemap:
        place = _at(site, "sitemap.xml", location.line)
        for address in [location.address, *(address for _, address in location.alternates)]:
            own = path_on_site(guide.settings.site_url, address)
            file = resolver.at(unquote(own.partition("#")[0])) if own is not None else None
            if file is None:
                yield SITEMAP.at(place, f'"{address}" leads to nothing')
            elif address == location.address:
                listed.add(file)
    for page, built in _sources(guide, site):
        if built.path not in listed and not page.is_for_print:
            yield SITEMAP.at(_at(site, "sitemap.xml"), f'the sitemap leaves out "{page.address or "/"}"')


@site_check(SEARCH)
def search(guide: Guide, site: Site) -> Iterator[Finding]:
    """Search results."""
    resolver = _Resolver(guide, site)
    for index, location in site.search:
        path, _, fragment = location.partition("#")
        folder = posixpath.dirname(posixpath.dirname(index))
        plain = unquote(path).removeprefix("./")
        file = resolver.at(plain) or (resolver.at(posixpath.join(folder, plain)) if folder else None)
        if file is None:
            yield SEARCH.at(_at(site, index), f'"{location}" leads to nothing')
        elif not resolver.has_anchor(file, fragment):
            yield SEARCH.at(_at(site, index), f'"{location}": {file} has no such id')


@site_check(UNNAMED)
def unnamed(guide: Guide, site: Site) -> Iterator[Finding]:
    """What cannot be named."""
    for built in site.pages:
        for tag, line in built.unnamed:
            yield UNNAMED.at(_at(site, built.path, line), f"a {tag} element has no name")


@site_check(UNREADABLE)
def unreadable(guide: Guide, site: Site) -> Iterator[Finding]:
    """Files that could not be parsed."""
    for path, reason in site.unreadable:
        yield UNREADABLE.at(_at(site, path), f"cannot be read: {reason}")
