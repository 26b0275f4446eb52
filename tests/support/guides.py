"""Tiny guides made of strings: one whole guide without a fault, and ways to change it.

A test takes the whole guide, plants one fault by an edit, and looks at the findings.
An edit is ``(old, new)`` within a file, a whole new text, bytes, or None to delete the file.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guide.checks.findings import Finding
from guide.checks.running import all_rules, check_site, check_sources
from guide.model.guide import Guide
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.reading.site import read_site

Edit = tuple[str, str] | str | bytes | None
Edits = Mapping[str, Edit]

_NAV = """          nav:
            - index.md
            - {steps}:
                - steps/index.md
                - steps/culture.md
            - pitfalls/vague.md
            - cases/sundsvall.md
            - faq.md
            - concepts/glossary.md
            - about/sources.md
"""

MKDOCS = f"""site_name: Provguiden
site_url: https://guide.example/
docs_dir: docs
theme:
  name: material
  language: sv
  logo: assets/logo.svg
extra:
  guide:
    data: data
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - locale: sv
          default: true
{_NAV.format(steps="Steg")}        - locale: en
{_NAV.format(steps="Steps")}markdown_extensions:
  [admonition, attr_list, def_list, footnotes, md_in_html, pymdownx.details, pymdownx.superfences]
"""

START_SV = """---
title: Start
description: En liten guide som finns till för att proven ska ha något att pröva mot.
type: start
---

# Välkommen till guiden

Här börjar du. Läs om [stegen](steps/index.md) och om [vanliga frågor](faq.md).

## Fyra vägar in {#ways-in}

