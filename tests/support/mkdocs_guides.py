"""The tiny guide of ``guides.py`` built by MkDocs with the guide's own hook and templates, as ``serve`` builds it."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from guides import MKDOCS, WHOLE, Edits, write

ROOT = Path(__file__).parent.parent.parent
EXTENSIONS = "[abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables, toc, pymdownx.superfences]"
NAV_START = "            - index.md\n"


def mkdocs_yml(in_nav: str = "") -> str:
    """Give the configuration of the tiny guide; ``in_nav`` is the source of a page that is added to the menu."""
    theme = f"theme:\n  name: material\n  custom_dir: {ROOT / 'overrides'}\n"
    own = f"hooks: [{ROOT / 'scripts/mkdocs_hook.py'}]\nmarkdown_extensions: {EXTENSIONS}\n"
    text = MKDOCS.replace(NAV_START, f"{NAV_START}            - {in_nav}\n") if in_nav else MKDOCS
    for code, name in (("sv", "Svenska"), ("en", "English")):
        text = text.replace(f"- locale: {code}\n", f"- locale: {code}\n          name: {name}\n")
    # The guide's templates have a search of their own; Material's asks them for words before there are any.
    return text.replace("theme:\n  name: material\n", theme).replace("  - search\n", "") + own


def served(folder: Path, edits: Edits | None = None, in_nav: str = "", address: str = "https://guide.example/") -> Path:
    """Build the tiny guide, with edits, as ``serve`` does: findings do not stop it. Give the built site."""
    root = write(folder / "guide", WHOLE, {"mkdocs.yml": mkdocs_yml(in_nav), **(edits or {})})
    site = folder / "site"
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), strict=False, site_url=address)
    config.plugins.on_startup(command="serve", dirty=False)
    try:
        build(config, serve_url="http://127.0.0.1:8000/")
    finally:
        config.plugins.on_shutdown()
    return site
