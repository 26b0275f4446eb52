"""The catalogue of findings as a Markdown file, made from the rules.

What lives here: the text of CHECKS.md. What does not: the rules themselves, which
stand beside their checks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guide.checks.findings import Rule

_HEAD = """# What the checks find

<!-- Made by `guide catalogue`; edit the rules in scripts/guide/checks instead. -->

Every message begins with file, line and column, then the id of what was found. This page explains each of
the {count} ids: what it means, why it matters, and what to do. An *error* does not work or says something
untrue; a *warning* works less well than it should. Both make `make check` and `make build` fail.
Where *fixed by `--fix`* stands, `guide check --fix` makes the change.

A finding that is right as it is can be allowed at its place, with a reason:
`<!-- allow: id — reason -->` on the line before (or the same line) in a page, `# allow: id — reason` in front matter,
mkdocs.yml and the YAML files in data. An allowance that is no longer needed is itself a finding.

"""


def catalogue(concerns: Mapping[str, Sequence[Rule]]) -> str:
    """Give the text of CHECKS.md: each concern a heading, each rule an anchor."""
    count = sum(len(rules) for rules in concerns.values())
    parts = [_HEAD.format(count=count)]
    for concern, rules in concerns.items():
        parts.append(f"- {concern}: " + ", ".join(f"[{rule.id}](#{rule.id})" for rule in rules) + "\n")
    for concern, rules in concerns.items():
        parts.append(f"\n## {concern}\n")
        parts.extend(_entry(rule) for rule in rules)
    return "".join(parts)


def _entry(rule: Rule) -> str:
    notes = f"{rule.severity.value}; fixed by `--fix`" if rule.fixable else rule.severity.value
    return (
        f'\n### <a id="{rule.id}"></a>{rule.id}\n\n'
        f"**{rule.title}** ({notes}). {rule.means}\n\n"
        f"Why it matters: {rule.why}\n\n"
        f"What to do: {rule.hint}.\n"
    )
