"""Which sections a page of a type opens with and ends with."""

from __future__ import annotations

from pathlib import Path

import pytest

from guides import findings

_HELP_FIRST = ("first-steps", "hard-situations", "phrases", "legal-duties", "what-it-asks")
_ORDER = ("section-missing", "section-order")


def _role(*sections: str) -> str:
    front = "---\ntitle: En roll\ndescription: En sida.\nslug: en-roll\ntype: role\n---\n\n# En roll\n\nInledning.\n"
    return front + "".join(f"\n## Avsnitt {each} {{#{each}}}\n\nText.\n" for each in sections)


def test_a_role_page_opens_with_what_to_do_and_ends_with_research(tmp_path: Path) -> None:
    assert findings(tmp_path, {"docs/sv/steps/culture.md": _role(*_HELP_FIRST)}, only=_ORDER) == []


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        (("what-it-asks", "first-steps", "hard-situations", "phrases", "legal-duties"), "section-order"),
        (("first-steps", "hard-situations", "phrases", "what-it-asks"), "section-missing"),
    ],
    ids=["research first", "the law within another section"],
)
def test_a_role_page_in_another_form_is_a_finding(tmp_path: Path, sections: tuple[str, ...], expected: str) -> None:
    found = findings(tmp_path, {"docs/sv/steps/culture.md": _role(*sections)}, only=_ORDER)
    assert [each.id for each in found] == [expected]
