"""Stemming: the Snowball algorithms for Swedish and English.

What lives here: one function per language, after
https://snowballstem.org/algorithms/swedish/stemmer.html and
https://snowballstem.org/algorithms/english/stemmer.html. What does not: folding
and tokens (``analysis.py``).

The Swedish one differs in one way, for the sake of search: the endings -et, -ets,
-ena, -enas and -an, which Snowball leaves, go too ("ansvaret", "områdena",
"människan"), and after -et also what it takes for an ending in the word without
("ansvar", "resultat").

``scripts/guide/client/search/stemming.js`` holds the same two functions; a browser test
holds the two sides to each other.
"""

from __future__ import annotations

_VOWELS = frozenset("aeiouyåäö")


def _after_syllable(word: str, start: int) -> int:
    """Give where R1 (R2) starts: after the first consonant that follows a vowel, from ``start`` on."""
    for index in range(start + 1, len(word)):
        if word[index] not in _VOWELS and word[index - 1] in _VOWELS:
            return index + 1
    return len(word)


# Swedish --------------------------------------------------------------------

_SV_S_AFTER = frozenset("bcdfghjklmnoprtvy")
_SV_ENDINGS = (
    *("heterna", "hetens"),
    *("anden", "andes", "andet", "arens", "arnas", "ernas", "heten", "heter", "ornas"),
    *("ande", "aren", "arna", "arne", "aste", "ades", "erna", "erns", "orna", "enas"),
    *("ade", "are", "ast", "ena", "ens", "ern", "ets", "het"),
    *("ad", "an", "ar", "as", "at", "en", "er", "es", "et", "or", "a", "e"),
)  # longest first
_SV_BEFORE_ET = ("ad", "ar", "at", "en", "er", "or")
_SV_PAIRS = ("dd", "gd", "nn", "dt", "gt", "kt", "tt")
_SV_LAST = (("fullt", "full"), ("löst", "lös"), ("lig", ""), ("els", ""), ("ig", ""))


def stem_swedish(word: str) -> str:
    """Give the stem of a Swedish word in lower case.

    >>> [stem_swedish(word) for word in ("medarbetarna", "chefernas", "ansvaret", "vanligt")]
    ['medarbet', 'chef', 'ansv', 'van']
    """
    start = max(_after_syllable(word, 0), 3)
    word = _without_swedish_ending(word, start)
    if len(word) - 2 >= start and word.endswith(_SV_PAIRS):
        word = word[:-1]
    for ending, rest in _SV_LAST:
        if word.endswith(ending) and len(word) - len(ending) >= start:
            return word[: -len(ending)] + rest
    return word


def _without_swedish_ending(word: str, start: int) -> str:
    for ending in _SV_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= start:
            word = word[: -len(ending)]
            inner = ending in ("et", "ets") and len(word) - 2 >= start and word.endswith(_SV_BEFORE_ET)
            return word[:-2] if inner else word
    if len(word) > start and word[-1] == "s" and word[-2] in _SV_S_AFTER:
        return word[:-1]
    return word


# English --------------------------------------------------------------------

_EN_WHOLE = {
    "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl", "gently": "gentl",
    "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl", "sky": "sky", "news": "news", "howe": "howe",
    "atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes",
}  # fmt: skip
_EN_KEPT = frozenset({"inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"})
_EN_STEP_2 = (
    ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
    ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"),
    ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"),
    ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
)  # fmt: skip
_EN_STEP_3 = (
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""),
    ("ical", "ic"), ("ness", ""), ("ful", ""),
)  # fmt: skip
_EN_STEP_4 = (
    *("ement", "ance", "ence", "able", "ible", "ment"),
    *("ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic"),
)
_EN_DOUBLE = ("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt")


def stem_english(word: str) -> str:
    """Give the stem of an English word in lower case.

    >>> [stem_english(word) for word in ("managers", "trusting", "governance", "municipalities")]
    ['manag', 'trust', 'govern', 'municip']
    """
    if len(word) < 3:
        return word
    if word in _EN_WHOLE:
        return _EN_WHOLE[word]
    word = _marked_y(word)
    head = next((len(start) for start in ("gener", "commun", "arsen") if word.startswith(start)), 0)
    r1 = head or _after_syllable(word, 0)
    r2 = _after_syllable(word, r1)
    word = _english_plural(word)
    if word in _EN_KEPT:
        return word
    word = _english_past(word, r1)
    if len(word) > 2 and word[-1] in "yY" and word[-2] not in _VOWELS:
        word = word[:-1] + "i"
    word = _english_step_2(word, r1)
    word = _english_step_3(word, r1, r2)
    word = _english_step_4(word, r2)
    return _english_last_letter(word, r1, r2).replace("Y", "y")


def _marked_y(word: str) -> str:
    """Write Y for a y that is a consonant: at the start, and after a vowel."""
    letters = list(word)
    for index, letter in enumerate(letters):
        if letter == "y" and (index == 0 or letters[index - 1] in _VOWELS):
            letters[index] = "Y"
    return "".join(letters)


def _english_plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith(("us", "ss")) or not word.endswith("s"):
        return word
    return word[:-1] if any(letter in _VOWELS for letter in word[:-2]) else word


def _english_past(word: str, r1: int) -> str:
    for ending in ("eedly", "ingly", "edly", "eed", "ing", "ed"):
        if not word.endswith(ending):
            continue
        base = word[: -len(ending)]
        if ending in ("eed", "eedly"):
            return base + "ee" if len(base) >= r1 else word
        if not any(letter in _VOWELS for letter in base):
            return word
        if base.endswith(("at", "bl", "iz")):
            return base + "e"
        if base.endswith(_EN_DOUBLE):
            return base[:-1]
        return base + "e" if r1 >= len(base) and _ends_short(base) else base
    return word


def _ends_short(word: str) -> bool:
    """Say whether the word ends in a short syllable."""
    if len(word) == 2:
        return word[0] in _VOWELS and word[1] not in _VOWELS
    if len(word) < 3:
        return False
    return word[-1] not in _VOWELS | frozenset("wxY") and word[-2] in _VOWELS and word[-3] not in _VOWELS


def _english_step_2(word: str, r1: int) -> str:
    for ending, rest in _EN_STEP_2:
        if word.endswith(ending):
            base = word[: -len(ending)]
            wrong_before = (ending == "ogi" and not base.endswith("l")) or (
                ending == "li" and base[-1:] not in frozenset("cdeghkmnrt")
            )
            return word if len(base) < r1 or wrong_before else base + rest
    return word


def _english_step_3(word: str, r1: int, r2: int) -> str:
    for ending, rest in _EN_STEP_3:
        if word.endswith(ending):
            base = word[: -len(ending)]
            return base + rest if len(base) >= (r2 if ending == "ative" else r1) else word
    return word


def _english_step_4(word: str, r2: int) -> str:
    for ending in _EN_STEP_4:
        if word.endswith(ending):
            base = word[: -len(ending)]
            wrong_before = ending == "ion" and base[-1:] not in ("s", "t")
            return word if len(base) < r2 or wrong_before else base
    return word


def _english_last_letter(word: str, r1: int, r2: int) -> str:
    base = word[:-1]
    if word.endswith("e") and (len(base) >= r2 or (len(base) >= r1 and not _ends_short(base))):
        return base
    if word.endswith("ll") and len(base) >= r2:
        return base
    return word
