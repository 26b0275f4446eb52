"""What was changed in a section, word by word."""

from __future__ import annotations

import pytest

from guide.editing.changed import changed_words

_OLD = "# A\n\nEtt litet fle här.\n\n## B\n\nAllt är rätt.\n"


@pytest.mark.parametrize(
    ("new", "first", "end", "told"),
    [
        ("# A\n\nEtt litet fel här.\n\n## B\n\nAllt är rätt.\n", 1, 5, ["Ett litet [fle → fel] här."]),
        ("# A\n\nEtt litet fel här.\n\n## B\n\nAllt är rätt.\n", 5, None, []),
        ("# A\n\nEtt litet fle här.\n\n## B\n\nAllt är inte rätt.\n", 5, None, ["Allt är [ → inte] rätt."]),
        ("# A\n\nEtt litet fle här.\n\n## B\n\nAllt är inte rätt.\n", 1, 5, []),
        (_OLD, 1, None, []),
    ],
)
def test_only_what_was_changed_in_the_section_is_told(new: str, first: int, end: int | None, told: list[str]) -> None:
    assert changed_words(_OLD, new, first, end) == told
