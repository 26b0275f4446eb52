"""A small guide in Norwegian, which none of the project's own words files is in.

It has what its footer and header lead to, and one page of each kind that the guide writes
words into: a case, questions, notes, sources, a glossary, a quiz.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from guide.words import own_files
from guides import Edits
from guides import write as write_files

WORDS = Path(__file__).with_name("nb.yml").read_text(encoding="utf-8")

MKDOCS = """site_name: Tillitsveiviseren
site_description: En liten norsk guide.
site_url: https://guide.example/
docs_dir: docs
strict: true
theme:
  name: material
  language: nb
  logo: assets/img/logo.svg
  favicon: assets/img/favicon.svg
  font: false
  features: [navigation.tabs, navigation.indexes, navigation.footer, navigation.top]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {icon: material/weather-night}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {icon: material/weather-sunny}
extra_css: [assets/css/guide.css, assets/css/listen.css, assets/css/search.css]
extra:
  generator: false
  guide:
    data: data
    words: words
plugins:
  - i18n:
      docs_structure: folder
      reconfigure_material: true
      languages:
        - locale: nb
          name: Norsk
          default: true
          build: true
          nav:
            - index.md
            - Eksemplene:
                - cases/index.md
                - cases/sveits.md
            - faq.md
            - Ordliste: concepts/glossary.md
            - Om veiviseren:
                - about/index.md
                - about/licence.md
                - about/sources.md
                - about/evidence-grades.md
                - about/accessibility.md
                - about/privacy.md
                - about/report-an-error.md
markdown_extensions:
  - attr_list
  - def_list
  - md_in_html
  - tables
  - footnotes: {PLACE_MARKER: "///notes///", UNIQUE_IDS: false}
  - toc: {permalink: false, toc_depth: 3}
"""


def _page(title: str, slug: str, kind: str, body: str, more: str = "") -> str:
    about = f"Siden med navnet {title} finnes for prøvens skyld og for ingen andre enn den."
    address = f"slug: {slug}\n" if slug else ""
    return (
        f"---\ntitle: {title}\ndescription: {about}\n{address}type: {kind}\n{more}---\n\n# {title} hos oss\n\n{body}\n"
    )


_CASE_FRONT = """evidence:
  # No claim is named.
  reason: Etaten har selv skrevet om forsøket i sin årsmelding.
case:
  country: CH
  sector: state
  organisation: Et kontor i Bern
  size: small
  years: 2018–2020
  themes: [culture]
  outcome: promising
"""
_CASE = """Kontoret lot medarbeiderne bestemme mer.[^bern-2020]

## Bakgrunn {#context}

Et lite kontor.

## Hva de gjorde {#what-was-done}

De fjernet regler, og økte tillit ble målet.

## Hva som påstås {#what-is-claimed}

Færre sykedager.

## Hva som er bekreftet {#what-is-confirmed}

Lite.

## Hva som ikke er bekreftet {#what-is-not-confirmed}

Resten.

## Hva man kan lære {#what-to-learn}

Begynn smått.
"""
_FAQ = """Her står korte svar.

<!-- guide:questions -->

<!-- guide:questions-by-role -->

## Grunnlaget {#theme-basics}

Det alle lurer på.

### Hva er tillit? {#what-is-trust}
<!-- also: hva betyr tillit | forklar tillit | tillit forklart | hva menes med tillit -->
<!-- roles: staff -->

Tillit er å våge å stole på noen.

Det er mer en vane enn en følelse.

Les mer: [Sveits](cases/sveits.md).
"""
_START = """Les [svarene](faq.md), [eksemplene](cases/index.md) og [om veiviseren](about/index.md).

## Veier inn {#ways-in}

