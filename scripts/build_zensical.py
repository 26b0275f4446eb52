"""The guide built with Zensical, on trial, and how it differs from the guide as it is: ``make build-zensical``.

    python scripts/build_zensical.py [--site site]

Zensical (https://zensical.org) is what Material's authors make after it; it runs no hook. So the guide's own Python
writes the Markdown that MkDocs would be given, each page at its published address, and Zensical turns it into a site in
an environment of its own, ``.cache/zensical``, which is made at the first use. Then both sites are compared: addresses,
headings with their ids, words, notes. Prints a table; exits 2 where one of the sites cannot be built.

What lives here: preparing, building, comparing. What does not: what a move would take (``decisions/0023``).
"""

from __future__ import annotations

import argparse
import json
import posixpath
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.addresses.published import file_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.targets import Kind, read_target
from guide.pages.page import page_markdown
from guide.reading.guide import read_guide
from guide.reading.markdown import parser
from guide.reading.settings import load_settings
from guide.search.units import units_of
from guide.tools.markup import parse_page

ROOT = Path(__file__).parent.parent
ZENSICAL = "zensical==0.0.73"
FOLDER = ROOT / ".cache" / "zensical"
_SETTINGS = """site_name: {name}
site_url: {url}
docs_dir: docs
site_dir: site
use_directory_urls: true
theme:
  name: material
  variant: classic
  language: {language}
  font: false
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes:
      PLACE_MARKER: "///notes///"
      UNIQUE_IDS: false
  - md_in_html
  - tables
  - toc:
      toc_depth: 3
  - pymdownx.details
  - pymdownx.superfences
"""
_ADDED = {"guide-place", "guide-contents", "guide-dates", "guide-on-paper", "guide-definition"}
"""Parts of our pages that Zensical is not given: the way to the page, its contents, its days, explained words."""
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_HEADINGS = ("h1", "h2", "h3", "h4")


