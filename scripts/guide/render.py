"""Markdown that the guide writes into its own pages: notes, evidence, lists from data.

What lives here: pure functions from the model to Markdown. What does not: when
they are called (``scripts/mkdocs_hook.py``) and how a page becomes HTML (Python-
Markdown). The references follow the order author, year, title, container,
publisher that CSL's author-date styles share; the entries are CSL-JSON.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from guide import address_list, filtering, labels, quizzes
from guide.model import Guide, Page, Question, Source
from guide.packages import downloads

SOURCES_PAGE = "about/sources.md"
GRADES_PAGE = "about/evidence-grades.md"

_NOTES_MARKER = "///notes///"
# The three characters that follow "z" in ASCII stand in for the three letters that follow it in Swedish.
_SWEDISH_ORDER = str.maketrans("åäöé", "{|}e")


def relative_link(page: Page, target: str) -> str:
    """Give the link from ``page`` to another source of the same language."""
    return posixpath.relpath(target, posixpath.dirname(page.path) or ".")


# References -----------------------------------------------------------------


def authors(source: Source, language: str) -> str:
    """Give the authors as text: one, two, or the first "and others"."""
    names = [_name(author) for author in source.entry.get("author") or ()]
    if not names:
        return str(source.entry.get("publisher", ""))
    if len(names) == 2:
        return f" {labels.WORDS['and'][language]} ".join(names)
    if len(names) > 3:
        return f"{names[0]} {labels.WORDS['and-others'][language]}"
    return ", ".join(names)


def _name(author: Mapping[str, Any]) -> str:
    if "literal" in author:
        return str(author["literal"])
    return ", ".join(str(author[part]) for part in ("family", "given") if author.get(part))


def date_of(parts: Mapping[str, Any] | None) -> str:
    """Give a CSL date as ISO 8601 as far as it is known ("2018", "2018-06-14"), or ""."""
    numbers = (parts or {}).get("date-parts") or [[]]
    return "-".join(f"{int(number):02d}" for number in numbers[0])


def reference(source: Source, language: str) -> str:
    """Give one reference as a line of Markdown, its title linked and marked with its language."""
    entry = source.entry
    by = authors(source, language)
    year = date_of(entry.get("issued"))[:4] or labels.WORDS["no-date"][language]
    title = escape(source.title, quote=False)
    title = f"[{_bracketed(title)}]({source.url})" if source.url else title
    mark = f' lang="{source.language}"' if source.language and source.language != language else ""
    publisher = str(entry.get("publisher", ""))
    said_already = publisher in by or publisher == entry.get("container-title")
    rest = [_container(entry), "" if said_already else publisher]
    if entry.get("DOI"):
        rest.append(f"doi:{entry['DOI']}")
    tail = "".join(f" {escape(part, quote=False)}." for part in rest if part)
    return f"{escape(by, quote=False)} ({year}). <cite{mark}>{title}</cite>.{tail}"


def _container(entry: Mapping[str, Any]) -> str:
    """Give the journal with volume, issue and pages, or the report's number."""
    journal = str(entry.get("container-title", ""))
    if not journal:
        return str(entry.get("number", ""))
    volume = str(entry.get("volume", ""))
    issue = f"({entry['issue']})" if entry.get("issue") else ""
    numbering = f"{volume}{issue}"
    return ", ".join(part for part in (journal, numbering, str(entry.get("page", ""))) if part)


def _bracketed(text: str) -> str:
    return text.replace("[", "\\[").replace("]", "\\]")


def kind_of(source: Source) -> str:
    """Give the source's kind ("evaluation", "press" …), or "other"."""
    kind = str((source.entry.get("custom") or {}).get("kind"))
    return kind if kind in labels.KINDS else "other"


# Parts of a page ------------------------------------------------------------


