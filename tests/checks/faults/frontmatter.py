"""Faults in front matter, titles and slugs, each with a twin that is right."""

from __future__ import annotations

from guides import Fault

FAULTS = [
    Fault(
        "front-matter-missing",
        {"docs/sv/steps/index.md": "# Steg\n\nText.\n"},
        {"docs/sv/steps/index.md": ("type: section\n---", "type: section\n...")},
        "docs/sv/steps/index.md:1",
    ),
    Fault(
        "front-matter-broken",
        {"docs/sv/steps/index.md": ("title: Steg för steg", "title: Steg: för: steg")},
        {"docs/sv/steps/index.md": ("title: Steg för steg", 'title: "Steg: för steg"')},
        "docs/sv/steps/index.md:2",
    ),
    Fault(
        "front-matter-broken",
        {"docs/sv/steps/index.md": ("type: section\n---", "type: section")},
        {"docs/sv/steps/index.md": ("---\ntitle", "---  \ntitle")},
        "docs/sv/steps/index.md:1",
    ),
    Fault(
        "front-matter-key-missing",
        {"docs/sv/steps/index.md": ("slug: steg\n", "")},
        {"docs/sv/steps/index.md": ("slug: steg\n", "slug: stegen\n")},
        "docs/sv/steps/index.md:1",
        '"slug"',
    ),
    Fault(
        "front-matter-key-missing",
        {"docs/sv/cases/sundsvall.md": ("  country: SE\n", "")},
        {"docs/sv/cases/sundsvall.md": ("  country: SE\n", "  country: 'SE'\n")},
        "docs/sv/cases/sundsvall.md:9",
        '"case.country"',
    ),
    Fault(
        "front-matter-key-unknown",
        {"docs/sv/steps/index.md": ("description:", "discription:")},
        {"docs/sv/steps/index.md": ("type: section", "type: section\nhide: [toc]")},
        "docs/sv/steps/index.md:3",
        'did you mean "description"',
    ),
    Fault(
        "front-matter-key-twice",
        {"docs/sv/steps/index.md": ("type: section", "type: section\ntype: section")},
        {"docs/sv/steps/index.md": ("type: section", "type: section # type: section")},
        "docs/sv/steps/index.md:6",
    ),
    Fault(
        "front-matter-key-misplaced",
        {"docs/sv/steps/index.md": ("type: section", "type: section\nevidence:\n  reason: Det.")},
        {"docs/sv/pitfalls/vague.md": ("evidence:\n", "evidence:   # why\n")},
        "docs/sv/steps/index.md:6",
    ),
    Fault(
        "front-matter-wrong-type",
        {"docs/sv/cases/sundsvall.md": ('"2012–2016"', "2012")},
        {"docs/sv/cases/sundsvall.md": ('"2012–2016"', '"2012"')},
        "docs/sv/cases/sundsvall.md:14",
        "a number",
    ),
    Fault(
        "front-matter-empty",
        {"docs/sv/steps/index.md": ("slug: steg\n", "slug:\n")},
        {"docs/sv/steps/index.md": ("slug: steg\n", "slug: s\n")},
        "docs/sv/steps/index.md:4",
    ),
    Fault(
        "front-matter-value",
        {"docs/sv/cases/sundsvall.md": ("sector: municipality", "sector: municipalty")},
        {"docs/sv/cases/sundsvall.md": ("sector: municipality", "sector: 'municipality'")},
        "docs/sv/cases/sundsvall.md:11",
        'did you mean "municipality"',
    ),
    Fault(
        "front-matter-value",
        {"docs/sv/cases/sundsvall.md": ("[culture, leadership]", "[culture, power]")},
        {"docs/sv/cases/sundsvall.md": ("[culture, leadership]", "\n  - culture\n  - leadership")},
        "docs/sv/cases/sundsvall.md:15",
    ),
    Fault(
        "front-matter-value",
        {"docs/sv/cases/sundsvall.md": ("country: SE", "country: Sverige")},
        {"docs/sv/cases/sundsvall.md": ("country: SE", "country: SE # Sverige")},
        "docs/sv/cases/sundsvall.md:10",
        "country code",
    ),
    Fault(
        "front-matter-value",
        {"docs/sv/cases/sundsvall.md": ("country: SE", "country: UK")},
        {
            "docs/sv/cases/sundsvall.md": ("country: SE", "country: CH"),
            "docs/en/cases/sundsvall.md": ("y: SE", "y: CH"),
        },
        "docs/sv/cases/sundsvall.md:10",
        "country code",
    ),
    Fault(
        "front-matter-length",
        {"docs/sv/pitfalls/vague.md": ("Bygger på vad chefer själva har berättat i intervjuer.", "Intervjuer.")},
        {
            "docs/sv/pitfalls/vague.md": (
                "Bygger på vad chefer själva har berättat i intervjuer.",
                "Bygger på vad chefer sagt oss.",
            )
        },
        "docs/sv/pitfalls/vague.md:8",
    ),
    Fault(
        "front-matter-sentence",
        {"docs/sv/steps/index.md": ("fungera bäst.", "fungera bäst")},
        {"docs/sv/steps/index.md": ("fungera bäst.", "fungera bäst?")},
        "docs/sv/steps/index.md:3",
    ),
    Fault(
        "page-type-unknown",
        {"docs/sv/steps/index.md": ("type: section", "type: sektion")},
        {"docs/sv/steps/index.md": ("type: section", "type: 'section'")},
        "docs/sv/steps/index.md:5",
        'did you mean "section"',
    ),
    Fault(
        "slug-malformed",
        {"docs/sv/steps/index.md": ("slug: steg", "slug: Första Steget/")},
        {"docs/sv/steps/index.md": ("slug: steg", "slug: steg-1/fem")},
        "docs/sv/steps/index.md:4",
        'did you mean "forsta-steget"',
    ),
    Fault(
        "slug-taken",
        {"docs/sv/steps/index.md": ("slug: steg", "slug: vanliga-fragor")},
        {"docs/sv/steps/index.md": ("slug: steg", "slug: stegen")},
        "docs/sv/steps/index.md:4",
    ),
    Fault(
        "slug-changed",
        {"data/addresses.json": '{"/stegen/": {"language": "sv", "page": "steps/index.md", "anchors": []}}'},
        {
            "data/addresses.json": '{"/stegen/": {"language": "sv", "page": "steps/index.md", "anchors": []}}',
            "data/redirects.yml": "- {from: /stegen/, to: /steg/}\n",
        },
        "docs/sv/steps/index.md:4",
        "from: /stegen/",
    ),
    Fault(
        "title-duplicate",
        {"docs/sv/steps/index.md": ("title: Steg för steg", "title: tillitskultur")},
        {"docs/en/steps/index.md": ("title: Step by step", "title: Tillitskultur")},
        "docs/sv/steps/index.md:2",
    ),
    Fault(
        "title-too-long",
        {
            "docs/sv/steps/index.md": (
                "title: Steg",
                "title: Alla steg som tar er hela vägen fram till en kultur av tillit, steg",
            )
        },
        {"docs/sv/steps/index.md": ("title: Steg", "title: Alla steg som tar er hela vägen fram, steg")},
        "docs/sv/steps/index.md:2",
    ),
    Fault(
        "title-too-short",
        {"docs/sv/steps/index.md": ("title: Steg för steg", "title: S5")},
        {"docs/sv/steps/index.md": ("title: Steg för steg", "title: Fem")},
        "docs/sv/steps/index.md:2",
    ),
    Fault(
        "description-duplicate",
        {
            "docs/sv/steps/index.md": (
                "Stegen tar er från beslut till vardag, i den ordning som brukar fungera bäst.",
                "En liten guide som finns till för att proven ska ha något att pröva mot.",
            )
        },
        {"docs/sv/steps/index.md": ("Stegen tar er", "De fem stegen tar er")},
        "docs/sv/steps/index.md:3",
    ),
    Fault(
        "description-too-long",
        {
            "docs/sv/steps/index.md": (
                "Stegen tar er",
                "Stegen tar er och alla andra som vill vara med på den långa resan " * 2 + "tar er",
            )
        },
        {
            "docs/sv/steps/index.md": (
                "Stegen tar er",
                "Stegen tar er och alla andra som vill vara med på den långa resan",
            )
        },
        "docs/sv/steps/index.md:3",
    ),
    Fault(
        "description-too-short",
        {
            "docs/sv/steps/index.md": (
                "Stegen tar er från beslut till vardag, i den ordning som brukar fungera bäst.",
                "Fem steg.",
            )
        },
        {"docs/sv/steps/index.md": (", i den ordning som brukar fungera bäst.", ", i en ordning som fungerar.")},
        "docs/sv/steps/index.md:3",
    ),
]
