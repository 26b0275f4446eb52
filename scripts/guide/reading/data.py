"""The guide's data files: bibliography, glossary, redirects, ledger, short addresses, records of translation.

What lives here: from text to the model's entries, each with its place, and what does not fit
its shape as a problem. What does not: the shapes (``model/data.py``), judging how entries hang
together (``checks/rules/data.py``), and opening files (``guide.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import Any, NamedTuple, get_args, get_origin

from guide.model.claims import Claim, ClaimEntry, ClaimsHead
from guide.model.data import (
    DATA_FILES,
    AvoidedWord,
    Change,
    DataFile,
    Deck,
    MarkedPair,
    Published,
    Quiz,
    ReadClaims,
    Redirect,
    Review,
    ShortAddress,
    Source,
    SynonymGroup,
    Term,
    Wordings,
)
from guide.model.discussion import Discussion
from guide.model.figures import Figure
from guide.model.place import Position, Problem
from guide.model.shapes import TEXTS, Kebab
from guide.model.sheets import Sheet
from guide.model.tools import ActionPlan, Assessment, IndicatorPicker
from guide.reading.shapes import Fault, fit
from guide.tools.json import read_json
from guide.tools.lists import entries_of
from guide.tools.yaml import KeyPath, YamlDocument, YamlError, read_yaml

_UNREADABLE = "data-unreadable"


def read_bibliography(text: str, path: str) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Read CSL-JSON: an array of entries; one that has a fault is kept, if it has an id."""
    file = _File("bibliography", text, path)
    found = [entry for entry in file.entries() if isinstance(entry.raw, dict) and _text(entry.raw, "id")]
    sources = (
        Source(
            id=_text(entry.raw, "id"),
            type=_text(entry.raw, "type"),
            title=_text(entry.raw, "title"),
            url=_text(entry.raw, "URL"),
            language=_text(entry.raw, "language"),
            entry=entry.raw,
            position=entry.position,
        )
        for entry in found
    )
    return tuple(sources), tuple(file.problems)


def read_glossary(text: str, path: str) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """Read the glossary: a YAML list of entries, each with an id and a text for each language."""
    file = _File("glossary", text, path)
    return file.fitting(), tuple(file.problems)


def read_quizzes(text: str, path: str) -> tuple[tuple[Quiz, ...], tuple[Problem, ...]]:
    """Read quizzes: a YAML list with one entry a page."""
    file = _File("quizzes", text, path)
    return file.fitting(), tuple(file.problems)


def read_slides(text: str, path: str) -> tuple[tuple[Deck, ...], tuple[Problem, ...]]:
    """Read slides: a YAML list with one entry a page."""
    file = _File("slides", text, path)
    return file.fitting(), tuple(file.problems)


def read_redirects(text: str, path: str) -> tuple[tuple[Redirect, ...], tuple[Problem, ...]]:
    """Read redirects: a YAML list of ``{from: /old/, to: /new/#id}``."""
    file = _File("redirects", text, path)
    return file.fitting(), tuple(file.problems)


def read_ledger(text: str, path: str) -> tuple[tuple[Published, ...], tuple[Problem, ...]]:
    """Read the ledger: ``{"/address/": {"language": …, "page": …, "anchors": […]}}``."""
    file = _File("ledger", text, path)
    return file.fitting(), tuple(file.problems)


def read_short_addresses(text: str, path: str) -> tuple[tuple[ShortAddress, ...], tuple[Problem, ...]]:
    """Read short addresses: ``{"faq-why": {"page": "faq.md", "anchor": "why", "to": {"sv": "/fragor/#why"}}}``."""
    file = _File("short_addresses", text, path)
    return file.fitting(), tuple(file.problems)


def read_translations(text: str, path: str) -> tuple[tuple[MarkedPair, ...], tuple[Problem, ...]]:
    """Read the records: ``{"page.md": {"section-id": {"sv": "fingerprint", "en": "fingerprint"}}}``."""
    file = _File("translations", text, path)
    pairs = (MarkedPair(entry.key, entry.value, entry.position) for entry in file.entries() if entry.fits)
    return tuple(pairs), tuple(file.problems)


def read_readings(text: str, path: str) -> tuple[tuple[ReadClaims, ...], tuple[Problem, ...]]:
    """Read the records: ``{"page.md": {"key#claim": "fingerprint"}}``."""
    file = _File("readings", text, path)
    found = (ReadClaims(entry.key, entry.value, entry.position) for entry in file.entries() if entry.fits)
    return tuple(found), tuple(file.problems)


