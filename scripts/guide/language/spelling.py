"""Spelling: Hunspell's dictionaries, the project's own words, and the words of the guide.

What lives here: finding and loading dictionaries, reading word lists, taking words out
of texts, and telling which of them are not known. What does not: the findings
(``checks/rules/spelling.py``).

The engine is Hunspell itself (chunspell, which brings it compiled), since Swedish joins
words freely and only Hunspell's rules for compounds know "tillitsreform" without a list.
The Swedish dictionary comes from PyPI (hunspell-sv); the British one stands in the
folder ``dictionaries`` with its licence, as no package on PyPI has it alone.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Italic, Page, Passage
from guide.model.place import Position
from guide.words import words_of

_OWN_FOLDER = Path(__file__).parent / "dictionaries"
_PACKAGES = ("hunspell-sv",)
"""Distributions that bring dictionaries as data files, whose place only pip's record of them tells."""

_JOINS = "’'-‑"
_QUOTES = {"“": "”", "”": "”", "«": "»", "„": "“"}
# Title and description are passages of the page already.
_FRONT_TEXTS: tuple[tuple[str, ...], ...] = (("evidence", "reason"), ("readability", "reason"))


class DictionaryMissingError(Exception):
    """A dictionary, or Hunspell itself, is not installed: the message says what to do."""


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A line of the project's word list."""

    word: str
    """The word, a name of several words, or the first part of compounds ("dilemma-").

    A name keeps its capital, any other word is in lower case.
    """
    position: Position
    """Where it stands."""


class Speller:
    """One language's dictionary with the project's own words."""

    def __init__(self, engine: Any, own: Sequence[OwnWord]) -> None:
        """Take Hunspell with its dictionary loaded, and the project's words in file order."""
        self.own = tuple(own)
        self._engine = engine
        self._own = frozenset(entry.word for entry in own)
        self._names = tuple(word for word in sorted(self._own) if " " in word)
        self._first_parts = tuple(word[:-1] for word in sorted(self._own) if word.endswith("-"))
        self._known: dict[str, bool] = {}
        self.used: set[str] = set()

    def knows(self, word: str) -> bool:
        """Tell whether the dictionary or the project has the word, whole or as hyphenated parts."""
        found = self._known.get(word)
        if found is None:
            parts = word.strip("-").split("-")
            found = self._known[word] = self._has(word) or ("-" in word and all(map(self._has, parts)))
        return found

    def unknown_in(self, text: str) -> list[str]:
        """Give the words of a text that are not known, each once, in order."""
        for name in self._names:
            if name in text:
                self.used.add(name)
                text = text.replace(name, " ")
        return [word for word in dict.fromkeys(words_in(text)) if not self.knows(word)]

    def dictionary_has(self, word: str) -> bool:
        """Tell whether the dictionary alone has the word."""
        return " " not in word and not word.endswith("-") and bool(self._engine.spell(word))

    def suggestion(self, word: str) -> str:
        """Give the dictionary's first proposal, or ""."""
        return next(iter(self._engine.suggest(word)), "")

    def _has(self, word: str) -> bool:
        # The project's words come first: a word that both have is reported as not needed in the list.
        for form in _forms(word):
            if form in self._own:
                self.used.add(form)
                return True
        bare = _bare(word)
        return self.dictionary_has(word) or (bare != word and self.dictionary_has(bare)) or self._is_compound(word)

    def _is_compound(self, word: str) -> bool:
        """Tell whether the word is one of the project's first parts with a word of the dictionary."""
        folded = word.casefold()
        for first in self._first_parts:
            rest = folded.removeprefix(first.casefold())
            if rest != folded and len(rest) > 2 and self.dictionary_has(rest):
                self.used.add(f"{first}-")
                return True
        return False


def _bare(word: str) -> str:
    """Give the word without a genitive ending: with an apostrophe, or the bare s of a Swedish name."""
    bare = word.removesuffix("'s").removesuffix("'")
    return bare.removesuffix("s") if bare == word and word[:1].isupper() else bare


def _forms(word: str) -> Iterator[str]:
    """Give the word as a list may have it: as written, without a genitive ending, without a capital."""
    for stem in dict.fromkeys([word, _bare(word)]):
        yield stem
        yield stem[:1].lower() + stem[1:]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that no dictionary has."""

    word: str
    """As written."""
    language: str
    """Language of the text."""
    position: Position
    """Where the text starts."""


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A run in italics in another language, which is not marked with it."""

    text: str
    """As written."""
    language: str
    """Code of the language that it is in."""
    position: Position
    """Where the text that it stands in starts."""


