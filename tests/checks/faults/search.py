"""Faults in what the search is made of, each with a twin that is right."""

from __future__ import annotations

from guides import Fault, SiteFault
from question_guides import SPLIT

SYNONYMS = "data/search/synonyms.yml"
WORDINGS = "data/search/wordings.yml"
WORDS = "data/search/words.yml"

FAULTS = [
    Fault(
        "synonym-same-word",
        {SYNONYMS: "sv:\n  - [chef, boss, chefer]\n"},
        {SYNONYMS: "sv:\n  - [chef, boss, ledare]\n"},
        f"{SYNONYMS}:2",
        '"chef" and "chefer"',
    ),
    Fault(
        "synonym-covered",
        {SYNONYMS: "sv:\n  - [chef, boss, ledare]\n  - [ledare, chef]\n"},
        {SYNONYMS: "sv:\n  - [chef, boss, ledare]\n  - [tillit, tilltro]\n"},
        f"{SYNONYMS}:3",
    ),
    Fault(
        "synonym-stop-word",
        {SYNONYMS: "sv:\n  - [chef, över]\n"},
        {SYNONYMS: "sv:\n  - [chef, den som är över]\n"},
        f"{SYNONYMS}:2",
        '"över"',
    ),
    Fault(
        "search-language-unknown",
        {SYNONYMS: "fi:\n  - [luottamus, usko]\n"},
        {SYNONYMS: "en:\n  - [trust, faith]\n"},
        f"{SYNONYMS}:2",
        '"fi"',
    ),
    Fault(
        "search-language-unknown",
        {WORDINGS: "fi:\n  faq.md#what-is-trust: mitä on luottamus\n"},
        {WORDINGS: "sv:\n  faq.md#what-is-trust: vad är tilltro\n"},
        f"{WORDINGS}:2",
        '"fi"',
    ),
    Fault(
        "wording-leads-nowhere",
        {**SPLIT, WORDINGS: "sv:\n  faq.md#what-is-trust: vad är tilltro\n"},
        {**SPLIT, WORDINGS: "sv:\n  faq/basics.md#what-is-trust: vad är tilltro\n"},
        f"{WORDINGS}:2",
        'did you mean "faq/basics.md#what-is-trust"',
    ),
    Fault(
        "wording-leads-nowhere",
        {WORDINGS: "sv:\n  faq.md#what-is-trustt: vad är tilltro\n"},
        {WORDINGS: "sv:\n  faq.md#what-is-trust: vad är tilltro\n"},
        f"{WORDINGS}:2",
        'did you mean "what-is-trust"',
    ),
    Fault(
        "wording-leads-nowhere",
        {WORDINGS: "sv:\n  step/culture.md: bygga tillit\n"},
        {WORDINGS: "sv:\n  steps/culture.md: bygga tillit\n"},
        f"{WORDINGS}:2",
        'did you mean "steps/culture.md"',
    ),
    Fault(
        "wording-twice",
        {WORDINGS: "sv:\n  steps/culture.md#why: första steget\n"},
        {WORDINGS: "sv:\n  steps/culture.md#why: sista steget\n"},
        f"{WORDINGS}:2",
        "faq.md#how-to-begin",
    ),
    Fault(
        "wording-leads-nowhere",
        {WORDS: "sv:\n  faq.md#what-is-trustt: tilltro\n"},
        {WORDS: "sv:\n  faq.md#what-is-trust: tilltro\n"},
        f"{WORDS}:2",
        'did you mean "what-is-trust"',
    ),
    Fault(
        "search-language-unknown",
        {WORDS: "fi:\n  faq.md#what-is-trust: luottamus\n"},
        {WORDS: "sv:\n  faq.md#what-is-trust: tilltro\n"},
        f"{WORDS}:2",
        '"fi"',
    ),
    Fault(
        "wording-adds-nothing",
        {WORDINGS: "sv:\n  steps/culture.md#why: bygga murar | murarna bygger\n"},
        {WORDINGS: "sv:\n  steps/culture.md#why: bygga murar | murarna river\n"},
        f"{WORDINGS}:2",
        'says what "bygga murar" says',
    ),
    Fault(
        "wordings-too-many",
        {WORDINGS: "sv:\n  steps/culture.md#why: häst | ko | får | get | gris | höna | anka | gås | katt\n"},
        {WORDINGS: "sv:\n  steps/culture.md#why: häst | ko | får | get | gris | höna | anka | gås\n"},
        f"{WORDINGS}:2",
        "has 9 other wordings; at most 8",
    ),
    Fault(
        "search-words-too-many",
        {WORDS: f"sv:\n  steps/culture.md#why: {' '.join(f'a{number}' for number in range(49))}\n"},
        {WORDS: f"sv:\n  steps/culture.md#why: {' '.join(f'a{number}' for number in range(48))}\n"},
        f"{WORDS}:2",
        "has 49 words for the search; at most 48",
    ),
    Fault(
        "search-word-held",
        {WORDS: "sv:\n  faq.md#what-is-trust: hästen tilliten\n"},
        {WORDS: "sv:\n  faq.md#what-is-trust: hästen springaren\n"},
        f"{WORDS}:2",
        '"tilliten" stands in "Vad är tillit?"',
    ),
    Fault(
        "search-word-held",
        {WORDS: "sv:\n  faq.md#what-is-trust: hästen hästarna\n"},
        {WORDS: "sv:\n  faq.md#what-is-trust: hästen korna\n"},
        f"{WORDS}:2",
        '"hästarna"',
    ),
    Fault(
        "data-unreadable",
        {WORDS: "sv:\n  faq.md:\n"},
        {WORDS: "sv:\n  faq.md: tilltro\n"},
        f"{WORDS}:2",
    ),
    Fault(
        "data-unreadable",
        {SYNONYMS: "sv:\n  - [ensam]\n"},
        {SYNONYMS: "sv:\n  - [chef, springare]\n"},
        f"{SYNONYMS}:2",
    ),
    Fault("data-unreadable", {SYNONYMS: "sv: ["}, {SYNONYMS: "sv: []\n"}, f"{SYNONYMS}:2"),
    Fault("data-unreadable", {WORDINGS: "- a\n"}, {WORDINGS: "{}\n"}, f"{WORDINGS}:1"),
    Fault(
        "data-unreadable",
        {WORDINGS: "sv:\n  faq.md:\n"},
        {WORDINGS: "sv:\n  faq.md: vad är tilltro\n"},
        f"{WORDINGS}:2",
    ),
    SiteFault(
        "search-hit-to-nowhere",
        {"steg/tillitskultur/index.html": ('id="signs"', 'id="sign"')},
        {"steg/tillitskultur/index.html": ('id="signs"', 'class="x" id="signs"')},
        "docs/sv/steps/culture.md:1",
        "/steg/tillitskultur/#signs",
    ),
    *(
        Fault(
            "query-leads-nowhere",
            {
                "data/search/wordings.yml": "sv: {}\n",
                "data/search/queries-sv.yml": f'- {{query: a, answer: "{plant}"}}\n',
            },
            {
                "data/search/wordings.yml": "sv: {}\n",
                "data/search/queries-sv.yml": '# "gone.md#x"\n- {query: a, answer: "faq.md#what-is-trust"}\n',
            },
            "data/search/queries-sv.yml:1",
            says,
        )
        for plant, says in (("faqs.md", 'did you mean "faq.md"'), ("faq.md#what-is-thrust", "has no id"))
    ),
]
