"""The group's picture: where the codes of many self-assessments are put together.

What lives here: the form. What does not: the picture, which the browser makes of the codes (``client/group.js``), and
the sheet for paper, which stands in the page's own text.
"""

from __future__ import annotations

import json
from html import escape
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Page
from guide.words import words_of

FEWEST = 5
"""Nothing is shown of fewer answers than this, nor of a part of the group that is smaller."""


def group_picture(guide: Guide, page: Page) -> str:
    """Give the form in the page's language, with all that the script needs in ``data-guide-group``; or ""."""
    found = next(iter(guide.assessments), None)
    if found is None:
        return ""
    words = words_of(page.language)
    names = [each.texts[page.language].name for each in found.dimensions if page.language in each.texts]
    given: dict[str, Any] = {"version": found.version, "fewest": FEWEST, "names": names}
    given["words"] = words.section("group")
    data = escape(json.dumps(given, ensure_ascii=False, separators=(",", ":")))
    fields = [_field(name, rows, words[f"group.{name}-label"]) for name, rows in (("first", 6), ("second", 3))]
    return "\n".join(
        [
            f'<div class="guide-tool" data-guide-group="{data}">',
            '<form class="guide-js" autocomplete="off">',
            *fields,
            "</form>",
            f'<p class="guide-no-js">{escape(words["group.without-script"])}</p>',
            "</div>",
        ]
    )


def _field(name: str, rows: int, label: str) -> str:
    return (
        f'<label class="guide-assessment__note">{escape(label)} '
        f'<textarea name="{name}" rows="{rows}" spellcheck="false" autocapitalize="characters"></textarea></label>'
    )
