"""The pages of one language, built as MkDocs builds them, but for what is known from before.

What lives here: MkDocs' own steps for one language in MkDocs' order; keeping what became of a
page's Markdown, and of its template. What does not: MkDocs' events (``hook.py``), what a site has
beside pages, and how languages come together (``site.py``).

MkDocs' ``build`` converts and writes every page each time, one language after the other. Here a page
is converted only when its Markdown, its links or the terms on it have changed, and its template is
written only when something that a template can see has changed. Both are told by a key of all
that goes in directly, and by answers to questions that were asked on the way (where does this link
lead?): asking again is quick, and the same answers give the same page.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar, NamedTuple
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, TemplateError, TemplateSyntaxError
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import weak_property, write_file

from guide.builder import hook
from guide.builder.kept import Answers, Asked, Caches, digest, digest_of_files
from guide.builder.late import Addresses, filled, index_mark
from guide.builder.session import keep_built
from guide.builder.styles import Kinds, Styles
from guide.client.stylesheet import Kind
from guide.pages.markdown_extension import PageParts
from guide.tools.markup import parse_page
from guide.tools.processes import Undone, begin
from guide.words import words_of

# What templates cannot see, or what the key of a page holds in a finer form.
_NOT_IN_KEY = frozenset(
    ["nav", "plugins", "hooks", "watch", "theme", "mdx_configs", "docs_dir", "site_dir", "config_file_path", "dev_addr"]
)


_WORTH_A_PROCESS = 20_000
"""So many letters of Markdown must each of two processes have to convert: a tenth of a second."""


class Warned(logging.Handler):
    """Collects what MkDocs, its plugins and the guide warn of while a language is built."""

    def __init__(self) -> None:
        """Collect warnings and errors."""
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.messages.append(record.getMessage())


@dataclass(frozen=True, slots=True)
class _Converted:
    """What became of a page's Markdown."""

    content: str
    toc: Any
    title: str | None
    anchors: set[str]
    links: dict[str, dict[str, str]]
    """Links to anchors, by the source of the page that they lead to."""
    parts: PageParts
    text: str
    """A fingerprint of the content and of the parts, which are long."""
    asked: Asked


class _Unconverted(NamedTuple):
    """A page that must be converted."""

    page: Page
    """The page."""
    answers: Answers
    """What its links and terms are asked of."""
    key: str
    """The key that it is kept under."""
    options: Mapping[str, Any]
    """What Markdown is told of it."""


@dataclass(frozen=True, slots=True)
class _Rendered:
    """What a page's template has written."""

    html: str
    asked: Asked


class Built(NamedTuple):
    """What became of one language."""

    files: list[str]
    """What was written, relative to the site folder."""
    warnings: list[str]
    """What MkDocs warned of."""
    kinds: Kinds
    """The kinds of elements on the pages."""


def overlap(built: Iterable[Built]) -> bool:
    """Say whether two languages have written the same file: built again in their order, they leave the right one.

    Where a language lacks a page, it writes that of the default language over.
    """
    written = [name for each in built for name in each.files]
    return len(set(written)) < len(written)


class BrokenTemplate(Exception):
    """A template cannot be used; the message says which, where and why."""


def build_pages(config: MkDocsConfig, language: str, caches: Caches, styles: Styles, addresses: Addresses) -> Built:
    """Build the pages of one language into the site folder; a mark without an address stays as it is.

    Raise BrokenTemplate where there is something wrong with a template.
    """
    warned, log = Warned(), logging.getLogger("mkdocs")
    log.addHandler(warned)
    try:
        built = _Language(config, language, caches, styles, addresses, warned)
        built.build()
    except TemplateError as broken:
        raise BrokenTemplate(_said(broken, hook.session.guide.settings.root)) from broken
    finally:
        log.removeHandler(warned)
    return Built(built.written, warned.messages + hook.unknown_words(hook.session.guide), frozenset(built.kinds))


class _Watched(Page):
    """A page that notes who asks for its title while a template is written: most menus name few of the pages."""

    asking: ClassVar[Answers | None] = None
    """What notes the questions."""

    @weak_property
    def title(self) -> str | None:
        """The title, as MkDocs finds it where the nav gives none."""
        if _Watched.asking is not None:
            _Watched.asking.ask("title", self.file.src_uri)
        found: str | None = super().title
        return found


