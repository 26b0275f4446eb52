"""The Markdown twins of pages: what the marks become, and that nothing of a page is lost."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from guide.addresses.published import file_of
from guide.export.twins.twin import twin, twin_file
from guide.export.twins.writing import Resolving, written
from guide.model.guide import Guide
from guide.reading.markdown import parser, plain_text
from guides import SHEETS_EDITS, read
from question_guides import SPLIT

_NONE = Resolving(lambda href: f"https://guide.example/{href}", lambda key: key, lambda comment: "")
_COMMON = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## Why {#why}\n\nText.", "## Why\n\nText."),
        ("One\ntwo **three** *fyra*{lang=sv} `five`.", "One\ntwo **three** *fyra* `five`."),
        ("See [this](a.md#b){.button}.", "See [this](https://guide.example/a.md#b)."),
        ("So.[^key#claim]", "So.[^key#claim]"),
        ('!!! note "Mind"\n    One.\n\n    - two', "> **Mind**\n>\n> One.\n>\n> - two"),
        ("1. one\n2. two\n\n    more\n3. three", "1. one\n\n2. two\n\n   more\n\n3. three"),
        ("- a\n    - b\n- c", "- a\n\n  - b\n\n- c"),
        ("Term\n:   What it is.", "**Term**\n\nWhat it is."),
        ("| A | B |\n|---|---|\n| x | y\\|z<br>w |", "| A | B |\n| --- | --- |\n| x | y\\|z w |"),
        ("> said", "> said"),
        ("4 \\* 5 and a\\_b \\[x\\] \\<y", "4 \\* 5 and a\\_b \\[x\\] \\<y"),
        ("Text <br> and <b>more</b> <!-- also: x -->.", "Text   and more ."),
        ("```text\nas *it* is\n```", "```text\nas *it* is\n```"),
    ],
)
def test_the_guides_markdown_becomes_markdown_for_all(source: str, expected: str) -> None:
    assert written(source, _NONE) == expected


def test_the_head_says_what_it_is_and_where_from(tmp_path: Path) -> None:
    guide = read(tmp_path)
    page = guide.page_by_key["en", "steps/culture.md"]
    head = yaml.safe_load(twin(page, guide, date(2026, 3, 4)).split("---\n")[1])
    assert head["url"] == f"https://guide.example/{page.address}"
    assert (head["title"], head["language"], head["changed"]) == (page.title, "en", "2026-03-04")


def test_a_twin_stands_beside_its_page(guide: Guide) -> None:
    for page in guide.pages:
        assert Path(twin_file(page)).with_suffix(".html") == Path(file_of(page))


def test_a_sheet_to_fill_in_says_what_its_boxes_ask_for(tmp_path: Path) -> None:
    guide = read(
        tmp_path,
        {**SHEETS_EDITS, "docs/en/steps/index.md": ("Begin with", "<!-- guide:sheet map -->\n\nBegin with")},
    )
    text = twin(guide.page_by_key["en", "steps/index.md"], guide, None)
    assert "Draw it.\n\n- **Team:** Who.\n- **What:** Short.\n- **Who:** Choose." in text


def test_all_answers_on_one_page_are_there_with_their_sources(tmp_path: Path) -> None:
    guide = read(tmp_path, SPLIT)
    text = twin(guide.page_by_key["en", "faq/all.md"], guide, None)
    for question in guide.themes["en"][0].questions:
        assert f"### {question.text}" in text and question.short_answer.split(".")[0] in text
    assert set(re.findall(r"\[\^([^\]]+)\](?!:)", text)) == set(re.findall(r"^\[\^([^\]]+)\]:", text, re.MULTILINE))


def test_nothing_of_the_real_guide_is_lost(guide: Guide) -> None:
    """Each heading, each paragraph and each source of each page stands in its twin, and no mark of the guide's own."""
    lost: list[tuple[str, str]] = []
    for page in guide.pages:
        text = twin(page, guide, None)
        tokens = _COMMON.parse(text.partition("---\n\n")[2])
        shown = " ".join(_plain(token) for token in tokens if token.type == "inline")
        body = page.headings[0].position.line
        kinds = ("paragraph", "heading", "cell", "term", "title")
        told = [each.text for each in page.passages if each.kind in kinds and each.position.line >= body]
        lost += [(page.file, each) for each in told if each not in shown]
        assert not re.search(r"\{#|\{lang=|<!--|^!!!|<(div|span|ul|cite)\b", text, re.MULTILINE), page.file
        cited = set(re.findall(r"\[\^([^\]]+)\](?!:)", text))
        assert cited == set(re.findall(r"^\[\^([^\]]+)\]: .*", text, re.MULTILINE)), page.file
        links = [token.attrGet("href") for each in tokens for token in each.children or () if token.type == "link_open"]
        assert all(str(link).startswith(("https://", "http://", "mailto:")) for link in links), page.file
    assert lost == []


def _plain(token: object) -> str:
    # As the guide's own reader shows it, without references to notes.
    return plain_text(parser().parseInline(token.content)[0])  # type: ignore[attr-defined]
