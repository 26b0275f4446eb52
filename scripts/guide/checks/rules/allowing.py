"""Catalogue entries for allowances; what they report is found when allowances are applied."""

from __future__ import annotations

from guide.checks.findings import Rule, Severity

NO_REASON = Rule(
    "allowance-without-reason",
    "Allowance without a reason",
    "A finding is allowed, but nobody has said why.",
    "The next editor cannot judge whether it is still right.",
    "write <!-- allow: id — reason -->",
)
NOT_NEEDED = Rule(
    "allowance-unneeded",
    "Allowance that is not needed",
    "What is allowed here is not found here.",
    "It would hide the same fault if it came back.",
    "take the allowance away",
    Severity.WARNING,
)
UNKNOWN = Rule(
    "allowance-unknown",
    "Allowance of an unknown finding",
    "The id is not in the catalogue.",
    "Nothing is allowed by it.",
    "write an id as the message gives it",
)
