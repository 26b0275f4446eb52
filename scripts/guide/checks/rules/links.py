"""Checks of links, anchors, images and files in the sources."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from itertools import pairwise

from guide.addresses.resolving import has_file, href_from, page_at, page_at_address, page_in_other_case, path_on_site
from guide.checks.causes import gone
from guide.checks.findings import Finding, Replacement, Rule, Severity, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.page import Image, Link, Page
from guide.model.place import Position
from guide.model.targets import Kind, Target
from guide.tools.hosts import is_local
from guide.tools.lists import entries_of

MISSING_PAGE = Rule(
    "link-missing-page",
    "Link to a page that does not exist",
    "A link names a Markdown file that is not in the docs folder.",
    "The reader meets a page-not-found.",
    "write the path of a page that exists, relative to this file",
)
MISSING_ANCHOR = Rule(
    "link-missing-anchor",
    "Link to an anchor that does not exist",
    "The page exists, but nothing on it has the id after #.",
    "The reader lands at the top of a long page and has to search.",
    "write the id of a heading on that page, or give the heading that id",
)
WRONG_CASE = Rule(
    "link-wrong-case",
    "Link in the wrong case",
    "The path or anchor differs from the real one in capital and small letters only.",
    "It works on the writer's computer and breaks on the web server.",
    "write it in the same case as the file or id",
    fixable=True,
)
OUTSIDE_DOCS = Rule(
    "link-outside-docs",
    "Link to a file outside the docs folder",
    "The path leads out of the folder that is published.",
    "The file is not on the site, so the link breaks.",
    "move the file into docs/assets, or link to where it is published",
)
ABSOLUTE = Rule(
    "link-absolute",
    "Absolute link inside the site",
    "The link starts with / and so counts from the root of the web server.",
    "It breaks when the guide is published below a path or opened from a folder.",
    "write the path to the Markdown source, relative to this file",
)
OWN_SITE = Rule(
    "link-own-site",
    "Whole address to the guide itself",
    "The link names the guide's own published address, or an address on the writer's own computer.",
    "It is not checked when pages move, leaves the copy that the reader is in, or works for nobody else.",
    "write the path to the Markdown source, relative to this file",
)
BUILT_ADDRESS = Rule(
    "link-built-address",
    "Link to a built address instead of a source",
    "The link names a folder or HTML file of the built site.",
    "Nobody is told when the page moves, and the link breaks in the offline copy.",
    "write the path to the Markdown source (….md), relative to this file",
)
OTHER_LANGUAGE = Rule(
    "link-other-language",
    "Link into the other language",
    "A link leads from a page in one language to a page in another.",
    "The reader suddenly stands in a text that he or she may not read.",
    "link to the same page in this language; where it is meant, mark it: [text](path){ hreflang=en }",
)
NOT_STRAIGHT = Rule(
    "link-to-listed-question",
    "Link to a question in the list of them",
    "The link names a question on the page that lists all questions; its answer stands on the page of its theme.",
    "Without JavaScript the reader lands in a list and must click once more; with it, a second page loads.",
    "link to the answer itself",
    fixable=True,
)
ONE_LANGUAGE_ANCHOR = Rule(
    "link-anchor-one-language",
    "Anchor that exists in the other language only",
    "The id after # is on the page in another language, but not in this one.",
    "The link works for half of the readers.",
    "give the heading on this language's page the same id",
)
UNKNOWN_TERM = Rule(
    "glossary-unknown",
    "Link to a term that the glossary does not have",
    "A link to the glossary names a term id that data/glossary.yml lacks.",
    "The reader who wants the word explained finds nothing.",
    "write the id of a term in the glossary, or add the term",
)
TO_ITSELF = Rule(
    "link-to-itself",
    "Link from a page to itself",
    "The link leads to the page it stands on.",
    "The reader clicks and nothing happens.",
    "link to an anchor (#id) on the page, or take the link away",
    Severity.WARNING,
)
MALFORMED = Rule(
    "link-malformed",
    "Address that is no address",
    "The address is empty or breaks the rules of RFC 3986.",
    "Browsers guess, and guess differently.",
    "write the whole address as it stands in the browser's address field",
)
UNKNOWN_SCHEME = Rule(
    "link-unknown-scheme",
    "Address of an unknown kind",
    "The address starts with something other than http, https, mailto or tel.",
    "It does nothing in most browsers, or something the reader did not ask for.",
    "use https, or mailto: for e-mail",
)
PLAIN_HTTP = Rule(
    "link-http",
    "http where https is known to work",
    "The host is linked to with https elsewhere, or is in the settings' https_hosts.",
    "What is read over http can be read and changed on the way.",
    "write https://",
    Severity.WARNING,
    fixable=True,
)
EMPTY_TEXT = Rule(
    "link-text-empty",
    "Link without text",
    "There is nothing between the brackets of the link.",
    "Nobody can see it, and a screen reader reads out the address.",
    "write what is behind the link",
)
MEANINGLESS_TEXT = Rule(
    "link-text-meaningless",
    "Link text that says nothing",
    "The text is a word such as “här” or “click here”, or a bare address.",
    "Who moves from link to link, as with a screen reader, does not learn where it leads (WCAG 2.4.4).",
    "write what is behind the link, for instance the page's title",
)
UNDEFINED_REFERENCE = Rule(
    "link-undefined-reference",
    "Link reference without its definition",
    "[text][label] is written, but [label]: address is nowhere on the page.",
    "The reader sees brackets instead of a link.",
    "write [text](address), or define the label",
)
UNUSED_REFERENCE = Rule(
    "link-unused-reference",
    "Link definition that nothing uses",
    "[label]: address stands on the page, but no link uses the label.",
    "Somebody meant to link and did not, or forgot to tidy up.",
    "use it in a link or take it away",
    Severity.WARNING,
)
REPEATED_REFERENCE = Rule(
    "link-reference-twice",
    "Link label with two addresses",
    "[label]: address stands twice on the page with the same label.",
    "Only one of them is used, and nobody sees which.",
    "take one away, or give it another label",
)
FILE_FRAGMENT = Rule(
    "link-file-fragment",
    "Fragment on a file that is downloaded",
    "The link has a #… but leads to a file in which a browser cannot go to a place.",
    "The reader is promised a place and gets the whole file.",
    "take the #… away",
    Severity.WARNING,
)
MISSING_ASSET = Rule(
    "asset-missing",
    "Missing file or image",
    "A link or image names a file that is not in the docs folder.",
    "The reader sees a broken picture or a page-not-found.",
    "put the file there, or write the path of one that exists",
)
UNUSED_ASSET = Rule(
    "asset-unused",
    "File that nothing uses",
    "No page, style sheet, script, template or setting names the file.",
    "It is published and paid for by everyone who downloads the guide, for nothing.",
    "delete it, or name it in extra.guide.unused_assets",
    Severity.WARNING,
)
NO_ALT = Rule(
    "image-no-alt",
    "Image without alternative text",
    "The image has no alt text.",
    "Who cannot see it learns nothing of it (WCAG 1.1.1).",
    'say what the image says; alt="" in raw HTML when it is decoration only',
)
FILE_NAME_ALT = Rule(
    "image-alt-file-name",
    "File name as alternative text",
    "The alt text is the name of the image file.",
    "A screen reader reads out “diagram underscore final dot png”.",
    "say what the image says",
)
TWICE_ALT = Rule(
    "image-alt-twice",
    "Two pictures with one alternative text",
    "Two pictures on the page have the same alternative text.",
    "Who cannot see them takes them for one, and misses what the other shows.",
    "say of each what it shows",
)
LONG_ALT = Rule(
    "image-alt-long",
    "Alternative text that is an essay",
    "The alternative text has more than 300 characters.",
    "A screen reader reads it in one go, and cannot be stopped and gone back in it.",
    "say in a sentence what the image says, and the rest in the text",
    Severity.WARNING,
)
SAME_TEXT = Rule(
    "link-text-twice",
    "Two links with one text to two pages",
    "Two links on a page have the same text and lead to different pages.",
    "Who moves from link to link cannot tell them apart (WCAG 2.4.4).",
    "say in each where it leads",
    Severity.WARNING,
)
FOREIGN_IMAGE = Rule(
    "image-foreign-host",
    "Image from another host",
    "The image is loaded from somebody else's server.",
    "The reader's visit is told to that server, and the offline copy lacks the picture.",
    "save the image in docs/assets and use that",
)
ID_REFERENCE = Rule(
    "html-id-reference",
    "Pointer to an id that is not on the page",
    "An attribute such as aria-labelledby, or url(#…) in a figure, names an id that the page does not have.",
    "A figure loses its name or its arrows, a label its field.",
    "write an id that is on the page",
)
_LONGEST_ALT = 300
_MEANINGLESS = """här|hit|klicka här|tryck här|läs mer|läs mer här|mer|länk|länken|se här|denna sida|den här sidan
    |sidan|ladda ner|here|click here|click|press here|read more|more|link|this link|this page|learn more|see here|page
    |download"""
_MEANINGLESS_WORDS = frozenset(entries_of(_MEANINGLESS, "|"))
_IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".tif", ".tiff")
_BY_CONVENTION = frozenset({"CNAME", "robots.txt", "favicon.ico", ".nojekyll", "humans.txt", "LICENSE", "security.txt"})


@source_check(MISSING_PAGE, WRONG_CASE, OUTSIDE_DOCS, OTHER_LANGUAGE, TO_ITSELF)
def page_links(guide: Guide) -> Iterator[Finding]:
    """Links to Markdown sources."""
    for page, link in _links(guide):
        if link.target.kind is not Kind.PAGE:
            continue
        found = page_at(guide, link.target.path)
        if found is None:
            yield _no_such_page(guide, page, link)
        elif found is page:
            hint = f'write "#{link.target.fragment}"' if link.target.fragment else ""
            yield TO_ITSELF.at(link.position, f'"{link.href}" leads to the page it stands on', hint=hint)
        elif found.language != page.language and link.language != found.language:
            own = guide.page_by_key.get((page.language, found.path))
            suggestion = href_from(page, own, link.target.fragment) if own is not None and own is not page else ""
            message = f'"{link.href}" leads from {page.language} to {found.language}'
            yield OTHER_LANGUAGE.at(link.position, message, suggestion=suggestion)


def _no_such_page(guide: Guide, page: Page, link: Link) -> Finding:
    path = link.target.path
    if path.startswith("../"):
        return OUTSIDE_DOCS.at(link.position, f'"{link.href}" leads out of the docs folder')
    other = page_in_other_case(guide, path)
    if other is not None:
        right = href_from(page, other, link.target.fragment)
        return WRONG_CASE.at(
            link.position,
            f'"{link.href}": the file is called "{posixpath.basename(other.source)}"',
            suggestion=right,
            fix=_href_fix(link, right),
        )
    same_language = [each.source for each in guide.pages if each.language == page.language]
    near = nearest(path, same_language)
    suggestion = href_from(page, guide.page_by_source[near], link.target.fragment) if near else ""
    cause = gone(guide, path.removeprefix(f"{page.language}/"))
    return MISSING_PAGE.at(link.position, f'link to "{link.href}": no such page', suggestion=suggestion, cause=cause)


@source_check(MISSING_ANCHOR, WRONG_CASE, NOT_STRAIGHT, ONE_LANGUAGE_ANCHOR, UNKNOWN_TERM)
def anchors(guide: Guide) -> Iterator[Finding]:
    """The part of links after #."""
    for page, link in _links(guide):
        fragment = link.target.fragment
        if not fragment or link.target.kind not in {Kind.PAGE, Kind.ANCHOR}:
            continue
        goal = page if link.target.kind is Kind.ANCHOR else page_at(guide, link.target.path)
        if goal is not None and fragment not in goal.anchors:
            yield _no_such_anchor(guide, goal, link)
        answer = guide.answered_elsewhere(goal, fragment) if goal is not None else None
        if answer is not None:
            right = href_from(page, answer, fragment)
            message = f'"{link.href}" leads to the list of questions, not to the answer'
            yield NOT_STRAIGHT.at(link.position, message, suggestion=right, fix=_href_fix(link, right))


