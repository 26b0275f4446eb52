"""The indicators as a file for other systems: ``indicators.json``, with its JSON Schema.

What lives here: the file, in plain text and whole addresses. What does not: the indicators on
their page (``reading/expanding.py`` puts them in before the page is read).

The file is a promise, as ``addresses.json`` is: keys may be added to it, but none is taken away
or given another meaning without a new ``version``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from guide.addresses.open_data import as_open_data
from guide.addresses.redirects import absolute_address
from guide.model.data import INDICATOR_FIELDS, Indicator
from guide.model.guide import Guide
from guide.model.page import Page
from guide.reading.markdown import text_of
from guide.words import words_of

FILE = "indicators.json"
"""Where the indicators stand in the site."""
SCHEMA = "indicators.schema.json"
"""Where their schema stands."""
VERSION = 1
"""Version of the form of the file."""

_SCHEMA_SOURCE = Path(__file__).with_name(SCHEMA)


def write_indicators(guide: Guide, site_dir: Path) -> None:
    """Write the file and its schema into a freshly built site, where the guide has indicators."""
    if guide.indicators:
        (site_dir / FILE).write_text(as_json(guide), encoding="utf-8")
        (site_dir / SCHEMA).write_bytes(_SCHEMA_SOURCE.read_bytes())


def as_json(guide: Guide) -> str:
    """Give ``indicators.json``."""
    return as_open_data(
        guide, SCHEMA, VERSION, "indicators", [_entry(indicator, guide) for indicator in guide.indicators]
    )


def _entry(indicator: Indicator, guide: Guide) -> dict[str, Any]:
    pages = {code: guide.page_of_indicator(indicator, code) for code in indicator.texts}
    shown = {code: page for code, page in pages.items() if page is not None}
    cited = [citation.key for page in shown.values() for citation in page.citations if citation.section == indicator.id]
    known = [guide.source_by_id[key] for key in dict.fromkeys(cited) if key in guide.source_by_id]
    return {
        "id": indicator.id,
        "section": indicator.section,
        "frequency": indicator.frequency,
        "sources": [
            {key: value for key, value in (("id", source.id), ("title", source.title), ("url", source.url)) if value}
            for source in known
        ],
        "languages": {code: _in_language(indicator, page, guide) for code, page in shown.items()},
    }


def _in_language(indicator: Indicator, page: Page, guide: Guide) -> dict[str, str]:
    fields = indicator.texts[page.language]
    section = next((each.title for each in page.sections if each.id == indicator.section), "")
    return {
        "url": f"{absolute_address(page.address, guide.settings.site_url)}#{indicator.id}",
        "section": section,
        "frequency": words_of(page.language).name_of("frequency", indicator.frequency),
        **{name: text_of(fields[name].text) for name in INDICATOR_FIELDS if name in fields},
    }
