"""One words file: from YAML to words, each with its place.

What lives here: reading a file such as ``sv.yml`` and saying what in it cannot be used. What
does not: which words there must be (``__init__.py``), and the findings (``checks/rules/words.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from guide.tools.yaml import YamlDocument, YamlError, read_yaml

LOCALE = "language"
"""The section of what is so of the language, which holds more than texts."""


@dataclass(frozen=True, slots=True)
class WordsProblem:
    """Something in a words file that cannot be used."""

    line: int
    """Line, from 1."""
    column: int
    """Column, from 1."""
    message: str
    """What is wrong."""


@dataclass
class WordsFile:
    """The words of one language as its file has them."""

    path: Path
    """Where it stands."""
    values: dict[str, str] = field(default_factory=dict)
    """Every word by section and key: "notes.heading"."""
    locale: dict[str, Any] = field(default_factory=dict)
    """What the section on the language says, by key."""
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Line and column of every section and every key of it."""
    problems: list[WordsProblem] = field(default_factory=list)
    """What cannot be used."""

    def place_of(self, key: str) -> tuple[int, int]:
        """Give line and column of a key, or of the innermost section that is there for it."""
        while key and key not in self.places:
            key = key.rpartition(".")[0]
        return self.places.get(key, (1, 1))


def read_words_file(path: Path) -> WordsFile:
    """Read a words file; what it cannot make sense of becomes a problem, and nothing is raised."""
    try:
        return _read(path, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        file = WordsFile(path)
        file.problems.append(WordsProblem(1, 1, "the file cannot be read as UTF-8"))
        return file


# A server reads them again after every edit, and they hold what they held.
@lru_cache(maxsize=64)
def _read(path: Path, text: str) -> WordsFile:
    file = WordsFile(path)
    try:
        document = read_yaml(text)
    except YamlError as error:
        file.problems.append(WordsProblem(error.line, error.column, f"not valid YAML: {error.message}"))
        return file
    if not isinstance(document.value, dict):
        file.problems.append(WordsProblem(1, 1, "the file holds no sections of words"))
        return file
    file.places.update({_dotted(key): place for key, place in document.positions.items()})
    for name, line, column in document.repeated:
        file.problems.append(WordsProblem(line, column, f'"{name}" stands here again'))
    _fill(file, document)
    return file


def _fill(file: WordsFile, document: YamlDocument) -> None:
    sections = dict(document.value)
    locale = sections.pop(LOCALE, {})
    if isinstance(locale, dict):
        file.locale.update(locale)
    for key, value in _leaves(sections, ""):
        if value is None or isinstance(value, str):
            file.values[key] = value or ""
        else:
            line, column = file.place_of(key)
            message = f'"{key}" is {value!r} to YAML and no text: put it between quotation marks'
            file.problems.append(WordsProblem(line, column, message))
            file.values[key] = str(value)


def _leaves(value: Any, key: str) -> Iterator[tuple[str, Any]]:
    """Give every value that is no mapping, by its dotted key."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(inner, f"{key}.{name}" if key else str(name))
    else:
        yield key, value


def _dotted(path: tuple[str | int, ...]) -> str:
    return ".".join(map(str, path))