def read_changes(text: str, path: str) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """Read what editors tell of changes: a YAML list of entries, the newest first."""
    file = _File("changes", text, path)
    return file.fitting(), tuple(file.problems)


def read_reviews(text: str, path: str) -> tuple[tuple[Review, ...], tuple[Problem, ...]]:
    """Read when each page was last read through: ``page.md: 2026-11-28``."""
    file = _File("reviews", text, path)
    found = (Review(entry.key, entry.value, entry.position) for entry in file.entries() if entry.fits)
    return tuple(found), tuple(file.problems)


def read_avoided_words(text: str, path: str) -> tuple[tuple[tuple[str, AvoidedWord], ...], tuple[Problem, ...]]:
    """Read the words that the guide does not use: for each language a list of ``{avoid: […], write: …}``."""
    file = _File("avoided_words", text, path)
    found = ((entry.language, entry.value) for entry in file.entries() if entry.value is not None)
    return tuple(found), tuple(file.problems)


class ClaimsOfSource(NamedTuple):
    """What was read from one file of the ledger of claims."""

    claims: tuple[Claim, ...]
    """Those that can be used."""
    broken: frozenset[str]
    """``key#claim`` of the others."""
    problems: tuple[Problem, ...]
    """What does not fit."""


def read_claims(text: str, path: str) -> ClaimsOfSource:
    """Read what one source says; the file's name is the source's key."""
    file = _File("claims", text, path)
    key = PurePosixPath(path).stem
    value = file.document.value
    if not isinstance(value, dict):
        if not file.problems:
            file.problems.append(Problem(file.file.rule, Position(path), f"the file must hold {file.file.holds}"))
        return ClaimsOfSource((), frozenset(), tuple(file.problems))
    head = file.head(ClaimsHead, "claims")
    entries = list(file.below("claims", dict[Kebab, ClaimEntry]))
    usable = [entry for entry in entries if head is not None and entry.fits]
    broken = {f"{key}#{entry.key}" for entry in entries} - {f"{key}#{entry.key}" for entry in usable}
    claims = tuple(_claim(key, entry, head) for entry in usable if head is not None)
    return ClaimsOfSource(claims, frozenset(broken), tuple(file.problems))


def read_figure(text: str, path: str) -> tuple[tuple[Figure, ...], tuple[Problem, ...]]:
    """Read one figure, whose name is that of its file; none where the file cannot be used."""
    return _only_entry(_File("figures", text, path))


def read_assessment(text: str, path: str) -> tuple[tuple[Assessment, ...], tuple[Problem, ...]]:
    """Read the self-assessment, which is one entry; none where the file cannot be used."""
    return _only_entry(_File("assessment", text, path))


def read_sheets(text: str, path: str) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Read the sheets to fill in: a YAML list of entries."""
    file = _File("sheets", text, path)
    return file.fitting(), tuple(file.problems)


def read_discussion(text: str, path: str) -> tuple[tuple[Discussion, ...], tuple[Problem, ...]]:
    """Read the discussion guide, which is one entry; none where the file cannot be used."""
    return _only_entry(_File("discussion", text, path))


def read_action_plan(text: str, path: str) -> tuple[tuple[ActionPlan, ...], tuple[Problem, ...]]:
    """Read the action plan, which is one entry; none where the file cannot be used."""
    return _only_entry(_File("action_plan", text, path))


def read_indicator_picker(text: str, path: str) -> tuple[tuple[IndicatorPicker, ...], tuple[Problem, ...]]:
    """Read the indicator picker, which is one entry; none where the file cannot be used."""
    return _only_entry(_File("indicator_picker", text, path))


def _only_entry(file: _File) -> tuple[tuple[Any, ...], tuple[Problem, ...]]:
    """Give what was made of a file that is one entry as a whole."""
    if not isinstance(file.document.value, dict):
        if not file.problems:
            file.problems.append(Problem(file.file.rule, Position(file.path), f"the file must hold {file.file.holds}"))
        return (), tuple(file.problems)
    return file.fitting(), tuple(file.problems)


def _claim(key: str, entry: _Entry, head: ClaimsHead) -> Claim:
    given: ClaimEntry = entry.value
    return Claim(
        source=key,
        id=entry.key,
        says=given.says,
        kind=given.kind,
        level=given.level,
        whose=given.whose,
        relays=given.relays,
        limits=given.limits,
        where=given.where,
        words=given.words,
        law=given.law,
        superseded_by=given.superseded_by,
        sought=given.sought,
        seen=given.seen or head.seen,
        part=given.part or head.part,
        checked=given.checked or head.checked,
        position=entry.position,
    )


def read_synonyms(text: str, path: str) -> tuple[tuple[SynonymGroup, ...], tuple[Problem, ...]]:
    """Read synonyms: for each language a list of groups, ``- [medarbetare, anställd]``."""
    file = _File("synonyms", text, path)
    groups = (SynonymGroup(entry.language, entry.value, entry.position) for entry in file.entries() if entry.fits)
    return tuple(groups), tuple(file.problems)


def read_wordings(text: str, path: str) -> tuple[tuple[Wordings, ...], tuple[Problem, ...]]:
    """Read other wordings: for each language, ``path#id`` and the wordings, divided by bars."""
    return _ways_to_ask(_File("wordings", text, path), partial(entries_of, divider="|"))


