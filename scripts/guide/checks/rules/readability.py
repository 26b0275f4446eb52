"""Checks of how hard the prose is to read, against the limits of the schema."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.findings import Finding, Rule, Severity
from guide.checks.registry import source_check
from guide.language.readability import limit_of, measure_of, measured
from guide.model.guide import Guide
from guide.model.page import Page
from guide.tools.texts import per_page

HARD = Rule(
    "hard-to-read",
    "Page that is hard to read",
    "The prose of the page is harder than its page type allows: LIX in Swedish, Flesch Reading Ease in English.",
    "Readers in a hurry, readers with another first language and tired readers give up.",
    "split long sentences and replace long words (guide readability shows all pages), "
    'or say why it must be so: readability: {reason: "…"}',
)
NOT_NEEDED = Rule(
    "readability-reason-unneeded",
    "Reason for a hard text that is not hard",
    "The front matter gives a reason for a hard text, but the text is within its limit.",
    "The next hard text on the page would pass without anybody noticing.",
    "delete the key readability",
    Severity.WARNING,
)


@source_check(HARD, NOT_NEEDED)
def readability(guide: Guide) -> Iterator[Finding]:
    """Pages above the limit of their type and language, and reasons that nothing needs."""
    for page in guide.pages:
        limit = limit_of(page, guide)
        # A page with places that are still to be written is not measured: it will be another text.
        if limit is not None and page.file not in guide.unfinished:
            yield from _on_page(page, limit)


@per_page
def _on_page(page: Page, limit: int) -> Iterator[Finding]:
    measure, value = measure_of(page.language), measured(page)
    if value is None or measure is None:
        return
    is_hard = measure.exceeds(value, limit)
    if is_hard and not _has_reason(page):
        side = "at most" if measure.harder_is_higher else "at least"
        message = f"{measure.name} is {value:.0f}; pages of this type have {side} {limit}"
        yield HARD.at(page.front.at("type"), message)
    elif not is_hard and "readability" in page.front.values:
        message = f"{measure.name} is {value:.0f}, within the limit of {limit}"
        yield NOT_NEEDED.at(page.front.at("readability"), message)


def _has_reason(page: Page) -> bool:
    block = page.front.values.get("readability")
    return isinstance(block, dict) and bool(block.get("reason"))
