"""Tiny two-language guides from strings, for the tests of addresses and external links."""

from __future__ import annotations

import posixpath
from html import escape
from pathlib import Path

from guide.addresses.published import file_of
from guide.addresses.redirects import hrefs_as_json, moved_anchors
from guide.client.bundling import script as put_together
from guide.model.guide import Guide
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
        - {{locale: sv, name: Svenska, default: true}}
        - {{locale: en, name: English}}
"""

PAGES = {
    "sv/index.md": "---\ntitle: Start\n---\n# Start\n\n## Varför {#why}\n\nText.\n",
    "en/index.md": "---\ntitle: Start\n---\n# Start\n\n## Why {#why}\n\nText.\n",
    "sv/steps/trust.md": (
        "---\ntitle: Tillit\nslug: steg/tillit\n---\n# Tillit\n\n## Gör {#do}\n\nText.\n\n## Sen {#then}\n\nText.\n"
    ),
    "en/steps/trust.md": (
        "---\ntitle: Trust\nslug: steps/trust\n---\n# Trust\n\n## Do {#do}\n\nText.\n\n## Then {#then}\n\nText.\n"
    ),
}


def write_guide(
    folder: Path,
    pages: dict[str, str] | None = None,
    redirects: str = "",
    ledger: str = "",
    directory_urls: bool = True,
) -> Path:
    """Write a guide into ``folder``; give its mkdocs.yml."""
    for name, text in {**PAGES, **(pages or {})}.items():
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / "data").mkdir(exist_ok=True)
    for name, text in (("redirects.yml", redirects), ("addresses.json", ledger)):
        if text:
            (folder / "data" / name).write_text(text, encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(CONFIG.format(directory_urls="true" if directory_urls else "false"), encoding="utf-8")
    return config


def little_guide(folder: Path, redirects: str = "", ledger: str = "", **options: bool) -> Guide:
    """Give the guide as the model holds it."""
    return read_guide(load_settings(write_guide(folder, None, redirects, ledger, **options)))


def build_plainly(guide: Guide, site: Path) -> None:
    """Write what a builder would: each page's ids and moved anchors in a bare HTML file (no redirects)."""
    moved = moved_anchors(guide)
    for page in guide.pages:
        name = file_of(page)
        told = hrefs_as_json(name, moved.get(name, {}))
        source = posixpath.relpath(put_together("moved.js").path, posixpath.dirname(name) or ".")
        script = f'<script src="{source}" data-moved="{escape(told)}" defer></script>' if told else ""
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        body = "".join(f'<h{each.level} id="{each.id}">{each.text}</h{each.level}>' for each in page.headings)
        head = f"<head><title>{page.title} ({page.language})</title>{script}</head>"
        html = f'<!doctype html><html lang="{page.language}">{head}<body>{body}</body></html>'
        file.write_text(html, encoding="utf-8")
