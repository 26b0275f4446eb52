"""Allowances that should not be there, each with a twin that is right."""

from __future__ import annotations

from guides import Fault

FAULTS = [
    Fault(
        "allowance-without-reason",
        {"docs/sv/index.md": ("Här börjar", "<!-- allow: leftover-todo -->\nTODO Här börjar")},
        {"docs/sv/index.md": ("Här börjar", "<!-- allow: leftover-todo — ordet förklaras -->\nTODO Här börjar")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "allowance-unneeded",
        {"docs/sv/index.md": ("Här börjar", "<!-- allow: leftover-todo — ordet förklaras -->\nHär börjar")},
        {"docs/sv/index.md": ("Här börjar", "Här (TODO) <!-- allow: leftover-todo — ordet förklaras --> börjar")},
        "docs/sv/index.md:9",
    ),
    Fault(
        "allowance-unknown",
        {"docs/sv/index.md": ("Här börjar", "<!-- allow: leftover-todoo — ordet förklaras -->\nTODO Här börjar")},
        {"docs/sv/index.md": ("title: Start", "# allow: title-too-short — ett tecken räcker\ntitle: S")},
        "docs/sv/index.md:9",
        'did you mean "leftover-todo"',
    ),
]
