"""The Markdown twin of each page: its own text, what the guide puts into it, and its sources as footnotes.

What lives here: the page as a whole, and what stands in it for the guide's instructions, both made of the model. What
does not: the marks of Markdown (``writing.py``), and the page as people read it (``pages``, ``overrides``).

A twin stands beside its page: ``…/index.md`` beside ``…/index.html``. Its links are whole and lead to pages. Lists that
readers filter, and files to download, are left to the page, which the head of the twin names.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from guide.addresses.open_data import LICENCE
from guide.addresses.published import file_of
from guide.addresses.redirects import absolute_address
from guide.export.twins.writing import Resolving, line, plain, table, written
from guide.model.data import Source, Term
from guide.model.guide import Guide, Theme
from guide.model.page import Page, Question
from guide.model.targets import Kind, read_target
from guide.model.vocabularies import Directive, PageType
from guide.pages.cases import facts_of
from guide.pages.changes import changes, publisher
from guide.pages.evidence import verdict
from guide.pages.notes import said, standing
from guide.pages.questions import with_answers
from guide.pages.references import kind_of, reference, sort_key
from guide.pages.sheets import sheet_example, sheet_told
from guide.pages.sources import entries, sources
from guide.words import words_of


def twin_file(page: Page) -> str:
    """Give where the twin of a page stands in the site: "steg/ledarskap/index.md"."""
    return twin_beside(file_of(page))


def twin_beside(file: str) -> str:
    """Give where the twin of a page stands, by the page's own file."""
    return f"{file.removesuffix('.html')}.md"


def write_twins(guide: Guide, site_dir: Path, history: Mapping[str, date]) -> None:
    """Write the twin of every page into a site; ``history`` has the day on which each source was last changed."""
    for page in guide.pages:
        file = site_dir / twin_file(page)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(twin(page, guide, history.get(page.source)), encoding="utf-8", newline="\n")


def twin(page: Page, guide: Guide, changed: date | None) -> str:
    """Give the twin of a page."""
    own = page
    markdown = page.markdown
    if Directive.ANSWERS in page.expands:
        markdown, own = with_answers(markdown, page, guide)
    making = _Twin(own, guide)
    body = written(markdown, making.resolving)
    lead, mark, rest = body.partition("\n\n## ")
    parts = [_head(page, guide, changed), lead, *making.boxes(), f"## {rest}" if mark else "", *making.quiz()]
    return "\n\n".join([*(part for part in parts if part), *making.notes()]) + "\n"


def _head(page: Page, guide: Guide, changed: date | None) -> str:
    """Give what a tool must know of the page, as YAML whose texts are written as JSON."""
    told = {
        "title": page.title,
        "description": page.front.text("description"),
        "url": absolute_address(page.address, guide.settings.site_url),
        "language": page.language,
        "changed": changed.isoformat() if changed else "",
        "licence": LICENCE,
    }
    lines = [f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in told.items() if text]
    return "\n".join(["---", *lines, "---"])


