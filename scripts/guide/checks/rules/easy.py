"""Checks of easy reading: short sentences, and beside each such page the whole one."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.findings import Finding, Rule
from guide.checks.registry import source_check
from guide.language.readability import counted, split_sentences
from guide.model.guide import Guide
from guide.model.page import EASY_FOLDER, Page
from guide.pages.easy import other_wording
from guide.tools.texts import per_page

LONG = Rule(
    "easy-sentence-long",
    "Long sentence in easy reading",
    "A sentence on a page of easy reading has more words than such a page may have (extra.guide, "
    "longest_easy_sentence).",
    "Who reads with difficulty has lost its beginning before its end.",
    "make two sentences of it, or leave out what can be left out",
)
ALONE = Rule(
    "easy-page-alone",
    "Easy reading of no page",
    f"The page is of the type easy, but it does not stand at {EASY_FOLDER} and the path of the page that it makes "
    "easier, or there is no such page.",
    "No page leads to it, and it cannot lead to where more is said and the sources are.",
    f"give it the path of the whole page below {EASY_FOLDER}: {EASY_FOLDER}steps/leadership.md for steps/leadership.md",
)


@source_check(LONG, ALONE)
def easy(guide: Guide) -> Iterator[Finding]:
    """Pages of easy reading."""
    for page in guide.pages:
        if page.is_easy:
            if not page.path.startswith(EASY_FOLDER) or other_wording(page, guide) is None:
                yield ALONE.at(page.front.at("type"), f'"{page.path}" is not the easy reading of any page')
            yield from _long_sentences(page, guide.settings.schema.longest_easy_sentence)


@per_page
def _long_sentences(page: Page, most: int) -> Iterator[Finding]:
    for passage in page.passages:
        if passage.kind != "paragraph":
            continue
        for sentence in split_sentences(passage.text):
            words = counted([sentence]).words
            if 0 < most < words:
                yield LONG.at(passage.position, f'{words} words, at most {most}: "{sentence}"')
