"""Reading a guide: every file opened once, and the model made of them.

What lives here: walking the docs and data folders. What does not: what a page or
a data file means (``reading.py``, ``data.py``), and the built site (``site.py``).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from guide.addresses.page_address import page_address
from guide.client.bundling import CLIENT, bundling_errors
from guide.model.claims import Claim
from guide.model.data import DATA_FILES, QUIZ_ANCHOR, Indicator, MarkedPair, Source, Term
from guide.model.figures import Figure
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.place import Allowance, Position, Problem, TextFile
from guide.model.settings import GuideSettings, Settings
from guide.model.vocabularies import Directive, SourceKind
from guide.reading.allowances import yaml_allowances
from guide.reading.assets import LOOKED_AT, look_at, look_at_template, pages_of_pdf, reaches
from guide.reading.data import (
    read_action_plan,
    read_assessment,
    read_avoided_words,
    read_bibliography,
    read_changes,
    read_claims,
    read_discussion,
    read_figure,
    read_glossary,
    read_indicator_picker,
    read_ledger,
    read_quizzes,
    read_readings,
    read_redirects,
    read_reviews,
    read_search_words,
    read_sheets,
    read_short_addresses,
    read_slides,
    read_synonyms,
    read_translations,
    read_wordings,
)
from guide.reading.encoding import decode
from guide.reading.history import ever_taken_out, last_committed
from guide.reading.indicators import read_indicators
from guide.reading.page import PageReader
from guide.reading.scripts import unparsed_scripts
from guide.tools.names import copied_from
from guide.tools.processes import sharing_for
from guide.tools.texts import per_page

_PAGE_SUFFIXES = {".md", ".markdown"}
_DATA_SUFFIXES = {".yml", ".yaml"}
_ANSWER = re.compile(r'"([\w/-]+\.md(?:#[\w-]+)?)"')
_TEXT_SUFFIXES = {".css", ".js", ".html", ".svg", ".webmanifest", ".json", ".xml", ".txt"}
_DATA_READERS: dict[str, tuple[str, Callable[[str, str], tuple[Any, tuple[Problem, ...]]]]] = {
    "bibliography": ("sources", read_bibliography),
    "glossary": ("terms", read_glossary),
    "redirects": ("redirects", read_redirects),
    "ledger": ("ledger", read_ledger),
    "short_addresses": ("short_addresses", read_short_addresses),
    "quizzes": ("quizzes", read_quizzes),
    "slides": ("decks", read_slides),
    "indicators": ("indicators", read_indicators),
    "assessment": ("assessments", read_assessment),
    "sheets": ("sheets", read_sheets),
    "discussion": ("discussions", read_discussion),
    "action_plan": ("action_plans", read_action_plan),
    "indicator_picker": ("indicator_pickers", read_indicator_picker),
    "translations": ("marked", read_translations),
    "readings": ("readings", read_readings),
    "changes": ("changes", read_changes),
    "reviews": ("reviews", read_reviews),
    "avoided_words": ("avoided_words", read_avoided_words),
    "synonyms": ("synonyms", read_synonyms),
    "wordings": ("wordings", read_wordings),
    "search_words": ("search_words", read_search_words),
}

WrittenPage = tuple[str, str]
"""The path of a page in the docs folder, and its text."""
PagesReading = Callable[[Sequence[WrittenPage], Settings, Sequence[Indicator]], list[Page]]
"""Reads pages, as ``read_pages``."""


def read_guide(settings: Settings, read: PagesReading | None = None) -> Guide:
    """Read all of a guide's sources; ``read`` is ``read_pages``, or something that remembers what that gave.

    Nothing is raised for what files hold: what cannot be read becomes a problem
    or a fact in the model, which a check turns into a finding.
    """
    reader = _GuideReader(settings)
    reader.open_files()
    indicators = reader.data.get("indicators", ())
    return reader.guide((read or read_pages)(reader.texts, settings, indicators))


def read_pages(texts: Sequence[WrittenPage], settings: Settings, indicators: Sequence[Indicator]) -> list[Page]:
    """Read pages from their texts, side by side where there are many; ``indicators`` is what they may show."""

    def read(written: WrittenPage) -> Page:
        relative, text = written
        return read_page(text, settings, relative, indicators)

    return sharing_for(len(texts))(read, texts)


def read_page(text: str, settings: Settings, relative: str, indicators: Sequence[Indicator] = ()) -> Page:
    """Read one page from its text; ``relative`` is its path in the docs folder, ``indicators`` what it may show."""
    language, path = language_and_path(relative, settings)
    file = f"{settings.docs_path}/{relative}"
    page = PageReader(text, file, relative, indicators, settings.extensions).page(
        language, path, settings.schema.faq_type
    )
    return replace(page, address=page_address(page, settings))


class _GuideReader:
    """Opens the files; notes what is odd about each."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.files: list[TextFile] = []
        self.problems: list[Problem] = []
        self.unopened: set[str] = set()
        self.allowances: list[Allowance] = []
        self.data: dict[str, Any] = {}
        self.texts: list[WrittenPage] = []
        self.assets: list[str] = []
        self.templates: list[str] = []
        self.mentions = [settings.mentions]
        self.copies: dict[str, str] = {}
        self.linked_folders: list[Path] = []
        self.pages_of_pdf: dict[str, int] = {}
        self.pages_in_templates: list[tuple[str, Position]] = []

    def open_files(self) -> None:
        """Read every file: data into their entries, pages and what may name assets as text."""
        self.text(self.settings.root / self.settings.config_file)
        self._data()
        self._claims()
        self._figures()
        self._docs()
        if self.settings.custom_dir is not None:
            for path in _files_below(self.settings.custom_dir):
                self.templates.append(PurePosixPath(path.relative_to(self.settings.custom_dir)).as_posix())
                if path.suffix.lower() in _TEXT_SUFFIXES:
                    text = self.text(path) or ""
                    self.mentions.append(text)
                    if path.suffix.lower() == ".html":
                        seen = look_at_template(text, self.settings.relative(path))
                        self.problems.extend(seen.problems)
                        self.pages_in_templates.extend(seen.pages)
        self._look_at_assets()
        self._look_at_scripts()

    def guide(self, pages: Sequence[Page]) -> Guide:
        """Put the guide together."""
        listed = ids_of_questions(pages)
        return Guide(
            settings=self.settings,
            pages=tuple(self._with_generated(page, listed) for page in pages),
            assets=tuple(self.assets),
            mentions="\n".join(self.mentions),
            files=tuple(self.files),
            problems=tuple(self.problems),
            unopened=frozenset(self.unopened),
            committed=self._committed(),
            marked_before=self._marked_before(),
            templates=frozenset(self.templates),
            copies=self.copies,
            answers_to_queries=tuple(self._queries()),
            linked_folders=tuple(self.settings.relative(path) for path in self.linked_folders),
            pages_of_pdf=self.pages_of_pdf,
            pages_in_templates=tuple(self.pages_in_templates),
            data_allowances=(*self.settings.allowances, *self.allowances),
            **self.data,
        )

    def text(self, path: Path) -> str | None:
        """Give a file's text, or None when it cannot be opened."""
        name = self.settings.relative(path)
        try:
            data = path.read_bytes()
        except OSError as error:
            message = f"cannot read the file: {error.strerror or error}"
            self.problems.append(Problem("data-unreadable", Position(name), message))
            self.unopened.add(name)
            return None
        text, facts = decode(data, name)
        self.files.append(facts)
        return text

    def _data(self) -> None:
        """Read the data files, each into the guide's field for it."""
        for role, (field, read) in _DATA_READERS.items():
            path = self.settings.data_files.get(role)
            text = self.text(self.settings.root / path) if path else None
            if path is None or text is None:
                continue
            self.data[field], problems = _read_data(read, text, path)
            self.problems.extend(problems)
            if path.endswith((".yml", ".yaml")):
                self.allowances.extend(yaml_allowances(text, path))

    def _claims(self) -> None:
        """Read the ledger of claims: one file a source."""
        if "claims" not in self.settings.data_files:
            return
        claims: list[Claim] = []
        broken: set[str] = set()
        for text, name in self._one_by_one("claims"):
            read = _read_data(read_claims, text, name)
            claims += read.claims
            broken |= read.broken
            self.problems.extend(read.problems)
        self.data.update(claims=tuple(claims), broken_claims=frozenset(broken))

    def _figures(self) -> None:
        """Read the figures: one file a figure."""
        figures: list[Figure] = []
        for text, name in self._one_by_one("figures"):
            read, problems = _read_data(read_figure, text, name)
            figures += read
            self.problems.extend(problems)
        self.data["figures"] = tuple(figures)

    def _one_by_one(self, role: str) -> Iterator[tuple[str, str]]:
        """Give text and name of every file of a folder of data, where the guide has one."""
        folder = self.settings.data_files.get(role)
        found = _files_below(self.settings.root / folder) if folder is not None else []
        for path in self._without_copies(found):
            if path.suffix in {".yml", ".yaml"}:
                text, name = self.text(path), self.settings.relative(path)
                if text is not None:
                    yield text, name
                    self.allowances.extend(yaml_allowances(text, name))

    def _without_copies(self, paths: Sequence[Path]) -> list[Path]:
        """Leave out copies beside a page or data file: half of what they hold would be blamed on the file itself."""
        beside: dict[tuple[Path, str], list[str]] = {}
        for path in paths:
            beside.setdefault((path.parent, path.suffix), []).append(path.stem)
        kept = []
        for path in paths:
            texts = path.suffix.lower() in _PAGE_SUFFIXES | _DATA_SUFFIXES
            of = copied_from(path.stem, beside[path.parent, path.suffix]) if texts else ""
            if of:
                self.copies[self.settings.relative(path)] = f"{of}{path.suffix}"
            else:
                kept.append(path)
        return kept

    def _docs(self) -> None:
        """Read the texts of the pages and of style sheets and scripts; note the paths of all other files."""
        self.linked_folders += _linked_folders(self.settings.docs_dir)
        for path in self._without_copies(_files_below(self.settings.docs_dir)):
            relative = PurePosixPath(path.relative_to(self.settings.docs_dir)).as_posix()
            if path.suffix.lower() in _PAGE_SUFFIXES:
                text = self.text(path)
                if text is not None:
                    self.texts.append((relative, text))
                continue
            self.assets.append(relative)
            if path.suffix.lower() in _TEXT_SUFFIXES:
                self.mentions.append(self.text(path) or "")

    def _queries(self) -> Iterator[tuple[str, Position]]:
        """Give the answers that the search's test material names; it stands beside the other wordings."""
        wordings = self.settings.data_files.get("wordings")
        folder = (self.settings.root / wordings).parent if wordings else None
        for path in sorted(folder.glob("queries*.yml")) if folder is not None else ():
            name = self.settings.relative(path)
            for number, line in enumerate((self.text(path) or "").split("\n"), 1):
                for found in _ANSWER.finditer(line) if not line.startswith("#") else ():
                    yield found[1], Position(name, number)

    def _look_at_assets(self) -> None:
        """Open pictures, style sheets and scripts as what they are."""
        known = frozenset(self.assets)
        for name in self.assets:
            path = self.settings.docs_dir / name
            if path.suffix.lower() in LOOKED_AT and path.is_file():
                data = path.read_bytes()
                self.problems.extend(look_at(data, self.settings.relative(path), name, known))
            elif path.suffix.lower() == ".pdf" and path.is_file() and (pages := pages_of_pdf(path.read_bytes())):
                self.pages_of_pdf[name] = pages

    def _look_at_scripts(self) -> None:
        """Let node parse the scripts of the docs folder and, in the guide's own checkout, those that it is built of."""
        paths = [self.settings.docs_dir / name for name in self.assets]
        own = _files_below(CLIENT) if CLIENT.is_relative_to(self.settings.root) else []
        for path, line, message in bundling_errors() if own else ():
            self.problems.append(Problem("script-wrong", Position(self.settings.relative(path), line), message))
        scripts = [path for path in (*paths, *own) if path.suffix.lower() in {".js", ".mjs"} and path.is_file()]
        texts = [(self.settings.relative(path), path.read_bytes().decode("utf-8", "replace")) for path in scripts]
        for name, text in texts:
            self.problems.extend(reaches(text, name))
        self.problems.extend(unparsed_scripts(tuple(texts)))

    def _data_folder(self) -> str:
        """Give the folder that data files are found in without being named."""
        schema = self.settings.schema
        return schema.data if isinstance(schema, GuideSettings) else "data"

    def _committed(self) -> dict[str, tuple[str, frozenset[str]]]:
        """Give what the last commit has of the records that only ever grow, and what others have had."""
        roles = {
            self.settings.data_files.get(role) or f"{self._data_folder()}/{DATA_FILES[role].name}": role
            for role in ("ledger", "short_addresses")
        }
        recorded = {path: set(_recorded(last_committed(self.settings.root, path))) for path in roles}
        for path, line in ever_taken_out(self.settings.root, list(roles)):
            # The builder writes one address a line.
            recorded.setdefault(path, set()).update(_recorded("{" + line.strip().rstrip(",") + "}"))
        return {path: (role, frozenset(recorded[path])) for path, role in roles.items() if recorded[path]}

    def _marked_before(self) -> tuple[MarkedPair, ...]:
        """Give the records of equal translations as the last commit has them."""
        path = self.settings.data_files.get("translations")
        text = last_committed(self.settings.root, path) if path else ""
        return _read_data(read_translations, text, path)[0] or () if text and path else ()

    def _with_generated(self, page: Page, listed: Mapping[str, frozenset[str]]) -> Page:
        anchors = generated_anchors(page.expands, self.data.get("sources", ()), self.data.get("terms", ()))
        if Directive.QUESTIONS in page.expands:
            # What is answered on the page itself has its id there.
            anchors |= listed.get(page.language, frozenset()) - {heading.id for heading in page.headings}
        if any(quiz.page == page.path and quiz.questions for quiz in self.data.get("quizzes", ())):
            anchors |= {QUIZ_ANCHOR}
        return _with_anchors(page, anchors)[0] if anchors else page