def _no_such_anchor(guide: Guide, goal: Page, link: Link) -> Finding:
    fragment = link.target.fragment
    in_other_case = next((each for each in goal.anchors if each.casefold() == fragment.casefold()), None)
    if in_other_case is not None:
        right = link.href.rpartition("#")[0] + f"#{in_other_case}"
        message = f'"{link.href}": the id is "{in_other_case}"'
        return WRONG_CASE.at(link.position, message, suggestion=f"#{in_other_case}", fix=_href_fix(link, right))
    near = nearest(fragment, sorted(goal.anchors))
    suggestion, cause = f"#{near}" if near else "", gone(guide, goal.path, fragment)
    if any(fragment in other.anchors for other in guide.counterparts(goal)):
        message = f'link to "{link.href}": {goal.file} has no such anchor, the page in the other language has'
        return ONE_LANGUAGE_ANCHOR.at(link.position, message, suggestion=suggestion, cause=cause)
    if "glossary" in goal.expands:
        return UNKNOWN_TERM.at(
            link.position, f'link to "{link.href}": no such term', suggestion=suggestion, cause=cause
        )
    message = f'link to "{link.href}": no such anchor'
    return MISSING_ANCHOR.at(link.position, message, suggestion=suggestion, cause=cause)


@source_check(ABSOLUTE, OWN_SITE, BUILT_ADDRESS)
def addresses_of_the_site(guide: Guide) -> Iterator[Finding]:
    """Links that say where a page is published rather than where its source is."""
    for page, link in _links(guide):
        target = link.target
        if target.kind is Kind.ABSOLUTE:
            message = f'"{link.href}" counts from the root of the web server'
            yield ABSOLUTE.at(link.position, message, suggestion=_right(guide, target.path, page, target))
        elif target.kind is Kind.EXTERNAL and is_local(target.host):
            yield OWN_SITE.at(link.position, f'"{link.href}" is an address on your own computer')
        elif target.kind is Kind.EXTERNAL:
            path = path_on_site(guide.settings.site_url, link.href)
            if path is not None:
                message = f'"{link.href}" is the guide\'s own address'
                yield OWN_SITE.at(link.position, message, suggestion=_right(guide, path, page, target))
        elif _looks_built(target) and not has_file(guide, target.path, page):
            suggestion = _right(guide, target.path, page, target)
            yield BUILT_ADDRESS.at(link.position, f'"{link.href}" is no Markdown source', suggestion=suggestion)


