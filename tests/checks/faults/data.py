"""Faults in the data files, each with a twin that is right."""

from __future__ import annotations

from guides import TERMS, Fault

FAULTS = [
    Fault(
        "data-unreadable",
        {"data/bibliography.json": ('"type": "report",', '"type": "report"')},
        {"data/bibliography.json": ('"type": "report",', '"type":\n"report",')},
        "data/bibliography.json:5",
    ),
    Fault(
        "data-unreadable",
        {"data/glossary.yml": ("- id: trust", "- id: [trust")},
        {"data/glossary.yml": ("- id: trust", "- id: 'trust'")},
        "data/glossary.yml:2",
    ),
    Fault(
        "data-unreadable",
        {"mkdocs.yml": ("data: data", "data: data\n    ledger: data/ledger.json")},
        {"mkdocs.yml": ("data: data", "data: data\n    ledger: data/ledger.json"), "data/ledger.json": "{}"},
        "data/ledger.json:1",
        "cannot read",
    ),
    Fault(
        "source-form",
        {"data/bibliography.json": ('    "type": "report",\n', "")},
        {"data/bibliography.json": ('"report"', '"book"')},
        "data/bibliography.json:2",
        "no type",
    ),
    Fault(
        "source-form",
        {"data/bibliography.json": ("[\n", '[\n  {"title": "Utan nyckel"},\n')},
        {"data/bibliography.json": ("[\n", "[\n\n")},
        "data/bibliography.json:2",
        'no "id"',
    ),
    Fault(
        "source-form",
        {"data/bibliography.json": ('"type": "report",', '"type": "report",\n    "title": "Annan",')},
        {"data/bibliography.json": ('"type": "report",', '"type": "report",\n    "title-short": "Annan",')},
        "data/bibliography.json:2",
        '"title" stands here again',
    ),
    Fault(
        "source-form",
        {"data/bibliography.json": ('"type": "report",', '"type": "report",\n    "custom": "x",')},
        {"data/bibliography.json": ('"type": "report",', '"type": "report",\n    "custom": {"kind": "official"},')},
        "data/bibliography.json:2",
    ),
    Fault(
        "glossary-form",
        {"data/glossary.yml": ("  source:", "  page: steps/index.md\n  source:")},
        {"data/glossary.yml": ("  source:", "  # page: steps/index.md\n  source:")},
        "data/glossary.yml:5",
        '"page" stands here again',
    ),
    Fault(
        "source-twice",
        {"data/bibliography.json": ("[\n", '[\n  {"id": "sou-2018-47", "type": "book", "title": "Ny"},\n')},
        {"data/bibliography.json": ("Med tillit växer", "Med mer tillit växer")},
        "data/bibliography.json:3",
        "line 2",
    ),
    Fault(
        "source-link",
        {"data/bibliography.json": ("https://www.regeringen.se/sou-2018-47/", "www.regeringen.se/sou-2018-47/")},
        {"data/bibliography.json": ("https://www.regeringen.se/sou-2018-47/", "http://www.regeringen.se/sou")},
        "data/bibliography.json:2",
    ),
    Fault(
        "glossary-form",
        {"data/glossary.yml": ('definition: "To dare to rely on somebody."', 'definition: ""')},
        {"data/glossary.yml": (", forms: []", "")},
        "data/glossary.yml:1",
        "in en",
    ),
    Fault(
        "glossary-form",
        {"data/glossary.yml": ("  page:", "  pages:")},
        {"data/glossary.yml": ("  page: steps/culture.md\n", "")},
        "data/glossary.yml:4",
    ),
    Fault(
        "term-twice",
        {"data/glossary.yml": f"{TERMS}{TERMS}"},
        {"data/glossary.yml": TERMS + TERMS.replace("trust", "faith").replace("tillit", "tro")},
        "data/glossary.yml:6",
    ),
    Fault(
        "term-page-missing",
        {"data/glossary.yml": ("steps/culture.md", "steps/cultures.md")},
        {"data/glossary.yml": ("steps/culture.md", "faq.md")},
        "data/glossary.yml:1",
        'did you mean "steps/culture.md"',
    ),
    Fault(
        "term-source-unknown",
        {"data/glossary.yml": ("source: sou-2018-47", "source: sou-2018-48")},
        {"data/glossary.yml": ("  source: sou-2018-47\n", "")},
        "data/glossary.yml:1",
        'did you mean "sou-2018-47"',
    ),
    Fault(
        "redirect-form",
        {"data/redirects.yml": "- {from: gammalt, to: /steg/}\n"},
        {"data/redirects.yml": "- {from: /gammalt, to: /steg/}\n"},
        "data/redirects.yml:1",
    ),
    Fault(
        "redirect-to-nowhere",
        {"data/redirects.yml": "- {from: /gammalt/, to: /stegen/}\n"},
        {"data/redirects.yml": "- {from: /gammalt/, to: /steg/}\n"},
        "data/redirects.yml:1",
        'did you mean "/steg/"',
    ),
    Fault(
        "redirect-to-nowhere",
        {"data/redirects.yml": "- {from: /gammalt/, to: '/steg/#nowhere'}\n"},
        {"data/redirects.yml": "- {from: /gammalt/, to: '/steg/#order'}\n"},
        "data/redirects.yml:1",
    ),
    Fault(
        "redirect-loop",
        {"data/redirects.yml": "- {from: /a/, to: /b/}\n- {from: /b/, to: /a/}\n"},
        {"data/redirects.yml": "- {from: /a/, to: /b/}\n- {from: /b/, to: /steg/}\n"},
        "data/redirects.yml:1",
    ),
    Fault(
        "redirect-over-live-page",
        {"data/redirects.yml": "- {from: /steg/, to: /vanliga-fragor/}\n"},
        {"data/redirects.yml": "- {from: /stege/, to: /vanliga-fragor/}\n"},
        "data/redirects.yml:1",
    ),
    Fault(
        "redirect-over-live-page",
        {"data/redirects.yml": "- {from: '/steg/#order', to: /vanliga-fragor/}\n"},
        {"data/redirects.yml": "- {from: '/steg/#orders', to: '/steg/#order'}\n"},
        "data/redirects.yml:1",
    ),
    Fault(
        "redirect-twice",
        {"data/redirects.yml": "- {from: /a/, to: /steg/}\n- {from: /a/, to: /en/}\n"},
        {"data/redirects.yml": "- {from: /a/, to: /steg/}\n- {from: /b/, to: /steg/}\n"},
        "data/redirects.yml:2",
    ),
    Fault(
        "source-form",
        {
            "data/bibliography.json": (
                '"language": "sv"',
                '"language": "sv", "custom": {"kind": "official", "abstract": {"sv": "Om tillit."}}',
            )
        },
        {
            "data/bibliography.json": (
                '"language": "sv"',
                '"language": "sv", "custom": {"kind": "official", "abstract": {"sv": "Om tillit.", "en": "On trust."}}',
            )
        },
        "data/bibliography.json:2",
        "custom.abstract lacks en",
    ),
]
