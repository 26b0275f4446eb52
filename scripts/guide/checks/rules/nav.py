"""Checks of the navigation, and of pages that cannot be reached."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch

from guide.addresses.resolving import page_at
from guide.checks.causes import gone
from guide.checks.findings import Finding, Rule, Severity, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.settings import Language, NavEntry
from guide.model.targets import Kind, read_target
from guide.model.vocabularies import Directive, PageType
from guide.pages.easy import other_wording

NOT_IN_NAV = Rule(
    "nav-page-missing",
    "Page not in the navigation",
    "The page exists, but the nav of its language does not name it.",
    "Readers cannot browse to it, and it has no place among the others.",
    "add it to the nav in mkdocs.yml",
)
NO_PAGE = Rule(
    "nav-target-missing",
    "Navigation names a page that does not exist",
    "The nav of a language names a file that is not there.",
    "The build stops, or the menu has a hole.",
    "write the path of a page, or take the entry away",
)
TWICE = Rule(
    "nav-twice",
    "Page twice in the navigation",
    "The nav of a language names a page twice.",
    "The reader cannot tell where he or she is; next and previous go in a circle.",
    "take one entry away",
)
DIFFER = Rule(
    "nav-languages-differ",
    "Navigation that differs between the languages",
    "The nav of two languages has the same pages in another order.",
    "Who switches language does not find the way again.",
    "put the pages in the same order in both",
)
EXTERNAL = Rule(
    "nav-external",
    "Navigation that leaves the guide",
    "An entry of the nav is the address of another site.",
    "The reader is suddenly elsewhere, without the menu, and next and previous pass the entry over.",
    "link to it from a page; allow it with a reason where it belongs in the menu",
    Severity.WARNING,
)
ORPHAN = Rule(
    "page-orphan",
    "Page that no other page links to",
    "No link in any text leads to the page; only the menu does.",
    "Most readers come by links and never find it.",
    "link to it where a reader would need it",
    Severity.WARNING,
)


def _entries(guide: Guide, language: Language) -> list[tuple[NavEntry, str, str]]:
    """The nav of a language: entries for pages, with the page's path and the anchor on it."""
    own = [entry for entry in guide.settings.nav if entry.language == language.code]
    entries = own or [entry for entry in guide.settings.nav if entry.language == ""]
    found = []
    for entry in entries:
        target = read_target(entry.href, "")
        if target.kind is Kind.PAGE:
            # A nav that all languages share names the files of the default language.
            named = language if entry.language else guide.settings.default_language
            prefix = f"{named.folder}/" if named.folder else ""
            found.append((entry, target.path.removeprefix(prefix), target.fragment))
    return found


@source_check(NOT_IN_NAV, NO_PAGE, TWICE)
def nav(guide: Guide) -> Iterator[Finding]:
    """Nav against pages, language by language."""
    for language in guide.settings.languages:
        entries = _entries(guide, language)
        if not entries:
            continue
        pages = {page.path: page for page in guide.pages if page.language == language.code}
        named = {path for _, path, _ in entries}
        seen: dict[str, NavEntry] = {}
        for entry, path, _ in entries:
            if path not in pages:
                spare = nearest(path, [each for each in pages if each not in named])
                message = f'"{entry.href}": no such page in {language.code}'
                yield NO_PAGE.at(entry.position, message, suggestion=spare, cause=gone(guide, path))
            elif path in seen:
                yield TWICE.at(entry.position, f'"{entry.href}" is already on line {seen[path].position.line}')
            seen.setdefault(path, entry)
        for path, page in pages.items():
            if path not in seen and not _may_stay_out(guide, page):
                yield NOT_IN_NAV.at(
                    page.front.position,
                    f"the nav of {language.code} does not name it",
                    hint=f'add "{path}" to the nav in {guide.settings.config_file}',
                )


def _may_stay_out(guide: Guide, page: Page) -> bool:
    return any(fnmatch(page.path, pattern) or fnmatch(page.source, pattern) for pattern in guide.settings.not_in_nav)


@source_check(NO_PAGE)
def fragments_in_nav(guide: Guide) -> Iterator[Finding]:
    """Nav entries with an anchor that the page does not have, or that name no file at all."""
    for language in guide.settings.languages:
        for entry, path, fragment in _entries(guide, language):
            page = guide.page_by_key.get((language.code, path))
            if fragment and page is not None and fragment not in page.anchors:
                yield NO_PAGE.at(
                    entry.position, f'"{entry.href}": no such anchor', suggestion=nearest(fragment, page.anchors)
                )


@source_check(EXTERNAL)
def links_in_nav(guide: Guide) -> Iterator[Finding]:
    """Entries of any nav that lead to another site."""
    for entry in guide.settings.nav:
        if read_target(entry.href, "").kind is Kind.EXTERNAL:
            yield EXTERNAL.at(entry.position, f'"{entry.href}" is not in the guide')


@source_check(DIFFER)
def orders(guide: Guide) -> Iterator[Finding]:
    """The nav's order in each language against that of the default language."""
    first, *others = guide.settings.languages
    own = [path for _, path, _ in _entries(guide, first)]
    there = set(own)
    for language in others:
        twin = [(entry, path) for entry, path, _ in _entries(guide, language)]
        paths = {path for _, path in twin}
        shared = [path for path in own if path in paths]
        for due, (entry, path) in zip(shared, [each for each in twin if each[1] in there], strict=False):
            if due != path:
                yield DIFFER.at(entry.position, f'"{path}" stands where the nav of {first.code} has "{due}"')
                break


@source_check(ORPHAN)
def orphans(guide: Guide) -> Iterator[Finding]:
    """Pages without an incoming link."""
    reached = {
        goal.source
        for page in guide.pages
        for link in page.links
        if link.target.kind is Kind.PAGE
        for goal in [page_at(guide, link.target.path)]
        if goal is not None and goal is not page
    }
    # A case is linked from the generated table of cases, a page of questions from the list of them, easy reading from
    # the page that it makes easier.
    listed = {(page.language, shown) for page in guide.pages for shown in page.expands}
    for page in guide.pages:
        lists = [Directive.CASES] * (page.type == PageType.CASE) + [Directive.QUESTIONS] * bool(page.questions)
        is_listed = any((page.language, each) in listed for each in lists)
        is_reached = page.source in reached or is_listed or (page.is_easy and other_wording(page, guide) is not None)
        if not is_reached and page.path not in {"index.md", "404.md"}:
            yield ORPHAN.at(page.front.position, "no page links to it")