def _looks_built(target: Target) -> bool:
    if target.path.startswith(".."):
        return False
    return target.kind is Kind.FOLDER or (target.kind is Kind.FILE and target.path.endswith((".html", ".htm")))


@source_check(OUTSIDE_DOCS)
def folders_outside(guide: Guide) -> Iterator[Finding]:
    """Links and images whose relative path leaves the docs folder (Markdown sources aside)."""
    for page in guide.pages:
        for address, item in _items(page):
            if item.target.kind in {Kind.FOLDER, Kind.FILE} and item.target.path.startswith(".."):
                yield OUTSIDE_DOCS.at(item.position, f'"{address}" leads out of the docs folder')


def _right(guide: Guide, path: str, page: Page, target: Target) -> str:
    meant = page_at_address(guide, path, page)
    return href_from(page, meant, target.fragment) if meant is not None else ""


@source_check(MALFORMED, UNKNOWN_SCHEME, PLAIN_HTTP)
def addresses(guide: Guide) -> Iterator[Finding]:
    """The form of addresses."""
    https_hosts = _https_hosts(guide)
    for page in guide.pages:
        for address, item in _items(page):
            target = item.target
            if target.kind is Kind.EMPTY:
                yield MALFORMED.at(item.position, "the address is empty")
            elif target.kind is Kind.MALFORMED:
                yield MALFORMED.at(item.position, f'"{address}": {target.reason}')
            elif target.kind is Kind.UNKNOWN_SCHEME and not (target.scheme == "data" and isinstance(item, Image)):
                yield UNKNOWN_SCHEME.at(item.position, f'"{address}": unknown kind of address "{target.scheme}:"')
            elif target.kind is Kind.CONTACT and target.scheme == "mailto" and "@" not in target.path.strip("@"):
                yield MALFORMED.at(item.position, f'"{address}": there is no e-mail address in it')
            elif target.scheme == "http" and target.host in https_hosts:
                right = "https" + address[4:]
                fix = Replacement(item.position.path, item.position.line, address, right)
                yield PLAIN_HTTP.at(item.position, f'"{address}" uses http', suggestion=right, fix=fix)


