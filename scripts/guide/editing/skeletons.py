"""Skeletons of what is new: a page, a question, a source, a term, a figure, in every language.

What lives here: the texts of new files and what is added to files that are there; what only a person can say stands as
``TODO: what``, which is a finding until it is written. What does not: writing the files and telling what is left
(``commands/new.py``), and finding the marks (``reading/unwritten.py``).
"""

from __future__ import annotations

import json
import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, get_args

from guide.addresses.ledger import beside_data
from guide.editing.nav import with_page
from guide.editing.sources import Sources
from guide.model.claims import ClaimEntry, ClaimsHead
from guide.model.guide import Guide
from guide.model.page import EASY_FOLDER, Page
from guide.model.shapes import Shape
from guide.model.vocabularies import PageType, SourceKind
from guide.tools.days import today
from guide.tools.errors import CannotRunError
from guide.tools.names import nearest
from guide.tools.slugs import as_slug, is_kebab, is_slug
from guide.words import words_of

_PLACED = ("kind", "places", "lines", "accent")
"""What a copied figure keeps: how it is drawn, and nothing that it says."""


@dataclass
class Made:
    """What a command is about to write."""

    files: dict[str, str] = field(default_factory=dict)
    """Whole texts of files by path, new ones and changed ones."""
    lines: dict[str, range] = field(default_factory=dict)
    """The lines that are new in a file that was there; all of them are where it is not named."""
    page: str = ""
    """The page that is to be marked as saying the same, or ""."""


def todo(what: str) -> str:
    """Mark a place that is still to be written."""
    return f"TODO: {what}"


def _quoted(what: str) -> str:
    return json.dumps(todo(what.replace('"', "'").strip().rstrip(".")), ensure_ascii=False)


# A page --------------------------------------------------------------------


def new_page(guide: Guide, sources: Sources, path: str, page_type: str, titles: Mapping[str, str]) -> Made:
    """Make a page in every language, with its place in the nav. Raises CannotRunError."""
    path = path if path.endswith(".md") else f"{path}.md"
    if not is_slug(path.removesuffix(".md")):
        raise CannotRunError(
            f'"{path}" cannot be the path of a page — write lower-case English words joined by hyphens, below their '
            f"section, such as {as_slug(path.removesuffix('.md')) or 'steps/new-step'}.md"
        )
    if path in guide.paths:
        raise CannotRunError(f'there is a page "{path}" already — choose another name, or edit it')
    page_type = page_type or _usual_type(guide, path)
    _known(page_type, guide.settings.schema.sections, "page type")
    made = Made(page=path)
    for language in guide.settings.languages:
        folder = "/".join(filter(None, (guide.settings.docs_path, language.folder)))
        made.files[f"{folder}/{path}"] = "".join(
            f"{line}\n" for line in _page(guide, path, language.code, page_type, titles.get(language.code, ""))
        )
    config = guide.settings.config_file
    before = sources.text(config)
    nav = with_page(before, guide.settings, path)
    if nav != before:
        made.files[config] = nav
        made.lines[config] = range(0)
    return made


def _known(name: str, names: Iterable[str], what: str) -> None:
    names = list(names)
    if name not in names:
        near = nearest(name, names)
        meant = f'; did you mean "{near}"?' if near else ""
        raise CannotRunError(f'no {what} "{name}"{meant} — write one of {", ".join(names)}')


def _siblings(guide: Guide, path: str, language: str = "") -> list[Page]:
    """Give the pages beside ``path``, without the one that begins their section."""
    folder = posixpath.dirname(path)
    return [
        page
        for page in guide.pages
        if posixpath.dirname(page.path) == folder
        and posixpath.basename(page.path) != "index.md"
        and language in ("", page.language)
    ]


def _usual_type(guide: Guide, path: str) -> str:
    types = Counter(page.type for page in _siblings(guide, path) if page.type)
    return types.most_common(1)[0][0] if types else str(PageType.TOPIC)


