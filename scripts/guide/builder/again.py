"""The same guide built again and again for a server, each time into a fresh folder.

What lives here: what of the former site can be taken as it is, and what a writer need not wait for: the
search index and the findings come right after the page. What does not: building (``site.py``,
``pages.py``), watching and serving (``serving.py``).
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from guide.builder import hook
from guide.builder.kept import Caches, digest, digest_of_files
from guide.builder.pages import build_pages
from guide.builder.site import addresses_of_indexes, configured, print_warnings, replace_in_pages
from guide.model.page import Page
from guide.search.files import FOLDER, write_search


class Rebuilding:
    """One guide while it is served: what was built last, and of what."""

    def __init__(self, mkdocs_yml: Path, caches: Caches, site_url: str) -> None:
        """Build the guide of ``mkdocs_yml`` for ``site_url``; nothing has been built yet."""
        self.mkdocs_yml, self.caches, self.site_url = mkdocs_yml, caches, site_url
        self.former: Path | None = None
        self._inputs: dict[str, str] = {}
        self._files: dict[str, list[str]] = {}
        self._addresses: Mapping[str, str] = {}

    def show(self, folder: Path) -> bool:
        """Build what a writer looks at into an empty folder; the search is as it was until ``finish``.

        Give False, having said why, where mkdocs.yml cannot be used.
        """
        config = configured(self.mkdocs_yml, folder)
        if config is None:
            return False
        config.site_url = self.site_url
        config.plugins.on_startup(command="serve", dirty=False)
        if not hook.session.read(self.mkdocs_yml, self.site_url, self.caches):
            return False
        guide = hook.session.guide
        self._addresses = self._addresses or addresses_of_indexes(guide)
        if self.former is not None and (self.former / FOLDER).is_dir():
            shutil.copytree(self.former / FOLDER, folder / FOLDER)
        warnings: list[str] = []
        for language in guide.settings.languages:
            warnings += self._build(config, language.code, folder)
        warnings += hook.write_shared(guide, folder) + hook.write_made_of_pages(guide, folder)
        print_warnings(warnings)
        self.former = folder
        return True

    def finish(self) -> None:
        """Bring the search up to date, and say what is found in the sources and in the site."""
        guide, folder = hook.session.guide, self.former
        if folder is None:
            return
        hook.session.check_sources()
        addresses = addresses_of_indexes(guide)
        write_search(guide, folder)
        replace_in_pages({former: addresses[mark] for mark, former in self._addresses.items()}, folder)
        self._addresses = addresses
        hook.session.check_site(folder, self.caches)
        self.caches.prune()

    def _build(self, config: MkDocsConfig, language: str, folder: Path) -> list[str]:
        inputs = self._inputs_of(config, language)
        if self.former is not None and self._inputs.get(language) == inputs:
            for name in self._files[language]:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(self.former / name, folder / name)
            return []
        self._inputs.pop(language, None)
        built = build_pages(config, language, self.caches, self._addresses)
        # What is warned of must be said again next time.
        if not built.warnings:
            self._inputs[language], self._files[language] = inputs, built.files
        return built.warnings

    def _inputs_of(self, config: MkDocsConfig, language: str) -> str:
        """Give a fingerprint of all that the pages of a language are made of."""
        guide, settings = hook.session.guide, hook.session.guide.settings
        data = sorted(settings.root / path for path in settings.data_files.values())
        folders = [each for each in (settings.custom_dir, settings.words_dir, *data) if each is not None]
        assets = [(asset, _state(settings.docs_dir / asset)) for asset in guide.assets]
        own = [hook.session.keys[page.source] for page in guide.pages if page.language == language]
        others = [_face(page) for page in guide.pages if page.language != language]
        written = [path.read_bytes() for path in (self.mkdocs_yml, *data) if path.is_file()]
        return digest(config.site_url, digest_of_files(folders), assets, own, others, written)


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size


def _face(page: Page) -> tuple[Any, ...]:
    """Give what pages of another language can know of a page: all but its running text."""
    questions = [(question.id, question.theme) for question in page.questions]
    return page.source, page.address, page.title, page.front.values, sorted(page.anchors), questions
