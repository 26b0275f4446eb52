"""Small forms that words can have: kebab-case, slug, code of a language.

What lives here: yes-or-no questions about one text. What does not: which key must
have which form (``model/schema.py``).
"""

from __future__ import annotations

import re
import unicodedata

KEBAB = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"

_LOWER = frozenset("abcdefghijklmnopqrstuvwxyz")
_DIGITS = frozenset("0123456789")
_SPELLED = str.maketrans({"å": "a", "ä": "a", "ö": "o", "ø": "o", "æ": "ae", "ß": "ss"})


def is_kebab(text: str) -> bool:
    """Say whether ``text`` is lower-case ASCII words joined by single hyphens, a letter first.

    >>> is_kebab("first-90-days"), is_kebab("90-days"), is_kebab("a--b")
    (True, False, False)
    """
    return re.fullmatch(KEBAB, text) is not None


def is_slug(text: str) -> bool:
    """Say whether ``text`` is kebab-case parts joined by single slashes."""
    return re.fullmatch(SLUG, text) is not None


def as_slug(text: str) -> str:
    """Give the slug nearest to ``text``."""
    spelled = unicodedata.normalize("NFKD", text.lower().translate(_SPELLED)).encode("ascii", "ignore").decode()
    parts = [
        "-".join("".join(c if c in _LOWER | _DIGITS else " " for c in part).split()) for part in spelled.split("/")
    ]
    return "/".join(part for part in parts if part)


def is_language(text: str) -> bool:
    """Say whether ``text`` has the form of a language's code: "sv", "smj", "pt-BR"."""
    first = text.partition("-")[0]
    return len(first) in (2, 3) and set(first) <= _LOWER


def slugify(text: str) -> str:
    """Give the id that Python-Markdown's toc extension makes of a heading's text."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    kept = "".join(c for c in ascii_text if c.isalnum() or c in "_-" or c.isspace()).strip().lower()
    slug = ""
    for character in kept:
        joins = character.isspace() or character == "-"
        if not (joins and slug.endswith("-")):
            slug += "-" if joins else character
    return slug
