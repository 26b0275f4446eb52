"""Settings: what the checks need to know of a guide, out of its mkdocs.yml.

What lives here: reading mkdocs.yml tolerantly (no tag is run, no plugin is
loaded) and holding the block ``extra.guide`` in it against its shape. What does not: the
shape of the block (``model/settings.py``), and anything of MkDocs itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guide.model.data import DATA_FILES
from guide.model.place import Position
from guide.model.settings import Extensions, GuideSettings, Language, NavEntry, Settings, SettingsError
from guide.reading.allowances import yaml_allowances
from guide.reading.shapes import Fault, fit
from guide.tools.hosts import reachable
from guide.tools.yaml import KeyPath, YamlDocument, YamlError, read_yaml
from guide.words import add_folder

_BLOCK = ("extra", "guide")
_I18N = "i18n"
"""The plugin that knows languages, mkdocs-static-i18n."""
_BUILT_IN = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs reads Markdown with, whatever is set."""
_NAMES = "data/schemas/mkdocs.json lists the settings"


def load_settings(mkdocs_yml: Path) -> Settings:
    """Read mkdocs.yml, and let words be taken from the folder that it names. Raises SettingsError."""
    settings = _Reader(mkdocs_yml).settings()
    add_folder(settings.words_dir)
    return settings


