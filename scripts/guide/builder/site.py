"""A whole site from its sources: the languages side by side, and what they have in common.

What lives here: what is done at the same time and what after it. What does not: the pages
(``pages.py``), the swap (``building.py``), the server (``serving.py``).
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from guide.builder import hook
from guide.builder.kept import Caches, digest
from guide.builder.late import addresses_of_indexes, fill_site
from guide.builder.pages import BrokenTemplate, Built, Warned, build_pages, overlap
from guide.builder.session import inputs_of
from guide.builder.steps import apart, upon
from guide.builder.styles import Kinds, Styles
from guide.checks.findings import Finding
from guide.checks.running import check_sources
from guide.client.stylesheet import addresses_of_sheets, write_sheets
from guide.model.guide import Guide
from guide.search.files import scripts_made, use_scripts, write_search
from guide.tools.processes import side_by_side


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
    session = hook.session
    if not session.read(mkdocs_yml, config.site_url or "", caches):
        return False
    styles = Styles(config, caches)
    try:
        warnings, kinds, findings = _built(config, caches, styles)
    except BrokenTemplate as broken:
        print(broken, file=sys.stderr)
        return False
    if not session.report(findings):
        return False
    warnings += _made_of_pages(session.guide, site_dir, caches)
    sheets = styles.sheets(kinds | styles.kinds_on_lists(session.guide, site_dir, {}))
    write_sheets(site_dir, sheets)
    addresses = {**addresses_of_indexes(session.guide), **addresses_of_sheets(sheets)}
    fill_site(site_dir, addresses)
    print_warnings([*warnings, *styles.warnings])
    is_whole = session.check_site(site_dir, caches, addresses)
    for name in ("built", "styles"):
        caches.of(name).prune()
    return is_whole and not ((warnings or styles.warnings) and config.strict)


def prepare(mkdocs_yml: Path, folder: Path, caches: Caches, site_url: str) -> bool:
    """Fill the caches for a server; what is built on the way, in ``folder``, is of no use.

    Give False, having said why, where something is broken.
    """
    config = configured(mkdocs_yml, folder)
    if config is None:
        return False
    config.site_url = site_url
    config.plugins.on_startup(command="serve", dirty=False)
    if not hook.session.read(mkdocs_yml, site_url, caches):
        return False
    try:
        _built(config, caches, Styles(config, caches))
    except BrokenTemplate as broken:
        print(broken, file=sys.stderr)
        return False
    return True


def _built(config: MkDocsConfig, caches: Caches, styles: Styles) -> tuple[list[str], Kinds, list[Finding]]:
    """Write all but what is made of the pages; give warnings, what stands on the pages, and findings in the sources."""
    caches.of("read").prune()
    guide, warnings = hook.session.guide, hook.put_scripts_together()
    building = [partial(_pages, config, language.code, caches, styles) for language in guide.settings.languages]
    *languages, findings, _ = side_by_side(
        [*building, partial(_findings, guide, caches)], partial(_shared, guide, Path(config.site_dir), caches)
    )
    if overlap(languages):
        languages = [task() for task in building]
    for built in languages:
        warnings += built.warnings
    return warnings, frozenset().union(*(built.kinds for built in languages)), findings


def _findings(guide: Guide, caches: Caches) -> list[Finding]:
    """Check the sources, or give what was found when the very same were checked earlier."""
    kept, key = caches.of("findings"), inputs_of(guide.settings)
    findings: list[Finding] | None = kept.get(key)
    if findings is None:
        findings = check_sources(guide)
        kept.put(key, findings)
    kept.prune()
    return findings


def _shared(guide: Guide, site_dir: Path, caches: Caches) -> None:
    kept, key = caches.of("search"), inputs_of(guide.settings)
    scripts = kept.get(key)
    if scripts is not None:
        use_scripts(guide, scripts)
    write_search(guide, site_dir)
    if scripts is None:
        kept.put(key, scripts_made(guide))
    kept.prune()

    def write(folder: Path) -> list[str]:
        hook.write_shared(guide, folder)
        return []

    # Some of these files say when a page was last changed.
    apart(caches.of("shared"), digest(key, sorted(hook.session.history.items())), site_dir, write)
    caches.of("shared").prune()


def _made_of_pages(guide: Guide, site_dir: Path, caches: Caches) -> list[str]:
    """Write what is made of built pages (packages, handouts, lists of files …), or take it from an earlier build."""
    kept, history = caches.of("made-of-pages"), sorted(hook.session.history.items())
    key = digest(inputs_of(guide.settings), history)
    warnings = upon(kept, key, site_dir, partial(hook.write_made_of_pages, guide))
    kept.prune()
    return warnings


def print_warnings(warnings: Iterable[str]) -> None:
    """Print warnings, each once."""
    for warning in dict.fromkeys(warnings):
        print(f"WARNING: {warning}", file=sys.stderr)


def _pages(config: MkDocsConfig, language: str, caches: Caches, styles: Styles) -> Built:
    built = build_pages(config, language, caches, styles, {})
    for name in ("converted", "rendered", "kinds"):
        caches.of(f"{name}-{language}").prune()
    return built
