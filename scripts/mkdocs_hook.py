"""The thin adapter between MkDocs and the guide: checks before a build, and the guide's parts in it.

What lives here: MkDocs events, each a few lines. What does not: anything that
would be needed with another builder; that is in ``guide``.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import Any, Literal

from jinja2 import pass_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

sys.path.insert(0, str(Path(__file__).parent))

from guide import address_list, addresses, glossary_terms, labels, packages, redirects, render, search, shortlinks
from guide.builder import scripts
from guide.guard import Guard
from guide.model import Page as GuidePage

# One build runs once per language in the same process; the guide is read once for all of them.
_guard = Guard()
# A child of MkDocs' logger, so that strict mode counts the warning.
_log = logging.getLogger("mkdocs.guide")
_EXTENSION = "guide.markdown_extension"
_explanations = glossary_terms.Explanations()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Keep serving when there are findings; stop a build."""
    _guard.stops_on_findings = command != "serve"
    # It repeats the whole nav at each build, and a writer would not see the findings for it.
    logging.getLogger("mkdocs.plugins.mkdocs_static_i18n").setLevel(logging.WARNING)


@event_priority(-150)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give Markdown the words of the language that is about to be built (after the i18n plugin)."""
    language = config.theme["language"]
    notes = config.mdx_configs.setdefault("footnotes", {})
    notes["BACKLINK_TITLE"] = labels.WORDS["back"][language]
    # Named here and not in mkdocs.yml: MkDocs tries to import extensions before it loads the hook.
    if _EXTENSION not in config.markdown_extensions:
        config.markdown_extensions.append(_EXTENSION)
    config.mdx_configs.setdefault(_EXTENSION, {})["note_label"] = labels.WORDS["note"][language]
    return config


def _is_inner_build(config: MkDocsConfig) -> bool:
    """Say whether this is a build that the i18n plugin runs, for another language, within the first."""
    return bool(getattr(config.plugins["i18n"], "building", False))


def on_pre_build(config: MkDocsConfig) -> None:
    """Read and check the sources, once per build, before anything is written."""
    if _is_inner_build(config):
        return
    if not _guard.check_sources(Path(config.config_file_path), config.site_url or ""):
        raise Abort("the guide has findings; nothing was written")


@event_priority(-150)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish each page, and each page it alternates with, under its slug."""
    for file in files.documentation_pages():
        for alternate in getattr(file, "alternates", {}).values():
            _publish(alternate, config)
    return files


def _publish(file: File, config: MkDocsConfig) -> None:
    page = _guard.guide.page_by_source.get(file.src_uri)
    if page is None:
        return
    file.dest_uri, file.url = _published_at(page, config)
    file.abs_dest_path = str(Path(config.site_dir) / file.dest_uri)


def _published_at(page: GuidePage, config: MkDocsConfig) -> tuple[str, str]:
    """Give the file and the site-relative URL that a page is published at."""
    default = _guard.guide.settings.default_language.code
    destination = addresses.destination(page.slug, page.language, default, config.use_directory_urls)
    return destination, addresses.url_of(destination, config.use_directory_urls)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Let templates link to a page by its source: ``'about/licence.md' | address('sv')``."""

    @pass_context
    def address(context: Any, path: str, language: str) -> str:
        page = _guard.guide.page_by_key.get((language, path))
        if page is None:
            _log.warning(
                "a template in overrides/ links to docs/%s/%s, which is missing: mend the template", language, path
            )
            return "."
        _, url = _published_at(page, config)
        link = normalize_url(url, context.get("page"), context["base_url"])
        return link.removesuffix("./") if link.endswith("/./") else link

    env.filters["address"] = address
    env.filters["short_addresses"] = shortlinks.Shorts(_guard.guide).on_source
    env.filters["search_index"] = lambda language: search.index_path(_guard.guide, language)
    env.filters["search_texts"] = lambda language: search.texts_path(_guard.guide, language)
    env.filters["search_words"] = _search_words
    return env


def _search_words(language: str) -> str:
    """Give the words of the search dialog, for its script."""
    return json.dumps({key: words[language] for key, words in labels.SEARCH.items()}, ensure_ascii=False)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put notes, evidence and generated lists into the page."""
    source = _guard.guide.page_by_source.get(page.file.src_uri)
    # MkDocs makes a Markdown converter for each page, right after this event.
    explained = source and _explanations.on_page(source, _guard.guide)
    config.mdx_configs[_EXTENSION]["terms"] = explained or ()
    return markdown if source is None else render.page_markdown(markdown, source, _guard.guide)


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Write what is made beside the pages and check the built site, once all languages are there."""
    if _is_inner_build(config):
        return
    site_dir = Path(config.site_dir)
    search.write_search(_guard.guide, site_dir)
    try:
        scripts.write_scripts(site_dir)
        shortlinks.write_short_addresses(_guard.guide, site_dir)
        redirects.write_redirects(_guard.guide, site_dir)
    except (scripts.ScriptError, redirects.RedirectError) as broken:
        _log.warning("%s", broken)
    address_list.write_list(_guard.guide, site_dir)
    try:
        packages.write_packages(_guard.guide, site_dir)
    except packages.ArticleError as missing:
        _log.warning("%s", missing)
    if not _guard.check_site(site_dir):
        raise Abort("the built site has findings")
