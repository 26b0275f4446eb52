"""The indicator picker as lists that can be read and printed without a script: by purpose, and every measure once.

What lives here: which measures serve which purpose, and each measure with its definition and warning, in plain text.
What does not: choosing a set, files to fill in and the chart, which the reader's own browser makes
(``client/indicator-picker.js``), and the sources of each text, which stand on the indicators' own page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from guide.addresses.published import Place, file_of
from guide.addresses.redirects import href_to
from guide.model.data import Indicator
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.tools import FEWEST_MEASURES, MOST_MEASURES, SECTORS, IndicatorPicker
from guide.reading.markdown import text_of
from guide.words import Words, words_of

_FIELDS = ("shows", "definition", "source", "how-often", "says", "misleads")


def indicator_picker(guide: Guide, page: Page) -> str:
    """Give the lists in the page's language, with all that the script needs in ``data-guide-picker``; or ""."""
    found = next(iter(guide.indicator_pickers), None)
    if found is None:
        return ""
    words = words_of(page.language)
    there = {each.id: each for each in guide.indicators if page.language in each.texts}
    lines = [
        f'<div class="guide-tool" data-guide-picker="{escape(_given(guide, found, page, words))}">',
        f'<div class="guide-no-js"><p>{escape(words["picker.by-purpose"])}</p>',
        *(line for purpose in found.purposes for line in _purpose(found, purpose.id, there, page.language)),
        f'</div><div class="guide-picker__all"><p>{escape(words["picker.all"])}</p>',
        *(line for each in there.values() for line in _measure(guide, each, page, words)),
        "</div></div>",
    ]
    return "\n".join(lines)


def _given(guide: Guide, found: IndicatorPicker, page: Page, words: Words) -> str:
    language = page.language
    perspective_of = {name: each.id for each in found.perspectives for name in each.indicators}
    rules = guide.page_by_key.get((language, "measure/choosing-and-using.md"))
    given: dict[str, Any] = {
        "version": found.version,
        "counts": list(range(FEWEST_MEASURES, MOST_MEASURES + 1)),
        "perspectives": [{"id": each.id, "name": each.texts.get(language, each.id)} for each in found.perspectives],
        "purposes": [
            {"id": each.id, "name": each.texts.get(language, each.id), "measures": each.indicators}
            for each in found.purposes
        ],
        "measures": [
            {
                "id": each.id,
                "perspective": perspective_of.get(each.id, ""),
                # A file that was filled in is opened in either language.
                "names": [text["name"].text for text in each.texts.values() if "name" in text],
                "name": _plain(each, "name", language),
                "sectors": [sector for sector in SECTORS if found.is_for(each.id, sector)],
            }
            for each in guide.indicators
            if language in each.texts
        ],
        "rules": href_to(Place(rules, "control-charts"), file_of(page)) if rules else "",
        "decimal": words.locale.decimal_sign,
        "words": words.section("picker"),
    }
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))


def _plain(indicator: Indicator, field: str, language: str) -> str:
    written = indicator.texts[language].get(field)
    return text_of(written.text) if written else ""


def _purpose(found: IndicatorPicker, identity: str, there: dict[str, Indicator], language: str) -> Iterator[str]:
    purpose = next(each for each in found.purposes if each.id == identity)
    yield f"<details><summary>{escape(purpose.texts.get(language, purpose.id))}</summary><ul>"
    for perspective in found.perspectives:
        names = [name for name in purpose.indicators if name in perspective.indicators and name in there]
        texts = ", ".join(escape(_plain(there[name], "name", language)) for name in names)
        if texts:
            yield f"<li><strong>{escape(perspective.texts.get(language, perspective.id))}:</strong> {texts}</li>"
    yield "</ul></details>"


def _measure(guide: Guide, indicator: Indicator, page: Page, words: Words) -> Iterator[str]:
    language, labels = page.language, words.section("indicators")
    yield f'<details data-measure="{indicator.id}"><summary>{escape(_plain(indicator, "name", language))}</summary><dl>'
    for name in _FIELDS:
        text = escape(_plain(indicator, name, language))
        yield f'<dt>{escape(labels[name])}</dt><dd data-field="{name}">{text}</dd>'
    yield "</dl>"
    goal = guide.page_of_indicator(indicator, language)
    if goal:
        address = escape(href_to(Place(goal, indicator.id), file_of(page)))
        yield f'<p><a href="{address}">{escape(words["picker.sources"])}</a></p>'
    yield "</details>"