Läs om [kultur](steps/culture.md#why), [otydliga gränser](pitfalls/vague.md) och [Sundsvall](cases/sundsvall.md).
Ordet [tillit](concepts/glossary.md#trust) förklaras. Allt vilar på [källor](about/sources.md#source-sou-2018-47).
"""

START_EN = """---
title: Start
description: A small guide which is there so that the tests have something to test.
type: start
---

# Welcome to the guide

This is where you start. Read about [the steps](steps/index.md) and [common questions](faq.md).

## Four ways in {#ways-in}

Read about [culture](steps/culture.md#why), [vague boundaries](pitfalls/vague.md) and [Sundsvall](cases/sundsvall.md).
The word [trust](concepts/glossary.md#trust) is there. It rests on [sources](about/sources.md#source-sou-2018-47).
"""

STEPS_SV = """---
title: Steg för steg
description: Stegen tar er från beslut till vardag, i den ordning som brukar fungera bäst.
slug: steg
type: section
---

# Fem steg mot tillit

Börja med [en kultur av tillit](culture.md).

## Ordning {#order}

Stegen bygger på varandra.
"""

STEPS_EN = """---
title: Step by step
description: The steps take you from decision to daily work, in the order that works best.
slug: steps
type: section
---

# Five steps towards trust

Begin with [a culture of trust](culture.md).

## Order {#order}

The steps build on each other.
"""

STEP_SV = """---
title: Tillitskultur
description: Så bygger ni en kultur där människor vågar säga vad de ser i vardagen.
slug: steg/tillitskultur
type: step
---

# Bygg en kultur av tillit

Tillit växer när chefer visar den först.[^sou-2018-47]

## Börja här {#start-now}

Berätta om ett eget misstag.

## Gör så här {#what-to-do}

1. Prata om vad som fungerar.
2. Prata om vad som inte fungerar.

    - Börja med det som är lätt.

## Vem gör vad {#who-does-what}

| Roll | Uppgift |
| --- | --- |
| Chef | Lyssna |

## De första 30, 60 och 90 dagarna {#first-90-days}

Börja smått.

## Checklista {#checklist}

- Vi har pratat om varför.

## Tecken på att det fungerar {#signs}

Folk frågar mer.

## Vanliga misstag {#common-mistakes}

Se [otydliga gränser](../pitfalls/vague.md#discuss).

## Varför {#why}

Den som känner sig betrodd tar större ansvar.[^sou-2018-47]
"""

STEP_EN = """---
title: Culture of trust
description: How to build a culture in which people dare to say what they see at work.
slug: steps/culture-of-trust
type: step
---

# Build a culture of trust

Trust grows when managers show it first.[^sou-2018-47]

## Start here {#start-now}

Tell of a mistake of your own.

## What to do {#what-to-do}

1. Talk about what works.
2. Talk about what does not.

    - Begin with what is easy.

## Who does what {#who-does-what}

| Role | Task |
| --- | --- |
| Manager | Listen |

## The first 30, 60 and 90 days {#first-90-days}

Start small.

## Checklist {#checklist}

- We have talked about why.

## Signs that it works {#signs}

People ask more.

## Common mistakes {#common-mistakes}

See [vague boundaries](../pitfalls/vague.md#discuss).

## Why {#why}

People who feel trusted take on more.[^sou-2018-47]
"""

PITFALL_SV = """---
title: Otydliga gränser
description: När ingen vet vad man får bestämma blir friheten en börda i stället för en gåva.
slug: fallgropar/otydliga-granser
type: pitfall
evidence:
  # No claim is named.
  reason: "Bygger på vad chefer själva har berättat i intervjuer."
---

# Otydliga gränser

Frihet utan ramar gör folk osäkra.

!!! note "Kom ihåg"

    Ramar är inte kontroll.

## Så ser det ut {#how-it-looks}

<figure class="fig">
<svg role="img" aria-labelledby="ram-t ram-d"><title id="ram-t">Ram</title><desc id="ram-d">Ruta</desc>
<defs><marker id="ram-arrow" viewBox="0 0 10 10"><path d="M0 0L10 5L0 10z"/></marker></defs>
<line class="fig-line" x1="0" y1="0" x2="9" y2="9" marker-end="url(#ram-arrow)"/></svg>
<figcaption>Ramar ger frihet.</figcaption></figure>

## Vad ni kan göra {#what-to-do}

Säg vad som är bestämt.

## Varför det händer {#why-it-happens}

Ingen har sagt var gränsen går.

## Frågor att diskutera {#discuss}

Vad får du bestämma själv?
"""

PITFALL_EN = """---
title: Vague boundaries
description: When nobody knows what they may decide, freedom becomes a burden and not a gift.
slug: pitfalls/vague-boundaries
type: pitfall
evidence:
  # No claim is named.
  reason: "It rests on what managers themselves have told in interviews."
---

# Vague boundaries

Freedom without a frame makes people unsure.

!!! note "Remember"

    A frame is not control.

## How it looks {#how-it-looks}

<figure class="fig">
<svg role="img" aria-labelledby="ram-t ram-d"><title id="ram-t">Frame</title><desc id="ram-d">Box</desc>
<defs><marker id="ram-arrow" viewBox="0 0 10 10"><path d="M0 0L10 5L0 10z"/></marker></defs>
<line class="fig-line" x1="0" y1="0" x2="9" y2="9" marker-end="url(#ram-arrow)"/></svg>
<figcaption>Frames give freedom.</figcaption></figure>

## What you can do {#what-to-do}

Say what has been decided.

## Why it happens {#why-it-happens}

Nobody has said where the line is.

## Questions to discuss {#discuss}

What may you decide by yourself?
"""

CASE_SV = """---
title: Sundsvall
description: En kommun som lät medarbetarna styra mer, och vad som hände med sjukfrånvaron.
slug: exempel/sundsvall
type: case
evidence:
  # No claim is named.
  reason: "Ingen källa utöver tidningens egen text har hittats."
case:
  country: SE
  sector: municipality
  organisation: Sundsvalls kommun
  size: large
  years: "2012–2016"
  themes: [culture, leadership]
  outcome: unclear
---

# Sundsvalls kommun

Kommunen gav medarbetarna mer att säga till om.

## Sammanhang {#context}

En stor kommun i norr.

## Vad man gjorde {#what-was-done}

Medarbetarna fick mer inflytande.

## Vad som påstås, och av vem {#what-is-claimed}

Tidningen hävdar att sjukfrånvaron sjönk.

## Vad källor bekräftar {#what-is-confirmed}

Ingenting ännu.

## Vad som inte är bekräftat {#what-is-not-confirmed}

Att frånvaron sjönk.

## Vad man kan lära {#what-to-learn}

Fråga efter källan.
"""

CASE_EN = """---
title: Sundsvall
description: A municipality that let its staff steer more, and what happened to sick leave.
slug: cases/sundsvall
type: case
evidence:
  # No claim is named.
  reason: "No source apart from the magazine's own text has been found."
case:
  country: SE
  sector: municipality
  organisation: City of Sundsvall
  size: large
  years: "2012–2016"
  themes: [culture, leadership]
  outcome: unclear
---

# The city of Sundsvall

The city gave its staff more of a say.

## Context {#context}

A large municipality in the north.

## What was done {#what-was-done}

Staff got more influence.

## What is claimed, and by whom {#what-is-claimed}

The magazine claims that sick leave fell.

## What sources confirm {#what-is-confirmed}

Nothing yet.

## What is not confirmed {#what-is-not-confirmed}

That absence fell.

## What to learn {#what-to-learn}

Ask for the source.
"""

FAQ_SV = """---
title: Vanliga frågor
description: Korta svar på det som folk undrar mest över när de hör talas om tillit.
slug: vanliga-fragor
type: faq
---

# Vanliga frågor

Korta svar först.

## Grunderna {#theme-basics}

Det som alla undrar.

### Vad är tillit? {#what-is-trust}
<!-- also: vad betyder tillit | förklara tillit | tillit betydelse | vad menas med tillit -->
<!-- roles: staff, hr -->

Tillit är att våga lita på någon.

Det är en vana mer än en känsla.

Läs mer: [Tillitskultur](steps/culture.md).

### Hur börjar vi? {#how-to-begin}
<!-- also: första steget | komma igång | var ska vi börja | hur startar man -->
<!-- roles: top-manager -->

Börja smått.

Välj ett område.

Läs mer: [Stegen](steps/index.md), [Otydliga gränser](pitfalls/vague.md).
"""

FAQ_EN = """---
title: Common questions
description: Short answers to what people wonder about most when they first hear of trust.
slug: faq
type: faq
---

# Common questions

Short answers first.

## The basics {#theme-basics}

What everybody wonders.

### What is trust? {#what-is-trust}
<!-- also: meaning of trust | explain trust | define trust | what does trust mean -->
<!-- roles: staff, hr -->

Trust is to dare to rely on somebody.

It is a habit more than a feeling.

Read more: [Culture of trust](steps/culture.md).

### How do we begin? {#how-to-begin}
<!-- also: first step | getting started | where to begin | how do we start -->
<!-- roles: top-manager -->

Start small.

Choose one area.

Read more: [The steps](steps/index.md), [Vague boundaries](pitfalls/vague.md).
"""

GLOSSARY_SV = """---
title: Ordlista
description: Ord som guiden använder, på svenska och engelska, med en kort förklaring till vart och ett.
slug: begrepp/ordlista
type: glossary
---

# Ordlista

Orden i bokstavsordning.

<!-- guide:glossary -->
"""

GLOSSARY_EN = """---
title: Glossary
description: Words which the guide uses, in Swedish and English, each with a short explanation.
slug: concepts/glossary
type: glossary
---

# Glossary

The words in order.

<!-- guide:glossary -->
"""

SOURCES_SV = """---
title: Källor
description: Alla källor som guiden bygger på, med länkar till dem som finns på nätet.
slug: om/kallor
type: sources
---

# Källor

Allt som guiden vilar på.

<!-- guide:sources -->
"""

SOURCES_EN = """---
title: Sources
description: All the sources that the guide builds on, with links to those which are online.
slug: about/sources
type: sources
---

# Sources

Everything that the guide rests on.

<!-- guide:sources -->
"""

BIBLIOGRAPHY = """[
  {
    "id": "sou-2018-47",
    "type": "report",
    "title": "Med tillit växer handlingsutrymmet",
    "URL": "https://www.regeringen.se/sou-2018-47/",
    "language": "sv"
  }
]
"""

TERMS = """- id: trust
  sv: {term: tillit, definition: "Att våga lita på någon.", forms: [tilliten]}
  en: {term: trust, definition: "To dare to rely on somebody.", forms: []}
  page: steps/culture.md
  source: sou-2018-47
"""

REDIRECTS = """- {from: /steg/gammalt/, to: /steg/tillitskultur/}
- {from: "/steg/tillitskultur/#gammalt", to: "/steg/tillitskultur/#why"}
"""

QUIZZES = """- page: steps/culture.md
  questions:
    - id: culture-first
      sv: {question: "Vem börjar?", options: ["Ingen", "Chefen <b>"], explanation: "Chefer visar vägen."}
      en: {question: "Who begins?", options: ["Nobody", "The manager"], explanation: "Managers show the way."}
      correct: 1
      see: why
    - id: culture-then
      sv: {question: "Och sedan?", options: ["Alla", "Få"], explanation: "Alla är med."}
      en: {question: "And then?", options: ["All", "Few"], explanation: "All take part."}
      correct: 0
      see: what-to-do
"""

ASSESSMENT = """version: 1
dimensions:
  - id: culture
    sv: {name: Kultur, low: "Det är tyst.", action: "Fråga <b>."}
    en: {name: Culture, low: "It is quiet.", action: "Ask."}
    pages: [steps/culture.md, steps/culture.md#why, pitfalls/vague.md]
statements:
  - id: first
    dimension: culture
    sv: {text: "Chefer pratar.", manager: "Jag pratar."}
    en: {text: "Managers talk.", manager: "I talk."}
  - {id: second, dimension: culture, sv: {text: Vi frågar.}, en: {text: We ask.}}
  - {id: third, dimension: culture, sv: {text: Vi lyssnar.}, en: {text: We listen.}}
"""

SHEETS = """- id: map
  version: 1
  step: steps/culture.md#why
  rows: 4
  sv: {title: Karta, purpose: Rita <b>., example: ett lag., row: beslut}
  en: {title: Map, purpose: Draw it., example: a team., row: decision}
  boxes:
    - {id: team, lines: 1, sv: {name: Lag, help: Vilka., example: Alla}, en: {name: Team, help: Who., example: All}}
  columns:
    - {id: what, sv: {name: Vad, help: Kort., example: a | b}, en: {name: What, help: Short., example: a | b}}
    - id: who
      sv: {name: "Vem?", help: Välj., example: själv}
      en: {name: Who, help: Choose., example: alone}
      choices:
        - {id: alone, sv: själv, en: alone}
        - {id: manager, sv: "chef & <b>", en: manager}
- id: card
  version: 2
  step: steps/culture.md
  layout: cards
  rows: 2
  sv: {title: Kort, purpose: Skriv., example: ett lag., row: kort}
  en: {title: Card, purpose: Write., example: a team., row: card}
  columns:
    - {id: task, lines: 3, sv: {name: Uppdrag, help: Vad., example: Ett}, en: {name: Task, help: What., example: One}}
"""
SHEETS_EDITS: dict[str, Edit] = {
    "data/tools/sheets.yml": SHEETS,
    "docs/sv/steps/index.md": ("Börja med", "<!-- guide:sheet map -->\n\n<!-- guide:sheet card -->\n\nBörja med"),
    "docs/en/steps/index.md": ("Begin with", "<!-- guide:sheet map -->\n\n<!-- guide:sheet card -->\n\nBegin with"),
    "docs/sv/steps/culture.md": ("Se [otydliga", "Börja med [stegen](index.md). Se [otydliga"),
    "docs/en/steps/culture.md": ("See [vague", "Begin with [the steps](index.md). See [vague"),
}
"""A guide with two sheets on one page, which the step leads to."""

DISCUSSION = """roles:
  - {id: leads, sv: {name: Leder, text: Led.}, en: {name: Leads, text: Lead.}}
parts:
  - {id: open, adds: say, sv: {name: Start, text: "Läs:"}, en: {name: Start, text: "Read:"}}
  - {id: talk, adds: case, sv: {name: Samtal, text: Prata.}, en: {name: Talk, text: Talk.}}
  - {id: end, adds: decision, sv: {name: Slut, text: Välj.}, en: {name: End, text: Choose.}}
agendas:
  - minutes: 60
    steps: [{part: open, minutes: 5, questions: [1]}, {part: end, minutes: 55, questions: []}]
  - {minutes: 90, steps: [{part: talk, minutes: 80, questions: [1, 2]}, {part: end, minutes: 10}]}
topics:
  - id: limits
    reading: [pitfalls/vague.md]
    case: steps/culture.md#why
    sv: {name: Gränser, why: När., before: Ta., say: Säg <b>., questions: [Hur?, Vad?], decision: En sak.}
    en: {name: Limits, why: When., before: Bring., say: Say., questions: [How?, What?], decision: One thing.}
"""

WHOLE: dict[str, str] = {
    "mkdocs.yml": MKDOCS,
    "docs/assets/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
    "docs/sv/index.md": START_SV,
    "docs/en/index.md": START_EN,
    "docs/sv/steps/index.md": STEPS_SV,
    "docs/en/steps/index.md": STEPS_EN,
    "docs/sv/steps/culture.md": STEP_SV,
    "docs/en/steps/culture.md": STEP_EN,
    "docs/sv/pitfalls/vague.md": PITFALL_SV,
    "docs/en/pitfalls/vague.md": PITFALL_EN,
    "docs/sv/cases/sundsvall.md": CASE_SV,
    "docs/en/cases/sundsvall.md": CASE_EN,
    "docs/sv/faq.md": FAQ_SV,
    "docs/en/faq.md": FAQ_EN,
    "docs/sv/concepts/glossary.md": GLOSSARY_SV,
    "docs/en/concepts/glossary.md": GLOSSARY_EN,
    "docs/sv/about/sources.md": SOURCES_SV,
    "docs/en/about/sources.md": SOURCES_EN,
    "data/bibliography.json": BIBLIOGRAPHY,
    "data/glossary.yml": TERMS,
    "data/redirects.yml": REDIRECTS,
}


def write(folder: Path, files: Mapping[str, str], edits: Edits) -> Path:
    """Write files with edits into a folder."""
    contents: dict[str, bytes | None] = {path: text.encode() for path, text in files.items()}
    for path, edit in edits.items():
        if isinstance(edit, tuple):
            old, new = edit
            assert old in files[path], f"{path} does not hold {old!r}"
            contents[path] = files[path].replace(old, new, 1).encode()
        else:
            contents[path] = edit.encode() if isinstance(edit, str) else edit
    for path, content in contents.items():
        if content is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    return folder


def read(folder: Path, edits: Edits | None = None) -> Guide:
    """Write the whole guide with edits and read it."""
    return read_guide(load_settings(write(folder, WHOLE, edits or {}) / "mkdocs.yml"))


def findings(folder: Path, edits: Edits | None = None, only: Collection[str] = ()) -> list[Finding]:
    """Check the whole guide's sources, with edits."""
    return check_sources(read(folder, edits), only)


def built(guide: Guide) -> dict[str, str]:
    """Give a faultless built site for a guide, by path: as bare as HTML can be."""
    files = {"assets/logo.svg": "<svg/>", "assets/site.css": "", "404.html": "<html lang='sv'><h1>404</h1></html>"}
    base = "https://guide.example/"
    for page in guide.pages:
        up = "../" * page.address.count("/") or "./"
        twins = [page, *guide.counterparts(page)]
        links = "".join(f'<link rel="alternate" hreflang="{t.language}" href="{base}{t.address}">\n' for t in twins)
        nav = "".join(
            f'<a href="{up}{other.address}">{other.title}</a>\n'
            for other in guide.pages
            if other.language == page.language and other is not page
        )
        headings = "".join(
            f'<h{h.level} id="{h.id}">{h.text}</h{h.level}>\n<p><a href="#{h.id}">Text om {h.text}</a></p>\n'
            for h in page.headings
        )
        anchors = "".join(f'<i id="{anchor}"></i>\n' for anchor in sorted(page.generated_anchors))
        files[f"{page.address}index.html"] = (
            f'<!doctype html>\n<html lang="{page.language}">\n<head>\n<title>{page.title} – Provguiden</title>'
            f'<meta name="description" content="{page.title}">\n'
            f'<link rel="canonical" href="{base}{page.address}">\n{links}'
            f'<link rel="stylesheet" href="{up}assets/site.css">\n</head>\n<body>\n'
            f'<label for="q">Sök</label><input id="q">\n<img src="{up}assets/logo.svg" alt="">\n'
            f"{nav}{headings}{anchors}</body>\n</html>\n"
        )
    locations = "".join(f"<url><loc>{base}{page.address}</loc></url>\n" for page in guide.pages)
    files["sitemap.xml"] = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{locations}</urlset>\n'
    docs = ", ".join(f'{{"location": "{page.address}", "title": ""}}' for page in guide.pages)
    files["search/search_index.json"] = f'{{"docs": [{docs}, {{"location": "steg/tillitskultur/#why"}}]}}'
    return files


def site_findings(
    folder: Path, edits: Edits | None = None, only: Collection[str] = (), sources: Edits | None = None
) -> list[Finding]:
    """Check the built site of the whole guide; ``edits`` are of the site's files, ``sources`` of the guide's."""
    guide = read(folder / "guide", {"data/redirects.yml": None, **(sources or {})})
    (folder / "site").mkdir()
    write(folder / "site", built(guide), edits or {})
    return check_site(guide, read_site(folder / "site", "site"), only)


@dataclass(frozen=True)
class Fault:
    """One way to break the whole guide's sources, and a change close to it that breaks nothing."""

    id: str
    """The finding that the fault must give."""
    plant: Edits
    """The fault."""
    clean: Edits
    """The twin that must stay silent."""
    at: str
    """Start of the finding's line: file and line."""
    says: str = ""
    """Words in the finding."""

    def findings(self, folder: Path, edits: Edits) -> list[Finding]:
        """Check the guide as edited, in an empty folder."""
        return findings(folder, edits)


@dataclass(frozen=True)
class RequestedFault(Fault):
    """A fault that is looked for when it is asked for by its id; its twin is silent to every check of the sources."""

    def findings(self, folder: Path, edits: Edits) -> list[Finding]:
        """Check the guide as edited, with the checks that wait to be asked for."""
        return findings(folder, edits, all_rules())


@dataclass(frozen=True)
class SiteFault(Fault):
    """One way to break the built site of the whole guide."""

    sources: Edits = field(default_factory=dict)
    """Edits of the guide that the site is built from, for the fault and its twin alike."""

    def findings(self, folder: Path, edits: Edits) -> list[Finding]:
        """Check the site as edited."""
        return site_findings(folder, edits, sources=self.sources)
