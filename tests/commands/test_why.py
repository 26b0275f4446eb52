"""The command that explains a finding in the terminal."""

from __future__ import annotations

import pytest

from guide.checks.running import all_rules
from guide.commands.main import main


def test_every_finding_is_explained_as_in_the_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    for rule in all_rules().values():
        assert main(["why", rule.id]) == 0
        told = " ".join(capsys.readouterr().out.split())
        for text in (rule.id, rule.title, rule.means, rule.why, rule.hint):
            assert " ".join(text.split()) in told


def test_a_message_pasted_whole_is_understood(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", 'docs/sv/a.md:3:1: link-missing-anchor link to "b.md#c": no such anchor']) == 0
    assert capsys.readouterr().out.startswith("link-missing-anchor: Link to an anchor")


def test_a_name_that_is_nearly_right_is_offered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "link-missing-ancor"]) == 2
    assert 'did you mean "link-missing-anchor"?' in capsys.readouterr().err
