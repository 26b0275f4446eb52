"""Short addresses: one id for each page and question, which stays when the page moves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from guide.addresses import short as shortlinks
from guide.addresses.short import Shorts
from guide.checks.running import check_site
from guide.model.guide import Guide
from guide.reading.data import read_short_addresses
from guide.reading.site import read_site
from guides import Edits, read, site_findings
from ledger_guides import build_plainly, little_guide
from question_guides import SPLIT

FILE = "data/short-addresses.json"


def released(folder: Path) -> str:
    """What the whole guide's first release writes down."""
    return shortlinks.as_text(shortlinks.recorded(read(folder)))


def after(tmp_path: Path, edits: Edits) -> Guide:
    """The guide with edits, after a first release of the guide without them."""
    return read(tmp_path / "now", {FILE: released(tmp_path / "then"), **edits})


def leads(guide: Guide, name: str) -> dict[str, str]:
    places = next(short.places for short in Shorts(guide).all if short.id == name)
    return {code: f"{place.page.path}#{place.fragment}" for code, place in places.items()}


def test_every_page_and_question_has_one(tmp_path: Path) -> None:
    guide = read(tmp_path)
    shorts = Shorts(guide)
    assert [short.id for short in shorts.all if short.is_question] == ["faq-what-is-trust", "faq-how-to-begin"]
    assert {shorts.id_of(path) for path in guide.paths} == {
        *("start", "steps", "steps-culture", "pitfalls-vague", "cases-sundsvall", "faq", "concepts-glossary"),
        "about-sources",
    }
    assert leads(guide, "steps-culture") == {"sv": "steps/culture.md#", "en": "steps/culture.md#"}
    assert leads(guide, "faq-what-is-trust")["en"] == "faq.md#what-is-trust"


def test_a_question_that_got_a_page_of_its_theme_keeps_its_id_and_leads_straight_there(tmp_path: Path) -> None:
    guide = read(tmp_path / "now", {**SPLIT, FILE: released(tmp_path / "then")})
    assert leads(guide, "faq-what-is-trust") == dict.fromkeys(("sv", "en"), "faq/basics.md#what-is-trust")
    assert Shorts(guide).id_of("faq/basics.md", "what-is-trust") == "faq-what-is-trust"
    assert leads(guide, "faq")["sv"] == "faq.md#"


def test_a_new_question_is_named_by_the_page_that_lists_it(tmp_path: Path) -> None:
    guide = read(tmp_path, SPLIT)
    assert Shorts(guide).id_of("faq/basics.md", "what-is-trust") == "faq-what-is-trust"


def test_the_file_says_where_each_led(tmp_path: Path) -> None:
    entries = json.loads(released(tmp_path))
    assert entries["steps-culture"] == {
        "page": "steps/culture.md",
        "to": {"en": "/en/steps/culture-of-trust/", "sv": "/steg/tillitskultur/"},
    }
    assert entries["faq-what-is-trust"]["to"]["sv"] == "/vanliga-fragor/#what-is-trust"
    assert list(entries) == sorted(entries)


def test_a_second_release_changes_nothing(tmp_path: Path) -> None:
    first = released(tmp_path / "a")
    guide = read(tmp_path / "b", {FILE: first})
    assert shortlinks.recorded(guide) == guide.short_addresses
    assert shortlinks.as_text(guide.short_addresses) == first
    assert not any(short.is_new for short in Shorts(guide).all)


RENAMED: Edits = {
    "docs/sv/cases/sundsvall.md": None,
    "docs/en/cases/sundsvall.md": None,
    "docs/sv/cases/city.md": "---\ntitle: Staden\nslug: exempel/staden\ntype: case\n---\n# Staden\n",
    "docs/en/cases/city.md": "---\ntitle: The city\nslug: cases/city\ntype: case\n---\n# The city\n",
    "data/redirects.yml": (
        "- {from: /exempel/sundsvall/, to: /exempel/staden/}\n- {from: /en/cases/sundsvall/, to: /en/cases/city/}\n"
    ),
}


def test_a_renamed_page_keeps_its_id(tmp_path: Path) -> None:
    guide = after(tmp_path, RENAMED)
    assert leads(guide, "cases-sundsvall") == {"sv": "cases/city.md#", "en": "cases/city.md#"}
    assert Shorts(guide).id_of("cases/city.md") == "cases-sundsvall"
    assert [short.id for short in Shorts(guide).all if short.is_new] == []


def test_a_new_page_with_a_former_pages_name_gets_another_id(tmp_path: Path) -> None:
    again = {
        "docs/sv/cases/sundsvall.md": "---\ntitle: Ny\nslug: exempel/ny\ntype: case\n---\n# Ny\n",
        "docs/en/cases/sundsvall.md": "---\ntitle: New\nslug: cases/new\ntype: case\n---\n# New\n",
    }
    guide = after(tmp_path, {**RENAMED, **again})
    assert leads(guide, "cases-sundsvall")["sv"] == "cases/city.md#"
    assert Shorts(guide).id_of("cases/sundsvall.md") == "cases-sundsvall-2"