Se [ordlisten](concepts/glossary.md).
"""
_LINKS = (
    "Se [lisensen](licence.md), [kildene](sources.md), [gradene](evidence-grades.md), "
    "[tilgjengelighet](accessibility.md), [personvern](privacy.md) og [feil](report-an-error.md)."
)
_ABOUT = {
    "index": ("Om veiviseren", "om", "about", _LINKS),
    "licence": ("Lisens for tekstene", "om/lisens", "about", "Bruk tekstene fritt."),
    "sources": ("Kildene våre", "om/kilder", "sources", "Alt bygger på noe.\n\n<!-- guide:sources -->"),
    "evidence-grades": (
        "Grader",
        "om/grader",
        "about",
        "## Ikke vist {#not-shown}\n\nIngen har vist det.\n\n## Ingen {#unconfirmed}\n\nIngen kilde.",
    ),
    "accessibility": ("Tilgjengelig for alle", "om/tilgjengelighet", "about", "Alle skal kunne lese."),
    "privacy": ("Ditt personvern", "om/personvern", "about", "Vi lagrer ingenting."),
    "report-an-error": ("Meld fra om feil", "om/feil", "about", "Skriv til oss."),
}

FILES: dict[str, str] = {
    "mkdocs.yml": MKDOCS,
    "words/nb.yml": WORDS,
    "docs/nb/index.md": _page("Forsiden", "", "start", _START),
    "docs/nb/faq.md": _page("Ofte stilte", "svar", "faq", _FAQ),
    "docs/nb/cases/index.md": _page(
        "Eksemplene", "eksempler", "section", "Noen forsøk.\n\n## Forsøkene {#all-cases}\n\n<!-- guide:cases -->"
    ),
    "docs/nb/cases/sveits.md": _page("Sveits", "eksempler/sveits", "case", _CASE, _CASE_FRONT),
    "docs/nb/concepts/glossary.md": _page(
        "Ordliste", "ordliste", "glossary", "Ordene våre.\n\n<!-- guide:glossary -->"
    ),
    **{f"docs/nb/about/{name}.md": _page(*parts) for name, parts in _ABOUT.items()},
    "data/bibliography.json": """[
  {
    "id": "bern-2020",
    "type": "report",
    "title": "Ein Jahr Vertrauen",
    "author": [{"family": "Ærlig", "given": "Åse"}, {"family": "Meier"}],
    "URL": "https://kontor.example/2020",
    "language": "de",
    "issued": {"date-parts": [[2020]]},
    "accessed": {"date-parts": [[2026, 11, 2]]},
    "custom": {"kind": "own-report", "abstract": {"nb": "Årsmelding fra kontoret."}}
  }
]
""",
    "data/glossary.yml": (
        '- id: trust\n  nb: {term: tillit, definition: "Å våge å stole på noen.", forms: [tilliten]}\n'
        "  page: faq.md\n  source: bern-2020\n"
    ),
    "data/quizzes.yml": """- page: cases/sveits.md
  questions:
    - id: sveits-1
      see: context
      correct: 1
      nb:
        question: Hvem bestemte mer?
        options: [Medarbeiderne, Sjefen, Ingen]
        explanation: De lot medarbeiderne bestemme.
""",
}
"""Every file of the guide, by its path."""


def write(folder: Path, edits: Edits | None = None) -> Path:
    """Write the guide with edits into ``folder``; give its mkdocs.yml."""
    return write_files(folder, FILES, edits or {}) / "mkdocs.yml"


def foreign_words_in(html: str) -> list[str]:
    """Give every text of a page that is a Swedish or English word of the interface and no Norwegian one."""
    return sorted({text for text in _texts(etree.HTML(html)) if any(pattern.fullmatch(text) for pattern in _FOREIGN)})


def _texts(tree: etree._Element) -> Iterator[str]:
    """Give what a reader sees or hears, and what scripts are handed to say."""
    for element in tree.iter("*"):
        if element.tag not in {"script", "style", "svg", "code"}:
            yield from (" ".join(text.split()) for text in (element.text, element.tail) if text and text.strip())
        for name, value in element.attrib.items():
            if value.startswith('{"'):
                yield from (text for text in json.loads(value).values() if isinstance(text, str))
            # A table's rows hold the codes of what they can be filtered by.
            elif name in {"aria-label", "title", "placeholder", "alt"} or (name[:5] == "data-" and element.tag != "tr"):
                yield value


_NORWEGIAN = {line.partition(": ")[2].strip("\"'") for line in WORDS.splitlines()}
_FOREIGN = [
    re.compile(re.sub(r"\\\{[a-z]*\\\}", ".+", re.escape(text.strip())))
    for file in own_files().values()
    for text in file.values.values()
    if text not in _NORWEGIAN
]
