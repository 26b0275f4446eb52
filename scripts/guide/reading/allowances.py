"""Allowances: findings that a writer has said yes to, with a reason.

What lives here: reading ``<!-- allow: id — reason -->`` and ``# allow: id — reason``,
and taking allowed findings out of a list. What does not: judging the allowances
themselves (``checks/rules/allowing.py`` declares those rules).
"""

from __future__ import annotations

from collections.abc import Sequence

from guide.model.place import Allowance, Position

_SEPARATORS = (" — ", " – ", " - ", "—", "–")


def split_allowance(value: str) -> tuple[tuple[str, ...], str]:
    """Give the ids and the reason in ``id, id — reason``.

    >>> split_allowance("page-orphan — reached from the 404 page only")
    (('page-orphan',), 'reached from the 404 page only')
    >>> split_allowance("page-orphan")
    (('page-orphan',), '')
    """
    ids, reason = value, ""
    for separator in _SEPARATORS:
        if separator in value:
            ids, reason = value.split(separator, 1)
            break
    return tuple(name for name in ids.replace(",", " ").split() if name), reason.strip()


def allowances_in(value: str, position: Position, lines: Sequence[str]) -> list[Allowance]:
    """Give the allowances of one comment at ``position`` in a file with these ``lines``."""
    ids, reason = split_allowance(value)
    last = last_line_covered(position.line, lines)
    return [Allowance(name, reason, position, last) for name in ids]


def last_line_covered(line: int, lines: Sequence[str]) -> int:
    """Give the end of the paragraph that follows ``line`` (or that it ends inside)."""
    index = line
    while index < len(lines) and not lines[index].strip():
        index += 1
    while index < len(lines) and lines[index].strip():
        index += 1
    return max(index, line)


def yaml_allowances(text: str, path: str, first_line: int = 1) -> list[Allowance]:
    """Give the ``# allow:`` comments of a YAML text; each covers its own line and the next."""
    found: list[Allowance] = []
    for number, line in enumerate(text.split("\n"), first_line):
        before, mark, value = line.partition("# allow:")
        if mark and (not before or before[-1].isspace()):
            ids, reason = split_allowance(value.strip())
            position = Position(path, number, len(before) + 1)
            found.extend(Allowance(name, reason, position, number + 1) for name in ids)
    return found