def read_search_words(text: str, path: str) -> tuple[tuple[Wordings, ...], tuple[Problem, ...]]:
    """Read words that readers use: for each language, ``path#id`` and the words, divided by spaces."""
    return _ways_to_ask(_File("search_words", text, path), str.split)


def _ways_to_ask(
    file: _File, texts: Callable[[str], Iterable[str]]
) -> tuple[tuple[Wordings, ...], tuple[Problem, ...]]:
    found = []
    for entry in file.entries():
        if entry.fits:
            page, _, anchor = entry.key.partition("#")
            found.append(Wordings(entry.language, page, anchor, tuple(texts(entry.value)), entry.position))
    return tuple(found), tuple(file.problems)


class _Entry(NamedTuple):
    """One entry of a file, held against its shape."""

    path: KeyPath
    position: Position
    raw: Any
    value: Any
    fits: bool

    @property
    def key(self) -> str:
        """What stands before its colon."""
        return str(self.path[-1])

    @property
    def language(self) -> str:
        """What stands before the colon of the outermost part that it is in."""
        return str(self.path[0])


class _File:
    """One data file; notes what does not fit as it goes."""

    def __init__(self, role: str, text: str, path: str) -> None:
        self.file: DataFile = DATA_FILES[role]
        self.path = path
        self.problems: list[Problem] = []
        self.document = YamlDocument()
        try:
            self.document = read_json(text) if self.file.name.endswith(".json") else read_yaml(text)
        except YamlError as error:
            said = error.message if error.message.startswith("not valid") else f"not valid YAML: {error.message}"
            self.problems.append(Problem(_UNREADABLE, Position(path, error.line, error.column), said))
        for name, line, column in self.document.repeated:
            self.problems.append(Problem(self.file.rule, Position(path, line, column), f'"{name}" stands here again'))

    def fitting(self) -> tuple[Any, ...]:
        """Give what was made of the entries; those that could not be used are left out."""
        return tuple(entry.value for entry in self.entries() if entry.value is not None)

    def entries(self) -> Iterator[_Entry]:
        """Give every entry."""
        if self.document.value is not None:
            yield from self._below(self.document.value, self.file.whole, ())

    def head(self, shape: Any, *without: str) -> Any:
        """Give what is made of the file's keys other than ``without``; None where they do not fit."""
        raw = {key: value for key, value in self.document.value.items() if key not in without}
        made, faults = fit(shape, raw)
        for fault in faults:
            self._problem(fault, (), raw)
        return made

    def below(self, key: str, shape: Any) -> Iterator[_Entry]:
        """Give every entry below one of the file's keys, which must be there."""
        if not self.document.value.get(key):
            self._problem(Fault("missing", (key,), "is missing"), (), {})
        else:
            yield from self._below(self.document.value[key], shape, (key,))

    def _below(self, value: Any, shape: Any, path: KeyPath) -> Iterator[_Entry]:
        if shape is self.file.entry:
            yield self._entry(value, path)
        elif not isinstance(value, get_origin(shape)):
            message = f"the file must hold {self.file.holds}"
            self.problems.append(Problem(_UNREADABLE, self._at(path), message, self.file.hint))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from self._below(item, get_args(shape)[0], (*path, index))
        else:
            keys, items = get_args(shape)
            for key, item in value.items():
                faults = fit(keys, key).faults
                if faults:
                    self._problem(faults[0], (*path, str(key)), {})
                else:
                    yield from self._below(item, items, (*path, key))

    def _entry(self, raw: Any, path: KeyPath) -> _Entry:
        placed = self._placed(raw, path) if is_dataclass(self.file.entry) else raw
        value, faults = fit(self.file.entry, placed)
        for fault in faults[:1] if self.file.says else faults:
            self._problem(fault, path, raw)
        if faults and is_dataclass(self.file.entry):
            value = self._without(faults, placed)
        return _Entry(path, self._at(path), raw, value, not faults)

    def _without(self, faults: list[Fault], placed: Any) -> Any:
        """Give the entry without its faults, so that what refers to it is not found too; None where it cannot be."""
        for _ in range(2):  # What is taken out the first time may be missed the second.
            for fault in reversed(faults):
                placed = _repaired(placed, _in_file(fault.path), fault.kind)
            value, faults = fit(self.file.entry, placed)
        return value

    def _placed(self, raw: Any, path: KeyPath) -> Any:
        """Give an entry, and those in it, their places, and the key that it has in its file."""
        if not isinstance(raw, dict):
            return raw
        placed = dict(raw)
        for name, items in raw.items():
            if isinstance(items, list):
                placed[name] = [self._in_list(item, (*path, name, index)) for index, item in enumerate(items)]
        key = path[0] if path else PurePosixPath(self.path).stem
        added = {"position": self._at(path), **({self.file.key: key} if self.file.key else {})}
        for name in added.keys() & raw.keys():
            self._problem(Fault("unknown", (name,), "is not known"), path, raw)
        return {**placed, **added}

    def _in_list(self, item: Any, path: KeyPath) -> Any:
        return {**item, "position": self._at(path)} if isinstance(item, dict) else item

    def _at(self, path: KeyPath) -> Position:
        while path and path not in self.document.positions:
            path = path[:-1]
        return Position(self.path, *self.document.positions.get(path, (1, 1)))

    def _problem(self, fault: Fault, path: KeyPath, raw: Any) -> None:
        """Note a fault of an entry; what is missing has no place of its own, and gets that of the entry."""
        inner = _in_file(fault.path)
        if self.file.says:
            says, inner = self.file.says.format(path[-1]), ()
        else:
            says, inner = _said(fault, inner, raw)
        hint = self.file.hint or fault.hint
        self.problems.append(Problem(self.file.rule, self._at((*path, *inner)), says, hint, fault.suggestion))


