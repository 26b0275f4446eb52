"""Redirect pages and moved anchors: what a static site answers with at a former address."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

import guides
from guide.addresses.published import Addresses, public_path
from guide.addresses.redirects import hrefs_as_json, is_within_site, moved_anchors, write_redirects
from guide.checks.rules.addresses import redirects_in_site
from guide.model.guide import Guide
from guide.reading.site import read_site
from ledger_guides import build_plainly, little_guide
from question_guides import SPLIT

CHAIN = """\
- {from: /oldest/, to: /steg/gammalt/}
- {from: /steg/gammalt/, to: /steg/tillit/}
- {from: '/steg/gammalt/#former', to: '/steg/tillit/#do'}
- {from: '/steg/tillit/#gone', to: '/#why'}
- {from: /en/merged/, to: '/en/steps/trust/#then'}
"""


def built(tmp_path: Path, redirects: str, **options: bool) -> Path:
    guide = little_guide(tmp_path, redirects, **options)
    site = tmp_path / "site"
    build_plainly(guide, site)
    write_redirects(guide, site)
    return site


def test_the_id_of_a_question_in_the_list_leads_to_its_answer(tmp_path: Path) -> None:
    addresses = Addresses(guides.read(tmp_path, SPLIT))

    def leads_to(address: str) -> str:
        place = addresses.destination(address)
        return f"{place.page.source}#{place.fragment}" if place else "nowhere"

    assert leads_to("/vanliga-fragor/#what-is-trust") == "sv/faq/basics.md#what-is-trust"
    assert leads_to("/en/faq/#how-to-begin") == "en/faq/basics.md#how-to-begin"
    assert leads_to("/vanliga-fragor/#theme-basics") == "sv/faq.md#theme-basics"
    assert leads_to("/vanliga-fragor/") == "sv/faq.md#"


def script_of(file: Path) -> html.HtmlElement:
    (script,) = html.fromstring(file.read_bytes()).xpath("//script")
    return script


def test_destination_follows_chains_and_hands_the_fragment_on(tmp_path: Path) -> None:
    addresses = Addresses(little_guide(tmp_path, CHAIN))

    def leads_to(address: str) -> str:
        place = addresses.destination(address)
        return f"{place.page.source}#{place.fragment}" if place else "nowhere"

    assert leads_to("/oldest/") == "sv/steps/trust.md#"
    assert leads_to("/oldest/#do") == "sv/steps/trust.md#do"
    assert leads_to("/oldest/#former") == "sv/steps/trust.md#do"
    assert leads_to("/oldest/#gone") == "sv/index.md#why"
    assert leads_to("/steg/tillit/#gone") == "sv/index.md#why"
    assert leads_to("/en/merged/#anything") == "en/steps/trust.md#then"
    assert leads_to("/never/") == "nowhere"


def test_a_loop_ends(tmp_path: Path) -> None:
    addresses = Addresses(little_guide(tmp_path, "- {from: /a/, to: /b/}\n- {from: /b/, to: /a/}\n"))
    assert addresses.destination("/a/") is None
    assert addresses.destination("/a/#x") is None


def test_redirect_page_has_what_readers_and_search_engines_need(tmp_path: Path) -> None:
    file = built(tmp_path, CHAIN) / "oldest" / "index.html"
    page = html.fromstring(file.read_bytes())
    assert page.get("lang") == "sv"
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://example.org/little/steg/tillit/"]
    assert page.xpath("//meta[@name='robots']") == [], "it would contradict the canonical address"
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../steg/tillit/"]
    assert [(link.get("href"), link.text) for link in page.xpath("//main//a")] == [("../steg/tillit/", "Tillit")]
    assert page.findtext(".//title") == "Sidan har flyttat: Tillit"
    assert not page.xpath("//script[not(@src)] | //style | //*[@style]")


def test_redirect_page_hands_on_moved_anchors(tmp_path: Path) -> None:
    script = script_of(built(tmp_path, CHAIN) / "oldest" / "index.html")
    assert re.fullmatch(r"\.\./assets/js/moved\.[0-9a-f]{10}\.js", script.get("src"))
    assert script.get("data-to") == "../steg/tillit/"
    assert json.loads(script.get("data-moved")) == {"former": "../steg/tillit/#do", "gone": "../#why"}


def told(guide: Guide) -> dict[str, dict[str, str]]:
    return {file: json.loads(hrefs_as_json(file, moved)) for file, moved in moved_anchors(guide).items()}


def test_a_living_page_knows_its_moved_anchors_and_no_other_page_any(tmp_path: Path) -> None:
    assert told(little_guide(tmp_path, CHAIN)) == {"steg/tillit/index.html": {"gone": "../../#why"}}
    assert hrefs_as_json("index.html", {}) == ""


def test_an_anchor_moved_on_its_own_page_needs_the_script_in_the_site(tmp_path: Path) -> None:
    redirects = "- {from: '/steg/tillit/#was', to: '/steg/tillit/#do'}\n"
    assert told(little_guide(tmp_path, redirects)) == {"steg/tillit/index.html": {"was": "#do"}}
    assert list(built(tmp_path, redirects).glob("assets/js/moved.*.js"))


def test_writing_redirects_changes_no_page_that_is_there(tmp_path: Path) -> None:
    guide, site = little_guide(tmp_path, CHAIN), tmp_path / "site"
    build_plainly(guide, site)
    former = {file: file.read_bytes() for file in site.rglob("*.html")}
    write_redirects(guide, site)
    assert {file: file.read_bytes() for file in former} == former


def test_language_of_the_destination(tmp_path: Path) -> None:
    page = html.fromstring((built(tmp_path, CHAIN) / "en/merged/index.html").read_bytes())
    assert page.get("lang") == "en"
    assert page.findtext(".//h1") == "This page has moved"
    assert page.xpath("//main//a/@href") == ["../steps/trust/#then"]


def test_flat_addresses(tmp_path: Path) -> None:
    site = built(tmp_path, CHAIN, directory_urls=False)
    page = html.fromstring((site / "steg/gammalt.html").read_bytes())
    assert page.xpath("//main//a/@href") == ["tillit.html"]
    assert json.loads(script_of(site / "steg/tillit.html").get("data-moved")) == {"gone": "../index.html#why"}


@pytest.mark.parametrize("base", ["https://example.org/", "https://example.org/sub/path/", "file:///media/usb/"])
def test_links_stay_below_any_base(tmp_path: Path, base: str) -> None:
    site = built(tmp_path, CHAIN)
    for name in ("oldest/index.html", "steg/gammalt/index.html", "en/merged/index.html"):
        page = html.fromstring((site / name).read_bytes())
        for address in page.xpath("//a/@href | //script/@src"):
            target = urljoin(base + name, address)
            assert target.startswith(base)
            file = site / target.removeprefix(base).partition("#")[0]
            assert file.is_file() or (file / "index.html").is_file()


def test_nothing_is_written_without_redirects_nor_over_a_page_nor_outside(tmp_path: Path) -> None:
    site = built(tmp_path, "")
    assert not (site / "assets").exists()
    bad = "- {from: /steg/tillit/, to: /}\n- {from: /../../evil/, to: /}\n- {from: /x/, to: /nowhere/}\n"
    site = built(tmp_path, bad)
    assert b"data-to" not in (site / "steg/tillit/index.html").read_bytes()
    assert not (tmp_path.parent / "evil").exists() and not (site / "x").exists()


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    site = built(tmp_path, CHAIN)
    former = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    write_redirects(little_guide(tmp_path, CHAIN), site)
    assert {file: file.read_bytes() for file in site.rglob("*") if file.is_file()} == former


def test_check_sees_a_redirect_that_was_not_built(tmp_path: Path) -> None:
    guide = little_guide(tmp_path, CHAIN)
    site = tmp_path / "site"
    build_plainly(guide, site)
    found = list(redirects_in_site(guide, read_site(site, "site")))
    assert {finding.id for finding in found} == {"redirect-not-built"}
    places = [(each.position.path, each.position.line) for each in found]
    assert places[:2] == [("data/redirects.yml", 1), ("data/redirects.yml", 2)]
    write_redirects(guide, site)
    assert not list(redirects_in_site(guide, read_site(site, "site")))


def test_check_sees_a_living_page_whose_template_does_not_tell_its_moved_anchors(tmp_path: Path) -> None:
    guide, site = little_guide(tmp_path, CHAIN), built(tmp_path, CHAIN)
    page = site / "steg/tillit/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("/moved.", "/other."), encoding="utf-8")
    (finding,) = redirects_in_site(guide, read_site(site, "site"))
    assert finding.id == "redirect-not-built" and finding.position.path == "site/steg/tillit/index.html"


@given(st.text(max_size=30))
def test_public_path_has_one_form(path: str) -> None:
    form = public_path(path)
    assert form.startswith("/") and form.endswith("/")
    if "%" not in form and ".html" not in form:
        assert public_path(form) == form


@given(st.text(max_size=30))
def test_a_path_within_the_site_stays_there(path: str) -> None:
    form = public_path(path)
    if is_within_site(form):
        assert Path("/site", form.strip("/"), "index.html").resolve().is_relative_to("/site")
