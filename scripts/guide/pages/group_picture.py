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
from guide.model.tools import BETTER, FEWEST, FEWEST_PEOPLE, Assessment
from guide.pages.assessment import language_number
from guide.words import words_of


def group_picture(guide: Guide, page: Page) -> str:
    """Give the form in the page's language, with all that the script needs in ``data-guide-group``; or ""."""
    found = next(iter(guide.assessments), None)
    if found is None:
        return ""
    words = words_of(page.language)
    first, second = (_field(name, words[f"group.{name}-label"]) for name in ("first", "second"))
    return "\n".join(
        [
            f'<div class="guide-tool" data-guide-group="{escape(_given(guide, found, page.language))}">',
            f'<form class="guide-js" autocomplete="off">{first}',
            f"<details><summary>{escape(words['group.compare'])}</summary>{second}</details>",
            "</form>",
            f'<p class="guide-no-js">{escape(words["group.without-script"])}</p>',
            "</div>",
        ]
    )


def _given(guide: Guide, found: Assessment, language: str) -> str:
    given: dict[str, Any] = {"version": found.version, "fewest": FEWEST_PEOPLE, "better": BETTER, "known": FEWEST}
    given["language"] = language_number(guide, language)
    given["parts"] = [
        {
            "name": each.texts[language].name,
            "statements": [one.texts[language].text for one in found.statements_of(each) if language in one.texts],
        }
        for each in found.dimensions
        if language in each.texts
    ]
    given["words"] = words_of(language).section("group")
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))


def _field(name: str, label: str) -> str:
    return (
        f'<label class="guide-assessment__note">{escape(label)} '
        f'<textarea name="{name}" rows="6" spellcheck="false" autocapitalize="characters"></textarea></label>'
    )
