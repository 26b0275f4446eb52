"""The box below a page's heading that says how good the evidence is."""

from __future__ import annotations

from guide.model.page import Page
from guide.pages.references import relative_link
from guide.words import words_of

GRADES_PAGE = "about/evidence-grades.md"


def evidence(page: Page) -> str:
    """Give the box with the page's grade of evidence and the reason for it, or ""."""
    block = page.front.values.get("evidence")
    words = words_of(page.language)
    if not isinstance(block, dict) or block.get("grade") not in words.vocabulary("grade"):
        return ""
    grade = str(block["grade"])
    link = f"[{words.name_of('grade', grade)}]({relative_link(page, GRADES_PAGE)}#{grade})"
    return (
        f'<div class="guide-evidence guide-evidence--{grade}" markdown="1">\n\n'
        f"**{words['evidence.heading']}: {link}.** {block.get('reason', '')}\n\n</div>"
    )