def _page(guide: Guide, path: str, language: str, page_type: str, title: str) -> Iterator[str]:
    yield "---"
    given = {
        "title": json.dumps(title, ensure_ascii=False) if title else "",
        "slug": _slug(guide, path, language, title),
        "type": page_type,
    }
    front = guide.settings.schema.fronts[page_type]
    for name, info in front.model_fields.items():
        if info.is_required():
            yield from _key(name, info, given.get(name, ""), "")
    yield from ("---", "", f"# {title or todo('the main heading')}", "")
    yield todo("the lead, two or three sentences with the point first")
    usual = _usual_headings(guide, page_type, language)
    for section in guide.settings.schema.sections[page_type]:
        heading = usual.get(section, "")
        what = f"what belongs under {heading or section}"
        yield from ("", f"## {heading or todo('the heading')} {{#{section}}}", "", todo(what))
    if not guide.settings.schema.sections[page_type]:
        what = "the text, under ## headings with the same {#id} in each language"
        if page_type == guide.settings.schema.faq_type:
            what = f"questions, each made by: guide new question {path}#id"
        yield from ("", todo(what.replace("{#id}", "id")))


def _key(name: str, info: Any, given: str, indent: str) -> Iterator[str]:
    """Give the lines of a key of front matter: what is given, or what belongs there."""
    block = _block(info.annotation)
    if block is None:
        yield f"{indent}{name}: {given or _quoted(_about(name, info))}"
        return
    yield f"{indent}{name}:"
    for inner, about in block.model_fields.items():
        yield from _key(about.alias or inner, about, "", f"{indent}  ")


def _block(annotation: Any) -> type[Shape] | None:
    return annotation if isinstance(annotation, type) and issubclass(annotation, Shape) else None


def _about(name: str, info: Any) -> str:
    """Say what belongs in a key, out of its description and the values it may have."""
    said = f"{name.replace('_', '-')}: {info.description or 'what belongs here'}".strip().rstrip(".")
    choices = list(_choices(info.annotation))
    said += f": {', '.join(choices)}" if choices else ""
    return said if info.is_required() else f"{said} (or take the line away)"


def _choices(annotation: Any) -> Iterator[str]:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        yield from annotation
    for part in get_args(annotation):
        yield from _choices(part)


def _slug(guide: Guide, path: str, language: str, title: str) -> str:
    """Give the address of a page, where that is known: below the address of those beside it, with the title's words."""
    of_language = {page.path: page for page in guide.pages if page.language == language}
    start = of_language.get(f"{EASY_FOLDER}index.md")
    whole = of_language.get(path.removeprefix(EASY_FOLDER))
    if path.startswith(EASY_FOLDER) and start is not None and whole is not None:
        return f"{start.slug}/{whole.slug}"
    beside = Counter(page.slug.rpartition("/")[0] for page in _siblings(guide, path, language) if page.slug)
    section = of_language.get(posixpath.join(posixpath.dirname(path), "index.md"))
    below = beside.most_common(1)[0][0] if beside else section.slug if section is not None else ""
    if not title:
        start_of_it = f"{below}/" if below else ""
        return _quoted(f"the address, {start_of_it} and the title's words in a-z with hyphens; it never changes again")
    return "/".join(filter(None, (below, as_slug(title.replace("/", " ")))))


def _usual_headings(guide: Guide, page_type: str, language: str) -> Mapping[str, str]:
    """Give the heading that most pages of a type have for each id."""
    found: dict[str, Counter[str]] = {}
    for page in guide.pages:
        for heading in page.headings if page.type == page_type and page.language == language else ():
            found.setdefault(heading.id, Counter())[heading.text] += 1
    return {identity: texts.most_common(1)[0][0] for identity, texts in found.items()}


# A question ----------------------------------------------------------------


def new_question(guide: Guide, sources: Sources, name: str, titles: Mapping[str, str]) -> Made:
    """Make a question at the end of a page of the FAQ, in every language; ``name`` is page#id.

    Raises CannotRunError.
    """
    path, _, identity = name.partition("#")
    pages = [page for page in guide.pages if page.path == path and page.type == guide.settings.schema.faq_type]
    if not pages or not is_kebab(identity):
        themes = dict.fromkeys(page.path for page in guide.pages if page.questions)
        raise CannotRunError(
            f'"{name}" names no place for a question — write the page of its theme and an id in English, such as '
            f"{next(iter(themes), 'faq/basics.md')}#why-now"
        )
    if any(question.id == identity for page in guide.pages for question in page.questions):
        raise CannotRunError(f'there is a question "{identity}" already — choose another id')
    made = Made(page=path)
    for page in pages:
        level = _level_of_questions(page)
        lines = _question(guide, page.language, level, identity, titles.get(page.language, ""))
        _append(made, page.file, sources.text(page.file), ["", *lines])
    return made


