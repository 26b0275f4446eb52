"""Faults in the navigation, each with a twin that is right."""

from __future__ import annotations

from guides import MKDOCS, Edits, Fault


def _shared(path: str) -> Edits:
    """One nav for all languages, which names the files of the first; one entry is ``path``."""
    head, _, rest = MKDOCS.partition("          nav:\n")
    tail = rest[rest.index("markdown_extensions") :]
    pages = ("index", "steps/index", "steps/culture", "pitfalls/vague", "cases/sundsvall", "concepts/glossary")
    entries = "".join(f"  - sv/{page}.md\n" for page in (*pages, "about/sources"))
    return {"mkdocs.yml": f"{head}        - locale: en\nnav:\n  - {path}\n{entries}{tail}"}


FAULTS = [
    Fault(
        "nav-page-missing",
        {"mkdocs.yml": ("            - faq.md\n", "")},
        {
            "mkdocs.yml": MKDOCS.replace("            - faq.md\n", "").replace(
                "data: data", "data: data\n    not_in_nav: [faq.md]"
            )
        },
        "docs/sv/faq.md:1",
    ),
    Fault(
        "nav-target-missing",
        {"mkdocs.yml": ("- faq.md", "- fraga.md")},
        {"mkdocs.yml": ("- faq.md", "- Frågor: faq.md")},
        "mkdocs.yml:25",
    ),
    Fault("nav-target-missing", _shared("sv/fraga.md"), _shared("sv/faq.md"), "mkdocs.yml:20", '"sv/fraga.md"'),
    Fault(
        "nav-twice",
        {"mkdocs.yml": ("- faq.md", "- faq.md\n            - faq.md")},
        {"mkdocs.yml": ("- faq.md", "- Frågor:\n                - faq.md")},
        "mkdocs.yml:26",
    ),
    Fault(
        "nav-languages-differ",
        {
            "mkdocs.yml": (
                "- faq.md\n            - concepts/glossary.md",
                "- concepts/glossary.md\n            - faq.md",
            )
        },
        {
            "mkdocs.yml": MKDOCS.replace(
                "- faq.md\n            - concepts/glossary.md", "- concepts/glossary.md\n            - faq.md"
            )
        },
        "mkdocs.yml:36",
    ),
    Fault(
        "page-orphan",
        {"docs/sv/index.md": ("[Sundsvall](cases/sundsvall.md)", "Sundsvall")},
        {
            "docs/sv/index.md": ("[Sundsvall](cases/sundsvall.md)", "Sundsvall"),
            "docs/sv/steps/index.md": ("på varandra.", "på varandra.\n\n<!-- guide:cases -->"),
        },
        "docs/sv/cases/sundsvall.md:1",
    ),
    Fault(
        "nav-external",
        {"mkdocs.yml": ("- faq.md", "- faq.md\n            - Annan: https://www.regeringen.se/")},
        {
            "mkdocs.yml": (
                "- faq.md",
                "- faq.md\n            # allow: nav-external — the ministry asked for it\n"
                "            - Annan: https://www.regeringen.se/",
            )
        },
        "mkdocs.yml:26",
        '"https://www.regeringen.se/" is not in the guide',
    ),
]
