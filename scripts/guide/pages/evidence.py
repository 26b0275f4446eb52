"""The box below a page's heading that says how good the evidence is."""

from __future__ import annotations

from guide.model.page import Page
from guide.pages.references import relative_link
from guide.words import labels

GRADES_PAGE = "about/evidence-grades.md"


def evidence(page: Page) -> str:
    """Give the box with the page's grade of evidence and the reason for it, or ""."""
    block = page.front.values.get("evidence")
    if not isinstance(block, dict) or block.get("grade") not in labels.GRADES:
        return ""
    grade = str(block["grade"])
    head = labels.WORDS["evidence"][page.language]
    name = labels.GRADES[grade][page.language]
    link = f"[{name}]({relative_link(page, GRADES_PAGE)}#{grade})"
    return (
        f'<div class="guide-evidence guide-evidence--{grade}" markdown="1">\n\n'
        f"**{head}: {link}.** {block.get('reason', '')}\n\n</div>"
    )
