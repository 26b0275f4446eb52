"""The catalogue of findings, and checking guides other than this one."""

from __future__ import annotations

from pathlib import Path

import pytest

import guides
from guide.checks.catalogue import catalogue
from guide.checks.registry import REQUESTED_CHECKS, SITE_CHECKS, SOURCE_CHECKS
from guide.checks.rules import allowing
from guide.checks.running import all_rules, check_sources, rules_by_concern
from guide.reading.guide import read_guide
from guide.reading.settings import load_settings
from guide.tools.slugs import is_kebab


def test_there_are_sixty_findings_and_more_each_under_one_id() -> None:
    rules = [rule for rules in rules_by_concern().values() for rule in rules]
    assert len(rules) == len(all_rules()) >= 60


def test_every_rule_belongs_to_a_check_that_runs() -> None:
    registered = {rule.id for check in (*SOURCE_CHECKS, *REQUESTED_CHECKS, *SITE_CHECKS) for rule in check.rules}
    assert registered | {rule.id for rule in (allowing.NO_REASON, allowing.NOT_NEEDED, allowing.UNKNOWN)} == set(
        all_rules()
    )


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)
def test_every_rule_is_written_for_an_editor(rule: guides.Rule) -> None:
    assert is_kebab(rule.id)
    assert rule.means.endswith(".") and rule.why.endswith(".")
    assert rule.hint and not rule.hint.endswith(".")
    assert not rule.title.endswith(".")


def test_the_catalogue_has_an_anchor_for_each_id() -> None:
    text = catalogue(rules_by_concern())
    for name in all_rules():
        assert f'<a id="{name}"></a>' in text


def test_the_whole_guide_of_the_tests_is_clean(tmp_path: Path) -> None:
    assert guides.findings(tmp_path) == []
    assert guides.site_findings(tmp_path / "built") == []


def test_only_limits_what_is_found(tmp_path: Path) -> None:
    edits: guides.Edits = {"docs/sv/index.md": ("(faq.md)", "(fraga.md) TODO [frågor](faq.md)")}
    assert {each.id for each in guides.findings(tmp_path / "a", edits)} == {"link-missing-page", "leftover-todo"}
    found = guides.findings(tmp_path / "b", edits, only=["leftover-todo"])
    assert {each.id for each in found} == {"leftover-todo"}


OWN_FORM = (
    "    data: data",
    "    data: data\n    page_types: {howto: [needs]}\n"
    "    fields: {author: {required: true, longest: 20, types: [howto]}, level: {choices: [easy, hard]}}",
)
HOWTO = guides.STEPS_SV.replace("type: section", "type: howto\nauthor: Ann\nlevel: easy").replace("#order", "#needs")
HOWTO_EN = guides.STEPS_EN.replace("type: section", "type: howto\nauthor: Ann\nlevel: easy").replace("#order", "#needs")


def test_a_guide_can_have_page_types_and_keys_of_its_own(tmp_path: Path) -> None:
    own: guides.Edits = {
        "mkdocs.yml": OWN_FORM, "docs/sv/steps/index.md": HOWTO, "docs/en/steps/index.md": HOWTO_EN
    }  # fmt: skip
    assert guides.findings(tmp_path / "a", own) == []
    faulty = HOWTO.replace("#needs", "#need").replace("Ann", "Ann " * 9).replace("easy", "eazy")
    found = guides.findings(tmp_path / "b", {**own, "docs/sv/steps/index.md": faulty})
    assert {(each.id, each.position.line) for each in found if each.position.path == "docs/sv/steps/index.md"} >= {
        ("section-missing", 5),
        ("front-matter-length", 6),
        ("front-matter-value", 7),
    }
    misplaced = ("type: section", "type: section\nauthor: Ann")
    found = guides.findings(tmp_path / "c", {"mkdocs.yml": OWN_FORM, "docs/sv/steps/index.md": misplaced})
    assert [(each.id, each.position.line) for each in found] == [("front-matter-key-misplaced", 6)]


def test_what_suits_some_guides_only_is_switched_off_by_settings(tmp_path: Path) -> None:
    page = "# Page {0}\n\nSee [the start](index.md) and [the other](A01_Page.md).\n"
    off = "front_matter: false\n    plain_names: false\n    explicit_ids: false"
    for number, (settings, found) in enumerate((("widest_table: 5", True), (off, False))):
        folder = tmp_path / str(number)
        files = {
            "mkdocs.yml": f"site_name: A\nextra:\n  guide:\n    {settings}\n",
            "docs/index.md": page.format("a"),
            "docs/A01_Page.md": page.format("b"),
        }
        guides.write(folder, files, {})
        ids = {each.id for each in check_sources(read_guide(load_settings(folder / "mkdocs.yml")))}
        assert ({"front-matter-missing", "file-name-form"} <= ids) is found
        assert ids.isdisjoint({"front-matter-missing", "file-name-form"}) is not found


def test_a_guide_without_any_settings_block_or_second_language_is_checked(tmp_path: Path) -> None:
    front = (
        "---\ntitle: Handbook {0}\ndescription: Page {0} says what a handbook without any settings can say.\n"
        "slug: {0}\ntype: topic\n---\n# Page {0}\n\n"
    )
    files = {
        "mkdocs.yml": "site_name: A\n",
        "docs/index.md": front.format("a") + "See [page b](b.md#x) and [page c](c.md).\n",
        "docs/b.md": front.format("b") + "Text.\n",
    }
    guides.write(tmp_path, files, {})
    found = check_sources(read_guide(load_settings(tmp_path / "mkdocs.yml")))
    assert [each.id for each in found] == ["link-missing-anchor", "link-missing-page"]