def test_a_page_with_a_new_slug_is_found_by_its_path(tmp_path: Path) -> None:
    guide = after(tmp_path, {"docs/sv/cases/sundsvall.md": ("slug: exempel/sundsvall", "slug: exempel/staden")})
    assert leads(guide, "cases-sundsvall")["sv"] == "cases/sundsvall.md#"


def test_a_deleted_page_leads_on_and_is_listed_no_more(tmp_path: Path) -> None:
    gone = {
        "docs/sv/cases/sundsvall.md": None,
        "docs/en/cases/sundsvall.md": None,
        "data/redirects.yml": (
            "- {from: /exempel/sundsvall/, to: /steg/}\n- {from: /en/cases/sundsvall/, to: /en/steps/}\n"
        ),
    }
    guide = after(tmp_path, gone)
    assert leads(guide, "cases-sundsvall") == {"sv": "steps/index.md#", "en": "steps/index.md#"}
    assert Shorts(guide).id_of("steps/index.md") == "steps"
    assert "cases-sundsvall" not in {short.id for short in Shorts(guide).listed()}


def test_a_moved_question_leads_on_with_its_place(tmp_path: Path) -> None:
    moved = {
        "docs/sv/faq.md": ("{#what-is-trust}", "{#trust}"),
        "docs/en/faq.md": ("{#what-is-trust}", "{#trust}"),
        "data/redirects.yml": (
            '- {from: "/vanliga-fragor/#what-is-trust", to: "/vanliga-fragor/#trust"}\n'
            '- {from: "/en/faq/#what-is-trust", to: "/en/faq/#trust"}\n'
        ),
    }
    guide = after(tmp_path, moved)
    assert leads(guide, "faq-what-is-trust") == {"sv": "faq.md#trust", "en": "faq.md#trust"}
    assert Shorts(guide).id_of("faq.md", "trust") == "faq-what-is-trust"
    assert Shorts(guide).on_source("sv/faq.md")["questions"] == "how-to-begin trust=faq-what-is-trust"


def test_a_question_that_became_a_section_leads_there_and_is_listed_no_more(tmp_path: Path) -> None:
    edits = {
        "docs/sv/faq.md": ("{#what-is-trust}", "{#trust}"),
        "docs/en/faq.md": ("{#what-is-trust}", "{#trust}"),
        "data/redirects.yml": (
            '- {from: "/vanliga-fragor/#what-is-trust", to: "/steg/tillitskultur/#why"}\n'
            '- {from: "/en/faq/#what-is-trust", to: "/en/steps/culture-of-trust/#why"}\n'
        ),
    }
    guide = after(tmp_path, edits)
    assert leads(guide, "faq-what-is-trust")["en"] == "steps/culture.md#why"
    assert "faq-what-is-trust" not in {short.id for short in Shorts(guide).listed()}


def test_two_that_would_have_one_id_get_one_each(tmp_path: Path) -> None:
    page = "---\ntitle: {}\nslug: {}\ntype: topic\n---\n# {}\n"
    twins = {
        "docs/sv/faq-how-to-begin.md": page.format("Börja", "borja", "Börja"),
        "docs/en/faq-how-to-begin.md": page.format("Begin", "begin", "Begin"),
    }
    shorts = Shorts(read(tmp_path, twins))
    assert shorts.id_of("faq-how-to-begin.md") == "faq-how-to-begin"
    assert shorts.id_of("faq.md", "how-to-begin") == "faq-how-to-begin-2"


@pytest.mark.parametrize("directory_urls", [True, False])
def test_the_page_leads_on_by_script_or_by_links(tmp_path: Path, directory_urls: bool) -> None:
    guide = little_guide(tmp_path, directory_urls=directory_urls)
    site = tmp_path / "site"
    build_plainly(guide, site)
    shortlinks.write_short_addresses(guide, site)
    file = "l/steps-trust/index.html" if directory_urls else "l/steps-trust.html"
    tree = html.fromstring((site / file).read_bytes())
    links = {link.get("hreflang"): link.get("href") for link in tree.iter("a")}
    assert json.loads(tree.find(".//script").get("data-to")) == links
    assert all(link.get("lang") == link.get("hreflang") for link in tree.iter("a"))
    for href in links.values():
        goal = (site / file).parent / href
        assert (goal / "index.html").is_file() if directory_urls else goal.is_file()
    assert tree.xpath("//meta[@name='robots']") == []
    assert tree.xpath("//link[@rel='canonical']/@href")[0].startswith("https://example.org/little/steg/tillit")
    assert ((site / file).parent / tree.find(".//script").get("src")).is_file()
    assert check_site(guide, read_site(site, "site"), ["built-link-missing", "built-asset-missing"]) == []


