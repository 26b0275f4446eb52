"""What is set for a guide: languages, folders, nav, what pages must have.

What lives here: shapes, that of the block ``extra.guide`` among them, and the error for a mkdocs.yml
that cannot be used. What does not: reading mkdocs.yml (``reading/settings.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from guide.model.data import DATA_FILES
from guide.model.place import Allowance, Position
from guide.model.schema import Schema
from guide.model.shapes import FilePath, Text


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One page (or outside link) in the navigation."""

    title: str
    """Title in the nav, or "" when the page's own is used."""
    href: str
    """As written: a path within the language's folder, or an address."""
    language: str
    """Language whose nav it is; "" for a nav that all languages share."""
    position: Position
    """Where it stands in mkdocs.yml."""


class SettingsError(Exception):
    """mkdocs.yml cannot be used: says where, what and the hint."""

    def __init__(self, position: Position, message: str, hint: str) -> None:
        """Keep the three parts of the message."""
        super().__init__(f"{position.path}:{position.line}:{position.column}: {message} — {hint}")
        self.position = position
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the guide."""

    code: str
    """Code, as the i18n plugin's ``locale``: "sv"."""
    folder: str
    """Folder in docs; "" where there is but one language, without the i18n plugin."""


class GuideSettings(Schema):
    """The block ``extra.guide`` in mkdocs.yml, every key of it optional."""

    data: FilePath = "data"
    """Folder of the files below."""
    bibliography: FilePath = DATA_FILES["bibliography"].name
    """The sources (CSL-JSON); this and the files below are found in the data folder without being named."""
    glossary: FilePath = DATA_FILES["glossary"].name
    """The terms."""
    redirects: FilePath = DATA_FILES["redirects"].name
    """Where former addresses lead."""
    ledger: FilePath = DATA_FILES["ledger"].name
    """Published addresses."""
    short_addresses: FilePath = DATA_FILES["short_addresses"].name
    """Published short addresses."""
    quizzes: FilePath = DATA_FILES["quizzes"].name
    """Questions at the end of pages."""
    slides: FilePath = DATA_FILES["slides"].name
    """Slides for training."""
    indicators: FilePath = DATA_FILES["indicators"].name
    """The indicators."""
    assessment: FilePath = DATA_FILES["assessment"].name
    """The self-assessment."""
    sheets: FilePath = DATA_FILES["sheets"].name
    """The sheets to fill in."""
    discussion: FilePath = DATA_FILES["discussion"].name
    """The management team's discussion guide."""
    action_plan: FilePath = DATA_FILES["action_plan"].name
    """The action plan."""
    indicator_picker: FilePath = DATA_FILES["indicator_picker"].name
    """The indicator picker."""
    translations: FilePath = DATA_FILES["translations"].name
    """Which sections say the same in all languages."""
    claims: FilePath = DATA_FILES["claims"].name
    """Folder with what each source says, one file a source."""
    figures: FilePath = DATA_FILES["figures"].name
    """Folder with the figures, one file a figure."""
    readings: FilePath = DATA_FILES["readings"].name
    """Which pages have been read with their claims as they are."""
    changes: FilePath = DATA_FILES["changes"].name
    """What editors tell of changes."""
    reviews: FilePath = DATA_FILES["reviews"].name
    """When each page was last read through."""
    avoided_words: FilePath = DATA_FILES["avoided_words"].name
    """Words that the guide does not use."""
    synonyms: FilePath = DATA_FILES["synonyms"].name
    """Words that find each other in the search."""
    wordings: FilePath = DATA_FILES["wordings"].name
    """Other wordings of questions and sections."""
    search_words: FilePath = DATA_FILES["search_words"].name
    """Words that readers use for questions and sections, beside those that stand there."""
    words: FilePath = ""
    """Folder with the words files of further languages."""
    publisher: Text = ""
    """Who publishes the guide; said to be not yet named where it is left out."""
    contact: Text = ""
    """Where readers reach the publisher: an e-mail address, or a page's address."""
    https_hosts: tuple[Text, ...] = ()
    """Hosts known to answer on https."""
    not_in_nav: tuple[Text, ...] = ()
    """Patterns of pages (path within a language) that need no place in the nav."""
    unused_assets: tuple[Text, ...] = ()
    """Patterns of files (docs path) that may be published without being named."""


Extensions = tuple[tuple[str, str], ...]
"""Extensions of Python-Markdown in their order: the name, and its options as JSON."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is set."""

    root: Path
    """Folder of mkdocs.yml."""
    config_file: str
    """Name of mkdocs.yml."""
    docs_dir: Path
    """Folder of the sources."""
    site_dir: Path
    """Folder of the built site."""
    custom_dir: Path | None
    """Folder of the theme's overrides."""
    site_url: str
    """Where the site is published, or "" where it has no address that others can reach."""
    use_directory_urls: bool
    """Pages are published as folders (``/faq/``) rather than files (``/faq.html``)."""
    languages: tuple[Language, ...]
    """Languages, the default first."""
    nav: tuple[NavEntry, ...]
    """Entries of all navs; empty when MkDocs makes the nav by itself."""
    nav_position: Position
    """Where the (first) nav starts."""
    schema: Schema
    """What pages must have."""
    data_files: Mapping[str, str]
    """Data files by role, relative to the root; only those that are set or exist."""
    publisher: str
    """Who publishes the guide, or ""."""
    contact: str
    """Where readers reach the publisher, or ""."""
    https_hosts: frozenset[str]
    """Hosts known to answer on https."""
    not_in_nav: tuple[str, ...]
    """Patterns of pages (path within a language) that need no place in the nav."""
    unused_assets: tuple[str, ...]
    """Patterns of files (docs path) that may be published without being named."""
    mentions: str
    """Texts in mkdocs.yml: where assets may be named."""
    site_name: str = ""
    """What the guide is called."""
    words_dir: Path | None = None
    """Folder with the words files of languages that have none in ``scripts/guide/words``."""
    nav_sections: tuple[tuple[str, str, Position], ...] = ()
    """Names of the nav's sections and descriptions of the site, each with its language and place."""
    config: Mapping[str, Any] = field(default_factory=dict)
    """All of mkdocs.yml, as written."""
    repeated: tuple[tuple[str, int, int], ...] = ()
    """Keys written twice: name, line, column."""
    extensions: Extensions = ()
    """What the builder reads Markdown with, MkDocs' own three among them."""
    allowances: tuple[Allowance, ...] = ()
    """Findings allowed in mkdocs.yml."""

    @property
    def default_language(self) -> Language:
        """The language published at the root."""
        return self.languages[0]

    @property
    def docs_path(self) -> str:
        """The docs folder relative to the root, with forward slashes."""
        return self.relative(self.docs_dir)

    def relative(self, path: Path) -> str:
        """Give ``path`` relative to the root, with forward slashes; whole when it lies outside."""
        try:
            return PurePosixPath(path.relative_to(self.root)).as_posix()
        except ValueError:
            return path.as_posix()

    def language(self, code: str) -> Language | None:
        """Give the language with this code."""
        return next((language for language in self.languages if language.code == code), None)
