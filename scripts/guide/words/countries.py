"""Names of countries and languages, in every language, as Unicode's CLDR has them (https://cldr.unicode.org/).

What lives here: the only list of country codes, so that what a check accepts a page can show.
What does not: which page has a country (``model/schema.py``).
"""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

# Of the two-letter codes in CLDR these are no countries: the European Union, the eurozone, the United
# Nations, outlying Oceania, two stand-ins for tests, and "unknown".
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})


def is_country(code: str) -> bool:
    """Say whether ``code`` is the code of a country (ISO 3166-1 alpha-2) that ``country_name`` can show.

    >>> is_country("CH"), is_country("UK"), is_country("Sverige")
    (True, False, False)
    """
    return code in _countries()


@cache
def _countries() -> frozenset[str]:
    # Every locale names the same territories: what one lacks it has from its root.
    codes = map(str, Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha()) - _NO_COUNTRIES


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
