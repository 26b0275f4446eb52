"""MkDocs' events, each a few lines: checks before a build, the guide's parts in it, checks after.

What lives here: what MkDocs calls. What does not: anything that would be needed with
another builder; that is in the other wings. ``scripts/mkdocs_hook.py`` hands these
functions to MkDocs.
"""

from __future__ import annotations

import json
import logging
from html import escape
from pathlib import Path
from typing import Any, Literal

from jinja2 import pass_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

from guide.addresses import hosting, redirects, short, sitemap
from guide.addresses import list as address_list
from guide.addresses.cards import card_of, card_tags
from guide.addresses.published import file_of
from guide.builder.kept import Answers
from guide.builder.menu import Menus
from guide.builder.session import BuildSession
from guide.client.bundling import Script, ScriptError, page_scripts, script
from guide.client.style_rules import StyleError
from guide.client.stylesheet import placeholder, write_style_sheets
from guide.export.article import ArticleError
from guide.export.cards import write_pictures
from guide.export.embeds import write_parts
from guide.export.feed import write_feeds
from guide.export.fixed_places import search_address, write_fixed_places
from guide.export.hosting import write_hosting
from guide.export.icons import write_icons
from guide.export.packages import write_packages
from guide.export.twins.twin import twin_beside, write_twins
from guide.model.guide import Guide
from guide.pages import changes, indicators, terms
from guide.pages.easy import other_wording
from guide.pages.linked_data import linked_data
from guide.pages.markdown_extension import PageParts
from guide.pages.page import features_put_into, page_markdown
from guide.pages.search_dialog import search_words
from guide.search import files as search
from guide.tools.hosts import reachable
from guide.tools.slugs import slugify
from guide.words import Words, words_of

# One build runs once per language in the same process; the guide is read once for all of them.
session = BuildSession()
"""The guide that is being built."""
# A child of MkDocs' logger, so that strict mode counts the warning.
_log = logging.getLogger("mkdocs.guide")
EXTENSION = "guide.pages.markdown_extension"
_REPLACED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon")
"""What the theme would publish and the guide has its own of."""
_explanations = terms.Explanations()
_menus = Menus()
_scripts: dict[str, Script] = {}
"""The scripts of pages, by name, put together once for each build."""
PARTS: dict[str, PageParts] = {}
"""The parts of each page by its source, from when it is converted until its template has written them."""


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Keep serving when there are findings; stop a build."""
    session.stops_on_findings = command != "serve"
    # It repeats the whole nav at each build, and a writer would not see the findings for it.
    logging.getLogger("mkdocs.plugins.mkdocs_static_i18n").setLevel(logging.WARNING)


@event_priority(-150)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give Markdown the guide's extension, and the site no address where it is built for this machine only."""
    config.site_url = reachable(config.site_url or "")
    # Named here and not in mkdocs.yml: MkDocs tries to import extensions before it loads the hook.
    if EXTENSION not in config.markdown_extensions:
        config.markdown_extensions.append(EXTENSION)
    # Written at the end, for all languages at once.
    config.theme.static_templates.discard(sitemap.FILE)
    config.mdx_configs.setdefault(EXTENSION, {})
    return config


def _is_inner_build(config: MkDocsConfig) -> bool:
    """Say whether this is a build that the i18n plugin runs, for another language, within the first."""
    return bool(getattr(config.plugins["i18n"], "building", False))


def on_pre_build(config: MkDocsConfig) -> None:
    """Read and check the sources, once per build, before anything is written; hand over each language's words."""
    read = _is_inner_build(config) or session.read(Path(config.config_file_path), config.site_url or "")
    if not read or not (_is_inner_build(config) or session.check_sources()):
        raise Abort("the guide has findings; nothing was written")
    if not _is_inner_build(config):
        for warning in put_scripts_together():
            _log.warning("%s", warning)
    give_words(config, words_of(config.theme["language"]))


def put_scripts_together() -> list[str]:
    """Make the scripts of pages, so that their names are known; give what went wrong."""
    _scripts.clear()
    try:
        _scripts.update({**page_scripts(), "moved.js": script("moved.js")})
    except ScriptError as broken:
        return [_script_error(broken)]
    return []


def _script_error(broken: ScriptError) -> str:
    """Give what is wrong with a script after its place, as findings name it."""
    return f"{session.guide.settings.relative(broken.path)}:{broken.line}: {broken.message}"


