"""The questions of the FAQ as lists of links, folded by theme and by who asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from guide.model.guide import Guide
from guide.model.page import Page, Question
from guide.words import words_of


def questions_by_theme(guide: Guide, page: Page) -> str:
    """Give every question of the page as links, folded by theme; it works without JavaScript."""
    themes = {heading.id: heading.text for heading in page.headings if heading.level == 2}
    return _folded_questions(
        page, ((text, [q for q in page.questions if q.theme == theme]) for theme, text in themes.items())
    )


def questions_by_role(guide: Guide, page: Page) -> str:
    """Give the questions as links, folded by who is most likely to ask."""
    roles = words_of(page.language).vocabulary("roles")
    return _folded_questions(
        page, ((name, [q for q in page.questions if role in q.roles]) for role, name in roles.items())
    )


def _folded_questions(page: Page, groups: Iterable[tuple[str, Sequence[Question]]]) -> str:
    words = words_of(page.language)
    lines = ['<div class="guide-questions">']
    for name, questions in groups:
        if not questions:
            continue
        count = words["questions.one"] if len(questions) == 1 else words["questions.many"]
        lines.append(f"<details><summary>{escape(name)} <span>{count.format(len(questions))}</span></summary><ul>")
        lines += [f'<li><a href="#{question.id}">{escape(question.text)}</a></li>' for question in questions]
        lines.append("</ul></details>")
    return "\n".join([*lines, "</div>"])
