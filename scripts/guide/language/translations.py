"""Records of which translations are up to date.

What lives here: writing data/translations.json when somebody has read both languages
through. What does not: finding out which are not (``checks/rules/translation.py``).
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Page

Records = dict[str, dict[str, dict[str, str]]]


class UnknownPageError(ValueError):
    """No page of the guide has this path."""


def paths_named(guide: Guide, names: Iterable[str]) -> list[str]:
    """Give paths within a language for what somebody typed: a path in docs, in a language, or from the root.

    Raises UnknownPageError.
    """
    known = {page.file: page.path for page in guide.pages}
    known.update({page.source: page.path for page in guide.pages})
    known.update({page.path: page.path for page in guide.pages})
    recorded = {pair.page: pair.page for pair in guide.marked or ()}
    found = []
    for name in names:
        clean = name.removeprefix("./")
        if clean not in known and clean not in recorded:
            raise UnknownPageError(f'no page "{name}" — write its path, such as steps/leadership.md')
        found.append(known.get(clean) or recorded[clean])
    return found


def marked(guide: Guide, paths: Iterable[str]) -> Records:
    """Give the records with the pages at ``paths`` marked as saying the same in all languages.

    A page that is gone loses its record; a page in one language only gets none.
    """
    records: Records = {
        pair.page: {section: dict(prints) for section, prints in pair.sections.items()} for pair in guide.marked or ()
    }
    for path in paths:
        pages = [page for page in guide.pages if page.path == path]
        if len(pages) > 1:
            records[path] = _record(pages)
        else:
            records.pop(path, None)
    return records


def _record(pages: list[Page]) -> dict[str, dict[str, str]]:
    prints: dict[str, dict[str, str]] = {}
    for page in pages:
        for section in page.sections:
            prints.setdefault(section.id, {})[page.language] = section.digest
    return {section: by_language for section, by_language in prints.items() if len(by_language) > 1}


def write_records(records: Mapping[str, Any], path: Path) -> None:
    """Write the records, whole or not at all, in an order that keeps changes small."""
    text = json.dumps(records, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        file.write(text)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)
