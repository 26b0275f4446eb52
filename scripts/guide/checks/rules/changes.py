"""Checks of what readers are told of changes and reviews: ``data/changes.yml`` and ``data/reviews.yml``."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.causes import gone
from guide.checks.entries import twice
from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.model.data import Change
from guide.model.guide import Guide
from guide.model.place import Position
from guide.tools.days import today

FORM = Rule(
    "change-form",
    "Change without what it needs",
    "The entry lacks its id, day, kind or a text in one of the languages, or holds a key that is not known.",
    "Readers of one language do not hear of it.",
    "write id, date, kind, and one or two sentences in every language",
)
TWICE = Rule(
    "change-twice",
    "Two changes with one id",
    "Two entries have the same id.",
    "Feed readers show only one of them.",
    "give the newer one another id",
)
ORDER = Rule(
    "change-order",
    "Change at the wrong place",
    "The entry is newer than the one above it, or of a day that has not come.",
    "The newest change is not the first that readers see.",
    "put the newest first, with the day on which it is published",
)
PAGE = Rule(
    "change-page-missing",
    "Change or review of a missing page",
    "The page that is named is not in the guide.",
    "The link to it is left out.",
    "write the path of a page within a language, such as steps/leadership.md",
)
REVIEW = Rule(
    "review-missing",
    "Page that nobody has said to have read",
    "The guide keeps a record of reviews, and the page is not in it, or with a day that has not come.",
    "The reader does not see how old the page is.",
    "read the page in all languages, and write the day in the record",
)


@source_check(FORM, TWICE, ORDER, PAGE)
def changes(guide: Guide) -> Iterator[Finding]:
    """Every change that is told."""
    yield from twice(TWICE, guide.changes)
    above: Change | None = None
    for change in guide.changes:
        for language in guide.settings.languages:
            if language.code not in change.texts:
                yield FORM.at(change.position, f'"{change.id}" has no text in {language.code}')
        if change.date > today():
            yield ORDER.at(change.position, f'"{change.id}" is of {change.date}, which has not come')
        elif above is not None and change.date > above.date:
            yield ORDER.at(change.position, f'"{change.id}" is newer than "{above.id}" above it')
        above = change
        for path in change.pages:
            if path not in guide.paths:
                yield PAGE.at(
                    change.position, f'"{change.id}": no page "{path}"', suggestion=nearest(path, guide.paths)
                )


@source_check(PAGE, REVIEW)
def reviews(guide: Guide) -> Iterator[Finding]:
    """Every record of a review, and every page that lacks one."""
    for review in guide.reviews:
        if review.page not in guide.paths:
            message, near = f'no page "{review.page}"', nearest(review.page, guide.paths)
            yield PAGE.at(review.position, message, suggestion=near, cause=gone(guide, review.page))
        elif review.day > today():
            yield REVIEW.at(review.position, f"the review of {review.page} is of {review.day}, which has not come")
    if guide.reviews:
        default = guide.settings.default_language.code
        for page in guide.pages:
            if page.language == default and page.path not in guide.review_by_path:
                hint = f"read the page in all languages, then run: guide mark-reviewed {page.path}"
                yield REVIEW.at(Position(page.file), f"no review of {page.path} is recorded", hint=hint)