def _in_file(path: KeyPath) -> KeyPath:
    """Give the path of a key as it stands in the file, where languages are not gathered."""
    return tuple(part for part in path if part != TEXTS)


def _said(fault: Fault, path: KeyPath, raw: Any) -> tuple[str, KeyPath]:
    """Give what is wrong, with the name of the entry, and the path of the place to say it at."""
    name, start = _owner(raw, path)
    keys = [part for part in path[start:] if isinstance(part, str)]
    language = keys.pop(0) if keys and TEXTS in fault.path else ""
    key, where = ".".join(keys), f" in {language}" if language else ""
    if fault.kind in {"missing", "empty"} and name:
        return f'"{name}" has no {key}{where}', path[:start]
    if fault.kind in {"missing", "empty"}:
        return f'an entry has no "{key}"{where}', path[:start]
    says = f'unknown key "{path[-1]}"' if fault.kind == "unknown" else f'"{key}" {fault.says}' if key else fault.says
    return f'"{name}"{where}: {says}' if name else says + where, path


def _owner(raw: Any, path: KeyPath) -> tuple[str, int]:
    """Give the name of the innermost entry that a path leads into, and how many parts lead to it."""
    name, start = _name(raw), 0
    for number, part in enumerate(path, 1):
        known = part in (raw if isinstance(raw, dict) else range(len(raw)) if isinstance(raw, list) else ())
        raw = raw[part] if known else None
        if isinstance(part, int) and isinstance(raw, dict):
            name, start = _name(raw), number
    return name, start


def _name(raw: Any) -> str:
    return str(raw.get("id") or raw.get("page") or "") if isinstance(raw, dict) else ""


def _repaired(value: Any, path: KeyPath, kind: str) -> Any:
    """Give a copy without the key or item that a fault is of, and with "?" for one that is missing."""
    copy = list(value) if isinstance(value, list) else dict(value) if isinstance(value, dict) else {}
    part: Any = path[0] if path else None
    if isinstance(copy, dict) and kind == "missing" and len(path) == 1:
        copy[part] = "?"
    elif part not in (copy if isinstance(copy, dict) else range(len(copy))):
        return value
    elif len(path) == 1:
        copy.pop(part)
    else:
        copy[part] = _repaired(copy[part], path[1:], kind)
    return copy


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""