def test_the_start_of_one_leads_to_the_list_of_them(tmp_path: Path) -> None:
    listing = "---\ntitle: Addresses\nslug: {0}addresses\ntype: about\n---\n# Addresses\n\n<!-- guide:addresses -->\n"
    pages: Edits = {f"docs/{code}/about/addresses.md": listing.format(f"{code}-") for code in ("sv", "en")}
    for edits, is_there in (({}, False), (pages, True)):
        guide = read(tmp_path / str(is_there), edits)
        shortlinks.write_short_addresses(guide, tmp_path / "site")
        assert (tmp_path / "site" / "l" / "index.html").exists() is is_there
    page = html.fromstring((tmp_path / "site" / "l" / "index.html").read_text(encoding="utf-8"))
    assert page.xpath("//p/a/@href") == ["../sv-addresses/", "../en/en-addresses/"]


def test_a_published_one_that_is_not_built_is_found(tmp_path: Path) -> None:
    guide = read(tmp_path, {FILE: released(tmp_path / "then")})
    (tmp_path / "site").mkdir()
    only = ["short-address-not-built"]
    found = check_site(guide, read_site(tmp_path / "site", "site"), only)
    assert len(found) == len(guide.short_addresses)
    shortlinks.write_short_addresses(guide, tmp_path / "site")
    assert check_site(guide, read_site(tmp_path / "site", "site"), only) == []


def test_a_site_built_by_other_means_need_not_have_any(tmp_path: Path) -> None:
    assert site_findings(tmp_path, only=["short-address-not-built"]) == []


def test_odd_files_are_no_crash() -> None:
    for text in ("[]", "{", '{"a": 1}', '{"a": {"to": {}}}', '{"a/b": {"to": {"sv": "/x/"}}}'):
        found, problems = read_short_addresses(text, FILE)
        assert found == () and len(problems) == 1


@pytest.mark.parametrize("directory_urls", [True, False])
def test_in_one_language_it_leads_there_without_script_too(tmp_path: Path, directory_urls: bool) -> None:
    guide = little_guide(tmp_path, directory_urls=directory_urls)
    site = tmp_path / "site"
    build_plainly(guide, site)
    shortlinks.write_short_addresses(guide, site)
    for code, end in (("sv", "steg/tillit"), ("en", "en/steps/trust")):
        file = f"l/{code}/steps-trust/index.html" if directory_urls else f"l/{code}/steps-trust.html"
        tree = html.fromstring((site / file).read_bytes())
        (href,) = tree.xpath("//a/@href")
        assert tree.get("lang") == code
        assert tree.find(".//script").get("data-to") == href
        assert tree.xpath("//noscript/meta/@content") == [f"0; url={href}"]
        assert ((site / file).parent / href).resolve().relative_to(site.resolve()).as_posix().startswith(end)
        assert ((site / file).parent / tree.find(".//script").get("src")).is_file()
        own = shortlinks.address_in(code, "steps-trust", guide)
        assert own == f"https://example.org/little/{file.removesuffix('index.html')}"
        assert tree.xpath("//meta[@property='og:url']/@content") == [own]
    assert check_site(guide, read_site(site, "site"), ["built-link-missing", "built-asset-missing"]) == []


def test_a_language_that_lacks_the_page_leads_to_the_other(tmp_path: Path) -> None:
    guide = read(tmp_path, {"docs/en/cases/sundsvall.md": None})
    shortlinks.write_short_addresses(guide, tmp_path / "site")
    tree = html.fromstring((tmp_path / "site/l/en/cases-sundsvall/index.html").read_bytes())
    assert tree.get("lang") == "sv"
    assert tree.xpath("//a/@href") == ["../../../exempel/sundsvall/"]


def test_the_card_of_a_question_says_the_question_and_its_short_answer(tmp_path: Path) -> None:
    guide = read(tmp_path)
    shortlinks.write_short_addresses(guide, tmp_path / "site")
    question = next(q for page in guide.pages if page.source == "en/faq.md" for q in page.questions)
    head = html.fromstring((tmp_path / "site/l/en/faq-what-is-trust/index.html").read_bytes()).find("head")
    assert head.xpath("meta[@property='og:title']/@content") == [question.text]
    assert head.xpath("meta[@property='og:description']/@content") == [question.short_answer]
    assert head.xpath("meta[@name='description']/@content") == [question.short_answer]
    assert head.xpath("meta[@property='og:locale']/@content") == ["en_GB"]


def test_without_an_address_nothing_is_told_to_machines(tmp_path: Path) -> None:
    guide = read(tmp_path, {"mkdocs.yml": ("site_url: https://guide.example/", "site_url: http://127.0.0.1:8000/")})
    shortlinks.write_short_addresses(guide, tmp_path / "site")
    for file in (tmp_path / "site").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert "127.0.0.1" not in text and "canonical" not in text and "og:" not in text
        assert '<meta name="robots" content="noindex">' in text