class Spelling:
    """The spellers of a guide, and what they do not know."""

    def __init__(self, guide: Guide) -> None:
        """Take the guide; DictionaryMissingError is raised at the first word when a dictionary is missing."""
        self.guide = guide

    @cached_property
    def spellers(self) -> Mapping[str, Speller]:
        """A speller for each language that has a dictionary name."""
        codes = [
            language.code for language in self.guide.settings.languages if words_of(language.code).locale.dictionary
        ]
        return {code: load_speller(self.guide, code) for code in codes}

    def words(self) -> int:
        """Count the running words that are looked up."""
        return sum(len(words_in(text)) for _, _, text, _ in self._texts())

    def not_needed(self) -> Iterator[tuple[OwnWord, str]]:
        """Give each word of the lists that the guide does not use, or the dictionary has, with which of the two."""
        list(self.unknown())
        for speller in self.spellers.values():
            for entry in speller.own:
                if speller.dictionary_has(entry.word):
                    yield entry, "is in the dictionary"
                elif entry.word not in speller.used:
                    yield entry, "is not used in the guide"

    def unknown(self) -> Iterator[Unknown]:
        """Give every unknown word, in reading order, once for each text."""
        for language, position, text, italics in self._texts():
            unknown = self.spellers[language].unknown_in(text)
            if unknown:
                foreign = self._foreign(language, unknown, [*quotations_in(text), *(run.text for run in italics)])
                yield from (Unknown(word, language, position) for word in unknown if word not in foreign)

    def unmarked(self) -> Iterator[Unmarked]:
        """Give every run in italics that is in another language of the guide, and is not marked as such.

        It is in the other language when that language's dictionary, or project's words, know all
        of it, and the dictionary of the text's own language does not. The project's words of the
        own language are left out: a Swedish term that English texts may use is still Swedish.
        """
        for page in self.guide.pages if self.spellers else ():
            for passage in page.passages if page.language in self.spellers else ():
                for run in passage.italics:
                    other = "" if run.language else self._other_language_of(run.text, page.language)
                    if other:
                        yield Unmarked(run.text, other, passage.position)

    def _other_language_of(self, run: str, language: str) -> str:
        """Give the code of the other language that a run is in, or ""."""
        own = self.spellers[language]
        if all(map(own.dictionary_has, words_in(run))):
            return ""
        codes = (code for code, speller in self.spellers.items() if code != language and not speller.unknown_in(run))
        return next(codes, "")

    def _foreign(self, language: str, unknown: Iterable[str], runs: Iterable[str]) -> set[str]:
        """Give the words that another language of the guide explains.

        These are the words of a quotation or a run in italics that is in that language as
        a whole, and names: words with a capital that its dictionary has.
        """
        others = [speller for code, speller in self.spellers.items() if code != language]
        found = {word for word in unknown if word[0].isupper() and any(other.knows(word) for other in others)}
        for run in runs:
            if any(not other.unknown_in(run) for other in others):
                found.update(words_in(run))
        return found

    def _texts(self) -> Iterator[tuple[str, Position, str, Sequence[Italic]]]:
        """Give language, place, text and runs in italics of all that readers meet."""
        for page in self.guide.pages:
            if page.language in self.spellers:
                yield from ((page.language, at, text, ()) for at, text in _front_texts(page))
                for passage in page.passages:
                    if _is_own(passage):
                        yield page.language, passage.position, passage.text, passage.italics
        yield from self._data_texts()

    def _data_texts(self) -> Iterator[tuple[str, Position, str, Sequence[Italic]]]:
        """Give those of the data files."""
        for term in self.guide.terms:
            for language, texts in term.texts.items():
                if language in self.spellers:
                    yield language, term.position, f"{texts.term}. {texts.definition}", ()
        for figure in self.guide.figures:
            for language, text in figure.texts.items():
                if language in self.spellers:
                    yield language, figure.position, ". ".join(text.passages()).replace("\N{SOFT HYPHEN}", ""), ()
        for assessment in self.guide.assessments:
            for said_in, position in assessment.passages():
                for language in self.spellers.keys() & said_in.keys():
                    yield language, position, said_in[language], ()
        for claim in self.guide.claims or ():
            for language in self.spellers:
                said = (claim.says, claim.relays)
                yield language, claim.position, " ".join(texts.get(language, "") for texts in said), ()


