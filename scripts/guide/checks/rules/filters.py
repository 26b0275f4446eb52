"""Checks of tables that readers can filter: ``<!-- guide:filter Column | Column -->``."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.page import Comment, Page, Table
from guide.pages import filters as filtering

FILTER = Rule(
    "filter-wrong",
    "Filter that does not fit its table",
    "<!-- guide:filter … --> has no table after it, or names a column that the table does not have.",
    "The reader gets no filter, or one that lacks a choice.",
    "write it above the table, with columns as in the table's head: <!-- guide:filter Source | How often -->",
)
_FARTHEST = 2
"""Lines from the directive to its table: the next line, or the one after a blank line."""


@source_check(FILTER)
def filters(guide: Guide) -> Iterator[Finding]:
    """Directives that name a table's columns."""
    for page in guide.pages:
        for comment in page.comments:
            if comment.name == "guide" and is_filter(comment):
                yield from _filter(page, comment)


def is_filter(comment: Comment) -> bool:
    """Tell whether an instruction of the guide is a filter."""
    return comment.value.split()[:1] == [filtering.DIRECTIVE]


def _filter(page: Page, comment: Comment) -> Iterator[Finding]:
    table = next((table for table in page.tables if _is_next(comment, table)), None)
    columns = filtering.columns_named(comment.value.strip().removeprefix(filtering.DIRECTIVE))
    if table is None:
        yield FILTER.at(comment.position, "no table follows the filter")
        return
    if not columns:
        yield FILTER.at(comment.position, "the filter names no column")
    heads = [p.text for p in page.passages if p.kind == "cell" and p.position[:2] == table.position[:2]]
    for _, column in columns:
        if column != filtering.SECTION and column not in heads:
            message = f'the table has no column "{column}"'
            yield FILTER.at(comment.position, message, suggestion=nearest(column, heads))


def _is_next(comment: Comment, table: Table) -> bool:
    return 1 <= table.position.line - comment.position.line <= _FARTHEST
