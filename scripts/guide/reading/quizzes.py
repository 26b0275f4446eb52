"""Quizzes: from ``data/quizzes.yml`` to the model.

What lives here: reading the file. What does not: judging the entries
(``checks/rules/quizzes.py``) and the part of the page (``pages/quizzes.py``).

An entry is ``{page: steps/leadership.md, questions: [{id: …, sv: {question: …,
options: […], explanation: …}, en: {…}, correct: 1, see: what-to-do}]}``; ``correct``
is an index from 0, ``see`` the id of the section that explains the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guide.model.data import Quiz, QuizQuestion, QuizText
from guide.model.place import Position, Problem
from guide.tools.yaml import YamlDocument, YamlError, read_yaml

_OWN_KEYS = frozenset({"id", "correct", "see"})


# Reading --------------------------------------------------------------------


def read_quizzes(text: str, path: str) -> tuple[tuple[Quiz, ...], tuple[Problem, ...]]:
    """Read the file; what an entry lacks is left empty, for the check to find."""
    try:
        document = read_yaml(text)
    except YamlError as error:
        place = Position(path, error.line, error.column)
        return (), (Problem("data-unreadable", place, f"not valid YAML: {error.message}"),)
    entries = document.value or []
    if not isinstance(entries, list):
        return (), (Problem("data-unreadable", Position(path), "the file must hold a list of quizzes"),)
    return tuple(_quiz(entry, index, document, path) for index, entry in enumerate(entries)), ()


def _quiz(entry: Any, index: int, document: YamlDocument, path: str) -> Quiz:
    found = entry if isinstance(entry, dict) else {}
    questions = found.get("questions")
    listed = questions if isinstance(questions, list) else []
    return Quiz(
        page=_text(found, "page"),
        questions=tuple(
            _question(each, Position(path, *document.positions.get((index, "questions", number), (1, 1))))
            for number, each in enumerate(listed)
        ),
        position=Position(path, *document.positions.get((index,), (1, 1))),
    )


def _question(entry: Any, position: Position) -> QuizQuestion:
    found = entry if isinstance(entry, dict) else {}
    correct = found.get("correct")
    return QuizQuestion(
        id=_text(found, "id"),
        texts={str(key): _quiz_text(value) for key, value in found.items() if key not in _OWN_KEYS},
        correct=correct if isinstance(correct, int) and not isinstance(correct, bool) else -1,
        see=_text(found, "see"),
        position=position,
    )


def _quiz_text(value: Any) -> QuizText:
    found = value if isinstance(value, dict) else {}
    options = found.get("options")
    listed = [str(option).strip() for option in options] if isinstance(options, list) else []
    return QuizText(_text(found, "question"), tuple(listed), _text(found, "explanation"))


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return value.strip() if isinstance(value, str) else ""
