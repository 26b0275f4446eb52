"""From text to terms: how words are cut, folded and stemmed, the same for pages and for queries.

What lives here: tokens, folding, terms, stop words. What does not: the stemmers
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

# A word is a run of letters and digits; an apostrophe or a hyphen inside a word divides it.
_WORD = re.compile(r"[^\W_]+")
# Letters that may carry a mark; those of å, ä and ö stay.
_MARKED = re.compile(r"[^\x00-\x7fåäö]")
_STEMMERS: Mapping[str, Callable[[str], str]] = {"sv": stem_swedish, "en": stem_english}
# American and British spelling come together in one of them, whichever it is.
_IZE = re.compile(r"iz(e|es|ed|er|ers|ing|ings|ation|ations|ational)$")
_OUR = re.compile(r"([bdgilmnv])our")
_SPELT = {
    **{"center": "centre", "centers": "centres", "program": "programme", "programs": "programmes"},
    **{"judgment": "judgement", "judgments": "judgements", "license": "licence", "licenses": "licences"},
    **{"skeptic": "sceptic", "skeptics": "sceptics", "skeptical": "sceptical", "defense": "defence"},
    **{"practise": "practice", "fulfill": "fulfil", "fulfills": "fulfils", "enroll": "enrol"},
}


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words too common to tell answers apart. They are left out of the index, and weigh little in a
# question that is compared word by word.
STOP_WORDS: Mapping[str, frozenset[str]] = {
    "sv": _set_of(
        """
        alla allt alltså andra att av bara bli blir blivit bort bör både de dem den denna deras dess dessa det detta
        dig din dina dit ditt du där därför då efter egen eget ej eller en enligt er era ert ett fick finns fler flera
        from få får för före förra ganska gå gång går gör göra gjort ha hade han har henne hennes hon honom hos hur här
        i icke in inga ingen inget innan inom inte ja jag ju kan kanske kom kommer kunde kunna lite litet man med mellan
        men mer mest mig min mina mitt mot mycket må många måste ni nog nu någon något några när nästan och också om oss
        på redan samma samt ska skall skulle själv sen sig sin sina sitt som så sådan sådana såsom till tills trots
        under upp ut utan vad var vara varför varit varje vars vart vem vems vi vid vilka vilken vilket vill väl våra
        vår vårt än ändå är även åt över ens eftersom medan istället hej snälla nån nåt nåra nåns sån sånt såna dom mej
        dej sej va typ liksom
        """
    ),
    "en": _set_of(
        """
        a about after all also an and any are as at be because been before being between both but by can could did do
        does doing don down each else even ever few for from further get gets got had has have having he her here hers
        him his how i if in into is it its itself just like ll m may me might more most much must my no nor not of off
        on once only or other our ours out over own please re s same shall she should so some such t than that the
        their them then there these they this those through to too under until up us ve very was we were what when
        where which while who whom whose why will with would you your yours didn doesn hadn hasn haven isn aren
        wasn weren won wouldn couldn shouldn cant dont didnt doesnt hasnt havent isnt arent wasnt werent wont
        wouldnt couldnt shouldnt im ive id youre theyre thats whats wheres hows whos
        """
    ),
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
    if language == "en":
        return folded(stem_english(_british(word)))
    return folded(_STEMMERS[language](word)) if language in _STEMMERS else folded(word)


def _british(word: str) -> str:
    """Write an American spelling as the British: organize, behavior, center."""
    word = _IZE.sub(r"is\1", _OUR.sub(r"\1or", word))
    return _SPELT.get(word, word)


def terms(text: str, language: str) -> list[str]:
    """Give the terms of a text in order, stop words left out."""
    stop = STOP_WORDS.get(language, frozenset())
    return [term(word, language) for word in words(text) if word not in stop]
