"""The table of cases, made from the front matter of their pages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from guide.model.guide import Guide
from guide.model.page import Page
from guide.pages import filters as filtering
from guide.words import labels
from guide.words.countries import country_name, is_country


def cases(guide: Guide, page: Page) -> str:
    """Give the table of all cases, from their front matter, as rows that a script can filter."""
    language = page.language
    heads = ("case", "where", "themes", "evidence", "outcome")
    cells = "".join(f'<th scope="col">{labels.WORDS[head][language]}</th>' for head in heads)
    lines = [
        '<div class="table-box" role="group" aria-labelledby="all-cases">'
        f'<table class="guide-table guide-cases" data-guide-filter="{escape(_case_filter(guide, page))}">',
        f"<thead><tr>{cells}</tr></thead>",
        "<tbody>",
    ]
    lines += [_case_row(case, page) for case in _in_nav_order(guide, language)]
    return "\n".join([*lines, "</tbody></table></div>"])


def _case_filter(guide: Guide, page: Page) -> str:
    """Give what the cases can be filtered by: the values that occur, ordered as labels are; countries as the nav."""
    cases_of_page = list(_in_nav_order(guide, page.language))
    codes = dict.fromkeys(code for case in cases_of_page for code in _case_values(case)["country"] if is_country(code))
    tables: Mapping[str, Mapping[str, Mapping[str, str]]] = {
        "sector": labels.SECTORS,
        "country": {code: {page.language: country_name(code, page.language)} for code in codes},
        "size": labels.SIZES,
        "theme": labels.THEMES,
        "grade": labels.GRADES,
    }
    fields = []
    for key, names in tables.items():
        occurring = {value for case in cases_of_page for value in _case_values(case)[key]}
        options = {code: _sentence([words[page.language]]) for code, words in names.items() if code in occurring}
        fields.append(filtering.Field(key, labels.WORDS[key][page.language], options))
    return filtering.settings_of(fields, page.type, page.language)


def _case_values(case: Page) -> Mapping[str, Sequence[str]]:
    """Give the values of a case for each field of the filter."""
    facts = case.front.values.get("case") or {}
    grade = (case.front.values.get("evidence") or {}).get("grade", "unconfirmed")
    values = {key: [str(facts[key])] if key in facts else [] for key in ("sector", "country", "size")}
    return {**values, "theme": [str(theme) for theme in facts.get("themes") or ()], "grade": [str(grade)]}


def _in_nav_order(guide: Guide, language: str) -> Iterator[Page]:
    order = {entry.href: number for number, entry in enumerate(guide.settings.nav) if entry.language == language}
    found = [page for page in guide.pages if page.language == language and page.type == "case"]
    yield from sorted(found, key=lambda case: (order.get(case.path, len(order)), case.title))


def _case_row(case: Page, page: Page) -> str:
    language = page.language
    facts = case.front.values.get("case") or {}
    grade = (case.front.values.get("evidence") or {}).get("grade", "unconfirmed")
    country, sector = (str(facts.get(key, "")) for key in ("country", "sector"))
    themes = [str(theme) for theme in facts.get("themes") or ()]
    where = f"{labels.SECTORS[sector][language]}, {country_name(country, language) if is_country(country) else country}"
    years = escape(str(facts.get("years", "")))
    cells = (
        f'<th scope="row"><a href="{_relative_address(page, case)}">{escape(case.title)}</a></th>',
        f"<td>{where}<br>{years}</td>",
        f"<td>{_sentence(labels.THEMES[theme][language] for theme in themes)}</td>",
        f"<td>{_sentence([labels.GRADES[grade][language]])}</td>",
        f"<td>{_sentence([labels.OUTCOMES[str(facts.get('outcome', 'unclear'))][language]])}</td>",
    )
    data = " ".join(f'data-{key}="{escape(" ".join(values))}"' for key, values in _case_values(case).items())
    return f"<tr {data}>" + "".join(cells) + "</tr>"


def _relative_address(page: Page, target: Page) -> str:
    """Give the built link between two pages, for HTML that Markdown does not see."""
    here = page.address if page.address.endswith("/") else posixpath.dirname(page.address)
    link = posixpath.relpath(target.address or ".", here or ".")
    return f"{link}/" if target.address.endswith("/") else link


def _sentence(words: Iterable[str]) -> str:
    text = ", ".join(words)
    return text[:1].upper() + text[1:]
