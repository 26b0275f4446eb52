"""Quizzes as QTI 1.2 assessments, in the profile that Common Cartridge allows.

What lives here: one assessment of questions with one right answer each. What does
not: where it stands in a cartridge (``cartridge.py``). Followed: IMS QTI 1.2.1 ASI
XML binding, as Common Cartridge profiles it (CC 1.3 Implementation, "Assessments":
``cc.exam.v0p1`` with items ``cc.multiple_choice.v0p1``).
"""

from __future__ import annotations

from html import escape
from typing import Any

from guide.export.course import KnowledgeCheck
from guide.export.sayings import asked, explanation
from guide.model.data import QuizQuestion
from guide.tools.xmltext import XSI, add, file_text, root
from guide.words import words_of

NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_SETTINGS = {
    "cc_profile": "cc.exam.v0p1",
    "qmd_assessmenttype": "Examination",
    "qmd_scoretype": "Percentage",
    "qmd_feedbackpermitted": "Yes",
    "cc_maxattempts": "unlimited",
}
_ITEM_SETTINGS = {"cc_profile": "cc.multiple_choice.v0p1"}
_LETTERS = "ABCDEFGHIJ"


def assessment(check: KnowledgeCheck, identifier: str, language: str, schema_location: str) -> str:
    """Give the text of the assessment's file."""
    interop = root(NAMESPACE, "questestinterop", {"xsi": XSI})
    interop.set(f"{{{XSI}}}schemaLocation", f"{NAMESPACE} {schema_location}")
    title = words_of(language)["course.quiz"].format(check.title)
    exam = add(interop, "assessment", ident=identifier, title=title)
    _add_settings(exam, _SETTINGS)
    section = add(exam, "section", ident="root_section")
    for question in asked(check, language):
        _add_item(section, question, check, language)
    return file_text(interop)


def _add_settings(parent: Any, settings: dict[str, str]) -> None:
    metadata = add(parent, "qtimetadata")
    for label, entry in settings.items():
        field = add(metadata, "qtimetadatafield")
        add(field, "fieldlabel", label)
        add(field, "fieldentry", entry)


def _add_item(section: Any, question: QuizQuestion, check: KnowledgeCheck, language: str) -> None:
    """Add one question: what is asked, what is right, and what is said to whoever has answered."""
    text = question.texts[language]
    item = add(section, "item", ident=question.id, title=text.question)
    _add_settings(add(item, "itemmetadata"), _ITEM_SETTINGS)
    presentation = add(item, "presentation")
    _add_material(presentation, escape(text.question, quote=False))
    response = add(presentation, "response_lid", ident=f"{question.id}-answer", rcardinality="Single")
    choices = add(response, "render_choice", shuffle="Yes")
    for letter, option in zip(_LETTERS, text.options, strict=False):
        _add_material(add(choices, "response_label", ident=letter), escape(option, quote=False))
    _add_scoring(item, question)
    feedback = add(add(item, "itemfeedback", ident="general_fb"), "flow_mat")
    _add_material(feedback, f"<p>{explanation(question, check, language)}</p>")


def _add_material(parent: Any, html: str) -> None:
    add(add(parent, "material"), "mattext", html, texttype="text/html")


def _add_scoring(item: Any, question: QuizQuestion) -> None:
    processing = add(item, "resprocessing")
    add(add(processing, "outcomes"), "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    # Everybody sees the explanation; "continue" lets the answer then be scored.
    always = add(processing, "respcondition", **{"continue": "Yes"})
    add(add(always, "conditionvar"), "other")
    add(always, "displayfeedback", feedbacktype="Response", linkrefid="general_fb")
    right = add(processing, "respcondition", **{"continue": "No"})
    add(add(right, "conditionvar"), "varequal", _LETTERS[question.correct], respident=f"{question.id}-answer")
    add(right, "setvar", "100", action="Set", varname="SCORE")
