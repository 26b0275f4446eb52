"""The same guide built again and again for a server, each time into a fresh folder.

What lives here: what of the former site can be taken as it is, what is done at the same time, and what a writer
need not wait for: the sources are checked while the pages are built, and the search index comes last of all. What
does not: building (``site.py``, ``pages.py``), watching and serving (``serving.py``).
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from guide.builder import hook
from guide.builder.kept import Caches, Learnt, digest, digest_of_files
from guide.builder.late import Addresses, addresses_of_indexes, fill_site
from guide.builder.pages import Built, build_pages, overlap
from guide.builder.site import configured, print_warnings
from guide.builder.styles import Styles
from guide.checks.findings import Finding
from guide.checks.running import check_sources, check_sources_here
from guide.client.stylesheet import MARKS, addresses_of_sheets, write_sheets
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.settings import Settings
from guide.search.files import FOLDER, write_search
from guide.tools.processes import Begun, Undone, begin, give_way

_WORDS_OF_A_PAGE = frozenset({"title", "description"})
"""What front matter says in the words of the page's own language; other languages have words of their own."""
_UNLEARNT = 5
"""So many pages may each check look at anew that have not changed since the one before."""


class Rebuilding:
    """One guide while it is served: what was built last, and of what."""

    def __init__(self, mkdocs_yml: Path, caches: Caches, site_url: str) -> None:
        """Build the guide of ``mkdocs_yml`` for ``site_url``; nothing has been built yet."""
        self.mkdocs_yml, self.caches, self.site_url = mkdocs_yml, caches, site_url
        self.former: Path | None = None
        self._inputs: dict[str, str] = {}
        self._built: dict[str, Built] = {}
        self._addresses: Addresses = {}
        self._findings: Begun | Undone = Undone(list)
        self._learnt: dict[str, str] = {}

    def show(self, folder: Path) -> bool:
        """Build what a writer looks at into an empty folder; the search is as it was until ``finish``.

        Give False, having said why, where mkdocs.yml cannot be used. Whatever is raised on the way, the next
        time all is built from what is saved then.
        """
        try:
            return self._show(folder)
        except BaseException:
            # The former site is not the one that these tell of.
            self._inputs.clear()
            self._findings.end()
            raise

    def _show(self, folder: Path) -> bool:
        config = configured(self.mkdocs_yml, folder)
        if config is None:
            return False
        config.site_url = self.site_url
        config.plugins.on_startup(command="serve", dirty=False)
        if not hook.session.read(self.mkdocs_yml, self.site_url, self.caches):
            return False
        guide = hook.session.guide
        # Beside the first build nothing would be learnt for those that follow.
        here = partial(check_sources_here, guide)
        self._findings = begin(partial(_checked_behind, guide)) if self.former is not None else Undone(here)
        self._addresses = self._addresses or addresses_of_indexes(guide)
        if self.former is not None and (self.former / FOLDER).is_dir():
            shutil.copytree(self.former / FOLDER, folder / FOLDER)
        warnings, styles = hook.put_scripts_together(), Styles(config, self.caches)
        warnings += self._build(config, folder, styles)
        hook.write_shared(guide, folder)
        warnings += hook.write_made_of_pages(guide, folder)
        kinds = styles.kinds_on_lists(guide, folder, self._addresses)
        sheets = styles.sheets(kinds.union(*(self._built[each.code].kinds for each in guide.settings.languages)))
        write_sheets(folder, sheets)
        # Where the sheets cannot be read, pages go back to the marks, as in any build.
        self._update({**{mark: mark for mark in MARKS}, **addresses_of_sheets(sheets)}, folder)
        print_warnings([*warnings, *styles.warnings])
        self.former = folder
        return True

    def findings(self) -> list[Finding]:
        """Give what is found in the sources and in the site that was shown last."""
        if self.former is None:
            return []
        in_site = hook.session.findings_in_site(self.former, self.caches, self._addresses)
        found = [*self._findings.result(), *in_site]
        if isinstance(self._findings, Undone):
            self._learnt = dict(hook.session.keys)
        return found

    def finish(self) -> None:
        """Bring the search up to date."""
        guide, folder = hook.session.guide, self.former
        if folder is not None:
            write_search(guide, folder)
            self._update(addresses_of_indexes(guide), folder)
        self.caches.prune()
        self._learn()

    def _learn(self) -> None:
        """Check here too, now and then: what a process beside this one has learnt of pages goes with it."""
        latest = dict(hook.session.keys)
        if len(latest.items() - self._learnt.items()) > _UNLEARNT:
            check_sources_here(hook.session.guide)
            self._learnt = latest

    def _update(self, addresses: Addresses, folder: Path) -> None:
        fill_site(folder, {self._addresses.get(mark, mark): address for mark, address in addresses.items()})
        self._addresses = {**self._addresses, **addresses}

    def _build(self, config: MkDocsConfig, folder: Path, styles: Styles) -> list[str]:
        """Build the pages of every language, or take them from the former site; give what MkDocs warned of."""
        codes = [language.code for language in hook.session.guide.settings.languages]
        files = _files_of(hook.session.guide.settings, self.mkdocs_yml)
        inputs = {code: digest(self._inputs_of(config, code), files, styles.key) for code in codes}
        changed = [code for code in codes if self.former is None or self._inputs.get(code) != inputs[code]]
        with ExitStack() as unfinished:
            others = [begin(partial(self._pages_beside, config, code, styles)) for code in changed[1:]]
            for other in others:
                unfinished.callback(other.end)
            for code in codes:
                if code not in changed:
                    self._copy(code, folder)
            built = [self._pages(config, code, styles) for code in changed[:1]]
            for other in others:
                made, learnt = other.result()
                built.append(made)
                self.caches.learn(learnt)
        self._built.update(zip(changed, built, strict=True))
        for code in codes if overlap(self._built[code] for code in codes) else ():
            if code in changed:
                self._built[code] = self._pages(config, code, styles)
            else:
                self._copy(code, folder)
        self._inputs = inputs
        return [warning for code in codes for warning in self._built[code].warnings]

    def _copy(self, code: str, folder: Path) -> None:
        """Take the pages of a language from the former site."""
        former = self.former or folder
        for name in self._built[code].files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(former / name, folder / name)

    def _pages(self, config: MkDocsConfig, code: str, styles: Styles) -> Built:
        return build_pages(config, code, self.caches, styles, self._addresses)

    def _pages_beside(self, config: MkDocsConfig, code: str, styles: Styles) -> tuple[Built, Mapping[str, Learnt]]:
        """The same in a process of its own, of which the caches here know nothing."""
        return self._pages(config, code, styles), self.caches.learnt()

    def _inputs_of(self, config: MkDocsConfig, language: str) -> str:
        """Give a fingerprint of all that the pages of a language are made of, beside the files of ``_files_of``."""
        guide, settings = hook.session.guide, hook.session.guide.settings
        assets = [(asset, _state(settings.docs_dir / asset)) for asset in guide.assets]
        keys, history = hook.session.keys, hook.session.history
        own = [(keys[page.source], history.get(page.source)) for page in guide.pages if page.language == language]
        own_paths = {page.path for page in guide.pages if page.language == language}
        # A page that the language lacks is shown in another.
        others = [
            _face(page) if page.path in own_paths else keys[page.source]
            for page in guide.pages
            if page.language != language
        ]
        return digest(config.site_url, assets, own, others)


def _checked_behind(guide: Guide) -> list[Finding]:
    """Check the sources, without keeping a core from those that make what a writer looks at."""
    give_way()
    return check_sources(guide)


def _files_of(settings: Settings, mkdocs_yml: Path) -> str:
    """Give a fingerprint of all files, but pages and assets, that the pages of any language are made of."""
    data = sorted(settings.root / path for path in settings.data_files.values())
    folders = [each for each in (settings.custom_dir, settings.words_dir, *data) if each is not None]
    written = [path.read_bytes() for path in (mkdocs_yml, *data) if path.is_file()]
    return digest(digest_of_files(folders), written)


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size


def _face(page: Page) -> tuple[Any, ...]:
    """Give what pages of another language can know of a page: all but its words."""
    questions = [(question.id, question.theme) for question in page.questions]
    front = {key: value for key, value in page.front.values.items() if key not in _WORDS_OF_A_PAGE}
    return page.source, page.address, front, sorted(page.anchors), questions
