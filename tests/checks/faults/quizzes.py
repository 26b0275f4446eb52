"""Faults in quizzes, each with a twin that is right."""

from __future__ import annotations

from guides import QUIZZES, Fault

FILE = "data/quizzes.yml"


def planted(identity: str, old: str, new: str, line: int, says: str = "") -> Fault:
    assert old in QUIZZES
    return Fault(identity, {FILE: QUIZZES.replace(old, new, 1)}, {FILE: QUIZZES}, f"{FILE}:{line}", says)


FAULTS = [
    planted("quiz-form", "id: culture-first", "id: Culture first", 3, "kebab-case"),
    planted("quiz-form", 'explanation: "Managers show the way."', "", 3, "in en"),
    planted("quiz-form", '["Nobody", "The manager"]', '["Nobody", "The manager", "All"]', 3, "different numbers"),
    planted("quiz-form", '["Nobody", "The manager"]', '["Nobody", "Nobody"]', 3, "same option twice"),
    planted("quiz-form", "correct: 1", "correct: 2", 3, "correct"),
    planted("quiz-form", "correct: 1", "corect: 1", 6, 'did you mean "correct"'),
    planted("quiz-twice", "culture-then", "culture-first", 8, "line 3"),
    planted("quiz-page-missing", "steps/culture.md", "steps/cultur.md", 1, "steps/culture.md"),
    planted("quiz-see-missing", "see: why", "see: whi", 3, 'did you mean "why"'),
    Fault(
        "quiz-twice", {FILE: QUIZZES + QUIZZES.replace("culture-", "more-")}, {FILE: QUIZZES}, f"{FILE}:13", "line 1"
    ),
    Fault("quiz-form", {FILE: "- page: steps/culture.md\n"}, {FILE: QUIZZES}, f"{FILE}:1", "no questions"),
    Fault("data-unreadable", {FILE: "page: x\n"}, {FILE: QUIZZES}, f"{FILE}:1", "list of quizzes"),
]