class _Language:
    """One language while it is built."""

    def __init__(
        self, config: MkDocsConfig, language: str, caches: Caches, styles: Styles, addresses: Addresses, warned: Warned
    ) -> None:
        plugin: Any = config.plugins["i18n"]
        # The plugin would go on to the other languages at the end of a build: as within such a build, it does not.
        plugin.current_language, plugin.building = language, True
        self.language, self.styles, self.addresses, self.warned = language, styles, addresses, warned
        self.written: list[str] = []
        self.kinds: set[Kind] = set()
        self.config = config.plugins.on_config(config)
        hook.give_words(self.config, words_of(language))
        self.converted, self.rendered = caches.of(f"converted-{language}"), caches.of(f"rendered-{language}")
        self.known_kinds, self.built = caches.of(f"kinds-{language}"), caches.of("built")
        self.templates = caches.folder / "templates"
        self.files, self.nav, self.env = self._prepared()
        self.led_to: dict[str, File | None] = {}
        self.texts: dict[str, str] = {}
        self.is_default = language == hook.session.guide.settings.default_language.code
        self.settings = self._settings_key()
        self.look = self._look_key()

    def _prepared(self) -> tuple[Files, Navigation, Environment]:
        files = get_files(self.config)
        env = self.config.theme.get_env()
        theme_files: Any = _ThemeFiles(self.config.theme.dirs, self.config.theme.custom_dir)
        files.add_files_from_theme(theme_files, self.config)
        files = self.config.plugins.on_files(files, config=self.config)
        set_exclusions(files, self.config)
        nav = self.config.plugins.on_nav(get_navigation(files, self.config), config=self.config, files=files)
        self.templates.mkdir(exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(self.templates))
        return files, nav, env

    def _settings_key(self) -> str:
        """Give a fingerprint of what every page's Markdown depends on; templates do not touch it."""
        extensions = {name: value for name, value in self.config.mdx_configs.items() if name != hook.EXTENSION}
        own = {key: value for key, value in self.config.data.items() if key not in _NOT_IN_KEY}
        words = hook.session.guide.settings.words_dir
        return digest(self.language, extensions, own, digest_of_files([words] if words else []))

    def _look_key(self) -> str:
        """Give a fingerprint of what every page's template depends on, beside the page."""
        theme = self.config.theme
        look = [(key, theme[key]) for key in sorted(theme)]
        templates = digest_of_files([Path(theme.custom_dir)] if theme.custom_dir else [])
        return digest(self.settings, theme.name, look, templates)

    def build(self) -> None:
        # Looked for once: MkDocs does so again for each page.
        self.sources = self.files.documentation_pages()
        pages = [self._page(file) for file in self.sources]
        for page in pages:
            page.__class__ = _Watched
        self._convert(pages)
        self.env = self.config.plugins.on_env(self.env, config=self.config, files=self.files)
        self.env.filters["search_index"] = lambda language: index_mark("index", language)
        self.env.filters["search_texts"] = lambda language: index_mark("texts", language)
        if self.is_default:
            self.files.copy_static_files(inclusion=InclusionLevel.is_included)
            self.written += [file.dest_uri for file in self.files if not file.is_documentation_page()]
            # The default language speaks in what stands around the text.
            for name in sorted(self.config.theme.static_templates):
                self._write_template(name)
        titles = {page.file.src_uri: page.title for page in pages}
        self.env.globals["answers"].also("title", titles.get)  # type: ignore[attr-defined]
        tree = digest(self.nav.homepage and self.nav.homepage.url, list(_outline(self.nav.items)))
        for page in pages:
            self._write(page, tree)
        for page in pages:
            page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)

    def _page(self, file: File) -> Page:
        return file.page if file.page is not None else Page(None, file, self.config)

    # From Markdown to HTML

    def _convert(self, pages: Iterable[Page]) -> None:
        """Convert pages, or take what became of them; what takes long is shared with a process beside this one."""
        beside, own = _shared([each for page in pages if (each := self._looked_up(page)) is not None])
        task = begin(partial(self._converted_beside, beside)) if beside else Undone(list)
        try:
            for each in own:
                self._take(each.page, self._newly_converted(each))
            for each, (kept, warnings) in zip(beside, task.result(), strict=True):
                self.warned.messages += warnings
                if not warnings:
                    self.converted.put(each.key, kept)
                self._take(each.page, kept)
        finally:
            task.end()

    def _looked_up(self, page: Page) -> _Unconverted | None:
        """Take what became of a page's Markdown, or give what is needed to convert it."""
        page.read_source(self.config)
        page.markdown = self.config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=self.config, files=self.files
        )
        source, options = page.file.src_uri, dict(self.config.mdx_configs[hook.EXTENSION])
        explained = options["terms"]
        answers = Answers({"file": self._leads_to, "terms": lambda seen: explained.bearing_on(seen)})
        features = sorted(hook.PARTS[source].features)
        key = digest(source, page.file.url, page.markdown, features, bool(explained), self.settings)
        kept: _Converted | None = self.converted.get(key)
        if kept is None or not answers.still_hold(kept.asked):
            return _Unconverted(page, answers, key, options)
        self._take(page, kept)
        return None

    def _take(self, page: Page, kept: _Converted) -> None:
        source = page.file.src_uri
        page.content, page.toc, page._title_from_render = kept.content, kept.toc, kept.title
        page.present_anchor_ids = kept.anchors
        page.links_to_anchors = {self.files.src_uris[to]: links for to, links in kept.links.items()}
        hook.PARTS[source] = kept.parts
        page.content = self.config.plugins.on_page_content(
            page.content, page=page, config=self.config, files=self.files
        )
        self.texts[source] = kept.text if page.content == kept.content else digest(kept.text, page.content)

    def _converted_beside(self, waiting: Iterable[_Unconverted]) -> list[tuple[_Converted, list[str]]]:
        """Convert pages in a process of their own; give what became of each, and what was warned of."""
        made: list[tuple[_Converted, list[str]]] = []
        for each in waiting:
            warned = len(self.warned.messages)
            kept = self._newly_converted(each)
            made.append((kept, self.warned.messages[warned:]))
        return made

    def _newly_converted(self, waiting: _Unconverted) -> _Converted:
        page, answers = waiting.page, waiting.answers
        warned = len(self.warned.messages)

        def noted(path: str) -> File | None:
            answers.ask("file", path)
            return self._file_at(path)

        # MkDocs makes a Markdown converter of these for each page.
        self.config.mdx_configs[hook.EXTENSION].update(waiting.options)
        self.files.get_file_from_path = noted  # type: ignore[method-assign]
        try:
            page.render(self.config, self.files)
        finally:
            del self.files.get_file_from_path
        parts = hook.PARTS[page.file.src_uri]
        if parts.seen is not None:
            answers.ask("terms", parts.seen)
        links = {to.src_uri: found for to, found in (page.links_to_anchors or {}).items()}
        anchors = page.present_anchor_ids or set()
        title = page._title_from_render
        content = page.content or ""
        text = digest(content, parts.heading, parts.lead, parts.body)
        kept = _Converted(content, page.toc, title, anchors, links, parts, text, answers.asked)
        # What is warned of must be said again next time.
        if len(self.warned.messages) == warned:
            self.converted.put(waiting.key, kept)
        return kept

    def _leads_to(self, path: str) -> tuple[str, str, str] | None:
        file = self._file_at(path)
        return None if file is None else (file.src_uri, file.url, file.inclusion.name)

    def _file_at(self, path: str) -> File | None:
        # Each page asks where the same few hundred paths lead, and the plugin is slow to find them.
        if path not in self.led_to:
            self.led_to[path] = type(self.files).get_file_from_path(self.files, path)
        return self.led_to[path]

    # From HTML to the page

    def _write(self, page: Page, tree: str) -> None:
        answers: Answers = self.env.globals["answers"]  # type: ignore[assignment]
        key = digest(self._face(page), tree, self.look)
        kept: _Rendered | None = self.rendered.get(key)
        if kept is None or not answers.still_hold(kept.asked):
            kept = self._newly_rendered(page, answers, key)
        self._put(kept.html, page.file.dest_uri)

    def _put(self, html: str, path: str) -> None:
        self.written.append(path)
        data = html.encode("utf-8", errors="xmlcharrefreplace")
        self.kinds |= self._kinds(data, path)
        write_file(filled(data, self.addresses), str(Path(self.config.site_dir) / path))

    def _kinds(self, html: bytes, path: str) -> Kinds:
        """Give the kinds of elements on a page; note on the way what the checks will ask of it."""
        text = sha256(html).hexdigest()
        key = self.styles.key_of(text)
        kinds: Kinds | None = self.known_kinds.get(key)
        if kinds is None:
            tree = parse_page(html)
            kinds = self.styles.kinds_on(html, tree)
            self.known_kinds.put(key, kinds)
            keep_built(self.built, tree, text, path)
        return kinds

    def _face(self, page: Page) -> tuple[Any, ...]:
        """Give all that a template can see of a page and its neighbours."""
        file: Any = page.file
        beside = [each and (each.title, each.url) for each in (page.previous_page, page.next_page)]
        alternates = [(code, other.url) for code, other in file.alternates.items()]
        parts = hook.PARTS[file.src_uri]
        shown = (self.texts[file.src_uri], parts.minutes, sorted(parts.features))
        own = (file.src_uri, file.dest_uri, file.url, page.title, page.canonical_url, page.is_homepage, page.meta)
        return own, beside, alternates, shown, list(_contents(page.toc))

    def _newly_rendered(self, page: Page, answers: Answers, key: str) -> _Rendered:
        answers.asked.clear()
        warned = len(self.warned.messages) + len(hook.unknown_words(hook.session.guide))
        page.active, _Watched.asking = True, answers
        try:
            context = get_context(self.nav, self.sources, self.config, page)
            context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            html = self.config.plugins.on_post_page(template.render(context), page=page, config=self.config)
        finally:
            page.active, _Watched.asking = False, None
        kept = _Rendered(html, dict(answers.asked))
        if len(self.warned.messages) + len(hook.unknown_words(hook.session.guide)) == warned:
            self.rendered.put(key, kept)
        return kept

    def _write_template(self, name: str) -> None:
        """Write a page without a source, the page for a missing address."""
        plugins, base = self.config.plugins, self.config.site_url or "/"
        template = plugins.on_pre_template(self.env.get_template(name), template_name=name, config=self.config)
        context = get_context(self.nav, self.files, self.config, base_url=_path_of(base))
        context = plugins.on_template_context(context, template_name=name, config=self.config)
        html = plugins.on_post_template(template.render(context), template_name=name, config=self.config)
        self._put(html, name)


