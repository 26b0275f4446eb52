"""What the guide writes into its own pages: references, notes, evidence, lists; and its Markdown extension."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest

from guide.model.data import Source
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.place import Position
from guide.pages.cases import cases
from guide.pages.glossary import glossary
from guide.pages.notes import notes
from guide.pages.page import page_markdown
from guide.pages.questions import questions_by_role, questions_by_theme
from guide.pages.references import authors, reference, relative_link, sort_key
from guide.pages.sources import sources
from guides import read
from question_guides import SPLIT, with_edits


def source(**entry: object) -> Source:
    whole = {"id": "key", "type": "report", "title": "Titel", "URL": "https://example.org/", "language": "sv", **entry}
    title, url, language = (str(whole[name]) for name in ("title", "URL", "language"))
    return Source("key", "report", title, url, language, whole, Position("b.json"))


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return read(tmp_path)


def page_of(guide: Guide, path: str, language: str = "sv") -> Page:
    return guide.page_by_key[(language, path)]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([{"literal": "Statskontoret"}], "Statskontoret"),
        ([{"family": "Dirks", "given": "Kurt"}, {"family": "Ferrin"}], "Dirks, Kurt och Ferrin"),
        ([{"family": name} for name in "ABC"], "A, B, C"),
        ([{"family": name} for name in "ABCD"], "A m.fl."),
        ([], "Utgivaren"),
    ],
)
def test_authors_are_named_as_readers_expect(given: list[dict[str, str]], said: str) -> None:
    assert authors(source(author=given, publisher="Utgivaren"), "sv") == said


def test_a_reference_links_its_title_and_marks_its_language() -> None:
    text = reference(
        source(
            title="Trust [in] leadership & more",
            language="en",
            author=[{"family": "Dirks"}],
            issued={"date-parts": [[2002, 8]]},
            volume="87",
            issue="4",
            page="611–628",
            publisher="APA",
            DOI="10.1/x",
            **{"container-title": "Journal"},
        ),
        "sv",
    )
    assert text == (
        'Dirks (2002). <cite lang="en">[Trust \\[in\\] leadership &amp; more](https://example.org/)</cite>. '
        "Journal, 87(4), 611–628. APA. doi:10.1/x."
    )


def test_a_reference_without_a_year_says_so_and_names_a_publisher_once() -> None:
    text = reference(source(author=[{"literal": "SKR"}], publisher="SKR", number="2018:12"), "sv")
    assert text == "SKR (u.å.). <cite>[Titel](https://example.org/)</cite>. 2018:12."
    assert "(n.d.)" in reference(source(author=[{"literal": "SKR"}]), "en")


def test_notes_stand_in_the_order_of_first_citation_each_once(guide: Guide) -> None:
    page = page_of(guide, "steps/culture.md")
    text = notes(page, guide)
    cited = list(dict.fromkeys(citation.key for citation in page.citations))
    assert [line.split("]")[0].removeprefix("[^") for line in text.splitlines() if line.startswith("[^")] == cited
    assert text.startswith("## Noter {#notes}")
    assert f"../about/sources.md#source-{cited[0]}" in text


def test_a_page_without_citations_has_no_notes(guide: Guide) -> None:
    assert notes(page_of(guide, "steps/index.md"), guide) == ""


def test_the_verdict_stands_below_the_lead(guide: Guide) -> None:
    text = page_markdown("# Sundsvall\n\nLead.\n\n## A {#a}\n", page_of(guide, "cases/sundsvall.md", "en"), guide)
    assert text.index("Lead.") < text.index("guide-evidence") < text.index("## A")
    assert "evidence-grades.md#not-shown" in text
    assert "evidence-grades.md#unconfirmed" in text


def test_editors_comments_are_not_published(guide: Guide) -> None:
    text = page_markdown(
        "# FAQ\n\n<!-- also: x | y -->\n<!-- roles: hr -->\n\nText.\n", page_of(guide, "steps/index.md"), guide
    )
    assert "<!--" not in text
    assert "Text." in text


@pytest.mark.parametrize("instruction", ["guide:casez", "guide:", "guide:filter", "guide:cases glossary"])
def test_an_instruction_that_nobody_knows_is_left_out(guide: Guide, instruction: str) -> None:
    page = page_of(guide, "steps/index.md")
    assert page_markdown(f"# A\n\n<!-- {instruction} -->\n\nText.\n", page, guide) == "# A\n\n\nText.\n"


def test_glossary_has_an_anchor_for_each_term_in_the_order_of_the_alphabet(guide: Guide) -> None:
    html = glossary(guide, page_of(guide, "concepts/glossary.md"))
    for term in guide.terms:
        assert f'<dt id="{term.id}">' in html
    assert sort_key("ånger", "sv") > sort_key("zon", "sv")
    assert sort_key("ånger", "sv") < sort_key("ärende", "sv") < sort_key("öppenhet", "sv")


def test_sources_page_has_an_anchor_for_each_entry_and_says_where_it_is_used(guide: Guide) -> None:
    text = sources(guide, page_of(guide, "about/sources.md"))
    for entry in guide.sources:
        assert f'<li id="source-{entry.id}"' in text
    assert "(../steps/culture.md)" in text


def test_case_table_links_each_case_and_carries_what_a_filter_needs(guide: Guide) -> None:
    page = page_of(guide, "cases/sundsvall.md")
    html = cases(guide, page_of(guide, "index.md"))
    assert f'href="{page.address}"' in html
    assert 'data-known="not-shown" data-grade="unconfirmed"' in html
    assert f'data-sector="{page.front.values["case"]["sector"]}"' in html


def test_questions_are_listed_by_theme_and_folded_by_role(guide: Guide) -> None:
    page = page_of(guide, "faq.md")
    by_theme = questions_by_theme(guide, page)
    for question in page.questions:
        assert by_theme.count(f'<li><a href="#{question.id}">') == 1
    assert "**[Grunderna](#theme-basics)**" in by_theme
    by_role = questions_by_role(guide, page)
    assert by_role.count("<details>") == len({role for question in page.questions for role in question.roles})


def test_the_list_of_questions_has_their_ids_where_the_answers_stand_on_other_pages(tmp_path: Path) -> None:
    guide = read(tmp_path, SPLIT)
    page = page_of(guide, "faq.md")
    by_theme = questions_by_theme(guide, page)
    assert by_theme.startswith("### [Grunderna](faq/basics.md) {#theme-basics}\n")
    assert '<li id="what-is-trust"><a href="grund/#what-is-trust">Vad är tillit?</a></li>' in by_theme
    assert '<a href="grund/#how-to-begin">' in questions_by_role(guide, page)
    assert {"what-is-trust", "how-to-begin", "theme-basics"} <= page.anchors


def test_all_answers_stand_on_one_page_with_one_note_for_each_claim(tmp_path: Path) -> None:
    cite = "Börja smått.[^sou-2018-47] Mer.[^sou-2018-47]"
    guide = read(tmp_path, with_edits(basics_sv=("Börja smått.", cite)))
    page = page_of(guide, "faq/all.md")
    text = page_markdown("# Alla\n\nAlla.\n\n<!-- guide:answers -->\n", page, guide)
    assert "## Grunderna {#theme-basics}\n" in text and "### Hur börjar vi? {#how-to-begin}\n" in text
    assert "[Tillitskultur](../steps/culture.md)" in text
    assert text.count("[^sou-2018-47]:") == 1 and "<!--" not in text
    assert page.is_for_print and not page.questions


def test_links_between_pages_are_relative(guide: Guide) -> None:
    page = page_of(guide, "steps/culture.md")
    assert relative_link(page, "about/sources.md") == "../about/sources.md"
    assert relative_link(page_of(guide, "index.md"), "faq.md") == "faq.md"


def built(text: str, **options: str) -> str:
    extensions = ["tables", "footnotes", "toc", "attr_list", "guide.pages.markdown_extension"]
    return markdown.markdown(text, extensions=extensions, extension_configs={"guide.pages.markdown_extension": options})


def test_a_table_stands_in_a_box_named_by_the_heading_above_it() -> None:
    html = built("## Vem {#who}\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n")
    assert '<div aria-labelledby="who" class="table-box" role="group">' in html
    assert '<th scope="col">A</th>' in html


def test_a_note_reference_has_a_name_in_the_pages_language() -> None:
    text = "Ett påstående.[^a]\n\n[^a]: Källa.\n"
    assert 'aria-label="Not 1"' in built(text, note_label="Not")
    assert 'aria-label="Note 1"' in built(text, note_label="Note")


def test_a_card_stands_in_a_box_of_its_own() -> None:
    one, two = "### Ett {#card-one}\n\nText.\n\n1. Fråga\n\n", "### Två {#card-two}\n\nText.\n\n"
    html = built(f"## Kort {{#theme}}\n\nInled.\n\n{one}{two}## Sen {{#after}}\n")
    first, second = html.split('<div class="guide-card">')[1:]
    assert 'id="card-one"' in first and "<ol>" in first
    assert 'id="card-two"' in second
    assert second.index("</div>") < second.index('id="after"')
    assert "guide-card" not in built("### Ett {#one}\n\nText.\n")