@per_page
def _with_anchors(page: Page, anchors: frozenset[str]) -> Iterator[Page]:
    yield replace(page, generated_anchors=anchors)


# A server reads the guide again after every edit, and most files hold what they held.
@lru_cache(maxsize=4096)
def _read_data(read: Callable[[str, str], Any], text: str, path: str) -> Any:
    return read(text, path)


def _recorded(text: str) -> frozenset[str]:
    """Give the addresses, with and without their anchors, of a record."""
    try:
        value = json.loads(text or "{}")
    except ValueError:
        return frozenset()
    found: set[str] = set()
    for key, entry in value.items() if isinstance(value, dict) else ():
        anchors = entry.get("anchors") if isinstance(entry, dict) else None
        found |= {key, *(f"{key}#{anchor}" for anchor in anchors or ())}
    return frozenset(found)


def ids_of_questions(pages: Iterable[Page]) -> Mapping[str, frozenset[str]]:
    """Give, by language, the ids that a list of all questions puts on its page: those of questions and themes."""
    found: dict[str, set[str]] = {}
    for page in pages:
        for question in page.questions:
            found.setdefault(page.language, set()).update({question.id, question.theme} - {""})
    return {language: frozenset(ids) for language, ids in found.items()}


def generated_anchors(expands: frozenset[str], sources: tuple[Source, ...], terms: tuple[Term, ...]) -> frozenset[str]:
    """Give the ids that generated lists put on a page: one for each term and each source."""
    anchors: set[str] = set()
    if "glossary" in expands:
        anchors.update(term.id for term in terms)
    for source in sources if any(each.startswith(Directive.SOURCES) for each in expands) else ():
        kind = source.custom.get("kind", SourceKind.OTHER)
        if expands & {Directive.SOURCES, f"{Directive.SOURCES} {kind}"}:
            anchors.add(f"source-{source.id}")
    return frozenset(anchors)


def language_and_path(relative: str, settings: Settings) -> tuple[str, str]:
    """Give a page's language, and its path without what tells the language."""
    for language in settings.languages:
        if language.folder and relative.startswith(language.folder + "/"):
            return language.code, relative[len(language.folder) + 1 :]
    return settings.default_language.code, relative


def _linked_folders(folder: Path) -> list[Path]:
    """Every folder below one that is a link, which MkDocs would follow."""
    below = (Path(directory, name) for directory, folders, _ in os.walk(folder) for name in folders)
    return sorted(path for path in below if path.is_symlink())


def _files_below(folder: Path) -> list[Path]:
    """Every file below a folder in a fixed order, without hidden ones."""
    found: list[Path] = []
    for directory, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(Path(directory, name) for name in names if not name.startswith("."))
    return sorted(found)
