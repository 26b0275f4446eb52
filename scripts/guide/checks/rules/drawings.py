"""Checks of figures: ``data/figures/``, whole in every language, shown on a page, each text in its box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product

from guide.checks.entries import leading_nowhere
from guide.checks.findings import Finding, Rule, Severity, nearest
from guide.checks.registry import source_check
from guide.model.figures import Figure, FigureKind, FigureText
from guide.model.guide import Guide
from guide.model.page import Comment, Page
from guide.model.vocabularies import Directive
from guide.pages.figures.fitting import too_long

FORM = Rule(
    "figure-form",
    "Figure without what it needs",
    "The file lacks a language, or something that figures of its kind are made of, or has another number of boxes in "
    "one language.",
    "The figure is not shown, or says less in one language.",
    "write it as another figure of the same kind is written, in every language",
)
MISSING = Rule(
    "figure-missing",
    "Figure that is not there",
    "<!-- guide:figure NAME --> names no file in the folder of figures.",
    "Nothing is put there, silently.",
    "write the name of a file in data/figures, without .yml",
)
UNUSED = Rule(
    "figure-unused",
    "Figure that no page shows",
    "No page of a language asks for the figure.",
    "It is kept up for nobody, or one language lacks it.",
    "write <!-- guide:figure NAME --> on the page in every language, or delete the file",
    Severity.WARNING,
)
TWICE = Rule(
    "figure-twice",
    "The same figure twice on a page",
    "A page asks for one figure twice.",
    "Two elements get the same id, and the second has no name for those who do not see it.",
    "show it once, and link to it",
)
LINK = Rule(
    "figure-link-missing",
    "Figure that leads nowhere",
    "A box of the figure leads to a page or a section that is not in the guide.",
    "The reader clicks, and nothing happens.",
    "write the path of a page within a language, with or without the id of a section: steps/leadership.md#why",
)
TOO_LONG = Rule(
    "figure-too-long",
    "Text that does not fit in its box",
    "A text of a figure is wider than the place that it has on a phone, or longer than a figure can hold.",
    "It runs over the edge, or the figure becomes a page of text.",
    "say it in fewer or shorter words",
)
_DRAWN = frozenset({FigureKind.NETWORK, FigureKind.CIRCLES, FigureKind.CHART})
_COMPUTED = frozenset({FigureKind.STRENGTH, FigureKind.CASES})


@source_check(FORM, LINK, TOO_LONG)
def figures(guide: Guide) -> Iterator[Finding]:
    """Every figure."""
    codes = [language.code for language in guide.settings.languages]
    for figure in guide.figures:
        for code in codes:
            if code not in figure.texts:
                yield FORM.at(figure.position, f'"{figure.name}" lacks the language {code}')
        for code in figure.texts.keys() - set(codes):
            message = f'"{figure.name}": unknown key "{code}"'
            yield FORM.at(figure.position, message, suggestion=nearest(code, [*codes, "to", "kind"]))
        yield from _alike(figure)
        for code, text in figure.texts.items():
            for says in _lacks(figure, text):
                yield FORM.at(figure.position, f'"{figure.name}" in {code}: {says}')
            for says in too_long(figure, text):
                yield TOO_LONG.at(figure.position, f'"{figure.name}" in {code}: {says}')
        yield from _links(guide, figure, codes)


def _alike(figure: Figure) -> Iterator[Finding]:
    """The languages have as many boxes, lines, arrows and labels."""
    shapes = {
        code: (
            [(bool(part.text), bool(part.aside), len(part.lines)) for part in text.parts],
            [(bool(arrow.down), bool(arrow.up)) for arrow in text.arrows],
            *map(len, (text.across, text.down, text.labels)),
            *map(bool, (text.caption, text.says, text.over, text.under, text.back)),
        )
        for code, text in figure.texts.items()
    }
    first = next(iter(shapes), "")
    for code, shape in shapes.items():
        if shape != shapes[first]:
            yield FORM.at(
                figure.position, f'"{figure.name}" has other boxes, lists or labels in {code} than in {first}'
            )


def _lacks(figure: Figure, text: FigureText) -> Iterator[str]:
    """What figures of the kind need."""
    boxes = len(text.parts)
    if not boxes and figure.kind not in _COMPUTED | {FigureKind.CHART}:
        yield "it has no parts"
    if figure.kind in _DRAWN and not text.says:
        yield "a drawing needs says, for those who do not see it"
    if figure.kind is FigureKind.GRID and boxes != len(text.across) * len(text.down):
        yield f"{len(text.across)} across and {len(text.down)} down make other than {boxes} parts"
    if figure.kind is FigureKind.PATH and not 0 < len(text.arrows) < max(boxes, 1):
        yield "a path needs arrows between its parts, at least one fewer than those"
    if figure.kind is FigureKind.TIMELINE and len(text.across) != 2:
        yield "a timeline needs across: the names of two places"
    if figure.kind is FigureKind.CIRCLES and (boxes, len(text.labels)) != (3, 1):
        yield "circles need three parts, and one label for the middle"
    if figure.kind is FigureKind.CHART and figure.chart is None:
        yield "a chart needs chart, with values"
    if figure.kind is FigureKind.NETWORK:
        yield from _network(figure, text)
    for number in figure.accent:
        if not 1 <= number <= boxes:
            yield f"there is no part {number} to stand out"
    if len(figure.to) > boxes:
        yield f"to names {len(figure.to)} pages for {boxes} parts"


def _network(figure: Figure, text: FigureText) -> Iterator[str]:
    if len(figure.places) != len(text.parts):
        yield f"{len(figure.places)} places for {len(text.parts)} parts"
    for line in figure.lines:
        if not all(1 <= number <= len(figure.places) for number in line.between):
            yield f"a line between {list(line.between)}, and only {len(figure.places)} boxes"
        if line.label > len(text.labels):
            yield f"a line has the label {line.label}, and there are {len(text.labels)}"


def _links(guide: Guide, figure: Figure, codes: list[str]) -> Iterator[Finding]:
    for goal, code in product(figure.to, codes):
        yield from leading_nowhere(LINK, guide, (figure.name, figure.position), goal, code)


@source_check(MISSING, UNUSED, TWICE)
def shown(guide: Guide) -> Iterator[Finding]:
    """Every place that asks for a figure, and figures that no place asks for."""
    asked: dict[str, set[str]] = {language.code: set() for language in guide.settings.languages}
    for page in guide.pages:
        counted = Counter[str]()
        for comment, name in _asking(page):
            asked.setdefault(page.language, set()).add(name)
            counted[name] += 1
            if name not in guide.figure_by_name:
                suggestion = nearest(name, guide.figure_by_name)
                yield MISSING.at(comment.position, f'no figure "{name}"', suggestion=suggestion)
            elif counted[name] > 1:
                yield TWICE.at(comment.position, f'the page shows "{name}" above, too')
    for figure in guide.figures:
        for code, names in asked.items():
            if figure.name not in names:
                yield UNUSED.at(figure.position, f'no page in {code} shows "{figure.name}"')


def _asking(page: Page) -> Iterator[tuple[Comment, str]]:
    for comment in page.comments:
        name, _, choice = comment.value.partition(" ")
        if comment.name == "guide" and name == Directive.FIGURE and choice.strip():
            yield comment, choice.strip()
