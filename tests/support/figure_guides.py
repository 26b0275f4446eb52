"""The whole guide with a figure of each kind: its file, and a page in each language that shows it."""

from __future__ import annotations

from guides import STEPS_EN, STEPS_SV, Edits

FILE = "data/figures/fields.yml"
SV, EN = "docs/sv/steps/index.md", "docs/en/steps/index.md"
DIRECTIVE = "<!-- guide:figure fields -->"

GRID = """kind: grid
accent: [2]
to: [steps/culture.md#why]
sv:
  title: Fyra lägen
  caption: Guidens egen bild.
  across: [Ingen frågar, Någon frågar]
  down: [Stor tillit, Liten tillit]
  parts: [{name: Blind tillit, text: ingen ser felen}, {name: Tillit}, {name: Glömska}, {name: Misstro}]
en:
  title: Four positions
  caption: The guide’s own picture.
  across: [Nobody asks, Somebody asks]
  down: [High trust, Low trust]
  parts: [{name: Blind trust, text: nobody sees mistakes}, {name: Trust}, {name: Neglect}, {name: Mistrust}]
"""
PATH = """kind: path
sv:
  title: En väg
  parts: [{name: Före}, {name: Efter}]
  arrows: [{down: ger vidare, up: svarar}]
en:
  title: A path
  parts: [{name: Before}, {name: After}]
  arrows: [{down: passes on, up: answers}]
"""
NETWORK = """kind: network
places:
  - {column: 0, row: 0, wide: 12}
  - {column: 0, row: 1, wide: 5}
  - {column: 7, row: 1, wide: 5}
lines:
  - {between: [2, 1]}
  - {between: [2, 3], arrow: false, label: 1}
sv:
  title: Ett nät
  says: Två under en.
  labels: [råd]
  parts: [{name: Rådet}, {name: Den ena}, {name: Den andra}]
en:
  title: A network
  says: Two below one.
  labels: [help]
  parts: [{name: The board}, {name: This one}, {name: That one}]
"""
CIRCLES = """kind: circles
sv:
  title: Tre
  says: Kan, vill och vågar.
  labels: [löser det]
  parts: [{name: Kan}, {name: Vill}, {name: Vågar, text: fel straffas inte}]
en:
  title: Three
  says: Can, wants to and dares to.
  labels: [solves it]
  parts: [{name: Can}, {name: Wants to}, {name: Dares to, text: mistakes are not punished}]
"""
CHART = """kind: chart
chart: {values: [16.3, 15, 12.5], first: 2007, change: 2009, unsure: [2008, 2008], marked: [2007, 2008]}
sv:
  title: Dagar
  says: Tre staplar.
  labels: [Här börjar det, vår placering]
en:
  title: Days
  says: Three bars.
  labels: [It begins here, placed by us]
"""
TIMELINE = """kind: timeline
sv: {title: År, across: [Här, Där], parts: [{name: "2013", text: Debatt, aside: Avtal}]}
en: {title: Years, across: [Here, There], parts: [{name: "2013", text: Debate, aside: Agreement}]}
"""


def one_part(kind: str) -> str:
    """Give a figure of a kind that needs nothing but boxes."""
    return (
        f"kind: {kind}\nsv: {{title: En, parts: [{{name: Namn, text: värde, lines: [ett, två]}}]}}\n"
        "en: {title: One, parts: [{name: Name, text: value, lines: [one, two]}]}\n"
    )


def showing(
    figure: str, *changes: tuple[str, str], name: str = "fields", sv: str = DIRECTIVE, en: str = DIRECTIVE
) -> Edits:
    """Give the edits that show a figure, with changes in its file, on the page of the steps."""
    for old, new in changes:
        assert old in figure, old
        figure = figure.replace(old, new, 1)
    return {
        f"data/figures/{name}.yml": figure,
        SV: STEPS_SV.replace("Stegen bygger", f"{sv}\n\nStegen bygger"),
        EN: STEPS_EN.replace("The steps build", f"{en}\n\nThe steps build"),
    }
