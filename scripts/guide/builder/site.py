"""A whole site from its sources: the languages side by side, and what they have in common.

What lives here: what is done at the same time and what after it, and the search's addresses put
into pages. What does not: the pages (``pages.py``), the swap (``building.py``), the server (``serving.py``).
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from guide.builder import hook
from guide.builder.kept import Caches
from guide.builder.pages import Warned, build_pages, index_mark
from guide.checks.findings import Finding
from guide.checks.running import check_sources
from guide.model.guide import Guide
from guide.search.files import index_path, texts_path, write_search


def configured(mkdocs_yml: Path, site_dir: Path) -> MkDocsConfig | None:
    """Give MkDocs' configuration, or None, having said why, where it cannot be used."""
    warned, log = Warned(), logging.getLogger("mkdocs")
    log.addHandler(warned)
    try:
        return load_config(str(mkdocs_yml), site_dir=str(site_dir))
    except (MkDocsException, SystemExit) as broken:
        print(*warned.messages, broken, sep="\n", file=sys.stderr)
        return None
    finally:
        log.removeHandler(warned)


def build(mkdocs_yml: Path, site_dir: Path, caches: Caches) -> bool:
    """Build into an empty folder, and check; give False, having said why, where something is wrong."""
    config = configured(mkdocs_yml, site_dir)
    if config is None:
        return False
    config.plugins.on_startup(command="build", dirty=False)
    # A build makes much and throws little away: looking for circles after every 700 objects takes a tenth of it.
    gc.set_threshold(50_000, 20, 20)
    session = hook.session
    if not session.read(mkdocs_yml, config.site_url or "", caches):
        return False
    warnings, findings = _built(config, caches)
    if not session.report(findings):
        return False
    fill_marks(session.guide, site_dir)
    warnings += hook.write_made_of_pages(session.guide, site_dir)
    print_warnings(warnings)
    is_whole = session.check_site(site_dir, caches)
    caches.of("built").prune()
    return is_whole and not (warnings and config.strict)


def prepare(mkdocs_yml: Path, folder: Path, caches: Caches, site_url: str) -> bool:
    """Fill the caches for a server; what is built on the way, in ``folder``, is of no use."""
    config = configured(mkdocs_yml, folder)
    if config is None:
        return False
    config.site_url = site_url
    config.plugins.on_startup(command="serve", dirty=False)
    if not hook.session.read(mkdocs_yml, site_url, caches):
        return False
    _built(config, caches)
    return True


def _built(config: MkDocsConfig, caches: Caches) -> tuple[list[str], list[Finding]]:
    """Write all but what is made of the pages; give warnings, and findings in the sources."""
    caches.of("read").prune()
    guide = hook.session.guide
    *pages, findings, warnings = _side_by_side(
        [
            *(partial(_pages, config, language.code, caches) for language in guide.settings.languages),
            partial(check_sources, guide),
        ],
        partial(_shared, guide, Path(config.site_dir)),
    )
    return [*(each for found in pages for each in found), *warnings], findings


def _shared(guide: Guide, site_dir: Path) -> list[str]:
    write_search(guide, site_dir)
    return hook.write_shared(guide, site_dir)


def print_warnings(warnings: Iterable[str]) -> None:
    """Print warnings, each once."""
    for warning in dict.fromkeys(warnings):
        print(f"WARNING: {warning}", file=sys.stderr)


def _pages(config: MkDocsConfig, language: str, caches: Caches) -> list[str]:
    built = build_pages(config, language, caches, {})
    for name in ("converted", "rendered"):
        caches.of(f"{name}-{language}").prune()
    return built.warnings


def _side_by_side(tasks: Sequence[Callable[[], Any]], own: Callable[[], Any]) -> list[Any]:
    """Do tasks at the same time and give their results; ``own`` is done in this process, and comes last."""
    if sys.platform != "linux":
        return [task() for task in [*tasks, own]]
    # A forked process has the guide already: nothing is read or sent twice.
    _TASKS[:] = tasks
    gc.freeze()
    with ProcessPoolExecutor(len(tasks), get_context("fork")) as pool:
        results = [pool.submit(_task, number) for number in range(len(tasks))]
        last = own()
        return [*(result.result() for result in results), last]


_TASKS: list[Callable[[], Any]] = []


def _task(number: int) -> Any:
    return _TASKS[number]()


def addresses_of_indexes(guide: Guide) -> Mapping[str, str]:
    """Give the address of every search index, by its mark."""
    return {
        index_mark(name, language.code): path(guide, language.code)
        for language in guide.settings.languages
        for name, path in (("index", index_path), ("texts", texts_path))
    }


def fill_marks(guide: Guide, site_dir: Path) -> None:
    """Put the addresses of the search indexes into the pages of a site."""
    replace_in_pages(addresses_of_indexes(guide), site_dir)


def replace_in_pages(texts: Mapping[str, str], site_dir: Path) -> None:
    """Put one text in place of another, wherever it stands in the pages of a site."""
    pairs = [(old.encode(), new.encode()) for old, new in texts.items() if old != new]
    for file in site_dir.rglob("*.html") if pairs else ():
        html = filled = file.read_bytes()
        for old, new in pairs:
            filled = filled.replace(old, new)
        if filled != html:
            file.write_bytes(filled)