def _shared(waiting: Iterable[_Unconverted]) -> tuple[list[_Unconverted], list[_Unconverted]]:
    """Part pages into two halves of about the same length, the first for another process; empty where it is short."""
    beside: list[_Unconverted] = []
    own: list[_Unconverted] = []
    lengths = [0, 0]
    for each in sorted(waiting, key=lambda each: len(each.page.markdown or ""), reverse=True):
        half = 1 if lengths[1] < lengths[0] else 0
        (beside, own)[half].append(each)
        lengths[half] += len(each.page.markdown or "")
    return (beside, own) if min(lengths) >= _WORTH_A_PROCESS else ([], [*beside, *own])


class _ThemeFiles(NamedTuple):
    """Stands for the theme's templates where MkDocs asks which files the theme has."""

    folders: Iterable[str]
    """The theme's folders."""
    custom_dir: str | None
    """That of them which the guide keeps itself."""

    def list_templates(self, filter_func: Callable[[str], bool]) -> list[str]:
        """Give the names of the files that a filter lets through."""
        own = [_names_in(self.custom_dir)] if self.custom_dir else []
        packaged = [_names_in_package(folder) for folder in self.folders if folder != self.custom_dir]
        return sorted(filter(filter_func, set().union(*own, *packaged)))


def _names_in(folder: str) -> list[str]:
    # Thousands of icons stand in a folder whose name begins with a dot; MkDocs publishes none of them.
    return [name for name in FileSystemLoader(folder).list_templates() if not name.startswith(".")]


