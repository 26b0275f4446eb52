"""The ledger of published addresses: grows, never shrinks, and is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.addresses.ledger import Entry, as_text, ledger_of, merged
from guide.addresses.published import lasting_anchors
from guide.addresses.redirects import write_redirects
from guide.checks.rules.addresses import former_addresses, published, published_in_site
from guide.checks.running import check_sources
from guide.commands import release as release_command
from guide.commands.main import main
from guide.reading.data import read_ledger
from guide.reading.guide import read_guide, read_page
from guide.reading.settings import load_settings
from guide.reading.site import read_site
from ledger_guides import build_plainly, little_guide, write_guide

RELEASED = """\
{
"/": {"language": "sv", "page": "index.md", "anchors": ["why"]},
"/steg/borta/": {"language": "sv", "page": "steps/gone.md", "anchors": ["do"]},
"/steg/tillit/": {"language": "sv", "page": "steps/trust.md", "anchors": ["do", "gone"]}
}
"""


def found_in(tmp_path: Path, redirects: str = "") -> list[tuple[str, str, int]]:
    guide = little_guide(tmp_path, redirects, RELEASED)
    return [(finding.id, finding.message, finding.position.line) for finding in published(guide)]


def test_lost_addresses_and_anchors_are_found(tmp_path: Path) -> None:
    assert found_in(tmp_path) == [
        ("address-lost", '"/steg/borta/" is published but leads to no page', 3),
        ("anchor-lost", '"/steg/tillit/#gone" is published, but docs/sv/steps/trust.md has no such id', 4),
    ]


def test_redirects_keep_them(tmp_path: Path) -> None:
    redirects = "- {from: /steg/borta/, to: /steg/tillit/}\n- {from: '/steg/tillit/#gone', to: '/#why'}\n"
    assert found_in(tmp_path, redirects) == []


def test_a_redirected_page_must_keep_its_anchors_too(tmp_path: Path) -> None:
    found = found_in(tmp_path, "- {from: /steg/borta/, to: /}\n- {from: '/steg/tillit/#gone', to: /}\n")
    assert [(each[0], each[2]) for each in found] == [("anchor-lost", 3)]


def test_addresses_hold_when_the_site_is_built_flat(tmp_path: Path) -> None:
    guide = little_guide(tmp_path, "- {from: /steg/borta/, to: /steg/tillit/}\n", RELEASED, directory_urls=False)
    assert [finding.id for finding in published(guide)] == ["anchor-lost"]


def test_an_anchor_in_the_sources_but_not_in_the_site_is_found(tmp_path: Path) -> None:
    guide = little_guide(tmp_path, "", RELEASED)
    site = tmp_path / "site"
    build_plainly(guide, site)
    assert not list(published_in_site(guide, read_site(site, "site")))
    (site / "index.html").write_text("<!doctype html><title>Start</title><h1>Start</h1>", encoding="utf-8")
    assert [finding.id for finding in published_in_site(guide, read_site(site, "site"))] == ["anchor-lost"]


def test_a_former_address_outside_the_site_is_found(tmp_path: Path) -> None:
    guide = little_guide(tmp_path, "- {from: /../x/, to: /}\n- {from: /y/, to: /}\n")
    assert [(each.id, each.position.line) for each in former_addresses(guide)] == [("redirect-form", 1)]


def test_lasting_anchors_leave_out_the_h1_and_wiring(tmp_path: Path) -> None:
    text = (
        "# Title\n\n## A {#a}\n\n<figure><svg role='img' aria-labelledby='t'><title id='t'>T</title></svg></figure>\n\n"
        "<p id='mark'>Text.</p>\n"
    )
    page = read_page(text, load_settings(write_guide(tmp_path)), "sv/x.md")
    assert lasting_anchors(page) == {"a", "mark"}


def release(config: Path, site: Path) -> int:
    return main(["release", "--config", str(config), "--site", str(site)])


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guide whose site is built, and that has no findings but those of its addresses."""
    monkeypatch.setattr(release_command, "check_sources", lambda guide: list(published(guide)))
    monkeypatch.setattr(release_command, "check_site", lambda guide, site: list(published_in_site(guide, site)))
    config = write_guide(tmp_path)
    build_plainly(read_guide(load_settings(config)), tmp_path / "site")
    return config


