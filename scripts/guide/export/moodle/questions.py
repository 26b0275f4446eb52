"""The question bank of a Moodle backup: each quiz's questions, in categories of the quiz's own.

What lives here: ``questions.xml``. What does not: the quizzes that ask them (``activities.py``), and the
file of questions that is imported alone (``bank.py``). Followed: Moodle's ``backup_questions_structure_step``
since 4.0, where a question is a version of an entry in the bank.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from guide.export.course import KnowledgeCheck
from guide.export.moodle.activities import NULL, Placed, categories_of
from guide.export.sayings import asked, explanation
from guide.model.data import QuizQuestion
from guide.tools.xmltext import tree

_MODULE = 70
"""Level of an activity's context."""


def question_categories(
    quizzes: Sequence[tuple[Placed, KnowledgeCheck]], identifier: str, language: str, time: int
) -> Any:
    """Give the root of ``questions.xml``; ``identifier`` makes the questions' stamps unlike those of other courses."""
    found = tree("question_categories")
    for placed, check in quizzes:
        top, own = categories_of(placed)
        found.append(_category(placed, top, "top", 0, identifier))
        category = _category(placed, own, placed.activity.title, top, identifier)
        entries = category.find("question_bank_entries")
        for question in asked(check, language):
            entry = placed.entries[question.id]
            entries.append(_entry(question, check, entry, own, (identifier, language, time)))
        found.append(category)
    return found


def _category(placed: Placed, number: int, name: str, parent: int, identifier: str) -> Any:
    return tree(
        "question_category",
        {
            "name": name,
            "contextid": placed.context,
            "contextlevel": _MODULE,
            "contextinstanceid": placed.number,
            "info": "",
            "infoformat": 0,
            "stamp": f"{identifier}+category+{number}",
            "parent": parent,
            "sortorder": 0 if not parent else 999,
            "idnumber": NULL,
            "question_bank_entries": "",
        },
        id=number,
    )


def _entry(
    question: QuizQuestion, check: KnowledgeCheck, number: int, category: int, about: tuple[str, str, int]
) -> Any:
    version = tree("question_versions", {"version": 1, "status": "ready"}, id=number)
    version.append(tree("questions", {}))
    version[-1].append(_question(question, check, number, about))
    made = tree("question_bank_entry", {"questioncategoryid": category, "idnumber": NULL, "ownerid": NULL}, id=number)
    made.append(tree("question_version"))
    made[-1].append(version)
    return made


def _question(question: QuizQuestion, check: KnowledgeCheck, number: int, about: tuple[str, str, int]) -> Any:
    identifier, language, time = about
    text = question.texts[language]
    made = tree(
        "question",
        {
            "parent": 0,
            "name": question.id,
            "questiontext": f"<p>{escape(text.question, quote=False)}</p>",
            "questiontextformat": 1,
            "generalfeedback": f"<p>{explanation(question, check, language)}</p>",
            "generalfeedbackformat": 1,
            "defaultmark": "1.0000000",
            "penalty": "0.3333333",
            "qtype": "multichoice",
            "length": 1,
            "stamp": f"{identifier}+question+{question.id}",
            "timecreated": time,
            "timemodified": time,
            "createdby": NULL,
            "modifiedby": NULL,
        },
        id=number,
    )
    made.append(_multichoice(question, text.options, number))
    made.append(tree("question_hints"))
    made.append(tree("tags"))
    return made


def _multichoice(question: QuizQuestion, options: Sequence[str], number: int) -> Any:
    """Give the answers, of which one is right, and how they are shown (``qtype_multichoice``)."""
    made = tree("plugin_qtype_multichoice_question")
    answers = tree("answers")
    for place, option in enumerate(options):
        answers.append(
            tree(
                "answer",
                {
                    "answertext": escape(option, quote=False),
                    "answerformat": 1,
                    "fraction": "1.0000000" if place == question.correct else "0.0000000",
                    "feedback": "",
                    "feedbackformat": 1,
                },
                id=100 * number + place,
            )
        )
    made.append(answers)
    made.append(
        tree(
            "multichoice",
            {
                "layout": 0,
                "single": 1,
                "shuffleanswers": 1,
                "correctfeedback": "",
                "correctfeedbackformat": 1,
                "partiallycorrectfeedback": "",
                "partiallycorrectfeedbackformat": 1,
                "incorrectfeedback": "",
                "incorrectfeedbackformat": 1,
                "answernumbering": "ABCD",
                "shownumcorrect": 0,
                "showstandardinstruction": 0,
            },
            id=number,
        )
    )
    return made
