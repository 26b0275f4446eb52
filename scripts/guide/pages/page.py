"""The Markdown of a whole page as it is built: the writer's, with what the guide puts in.

What lives here: which instruction (``<!-- guide:… -->``) stands for which list, the order
of a page's parts, and which of them need a script. What does not: the parts (the other modules
of this wing), when they are called (``builder/hook.py``), and how a page becomes HTML (Python-Markdown).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guide.addresses.redirects import lists_answers
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.vocabularies import Directive
from guide.pages import filters as filtering
from guide.pages import handouts
from guide.pages.action_plan import action_plan
from guide.pages.address_table import table as address_table
from guide.pages.assessment import assessment
from guide.pages.cases import cases, facts
from guide.pages.changes import changes, publisher
from guide.pages.discussion import discussion
from guide.pages.downloads import part_with_files, place_for_all
from guide.pages.easy import line_by_line
from guide.pages.embed_table import table as embed_table
from guide.pages.evidence import evidence, overview
from guide.pages.figures import figure
from guide.pages.glossary import glossary
from guide.pages.group_picture import group_picture
from guide.pages.indicator_picker import indicator_picker
from guide.pages.notes import notes, with_labels
from guide.pages.questions import questions_by_role, questions_by_theme, with_answers
from guide.pages.quizzes import quiz_part
from guide.pages.sheets import sheet, sheet_example
from guide.pages.sources import entries, sources
from guide.reading.expanding import expand

# The whole page -------------------------------------------------------------

LISTS: Mapping[str, Callable[[Guide, Page], str]] = {
    Directive.GLOSSARY: glossary,
    Directive.SOURCES: sources,
    Directive.EVIDENCE: overview,
    Directive.CASES: cases,
    Directive.ADDRESSES: address_table,
    Directive.EMBEDS: embed_table,
    Directive.QUESTIONS: questions_by_theme,
    Directive.QUESTIONS_BY_ROLE: questions_by_role,
    Directive.DOWNLOADS: place_for_all,
    Directive.CHANGES: changes,
    Directive.PUBLISHER: publisher,
    Directive.ASSESSMENT: assessment,
    Directive.GROUP_PICTURE: group_picture,
    Directive.DISCUSSION: discussion,
    Directive.ACTION_PLAN: action_plan,
    Directive.INDICATOR_PICKER: indicator_picker,
}
"""What an instruction puts on the page: ``<!-- guide:glossary -->``. Indicators are put in by ``reading``, and answers
before anything else, as they are text of other pages."""
NAMED: Mapping[str, Callable[[Guide, Page, str], str]] = {
    Directive.FIGURE: figure,
    Directive.SHEET: sheet,
    Directive.SHEET_EXAMPLE: sheet_example,
}
"""The same for an instruction that says which one: ``<!-- guide:figure NAME -->``."""
_SCRIPT_OF = {Directive.GROUP_PICTURE: "group"}
"""What the script of a tool is called, where that is not its instruction's name."""
_FILTERABLE = frozenset({Directive.CASES, Directive.ADDRESSES, Directive.EMBEDS})


def page_markdown(markdown: str, page: Page, guide: Guide) -> str:
    """Give the Markdown that is built: the writer's, with evidence, lists and notes put in.

    The editors' comments (``also``, ``roles``, ``allow``) are dropped: they are
    read from the model, and no reader needs to download them. So is an instruction that
    nobody knows, which is a finding (``directive-unknown``).
    """
    if Directive.ANSWERS in page.expands:
        markdown, page = with_answers(markdown, page, guide)
    lines: list[str] = []
    if page.is_easy:
        markdown = "\n".join(line_by_line(markdown.splitlines()))
    for line in expand(markdown.splitlines(), page.file, page.language, guide.indicators).lines:
        directive = _directive(line)
        if directive is None:
            lines.append(with_labels(line))
        elif directive.startswith(f"guide:{filtering.DIRECTIVE} "):
            columns = directive.removeprefix(f"guide:{filtering.DIRECTIVE} ")
            lines += ["", filtering.marker(columns, page.type, page.language), ""]
        elif directive.startswith(f"guide:{handouts.DIRECTIVE} "):
            lines += ["", handouts.place_for(directive, guide, page), ""]
        elif directive.startswith("guide:"):
            name, _, choice = directive.removeprefix("guide:").strip().partition(" ")
            if name == Directive.SOURCES and choice:
                lines += ["", entries(guide, page, choice), ""]
            elif name in NAMED:
                lines += ["", NAMED[name](guide, page, choice.strip()), ""]
            elif name in LISTS and not choice:
                lines += ["", LISTS[name](guide, page), ""]
    # Below the lead: the reader learns what the page says before what it is about and how well it is known.
    boxes = [box for box in (facts(page), evidence(page, guide)) if box]
    first = next((number for number, line in enumerate(lines) if line.startswith("## ")), len(lines))
    lines[first:first] = [line for box in boxes for line in ("", box, "")]
    parts = (part_with_files(page, guide), quiz_part(page, guide), notes(page, guide))
    return "\n".join([*lines, *(line for part in parts for line in ("", part))]).rstrip() + "\n"


def features_put_into(page: Page, guide: Guide) -> frozenset[str]:
    """Give what ``page_markdown`` puts in that needs a script: "quiz", "filter", "questions" or a tool's name."""
    found = {
        "quiz": bool(quiz_part(page, guide)),
        "filter": bool(page.expands & _FILTERABLE),
        "questions": lists_answers(page, guide),
    }
    tools = {_SCRIPT_OF.get(tool, str(tool)) for tool in guide.tools_on(page)}
    return frozenset(name for name, is_there in found.items() if is_there) | tools


def _directive(line: str) -> str | None:
    """Give what an HTML comment that fills its line says, or None for any other line."""
    text = line.strip()
    if text.startswith("<!--") and text.endswith("-->"):
        return text.removeprefix("<!--").removesuffix("-->").strip()
    return None
