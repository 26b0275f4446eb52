"""The command ``why``: what a finding means, in the terminal.

What lives here: printing entries of the catalogue. What does not: the entries, which stand beside their checks, and
CHECKS.md (``checks/catalogue.py``).
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from guide.checks.findings import Rule, nearest
from guide.checks.running import all_rules
from guide.commands.command import CLEAN, command
from guide.tools.errors import CannotRunError

_WIDTH = 88


@command("why")
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
def why(config: Path, ids: tuple[str, ...]) -> int:
    """Explain a finding.

    ID is what stands behind the place in a message, such as link-missing-anchor; a message pasted whole will do.
    """
    del config  # the same in every guide
    print("\n\n".join("\n".join(_explained(rule)) for rule in _named(ids)))
    return CLEAN


def _named(ids: tuple[str, ...]) -> list[Rule]:
    """Give the rules that are named; words of a pasted message that name none are passed over."""
    rules = all_rules()
    words = [word.strip(",;:.\"'") for text in ids for word in text.split()]
    found = [rules[word] for word in dict.fromkeys(words) if word in rules]
    if not found:
        near = nearest(words[0] if words else "", rules)
        meant = f'; did you mean "{near}"?' if near else ""
        raise CannotRunError(f'no finding is called "{" ".join(ids)}"{meant} — CHECKS.md lists them all')
    return found


def _explained(rule: Rule) -> Iterator[str]:
    fixed = "; guide check --fix mends it" if rule.fixable else ""
    yield f"{rule.id}: {rule.title} ({rule.severity.value}{fixed})"
    for opening, text in (("", rule.means), ("Why it matters: ", rule.why), ("What to do: ", f"{rule.hint}.")):
        yield ""
        yield from textwrap.wrap(opening + text, _WIDTH, break_on_hyphens=False)
    yield ""
    allowed = f"Where it is right as it is: <!-- allow: {rule.id} — the reason --> on the line before, in YAML "
    yield from textwrap.wrap(allowed + f"# allow: {rule.id} — the reason", _WIDTH, break_on_hyphens=False)
