"""Checks of the data files: bibliography, glossary, redirects."""

from __future__ import annotations

from collections.abc import Iterator

from guide.addresses.published import Addresses
from guide.checks.entries import twice
from guide.checks.findings import Finding, Rule, nearest
from guide.checks.registry import source_check
from guide.checks.rules import (
    action_plan,
    assessment,
    assets,
    changes,
    claims,
    discussion,
    drawings,
    indicator_picker,
    quizzes,
    sheets,
    slides,
)
from guide.model.data import Redirect, Source, Term
from guide.model.guide import Guide
from guide.model.targets import Kind, read_target

UNREADABLE = Rule(
    "data-unreadable",
    "Data file that cannot be read",
    "The file is missing or is not valid JSON or YAML.",
    "Everything that depends on it is missing from the guide.",
    "mend the line that is named",
)
SOURCE_FORM = Rule(
    "source-form",
    "Entry of the bibliography without what it needs",
    "The entry lacks id, type or title, or holds a field or a value that CSL-JSON does not know.",
    "The note that the reader sees is incomplete.",
    "write the field or the value as CSL-JSON names it",
)
SOURCE_TWICE = Rule(
    "source-twice",
    "Two entries with one key",
    "Two entries of the bibliography have the same id.",
    "One of them is never shown.",
    "merge the two",
)
SOURCE_LINK = Rule(
    "source-link",
    "Address of a source that is no address",
    "The URL of an entry is not a whole http or https address.",
    "The reader cannot look the source up.",
    "write the whole address, or leave URL out",
)
GLOSSARY_FORM = Rule(
    "glossary-form",
    "Glossary term without what it needs",
    "The entry lacks a language, its term or its definition, or holds a key or a value that is not known.",
    "The word is explained to some readers only.",
    "write term and definition in every language; id in kebab-case",
)
TERM_TWICE = Rule(
    "term-twice",
    "The same term twice",
    "Two entries of the glossary have the same id or the same term.",
    "The word has two explanations.",
    "merge the two",
)
TERM_PAGE = Rule(
    "term-page-missing",
    "Term that points to a missing page",
    "The term's page is not in the guide.",
    "The reader who wants to know more meets a page-not-found.",
    "write the path of a page within a language, such as concepts/what-it-is.md",
)
TERM_SOURCE = Rule(
    "term-source-unknown",
    "Term with an unknown source",
    "The term's source is not in the bibliography.",
    "The definition has no source.",
    "write the id of an entry in the bibliography, or add the entry",
)
REDIRECT_FORM = Rule(
    "redirect-form",
    "Redirect without what it needs",
    "An entry lacks from or to, or they do not start with /.",
    "The former address gives a page-not-found.",
    "write {from: /former/, to: /present/}",
)
REDIRECT_NOWHERE = Rule(
    "redirect-to-nowhere",
    "Redirect to nowhere",
    "The address that a redirect leads to is not in the guide.",
    "The reader is sent from one missing page to another.",
    "write the address of a page, and an id that it has",
)
REDIRECT_LOOP = Rule(
    "redirect-loop",
    "Redirects in a loop",
    "Following the redirects leads back to where one started.",
    "The browser gives up.",
    "let one of them lead to a page",
)
REDIRECT_LIVE = Rule(
    "redirect-over-live-page",
    "Redirect over a live page",
    "The former address of a redirect is that of a page, or of an anchor, that exists.",
    "The page cannot be reached.",
    "take the redirect away, or give the page another slug",
)
REDIRECT_TWICE = Rule(
    "redirect-twice",
    "Two redirects from one address",
    "The same former address has two redirects.",
    "Only one of them works, and nobody sees which.",
    "take one away",
)


_FORMS = {
    rule.id: rule
    for rule in (
        *(UNREADABLE, SOURCE_FORM, GLOSSARY_FORM, REDIRECT_FORM),
        *(assets.PICTURE, assets.STYLE, assets.SCRIPT, assets.TEMPLATE),
        *(quizzes.FORM, claims.FORM, changes.FORM, drawings.FORM, slides.FORM, assessment.FORM),
        *(sheets.FORM, discussion.FORM, action_plan.FORM, indicator_picker.FORM),
    )
}


