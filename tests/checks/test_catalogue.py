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
    assert registered | {rule.id for rule in allowing.RULES} == set(all_rules())


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)
def test_every_rule_is_written_for_an_editor(rule: guides.Rule) -> None:
    assert is_kebab(rule.id)
    assert rule.means.endswith(".") and rule.why.endswith(".")
    assert rule.mend and not rule.mend.endswith(".")
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


FOREIGN = {
    "mkdocs.yml": (
        "site_name: Handbook\n"
        "plugins:\n  - i18n:\n      docs_structure: suffix\n      languages:\n"
        "        - {locale: en, default: true, name: English}\n        - {locale: fr, name: Français}\n"
        "extra:\n  guide:\n    schema: plain\n"
        "    page_types: {howto: [needs]}\n"
        "    fields: {type: {choices: [howto]}, author: {required: true, longest: 20}}\n"
        "nav:\n  - index.md\n  - Install: install.md\n"
        "markdown_extensions:\n  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}\n"
    ),
    "docs/index.md": "---\nauthor: Ann\n---\n# Handbook\n\nHow to [install it](install.md#first-steps).\n",
    "docs/index.fr.md": "---\nauthor: Ann\n---\n# Manuel\n\nComment [installer](install.md#premiers-pas).\n",
    "docs/install.md": (
        "---\nauthor: Ann\ntype: howto\n---\n# Install\n\n## Needs {#needs}\n\nA computer.[^1]\n\n"
        "## First steps\n\nUnpack. See the [start](index.md).\n\n[^1]: Any.\n"
    ),
    "docs/install.fr.md": (
        "---\nauthor: Ann\ntype: howto\n---\n# Installer\n\n## Besoins {#needs}\n\nUn ordinateur.[^1]\n\n"
        "## Premiers pas\n\nOuvrez. Voir [le début](index.md).\n\n[^1]: N’importe lequel.\n"
    ),
}


def _foreign(folder: Path, edits: guides.Edits) -> list[tuple[str, str, int]]:
    guides.write(folder, FOREIGN, edits)
    found = check_sources(read_guide(load_settings(folder / "mkdocs.yml")))
    return [(each.id, each.position.path, each.position.line) for each in found]


def test_another_guide_with_one_settings_block_is_checked_too(tmp_path: Path) -> None:
    no_words = ("words-file-missing", "mkdocs.yml", 1)
    assert _foreign(tmp_path / "a", {}) == [no_words]
    edits: guides.Edits = {
        "docs/index.fr.md": ("#premiers-pas", "#first-steps"),
        "docs/install.md": ("## Needs {#needs}", "## Need"),
        "docs/install.fr.md": ("[^1]: N", "Rien n"),
    }
    assert _foreign(tmp_path / "b", edits) == [
        ("link-anchor-one-language", "docs/index.fr.md", 6),
        ("footnote-undefined", "docs/install.fr.md", 9),
        ("section-missing", "docs/install.md", 3),
        no_words,
    ]


def test_a_guide_without_any_settings_block_or_second_language_is_checked(tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": "site_name: A\n",
        "docs/index.md": "# A\n\nSee [b](b.md#x) and [c](c.md).\n",
        "docs/b.md": "# B\n",
    }
    guides.write(tmp_path, files, {})
    found = check_sources(read_guide(load_settings(tmp_path / "mkdocs.yml")))
    assert [each.id for each in found] == ["link-missing-anchor", "link-missing-page"]
