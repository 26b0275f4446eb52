"""The files to download: what they are called, and the list of them on the pages.

What lives here: names, the place on a page where the list goes, and filling it with
what is there. What does not: making the files (``packages.py``, ``print/``).

This is the one thing that changes a built page. The list says how large the files are, the files are
made of built pages, and PDFs are printed by a later command, so no template can know it.
What stands around the list is not touched, and filling it twice gives the same page.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from guide.addresses.published import file_of
from guide.export.article import ArticleError
from guide.export.cartridge import package as cartridge
from guide.export.cmi5 import package as cmi5
from guide.export.course import versions_of
from guide.export.handouts import sheets
from guide.export.moodle import backup, bank
from guide.export.scorm import package as scorm
from guide.export.slides import decks
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.vocabularies import Directive
from guide.pages import tables
from guide.pages.downloads import ATTRIBUTE, has_files
from guide.pages.handouts import handouts_on, place_name, title_of
from guide.pages.paths import course_name, path_pages
from guide.tools.inner_html import ElementMissing, with_inner_html
from guide.words import words_of

FOLDER = "downloads"
"""Where the files stand in the site."""
PDF_SUFFIX = ".pdf"
KIT_PDF_SUFFIX = "-kit.pdf"
KIT_SUFFIX = "-kit.zip"
WHOLE_GUIDE = "whole-guide"
"""Name of the files that hold everything."""
NO_ADDRESS = (
    "NO ADDRESS: SITE_URL is not set to an address that others can reach, so nothing was made that carries it away: "
    "no packages, sheets, slides, QR codes, lists of addresses, feeds, link cards or parts to embed "
    "— SITE_URL=https://… make build makes them"
)
"""What a build without an address says, in one line."""

_KINDS = (
    ("kit-pdf", KIT_PDF_SUFFIX),
    ("kit-zip", KIT_SUFFIX),
    ("mbz", backup.SUFFIX),
    ("cartridge-1-1", cartridge.V1_1.suffix),
    ("cartridge-1-3", cartridge.V1_3.suffix),
    ("scorm-1-2", scorm.V1_2.suffix),
    ("scorm-2004", scorm.V2004.suffix),
    ("cmi5", cmi5.SUFFIX),
    ("questions-xml", bank.XML_SUFFIX),
    ("questions-gift", bank.GIFT_SUFFIX),
    ("pdf", PDF_SUFFIX),
    ("docx", sheets.SUFFIX),
    ("pptx", decks.SUFFIX),
)
_COLUMNS = (
    ("kit", ("kit-pdf", "kit-zip", "pdf", "pptx", "docx")),
    ("moodle", ("mbz", "questions-xml", "questions-gift")),
    ("cartridge", ("cartridge-1-1", "cartridge-1-3")),
    ("activity", ("scorm-1-2", "scorm-2004", "cmi5")),
)
"""The columns of the list: more than these five, with the name, do not stand side by side on a desk's screen."""


def file_name(name: str, language: str, suffix: str) -> str:
    """Give the path of a file in the site: "downloads/new-manager-sv.zip"."""
    return f"{FOLDER}/{name}-{language}{suffix}"


def fill_lists(guide: Guide, site_dir: Path) -> None:
    """Write the lists into the built pages that are to have one; what stood there is replaced.

    Raises ArticleError where such a page has no place for it.
    """
    versions = versions_of(guide)
    for page in pages_with_lists(guide):
        lists = {place_name(each.id): _own_line(page, each.id, site_dir) for each in handouts_on(page)}
        if has_files(page, guide):
            own = course_name(page)
            lists[own] = _own_list(page, own, site_dir, versions.get(page.source, ""))
        elif Directive.DOWNLOADS in page.expands:
            lists[""] = _tables(guide, page, site_dir)
        _fill(site_dir, page, lists)


def pages_with_lists(guide: Guide) -> Iterator[Page]:
    """Give the pages that a list is written into; none where the guide has no address and so no files."""
    for page in guide.pages if guide.settings.site_url else ():
        if has_files(page, guide) or Directive.DOWNLOADS in page.expands or any(handouts_on(page)):
            yield page