def notes(page: Page, guide: Guide) -> str:
    """Give the page's section of notes: a heading and one definition per cited source.

    The definitions stand in the order of first citation, so that the numbers in
    the text rise. Returns "" for a page that cites nothing.
    """
    keys = list(dict.fromkeys(citation.key for citation in page.citations))
    cited = [guide.source_by_id[key] for key in keys if key in guide.source_by_id]
    if not cited:
        return ""
    lines = [f"## {labels.WORDS['notes'][page.language]} {{#notes}}", "", _NOTES_MARKER, ""]
    to_sources = relative_link(page, SOURCES_PAGE)
    about = labels.WORDS["about-source"][page.language]
    for source in cited:
        kind = labels.KIND_OF_ONE[kind_of(source)][page.language]
        detail = f"({kind}; [{about}]({to_sources}#source-{source.id}))"
        lines += [f"[^{source.id}]: {reference(source, page.language)} {detail}", ""]
    return "\n".join(lines)


def evidence(page: Page) -> str:
    """Give the box with the page's grade of evidence and the reason for it, or ""."""
    block = page.front.values.get("evidence")
    if not isinstance(block, dict) or block.get("grade") not in labels.GRADES:
        return ""
    grade = str(block["grade"])
    head = labels.WORDS["evidence"][page.language]
    name = labels.GRADES[grade][page.language]
    link = f"[{name}]({relative_link(page, GRADES_PAGE)}#{grade})"
    return (
        f'<div class="guide-evidence guide-evidence--{grade}" markdown="1">\n\n'
        f"**{head}: {link}.** {block.get('reason', '')}\n\n</div>"
    )


def glossary(guide: Guide, page: Page) -> str:
    """Give the glossary as a definition list in the order of the page's alphabet."""
    other = next(language.code for language in guide.settings.languages if language.code != page.language)
    lines = ['<dl class="guide-glossary" markdown="1">']
    for term in sorted(guide.terms, key=lambda term: _sort_key(term.texts[page.language].term, page.language)):
        here, there = term.texts[page.language], term.texts[other]
        lines += [
            f'<dt id="{term.id}">{escape(here.term)} <span class="guide-glossary__other" lang="{other}">'
            f"{escape(there.term)}</span></dt>",
            f'<dd markdown="span">{here.definition}{_term_links(term.page, term.source, page, guide)}</dd>',
        ]
    return "\n".join([*lines, "</dl>"])


def _term_links(target: str, key: str, page: Page, guide: Guide) -> str:
    read_more, source_word = (labels.WORDS[name][page.language] for name in ("read-more", "source"))
    links = []
    explained = guide.page_by_key.get((page.language, target))
    if explained:
        links.append(f"{read_more}: [{_bracketed(explained.title)}]({relative_link(page, target)}).")
    if key in guide.source_by_id:
        source = guide.source_by_id[key]
        label = _bracketed(f"{authors(source, page.language)} {date_of(source.entry.get('issued'))[:4]}".strip())
        links.append(f"{source_word}: [{label}]({relative_link(page, SOURCES_PAGE)}#source-{key}).")
    return "".join(f" {link}" for link in links)


def _sort_key(term: str, language: str) -> str:
    folded = term.casefold()
    return folded.translate(_SWEDISH_ORDER) if language == "sv" else folded


def sources(guide: Guide, page: Page) -> str:
    """Give the bibliography by kind; each entry with what it is, when checked and where used."""
    used = _uses(guide, page.language)
    lines: list[str] = []
    for kind, names in labels.KINDS.items():
        entries = [source for source in guide.sources if kind_of(source) == kind]
        if not entries:
            continue
        lines += [f"## {names[page.language]} {{#kind-{kind}}}", "", '<ul class="guide-sources" markdown="1">']
        for source in sorted(entries, key=lambda entry: _sort_key(authors(entry, page.language), page.language)):
            text = _source_entry(source, page, used.get(source.id, ()))
            lines.append(f'<li id="source-{source.id}" markdown="span">{text}</li>')
        lines += ["</ul>", ""]
    return "\n".join(lines)


def _source_entry(source: Source, page: Page, uses: Sequence[Page]) -> str:
    custom = source.entry.get("custom") or {}
    about = source.entry.get("abstract") if page.language == "sv" else custom.get("abstract_en")
    checked = date_of(source.entry.get("accessed"))
    parts = [reference(source, page.language), f" {about}" if about else ""]
    if custom.get("copy"):
        parts.append(f" {labels.WORDS['copy'][page.language].format(escape(str(custom['copy'])))}")
    if checked:
        parts.append(f" {labels.WORDS['checked'][page.language]} {checked}.")
    if uses:
        links = ", ".join(f"[{_bracketed(user.title)}]({relative_link(page, user.path)})" for user in uses)
        parts.append(f" {labels.WORDS['used-in'][page.language]}: {links}.")
    return "".join(parts)