def test_release_adds_pages_and_anchors_of_both_languages(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert release(config, config.parent / "site") == 0
    text = (config.parent / "data/addresses.json").read_text(encoding="utf-8")
    assert list(json.loads(text)) == ["/", "/en/", "/en/steps/trust/", "/steg/tillit/"]
    line = '"/en/steps/trust/": {"language": "en", "page": "steps/trust.md", "anchors": ["do", "then"]},'
    assert text.splitlines()[3] == line
    assert "4 new pages and 6 new anchors" in capsys.readouterr().out
    assert release(config, config.parent / "site") == 0
    assert "0 new pages and 0 new anchors" in capsys.readouterr().out


def test_release_never_removes(config: Path) -> None:
    root = config.parent
    assert release(config, root / "site") == 0
    former = ledger_of(read_ledger((root / "data/addresses.json").read_text(encoding="utf-8"), "x")[0])
    page = root / "docs/sv/steps/trust.md"
    text = page.read_text(encoding="utf-8").replace("steg/tillit", "steg/ny").replace("{#then}", "{#later}")
    page.write_text(text, encoding="utf-8")
    redirects = "- {from: /steg/tillit/, to: /steg/ny/}\n- {from: '/steg/tillit/#then', to: '/steg/ny/#later'}\n"
    (root / "data/redirects.yml").write_text(redirects, encoding="utf-8")
    guide = read_guide(load_settings(config))
    build_plainly(guide, root / "site")
    (root / "site/steg/tillit/index.html").unlink()
    write_redirects(guide, root / "site")
    assert release(config, root / "site") == 0
    present = ledger_of(read_ledger((root / "data/addresses.json").read_text(encoding="utf-8"), "x")[0])
    assert all(entry.anchors <= present[address].anchors for address, entry in former.items())
    assert present["/steg/ny/"].anchors == {"do", "later"}


def test_release_refuses_while_there_are_findings(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = config.parent
    (root / "data/addresses.json").write_text(RELEASED, encoding="utf-8")
    assert release(config, root / "site") == 1
    assert (root / "data/addresses.json").read_text(encoding="utf-8") == RELEASED
    assert "data/addresses.json:3" in capsys.readouterr().err


ANCHORS = st.frozensets(st.text(min_size=1, max_size=6), max_size=4)
ENTRIES = st.builds(Entry, st.sampled_from(["sv", "en"]), st.text(max_size=8), ANCHORS)
LEDGERS = st.dictionaries(st.text(max_size=8).map(lambda text: f"/{text}"), ENTRIES, max_size=6)


@given(LEDGERS, LEDGERS)
def test_merging_only_grows_and_can_be_read_back(former: dict[str, Entry], present: dict[str, Entry]) -> None:
    both = merged(former, present)
    assert both.keys() == former.keys() | present.keys()
    for part in (former, present):
        assert all(entry.anchors <= both[address].anchors for address, entry in part.items())
    assert merged(both, present) == both
    entries, problems = read_ledger(as_text(both), "addresses.json")
    assert ledger_of(entries) == both and not problems
    assert as_text(ledger_of(entries)) == as_text(both)


@pytest.mark.parametrize("directory_urls", [True, False])
def test_how_the_site_is_built_changes_no_address(tmp_path: Path, directory_urls: bool) -> None:
    moved = '{"/steg/forr/": {"language": "sv", "page": "steps/trust.md", "anchors": ["do"]}}'
    ids = {"slug-changed", "address-lost", "anchor-lost", "redirect-to-nowhere", "redirect-over-live-page"}
    anchor_only = "- {from: '/steg/forr/#do', to: /steg/tillit/}\n"
    guide = little_guide(tmp_path, anchor_only, moved, directory_urls=directory_urls)
    assert {finding.id for finding in check_sources(guide, ids)} == {"slug-changed"}
    whole = "- {from: /steg/forr/, to: /steg/tillit/}\n"
    guide = little_guide(tmp_path, whole, moved, directory_urls=directory_urls)
    assert not check_sources(guide, ids)
