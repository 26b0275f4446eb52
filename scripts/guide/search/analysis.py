"""From text to terms: how words are cut, folded and stemmed, the same for pages and for queries.

What lives here: tokens, folding, terms, and what is done to a word before it is stemmed. What
does not: stop words (``words/``), stemming (``snowballstemmer``, by Snowball's authors),
compounds (``compounds.py``) and what is done with the terms (``index.py``).
``scripts/guide/client/search/analysis.js`` analyses the query in the same way; a browser
test holds the two sides to each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import snowballstemmer  # type: ignore[import-untyped]

from guide.tools.texts import per_text
from guide.words import words_of

# A word is a run of letters and digits; an apostrophe or a hyphen inside a word divides it.
_WORD = re.compile(r"[^\W_]+")
# Letters that are written and not read: the soft hyphen, the joiners, the marks of direction.
_UNREAD = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# Letters that may carry a mark; those of å, ä and ö stay.
_MARKED = re.compile(r"[^\x00-\x7fåäö]")
# Endings of definite forms that Snowball leaves: -et ("barnet"), -na ("områdena"), -n ("människan"); but not of what
# it knows to be part of a longer ending ("frihet", "betänkandet"), or of a word that ends so by itself ("kvalitet",
# "plan"). Three letters stay, with a vowel and a consonant after it, as Snowball's own R1 asks.
_DEFINITE = re.compile(
    r"^(.*?[aeiouyåäö][^aeiouyåäö].*?)(?<=...)((?<!h)(?<!it)(?<!..and)ets?|(?<=e)nas?|(?<=a)(?<!pla)(?<!orga)n)$"
)
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

    A ligature counts as its letters (NFKC), and what is written and not read counts for nothing.

    >>> words("Tillitsbaserad styrning – idé på 70-talet?")
    ['tillitsbaserad', 'styrning', 'ide', 'på', '70', 'talet']
    """
    return list(_words(text))


# A build asks for the words of each text three times, and a server again after every edit.
@per_text
def _words(text: str) -> tuple[str, ...]:
    plain = _MARKED.sub(_unmarked, unicodedata.normalize("NFKC", _UNREAD.sub("", text)).lower())
    return tuple(_WORD.findall(plain))


def _unmarked(letter: re.Match[str]) -> str:
    parts = unicodedata.normalize("NFD", letter.group())
    return "".join(part for part in parts if not unicodedata.category(part).startswith("M"))


def folded(word: str) -> str:
    """Give the word as one types it who has no å, ä or ö.

    >>> folded("sjukfrånvaro")
    'sjukfranvaro'
    """
    return word.replace("å", "a").replace("ä", "a").replace("ö", "o")


@per_text
def term(word: str, language: str) -> str:
    """Give the term that a word of ``words`` is indexed and looked up under.

    >>> term("medarbetarna", "sv"), term("organizations", "en")
    ('medarbet', 'organis')
    """
    name = words_of(language).locale.stemmer
    if name not in STEMMERS:
        return folded(word)
    stem: str = _stemmer(name).stemWord(STEMMERS[name](word))
    return folded(stem)


def known_stemmers() -> tuple[str, ...]:
    """Give the names of Snowball's algorithms."""
    return tuple(snowballstemmer.algorithms())


@cache
def _stemmer(name: str) -> Any:
    return snowballstemmer.stemmer(name)


def _indefinite(word: str) -> str:
    """Write a Swedish definite form that Snowball does not know as the indefinite: barnet, områdena, människan."""
    return _DEFINITE.sub(r"\1", word)


def _british(word: str) -> str:
    """Write an American spelling as the British (organize, behavior, center), and names from Swedish without marks."""
    word = _IZE.sub(r"is\1", _OUR.sub(r"\1or", folded(word)))
    return _SPELT.get(word, word)


STEMMERS: Mapping[str, Callable[[str], str]] = {"swedish": _indefinite, "english": _british}
"""Snowball's algorithms that the client has twins of, and what is done to a word before it is stemmed.

The words of a language that names another one are looked up as they are written, here and in the browser alike.
"""


def terms(text: str, language: str) -> list[str]:
    """Give the terms of a text in order, stop words left out."""
    stop = words_of(language).locale.stop_words
    return [term(word, language) for word in words(text) if word not in stop]