def prepare(guide: Guide, folder: Path) -> None:
    """Write what Zensical builds: each page at its address, what pages show, and the settings."""
    shutil.rmtree(folder, ignore_errors=True)
    for page in guide.pages:
        file = folder / "docs" / file_of(page).replace(".html", ".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        head = {"title": page.title, "description": page.front.text("description")}
        text = _with_links(page_markdown(page.markdown, page, guide), page, guide)
        file.write_text(f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n\n{text}", encoding="utf-8")
    shutil.copytree(guide.settings.docs_dir / "assets", folder / "docs" / "assets")
    name, url, language = guide.settings.site_name, guide.settings.site_url, guide.settings.default_language.code
    settings = _SETTINGS.format(name=name, url=json.dumps(url), language=language)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")


def _with_links(markdown: str, page: Page, guide: Guide) -> str:
    """Lead links between sources to where the pages stand now."""
    hrefs = {str(token.attrGet("href")) for token in _links(parser().parse(markdown))}
    for href in sorted(hrefs, key=len, reverse=True):
        target = read_target(href, page.source)
        found = guide.page_by_source.get(target.path) if target.kind is Kind.PAGE else None
        if found is not None:
            new = posixpath.relpath(file_of(found).replace(".html", ".md"), posixpath.dirname(file_of(page)) or ".")
            fragment = f"#{target.fragment}" if target.fragment else ""
            markdown = markdown.replace(f"]({href})", f"]({new}{fragment})")
    return markdown


def _links(tokens: Any) -> Iterator[Any]:
    for token in tokens:
        yield from (each for each in token.children or () if each.type == "link_open")
        # Markdown within HTML (md_in_html), as the guide's own lists are written.
        if token.type == "html_block":
            yield from _links(parser().parseInline(token.content))


def build(folder: Path) -> str:
    """Build what is prepared; give what Zensical says."""
    program = FOLDER / "venv" / "bin" / "zensical"
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", FOLDER / "venv"], check=True)
        subprocess.run([FOLDER / "venv/bin/python", "-m", "pip", "install", "--quiet", ZENSICAL], check=True)
    run = subprocess.run([program, "build", "--clean"], cwd=folder, capture_output=True, text=True, check=False)
    return run.stdout + run.stderr


@dataclass(frozen=True, slots=True)
class Read:
    """What a built page holds."""

    ids: frozenset[str]
    headings: tuple[tuple[str, str], ...]
    """Each with its id."""
    words: Counter[str]
    notes: int


def read(file: Path) -> Read | None:
    """Read a built page; None where it is not there."""
    tree = parse_page(file.read_bytes()) if file.is_file() else None
    article = tree.find(".//article") if tree is not None else None
    if article is None:
        return None
    headings = tuple((each.get("id") or "", _text(each)) for each in article.iter(*_HEADINGS) if each.get("id"))
    ids = frozenset(each.get("id") or "" for each in article.getroottree().iter())
    notes = sum(1 for each in article.iter("li") if (each.get("id") or "").startswith("fn:"))
    return Read(ids, headings, Counter(_text(article).split()), notes)


def _text(element: Any) -> str:
    return " ".join("".join(_pieces(element)).replace("¶", " ").replace("\u00ad", "").split())


def _pieces(element: Any) -> Iterator[str]:
    """Give what is read in an element, but for what our templates and our Markdown extension add around the text."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not _ADDED & set((child.get("class") or "").split()):
            yield from _pieces(child)
        yield child.tail or ""


def compare(guide: Guide, ours: Path, theirs: Path) -> Iterator[str]:
    """Give what both sites have in common, as rows of Markdown."""
    pairs = [(page, read(ours / file_of(page)), read(theirs / file_of(page))) for page in guide.pages]
    both = [(page, one, other) for page, one, other in pairs if one is not None and other is not None]
    kept = sum((one.words & other.words).total() for _, one, other in both)
    yield "| What | Pages |"
    yield "| --- | --- |"
    yield f"| at the same address | {len(both)} of {len(pairs)} |"
    yield f"| with the same headings and ids | {sum(one.headings == other.headings for _, one, other in both)} |"
    yield f"| with as many notes | {sum(one.notes == other.notes for _, one, other in both)} |"
    yield f"| with the very same words | {sum(one.words == other.words for _, one, other in both)} |"
    yield ""
    total = sum(one.words.total() for _, one, _ in both) or 1
    yield f"Of all words of our pages {kept / total:.1%} stand on theirs."
    yield ""
    yield from compare_search(guide, {file_of(page): other for page, _, other in both}, theirs)
    yield ""
    for page, one, other in both:
        differing = [
            text for text in (*one.headings, *other.headings) if text not in one.headings or text not in other.headings
        ]
        if differing or one.notes != other.notes:
            yield f"- {page.file}: notes {one.notes} and {other.notes}; headings on one side only: {differing[:4]}"


def compare_search(guide: Guide, read_there: Mapping[str, Read], theirs: Path) -> Iterator[str]:
    """Give what our search leads to, beside what stands on their pages and in their own index."""
    places = {
        (file_of(unit.page), unit.anchor) for each in guide.settings.languages for unit in units_of(guide, each.code)
    }
    stand = {place for place in places if place[0] in read_there and place[1] in {"", *read_there[place[0]].ids}}
    entries = json.loads((theirs / "search.json").read_bytes())["items"]
    listed = {_place_of(entry["location"]) for entry in entries}
    yield f"Our search leads to {len(places)} places; {len(stand)} of them stand on their pages."
    yield f"Their index has {len(entries)} entries; {len(places & listed)} of our places are among them."
    missing = Counter(file for file, _ in places - listed)
    yield from (f"- {number} of {file} are not" for file, number in missing.most_common(5))


def _place_of(location: str) -> tuple[str, str]:
    path, _, anchor = location.partition("#")
    return (f"{path}index.html" if path.endswith("/") or not path else path), anchor


def main() -> int:
    """Read the options, prepare, build, compare; give the exit code."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--site", type=Path, default=ROOT / "site", help="the built site to compare with")
    given = options.parse_args()
    guide = read_guide(load_settings(ROOT / "mkdocs.yml"))
    if not (given.site / "index.html").is_file():
        print(f"{given.site}: nothing is built there — run make build first", file=sys.stderr)
        return 2
    work = FOLDER / "work"
    prepare(guide, work)
    said = build(work)
    if not (work / "site" / "index.html").is_file():
        print(said, file=sys.stderr)
        return 2
    print(*compare(guide, given.site, work / "site"), sep="\n")
    warned = Counter(line.strip() for line in _COLOURS.sub("", said).splitlines() if line.startswith("Warning"))
    print(f"\nZensical warned {warned.total()} times:")
    print(*(f"- {number} × {line}" for line, number in warned.most_common(8)), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
