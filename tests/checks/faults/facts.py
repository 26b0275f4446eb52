"""Data and settings that cannot be right, each with a twin that can."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from guide.checks.findings import Finding
from guides import GLOSSARY_EN, GLOSSARY_SV, MKDOCS, STEPS_EN, STEPS_SV, WHOLE, Edit, Edits, Fault, findings, write

_BIBLIOGRAPHY = "data/bibliography.json"
_LANGUAGE = '"language": "sv"'
_LEDGER = "data/addresses.json"
_WRITTEN = (
    '{\n"/steg/": {"language": "sv", "page": "steps/index.md", "anchors": ["order"]},\n'
    '"/en/steps/": {"language": "en", "page": "steps/index.md", "anchors": []}\n}\n'
)
_OVERRIDDEN = MKDOCS.replace("  name: material", "  name: material\n  custom_dir: overrides")
_BUILT = MKDOCS + "hooks: [scripts/mkdocs_hook.py]\nstrict: true\n"
_HOOKED = MKDOCS + "hooks: [scripts/mkdocs_hook.py]\n"


@dataclass(frozen=True)
class RecordedFault(Fault):
    """A fault that shows beside the last commit, in which the ledger holds two addresses."""

    def findings(self, folder: Path, edits: Edits) -> list[Finding]:
        """Commit the whole guide with its ledger, and check it as edited."""
        write(folder, WHOLE, {_LEDGER: _WRITTEN})
        _git(folder, "init", "--quiet")
        _commit(folder)
        (folder / _LEDGER).unlink()
        return findings(folder, edits)


@dataclass(frozen=True)
class EarlierFault(Fault):
    """A fault that the last commit has too: only an earlier one has both addresses in the ledger."""

    def findings(self, folder: Path, edits: Edits) -> list[Finding]:
        """Commit the ledger, then what is written instead."""
        write(folder, WHOLE, {_LEDGER: _WRITTEN})
        _git(folder, "init", "--quiet")
        _commit(folder)
        write(folder, WHOLE, edits)
        _commit(folder)
        return findings(folder, edits)


def _commit(folder: Path) -> None:
    _git(folder, "add", ".")
    who = ("-c", "user.name=Writer", "-c", "user.email=writer@guide.example", "-c", "commit.gpgsign=false")
    _git(folder, *who, "commit", "--quiet", "--allow-empty", "-m", "x")


def _git(folder: Path, *command: str) -> None:
    subprocess.run(["git", *command], cwd=folder, check=True)


def _glossary(line: str) -> str:
    return GLOSSARY_SV.replace("type: glossary", f"type: glossary\n{line}")


def _source(rule: str, plant: str, clean: str, says: str) -> Fault:
    """Another field of the one source."""
    edits = ({_BIBLIOGRAPHY: (_LANGUAGE, f"{_LANGUAGE},\n    {each}")} for each in (plant, clean))
    return Fault(rule, next(edits), next(edits), f"{_BIBLIOGRAPHY}:2", says)


def _issued(rule: str, plant: str, clean: str, says: str) -> Fault:
    dates = ('"issued": {"date-parts": [[' + each + "]]}" for each in (plant, clean))
    return _source(rule, next(dates), next(dates), says)


def _slug(plant: str, clean: str) -> Fault:
    def edits(slug: str) -> dict[str, Edit]:
        return {
            "docs/sv/steps/index.md": STEPS_SV.replace("slug: steg", f"slug: {slug}"),
            "docs/en/steps/index.md": STEPS_EN,
        }

    return Fault("address-reserved", edits(plant), edits(clean), "docs/sv/steps/index.md:4", "files of its own")


FAULTS = [
    _issued("source-date", '"2007?"', "2007", "no number"),
    _issued("source-date", "20007", '"2007"', "which no calendar has"),
    _issued("source-date", "2007, 2, 31", "2007, 2, 28", "which no calendar has"),
    _issued("source-date", "1045", "1545", "before books"),
    _source(
        "source-date",
        '"accessed": {"date-parts": [[2062, 1, 1]]}',
        '"accessed": {"date-parts": [[2026, 1, 1]]}',
        "after today",
    ),
    Fault(
        "source-language",
        {_BIBLIOGRAPHY: (_LANGUAGE, '"language": "swe"')},
        {_BIBLIOGRAPHY: (_LANGUAGE, '"language": "en-GB"')},
        f"{_BIBLIOGRAPHY}:2",
        '"swe"',
    ),
    _source("source-text", '"publisher": "Statens  råd"', '"publisher": "Statens råd & Co, 1 < 2"', "a space too many"),
    Fault(
        "source-text",
        {_BIBLIOGRAPHY: ("Med tillit", "<script>Med</script> tillit")},
        {_BIBLIOGRAPHY: ("Med tillit", "<i>Med</i> tillit")},
        f"{_BIBLIOGRAPHY}:2",
        "HTML",
    ),
    _source("source-number", '"DOI": "https://doi.org/10.1000/x"', '"DOI": "10.1000/x"', "the DOI"),
    _source("source-number", '"ISBN": "978-91-38-24824-1"', '"ISBN": "978-91-38-24824-9"', "no book"),
    _source("source-number", '"page": "220-180"', '"page": "1128-45"', "end before they begin"),
    Fault(
        "source-same",
        {
            _BIBLIOGRAPHY: (
                "[\n",
                '[\n  {"id": "again", "type": "report", "title": "Med tillit växer handlingsutrymmet", '
                '"URL": "https://www.regeringen.se/sou-2018-47"},\n',
            ),
            "docs/sv/steps/index.md": ("varandra.", "varandra.[^again]"),
            "docs/en/steps/index.md": ("each other.", "each other.[^again]"),
        },
        {
            _BIBLIOGRAPHY: (
                "[\n",
                '[\n  {"id": "again", "type": "report", "title": "Del 2", '
                '"URL": "https://www.regeringen.se/sou-2018-47"},\n',
            ),
            "docs/sv/steps/index.md": ("varandra.", "varandra.[^again]"),
            "docs/en/steps/index.md": ("each other.", "each other.[^again]"),
        },
        f"{_BIBLIOGRAPHY}:3",
        '"again"',
    ),
    _slug("search", "searching"),
    _slug("assets/x", "asset"),
    Fault(
        "address-reserved",
        {"data/redirects.yml": "- {from: /assets/css/guide.css/, to: /steg/}\n"},
        {"data/redirects.yml": "- {from: /tillgangar/, to: /steg/}\n"},
        "data/redirects.yml:1",
    ),
    Fault(
        "redirect-chain",
        {"data/redirects.yml": "- {from: /a/, to: /c/}\n- {from: /c/, to: /d/}\n- {from: /d/, to: /steg/}\n"},
        {"data/redirects.yml": "- {from: /a/, to: /d/}\n- {from: /c/, to: /d/}\n- {from: /d/, to: /steg/}\n"},
        "data/redirects.yml:1",
        "leads on 3 times",
    ),
    Fault(
        "redirect-chain",
        {"data/redirects.yml": "- {from: /gått/, to: /steg/}\n"},
        {"data/redirects.yml": "- {from: /g%C3%A5tt/, to: /steg/}\n"},
        "data/redirects.yml:1",
        "letters",
    ),
    *(
        Fault(
            "address-reserved",
            {"mkdocs.yml": _BUILT, f"docs/{name}": "User-agent: *\n"},
            {
                f"docs/{name}": "User-agent: *\n",
                "mkdocs.yml": f"{MKDOCS}extra: {{guide: {{unused_assets: [{name}]}}}}\n",
            },
            f"docs/{name}:1",
            "is made by the build",
        )
        for name in ("robots.txt", "sitemap.xml")
    ),
    EarlierFault("record-shrunk", {_LEDGER: "{}"}, {_LEDGER: _WRITTEN}, f"{_LEDGER}:1", '"/en/steps/" and 2 more'),
    EarlierFault(
        "record-shrunk",
        {_LEDGER: _WRITTEN.replace('["order"]', "[]")},
        {_LEDGER: _WRITTEN.replace("}\n}", '},\n"/steg/tillitskultur/": {"language": "sv"}\n}')},
        f"{_LEDGER}:1",
        '"/steg/#order" stood here',
    ),
    RecordedFault("record-shrunk", {_LEDGER: None}, {_LEDGER: _WRITTEN}, f"{_LEDGER}:1", '"/en/steps/" and 2 more'),
    RecordedFault(
        "record-shrunk",
        {_LEDGER: _WRITTEN.replace('["order"]', "[]")},
        {_LEDGER: _WRITTEN.replace("}\n}", '},\n"/steg/tillitskultur/": {"language": "sv"}\n}')},
        f"{_LEDGER}:1",
        '"/steg/#order" stood here',
    ),
    *(
        Fault("setting-needed", {"mkdocs.yml": plant}, {"mkdocs.yml": clean}, "mkdocs.yml:1", says)
        for plant, clean, says in (
            (MKDOCS.replace("admonition, ", ""), MKDOCS.replace("admonition,", "abbr, admonition,"), "boxes"),
            (MKDOCS.replace("footnotes, ", ""), MKDOCS, "notes"),
            (MKDOCS.replace("language: sv", "language: en"), MKDOCS.replace("  language: sv\n", ""), 'is "en"'),
            (_HOOKED + "strict: false\n", _HOOKED + "strict: true\n", "strict is off"),
            (_HOOKED.replace("site_url: https://guide.example/\n", "strict: true\n"), MKDOCS, "no site_url"),
        )
    ),
    Fault(
        "front-matter-theme",
        {"docs/sv/concepts/glossary.md": GLOSSARY_SV.replace("type: glossary", "type: glossary\nhide: [nav]")},
        {
            "docs/sv/concepts/glossary.md": GLOSSARY_SV.replace("type: glossary", "type: glossary\nhide: [toc]"),
            "docs/en/concepts/glossary.md": GLOSSARY_EN.replace("type: glossary", "type: glossary\nhide: [toc]"),
        },
        "docs/sv/concepts/glossary.md:6",
        '"nav"',
    ),
    Fault(
        "front-matter-theme",
        {
            "mkdocs.yml": _OVERRIDDEN,
            "overrides/step.html": "",
            "docs/sv/concepts/glossary.md": GLOSSARY_SV.replace(
                "type: glossary", "type: glossary\ntemplate: gone.html"
            ),
        },
        {
            "mkdocs.yml": _OVERRIDDEN,
            "overrides/step.html": "",
            "docs/sv/concepts/glossary.md": GLOSSARY_SV.replace(
                "type: glossary", "type: glossary\ntemplate: step.html"
            ),
        },
        "docs/sv/concepts/glossary.md:6",
        '"gone.html"',
    ),
]