def _is_own(passage: Passage) -> bool:
    """Quotations keep their language and spelling; a figure's text is the guide's own."""
    return not passage.quoted or passage.kind == "html"


def _front_texts(page: Page) -> Iterator[tuple[Position, str]]:
    for path in _FRONT_TEXTS:
        value: Any = page.front.values
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        if isinstance(value, str):
            yield page.front.at(*path), value


def words_in(text: str) -> list[str]:
    """Give the words of a text: letters, joined by apostrophes and hyphens; nothing with a digit or of an address.

    >>> words_in("Hälso- och sjukvården: 14-dagars, kundens “HME-tal”, se https://kolada.se.")
    ['Hälso-', 'och', 'sjukvården', 'kundens', 'HME-tal', 'se']
    """
    chunks = (chunk for chunk in text.split() if "://" not in chunk and "@" not in chunk)
    words = (word for chunk in chunks for word in _letters_only(chunk).split())
    return [word for word in (_plain(word) for word in words) if word.strip("-") and not any(map(str.isdigit, word))]


def _letters_only(chunk: str) -> str:
    """Put a space for every character that no word holds; digits stay, so that "14-dagars" is passed over whole."""
    return "".join(character if character.isalnum() or character in _JOINS else " " for character in chunk)


def _plain(word: str) -> str:
    return word.replace("’", "'").replace("‑", "-").strip("'").lstrip("-")


def quotations_in(text: str) -> Iterator[str]:
    """Give what stands between quotation marks."""
    start, closing = 0, ""
    for index, character in enumerate(text):
        if closing and character == closing:
            yield text[start:index]
            closing = ""
        elif not closing and character in _QUOTES:
            start, closing = index + 1, _QUOTES[character]


def word_list_path(guide: Guide, language: str) -> Path:
    """Give the place of a language's word list, which need not exist."""
    return guide.settings.root / "data" / f"words-{language}.txt"


def read_word_list(text: str, path: str) -> tuple[OwnWord, ...]:
    """Read a word list: one word a line; ``#`` starts a comment."""
    lines = enumerate(text.splitlines(), 1)
    words = ((number, line.partition("#")[0].strip()) for number, line in lines)
    return tuple(OwnWord(word, Position(path, number)) for number, word in words if word)


def load_speller(guide: Guide, language: str) -> Speller:
    """Load the dictionary of a language and the project's words; raise DictionaryMissingError."""
    try:
        # chunspell, the distribution, names its module "hunspell".
        from hunspell import Hunspell  # type: ignore[import-untyped]
    except ImportError:
        raise DictionaryMissingError("Hunspell is not installed — pip install -r requirements.txt") from None
    name = words_of(language).locale.dictionary
    folder = next((each for each in _dictionary_folders() if (each / f"{name}.dic").is_file()), None)
    if folder is None:
        raise DictionaryMissingError(f"no dictionary {name} is installed — pip install -r requirements.txt")
    path = word_list_path(guide, language)
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    engine = Hunspell(name, hunspell_data_dir=str(folder))
    return Speller(engine, read_word_list(text, guide.settings.relative(path)))


def _dictionary_folders() -> Iterator[Path]:
    yield _OWN_FOLDER
    for package in _PACKAGES:
        with suppress(importlib.metadata.PackageNotFoundError):
            for file in importlib.metadata.files(package) or ():
                if file.suffix == ".dic":
                    yield Path(str(file.locate())).parent


def order(word: str) -> tuple[str, str]:
    """Give the key that word lists are sorted by: letters first, capitals after."""
    return word.casefold(), word


def tidied(spelling: Spelling, language: str) -> str:
    """Give a word list sorted, each word once, without those that are not needed; opening comments stay."""
    path = word_list_path(spelling.guide, language)
    # What another language's list does not need may be needed in this one.
    own = frozenset(spelling.spellers[language].own)
    needless = {entry.word for entry, _ in spelling.not_needed() if entry in own}
    opening = list(takewhile(lambda line: line.startswith("#"), path.read_text(encoding="utf-8").splitlines()))
    words = {entry.word for entry in spelling.spellers[language].own} - needless
    return "\n".join([*opening, *sorted(words, key=order)]) + "\n"