def _uses(guide: Guide, language: str) -> Mapping[str, Sequence[Page]]:
    """Give, for each key, the pages of one language that cite it, each once."""
    uses: dict[str, list[Page]] = {}
    for page in guide.pages:
        if page.language == language:
            for key in dict.fromkeys(citation.key for citation in page.citations):
                uses.setdefault(key, []).append(page)
    return uses


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
    """Give what the cases can be filtered by: the values that occur, in the order of their labels."""
    tables = {
        "sector": labels.SECTORS,
        "country": labels.COUNTRIES,
        "size": labels.SIZES,
        "theme": labels.THEMES,
        "grade": labels.GRADES,
    }
    cases_of_page = list(_in_nav_order(guide, page.language))
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
    where = f"{labels.SECTORS[sector][language]}, {labels.COUNTRIES[country][language]}"
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


def questions_by_theme(guide: Guide, page: Page) -> str:
    """Give every question of the page as links, folded by theme; it works without JavaScript."""
    themes = {heading.id: heading.text for heading in page.headings if heading.level == 2}
    return _folded_questions(
        page, ((text, [q for q in page.questions if q.theme == theme]) for theme, text in themes.items())
    )


def questions_by_role(guide: Guide, page: Page) -> str:
    """Give the questions as links, folded by who is most likely to ask."""
    roles = {role: names[page.language] for role, names in labels.ROLES.items()}
    return _folded_questions(
        page, ((name, [q for q in page.questions if role in q.roles]) for role, name in roles.items())
    )


def _folded_questions(page: Page, groups: Iterable[tuple[str, Sequence[Question]]]) -> str:
    lines = ['<div class="guide-questions">']
    for name, questions in groups:
        if not questions:
            continue
        count = labels.WORDS["one-question" if len(questions) == 1 else "questions"][page.language]
        lines.append(f"<details><summary>{escape(name)} <span>{count.format(len(questions))}</span></summary><ul>")
        lines += [f'<li><a href="#{question.id}">{escape(question.text)}</a></li>' for question in questions]
        lines.append("</ul></details>")
    return "\n".join([*lines, "</div>"])


def _sentence(words: Iterable[str]) -> str:
    text = ", ".join(words)
    return text[:1].upper() + text[1:]


# The whole page -------------------------------------------------------------

_LISTS = {
    "glossary": glossary,
    "sources": sources,
    "cases": cases,
    "addresses": address_list.table,
    "questions": questions_by_theme,
    "questions-by-role": questions_by_role,
    downloads.DIRECTIVE: downloads.place_for_all,
}


def page_markdown(markdown: str, page: Page, guide: Guide) -> str:
    """Give the Markdown that is built: the writer's, with evidence, lists and notes put in.

    The editors' comments (``also``, ``roles``, ``allow``) are dropped: they are
    read from the model, and no reader needs to download them.
    """
    lines: list[str] = []
    for line in markdown.splitlines():
        directive = _directive(line)
        if directive is None:
            lines.append(line)
        elif directive.startswith(f"guide:{filtering.DIRECTIVE} "):
            columns = directive.removeprefix(f"guide:{filtering.DIRECTIVE} ")
            lines += ["", filtering.marker(columns, page.type, page.language), ""]
        elif directive.startswith("guide:"):
            lines += ["", _LISTS[directive.removeprefix("guide:").strip()](guide, page), ""]
    box = evidence(page)
    if box:
        heading = next((number for number, line in enumerate(lines) if line.startswith("# ")), None)
        if heading is not None:
            lines[heading + 1 : heading + 1] = ["", box, ""]
    parts = (downloads.part_of_path(page), quizzes.quiz_part(page, guide), notes(page, guide))
    return "\n".join([*lines, *(line for part in parts for line in ("", part))]).rstrip() + "\n"


def _directive(line: str) -> str | None:
    """Give what an HTML comment that fills its line says, or None for any other line."""
    text = line.strip()
    if text.startswith("<!--") and text.endswith("-->"):
        return text.removeprefix("<!--").removesuffix("-->").strip()
    return None
