"""Checks of the FAQ's form."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.findings import Finding, Rule, Severity, nearest
from guide.checks.registry import source_check
from guide.model.guide import Guide
from guide.model.page import Page, Question
from guide.words import words_of

NO_ID = Rule(
    "question-without-id",
    "Question without an id",
    "The question's heading has no {#id}.",
    "The question has no address to link to, and the languages cannot be held together.",
    "put {#english-kebab-case} after the question, the same in both languages",
)
NO_ANSWER = Rule(
    "question-without-answer",
    "Question without an answer",
    "No paragraph follows the question.",
    "The reader who finally found the question gets nothing.",
    "write the short answer as the first paragraph",
)
NO_MARK = Rule(
    "question-without-mark",
    "Question without a question mark",
    "The question does not end with ?.",
    "It reads as a heading, and search engines do not show it as a question.",
    "write it as a question, with ?",
)
LONG_ANSWER = Rule(
    "question-answer-too-long",
    "Short answer too long",
    "The first paragraph has more words than a short answer should.",
    "It is shown by itself in search results and cut off.",
    "say it in one or two sentences, and the rest in the next paragraph",
    Severity.WARNING,
)
OTHER_WAYS = Rule(
    "question-other-ways",
    "Too few or too many other ways to ask",
    "The comment also: is missing, or holds too few, too many or repeated wordings.",
    "The search does not find the question for people who use other words.",
    "write <!-- also: one way | another way | … --> below the heading",
    Severity.WARNING,
)
ROLES = Rule(
    "question-roles",
    "Roles missing or unknown",
    "The comment roles: is missing, or names a role that the guide does not have.",
    "The question is left out of its readers' selection.",
    "write <!-- roles: … --> below the heading, with roles of the guide",
)
READ_MORE = Rule(
    "question-read-more",
    "Last paragraph does not lead on",
    "The answer does not end with “Läs mer:” / “Read more:” and one to four links.",
    "The reader who wants to know more has nowhere to go.",
    "end the answer with Läs mer: / Read more: and links to pages",
    Severity.WARNING,
)
THEME = Rule(
    "question-theme",
    "Question outside a theme",
    "The question is a ### heading that does not stand under a ## heading whose id begins with theme-.",
    "It is not in any group of the FAQ.",
    "move it under a theme; on a page that is one theme, questions are ## headings and answers have no headings",
)
SAME_ID = Rule(
    "question-id-twice",
    "Two questions with the same id",
    "Questions on two pages of the FAQ have the same {#id}.",
    "Both have the same short address and the same place in the list of questions; readers get the wrong answer.",
    "give the newer question another id",
)
TWICE = Rule(
    "question-asked-twice",
    "Two questions with the same wording",
    "A wording (the question or one of its other ways) belongs to two questions.",
    "The search cannot tell which answer is meant.",
    "keep the wording where its answer is",
    Severity.WARNING,
)


def _questions(guide: Guide) -> Iterator[tuple[Page, Question]]:
    for page in guide.pages:
        for question in page.questions:
            yield page, question


@source_check(NO_ID, NO_ANSWER, NO_MARK, LONG_ANSWER, THEME)
def questions(guide: Guide) -> Iterator[Finding]:
    """Each question by itself."""
    longest = guide.settings.schema.longest_short_answer
    for page, question in _questions(guide):
        if not question.id:
            yield NO_ID.at(question.position, f'"{question.text}" has no id')
        if not question.text.rstrip(' ”’"»)').endswith("?"):
            suggestion = question.text.rstrip(" .!:") + "?"
            yield NO_MARK.at(question.position, f'"{question.text}" does not end with ?', suggestion=suggestion)
        if not question.short_answer or _leads_on(guide, page, question.short_answer):
            yield NO_ANSWER.at(question.position, f'"{question.text}" has no answer')
        elif longest and question.words > longest:
            message = f'the short answer to "{question.text}" has {question.words} words; at most {longest}'
            yield LONG_ANSWER.at(question.position, message)
        if not question.theme.startswith("theme-") and guide.settings.schema.roles:
            yield THEME.at(question.position, f'"{question.text}" stands under no theme')


def _leads_on(guide: Guide, page: Page, paragraph: str) -> bool:
    return _closes_with_links(guide) and paragraph.startswith(words_of(page.language)["read-more.opening"])


def _closes_with_links(guide: Guide) -> bool:
    return guide.settings.schema.most_read_more > 0


@source_check(OTHER_WAYS, ROLES)
def comments(guide: Guide) -> Iterator[Finding]:
    """Other ways to ask, and who asks."""
    schema = guide.settings.schema
    for _, question in _questions(guide):
        fewest, most, count = schema.fewest_other_ways, schema.most_other_ways, len(question.also)
        position = question.also_position or question.position
        if fewest and not fewest <= count <= most:
            message = f'"{question.text}" has {count} other ways to ask; it should have {fewest} to {most}'
            yield OTHER_WAYS.at(position, message)
        elif len({way.casefold() for way in question.also}) < count:
            yield OTHER_WAYS.at(position, f'"{question.text}" has the same other way twice')
        if schema.roles:
            yield from _roles(question, schema.roles)


def _roles(question: Question, known: tuple[str, ...]) -> Iterator[Finding]:
    position = question.roles_position or question.position
    if not question.roles:
        yield ROLES.at(position, f'"{question.text}" does not say who asks it')
    for role in question.roles:
        if role not in known:
            hint = f"write roles out of {', '.join(known)}"
            yield ROLES.at(position, f'unknown role "{role}"', hint=hint, suggestion=nearest(role, known))


@source_check(READ_MORE)
def ways_on(guide: Guide) -> Iterator[Finding]:
    """The last paragraph of each answer."""
    schema = guide.settings.schema
    for page, question in _questions(guide):
        if not _closes_with_links(guide) or not question.short_answer:
            continue
        opening = words_of(page.language)["read-more.opening"]
        hint = f'end the answer with "{opening}" and 1–{schema.most_read_more} links'
        if not question.read_more.startswith(opening):
            yield READ_MORE.at(
                question.position, f'the answer to "{question.text}" does not end with "{opening}"', hint=hint
            )
        elif not 1 <= question.read_more_links <= schema.most_read_more:
            message = f'"{opening}" of "{question.text}" has {question.read_more_links} links'
            yield READ_MORE.at(question.position, message, hint=hint)


@source_check(SAME_ID)
def ids(guide: Guide) -> Iterator[Finding]:
    """Ids that two pages of a language share; twice on one page is ``heading-id-twice``."""
    first: dict[tuple[str, str], tuple[Page, Question]] = {}
    for page, question in _questions(guide):
        other_page, other = first.setdefault((page.language, question.id), (page, question))
        if question.id and other_page is not page:
            message = f'"{question.id}" is also the id of "{other.text}" ({other.position.path}:{other.position.line})'
            yield SAME_ID.at(question.position, message)


@source_check(TWICE)
def wordings(guide: Guide) -> Iterator[Finding]:
    """Wordings that two questions of a language share."""
    first: dict[tuple[str, str], Question] = {}
    for page, question in _questions(guide):
        for wording in dict.fromkeys([question.text, *question.also]):
            folded = " ".join(wording.casefold().strip(" ?.!").split())
            other = first.setdefault((page.language, folded), question)
            if other is not question:
                message = f'"{wording}" also belongs to "{other.text}" (line {other.position.line})'
                yield TWICE.at(question.position, message)
