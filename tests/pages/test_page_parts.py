"""A page in named parts, as its template asks for it: split where its own headings stand, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from guide.pages.markdown_extension import PageParts
from guide.pages.page import features_put_into
from guide.pages.terms import Explained, TermFinder
from guides import read

EXTENSIONS = [
    *("tables", "attr_list", "md_in_html", "admonition", "footnotes", "toc"),
    *("pymdownx.details", "pymdownx.superfences", "guide.pages.markdown_extension"),
]


def converted(text: str, **options: object) -> tuple[PageParts, str]:
    parts = PageParts()
    given = {"guide.pages.markdown_extension": {"parts": parts, **options}}
    return parts, Markdown(extensions=EXTENSIONS, extension_configs=given).convert(text)


def test_the_parts_of_a_page() -> None:
    parts, _ = converted("# Title\n\nFirst.\n\nSecond.\n\n## A {#a}\n\nText.\n\n## B {#b}\n\nText.\n")
    assert parts.heading == '<h1 id="title">Title</h1>'
    assert parts.lead == "\n<p>First.</p>\n<p>Second.</p>\n"
    assert parts.body.startswith('<h2 id="a">A</h2>') and 'id="b"' in parts.body


BOX = '!!! note "Box"\n\n    ## Inside {#inside}\n\n    In the box.\n\n'


@pytest.mark.parametrize(
    "before",
    [
        BOX,
        '??? note "Folded"\n\n    ## Inside {#inside}\n\n    Text.\n\n',
        "- Item\n\n    ## Inside {#inside}\n\n- Item\n\n",
        '<div markdown="1">\n\n## Inside {#inside}\n\n</div>\n\n',
        "<div><h2>Inside</h2></div>\n\n",
        "```html\n<h2>Inside</h2>\n```\n\n",
        "The sign `<h2` begins a heading.\n\n",
    ],
    ids=["admonition", "details", "list", "markdown in HTML", "raw HTML", "fenced code", "code"],
)
def test_only_a_heading_of_the_page_itself_ends_the_lead(before: str) -> None:
    parts, html = converted(f"# Title\n\n{before}Last of the lead.\n\n## Own {{#own}}\n\nText.\n")
    assert parts.lead.rstrip().endswith("<p>Last of the lead.</p>")
    assert parts.body.startswith('<h2 id="own">Own</h2>')
    assert parts.heading + parts.lead + parts.body == html


@pytest.mark.parametrize(
    ("heading", "second"),
    [
        ("# Title {#t .wide data-x='</h1>'}", "## Part {#p .wide}"),
        ("# The sign `</h1>` *here* {#t}", "## The sign `<h2` {#p}"),
        ("Title\n=====", "Part\n----"),
    ],
    ids=["attributes", "signs in code", "underlined"],
)
def test_a_heading_may_look_as_it_likes(heading: str, second: str) -> None:
    parts, html = converted(f"{heading}\n\nLead.\n\n{second}\n\nText.\n")
    assert parts.heading.startswith("<h1") and parts.heading.endswith("</h1>")
    assert parts.lead == "\n<p>Lead.</p>\n"
    assert parts.body.startswith("<h2")
    assert parts.heading + parts.lead + parts.body == html


def test_a_page_without_an_h2_has_no_body_and_one_without_an_h1_no_heading() -> None:
    parts, html = converted("# Title\n\nLead.\n\n### Small {#small}\n\nText.\n")
    assert parts.body == "" and (parts.heading + parts.lead).strip() == html
    parts, html = converted("Lead.\n\n## Part {#part}\n\n# Late {#late}\n")
    assert parts.heading == "" and parts.lead.strip() == "<p>Lead.</p>" and parts.lead + parts.body == html
    parts, _ = converted("")
    assert (parts.heading, parts.lead, parts.body) == ("", "", "")


def test_raw_html_notes_and_signs_are_as_on_the_whole_page() -> None:
    box = '<div class="guide-evidence"><p>Strong &amp; clear</p></div>'
    text = f"# Title[^a]\n\n{box}\n\nA < B, [mail](mailto:a@b.se).[^a]\n\n## Part {{#part}}\n\n{box}\n\n[^a]: Note.\n"
    parts, html = converted(text)
    assert parts.heading + parts.lead + parts.body == html
    assert box in parts.lead and box in parts.body and 'class="footnote"' in parts.body


def test_the_features_are_those_that_the_page_has_got() -> None:
    table = "| A | B |\n| --- | --- |\n| x | y |\n"
    marker = '<div data-guide-filter=\'["A", "topic", "sv"]\' markdown="1"></div>\n\n'
    assert converted(marker + table)[0].features == {"filter"}
    assert converted(f"{marker}No table.\n")[0].features == set()
    assert converted(f"The words `data-guide-filter=`.\n\n{table}")[0].features == set()
    terms = Explained(TermFinder({"trust": "trust"}), {"trust": "To rely."}, {}, "g.md", "More", "explanation")
    assert converted("On trust.\n", terms=terms)[0].features == {"terms"}
    assert converted("On `trust`.\n", terms=terms)[0].features == set()
    nothing = Explained(TermFinder({"trust": "trust"}), {}, {}, "g.md", "More", "explanation")
    assert converted("On trust.\n", terms=nothing)[0].features == set()


QUIZ = """\
- page: steps/culture.md
  questions:
    - id: one
      sv: {question: "Vad?", options: ["Ja", "Nej", "Kanske"], explanation: "Därför."}
      correct: 1
      see: why
"""


def test_a_quiz_and_the_tables_that_the_guide_makes_are_features_of_their_pages(tmp_path: Path) -> None:
    cases = ("på varandra.", "på varandra.\n\n<!-- guide:cases -->")
    guide = read(tmp_path, {"data/quizzes.yml": QUIZ, "docs/sv/steps/index.md": cases})
    found = {key: features_put_into(page, guide) for key, page in guide.page_by_key.items()}
    assert {key: set(features) for key, features in found.items() if features} == {
        ("sv", "steps/culture.md"): {"quiz"},
        ("sv", "steps/index.md"): {"filter"},
    }