@source_check(*_FORMS.values())
def problems(guide: Guide) -> Iterator[Finding]:
    """What in the data files does not fit their shapes."""
    for problem in guide.problems:
        rule, suggestion = _FORMS[problem.code], problem.suggestion
        yield rule.at(problem.position, problem.message, hint=problem.hint, suggestion=suggestion)


@source_check(SOURCE_FORM, SOURCE_TWICE, SOURCE_LINK)
def bibliography(guide: Guide) -> Iterator[Finding]:
    """Entries of the bibliography."""
    first: dict[str, Source] = {}
    for source in guide.sources:
        other = first.setdefault(source.id, source)
        if other is not source:
            yield SOURCE_TWICE.at(source.position, f'"{source.id}" is already the key of line {other.position.line}')
        abstract = source.custom.get("abstract")
        told = abstract if isinstance(abstract, dict) else {}
        for language in guide.settings.languages if told else ():
            if not told.get(language.code):
                yield SOURCE_FORM.at(source.position, f'"{source.id}": custom.abstract lacks {language.code}')
        if source.entry.get("URL") is not None:
            target = read_target(source.url, "")
            if target.kind is not Kind.EXTERNAL:
                message = f'"{source.id}": "{source.entry["URL"]}" is not a whole address'
                yield SOURCE_LINK.at(source.position, f"{message} ({target.reason})" if target.reason else message)


@source_check(GLOSSARY_FORM, TERM_TWICE, TERM_PAGE, TERM_SOURCE)
def glossary(guide: Guide) -> Iterator[Finding]:
    """Terms of the glossary."""
    yield from twice(TERM_TWICE, guide.terms)
    words: dict[tuple[str, str], Term] = {}
    for term in guide.terms:
        yield from _term_texts(guide, term, words)
        if term.page and term.page not in guide.paths:
            yield TERM_PAGE.at(
                term.position, f'"{term.id}": no page "{term.page}"', suggestion=nearest(term.page, guide.paths)
            )
        if term.source and term.source_key not in guide.source_by_id:
            suggestion = nearest(term.source_key, guide.source_by_id)
            yield TERM_SOURCE.at(term.position, f'"{term.id}": no source "{term.source_key}"', suggestion=suggestion)


def _term_texts(guide: Guide, term: Term, words: dict[tuple[str, str], Term]) -> Iterator[Finding]:
    for language in guide.settings.languages:
        text = term.texts.get(language.code)
        if text is None:
            yield GLOSSARY_FORM.at(term.position, f'"{term.id}" lacks its term or definition in {language.code}')
            continue
        other = words.setdefault((language.code, text.term.casefold()), term)
        if other is not term and other.id != term.id:
            yield TERM_TWICE.at(term.position, f'"{text.term}" is already the term of "{other.id}"')
    for code in term.texts:
        if guide.settings.language(code) is None:
            codes = [language.code for language in guide.settings.languages]
            yield GLOSSARY_FORM.at(
                term.position,
                f'"{term.id}": unknown key "{code}"',
                suggestion=nearest(code, [*codes, "page", "source"]),
            )


@source_check(REDIRECT_NOWHERE, REDIRECT_LOOP, REDIRECT_LIVE, REDIRECT_TWICE)
def redirects(guide: Guide) -> Iterator[Finding]:
    """Where redirects start and lead."""
    addresses, by_old = Addresses(guide), dict[str, Redirect]()
    for redirect in guide.redirects:
        other = by_old.setdefault(redirect.old, redirect)
        if other is not redirect:
            yield REDIRECT_TWICE.at(
                redirect.position, f'"{redirect.old}" is redirected on line {other.position.line} too'
            )
        if addresses.is_live(redirect.old):
            yield REDIRECT_LIVE.at(redirect.position, f'"{redirect.old}" exists')
        yield from _destination(addresses, redirect)


def _destination(addresses: Addresses, redirect: Redirect) -> Iterator[Finding]:
    place = addresses.destination(redirect.new)
    if addresses.goes_round(redirect.new):
        yield REDIRECT_LOOP.at(redirect.position, f'"{redirect.old}" leads back to where it came from')
    elif place is None or not place.exists:
        suggestion = nearest(redirect.new, addresses.pages)
        yield REDIRECT_NOWHERE.at(redirect.position, f'"{redirect.new}" is not in the guide', suggestion=suggestion)
