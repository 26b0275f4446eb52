"""Languages that do not hold the same, each with a twin in which they do."""

from __future__ import annotations

from guides import GLOSSARY_EN, Edits, Fault

_SV, _EN = "docs/sv/steps/index.md", "docs/en/steps/index.md"


def _both(sv: str, en: str) -> Edits:
    return {_SV: ("Stegen bygger på varandra.", sv), _EN: ("The steps build on each other.", en)}


def _fault(rule: str, sv: str, wrong: str, right: str, says: str, line: int = 14) -> Fault:
    return Fault(rule, _both(sv, wrong), _both(sv, right), f"{_EN}:{line}", says)


_LISTS = "1. Fråga alla.\n2. Lyssna.\n3. Vänta."
_BOX = '!!! note "Kom ihåg"\n\n    Ramar ger frihet.\n\n    Det gäller alla.'
_LINKS = "Läs om [kultur](culture.md#why) och [gränser](../pitfalls/vague.md)."

FAULTS = [
    _fault("translation-blocks", "Ett.\n\nTvå.", "One.", "One.\n\nTwo.", "nothing, where docs/sv/steps/index.md:16"),
    _fault(
        "translation-blocks",
        _LISTS,
        "1. Ask everyone.\n2. Listen.",
        "1. Ask everyone.\n2. Listen.\n3. Wait.",
        "a list of 2 from 1, where docs/sv/steps/index.md:14 has a list of 3 from 1",
    ),
    _fault("translation-blocks", _LISTS, "- Ask.\n- Listen.\n- Wait.", "1. Ask.\n2. Listen.\n3. Wait.", "a list of 3"),
    _fault(
        "translation-blocks",
        _BOX,
        '!!! tip "Remember"\n\n    Frames give freedom.\n\n    It goes for all.',
        '!!! note "Remember"\n\n    Frames give freedom.\n\n    It goes for all.',
        "a box tip",
    ),
    _fault(
        "translation-blocks",
        _BOX,
        '!!! note "Remember"\n\n    Frames give freedom.\n\nIt goes for all.',
        '!!! note "Remember"\n\n    Frames give freedom.\n\n    It goes for all.',
        "the end of",
        16,
    ),
    _fault("translation-blocks", "> Ramar finns.", "Frames are there.", "> Frames are there.", "a quotation"),
    _fault(
        "translation-links",
        _LINKS,
        "Read about [culture](../pitfalls/vague.md) and [limits](culture.md#why).",
        "Read about [culture](culture.md#why) and [limits](../pitfalls/vague.md).",
        'a link to "pitfalls/vague.md", where docs/sv/steps/index.md:14 has a link to "steps/culture.md#why"',
    ),
    _fault(
        "translation-links",
        "Läs om [kultur](culture.md#why).",
        "Read about [culture](culture.md#signs).",
        "Read about [culture](culture.md#why).",
        "#signs",
    ),
    _fault(
        "translation-links",
        "Se [lagen](https://www.riksdagen.se/sv/lag/a).",
        "See [the act](https://www.riksdagen.se/en/lag/b).",
        "See [the act](https://www.riksdagen.se/en/lag/a).",
        "lag/b",
    ),
    Fault(
        "translation-order",
        _both("Ett.[^sou-2018-47] Två.[^other]", "One.[^other] Two.[^sou-2018-47]")
        | {"data/bibliography.json": ("[\n", '[\n  {"id": "other", "type": "book", "title": "Ny"},\n')},
        _both("Ett.[^sou-2018-47] Två.[^other]", "One.[^sou-2018-47] Two.[^other]")
        | {"data/bibliography.json": ("[\n", '[\n  {"id": "other", "type": "book", "title": "Ny"},\n')},
        f"{_EN}:14",
        "the note other",
    ),
    Fault(
        "translation-order",
        {"docs/en/concepts/glossary.md": ("<!-- guide:glossary -->", "The words.")},
        {"docs/en/concepts/glossary.md": GLOSSARY_EN},
        "docs/en/concepts/glossary.md:1",
        "nothing, where",
    ),
    _fault(
        "translation-units",
        "Det ökade med 31 procent.",
        "It rose by 31 percentage points.",
        "It rose by 31 per cent.",
        "31 percentage point",
    ),
    _fault("translation-units", "Det tar tre månader.", "It takes three years.", "It takes three months.", "3 year"),
    _fault(
        "translation-units",
        "Lagen kom den 3 maj.",
        "The act came on 3 March.",
        "The act came on 3 May.",
        "3 month 3",
    ),
    _fault(
        "translation-units",
        "Det kostade 1,5 miljarder kronor.",
        "It cost 1.5 million kronor.",
        "It cost 1.5 billion kronor.",
        "1.5 million",
    ),
    _fault(
        "translation-answer",
        "Ja, om ni vågar.",
        "Perhaps, if you dare.",
        "In Sweden, yes, if you dare.",
        "neither yes nor no",
    ),
    _fault("translation-answer", "Ja: det går.", "No: it works.", "Yes. It works.", "it answers no"),
    _fault(
        "translation-quotations",
        "Chefen sa: ”Nu vågar vi.”",
        "The manager said we dare now.",
        "The manager said: “Now we dare.”",
        "and nothing here",
    ),
]