def _https_hosts(guide: Guide) -> frozenset[str]:
    linked = (link.target.host for _, link in _links(guide) if link.target.scheme == "https")
    cited = (source.url.split("/")[2].lower() for source in guide.sources if source.url.startswith("https://"))
    return guide.settings.https_hosts | frozenset(linked) | frozenset(cited)


@source_check(EMPTY_TEXT, MEANINGLESS_TEXT)
def link_texts(guide: Guide) -> Iterator[Finding]:
    """What links say."""
    for _, link in _links(guide):
        text = link.text.strip(" .…:!»›→").casefold()
        if not link.text.strip():
            yield EMPTY_TEXT.at(link.position, f'the link to "{link.href}" has no text')
        elif text in _MEANINGLESS_WORDS:
            yield MEANINGLESS_TEXT.at(link.position, f'"{link.text}" does not say where the link leads')
        elif link.target.kind is Kind.EXTERNAL and text.startswith(("http://", "https://", "www.")):
            yield MEANINGLESS_TEXT.at(link.position, f'the bare address "{link.text}" is no link text')


@source_check(SAME_TEXT)
def same_texts(guide: Guide) -> Iterator[Finding]:
    """Links with one text; that one leads to a section of the page that the other leads to is no fault."""
    for page in guide.pages:
        first: dict[str, Link] = {}
        for link in page.links:
            text = " ".join(link.text.casefold().split())
            other = first.setdefault(text, link) if text else link
            if (other.target.path or other.href) != (link.target.path or link.href) and _leads(link) and _leads(other):
                message = f'"{link.text}" on line {other.position.line} leads elsewhere, to "{other.href}"'
                yield SAME_TEXT.at(link.position, message)