class _Twin:
    """A twin while it is made."""

    def __init__(self, page: Page, guide: Guide) -> None:
        self.page, self.guide, self.words = page, guide, words_of(page.language)
        self.resolving = Resolving(self._link, self._label, self._instruction)
        self._lists: Mapping[str, Callable[[], str]] = {
            Directive.GLOSSARY: self._glossary,
            Directive.SOURCES: lambda: self._again(sources(guide, page)),
            Directive.EVIDENCE: self._verdicts,
            Directive.CASES: lambda: "\n".join(self._of_type(PageType.CASE)),
            Directive.QUESTIONS: lambda: "\n\n".join(map(self._theme, guide.themes[page.language])),
            Directive.QUESTIONS_BY_ROLE: lambda: "\n".join(self._by_role()),
            Directive.CHANGES: lambda: self._again(changes(guide, page)),
            Directive.PUBLISHER: lambda: self._again(publisher(guide, page)),
        }

    def _again(self, markdown: str) -> str:
        """Write what the guide would put into the page, which is Markdown for the guide."""
        return written(markdown, self.resolving)

    def _link(self, href: str) -> str:
        target, site = read_target(href, self.page.source), self.guide.settings.site_url
        fragment = f"#{target.fragment}" if target.fragment else ""
        if target.kind is Kind.ANCHOR:
            return absolute_address(self.page.address, site) + fragment
        found = self.guide.page_by_source.get(target.path) if target.kind is Kind.PAGE else None
        if found is not None:
            return absolute_address(found.address, site) + fragment
        if target.kind in (Kind.FILE, Kind.FOLDER):
            # Files stand beside the folders of languages, whichever of them a page is in.
            return absolute_address(target.path.removeprefix(f"{self.page.language}/"), site) + fragment
        return href

    def _label(self, citation: str) -> str:
        key = citation.partition("#")[0]
        return citation.replace("#", ".") if key in self.guide.source_by_id else ""

    # What stands for an instruction

    def _instruction(self, comment: str) -> str:
        inner = comment.removeprefix("<!--").removesuffix("-->").strip()
        if inner == comment or not inner.startswith("guide:"):
            return ""
        name, _, choice = inner.removeprefix("guide:").strip().partition(" ")
        if name == Directive.FIGURE:
            return self._figure(choice.strip())
        if name == Directive.SHEET:
            return self._again(sheet_told(self.guide, self.page, choice.strip()))
        if name == Directive.SHEET_EXAMPLE:
            return self._again(sheet_example(self.guide, self.page, choice.strip()))
        if name == Directive.SOURCES and choice:
            return self._again(entries(self.guide, self.page, choice))
        make = self._lists.get(name)
        return make() if make and not choice else ""

    def _figure(self, name: str) -> str:
        figure = self.guide.figure_by_name.get(name)
        text = figure.texts.get(self.page.language) if figure else None
        if text is None:
            return ""
        lines = [" ".join(filter(None, (f"**{plain(text.title)}.**", plain(text.caption), plain(text.says))))]
        listed = []
        for part in text.parts:
            told = "; ".join(plain(each) for each in (part.text, part.aside, *part.lines) if each)
            listed.append(f"- {plain(part.name)}{f': {told}' if told else ''}")
        return "\n\n".join([*lines, *(["\n".join(listed)] if listed else [])])

    def _glossary(self) -> str:
        language = self.page.language
        explained = [term for term in self.guide.terms if language in term.texts]
        explained.sort(key=lambda term: sort_key(term.texts[language].term, language))
        return "\n".join(map(self._term, explained))

    def _term(self, term: Term) -> str:
        here = term.texts[self.page.language]
        others = ", ".join(f"*{plain(text.term)}*" for code, text in term.texts.items() if code != self.page.language)
        name = f"**{plain(here.term)}**{f' ({others})' if others else ''}"
        return f"- {name}: {line(here.definition, self.resolving)}"

    def _verdicts(self) -> str:
        heads = [self.words[f"evidence.{name}"] for name in ("page", "known", "source")]
        rows = []
        for page in self.guide.pages:
            found = verdict(page, self.guide) if page.language == self.page.language else None
            if found is not None:
                told = self.words.name_of("known", found.known), self.words.name_of("grade", found.grade)
                rows.append([self._to(page), *told])
        return table([heads, *rows])

    def _of_type(self, kind: PageType) -> Iterator[str]:
        for page in self.guide.pages:
            if page.language == self.page.language and page.type == kind:
                yield f"- {self._to(page)}: {plain(page.front.text('description'))}"

    def _theme(self, theme: Theme) -> str:
        asked = (f"- {self._question(theme.page, question)}" for question in theme.questions)
        return "\n".join([f"### {plain(theme.title)}", "", *asked])

    def _by_role(self) -> Iterator[str]:
        asked = [(each.page, one) for each in self.guide.themes[self.page.language] for one in each.questions]
        for role, name in self.words.vocabulary("roles").items():
            own = [self._question(page, question) for page, question in asked if role in question.roles]
            if own:
                yield f"- {plain(name)}: {'; '.join(own)}"

    def _to(self, page: Page) -> str:
        return f"[{plain(page.title)}]({absolute_address(page.address, self.guide.settings.site_url)})"

    def _question(self, page: Page, question: Question) -> str:
        address = absolute_address(page.address, self.guide.settings.site_url)
        return f"[{plain(question.text)}]({address}#{question.id})"

    # What a page has beside its text

    def boxes(self) -> Iterator[str]:
        """Give what a page opens with: the facts of a case, and how well its claim is known."""
        told = facts_of(self.page)
        if told:
            yield "\n".join(f"- **{plain(name)}:** {plain(text)}" for name, text in told)
        found = verdict(self.page, self.guide)
        if found is not None:
            known = f"{self.words['evidence.known']}: {self.words.name_of('known', found.known)}"
            grade = f"{self.words['evidence.source']}: {self.words.name_of('grade', found.grade)}"
            reason = line(str(self.page.front.value("evidence", "reason") or ""), self.resolving)
            yield f"> **{plain(known)}. {plain(grade)}.** {reason}".rstrip()

    def quiz(self) -> Iterator[str]:
        """Give the quiz, each question with its right answer."""
        quiz = self.guide.quiz_by_page.get(self.page.path)
        asked = [each for each in quiz.questions if self.page.language in each.texts] if quiz else []
        if asked:
            yield f"## {plain(self.words['quiz.heading'])}"
        for number, question in enumerate(asked, 1):
            text = question.texts[self.page.language]
            options = (f"- {chr(ord('A') + place)}. {plain(option)}" for place, option in enumerate(text.options))
            right = self.words["quiz.right-answer"].format(chr(ord("A") + question.correct))
            yield f"**{number}. {plain(text.question)}**"
            yield "\n".join(options)
            yield f"{plain(right)} {plain(text.explanation)}"

    def notes(self) -> Iterator[str]:
        """Give a footnote for each thing that is cited, in the order of first citation."""
        cited = {each.written: each for each in self.page.citations if each.key in self.guide.source_by_id}
        for name, citation in cited.items():
            yield f"[^{self._label(name)}]: {self._note(self.guide.source_by_id[citation.key], name)}"

    def _note(self, source: Source, name: str) -> str:
        language = self.page.language
        claim = self.guide.claim_by_reference.get(name)
        kind = self.words.name_of("kind-of-one", kind_of(source, language))
        if claim is None:
            return f"{_bare(reference(source, language))} ({kind})"
        where = "; ".join(filter(None, (kind, claim.law.provision if claim.law else "", claim.where)))
        parts = (_bare(said(claim, language)), _bare(reference(source, language)), f"({plain(where)})")
        return " ".join((*parts, _bare(standing(claim, language))))


_AS_IT_IS = Resolving(lambda href: href, lambda citation: "", lambda comment: "")


@lru_cache(maxsize=8192)
def _bare(markdown: str) -> str:
    """Write a line whose links are whole; the same claims are cited on many pages."""
    return line(markdown, _AS_IT_IS)
