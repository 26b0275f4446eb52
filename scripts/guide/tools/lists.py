"""Lists that are written as one text.

What lives here: taking one apart. What does not: what its entries mean.
"""

from __future__ import annotations


def entries_of(text: str, divider: str) -> tuple[str, ...]:
    """Give what stands between the dividers, each run of spaces and line ends as one space, and nothing empty.

    >>> entries_of("Tema:  section | Källa |", "|")
    ('Tema: section', 'Källa')
    """
    return tuple(" ".join(entry.split()) for entry in text.split(divider) if entry.strip())
