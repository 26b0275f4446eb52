"""A tiny guide built by MkDocs with the guide's hook and templates: named parts, moved anchors, writers' mistakes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from mkdocs_guides import served


def page_at(site: Path, address: str) -> Any:
    """Give a built page, parsed."""
    return html.document_fromstring((site / address / "index.html").read_bytes())


def heading_of(file: Path) -> str:
    return str(html.document_fromstring(file.read_bytes()).findtext(".//h1"))


def scripts(page: Any) -> set[str]:
    return {source.rpartition("/")[2].partition(".")[0] for source in page.xpath("//script/@src")}


BOX = '!!! note "Så är guiden ordnad"\n\n    ## I rutan {#in-the-box}\n\n    Text i rutan.\n\n'
QUIZ = """\
- page: steps/culture.md
  questions:
    - id: one
      sv: {question: "Vad?", options: ["Ja", "Nej", "Kanske"], explanation: "Därför."}
      correct: 1
      see: why
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide with a box in its opening, a heading with attributes, a quiz and moved anchors."""
    return served(
        tmp_path_factory.mktemp("small"),
        {
            "docs/sv/index.md": ("## Fyra vägar in", f"{BOX}## Fyra vägar in"),
            "docs/sv/faq.md": ("# Vanliga frågor\n", "# Vanliga frågor {#questions .wide}\n"),
            "docs/en/index.md": ("\n## ", "\n### "),
            "docs/sv/steps/index.md": ("på varandra.", "på varandra.\n\n<!-- guide:cases -->"),
            "data/quizzes.yml": QUIZ,
            "data/redirects.yml": (
                "- {from: '/steg/tillitskultur/#gammalt', to: '/steg/tillitskultur/#why'}\n"
                "- {from: '/steg/tillitskultur/#bort', to: '/#ways-in'}\n"
            ),
        },
    )


def test_the_opening_ends_at_the_first_h2_of_the_page_itself(site: Path) -> None:
    page = page_at(site, "")
    (opening,) = page.xpath("//*[@class='guide-hero']")
    assert opening.xpath(".//h1") and opening.xpath(".//*[@id='in-the-box']") and opening.xpath(".//form")
    (content,) = page.xpath("//*[contains(@class, 'guide-page--start')]")
    assert content[0].tag == "h2" and content[0].get("id") == "ways-in"
    assert len(page.xpath("//h1")) == 1 and len(page.xpath("//*[@id='in-the-box']")) == 1


def test_a_start_page_without_an_h2_is_all_opening(site: Path) -> None:
    page = page_at(site, "en")
    (opening,) = page.xpath("//*[@class='guide-hero']")
    (content,) = page.xpath("//*[contains(@class, 'guide-page--start')]")
    assert opening.xpath(".//h1 and .//h3") and not content.xpath(".//h1 | .//h2 | .//h3")


@pytest.mark.parametrize("address", ["vanliga-fragor", "en/faq"])
def test_the_search_field_of_the_faq_stands_between_heading_and_lead(site: Path, address: str) -> None:
    (content,) = page_at(site, address).xpath("//*[contains(@class, 'guide-page--faq')]")
    assert [child.tag for child in content][:4] == ["div", "h1", "form", "p"]
    assert content[2].get("class") == "guide-ask guide-js" and content.xpath("./h2[@id='theme-basics']")


def test_a_page_loads_the_scripts_that_it_has_something_for(site: Path) -> None:
    own = {"quiz", "filter"}
    assert scripts(page_at(site, "steg/tillitskultur")) & own == {"quiz"}
    assert scripts(page_at(site, "en/steps/culture-of-trust")) & own == set()
    assert scripts(page_at(site, "steg")) & own == {"filter"}
    assert scripts(page_at(site, "begrepp/ordlista")) & own == set()
    assert not scripts(html.document_fromstring((site / "404.html").read_bytes())) & own


def test_a_built_site_holds_nothing_of_the_strip_of_findings_that_is_served(site: Path) -> None:
    texts = [file for file in site.rglob("*") if file.suffix in {".html", ".js", ".css"}]
    assert len(texts) > 20
    assert [file for file in texts if re.search("guide-findings|livereload", file.read_text(encoding="utf-8"))] == []


def test_a_living_page_tells_its_moved_anchors_in_its_head_and_no_other_page_does(site: Path) -> None:
    (script,) = page_at(site, "steg/tillitskultur").xpath("//head/script[@data-moved]")
    assert json.loads(script.get("data-moved")) == {"gammalt": "#why", "bort": "../../#ways-in"}
    assert script.get("defer") is not None
    (file,) = site.glob("assets/js/moved.*.js")
    assert script.get("src") == f"../../assets/js/{file.name}"
    others = [page for page in site.rglob("*.html") if file.name in page.read_text(encoding="utf-8")]
    # Short addresses in one language lead on by the same script.
    others = [page for page in others if page.relative_to(site).parts[0] != "l"]
    assert others == [site / "steg/tillitskultur/index.html"]


NEW = "---\ntitle: {title}\ndescription: {title}\ntype: topic\n---\n\n# {title}\n\nText.\n"


def test_a_new_page_without_a_slug_stands_at_its_default_address_and_leaves_the_start_page(tmp_path: Path) -> None:
    new = {f"docs/{code}/steps/new.md": NEW.format(title=title) for code, title in [("sv", "Nytt"), ("en", "New")]}
    built = served(tmp_path, new, in_nav="steps/new.md")
    headings = {str(file.parent.relative_to(built)): heading_of(file) for file in built.rglob("index.html")}
    assert headings["."] == "Välkommen till guiden" and headings["en"] == "Welcome to the guide"
    assert headings.get("steps/new") == "Nytt" and headings.get("en/steps/new") == "New"


def test_an_unknown_instruction_is_a_finding_and_the_page_is_built_without_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wrong = ("på varandra.", "på varandra.\n\n<!-- guide:casez -->\n\n<!-- guide:filter -->\n\nSist på sidan.")
    built = served(tmp_path, {"docs/sv/steps/index.md": wrong})
    page = page_at(built, "steg")
    assert page.xpath("//p[text()='Sist på sidan.']") and "casez" not in html.tostring(page, encoding="unicode")
    said = capfd.readouterr().err
    assert 'docs/sv/steps/index.md:16:1: directive-unknown unknown list "guide:casez"' in said
    assert "docs/sv/steps/index.md:18:1: filter-wrong" in said and "Traceback" not in said
