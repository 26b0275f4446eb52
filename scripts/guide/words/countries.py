"""Countries: which codes there are, and what each language calls them.

What lives here: the one place that knows countries, out of Unicode's CLDR as Babel brings it.
What does not: where a country is written (``model/schema.py``) and shown (``pages/cases.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel import Locale

_NOT_OF_ISO = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"])
"""What CLDR names with two letters besides the countries of ISO 3166-1."""


@cache
def _names(language: str) -> Mapping[str, str]:
    found = Locale.parse(language, sep="-").territories
    return {code: name for code, name in found.items() if len(code) == 2 and code not in _NOT_OF_ISO}


def country_codes() -> tuple[str, ...]:
    """Give the codes of ISO 3166-1 alpha-2, in order."""
    return tuple(sorted(_names("en")))


def is_country(code: str) -> bool:
    """Say whether ``code`` is a country's code in ISO 3166-1 alpha-2, such as SE."""
    return code in _names("en")


def country_name(code: str, language: str) -> str:
    """Give the country's name in ``language``; raise KeyError where there is no such country."""
    return _names(language)[code]