# What a package holds stays as it is while a process runs.
_names_in_package = cache(_names_in)


def _said(broken: TemplateError, root: Path) -> str:
    """Give what is wrong with a template, after its place."""
    if isinstance(broken, TemplateSyntaxError):
        place = broken.filename or broken.name or "", broken.lineno
    else:
        # Where a template was running, as Jinja writes it into the traceback; else where it was called.
        frames = reversed(traceback.extract_tb(broken.__traceback__))
        found = (each for each in frames if each.filename.endswith(".html"))
        place = next(((each.filename, each.lineno or 1) for each in found), ("overrides", 1))
    file = Path(place[0]).relative_to(root) if Path(place[0]).is_relative_to(root) else place[0]
    return f"{file}:{place[1]}: the template cannot be used: {broken.message or type(broken).__name__}: mend it there"


def _path_of(url: str) -> str:
    return urlsplit(url).path


def _outline(items: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """Give a nav as far as a template can see it, but for the titles that pages give themselves."""
    for item in items:
        source = item.file.src_uri if isinstance(item, Page) else ""
        title = vars(item).get("title") if isinstance(item, Page) else item.title
        yield type(item).__name__, title, getattr(item, "url", None), source, list(_outline(item.children or ()))


def _contents(items: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    for item in items:
        yield item.title, item.id, item.level, list(_contents(item.children))