def _leads(link: Link) -> bool:
    return link.target.kind in {Kind.PAGE, Kind.FILE, Kind.EXTERNAL} and link.text != "…"


@source_check(UNDEFINED_REFERENCE, UNUSED_REFERENCE, REPEATED_REFERENCE)
def references(guide: Guide) -> Iterator[Finding]:
    """Links by label."""
    for page in guide.pages:
        labels = [reference.label for reference in page.references]
        for label in page.undefined_references:
            suggestion = nearest(label.label.upper(), labels).lower()
            message = f'the label "[{label.label}]" is not defined'
            yield UNDEFINED_REFERENCE.at(label.position, message, suggestion=suggestion)
        for reference in page.repeated_references:
            yield REPEATED_REFERENCE.at(reference.position, f'"[{reference.label.lower()}]" has an address already')
        for reference in page.references:
            if reference.label not in page.used_references:
                message = f'nothing links with the label "[{reference.label.lower()}]"'
                yield UNUSED_REFERENCE.at(reference.position, message)


@source_check(TO_ITSELF)
def links_to_nothing(guide: Guide) -> Iterator[Finding]:
    """``[text](#)``."""
    for _, link in _links(guide):
        if link.target.kind is Kind.ANCHOR and not link.target.fragment:
            yield TO_ITSELF.at(link.position, f'"{link.href}" leads nowhere on the page')


@source_check(MISSING_ASSET, WRONG_CASE, FILE_FRAGMENT, MISSING_ANCHOR)
def files(guide: Guide) -> Iterator[Finding]:
    """Links and images that name files other than pages."""
    folded = {path.casefold(): path for path in guide.assets}
    for page in guide.pages:
        for address, item in _items(page):
            target = item.target
            if target.kind is not Kind.FILE or target.path.startswith(".."):
                continue
            if has_file(guide, target.path, page):
                pages = guide.pages_of_pdf.get(target.path)
                number = re.search(r"(?:^|&)page=(\d+)", target.fragment) if pages else None
                if pages and number and not 1 <= int(number[1]) <= pages:
                    hint = f"write a page from 1 to {pages}"
                    message = f'"{address}": the file has no page {number[1]}'
                    yield MISSING_ANCHOR.at(item.position, message, hint=hint)
                if target.fragment and not _has_places(target):
                    yield FILE_FRAGMENT.at(item.position, f'"{address}": no browser goes to "#{target.fragment}" in it')
            elif target.path.casefold() in folded:
                right = posixpath.relpath(folded[target.path.casefold()], posixpath.dirname(page.source) or ".")
                fix = Replacement(item.position.path, item.position.line, address, right)
                message = f'"{address}": the file is called "{posixpath.basename(right)}"'
                yield WRONG_CASE.at(item.position, message, suggestion=right, fix=fix)
            elif not target.path.endswith((".html", ".htm")):
                near = nearest(target.path, guide.assets)
                suggestion = posixpath.relpath(near, posixpath.dirname(page.source) or ".") if near else ""
                yield MISSING_ASSET.at(item.position, f'"{address}": no such file', suggestion=suggestion)


def _has_places(target: Target) -> bool:
    suffix = posixpath.splitext(target.path)[1].lower()
    return suffix in {".html", ".htm", ".svg", ".txt"} or (suffix == ".pdf" and "=" in target.fragment)