class _Reader:
    """Reads one mkdocs.yml; each part of the settings is one method."""

    def __init__(self, mkdocs_yml: Path) -> None:
        self.file = mkdocs_yml.resolve()
        self.root = self.file.parent
        self.text = self._read()
        self.document = self._parse()
        if not isinstance(self.document.value, dict):
            raise self._error((), "mkdocs.yml holds no settings", "write at least site_name")
        self.config: dict[str, Any] = self.document.value
        self.guide = self._guide_block()

    def _read(self) -> str:
        position = Position(self.file.name)
        try:
            return self.file.read_bytes().decode("utf-8-sig")
        except OSError as error:
            reason = error.strerror or "it cannot be read"
            hint = "name the guide's mkdocs.yml with --config"
            raise SettingsError(position, f"cannot read it: {reason}", hint) from None
        except UnicodeDecodeError:
            raise SettingsError(position, "it is not UTF-8", "save it as UTF-8") from None

    def _parse(self) -> YamlDocument:
        try:
            return read_yaml(self.text)
        except YamlError as error:
            position = Position(self.file.name, error.line, error.column)
            raise SettingsError(position, f"not valid YAML: {error.message}", "mend the line") from None

    def _error(self, path: KeyPath, message: str, hint: str) -> SettingsError:
        while path and path not in self.document.positions:
            path = path[:-1]
        line, column = self.document.positions.get(path, (1, 1))
        return SettingsError(Position(self.file.name, line, column), message, hint)

    def _guide_block(self) -> GuideSettings:
        extra = self.config.get("extra")
        block = extra.get("guide") if isinstance(extra, dict) else None
        if block is not None and not isinstance(block, dict):
            raise self._error(_BLOCK, "extra.guide must be a block of settings", _NAMES)
        fitted = fit(GuideSettings, block or {})
        if fitted.faults:
            raise min((self._fault(fault) for fault in fitted.faults), key=lambda error: error.position)
        settings: GuideSettings = fitted.value
        return settings

    def _fault(self, fault: Fault) -> SettingsError:
        meant = f'did you mean "{fault.suggestion}"? ' if fault.suggestion else ""
        if fault.kind == "unknown" and len(fault.path) == 1:
            says = f'no setting "{fault.name}"'
        else:
            says = f"extra.guide.{fault.name} {fault.says}"
        return self._error((*_BLOCK, *fault.path), says, f"{meant}{fault.hint or _NAMES}")

    def settings(self) -> Settings:
        nav, nav_position = self._nav()
        docs_dir = self._folder("docs_dir", "docs")
        if not docs_dir.is_dir():
            raise self._error(("docs_dir",), f"the docs folder {docs_dir} does not exist", "set docs_dir")
        return Settings(
            root=self.root,
            config_file=self.file.name,
            docs_dir=docs_dir,
            site_dir=self._folder("site_dir", "site"),
            custom_dir=self._custom_dir(),
            site_url=reachable(str(self.config.get("site_url") or "")),
            use_directory_urls=self.config.get("use_directory_urls") not in (False, "false", "False"),
            languages=self._languages(),
            nav=nav,
            nav_position=nav_position,
            schema=self.guide,
            data_files=self._data_files(),
            publisher=self.guide.publisher,
            contact=self.guide.contact,
            https_hosts=frozenset(host.lower() for host in self.guide.https_hosts),
            not_in_nav=(*self.guide.not_in_nav, *self._mkdocs_not_in_nav()),
            unused_assets=self.guide.unused_assets,
            mentions="\n".join(_texts_in(self.config)),
            site_name=str(self.config.get("site_name") or ""),
            words_dir=self._words_dir(),
            nav_sections=tuple(self._nav_sections()),
            config=self.config,
            extensions=self._extensions(),
            repeated=tuple(self.document.repeated),
            allowances=tuple(yaml_allowances(self.text, self.file.name)),
        )

    def _folder(self, key: str, default: str) -> Path:
        value = self.config.get(key) or default
        if not isinstance(value, str) or "\0" in value:
            raise self._error((key,), f"{key} must be the path of a folder", "write a path")
        return (self.root / value).resolve()

    def _custom_dir(self) -> Path | None:
        theme = self.config.get("theme")
        value = theme.get("custom_dir") if isinstance(theme, dict) else None
        return (self.root / value).resolve() if isinstance(value, str) and "\0" not in value else None

    def _extensions(self) -> Extensions:
        written = self.config.get("markdown_extensions") or []
        entries = [written] if isinstance(written, dict) else written if isinstance(written, list) else []
        found: dict[str, str] = dict.fromkeys(_BUILT_IN, "{}")
        for entry in entries:
            for name, options in entry.items() if isinstance(entry, dict) else [(str(entry), None)]:
                found[str(name)] = _as_json(options)
        return tuple(found.items())

    def _words_dir(self) -> Path | None:
        if not self.guide.words:
            return None
        folder = (self.root / self.guide.words).resolve()
        if not folder.is_dir():
            message = f'no folder "{self.guide.words}"'
            raise self._error((*_BLOCK, "words"), message, "name a folder with words files")
        return folder

    def _plugin(self, name: str) -> tuple[dict[str, Any] | None, KeyPath]:
        plugins = self.config.get("plugins")
        entries = list(enumerate(plugins)) if isinstance(plugins, list) else []
        if isinstance(plugins, dict):
            options = plugins.get(name)
            return (options, ("plugins", name)) if isinstance(options, dict) else (None, ())
        for index, entry in entries:
            if isinstance(entry, dict) and isinstance(entry.get(name), dict):
                return entry[name], ("plugins", index, name)
        return None, ()

    def _languages(self) -> tuple[Language, ...]:
        plugin, path = self._plugin(_I18N)
        if plugin is None:
            self._refuse_misspelt()
        if plugin is not None and plugin.get("docs_structure") != "folder":
            hint = "write docs_structure: folder, and give each language a folder: docs/sv/faq.md, docs/en/faq.md"
            raise self._error((*path, "docs_structure"), "each language must have a folder of its own", hint)
        codes, default = self._plugin_languages(plugin or {}, path)
        codes = codes or [self._theme_language()]
        chosen = default or codes[0]
        in_folders = plugin is not None or len(codes) > 1
        ordered = [chosen, *(code for code in codes if code != chosen)]
        return tuple(Language(code, code if in_folders else "") for code in ordered)

    def _refuse_misspelt(self) -> None:
        """Raise SettingsError where another plugin is given languages: without them every page would be wrong."""
        plugins = self.config.get("plugins")
        named: list[tuple[KeyPath, Any]] = [(("plugins",), plugins)]
        named += [
            (("plugins", index), entry) for index, entry in enumerate(plugins if isinstance(plugins, list) else [])
        ]
        for path, entry in named:
            for name, options in entry.items() if isinstance(entry, dict) else ():
                given = options.get("languages") if isinstance(options, dict) else None
                if isinstance(given, list) and any(self._plugin_languages(options, path)):
                    message = f'"{name}" is no plugin that knows languages'
                    raise self._error((*path, name), message, f"write {_I18N}, whose settings the languages are")

    def _plugin_languages(self, plugin: dict[str, Any], path: KeyPath) -> tuple[list[str], str | None]:
        entries = plugin.get("languages") or []
        if not isinstance(entries, list):
            raise self._error((*path, "languages"), "languages must be a list", "see mkdocs-static-i18n")
        found = [entry for entry in entries if isinstance(entry, dict) and isinstance(entry.get("locale"), str)]
        codes = list(dict.fromkeys(entry["locale"] for entry in found if entry["locale"] != "null"))
        default = next((entry["locale"] for entry in found if entry.get("default") is True), None)
        return codes, default

    def _theme_language(self) -> str:
        theme = self.config.get("theme")
        value = theme.get("language") if isinstance(theme, dict) else None
        return value if isinstance(value, str) and value else "en"

    def _mkdocs_not_in_nav(self) -> list[str]:
        value = self.config.get("not_in_nav")
        lines = value.splitlines() if isinstance(value, str) else []
        return [line.strip().lstrip("/") for line in lines if line.strip() and not line.strip().startswith("#")]

    def _data_files(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for role in DATA_FILES:
            named: str = getattr(self.guide, role)
            path = named if role in self.guide.model_fields_set else f"{self.guide.data}/{named}"
            if role in self.guide.model_fields_set or (self.root / path).exists():
                found[role] = path
        return found

    def _nav(self) -> tuple[tuple[NavEntry, ...], Position]:
        entries: list[NavEntry] = []
        plugin, path = self._plugin(_I18N)
        places: list[tuple[Any, KeyPath, str]] = [(self.config.get("nav"), ("nav",), "")]
        for index, language in enumerate((plugin or {}).get("languages") or []):
            if isinstance(language, dict) and isinstance(language.get("locale"), str):
                places.append((language.get("nav"), (*path, "languages", index, "nav"), language["locale"]))
        first = Position(self.file.name)
        for nav, nav_path, _ in reversed(places):
            if nav is not None:
                line, column = self.document.positions.get(nav_path, (1, 1))
                first = Position(self.file.name, line, column)
        for nav, nav_path, code in places:
            entries.extend(self._entries(nav, nav_path, code, ""))
        return tuple(entries), first

    def _nav_sections(self) -> Iterator[tuple[str, str, Position]]:
        """Give the names of the sections of each language's nav, and how it describes the site."""
        plugin, path = self._plugin(_I18N)
        for index, language in enumerate((plugin or {}).get("languages") or []):
            if isinstance(language, dict) and isinstance(language.get("locale"), str):
                own = (*path, "languages", index)
                yield from self._names(language.get("nav"), (*own, "nav"), language["locale"])
                description = language.get("site_description")
                if isinstance(description, str):
                    line, column = self.document.positions.get((*own, "site_description"), (1, 1))
                    yield description, language["locale"], Position(self.file.name, line, column)

    def _names(self, nav: Any, path: KeyPath, code: str) -> Iterator[tuple[str, str, Position]]:
        for key, item in enumerate(nav) if isinstance(nav, list) else nav.items() if isinstance(nav, dict) else ():
            if isinstance(key, str) and isinstance(item, list):
                line, column = self.document.positions.get((*path, key), (1, 1))
                yield key, code, Position(self.file.name, line, column)
            yield from self._names(item, (*path, key), code)

    def _entries(self, nav: Any, path: KeyPath, code: str, title: str) -> list[NavEntry]:
        if isinstance(nav, str):
            line, column = self.document.value_positions.get(path, (1, 1))
            return [NavEntry(title, nav, code, Position(self.file.name, line, column))]
        if isinstance(nav, list):
            return [entry for index, item in enumerate(nav) for entry in self._entries(item, (*path, index), code, "")]
        if isinstance(nav, dict):
            return [
                entry for name, item in nav.items() for entry in self._entries(item, (*path, name), code, str(name))
            ]
        return []


def _as_json(options: Any) -> str:
    """Give options as JSON; those that only Python can write (a function by its name) are left out."""
    try:
        return json.dumps(options if isinstance(options, dict) else {})
    except (TypeError, ValueError):
        return "{}"


def _texts_in(value: Any) -> list[str]:
    """Every text in a parsed YAML value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts_in(item)]
    if isinstance(value, list):
        return [text for item in value for text in _texts_in(item)]
    return []