def _append(made: Made, file: str, text: str, lines: Iterable[str]) -> None:
    text = text.rstrip("\n") + "\n"
    added = "".join(f"{line}\n" for line in lines)
    first = text.count("\n") + 1
    made.files[file] = text + added
    made.lines[file] = range(first, first + added.count("\n"))


def _level_of_questions(page: Page) -> int:
    ids = {question.id for question in page.questions}
    return next((heading.level for heading in page.headings if heading.id in ids), 2)


def _question(guide: Guide, language: str, level: int, identity: str, title: str) -> Iterator[str]:
    schema = guide.settings.schema
    yield f"{'#' * level} {title or todo('the question, with a question mark')} {{#{identity}}}"
    if schema.fewest_other_ways:
        most = f"{schema.fewest_other_ways}-{schema.most_other_ways}"
        yield f"<!-- also: {todo(f'{most} other ways to ask it, parted by a bar')} -->"
    if schema.roles:
        yield f"<!-- roles: {todo('those most likely to ask, out of ' + ', '.join(schema.roles))} -->"
    yield from ("", todo(f"the short answer, one or two sentences of at most {schema.longest_short_answer} words"))
    yield from ("", todo("the longer answer, with citations"))
    if schema.most_read_more:
        opening = words_of(language)["read-more.opening"]
        yield from ("", f"{opening} {todo(f'one to {schema.most_read_more} links to pages')}")


# A source and a claim ------------------------------------------------------


def new_source(guide: Guide, sources: Sources, name: str) -> Made:
    """Make an entry of the bibliography and its first claim, or one more claim of a source that is there.

    ``name`` is key#claim, as pages cite it; a guide without a ledger of claims has keys alone. Raises CannotRunError.
    """
    key, _, claim = name.partition("#")
    if not is_slug(key) or "/" in key or (guide.claims is not None and not is_kebab(claim)):
        raise CannotRunError(
            f'"{name}" cannot be the name of a source and a claim of it — write both as pages will cite them, in '
            "lower-case words joined by hyphens, such as statskontoret-2024-3#fewer-reports"
        )
    if name in guide.claim_by_reference or (key in guide.source_by_id and guide.claims is None):
        raise CannotRunError(f'"{name}" is there already — cite it as [^{name}]')
    made = Made()
    if key not in guide.source_by_id:
        _add_to_bibliography(made, guide, sources, key)
    if guide.claims is not None:
        _add_claim(made, guide, sources, key, claim)
    return made


def _add_to_bibliography(made: Made, guide: Guide, sources: Sources, key: str) -> None:
    file = beside_data(guide.settings, "bibliography", "bibliography.json")
    entries = json.loads(sources.text(file) or "[]")
    place = next((at for at, entry in enumerate(entries) if entry["id"] > key), len(entries))
    entries.insert(place, _entry(guide, key))
    text = json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
    first = text[: text.index(f'"id": {json.dumps(key)}')].count("\n")
    made.files[file] = text
    made.lines[file] = range(first, first + json.dumps(entries[place], indent=2).count("\n") + 2)


def _entry(guide: Guide, key: str) -> dict[str, Any]:
    day = today()
    kinds = ", ".join(SourceKind)
    about = {language.code: todo("one sentence on what it is") for language in guide.settings.languages}
    return {
        "id": key,
        "type": todo("report, webpage, article-journal, legislation, book or another type of CSL"),
        "title": todo("the title as published"),
        "author": [{"literal": todo("who wrote it, or take author away; a person is family and given")}],
        "issued": {"date-parts": [[todo("the year, then month and day as numbers where they are known")]]},
        "language": todo("the two letters of its language, such as sv"),
        "publisher": todo("who published it"),
        "URL": todo("the publisher's own address of it"),
        "accessed": {"date-parts": [[day.year, day.month, day.day]]},
        "custom": {"kind": todo(f"one of {kinds}"), "abstract": about},
    }


def _add_claim(made: Made, guide: Guide, sources: Sources, key: str, claim: str) -> None:
    folder = beside_data(guide.settings, "claims", "claims")
    file = f"{folder}/{key}.yml"
    text = sources.text(file)
    if text:
        _append(made, file, text, _claim(guide, claim))
        return
    lines = [*_fields(guide, ClaimsHead, {"checked": today().isoformat()}, ""), "claims:", *_claim(guide, claim)]
    made.files[file] = "".join(f"{line}\n" for line in lines)


