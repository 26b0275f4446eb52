"""From text to terms: how words are cut, folded and stemmed, the same for pages and for queries.

What lives here: tokens, folding, terms. What does not: stop words (``words/``), the stemmers
(``stemming.py``), compounds (``compounds.py``) and what is done with the terms
(``index.py``). ``scripts/guide/client/search/analysis.js`` analyses the query in the same
way; a browser test holds the two sides to each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

from guide.search.stemming import stem_english, stem_swedish
from guide.words import words_of

# A word is a run of letters and digits; an apostrophe or a hyphen inside a word divides it.
_WORD = re.compile(r"[^\W_]+")
# Letters that may carry a mark; those of å, ä and ö stay.
_MARKED = re.compile(r"[^\x00-\x7fåäö]")
_STEMMERS: Mapping[str, Callable[[str], str]] = {"swedish": stem_swedish, "english": stem_english}
# American and British spelling come together in one of them, whichever it is.
_IZE = re.compile(r"iz(e|es|ed|er|ers|ing|ings|ation|ations|ational)$")
_OUR = re.compile(r"([bdgilmnv])our")
_SPELT = {
    **{"center": "centre", "centers": "centres", "program": "programme", "programs": "programmes"},
    **{"judgment": "judgement", "judgments": "judgements", "license": "licence", "licenses": "licences"},
    **{"skeptic": "sceptic", "skeptics": "sceptics", "skeptical": "sceptical", "defense": "defence"},
    **{"practise": "practice", "fulfill": "fulfil", "fulfills": "fulfils", "enroll": "enrol"},
}


def words(text: str) -> list[str]:
    """Give the words of a text in order, in lower case, with å ä ö kept and other marks taken off.

    >>> words("Tillitsbaserad styrning – idé på 70-talet?")
    ['tillitsbaserad', 'styrning', 'ide', 'på', '70', 'talet']
    """
    plain = _MARKED.sub(_unmarked, unicodedata.normalize("NFC", text.lower()))
    return _WORD.findall(plain)


def _unmarked(letter: re.Match[str]) -> str:
    parts = unicodedata.normalize("NFD", letter.group())
    return "".join(part for part in parts if not unicodedata.category(part).startswith("M"))


def folded(word: str) -> str:
    """Give the word as one types it who has no å, ä or ö.

    >>> folded("sjukfrånvaro")
    'sjukfranvaro'
    """
    return word.replace("å", "a").replace("ä", "a").replace("ö", "o")


@lru_cache(maxsize=50_000)
def term(word: str, language: str) -> str:
    """Give the term that a word of ``words`` is indexed and looked up under.

    >>> term("medarbetarna", "sv"), term("organizations", "en")
    ('medarbet', 'organis')
    """
    stemmer = words_of(language).locale.stemmer
    spelt = _british(word) if stemmer == "english" else word
    return folded(_STEMMERS[stemmer](spelt)) if stemmer in _STEMMERS else folded(word)


def _british(word: str) -> str:
    """Write an American spelling as the British: organize, behavior, center."""
    word = _IZE.sub(r"is\1", _OUR.sub(r"\1or", word))
    return _SPELT.get(word, word)


def terms(text: str, language: str) -> list[str]:
    """Give the terms of a text in order, stop words left out."""
    stop = words_of(language).locale.stop_words
    return [term(word, language) for word in words(text) if word not in stop]
