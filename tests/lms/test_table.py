"""The report says what was found, and what of it is wrong."""

from __future__ import annotations

from typing import Any

from lms.learner import Seen
from lms.packages import Kind
from lms.table import Row, Walk, report

RESULT: dict[str, Any] = {
    "completed": 1,
    "tracked": 1,
    "grades": [{"max": 100.0, "grade": 75.0}, {"max": 10.0, "grade": 10.0}],
}
PLAN = {"full": "New manager", "short": "NM", "sections": ["General", "One", "New section"], "unnamed": 1}


def walk(**changed: Any) -> Walk:
    return Walk(Seen(done=6, resumed=True, explained=4, answered=4), {**RESULT, **changed})


def test_a_row_says_what_the_database_holds() -> None:
    row = Row(Kind.MBZ, "en", files=6, taken="new-manager-en.mbz", plan=PLAN, walks={"desktop": walk()})
    said = report([row])
    expected = "| Moodle backup | en | 6 of 6 | 1 of 2 named | desktop | 1 of 1 | 85 of 110 | yes | 4 of 4 | no |"
    assert expected in said
    assert "new-manager-en.mbz: “New manager” (NM): General / One / New section" in said
    assert "Nothing else is wrong." in said


def test_a_kind_that_is_not_there_is_named() -> None:
    said = report([Row(Kind.MBZ, "en", files=1)], [Kind.MBZ, Kind.GIFT])
    assert "Not there yet, so not tried: GIFT." in said


def test_what_was_not_graded_has_no_grade() -> None:
    assert walk(grades=[]).grade == "none"
    assert walk(grades=[{"max": 10.0, "grade": None}]).grade == "none"


def test_a_refused_package_is_wrong_unless_it_was_to_be_expected() -> None:
    refused = {"a.mbz": "no such thing"}
    assert [*Row(Kind.MBZ, "sv", 1, refused).troubles()] == ["Moodle backup, sv: a.mbz was refused: no such thing"]
    expected = Row(Kind.CC_13, "sv", 1, refused)
    assert [*expected.troubles()] == []
    assert "Refused, as was to be expected:\n- Common Cartridge 1.3, sv: no such thing" in report([expected])


def test_work_that_is_lost_or_not_counted_is_wrong() -> None:
    lost = Walk(Seen(resumed=False, trouble=["no button"]), {**RESULT, "completed": 0})
    assert [*Row(Kind.SCORM_12, "sv", 1, walks={"phone": lost}).troubles()] == [
        "SCORM 1.2, sv, phone: no button",
        "SCORM 1.2, sv, phone: what was done before the break was lost",
        "SCORM 1.2, sv, phone: completed 0 of 1 when all was done",
    ]
