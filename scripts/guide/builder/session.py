"""The guide as a builder holds it: read once per build, checked before and after.

What lives here: the order of reading, checking and reporting during a build.
What does not: MkDocs (``hook.py``) and the checks themselves.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from guide.builder.kept import Cache, Caches, digest, digest_of_files
from guide.builder.late import Addresses, read_as_filled, with_marks
from guide.checks.findings import Finding
from guide.checks.report import as_lines, summary
from guide.checks.running import check_site, check_sources
from guide.model.data import Indicator
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.place import Position
from guide.model.settings import Settings, SettingsError
from guide.model.site import BuiltPage
from guide.reading.guide import PagesReading, WrittenPage, read_guide, read_pages
from guide.reading.history import history_of
from guide.reading.settings import load_settings
from guide.reading.site import BuiltPageReading, read_built_page, read_page_of_site, read_site
from guide.tools.days import today
from guide.tools.hosts import reachable

_NOWHERE = Path()


class BuildSession:
    """Holds the guide that is being built and says whether the build may go on."""

    stops_on_findings: bool = True
    """False while serving: a writer sees the findings and keeps the page."""

    def __init__(self) -> None:
        """Hold nothing until the first build."""
        self._guide: Guide | None = None
        self.history: Mapping[str, date] = {}
        """When each source was last changed, by its path in the docs folder."""
        self.first_days: Mapping[str, date] = {}
        """Since when each source is there."""
        self.keys: dict[str, str] = {}
        """What each page was read from, by its source, where earlier readings are remembered."""

    @property
    def guide(self) -> Guide:
        """The guide read last; RuntimeError before the first reading."""
        if self._guide is None:
            raise RuntimeError("the guide has not been read: read() comes first")
        return self._guide

    def read(self, mkdocs_yml: Path, site_url: str, caches: Caches | None = None) -> bool:
        """Read the sources; give False, and say why, where mkdocs.yml cannot be used.

        ``site_url`` is the address that is built for; one on this machine is none.
        """
        try:
            settings = replace(load_settings(mkdocs_yml), site_url=reachable(site_url))
        except SettingsError as broken:
            print(broken, file=sys.stderr)
            return False
        self._guide = read_guide(settings, _remembering(settings, caches.of("read"), self.keys) if caches else None)
        self.first_days, self.history = history_of(settings.docs_dir)
        return True

    def check_sources(self) -> bool:
        """Check the sources; give False where the build must stop."""
        return self.report(check_sources(self.guide))

    def check_site(self, site_dir: Path, caches: Caches | None = None, addresses: Addresses | None = None) -> bool:
        """Check the built site, whose pages have ``addresses`` by now; give False where the build must fail."""
        return self.report(self.findings_in_site(site_dir, caches, addresses))

    def findings_in_site(self, site_dir: Path, caches: Caches | None, addresses: Addresses | None) -> list[Finding]:
        """Give what is found in the built site, whose pages have ``addresses`` by now."""
        name = self.guide.settings.relative(self.guide.settings.site_dir)
        read = reading_built(caches.of("built"), addresses or {}) if caches else None
        return check_site(self.guide, read_site(site_dir, name, read))

    def report(self, findings: Sequence[Finding]) -> bool:
        """Print findings; give False where there are any and they stop the build."""
        if findings:
            print(as_lines(findings) + summary(findings), file=sys.stderr)
        return not findings or not self.stops_on_findings


def inputs_of(settings: Settings) -> str:
    """Give a fingerprint of all that a guide is read from, and of the day."""
    read = sorted(settings.root / path for path in settings.data_files.values())
    folders = [each for each in (settings.docs_dir, settings.custom_dir, settings.words_dir, *read) if each is not None]
    data = [path.read_bytes() for path in read if path.is_file()]
    # Where the guide stands says nothing; the order of a set is another in each run.
    nowhere = replace(settings, root=_NOWHERE, docs_dir=_NOWHERE, site_dir=_NOWHERE, custom_dir=None, words_dir=None)
    known = replace(nowhere, https_hosts=frozenset()), sorted(settings.https_hosts)
    # Some rules of law cease to hold on a day, and whether they have is a finding.
    return digest(today(), known, data, digest_of_files(folders))


def _remembering(settings: Settings, cache: Cache, keys: dict[str, str]) -> PagesReading:
    """Give what reads pages, or remembers what became of the same texts when they were read before."""
    # A page knows nothing of the nav, nor of what else stands in mkdocs.yml.
    bare = replace(settings, nav=(), nav_sections=(), nav_position=Position(""), mentions="", allowances=(), config={})
    known = digest(replace(bare, site_url=""))

    def read(texts: Sequence[WrittenPage], settings: Settings, indicators: Sequence[Indicator]) -> list[Page]:
        for relative, text in texts:
            keys[relative] = digest(known, relative, text, indicators if "guide:indicators" in text else ())
        pages: dict[str, Page | None] = {relative: cache.get(keys[relative]) for relative, _ in texts}
        new = [written for written in texts if pages[written[0]] is None]
        for (relative, _), page in zip(new, read_pages(new, settings, indicators), strict=True):
            pages[relative] = page
            cache.put(keys[relative], page)
        return [page for page in pages.values() if page is not None]

    return read


def reading_built(cache: Cache, addresses: Addresses) -> BuiltPageReading:
    """Give what reads a built page, or remembers what it read from a page that differs in ``addresses`` only."""

    def read(content: bytes, path: str) -> BuiltPage | None:
        marked = with_marks(content, addresses)
        key = _key_of_built(path, sha256(marked).hexdigest())
        page: BuiltPage | None = cache.get(key)
        if page is None:
            page = read_page_of_site(marked, path)
            if page is not None:
                cache.put(key, page)
        return None if page is None else read_as_filled(page, addresses)

    return read


def keep_built(cache: Cache, tree: Any, text: str, path: str) -> None:
    """Keep what stands on a page that has been parsed, by the digest of its ``text``: reading it will find it there."""
    if tree is not None:
        cache.put(_key_of_built(path, text), read_built_page(tree, path))


def _key_of_built(path: str, text: str) -> str:
    return digest(path, text)
