"""The whole guide of the tests with its questions on pages of their own, one a theme, as edits of it."""

from __future__ import annotations

from guides import FAQ_EN, FAQ_SV, MKDOCS, Edits

_ALL = {
    "sv": ("Alla svar på en sida", "Alla frågor och svar på en enda sida, för den som vill skriva ut dem.", "alla"),
    "en": ("All answers on one page", "All questions and answers on one single page, for those who print them.", "all"),
}


def _front_page(text: str, link: str) -> str:
    """Give the page that lists the questions: the front page without its answers."""
    head, _, _ = text.partition("\n## ")
    return f"{head}\n[{link}](faq/all.md).\n\n## Teman {{#by-theme}}\n\n<!-- guide:questions -->\n"


def _theme_page(text: str, title: str, description: str, slug: str) -> str:
    """Give the page of the one theme, with its questions one level up."""
    _, _, answers = text.partition(" {#theme-basics}\n\n")
    front = f"---\ntitle: {title}\ndescription: {description}\nslug: {slug}\ntype: faq\n---\n\n# {title}\n\n"
    return front + answers.replace("### ", "## ").replace("](", "](../")


def _page_for_print(language: str) -> str:
    title, description, slug = _ALL[language]
    folder = {"sv": "vanliga-fragor", "en": "faq"}[language]
    return (
        f"---\ntitle: {title}\ndescription: {description}\nslug: {folder}/{slug}\ntype: print\n---\n\n"
        f"# {title}\n\n{title}.\n\n<!-- guide:answers -->\n"
    )


SPLIT: Edits = {
    "mkdocs.yml": MKDOCS.replace("- faq.md\n", "- faq.md\n            - faq/basics.md\n").replace(
        "data: data", "data: data\n    not_in_nav: [faq/all.md]"
    ),
    "docs/sv/faq.md": _front_page(FAQ_SV, "Alla svar"),
    "docs/en/faq.md": _front_page(FAQ_EN, "All answers"),
    "docs/sv/faq/basics.md": _theme_page(
        FAQ_SV, "Grunderna", "Svar på vad tillit är för något och hur ni börjar arbeta med den.", "vanliga-fragor/grund"
    ),
    "docs/en/faq/basics.md": _theme_page(
        FAQ_EN, "The basics", "Answers on what trust is and how you may begin to work with it.", "faq/the-basics"
    ),
    "docs/sv/faq/all.md": _page_for_print("sv"),
    "docs/en/faq/all.md": _page_for_print("en"),
}
"""What to change: the front page lists the questions, ``faq/basics.md`` answers them, ``faq/all.md`` is for print."""


def with_edits(**edits: tuple[str, str] | str) -> Edits:
    """Give ``SPLIT`` with more edits of its files, named by their last part: ``basics_sv=(old, new)``."""
    made = dict(SPLIT)
    for name, edit in edits.items():
        page, _, language = name.rpartition("_")
        path = f"docs/{language}/{'faq' if page == 'front' else f'faq/{page}'}.md"
        former = made[path]
        assert isinstance(former, str)
        made[path] = edit if isinstance(edit, str) else former.replace(*edit, 1)
        assert made[path] != former, f"{path} does not hold {edit[0]!r}"
    return made