@source_check(UNUSED_ASSET)
def unused_files(guide: Guide) -> Iterator[Finding]:
    """Files in the docs folder that nothing names."""
    used: set[str] = set()
    for page in guide.pages:
        for _, item in _items(page):
            if item.target.kind in {Kind.FILE, Kind.FOLDER}:
                used.add(item.target.path)
                used.add(item.target.path.partition("/")[2])
    for path in guide.assets:
        name = posixpath.basename(path)
        if path in used or name in _BY_CONVENTION or name in guide.mentions:
            continue
        if not any(fnmatch(path, pattern) for pattern in guide.settings.unused_assets):
            yield UNUSED_ASSET.at(Position(f"{guide.settings.docs_path}/{path}"), f'nothing uses "{path}"')


_SAYS_NOTHING = frozenset(
    {
        *("logo", "logotyp", "bild", "figur", "foto", "ikon", "diagram", "skärmbild"),
        *("image", "picture", "figure", "photo", "icon", "img", "screenshot", "graphic"),
    }
)


@source_check(NO_ALT, FILE_NAME_ALT, TWICE_ALT, LONG_ALT, FOREIGN_IMAGE)
def images(guide: Guide) -> Iterator[Finding]:
    """Images: what they say to who cannot see them, and where they come from."""
    for page in guide.pages:
        yield from _alike(page)
        yield from _nameless_drawings(page)
        for image in page.images:
            name = posixpath.basename(image.target.path or image.src)
            alt = (image.alt or "").strip()
            if not alt and not image.is_decoration:
                yield NO_ALT.at(image.position, f'the image "{image.src}" has no alternative text')
            elif alt.casefold() in _SAYS_NOTHING:
                yield FILE_NAME_ALT.at(image.position, f'the alternative text "{alt}" says nothing of the image')
            elif alt and _is_file_name(alt, name):
                yield FILE_NAME_ALT.at(image.position, f'the alternative text "{alt}" is the name of the file')
            elif len(alt) > _LONGEST_ALT:
                yield LONG_ALT.at(image.position, f"the alternative text has {len(alt)} characters")
            if image.target.kind is Kind.EXTERNAL:
                yield FOREIGN_IMAGE.at(image.position, f'the image comes from "{image.target.host}"')


def _nameless_drawings(page: Page) -> Iterator[Finding]:
    """Drawings written into the page: each has a name, or is none of a screen reader's business."""
    for element, following in pairwise([*page.elements, None]):
        given = element.attributes if element is not None else {}
        named = {"aria-label", "aria-labelledby", "aria-hidden"}.intersection(given) or given.get(
            "role"
        ) == "presentation"
        if (
            element is not None
            and element.tag == "svg"
            and not named
            and (following is None or following.tag != "title")
        ):
            yield NO_ALT.at(element.position, "the drawing has no name", hint="give the svg an aria-label")


def _alike(page: Page) -> Iterator[Finding]:
    """Pictures that say the same, though each shows something else."""
    first: dict[str, Image] = {}
    for image in page.images:
        alt = (image.alt or "").strip().casefold()
        other = first.setdefault(alt, image) if alt else image
        if (other.target.path or other.src) != (image.target.path or image.src):
            message = f'the picture on line {other.position.line} has the alternative text "{image.alt}" too'
            yield TWICE_ALT.at(image.position, message)


def _is_file_name(alt: str, name: str) -> bool:
    # One ordinary word may be what the picture shows, and its name too by chance.
    stem = posixpath.splitext(name)[0].casefold()
    names = {name.casefold(), stem} if not stem.isalpha() else {name.casefold()}
    return alt.casefold() in names or alt.lower().endswith(_IMAGE_SUFFIXES)


@source_check(ID_REFERENCE)
def id_references(guide: Guide) -> Iterator[Finding]:
    """Pointers to ids in raw HTML."""
    for page in guide.pages:
        for reference in page.id_references:
            if reference.id not in page.anchors:
                suggestion = nearest(reference.id, sorted(page.anchors))
                message = f'{reference.attribute} points to "{reference.id}": no such id on the page'
                yield ID_REFERENCE.at(reference.position, message, suggestion=suggestion)


def _links(guide: Guide) -> Iterator[tuple[Page, Link]]:
    for page in guide.pages:
        for link in page.links:
            yield page, link


def _items(page: Page) -> Iterator[tuple[str, Link | Image]]:
    """Links and images of a page, each with its address as written."""
    for link in page.links:
        yield link.href, link
    for image in page.images:
        yield image.src, image


def _href_fix(link: Link, right: str) -> Replacement:
    return Replacement(link.position.path, link.position.line, f"({link.href}", f"({right}")
