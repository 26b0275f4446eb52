"""Every word of the interface, and what is so of each language: ``sv.yml``, ``en.yml``.

What lives here: the words by language and key, for Python, templates and scripts alike. What
does not: the texts of the guide (``docs/``, ``data/``), the names of its sections (the nav in
mkdocs.yml), and the names of countries (``countries.py``).

A language is added by a file ``<code>.yml`` with the keys of ``sv.yml``, here or in the folder
that ``extra.guide.words`` names, by its entry in mkdocs.yml, and by its texts. A word that it
lacks is a finding (``checks/rules/words.py``); until it is written the page shows its key, never
a word of another language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any

from guide.tools.texts import forget
from guide.words.files import WordsFile, read_words_file

OWN_FOLDER = Path(__file__).parent
"""Where the words of the guide's own languages stand."""
# The others are held against it: which placeholders a word has, and the order of lists and filters.
_REFERENCE = "sv"
# Where the guide read last keeps the words of further languages. As with gettext's text domain there is one
# such folder at a time: whoever writes a word knows its language, and need not know which guide it works for.
_folders: list[Path] = []
_read_last: list[WordsFile] = []
"""The files that the words were read from last."""


@dataclass(frozen=True, slots=True)
class Locale:
    """What is so of a language, apart from its words."""

    direction: str = "ltr"
    """Direction of writing, as HTML's ``dir`` has it."""
    with_country: str = ""
    """The language with its country, as link cards write it: "sv_SE"."""
    letters: str = ""
    """Letters after z, in the order of the alphabet."""
    decimal_sign: str = "."
    """What stands before the decimals of a number."""
    list_separator: str = ","
    """What parts the columns of CSV for spreadsheet programs."""
    stemmer: str = ""
    """Name of Snowball's algorithm; "" for a language that has none."""
    writes_compounds: bool = False
    """Words are joined to new words without a space."""
    dictionary: str = ""
    """Name of Hunspell's dictionary, or ""."""
    readability: str = ""
    """Name of the measure of readability, or ""."""
    asks_for_meaning: tuple[str, ...] = ()
    """How one asks the search what a word means."""
    stop_words: frozenset[str] = frozenset()
    """Words that the search leaves out of its index."""
    small_words: frozenset[str] = frozenset()
    """The commonest small words: they tell which language a text is in."""
    may_be_repeated: frozenset[str] = frozenset()
    """Words that may stand twice in a row."""
    effect_words: tuple[str, ...] = ()
    """Words of cause."""
    association_words: tuple[str, ...] = ()
    """Words for what goes together."""
    not_seen: tuple[str, ...] = ()
    """How the guide says that it has not found something."""
    negations: tuple[str, ...] = ()
    """Words that deny."""
    not_denials: frozenset[str] = frozenset()
    """What holds one of them and denies nothing, written as turning words are."""
    turning_words: frozenset[str] = frozenset()
    """Words that can stand for a denial in another language; "_" is a space and "*" any ending or beginning."""
    number_words: tuple[str, ...] = ()
    """Numbers in words, each as "word = figures"."""
    answers: tuple[str, ...] = ()
    """Words that answer a question, each as "word = yes" or "word = no"."""
    units: tuple[str, ...] = ()
    """Units, months and sizes, each as "word, word = what the languages call it between them"."""
    typography: tuple[str, ...] = ()
    """What proofreaders mark, each as "what to write = the regular expression of what is wrong"."""
    placeholders: tuple[str, ...] = ()
    """Stand-ins for a text that is still to be written, in lower case."""


LOCALE_KEYS: Mapping[str, type] = {each.name.replace("_", "-"): type(each.default) for each in fields(Locale)}
"""The keys of a words file's section on the language, and the kind of each."""


@dataclass(frozen=True)
class Words:
    """The words of one language. Every key that some words file of ours has is there."""

    code: str
    """Code of the language."""
    locale: Locale
    """What is so of the language."""
    values: Mapping[str, str]
    """Words by dotted key; the key itself where the language lacks the word."""
    file: WordsFile | None
    """The file they come from, or None where there is none."""
    unknown: set[str] = field(default_factory=set)
    """Keys that have been asked for and that no words file has: slips in a template or a module."""
    _sections: dict[str, dict[str, str]] = field(default_factory=dict)

    def __getitem__(self, key: str) -> str:
        """Give the word, as ``words["notes.heading"]``; the key itself where there is none."""
        found = self.values.get(key)
        if found is None:
            self.unknown.add(key)
            return key
        return found

    def section(self, name: str) -> dict[str, str]:
        """Give the words of a section by their keys within it, in the order of the file."""
        found = self._sections.get(name)
        if found is None:
            start = f"{name}."
            # A list of sources asks for the same few thousands of times.
            found = {key.removeprefix(start): text for key, text in self.values.items() if key.startswith(start)}
            self._sections[name] = found
        return dict(found)

    def vocabulary(self, name: str) -> dict[str, str]:
        """Give the values of a vocabulary ("grade", "sector" …) and the word for each."""
        return self.section(f"vocabularies.{name}")

    def name_of(self, vocabulary: str, value: str) -> str:
        """Give the word for one value; a value that no vocabulary has stands for itself."""
        return self.values.get(f"vocabularies.{vocabulary}.{value}", value)


def add_folder(folder: Path | None) -> None:
    """Take the words of further languages from this folder, or from none; every file is read anew after this."""
    _folders[:] = [folder] if folder is not None else []
    words_of.cache_clear()
    own_files.cache_clear()
    paths = sorted(folder.glob("*.yml")) if folder is not None and folder.is_dir() else []
    latest = [*own_files().values(), *map(read_words_file, paths)]
    # The same file with the same text is the same object.
    if len(latest) != len(_read_last) or any(one is not other for one, other in zip(latest, _read_last, strict=True)):
        _read_last[:] = latest
        forget()


@cache
def words_of(code: str) -> Words:
    """Give the words of a language; a language without a words file has only keys."""
    file = _file_of(code)
    has = file.values if file is not None else {}
    every = {key: has.get(key, key) for own in own_files().values() for key in own.values}
    return Words(code, _locale(file.locale if file is not None else {}), {**every, **has}, file)


@cache
def own_files() -> Mapping[str, WordsFile]:
    """Give the words files that stand here, the reference first: what they have, every other must have."""
    paths = sorted(OWN_FOLDER.glob("*.yml"), key=lambda path: (path.stem != _REFERENCE, path.stem))
    return {path.stem: read_words_file(path) for path in paths}


def reference_file() -> WordsFile:
    """Give the words file that all others are translated from."""
    return own_files()[_REFERENCE]


def _file_of(code: str) -> WordsFile | None:
    own = own_files().get(code)
    paths = (folder / f"{code}.yml" for folder in _folders if own is None)
    return next((read_words_file(path) for path in paths if path.is_file()), own)


def _locale(given: Mapping[str, Any]) -> Locale:
    """Make a locale of what a file says; what is of another kind is left at its default, and is a finding."""
    kept: dict[str, Any] = {}
    for key, kind in LOCALE_KEYS.items():
        value = given.get(key)
        if not is_of_kind(value, kind):
            continue
        if kind is frozenset:
            value = frozenset(str(value).split())
        elif kind is tuple:
            value = tuple(value or ())
        kept[key.replace("-", "_")] = value
    return Locale(**kept)


def is_of_kind(value: Any, kind: type) -> bool:
    """Say whether a value of the section on the language is what its key takes: words are written as one text."""
    if kind is tuple:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    return isinstance(value, str if kind is frozenset else kind)