def _claim(guide: Guide, claim: str) -> Iterator[str]:
    yield f"  {claim}:"
    yield from _fields(guide, ClaimEntry, {}, "    ")
    codes = [language.code for language in guide.settings.languages]
    limits = [f"{code}: [{_quoted('what no use may leave out, or take limits away')}]" for code in codes]
    yield f"    limits: [{{{', '.join(limits)}}}]"


def _fields(guide: Guide, shape: type[Shape], given: Mapping[str, str], indent: str) -> Iterator[str]:
    """Give the keys that a shape must have; texts stand once a language."""
    for name, info in shape.model_fields.items():
        if not info.is_required() or name == "claims":
            continue
        if get_args(info.annotation)[:1] == (str,):
            yield f"{indent}{name}:"
            for language in guide.settings.languages:
                yield f"{indent}  {language.code}: {_quoted(_about(name, info))}"
        else:
            yield f"{indent}{name}: {given.get(name) or _quoted(_about(name, info))}"


# A term --------------------------------------------------------------------


def new_term(guide: Guide, sources: Sources, name: str, titles: Mapping[str, str]) -> Made:
    """Make an entry of the glossary. Raises CannotRunError."""
    if not is_kebab(name) or any(term.id == name for term in guide.terms):
        taken = "is in the glossary already" if is_kebab(name) else "cannot be the id of a term"
        raise CannotRunError(f'"{name}" {taken} — write an id in English, such as room-for-action')
    file = beside_data(guide.settings, "glossary", "glossary.yml")
    made = Made()
    lines = [f"- id: {name}"]
    for language in guide.settings.languages:
        term = json.dumps(titles.get(language.code) or todo("the word"), ensure_ascii=False)
        lines.append(
            f"  {language.code}: {{term: {term}, definition: {_quoted('one or two sentences')}, "
            f"forms: [{_quoted('each other form that texts use, or nothing')}]}}"
        )
    lines.append(f"  page: {_quoted('the page that explains it, or take the line away')}")
    lines.append(f"  source: {_quoted('the claim that the definition rests on, or take the line away')}")
    _append(made, file, sources.text(file), lines)
    return made


# A figure ------------------------------------------------------------------


def new_figure(guide: Guide, sources: Sources, name: str, like: str) -> Made:
    """Make a figure in the form of another one, with all that it says still to be written. Raises CannotRunError."""
    if not is_kebab(name) or name in guide.figure_by_name:
        taken = "is a figure already" if is_kebab(name) else "cannot be the name of a figure"
        raise CannotRunError(f'"{name}" {taken} — write a name in English, such as three-questions')
    if like not in guide.figure_by_name:
        kinds: dict[str, list[str]] = {}
        for figure in guide.figures:
            kinds.setdefault(figure.kind, []).append(figure.name)
        offered = "; ".join(f"{kind}: {', '.join(names)}" for kind, names in sorted(kinds.items()))
        raise CannotRunError(f"say which figure it is to be like, with --like NAME — {offered or 'there is none yet'}")
    folder = beside_data(guide.settings, "figures", "figures")
    lines: list[str] = []
    # Where its boxes lead is no form: it is said anew, or not at all.
    for key, value in sources.yaml(f"{folder}/{like}.yml").items():
        if key == "to":
            continue
        kept = value if key in _PLACED else _emptied(value, (str(key),))
        lines.extend(_as_yaml(str(key), kept, ""))
    return Made(files={f"{folder}/{name}.yml": "".join(f"{line}\n" for line in lines)})


def _emptied(value: Any, path: tuple[str, ...]) -> Any:
    """Give the same form with every value still to be written."""
    if isinstance(value, Mapping):
        return {key: _emptied(item, (*path, str(key))) for key, item in value.items()}
    if isinstance(value, list):
        return [_emptied(item, path) for item in value]
    if value in ("bars", "line"):
        return value
    return todo(" of ".join(reversed(path[-2:] if len(path) > 2 else path[-1:])))


def _as_yaml(key: str, value: Any, indent: str) -> Iterator[str]:
    """Write a key as YAML: a line an item down to the second level, then on one line."""
    if isinstance(value, Mapping) and not indent:
        yield f"{key}:"
        for inner, item in value.items():
            yield from _as_yaml(str(inner), item, "  ")
    elif isinstance(value, list) and value:
        yield f"{indent}{key}:"
        yield from (f"{indent}  - {_flow(item)}" for item in value)
    else:
        yield f"{indent}{key}: {_flow(value)}"


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    is_word = isinstance(value, str) and is_kebab(value)
    return value if is_word else json.dumps(value, ensure_ascii=False)
