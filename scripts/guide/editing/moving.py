"""A page called otherwise, published elsewhere, or both, with all that names it.

What lives here: the new texts of every file that has to do with the page: itself, links in both directions, the nav,
data, redirects and records. What does not: writing them and saying what is left (``commands/rename.py``), and where a
page is published (``addresses/page_address.py``).
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guide.addresses.ledger import beside_data
from guide.addresses.published import public_address
from guide.editing.sources import Sources
from guide.language.translations import Records
from guide.model.guide import Guide
from guide.model.page import EASY_FOLDER, Page
from guide.model.targets import Kind
from guide.reading.guide import read_page
from guide.tools.errors import CannotRunError
from guide.tools.slugs import as_slug, is_slug

_RELATIVE = frozenset({Kind.PAGE, Kind.FILE, Kind.FOLDER})
_NEVER_EDITED = ("ledger", "short_addresses")
"""What has been published stays as it was written down; a release adds to it."""
_NAMING = {".py", ".html", ".js", ".md", ".yml", ".toml", ".css"}
_NOT_LOOKED_AT = {"node_modules", "site", "build"}


@dataclass
class Moved:
    """What a move is about to change."""

    files: dict[str, str] = field(default_factory=dict)
    """New texts by path."""
    gone: list[str] = field(default_factory=list)
    """Files that are there no more under their old names."""
    links: int = 0
    """How many links lead elsewhere than before."""
    redirects: list[str] = field(default_factory=list)
    """What is to be said of each address that the page leaves."""


class Move:
    """One page and what becomes of it."""

    def __init__(self, guide: Guide, sources: Sources, path: str, new: str, slugs: Mapping[str, str]) -> None:
        """Take the page, its new path (or the same) and its new slugs by language. Raises CannotRunError."""
        self._guide, self._sources = guide, sources
        self._paths = {path: new}
        if f"{EASY_FOLDER}{path}" in guide.paths and new != path:
            self._paths[f"{EASY_FOLDER}{path}"] = f"{EASY_FOLDER}{new}"
        self._slugs = {(code, path): slug for code, slug in slugs.items()}
        self._refuse(path, new)
        self._goal = {
            page.source: page.source.removesuffix(page.path) + self._paths[page.path]
            for page in guide.pages
            if page.path in self._paths
        }
        self.moved = Moved()

    def _refuse(self, path: str, new: str) -> None:
        if new != path and (not is_slug(new.removesuffix(".md")) or not new.endswith(".md")):
            like = as_slug(new.removesuffix(".md")) or "steps/new-name"
            raise CannotRunError(f'"{new}" cannot be the path of a page — write it like {like}.md')
        if new != path and new in self._guide.paths:
            raise CannotRunError(f'there is a page "{new}" already — choose another name')
        for (code, _), slug in self._slugs.items():
            page = self._guide.page_by_key.get((code, path))
            if page is None or not is_slug(slug):
                raise CannotRunError(
                    f'"{code}={slug}" is no address of the page in a language — write --slug {code}='
                    f"{as_slug(slug) or 'steg/nytt-namn'}"
                )
            taken = next((each for each in self._guide.pages if each.language == code and each.slug == slug), page)
            if taken is not page:
                raise CannotRunError(f'"{slug}" is the address of {taken.file} — choose another')

    def worked_out(self) -> Moved:
        """Give the new texts of all files."""
        self._links()
        self._pages()
        self._data()
        self._redirects()
        self._records()
        return self.moved

    def _text(self, path: str) -> str:
        return self.moved.files.get(path) or self._sources.text(path)

    # Links ------------------------------------------------------------------

    def _links(self) -> None:
        """Write each link anew whose way has changed, on the page or in the data file in which it stands."""
        wanted: dict[str, dict[str, str]] = {}
        for page in self._guide.pages:
            origin = posixpath.dirname(self._goal.get(page.source, page.source)) or "."
            here = [(link.href, link.target, link.position.path) for link in page.links]
            for href, target, file in [*here, *((image.src, image.target, page.file) for image in page.images)]:
                if target.kind not in _RELATIVE:
                    continue
                goal = self._goal.get(target.path, target.path)
                if goal == target.path and page.source not in self._goal:
                    continue
                way, mark, fragment = href.partition("#")
                right = posixpath.relpath(goal, origin) + ("/" if way.endswith("/") else "")
                if right != posixpath.normpath(way) + ("/" if way.endswith("/") else ""):
                    wanted.setdefault(file, {})[href] = f"{right}{mark}{fragment}"
        for file, hrefs in wanted.items():
            self.moved.files[file], count = _with_hrefs(self._text(file), hrefs)
            self.moved.links += count

    # The page itself ----------------------------------------------------------

    def _pages(self) -> None:
        docs = self._guide.settings.docs_path
        for page in self._guide.pages:
            slug = self._slugs.get((page.language, page.path))
            if slug is not None:
                lines = self._text(page.file).split("\n")
                lines[page.front.at("slug").line - 1] = f"slug: {slug}"
                self.moved.files[page.file] = "\n".join(lines)
            goal = self._goal.get(page.source, page.source)
            if goal != page.source:
                self.moved.files[f"{docs}/{goal}"] = self._text(page.file)
                self.moved.files.pop(page.file, None)
                self.moved.gone.append(page.file)

    def _present(self) -> Iterator[tuple[Page, Page]]:
        """Give each page whose text or name changes, as it was and as it will be."""
        docs = self._guide.settings.docs_path
        for page in self._guide.pages:
            goal = self._goal.get(page.source, page.source)
            text = self.moved.files.get(f"{docs}/{goal}")
            if text is not None:
                yield page, read_page(text, self._guide.settings, goal, self._guide.indicators)

    # Data -----------------------------------------------------------------

    def _data(self) -> None:
        """Name the page otherwise in data, templates and mkdocs.yml: wherever its whole path stands."""
        settings = self._guide.settings
        never = {settings.data_files.get(role) for role in _NEVER_EDITED}
        folder = settings.root / posixpath.dirname(beside_data(settings, "glossary", "glossary.yml"))
        data = (path for path in sorted(folder.rglob("*.*")) if path.suffix in {".yml", ".yaml", ".json"})
        files = [settings.config_file, *map(settings.relative, data)]
        if settings.custom_dir is not None:
            files += [settings.relative(path) for path in sorted(settings.custom_dir.rglob("*.html"))]
        for file in files:
            text = self._text(file)
            after = self._with_paths(text)
            if file not in never and after != text:
                self.moved.files[file] = after

    def _with_paths(self, text: str) -> str:
        for path, new in self._paths.items():
            if path != new:
                text = _naming(path).sub(rf"\g<1>{new}", text)
        return text

    # Addresses ------------------------------------------------------------------

    def _redirects(self) -> None:
        """Lead on from each published address that the page leaves, and straight to where it is now."""
        file = beside_data(self._guide.settings, "redirects", "redirects.yml")
        published = {entry.address for entry in self._guide.ledger}
        text = self._text(file)
        for page, present in self._present():
            old, new = public_address(page), public_address(present)
            if old == new:
                continue
            # A page that comes back to a former address is there itself.
            text = re.sub(rf"^- \{{from: [\"']?{re.escape(new)}[\"']?, to: .*\n", "", text, flags=re.MULTILINE)
            text = re.sub(rf"(to: [\"']?){re.escape(old)}(?=[\"'#}}\s])", rf"\g<1>{new}", text)
            if old in published or not published:
                text = text.rstrip("\n") + "\n" if text else ""
                text += f"- {{from: {old}, to: {new}}}\n"
                self.moved.redirects.append(f"redirect {old} → {new}")
            else:
                self.moved.redirects.append(f"{old} was never published, so nothing leads on from it")
        if text != self._text(file):
            self.moved.files[file] = text

    # Records ------------------------------------------------------------------

    def _records(self) -> None:
        """Keep what was marked: a section that was as it was marked is so still, though a link in it is another."""
        if self._guide.marked is None:
            return
        file = beside_data(self._guide.settings, "translations", "translations.json")
        records: Records = json.loads(self._text(file) or "{}")
        for page, present in self._present():
            record = records.get(self._paths.get(page.path, page.path), {})
            for before, after in zip(page.sections, present.sections, strict=True):
                if record.get(before.id, {}).get(page.language) == before.digest:
                    record[before.id][page.language] = after.digest
        text = json.dumps(records, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        if text != self._sources.text(file):
            self.moved.files[file] = text

    def named_elsewhere(self) -> list[str]:
        """Give the lines of other files (code, tests, other texts) that name the page by its old path."""
        settings = self._guide.settings
        skipped = {
            settings.docs_dir,
            settings.root / posixpath.dirname(beside_data(settings, "glossary", "glossary.yml")),
        }
        skipped |= {settings.custom_dir} if settings.custom_dir else set()
        return [
            f"{settings.relative(file)}:{number}"
            for file in _files(settings.root, skipped)
            if file.name != settings.config_file
            for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").split("\n"), 1)
            if any(path != new and _naming(path).search(line) for path, new in self._paths.items())
        ]


def _naming(path: str) -> re.Pattern[str]:
    """Find a page's whole path, with or without a way up or a language before it."""
    return re.compile(rf"((?<![\w/.-])(?:\.\./)*(?:(?:docs/)?[a-z]{{2,3}}/)?){re.escape(path)}(?![\w-])")


def _with_hrefs(text: str, hrefs: Mapping[str, str]) -> tuple[str, int]:
    """Give a text with addresses of links written anew, and how many there were."""
    either = "|".join(re.escape(href) for href in sorted(hrefs, key=len, reverse=True))
    return re.subn(rf"(?<=[(<\"'\s])(?:{either})(?=[)>\"'\s]|$)", lambda found: hrefs[found[0]], text)


def _files(folder: Path, skipped: set[Path]) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_symlink() or path in skipped or path.name in _NOT_LOOKED_AT:
            continue
        if path.is_dir():
            yield from _files(path, skipped)
        elif path.suffix in _NAMING:
            yield path
