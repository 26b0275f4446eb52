"""Declarations that never win: the theme says one thing of a selector, the guide another of the same.

What lives here: finding and leaving out what a later rule of the very same selector
overrides. What does not: which of two different selectors wins, which is for browsers.

Followed: CSS Cascading and Inheritance Level 4 (of two declarations of equal specificity
the last wins).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from guide.client.style_rules import Declaration, Rule, Selector

_SHORTHANDS = ("background", "margin", "outline", "padding", "text-decoration")
"""Properties that set every property whose name goes on from theirs."""


@dataclass
class _Later:
    """What stands further down: the conditions of its rules, by selector, property and importance."""

    found: dict[tuple[str, str, bool], list[frozenset[str]]] = field(default_factory=dict)

    def add(self, selector: Selector, declaration: Declaration, conditions: frozenset[str]) -> None:
        key = (selector.text, declaration.name, declaration.is_important)
        self.found.setdefault(key, []).append(conditions)

    def overrides(self, selector: Selector, declaration: Declaration, conditions: frozenset[str]) -> bool:
        """Say whether a later rule for the selector, which holds whenever this one does, sets the property."""
        names = {declaration.name, *(each for each in _SHORTHANDS if declaration.name.startswith(f"{each}-"))}
        weights = {True, declaration.is_important}
        return any(
            later <= conditions
            for name in names
            for is_important in weights
            for later in self.found.get((selector.text, name, is_important), ())
        )


def without_overridden(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Give the rules of a whole sheet without declarations that later ones override wherever they hold."""
    return tuple(_kept(rules, frozenset(), _Later()))


def _kept(rules: Sequence[Rule], conditions: frozenset[str], later: _Later) -> list[Rule]:
    return list(reversed(list(_from_the_end(rules, conditions, later))))


def _from_the_end(rules: Sequence[Rule], conditions: frozenset[str], later: _Later) -> Iterator[Rule]:
    for rule in reversed(rules):
        if "keyframes" in rule.start:
            yield rule
        elif rule.rules:
            inner = _kept(rule.rules, conditions | {rule.start}, later)
            if inner:
                yield replace(rule, rules=tuple(inner))
        elif rule.selectors:
            declarations = tuple(
                each
                for each in rule.declarations
                if not all(later.overrides(selector, each, conditions) for selector in rule.selectors)
            )
            # Values of one property in one rule are steps for browsers that do not know the last: none overrides.
            for selector in rule.selectors:
                for each in rule.declarations:
                    later.add(selector, each, conditions)
            if declarations:
                yield replace(rule, declarations=declarations)
        else:
            yield rule
