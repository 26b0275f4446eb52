"""Names of countries and languages, in every language, as Unicode's CLDR has them (https://cldr.unicode.org/).

What lives here: the only list of country codes, so that what a check accepts a page can show.
What does not: which page has a country (``model/schema.py``).
"""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

# Two-letter codes that CLDR has and ISO 3166-1 has not: unions, single islands, stand-ins, "unknown".
_NOT_IN_ISO = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"])


def is_country(code: str) -> bool:
    """Say whether ``code`` is the code of a country (ISO 3166-1 alpha-2) that ``country_name`` can show.

    >>> is_country("CH"), is_country("UK"), is_country("Sverige")
    (True, False, False)
    """
    return code in _countries()


@cache
def _countries() -> frozenset[str]:
    codes = map(str, Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha()) - _NOT_IN_ISO


def is_language(code: str) -> bool:
    """Say whether ``code`` is that of a language (ISO 639-1), or of a Sami language, which may have three letters.

    >>> is_language("sv"), is_language("smj"), is_language("xx"), is_language("swe")
    (True, True, False, False)
    """
    return code in _languages()


@cache
def _languages() -> frozenset[str]:
    codes = map(str, Locale("en").languages)
    return frozenset(code for code in codes if len(code) == 2 or code.startswith("sm")) - {"xx"} | {"no"}


def country_codes() -> tuple[str, ...]:
    """Give the codes of all countries, in order."""
    return tuple(sorted(_countries()))


def country_name(code: str, language: str) -> str:
    """Give the name of a country in a language; the code itself where there is none.

    >>> country_name("CH", "sv"), country_name("CH", "en"), country_name("CH", "nb")
    ('Schweiz', 'Switzerland', 'Sveits')
    """
    locale = _locale(language)
    return str(locale.territories.get(code, code)) if locale is not None else code


def language_name(code: str, language: str) -> str:
    """Give the name of the language ``code`` in ``language``; the code itself where there is none.

    >>> language_name("en", "sv"), language_name("sv", "en"), language_name("sv", "nb")
    ('engelska', 'Swedish', 'svensk')
    """
    locale = _locale(language)
    return str(locale.languages.get(code.replace("-", "_"), code)) if locale is not None else code


@cache
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
