"""Questions of the FAQ, out of the tokens of a page of it.

What lives here: which blocks make up one question. What does not: whether the
question is well made (``checks/rules/faq.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Protocol

from markdown_it.token import Token

from guide.model.page import Comment, Heading, Question
from guide.model.vocabularies import Directive
from guide.reading.markdown import plain_text
from guide.tools.lists import entries_of

THEME = "theme-"
"""How the id of a theme begins."""


class Read(Protocol):
    """What a page reader has already found."""

    headings: list[Heading]
    comments: list[Comment]


def questions_in(read: Read, tokens: Sequence[Token], path: str) -> tuple[Question, ...]:
    """Give the questions: every h3, or every h2 of a page that is one theme, with what follows up to the next heading.

    ``path`` is the page's, within its language: the name of a page that is one theme names the theme.
    """
    questions: list[Question] = []
    level = _level_of_questions(read)
    theme = own_theme = f"{THEME}{PurePosixPath(path).stem}" if level == 2 else ""
    for number, (heading, blocks) in enumerate(_stretches(read.headings, tokens)):
        if heading.level < level:
            theme = heading.id if heading.level == 2 else own_theme
        if heading.level != level:
            continue
        paragraphs = [
            inline for opening, inline in pairwise(blocks) if opening.type == "paragraph_open" and opening.level == 0
        ]
        texts = [text for text in map(plain_text, paragraphs) if text]
        after = read.headings[number + 1].position.line if number + 1 < len(read.headings) else None
        own = [
            comment
            for comment in read.comments
            if comment.position.line > heading.position.line and (after is None or comment.position.line < after)
        ]
        also = next((comment for comment in own if comment.name == "also"), None)
        roles = next((comment for comment in own if comment.name == "roles"), None)
        last_links = (
            [child for child in (paragraphs[-1].children or ()) if child.type == "link_open"] if paragraphs else []
        )
        questions.append(
            Question(
                id=heading.id if heading.explicit else "",
                text=heading.text,
                also=entries_of(also.value, "|") if also else (),
                roles=entries_of(roles.value, ",") if roles else (),
                short_answer=texts[0] if texts else "",
                words=len(texts[0].split()) if texts else 0,
                theme=theme,
                read_more=texts[-1] if len(texts) > 1 else "",
                read_more_links=len(last_links),
                position=heading.position,
                also_position=also.position if also else None,
                roles_position=roles.position if roles else None,
            )
        )
    return tuple(questions)


def _level_of_questions(read: Read) -> int:
    """Give 2 for a page that is one theme; a page that lists the questions of others has none among its h2."""
    has_deeper = any(heading.level == 3 for heading in read.headings)
    lists = any(comment.name == "guide" and comment.value == Directive.QUESTIONS for comment in read.comments)
    return 3 if has_deeper or lists else 2


def _stretches(headings: Sequence[Heading], tokens: Sequence[Token]) -> list[tuple[Heading, list[Token]]]:
    """Each heading with the tokens up to the next one."""
    stretches: list[tuple[Heading, list[Token]]] = []
    for token in tokens:
        if token.type == "heading_open":
            stretches.append((headings[len(stretches)], []))
        elif stretches:
            stretches[-1][1].append(token)
    return stretches
