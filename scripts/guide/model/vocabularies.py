"""Vocabularies: every word that a file of the guide may choose among, each list once.

What lives here: the values. What does not: their words in each language (``words/``), where they
may be written (``model/schema.py``, ``model/data.py``), and what each makes (``pages/``).
"""

from __future__ import annotations

from enum import StrEnum


class PageType(StrEnum):
    """Kinds of page: front matter's ``type``."""

    START = "start"
    SECTION = "section"
    TOPIC = "topic"
    BENEFIT = "benefit"
    STEP = "step"
    PITFALL = "pitfall"
    CASE = "case"
    ROLE = "role"
    PATH = "path"
    WORKSHOP = "workshop"
    FAQ = "faq"
    PRINT = "print"
    GLOSSARY = "glossary"
    INDICATORS = "indicators"
    SOURCES = "sources"
    ABOUT = "about"
    EASY = "easy"


class Known(StrEnum):
    """What is known of a page's claim."""

    EFFECT = "effect"
    ASSOCIATION = "association"
    MIXED = "mixed"
    NOT_SHOWN = "not-shown"


class Grade(StrEnum):
    """How good the best source of a page's claim is, the best first."""

    EVALUATION = "evaluation"
    PEER_REVIEWED = "peer-reviewed"
    OFFICIAL = "official"
    OWN_REPORT = "own-report"
    EXPERIENCE = "experience"
    UNCONFIRMED = "unconfirmed"


class Sector(StrEnum):
    """Parts of the public sector: ``case.sector``."""

    STATE = "state"
    REGION = "region"
    MUNICIPALITY = "municipality"
    OTHER = "other"


class Size(StrEnum):
    """How many work there: ``case.size``. Small < 1 000, medium 1 000–10 000, large > 10 000."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    UNKNOWN = "unknown"


class Theme(StrEnum):
    """What a case is about: ``case.themes``."""

    CULTURE = "culture"
    LEADERSHIP = "leadership"
    SYSTEMS = "systems"
    EMPLOYEESHIP = "employeeship"
    MEASUREMENT = "measurement"


class Outcome(StrEnum):
    """How a case has turned out so far: ``case.outcome``."""

    PROMISING = "promising"
    MIXED = "mixed"
    CRITICISED = "criticised"
    UNCLEAR = "unclear"


class Role(StrEnum):
    """Who asks a question: ``<!-- roles: … -->``."""

    POLITICIAN = "politician"
    TOP_MANAGER = "top-manager"
    MIDDLE_MANAGER = "middle-manager"
    FIRST_LINE_MANAGER = "first-line-manager"
    STAFF = "staff"
    HR = "hr"
    CONTROLLER = "controller"
    UNION = "union"


class SourceKind(StrEnum):
    """Kinds of source: ``custom.kind`` in the bibliography."""

    EVALUATION = "evaluation"
    PEER_REVIEWED = "peer-reviewed"
    LAW = "law"
    OFFICIAL = "official"
    OWN_REPORT = "own-report"
    PRESS = "press"
    OPINION = "opinion"
    THESIS = "thesis"
    OTHER = "other"


class Extent(StrEnum):
    """How much of a source was seen: ``seen`` in ``data/claims/``, the most first."""

    FULL_TEXT = "full-text"
    SUMMARY = "summary"
    ABSTRACT = "abstract"
    EXCERPT = "excerpt"
    REPORTED = "reported"


class ClaimKind(StrEnum):
    """What a claim says: ``kind`` in ``data/claims/``."""

    EFFECT = "effect"
    ASSOCIATION = "association"
    DESCRIPTION = "description"
    OPINION = "opinion"
    RULE = "rule"
    DEFINITION = "definition"
    QUOTATION = "quotation"
    ABSENCE = "absence"


class Level(StrEnum):
    """Whose trust, or whose steering, a claim speaks of: ``level`` in ``data/claims/``."""

    CITIZEN = "citizen"
    GOVERNMENT = "government"
    COUNCIL = "council"
    AGENCY = "agency"
    MANAGER = "manager"
    TEAM = "team"
    PROVIDERS = "providers"
    WHOLE = "whole"
    OTHER = "other"


class Speaker(StrEnum):
    """Whose words a claim is: ``whose`` in ``data/claims/``."""

    EVALUATOR = "evaluator"
    RESEARCHER = "researcher"
    LAWMAKER = "lawmaker"
    AUTHORITY = "authority"
    ORGANISATION = "organisation"
    PARTY = "party"
    JOURNALIST = "journalist"
    COMMENTATOR = "commentator"
    INQUIRY = "inquiry"
    EDITORS = "editors"


class Reach(StrEnum):
    """Where a limit must be said: ``within`` of a limit."""

    PASSAGE = "passage"
    SECTION = "section"
    PAGE = "page"


class Titled(StrEnum):
    """Why a source's title is a description in square brackets: ``custom.titled``."""

    NOT_SEEN = "not-seen"
    NONE = "none"


