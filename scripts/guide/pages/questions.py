"""The questions of the FAQ: as lists of links by theme and by who asks, and all with their answers.

What lives here: the list of every question, each with the id that it had when all answers stood on
one page, so that an old link lands at the link to the answer (``client/moved.js`` goes on at once); the
folded lists by role; and the page of all answers, for print, put together from the pages of the themes.
What does not: which questions there are (``Guide.themes``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from guide.addresses.published import Place, file_of
from guide.addresses.redirects import href_to
from guide.model.guide import Guide, Theme
from guide.model.page import Page
from guide.model.vocabularies import Directive
from guide.pages.references import relative_link
from guide.words import words_of


def questions_by_theme(guide: Guide, page: Page) -> str:
    """Give every question as a link below the heading of its theme, both with their ids."""
    return "\n\n".join(_theme(theme, page) for theme in guide.themes[page.language])


def _theme(theme: Theme, page: Page) -> str:
    # On a page with the answers, the ids stand at the answers.
    is_here = theme.page is page
    fragment = f"#{theme.anchor}" if theme.anchor else ""
    name = f"[{theme.title}]({'' if is_here else relative_link(page, theme.page.path)}{fragment})"
    lines = [f"**{name}**" if is_here else f"### {name} {{#{theme.id}}}", "", '<ul class="guide-answers">']
    for question in theme.questions:
        own = "" if is_here else f' id="{question.id}"'
        href = escape(_href(theme.page, question.id, page))
        lines.append(f'<li{own}><a href="{href}">{escape(question.text)}</a></li>')
    return "\n".join([*lines, "</ul>"])


def questions_by_role(guide: Guide, page: Page) -> str:
    """Give the questions as links, folded by who is most likely to ask; it works without JavaScript."""
    words = words_of(page.language)
    lines = ['<div class="guide-questions">']
    for role, name in words.vocabulary("roles").items():
        asked = [
            (theme.page, question)
            for theme in guide.themes[page.language]
            for question in theme.questions
            if role in question.roles
        ]
        if asked:
            count = words["questions.one"] if len(asked) == 1 else words["questions.many"]
            lines.append(f"<details><summary>{escape(name)} <span>{count.format(len(asked))}</span></summary><ul>")
            lines += [
                f'<li><a href="{escape(_href(on, question.id, page))}">{escape(question.text)}</a></li>'
                for on, question in asked
            ]
            lines.append("</ul></details>")
    return "\n".join([*lines, "</div>"])


def _href(goal: Page, anchor: str, page: Page) -> str:
    return href_to(Place(goal, anchor), file_of(page))


# All with their answers -----------------------------------------------------


def with_answers(markdown: str, page: Page, guide: Guide) -> tuple[str, Page]:
    """Put every theme with its answers into a page that asks for them; give its Markdown, and the page.

    The page stands in the folder of those of the themes, so that their links hold on it. It has
    their citations too, so that each claim gets one note.
    """
    themes = [theme for theme in guide.themes[page.language] if not theme.anchor]
    answers = "\n\n".join("\n".join(_lowered(theme)) for theme in themes)
    cited = (citation for theme in themes for citation in theme.page.citations)
    put_in = markdown.replace(f"<!-- guide:{Directive.ANSWERS} -->", answers, 1)
    return put_in, replace(page, citations=(*page.citations, *cited))


def _lowered(theme: Theme) -> Iterator[str]:
    """Give a theme's page with h2 for its h1 and h3 for its h2."""
    for line in theme.page.markdown.splitlines():
        if line.startswith("# "):
            yield f"## {theme.title} {{#{theme.id}}}"
        else:
            yield f"#{line}" if line.startswith("## ") else line
