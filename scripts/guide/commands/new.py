"""The command ``new``: something new in every language, with a list of what is left to write.

What lives here: its options, and what it prints. What does not: the texts (``editing/skeletons.py``).
"""

from __future__ import annotations

from pathlib import Path

import click

from guide.checks.findings import Finding
from guide.checks.running import check_sources
from guide.commands.command import CLEAN, command, read_guide_of
from guide.editing.skeletons import Made, new_figure, new_page, new_question, new_source, new_term
from guide.editing.sources import Sources
from guide.model.guide import Guide
from guide.model.vocabularies import PageType
from guide.tools.errors import CannotRunError

_KINDS = ("page", "case", "question", "source", "term", "figure")


@command("new")
@click.argument("kind", type=click.Choice(_KINDS), metavar="|".join(_KINDS))
@click.argument("name")
@click.option(
    "--title", "titled", multiple=True, metavar="CODE=TEXT", help="Title in a language, as --title sv=Mandal."
)
@click.option(
    "--type", "page_type", default="", metavar="TYPE", help="Type of a page; default: that of those beside it."
)
@click.option("--like", default="", metavar="FIGURE", help="The figure whose form a new one has.")
def new(config: Path, kind: str, name: str, titled: tuple[str, ...], page_type: str, like: str) -> int:
    """Begin a page, case, question, source, term or figure.

    NAME is a page's path (steps/new-step.md), a case's name, page#id of a question, key#claim of a source, the id of a
    term, or the name of a figure. Files, ids and nav are made in every language, and what is left to write is listed.
    """
    guide = read_guide_of(config)
    sources = Sources(guide.settings.root)
    titles = _titles(guide, titled)
    made = _made(guide, sources, kind, name, titles, page_type, like)
    new_files = [path for path in made.files if not (guide.settings.root / path).exists()]
    sources.write(made.files)
    for path in made.files:
        print(f"{'wrote' if path in new_files else 'added to'} {path}")
    left = left_to_do(config, made)
    print(f"\nLeft to do ({len(left)}; guide check names the same until it is done):")
    for finding in left:
        print(f"  {finding.position.path}:{finding.position.line}  {_told(finding)}")
    print("\n" + "\n".join(_then(kind, name, made)))
    return CLEAN


def _titles(guide: Guide, titled: tuple[str, ...]) -> dict[str, str]:
    codes = [language.code for language in guide.settings.languages]
    found = {}
    for each in titled:
        code, _, text = each.partition("=")
        if code not in codes or not text.strip():
            raise CannotRunError(f'"{each}" is no title in a language — write --title {codes[0]}="The title"')
        found[code] = " ".join(text.split())
    return found


def _made(
    guide: Guide, sources: Sources, kind: str, name: str, titles: dict[str, str], page_type: str, like: str
) -> Made:
    if kind == "case":
        cases = next((page.path for page in guide.pages if page.type == PageType.CASE), "cases/")
        name = name if "/" in name else f"{cases.rpartition('/')[0]}/{name}"
        page_type = str(PageType.CASE)
    if kind in ("page", "case"):
        return new_page(guide, sources, name, page_type, titles)
    if kind == "question":
        return new_question(guide, sources, name, titles)
    if kind == "source":
        return new_source(guide, sources, name)
    if kind == "term":
        return new_term(guide, sources, name, titles)
    return new_figure(guide, sources, name, like)


def left_to_do(config: Path, made: Made) -> list[Finding]:
    """Give what the checks find in what was made."""
    return [finding for finding in check_sources(read_guide_of(config)) if _is_of(finding, made)]


def _is_of(finding: Finding, made: Made) -> bool:
    path, line = finding.position.path, finding.position.line
    return path in made.files and (path not in made.lines or line in made.lines[path])


def _told(finding: Finding) -> str:
    opening = "still to be written: "
    if finding.message.startswith(opening):
        return finding.message.removeprefix(opening)
    return f"{finding.message} — {finding.hint}"


def _then(kind: str, name: str, made: Made) -> list[str]:
    steps = {
        "source": [f"Then cite it as [^{name}] where the guide leans on it, and run: guide mark-read {name}"],
        "figure": [
            f"Then show it: <!-- guide:figure {name} --> alone on a line, on the page in each language. to: names the "
            "pages that its boxes lead to, if they do."
        ],
        "term": [f"Then link to it where it helps: concepts/glossary.md#{name}"],
    }.get(kind, [])
    if made.page:
        steps.append(f"When the languages say the same: guide same {made.page}")
    return steps