class Undated(StrEnum):
    """Why a source has no date: ``custom.undated``."""

    NOT_SHOWN = "not-shown"
    NOT_SEEN = "not-seen"
    KEPT_CURRENT = "kept-current"


class NoOriginal(StrEnum):
    """Why the address is that of a copy: ``custom.no-original``."""

    NOT_FOUND = "not-found"
    NOT_OPEN = "not-open"
    NEVER_PUBLISHED = "never-published"


class Frequency(StrEnum):
    """How often an indicator is measured: ``frequency`` in ``data/indicators.yml``."""

    PREFERABLY_NEVER = "preferably-never"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    TWICE_A_YEAR = "twice-a-year"
    YEARLY = "yearly"
    EVERY_OTHER_YEAR = "every-other-year"


class CalloutKind(StrEnum):
    """Kinds of box: ``!!! note "Title"``."""

    NOTE = "note"
    TIP = "tip"
    EXAMPLE = "example"
    QUESTION = "question"
    WARNING = "warning"


class Directive(StrEnum):
    """Lists that the guide writes into a page: ``<!-- guide:cases -->``."""

    GLOSSARY = "glossary"
    SOURCES = "sources"
    CASES = "cases"
    ADDRESSES = "addresses"
    EMBEDS = "embeds"
    DOWNLOADS = "downloads"
    QUESTIONS = "questions"
    QUESTIONS_BY_ROLE = "questions-by-role"
    ANSWERS = "answers"
    INDICATORS = "indicators"
    INDICATORS_TABLE = "indicators-table"
    EVIDENCE = "evidence"
    CHANGES = "changes"
    PUBLISHER = "publisher"
    FIGURE = "figure"
    ASSESSMENT = "assessment"
    GROUP_PICTURE = "group-picture"
    SHEET = "sheet"
    SHEET_EXAMPLE = "sheet-example"
    DISCUSSION = "discussion"
    ACTION_PLAN = "action-plan"
    INDICATOR_PICKER = "indicator-picker"


class ChangeKind(StrEnum):
    """What an editor has done to pages."""

    NEW = "new"
    REWORKED = "reworked"
    CORRECTED = "corrected"


SECTIONS: dict[str, tuple[str, ...]] = {
    PageType.BENEFIT: ("what-changes", "why-it-works", "how-you-notice", "what-holds-back", "what-is-known"),
    PageType.STEP: (
        *("start-now", "what-to-do", "who-does-what", "first-90-days"),
        *("checklist", "signs", "common-mistakes", "why"),
    ),
    PageType.PITFALL: ("how-it-looks", "what-to-do", "why-it-happens", "discuss"),
    PageType.CASE: (
        *("context", "what-was-done", "what-is-claimed"),
        *("what-is-confirmed", "what-is-not-confirmed", "what-to-learn"),
    ),
    PageType.ROLE: ("first-steps", "hard-situations", "phrases", "legal-duties", "what-it-asks"),
    PageType.PATH: ("aim", "time-and-preparation", "steps", "discuss", "bring", "for-the-facilitator"),
    PageType.WORKSHOP: ("purpose", "preparation", "how-to", "material", "after"),
}
"""Ids of the headings that a page of the type must have, in this order."""


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


# CSL 1.0.2, https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
CSL_TYPES = _words(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset",
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation",
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical",
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis",
    "treaty webpage",
)
"""Types of source."""
CSL_TEXTS = _words(
    "abstract annote archive archive_collection archive_location archive-place authority call-number citation-key",
    "citation-label collection-title container-title container-title-short dimensions division DOI event event-title",
    "event-place genre ISBN ISSN jurisdiction keyword language license medium note original-publisher",
    "original-publisher-place original-title part-title PMCID PMID publisher publisher-place references",
    "reviewed-genre reviewed-title scale source status title-short URL volume-title year-suffix",
)
"""What is known of a source as text."""
CSL_NUMBERS = _words(
    "chapter-number collection-number edition issue number number-of-pages number-of-volumes page page-first",
    "part-number printing-number section supplement-number version volume",
)
"""What is known of a source as a number or text."""
CSL_NAMES = _words(
    "author chair collection-editor compiler composer container-author contributor curator director editor",
    "editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author",
    "performer producer recipient reviewed-author script-writer series-creator translator",
)
"""Who has made it."""
CSL_DATES = _words("accessed available-date event-date issued original-date submitted")
"""When."""
