"""Words left in the other language, each with a twin that is in its own or may keep another."""

from __future__ import annotations

from itertools import product

from guides import FAQ_EN, MKDOCS, QUIZZES, STEPS_EN, STEPS_SV, Edits, Fault

_SV, _EN = "docs/sv/steps/index.md", "docs/en/steps/index.md"


def _both(sv: str, en: str) -> Edits:
    return {_SV: ("Stegen bygger på varandra.", sv), _EN: ("The steps build on each other.", en)}


def _fault(rule: str, sv: str, wrong: str, right: str, says: str, line: int = 14) -> Fault:
    return Fault(rule, _both(sv, wrong), _both(sv, right), f"{_EN}:{line}", says)


def _many(ending: str) -> str:
    """Paragraphs of eleven hundred words: a language of which so many are known that a strange one shows."""
    words = ["".join(parts) + ending for parts in product("bdfgklmnprst", "aeiouy", "lmnrst", "aiu")]
    sentences = [" ".join(words[n : n + 8]).capitalize() + "." for n in range(0, 1100, 8)]
    return "\n\n".join(" ".join(sentences[n : n + 5]) for n in range(0, len(sentences), 5))


_HARD_TO_READ = 'type: section\nreadability:\n  reason: "Most of its words are made up for the test, and mean nothing."'


def _alone(heading: str, word: str) -> Edits:
    """The English heading, and a word in a cell of the Swedish page; both pages use a few words often."""
    often = "Först ordning, sedan ordning.\n\nI ordning vid start.\n\nMed ordning och stegen."
    other = "It is frequently so.\n\nWe frequently ask.\n\nFrequently, with frequently used words."
    table, twin = f"| Roll |\n| --- |\n| {word} |", "| Role |\n| --- |\n| Steps |"
    english = STEPS_EN.replace("## Order {", f"## {heading} {{").replace("type: section", _HARD_TO_READ)
    return {
        _SV: STEPS_SV.replace("Stegen bygger på varandra.", f"{often}\n\n{table}\n\n{_many('å')}"),
        _EN: english.replace("The steps build on each other.", f"{other}\n\n{twin}\n\n{_many('h')}"),
    }


def _asked(also: str) -> Edits:
    return {
        "docs/en/faq.md": FAQ_EN.replace("first step | getting started | where to begin | how do we start", also),
        "docs/sv/steps/culture.md": ("Börja smått.", "Hur startar man? Komma igång, första steget, förklara."),
    }


