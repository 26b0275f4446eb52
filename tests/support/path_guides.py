"""A tiny guide with a learning path and a quiz, and a builder that makes its pages as MkDocs would."""

from __future__ import annotations

import posixpath
from pathlib import Path

import markdown
from lxml import etree

from guide.addresses.published import file_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings

CONFIG = """\
site_name: Little guide
site_url: https://example.org/little/
use_directory_urls: {directory_urls}
extra:
  guide: {{data: data}}
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {{locale: sv, name: Svenska, default: true, nav: [index.md, concepts/what.md, training/path-new.md]}}
        - {{locale: en, name: English, nav: [index.md, concepts/what.md, training/path-new.md]}}
"""

START = "---\ntitle: Start\ndescription: {about}\ntype: start\n---\n\nSee [what](concepts/what.md#core).\n"
WHAT = (
    "---\ntitle: {title}\nslug: {slug}\ntype: topic\n---\n# {title} & more\n\n## {core} {{#core}}\n\n"
    'Text & more.\n\n<svg role="img" aria-labelledby="t"><title id="t">Box</title></svg>\n\n'
    "## {other} {{#other}}\n\nBack to [the path](../training/path-new.md#step-2).\n"
)
PATH = """---
title: {title}
description: {about}
slug: {slug}
type: path
---
# {title}: <em>one</em> & all

Lead with [a link](../concepts/what.md).

## Aim {{#aim}}

Aim.

## Time {{#time-and-preparation}}

An hour.

## Steps {{#steps}}

### One & only {{#step-1}}

- **Read:** [the core](../concepts/what.md#core) and [again](../concepts/what.md#core).
- **Do:** [elsewhere](https://example.com/?a=1&b=2), or [here](#step-2).

| Sheet | |
| --- | --- |
| Row | |

### Two {{#step-2}}

- **Read:** [the other](../concepts/what.md#other), [the core](../concepts/what.md#core).

## Discuss {{#discuss}}

1. First?
2. Second < third?

## Bring {{#bring}}

A date.

## Leader {{#for-the-facilitator}}

Say it.
"""
QUIZ = """\
- page: concepts/what.md
  questions:
    - id: what-now
      sv: {question: "Större < & än?", options: ["Ja & nej", "Nej", "Kanske"], explanation: "Därför <att>."}
      en: {question: "Which < & one?", options: ["Yes & no", "No", "Maybe"], explanation: "Because <so>."}
      correct: 2
      see: core
"""


def path_guide(folder: Path, directory_urls: bool = True) -> Guide:
    """Write the guide into ``folder`` and give it as the model holds it."""
    pages = {
        "sv/index.md": START.format(about="En liten guide."),
        "en/index.md": START.format(about="A little guide."),
        "sv/concepts/what.md": WHAT.format(title="Vad", slug="begrepp/vad", core="Kärnan", other="Annat"),
        "en/concepts/what.md": WHAT.format(title="What", slug="concepts/what", core="The core", other="Other"),
        "sv/training/path-new.md": PATH.format(title="Ny", slug="utbildning/ny", about="En väg för den nya."),
        "en/training/path-new.md": PATH.format(title="New", slug="training/new", about="A path for who is new."),
    }
    for name, text in pages.items():
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "quizzes.yml").write_text(QUIZ, encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(CONFIG.format(directory_urls=str(directory_urls).lower()), encoding="utf-8")
    return read_guide(load_settings(config))


def build(guide: Guide, site: Path) -> None:
    """Write every page into ``site``, its links turned into built ones, and a list's place on each path."""
    from guide.pages.downloads import part_with_files

    for page in guide.pages:
        text = (guide.settings.docs_dir / page.source).read_text(encoding="utf-8").split("---\n", 2)[2]
        whole = f"{text}\n\n{part_with_files(page, guide)}\n"
        body = markdown.markdown(whole, extensions=["attr_list", "tables"])
        article = etree.HTML(f"<article>{body}</article>").find(".//article")
        for link in article.iter("a"):
            link.set("href", _built(link.get("href"), page, guide))
        file = site / file_of(page)
        file.parent.mkdir(parents=True, exist_ok=True)
        head = '<meta charset="utf-8"><meta property="og:site_name" content="Little guide">'
        html = etree.tostring(article, encoding="unicode", method="html")
        file.write_text(
            f'<!doctype html><html lang="{page.language}"><head>{head}<title>{page.title}</title></head>'
            f"<body>{html}</body></html>",
            encoding="utf-8",
        )


def _built(href: str, page: Page, guide: Guide) -> str:
    path, mark, fragment = href.partition("#")
    if "://" in href or not path:
        return href
    goal = guide.page_by_source[posixpath.normpath(posixpath.join(posixpath.dirname(page.source), path))]
    relative = posixpath.relpath(goal.address or ".", posixpath.dirname(file_of(page)) or ".")
    return f"{relative}{'/' if not goal.address.endswith('.html') else ''}{mark}{fragment}"
