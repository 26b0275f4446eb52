"""Parts by themselves: a question, a term, a figure and a self-test, each taken out of its built page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import figure_guides
from guide.addresses.embeds import Kind, parts_of
from guide.checks.running import check_site
from guide.model.guide import Guide
from guide.pages.embed_table import frame
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.reading.site import read_site
from guides import FAQ_SV
from mkdocs_guides import served

QUIZ = """\
- page: steps/culture.md
  questions:
    - id: one
      sv: {question: "Vad?", options: ["Ja", "Nej", "Kanske"], explanation: "Därför."}
      correct: 1
      see: start-now
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("embeds")
    served(
        made,
        {
            figure_guides.FILE: figure_guides.GRID,
            figure_guides.SV: ("Stegen bygger", f"{figure_guides.DIRECTIVE}\n\nStegen bygger"),
            figure_guides.EN: ("The steps build", f"{figure_guides.DIRECTIVE}\n\nThe steps build"),
            "docs/sv/faq.md": FAQ_SV.replace("mer än en känsla.", "mer än en känsla.[^sou-2018-47]").replace(
                "Välj ett område.", "Välj ett område.[^sou-2018-47]"
            ),
            "docs/en/index.md": ("This is where", f"{figure_guides.DIRECTIVE}\n\nThis is where"),
            "data/quizzes.yml": QUIZ,
        },
    )
    return made


@pytest.fixture(scope="module")
def small(folder: Path) -> Guide:
    return read_guide(load_settings(folder / "guide/mkdocs.yml"))


def part(folder: Path, name: str) -> Any:
    return html.document_fromstring((folder / f"site/b/{name}/index.html").read_bytes())


def test_each_language_has_its_parts(small: Guide) -> None:
    found = {code: {each.id for each in parts_of(small, code)} for code in ("sv", "en")}
    assert {"faq-what-is-trust", "faq-how-to-begin", "figure-fields"} <= found["sv"] & found["en"]
    assert found["sv"] - found["en"] == {"quiz-steps-culture"}, "a self-test that is in one language only"
    assert {f"term-{term.id}" for term in small.terms} <= found["sv"]


def test_a_question_stands_with_its_answer_alone(folder: Path, small: Guide) -> None:
    page = part(folder, "sv/faq-what-is-trust")
    (heading,) = page.xpath("//h1")
    faq = small.page_by_key["sv", "faq.md"]
    assert heading.text_content() == faq.questions[0].text
    text = page.find(".//main").text_content()
    assert faq.questions[0].short_answer[:40] in text
    assert faq.questions[1].text not in text
    assert not page.xpath("//header | //nav | //*[contains(@class, 'md-header')]")
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://guide.example/vanliga-fragor/"]
    assert page.xpath("//*[@class='guide-part__from']/a/@href")[0] == "../../../vanliga-fragor/#what-is-trust"


def test_notes_come_along_with_the_numbers_of_their_page(folder: Path) -> None:
    page = part(folder, "sv/faq-what-is-trust")
    marks = page.xpath("//a[@class='footnote-ref']")
    assert marks, "the question of the tests cites a source"
    for mark in marks:
        (note,) = page.xpath("//li[@id=$id]", id=mark.get("href").removeprefix("#"))
        assert note.get("value") == mark.text
    backs = page.xpath("//a[@class='footnote-backref']/@href")
    assert backs and all(page.xpath("//*[@id=$id]", id=back.removeprefix("#")) for back in backs)


def test_a_term_says_what_it_means(folder: Path, small: Guide) -> None:
    term = small.terms[0]
    page = part(folder, f"en/term-{term.id}")
    assert page.findtext(".//h1").strip() == term.texts["en"].term
    assert page.xpath("//meta[@name='description']/@content")[0] in page.find(".//main/p").text_content()


def test_a_figure_is_named_by_its_caption(folder: Path) -> None:
    page = part(folder, "en/figure-fields")
    (title,) = page.xpath("//figure//*[@role='heading'][@aria-level='1']")
    assert title.text_content() == "Four positions."
    assert "Blind trust" in page.find(".//main").text_content()
    assert page.xpath("//*[@class='guide-part__from']/a/@href")[0] == "../../../en/steps/#order"


def test_a_self_test_has_its_script_and_works_without(folder: Path) -> None:
    page = part(folder, "sv/quiz-steps-culture")
    assert [re.sub(r".*/|\..*", "", src) for src in page.xpath("//script/@src")] == ["part", "quiz"]
    assert "Därför." in page.find(".//details").text_content()
    assert page.xpath("//details//a/@href") == ["../../../steg/tillitskultur/#start-now"]


def test_every_link_opens_apart_and_leads_to_a_place(folder: Path, small: Guide) -> None:
    files = list((folder / "site/b").rglob("*.html"))
    assert len(files) == sum(len(list(parts_of(small, code))) for code in ("sv", "en"))
    for file in files:
        for link in html.document_fromstring(file.read_bytes()).xpath("//a[not(starts-with(@href, '#'))]"):
            assert (link.get("target"), link.get("rel")) == ("_blank", "noopener"), file
    only = [
        "built-link-missing",
        "built-anchor-missing",
        "built-asset-missing",
        "built-id-reference",
        "built-canonical",
    ]
    found = check_site(small, read_site(folder / "site", "site"), only)
    assert [each for each in found if "/b/" in each.position.path] == []


def test_no_explanation_is_left_without_its_script(folder: Path) -> None:
    for file in (folder / "site/b").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert "guide-definition" not in text and "guide-term" not in text, file


def test_the_code_names_the_frame(small: Guide) -> None:
    found = next(each for each in parts_of(small, "en") if each.kind is Kind.TERM)
    element = html.fragment_fromstring(frame(found, small))
    assert element.get("src") == f"https://guide.example/b/en/{found.id}/"
    assert element.get("title") == f"{found.title}, from Provguiden"


def test_the_code_for_parts_is_listed(tmp_path: Path) -> None:
    site = served(tmp_path, {"docs/en/steps/index.md": ("The steps build", "<!-- guide:embeds -->\n\nThe steps build")})
    page = html.document_fromstring((site / "en/steps/index.html").read_bytes())
    codes = [code.text_content() for code in page.xpath("//table[contains(@class, 'guide-addresses')]//code")]
    assert any('src="https://guide.example/b/en/faq-what-is-trust/"' in code for code in codes)
    assert len(codes) == len(page.xpath("//table[contains(@class, 'guide-addresses')]//tbody/tr"))
