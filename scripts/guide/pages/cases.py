"""Cases by their front matter: the table of all, and the facts that each page opens with.

What lives here: both, as HTML. What does not: how well a case's claims are known, in the
box below the facts (``evidence``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.vocabularies import PageType
from guide.pages import filters as filtering
from guide.pages import tables
from guide.pages.evidence import NOTHING, verdict
from guide.pages.references import relative_address
from guide.words import words_of
from guide.words.countries import country_name


def cases(guide: Guide, page: Page) -> str:
    """Give the table of all cases, from their front matter, as rows that a script can filter."""
    labels = _labels(page)
    rows = (_case_row(case, page, guide, labels) for case in _in_nav_order(guide, page.language))
    settings = f'data-guide-filter="{escape(_case_filter(guide, page))}"'
    return tables.written(labels, rows, 'role="group" aria-labelledby="all-cases"', settings, "guide-cases")


def facts(page: Page) -> str:
    """Give the facts of a case as a list of terms; "" for any other page."""
    told = facts_of(page)
    listed = "".join(f"<div><dt>{name}</dt><dd>{escape(text)}</dd></div>" for name, text in told)
    return f'<dl class="guide-facts">\n{listed}\n</dl>' if told else ""


def facts_of(page: Page) -> Sequence[tuple[str, str]]:
    """Give the facts of a case, each after its name; nothing for any other page."""
    given = page.front.values.get("case")
    if page.type != PageType.CASE or not given:
        return ()
    words = words_of(page.language)
    country, sector, size, outcome = (str(given.get(key, "")) for key in ("country", "sector", "size", "outcome"))
    said = {
        "who": str(given.get("organisation", "")),
        "country": country and country_name(country, page.language),
        "sector": sector and words.name_of("sector", sector),
        # That nobody has said how large it is is no fact about the case.
        "size": "" if size in ("", "unknown") else words.name_of("size", size),
        "when": str(given.get("years", "")),
        "themes": _sentence(words.name_of("themes", str(theme)) for theme in given.get("themes") or ()),
        "outcome": outcome and _sentence([words.name_of("outcome", outcome)]),
    }
    return [(words[f"cases.{key}"], text) for key, text in said.items() if text]


def _labels(page: Page) -> list[str]:
    words = words_of(page.language)
    return [words[f"cases.{head}"] for head in ("case", "where", "themes", "evidence", "outcome")]


def _case_filter(guide: Guide, page: Page) -> str:
    """Give what the cases can be filtered by: the values that occur, in the order of their words."""
    words = words_of(page.language)
    values = [_case_values(case, guide) for case in _in_nav_order(guide, page.language)]
    # Countries have no order of their own: they stand as their first cases do.
    countries = {code: country_name(code, page.language) for case in values for code in case["country"]}
    tables = {
        "sector": words.vocabulary("sector"),
        "country": countries,
        "size": words.vocabulary("size"),
        "theme": words.vocabulary("themes"),
        "known": words.vocabulary("known"),
        "grade": words.vocabulary("grade"),
    }
    fields = []
    for key, names in tables.items():
        occurring = {value for case in values for value in case[key]}
        options = {code: _sentence([name]) for code, name in names.items() if code in occurring}
        fields.append(filtering.Field(key, words[f"cases.{key}"], options))
    return filtering.settings_of(fields, page.type, page.language)


def _case_values(case: Page, guide: Guide) -> Mapping[str, Sequence[str]]:
    """Give the values of a case for each field of the filter."""
    facts = case.front.values.get("case") or {}
    found = verdict(case, guide) or NOTHING
    values = {key: [str(facts[key])] if key in facts else [] for key in ("sector", "country", "size")}
    return {
        **values,
        "theme": [str(theme) for theme in facts.get("themes") or ()],
        "known": [str(found.known)],
        "grade": [str(found.grade)],
    }


def _in_nav_order(guide: Guide, language: str) -> Iterator[Page]:
    order = guide.nav_order(language)
    found = [page for page in guide.pages if page.language == language and page.type == "case"]
    yield from sorted(found, key=lambda case: (order.get(case.path, len(order)), case.title))


def _case_row(case: Page, page: Page, guide: Guide, labels: Sequence[str]) -> str:
    words = words_of(page.language)
    facts = case.front.values.get("case") or {}
    found = verdict(case, guide) or NOTHING
    country, sector = (str(facts.get(key, "")) for key in ("country", "sector"))
    themes = [str(theme) for theme in facts.get("themes") or ()]
    where = f"{words.name_of('sector', sector)}, {country_name(country, page.language)}"
    years = escape(str(facts.get("years", "")))
    cells = (
        f'<a href="{relative_address(page, case)}">{escape(case.title)}</a>',
        f"{where}<br>{years}",
        _sentence(words.name_of("themes", theme) for theme in themes),
        f"{_sentence([words.name_of('known', found.known)])}; {words.name_of('grade', found.grade)}",
        _sentence([words.name_of("outcome", str(facts.get("outcome", "unclear")))]),
    )
    data = " ".join(f'data-{key}="{escape(" ".join(values))}"' for key, values in _case_values(case, guide).items())
    return tables.row(labels, cells, data)


def _sentence(words: Iterable[str]) -> str:
    text = ", ".join(words)
    return text[:1].upper() + text[1:]
