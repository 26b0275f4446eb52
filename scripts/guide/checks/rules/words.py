"""Checks of the words of the interface: every language of the guide has every word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.language.readability import MEASURES
from guide.model.guide import Guide
from guide.model.place import Position
from guide.model.settings import Language, Settings
from guide.model.vocabularies import (
    ClaimKind,
    Extent,
    Frequency,
    Grade,
    Known,
    NoOriginal,
    Outcome,
    Sector,
    Size,
    SourceKind,
    Speaker,
    Theme,
    Titled,
    Undated,
)
from guide.search.analysis import known_stemmers
from guide.words import LOCALE_KEYS, OWN_FOLDER, is_of_kind, own_files, reference_file, words_of
from guide.words.files import LOCALE, WordsFile

FILE_MISSING = Rule(
    "words-file-missing",
    "Language without words",
    "A language of the guide has no words file, so that its buttons, headings and lists have no words.",
    "The reader meets names of keys in place of words.",
    "write a words file with the keys of sv.yml",
)
FILE_WRONG = Rule(
    "words-file-wrong",
    "Words file that cannot be used",
    "The file is not valid YAML, or a value in it is not of the kind that its key takes.",
    "The reader meets names of keys in place of words, or the search and the checks take the language for another.",
    "mend the line; put between quotation marks what YAML would read as a number, as yes or no, or as a section",
)
MISSING = Rule(
    "word-missing",
    "Word that a language lacks",
    "Another words file has the key, this one has not.",
    "The reader meets the name of the key in place of the word.",
    "add the key with the word in this language",
)
EMPTY = Rule(
    "word-empty",
    "Empty word",
    "The words file has the key, but no word.",
    "The reader meets a button or a heading without text, and a screen reader has nothing to say.",
    "write the word",
)
UNKNOWN = Rule(
    "word-unknown",
    "Word that nothing asks for",
    "The key is not one that the guide's own words files have, so no page and no script uses it.",
    "The word that was meant is missing where it belongs.",
    "spell the key as sv.yml does, or take it away",
)
PLACEHOLDER = Rule(
    "word-placeholder",
    "Placeholders that differ between languages",
    "The word has other placeholders, such as {}, than the same word in Swedish.",
    "The reader misses a number or a name in the sentence, or meets the braces themselves.",
    "write the same placeholders as in sv.yml",
)
VALUE_WITHOUT = Rule(
    "vocabulary-word-missing",
    "Value without a word",
    "Front matter may hold a value that the words files have no word for.",
    "The reader meets the code of the value in place of a word.",
    "add the value with its word, in every words file",
)
_PLACEHOLDER = re.compile(r"\{[a-z-]*\}")
_NEVER_EMPTY = frozenset({"direction", "decimal-sign", "list-separator"})
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "direction": ("ltr", "rtl"),
    "readability": ("", *MEASURES),
    "stemmer": ("", *known_stemmers()),
}
_KIND_NAMES: Mapping[type, str] = {str: "text", bool: "true or false", tuple: "a list of texts", frozenset: "words"}
_VOCABULARIES = "vocabularies"
_VALUES: Mapping[str, Iterable[str]] = {
    "frequency": Frequency,
    "grade": Grade,
    "known": Known,
    "known-short": Known,
    "kind": SourceKind,
    "claim-kind": ClaimKind,
    "whose": Speaker,
    "seen": Extent,
    "titled": Titled,
    "undated": Undated,
    "no-original": NoOriginal,
    "outcome": Outcome,
    "sector": Sector,
    "size": Size,
    "themes": Theme,
}


@source_check(FILE_MISSING, FILE_WRONG, MISSING, EMPTY, UNKNOWN, PLACEHOLDER)
def words(guide: Guide) -> Iterator[Finding]:
    """The words file of each language."""
    for language in guide.settings.languages:
        file = words_of(language.code).file
        if file is None:
            yield _no_file(language, guide.settings)
        else:
            yield from _File(file, guide.settings).findings()


def _no_file(language: Language, settings: Settings) -> Finding:
    place = next((entry.position for entry in settings.nav if entry.language == language.code), None)
    folder = settings.words_dir or OWN_FOLDER
    model = settings.relative(reference_file().path)
    return FILE_MISSING.at(
        place or Position(settings.config_file),
        f'the language "{language.code}" has no words',
        hint=f"write {settings.relative(folder)}/{language.code}.yml with the keys of {model}",
    )


class _File:
    """Holds one words file against those of the guide's own languages."""

    def __init__(self, file: WordsFile, settings: Settings) -> None:
        self.file = file
        self.path = settings.relative(file.path)
        self.known = {key: own for own in reversed(list(own_files().values())) for key in own.values}

    def at(self, key: str) -> Position:
        return Position(self.path, *self.file.place_of(key))

    def findings(self) -> Iterator[Finding]:
        """Findings of the whole file."""
        for problem in self.file.problems:
            yield FILE_WRONG.at(Position(self.path, problem.line, problem.column), problem.message)
        yield from self._locale()
        for key, other in self.known.items():
            if key not in self.file.values:
                yield MISSING.at(self.at(key), f'"{key}" is missing ({other.path.name}: "{other.values[key]}")')
        for key, word in self.file.values.items():
            if key not in self.known:
                yield UNKNOWN.at(self.at(key), f'no page asks for "{key}"', suggestion=nearest(key, self.known))
            elif not word.strip():
                yield EMPTY.at(self.at(key), f'"{key}" has no word')
            else:
                yield from self._placeholders(key, word)

    def _placeholders(self, key: str, word: str) -> Iterator[Finding]:
        model = reference_file().values.get(key, word)
        if sorted(_PLACEHOLDER.findall(word)) != sorted(_PLACEHOLDER.findall(model)):
            yield PLACEHOLDER.at(self.at(key), f'"{key}" has other placeholders than "{model}"')

    def _locale(self) -> Iterator[Finding]:
        given = self.file.locale
        for name, kind in LOCALE_KEYS.items():
            key, value = f"{LOCALE}.{name}", given.get(name)
            if name not in given:
                yield MISSING.at(self.at(key), f'"{key}" is missing')
            elif not is_of_kind(value, kind):
                yield FILE_WRONG.at(self.at(key), f'"{key}" must be {_KIND_NAMES[kind]}, not {value!r}')
            elif value == "" and name in _NEVER_EMPTY:
                yield EMPTY.at(self.at(key), f'"{key}" has no value')
            elif value not in _CHOICES.get(name, (value,)):
                hint = f"write one of {', '.join(filter(None, _CHOICES[name]))}"
                yield FILE_WRONG.at(self.at(key), f'"{key}" cannot be "{value}"', hint=hint)
        for name in given:
            if name not in LOCALE_KEYS:
                message = f'nothing asks for "{LOCALE}.{name}"'
                yield UNKNOWN.at(self.at(f"{LOCALE}.{name}"), message, suggestion=nearest(name, LOCALE_KEYS))


@source_check(VALUE_WITHOUT)
def vocabularies(guide: Guide) -> Iterator[Finding]:
    """Every value that a page may name, in every language."""
    allowed = {**_VALUES, "roles": guide.settings.schema.roles}
    for language in guide.settings.languages:
        file = words_of(language.code).file
        if file is None:
            continue
        for name, values in allowed.items():
            # Only what readers meet has words: the vocabularies that the words files know.
            known = words_of(language.code).vocabulary(name)
            for value in values if known else ():
                if value not in known:
                    place = Position(guide.settings.relative(file.path), *file.place_of(f"{_VOCABULARIES}.{name}"))
                    yield VALUE_WITHOUT.at(place, f'"{name}" may be "{value}", which has no word')