def give_words(config: MkDocsConfig, words: Words) -> None:
    """Give Markdown the words of the language that is about to be built."""
    config.mdx_configs.setdefault("footnotes", {})["BACKLINK_TITLE"] = words["notes.back"]
    config.mdx_configs[EXTENSION].update(note_label=words["notes.note"], table_cue=words["tables.scroll"])


@event_priority(-150)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish each page, and each page it alternates with, where the model says; and of the styles only the sheet."""
    for file in list(files):
        is_replaced = file.src_uri.startswith(_REPLACED) or file.src_uri in config.extra_css
        # The sitemap's template is the i18n plugin's; MkDocs would copy it as it is.
        if file.src_uri == sitemap.FILE or (is_replaced and _has_own_page(config)):
            files.remove(file)
    for file in files.documentation_pages():
        for alternate in getattr(file, "alternates", {}).values():
            _publish(alternate, config)
    return files


def _has_own_page(config: MkDocsConfig) -> bool:
    """Say whether the pages are of a template of the guide's own; those of the theme need the theme's scripts."""
    return config.theme.custom_dir is not None and Path(config.theme.custom_dir, "main.html").is_file()


def _publish(file: File, config: MkDocsConfig) -> None:
    page = session.guide.page_by_source.get(file.src_uri)
    if page is None:
        return
    # MkDocs expects "./" of a home page.
    file.dest_uri, file.url = file_of(page), page.address or "./"
    file.abs_dest_path = str(Path(config.site_dir) / file.dest_uri)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Let templates link to a page by its source: ``'about/licence.md' | address('sv')``."""
    guide, moved, shorts = session.guide, redirects.moved_anchors(session.guide), short.Shorts(session.guide)
    answers = Answers(
        {
            "address": lambda key: page.address if (page := guide.page_by_key.get(key)) else None,
            "moved": lambda file: redirects.hrefs_as_json(file, moved.get(file, {})),
            "short": shorts.on_source,
            "card": lambda source: _card_tags(source, guide),
            "linked": lambda source: _linked_data(source, guide),
            "other_wording": lambda source: _other_wording(source, guide),
            "easy_start": lambda language: _easy_start(language, guide),
            "dates": lambda source: changes.dates_of(source, guide, session.history),
            "search": lambda language: search_address(guide, language),
            "feed": lambda language: changes.feed_address(guide, language),
        }
    )

    @pass_context
    def address(context: Any, path: str, language: str) -> str:
        to = answers.ask("address", (language, path))
        if to is None:
            _log.warning(
                "a template in overrides/ links to docs/%s/%s, which is missing: mend the template", language, path
            )
            return "."
        link = normalize_url(to or "./", context.get("page"), context["base_url"])
        return link.removesuffix("./") if link.endswith("/./") else link

    # What templates ask of other pages goes through here, so that it is known what their answer depends on.
    env.globals["answers"] = answers
    env.filters["address"] = address
    env.filters["moved_anchors"] = lambda file: answers.ask("moved", file)
    env.filters["short_addresses"] = lambda source: answers.ask("short", source)
    env.filters["card_tags"] = lambda source: answers.ask("card", source)
    env.filters["linked_data"] = lambda source: answers.ask("linked", source)
    env.filters["easy_start"] = lambda language: answers.ask("easy_start", language)
    env.filters["other_wording"] = lambda source: answers.ask("other_wording", source)
    env.filters["search_index"] = lambda language: search.index_path(guide, language)
    env.filters["search_texts"] = lambda language: search.texts_path(guide, language)
    env.filters["style_sheet"] = placeholder
    env.filters["script"] = lambda name: _scripts[name].path if name in _scripts else name
    env.filters["in_attribute"] = lambda value: escape(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    env.filters["slug"] = slugify
    env.filters["dates"] = lambda source: answers.ask("dates", source)
    env.filters["twin"] = twin_beside
    env.filters["search_description"] = lambda language: answers.ask("search", language)
    env.filters["feed"] = lambda language: answers.ask("feed", language)
    env.globals["policy"] = hosting.IN_HEAD
    env.globals["words"] = words_of(config.theme["language"])
    # Where a page speaks every language of the guide, the default first.
    env.globals["all_words"] = [words_of(language.code) for language in session.guide.settings.languages]
    env.globals["search_words"] = search_words
    return env


def _card_tags(source: str, guide: Guide) -> str:
    page = guide.page_by_source.get(source)
    return card_tags(card_of(page, guide), guide) if page is not None else ""


def _linked_data(source: str, guide: Guide) -> str:
    page, dates = guide.page_by_source.get(source), changes.dates_of(source, guide, session.history)
    return linked_data(page, guide, dates, session.first_days.get(source)) if page is not None else ""


def _other_wording(source: str, guide: Guide) -> str:
    page = guide.page_by_source.get(source)
    other = other_wording(page, guide) if page is not None else None
    return other.path if other is not None else ""


def _easy_start(language: str, guide: Guide) -> str:
    start = guide.page_by_key.get((language, "index.md"))
    return _other_wording(start.source, guide) if start is not None else ""


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put notes, evidence and generated lists into the page."""
    source = session.guide.page_by_source.get(page.file.src_uri)
    parts = PARTS[page.file.src_uri] = PageParts()
    # MkDocs makes a Markdown converter for each page, right after this event.
    explained = source and _explanations.on_page(source, session.guide)
    config.mdx_configs[EXTENSION].update(terms=explained or (), parts=parts)
    if source is None:
        return markdown
    parts.features |= features_put_into(source, session.guide)
    return page_markdown(markdown, source, session.guide)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Give the template the page in its named parts, and of large sections what a menu can name."""
    context["parts"] = PARTS.pop(page.file.src_uri)
    _menus.narrow(page)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give the sections their pages back."""
    _menus.restore()
    return output


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Keep the page for a missing address as the default language makes it: of each language, the last would stay."""
    is_default = config.theme["language"] == session.guide.settings.default_language.code
    return output if is_default or template_name != "404.html" else ""


def style_sources(config: MkDocsConfig) -> dict[str, str]:
    """Give the style sheets that the site's one is made of: the theme's own, then those of mkdocs.yml."""
    files = [path for folder in config.theme.dirs for path in sorted(Path(folder, "assets/stylesheets").glob("*.css"))]
    files += [Path(config.docs_dir, name) for name in config.extra_css]
    return {path.name: path.read_text(encoding="utf-8") for path in files if path.is_file()}


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Write what is not a page, and check the built site, once all languages are there."""
    if _is_inner_build(config):
        return
    guide, site_dir = session.guide, Path(config.site_dir)
    search.write_search(guide, site_dir)
    write_shared(guide, site_dir)
    warnings = write_made_of_pages(guide, site_dir)
    # When all that is written into pages stands there: rules that no page can use are cut away.
    try:
        write_style_sheets(site_dir, style_sources(config))
    except StyleError as broken:
        warnings.append(str(broken))
    for warning in warnings:
        _log.warning("%s", warning)
    if not session.check_site(site_dir):
        raise Abort("the built site has findings")


def write_shared(guide: Guide, site_dir: Path) -> None:
    """Write what is made of the sources and is no page: scripts, lists of addresses."""
    for each in _scripts.values():
        each.write(site_dir)
    sitemap.write_sitemap(guide, site_dir, session.history)
    write_icons(site_dir)
    write_fixed_places(guide, site_dir, session.history)
    if guide.settings.site_url:
        address_list.write_list(guide, site_dir)
        write_pictures(guide, site_dir)
        write_twins(guide, site_dir, session.history)
    indicators.write_indicators(guide, site_dir)


def write_made_of_pages(guide: Guide, site_dir: Path) -> list[str]:
    """Write what needs to know which pages are there, or what stands on them. Give what went wrong."""
    warnings: list[str] = []
    try:
        redirects.write_redirects(guide, site_dir)
        short.write_short_addresses(guide, site_dir)
        _write_what_carries_the_address(guide, site_dir)
    except ScriptError as broken:
        warnings.append(_script_error(broken))
    except ArticleError as missing:
        warnings.append(str(missing))
    write_hosting(guide, site_dir)
    return warnings + unknown_words(guide)


def _write_what_carries_the_address(guide: Guide, site_dir: Path) -> None:
    """Write what leaves the site with its address in it; without one there is nothing, and the pages say so."""
    if not guide.settings.site_url:
        return
    write_feeds(guide, site_dir)
    write_parts(guide, site_dir)
    write_packages(guide, site_dir)


def unknown_words(guide: Guide) -> list[str]:
    """Give a warning for every key that was asked for and that no words file has."""
    return [
        f'no words file has "{key}", which a template or a module asks for: mend the name there'
        for language in guide.settings.languages
        for key in sorted(words_of(language.code).unknown)
    ]
