"""Markdown that the builder reads otherwise than the writer means, each with a twin that is right."""

from __future__ import annotations

from guides import MKDOCS, Fault


def _table(columns: int, header: str = "| Roll | Uppgift |", row: str = "| Chef | Lyssna |") -> tuple[str, str]:
    """An edit that gives the table other columns."""
    old = f"{header}\n| --- | --- |\n{row}"
    return old, "\n".join([header + " A |" * (columns - 2), "|" + " --- |" * columns, row + " b |" * (columns - 2)])


_ABBREVIATED = {"mkdocs.yml": MKDOCS.replace("[admonition", "[abbr, admonition")}
FAULTS = [
    Fault(
        "list-without-blank-line",
        {"docs/sv/steps/index.md": ("på varandra.", "på varandra:\n- ett\n- två")},
        {"docs/sv/steps/index.md": ("på varandra.", "på varandra:\n\n- ett\n- två")},
        "docs/sv/steps/index.md:15",
    ),
    Fault(
        "list-indent",
        {"docs/sv/steps/culture.md": ("    - Börja", "   - Börja")},
        {"docs/sv/steps/culture.md": ("lätt.", "lätt.\n\n        - Sedan resten.")},
        "docs/sv/steps/culture.md:21",
    ),
    Fault(
        "list-indent",
        {"docs/sv/steps/culture.md": ("- Vi har pratat om varför.", "- Vi har pratat.\n\n  Mycket.")},
        {"docs/sv/steps/culture.md": ("- Vi har pratat om varför.", "- Vi har pratat.\n\n    Mycket.")},
        "docs/sv/steps/culture.md:37",
    ),
    Fault(
        "table-without-blank-line",
        {"docs/sv/steps/culture.md": ("{#who-does-what}\n\n", "{#who-does-what}\n\nSe tabellen.\n")},
        {"docs/sv/steps/culture.md": ("{#who-does-what}\n\n", "{#who-does-what}\n\nSe tabellen.\n\n")},
        "docs/sv/steps/culture.md:26",
    ),
    Fault(
        "table-too-wide",
        {
            "docs/sv/steps/culture.md": _table(5),
            "docs/en/steps/culture.md": _table(5, "| Role | Task |", "| Manager | Listen |"),
        },
        {
            "docs/sv/steps/culture.md": _table(4),
            "docs/en/steps/culture.md": _table(4, "| Role | Task |", "| Manager | Listen |"),
        },
        "docs/sv/steps/culture.md:25",
    ),
    Fault(
        "table-ragged",
        {"docs/sv/steps/culture.md": ("| Chef | Lyssna |", "| Chef | Lyssna | Mer |")},
        {"docs/sv/steps/culture.md": ("| Chef | Lyssna |", "| Chef | Lyssna \\| fråga |")},
        "docs/sv/steps/culture.md:27",
    ),
    Fault(
        "markup-left",
        {"docs/sv/steps/culture.md": ("[otydliga gränser](..", "[otydliga gränser(..")},
        {"docs/sv/steps/culture.md": ("[otydliga gränser](..", "[de [otydliga] gränserna](..")},
        "docs/sv/steps/culture.md:43",
    ),
    Fault(
        "markup-left",
        {"docs/sv/pitfalls/vague.md": ('!!! note "Kom', '!! note "Kom')},
        {"docs/sv/pitfalls/vague.md": ("Frihet utan ramar", "Frihet! Men frihet utan ramar")},
        "docs/sv/pitfalls/vague.md:15",
    ),
    Fault(
        "markup-left",
        {"docs/sv/steps/index.md": ("bygger på varandra", "bygger **på varandra")},
        {"docs/sv/steps/index.md": ("bygger på varandra", "bygger **på** `**varandra`")},
        "docs/sv/steps/index.md:14",
    ),
    *(
        Fault(
            "markup-left",
            {"docs/sv/steps/index.md": ("bygger på varandra", plant)},
            {"docs/sv/steps/index.md": ("bygger på varandra", clean)},
            "docs/sv/steps/index.md:14",
            says,
        )
        for plant, clean, says in (
            ("bygger på (#order)", "bygger på (#)", "(#order)"),
            ("bygger på (../steps/culture.md)", "bygger på (README.md)", "culture.md"),
            ("bygger [på] (https://www.riksdagen.se/)", "bygger [på] (så)", "riksdagen"),
            ("bygger (på)[https://www.riksdagen.se/]", "bygger (på)[så]", "riksdagen"),
            ("bygger* på varandra", "bygger\\* på allt * annat", '"*"'),
            ("_bygger på varandra", "_bygger_ på var_andra", '"_"'),
            ("bygger `på varandra", "bygger `` ` `` på varandra", '"`"'),
            ("bygger {på varandra", "bygger `{` på \\{varandra\\}", '"{"'),
        )
    ),
    Fault(
        "box-empty",
        {"docs/sv/pitfalls/vague.md": ("    Ramar är inte", "Ramar är inte")},
        {"docs/sv/pitfalls/vague.md": ('"Kom ihåg"\n\n    Ramar', '"Kom ihåg"\n    Ramar')},
        "docs/sv/pitfalls/vague.md:15",
        "nothing is in the box",
    ),
    Fault(
        "callout-form",
        {"docs/sv/pitfalls/vague.md": ('!!! note "Kom', '!!! nota "Kom')},
        {"docs/sv/pitfalls/vague.md": ('!!! note "Kom', '!!! tip "Kom')},
        "docs/sv/pitfalls/vague.md:15",
        'did you mean "note"',
    ),
    Fault(
        "callout-form",
        {"docs/sv/pitfalls/vague.md": ('!!! note "Kom ihåg"', "!!! note")},
        {"docs/sv/pitfalls/vague.md": ('!!! note "Kom ihåg"', '!!! note "Minns"')},
        "docs/sv/pitfalls/vague.md:15",
        "no title",
    ),
    Fault(
        "directive-unknown",
        {"docs/sv/steps/index.md": ("på varandra.", "på varandra.\n\n<!-- guide:case -->")},
        {"docs/sv/steps/index.md": ("på varandra.", "på varandra.\n\n<!-- guide:cases -->")},
        "docs/sv/steps/index.md:16",
        'did you mean "cases"',
    ),
    Fault(
        "comment-unknown",
        {"docs/sv/steps/index.md": ("på varandra.", "på varandra.\n\n<!-- Fråga Eva om detta -->")},
        {"docs/sv/steps/index.md": ("på varandra.", "på varandra.\n\n`<!-- Fråga Eva om detta -->`")},
        "docs/sv/steps/index.md:16",
    ),
    Fault(
        "html-not-allowed",
        {"docs/sv/steps/index.md": ("på varandra.", "på varandra.\n\n<div>Ruta</div>")},
        {"docs/sv/steps/index.md": ("på varandra.", "på <abbr title='Steg'>S</abbr>.")},
        "docs/sv/steps/index.md:16",
        "<div>",
    ),
    Fault(
        "html-not-allowed",
        {"docs/sv/pitfalls/vague.md": ('<line class="fig-line"', '<line style="stroke: red"')},
        {"docs/sv/pitfalls/vague.md": ('<line class="fig-line"', '<line class="fig-box"')},
        "docs/sv/pitfalls/vague.md:24",
        '"style"',
    ),
    Fault(
        "table-head-empty",
        {
            "docs/sv/steps/culture.md": ("| Roll | Uppgift |", "| Roll |  |"),
            "docs/en/steps/culture.md": ("| Role | Task |", "| Role |  |"),
        },
        {
            "docs/sv/steps/culture.md": ("| Chef | Lyssna |", "| Chef |  |"),
            "docs/en/steps/culture.md": ("| Manager | Listen |", "| Manager |  |"),
        },
        "docs/sv/steps/culture.md:25",
        "column 2",
    ),
    Fault(
        "abbreviation-idle",
        _ABBREVIATED | {"docs/sv/steps/index.md": ("varandra.", "varandra.\n\n*[HSL]: hälso- och sjukvårdslagen")},
        _ABBREVIATED | {"docs/sv/steps/index.md": ("varandra.", "HSL.\n\n*[HSL]: hälso- och sjukvårdslagen")},
        "docs/sv/steps/index.md:16",
        '"HSL" is nowhere',
    ),
    Fault(
        "abbreviation-idle",
        _ABBREVIATED | {"docs/sv/steps/index.md": ("varandra.", "HSL.\n\n*[HSL]:")},
        _ABBREVIATED | {"docs/sv/steps/index.md": ("varandra.", "HSL.\n\n`*[HSL]:`")},
        "docs/sv/steps/index.md:16",
        "stands for nothing",
    ),
]
