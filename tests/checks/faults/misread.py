"""Text that is published otherwise than it was written, each with a twin that is read as it stands.

The twins hold much that is right though unusual: what looks like the writing of another tool, and is none.
"""

from __future__ import annotations

from guides import Edits, Fault

_FILE = "docs/sv/steps/index.md"
_END = "Stegen bygger på varandra."


def _text(text: str) -> Edits:
    return {_FILE: (_END, text)}


def _after(text: str, english: str) -> Edits:
    """Put a block after the last paragraph, in both languages."""
    return {
        _FILE: (_END, f"{_END}\n\n{text}"),
        "docs/en/steps/index.md": ("The steps build on each other.", f"The steps build on each other.\n\n{english}"),
    }


def _otherwise(plant: str, clean: str, english: str, says: str, at: int = 16) -> Fault:
    return Fault(
        "read-otherwise", _after(plant, english), _after(clean, english), f"{_FILE}:{at}", says
    )  # The English is right in both: only the Swedish is planted in.


def _unknown(plant: str, clean: str, says: str) -> Fault:
    return Fault("syntax-unknown", _text(plant), _text(clean), f"{_FILE}:14", says)


FAULTS = [
    _otherwise("2018. Då kom lagen.", "År 2018. Då kom lagen.", "In 2018. Then the act came.", "År 2018"),
    _otherwise("2018. Då kom lagen.", "2018\\. Då kom lagen.", "2018\\. Then the act came.", "list of 1 from 1"),
    _otherwise("3. Tre.\n4. Fyra.", "1. Tre.\n2. Fyra.", "1. Three.\n2. Four.", "begin the list at 1"),
    _otherwise(
        "1. Tre.\n\nSedan.\n\n2. Fyra.",
        "1. Tre.\n\n    Sedan.\n\n2. Fyra.",
        "1. Three.\n\n    Then.\n\n2. Four.",
        "begin the list at 1",
        20,
    ),
    _otherwise("1) Tre.\n2) Fyra.", "1. Tre.\n2. Fyra.", "1. Three.\n2. Four.", "write 1. for a numbered list"),
    _otherwise("- Tre.\n* Fyra.", "* Tre.\n* Fyra.", "* Three.\n* Four.", "use - for every item"),
    _otherwise("```\nkod\n\nMer text.", "```\nkod\n```\n\nMer text.", "```\ncode\n```\n\nMore text.", "end the code"),
    _otherwise("Ett\\\ntvå.", "Ett  \ntvå.", "One  \ntwo.", "backslash"),
    _otherwise("Ungefär \\~ så.", "Ungefär ~ så \\* och så.", "About ~ so \\* and so.", "the sign needs none"),
    _otherwise("Det ~~nya~~ gäller.", "Det nya gäller ~ 5 & 6.", "The new one holds ~ 5 & 6.", "~~"),
    Fault(
        "list-typed",
        _text("• Ett.\n• Två."),
        _text("Ett • två."),
        f"{_FILE}:14",
        '"•" begins no list',
    ),
    Fault(
        "list-typed",
        _text("\uf0b7\tEtt."),
        _text("– Vad säger ni? frågar chefen."),
        f"{_FILE}:14",
        "begins no list",
    ),
    Fault(
        "list-typed",
        _text("– Ett.\n– Två."),
        _text("– Ett, säger chefen.\nTvå – det är många."),
        f"{_FILE}:14",
        "run together",
    ),
    Fault(
        "list-typed",
        _text("1.Ett.\n2.Två."),
        _after("1. Ett.\n2. Två.", "1. One.\n2. Two."),
        f"{_FILE}:14",
        "run together",
    ),
    Fault(
        "list-typed",
        _after("+ 5 procent blev det.", "It became + 5 per cent."),
        _after("Det blev + 5 procent.", "It became + 5 per cent."),
        f"{_FILE}:16",
        "backslash",
    ),
    _unknown("> [!NOTE]\n> Stegen.", "> [Stegen] bygger på varandra.", "a box of another tool"),
    _unknown("Hej {{ namn }}.", "Hej `{{ namn }}`.", "a macro"),
    _unknown("Se [[Kultur]].", "Se [kultur](culture.md) och \\[\\[så\\]\\].", "a link between brackets"),
    _unknown('--8<-- "fil.md"', "Stegen: ett < två.", "a file to put in"),
    _unknown("Talet $x$ är $y^2$.", "Priset är högt i $ och lågt i $ också.", "a formula"),
    _unknown("Tryck :material-home: nu.", "De tar tid: kyrkan S:t Per.", "an icon"),
    _unknown("Det ==nya== gäller.", "A == B och C == D, så är det i C++ och D++.", "marked text"),
    _unknown("Tryck ++ctrl++ nu.", "Skriv `++ctrl++` nu.", "marked text"),
    _unknown("Ytan är 5 m^2^.", "Ytan mäts i m² eller m^.", "raised text"),
    _unknown("Så är det.^[En not.]", "Så är det [en not].", "a note within the line"),
    _unknown("[TOC]", "[Kultur](culture.md)", "a list of contents"),
    _unknown("Se [kultur](culture.md) {target=_blank}.", "Se *culture*{lang=en} nu.", "an attribute list"),
    Fault(
        "syntax-unknown",
        _after("- [ ] Ett.\n- [x] Två.", "- One.\n- Two."),
        _after("- Ett [1].\n- Två.", "- One [1].\n- Two."),
        f"{_FILE}:16",
        "a box to tick",
    ),
    Fault(
        "html-unbalanced",
        _text("Stegen <em>bygger på varandra."),
        _text("Stegen <em>bygger</em><br>på `<em>` varandra."),
        f"{_FILE}:14",
        "<em>",
    ),
    Fault(
        "html-unbalanced",
        _text(f"{_END}\n\n</figure>"),
        _text(f"{_END}\n\n<figure>\n\n<p>Bild</p>\n\n</figure>"),
        f"{_FILE}:16",
        "</figure>",
    ),
    Fault(
        "html-unbalanced",
        _text("Stegen <strong><em>bygger</strong></em> på varandra."),
        _text("Stegen <strong><em>bygger</em></strong> på varandra."),
        f"{_FILE}:14",
        "<em>",
    ),
    Fault(
        "code-by-indent",
        _after("    Stegen är många.", "    The steps are many."),
        _after("- Ett.\n\n    Stegen är många.", "- One.\n\n    The steps are many."),
        f"{_FILE}:16",
        "becomes code",
    ),
]
