"""Checks of signs: letters that came with pasted text, punctuation, each language's typography, and odd addresses.

What lives here: what a reader of proofs would mark. What does not: invisible characters and encodings
(``files.py``), spelling (``spelling.py``), and whether links lead anywhere (``links.py``).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator, Mapping
from functools import cache
from urllib.parse import urlsplit

from guide.checks.findings import Finding, Rule, Severity, shortened
from guide.checks.registry import source_check
from guide.checks.rules.language import without_quotations
from guide.model.guide import Guide
from guide.model.page import Page, Passage
from guide.model.place import Position
from guide.model.targets import Kind
from guide.tools.texts import per_page, per_text
from guide.words import words_of

CHARACTER = Rule(
    "character-odd",
    "Character that came with pasted text",
    "The file holds a ligature, a sign of a private font, a letter of another alphabet in a word, a replacement "
    "character, or letters read in the wrong encoding.",
    "The reader sees a box or nonsense, and no search finds the word.",
    "write the letters themselves: fi, å, a hyphen, a space",
)
PUNCTUATION = Rule(
    "punctuation",
    "Punctuation in the wrong place",
    "A space stands before a full stop, comma or question mark, none after it, or a sign or a space stands twice.",
    "It looks careless, and a screen reader pauses in the wrong place.",
    "write the sign once, close to the word before it and with a space after it",
    Severity.WARNING,
)
SMALL = Rule(
    "sentence-small-letter",
    "Sentence that begins with a small letter",
    "A title, a heading, a paragraph or a sentence in it begins with a small letter.",
    "It looks as if words before it had been lost.",
    "begin with a capital letter, or mend the sign before it",
    Severity.WARNING,
)
TYPOGRAPHY = Rule(
    "typography",
    "Signs that the language writes otherwise",
    "Quotation marks, dashes, dots, numbers or per cent are not written as the guide writes them in this language.",
    "A number is read as another, or the page looks as if nobody had read it.",
    "write the sign that is named",
    Severity.WARNING,
)
BARE = Rule(
    "address-bare",
    "Address that is no link",
    "An address of the web or an e-mail address stands in running text.",
    "It cannot be pressed, and is read out letter by letter.",
    "write [what is there](address)",
)
NOTE = Rule(
    "leftover-note",
    "Note to oneself",
    "The text holds a gap to fill, a question to colleagues or a stand-in: [namn], xx, ____.",
    "The reader sees that the page is not finished.",
    "write what belongs there",
)
LONG = Rule(
    "text-unbroken",
    "Word, paragraph or page without an end",
    "A word has more than 45 letters, a paragraph more than 200 words, or a page more than 200 000 signs.",
    "The word runs off a phone's screen; nobody reads the paragraph; the page takes minutes to load.",
    "divide it",
    Severity.WARNING,
)
LINK = Rule(
    "link-odd",
    "Address that others cannot use, or that tells on the reader",
    "The address has tracking in it, leads to a private network, to an editor or an example, or is written twice.",
    "Others meet a log-in or nothing, or are followed from site to site.",
    "write the public address of the page itself, without what follows utm_ and its like",
)
_LONGEST_WORD, _LONGEST_PARAGRAPH, _LONGEST_PAGE = 45, 200, 200_000
_LETTERS_ON_END = re.compile(rf"[^\W\d_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{{{_LONGEST_WORD + 1},}}")
_PUNCTUATION: Mapping[str, re.Pattern[str]] = {
    "a space before the sign": re.compile(r"(?<=[^\W\d_]) [.,;:!?](?=\s|$)"),
    "no space after the sign": re.compile(r"[a-zåäö][.!?][A-ZÅÄÖ][a-zåäö]|[a-zåäö][,;][^\W\d_]{2}"),
    "the sign stands twice": re.compile(r"(?<!\.)\.\.(?!\.)|,,|;;|!!|[,;:] ?[.,;:]"),
    "a space inside the brackets": re.compile(r"\(\s|\s\)"),
}
# A word with a capital or a figure in it is a name (eNPS), one with a full stop an abbreviation (n.d.).
_SMALL_WORD = r"[*_\[“”\"‘’(]*[a-zåäö]+(?![\w.@/:])"
# French puts a space before these.
_FRENCH = re.compile(r" [;:!?]")
_BEGINS_SMALL = re.compile(_SMALL_WORD)
_GOES_ON_SMALL = re.compile(
    r"(?<![\w.-])(?!(?:resp|prop|inkl|exkl|prel|milj|forts|motsv|incl|excl|dept|approx)\.)[a-zåäö]{4,}\."
    rf"(?:\[\^[^\]]+\])*\s{_SMALL_WORD}"
)
_ENDS = re.compile(r"[.!?…][”“\"’)*_]*(?:\[\^[^\]]+\])*$")
_TWO_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
# A figure and what it counts may not part; in a name two words may.
_HARD_SPACE = re.compile(r"(?<!\d)[\u00a0\u202f](?!\d)")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_EVERYWHERE: Mapping[str, re.Pattern[str]] = {
    "write …": re.compile(r"\.\.\."),
    "write an en dash (–) between words": re.compile(r"—|[^\W\d_] --? [^\W\d_]"),
    "write an en dash (–) between years and numbers": re.compile(
        r"(?<![\d-])\d{4}-\d{4}(?![\d-])|(?<![\w/.:,-])[1-9]\d{0,2}-[1-9]\d{0,2}(?![\w/-])"
    ),
    "a picture sign says nothing to many readers": re.compile(r"[\U0001F000-\U0001FAFF☀-✒✔-➾]"),
}
_BARE = re.compile(r"\bhttps?://\S+|\bwww\.\w[\w.-]+\.\w+|[\w.+-]+@[\w-]+\.[a-z]{2,}")
_GAP = re.compile(
    r"\[(?:namn|datum|tid|plats|belopp|titel|källa|länk|siffra|name|date|time|place|amount|title|source|link|number)\??\]"
    r"|\[(?:kolla|fråga|skriv|check|ask|write)\b[^\]]*\]|\b[xX]{2}\b|_{3,}|\?\?|\((?:OBS|NB)\b[^)]*\)"
)
_WINDOW = re.compile(r"\{:? ?[^{}\n]*\btarget=[^{}\n]*\}")
_TRACKING = re.compile(r"[?&](?:utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|_hs\w+|igshid|si)=")
_EDITORS = ("sharepoint.com", "1drv.ms", "safelinks.protection.outlook.com", "teams.microsoft.com", "onedrive.live.com")
_EDITING = re.compile(r"/_layouts/|docs\.google\.com/.*/edit|[?&]action=edit\b")
_PRIVATE = (".local", ".intra", ".intranet", ".internal", ".lan", ".corp", ".test", ".invalid", ".localhost")
_EXAMPLES = ("example.com", "example.org", "example.net")


@source_check(CHARACTER)
def characters(guide: Guide) -> Iterator[Finding]:
    """Letters of every file that is read."""
    for file in guide.files:
        for position, what in file.odd if file.not_utf8_at is None else ():
            yield CHARACTER.at(position, what)


@source_check(CHARACTER, PUNCTUATION)
def spaces(guide: Guide) -> Iterator[Finding]:
    """Spaces that do not show: two in a row, and hard ones in names."""
    names = [(name, position) for name, _, position in guide.settings.nav_sections]
    names += [(entry.title, entry.position) for entry in guide.settings.nav]
    for page in guide.pages if guide.settings.schema.plain_html else ():
        yield from _spaces_on(page)
    for name, position in names:
        yield from _spaces_in_name(name, position)


@per_page
def _spaces_on(page: Page) -> Iterator[Finding]:
    yield from _spaces_in_name(page.front.text("title"), page.front.at("title"))
    for block in page.blocks:
        if block.kind.startswith("heading"):
            yield from _spaces_in_name(block.text, block.position)
        elif block.kind != "code" and ("  " in block.text or "\u00a0 " in block.text or " \u00a0" in block.text):
            yield from _two(_CODE.sub("`x`", block.text), block.position)


def _spaces_in_name(name: str, position: Position) -> Iterator[Finding]:
    hard = _HARD_SPACE.search(name)
    if hard:
        says = "a space that does not break: neither a search nor a link with the words finds the name"
        yield CHARACTER.at(position, f'"{_around(name, hard)}": {says}')
    yield from _two(name, position)


def _two(text: str, position: Position) -> Iterator[Finding]:
    found = _TWO_SPACES.search(text)
    if found:
        yield PUNCTUATION.at(position, f'"{_around(text, found)}": two spaces in a row')


@source_check(SMALL)
def small_letters(guide: Guide) -> Iterator[Finding]:
    """How titles, headings and paragraphs begin; what goes on after a list, or is an item of one, may begin small."""
    for page in guide.pages if guide.settings.schema.plain_html else ():
        yield from _small_on(page)


@per_page
def _small_on(page: Page) -> Iterator[Finding]:
    yield from _small(page.front.text("title"), page.front.at("title"))
    yield from _small(page.front.text("description"), page.front.at("description"))
    begins = True
    for block in page.blocks:
        is_heading, is_text = block.kind.startswith("heading"), block.kind == "paragraph"
        if is_heading or (is_text and begins):
            yield from _small(block.text, block.position)
        goes_on = _GOES_ON_SMALL.search(block.text) if ". " in block.text or ".[" in block.text else None
        if goes_on and block.kind != "code":
            says = "a small letter after the full stop"
            yield SMALL.at(block.position, f'"{_around(block.text, goes_on)}": {says}')
        begins = is_heading or block.kind.startswith("box") or (is_text and bool(_ENDS.search(block.text.rstrip())))


def _small(text: str, position: Position) -> Iterator[Finding]:
    if _BEGINS_SMALL.match(text):
        yield SMALL.at(position, f'"{shortened(text, 40)}" begins with a small letter')


@source_check(PUNCTUATION, TYPOGRAPHY, BARE, NOTE, LONG)
def passages(guide: Guide) -> Iterator[Finding]:
    """Signs in running text."""
    for page in guide.pages:
        if len(page.markdown) > _LONGEST_PAGE:
            yield LONG.at(page.front.position, f"the page has {len(page.markdown) // 1000} thousand signs")
        if guide.settings.schema.plain_html:
            yield from _signs_on(page)


@per_page
def _signs_on(page: Page) -> Iterator[Finding]:
    signs = {**_EVERYWHERE, **_of_language(page.language)}
    for passage in page.passages:
        if passage.kind == "html":
            continue
        yield from _long(passage)
        if passage.quoted or not _has_sign(passage.text, page.language):
            continue
        for rule, table in ((PUNCTUATION, _PUNCTUATION), (TYPOGRAPHY, signs)):
            for what, sign in table.items():
                found = sign.search(passage.text)
                if found and not (page.language.startswith("fr") and _FRENCH.match(passage.text, found.start())):
                    yield rule.at(passage.position, f'"{_around(passage.text, found)}": {what}')
        yield from _left(passage)


@cache
def _of_language(language: str) -> Mapping[str, re.Pattern[str]]:
    """Give what is wrong in one language, by what to write instead."""
    pairs = (each.partition(" = ") for each in words_of(language).locale.typography)
    return {what: re.compile(sign) for what, _, sign in pairs}


@per_text
def _has_sign(text: str, language: str) -> bool:
    """Look for all signs at once: that any of them is there is rare."""
    return _any_of(language).search(text) is not None


@cache
def _any_of(language: str) -> re.Pattern[str]:
    tables = (_PUNCTUATION, _EVERYWHERE, _of_language(language))
    signs = [sign.pattern for table in tables for sign in table.values()]
    return re.compile("|".join(f"(?:{sign})" for sign in (*signs, _BARE.pattern, _GAP.pattern)))


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 12) : found.end() + 12].strip()


def _left(passage: Passage) -> Iterator[Finding]:
    bare = _BARE.search(passage.text)
    if bare:
        yield BARE.at(passage.position, f'"{shortened(bare[0], 60)}" stands in the text')
    gap = _GAP.search(without_quotations(passage.text)) if _GAP.search(passage.text) else None
    if gap and not bare:
        yield NOTE.at(passage.position, f'"{shortened(gap[0], 40)}" in the text')


def _long(passage: Passage) -> Iterator[Finding]:
    if len(passage.text) > _LONGEST_WORD:
        words = passage.text.split()
        longest = max(words, key=len)
        # What no letters break is no word: East Asian text has no spaces, and a macro is not read out.
        run = _LETTERS_ON_END.search(longest) if len(longest) > _LONGEST_WORD else None
        if run and not _BARE.search(longest):
            yield LONG.at(passage.position, f'"{shortened(longest, 30)}" has {len(run[0])} letters')
        elif len(words) > _LONGEST_PARAGRAPH:
            yield LONG.at(passage.position, f"the paragraph has {len(words)} words")


@source_check(LINK)
def links(guide: Guide) -> Iterator[Finding]:
    """Addresses on pages and in the bibliography."""
    for page in guide.pages:
        for link in page.links:
            odd = odd_address(link.href) if link.target.kind == Kind.EXTERNAL or link.target.scheme == "mailto" else ""
            if odd:
                yield LINK.at(link.position, f'"{shortened(link.href, 70)}" {odd}')
        for block in page.blocks if guide.settings.schema.plain_html else ():
            window = _WINDOW.search(_CODE.sub("", block.text)) if "target" in block.text else None
            if window:
                hint = "take target away: whoever wants a new window opens one"
                yield LINK.at(block.position, f'"{window[0]}" opens a window that nobody asked for', hint=hint)
    for source in guide.sources:
        odd = odd_address(source.url) if source.url else ""
        if odd:
            yield LINK.at(source.position, f'"{source.id}": "{shortened(source.url, 60)}" {odd}')


def odd_address(address: str) -> str:
    """Say what is odd about an address of the web or an e-mail address, or ""."""
    if address.lower().startswith("mailto:"):
        return "is no e-mail address" if address.partition("?")[0].count("@") != 1 else ""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    signs = (
        (_TRACKING.search(address), "tells who sent the reader: take away what follows"),
        (re.match(r"\w+://https?:?/*", address, re.IGNORECASE) or host in {"http", "https"}, "has its scheme twice"),
        (not address.startswith(("http://", "https://")) and "://" in address, "has its scheme in capitals"),
        (parts.username is not None, "has a name or a password in it"),
        (not host.isascii(), "has letters in its host that look like others: write it as xn--…"),
        (_is_private(host), "is on a private network"),
        (host.removeprefix("www.") in _EXAMPLES, "is an example"),
        (
            host.endswith(_EDITORS) or _EDITING.search(address),
            "leads to where the text is edited",
        ),
        (re.search(r"[.,;:!]$", address), "ends with the sign that followed it"),
        (re.search(r"%25[0-9A-Fa-f]{2}", address), "is encoded twice"),
    )
    return next((says for found, says in signs if found), "")


def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith(_PRIVATE)
