"""The table of every part that another site can show by itself, on the page about embedding.

What lives here: the table, with the code that an editor of another site copies. What does not: the pages that the
frames show (``export/embeds.py``).
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from html import escape

from guide.addresses.embeds import Kind, Part, part_address, part_file, parts_of
from guide.addresses.published import file_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages import filters as filtering
from guide.pages import tables
from guide.words import words_of

_HEIGHTS: Mapping[Kind, int] = {
    Kind.QUESTION: 560,
    Kind.TERM: 240,
    Kind.FIGURE: 560,
    Kind.QUIZ: 800,
    Kind.TOOL: 800,
}
"""Pixels of a frame whose host does not listen for its height: all of a term or figure, the start of the others."""


def table(guide: Guide, page: Page) -> str:
    """Give the table of every part in the language of ``page``, as HTML that a script can filter."""
    language, words = page.language, words_of(page.language).section("embeds")
    if not guide.settings.site_url:
        return f"<p>{words['no-address']}</p>"
    kinds = {kind.value: words[kind] for kind in Kind}
    settings = filtering.settings_of(
        [filtering.Field("part", words["kind"], kinds)], "embeds", language, text=words["find"]
    )
    labels = [words[name] for name in ("title", "kind", "code")]
    rows = [
        tables.row(labels, (_link(part, page, guide), words[part.kind], _code(part, guide)), f'data-part="{part.kind}"')
        for part in parts_of(guide, language)
    ]
    box, filtered = f'role="group" aria-label="{words["all"]}"', f'data-guide-filter="{escape(settings)}"'
    return tables.written(labels, rows, box, filtered, "guide-addresses")


def _link(part: Part, page: Page, guide: Guide) -> str:
    file = part_file(part, guide).removesuffix("index.html")
    up = posixpath.relpath(".", posixpath.dirname(file_of(page)) or ".")
    return f'<a href="{up}/{file}">{escape(part.title)}</a>'


def _code(part: Part, guide: Guide) -> str:
    words = words_of(part.place.page.language).section("embeds")
    code = frame(part, guide)
    label = escape(words["code-of"].format(part.title))
    return f'<details><summary aria-label="{label}">{words["embed"]}</summary><code>{escape(code)}</code></details>'


def frame(part: Part, guide: Guide) -> str:
    """Give the element that shows a part on another site, named for those who cannot see it (WCAG 2.2, 4.1.2)."""
    words = words_of(part.place.page.language).section("embeds")
    title = escape(words["title-of"].format(part.title, guide.settings.site_name))
    address = escape(part_address(part, guide))
    return (
        f'<iframe src="{address}" title="{title}" width="100%" height="{_HEIGHTS[part.kind]}" loading="lazy"></iframe>'
    )