FAULTS = [
    _fault(
        "left-untranslated",
        "Stegen bygger på varandra. De tar lång tid.",
        "The steps build on each other. De tar lång tid.",
        "The steps build on each other. They take a long time.",
        '"De tar lång tid',
    ),
    _fault(
        "left-untranslated",
        "| Roll | Uppgift |\n| --- | --- |\n| Chef | De lyssnar mer |",
        "| Role | Task |\n| --- | --- |\n| Manager | De lyssnar mer |",
        "| Role | Task |\n| --- | --- |\n| Manager | *De lyssnar mer*{lang=sv} |",
        '"De lyssnar mer"',
        16,
    ),
    Fault(
        "left-untranslated",
        {"docs/en/steps/index.md": ("title: Step by step", "title: Stegen i vardagen")},
        {"docs/en/steps/index.md": ("title: Step by step", "title: Steps in Sundsvall")},
        "docs/en/steps/index.md:2",
        "Stegen i vardagen",
    ),
    Fault(
        "left-untranslated",
        {
            "data/glossary.yml": '- id: trust\n  sv: {term: tillit, definition: "Att våga lita på någon."}\n'
            '  en: {term: trust, definition: "Att våga lita på någon."}\n'
        },
        {
            "data/glossary.yml": '- id: trust\n  sv: {term: tillit, definition: "Att våga lita på någon."}\n'
            '  en: {term: trust, definition: "To dare to rely on somebody."}\n'
        },
        "data/glossary.yml:1",
        "seems to be in sv",
    ),
    Fault(
        "left-untranslated",
        {"data/quizzes.yml": QUIZZES.replace('"Managers show the way."', '"Chefer visar vem som börjar."')},
        {"data/quizzes.yml": QUIZZES},
        "data/quizzes.yml:3",
        "seems to be in sv",
    ),
    Fault(
        "left-untranslated",
        {"mkdocs.yml": MKDOCS.replace("- Steps:", "- Stegen i vardagen:")},
        {"mkdocs.yml": MKDOCS.replace("- Steps:", "- Steps in Sundsvall:")},
        "mkdocs.yml:31",
        "seems to be in sv",
    ),
    # A word alone: where the other language's pages have it often, and this one's nowhere else.
    Fault("left-untranslated", _alone("Ordning", "Stegen"), _alone("Order", "Stegen"), f"{_EN}:14", '"Ordning"'),
    Fault("left-untranslated", _alone("Order", "Frequently"), _alone("Order", "Stegen"), f"{_SV}:22", '"Frequently"'),
    # The words of an address.
    Fault(
        "left-untranslated",
        {"docs/en/pitfalls/vague.md": ("slug: pitfalls/vague-boundaries", "slug: fallgropar/otydliga-granser-en")},
        {"docs/en/pitfalls/vague.md": ("slug: pitfalls/vague-boundaries", "slug: pitfalls/boundaries-in-sundsvall")},
        "docs/en/pitfalls/vague.md:4",
        "seems to be in sv",
    ),
    # Ways to ask: most of them, or a whole one.
    Fault(
        "left-untranslated",
        _asked("var ska vi börja | hur startar man | komma igång | första steget"),
        _asked("första steget | getting started | where to begin | how do we start"),
        "docs/en/faq.md:27",
        "seems not to be in en",
    ),
    Fault(
        "left-untranslated",
        _asked("var och en ska säga | getting started | where to begin | how do we start"),
        _asked("what is tillit | getting started | where to begin | how do we start"),
        "docs/en/faq.md:27",
        "var och en",
    ),
    Fault(
        "left-untranslated",
        {"data/search/wordings.yml": "en:\n  faq.md#how-to-begin: vågar säga vad de ser | vad de ser i vardagen\n"},
        {"data/search/wordings.yml": "en:\n  faq.md#how-to-begin: vågar säga vad de ser | who dares | who goes\n"},
        "data/search/wordings.yml:2",
        "vågar säga",
    ),
    Fault(
        "left-untranslated",
        {_EN: ("title: Step by step", 'title: "Steg 2: Gränser"')},
        {_EN: ("title: Step by step", 'title: "Steps: Sundsvall"')},
        f"{_EN}:2",
        "Gränser",
    ),
    _fault(
        "language-marked-wrong",
        "Stegen bygger på varandra.",
        "They say *bygger på varandra*{lang=de}.",
        "They say *bygger på varandra*{lang=sv}, or *Wort für Wort*{lang=de}.",
        "is marked de, and seems to be sv",
    ),
    _fault(
        "language-marked-wrong",
        "Stegen bygger på varandra.",
        'They say <span lang="sw">bygger på varandra</span>.',
        'They say <span lang="sv">bygger på varandra</span>.',
        "is marked sw",
    ),
    _fault(
        "language-marked-wrong",
        "Stegen bygger på varandra.",
        "They say *bygger*{lang=swe}.",
        "They say *bygger*{lang=sv-SE}, or *gákti*{lang=smj}.",
        'no language has the code "swe"',
    ),
    _fault(
        "translation-names",
        "Det sa Eva Eriksson i Sundsvall.",
        "Said Ewa Eriksson of Sundsvall.",
        "So said Eva Eriksson of Sundsvall City.",
        "Ewa Eriksson, where docs/sv/steps/index.md:14 has Eva Eriksson",
    ),
    _fault(
        "translation-names",
        "Det sa Eva Eriksson.",
        "So said Eva Ericsson.",
        "So said Eriksson, Eva Maria.",
        "Eva Ericsson",
    ),
]
