"""Checks of data and settings that have the right form, and yet cannot be right.

What lives here: dates, languages and numbers of sources, one source twice, addresses that the site keeps for itself,
records that only ever grow, and settings of MkDocs that the guide rests on. What does not: the form of the files
(``data.py`` and the shapes in ``model/``), and where sources come from (``sources.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guide.checks.findings import Finding, Rule, Severity, nearest
from guide.checks.registry import source_check
from guide.model.data import Redirect, Source
from guide.model.guide import Guide
from guide.model.place import Position
from guide.model.vocabularies import CSL_DATES
from guide.tools.days import today
from guide.words.countries import is_language

DATE = Rule(
    "source-date",
    "Date that cannot be",
    "A date of a source is no day of the calendar, stands before printing or after today, or is no number.",
    "The reader cannot find the source by it, and notes show it as it stands.",
    'write {"date-parts": [[2018, 6, 20]]}, with the last one or two left out where they are not known',
)
LANGUAGE = Rule(
    "source-language",
    "Language that does not exist",
    "The language of a source is no code of ISO 639-1, such as sv or en.",
    "A screen reader says the title with the wrong voice.",
    "write the two letters of the language, with the country after a hyphen where it matters: sv, en-GB",
)
TEXT = Rule(
    "source-text",
    "Text of a source with what does not belong there",
    "A title or name begins or ends with a space, has two in a row, or holds HTML.",
    "Notes and lists show it, and the source is not found by its title.",
    "write the text as published, without HTML",
)
NUMBER = Rule(
    "source-number",
    "Number of a source that cannot be",
    "A DOI, ISBN or range of pages does not have its form, or the range ends before it begins.",
    "The source cannot be looked up by it.",
    "write the DOI from 10. on, the ISBN with its 10 or 13 digits, and the first page first",
)
SAME = Rule(
    "source-same",
    "One source under two keys",
    "Two entries of the bibliography have the same title and the same address or DOI.",
    "The list of sources shows it twice, and what leans on it is counted for each alone.",
    "cite one of them everywhere, and take the other away",
)
RESERVED = Rule(
    "address-reserved",
    "Address that the site keeps for itself",
    "A page, a redirect or a file has an address where the built site puts files of its own.",
    "One of the two is overwritten.",
    "choose another slug, take the redirect away, or leave the file to the build",
)
CHAIN = Rule(
    "redirect-chain",
    "Redirect over many steps",
    "A redirect leads to an address that is redirected itself, several times over, or holds letters that no address "
    "has.",
    "Each step costs the reader time, and browsers give up after a few.",
    "let it lead straight to the page; write addresses with the letters a–z, digits and hyphens",
    Severity.WARNING,
)
LEDGER = Rule(
    "record-shrunk",
    "Record from which something is gone",
    "A ledger of published addresses lacks an address that the last commit or an earlier one has, or is gone.",
    "Nothing will tell when a link in a course or an e-mail breaks.",
    "bring back what was taken out: git restore FILE; addresses are never taken back",
)
SETTING = Rule(
    "setting-needed",
    "Setting that the guide rests on",
    "mkdocs.yml lacks a setting, an extension of Markdown or a language that the pages need, or turns it off.",
    "Boxes become text, notes are lost, or faults are published without a word.",
    "write it as it was",
)
THEME = Rule(
    "front-matter-theme",
    "Something the theme does not know",
    "hide names a part that the theme does not have, or template a file that is not there.",
    "Nothing is hidden, or the page is not built.",
    "write navigation, toc or path under hide; the name of a file in overrides as template",
)
_HIDDEN = ("navigation", "toc", "path", "footer", "tags", "feedback")
_OWN = ("404", "assets", "search", "l", "downloads", "sitemap.xml", "robots.txt", "javascripts")
_MADE = ("robots.txt", "sitemap.xml", "sitemap.xml.gz", "llms.txt", "site.webmanifest", ".well-known/security.txt")
_MOST_STEPS = 2
_EARLIEST = 1450
_TEXTS = ("title", "container-title", "publisher", "title-short", "collection-title", "publisher-place")
_HTML = re.compile(r"</?(?!(?:i|b|sup|sub|span)\b)[a-zA-Z][^>]*>")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ADDRESS_LETTERS = re.compile(r"[A-Za-z0-9/._~#%-]*")
_NEEDED: Mapping[str, str] = {
    "admonition": "boxes (!!!)",
    "pymdownx.details": "folded boxes (???)",
    "attr_list": "ids of headings ({#id})",
    "def_list": "definition lists",
    "footnotes": "notes ([^key])",
}


@source_check(DATE, LANGUAGE, TEXT, NUMBER, SAME)
def sources(guide: Guide) -> Iterator[Finding]:
    """Entries of the bibliography."""
    first: dict[tuple[str, str], Source] = {}
    for source in guide.sources:
        yield from _dates(source)
        yield from _texts(source)
        yield from _numbers(source)
        if source.language and not is_language(source.language.partition("-")[0]):
            yield LANGUAGE.at(source.position, f'"{source.id}": no language has the code "{source.language}"')
        for at in (source.url, str(source.entry.get("DOI") or "")):
            other = first.setdefault((at.rstrip("/"), source.title.casefold()), source) if at else source
            if other.id != source.id:
                yield SAME.at(source.position, f'"{source.id}" is the source of "{other.id}"')
                break


def _dates(source: Source) -> Iterator[Finding]:
    for name in CSL_DATES:
        written = source.entry.get(name)
        parts = written.get("date-parts") if isinstance(written, dict) else None
        for part in parts if isinstance(parts, list) else ():
            wrong = _wrong_date(part, name)
            if wrong:
                yield DATE.at(source.position, f'"{source.id}": {name} {wrong}')


def _wrong_date(part: Any, name: str) -> str:
    """Say what is wrong with [year, month, day], or ""."""
    if not isinstance(part, list) or not part or not all(_is_number(each) for each in part):
        return f"holds {part}, which is no number"
    year, month, day = (*map(int, part), 1, 1)[:3]
    try:
        found = date(year, month, day)
    except ValueError:
        return f"holds {part}, which no calendar has"
    latest = today() if name == "accessed" else today().replace(year=today().year + 1, day=28)
    if found > latest or year < _EARLIEST:
        return f"is {year}, which is {'after today' if found > latest else 'before books were printed'}"
    return ""


def _is_number(value: Any) -> bool:
    return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, str) and value.isdigit())


def _texts(source: Source) -> Iterator[Finding]:
    for name in _TEXTS:
        text = source.entry.get(name)
        if isinstance(text, str) and (text != " ".join(text.split()) or _HTML.search(text)):
            what = "HTML" if _HTML.search(text) else "a space too many"
            yield TEXT.at(source.position, f'"{source.id}": {name} holds {what}')


def _numbers(source: Source) -> Iterator[Finding]:
    doi, isbn, page = (str(source.entry.get(name) or "") for name in ("DOI", "ISBN", "page"))
    if doi and not _DOI.fullmatch(doi):
        yield NUMBER.at(source.position, f'"{source.id}": the DOI "{doi}" does not begin with 10. and a number')
    if isbn and not all(_is_isbn(each) for each in re.split(r"[,;]\s*|\s{2,}|(?<=\d)\s(?=97)", isbn)):
        yield NUMBER.at(source.position, f'"{source.id}": no book can have the ISBN "{isbn}"')
    pages = re.fullmatch(r"(\d+)[-–](\d+)", page)
    # 1128–45 is 1128–1145, shortened.
    if pages and len(pages[2]) >= len(pages[1]) and int(pages[2]) < int(pages[1]):
        yield NUMBER.at(source.position, f'"{source.id}": the pages {page} end before they begin')


def _is_isbn(text: str) -> bool:
    """Say whether the last digit of an ISBN is what the others make it (ISO 2108)."""
    digits = [10 if each in "Xx" else int(each) for each in text if each.isdigit() or each in "Xx"]
    if len(digits) == 13:
        return sum(digit * (1, 3)[place % 2] for place, digit in enumerate(digits)) % 10 == 0
    return len(digits) == 10 and sum(digit * (10 - place) for place, digit in enumerate(digits)) % 11 == 0


@source_check(RESERVED, CHAIN)
def addresses(guide: Guide) -> Iterator[Finding]:
    """Addresses that the site needs itself, and redirects that go a long way round."""
    for page in guide.pages:
        name = _own(page.address, guide)
        if name and page.path != "404.md":
            yield RESERVED.at(page.front.at("slug"), f'"/{name}/" is where the site keeps files of its own')
    for path in guide.assets if uses_builder(guide) else ():
        if path in _MADE:
            position = Position(f"{guide.settings.docs_path}/{path}")
            yield RESERVED.at(position, f'"/{path}" is made by the build', hint="take the file away")
    next_ = {redirect.old: redirect for redirect in guide.redirects}
    for redirect in guide.redirects:
        name = _own(redirect.old, guide)
        if name:
            yield RESERVED.at(redirect.position, f'"/{name}/" is where the site keeps files of its own')
        elif not _ADDRESS_LETTERS.fullmatch(redirect.old + redirect.new):
            yield CHAIN.at(redirect.position, f'"{redirect.old}" holds letters that no address has')
        elif _steps(redirect, next_) > _MOST_STEPS:
            yield CHAIN.at(redirect.position, f'"{redirect.old}" leads on {_steps(redirect, next_)} times')


def _own(address: str, guide: Guide) -> str:
    """Give the first part of an address that the site keeps for itself, or ""."""
    name, _, rest = address.partition("#")[0].strip("/").partition("/")
    embedded = name == "b" and guide.settings.language(rest.partition("/")[0]) is not None
    return name if name in _OWN or embedded else ""


def _steps(redirect: Redirect, next_: Mapping[str, Redirect]) -> int:
    steps = 1
    while redirect.new in next_ and steps <= len(next_):
        redirect, steps = next_[redirect.new], steps + 1
    return steps


@source_check(LEDGER)
def ledgers(guide: Guide) -> Iterator[Finding]:
    """Records beside what the last commit has of them."""
    has = {
        "ledger": {each.address for each in guide.ledger}
        | {f"{each.address}#{anchor}" for each in guide.ledger for anchor in each.anchors},
        "short_addresses": {each.id for each in guide.short_addresses},
    }
    for path, (role, recorded) in guide.committed.items():
        gone = sorted(recorded - has.get(role, set()))
        if gone:
            more = f" and {len(gone) - 1} more" if len(gone) > 1 else ""
            yield LEDGER.at(Position(path), f'"{gone[0]}"{more} stood here in an earlier commit')


@source_check(SETTING)
def settings(guide: Guide) -> Iterator[Finding]:
    """What in mkdocs.yml the guide rests on."""
    config, file = guide.settings.config, guide.settings.config_file
    for needed in missing_extensions(guide):
        message = f"markdown_extensions lacks {needed}, which makes {_NEEDED[needed]}"
        yield SETTING.at(Position(file), message, hint=f"add {needed} to markdown_extensions")
    theme = config.get("theme")
    language, default = theme.get("language") if isinstance(theme, dict) else None, guide.settings.default_language
    if language is not None and language != default.code:
        yield SETTING.at(Position(file), f'theme.language is "{language}", and the guide\'s first is "{default.code}"')
    if not uses_builder(guide):
        return
    if config.get("strict") is not True:
        yield SETTING.at(Position(file), "strict is off", hint="write strict: true")
    if "site_url" not in config:
        yield SETTING.at(Position(file), "there is no site_url", hint='write site_url: !ENV [SITE_URL, ""]')


def uses_builder(guide: Guide) -> bool:
    """Say whether the guide is built with all that this package adds, and not by MkDocs alone."""
    return "mkdocs_hook" in str(guide.settings.config.get("hooks") or "")


def missing_extensions(guide: Guide) -> list[str]:
    """Give the extensions of Markdown that pages need and mkdocs.yml does not name."""
    known = {name.removeprefix("markdown.extensions.") for name, _ in guide.settings.extensions}
    if "extra" in known:
        known |= {"attr_list", "def_list", "footnotes"}
    blocks = {block.kind for page in guide.pages for block in page.blocks}
    used = {
        "admonition": any(kind.startswith("box ") for kind in blocks),
        "pymdownx.details": any(each.folded for page in guide.pages for each in page.callouts),
        "attr_list": any(heading.explicit for page in guide.pages for heading in page.headings),
        "def_list": "term" in blocks,
        "footnotes": any(page.citations for page in guide.pages),
    }
    return [name for name, needed in used.items() if needed and name not in known]


@source_check(THEME)
def theme(guide: Guide) -> Iterator[Finding]:
    """What front matter tells the theme."""
    for page in guide.pages:
        hidden, template = page.front.value("hide"), page.front.value("template")
        for name in hidden if isinstance(hidden, list) else ():
            if name not in _HIDDEN:
                near = nearest(str(name), _HIDDEN)
                yield THEME.at(page.front.at("hide"), f'the theme has no part "{name}"', suggestion=near)
        folder = guide.settings.custom_dir
        if isinstance(template, str) and template not in guide.templates and folder is not None:
            yield THEME.at(page.front.at("template"), f'there is no template "{template}"')