def _fill(site_dir: Path, page: Page, lists: Mapping[str, str]) -> None:
    file = site_dir / file_of(page)
    built = file.read_bytes().decode("utf-8") if file.is_file() else ""
    try:
        filled = with_inner_html(built, ATTRIBUTE, lists)
    except ElementMissing as name:
        hint = f"write <!-- guide:{Directive.DOWNLOADS} --> on a line of its own, and build the site anew"
        raise ArticleError(f'{page.file}: the built page has no {ATTRIBUTE}="{name}" for its files — {hint}') from None
    file.write_bytes(filled.encode("utf-8"))


def _own_list(page: Page, name: str, site_dir: Path, version: str) -> str:
    """Give the list of a page's own files, with the version that its packages have."""
    links = "".join(f"<li>{link}</li>" for _, link in _links(page, name, site_dir))
    said = f"<p>{words_of(page.language)['downloads.version'].format(version)}</p>" if version and links else ""
    return f"<ul>{links}</ul>{said}"


def _own_line(page: Page, name: str, site_dir: Path) -> str:
    """Give the files of a handout as one line; "" where there is none."""
    links = ", ".join(link for _, link in _links(page, name, site_dir))
    return f"<p>{words_of(page.language)['downloads.heading']}: {links}</p>" if links else ""


def _links(page: Page, name: str, site_dir: Path) -> Iterator[tuple[str, str]]:
    """Give kind and link of each file that is there, its size in the link's text."""
    words, sign = words_of(page.language).section("downloads"), words_of(page.language).locale.decimal_sign
    for kind, suffix in _KINDS:
        path = file_name(name, page.language, suffix)
        if (site_dir / path).is_file():
            size = size_in_words((site_dir / path).stat().st_size, sign)
            href = posixpath.relpath(path, posixpath.dirname(file_of(page)) or ".")
            # A size that is broken between lines is hard to read: no-break spaces.
            text = f"{words[kind]} ({size.replace(' ', chr(0xA0))})"
            yield kind, f'<a href="{escape(href)}" download>{escape(text)}</a>'


def _tables(guide: Guide, page: Page, site_dir: Path) -> str:
    """Give the table of paths, what else has slides and the whole guide; and the table of handouts."""
    words, language = words_of(page.language).section("downloads"), page.language
    own = [each for each in guide.pages if each.language == language]
    pages = [path for path in path_pages(guide) if path.language == language]
    pages += [each for each in own if has_files(each, guide) and each not in pages]
    named = [*((each.title, course_name(each)) for each in pages), (words["whole-guide"], WHOLE_GUIDE)]
    sheets = [
        (f"{title_of(handout, each)} ({each.title})", handout.id) for each in own for handout in handouts_on(each)
    ]
    return _table(named, "path", page, site_dir) + (_table(sheets, "handout", page, site_dir) if sheets else "")


def _table(named: Sequence[tuple[str, str]], kind: str, page: Page, site_dir: Path) -> str:
    """Give a table of files: ``named`` are its rows, each with the name of its files; ``kind`` heads them."""
    words = words_of(page.language).section("downloads")
    listed = [(title, dict(_links(page, name, site_dir))) for title, name in named]
    kept = [(title, links) for title, links in listed if links]
    columns = [column for column in _COLUMNS if any(kind in links for _, links in kept for kind in column[1])]
    heads = [words[head] for head in (kind, *(name for name, _ in columns))]
    body = []
    for title, links in kept:
        cells = ("<br>".join(links[kind] for kind in kinds if kind in links) or words["none"] for _, kinds in columns)
        body.append(tables.row(heads, [escape(title, quote=False), *cells]))
    return tables.written(heads, body, f'role="group" aria-label="{words["heading"]}: {words[kind]}"')


def size_in_words(size: int, decimal_sign: str = ".") -> str:
    """Give a size as readers know it: "8 kB", "1,4 MB" with the sign that their language writes before decimals."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", decimal_sign)
