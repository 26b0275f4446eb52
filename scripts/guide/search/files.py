"""The index as files of the site: two scripts for each language, named after their content.

What lives here: names and writing. What does not: the index (``index.py``).

The index is a script that hands over its data, not JSON: a page that is opened
from a folder (file://) may load scripts from it, but may not fetch. The name
carries a fingerprint, so that a browser keeps it until it changes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guide.model.guide import Guide
from guide.search.index import as_data, build_index, texts_as_data

FOLDER = "assets/search"
"""Where the files stand in the site."""

_RECEIVERS = {"index": "guideSearchIndex", "texts": "guideSearchTexts"}
# The guide that was indexed last, with its scripts: pages name a script before it is written.
_made_for: list[Guide] = []
_made: dict[str, Mapping[str, str]] = {}


def scripts_of(guide: Guide, language: str) -> dict[str, str]:
    """Give the scripts that hand over the index of a language and the texts of its hits."""
    index = build_index(guide, language)
    parts = {"index": as_data(index, guide), "texts": texts_as_data(index, guide)}
    return {name: _script(_RECEIVERS[name], data) for name, data in parts.items()}


def index_path(guide: Guide, language: str) -> str:
    """Give the path of a language's index, relative to the site's root."""
    return _path("index", language, _scripts(guide, language)["index"])


def texts_path(guide: Guide, language: str) -> str:
    """Give the path of the texts of a language's hits, relative to the site's root."""
    return _path("texts", language, _scripts(guide, language)["texts"])


def write_search(guide: Guide, site_dir: Path) -> None:
    """Write the index of every language into a built site, in place of older ones."""
    folder = site_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.js"):
        old.unlink()
    for language in guide.settings.languages:
        for name, script in _scripts(guide, language.code).items():
            (site_dir / _path(name, language.code, script)).write_text(script, encoding="utf-8", newline="\n")


def scripts_made(guide: Guide) -> Mapping[str, Mapping[str, str]]:
    """Give the scripts of every language, to be kept for the next time that the very same guide is read."""
    return {language.code: _scripts(guide, language.code) for language in guide.settings.languages}


def use_scripts(guide: Guide, scripts: Mapping[str, Mapping[str, str]]) -> None:
    """Take the scripts that were made when the very same guide was read before."""
    _made_for[:] = [guide]
    _made.clear()
    _made.update(scripts)


def _path(name: str, language: str, script: str) -> str:
    return f"{FOLDER}/{language}-{name}.{hashlib.sha256(script.encode()).hexdigest()[:10]}.js"


def _script(receiver: str, data: Mapping[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # U+2028 and U+2029 end a line in older JavaScript, though not in JSON.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{receiver}({text});\n"


def _scripts(guide: Guide, language: str) -> Mapping[str, str]:
    """The scripts, made once for each reading of the guide."""
    if not _made_for or _made_for[0] is not guide:
        _made_for[:] = [guide]
        _made.clear()
    if language not in _made:
        _made[language] = scripts_of(guide, language)
    return _made[language]
