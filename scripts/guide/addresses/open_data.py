"""What the files for other systems have in common: ``addresses.json`` and ``indicators.json``.

What lives here: the keys that stand before their entries, and the licence of the texts. What does
not: the entries (``list.py``, ``pages/indicators.py``).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from guide.addresses.redirects import absolute_address
from guide.model.guide import Guide

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""Licence of all texts."""


def as_open_data(guide: Guide, schema: str, version: int, name: str, entries: Sequence[Any]) -> str:
    """Give a file of ``entries`` under the key ``name``, whose form the file ``schema`` in the site describes."""
    base = guide.settings.site_url
    value = {
        "$schema": absolute_address(schema, base),
        "version": version,
        "site": base,
        "licence": LICENCE,
        "languages": [language.code for language in guide.settings.languages],
        name: entries,
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
